import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { en } from "../../../src/core/i18n/en";
import { fr } from "../../../src/core/i18n/fr";
import { fixedAt } from "../../../src/core/markdown/fixed";
import { frozenSpans } from "../../../src/core/markdown/inline";
import { passageAt } from "../../../src/core/markdown/passage";
import { Readings } from "../../../src/core/markdown/reading";
import { sampleSize } from "../../sampling";

/** What a passage drawn as `⟨selected⟩` stands in, selected as a writer does. */
function kindAt(drawn: string): string | null {
	const from = drawn.indexOf("⟨");
	const to = drawn.indexOf("⟩") - 1;
	const doc = Text.of(drawn.replace(/[⟨⟩]/g, "").split("\n"));
	const found = passageAt(doc, from, to, new Readings());
	if ("refusal" in found) return found.refusal;
	const { sentence, selection } = found.passage;
	return fixedAt(doc.sliceString(sentence.from, sentence.to), {
		from: selection.from - sentence.from,
		to: selection.to - sentence.from,
	});
}

describe("a selection of which no word can change", () => {
	it.each([
		["address", "Lire [ce texte](https://exemple.fr/un-⟨texte⟩) ce soir."],
		["address", 'Lire [ce texte](⟨Notes/un texte.md⟩ "titre") ce soir.'],
		["address", "Lire https://exemple.fr/⟨texte⟩ ce soir."],
		["address", "Écrire à <ami@⟨exemple⟩.fr> ce soir."],
		["link", "Lire [[Mes ⟨amis⟩]] ce soir."],
		["link", "Lire ⟨[[Mes amis]]⟩ ce soir."],
		["link", "Lire [[Mes ⟨amis⟩|la liste]] ce soir."],
		["embed", "Voir ![[Plan de la ⟨maison⟩.png]] ici."],
		["embed", "Voir ![le ⟨plan⟩](plan.png) ici."],
		["tag", "Une idée #⟨projet⟩/maison ce soir."],
		["tag", "⟨#un #deux⟩ et la suite."],
		["template", "Le nom de {{ page.⟨ami⟩ }} est connu."],
		["icon", "Une idée :⟨smile⟩: ce soir."],
		["footnote", "Une idée[^⟨source⟩] ce soir."],
		["citation", "Une idée [@⟨dupont2020⟩] ce soir."],
		["html", 'Une idée <span class="⟨note⟩">ici</span> ce soir.'],
		["code", "Lancer `npm ⟨test⟩` ce soir."],
		["math", "Soit $⟨x⟩ = 1$ ce soir."],
	])("is known as %s: %s", (kind, drawn) => {
		expect(kindAt(drawn)).toBe(kind);
		expect(en.refusals).toHaveProperty(kind);
		expect(fr.refusals).toHaveProperty(kind);
	});

	it.each([
		"Lire [[Amis|mes ⟨amis⟩]] ce soir.",
		"Lire [ce ⟨texte⟩](https://exemple.fr) ce soir.",
		"⟨Lire [[Amis]]⟩ ce soir.",
		"Une idée ⟨#projet ce⟩ soir.",
		"Une **⟨idée⟩** ce soir.",
		"Une <b>⟨idée⟩</b> ce soir.",
		"⟨[[Amis|mes amis]]⟩ ce soir.",
	])("is not seen where a word can: %s", (drawn) => {
		expect(kindAt(drawn)).toBeNull();
	});

	it("is within frozen spans, and only there", () => {
		const part = fc.constantFrom(
			"mot",
			" ",
			"[[Note]]",
			"[[Note|mot]]",
			"#tag",
			"`code`",
			"{{ x }}",
			"**",
			", ",
			"[a](b)",
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 8 }), fc.nat(60), fc.nat(20), (parts, at, length) => {
				const sentence = parts.join("");
				const from = Math.min(at, sentence.length);
				const to = Math.min(sentence.length, from + length);
				let free = "";
				for (let pos = from; pos < to; pos++)
					if (!frozenSpans(sentence).some((span) => span.from <= pos && pos < span.to)) free += sentence[pos];
				if (/[\p{L}\p{N}]/u.test(free)) expect(fixedAt(sentence, { from, to })).toBeNull();
				else if (/[\p{L}\p{N}]/u.test(sentence.slice(from, to))) expect(fixedAt(sentence, { from, to })).not.toBeNull();
			}),
			{ numRuns: sampleSize(300) },
		);
	});
});
