import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { steadyEnd } from "../../../src/obsidian/margin/reply-dom";
import { sampleSize } from "../../sampling";

const runs = sampleSize(200);

/** A text's blocks with all that is in them, as text. */
function blocksOf(text: string): readonly string[] {
	const drawn = (node: SyntaxNode): string => {
		let inner = "";
		for (let child = node.firstChild; child !== null; child = child.nextSibling) inner += drawn(child);
		return `${node.name}[${JSON.stringify(text.slice(node.from, node.to))}${inner}]`;
	};
	const blocks: string[] = [];
	for (let node = parser.parse(text).topNode.firstChild; node !== null; node = node.nextSibling)
		blocks.push(drawn(node));
	return blocks;
}

const pieces = [
	"word",
	" ",
	"\n",
	"\n\n",
	"# ",
	"#",
	"- ",
	"* ",
	"1. ",
	"2) ",
	"> ",
	"    ",
	"  ",
	"```",
	"```js\n",
	"~~~",
	"---",
	"***",
	"===",
	"`",
	"*em*",
	"**",
	"_",
	"<div>",
	"</div>",
	"<!--",
	"-->",
	"[a]: b",
	"| a |",
	"\t",
	"é",
	"\\",
] as const;

describe("a reply that grows", () => {
	it("is the same drawn piece by piece as drawn at once", () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
					{ maxLength: 16 },
				),
				(chunks) => {
					let text = "";
					let from = 0;
					const steady: string[] = [];
					for (const chunk of chunks) {
						text += chunk;
						const rest = text.slice(from);
						const { topNode } = parser.parse(rest);
						const end = steadyEnd(topNode, rest);
						steady.push(
							...blocksOf(rest).filter((_block, index) => {
								let node = topNode.firstChild;
								for (let n = 0; n < index; n++) node = node?.nextSibling ?? null;
								return node !== null && node.from < end;
							}),
						);
						from += end;
						expect([...steady, ...blocksOf(text.slice(from))]).toEqual(blocksOf(text));
					}
				},
			),
			{ numRuns: runs * 10 },
		);
	});

	it("leaves only its last blocks to be drawn anew", () => {
		const text = "One.\n\nTwo.\n\n- a\n- b\n\nThree.";
		expect(text.slice(steadyEnd(parser.parse(text).topNode, text))).toBe("- a\n- b\n\nThree.");
		expect(steadyEnd(parser.parse("One.").topNode, "One.")).toBe(0);
		expect(steadyEnd(parser.parse("").topNode, "")).toBe(0);
	});
});
