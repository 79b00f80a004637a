import { lazy } from "../../cache/lazy";
import { closedOf, type Closed } from "./closed";

const french = lazy(() =>
	closedOf({
		determiners: {
			ms: "le un du au ce cet quel aucun tout",
			fs: "la une cette ma ta sa quelle aucune toute",
			"?s": "l' mon ton son notre votre leur chaque quelque",
			mp: "quels tous certains",
			fp: "quelles toutes certaines",
			"?p": "les des aux ces mes tes ses nos vos leurs quelques plusieurs deux trois quatre cinq six dix",
		},
		possessives: "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs",
		persons: {
			"1s": "je j' me m' moi mon ma mes mien mienne moi-même",
			"2s": "tu te t' toi ton ta tes tien tienne toi-même",
			"3s": "il elle on se s' lui le la l' son sa ses sien sienne lui-même elle-même soi quelqu'un personne chacun chacune",
			"1p": "nous notre nos nôtre nous-mêmes",
			"2p": "vous votre vos vôtre vous-même vous-mêmes",
			"3p": "ils elles se s' leur leurs eux les eux-mêmes elles-mêmes",
		},
		subjects: "je j' tu il elle on nous vous ils elles",
		auxiliaries:
			"ai as a avons avez ont avais avait avions aviez avaient aurai aura aurons auront aurait auraient ait aient " +
			"suis es est sommes êtes sont étais était étions étiez étaient sera seront serait seraient soit soient avoir être " +
			"y en ne n' pas",
		prepositions:
			"à de d' dans sur sous par pour avec sans vers chez contre entre envers en depuis pendant avant après dès du au aux",
		places: "à au aux en dans sur chez",
		joints:
			"et ou mais donc or ni car que qu' qui dont où quand lorsque lorsqu' si s' comme puisque puisqu' parce quoique quoiqu' lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles celui celle ceux celles",
		moods: "que qu' si comme",
		relatives:
			"qui que qu' dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel " +
			"desquels desquelles",
		light:
			"ai as a avons avez ont av* aur* eu* suis es est sommes êtes sont ét* ser* fus fut furent fai* " +
			"fais* font fer* fit firent pren* pri* met* mis mit mirent donn* port* tien* ten* rend* proc* effectu* accompl* commet* commi* pos* subi* éprouv*",
		copulas:
			"suis es est sommes êtes sont étais était étions étiez étaient sera seront serait seraient soit soient fut furent " +
			"être été devient deviennent devenait devenaient devint reste restent restait restaient semble semblent semblait " +
			"semblaient paraît paraissent paraissait demeure demeurent",
		preposed:
			"petit petite petits petites grand grande grands grandes gros grosse grosses vieux vieil vieille vieilles jeune " +
			"jeunes beau bel belle beaux belles bon bonne bons bonnes mauvais mauvaise mauvaises nouveau nouvel nouvelle " +
			"nouveaux nouvelles long longue longs longues joli jolie jolis jolies premier première premiers premières dernier " +
			"dernière derniers dernières autre autres même mêmes vrai vraie vrais vraies seul seule seuls seules propre " +
			"propres cher chère ancien ancienne anciens anciennes meilleur meilleure pire haut haute simple pauvre brave",
		adverbs:
			"ne n' pas plus jamais rien très trop si bien toujours souvent encore déjà aussi moins peu presque assez parfois beaucoup tant mal ensuite hier demain",
		particles: "",
	}),
);

const english = lazy(() =>
	closedOf({
		determiners: {
			"?s": "a an this each every another one either neither",
			"?p": "these those many several few both two three four five six seven eight nine ten various",
			"??": "the my your his her its our their some any no all whose",
		},
		possessives: "my your his her its our their",
		persons: {
			"1s": "i me my mine myself",
			"2s": "you your yours yourself",
			"3s": "he she it him her his hers its himself herself itself someone somebody anyone anybody everyone everybody nobody",
			"1p": "we us our ours ourselves",
			"2p": "you your yours yourselves",
			"3p": "they them their theirs themselves",
		},
		subjects: "i you he she it we they",
		auxiliaries:
			"am is are was were be been being have has had do does did will would can could may might must shall should not to",
		prepositions:
			"to of in on at for from with by about into onto over under against towards toward upon through after before " +
			"between among across around without within like during behind beside beyond near",
		places: "at in on",
		joints: "and or but so because if when while where that which who whom whose as than though although until since",
		moods: "that if",
		relatives: "that which who whom whose where when",
		light:
			"am is are was were be been have has had having do does did mak* made tak* took giv* gave get* " +
			"got put* pay* paid hold* held keep* kept perform* conduct* commit*",
		copulas: "am is are was were be been become becomes became remain remains remained seem seems seemed",
		preposed: "",
		adverbs:
			"not never always often very too also just only still already quite rather so almost soon sometimes again now then well much",
		particles: "up down out off away back over on in through along around apart together",
	}),
);

