import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstPart, partOf, steadyEnd, type ReplyPart } from "../../../src/core/consultation/reply-parts";
import { cleanText } from "../../../src/core/text/clean";
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

/** All parts of a reply, and where each begins. */
function partsOf(reply: string, most?: number): readonly (ReplyPart & { readonly from: number })[] {
	const parts: (ReplyPart & { readonly from: number })[] = [];
	for (let next: ReplyPart["next"] = firstPart; next !== null;) {
		const { from } = next;
		const part = partOf(reply, next, most);
		parts.push({ ...part, from });
		next = part.next;
	}
	return parts;
}

describe("a reply in parts", () => {
	it("is the same as in one where its blocks are as long as those of answers are", () => {
		const text = "# One\n\nTwo *three*.\n\n- a\n- b\n\n1. c\n   - d\n\n> e\n\n```js\nf\n\ng\n```\n\nLast.\n\n".repeat(
			200,
		);
		expect(partsOf(text).flatMap(({ text: part }) => blocksOf(part))).toEqual(blocksOf(text));
	});

	it("loses nothing, and none of its parts is longer than its bound", () => {
		const most = 40;
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...pieces, "\r\n", "\u2028", "\ud83d\ude00", "\u200b"), { maxLength: 120 }),
				(chunks) => {
					const reply = chunks.join("");
					const parts = partsOf(reply, most);
					const said = parts.map(({ text, from }, n) => {
						const raw = cleanText(reply.slice(from, parts[n + 1]?.from));
						// What a part has more is the fence that it goes on in.
						expect(text.endsWith(raw)).toBe(true);
						expect(text.slice(0, text.length - raw.length)).toMatch(/^(?:(?:`{3,}|~{3,})\n)?$/);
						expect(raw.length).toBeLessThanOrEqual(most * 1.25);
						return raw;
					});
					expect(said.join("")).toBe(cleanText(reply));
				},
			),
			{ numRuns: runs * 10 },
		);
	});

	it("goes on within a fenced block, and says where a block is cut", () => {
		const parts = partsOf(`\`\`\`js\n${"const a = 1;\n".repeat(20)}\`\`\`\n\nDone.`, 60);
		expect(parts.length).toBeGreaterThan(4);
		expect(parts.slice(0, -1).every(({ text }) => text.startsWith("```"))).toBe(true);
		expect(parts.map(({ isCut }) => isCut)).toEqual(parts.map((_part, n) => n < parts.length - 1));
		expect(partsOf("One.\n\nTwo.\n\nThree.").map(({ isCut }) => isCut)).toEqual([false, false]);
	});
});
