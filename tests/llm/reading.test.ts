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
	it.each(["length", "model_length", "max_tokens", "MAX_TOKENS", "max_output_tokens", "max_new_tokens", "token_limit"])(
		"%s is a limit that it reached",
		(reason) => {
			expect(ended(reason)).toEqual({ state: "partial", failure: null });
		},
	);

	it.each([
		...["insufficient_system_resource", "abort", "aborted", "cancelled", "timeout", "timed_out", "error"],
		...["network_error", "server_error", "failed", "connection_lost", "engine_overloaded", "interrupted"],
	])("%s is no end", (reason) => {
		expect(ended(reason)).toMatchObject({ state: "partial", failure: { kind: "unavailable" } });
	});

	it.each([
		...["refusal", "safety", "SAFETY", "content_filtered", "guardrail_intervened", "blocklist", "sensitive", "spii"],
		...["prohibited_content", "recitation", "moderation"],
	])("%s is a refusal", (reason) => {
		expect(ended(reason)).toMatchObject({ state: "partial", failure: { kind: "refused" } });
	});

	it("content_filter is the endpoint's rule", () => {
		expect(ended("content_filter")).toMatchObject({ state: "partial", failure: { kind: "policy" } });
	});

	it.each(["other", "unknown", "incomplete", "unspecified", "FINISH_REASON_UNSPECIFIED", "pause_turn", "xyz"])(
		"%s says nothing, so something may be missing",
		(reason) => {
			expect(ended(reason)).toMatchObject({ state: "partial", failure: { kind: "format" } });
		},
	);

	it.each(["stop", "end_turn", "eos", "eos_token", "STOP", "FINISH_REASON_STOP", "COMPLETE", "stop_sequence", "done"])(
		"%s is one",
		(reason) => {
			expect(ended(reason)).toEqual({ state: "done", failure: null });
		},
	);

	const words = { delta: { content: "It is clear, but" } };
	it.each<[string, object, object]>([
		["Google's name", { delta: {}, finishReason: "MAX_TOKENS" }, { state: "partial", failure: null }],
		["Google's name alone", { delta: {}, finishReason: "STOP" }, { state: "done" }],
		["Anthropic's name", { delta: {}, stop_reason: "end_turn" }, { state: "done" }],
		["an object", { delta: {}, finish_reason: { type: "length" } }, { state: "partial", failure: null }],
		[
			"what the provider said besides",
			{ delta: {}, finish_reason: "stop", native_finish_reason: "error" },
			{ state: "partial", failure: { kind: "unavailable" } },
		],
		[
			"a limit that the provider reached",
			{ delta: {}, finish_reason: "stop", native_finish_reason: "MAX_TOKENS" },
			{ state: "partial", failure: null },
		],
		[
			"a provider's own word for the end",
			{ delta: {}, finish_reason: "stop", native_finish_reason: "completed" },
			{ state: "done" },
		],
		["a provider's unknown word", { delta: {}, finish_reason: "stop", native_finish_reason: "x" }, { state: "done" }],
	])("is read by %s", (_what, choice, wanted) => {
		expect(read({ choices: [words] }, { choices: [choice] }).conclusion(false)).toMatchObject(wanted);
	});

	it.each(["null", "None", " "])("is not said by %j", (reason) => {
		const reading = new Reading([]);
		reading.frame(JSON.stringify({ choices: [{ ...words, finish_reason: reason }] }));
		expect(reading.finished).toBe(false);
		expect(reading.conclusion(false)).toMatchObject({ state: "partial", failure: { kind: "network" } });
	});

	it("is not known from a word that each frame holds", () => {
		const each = [words, words].map((choice) => ({ choices: [{ ...choice, finish_reason: "stop" }] }));
		const reading = new Reading([]);
		for (const one of each) reading.frame(JSON.stringify(one));
		expect(reading.conclusion(true)).toMatchObject({ state: "partial", failure: { kind: "network" } });
		reading.frame("[DONE]");
		expect(reading.conclusion(true)).toMatchObject({ state: "done" });
	});

	it("is known from a last frame without words all the same", () => {
		const reading = new Reading([]);
		for (const content of ["It is", " clear.", ""])
			reading.frame(JSON.stringify({ choices: [{ delta: { content }, finish_reason: "stop" }] }));
		expect(reading.conclusion(true)).toMatchObject({ state: "done" });
	});
});

