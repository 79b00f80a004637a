import { expect, it } from "vitest";
import { Quotations } from "../../src/core/consultation/quotation";
import { readingOf } from "../../src/core/consultation/reading";
import { firstPart, partOf } from "../../src/core/consultation/reply-parts";
import { growth, maxGrowth } from "./growth";

it("finds a quotation in a time in line with the note's length", () => {
	const find = (note: string): unknown => new Quotations(note).find("a b a b c");
	expect(growth((n) => "a b ".repeat(n), find, 8_000)).toBeLessThan(maxGrowth);
});

it.each(["[", '{"', '{"quote": "', "{ "])(
	"reads a reading in a time in line with its length, of pieces %j",
	(piece) => {
		const read = (reply: string): unknown => readingOf(reply, "I have agreed with too many people.");
		expect(growth((n) => piece.repeat(n), read, 4_000)).toBeLessThan(maxGrowth);
	},
);

it.each(["word ", "x", "> ", "```\n", "a\n\n", "[", "| a |\n"])(
	"reads a reply in parts at the same cost for each of its pieces, however many came: %j",
	(piece) => {
		const read = (reply: string): void => {
			let start = firstPart;
			for (let to = 500; to <= reply.length; to += 500) {
				const come = reply.slice(0, to);
				for (let part = partOf(come, start, 1000); part.next !== null; part = partOf(come, start, 1000))
					start = part.next;
			}
		};
		expect(growth((n) => piece.repeat(Math.ceil(n / piece.length)), read, 8_000)).toBeLessThan(maxGrowth);
	},
);
