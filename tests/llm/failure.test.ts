import { describe, expect, it } from "vitest";
import type { FailureKind } from "../../src/core/chat/chat";
import { replyFailure, responseFailure } from "../../src/llm/failure";

const none = (): null => null;
const failure = (status: number, body: unknown) =>
	responseFailure(status, typeof body === "string" ? body : JSON.stringify(body), none, 0, []);

describe("a refusal by an endpoint", () => {
	it.each<[number, unknown, FailureKind]>([
		[
			422,
			{ detail: [{ type: "extra_forbidden", loc: ["body", "stream_options"], msg: "Extra inputs are not permitted" }] },
			"request",
		],
		[400, { error: { message: "stream_options is not supported", type: "invalid_request_error" } }, "request"],
		[
			400,
			{ error: { message: "Unrecognized request argument supplied: stream_options", type: "invalid_request_error" } },
			"request",
		],
		[400, { message: "property 'stream_options' is unsupported, additional properties not allowed" }, "request"],
		[422, { error: { message: "The content is not allowed.", code: "content_policy_violation" } }, "refused"],
		[422, { detail: [{ loc: ["body", "messages"], msg: "field required" }] }, "refused"],
		[400, { error: { message: "Model x/y is not supported." } }, "unavailable"],
		[403, { error: { message: "Invalid API key" } }, "auth"],
		[
			400,
			{ error: { message: "API key not valid. Please pass a valid API key.", status: "INVALID_ARGUMENT" } },
			"auth",
		],
		[403, { detail: "Invalid API key." }, "auth"],
		[403, "Missing API key", "auth"],
		[403, { error: { message: "This model is not offered in your region." } }, "policy"],
		[400, { error: { message: "Bad request" }, input: "My note: an invalid API key is no joy." }, "unavailable"],
	])("with status %i and %j is of kind %s", (status, body, kind) => {
		expect(failure(status, body).kind).toBe(kind);
	});
});

