import { lazy } from "../../cache/lazy";
import { endsAlike, groupsOf, pairsOf, setOf, type Kinship } from "./kinship";

const genderAndNumber = lazy(() =>
	pairsOf(
		"o/a os/as o/os a/as o/as a/os -/s -/es -/a -/as e/es z/ces or/ora or/oras ón/ona ón/ones és/esa és/eses " +
			"és/esas ín/ina ión/iones ín/ines án/ana án/anes",
	),
);
const persons = lazy(() =>
	pairsOf(
		"a/an e/en o/a o/e á/án ó/aron ó/ieron ió/ieron aba/aban ía/ían ará/arán erá/erán irá/irán aría/arían " +
			"ería/erían iría/irían as/an es/en o/an o/en é/ó amos/an emos/en imos/en",
	),
);
/** Indicative to subjunctive, as *dudar que* asks: the vowel of the ending turns. */
const subjunctive = lazy(() =>
	pairsOf("a/e an/en as/es e/a en/an es/as o/a o/e ne/nga nen/ngan ge/ja ce/zca ca/que ga/gue za/ce"),
);

/**
 * Spanish: articles, possessives and pronouns, gender, number, person and mood; *y* and *o* before their own sounds.
 */
// eslint-disable-next-line max-lines-per-function -- a table of the language, made when it is first needed
export const spanish = lazy((): Kinship => ({
	groups: groupsOf(
		"el la los las lo",
		"un una unos unas",
		"al a",
		"del de",
		"este esta estos estas",
		"ese esa esos esas",
		"aquel aquella aquellos aquellas",
		"mi mis",
		"tu tus",
		"su sus",
		"nuestro nuestra nuestros nuestras",
		"lo la los las le les se",
		"él ella ellos ellas",
		"y e",
		"o u",
		"algún alguno alguna algunos algunas",
		"ningún ninguno ninguna",
		"buen bueno buena buenos buenas",
		"mal malo mala malos malas",
		"gran grande grandes",
		"primer primero primera",
		"todo toda todos todas",
		"cual cuales",
		"quien quienes",
		"mucho mucha muchos muchas",
		"poco poca pocos pocas",
		"soy eres es somos sois son",
		"fue fueron",
		"era eran",
		"será serán",
		"sería serían",
		"estoy estás está estamos están",
		"estaba estaban",
		"he has ha hemos han",
		"había habían",
		"hay",
		"tiene tienen tengo",
		"va van voy",
		"puede pueden",
		"quiere quieren",
		"es sea",
		"son sean",
		"está esté",
		"están estén",
		"ha haya",
		"han hayan",
		"hay haya",
		"va vaya",
		"sabe sepa",
		"hace haga",
		"puede pueda",
		"tiene tenga",
		"viene venga",
		"vienen vengan",
		"dice diga",
	),
	governed: setOf("a de en con por para sin sobre que el la los las un una se al del"),
	prepositions: setOf("a de en con por para sin sobre"),
	loose: setOf("no"),
	inflected: (a, b) =>
		endsAlike(a, b, genderAndNumber()) ||
		endsAlike(a, b, persons()) ||
		endsAlike(plainStem(a), plainStem(b), subjunctive()),
}));

/** Stems that break into a diphthong: viene, puede. */
function plainStem(word: string): string {
	return word.replace(/ie/g, "e").replace(/ue/g, "o");
}
