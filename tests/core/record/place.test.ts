import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordLabels } from "../../../src/core/record/labels";
import type { ConsultationRecord } from "../../../src/core/record/model";
import { findRecords } from "../../../src/core/record/parse";
import { mergeRecord, placeAtEnd, placeRecord } from "../../../src/core/record/place";
import { printRecord } from "../../../src/core/record/print";
import { takenBack } from "../../../src/core/record/taken-back";
import { withoutRecords } from "../../../src/core/record/strip";
import { applyChanges } from "../../../src/core/text";
import { anyRecord, runs } from "./arbitrary";

const labels = recordLabels.en;
const doc = (text: string): Text => Text.of(text.split("\n"));
const place = (text: string, at: number, record = "> [!ai]- R"): string => applyChanges(text, [placeRecord(doc(text), at, record)]);

function adoption(before: string, adopted: string, change: Partial<ConsultationRecord> = {}): ConsultationRecord {
	return {
		modelName: "Claude Sonnet 4",
		objective: "Other words",
		date: "2026-11-23",
		adoptions: [{ before, adopted, changedBefore: [], changedAdopted: [], takenBack: null }],
		kept: null,
		identity: {
			model: "anthropic/claude-4-sonnet-20250522", via: "OpenRouter", provider: "Anthropic",
			tokens: { prompt: 800, completion: 60 }, cost: { amount: 0.003, currency: "USD", listed: null }, carbon: { central: 0.1, low: 0.01, high: 0.3 },
		},
		...change,
	};
}

describe("placing a record", () => {
	it("sets it off by one blank line, none doubled", () => {
		expect(place("One.\n\nTwo.", 4)).toBe("One.\n\n> [!ai]- R\n\nTwo.");
		expect(place("One.\nTwo.", 4)).toBe("One.\n\n> [!ai]- R\n\nTwo.");
		expect(place("One.\n\n\nTwo.", 4)).toBe("One.\n\n> [!ai]- R\n\n\nTwo.");
		expect(place("One.\n# Two", 2)).toBe("One.\n\n> [!ai]- R\n\n# Two");
	});

	it("leaves the end of the note as it was: with a break or without", () => {
		expect(place("One.", 4)).toBe("One.\n\n> [!ai]- R");
		expect(place("One.\n", 4)).toBe("One.\n\n> [!ai]- R\n");
		expect(place("One.\n\n", 4)).toBe("One.\n\n> [!ai]- R\n\n");
	});

	it("takes a place on a blank line as it is", () => {
		expect(place("", 0)).toBe("> [!ai]- R");
		expect(place("One.\n", 5)).toBe("One.\n\n> [!ai]- R");
		expect(place("One.\n\nTwo.", 5)).toBe("One.\n\n> [!ai]- R\n\nTwo.");
		expect(place("One.\n\n\nTwo.", 6)).toBe("One.\n\n> [!ai]- R\n\nTwo.");
	});

	it("stands above code that nothing ends: within, it would be code", () => {
		expect(place("One.\n\n```js\nlet x;\n", 20)).toBe("One.\n\n> [!ai]- R\n\n```js\nlet x;\n");
		expect(place("One.\n~~~\nx", 10)).toBe("One.\n\n> [!ai]- R\n\n~~~\nx");
		expect(place("```\nx", 5)).toBe("> [!ai]- R\n\n```\nx");
		expect(place("```\nx\n```\n> ```\n> y", 19)).toBe("```\nx\n```\n> ```\n> y\n\n> [!ai]- R");
		const end = (text: string): string => applyChanges(text, [placeAtEnd(doc(text), "> [!ai]- R", "## Consultations")]);
		expect(end(end("One.\n\n```\nx"))).toBe("One.\n\n## Consultations\n\n> [!ai]- R\n\n> [!ai]- R\n\n```\nx");
	});

	it("is found again below an item that is code", () => {
		expect(findRecords(place("- ```\n  let x;\n  ```\n- One.", 20, printRecord(adoption("One.", "Two."), labels)))).toHaveLength(1);
	});

	it("writes a raw text's own line breaks", () => {
		const raw = "One.\r\nTwo.\r\n";
		const change = placeRecord(doc(raw), 4, "> [!ai]- R\n> x", "\r\n");
		expect(applyChanges(raw, [change])).toBe("One.\r\n\r\n> [!ai]- R\r\n> x\r\n\r\nTwo.\r\n");
		const end = placeRecord(doc(raw), 10, "> [!ai]- R", "\r\n");
		expect(applyChanges(raw, [end])).toBe("One.\r\nTwo.\r\n\r\n> [!ai]- R\r\n");
	});

	it("is undone by leaving records out, byte for byte, after any paragraph", () => {
		const paragraph = fc.constantFrom("One.", "Two words\nand two.", "> a quote\n> of two", "- an item\n  - another", "```\ncode\n```", "# Heading", "| a |\n|---|\n| b |");
		fc.assert(fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), fc.nat(4), fc.constantFrom("", "\n"), anyRecord, (paragraphs, index, end, record) => {
			const note = paragraphs.join("\n\n") + end;
			const at = paragraphs.slice(0, (index % paragraphs.length) + 1).join("\n\n").length;
			const placed = applyChanges(note, [placeRecord(doc(note), at, printRecord(record, labels))]);
			expect(findRecords(placed)).toHaveLength(1);
			expect(withoutRecords(placed)).toBe(note);
		}), { numRuns: runs });
	});
});

