import { lazy } from "../../cache/lazy";
import { Forms } from "./forms";
import { formsTable } from "./forms-table";
import { Grammar } from "./grammar";

/** Forms that no ending tells, with a word that carries their tense and without. */
const irregular = [
	["be", "was", "were", "is", "are"],
	["have", "had", "has"],
	["go", "went", "goes"],
];

/** English. */
export const english = lazy(
	// eslint-disable-next-line max-lines-per-function -- a table of the language, made when it is first needed
	() => {
		const past = new Forms(formsTable.en.past);
		return new Grammar({
			conjugates: () => false,
			forms: [
				"a an",
				"this these",
				"that those",
				"he she it they",
				"him her it them",
				"his her its their",
				"his hers its theirs",
				"himself herself itself themselves",
				"much many",
				"little few",
				"less fewer",
				"who which",
				"whom which",
				"somebody someone",
				"one ones",
				"another other",
				"other others",
				"am is are",
				"was were",
				"has have",
				"does do",
				"isn't aren't",
				"wasn't weren't",
				"hasn't haven't",
				"doesn't don't",
				"there's there're",
				"he's she's it's they're",
				"he'd she'd it'd they'd",
				"he'll she'll it'll they'll",
				"he's they've",
				"she's they've",
				"it's they've",
				"man men",
				"woman women",
				"child children",
				"foot feet",
				"tooth teeth",
				"goose geese",
				"mouse mice",
				"person people",
				"ox oxen",
				"goes go",
				"has have",
				"criterion criteria",
				"phenomenon phenomena",
				"datum data",
				"medium media",
				"analysis analyses",
				"basis bases",
				"crisis crises",
				"thesis theses",
				"hypothesis hypotheses",
				"is be",
				"are be",
				"was be",
				"were be",
			],
			besideForms: [
				"a an some any one",
				"every all",
				"each all",
				"to of for",
				"that which who",
				"as than",
				"is has",
				"was had",
				"are have",
				"were had",
			],
			prepositions:
				"to of in on at for from with by about into onto over under against towards toward upon as than " +
				"through after between among across around without within like off out up down",
			besideOptional: "a an the that some any to it not be being",
			optional: "",
			endings: ["- s", "- es", "y ies", "f ves", "fe ves", "us i", "um a", "- 's", "s s'", "- zes", "- ses", "an en"],
			besideEndings: [
				"- ing",
				"e ing",
				"ie ying",
				"p pping",
				"t tting",
				"n nning",
				"g gging",
				"m mming",
				"d dding",
				"b bbing",
				"r rring",
				"l lling",
			],
			carriers:
				"did didn't does doesn't do don't will won't would wouldn't can can't could couldn't may might must " +
				"should shall used going",
			carriedEndings: [
				"- ed s",
				"e ed es",
				"y ied ies",
				"p pped",
				"t tted",
				"n nned",
				"g gged",
				"m mmed",
				"d dded",
				"b bbed",
				"r rred",
				"l lled",
			],
			carriedForms: (a, b) => past.related(a, b) || irregular.some((forms) => forms.includes(a) && forms.includes(b)),
			pairs: [
				"from to",
				"from until",
				"between and",
				"both and",
				"either or",
				"neither nor",
				"not but",
				"more than",
				"less than",
				"rather than",
				"as as",
				"so that",
				"such that",
				"whether or",
			],
			shortestStem: 2,
			other:
				"the and or but so because if when while where what how why not no nor very too also just only more " +
				"most i you we me us my your our will would can could may might shall should must been being be had " +
				"did done having these both all each every either neither then there here yet still never always often " +
				"quite rather before during since until though although",
		});
	},
);
