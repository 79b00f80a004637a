import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordLabels } from "../../../src/core/record/labels";
import { adoptedSpans } from "../../../src/core/record/marks";
import type { Adoption, ConsultationRecord } from "../../../src/core/record/model";
import { findRecords } from "../../../src/core/record/parse";
import { printRecord } from "../../../src/core/record/print";
import { applyChanges } from "../../../src/core/text/text";
import { runs } from "./arbitrary";

function record(adoptions: readonly Adoption[], date = "2026-11-23"): string {
	const whole: ConsultationRecord = {
		modelName: "Claude Sonnet 4",
		objective: "Other words",
		date,
		adoptions,
		kept: null,
		identity: {
			model: "anthropic/claude-4-sonnet-20250522",
			via: "OpenRouter",
			provider: null,
			tokens: null,
			cost: null,
			carbon: null,
		},
	};
	return printRecord(whole, recordLabels.en);
}

/** An adoption from two sentences with their changed words between `<` and `>`. */
function adoption(before: string, adopted: string): Adoption {
	const read = (marked: string): { text: string; changed: { from: number; to: number }[] } => {
		const changed: { from: number; to: number }[] = [];
		let text = "";
		for (const part of marked.split(/(<[^>]*>)/)) {
			const word = part.startsWith("<") ? part.slice(1, -1) : part;
			if (part.startsWith("<")) changed.push({ from: text.length, to: text.length + word.length });
			text += word;
		}
		return { text, changed };
	};
	const [old, now] = [read(before), read(adopted)];
	return {
		before: old.text,
		adopted: now.text,
		changedBefore: old.changed,
		changedAdopted: now.changed,
		takenBack: null,
	};
}

const spansOf = (text: string): readonly { words: string; before: string; undone: string | null }[] =>
	adoptedSpans(text, findRecords(text)).map((span) => ({
		words: text.slice(span.from, span.to),
		before: span.before,
		undone: span.undo === null ? null : (applyChanges(text, span.undo).split("\n\n>")[0] ?? ""),
	}));

const cat = adoption("Le chat <rapide> y <dort> ici.", "Le chat <vif> y <somnole> ici.");