const german = lazy(() =>
	closedOf({
		determiners: {
			ms: "der einen keinen meinen deinen seinen ihren unseren jeder jeden dieser jener",
			fs: "eine einer keiner jede",
			ns: "das dieses jedes",
			"?s": "dem des ein einem eines kein keinem mein meinem dein deinem sein seinem ihr ihrem unser unserem diesem am im zum zur vom beim ins ans",
			"??": "die den keine meine deine seine ihre unsere diese meiner deiner seiner ihrer unserer diesen welche manche",
			"?p": "alle viele einige mehrere wenige etliche zwei drei vier fünf sechs zehn beide",
		},
		possessives:
			"mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner " +
			"seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer",
		persons: {
			"1s": "ich mich mir mein meine meinen meinem meiner meines",
			"2s": "du dich dir dein deine deinen deinem deiner deines",
			"3s": "er sie es man jemand niemand ihn ihm ihr sich sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres",
			"1p": "wir uns unser unsere unseren unserem unserer unseres",
			"2p": "ihr euch euer eure euren eurem eurer",
			"3p": "sie ihnen sich ihr ihre ihren ihrem ihrer ihres",
		},
		subjects: "ich du er sie es man wir ihr",
		auxiliaries:
			"bin bist ist sind seid war warst waren habe hast hat haben habt hatte hatten wird werden wurde wurden " +
			"kann können will wollen soll sollen muss müssen nicht zu",
		prepositions:
			"auf an in zu von mit für über um bei nach vor aus gegen unter durch ohne seit wegen trotz statt hinter neben zwischen am im zum zur vom beim ins ans",
		places: "in im ins an am ans auf bei beim zu zum zur",
		joints:
			"und oder aber denn dass weil wenn als ob obwohl während bevor nachdem damit der die das den dem deren dessen",
		moods: "dass ob",
		relatives: "der die das den dem deren dessen denen",
		light:
			"bin bist ist sind seid war* habe hast hat haben habt hatte* mach* nehm* nimm* nahm* geb* gib* " +
			"gab* stell* treff* triff* traf* halt* hält* hielt*",
		copulas:
			"bin bist ist sind seid war warst waren werden wird wurde wurden bleibt bleiben blieb blieben scheint scheinen",
		preposed: "",
		adverbs:
			"nicht sehr auch nur noch schon immer oft nie heute gestern morgen hier dort so zu ganz fast sofort bald manchmal gern wieder jetzt dann",
		particles:
			"ab an auf aus bei ein fort her hin los mit nach vor weg zu zurück zusammen um weiter wieder fest nieder empor " +
			"entgegen hinaus herein heraus hinein hinunter herunter vorbei dar statt teil",
	}),
);

const spanish = lazy(() =>
	closedOf({
		determiners: {
			ms: "el un este ese aquel al del nuestro vuestro algún ningún todo mucho otro",
			fs: "la una esta esa aquella nuestra vuestra alguna ninguna toda mucha otra",
			mp: "los unos estos esos aquellos nuestros vuestros algunos todos muchos otros varios pocos tantos",
			fp: "las unas estas esas aquellas nuestras vuestras algunas todas muchas otras varias pocas tantas",
			"?s": "mi tu su cada",
			"?p": "mis tus sus dos tres cuatro cinco seis diez",
		},
		possessives: "mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras",
		persons: {
			"1s": "yo me mí mi mis conmigo",
			"2s": "tú te ti tu tus contigo",
			"3s": "él ella usted se lo la le su sus sí alguien nadie",
			"1p": "nosotros nosotras nos nuestro nuestra nuestros nuestras",
			"2p": "vosotros vosotras os vuestro vuestra vuestros vuestras",
			"3p": "ellos ellas ustedes se los las les su sus",
		},
		subjects: "yo tú él ella usted nosotros nosotras vosotros vosotras ellos ellas ustedes",
		auxiliaries:
			"he has ha hemos habéis han había habías habíamos habían habrá habrán habría hay soy eres es somos sois son era " +
			"eran fue fueron estoy está están estaba estaban no",
		prepositions: "a de en con por para sin sobre hasta desde entre hacia contra bajo tras durante según al del",
		places: "a al en",
		joints: "y e o u pero que quien quienes cuando donde si como porque aunque mientras pues sino",
		moods: "que si",
		relatives: "que quien quienes cual cuales donde cuyo cuya",
		light:
			"tengo tien* ten* tuv* hag* hac* hic* hizo hecho est* es soy son era* fue* doy das da dan dar " +
			"dando dio dieron pon* pus* puesto tom*",
		copulas:
			"soy eres es somos sois son era eras éramos eran fue fueron será serán sería serían sea sean estoy estás está " +
			"estamos están estaba estaban parece parecen parecía parecían queda quedan",
		preposed:
			"gran grande grandes buen bueno buena buenos buenas mal mala primer primera último última pequeño pequeña " +
			"viejo vieja viejos viejas nuevo nueva nuevos nuevas mejor peor mismo misma mismos mismas único única propio propia",
		adverbs:
			"no nunca siempre muy más menos también tampoco ya aún todavía casi bien mal ayer hoy mañana mucho poco pronto tanto",
		particles: "",
	}),
);

