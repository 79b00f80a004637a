import { readFileSync } from "node:fs";
import path from "node:path";
import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { guessLanguage } from "../../../src/core/markdown/language";
import { Readings } from "../../../src/core/markdown/reading";
import { passageAt } from "../../../src/core/markdown/passage";

const load = <T>(...files: string[]): T[] =>
	files.flatMap((file) =>
		readFileSync(path.resolve(import.meta.dirname, "../../cases", file), "utf8")
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line) as T),
	);
const docOf = (note: string): Text => Text.of(note.split("\n"));

interface SentenceCase {
	readonly id: string;
	readonly lang: string;
	readonly note: string;
	readonly cursor: number;
	readonly sentence: string;
	readonly start?: number;
	readonly why: string;
}
interface WordingCase {
	readonly id: string;
	readonly lang: string;
	readonly note: string;
	readonly selection: string;
	readonly selection_offset: number;
	readonly selection_grown?: string;
	readonly sentence: string;
	readonly sentence_offset: number;
}

describe("the sentence at the cursor", () => {
	it.each(
		load<SentenceCase>("sentences.jsonl", "more-sentences.jsonl", "sentences-2.jsonl", "kept-sentences.jsonl").map(
			(one) => [one.id, one.why, one] as const,
		),
	)("%s: %s", (_id, _why, one) => {
		const doc = docOf(one.note);
		const found = passageAt(doc, one.cursor, one.cursor, new Readings());
		const sentence = "passage" in found ? found.passage.sentence : { from: 0, to: 0 };
		expect(doc.sliceString(sentence.from, sentence.to)).toBe(one.sentence);
		if (one.sentence !== "" && one.start !== undefined) expect(sentence.from).toBe(one.start);
	});
});

describe("the sentence around a selection", () => {
	it.each(load<WordingCase>("wording.jsonl", "more-wording.jsonl").map((one) => [one.id, one.selection, one] as const))(
		"%s: %s",
		(_id, _selection, one) => {
			const doc = docOf(one.note);
			const found = passageAt(doc, one.selection_offset, one.selection_offset + one.selection.length, new Readings());
			if (!("passage" in found)) throw new Error(`Refused: ${found.refusal}`);
			const { sentence, selection } = found.passage;
			expect(doc.sliceString(sentence.from, sentence.to)).toBe(one.sentence);
			expect(sentence.from).toBe(one.sentence_offset);
			expect(doc.sliceString(selection.from, selection.to)).toBe(one.selection_grown ?? one.selection);
		},
	);

	it("knows the language of each note, or does not guess", () => {
		const wrong = load<WordingCase>("wording.jsonl", "more-wording.jsonl").filter((one) => {
			const guess = guessLanguage(one.sentence) ?? guessLanguage(one.note);
			return guess !== null && guess !== one.lang;
		});
		expect(wrong.map((one) => one.id)).toEqual([]);
	});
});
