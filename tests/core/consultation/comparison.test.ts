import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	choose,
	isRevealed,
	preferencesAmong,
	preferencesFor,
	sayTheSame,
	shuffled,
	type Comparison,
} from "../../../src/core/consultation/comparison";

const open: Comparison = {
	id: "x",
	path: "Note.md",
	anchor: { quote: "A sentence.", prefix: "", suffix: "", from: 0, others: 0, alike: 0 },
	objective: "Is it clear?",
	asked: "Is it clear?",
	icon: "x",
	members: ["a", "b", "c"],
	blind: true,
	choice: null,
};
const answers = [
	{ id: "a", text: "Yes." },
	{ id: "b", text: "No." },
	{ id: "c", text: "Mostly." },
];
const fared = (choice: string | null, said: typeof answers = answers): unknown =>
	Object.fromEntries(preferencesFor(choice, said));

describe("a comparison", () => {
	it("hides names until the writer has chosen, or looked", () => {
		expect(isRevealed(open)).toBe(false);
		expect(
			[choose(open, "a"), choose(open, "none"), choose(open, "revealed"), { ...open, blind: false }].every(isRevealed),
		).toBe(true);
	});

	it("keeps the first choice: one made after looking does not count", () => {
		expect(choose(choose(open, "revealed"), "a").choice).toBe("revealed");
		expect(choose(choose(open, "a"), "b").choice).toBe("a");
	});
});

describe("how models fared", () => {
	it("is won by the preferred one, and a tie for all without a preference", () => {
		expect(fared("b")).toEqual({ a: "lost", b: "won", c: "lost" });
		expect(fared("none")).toEqual({ a: "tie", b: "tie", c: "tie" });
	});

	it("is nothing while nothing was chosen, and when the writer looked first", () => {
		expect(fared(null)).toEqual({});
		expect(fared("revealed")).toEqual({});
	});

	it("leaves out those that did not answer, and says nothing with one answer alone", () => {
		const failed = { id: "c", text: " " };
		expect(fared("a", [answers[0]!, answers[1]!, failed])).toEqual({ a: "won", b: "lost" });
		expect(fared("a", [answers[0]!, failed])).toEqual({});
		expect(fared("none", [answers[0]!, failed])).toEqual({});
		expect(fared("c", [answers[0]!, answers[1]!, failed])).toEqual({});
	});

	it("is the same for those that said the same", () => {
		expect(sayTheSame({ id: "a", text: "Nothing to change.\n" }, { id: "b", text: "Nothing to change." })).toBe(true);
		expect(sayTheSame({ id: "a", text: "" }, { id: "b", text: " " })).toBe(false);
		expect(fared("a", [answers[0]!, { id: "b", text: "Yes.\n" }, answers[2]!])).toEqual({
			a: "won",
			b: "won",
			c: "lost",
		});
		expect(fared("a", [answers[0]!, { id: "b", text: "Yes." }])).toEqual({ a: "tie", b: "tie" });
	});

	it("is the same for words: of those that proposed something, who proposed what was picked", () => {
		expect([...preferencesAmong(["a", "b", "c"], ["c", "a"])]).toEqual([
			["a", "won"],
			["b", "lost"],
			["c", "won"],
		]);
		expect(preferencesAmong(["a"], ["a"]).size).toBe(0);
		expect(preferencesAmong(["a", "b"], []).size).toBe(0);
	});
});

describe("the order in which answers are shown", () => {
	it("holds each of them once, whatever the chance", () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.nat(), { maxLength: 4 }),
				fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true })),
				(items, chance) => {
					expect([...shuffled(items, () => chance.next().value as number)].sort()).toEqual([...items].sort());
				},
			),
		);
	});

	it("is each as often as any other", () => {
		const counts = new Map<string, number>();
		// All that three answers can draw: two numbers, of which the first decides among three, the second between two.
		for (const first of [0, 0.34, 0.67])
			for (const second of [0, 0.5]) {
				const drawn = [first, second];
				const order = shuffled(["a", "b", "c"], () => drawn.shift() ?? 0).join("");
				counts.set(order, (counts.get(order) ?? 0) + 1);
			}
		expect([...counts.values()]).toEqual([1, 1, 1, 1, 1, 1]);
	});
});