const italian = lazy(() =>
	closedOf({
		determiners: {
			ms: "il lo un uno del dello al allo dal dallo nel nello sul sullo questo quel quello mio tuo suo nostro vostro",
			fs: "la una un' della alla dalla nella sulla questa quella mia tua sua nostra vostra",
			mp: "i gli dei degli ai agli dai dagli nei negli sui sugli questi quei quegli miei tuoi suoi nostri vostri alcuni molti pochi tanti tutti",
			fp: "le delle alle dalle nelle sulle queste quelle mie tue sue nostre vostre alcune molte poche tante tutte",
			"?s": "l' dell' all' dall' nell' sull' quest' quell' ogni qualche",
			"?p": "due tre quattro cinque sei dieci",
			"??": "loro",
		},
		possessives:
			"mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre loro",
		persons: {
			"1s": "io mi me mio mia miei mie",
			"2s": "tu ti te tuo tua tuoi tue",
			"3s": "lui lei egli ella si lo la le gli suo sua suoi sue sé qualcuno nessuno",
			"1p": "noi ci nostro nostra nostri nostre",
			"2p": "voi vi vostro vostra vostri vostre",
			"3p": "loro essi esse si li le gli",
		},
		subjects: "io tu lui lei egli ella noi voi loro essi esse",
		auxiliaries: "ho hai ha abbiamo avete hanno avevo aveva avevano sono sei è siamo siete era erano fu furono non ne",
		prepositions:
			"di a da in con su per tra fra senza verso contro dopo prima d' del dello della dell' dei degli delle al allo alla all' ai agli alle dal dalla nel nella sul sulla",
		places: "a al allo alla in nel nella",
		joints: "e ed o ma che chi cui quando dove se come perché mentre anche poi",
		moods: "che se",
		relatives: "che chi cui dove quale quali",
		light:
			"ho hai ha abbiamo avete hanno av* faccio fai fa fanno fac* fec* fatto fare sono sei è siamo " +
			"siete era* do dà danno dato dare prend* pres* mett* mess*",
		copulas:
			"sono sei è siamo siete ero era erano fu furono sarà saranno sarebbe sia siano sembra sembrano resta restano",
		preposed:
			"bel bello bella belli belle buon buono buona grande grandi piccolo piccola vecchio vecchia nuovo nuova primo " +
			"prima ultimo ultima stesso stessa altro altra",
		adverbs:
			"non mai sempre molto più meno anche già ancora ieri oggi domani troppo spesso subito poi così bene male quasi appena",
		particles: "",
	}),
);

const portuguese = lazy(() =>
	closedOf({
		determiners: {
			ms: "o um do no ao pelo num este esse aquele deste nesse meu teu seu nosso vosso todo",
			fs: "a uma da na à pela numa esta essa aquela desta nessa minha tua sua nossa vossa toda",
			mp: "os uns dos nos aos pelos estes esses aqueles destes meus teus seus nossos vossos todos alguns muitos poucos tantos",
			fp: "as umas das nas às pelas estas essas aquelas destas minhas tuas suas nossas vossas todas algumas muitas poucas tantas",
			"?s": "cada",
			"?p": "dois duas três quatro cinco seis dez",
		},
		possessives: "meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa nossos nossas vosso vossa",
		persons: {
			"1s": "eu me mim meu minha meus minhas",
			"2s": "tu te ti teu tua teus tuas",
			"3s": "ele ela você se lhe seu sua seus suas alguém ninguém",
			"1p": "nós nosso nossa nossos nossas",
			"2p": "vós vosso vossa",
			"3p": "eles elas vocês se lhes seu sua seus suas",
		},
		subjects: "eu tu ele ela você nós vós eles elas vocês",
		auxiliaries: "tenho tem temos têm tinha tinham sou é somos são era eram foi foram está estão estava estavam não",
		prepositions:
			"de em com por para sem sobre até desde entre contra a do da dos das no na nos nas ao à aos às pelo pela num numa",
		places: "a ao à em no na",
		joints: "e ou mas que quem quando onde se como porque embora enquanto",
		moods: "que se",
		relatives: "que quem cujo cuja onde qual quais",
		light:
			"tenho tem tens temos têm tinh* tev* faço faz* fez fizeram feito sou és é são era* foi foram " +
			"est* dou dá dão deu deram dar põe* pôr pôs tom*",
		copulas:
			"sou és é somos são era eram foi foram será serão seja sejam estou está estão estava estavam parece parecem fica ficam",
		preposed:
			"grande grandes bom boa bons boas mau má novo nova velho velha primeiro primeira último última mesmo mesma",
		adverbs: "não nunca sempre muito mais menos também já ainda ontem hoje amanhã bem mal quase pouco tanto",
		particles: "",
	}),
);

const all: Readonly<Record<string, () => Closed>> = {
	fr: french,
	en: english,
	de: german,
	es: spanish,
	it: italian,
	pt: portuguese,
};

/** A language's small words by what they do; null for a language whose are not known. */
export function closedWords(language: string | null): Closed | null {
	return language === null ? null : (all[language]?.() ?? null);
}
