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
import {
	aboutCredit,
	aboutField,
	aboutFilter,
	aboutKey,
	aboutLength,
	aboutLoad,
	aboutMemory,
	aboutModel,
	aboutPlace,
	aboutPrivacy,
	aboutRate,
	byWord,
	limitByTime,
	modelWords,
} from "./vendor-words";
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
	// Some only say that there is one, or its status, and what it is beside that.
	if (saysSomething(error))
		return typeof error === "object" || typeof error === "string" ? error : { ...answer, code: error };
	// MiniMax has a code of its own in each reply.
	const { status_code: code, status_msg: message } = record(answer["base_resp"]);
	if (saysSomething(code)) return { code, message };
	if (choices !== undefined) return null;
	const { response } = answer;
	if (saysSomething(record(response)["error"])) return record(response)["error"];
	// vLLM and Anthropic put the error at the top, others a code and a sentence.
	if (answer["object"] === "error" || answer["type"] === "error") return body;
	if (saysSomething(answer["errors"])) return answer["errors"];
	const failed =
		["code", "error_code", "status_code", "err_code"].some((name) => saysSomething(answer[name])) ||
		answer["success"] === false ||
		saysSomething(answer["exception"]) ||
		failedStatus.test(String(answer["status"])) ||
		typeof answer["detail"] === "string";
	return failed && messageIn(body) !== "" ? body : null;
}

/** A `status` by which a body is an error. */
const failedStatus = /^(?:error|fail(?:ed|ure)?|[45]\d\d)$/i;

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

/** Statuses that leave nothing to words of rate and load. */
const saysItAll: readonly (number | null)[] = [401, 402, 404, 413, 429];

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
	const byTime = status === 429 && limitByTime.test(message);
	if (status !== 401 && !byTime && aboutCredit.test(message)) return "credit";
	if ((status === null || (status < 500 && status !== 429)) && aboutKey.test(message)) return "auth";
	if (aboutPlace.test(message)) return "policy";
	if (status === 404 && aboutPrivacy.test(message)) return "policy";
	if (status !== 422 && status !== 429 && aboutFilter.test(message)) return "policy";
	if (status !== 429 && aboutMemory.test(message)) return "unavailable";
	for (const word of wordsIn(error)) {
		const kind = byWord[word];
		// What a moderation stops before the model is not the model's refusal.
		if (kind !== undefined) return kind === "refused" && status === 403 ? "policy" : kind;
	}
	if ((status === 400 || status === 422) && aboutField.test(text)) return "request";
	if (status !== 401 && status !== 402 && status !== 429 && aboutLength.test(message)) return "context";
	if (!saysItAll.includes(status)) {
		if (aboutRate.test(message)) return "rate";
		if (aboutLoad.test(message)) return "overloaded";
	}
	// A quota that says when it is renewed is one by time.
	if (
		status === 429 &&
		retryAfter === null &&
		/quota|credit|billing/i.test(message) &&
		!byTime &&
		!/rate/i.test(message)
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
		return typeof value === "string" ? [value.replace(/([a-z])(?=[A-Z])/g, "$1_").toLowerCase()] : [];
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
