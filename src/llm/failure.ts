import {
	APIError,
	AuthenticationError,
	NotFoundError,
	PermissionDeniedError,
	RateLimitError,
	UnprocessableEntityError,
} from "openai/error";
import type { Failure, FailureKind, FailureSubject } from "../core/chat/chat";
import { jsonFrom, record } from "./bounds";
import { redact } from "./redact";
import { valueIn, waitSaid, type HeaderOf } from "./wait-said";

/** Least and most characters of an endpoint's first sentence: "Error." alone says nothing. */
const minSentence = 12;
const maxSentence = 200;

/** Most characters of detail that are kept: enough for a bug report, little enough to read. */
const maxDetail = 2000;

/**
 * Most characters of what an endpoint says that are looked through: keys are taken out of more than is kept, so that
 * none is cut.
 */
const maxRead = 8_000;

/** Kinds by the package's class of a refusal; whatever the body says more exactly comes first. */
const byClass: readonly (readonly [new (...args: never[]) => APIError, FailureKind])[] = [
	[AuthenticationError, "auth"],
	[PermissionDeniedError, "policy"],
	[NotFoundError, "unavailable"],
	[UnprocessableEntityError, "refused"],
	[RateLimitError, "rate"],
];

/** Kinds by HTTP status, where the package's class says less. 524 is Cloudflare's. */
const byStatus: Readonly<Record<number, FailureKind>> = {
	402: "credit",
	408: "timeout",
	413: "context",
	503: "overloaded",
	504: "timeout",
	524: "timeout",
	529: "overloaded",
};

/** Headers of a refusal that are read. */
const headersRead = ["retry-after", "retry-after-ms", "x-request-id"];

/**
 * Kinds by the words endpoints use as `code`, `type`, `error_type` or `availability.code`. OpenRouter's vocabulary:
 * https://openrouter.ai/docs/api_reference/errors-and-debugging; OpenAI's:
 * https://platform.openai.com/docs/guides/error-codes; Anthropic's: https://docs.anthropic.com/en/api/errors;
 * llama.cpp's: its tools/server.
 */
const byWord: Readonly<Record<string, FailureKind>> = {
	privacy_restricted: "policy",
	constraint_filtered: "policy",
	region_restricted: "policy",
	permission_denied: "policy",
	permission_error: "policy",
	context_length_exceeded: "context",
	max_tokens_exceeded: "context",
	token_limit_exceeded: "context",
	string_too_long: "context",
	payload_too_large: "context",
	request_too_large: "context",
	exceed_context_size_error: "context",
	authentication: "auth",
	authentication_error: "auth",
	invalid_api_key: "auth",
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
	rate_limit_error: "rate",
	provider_overloaded: "overloaded",
	overloaded: "overloaded",
	overloaded_error: "overloaded",
	capacity_exhausted: "overloaded",
	provider_unavailable: "unavailable",
	not_found: "unavailable",
	not_found_error: "unavailable",
	model_not_found: "unavailable",
	no_endpoints: "unavailable",
	model_deprecated: "unavailable",
	content_policy_violation: "refused",
	content_filter: "refused",
	refusal: "refused",
	unprocessable: "refused",
	timeout: "timeout",
	timeout_error: "timeout",
};

/** What endpoints say of a key with another status than 401. */
const aboutKey =
	/\b(?:invalid|incorrect|wrong|expired|missing|no) api[ _-]?key|api[ _-]?key\b[^.]{0,20}\b(?:invalid|incorrect|expired|missing|required|not (?:valid|found|provided))/i;

