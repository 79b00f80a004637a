import { describe, expect, it } from "vitest";
import { Reading } from "../../src/llm/reading";

const read = (...frames: readonly object[]): Reading => {
	const reading = new Reading([]);
	for (const frame of [...frames.map((one) => JSON.stringify(one)), "[DONE]"]) reading.frame(frame);
	return reading;
};

const ended = (reason: string): ReturnType<Reading["conclusion"]> =>
	read(
		{ choices: [{ delta: { content: "It is clear, but" } }] },
		{ choices: [{ delta: {}, finish_reason: reason }] },
	).conclusion(false);

describe("how a reply ended", () => {
	it.each(["length", "model_length", "max_tokens", "MAX_TOKENS"])("%s is a limit that it reached", (reason) => {
		expect(ended(reason)).toEqual({ state: "partial", failure: null });
	});

	it.each(["insufficient_system_resource", "abort"])("%s is no end", (reason) => {
		expect(ended(reason)).toMatchObject({ state: "partial", failure: { kind: "unavailable" } });
	});

	it.each(["stop", "end_turn", "eos"])("%s is one", (reason) => {
		expect(ended(reason)).toEqual({ state: "done", failure: null });
	});
});

describe("the cost of a reply with a key of the writer's own behind the endpoint", () => {
	const usage = { prompt_tokens: 10, completion_tokens: 2 };
	const cost = (more: object): number | null | undefined => read({ usage: { ...usage, ...more } }).usage?.cost;

	it("is the endpoint's fee with what the provider bills", () => {
		expect(cost({ cost: 0.25, is_byok: true, cost_details: { upstream_inference_cost: 0.5 } })).toBe(0.75);
	});

	it("is unknown where the provider's part is, never its fee alone", () => {
		expect(cost({ cost: 0, is_byok: true, cost_details: { upstream_inference_cost: null } })).toBeNull();
	});

	it("is told in full without such a key", () => {
		expect(cost({ cost: 0.25, is_byok: false, cost_details: { upstream_inference_cost: 0.2 } })).toBe(0.25);
	});
});

describe("a reply that does not end", () => {
	const message = { message: { content: "It is clear, but" } };
	const whole = (choice: object): ReturnType<Reading["conclusion"]> => {
		const reading = new Reading([]);
		reading.whole(JSON.stringify({ choices: [choice] }));
		reading.end();
		return reading.conclusion(false);
	};

	it("is incomplete in one piece too", () => {
		expect(whole(message)).toMatchObject({ state: "partial", failure: { kind: "format" } });
		expect(whole({ ...message, finish_reason: "stop" })).toEqual({ state: "done", failure: null });
	});

	it.each(["tool_calls", "function_call"])("is incomplete when it goes on to call a tool: %s", (reason) => {
		expect(ended(reason)).toMatchObject({ state: "partial", failure: { kind: "format" } });
	});
});

describe("the usage of a reply", () => {
	const usage = (told: object): Reading["usage"] => read({ usage: told }).usage;

	it("is its cost alone where no tokens are told", () => {
		expect(usage({ cost: 0.5 })).toMatchObject({ cost: 0.5, promptTokens: 0, completionTokens: 0 });
		expect(usage({})).toBeNull();
	});

	it.each([
		["OpenAI's", { prompt_tokens: 100, prompt_tokens_details: { cached_tokens: 60 } }],
		["that of responses", { input_tokens: 100, input_tokens_details: { cached_tokens: 60 } }],
		["DeepSeek's", { prompt_tokens: 100, prompt_cache_hit_tokens: 60, prompt_cache_miss_tokens: 40 }],
		["Moonshot's", { prompt_tokens: 100, cached_tokens: 60 }],
		[
			"Anthropic's own, which counts it apart",
			{ input_tokens: 30, cache_read_input_tokens: 60, cache_creation_input_tokens: 10 },
		],
		[
			"Anthropic's as gateways pass it on",
			{ prompt_tokens: 100, cache_read_input_tokens: 60, cache_creation_input_tokens: 10 },
		],
	])("tells what came from the cache as a part of the prompt: %s", (_who, told) => {
		expect(usage({ ...told, completion_tokens: 5 })).toMatchObject({
			promptTokens: 100,
			cachedTokens: 60,
			completionTokens: 5,
		});
	});

	it("has the currency of the endpoint's list where it names none", () => {
		const told = (currency: string | undefined, usual?: string): string | undefined => {
			const reading = new Reading([], usual);
			reading.frame(JSON.stringify({ usage: { cost: 1, currency } }));
			return reading.usage?.currency;
		};
		expect([told(undefined), told(undefined, "EUR"), told("CHF", "EUR"), told("francs", "EUR")]).toEqual([
			"USD",
			"EUR",
			"CHF",
			"EUR",
		]);
	});

	it("never counts more from the cache than there was", () => {
		expect(usage({ prompt_tokens: 10, completion_tokens: 5, cached_tokens: 60 })).toMatchObject({
			promptTokens: 10,
			cachedTokens: 10,
		});
	});

	it("has its cost in parts with Perplexity", () => {
		expect(
			usage({
				prompt_tokens: 10,
				completion_tokens: 5,
				cost: { input_tokens_cost: 0.001, request_cost: 0.005, total_cost: 0.006 },
			})?.cost,
		).toBe(0.006);
		expect(usage({ prompt_tokens: 10, completion_tokens: 5, cost: {} })?.cost).toBeNull();
	});

	it("is read where its numbers are strings, and only where they are numbers", () => {
		expect(usage({ prompt_tokens: "10", completion_tokens: "3", cost: "0.5" })).toMatchObject({
			promptTokens: 10,
			completionTokens: 3,
			cost: 0.5,
		});
		expect(usage({ prompt_tokens: "", completion_tokens: "many", cost: "-1" })).toBeNull();
	});

	it("holds the reasoning that is counted in the total alone", () => {
		expect(
			usage({
				prompt_tokens: 10,
				completion_tokens: 3,
				total_tokens: 1013,
				completion_tokens_details: { reasoning_tokens: 1000 },
			}),
		).toMatchObject({ promptTokens: 10, completionTokens: 1003, reasoningTokens: 1000 });
		expect(usage({ prompt_tokens: 10, completion_tokens: 1003, total_tokens: 1013 })).toMatchObject({
			completionTokens: 1003,
		});
		expect(usage({ completion_tokens: 3, total_tokens: 13 })).toMatchObject({ completionTokens: 3 });
	});
});

describe("thinking that had been shown as the answer", () => {
	const delta = (content: string): object => ({ choices: [{ delta: { content } }] });

	it("is taken back once its closing tag comes", () => {
		const reading = new Reading([]);
		expect(reading.frame(JSON.stringify(delta("I wonder.\n")))).toEqual({
			text: "I wonder.\n",
			replaces: false,
			thinking: false,
		});
		expect(reading.frame(JSON.stringify(delta("</think>\n\n")))).toMatchObject({ text: "", replaces: true });
		expect(reading.frame(JSON.stringify(delta("Yes.")))).toMatchObject({ text: "Yes.", replaces: false });
	});

	it("is no answer", () => {
		const reading = read(delta("I wonder.\n</think>\n\n"), { choices: [{ delta: {}, finish_reason: "stop" }] });
		expect(reading.conclusion(false)).toMatchObject({ state: "failed", failure: { kind: "format" } });
	});
});
