import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	carbonMethod,
	carbonOf,
	kilometresOf,
	reportedCarbon,
	timesAsMuch,
	type CarbonBasis,
} from "../../../src/core/estimate/carbon";
import { gridOf, grids } from "../../../src/core/estimate/grids";
import { currencyFrom, forecast, formatAmount, listCost, ratesFor, type Price } from "../../../src/core/estimate/money";
import {
	answerSpread,
	cachedShare,
	isPartRead,
	measuredWith,
	nothingMeasured,
	promptSpread,
	type Measured,
} from "../../../src/core/estimate/measured";
import { bitsOf, sizeIn } from "../../../src/core/estimate/size";
import { estimateTokens, promptTokens, tokenSpread } from "../../../src/core/estimate/tokens";

const price: Price = { input: 3, output: 15, cachedInput: 0.3, currency: "USD", listed: "2026-11-01" };
const remote: CarbonBasis = {
	promptTokens: 0,
	cachedTokens: 0,
	completionTokens: 1000,
	model: "maker/model",
	outputPrice: null,
	localSeconds: null,
	grid: 0.38355,
};
const noon = Date.parse("2026-11-25T12:00:00Z");

describe("money", () => {
	it("counts cached tokens at their own price, never twice", () => {
		expect(listCost(price, { promptTokens: 1_000_000, completionTokens: 0, cachedTokens: 400_000 }, noon)).toBeCloseTo(
			1.8 + 0.12,
			10,
		);
		expect(
			listCost(
				{ ...price, cachedInput: null },
				{ promptTokens: 1_000_000, completionTokens: 100_000, cachedTokens: 400_000 },
				noon,
			),
		).toBeCloseTo(4.5, 10);
	});

	it("counts what is written into the cache at its own price", () => {
		const tokens = { promptTokens: 10_000, completionTokens: 1000, cachedTokens: 1000, cacheWriteTokens: 8000 };
		expect(listCost({ ...price, cacheWrite: 3.75 }, tokens, noon)).toBeCloseTo(0.003 + 0.0003 + 0.03 + 0.015, 10);
		expect(listCost(price, tokens, noon)).toBeCloseTo(0.027 + 0.0003 + 0.015, 10);
		// Never more than there was.
		expect(listCost({ ...price, cacheWrite: 3.75 }, { ...tokens, cacheWriteTokens: 90_000 }, noon)).toBeCloseTo(
			0.0003 + 0.03375 + 0.015,
			10,
		);
	});

	it.each([
		["€", "EUR"],
		["$", "USD"],
		["usd", "USD"],
		[" CHF ", "CHF"],
		["credits", "credits"],
		["", null],
		["a whole sentence about money", null],
		[3, null],
	])("is in what an endpoint calls its currency: %j", (told, currency) => {
		expect(currencyFrom(told)).toBe(currency);
	});

	it("is shown in whatever it is counted", () => {
		fc.assert(
			fc.property(
				fc.string({ maxLength: 12 }),
				fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
				(word, amount) => {
					for (const locale of ["en", "fr"]) expect(formatAmount(amount, word, locale)).toMatch(/\d/);
				},
			),
		);
		expect(formatAmount(12, "credits", "en")).toBe("12.00\u00a0credits");
		expect(formatAmount(12, "€", "fr")).toBe("12,00\u00a0€");
	});

	it("forecasts a range around what is sent", () => {
		const range = forecast(price, {
			promptTokens: 10_000,
			spread: tokenSpread,
			answer: { low: 100, high: 800 },
			time: noon,
		});
		expect(range.low).toBeCloseTo(0.027 + 0.0015, 6);
		expect(range.high).toBeCloseTo(0.0405 + 0.012, 6);
	});

	it("follows other prices for long prompts, from the token on after the bound", () => {
		const tiered: Price = {
			...price,
			overrides: [
				{ above: 200_000, rates: { input: 6, output: 22.5 } },
				{ above: 500_000, rates: { input: 9 } },
			],
		};
		const cost = (promptTokens: number): number =>
			listCost(tiered, { promptTokens, completionTokens: 1000, cachedTokens: 0 }, noon);
		expect(cost(200_000)).toBeCloseTo(0.6 + 0.015, 10);
		expect(cost(200_001)).toBeCloseTo(1.2 + 0.0225, 4);
		// Of what applies the later wins; what it leaves out stays.
		expect(cost(600_000)).toBeCloseTo(5.4 + 0.0225, 10);
		expect(listCost(tiered, { promptTokens: 300_000, completionTokens: 0, cachedTokens: 300_000 }, noon)).toBeCloseTo(
			0.09,
			10,
		);
		// A prompt that may be on either side of the bound.
		const { low, high } = forecast(tiered, {
			promptTokens: 190_000,
			spread: tokenSpread,
			answer: { low: 0, high: 0 },
			time: noon,
		});
		expect(low).toBeCloseTo((190_000 * 0.9 * 3) / 1e6, 6);
		expect(high).toBeCloseTo((190_000 * 1.35 * 6) / 1e6, 6);
	});

	it("follows prices by time of day and by day of the week, in UTC", () => {
		const night: Price = {
			...price,
			overrides: [
				{ hours: { from: 1630, to: 30 }, rates: { input: 1 } },
				{ days: [0, 6], rates: { output: 5 } },
				{ hours: { from: 900, to: 1000 }, days: [3], rates: { input: 2 } },
			],
		};
		const at = (time: string): readonly number[] => {
			const { input, output } = ratesFor(night, 1000, Date.parse(time));
			return [input, output];
		};
		expect([
			at("2026-11-25T16:29:59Z"),
			at("2026-11-25T16:30:00Z"),
			at("2026-11-26T00:29:00Z"),
			at("2026-11-26T00:30:00Z"),
		]).toEqual([
			[3, 15],
			[1, 15],
			[1, 15],
			[3, 15],
		]);
		// A Wednesday, a Thursday, a Sunday.
		expect([at("2026-11-25T09:30:00Z"), at("2026-11-26T09:30:00Z"), at("2026-11-29T09:30:00Z")]).toEqual([
			[2, 15],
			[3, 15],
			[3, 5],
		]);
	});

	it("counts what every request costs, and what is written into a cache", () => {
		expect(
			listCost({ ...price, request: 0.01 }, { promptTokens: 1000, completionTokens: 0, cachedTokens: 0 }, noon),
		).toBeCloseTo(0.013, 10);
		const cached: Price = { ...price, cacheWrite: 3.75, request: 0.01 };
		const { low, high } = forecast(cached, {
			promptTokens: 10_000,
			spread: { low: 1, high: 1 },
			answer: { low: 0, high: 0 },
			cached: 0.9,
			time: noon,
		});
		// All but a tenth may be in the cache; nothing may be, and then all is written into it.
		expect(low).toBeCloseTo(0.01 + (1000 * 3 + 9000 * 0.3) / 1e6, 10);
		expect(high).toBeCloseTo(0.01 + (10_000 * 3.75) / 1e6, 10);
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
	const perThousand = (model: string, outputPrice: number | null = 99): number =>
		carbonOf({ ...remote, model, outputPrice }).central / (0.38355 + 0.083);

	// Wh per 1,000 output tokens by EcoLogits 0.9.1 with a PUE of 1.2: the figures that the formula must give.
	it.each([
		["maker/dense-8b", 0.089],
		["mistralai/mistral-small-3.2-24b-instruct-2506", 0.109],
		["maker/dense-70b", 0.658],
		["maker/dense-123b", 0.915],
		["qwen/qwen3-30b-a3b", 0.083],
		["openai/gpt-oss-120b:bf16", 0.343],
		["deepseek/deepseek-r1-0528:bf16", 3.98],
	])("follows EcoLogits for the open weights of %s", (model, wattHours) => {
		expect(perThousand(model)).toBeCloseTo(wattHours, 2);
		expect(carbonMethod({ model, outputPrice: 99, localSeconds: null })).toBe("size");
	});

	// Weights of 8 or 4 bits lie on half or a quarter of the cards. InferenceMAX measures 1.9 to 2.0 for DeepSeek R1 at
	// 8 bits, 0.34 to 0.6 at 4.
	it.each([
		["deepseek/deepseek-r1-0528", 1.99],
		["deepseek/deepseek-v3.2-exp", 1.99],
		["deepseek/deepseek-r1-0528:nvfp4", 0.995],
		["openai/gpt-oss-120b", 0.0857],
		["qwen/qwen3-235b-a22b-fp8", 0.425],
		["qwen/qwen3-235b-a22b", 0.849],
	])("counts the bits of the weights of %s", (model, wattHours) => {
		expect(perThousand(model) / wattHours).toBeCloseTo(1, 1);
	});

	it("has in its range what was measured of weights on newer cards at fewer bits", () => {
		const { low, high } = carbonOf({ ...remote, model: "deepseek-ai/DeepSeek-R1-0528", grid: 0.125 });
		expect(low / 0.125).toBeLessThan(0.34);
		expect(high).toBeGreaterThan(1.95 * 0.125);
	});

	// c of the fit per model, Wh per 1,000 tokens of output.
	it.each([
		["anthropic/claude-4-sonnet-20250522", 4.275],
		["claude-sonnet-4-20250514", 4.275],
		["anthropic/claude-3.7-sonnet", 2.723],
		["openai/gpt-4.1", 3.266],
		["gpt-4.1-mini-2025-04-14", 1.595],
		["openai/gpt-4o-mini", 1.847],
		["gpt-4o-2024-11-20", 1.641],
		["google/gemini-2.5-flash", 1.095],
		["mistral-medium-2505", 4.275],
		["mistralai/mistral-large-2411", 5.312],
		// Measured, though their size is known too: by size Maverick would be ten times that at 16 bits.
		["meta-llama/llama-4-maverick", 0.158],
		["meta-llama/llama-4-maverick-17b-128e-instruct-fp8", 0.158],
		["us.meta.llama4-scout-17b-instruct-v1:0", 0.143],
		["meta-llama/llama-3.3-70b-instruct", 0.698],
		["llama3.1:8b", 0.144],
		["deepseek/deepseek-chat-v3-0324", 1.954],
	])("takes what was measured of %s", (model, wattHours) => {
		expect(perThousand(model)).toBeCloseTo(wattHours, 6);
		expect(carbonMethod({ model, outputPrice: 99, localSeconds: null })).toBe("measured");
	});

	it.each([
		"anthropic/claude-sonnet-4.5",
		"claude-sonnet-4-5-20250929",
		"claude-opus-4-1-20250805",
		"openai/gpt-5.1",
		"gpt-5-pro",
		"gpt-5-codex",
		"gpt-4-1106-preview",
		"google/gemini-2.5-flash-lite",
		"mistral-large-2512",
		"mistral-small-2603",
		"mistralai/mistral-medium-3.1",
		"mistral-medium-2508",
		// Names that lead to another model each year.
		"mistral-large-latest",
		"mistral-small",
	])("knows of %s its price only: it is another model", (model) => {
		expect(perThousand(model, 10)).toBeCloseTo(10 ** 0.44, 6);
		expect(carbonMethod({ model, outputPrice: 10, localSeconds: null })).toBe("price");
	});

	it("knows nothing but what models take in general without a price, and says on what it rests at home", () => {
		expect(perThousand("maker/model", null)).toBeCloseTo(1.5, 10);
		expect(perThousand("maker/model", 0)).toBeCloseTo(1.5, 10);
		expect(carbonMethod({ model: "maker/model", outputPrice: null, localSeconds: null })).toBe("general");
		expect(carbonMethod({ model: "qwen3:8b", outputPrice: null, localSeconds: 3 })).toBe("device");
	});

	it("takes an endpoint at its word, unless that says nothing", () => {
		expect(reportedCarbon({ low: 1, high: 3 })).toEqual({ low: 1, central: 2, high: 3 });
		expect(reportedCarbon({ low: 0, high: 3 })).toEqual({ low: 0, central: 1.5, high: 3 });
		expect(reportedCarbon(null)).toBeNull();
		for (const [low, high] of [
			[0, 0],
			[-1, 0],
			[-1, 1],
			[3, 1],
			[NaN, 1],
			[0, NaN],
			[1, Infinity],
		] as const)
			expect(reportedCarbon({ low, high })).toBeNull();
	});

	// A writer's own figures, read off the graphs of Jegham et al. for Claude 3.7 Sonnet. What they call 100 / 100 and
	// 10k / 10k are prompts of 100 and 10,000 tokens with answers of 300 and 1,500: the shapes of that paper.
	it.each([
		[100, 300, 0.4],
		[1000, 1000, 1],
		[10_000, 1500, 2],
	])("holds the worked figure for %i and %i tokens in its range", (promptTokens, completionTokens, grams) => {
		const { low, central, high } = carbonOf({
			...remote,
			model: "claude-3-7-sonnet-20250219",
			promptTokens,
			completionTokens,
		});
		expect(low).toBeLessThan(grams);
		expect(high).toBeGreaterThan(grams);
		expect(central / grams).toBeGreaterThan(0.75);
		expect(central / grams).toBeLessThan(1.4);
	});

	it.each([
		[100, 100, 0.13],
		[1000, 1000, 1.34],
		[10_000, 10_000, 13.4],
	])("gives for %i and %i tokens of that model %f g", (promptTokens, completionTokens, grams) => {
		const model = "anthropic/claude-3.7-sonnet";
		const { central } = carbonOf({ ...remote, model, promptTokens, completionTokens });
		expect(central / grams).toBeCloseTo(1, 1);
	});

	it("gives the figures of a month: 299 questions, and the car that would take 121 years of them", () => {
		// May 2025: 299 threads at 0.4 g each; a car at 140 g/km over 1,240 km.
		const month = 299 * 0.4;
		expect(Math.floor(month)).toBe(119);
		expect(kilometresOf(month, 140)).toBeCloseTo(0.854, 3);
		expect(1240 / kilometresOf(month, 140) / 12).toBeCloseTo(121, 0);
		// By the formula the same month, 19,129 tokens in and 300 out each, is of that order.
		const one = carbonOf({
			...remote,
			model: "claude-3-7-sonnet-20250219",
			promptTokens: 19_129,
			completionTokens: 299 * 300,
		});
		expect(one.low).toBeLessThan(month);
		expect(one.high).toBeGreaterThan(month);
	});

	it("says how many times as much another takes, with two digits at most", () => {
		expect(timesAsMuch(3.41, 1)).toBe(3.4);
		expect(timesAsMuch(0.123, 1)).toBe(0.12);
		expect(timesAsMuch(1, 1)).toBe(1);
		expect(timesAsMuch(130, 1)).toBe(130);
		for (const [one, other] of [
			[1, 0],
			[0, 1],
			[NaN, 1],
			[1, NaN],
		] as const)
			expect(timesAsMuch(one, other)).toBeNull();
	});

	it("gives the worked example of a model with c = 2.723 in the United States", () => {
		const { low, central, high } = carbonOf({ ...remote, model: "claude-3-7-sonnet-20250219", promptTokens: 1000 });
		expect(central).toBeCloseTo(1.34, 1);
		expect(low).toBeCloseTo(0.089, 3);
		expect(high).toBeGreaterThan(2.3);
	});

	it("counts input for little, and what was cached for less", () => {
		const grams = (promptTokens: number, cachedTokens: number): number =>
			carbonOf({ ...remote, completionTokens: 0, promptTokens, cachedTokens }).central;
		expect(grams(1000, 0) / carbonOf(remote).central).toBeCloseTo(0.05, 10);
		expect(grams(1000, 1000) / grams(1000, 0)).toBeCloseTo(0.1, 10);
	});

	it("counts the writer's own device by the time it worked, from a laptop to a desktop computer", () => {
		const minute = (watts: number, grid: number): unknown => expect.closeTo((watts * grid) / 60, 10);
		// Where electricity is unknown it may be the cleanest there is.
		expect(carbonOf({ ...remote, localSeconds: 60, grid: null })).toEqual({
			low: minute(30, grids.NO),
			central: minute(60, grids.world),
			high: minute(250, grids.world),
		});
		expect(carbonOf({ ...remote, localSeconds: 60, grid: grids.FR })).toEqual({
			low: minute(30, 0.04418),
			central: minute(60, 0.04418),
			high: minute(250, 0.04418),
		});
	});

	it("knows whose machines stand where", () => {
		expect(gridOf(["Mistral", "openrouter", "OpenRouter"])).toBe(0.03582);
		expect(gridOf(["", "scaleway", "Paris"])).toBe(0.04418);
		expect(gridOf(["Google Vertex", "openrouter", "OpenRouter"])).toBe(0.38355);
		expect(gridOf(["", "openrouter", "OpenRouter"])).toBeNull();
		expect(gridOf(["DeepInfra", "custom", "gateway.example"])).toBeNull();
	});

	it("always gives a range around the central figure", () => {
		for (const basis of [
			remote,
			{ ...remote, outputPrice: 15 },
			{ ...remote, model: "a-70b" },
			{ ...remote, model: "gpt-4o" },
			{ ...remote, localSeconds: 30 },
			{ ...remote, grid: 0.03, outputPrice: 2 },
			{ ...remote, grid: null },
		]) {
			const { low, central, high } = carbonOf(basis);
			expect(low).toBeLessThan(central);
			expect(high).toBeGreaterThan(central);
		}
	});

	it("reads sizes from names, what works on a token and what must be held", () => {
		expect(sizeIn("meta-llama/llama-3.3-70b-instruct")).toEqual({ active: 70, total: 70 });
		expect(sizeIn("qwen/qwen3-235b-a22b")).toEqual({ active: 22, total: 235 });
		expect(sizeIn("gemma3:12b")).toEqual({ active: 12, total: 12 });
		expect(sizeIn("mistralai/Mixtral-8x7B-Instruct-v0.1")).toEqual({ active: 12.9, total: 46.7 });
		expect(sizeIn("deepseek/deepseek-r1-distill-llama-70b")).toEqual({ active: 70, total: 70 });
		expect(sizeIn("deepseek/deepseek-r1-0528-qwen3-8b")).toEqual({ active: 8, total: 8 });
		expect(sizeIn("deepseek-r1:70b")).toEqual({ active: 70, total: 70 });
		expect(sizeIn("deepseek-v3.1:671b-cloud")).toEqual({ active: 37, total: 671 });
		expect(sizeIn("moonshotai/kimi-k2-0905")).toEqual({ active: 32, total: 1000 });
		expect(sizeIn("z-ai/glm-4.5-air")).toEqual({ active: 12, total: 106 });
		expect(sizeIn("z-ai/glm-4.6v")).toBeNull();
		expect(sizeIn("anthropic/claude-sonnet-4")).toBeNull();
	});

	it.each([
		["openai/gpt-oss-20b", 4],
		["deepseek-ai/DeepSeek-V3", 8],
		["deepseek/deepseek-r1-distill-llama-70b", 16],
		["moonshotai/kimi-k2-thinking", 4],
		["moonshotai/kimi-k2", 8],
		["qwen3:8b-q4_K_M", 4],
		["qwen/qwen3-8b-fp8", 8],
		["hf.co/maker/model-7b-gguf:iq3_xs", 3],
		["maker/model-7b-awq", 4],
		["maker/model-7b-w4a16", 4],
		["maker/model-7b-4bit", 4],
		["maker/model-7b-8-bit", 8],
		["maker/gpt-oss-20b-bf16", 16],
		["meta-llama/llama-3.1-8b-instruct", 16],
		["qwen/qwen-2.5-72b", 16],
	])("reads the bits of the weights of %s", (model, bits) => {
		expect(bitsOf(model)).toBe(bits);
	});
});

describe("what a model's answers took", () => {
	const took = (promptTokens: number, completionTokens: number, cachedTokens = 0) => ({
		promptTokens,
		completionTokens,
		cachedTokens,
	});
	const after = (...answers: readonly (readonly [estimated: number, prompt: number, completion: number])[]): Measured =>
		answers.reduce<Measured>(
			(measured, [estimated, prompt, completion]) => measuredWith(measured, estimated, took(prompt, completion)),
			nothingMeasured,
		);

	it("corrects the forecast from the third answer on", () => {
		const two = after([1000, 1200, 60], [2000, 2400, 90]);
		expect(promptSpread(two)).toEqual(tokenSpread);
		expect(answerSpread(two, { low: 80, high: 900 })).toEqual({ low: 80, high: 900 });
		const three = measuredWith(two, 1000, took(1300, 2500));
		expect(promptSpread(three).low).toBeCloseTo(1.2 * 0.97, 6);
		expect(promptSpread(three).high).toBeCloseTo(1.3 * 1.03, 6);
		// A model that reasons: its answers are as long as they were.
		expect(answerSpread(three, { low: 80, high: 900 })).toEqual({ low: 60, high: 2500 });
	});

	it("remembers how much of a prompt came from the cache at most", () => {
		const cached = measuredWith(measuredWith(nothingMeasured, 1000, took(1000, 10, 0)), 1000, took(1000, 10, 875));
		expect(cachedShare(nothingMeasured)).toBe(0);
		expect(cachedShare(cached)).toBe(0.875);
	});

	it("forgets old answers, and those that say nothing", () => {
		const long = after(...Array.from({ length: 40 }, (_, n) => [100, n < 30 ? 150 : 110, 10] as const));
		expect(long.ratios).toHaveLength(12);
		expect(measuredWith(long, 0, took(100, 1))).toBe(long);
		expect(measuredWith(long, 100, took(0, 1))).toBe(long);
	});

	it("holds the real tokens of a tokenizer that gives a fifth more, where the general range needs not", () => {
		const measured = after([800, 960, 50], [1500, 1810, 70], [400, 478, 40]);
		const { low, high } = forecast(price, {
			promptTokens: 1000,
			spread: promptSpread(measured),
			answer: answerSpread(measured, { low: 80, high: 900 }),
			time: noon,
		});
		const real = (1000 * 1.2 * price.input + 60 * price.output) / 1e6;
		expect(low).toBeLessThan(real);
		expect(high).toBeGreaterThan(real);
		expect(high / low).toBeLessThan(1.3);
	});
});

describe("tokens", () => {
	it("are estimated near o200k for the languages notes are written in", () => {
		expect(
			estimateTokens("The cat sleeps on the bench while the rain falls on the roofs of the town."),
		).toBeGreaterThan(13);
		const arabic = "القطة تنام على المقعد بينما يسقط المطر على أسطح المدينة";
		expect(estimateTokens(arabic)).toBeGreaterThan(12);
	});

	it("of a prompt are those of all its parts", () => {
		const text = "The cat sleeps on the bench while the rain falls. ".repeat(40);
		const parts = {
			system: text,
			note: text,
			question: text,
			thread: [
				{ role: "assistant", text },
				{ role: "user", text },
			],
		} as const;
		expect(promptTokens(parts) / estimateTokens(text)).toBeCloseTo(5, 1);
	});
});

describe("what an endpoint says that it read", () => {
	it.each([
		[17_000, 2050, true],
		[6000, 4096, true],
		[2500, 512, true],
		// Another tokenizer, a short prompt, a count of what was not in the cache, none at all.
		[6000, 5400, false],
		[800, 400, false],
		[6000, 12, false],
		[6000, 0, false],
		[6000, 9000, false],
	])("of %i tokens, %i: a part only is %s", (estimated, counted, part) => {
		expect(isPartRead(estimated, counted)).toBe(part);
	});

	it("teaches nothing where it is no tokenizer's count", () => {
		const told = (promptTokens: number): Measured =>
			measuredWith(nothingMeasured, 10_000, { promptTokens, completionTokens: 50, cachedTokens: 0 });
		expect([told(2050), told(12), told(80_000)].map(({ ratios }) => ratios)).toEqual([[], [], []]);
		expect([told(9000), told(19_000)].map(({ ratios }) => ratios)).toEqual([[0.9], [1.9]]);
		expect(told(2050).answers).toEqual([50]);
	});
});
