import { describe, expect, it } from "vitest";
import { factsOf } from "../../../src/core/journal/entry";
import type { ComparisonFact, Facts } from "../../../src/core/journal/facts";
import { minRounds, ranking } from "../../../src/core/journal/ranking";
import { entry } from "./arbitrary";

let ids = 0;
const fared = (model: string, preference: ComparisonFact["preference"], change: Partial<Facts> = {}): Facts => ({
	...factsOf(entry),
	id: `r${ids++}`,
	objective: "Is it clear?",
	model,
	comparison: { id: "round", preference },
	...change,
});
const rounds = (model: string, won: number, tie: number, lost: number): readonly Facts[] =>
	(["won", "tie", "lost"] as const).flatMap((preference, at) =>
		Array.from({ length: [won, tie, lost][at]! }, () => fared(model, preference)),
	);
const ranked = (...facts: readonly Facts[]) => ranking(facts, "Is it clear?");

describe("the writer's ranking of models", () => {
	it("counts wins and ties, and gives no score from three rounds", () => {
		expect(ranked(...rounds("one", 2, 0, 1), ...rounds("two", 1, 0, 2))).toEqual([
			{ model: "one", wins: 2, ties: 0, rounds: 3, share: null },
			{ model: "two", wins: 1, ties: 0, rounds: 3, share: null },
		]);
	});

	it("gives a share with its uncertainty once there are enough rounds, a tie being half a win", () => {
		expect(ranked(...rounds("one", minRounds - 1, 0, 0))[0]?.share).toBeNull();
		const [one] = ranked(...rounds("one", 6, 2, 2));
		// The 95 % interval of Wilson for 7 of 10.
		expect(one?.share?.value).toBe(0.7);
		expect(one?.share?.low).toBeCloseTo(0.397, 3);
		expect(one?.share?.high).toBeCloseTo(0.892, 3);
	});

	it("never gives certainty, however one-sided the rounds were", () => {
		for (const facts of [rounds("one", 8, 0, 0), rounds("one", 0, 0, 8)]) {
			const { value, low, high } = ranked(...facts)[0]!.share!;
			expect(low).toBeGreaterThanOrEqual(0);
			expect(high).toBeLessThanOrEqual(1);
			expect(high - low).toBeGreaterThan(0.3);
			expect(value).toBeGreaterThanOrEqual(low);
			expect(value).toBeLessThanOrEqual(high);
		}
	});

	it("ranks by share where there are enough rounds, else by wins", () => {
		expect(
			ranked(...rounds("often", 5, 0, 5), ...rounds("seldom", 3, 0, 0), ...rounds("best", 9, 0, 1)).map(
				({ model }) => model,
			),
		).toEqual(["best", "often", "seldom"]);
		expect(ranked(...rounds("a", 1, 0, 2), ...rounds("b", 2, 0, 1)).map(({ model }) => model)).toEqual(["b", "a"]);
	});

	it("keeps objectives apart, leaves out what was asked alone, and counts an entry that was replaced once", () => {
		const kept = fared("one", "won", { id: "same" });
		expect(
			ranking(
				[
					kept,
					{ ...kept, outcome: "kept" },
					fared("one", "won", { objective: "Other words" }),
					fared("one", "won", { comparison: null }),
				],
				"Is it clear?",
			),
		).toEqual([{ model: "one", wins: 1, ties: 0, rounds: 1, share: null }]);
		expect(ranking([kept], "Second pass")).toEqual([]);
	});
});
