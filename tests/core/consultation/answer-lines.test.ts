import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerLines, chosenLines } from "../../../src/core/consultation/answer-lines";
import { sampleSize } from "../../sampling";

const runs = sampleSize(200);

describe("the lines of an answer", () => {
	it("stay apart or together as they were when some are chosen", () => {
		const lines = answerLines("One.\nstill one.\n\nTwo.\n \nThree.\n- a\n- b\n");
		expect(chosenLines(lines, [0, 1])).toBe("One.\nstill one.");
		expect(chosenLines(lines, [0, 2])).toBe("One.\n\nTwo.");
		expect(chosenLines(lines, [1, 3])).toBe("still one.\n\nThree.");
		expect(chosenLines(lines, [5, 3, 4])).toBe("Three.\n- a\n- b");
		expect(chosenLines(lines, [])).toBe("");
	});

	it("are the answer again when all are chosen, but for doubled blank lines", () => {
		const answer = fc
			.array(fc.constantFrom("a line", "- item", "    code", "", "  ", "é"), { maxLength: 12 })
			.map((lines) => lines.join("\n"));
		fc.assert(
			fc.property(answer, (text) => {
				const lines = answerLines(text);
				const plain = text
					.split("\n")
					.map((line) => (line.trim() === "" ? "" : line))
					.join("\n")
					.replace(/\n{3,}/g, "\n\n")
					.replace(/^\n+|\n+$/g, "");
				expect(
					chosenLines(
						lines,
						lines.map((_line, index) => index),
					),
				).toBe(plain);
			}),
			{ numRuns: runs },
		);
	});
});