describe("a frame that can't be read", () => {
	const good = ["The image ", "is clear."].map((content) => JSON.stringify({ choices: [{ delta: { content } }] }));
	const after = (bad: string): { text: string } & ReturnType<Reading["conclusion"]> & { notes: readonly string[] } => {
		const reading = new Reading([]);
		const text = [good[0]!, bad, good[1]!, "[DONE]"].map((data) => reading.frame(data).text).join("");
		return { text: text + reading.end().text, ...reading.conclusion(false), notes: reading.notes };
	};

	it.each(["ping", ": OPENROUTER PROCESSING", "keep-alive", "ok", "<heartbeat/>", "[PING]x", "12:00:01", "undefined"])(
		"and is no part of the answer is skipped and counted: %s",
		(bad) => {
			expect(after(bad)).toMatchObject({ text: "The image is clear." });
			expect(after(bad).notes).toEqual([expect.stringContaining(`skipped: 1`)]);
		},
	);

	it.each(["ping", "keep-alive", "ok"])("and says nothing of an answer leaves it whole: %s", (bad) => {
		expect(after(bad)).toMatchObject({ state: "done", failure: null });
	});

	it.each(['{"choices":[{"delta":{"cont', '{"choices": [{"delta": {"content": "not "}}}'])(
		"and was a part of the answer is told, and what comes after it is read: %s",
		(bad) => {
			expect(after(bad)).toMatchObject({ text: "The image is clear.", state: "partial", failure: { kind: "format" } });
		},
	);

	it("is none where the field's name stands twice, or frames follow each other without a blank line", () => {
		const reading = new Reading([]);
		expect(reading.frame(`data: ${good[0]}`).text).toBe("The image ");
		expect(new Reading([]).frame(good.join("\n")).text).toBe("The image is clear.");
		expect(reading.notes).toEqual([]);
	});
});

describe("an answer that is sent more than once", () => {
	const told = (...choices: readonly object[]): string => {
		const reading = new Reading([]);
		let text = "";
		const take = (piece: { text: string; replaces: boolean }): void =>
			void (text = piece.replaces ? piece.text : text + piece.text);
		for (const choice of choices) take(reading.frame(JSON.stringify({ choices: [choice] })));
		take(reading.end());
		return text;
	};
	const deltas = (...pieces: readonly string[]): object[] => pieces.map((content) => ({ delta: { content } }));
	const all = "The image is clear.";

	it.each<[string, readonly object[]]>([
		[
			"as a message at the end",
			[...deltas("The image ", "is clear."), { message: { content: all }, finish_reason: "stop" }],
		],
		[
			"as a message beside an empty delta",
			[...deltas("The image ", "is clear."), { delta: {}, message: { content: all }, finish_reason: "stop" }],
		],
		[
			"as a delta at the end",
			[...deltas("The image ", "is clear."), { delta: { content: all }, finish_reason: "stop" }],
		],
		["as a delta before the end", deltas("The image ", "is ", "clear.", all)],
		[
			"with a line end more",
			[...deltas("The image ", "is clear."), { message: { content: `${all}\n` }, finish_reason: "stop" }],
		],
		[
			"without its thinking",
			[...deltas("<think>hm</think>", "The image is clear."), { message: { content: all }, finish_reason: "stop" }],
		],
		[
			"with the last words added",
			[...deltas("The image ", "is"), { message: { content: all }, finish_reason: "stop" }],
		],
		["in each frame a little more", deltas("The", "The image", "The image is", all)],
		["in each frame a little more, from a long beginning on", deltas("The image ", all)],
		[
			"in each frame as delta and message",
			deltas("The image ", "is clear.").map((one) => ({ ...one, message: (one as { delta: object }).delta })),
		],
		["in messages alone, piece by piece", ["The image ", "is clear."].map((content) => ({ message: { content } }))],
		["once", [...deltas("The image ", "is clear."), { delta: {}, finish_reason: "stop" }]],
	])("is shown once: %s", (_how, choices) => {
		expect(told(...choices)).toBe(all);
	});

	it.each([
		["short words that begin alike", ["1", "10", "1"]],
		["the same word again", ["ha", " ha", " ha", " ha"]],
		["a line again", ["Row, ", "row, ", "row ", "your boat\n", "Row, "]],
		["spaces", ["a", " ", " ", "b"]],
	])("is shown as it comes where it only repeats words: %s", (_what, pieces) => {
		expect(told(...deltas(...pieces))).toBe(pieces.join(""));
	});

	it.each([
		["counts its pieces", [0, 1, 2]],
		["is a text", ["0", 0, "0"]],
		["is null or missing", [null, undefined, 0]],
		["counts from one", [1, 2, 3]],
	])("is one answer whatever its index does: it %s", (_what, indexes) => {
		const pieces = ["The ", "image ", "is clear."];
		expect(told(...indexes.map((index, at) => ({ index, delta: { content: pieces[at] } })))).toBe(all);
	});
});

