import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/core/chat/chat";
import { responseFailure } from "../../src/llm/failure";
import { refusedField } from "../../src/llm/optional-fields";

/** What vendors say with an error status, beyond failure.test.ts; behind a stroke what it is about. */
const refusals: readonly (readonly [who: string, kind: string, status: number, body: unknown])[] = [
	["credit", "credit", 403, { error: { message: "You have insufficient credit to complete this request." } }],
	["credit2", "credit", 400, { error: { message: "Your credits have run out. Please upgrade your plan." } }],
	[
		"zh arrears",
		"credit",
		400,
		{ error: { code: "Arrearage", message: "Access denied, please make sure your account is in good standing." } },
	],
	["siliconflow", "credit", 403, { code: 30001, message: "Sorry, your account balance is insufficient", data: null }],
	["kluster", "credit", 402, { error: "Payment Required" }],
	[
		"together",
		"credit",
		402,
		{
			error: {
				message: "Credit limit exceeded, please navigate to https://api.together.ai/settings/billing",
				type: "credit_limit",
			},
		},
	],
	["nebius", "credit", 429, { detail: "Your balance is negative. Please top up." }],
	[
		"vercel",
		"credit",
		402,
		{
			error: {
				message: "Insufficient funds. Please add credits to your account to continue using AI services.",
				type: "insufficient_funds",
			},
		},
	],
	[
		"azure quota",
		"rate",
		429,
		{
			error: {
				code: "429",
				message:
					"Requests to the ChatCompletions_Create Operation have exceeded token rate limit of your current " +
					"OpenAI S0 pricing tier. Please retry after 26 seconds.",
			},
		},
	],
	[
		"openai quota",
		"credit",
		429,
		{
			error: {
				message: "You exceeded your current quota, please check your plan and billing details.",
				type: "insufficient_quota",
			},
		},
	],
	[
		"gemini daily",
		"rate",
		429,
		{
			error: {
				code: 429,
				message:
					"You exceeded your current quota, please check your plan and billing details. * Quota exceeded " +
					"for metric: generate_content_free_tier_requests, limit: 20. Please retry in 12.3s.",
				status: "RESOURCE_EXHAUSTED",
			},
		},
	],
	["deepseek", "credit", 402, { error: { message: "Insufficient Balance" } }],
	[
		"litellm user budget",
		"credit",
		400,
		{ error: { message: "ExceededBudget: User=me over budget. Spend=10.1, Budget=10.0", type: "budget_exceeded" } },
	],
	[
		"litellm key budget",
		"credit",
		400,
		{
			error: {
				message: "Authentication Error, ExceededTokenBudget: Current spend for token: 1.2; Max Budget for Token: 1.0",
				type: "auth_error",
			},
		},
	],
	["poe", "credit", 402, { error: { code: 402, message: "You do not have enough points to make this request." } }],
	[
		"hf",
		"credit",
		402,
		{
			error:
				"You have reached your monthly usage limit for Inference Providers. Subscribe to PRO to get 20x more " +
				"usage.",
		},
	],
	[
		"github",
		"rate",
		429,
		{
			error: {
				code: "RateLimitReached",
				message: "Rate limit of 50 per 86400s exceeded for UserByModelByDay. Please wait 3600 seconds before retrying.",
			},
		},
	],
	["french", "credit", 402, { detail: "Crédit insuffisant." }],
	["place1", "policy", 403, { error: { code: 403, message: "Country, region, or territory not supported" } }],
	["place2", "policy", 400, { error: { message: "This model is not available in your region due to regulations." } }],
	["place3", "policy", 403, { error: { type: "forbidden", message: "Request not allowed" } }],
	[
		"mem1",
		"unavailable/memory",
		500,
		{ error: { message: "llama runner process has terminated: cudaMalloc failed: out of memory" } },
	],
	[
		"mem2",
		"unavailable/memory",
		500,
		{ error: "model requires more system memory (12.1 GiB) than is available (9.3 GiB)" },
	],
	[
		"mem3",
		"unavailable/memory",
		400,
		{
			error: {
				message: 'Failed to load model "x". Error: Model loading was stopped due to insufficient system resources.',
			},
		},
	],
	["mem4", "unavailable/memory", 500, { error: { message: "unable to allocate CUDA0 buffer" } }],
	["mem5", "unavailable/memory", 503, { error: { message: "The model needs more VRAM than is free" } }],
	[
		"model1",
		"unavailable/model",
		404,
		{
			error: { message: "The model `gpt-9` does not exist or you do not have access to it.", code: "model_not_found" },
		},
	],
	["model2", "unavailable/model", 404, { error: 'model "x" not found, try pulling it first' }],
	[
		"model3",
		"unavailable/model",
		400,
		{ object: "error", message: "Invalid model: mistral-9", type: "invalid_model", code: "1500" },
	],
	["model4", "unavailable/model", 400, { error: { message: "Unknown model: x" } }],
	["model5", "unavailable/model", 410, { error: { message: "claude-1 has been retired" } }],
	["model6", "unavailable/model", 404, { error: { message: "No endpoints found for x/y." } }],
	["404 page", "unavailable/", 404, "<html><title>404 Not Found</title></html>"],
	["404 route", "unavailable/", 404, { detail: "Not Found" }],
	["405", "unavailable/", 405, { detail: "Method Not Allowed" }],
	["400 unknown", "unavailable/", 400, { error: { message: "Something odd about your request." } }],
	["500 empty", "unavailable/", 500, ""],
	[
		"ctx1",
		"context",
		400,
		{ error: { message: "Requested token count exceeds the model's maximum context length of 131072 tokens." } },
	],
	[
		"ctx2",
		"context",
		400,
		{
			error: {
				message: '{"object":"error","message":"This model\'s maximum context length is 8192 tokens","code":400}',
			},
		},
	],
	[
		"ctx3",
		"context",
		400,
		{
			error: {
				message:
					"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 " +
					"`inputs` tokens and 100 `max_new_tokens`",
				type: "validation",
			},
		},
	],
	[
		"ctx4",
		"context",
		500,
		{
			error: {
				message:
					"the request exceeds the available context size. try increasing the context size or enable " +
					"context shift",
			},
		},
	],
	[
		"ctx5",
		"context",
		400,
		{
			error: {
				code: "string_above_max_length",
				message: "Invalid 'messages[1].content': string too long. Expected a string with maximum length 10485760",
			},
		},
	],
	["ctx6", "context", 400, { message: "Input is too long for requested model.", __type: "ValidationException" }],
	[
		"ctx7",
		"context",
		400,
		{ error: { message: "The prompt has 40000 tokens, which is longer than the model's 32768." } },
	],
	["ctx8", "context", 400, { detail: [{ msg: "Prompt length 9000 exceeds max model length 8192" }] }],
	["ctx zh", "context", 400, { error: { code: "1261", message: "Prompt 超长" } }],
	[
		"ctx9",
		"context",
		400,
		{ error: { message: "Range of input length should be [1, 30720]", code: "invalid_parameter_error" } },
	],
	[
		"ctx nested twice",
		"context",
		400,
		{
			error: {
				message:
					'litellm.BadRequestError: OpenAIException - {"error":{"message":"Your input exceeds the context ' +
					'window of this model","code":"context_length_exceeded"}}',
			},
		},
	],
	[
		"azure filter",
		"policy",
		400,
		{
			error: {
				message: "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
				type: null,
				param: "prompt",
				code: "content_filter",
				status: 400,
			},
		},
	],
	[
		"ali filter",
		"policy",
		400,
		{ error: { code: "data_inspection_failed", message: "Input data may contain inappropriate content." } },
	],
	[
		"zhipu filter",
		"policy",
		400,
		{
			error: { code: "1301", message: "系统检测到输入或生成内容可能包含不安全或敏感内容" },
			contentFilter: [{ level: 1 }],
		},
	],
	["refused 422", "refused", 422, { error: { message: "The model declined." } }],
	["auth1", "auth", 403, { message: "Missing Authentication Token" }],
	["auth2", "auth", 401, ""],
	[
		"auth3",
		"auth",
		403,
		{ error: { message: "Permission denied: Consumer 'api_key:x' has been suspended.", status: "PERMISSION_DENIED" } },
	],
	["auth4", "auth", 400, { error: { message: "Please provide an API key" } }],
	["auth5", "auth", 403, { error: "You must provide a valid API key" }],
	["load1", "overloaded", 529, { type: "error", error: { type: "overloaded_error", message: "Overloaded" } }],
	["load2", "overloaded", 503, { error: { message: "The model is overloaded. Please try again later." } }],
	[
		"load3",
		"overloaded",
		500,
		{
			error: { message: "The engine is currently overloaded, please try again later", type: "engine_overloaded_error" },
		},
	],
	["load4", "overloaded", 498, { error: { message: "Flex tier capacity exceeded", code: "capacity_exceeded" } }],
	["load5", "overloaded", 503, { error: "Model x is currently loading", estimated_time: 20 }],
	["rate1", "rate", 429, "Too Many Requests"],
	["rate2", "rate", 403, { message: "API rate limit exceeded for 1.2.3.4" }],
	["rate3", "rate", 400, { error: { code: "RateLimitExceeded", message: "slow" } }],
	["cf 1015", "rate", 429, "error code: 1015"],
	["cf 403", "policy", 403, "<!DOCTYPE html><title>Just a moment...</title>"],
	["timeout", "timeout", 504, ""],
	["522", "unavailable/", 522, "error code: 522"],
];

