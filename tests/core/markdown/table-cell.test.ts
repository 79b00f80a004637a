import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CellPlaces, cellOf } from "../../../src/core/markdown/table-cell";
import { passageAt } from "../../../src/core/markdown/passage";
import { Readings } from "../../../src/core/markdown/reading";

/** A cell as the app shows it where it is edited. */
const shownOf = (source: string): string => source.replace(/<br ?\/?>/gi, "\n").replaceAll("\\|", "|");

const piece = fc.constantFrom("word", " ", "a|b", "\n", "é", "*", "😀", "`", "<b>", "\\");
const words = fc
	.array(piece, { maxLength: 8 })
	.map((pieces) => pieces.join("").trim())
	.filter((text) => !text.includes("\\|") && !text.endsWith("\\") && !text.includes("`"));
const sourceOf = (shown: string): string => shown.replaceAll("|", "\\|").replaceAll("\n", "<br>");

describe("a cell of a table", () => {
	it("is found by its row and its column, whatever its line looks like", () => {
		const rows = fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 5 });
		const styles = fc.tuple(fc.constantFrom("| ", "|", ""), fc.constantFrom(" |", "|", ""), fc.constantFrom("", "> "));
		fc.assert(
			fc.property(rows, styles, ([head, ...body], [open, close, quote]) => {
				const line = (cells: readonly string[]): string => quote + open + cells.map(sourceOf).join(" | ") + close;
				// A first or a last cell that is empty needs its bar.
				const all = [head!, ...body].map((cells) => cells.map((cell) => (cell === "" ? "x" : cell)));
				const [first, ...rest] = all.map(line);
				const text = ["Before.", "", first, `${quote}| --- | :-: | --- |`, ...rest, "", "After."].join("\n");
				const doc = Text.of(text.split("\n"));
				for (const [row, cells] of all.entries())
					for (const [column, cell] of cells.entries()) {
						const range = cellOf(doc, doc.line(3).from, row, column);
						const source = range === null ? null : doc.sliceString(range.from, range.to);
						expect(source).toBe(sourceOf(cell));
						expect(CellPlaces.between(source!, cell)).not.toBeNull();
					}
				expect(cellOf(doc, doc.line(3).from, 0, 3)).toBeNull();
				expect(cellOf(doc, 0, 0, 0)).toBeNull();
			}),
		);
	});

	it("has a place in its source for each place in what is shown, and back", () => {
		fc.assert(
			fc.property(words, fc.nat(), fc.nat(), (shown, a, b) => {
				const source = sourceOf(shown);
				const places = CellPlaces.between(source, shown)!;
				const [from = 0, to = 0] = [a, b].map((at) => at % (shown.length + 1)).sort((one, other) => one - other);
				const there = places.inSource({ from, to });
				expect(shownOf(source.slice(there.from, there.to))).toBe(shown.slice(from, to));
				expect(places.inShown(there)).toEqual({ from, to });
			}),
		);
	});

	it("is one as it is shown with what it is written as, too, and with space around it", () => {
		const places = CellPlaces.between("one<br>two", " one<br>two ")!;
		expect(places.inSource({ from: 5, to: 12 })).toEqual({ from: 4, to: 10 });
		expect(CellPlaces.between("one<br/>two", "one\ntwo")).not.toBeNull();
	});

	it("is none that says something else", () => {
		for (const [source, shown] of [
			["one two", "one"],
			["one", "one two"],
			["one", "two"],
			["one<br>two", "one two"],
			["", "x"],
		] as const)
			expect(CellPlaces.between(source, shown)).toBeNull();
	});

	it("gives the same passage as its source does", () => {
		const text = "| Who | Where |\n| --- | --- |\n| The small cat\\|dog sleeps<br>all day. | here |\n";
		const doc = Text.of(text.split("\n"));
		const range = cellOf(doc, 0, 1, 0)!;
		const places = CellPlaces.between(doc.sliceString(range.from, range.to), "The small cat|dog sleeps\nall day.")!;
		const small = places.inSource({ from: 4, to: 9 });
		const found = passageAt(doc, range.from + small.from, range.from + small.to, new Readings());
		expect(found).toMatchObject({ passage: { kind: "words", selection: { from: text.indexOf("small") } } });
	});
});
