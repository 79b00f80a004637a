import { describe, expect, it } from "vitest";
import { carbonOf, parametersIn, type CarbonBasis } from "../../../src/core/estimate/carbon";
import { forecast, formatAmount, listCost, type Price } from "../../../src/core/estimate/money";
import { answerSpread, measuredWith, nothingMeasured, promptSpread, type Measured } from "../../../src/core/estimate/measured";
import { estimateTokens, promptTokens, tokenSpread } from "../../../src/core/estimate/tokens";

const price: Price = { input: 3, output: 15, cachedInput: 0.3, currency: "USD", listed: "2026-11-01" };
const remote: CarbonBasis = { promptTokens: 0, cachedTokens: 0, completionTokens: 1000, outputPrice: null, activeParameters: null, localSeconds: null, grid: 0.38355 };

describe("money", () => {
	it("counts cached tokens at their own price, never twice", () => {
		expect(listCost(price, { promptTokens: 1_000_000, completionTokens: 0, cachedTokens: 400_000 })).toBeCloseTo(1.8 + 0.12, 10);
		expect(listCost({ ...price, cachedInput: null }, { promptTokens: 1_000_000, completionTokens: 100_000, cachedTokens: 400_000 })).toBeCloseTo(4.5, 10);
	});

	it("forecasts a range around what is sent", () => {
		const range = forecast(price, 10_000, tokenSpread, { low: 100, high: 800 });
		expect(range.low).toBeCloseTo(0.027 + 0.0015, 6);
		expect(range.high).toBeCloseTo(0.0405 + 0.012, 6);
	});

	it("writes small amounts so that they can be read", () => {
		expect(formatAmount(0.0034, "USD", "en")).toBe("$0.0034");
		expect(formatAmount(0.00001234, "USD", "en")).toBe("$0.000012");
		expect(formatAmount(0.00000012, "USD", "en")).toBe("$0.00000012");
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

describe("what a model's answers took", () => {
	const after = (...answers: readonly (readonly [estimated: number, prompt: number, completion: number])[]): Measured =>
		answers.reduce<Measured>((measured, [estimated, prompt, completion]) => measuredWith(measured, estimated, prompt, completion), nothingMeasured);

	it("corrects the forecast from the third answer on", () => {
		const two = after([1000, 1200, 60], [2000, 2400, 90]);
		expect(promptSpread(two)).toEqual(tokenSpread);
		expect(answerSpread(two, { low: 80, high: 900 })).toEqual({ low: 80, high: 900 });
		const three = measuredWith(two, 1000, 1300, 2500);
		expect(promptSpread(three).low).toBeCloseTo(1.2 * 0.97, 6);
		expect(promptSpread(three).high).toBeCloseTo(1.3 * 1.03, 6);
		// A model that reasons: its answers are as long as they were.
		expect(answerSpread(three, { low: 80, high: 900 })).toEqual({ low: 60, high: 2500 });
	});

	it("forgets old answers, and those that say nothing", () => {
		const long = after(...Array.from({ length: 40 }, (_, n) => [100, n < 30 ? 500 : 110, 10] as const));
		expect(long.ratios).toHaveLength(12);
		expect(measuredWith(long, 0, 100, 1)).toBe(long);
		expect(measuredWith(long, 100, 0, 1)).toBe(long);
	});

	it("holds the real tokens of a tokenizer that gives a fifth more, where the general range needs not", () => {
		const measured = after([800, 960, 50], [1500, 1810, 70], [400, 478, 40]);
		const { low, high } = forecast(price, 1000, promptSpread(measured), answerSpread(measured, { low: 80, high: 900 }));
		const real = (1000 * 1.2 * price.input + 60 * price.output) / 1e6;
		expect(low).toBeLessThan(real);
		expect(high).toBeGreaterThan(real);
		expect(high / low).toBeLessThan(1.3);
	});
});

describe("tokens", () => {
	it("are estimated near o200k for the languages notes are written in", () => {
		expect(estimateTokens("The cat sleeps on the bench while the rain falls on the roofs of the town.")).toBeGreaterThan(13);
		const arabic = "القطة تنام على المقعد بينما يسقط المطر على أسطح المدينة";
		expect(estimateTokens(arabic)).toBeGreaterThan(12);
	});

	it("of a prompt are those of all its parts", () => {
		const text = "The cat sleeps on the bench while the rain falls. ".repeat(40);
		const parts = { system: text, note: text, question: text, thread: [{ role: "assistant", text }, { role: "user", text }] } as const;
		expect(promptTokens(parts) / estimateTokens(text)).toBeCloseTo(5, 1);
	});
});
