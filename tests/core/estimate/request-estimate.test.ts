import { describe, expect, it } from "vitest";
import { anchors, estimateOf, timesBetween, type AskableModel } from "../../../src/core/estimate/request-estimate";
import type { Price } from "../../../src/core/estimate/money";

const noon = Date.parse("2026-11-25T12:00:00Z");
const price = (input: number, output: number, currency = "USD"): Price => ({
	input,
	output,
	cachedInput: null,
	currency,
	listed: "2026-11-01",
});
const sonnet: AskableModel = { model: "claude-3-7-sonnet-20250219", price: price(3, 15), isFree: false, grid: 0.38355 };
const mini: AskableModel = { model: "maker/new-mini", price: price(0.3, 1), isFree: false, grid: 0.38355 };
const note = { promptTokens: 3000, completionTokens: 300 };

describe("what a request would take", () => {
	it("is told for three sizes", () => {
		const grams = anchors.map(
			(tokens) => estimateOf(sonnet, { promptTokens: tokens, completionTokens: tokens }, noon).carbon!.central,
		);
		expect(grams.map((gram) => Number(gram.toPrecision(1)))).toEqual([0.1, 1, 10]);
		expect(estimateOf(sonnet, note, noon).method).toBe("measured");
		expect(estimateOf(mini, note, noon).method).toBe("price");
	});

	it("is so many times as much as another's, for the same tokens", () => {
		const [one, other] = [estimateOf(sonnet, note, noon), estimateOf(mini, note, noon)];
		expect(one.cost?.amount).toBeCloseTo(0.0135, 10);
		// $0.0135 against $0.0012; 2.723 against 1 Wh per 1,000 tokens.
		expect(timesBetween(one, other)).toEqual({ cost: 11, carbon: 2.7 });
		expect(timesBetween(other, one)).toEqual({ cost: 0.089, carbon: 0.37 });
	});

	it("is compared with nothing that is free, unknown, or in another money", () => {
		const [one, other] = [estimateOf(sonnet, note, noon), estimateOf(mini, note, noon)];
		const home = estimateOf({ ...mini, price: null, isFree: true }, note, noon);
		expect([home.cost?.amount, home.carbon, home.method]).toEqual([0, null, "device"]);
		expect(timesBetween(home, one)).toEqual({ cost: null, carbon: null });
		expect(timesBetween(one, home)).toEqual({ cost: null, carbon: null });
		const unpriced = estimateOf({ ...mini, price: null }, note, noon);
		expect([unpriced.cost, unpriced.method]).toEqual([null, "general"]);
		expect(timesBetween(unpriced, one).cost).toBeNull();
		const euros = estimateOf({ ...mini, price: price(1, 1, "EUR") }, note, noon);
		expect(timesBetween(euros, other).cost).toBeNull();
	});
});
