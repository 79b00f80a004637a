import { lazy } from "../../cache/lazy";
import { conjugation } from "./forms";
import { groupsOf, setOf, type Kinship } from "./kinship";

const adjectiveEndings = ["", "e", "en", "em", "er", "es"];
const nounEndings = ["", "e", "en", "n", "er", "ern", "s", "es", "ns", "nen"];

/** German: articles and pronouns by case and gender, contractions, declension, conjugation within one tense. */
export const german = lazy((): Kinship => {
	const conjugates = conjugation("de");
	return {
		groups: groupsOf(
			"der die das den dem des",
			"ein eine einen einem einer eines",
			"kein keine keinen keinem keiner keines",
			"mein meine meinen meinem meiner meines",
			"dein deine deinen deinem deiner deines",
			"sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres",
			"unser unsere unseren unserem unserer unseres",
			"dieser diese dieses diesen diesem",
			"jeder jede jedes jeden jedem alle allen",
			"jener jene jenes jenen jenem",
			"welcher welche welches welchen welchem",
			"mancher manche manches manchen manchem",
			"er sie es ihn ihm ihr ihnen",
			"der die das den dem deren dessen denen",
			"am an im in zum zur zu vom von beim bei ans ins",
			"am an",
			"im in",
			"zum zur zu",
			"vom von",
			"beim bei",
		),
		governed: setOf(
			"auf an in zu von mit für über um bei nach vor aus gegen unter durch der die das den dem des sich mich " +
				"dich uns euch am im zum zur vom beim ins ans zu daran darauf ab auf aus ein vor nach zurück",
		),
		prepositions: setOf("auf an in zu von mit für über um bei nach vor aus gegen unter durch"),
		loose: new Set(),
		inflected: (a, b) => {
			const plain = [withoutUmlaut(a), withoutUmlaut(b)] as const;
			return shareStem(a, b, adjectiveEndings, 3) || shareStem(plain[0], plain[1], nounEndings, 2) || conjugates(a, b);
		},
	};
});

function shareStem(a: string, b: string, endings: readonly string[], least: number): boolean {
	const stems = (word: string): readonly string[] =>
		endings
			.filter((ending) => word.endsWith(ending))
			.map((ending) => word.slice(0, word.length - ending.length))
			.filter((stem) => stem.length >= least);
	const known = new Set(stems(a));
	return stems(b).some((stem) => known.has(stem));
}

function withoutUmlaut(word: string): string {
	return word.replace(/ä/g, "a").replace(/ö/g, "o").replace(/ü/g, "u");
}