describe("at the end of the note", () => {
	const end = (text: string): string => applyChanges(text, [placeAtEnd(doc(text), "> [!ai]- R", "## Consultations")]);

	it("stands under a heading, which is written once", () => {
		expect(end("One.\n")).toBe("One.\n\n## Consultations\n\n> [!ai]- R\n");
		expect(end("One.\n\n## Consultations\n\n> [!ai]- Q\n")).toBe("One.\n\n## Consultations\n\n> [!ai]- Q\n\n> [!ai]- R\n");
		expect(end("")).toBe("## Consultations\n\n> [!ai]- R\n");
	});

	it("goes into its section when others follow, and takes no heading in code for it", () => {
		expect(end("## Consultations\n\n### 2026\n\n## Sources\nx")).toBe("## Consultations\n\n### 2026\n\n> [!ai]- R\n\n## Sources\nx");
		expect(end("```\n## Consultations\n```")).toBe("```\n## Consultations\n```\n\n## Consultations\n\n> [!ai]- R");
	});
});

describe("several adoptions in one passage", () => {
	const first = adoption("Un chat.", "Un matou.");
	const note = `Un matou dort ici.\n\n${printRecord(first, labels)}\n\nAfter.`;
	const merge = (text: string, record: ConsultationRecord): string => applyChanges(text, [mergeRecord(doc(text), 18, record, labels)]);

	it("share one callout by one model, with tokens, cost and carbon summed and the later date", () => {
		const merged = merge(note, adoption("dort", "somnole", { date: "2026-11-24" }));
		const records = findRecords(merged);
		expect(records).toHaveLength(1);
		expect(records[0]?.record.adoptions.map((one) => one.adopted)).toEqual(["Un matou.", "somnole"]);
		expect(records[0]?.record.date).toBe("2026-11-24");
		expect(records[0]?.record.identity).toMatchObject({ tokens: { prompt: 1600, completion: 120 }, cost: { amount: 0.006 }, carbon: { central: 0.2 } });
		expect(withoutRecords(merged)).toBe("Un matou dort ici.\n\nAfter.");
	});

	it("have callouts of their own for another model, another objective, a kept answer", () => {
		const other = adoption("a", "b");
		const kept = { question: "Clear?", answer: "Yes.", incomplete: false };
		for (const record of [
			{ ...other, identity: { ...other.identity, model: "anthropic/claude-4-sonnet" } },
			{ ...other, objective: "Shorter" },
			{ ...other, adoptions: [], kept },
		]) expect(findRecords(merge(note, record))).toHaveLength(2);
	});

	it("gather also in one whose words were taken back", () => {
		const text = "Le chat vif.\n\nFin.";
		const first = mergeRecord(doc(text), 12, adoption("Le chat rapide.", "Le chat vif."), labels);
		const once = applyChanges(text, [first]);
		const [found] = findRecords(once);
		if (found === undefined) throw new Error("No record was placed.");
		const back = applyChanges(once, [takenBack(once, found, 0, "2026-11-24", labels)]);
		const twice = applyChanges(back, [mergeRecord(doc(back), 12, adoption("Le chat rapide.", "Le chat agile."), labels)]);
		const records = findRecords(twice);
		expect(records).toHaveLength(1);
		expect(records[0]?.record.adoptions.map(({ adopted, takenBack: date }) => [adopted, date])).toEqual([["Le chat vif.", "2026-11-24"], ["Le chat agile.", null]]);
	});

	it("leave a record alone that a hand has changed, and keep the fold the writer chose", () => {
		const edited = note.replace("**Adopted:** Un matou.", "**Adopted:** Un matou.\n> My remark.");
		const merged = merge(edited, adoption("a", "b"));
		expect(findRecords(merged)).toHaveLength(2);
		expect(merged).toContain("My remark.");
		expect(merge(note.replace("[!ai]-", "[!ai]+"), adoption("a", "b"))).toContain("> [!ai]+ Claude");
	});

	it("are unknown in sum where one is unknown", () => {
		const record = adoption("a", "b");
		const merged = findRecords(merge(note, { ...record, identity: { ...record.identity, cost: null } }))[0]?.record.identity;
		expect(merged?.cost).toBeNull();
		expect(merged?.tokens).not.toBeNull();
	});

	it("keep a raw text's line breaks", () => {
		const raw = note.replace(/\n/g, "\r\n");
		const merged = applyChanges(raw, [mergeRecord(doc(raw), 18, adoption("a", "b"), labels, "\r\n")]);
		expect(findRecords(merged)[0]?.record.adoptions).toHaveLength(2);
		expect(merged.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
	});

	it("do not merge past another block", () => {
		const apart = note.replace("\n\n> [!ai]", "\n\nBetween.\n\n> [!ai]");
		expect(findRecords(merge(apart, adoption("a", "b")))).toHaveLength(2);
	});
});