describe("what vendors say", () => {
	const raw = (error: object): object => ({
		error: {
			code: 400,
			message: "Provider returned error",
			metadata: { raw: JSON.stringify({ error }), provider_name: "OpenAI" },
		},
	});

	it.each<[string, FailureKind, number, unknown]>([
		[
			"OpenAI",
			"auth",
			401,
			{
				error: {
					message: "Incorrect API key provided: sk-proj-****abcd.",
					type: "invalid_request_error",
					code: "invalid_api_key",
				},
			},
		],
		["Mistral", "auth", 401, { detail: "Unauthorized" }],
		[
			"Anthropic",
			"auth",
			401,
			{ type: "error", error: { type: "authentication_error", message: "invalid x-api-key" } },
		],
		["a proxy", "auth", 401, "<html>Unauthorized</html>"],
		[
			"Google, in a list",
			"auth",
			400,
			[
				{
					error: { code: 400, message: "API key not valid. Please pass a valid API key.", status: "INVALID_ARGUMENT" },
				},
			],
		],
		[
			"xAI",
			"auth",
			400,
			{ code: "Client specified an invalid argument", error: "Incorrect API key provided: xa***yz." },
		],
		["OpenRouter", "credit", 402, { error: { code: 402, message: "Insufficient credits" } }],
		["someone who says nothing", "credit", 402, ""],
		[
			"DeepSeek",
			"credit",
			402,
			{ error: { message: "Insufficient Balance", type: "unknown_error", code: "invalid_request_error" } },
		],
		[
			"Anthropic, of credit",
			"credit",
			400,
			{
				type: "error",
				error: {
					type: "invalid_request_error",
					message:
						"Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to " +
						"upgrade or purchase credits.",
				},
			},
		],
		[
			"OpenRouter, of a key with a limit",
			"credit",
			403,
			{
				error: {
					code: 403,
					message: "Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys",
				},
			},
		],
		[
			"OpenAI, of a quota",
			"credit",
			429,
			{
				error: {
					message: "You exceeded your current quota, please check your plan and billing details.",
					type: "insufficient_quota",
					code: "insufficient_quota",
				},
			},
		],
		[
			"a provider behind OpenRouter, of a quota",
			"credit",
			429,
			{
				error: {
					code: 429,
					message: "Provider returned error",
					metadata: { raw: JSON.stringify({ error: { message: "Quota", code: "insufficient_quota" } }) },
				},
			},
		],
		["MiniMax", "credit", 500, { type: "error", error: { type: "api_error", message: "insufficient balance (1008)" } }],
		[
			"MiniMax, in its own form",
			"credit",
			429,
			{ base_resp: { status_code: 1008, status_msg: "insufficient balance" } },
		],
		["a code alone", "credit", 403, { code: "INSUFFICIENT_BALANCE", message: "Insufficient account balance" }],
		[
			"LiteLLM, of a budget",
			"credit",
			429,
			{
				error: {
					message: "Budget has been exceeded! Current cost: 10.5, Max budget: 10.0",
					type: "budget_exceeded",
					code: "429",
				},
			},
		],
		["ModelScope", "credit", 429, { errors: null, message: "Your account balance is insufficient, please recharge." }],
		[
			"Alibaba",
			"credit",
			400,
			{ code: "Arrearage", message: "Access denied, please make sure your account is in good standing." },
		],
		[
			"Moonshot",
			"credit",
			429,
			{
				error: {
					message: "Your account is suspended, please check your plan: balance is insufficient",
					type: "exceeded_current_quota_error",
				},
			},
		],
		[
			"ModelScope, in a form of its own",
			"credit",
			429,
			{ errors: { message: "You have exceeded today's quota for this model." } },
		],
		["xAI, of credits", "credit", 403, { error: "Your newly created team doesn't have any credits yet." }],
		[
			"xAI, of a limit",
			"credit",
			429,
			{ error: "Your team has either used all available credits or reached its monthly spending limit." },
		],
		[
			"Hugging Face",
			"credit",
			402,
			{ error: "You have exceeded your monthly included credits for Inference Providers." },
		],
		[
			"Alibaba, of a free tier",
			"credit",
			403,
			{ code: "AllocationQuota.FreeTierOnly", message: "The free tier of the model has been exhausted." },
		],
		[
			"Fireworks",
			"credit",
			412,
			{
				error: {
					message:
						"Account x is suspended, possibly due to reaching the monthly spending limit or failure to " +
						"pay past invoices.",
				},
			},
		],
		["Zhipu", "credit", 429, { error: { code: "1113", message: "余额不足或无可用资源包,请充值。" } }],
		[
			"Volcengine",
			"credit",
			403,
			{
				error: {
					code: "AccountOverdueError",
					message: "The request failed because your account has an overdue balance.",
				},
			},
		],
		[
			"a message that only speaks of a balance",
			"unavailable",
			500,
			{ error: { message: "The load balancer lost its balance." } },
		],
		["a gateway, of a wallet", "credit", 403, { detail: "No credits remaining: your balance is exhausted." }],
		[
			"a limit by time that speaks of quota",
			"rate",
			429,
			{ error: { message: "Quota exceeded for requests per minute." } },
		],
		[
			"OpenAI, of a place",
			"policy",
			400,
			{ error: { message: "User location is not supported for the API use.", status: "FAILED_PRECONDITION" } },
		],
		["a place in other words", "policy", 400, { error: { message: "This service is not available in your country." } }],
		[
			"a length, nested as text",
			"context",
			500,
			{ error: { message: '{"error":{"message":"This model\'s maximum context length is 8192 tokens","code":null}}' } },
		],
		["a length, in a list", "context", 422, { detail: [{ msg: "Input is too long for the requested model" }] }],
		[
			"OpenRouter, of moderation",
			"policy",
			403,
			{
				error: {
					code: 403,
					message: "Input flagged",
					metadata: { reasons: ["violence"], flagged_input: "words of mine", error_type: "content_policy_violation" },
				},
			},
		],
		[
			"OpenAI, of a region",
			"policy",
			403,
			{
				error: {
					code: "unsupported_country_region_territory",
					message: "Country, region, or territory not supported",
					type: "request_forbidden",
				},
			},
		],
		[
			"Anthropic, of rights",
			"policy",
			403,
			{ type: "error", error: { type: "permission_error", message: "Your API key does not have permission" } },
		],
		[
			"OpenRouter, of privacy",
			"policy",
			404,
			{
				error: {
					code: 404,
					message: "No endpoints found.",
					availability: { code: "privacy_restricted", excluded_by: ["data_policy:zdr"] },
				},
			},
		],
		[
			"OpenRouter, of privacy in words",
			"policy",
			404,
			{
				error: {
					code: 404,
					message:
						"No endpoints found matching your data policy (Free model training). Configure: " +
						"https://openrouter.ai/settings/privacy",
				},
			},
		],
		[
			"OpenRouter, of guardrails",
			"policy",
			404,
			{ error: { code: 404, message: "No endpoints available matching your guardrail restrictions and data policy." } },
		],
		[
			"Ollama",
			"unavailable",
			404,
			{ error: { message: 'model "llama9" not found, try pulling it first', type: "api_error" } },
		],
		[
			"Anthropic, of a model",
			"unavailable",
			404,
			{ type: "error", error: { type: "not_found_error", message: "model: claude-9" } },
		],
		[
			"OpenRouter, of a model",
			"unavailable",
			400,
			{ error: { code: 400, message: "foo/bar is not a valid model ID" } },
		],
		[
			"Ollama, of memory",
			"unavailable",
			500,
			{ error: { message: "model requires more system memory (8.0 GiB) than is available (4.0 GiB)" } },
		],
		[
			"OpenAI, of length",
			"context",
			400,
			{
				error: {
					message: "This model's maximum context length is 8192 tokens.",
					param: "messages",
					code: "context_length_exceeded",
				},
			},
		],
		[
			"OpenRouter, of length",
			"context",
			400,
			{ error: { code: 400, message: "Too long", metadata: { error_type: "context_length_exceeded" } } },
		],
		[
			"a provider behind OpenRouter, of length",
			"context",
			400,
			raw({ message: "Too long", code: "context_length_exceeded" }),
		],
		[
			"Anthropic, of length",
			"context",
			400,
			{
				type: "error",
				error: { type: "invalid_request_error", message: "prompt is too long: 209000 tokens > 200000 maximum" },
			},
		],
		[
			"Anthropic, of both lengths",
			"context",
			400,
			{
				type: "error",
				error: {
					type: "invalid_request_error",
					message: "input length and `max_tokens` exceed context limit: 199000 + 4096 > 200000",
				},
			},
		],
		[
			"Mistral, of length",
			"context",
			400,
			{
				object: "error",
				message:
					"Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length",
				code: "3051",
			},
		],
		[
			"llama.cpp, of length",
			"context",
			400,
			{
				error: {
					code: 400,
					message: "the request exceeds the available context size",
					type: "exceed_context_size_error",
					n_ctx: 4096,
				},
			},
		],
		[
			"an older llama.cpp, of length",
			"context",
			500,
			{ error: { code: 500, message: "context size exceeded", type: "server_error" } },
		],
		[
			"LM Studio, of length",
			"context",
			400,
			{
				error:
					"Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded " +
					"with context length of only 4096 tokens",
			},
		],
		[
			"vLLM, of length",
			"context",
			400,
			{
				object: "error",
				message: "This model's maximum context length is 32768 tokens. However, you requested 40000 tokens",
				type: "BadRequestError",
				code: 400,
			},
		],
		[
			"Google, of length",
			"context",
			400,
			[
				{
					error: {
						code: 400,
						message: "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
						status: "INVALID_ARGUMENT",
					},
				},
			],
		],
		[
			"Groq, of a note longer than a minute's tokens",
			"context",
			413,
			{
				error: {
					message: "Request too large for model on tokens per minute (TPM): Limit 6000, Requested 8000",
					code: "rate_limit_exceeded",
				},
			},
		],
		["nginx, of length", "context", 413, "<html>413 Request Entity Too Large</html>"],
		[
			"Mistral, of capacity",
			"rate",
			429,
			{
				object: "error",
				message: "Service tier capacity exceeded for this model.",
				type: "service_tier_capacity_exceeded",
				code: "3505",
			},
		],
		[
			"Google, of a quota by time",
			"rate",
			429,
			[
				{
					error: {
						code: 429,
						message: "You exceeded your current quota. Please retry in 34.07s.",
						status: "RESOURCE_EXHAUSTED",
					},
				},
			],
		],
		[
			"llama.cpp, while it loads",
			"overloaded",
			503,
			{ error: { code: 503, message: "Loading model", type: "unavailable_error" } },
		],
		[
			"Anthropic, of load",
			"overloaded",
			529,
			{ type: "error", error: { type: "overloaded_error", message: "Overloaded" } },
		],
		["nginx, of its server", "unavailable", 502, "<html>502 Bad Gateway</html>"],
		["nginx, of time", "timeout", 504, "<html>504 Gateway Time-out</html>"],
		["Cloudflare, of time", "timeout", 524, "error code: 524"],
	])("%s: %s", (_who, kind, status, body) => {
		expect(failure(status, body)).toMatchObject({ kind, status });
	});

	it("within a reply is read alike, as far as it names a kind", () => {
		expect(replyFailure({ type: "overloaded_error", message: "Overloaded" }, []).kind).toBe("overloaded");
		expect(replyFailure({ message: "Insufficient credits" }, []).kind).toBe("credit");
		expect(replyFailure("the request exceeds the available context size", []).kind).toBe("context");
		expect(replyFailure({ status: 429, message: "Slow down" }, [])).toMatchObject({ kind: "rate", status: 429 });
		expect(replyFailure(null, []).kind).toBe("unavailable");
	});
});

