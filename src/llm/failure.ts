import type { Failure, FailureKind } from "../core/chat";

/** Most characters of detail that are kept: enough for a bug report, little enough to read. */
const mostDetail = 2000;

/** Longest wait an endpoint may ask for that is still reported, in seconds: a day. */
const longestWait = 86_400;

/** Kinds by HTTP status; whatever the body says more exactly comes first. */
const byStatus: Readonly<Record<number, FailureKind>> = {
	401: "auth", 402: "credit", 403: "policy", 404: "unavailable", 408: "timeout", 413: "context", 422: "refused", 429: "rate",
	500: "unavailable", 502: "unavailable", 503: "overloaded", 504: "timeout", 529: "overloaded",
};

/**
 * Kinds by the words endpoints use as `code`, `type`, `error_type` or `availability.code`. OpenRouter's vocabulary:
 * https://openrouter.ai/docs/api_reference/errors-and-debugging; OpenAI's: https://platform.openai.com/docs/guides/error-codes.
 */
const byWord: Readonly<Record<string, FailureKind>> = {
	privacy_restricted: "policy", constraint_filtered: "policy", region_restricted: "policy", permission_denied: "policy",
	context_length_exceeded: "context", max_tokens_exceeded: "context", token_limit_exceeded: "context", string_too_long: "context", payload_too_large: "context",
	authentication: "auth", authentication_error: "auth", invalid_api_key: "auth",
	payment_required: "credit", insufficient_quota: "credit", insufficient_credits: "credit", billing_hard_limit_reached: "credit", billing_error: "credit",
	rate_limit_exceeded: "rate", rate_limit_error: "rate",
	provider_overloaded: "overloaded", overloaded: "overloaded", overloaded_error: "overloaded", capacity_exhausted: "overloaded",
	provider_unavailable: "unavailable", not_found: "unavailable", model_not_found: "unavailable", no_endpoints: "unavailable", model_deprecated: "unavailable",
	content_policy_violation: "refused", content_filter: "refused", refusal: "refused", unprocessable: "refused",
	timeout: "timeout",
};

/** What endpoints say of a key with another status than 401. */
const aboutKey = /\b(?:invalid|incorrect|wrong|expired|missing|no) api[ _-]?key|api[ _-]?key\b[^.]{0,20}\b(?:invalid|incorrect|expired|missing|required|not (?:valid|found|provided))/i;

/** What endpoints that check each field say of one they don't know: Pydantic's words, JSON Schema's, OpenAI's and those of gateways. */
const aboutField = /extra inputs are not permitted|extra_forbidden|additional properties|(?:unknown|unrecognized|unexpected|unsupported)(?: request)?(?: keyword)? (?:argument|parameter|field|property|option)|\b(?:parameter|field|argument|property|option)s?\b[^.]{0,60}\bnot (?:supported|allowed|permitted|recognized)|stream_options[^.]{0,40}\bnot (?:supported|allowed|permitted|recognized)/i;

/** The failure a response with an error status tells. `body` is its text, `retryAfter` its header, `now` in milliseconds since the epoch. */
export function responseFailure(status: number, body: string, retryAfter: string | null, now: number, secrets: readonly string[]): Failure {
	const answer = parsed(body);
	const error = errorIn(answer);
	return {
		kind: kindOf(error, status, messageIn(error) || messageIn(answer) || (answer === null ? body : ""), body),
		status,
		detail: detailOf(body.trim() === "" ? `HTTP ${status}` : body, secrets),
		retryAfter: secondsOf(retryAfter, now) ?? numberIn(error, ["availability", "retry_after"]),
	};
}

/** The failure an `error` object within a reply tells: in a stream, or in a body that came with status 200. */
export function replyFailure(error: unknown, secrets: readonly string[]): Failure {
	const code = typeof error === "object" && error !== null ? Number((error as Record<string, unknown>)["code"]) : NaN;
	const status = Number.isInteger(code) && code >= 400 && code < 600 ? code : null;
	return {
		kind: kindOf(error, status, messageIn(error), JSON.stringify(error) ?? ""),
		status,
		detail: detailOf(typeof error === "string" ? error : JSON.stringify(error) ?? "", secrets),
		retryAfter: numberIn(error, ["availability", "retry_after"]) ?? numberIn(error, ["metadata", "retry_after"]),
	};
}