/** What endpoints say of money, whatever the status: Anthropic's words, OpenRouter's, MiniMax's, LiteLLM's, Alibaba's. */
const aboutCredit = new RegExp(
	[
		/(?:credit )?balance is (?:too low|insufficient|not enough|negative|empty|exhausted|0\b)/,
		/(?:insufficient|not enough|no(?:t sufficient)?|low|negative|zero)[ _](?:(?:account|user|wallet|remaining|available)[ _])?(?:credits?|balance|funds|fund|money|quota)\b/,
		/(?:out of|ran out of|run out of|used up|exhausted|exceeded|used all)[a-z ]{0,40}\b(?:credits?|balance|funds|prepaid)\b/,
		/\b(?:credits?|balance|funds)\b[^.]{0,40}\b(?:exhausted|depleted|used up|run out|ran out|insufficient|expired)/,
		/(?:key|spend(?:ing)?|budget|usage|billing|cost|monthly|credit) (?:hard )?limit (?:has been |was |is )?(?:exceeded|reached|hit)/,
		/budget (?:has been |was |is )?(?:exceeded|exhausted|reached|spent)|exceeded (?:your |the |its )?(?:max(?:imum)? )?(?:budget|spending)/,
		/arrear|overdue|payment (?:is )?required|top[ -]?up your|recharge|add (?:more )?(?:credits?|funds)|purchase (?:more )?credits?/,
		/n[o'’]t have (?:any |enough |sufficient )?(?:more )?(?:credits?|balance|funds|quota)\b|\bno more credits?\b/,
		/free (?:tier|quota|trial|credits?)\b[^.]{0,60}\b(?:exhausted|used up|expired|ended|over)\b/,
		/(?:check|update) your (?:plan and )?billing|monthly spending limit|past invoices|unpaid|no payment method/,
		/余额不足|欠费|请充值|额度(?:不足|已用)/,
	]
		.map(({ source }) => source)
		.join("|"),
	"i",
);

/** What endpoints say of a text that is too long: OpenAI and vLLM, Anthropic, Mistral, llama.cpp, LM Studio, Google. */
const aboutLength =
	/context[ _](?:length|window|size|limit)|(?:prompt|input|request|conversation|messages?)\b[^.]{0,30}\btoo (?:long|large|many tokens)|token limit|exceeds? (?:the )?(?:model'?s? )?context|reduce the length|maximum context|too many tokens|prompt is too long|input is too long|exceeds? the maximum number of tokens|when context the overflows/i;

/** What servers say of a model that is too large: Ollama's words, PyTorch's, llama.cpp's, LM Studio's. */
const aboutMemory =
	/out of memory|\boom\b|(?:not enough|insufficient|requires? more|exceeds?(?: the)?(?: available)?|low on)(?: available| free)?(?: system| gpu| video| graphics| device)? (?:memory|vram|ram)\b|(?:unable|failed|cannot|could not) to? ?allocate|cuda error[^.]{0,40}memory|insufficient (?:system )?resources/i;

/** What endpoints say of a model that they do not offer. */
const aboutModel =
	/\bmodels?\b[^.]{0,100}\b(?:not? found|not exist|unknown|not available|unavailable|invalid|not (?:a )?valid|not supported|not offered|no longer|deprecated|retired|decommissioned|not loaded|not pulled|pulling)|(?:unknown|invalid|unsupported|no such|could not find|cannot find|not a valid) (?:the )?model|no (?:allowed )?endpoints? (?:found|available)|no models? (?:loaded|found)|^model:/i;
const modelWords = [
	"model_not_found",
	"no_endpoints",
	"model_deprecated",
	"model_unavailable_upstream",
	"free_variant_ended",
];

/** What endpoints say of where the writer is. */
const aboutPlace =
	/\b(?:location|region|country|territory)\b[^.]{0,60}\bnot (?:supported|available|allowed|permitted|eligible)|not (?:available|supported|offered|allowed) in (?:your|this) (?:location|region|country|territory)|geo[- ]?(?:block|restrict)/i;

/** OpenRouter's words where the data policy leaves no one: it says so by a code only since 2026. */
const aboutPrivacy = /\b(?:data policy|guardrail restrictions)\b/i;

/**
 * What endpoints that check each field say of one they don't know: Pydantic's words, JSON Schema's, OpenAI's and
 * those of gateways.
 */
const aboutField =
	/extra inputs are not permitted|extra_forbidden|additional properties|(?:unknown|unrecognized|unexpected|unsupported)(?: request)?(?: keyword)? (?:argument|parameter|field|property|option)|\b(?:parameter|field|argument|property|option)s?\b[^.]{0,60}\bnot (?:supported|allowed|permitted|recognized)|stream_options[^.]{0,40}\bnot (?:supported|allowed|permitted|recognized)/i;

/** The failure a response with an error status tells. `body` is its text, `now` in milliseconds since the epoch. */
export function responseFailure(
	status: number,
	body: string,
	header: HeaderOf,
	now: number,
	secrets: readonly string[],
): Failure {
	const answer = jsonFrom(body);
	const error = errorIn(answer) ?? (answer === undefined ? null : answer);
	const text = body.trim() === "" ? `HTTP ${status}` : answer === undefined ? body : quoted(answer);
	const message = messageIn(error) || (answer === undefined ? body : "");
	const headers = new Headers();
	for (const name of headersRead) {
		const value = header(name);
		if (value !== null && /^[\x20-\x7e]*$/.test(value)) headers.set(name, value);
	}
	return failureOf(APIError.generate(status, { error }, text, headers), message, text, now, secrets);
}

/** The failure an `error` object within a reply tells: in a stream, or in a body that came with status 200. */
export function replyFailure(error: unknown, secrets: readonly string[]): Failure {
	const code = Number(valueIn(error, ["code"]) ?? valueIn(error, ["status"]));
	const text = typeof error === "string" ? error : quoted(error);
	const refusal =
		Number.isInteger(code) && code >= 400 && code < 600
			? APIError.generate(code, { error }, text, new Headers())
			: new APIError(undefined, error ?? undefined, text, undefined);
	return failureOf(refusal, messageIn(error), text, null, secrets);
}

/** A failure of the plugin's own finding. */
export function plainFailure(kind: FailureKind, detail: string, secrets: readonly string[] = []): Failure {
	return { kind, status: null, detail: detailOf(detail, secrets), retryAfter: null };
}

/**
 * The `error` of a parsed body, or null when it holds none. A body that is itself a message with a type `error`
 * counts.
 */
export function errorIn(body: unknown): unknown {
	// Google puts its errors into a list.
	if (Array.isArray(body)) return body.length === 1 ? errorIn(body[0]) : null;
	if (typeof body !== "object" || body === null) return null;
	const answer = body as Record<string, unknown>;
	const { error, choices } = answer;
	if (saysSomething(error)) return error;
	// MiniMax has a code of its own in each reply.
	const { status_code: code, status_msg: message } = record(answer["base_resp"]);
	if (saysSomething(code)) return { code, message };
	if (choices !== undefined) return null;
	// vLLM and Anthropic put the error at the top, others a code and a sentence.
	if (answer["object"] === "error" || answer["type"] === "error") return body;
	if (saysSomething(answer["errors"])) return answer["errors"];
	const coded = ["code", "error_code", "status_code", "err_code"].some((name) => saysSomething(answer[name]));
	return coded && messageIn(body) !== "" ? body : null;
}

/** What stands in the place of an error where there is none. */
const noError = ["", "0", "200", "none", "null", "false", "success", "ok", "no error"];

// Some have an error in each frame that says nothing: `{}`, `{"code": 0}`.
function saysSomething(value: unknown): boolean {
	if (typeof value === "string") return !noError.includes(value.trim().toLowerCase());
	if (typeof value === "number") return value !== 0 && value !== 200;
	return typeof value === "object" && value !== null ? Object.values(value).some(saysSomething) : value === true;
}

/**
 * @param message what it said for people
 * @param text all that it said
 * @param now milliseconds since the epoch; null where no clock is at hand
 */
function failureOf(
	refusal: APIError,
	message: string,
	text: string,
	now: number | null,
	secrets: readonly string[],
): Failure {
	const { error, requestID } = refusal;
	const status = refusal.status ?? null;
	const retryAfter = waitSaid(error, message, (name) => refusal.headers?.get(name) ?? null, now);
	const own = kindOf(error, status, message, text, retryAfter);
	// OpenRouter passes on what a provider said as a text within its own error, which says nothing.
	const passedOn = own === null ? valueIn(error, ["metadata", "raw"]) : null;
	const inner = typeof passedOn === "string" ? (errorIn(jsonFrom(passedOn)) ?? passedOn) : null;
	const kind =
		own ??
		(inner === null ? null : kindOf(inner, status, messageIn(inner), text, retryAfter)) ??
		byClass.find(([type]) => refusal instanceof type)?.[1] ??
		(status === null ? undefined : byStatus[status]) ??
		"unavailable";
	const nested = inner === null ? message : messageIn(inner) || message;
	const about = kind === "unavailable" || kind === "overloaded" ? subjectOf(refusal, `${message} ${nested}`) : null;
	const sentence = sentenceOf(nested, secrets);
	const request = requestID == null ? "" : `\nx-request-id: ${requestID}`;
	return {
		kind,
		status,
		detail: detailOf(`${text.slice(0, maxRead)}${request}`, secrets),
		retryAfter,
		...(about === null ? {} : { about }),
		...(sentence === "" ? {} : { said: sentence }),
	};
}

/** What a model that does not answer lacks, where the endpoint says so. */
function subjectOf(refusal: APIError, message: string): FailureSubject | null {
	if (aboutMemory.test(message)) return "memory";
	const named = wordsIn(refusal.error).some((word) => modelWords.includes(word));
	return named || aboutModel.test(message) ? "model" : null;
}

/** The first sentence of what an endpoint said; empty where it is no sentence but a page, or a number. */
function sentenceOf(message: string, secrets: readonly string[]): string {
	const text = detailOf(message, secrets)
		.replace(/[\p{Cf}\s]+/gu, " ")
		.trim();
	if (/^[<{[]/.test(text) || !/\p{L}{2}/u.test(text)) return "";
	const [first = ""] = /^.*?[.!?](?=\s|$)/u.exec(text) ?? [text];
	const sentence = first.length < minSentence ? text : first;
	return sentence.length <= maxSentence ? sentence : `${sentence.slice(0, maxSentence - 1)}…`;
}

/** The kind an endpoint's words tell; null where only the status is left to go by. */
function kindOf(
	error: unknown,
	status: number | null,
	message: string,
	text: string,
	retryAfter: number | null,
): FailureKind | null {
	// Whatever the limit is called: waiting makes no note shorter.
	if (status === 413) return "context";
	if ((status === 400 || status === 403) && aboutKey.test(message)) return "auth";
	if (status !== 401 && aboutCredit.test(message)) return "credit";
	if (aboutPlace.test(message)) return "policy";
	if (status === 404 && aboutPrivacy.test(message)) return "policy";
	for (const word of wordsIn(error)) {
		const kind = byWord[word];
		// What a moderation stops before the model is not the model's refusal.
		if (kind !== undefined) return kind === "refused" && status === 403 ? "policy" : kind;
	}
	if ((status === 400 || status === 422) && aboutField.test(text)) return "request";
	if (status !== 401 && status !== 402 && status !== 429 && aboutLength.test(message)) return "context";
	// A quota that says when it is renewed is one by time.
	if (
		status === 429 &&
		retryAfter === null &&
		/quota|credit|billing/i.test(message) &&
		!/per (minute|second|hour|day)|rate/i.test(message)
	)
		return "credit";
	return null;
}

// The most exact word first: where OpenRouter says why no provider is left, the status alone would mislead.
function wordsIn(error: unknown): string[] {
	return [
		["availability", "code"],
		["metadata", "error_type"],
		["code"],
		["type"],
		["metadata", "code"],
		["error_type"],
	].flatMap((path) => {
		const value = valueIn(error, path);
		return typeof value === "string" ? [value.toLowerCase()] : [];
	});
}

/** The fields in which endpoints say it in words: OpenAI's, FastAPI's, MiniMax's, Baidu's. */
const said = ["message", "detail", "msg", "error_msg", "error_message", "status_msg", "error", "errors", "title"];

// Also where it is a list, or an error within an error.
function messageIn(error: unknown): string {
	if (typeof error === "string") return error;
	if (Array.isArray(error)) return error.map(messageIn).join(" ").trim();
	const fields = record(error);
	return said.map((name) => (fields[name] == null ? "" : messageIn(fields[name]))).find((text) => text !== "") ?? "";
}

// Without the writer's text: Pydantic repeats what it was sent as `input`, moderations what they object to; also in
// what a provider said.
function quoted(answer: unknown): string {
	return (
		JSON.stringify(answer, (key, value: unknown) => {
			if (key === "input" || key === "flagged_input") return "[text]";
			return key === "raw" && typeof value === "string" ? (jsonFrom(value) ?? value) : value;
		}) ?? ""
	);
}

function detailOf(text: string, secrets: readonly string[]): string {
	const redacted = redact(text.slice(0, maxRead), secrets);
	// eslint-disable-next-line no-control-regex -- controls are what is removed
	const clean = redacted.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ").trim();
	return clean.length <= maxDetail ? clean : `${clean.slice(0, maxDetail - 1)}…`;
}
