import { lazy } from "../../cache/lazy";
import { conjugation } from "./forms";
import { endsAlike, groupsOf, pairsOf, setOf, type Kinship } from "./kinship";

const genderAndNumber = lazy(() =>
	pairsOf(
		"o/a os/as o/os a/as o/as a/os -/s -/es -/a -/as e/es z/ces or/ora or/oras ón/ona ón/ones és/esa és/eses " +
			"és/esas ín/ina ión/iones ín/ines án/ana án/anes",
	),
);
/**
 * Spanish: articles, possessives and pronouns, gender, number, person and mood; *y* and *o* before their own sounds.
 */
export const spanish = lazy((): Kinship => {
	const conjugates = conjugation("es");
	return {
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
			"he has ha hemos habéis han",
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
		),
		governed: setOf("a de en con por para sin sobre que el la los las un una se me te nos os le al del"),
		prepositions: setOf("a de en con por para sin sobre"),
		loose: setOf("no"),
		inflected: (a, b) => endsAlike(a, b, genderAndNumber()) || conjugates(a, b),
	};
});
