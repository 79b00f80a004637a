import { describe, expect, it } from "vitest";
import { carbonOf, parametersIn, type CarbonBasis } from "../../../src/core/estimate/carbon";
import { forecast, formatAmount, listCost, type Price } from "../../../src/core/estimate/money";
import { estimateTokens } from "../../../src/core/estimate/tokens";

const price: Price = { input: 3, output: 15, cachedInput: 0.3, currency: "USD", listed: "2026-11-01" };
const remote: CarbonBasis = { promptTokens: 0, cachedTokens: 0, completionTokens: 1000, outputPrice: null, activeParameters: null, localSeconds: null, grid: 0.38355 };

describe("money", () => {
	it("counts cached tokens at their own price, never twice", () => {
		expect(listCost(price, { promptTokens: 1_000_000, completionTokens: 0, cachedTokens: 400_000 })).toBeCloseTo(1.8 + 0.12, 10);
		expect(listCost({ ...price, cachedInput: null }, { promptTokens: 1_000_000, completionTokens: 100_000, cachedTokens: 400_000 })).toBeCloseTo(4.5, 10);
	});

	it("forecasts a range around what is sent", () => {
		const range = forecast(price, 10_000, { low: 100, high: 800 });
		expect(range.low).toBeCloseTo(0.027 + 0.0015, 6);
		expect(range.high).toBeCloseTo(0.0405 + 0.012, 6);
	});

	it("writes small amounts so that they can be read", () => {
		expect(formatAmount(0.0034, "USD", "en")).toBe("$0.0034");
		expect(formatAmount(0.00001234, "USD", "en")).toBe("$0.000012");
		expect(formatAmount(12.5, "USD", "en")).toBe("$12.50");
		expect(formatAmount(0, "USD", "en")).toBe("$0.00");
		expect(formatAmount(0.0034, "EUR", "fr")).toMatch(/^0,0034\s€$/);
	});
});

describe("carbon", () => {
	// Wh per 1,000 output tokens by EcoLogits 0.9.1 with a PUE of 1.2: the figures that the formula must give.
	it.each([[8, 0.089], [24, 0.109], [70, 0.658], [123, 0.915]])("follows EcoLogits for open weights of %s billion", (billions, wattHours) => {
		const { central } = carbonOf({ ...remote, activeParameters: billions });
		expect(central / (0.38355 + 0.083)).toBeCloseTo(wattHours, 2);
	});

	it("always gives a range around the central figure", () => {
		for (const basis of [remote, { ...remote, outputPrice: 15 }, { ...remote, activeParameters: 70 }, { ...remote, localSeconds: 30 }, { ...remote, grid: 0.03, outputPrice: 2 }, { ...remote, grid: null }]) {
			const { low, central, high } = carbonOf(basis);
			expect(low).toBeLessThan(central);
			expect(high).toBeGreaterThan(central);
		}
	});

	it("reads sizes from names", () => {
		expect(parametersIn("meta-llama/llama-3.3-70b-instruct")).toBe(70);
		expect(parametersIn("qwen/qwen3-30b-a3b")).toBe(3);
		expect(parametersIn("gemma3:12b")).toBe(12);
		expect(parametersIn("anthropic/claude-sonnet-4")).toBeNull();
	});
});

describe("tokens", () => {
	it("are estimated near o200k for the languages notes are written in", () => {
		expect(estimateTokens("The cat sleeps on the bench while the rain falls on the roofs of the town.")).toBeGreaterThan(13);
		const arabic = "القطة تنام على المقعد بينما يسقط المطر على أسطح المدينة";
		expect(estimateTokens(arabic)).toBeGreaterThan(12);
	});
});
