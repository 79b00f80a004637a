import { describe, expect, it } from "vitest";
import type { Original } from "../../../src/core/wording/candidate";
import { freezeSentence } from "../../../src/core/wording/freeze";
import { judgeRow } from "../../../src/core/wording/judge-row";

/** What comes of a row: the sentence and what was put right in it, or why it can't be used. */
function came(drawn: string, language: string, row: string): { readonly text: string; readonly why: string } {
	const from = drawn.indexOf("{");
	const to = drawn.indexOf("}") - 1;
	const sentence = drawn.replace("{", "").replace("}", "");
	const original: Original = { sentence, selection: { from, to }, language };
	const judged = judgeRow(original, row, freezeSentence(sentence, original.selection));
	return "broken" in judged
		? { text: "", why: judged.broken }
		: {
				text: judged.text,
				why: [...(judged.mended?.mends ?? []), ...(judged.class === "recast" ? ["recast"] : [])].join(" "),
			};
}

const watch = "«\u00a0Où est passée ma {montre}\u202f?\u00a0» demanda-t-il, l’air *très* inquiet.";
const wallet = "«\u00a0Où est passé mon portefeuille\u202f?\u00a0» demanda-t-il, l’air *très* inquiet.";
const method = "Cette **nouvelle** {méthode} est très discutée, *surtout*, dans le ==milieu==.";
const approach = "Cette **nouvelle** approche est très discutée, *surtout*, dans le ==milieu==.";
const wall = "The old {tree} by the wall bears fruit, they say.";
const oak = "The old oak by the wall bears fruit, they say.";
const link = "Voir [[Philosophie antique|la {philosophie} antique]] et `note.md` avant lundi.[^1]";
const thought = "Voir [[Philosophie antique|la pensée antique]] et `note.md` avant lundi.[^1]";

describe("a row that can be put right in one way only", () => {
	it.each([
		[
			"quotes of another kind",
			watch,
			'"Où est passé mon portefeuille ?" demanda-t-il, l’air *très* inquiet.',
			wallet,
			"marks",
		],
		["curly quotes", watch, "“Où est passé mon portefeuille ?” demanda-t-il, l’air *très* inquiet.", wallet, "marks"],
		[
			"plain spaces",
			watch,
			"« Où est passé mon portefeuille ? » demanda-t-il, l’air *très* inquiet.",
			wallet,
			"spaces",
		],
		["no spaces", watch, "«Où est passé mon portefeuille?» demanda-t-il, l’air *très* inquiet.", wallet, "spaces"],
		[
			"lost emphasis",
			watch,
			"« Où est passé mon portefeuille ? » demanda-t-il, l’air très inquiet.",
			wallet,
			"spaces emphasis",
		],
		["emphasis about the new word", method, approach.replace("approche", "**approche**"), approach, "emphasis"],
		["quotes about the new word", method, approach.replace("approche", "« approche »"), approach, "marks"],
		["a mark moved into a word", method, approach.replace("**nouvelle**", "**nouvell**e"), approach, "emphasis"],
		["a mark moved over a comma", method, approach.replace("*surtout*,", "*surtout,*"), approach, "emphasis"],
		["all emphasis lost", method, approach.replace(/[*=]/g, ""), approach, "emphasis"],
		["a remark behind a dash", method, `${approach} — plus vif`, approach, "remark"],
		["a remark in brackets", wall, `${oak} (a kind of tree)`, oak, "remark"],
		["a remark of its own kind", wall, `${oak} Note: oaks are trees.`, oak, "remark"],
		["a label", wall, `Note: ${oak}`, oak, "remark"],
		["a label with the word", wall, `“oak”: ${oak}`, oak, "remark"],
		["a bullet", wall, `- ${oak}`, oak, "marks"],
		["emphasis about it all", wall, `**${oak}**`, oak, "emphasis"],
		["a doubled word", wall, oak.replace("the wall", "the the wall"), oak, "doubled"],
		["a capital lost at the start", wall, oak.replace("The", "the"), oak, "capital"],
		["the start cut off", wall, oak.replace("The ", ""), oak, "cut"],
		["the end cut off", wall, "The old oak by the wall bears", oak, "cut"],
		["a lost link", link, thought.replace(/\[\[.*?\||\]\]/g, ""), thought, "signs"],
		["a link with another target", link, thought.replace("Philosophie", "Pensée"), thought, "signs"],
		["code without its marks", link, thought.replace(/`/g, ""), thought, "signs"],
		["a lost footnote", link, thought.replace("[^1]", ""), thought, "signs"],
		["stand-ins in other brackets", link, "Voir [1]la pensée antique[2] et [3] avant lundi.[4]", thought, "signs"],
		[
			"stand-ins in double brackets",
			link,
			"Voir [[1]]la pensée antique[[2]] et [[3]] avant lundi.[[4]]",
			thought,
			"signs",
		],
		[
			"a mistake mended unasked",
			"L’environemment du {chien} change.",
			"L’environnement du chat change.",
			"L’environemment du chat change.",
			"spelling",
		],
		["another mark at the end", "Tu viens {demain} ?!", "Tu viens jeudi ?", "Tu viens jeudi ?!", "marks"],
	])("has the writer's own back: %s", (_what, drawn, row, text, why) => {
		expect(came(drawn, /[àéè]|Tu|environ/.test(drawn) ? "fr" : "en", row)).toEqual({ text, why });
	});

	it.each([
		["another sentence", wall, `${oak} They are wrong.`, "outside"],
		["another language", wall, "Le vieux chêne près du mur porte des fruits, dit-on.", "language"],
		["prose", wall, "I am sorry, but I can’t help you with that, they say.", "unrelated"],
		["a link that nobody had", wall, oak.replace("oak", "[[oak]]"), "wikilink"],
		["an address", wall, oak.replace("oak", "https://oak.invalid"), "url"],
	])("is told from one with %s", (_what, drawn, row, why) => {
		expect(came(drawn, "en", row)).toEqual({ text: "", why });
	});
});

describe("a reworded passage with a part that can't stay", () => {
	const passage = "{The tree is old. See [[Garden]] for more. It bears fruit each year.}";

	it.each([
		["a changed link", "The elm is old. See [[Park]] for more. It gives fruit each year."],
		["a link lost", "The elm is old. See Garden for more. It gives fruit each year."],
		["code that nobody had", "The elm is old. See [[Garden]] for `more`. It gives fruit each year."],
		["a bracket that nobody had", "The elm is old. See [[Garden]] (for more. It gives fruit each year."],
	])("keeps the rest: %s", (_what, row) => {
		const { text } = came(passage, "en", row);
		expect(text).toBe("The elm is old. See [[Garden]] for more. It gives fruit each year.");
	});
});
