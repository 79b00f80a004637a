import type { FailureKind } from "../core/chat/chat";
import { anyOf, inTurn } from "../core/text/patterns";

// What endpoints say, as it is found in their documentation and in public reports. What it means is in failure.ts.

/**
 * Kinds by the words endpoints use as `code`, `type`, `error_type` or `availability.code`. OpenRouter's vocabulary:
 * https://openrouter.ai/docs/api_reference/errors-and-debugging; OpenAI's:
 * https://platform.openai.com/docs/guides/error-codes; Anthropic's: https://docs.anthropic.com/en/api/errors;
 * llama.cpp's: its tools/server.
 */
export const byWord: Readonly<Record<string, FailureKind>> = {
	privacy_restricted: "policy",
	constraint_filtered: "policy",
	region_restricted: "policy",
	permission_denied: "policy",
	permission_error: "policy",
	context_length_exceeded: "context",
	max_tokens_exceeded: "context",
	token_limit_exceeded: "context",
	string_too_long: "context",
	string_above_max_length: "context",
	payload_too_large: "context",
	request_too_large: "context",
	exceed_context_size_error: "context",
	authentication: "auth",
	authentication_error: "auth",
	invalid_api_key: "auth",
	unauthorized: "auth",
	unauthenticated: "auth",
	payment_required: "credit",
	insufficient_quota: "credit",
	insufficient_credits: "credit",
	insufficient_balance: "credit",
	insufficient_funds: "credit",
	insufficient_user_quota: "credit",
	budget_exceeded: "credit",
	arrearage: "credit",
	exceeded_current_quota_error: "credit",
	billing_not_active: "credit",
	billing_hard_limit_reached: "credit",
	billing_error: "credit",
	rate_limit_exceeded: "rate",
	rate_limit_reached: "rate",
	rate_limited: "rate",
	too_many_requests: "rate",
	throttling: "rate",
	throttling_exception: "rate",
	rate_limit_error: "rate",
	provider_overloaded: "overloaded",
	overloaded: "overloaded",
	overloaded_error: "overloaded",
	capacity_exhausted: "overloaded",
	capacity_exceeded: "overloaded",
	engine_overloaded: "overloaded",
	server_busy: "overloaded",
	service_busy: "overloaded",
	provider_unavailable: "unavailable",
	not_found: "unavailable",
	not_found_error: "unavailable",
	model_not_found: "unavailable",
	no_endpoints: "unavailable",
	model_deprecated: "unavailable",
	content_policy_violation: "refused",
	// A filter of the endpoint's, not the model.
	content_filter: "policy",
	content_filtered: "policy",
	responsible_ai_policy_violation: "policy",
	data_inspection_failed: "policy",
	refusal: "refused",
	unprocessable: "refused",
	timeout: "timeout",
	timeout_error: "timeout",
};

/** What endpoints say of a key with another status than 401. */
export const aboutKey = anyOf(
	[
		/\b(?:invalid|incorrect|wrong|expired|missing|no) api[ _-]?key/,
		/api[ _-]?key\b[^.]{0,20}\b(?:invalid|incorrect|expired|missing|required|not (?:valid|found|provided))/,
		/\b(?:missing authentication|authentication (?:error|failed|failure|required))|\bunauthorized\b/,
		/\bprovide (?:an? |your )?(?:valid )?api[ _-]?key|\b(?:api[ _-]?key|consumer)\b[^.]{0,60}\bsuspended/,
	],
	"i",
);

/**
 * What endpoints say of money, whatever the status: Anthropic's words, OpenRouter's, MiniMax's, LiteLLM's, Alibaba's.
 */
