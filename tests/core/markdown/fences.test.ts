import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownBlocks } from "../../../src/core/markdown/dialect";
import { fencesIn } from "../../../src/core/markdown/fences";

/** As the grammar has them: all of a text read at once. */
function byGrammar(text: string, end: number): readonly { from: number; to: number }[] {
	const fences: { from: number; to: number }[] = [];
	markdownBlocks()
		.parse(text)
		.iterate({
			enter({ name, from, to }) {
				if (name === "FencedCode" && from < end) fences.push({ from, to });
			},
		});
	return fences;
}

const line = fc.constantFrom(
	"```",
	"~~~",
	"````",
	"~~~~",
	"``` js",
	"``` a`b",
	"~~~ a`b",
	"```  ",
	"```\u00a0",
	"```\f",
	"\r```",
	" ```",
	"   ```",
	"    ```",
	"\t```",
	"> ```",
	"> text",
	"- ```",
	"- item",
	"  ```",
	"1. one",
	"text ``` more",
	"``` code ``` more",
	"words",
	"Heading",
	"---",
	"# Heading",
	"    code",
	"| a | b |",
	"| - | - |",
	"[a]: b 'title",
	"%%",
	"%% hidden",
	"$$",
	"a $$ b",
	"<div>",
	"<!-- hidden",
	"-->",
	"<script>",
	"</script>",
	"a `code",
	"[^1]: note",
	"",
	"",
	"",
);

describe("fences of code", () => {
	it("are those of the grammar, however they stand, up to a place", () => {
		fc.assert(
			fc.property(
				fc.array(line, { maxLength: 14 }),
				fc.constantFrom("\n", "\n", "\n", "\r\n"),
				fc.nat(),
				(lines, br, at) => {
					const text = lines.join(br);
					const end = text.length === 0 ? 0 : at % (text.length + 1);
					expect(fencesIn(text, { from: 0, to: end }).filter(({ from }) => from < end)).toEqual(byGrammar(text, end));
				},
			),
			{ numRuns: 3000 },
		);
	});

	it("of the plain kind are those of the grammar, whatever stands in them", () => {
		const plain = fc.constantFrom(
			"```",
			"```",
			"~~~",
			"```` js",
			"````",
			"~~~ ",
			"<div>",
			"%%",
			"> a",
			"- b",
			"c",
			"",
			"",
		);
		fc.assert(
			fc.property(fc.array(plain, { maxLength: 20 }), fc.constantFrom("\n", "\r\n"), (lines, br) => {
				const text = lines.join(br);
				expect(fencesIn(text, { from: 0, to: text.length })).toEqual(byGrammar(text, text.length));
			}),
			{ numRuns: 3000 },
		);
	});

	it("within a note begin below its properties", () => {
		const text = "---\na: |\n  ```\n---\n```\n> [!ai]\n```\n";
		expect(fencesIn(text, { from: 19, to: text.length })).toEqual([{ from: 19, to: 34 }]);
	});
});
