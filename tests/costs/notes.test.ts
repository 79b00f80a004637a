import { expect, it } from "vitest";
import { withoutComments } from "../../src/core/markdown/comments";
import { withoutRecords } from "../../src/core/record/strip";
import { growth, maxGrowth } from "./growth";

it("leaves comments out in a time in line with the note's length", () => {
	expect(growth((n) => "%% a %% b\n".repeat(n), withoutComments, 5_000)).toBeLessThan(maxGrowth);
});

it.each(["> ", "> [!ai]- x\n\n", "    > [!ai]", "> ```\n", "> [!ai]- x\n> ```\n\n"])(
	"leaves records out in a time in line with the note's length, with lines like %j",
	(line) => {
		expect(growth((n) => `> [!ai]- x\n\n${line.repeat(n)}`, withoutRecords, 1_000)).toBeLessThan(maxGrowth);
	},
);