describe("the details of a failure", () => {
	it("hold nothing of the writer's text, which some endpoints send back", () => {
		const mine = "My most private note.";
		const pydantic = failure(422, {
			detail: [
				{
					type: "missing",
					loc: ["body", "model"],
					msg: "Field required",
					input: { messages: [{ role: "user", content: mine }] },
				},
			],
		});
		const moderated = failure(403, {
			error: { code: 403, message: "Flagged", metadata: { flagged_input: mine, reasons: ["violence"] } },
		});
		const passedOn = failure(422, {
			error: {
				message: "Provider returned error",
				metadata: { raw: JSON.stringify({ detail: [{ msg: "Field required", input: mine }] }) },
			},
		});
		for (const { detail } of [pydantic, moderated, passedOn]) expect(detail).not.toContain(mine);
		for (const [{ detail }, said] of [
			[pydantic, "Field required"],
			[moderated, "violence"],
			[passedOn, "Field required"],
		] as const)
			expect(detail).toContain(said);
	});

	it("are cut, and never where a key stands", () => {
		const key = "canary0123456789abcdefghij";
		for (const before of [1980, 1990, 19_990]) {
			const { detail } = responseFailure(500, "x ".repeat(before / 2) + key, none, 0, [key]);
			expect(detail.length).toBeLessThanOrEqual(2000);
			expect(detail).not.toContain("canary");
		}
	});
});
