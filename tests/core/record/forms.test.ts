import fc from "fast-check";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { inlineSpans } from "../../../src/core/markdown/inline";
import { adoptionsOf } from "../../../src/core/record/adoptions";
import { turnRecords } from "../../../src/core/record/forms";
import { recordLabels } from "../../../src/core/record/labels";
import { adoptedSpans } from "../../../src/core/record/marks";
import { mergeRecord } from "../../../src/core/record/merge";
import type { ConsultationRecord } from "../../../src/core/record/model";
import { normalRecord } from "../../../src/core/record/normal";
import { findRecords } from "../../../src/core/record/parse";
import { printRecord, recordFormNames, type RecordForm } from "../../../src/core/record/print";
import { withoutRecords } from "../../../src/core/record/strip";
import { applyChanges } from "../../../src/core/text/text";
import { Text } from "@codemirror/state";
import { sampleSize, seedOf } from "../../sampling";
import { adoption, anyRecord, runs } from "./arbitrary";

const labels = recordLabels.fr;
const printed = (record: ConsultationRecord, form: RecordForm): string => printRecord(record, labels, form);
const kept = (answer: string): ConsultationRecord => ({
	...adoption("a", "b"),
	adoptions: [],
	kept: { question: "Est-ce clair ?", answer, incomplete: false },
});

describe.each(recordFormNames)("a record of the form %s", (form) => {
	it("is read as it was printed, left out of the context, and frozen in a passage", () => {
		fc.assert(
			fc.property(anyRecord, (record) => {
				const text = printed(record, form);
				expect(findRecords(text).map((found) => found.record)).toEqual([normalRecord(record, labels)]);
				expect(withoutRecords(`Avant.\n\n${text}\n\nAprès.\n`)).toBe("Avant.\n\nAprès.\n");
				const spans = inlineSpans(`Avant.\n\n${text}`);
				expect(spans.filter(({ kind }) => kind === "layout")).toContainEqual({
					from: 8,
					to: 8 + text.length,
					kind: "layout",
					frozen: true,
				});
			}),
			{ numRuns: runs },
		);
	});

	it("holds nothing that ends it or begins another, whatever the answer is", () => {
		const answer =
			"> [!quote]- X · Y · 2026-01-01\n*Claude* · Q · 2026-01-01\n`a/b` via C · 1 + 1 jetons\n\n" +
			"---\n**Adopté :** x";
		const [found, ...others] = findRecords(`${printed(kept(answer), form)}\n\nAprès.`);
		expect(others).toEqual([]);
		expect(found?.record).toEqual(normalRecord(kept(answer), labels));
	});

	it("takes more of the same answer, and its date, where it stands", () => {
		const first = adoption("Un chat.", "Un matou.");
		const note = `Un matou dort ici.\n\n${printed(first, form)}\n`;
		const second = adoption("dort", "somnole", { date: "2026-11-24" });
		const change = mergeRecord(Text.of(note.split("\n")), 18, second, labels);
		const [found, ...others] = findRecords(applyChanges(note, [change]));
		expect(others).toEqual([]);
		expect(found?.record).toMatchObject({ date: "2026-11-24", modelName: "Claude Sonnet 4", objective: "Other words" });
		expect(found?.record.adoptions.map(({ adopted }) => adopted)).toEqual(["Un matou.", "somnole"]);
	});

	it.each(["always", "never", "preserve"] as const)(
		"is still read after a formatter with proseWrap %s",
		async (proseWrap) => {
			const texts = [
				"Le chat *rapide* dort sur le mur du jardin, et personne ne le voit de toute la journée, sauf moi.",
				"Court.",
				"Un prix de 3,50 € (environ), une date : 2026-01-02 ; « et » des guillemets, un tiret - puis un " +
					"autre · là, dans une phrase longue.",
				"[Un lien](https://example.org) et [[Note|un autre]], puis #mot et `code` dans la même phrase un " +
					"peu longue.",
			];
			const sentence = fc.constantFrom(...texts);
			const record = fc
				.record({
					objective: fc.constantFrom(
						"Autres mots",
						"Est-ce clair ?",
						"Qu’est-ce que ça évoque, au juste, pour un lecteur ?",
					),
					adoptions: fc.array(fc.tuple(sentence, sentence, fc.boolean()), { maxLength: 3 }),
					kept: fc.option(fc.tuple(sentence, fc.array(sentence, { maxLength: 3 }))),
					provider: fc.constantFrom("Anthropic", "Amazon Bedrock (eu-west-3)", null),
					listed: fc.constantFrom("2026-11-01", null),
					cost: fc.boolean(),
				})
				.map(({ objective, adoptions, kept: answer, provider, listed, cost }): ConsultationRecord => {
					const usual = adoption("a", "b");
					return {
						...usual,
						objective,
						adoptions: adoptions.map(([before, adopted, back]) => ({
							before,
							adopted,
							changedBefore: [{ from: 0, to: 4 }],
							changedAdopted: [{ from: 0, to: 4 }],
							takenBack: back ? "2026-11-24" : null,
						})),
						kept: answer === null ? null : { question: answer[0], answer: answer[1].join("\n"), incomplete: false },
						identity: { ...usual.identity, provider, cost: cost ? { amount: 0.0034, currency: "USD", listed } : null },
					};
				});
			// A formatter may break the lines of an answer elsewhere, and writes its emphasis with other marks.
			const loose = (one: ConsultationRecord): unknown => ({
				...one,
				kept:
					one.kept === null ? null : { ...one.kept, answer: one.kept.answer.split(/\s+/).join(" ").replace(/_/g, "*") },
			});
			await fc.assert(
				fc.asyncProperty(record, fc.constantFrom(40, 80, 100, 120), async (one, printWidth) => {
					const note = `Une phrase.\n\n${printed(one, form)}\n\nUne autre.\n`;
					const formatted = await format(note, { parser: "markdown", proseWrap, printWidth });
					expect({ formatted, read: findRecords(formatted).map((found) => loose(found.record)) }).toEqual({
						formatted,
						read: [loose(normalRecord(one, labels))],
					});
					expect(withoutRecords(formatted)).toBe("Une phrase.\n\nUne autre.\n");
				}),
				{ numRuns: sampleSize(40), ...seedOf(3) },
			);
		},
	);

	it.each(recordFormNames)("turns into %s in its place, and back, to the byte", (other) => {
		fc.assert(
			fc.property(
				anyRecord,
				fc.constantFrom("\n", "\r\n"),
				fc.constantFrom("", "- un\n- "),
				(record, lineBreak, item) => {
					const around = (one: string): string =>
						(
							`Avant.  \n\n${item}${item === "" ? one : one.replace(/\n/g, "\n  ")}\n\n` +
							"Après \t\n> Une citation à moi.\n"
						).replace(/\n/g, lineBreak);
					const note = around(printed(record, form));
					const turned = turnRecords(note, other);
					fc.pre(turned.left === 0);
					const there = applyChanges(note, turned.changes);
					expect(there).toBe(around(printed(record, other)));
					expect(applyChanges(there, turnRecords(there, form).changes)).toBe(note);
				},
			),
			{ numRuns: sampleSize(60), ...seedOf(4) },
		);
	});
});

