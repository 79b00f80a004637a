import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordLabels } from "../../../src/core/record/labels";
import { mergeAtEnd, mergeRecord } from "../../../src/core/record/merge";
import type { ConsultationRecord, Identity } from "../../../src/core/record/model";
import { findRecords } from "../../../src/core/record/parse";
import { identityLine, printRecord } from "../../../src/core/record/print";
import { withoutRecords } from "../../../src/core/record/strip";
import { applyChanges } from "../../../src/core/text/text";
import { adoption, anyRecord, runs } from "./arbitrary";

const labels = recordLabels.en;
const doc = (text: string): Text => Text.of(text.split("\n"));

describe("several adoptions in one passage", () => {
	const first = adoption("Un chat.", "Un matou.");
	const note = `Un matou dort ici.\n\n${printRecord(first, labels)}\n\nAfter.`;
	const merge = (text: string, record: ConsultationRecord): string =>
		applyChanges(text, [mergeRecord(doc(text), 18, record, labels)]);

	it("share one callout by one model, with tokens, cost and carbon summed and the later date", () => {
		const merged = merge(note, adoption("dort", "somnole", { date: "2026-11-24" }));
		const records = findRecords(merged);
		expect(records).toHaveLength(1);
		expect(records[0]?.record.adoptions.map((one) => one.adopted)).toEqual(["Un matou.", "somnole"]);
		expect(records[0]?.record.date).toBe("2026-11-24");
		expect(records[0]?.record.identity).toMatchObject({
			tokens: { prompt: 1600, completion: 120 },
			cost: { amount: 0.006 },
			carbon: { central: 0.2 },
		});
		expect(withoutRecords(merged)).toBe("Un matou dort ici.\n\nAfter.");
	});

	it("have callouts of their own for another model, another objective, a kept answer", () => {
		const other = adoption("a", "b");
		const kept = { question: "Clear?", answer: "Yes.", incomplete: false };
		for (const record of [
			{ ...other, identity: { ...other.identity, model: "anthropic/claude-4-sonnet" } },
			{ ...other, objective: "Shorter" },
			{ ...other, adoptions: [], kept },
		])
			expect(findRecords(merge(note, record))).toHaveLength(2);
	});

	it.each([
		["a remark", (text: string) => text.replace("**Adopted:** Un matou.", "**Adopted:** Un matou.\n> My remark.")],
		["a remark at its end", (text: string) => text.replace("\n\nAfter", "\n>\n> My remark.\n\nAfter")],
		["another fold", (text: string) => text.replace("[!ai]-", "[!ai]+")],
		[
			"words taken back",
			(text: string) => text.replace("**Adopted:** Un matou.", "**Adopted:** Un matou.\n> **Taken back:** 2026-11-23"),
		],
		[
			"a formatter's marks",
			(text: string) => text.replace(/> \*\*(\w+):\*\*/g, "> __$1:__").replace("*matou*", "_matou_"),
		],
		[
			"a formatter's breaks",
			(text: string) => text.replace("Un chat.", "Un chat.  ").replace("Un *chat*.", "Un *chat*.  "),
		],
		["no space after the marks", (text: string) => text.replace(/^> /gm, ">")],
		[
			"labels in another language",
			(text: string) => text.replace("Before:", "Avant\u00a0:").replace("Adopted:", "Adopté\u00a0:"),
		],
		["its last line first", (text: string) => text.replace(/(> \*\*Before[^]*?)\n>\n(> `.*)/, "$2\n>\n$1")],
	])("go into a record with %s, and leave it that", (_what, edit) => {
		const edited = edit(note);
		expect(findRecords(edited)).toHaveLength(1);
		const merged = merge(edited, adoption("a", "b", { date: "2026-11-24" }));
		expect(findRecords(merged)).toHaveLength(1);
		expect(findRecords(merged)[0]?.record.adoptions.map((one) => one.adopted)).toEqual(["Un matou.", "b"]);
		const lines = merged.split("\n");
		for (const line of edited.split("\n")) if (!/^> ?`|\[!ai\]/.test(line)) expect(lines).toContain(line);
		expect(lines).toContain(
			edited
				.split("\n")
				.find((line) => line.includes("[!ai]"))
				?.replace("2026-11-23", "2026-11-24"),
		);
		expect(withoutRecords(merged)).toBe(withoutRecords(note));
	});

	it("stand together with what a hand has done, over generated records and edits, or apart; nothing is lost", () => {
		const edits = fc.array(
			fc.tuple(
				fc.nat(30),
				fc.constantFrom(
					"> My remark.",
					">",
					"> - a point",
					"> **Taken back:** 2026-11-23",
					"> **Adopted:** forged",
					"> `x/y` via Z",
					"> [!ai]- Nested",
				),
			),
			{ maxLength: 2 },
		);
		fc.assert(
			fc.property(anyRecord, anyRecord, edits, fc.nat(2), (one, two, added, earlier) => {
				const record = {
					...two,
					objective: one.objective,
					kept: null,
					identity: { ...two.identity, model: one.identity.model, via: one.identity.via },
				};
				const lines = printRecord({ ...one, kept: null }, labels).split("\n");
				for (const [at, line] of added) lines.splice(1 + (at % lines.length), 0, line);
				const text = `Un matou dort ici.\n\n${lines.join("\n")}\n\nAfter.`;
				const before = findRecords(text);
				const placed = applyChanges(text, [mergeRecord(doc(text), 18, record, labels, { earlier })]);
				const after = findRecords(placed);
				const adoptions = (all: typeof after): string[] =>
					all.flatMap((each) =>
						each.record.adoptions.map(
							(adopted) => `${each.record.identity.model} ${adopted.before} > ${adopted.adopted}`,
						),
					);
				expect(adoptions(after).sort()).toEqual(
					[...adoptions(before), ...adoptions(findRecords(printRecord(record, labels)))].sort(),
				);
				const counts = new Map<string, number>();
				for (const line of placed.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
				const gone = text
					.split("\n")
					.filter((line) => (counts.set(line, (counts.get(line) ?? 0) - 1).get(line) ?? 0) < 0);
				// All that may change of what stood there: the date in the title, the identity line.
				expect(gone.filter((line) => !line.startsWith("> `") && !line.startsWith("> [!ai]-"))).toEqual([]);
			}),
			{ numRuns: Math.max(runs, 1000) },
		);
	});

	it("count what an answer took once, and know it once it is known", () => {
		const unknown = { tokens: null, cost: null, carbon: null };
		const record = adoption("a", "b");
		const streaming = note.replace(
			/> `.*/,
			identityLine({ ...record.identity, ...unknown }, false, labels).replace(/^/, "> "),
		);
		const of = (text: string, earlier: number): Identity | undefined =>
			findRecords(applyChanges(text, [mergeRecord(doc(text), 18, record, labels, { earlier })]))[0]?.record.identity;
		expect(of(note, 0)).toMatchObject({ tokens: { prompt: 1600, completion: 120 } });
		expect(of(note, 1)).toEqual(record.identity);
		expect(of(streaming, 1)).toEqual(record.identity);
		expect(of(streaming, 0)).toMatchObject(unknown);
	});

	it("are unknown in sum where one is unknown", () => {
		const record = adoption("a", "b");
		const merged = findRecords(merge(note, { ...record, identity: { ...record.identity, cost: null } }))[0]?.record
			.identity;
		expect(merged?.cost).toBeNull();
		expect(merged?.tokens).not.toBeNull();
	});

	it("keep a raw text's line breaks", () => {
		const raw = note.replace(/\n/g, "\r\n");
		const merged = applyChanges(raw, [
			mergeRecord(doc(raw), 18, adoption("a", "b"), labels, { lineSeparator: "\r\n" }),
		]);
		expect(findRecords(merged)[0]?.record.adoptions).toHaveLength(2);
		expect(merged.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
	});

	it("do not merge past another block", () => {
		const apart = note.replace("\n\n> [!ai]", "\n\nBetween.\n\n> [!ai]");
		expect(findRecords(merge(apart, adoption("a", "b")))).toHaveLength(2);
	});
});

describe("several adoptions at the end of the note", () => {
	const heading = "## Consultations";
	const at = (text: string, record: ConsultationRecord, earlier = 0): string =>
		applyChanges(text, [mergeAtEnd(doc(text), record, labels, heading, { earlier })]);
	const models = (text: string): string[] =>
		findRecords(text).map(
			(found) => `${found.record.identity.model}: ${found.record.adoptions.map((one) => one.adopted).join(", ")}`,
		);

	it("share one callout when they are of one sentence or of one answer", () => {
		const once = at("One.\n\nTwo.\n", adoption("One.", "Uno."));
		expect(models(at(once, adoption("Uno.", "Un.")))).toEqual(["anthropic/claude-4-sonnet-20250522: Uno., Un."]);
		expect(models(at(once, adoption("One.", "Un.")))).toHaveLength(1);
		expect(models(at(once, adoption("Two.", "Deux."), 1))).toHaveLength(1);
		expect(findRecords(at(once, adoption("Two.", "Deux."), 1))[0]?.record.identity.tokens).toEqual({
			prompt: 800,
			completion: 60,
		});
		expect(models(at(once, adoption("Two.", "Deux.")))).toHaveLength(2);
	});

	it("touch no record elsewhere in the note", () => {
		const below = `One.\n\n${printRecord(adoption("One.", "Uno."), labels)}\n`;
		expect(at(below, adoption("Uno.", "Un."))).toBe(
			`${below}\n${heading}\n\n${printRecord(adoption("Uno.", "Un."), labels)}\n`,
		);
		const after = `${heading}\n\nOther\n---\n${printRecord(adoption("One.", "Uno."), labels)}\n`;
		expect(at(after, adoption("Uno.", "Un."))).toBe(
			after.replace(`${heading}\n\n`, `${heading}\n\n${printRecord(adoption("Uno.", "Un."), labels)}\n\n`),
		);
	});
});
