import type { ClosedSource } from "./closed";

/** The small words of English. */
export const englishWords: ClosedSource = {
	determiners: {
		"?s": "a an this each every another one either neither",
		"?p": "these those many several few both two three four five six seven eight nine ten various",
		"??": "the my your his her its our their some any no all most half none whose",
	},
	sometimesDeterminers: { "?s": "that" },
	indefinite: "a an",
	possessives: "my your his her its our their one's",
	persons: {
		"1s": "i me my mine myself",
		"2s": "you your yours yourself",
		"3s":
			"he she it him her his hers its himself herself itself one's oneself someone somebody anyone anybody everyone " +
			"everybody " +
			"nobody",
		"1p": "we us our ours ourselves",
		"2p": "you your yours yourselves",
		"3p": "they them their theirs themselves",
	},
	genders: { m: "he him his himself", f: "she her hers herself", n: "it its itself" },
	subjects: "i you he she it we they",
	between:
		"am is are was were be been being have has had do does did will would can could may might must shall should not " +
		"to",
	prepositions:
		"to of in on at for from with by about into onto over under against towards toward upon through after before " +
		"between among across around without within like during behind beside beyond near",
	of: "of",
	datives: "to",
	places: "at in on",
	joints: "and or but so because if when while where that which who whom whose as than though although until since",
	coordinates: "and or nor",
	moods: "that if whether",
	relatives: "that which who whom whose where when",
	light:
		"am is are was were be been have has had having do does did mak* made tak* took giv* gave get* got put* pay* " +
		"paid hold* held keep* kept perform* conduct* commit*",
	copulas: "am is are was were be been become becomes became remain remains remained seem seems seemed",
	comparing: "more less most least as",
	comparatives: "*er better worse",
	than: "than",
	negations: "",
	negative: "never not no hardly scarcely rarely seldom neither nor without",
	negated: "any",
	unnegated: "some a an",
	auxiliaries:
		"am is are was were be been being have has had having do does did will would can could may might must shall " +
		"should 'll 'd 've 're",
	perfects: "having",
	owner: "'s",
	notOwners: "let there here",
	preposed: "",
	adverbs:
		"not never always often very too also just only still already quite rather so almost soon sometimes again now " +
		"then well much today tomorrow yesterday tonight here there ever perhaps maybe instead otherwise indeed once " +
		"twice far seldom rarely hardly nearly",
	particles: "up down out off away back over on in through along around apart together forward ahead aside by",
};
