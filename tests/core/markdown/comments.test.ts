import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commentRanges, withoutComments } from "../../../src/core/markdown/comments";
import { sampleSize } from "../../sampling";

describe("comments", () => {
	it.each([
		["a %% b %% c", "a c"],
		["a %% b %%, c", "a , c"],
		["a%% b %%c", "ac"],
		["a %% b %%\nc", "a \nc"],
		["a <!-- b --> c", "a c"],
		["%% a %% b", "b"],
		["%%\na\n\nb\n%%\n\n- c\n", "- c\n"],
		["a\n\n%%\nb\n%%\n\nc", "a\n\nc"],
		["a\r\n\r\n%%\r\nb\r\n%%\r\n\r\nc\r\n", "a\r\n\r\nc\r\n"],
		["<!-- a\n\nb -->\nc", "c"],
		["a %% b\n\nc %% d", "a d"],
		["%%\na %% b\nc", "b\nc"],
		["%% a %% %% b %%\nc", "c"],
		["- a\n  %% b %%\n- c", "- a\n  - c"],
		["%% a <!-- b %% c", "c"],
		// What is no comment.
		["`%% a %%` b", "`%% a %%` b"],
		["```\n%% a %%\n```", "```\n%% a %%\n```"],
		["$a %% b %% c$", "$a %% b %% c$"],
		["at 100%% of it\n\nand more", "at 100%% of it\n\nand more"],
		["a <!-- b\n\nc", "a <!-- b\n\nc"],
		["a --> b", "a --> b"],
		["", ""],
	])("leaves out of %j what is for the writer: %j", (text, rest) => {
		expect(withoutComments(text)).toBe(rest);
	});

	it("keeps every word outside, drops every word inside, in whatever text", () => {
		const word = fc.stringMatching(/^[a-z]{1,6}$/);
		const gap = fc.constantFrom(" ", "\n", "\n\n", "\r\n", "\n- ");
		const piece = fc.tuple(word, gap, fc.constantFrom(null, ["%%", "%%"] as const, ["<!--", "-->"] as const));
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const text = pieces
					.map(([name, space, marks]) =>
						marks === null ? `out${name}${space}` : `${marks[0]} in${name}${space}in${name} ${marks[1]}${space}`,
					)
					.join("");
				const kept = pieces.filter(([, , marks]) => marks === null).map(([name]) => `out${name}`);
				expect(withoutComments(text).match(/(?:in|out)[a-z]+/g) ?? []).toEqual(kept);
				expect(withoutComments(withoutComments(text))).toBe(withoutComments(text));
			}),
			{ numRuns: sampleSize(200) },
		);
	});

	it("touches nothing of a text without one", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("%", "<", "!", "-", ">", "a", " ", "\n", "`") }), (text) => {
				if (commentRanges(text).length === 0) expect(withoutComments(text)).toBe(text);
			}),
			{ numRuns: sampleSize(300) },
		);
	});

	it("leaves out many", () => {
		expect(withoutComments("%% a %% b\n".repeat(500))).toBe("b\n".repeat(500));
	});
});
