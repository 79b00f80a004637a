import { describe, expect, it } from "vitest";
import { endIn, type End } from "../../src/llm/finish";

const endOf = (word: unknown): End | undefined => endIn({}, { finish_reason: word })?.end;

/** Words for ends as vendors document them, and what each means; beside `finish_reason`, also their own fields'. */
const vendors: Readonly<Record<string, Readonly<Partial<Record<End, readonly string[]>>>>> = {
	OpenAI: {
		complete: ["stop", "completed"],
		limit: ["length", "max_output_tokens"],
		filtered: ["content_filter"],
		tools: ["tool_calls", "function_call"],
		broken: ["failed", "cancelled"],
		unknown: ["incomplete", "in_progress", "queued"],
	},
	Anthropic: {
		complete: ["end_turn", "stop_sequence"],
		limit: ["max_tokens", "model_context_window_exceeded"],
		refused: ["refusal"],
		tools: ["tool_use"],
		unknown: ["pause_turn", "compaction"],
	},
	Google: {
		complete: ["STOP", "FINISH_REASON_STOP"],
		limit: ["MAX_TOKENS", "FINISH_REASON_MAX_TOKENS"],
		refused: [
			...["SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "MODEL_ARMOR"],
			...["IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION"],
		],
		tools: ["MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS"],
		broken: ["MALFORMED_RESPONSE"],
		unknown: [
			...["FINISH_REASON_UNSPECIFIED", "OTHER", "LANGUAGE", "IMAGE_OTHER", "NO_IMAGE"],
			"MISSING_THOUGHT_SIGNATURE",
		],
	},
	Mistral: { complete: ["stop"], limit: ["length", "model_length"], broken: ["error"], tools: ["tool_calls"] },
	DeepSeek: { filtered: ["content_filter"], broken: ["insufficient_system_resource"] },
	Together: { complete: ["eos", "stop"], limit: ["length"], tools: ["tool_calls"] },
	Groq: { complete: ["stop"], limit: ["length"], tools: ["tool_calls"] },
	Ollama: { complete: ["stop"], limit: ["length"], broken: ["load", "unload"] },
	vLLM: { complete: ["stop"], limit: ["length"], broken: ["abort", "error", "repetition"] },
	TGI: { complete: ["eos_token", "stop_sequence"], limit: ["length"] },
	TensorRT: {
		complete: ["END_ID", "STOP_WORDS", "end_id"],
		limit: ["LENGTH"],
		broken: ["TIMED_OUT", "CANCELLED"],
		unknown: ["NOT_FINISHED"],
	},
	LiteLLM: { refused: ["content_filtered", "guardrail_intervened"], unknown: ["finish_reason_unspecified"] },
	OpenRouter: {
		complete: ["completed", "STOP", "end_turn"],
		broken: ["error", "failed"],
		limit: ["max_output_tokens"],
	},
	Cohere: {
		complete: ["COMPLETE", "STOP_SEQUENCE"],
		limit: ["MAX_TOKENS"],
		tools: ["TOOL_CALL"],
		refused: ["ERROR_TOXIC"],
		broken: ["ERROR", "TIMEOUT", "USER_CANCEL", "ERROR_LIMIT"],
	},
	Amazon: {
		complete: ["end_turn", "stop_sequence", "FINISH", "FINISHED", "STOP_CRITERIA_MET", "endoftext"],
		limit: ["max_tokens", "LENGTH", "model_context_window_exceeded"],
		refused: ["guardrail_intervened", "content_filtered", "CONTENT_FILTERED"],
		tools: ["tool_use", "malformed_tool_use"],
		broken: ["malformed_model_output"],
		unknown: ["RAG_QUERY_WHEN_RAG_DISABLED"],
	},
	xAI: {
		complete: ["REASON_STOP"],
		limit: ["REASON_MAX_LEN", "REASON_MAX_CONTEXT"],
		broken: ["REASON_TIME_LIMIT", "REASON_INVALID"],
		tools: ["REASON_TOOL_CALLS"],
	},
	watsonx: {
		complete: ["eos_token", "EOS_TOKEN", "stop_sequence"],
		limit: ["max_tokens", "token_limit", "TOKEN_LIMIT"],
		broken: ["cancelled", "time_limit", "TIME_LIMIT", "error"],
		unknown: ["not_finished"],
	},
	Zhipu: { refused: ["sensitive"], broken: ["network_error"], limit: ["model_context_window_exceeded"] },
	Baidu: { complete: ["normal", "stop"], filtered: ["content_filter"], tools: ["function_call"] },
	"Aleph Alpha": { complete: ["end_of_text", "stop_sequence_reached"], limit: ["maximum_tokens"] },
	Yandex: {
		complete: ["ALTERNATIVE_STATUS_FINAL"],
		limit: ["ALTERNATIVE_STATUS_TRUNCATED_FINAL"],
		filtered: ["ALTERNATIVE_STATUS_CONTENT_FILTER"],
		tools: ["ALTERNATIVE_STATUS_TOOL_CALLS"],
		unknown: ["ALTERNATIVE_STATUS_PARTIAL"],
	},
	GigaChat: { refused: ["blacklist"], broken: ["error"], tools: ["function_call"] },
	"LM Studio": {
		complete: ["eosFound", "stopStringFound"],
		limit: ["maxPredictedTokensReached", "contextLengthReached"],
		broken: ["userStopped", "modelUnloaded", "failed"],
		tools: ["toolCalls"],
	},
	"llama.cpp": { complete: ["eos", "word", "stopped_eos", "stopped_word"], limit: ["limit", "stopped_limit"] },
};

describe("the end that a vendor's word means", () => {
	it.each(Object.entries(vendors))("is known of %s", (_vendor, ends) => {
		const wanted = Object.entries(ends).flatMap(([end, words]) => words.map((word) => [word, end]));
		expect(wanted.map(([word]) => [word, endOf(word)])).toEqual(wanted);
	});

	it.each(["end-turn", "End Turn", "endTurn", "END_TURN", "endturn", "EndTurn", " end_turn "])(
		"is the same however it is written: %j",
		(word) => {
			expect(endOf(word)).toBe("complete");
		},
	);

	it.each([
		...["harmony", "superuser_mode", "enclosed", "enforced_json", "harmless", "unlimited", "errorless"],
		...["disclosed_sources", "guardian", "toolbox"],
	])("is unknown where a telling word is only a part of another: %s", (word) => {
		expect(endOf(word)).toBe("unknown");
	});

	it.each([
		...["stopped_by_user", "stop_limit", "stop_error", "end_of_stream_error", "not_done", "unfinished", "incomplete"],
		...["stop_requested", "stopped", "model_stopped_responding", "stream_closed", "success_partial", "turn_aborted"],
	])("is good by no word that is not listed: %s", (word) => {
		expect(endOf(word)).not.toBe("complete");
	});
});

describe("what a gateway's provider called the end", () => {
	const both = (said: string, native: string): unknown =>
		endIn({}, { finish_reason: said, native_finish_reason: native });

	it.each([
		["stop", "SAFETY", { word: "stop, SAFETY", end: "refused" }],
		["stop", "MAX_TOKENS", { word: "stop, MAX_TOKENS", end: "limit" }],
		["stop", "UNEXPECTED_TOOL_CALL", { word: "stop, UNEXPECTED_TOOL_CALL", end: "tools" }],
		["other", "network_error", { word: "other, network_error", end: "broken" }],
		["stop", "completed", { word: "stop", end: "complete" }],
		["stop", "jump", { word: "stop", end: "complete" }],
		["other", "STOP", { word: "other", end: "unknown" }],
		["length", "STOP", { word: "length", end: "limit" }],
	])("counts where it says more: %s, %s", (said, native, wanted) => {
		expect(both(said, native)).toEqual(wanted);
	});
});