describe("what quotes a model", () => {
	const identity = "`mistralai/mistral-medium-3.1` via OpenRouter (Mistral) · 995 + 88 jetons · 0,0006 $";

	it.each(["chatgpt", "claude", "llm", "note", "AI"])(
		"is known by its identity line in a callout of type %s",
		(type) => {
			const text = `> [!${type}] Whatever\n> Words.\n>\n> ${identity}`;
			expect(findRecords(text)[0]?.record.identity.model).toBe("mistralai/mistral-medium-3.1");
			expect(withoutRecords(`A.\n\n${text}\n\nB.`)).toBe("A.\n\nB.");
		},
	);

	it("is known in a plain quote, with or without a signature", () => {
		const signed = `> Le voisin parle en jardinier.\n>\n> *Mistral Medium 3.1*\n>\n> ${identity}`;
		expect(findRecords(signed)[0]?.record).toMatchObject({ kept: null, adoptions: [], date: "" });
		expect(findRecords(signed.replace(/> \*.*\n>\n/, ""))).toHaveLength(1);
		expect(findRecords(`> Quote.\n> > Words.\n> > ${identity}`)[0]?.depth).toBe(2);
	});

	it("is left out of the context where a formatter escaped its head", () => {
		expect(withoutRecords("A.\n\n> \\[!ai]- Claude\n> x\n\nB.")).toBe("A.\n\nB.");
		expect(findRecords(printed(kept("Oui."), "ai").replace("[!ai]", "\\[!ai]"))).toHaveLength(1);
	});

	it("is not what has no identity line: that is the writer's", () => {
		for (const own of [
			"> [!quote]- Claude Sonnet 4 · Est-ce clair ? · 2026-11-23\n> Words.",
			"> Someone said so.\n>\n> *Claude Sonnet 4*",
			"> `code` is what I use",
			`> \`\`\`\n> ${identity}\n> \`\`\``,
			`\`\`\`\n> ${identity}\n\`\`\``,
			identity,
		]) {
			expect(findRecords(own)).toEqual([]);
			expect(withoutRecords(`A.\n\n${own}\n`)).toBe(`A.\n\n${own}\n`);
		}
	});

	it("stays as it is where turning it would lose something, and is counted", () => {
		const own = printed(kept("Oui."), "ai").replace(/ai\]- .*/, "ai]- A title of my own");
		expect(turnRecords(own, "signed")).toEqual({ changes: [], turned: 0, left: 1 });
		expect(turnRecords(own, "quote")).toMatchObject({ turned: 1, left: 0 });
		expect(turnRecords(`${own}\n\n${printed(kept("Non."), "ai")}`, "signed")).toMatchObject({ turned: 1, left: 1 });
	});

	it("keeps what a hand noted in it", () => {
		const noted = printed(kept("Oui."), "ai").replace("> `", "> My remark.  \n>\n> `");
		const { changes } = turnRecords(noted, "signed");
		expect(applyChanges(noted, changes)).toContain("> My remark.  \n");
	});
});

