import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordLabels } from "../../../src/core/record/labels";
import { findRecords } from "../../../src/core/record/parse";
import { placeAtEnd, placeRecord } from "../../../src/core/record/place";
import { printRecord } from "../../../src/core/record/print";
import { withoutRecords } from "../../../src/core/record/strip";
import { applyChanges } from "../../../src/core/text/text";
import { adoption, anyRecord, runs } from "./arbitrary";

const labels = recordLabels.en;
const doc = (text: string): Text => Text.of(text.split("\n"));
const place = (text: string, at: number, record = "> [!ai]- R"): string =>
	applyChanges(text, [placeRecord(doc(text), at, record)]);

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
		for (const open of ["%%\nhidden", "$$\nx", "<!-- hidden\n\nmore", "<pre>\n\nx"])
			expect(place(`One.\n\n${open}\n`, `One.\n\n${open}`.length)).toBe(`One.\n\n> [!ai]- R\n\n${open}\n`);
		for (const closed of ["%%\nhidden\n%%", "$$\nx\n$$", "<!-- hidden\n\nmore -->", "<div>\nx", "50 %% of it"])
			expect(place(closed, closed.length)).toBe(`${closed}\n\n> [!ai]- R`);
		expect(place("```\nx\n```\n> ```\n> y", 19)).toBe("```\nx\n```\n> ```\n> y\n\n> [!ai]- R");
		const end = (text: string): string => applyChanges(text, [placeAtEnd(doc(text), "> [!ai]- R", "## Consultations")]);
		expect(end(end("One.\n\n```\nx"))).toBe("One.\n\n## Consultations\n\n> [!ai]- R\n\n> [!ai]- R\n\n```\nx");
	});

	it("is found again below an item that is code", () => {
		expect(
			findRecords(place("- ```\n  let x;\n  ```\n- One.", 20, printRecord(adoption("One.", "Two."), labels))),
		).toHaveLength(1);
	});

	it("writes a raw text's own line breaks", () => {
		const raw = "One.\r\nTwo.\r\n";
		const change = placeRecord(doc(raw), 4, "> [!ai]- R\n> x", "\r\n");
		expect(applyChanges(raw, [change])).toBe("One.\r\n\r\n> [!ai]- R\r\n> x\r\n\r\nTwo.\r\n");
		const end = placeRecord(doc(raw), 10, "> [!ai]- R", "\r\n");
		expect(applyChanges(raw, [end])).toBe("One.\r\nTwo.\r\n\r\n> [!ai]- R\r\n");
	});

	it("is undone by leaving records out, byte for byte, after any paragraph", () => {
		const paragraph = fc.constantFrom(
			"One.",
			"Two words\nand two.",
			"> a quote\n> of two",
			"- an item\n  - another",
			"```\ncode\n```",
			"# Heading",
			"| a |\n|---|\n| b |",
		);
		fc.assert(
			fc.property(
				fc.array(paragraph, { minLength: 1, maxLength: 5 }),
				fc.nat(4),
				fc.constantFrom("", "\n"),
				anyRecord,
				(paragraphs, index, end, record) => {
					const note = paragraphs.join("\n\n") + end;
					const at = paragraphs.slice(0, (index % paragraphs.length) + 1).join("\n\n").length;
					const placed = applyChanges(note, [placeRecord(doc(note), at, printRecord(record, labels))]);
					expect(findRecords(placed)).toHaveLength(1);
					expect(withoutRecords(placed)).toBe(note);
				},
			),
			{ numRuns: runs },
		);
	});
});

describe("at the end of the note", () => {
	const end = (text: string): string => applyChanges(text, [placeAtEnd(doc(text), "> [!ai]- R", "## Consultations")]);

	it("stands under a heading, which is written once", () => {
		expect(end("One.\n")).toBe("One.\n\n## Consultations\n\n> [!ai]- R\n");
		expect(end("One.\n\n## Consultations\n\n> [!ai]- Q\n")).toBe(
			"One.\n\n## Consultations\n\n> [!ai]- Q\n\n> [!ai]- R\n",
		);
		expect(end("")).toBe("## Consultations\n\n> [!ai]- R\n");
	});

	it("goes into its section when others follow, and takes no heading in code for it", () => {
		expect(end("## Consultations\n\n### 2026\n\n## Sources\nx")).toBe(
			"## Consultations\n\n### 2026\n\n> [!ai]- R\n\n## Sources\nx",
		);
		expect(end("```\n## Consultations\n```")).toBe("```\n## Consultations\n```\n\n## Consultations\n\n> [!ai]- R");
	});
});