/** A failure of the plugin's own finding. */
export function plainFailure(kind: FailureKind, detail: string, secrets: readonly string[] = []): Failure {
	return { kind, status: null, detail: detailOf(detail, secrets), retryAfter: null };
}

/** The `error` of a parsed body, or null when it holds none. A body that is itself a message with a type `error` counts. */
export function errorIn(body: unknown): unknown {
	if (typeof body !== "object" || body === null) return null;
	const { error, object, type, choices } = body as Record<string, unknown>;
	if (error !== undefined && error !== null && error !== false) return error;
	// vLLM and Anthropic put the error at the top.
	if ((object === "error" || type === "error") && choices === undefined) return body;
	return null;
}

/** Text without keys: the ones given, bearer tokens, anything that looks like a key, and credentials in addresses. */
export function redact(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) if (secret.length > 3) clean = clean.split(secret).join("[key]");
	return clean
		.replace(/\b(bearer\s+)[\w.~+/=-]+/gi, "$1[key]")
		.replace(/\b(?:sk|pk|rk|or|gsk|xai|key)-[\w-]{8,}/gi, "[key]")
		.replace(/([?&](?:api[_-]?key|key|token|access_token)=)[^&\s"']+/gi, "$1[key]")
		.replace(/(\/\/)[^/\s:@"']+:[^/\s@"']+@/g, "$1[key]@");
}

/** @param text all that the endpoint said, of which `message` is the sentence for people */
function kindOf(error: unknown, status: number | null, message: string, text: string): FailureKind {
	if ((status === 400 || status === 403) && aboutKey.test(message)) return "auth";
	for (const word of wordsIn(error)) {
		const kind = byWord[word];
		if (kind !== undefined) return kind;
	}
	if ((status === 400 || status === 422) && aboutField.test(text)) return "request";
	if ((status === null || status === 400) && /context (length|window)|maximum context|too many tokens|prompt is too long/i.test(message)) return "context";
	if (status === 429 && /quota|credit|billing/i.test(message) && !/per (minute|second|hour|day)|rate/i.test(message)) return "credit";
	return (status === null ? undefined : byStatus[status]) ?? "unavailable";
}

// The most exact word first: where OpenRouter says why no provider is left, the status alone would mislead.
function wordsIn(error: unknown): string[] {
	return [["availability", "code"], ["metadata", "error_type"], ["code"], ["type"], ["metadata", "code"], ["error_type"]].flatMap((path) => {
		const value = valueIn(error, path);
		return typeof value === "string" ? [value.toLowerCase()] : [];
	});
}

function messageIn(error: unknown): string {
	if (typeof error === "string") return error;
	// FastAPI says `detail`.
	const said = valueIn(error, ["message"]) ?? valueIn(error, ["detail"]);
	return typeof said === "string" ? said : "";
}

function numberIn(value: unknown, path: readonly string[]): number | null {
	const found = Number(valueIn(value, path) ?? NaN);
	return Number.isFinite(found) && found >= 0 ? Math.min(longestWait, found) : null;
}

function valueIn(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined), value);
}

// RFC 9110 section 10.2.3: seconds, or a date.
function secondsOf(header: string | null, now: number): number | null {
	if (header === null || header.trim() === "") return null;
	const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
	return Number.isFinite(seconds) ? Math.min(longestWait, Math.max(0, Math.round(seconds))) : null;
}

function parsed(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}

function detailOf(text: string, secrets: readonly string[]): string {
	// eslint-disable-next-line no-control-regex -- controls are what is removed
	const clean = redact(text, secrets).replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ").trim();
	return clean.length <= mostDetail ? clean : `${clean.slice(0, mostDetail - 1)}…`;
}
