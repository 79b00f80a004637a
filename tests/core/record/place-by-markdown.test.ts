import { Text } from "@codemirror/state";
import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { Readings } from "../../../src/core/markdown/reading";
import { passageAt, recordPlaceAfter } from "../../../src/core/markdown/passage";
import { placeRecord } from "../../../src/core/record/place";
import { applyChanges } from "../../../src/core/text/text";
import { runs } from "./arbitrary";

const record = "> [!ai]- R · O · 2026-11-23\n> **Before:** x\n> **Adopted:** y\n>\n> `a/b` via C";
const processor = unified().use(remarkParse).use(remarkGfm);
type Node = ReturnType<typeof processor.parse>["children"][number];

/** Blocks as people write them; each W becomes a word of its own. */
const blocks = [
	"W W.",
	"W W. W W.",
	"W W\nW W.",
	"# W W",
	"## W W ##",
	"W W\n===",
	"W W\n---",
	"- W W",
	"- W\n- W",
	"- W\n\n- W",
	"* W\n  - W\n    1. W",
	"1. W\n\n   W\n2. W",
	"- W\n\n  W\n\n  - W",
	"- [ ] W\n- [x] W",
	"- W\n\n  ```js\n  let x;\n\n  y\n  ```\n\n- W",
	"- W\n  ```\n  code\n  ```\n  W",
	"- W\n\n      indented\n\n- W",
	"1) W\n2) W",
	"- W\n\n\tW",
	"- W\nW lazily",
	"- W\n  > W\n  > W",
	"- W\n\n  | a | b |\n  |---|---|\n  | W | W |",
	"> W",
	"> W\n> W",
	"> W\nW lazily",
	"> W\n>\n> - W\n>   - W",
	"> > W\n> W",
	"> [!note] W\n> W",
	"> [!warning]- W\n> W\n> > [!tip] W\n> > W",
	"> ```\n> code\n> ```\n> W",
	"> | a | b |\n> | --- | --- |\n> | W | W |",
	"| W | W |\n| --- | :-: |\n| W | W |\n| W | x \\| y |",
	"a | W\n--|--\nW | c",
	"```js\nlet x;\n\ny\n```",
	"~~~\nx\n~~~",
	"<div>\nW\n</div>",
	"<details>\n<summary>W</summary>\n\nW\n\n</details>",
	"<!-- W\n\nW -->",
	"<p>W</p>\nW",
	"<pre>\n\nx\n</pre>",
	"[^1]: W\n    W",
	"[^2]: W\n\n    W\n\n    - W",
	"[^3]: W\n[^4]: W",
	'[ref]: https://example.org "W"',
	"%% W %%",
	"%%\nW\n\nW\n%%",
	"W %% c %% W",
	"$$ x $$",
	"W $x$ W",
	"---",
	"***",
	"![[W]]",
	"W W ^id1",
	"- W\n\n^id2",
	"| W |\n|---|\n\n^id3",
	"   W",
	"- W\n\n\n- W",
	"> W\n\n> W",
	"+ W\n+ W",
	"W W  \nW",
	"**W\nW**",
	"> [!ai]- M · O · 2026-01-02\n>\n> `c/d` via C",
] as const;
const gap = fc.constantFrom("\n\n", "\n\n", "\n\n", "\n\n\n", "\n", "\n \n");
const anyNote = fc
	.tuple(
		fc.constantFrom("", "", "---\ntags: a\n---\n", "---\ntags: a\n---\n\n"),
		fc.array(fc.tuple(fc.constantFrom(...blocks), gap), { minLength: 1, maxLength: 4 }),
		fc.constantFrom("", "\n", "\n\n"),
	)
	.map(([head, parts, end]) => {
		let word = 0;
		return (
			head +
			parts.map(([text, after], index) => text + (index === parts.length - 1 ? "" : after)).join("") +
			end
		).replace(/W/g, () => `word${word++}x`);
	})
	// Where a table begins and ends, readers see differently when no blank line tells.
	.filter((note) => !/\|[^\n]*\n[^\n|]*[^\s|][^\n|]*(?:\n|$)|[^\n]\n[^\n]*\|[^\n]*\n[>\s]*\|?[ :|-]*--/.test(note));

/** A note's outermost blocks. Properties are none. */
function outermost(text: string): readonly Node[] {
	const head = /^---\n[^]*?\n---\n/.exec(text)?.[0] ?? "";
	return processor.parse(head.replace(/[^\n]/g, " ") + text.slice(head.length)).children;
}

const placeOf = (node: Node): { from: number; to: number; first: number; last: number } => {
	const { start, end } = node.position!;
	return { from: start.offset!, to: end.offset!, first: start.line, last: end.line };
};

const withoutPlaces = (node: Node): string =>
	JSON.stringify(node, (key, value: unknown) => (key === "position" ? undefined : value));

describe("a record, by another reader of Markdown", () => {
	it("stands by itself after the outermost block of any words, and changes none", () => {
		fc.assert(
			fc.property(anyNote, (note) => {
				const doc = Text.of(note.split("\n"));
				const before = outermost(note);
				for (const { 0: word, index: at } of note.matchAll(/word\d+x/g)) {
					const found = passageAt(doc, at, at + word.length, new Readings());
					if ("refusal" in found) continue;
					const place = recordPlaceAfter(doc, found.passage.sentence.to);
					expect(place).toBe(found.passage.recordAt);
					const placed = applyChanges(note, [placeRecord(doc, place, record)]);
					const from = placed.indexOf(record);
					const after = outermost(placed);
					const own = after.findIndex(
						(node) =>
							node.type === "blockquote" && placeOf(node).from === from && placeOf(node).to === from + record.length,
					);
					expect(own, placed).toBeGreaterThan(0);
					// Only Obsidian's readers know that these begin a block.
					if (!/^(?:%%|\$\$)/m.test(note))
						expect(after.filter((_, index) => index !== own).map(withoutPlaces)).toEqual(before.map(withoutPlaces));
					const around = before.findIndex((node) => placeOf(node).from <= at && placeOf(node).to > at);
					const between = before.slice(around + 1, own);
					expect(own).toBeGreaterThan(around);
					// What no blank line parts stays together, so does what is indented, and an id with the block above it.
					const last = between.reduce(
						(line, node) =>
							placeOf(node).first === line + 1 || /^(?:[ \t]|\^)/.test(note.split("\n")[placeOf(node).first - 1]!)
								? placeOf(node).last
								: NaN,
						placeOf(before[around]!).last,
					);
					expect(last, placed).not.toBeNaN();
				}
			}),
			{ numRuns: runs },
		);
	});
});