export const aboutCredit = anyOf(
	[
		/(?:credit )?balance is (?:too low|insufficient|not enough|negative|empty|exhausted|0\b)/,
		inTurn([
			/(?:insufficient|not enough|no(?:t sufficient)?|low|negative|zero)[ _]/,
			/(?:(?:account|user|wallet|remaining|available)[ _])?(?:credits?|balance|funds?|money|quota)\b/,
		]),
		/(?:out of|used up|exhausted|exceeded|used all)[a-z ]{0,40}\b(?:credits?|balance|funds|prepaid)\b/,
		/\b(?:credits?|balance|funds)\b[^.]{0,40}\b(?:exhausted|depleted|used up|run out|ran out|insufficient|expired)/,
		inTurn([
			/(?:key|spend(?:ing)?|budget|usage|billing|cost|monthly|credit) (?:hard )?limit /,
			/(?:has been |was |is )?(?:exceeded|reached|hit)/,
		]),
		/budget (?:has been |was |is )?(?:exceeded|exhausted|reached|spent)/,
		/exceeded (?:your |the |its )?(?:max(?:imum)? )?(?:budget|spending)/,
		/arrear|overdue|payment (?:is )?required|top[ -]?up your|recharge|add (?:more )?(?:credits?|funds)/,
		/purchase (?:more )?credits?/,
		/n[o'’]t have (?:any |enough |sufficient )?(?:more )?(?:credits?|balance|funds|quota)\b|\bno more credits?\b/,
		/free (?:tier|quota|trial|credits?)\b[^.]{0,60}\b(?:exhausted|used up|expired|ended|over)\b/,
		/(?:check|update) your (?:plan and )?billing|monthly spending limit|past invoices|unpaid|no payment method/,
		/exceeded\w*budget|\bover budget|\bmax budget/,
		/余额不足|欠费|请充值|额度(?:不足|已用)/,
	],
	"i",
);

/** What endpoints say of a text that is too long: OpenAI and vLLM, Anthropic, Mistral, llama.cpp, LM Studio, Google. */
export const aboutLength = anyOf(
	[
		/context[ _](?:length|window|size|limit)/,
		/(?:prompt|input|request|conversation|messages?)\b[^.]{0,30}\btoo (?:long|large|many tokens)|token limit/,
		/exceeds? (?:the )?(?:model'?s? )?context|reduce the length|maximum context|too many tokens/,
		/prompt is too long|input is too long|exceeds? the maximum number of tokens|when context the overflows/,
		/string too long|(?:prompt|input)[^.]{0,40}\b(?:longer than|exceeds) (?:the |its )?(?:max|model)/,
		/range of input length|tokens?\b[^.]{0,60}\bmust be <=|超长|长度超/,
	],
	"i",
);

/** What endpoints say of a limit by time, whatever else they say of plans and billing. */
export const limitByTime = /\bper (?:second|minute|hour|day)\b|\b(?:retry|try again) in\b/i;

/** What endpoints say of a filter of theirs: Azure's words, Alibaba's, Zhipu's. */
export const aboutFilter = anyOf(
	[
		/content management policy|\binappropriate content|\b(?:safety|content) (?:filter|inspection)/,
		/不安全|敏感(?:内容|信息|词)/,
	],
	"i",
);

/** What endpoints say of asking too often, where neither status nor code says it. */
export const aboutRate = anyOf(
	[
		/\brate[- ]?limit(?:ed|ing|s)?\b|\btoo many requests\b|\bthrottl(?:ed|ing)/,
		/requests? per (?:second|minute|hour|day)/,
	],
	"i",
);

/** What endpoints say of having too much to do, where neither status nor code says it. */
export const aboutLoad = anyOf(
	[
		/\boverloaded\b|\b(?:at|no|over|out of|insufficient) capacity\b|\bcapacity\b[^.]{0,20}\bexceeded/,
		/\b(?:server|service|engine|model) is (?:currently |temporarily |too )?busy\b|\bhigh (?:load|demand)\b/,
	],
	"i",
);

/** What servers say of a model that is too large: Ollama's words, PyTorch's, llama.cpp's, LM Studio's. */
export const aboutMemory = anyOf(
	[
		/out of memory|\boom\b/,
		inTurn([
			/(?:not enough|insufficient|(?:requires?|needs?) more|exceeds?(?: the)?(?: available)?|low on)/,
			/(?: available| free)?(?: system| gpu| video| graphics| device)? (?:memory|vram|ram)\b/,
		]),
		/(?:unable|failed|cannot|could not) to? ?allocate|cuda error[^.]{0,40}memory/,
		/insufficient (?:system )?resources/,
	],
	"i",
);

/** What endpoints say of a model that they do not offer. */
export const aboutModel = anyOf(
	[
		inTurn([
			/\bmodels?\b[^.]{0,100}\b/,
			anyOf([
				/not? found|not exist|unknown|not available|unavailable|invalid|not (?:a )?valid|not supported/,
				/not offered|no longer|deprecated|retired|decommissioned|not loaded|not pulled|pulling/,
			]),
		]),
		/(?:unknown|invalid|unsupported|no such|could not find|cannot find|not a valid) (?:the )?model/,
		/no (?:allowed )?endpoints? (?:found|available)|no models? (?:loaded|found)|^model:/,
		/\b(?:has been|was|is) (?:now )?(?:retired|decommissioned|discontinued|sunset)\b/,
	],
	"i",
);
/** The same as codes. */
export const modelWords = [
	"model_not_found",
	"no_endpoints",
	"model_deprecated",
	"model_unavailable_upstream",
	"free_variant_ended",
];

/** What endpoints say of where the writer is. */
export const aboutPlace = anyOf(
	[
		/\b(?:location|region|country|territory)\b[^.]{0,60}\bnot (?:supported|available|allowed|permitted|eligible)/,
		/not (?:available|supported|offered|allowed) in (?:your|this) (?:location|region|country|territory)/,
		/geo[- ]?(?:block|restrict)/,
	],
	"i",
);

/** OpenRouter's words where the data policy leaves no one: it says so by a code only since 2026. */
export const aboutPrivacy = /\b(?:data policy|guardrail restrictions)\b/i;

/**
 * What endpoints that check each field say of one they don't know: Pydantic's words, JSON Schema's, OpenAI's and
 * those of gateways.
 */
export const aboutField = anyOf(
	[
		/extra inputs are not permitted|extra_forbidden|additional properties/,
		inTurn([
			/(?:unknown|unrecognized|unexpected|unsupported)(?: request)?(?: keyword)? /,
			/(?:argument|parameter|field|property|option)/,
		]),
		/\b(?:parameter|field|argument|property|option)s?\b[^.]{0,60}\bnot (?:supported|allowed|permitted|recognized)/,
		/stream_options[^.]{0,40}\bnot (?:supported|allowed|permitted|recognized)/,
	],
	"i",
);