describe("what a record says", () => {
	const changed = (text: string, ...words: readonly (readonly [string, string])[]): string => {
		const changes = words.map(([from, insert]) => ({
			from: text.indexOf(from),
			to: text.indexOf(from) + from.length,
			insert,
		}));
		const made = { ...adoption("a", "b"), adoptions: adoptionsOf(text, 0, changes) };
		return printRecord(made, recordLabels.en);
	};

	it.each([
		["Le [chat](https://example.org/a_(b)) dort.", ["chat", "matou"], "Le *matou* dort."],
		['Le chat [dort](x.md "t").', ["chat", "matou"], "Le *matou* dort."],
		["Le [[Chats|chat]] dort.", ["chat", "matou"], "Le *matou* dort."],
		["Le chat dort dans [[Maison]].", ["dort", "vit"], "Le chat *vit* dans Maison."],
		["Le chat [dort][ref].", ["chat", "matou"], "Le *matou* dort."],
	] as const)("shows links by their words: %s", (text, words, adopted) => {
		expect(changed(text, words)).toContain(`**Adopted:** ${adopted}`);
	});

	it("emphasises a run of changed words once", () => {
		const text = changed("Une petite maison dort.", ["Une", "La"], ["petite", "grande"], ["maison", "bâtisse"]);
		expect(text).toContain("**Before:** *Une petite maison* dort.");
		expect(text).toContain("**Adopted:** *La grande bâtisse* dort.");
	});

	it("has no square brackets in its title", () => {
		const text = printRecord({ ...kept("x"), modelName: "Qwen [free]", objective: "[[x]] ![y](z)" }, labels);
		expect(text.split("\n")[0]?.replace("[!ai]", "")).not.toMatch(/[[\]]/);
	});

	it("has no tokens of a model's template in its title", () => {
		for (const name of ["Qwen3 8B<|im_end|>", "<s> Qwen3 8B</s>", "<｜Assistant｜>Qwen3 8B", "Qwen3 8B<|<|eot|>x|>"]) {
			const [title] = printRecord({ ...kept("x"), modelName: name }, labels).split("\n");
			expect(title).toMatch(/\[!ai\]- Qwen3 8B ·/);
		}
	});

	it("leads back to words beside and within links, of earlier records too", () => {
		const text = "Le chat dort sur [le mur](https://example.org/a-b) de la maison.";
		for (const [word, insert] of [
			["dort", "somnole"],
			["mur", "toit"],
		] as const) {
			const change = { from: text.indexOf(word), to: text.indexOf(word) + word.length, insert };
			const now = applyChanges(text, [change]);
			const source = {
				before: text,
				adopted: now,
				changedBefore: [{ from: change.from, to: change.to }],
				changedAdopted: [{ from: change.from, to: change.from + insert.length }],
				takenBack: null,
			};
			for (const adoptions of [adoptionsOf(text, 0, [change]), [source]]) {
				const note = `${now}\n\n${printRecord({ ...adoption("a", "b"), adoptions }, labels)}\n`;
				const [span] = adoptedSpans(note, findRecords(note));
				expect(note.slice(span?.from, span?.to)).toBe(insert);
				expect(applyChanges(note, span?.undo ?? []).startsWith(`${text}\n`)).toBe(true);
			}
		}
	});
});
