import { lazy } from "../../cache/lazy";
import { isOtherObject } from "./nonfinite";
import { conjugation, Forms } from "./forms";
import { formsTable } from "./forms-table";
import { groupsOf, setOf, type Kinship } from "./kinship";

/** Italian: articles and what runs together with them, possessives, pronouns, gender, number and person. */
export const italian = lazy((): Kinship => {
	const conjugates = conjugation("it");
	const nouns = new Forms(formsTable.it.noun, 2);
	return {
		groups: groupsOf(
			"il lo la l' i gli le",
			"un uno una un'",
			"del dello della dell' dei degli delle",
			"al allo alla all' ai agli alle",
			"dal dallo dalla dall' dai dagli dalle",
			"nel nello nella nell' nei negli nelle",
			"sul sullo sulla sull' sui sugli sulle",
			"questo questa questi queste quest'",
			"quel quello quella quell' quei quegli quelle",
			"mio mia miei mie",
			"tuo tua tuoi tue",
			"suo sua suoi sue loro",
			"nostro nostra nostri nostre",
			"vostro vostra vostri vostre",
			"lui lei loro egli ella essi esse",
			"lo la li le gli l'",
			"bel bello bella bell' bei begli belle belli",
			"buon buono buona buon' buoni buone",
			"gran grande grandi",
			"e ed",
			"sono sei è siamo siete",
			"a ad",
			"mi m'",
			"ti t'",
			"ci c'",
			"vi v'",
			"si s'",
			"ne n'",
			"dove dov'",
			"come com'",
			"di d'",
			"tutto tutta tutti tutte",
			"molto molta molti molte",
		),
		governed: setOf(
			"a ad di d' da in con su per del dello della dell' dei al allo alla ai che il lo la i gli le un una mi ti si " +
				"ci vi ne",
		),
		prepositions: setOf("a ad di d' da in con su per del della al alla dal dalla"),
		loose: setOf("non"),
		inflected: (a, b) => conjugates(a, b) || nouns.related(a, b) || isOtherObject(a, b),
	};
});