describe("adopted words", () => {
	it("are marked where they stand, with what stood before and the way back", () => {
		expect(spansOf(`Bonjour. Le chat vif y somnole ici. Fin.\n\n${record([cat])}`)).toEqual([
			{ words: "vif", before: "rapide y dort", undone: "Bonjour. Le chat rapide y dort ici. Fin." },
			{ words: "somnole", before: "rapide y dort", undone: "Bonjour. Le chat rapide y dort ici. Fin." },
		]);
	});

	it("that came into the sentence are told by the whole of it as it was", () => {
		expect(
			spansOf(`Le vieux chat dort.\n\n${record([adoption("Le <>chat dort.", "Le <vieux >chat dort.")])}`).map(
				(span) => span.before,
			),
		).toEqual(["Le chat dort."]);
	});

	it("stay marked when the sentence was rewritten elsewhere, and lose the mark when rewritten themselves", () => {
		expect(spansOf(`Le chat vif y somnole ici, dehors.\n\n${record([cat])}`).map((span) => span.words)).toEqual([
			"vif",
			"somnole",
		]);
		expect(spansOf(`Le chat vif ronfle ici.\n\n${record([cat])}`)).toEqual([
			{ words: "vif", before: "rapide", undone: "Le chat rapide ronfle ici." },
		]);
		expect(spansOf(`Le chien gris ronfle.\n\n${record([cat])}`)).toEqual([]);
		expect(spansOf(`Le chat vifs somnolent ici.\n\n${record([cat])}`)).toEqual([]);
	});

	it("are found across line breaks and quote marks, which stay when the words go back", () => {
		expect(
			spansOf(`> Le chat\n> vif y somnole\n> ici.\n\n${record([cat])}`).map((span) => [span.words, span.undone]),
		).toEqual([
			["vif", "> Le chat\n> rapide y dort\n> ici."],
			["somnole", "> Le chat\n> rapide y dort\n> ici."],
		]);
		expect(
			spansOf(`Le chat vif\r\nsomnole ici.\r\n\r\n${record([cat]).replace(/\n/g, "\r\n")}`).map((span) => span.words),
		).toEqual(["vif", "somnole"]);
	});

	it("go back together with what had to agree with them, as far as it stands", () => {
		const building = adoption(
			"<La> <grande> <maison> <blanche> est <belle>.",
			"<Le> <grand> <bâtiment> <blanc> est <beau>.",
		);
		const back = (text: string): readonly (string | null)[] => [
			...new Set(spansOf(`${text}\n\n${record([building])}`).map(({ undone }) => undone)),
		];
		expect(back("Le grand bâtiment blanc est beau ce soir.")).toEqual(["La grande maison blanche est belle ce soir."]);
		expect(back("Le grand bâtiment blanc est très haut.")).toEqual(["La grande maison blanche est très haut."]);
	});

	it("do not go back where the writer wrote between them", () => {
		const course = adoption("Le bateau <est reparti> vers l'île.", "Le bateau <a mis le cap> vers l'île.");
		const spans = spansOf(`Le bateau a, hier, mis le cap vers l'île.\n\n${record([course])}`);
		expect(spans.map(({ words, undone }) => [words, undone])).toEqual([
			["a", null],
			["mis le cap", null],
		]);
	});

	it("of several sentences each stand for themselves", () => {
		const para = adoption(
			"Le <petit> chat dort. Il fait <très> froid. On rentre <vite>.",
			"Le <jeune> chat dort. Il fait <fort> froid. On rentre <tôt>.",
		);
		expect(spansOf(`Le jeune chat dort. Pluie. On rentre tôt.\n\n${record([para])}`)).toEqual([
			{ words: "jeune", before: "petit", undone: "Le petit chat dort. Pluie. On rentre vite." },
			{ words: "tôt", before: "vite", undone: "Le petit chat dort. Pluie. On rentre vite." },
		]);
	});

	it("are known by their sentence, not by themselves", () => {
		const vif = adoption("Le chat <rapide> dort.", "Le chat <vif> dort.");
		expect(spansOf(`Le chat vif mange. Le chat noir dort.\n\n${record([vif])}`)).toEqual([]);
		expect(spansOf(`Le chat vif mange. Le chat rapide y dort.\n\n${record([vif])}`)).toEqual([]);
		expect(spansOf(`Un vif débat.\n\nLe chat noir dort.\n\n${record([vif])}`)).toEqual([]);
		const long = adoption("Le chat <rapide> dort ici ce soir.", "Le chat <vif> dort ici ce soir.");
		expect(spansOf(`Un chat vif mange beaucoup dehors le soir.\n\n${record([long])}`)).toEqual([]);
		expect(spansOf(`Le chat vif dort dehors.\n\nRien de plus.\n\n${record([long])}`)).toEqual([]);
		expect(spansOf(`Le chat vif dort dehors ce soir.\n\nRien de plus.\n\n${record([long])}`)).toHaveLength(1);
		// A small word may be anyone's unless one of its neighbours came along.
		const small = adoption("Il boit <du> thé vert <le> soir.", "Il boit <un> thé vert <chaque> soir.");
		expect(spansOf(`Il boit, chaque jour, un grand verre de thé vert le soir.\n\n${record([small])}`)).toEqual([]);
		const short = adoption("<Non>", "<Oui>");
		expect(spansOf(`- Oui, il vient.\n- Peut-être\n\n${record([short])}`)).toEqual([]);
		expect(spansOf(`- Oui\n- Peut-être\n\n${record([short])}`).map(({ words }) => words)).toEqual(["Oui"]);
	});

	it("are not marked where the same sentence stands twice and nothing tells which was adopted", () => {
		const milk = adoption("Acheter du <pain>", "Acheter du <lait>");
		const text = `- Acheter du lait\n- Acheter du lait\n\n${record([milk])}`;
		const records = findRecords(text);
		expect(adoptedSpans(text, records)).toEqual([]);
		const first = { from: 13, to: 17 };
		expect(adoptedSpans(text, records, [{ ...first, adopted: null }])).toMatchObject([first]);
		expect(adoptedSpans(text, records, [{ ...first, adopted: "Acheter du lait" }])).toMatchObject([first]);
		// Adopted twice, both are.
		expect(spansOf(`- Acheter du lait\n- Acheter du lait\n\n${record([milk, milk])}`)).toHaveLength(2);
		// The writer wrote the one, and went on with the other: the edits were followed.
		const edited = `- Acheter du lait\n- Acheter du lait bio\n\n${record([milk])}`;
		expect(adoptedSpans(edited, findRecords(edited), [{ from: 31, to: 35, adopted: "Acheter du lait" }])).toMatchObject(
			[{ from: 31, to: 35 }],
		);
	});

	it("are found however far the record is, at the note's end or behind other records", () => {
		const vif = adoption("Le chat <rapide> dort.", "Le chat <vif> dort.");
		const filler = "Un mot de plus, et encore un autre. ".repeat(500);
		expect(
			spansOf(`Le chat vif dort.\n\n${filler}\n\n## Consultations\n\n${record([vif])}`).map(({ words }) => words),
		).toEqual(["vif"]);
		expect(
			spansOf(`Le chat vif dort toujours.\n\n${filler}\n\n## Consultations\n\n${record([vif])}`).map(
				({ words }) => words,
			),
		).toEqual(["vif"]);
		const long = adoption("Une <seule> phrase.", `Une <autre> phrase ${filler.replace(/\./g, ",")}.`);
		expect(
			spansOf(`Le chat vif dort.\n\n${`${record([long])}\n\n`.repeat(2)}${record([vif])}`).map(({ words }) => words),
		).toContain("vif");
	});

	it("are none where nothing was changed, nor where the words were taken back", () => {
		const sentence = "Le chat vif dort ici.";
		expect(spansOf(`${sentence}\n\n${record([adoption(sentence, sentence)])}`)).toEqual([]);
		const back = record([{ ...cat, takenBack: "2026-11-24" }]);
		expect(back).toContain("> **Taken back:** 2026-11-24");
		expect(spansOf(`Le chat vif y somnole ici.\n\n${back}`)).toEqual([]);
		expect(spansOf(`Le chat vif y somnole ici.\n\n${back.replace(/\n.*Taken back.*/, "")}`)).toHaveLength(2);
	});

	it("are what differs where a hand took the emphasis away", () => {
		expect(
			spansOf(`Le chat vif y somnole ici.\n\n${record([cat]).replace(/\*(\p{L}+)\*(?!\*)/gu, "$1")}`).map(
				({ words }) => words,
			),
		).toEqual(["vif", "somnole"]);
	});

	it("are those nearest above the record, below it only when none stands above", () => {
		const sentence = "Le chat vif y somnole ici.";
		const text = [sentence, sentence, record([cat]), sentence].join("\n\n");
		expect(adoptedSpans(text, findRecords(text))[0]?.from).toBe(28 + 8);
		expect(spansOf(`${record([cat])}\n\nLe chat vif y somnole ici.`).map((span) => span.words)).toEqual([
			"vif",
			"somnole",
		]);
	});

	it("are one where they stand in a row, and what is left of it once a part was rewritten", () => {
		const run = record([adoption("Le chat <rapide> <dort> ici.", "Le chat <vif> <somnole> ici.")]);
		expect(spansOf(`Le chat vif somnole ici.\n\n${run}`)).toEqual([
			{ words: "vif somnole", before: "rapide dort", undone: "Le chat rapide dort ici." },
		]);
		expect(spansOf(`Le chat vif dort ici.\n\n${run}`).map(({ words }) => words)).toEqual(["vif"]);
	});

	it("belong to the record that adopted them last", () => {
		const again = adoption("Le chat <vif> somnole ici.", "Le chat <agile> somnole ici.");
		expect(
			spansOf(`Le chat agile somnole ici.\n\n${record([cat, again])}`).map((span) => [span.words, span.before]),
		).toEqual([
			["agile", "vif"],
			["somnole", "dort"],
		]);
	});

	it("are never taken from the record itself, and never overlap", () => {
		expect(spansOf(`Rien.\n\n${record([cat])}`)).toEqual([]);
		const word = fc.constantFrom("le", "chat", "vif", "dort", "ici", "et", "là");
		const sentence = fc.array(word, { minLength: 3, maxLength: 8 });
		fc.assert(
			fc.property(sentence, sentence, fc.nat(7), fc.nat(7), (words, others, one, two) => {
				const change = (at: number, by: string): Adoption => {
					const index = at % words.length;
					return adoption(
						words.map((w, i) => (i === index ? `<${w}>` : w)).join(" "),
						words.map((w, i) => (i === index ? `<${by}>` : w)).join(" "),
					);
				};
				const kept = record([change(one, "vif"), change(two, "dort")]);
				const text = `${words.join(" ")}\n\n${others.join(" ")}\n\n${kept}`;
				const found = findRecords(text);
				const spans = adoptedSpans(text, found);
				spans.forEach((span, index) => {
					expect(span.to).toBeLessThanOrEqual(found[0]?.range.from ?? 0);
					expect(span.from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
					expect(["vif", "dort"]).toContain(text.slice(span.from, span.to));
				});
			}),
			{ numRuns: runs },
		);
	});
});