describe("an error that says nothing", () => {
	it.each([
		{},
		{ code: 0, message: "" },
		{ code: "0" },
		{ code: 200, message: "success" },
		"",
		false,
		0,
		[],
		{ message: null },
	])("beside words is none: %j", (error) => {
		const reading = read(
			{ choices: [{ delta: { content: "Yes." } }], error },
			{ choices: [{ delta: {}, finish_reason: "stop" }] },
		);
		expect(reading.conclusion(false)).toEqual({ state: "done", failure: null });
	});

	it.each([{ code: 500 }, { message: "died" }, "died", { type: "server_error" }, { error: { message: "died" } }, true])(
		"is told from one that does: %j",
		(error) => {
			expect(read({ error }).conclusion(false)).toMatchObject({ state: "failed", failure: { kind: "unavailable" } });
		},
	);

	it("is MiniMax's code where it is not 0", () => {
		const words = { choices: [{ delta: { content: "Yes." }, finish_reason: "stop" }] };
		expect(read({ ...words, base_resp: { status_code: 0, status_msg: "" } }).failure).toBeNull();
		expect(
			read({ choices: null, base_resp: { status_code: 1008, status_msg: "insufficient balance" } }).failure?.kind,
		).toBe("credit");
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

	it.each<[string, object]>([
		["beside the choices", { choices: [], usage: { prompt_tokens: 100, completion_tokens: 20 } }],
		["in the choice", { choices: [{ delta: {}, usage: { prompt_tokens: 100, completion_tokens: 20 } }] }],
		["in the delta", { choices: [{ delta: { usage: { prompt_tokens: 100, completion_tokens: 20 } } }] }],
		["in Groq's own field", { choices: [], x_groq: { id: "r", usage: { prompt_tokens: 100, completion_tokens: 20 } } }],
		["by Google's names", { usageMetadata: { promptTokenCount: 100, candidatesTokenCount: 20 } }],
	])("is read %s", (_where, frame) => {
		expect(read(frame).usage).toMatchObject({ promptTokens: 100, completionTokens: 20 });
	});

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
		expect([
			told(undefined),
			told(undefined, "EUR"),
			told("CHF", "EUR"),
			told("francs", "EUR"),
			told("€"),
			told("credits", "EUR"),
			told("usd", "EUR"),
			told("", "EUR"),
		]).toEqual(["USD", "EUR", "CHF", "francs", "EUR", "credits", "USD", "EUR"]);
	});

	it.each([
		["OpenRouter's", { prompt_tokens: 100, prompt_tokens_details: { cached_tokens: 10, cache_write_tokens: 60 } }],
		["Anthropic's", { input_tokens: 30, cache_read_input_tokens: 10, cache_creation_input_tokens: 60 }],
		["LiteLLM's", { prompt_tokens: 100, prompt_tokens_details: { cached_tokens: 10, cache_creation_tokens: 60 } }],
	])("tells what was written into the cache: %s", (_who, told) => {
		expect(usage({ ...told, completion_tokens: 5 })).toMatchObject({
			promptTokens: 100,
			cachedTokens: 10,
			cacheWriteTokens: 60,
		});
	});

	it("knows no carbon where the endpoint says nothing but zero", () => {
		const carbon = (min: number, max: number): unknown =>
			usage({ prompt_tokens: 1, carbon: { kgCO2eq: { min, max } } })?.carbon;
		expect(carbon(0, 0)).toBeNull();
		expect(carbon(-1, -1)).toBeNull();
		expect(carbon(0, 0.001)).toEqual({ low: 0, high: 1 });
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
			text: "I wonder.",
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
