import fc from "fast-check";
import { expect, it } from "vitest";
import { findCallouts } from "../../../src/core/markdown/callouts";
import { sampleSize } from "../../sampling";

const runs = sampleSize(1000);

/** Lines of notes with quotations, as they are printed and as hands and formatters leave them. */
const line = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constantFrom("> [!ai]- A model · Why · 2026-11-23", "> A word.", ">", "> `a/b` via C · x"),
	},
	fc.constantFrom(
		"",
		"",
		"A word.",
		"> > [!ai] Deeper",
		"> - item",
		">\tA tab.",
		">No space.",
		">  Two.",
		"```",
		"> ```",
	),
	fc.constantFrom(
		"> [!note] Another",
		"> [!AI] Large",
		"> \\[!ai] Escaped",
		"- > [!ai] In an item",
		"  > [!ai]",
		"~~~",
		" ",
	),
	fc
		.array(fc.constantFrom(">", " ", "[!ai]", "`a`", "via", "·", "\t", "a", "-", "    "), { maxLength: 6 })
		.map((all) => all.join("")),
);

it("finds the same in a note whose lines end as those of another system, which is read line by line", () => {
	let found = 0;
	fc.assert(
		fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
			const callouts = findCallouts(lines.join("\n"));
			found += callouts.length;
			const same = findCallouts(lines.join("\r\n"));
			const told = ({ depth, type, title, lines: own }: (typeof same)[number]) => ({ depth, type, title, lines: own });
			expect(callouts.map(told)).toEqual(same.map(told));
			const ranges = (joint: string, of: typeof same) => of.map(({ from, to }) => lines.join(joint).slice(from, to));
			expect(ranges("\n", callouts)).toEqual(ranges("\r\n", same).map((part) => part.replace(/\r\n/g, "\n")));
		}),
		{ numRuns: runs },
	);
	expect(found).toBeGreaterThan(runs);
});

it("takes what stands in code for an example, above the last identity line and below it", () => {
	// A space that does not break is not blank: the fence stays open.
	expect(findCallouts("```\nx\n```\u00a0\n\n> [!ai] A\n> x\n")).toEqual([]);
	const record = "> [!ai] A\n> `m` via Friend · 3 s\n> ```\n> [!note] example\n> ```\n> more";
	for (const above of ["", "```\na\n```\n\n", "Words.\n\n"])
		expect(findCallouts(`${above}${record}\n`).map(({ from, to }) => [from, to])).toEqual([
			[above.length, above.length + record.length],
		]);
});
