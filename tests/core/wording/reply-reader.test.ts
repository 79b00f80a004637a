import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowReader } from "../../../src/core/wording/reply-reader";
import type { Row } from "../../../src/core/wording/candidate";
import { sampleSize } from "../../sampling";

interface MalformedCase {
	readonly id: string;
	readonly why: string;
	readonly original: string;
	readonly asked: number;
	readonly raw: string;
	readonly sentences: readonly string[];
}
const load = (file: string): MalformedCase[] =>
	readFileSync(path.resolve(import.meta.dirname, "../../cases", file), "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as MalformedCase);
const cases = [
	"malformed-outputs.jsonl",
	"malformed-outputs-2.jsonl",
	"more-malformed-outputs.jsonl",
	"kept-malformed-outputs.jsonl",
].flatMap(load);
const runs = sampleSize(200);

function readIn(pieces: readonly string[], original: string, asked: number): { rows: Row[]; unreadable: number } {
	const reader = new RowReader({ original, asked });
	const rows = pieces.flatMap((piece) => [...reader.push(piece)]);
	rows.push(...reader.end());
	return { rows, unreadable: reader.unreadable };
}

describe("a reply as models really send it", () => {
	it.each(cases.map((one) => [one.id, one.why, one] as const))("%s: %s", (_id, _why, one) => {
		expect(readIn([one.raw], one.original, one.asked).rows.map(({ text }) => text)).toEqual(one.sentences);
	});

	it.each(cases.map((one) => [one.id, one] as const))("%s, letter by letter", (_id, one) => {
		expect(readIn([...one.raw], one.original, one.asked).rows.map(({ text }) => text)).toEqual(one.sentences);
	});
});

describe("the reader", () => {
	it("gives a row with its gloss as soon as its last byte is there", () => {
		const reader = new RowReader({ original: "It is good.", asked: 5 });
		expect(reader.push('{"text":"It is fine.","gloss":"pla')).toEqual([]);
		expect(reader.push('iner"}')).toEqual([{ text: "It is fine.", gloss: "plainer" }]);
		expect(reader.push('\n{"text":"It is sound."}')).toEqual([{ text: "It is sound.", gloss: "" }]);
		expect(reader.end()).toEqual([]);
	});

	it("reads bare JSON texts, one a line or in one list", () => {
		expect(readIn(['"It is fine."\n"It is sound."\n'], "It is good.", 5).rows.map(({ text }) => text)).toEqual([
			"It is fine.",
			"It is sound.",
		]);
		expect(readIn(['["It is fine.", "It is sound."]'], "It is good.", 5).rows.map(({ text }) => text)).toEqual([
			"It is fine.",
			"It is sound.",
		]);
	});

	it("counts what it could not read, and takes an empty list for a good answer", () => {
		expect(readIn(['{"text":"It is fine."}\n{"text":"It is so'], "It is good.", 5)).toMatchObject({ unreadable: 1 });
		expect(readIn(["[]"], "It is good.", 5)).toEqual({ rows: [], unreadable: 0 });
	});

	it("begins anew with nothing that it could not read before", () => {
		const reader = new RowReader({ original: "It is good.", asked: 5 });
		reader.push('{"text": 5}\n');
		expect(reader.unreadable).toBe(1);
		reader.restart();
		expect(reader.unreadable).toBe(0);
		// What is still thinking when it ends has no row, be it unreadable.
		reader.push("<think>The writer wants");
		expect(reader.end()).toEqual([]);
		expect(reader.unreadable).toBe(0);
	});

	it("reads a reply of any depth and length to its end, and gives what of it is a row", () => {
		const row = '{"text":"It is fine."}';
		const noise = [
			"[".repeat(8_000),
			"[ ".repeat(4_000),
			'{"text":'.repeat(5_000),
			'[{"a":'.repeat(5_000),
			"```".repeat(20_000),
			"> ".repeat(20_000),
			'"'.repeat(8_000),
			"It is long. ".repeat(20_000),
		];
		for (const one of noise) {
			expect(readIn([`${row}\n${one}`], "It is good.", 5).rows[0]?.text, one.slice(0, 8)).toBe("It is fine.");
			const pieces = one.match(/[^]{1,4000}/g) ?? [];
			expect(readIn([`${row}\n`, ...pieces], "It is good.", 5).rows[0]?.text, one.slice(0, 8)).toBe("It is fine.");
		}
	});

	it("gives the same rows of a long passage in one piece and in many", () => {
		const original = Array.from({ length: 120 }, (_, n) => `Sentence number ${n} says something good.`).join(" ");
		const rows = ["fine", "sound", "fair"].map((word) => original.replace("good", word));
		const reply = rows.map((text) => JSON.stringify({ text, gloss: "plainer" })).join("\n");
		const whole = readIn([reply], original, 3);
		expect(whole.rows.map(({ text }) => text)).toEqual(rows);
		expect(readIn(reply.match(/[^]{1,50}/g) ?? [], original, 3)).toEqual(whole);
	});

	it.each([
		["an empty list", "[]"],
		["an empty list in a fence", "```json\n[]\n```"],
		["an empty list in an object", '{"proposals": []}'],
		["an empty list with words around it", "I would leave your words alone.\n\n[]\n"],
		["the sentence itself", '{"text": "It is good.", "gloss": "as it was"}'],
		["the sentence itself, as a line", "It is good.\n"],
	])("hears that nothing is better from %s", (_what, reply) => {
		for (const pieces of [[reply], [...reply]]) {
			const reader = new RowReader({ original: "It is good.", asked: 5 });
			for (const piece of pieces) expect(reader.push(piece)).toEqual([]);
			expect(reader.end()).toEqual([]);
			expect(reader.saysNothing).toBe(true);
		}
	});

	it.each([
		["prose", "I am sorry, but I can’t help with that."],
		["bare words", "fine, sound, fair"],
		["a row that is cut", '{"text": "It is fi'],
		["nothing at all", ""],
		["an object without a row", '{"error": "overloaded"}'],
		["brackets of prose", "See [1] and [the note]."],
		["a proposal beside the sentence", '{"text": "It is good."}\n{"text": "It is fine."}'],
		["a list that is cut", "["],
	])("does not take %s for nothing better", (_what, reply) => {
		const reader = new RowReader({ original: "It is good.", asked: 5 });
		reader.push(reply);
		reader.end();
		expect(reader.saysNothing).toBe(false);
	});

	it("never throws and never gives the original, whatever comes", () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(
						fc.string({ unit: "binary", maxLength: 20 }),
						fc.constantFrom(
							'{"text":"',
							'"}',
							'["',
							'","',
							'"]',
							"\n",
							"It is good.",
							"```json",
							"<think>",
							"</think>",
							"\\u",
							"{",
							"}",
							"'",
						),
					),
				),
				(pieces) => {
					const { rows } = readIn(pieces, "It is good.", 5);
					expect(rows.length).toBeLessThanOrEqual(5);
					expect(rows.some(({ text }) => text === "It is good." || text.trim() === "")).toBe(false);
				},
			),
			{ numRuns: runs },
		);
	});
});
