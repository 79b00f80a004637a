import { describe, expect, it } from "vitest";
import { factsOf } from "../../../src/core/journal/entry";
import type { Facts } from "../../../src/core/journal/facts";
import { frugalModels, minBlindRounds } from "../../../src/core/journal/frugal";
import { entry } from "./arbitrary";

let ids = 0;
/** Rounds in which the models were preferred one after the other: `a` alone, `-` for no preference. */
function rounds(preferred: readonly string[], models = ["big", "small"], change: Partial<Facts> = {}, blind = true) {
	return preferred.flatMap((won): readonly Facts[] => {
		const id = `round-${ids++}`;
		return models.map((model) => ({
			...factsOf(entry),
			id: `${id}-${model}`,
			objective: "Is it clear?",
			model,
			comparison: {
				id,
				preference: won === "-" ? "tie" : won === model ? "won" : "lost",
				...(blind ? { blind: true } : {}),
			},
			...change,
		}));
	});
}
const takes = (model: string): number | null => ({ big: 10, small: 2, tiny: 1, huge: 90 })[model] ?? null;
const suggested = (facts: readonly Facts[], current = "big"): readonly string[] =>
	frugalModels(facts, current, takes).map(({ model, objective }) => `${objective} ${model}`);
const ten = (won: number, lost: number): readonly string[] => [
	...Array.from({ length: won }, () => "small"),
	...Array.from({ length: lost }, () => "big"),
	...Array.from({ length: minBlindRounds - won - lost }, () => "-"),
];

describe("a model that takes less", () => {
	it("is suggested from ten blind comparisons on in which it did at least as well", () => {
		expect(suggested(rounds(ten(5, 5)))).toEqual(["Is it clear? small"]);
		expect(suggested(rounds(ten(0, 0)))).toEqual(["Is it clear? small"]);
		expect(suggested(rounds(ten(4, 5)))).toEqual([]);
		expect(suggested(rounds(ten(9, 0).slice(1)))).toEqual([]);
		expect(frugalModels(rounds(ten(6, 3)), "big", takes)).toMatchObject([
			{ model: "small", than: "big", rounds: 10, won: 6, lost: 3 },
		]);
	});

	it("is not by comparisons in which names were seen, or that were replaced", () => {
		expect(suggested(rounds(ten(9, 0), undefined, {}, false))).toEqual([]);
		expect(suggested([...rounds(ten(9, 0)).slice(2), ...rounds(["small"], undefined, {}, false)])).toEqual([]);
		const all = rounds(ten(9, 0));
		const same = all.map((one) => ({ ...one, id: `${one.model}` }));
		expect(suggested(same)).toEqual([]);
	});

	it("is not where it takes more, or nobody knows what either takes", () => {
		expect(suggested(rounds(ten(9, 0)), "small")).toEqual([]);
		expect(suggested(rounds(ten(0, 0), ["big", "huge"]))).toEqual([]);
		expect(suggested(rounds(ten(0, 0), ["big", "other"]))).toEqual([]);
		expect(suggested(rounds(ten(0, 0), ["other", "small"]), "other")).toEqual([]);
	});

	it("is the one that takes least, for each objective by itself", () => {
		const three = rounds(ten(0, 0), ["big", "small", "tiny"]);
		expect(suggested(three)).toEqual(["Is it clear? tiny"]);
		expect(suggested([...three, ...rounds(ten(0, 0), ["big", "small"], { objective: "Again" })])).toEqual([
			"Again small",
			"Is it clear? tiny",
		]);
		// Ten in all, but not of one objective.
		const half = ten(0, 0).slice(5);
		expect(suggested([...rounds(half), ...rounds(half, undefined, { objective: "Again" })])).toEqual([]);
	});
});