/** What vendors say of a field that a request can do without; empty where it is about something else. */
const refusedFields: readonly (readonly [field: string, status: number, body: unknown])[] = [
	[
		"stream",
		400,
		{
			error: {
				message:
					"Your organization must be verified to stream this model. Please go to: " +
					"https://platform.openai.com/settings",
				param: "stream",
				code: "unsupported_value",
			},
		},
	],
	["stream", 400, { error: { message: "Streaming is not supported for this model." } }],
	["stream", 422, { detail: [{ type: "value_error", loc: ["body", "stream"], msg: "stream=True is not supported" }] }],
	["stream", 501, { error: { message: "Streaming not implemented" } }],
	["stream", 400, { message: "This endpoint does not support streaming responses" }],
	["stream_options", 400, { error: { message: "Unrecognized request argument supplied: stream_options" } }],
	[
		"stream_options",
		422,
		{ detail: [{ type: "extra_forbidden", loc: ["body", "stream_options"], msg: "Extra inputs are not permitted" }] },
	],
	["system", 400, { error: { message: "Developer instruction is not enabled for models/gemma-3-27b-it" } }],
	["system", 500, { error: { message: "System role not supported" } }],
	["system", 400, { object: "error", message: "Conversation roles must alternate user/assistant/user/assistant/..." }],
	[
		"system",
		400,
		{
			error: {
				message: "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
				param: "messages[0].role",
				code: "unsupported_value",
			},
		},
	],
	["system", 400, { error: { message: "Invalid value: 'system'. Supported values are: 'user' and 'assistant'." } }],
	[
		"system",
		500,
		{
			error: {
				message: "Value is not callable: null at row 1, column 72: {{ raise_exception('System role not supported') }}",
			},
		},
	],
	[
		"system",
		422,
		{
			detail: [
				{
					loc: ["body", "messages", 0, "role"],
					msg: "Input should be 'user' or 'assistant'",
					type: "literal_error",
					input: "system",
				},
			],
		},
	],
	["cache_control", 400, { error: { message: "messages.1.content.0.cache_control: Extra inputs are not permitted" } }],
	["thinking", 400, { error: { message: "Reasoning is mandatory for this endpoint and cannot be disabled." } }],
	[
		"thinking",
		400,
		{ error: { message: "Unsupported parameter: 'reasoning_effort' is not supported with this model." } },
	],
	["thinking", 400, { error: { message: '"gemma3:4b" does not support thinking' } }],
	[
		"thinking",
		400,
		{
			error: {
				message:
					"Unsupported value: 'reasoning_effort' does not support 'none' with this model. Supported values " +
					"are: 'low', 'medium'.",
			},
		},
	],
	[
		"thinking",
		422,
		{ detail: [{ loc: ["body", "think"], msg: "Extra inputs are not permitted", type: "extra_forbidden" }] },
	],
	["thinking", 400, { error: { message: 'Unknown name "reasoning": Cannot find field.' } }],
	["", 400, { error: { message: 'Unknown name "provider": Cannot find field.' } }],
	["", 400, { error: { message: "Model not found; the stream was never begun" } }],
	["", 401, { error: { message: "Your organization must be verified to stream" } }],
];

function failureOf(status: number, body: unknown): Failure {
	return responseFailure(status, typeof body === "string" ? body : JSON.stringify(body), () => null, 0, []);
}

describe("a refusal in a vendor's own words", () => {
	it.each(refusals)("%s: of kind %s with status %i: %j", (_who, kind, status, body) => {
		const failure = failureOf(status, body);
		expect(kind.includes("/") ? `${failure.kind}/${failure.about ?? ""}` : failure.kind).toBe(kind);
	});

	it.each(refusedFields)("names the field %s with status %i: %j", (field, status, body) => {
		expect(refusedField(failureOf(status, body), false, new Set()) ?? "").toBe(field);
	});
});
