import type { ClosedSource } from "./closed";

/** The small words of German. */
export const germanWords: ClosedSource = {
	determiners: {
		ms: "der einen keinen meinen deinen seinen ihren unseren jeder jeden dieser jener euren",
		fs: "eine einer keiner jede",
		ns: "das dieses jedes",
		"?s":
			"dem des ein einem eines kein keinem mein meinem dein deinem sein seinem ihr ihrem unser unserem diesem am im " +
			"zum zur vom beim ins ans euer eurem jedem jenem keines meines deines seines ihres unseres eures",
		"??":
			"die den keine meine deine seine ihre unsere diese meiner deiner seiner ihrer unserer diesen welche manche " +
			"eure eurer jene jenen",
		"?p": "alle viele einige mehrere wenige etliche zwei drei vier fünf sechs zehn beide",
	},
	sometimesDeterminers: {},
	indefinite: "ein eine einen einem einer eines",
	possessives:
		"mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner " +
		"seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem " +
		"eurer",
	persons: {
		"1s": "ich mich mir mein meine meinen meinem meiner meines",
		"2s": "du dich dir dein deine deinen deinem deiner deines",
		"3s":
			"er sie es man jemand niemand ihn ihm ihr sich sein seine seinen seinem seiner seines ihre ihren ihrem ihrer " +
			"ihres",
		"1p": "wir uns unser unsere unseren unserem unserer unseres",
		"2p": "ihr euch euer eure euren eurem eurer",
		"3p": "sie ihnen sich ihr ihre ihren ihrem ihrer ihres",
	},
	genders: { m: "er ihn", f: "", n: "es" },
	subjects: "ich du er sie es man wir ihr",
	between:
		"bin bist ist sind seid war warst waren habe hast hat haben habt hatte hatten wird werden wurde wurden kann " +
		"können will wollen soll sollen muss müssen nicht zu",
	prepositions:
		"auf an in zu von mit für über um bei nach vor aus gegen unter durch ohne seit wegen trotz statt hinter neben " +
		"zwischen am im zum zur vom beim ins ans",
	of: "von vom",
	datives: "",
	places: "in im ins an am ans auf bei beim zu zum zur",
	joints:
		"und oder aber denn dass weil wenn als ob obwohl während bevor nachdem damit der die das den dem deren dessen",
	coordinates: "und oder sowie",
	moods: "dass ob",
	relatives: "der die das den dem deren dessen denen",
	light:
		"bin bist ist sind seid war* habe hast hat haben habt hatte* mach* nehm* nimm* nahm* geb* gib* gab* stell* " +
		"treff* triff* traf* halt* hält* hielt*",
	copulas:
		"bin bist ist sind seid war warst waren werden wird wurde wurden bleibt bleiben blieb blieben scheint scheinen",
	comparing: "mehr weniger so ebenso",
	comparatives: "*er mehr",
	than: "als wie",
	negations: "",
	negative: "",
	negated: "",
	unnegated: "",
	auxiliaries:
		"habe hast hat haben habt hatte hatten bin bist ist sind seid war waren werde wirst wird werden werdet wurde " +
		"wurden würde würden kann kannst können könnt konnte konnten könnte will willst wollen wollt wollte wollten " +
		"soll sollst sollen sollt sollte sollten muss musst müssen müsst musste mussten darf darfst dürfen dürft durfte " +
		"durften mag mögen möchte möchten lässt lassen ließ",
	perfects: "",
	owner: "",
	notOwners: "",
	preposed: "",
	adverbs:
		"nicht sehr auch nur noch schon immer oft nie heute gestern morgen hier dort so zu ganz fast sofort bald " +
		"manchmal gern wieder jetzt dann da danach davor deshalb trotzdem vielleicht wohl eben gerade meist meistens " +
		"häufig selten stets niemals endlich zuerst zuletzt draußen drinnen abends morgens mehr",
	particles:
		"ab an auf aus bei ein fort her hin los mit nach vor weg zu zurück zusammen um weiter wieder fest nieder empor " +
		"entgegen hinaus herein heraus hinein hinunter herunter vorbei dar statt teil",
};
