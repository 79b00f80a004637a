import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTold, replacedByRecord, selectedAnswer, toldRecord } from "../../../src/core/record/elsewhere";
import { recordLabels } from "../../../src/core/record/labels";
import { findRecords } from "../../../src/core/record/parse";
import { printRecord, recordFormNames } from "../../../src/core/record/print";
import { applyChanges } from "../../../src/core/text/text";
import { anyText, runs } from "./arbitrary";

const told = { words: "Ink asks you to have finished.", model: "Claude", where: "", date: "2026-11-21", question: "" };
const names = { objective: "Elsewhere", nowhere: "another site" };
const printed = printRecord(toldRecord(told, names), recordLabels.en);

/** A note with the words between < and > replaced; the reason where they can't be. `R` stands for the record. */
function replaced(marked: string): string {
	const from = marked.indexOf("<");
	const to = marked.indexOf(">>", from) - 1;
	const text = marked.slice(0, from) + marked.slice(from + 1, to + 1) + marked.slice(to + 3);
	const found = replacedByRecord(Text.of(text.split("\n")), { from, to }, printed);
	return "reason" in found ? found.reason : applyChanges(text, found.changes).replace(printed, "R");
}

describe("a record in the place of selected words", () => {
	it.each([
		["a paragraph of its own", "A.\n\n<Its words.>>\n\nB.\n", "A.\n\nR\n\nB.\n"],
		["the whole note", "<Its words.>>", "R"],
		["a note's first words", "<Its words.>>\nAnd\n\nB.", "And\n\nR\n\nB."],
		["with the spaces around", "A.\n\n<  Its words.\n\n>>B.\n", "A.\n\nR\n\nB.\n"],
		["several paragraphs", "A.\n\n<One.\n\nTwo.>>\n\nB.\n", "A.\n\nR\n\nB.\n"],
		["a quote, marks and all", "A.\n\n<> One.\n> Two.>>\n\nB.\n", "A.\n\nR\n\nB.\n"],
		["a quote, without its first mark", "A.\n\n> <One.\n> Two.>>\n\nB.\n", "A.\n\nR\n\nB.\n"],
		["a part of a paragraph", "A <few words>> here.\n\nB.\n", "A here.\n\nR\n\nB.\n"],
		["the end of a paragraph", "A sentence. <Its words.>>\n\nB.\n", "A sentence.\n\nR\n\nB.\n"],
		["from one paragraph into another", "A <one.\n\nTwo>> b.\n", "A \n\n b.\n\nR\n"],
		["an item of a list", "- one\n- <two>>\n- three\n\nB.\n", "- one\n- three\n\nR\n\nB.\n"],
		["the last item of a list", "- one\n- <two>>\n\nB.\n", "- one\n\nR\n\nB.\n"],
		["a whole list", "<- one\n- two>>\n\nB.\n", "R\n\nB.\n"],
		["a whole block of code", "A.\n\n<```js\nx\n```>>\n\nB.\n", "A.\n\nR\n\nB.\n"],
		["a part of code", "A.\n\n```js\n<x>>\n```\n", "part"],
		["properties", "---\nkey: <value>>\n---\nA.\n", "frontmatter"],
		["a record", `A.\n\n${printed.replace("Ink", "<Ink>>")}\n`, "quoted"],
		["words that stand below properties", "---\na: b\n---\n<Its words.>>\n", "---\na: b\n---\n\nR\n"],
		["next to text without a blank line", "A.\n<Its words.>>\nB.\n", "A.\nB.\n\nR\n"],
	])("stands in the place of %s", (_what, before, after) => {
		expect(replaced(before)).toBe(after);
	});

	it("is one record at its full depth, and every other word of the note stays, whatever is selected", () => {
		const block = fc.constantFrom(
			"A paragraph\nof two lines.",
			"- one\n- two\n  - three",
			"> quoted\n> twice",
			"# Heading",
			"| a | b |\n| - | - |\n| c | d |",
			"```js\ncode\n```",
			"$$\nx\n$$",
			"1. first\n2. second",
			"Last.",
		);
		fc.assert(
			fc.property(
				fc.array(block, { minLength: 1, maxLength: 5 }),
				fc.nat(),
				fc.nat(),
				fc.constantFrom(...recordFormNames),
				anyText.filter((text) => text.trim() !== ""),
				(blocks, a, b, form, words) => {
					const text = `${blocks.join("\n\n")}\n`;
					const [from = 0, to = 0] = [a % text.length, b % text.length].sort((x, y) => x - y);
					if (text.slice(from, to).trim() === "") return;
					const record = printRecord(toldRecord({ ...told, words }, names), recordLabels.en, form);
					const found = replacedByRecord(Text.of(text.split("\n")), { from, to }, record);
					if ("reason" in found) return;
					const after = applyChanges(text, found.changes);
					expect(findRecords(after)).toHaveLength(1);
					expect(findRecords(after)[0]?.depth).toBe(1);
					// Letters tell: what stays of marks may be those of an item that would be empty.
					const letters = (of: string): string => of.replace(/[^\p{L}]/gu, "");
					expect(letters(after.replace(record, ""))).toBe(letters(text.slice(0, from) + text.slice(to)));
				},
			),
			{ numRuns: runs },
		);
	});
});

describe("what the writer tells", () => {
	it("is enough with words, a name and a day that there is", () => {
		expect(isTold(told)).toBe(true);
		for (const change of [{ words: " \n" }, { model: "" }, { date: "" }, { date: "2026-13-40" }, { date: "today" }])
			expect(isTold({ ...told, ...change })).toBe(false);
	});

	it("is taken without the marks of the quote it stands in", () => {
		expect(selectedAnswer("> One.\n>\n> Two.")).toBe("One.\n\nTwo.");
		expect(selectedAnswer("One.\n> Two.")).toBe("One.\nTwo.");
		expect(selectedAnswer("One.\nTwo.")).toBe("One.\nTwo.");
		expect(selectedAnswer("> One.\n\nTwo.")).toBe("> One.\n\nTwo.");
	});
});
