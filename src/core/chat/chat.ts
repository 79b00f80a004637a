import type { Endpoint } from "../endpoint/endpoint";
import type { ThinkingFields } from "../endpoint/thinking";

/**
 * What is asked of a model, in the order in which it is sent: what stays the same comes first, so that endpoints can
 * reuse it.
 */
export interface Prompt {
	/** Rules and the writer's style: the same for every question. */
	readonly system: string;
	/** The note as delimited data: the same for every question on an unchanged note. May be empty. */
	readonly note: string;
	/** The passage and the question at hand. */
	readonly question: string;
	/** What was said since, oldest first; the last turn is the writer's. Empty for a first question. */
	readonly thread: readonly Turn[];
}

/** One turn of a thread that goes on after the first answer. */
export interface Turn {
	readonly role: "user" | "assistant";
	readonly text: string;
}

/**
 * A note as a request knows it. Obsidian's own file is one, whose path follows renames; of a sentence that is no
 * note's, its title.
 */
export interface NoteRef {
	readonly path: string;
}

/** One request to one model. */
export interface ChatRequest {
	/**
	 * The note it holds words of, looked at again each time this is sent, for it may have become one that never is.
	 * Null when it holds none.
	 */
	readonly note: NoteRef | null;
	/** The other notes it holds words of, such as the style note and what that links to: looked at as `note` is. */
	readonly sources: readonly NoteRef[];
	readonly endpoint: Endpoint;
	/** The model's id as the endpoint names it. */
	readonly model: string;
	readonly prompt: Prompt;
	/** Tells the endpoint whether to think before it answers; absent where it is left to the endpoint. */
	readonly thinking?: ThinkingFields;
}

/**
 * Why a consultation failed or stopped early. The words for the writer are chosen by kind (`core/i18n`), never taken
 * from the endpoint's message.
 * - `setup`: nothing was sent, the plugin lacks an endpoint or a model; `address`: nothing was sent, the endpoint's
 * address can't be used
 * - `key`: nothing was sent, no key is kept for this endpoint, or it may not be sent there
 * - `budget`: nothing was sent, the writer did not want to go beyond the month's budget
 * - `private`: nothing was sent, the note is one that never is, or is gone; `sources`: the same of another note whose
 * words go along
 * - `auth` 401, `credit` 402, `policy` 403 and privacy routing, `context` 413 or too long, `refused` 422 and
 * refusals, `rate` 429
 * - `request` 400 and 422 that name a field: the endpoint does not take what was sent, and began nothing
 * - `overloaded` 503, `unavailable` 404 of a model, 5xx and unknown errors in mid-stream, `format` an unreadable reply
 * - `network` no answer or a cut, `timeout`
 */
export const failureKinds = [
	"setup",
	"address",
	"key",
	"budget",
	"private",
	"sources",
	"auth",
	"credit",
	"policy",
	"context",
	"refused",
	"request",
	"rate",
	"overloaded",
	"unavailable",
	"format",
	"network",
	"timeout",
] as const;
export type FailureKind = (typeof failureKinds)[number];

/**
 * A failure with what is known of it. `detail` is for *Details* and bug reports: plain text, secrets already
 * redacted, at most 2,000 characters.
 */
export interface Failure {
	readonly kind: FailureKind;
	readonly status: number | null;
	readonly detail: string;
	/** Seconds after which the endpoint says it may be asked again; null when it does not say. */
	readonly retryAfter: number | null;
	/** What it is about, where that tells more than its kind. */
	readonly about?: FailureSubject;
	/** The endpoint's own first sentence, without secrets, at most 200 characters; absent where it says nothing. */
	readonly said?: string;
}

/**
 * What a failure may be about, beyond its kind. `model`: the endpoint does not offer it; `memory`: it does not fit into
 * that of its computer; `privacy`: what the writer set for their data; `length`: the reply is longer than what is read.
 */
export const failureSubjects = ["model", "memory", "privacy", "length"] as const;
export type FailureSubject = (typeof failureSubjects)[number];

/**
 * Tokens and money of one request, as the endpoint reported them. Cached tokens are part of `promptTokens`, reasoning
 * tokens of `completionTokens`. Both are 0 where the endpoint told only the cost.
 */
export interface Usage {
	readonly promptTokens: number;
	readonly completionTokens: number;
	readonly cachedTokens: number;
	/** Written into the endpoint's cache, part of `promptTokens` and none of `cachedTokens`; absent for none. */
	readonly cacheWriteTokens?: number;
	readonly reasoningTokens: number;
	/** What the endpoint says it charged, in `currency`; null when it does not say. Never 0 for "unknown". */
	readonly cost: number | null;
	/**
	 * ISO 4217, or another word of the endpoint's ("credits"): as the endpoint says, else that of its price list.
	 */
	readonly currency: string;
	/** Measured by the endpoint, in grams of CO2 equivalent; null nearly everywhere. */
	readonly carbon: { readonly low: number; readonly high: number } | null;
	/** Seconds from sending to the end, as measured here; absent before it was counted. */
	readonly seconds?: number;
	/** Estimated tokens of what was sent, where the endpoint read a part of it only; absent otherwise. */
	readonly sentTokens?: number;
	/**
	 * What it cost by the price list that was known when it came; absent when the endpoint said its cost, or no list
	 * did. `date` is the list's, ISO.
	 */
	readonly listed?: { readonly amount: number; readonly currency: string; readonly date: string };
}

/** Who answered, taken from the reply. */
export interface Answerer {
	/** The exact id in the reply, or the one asked for when the reply names none. */
	readonly model: string;
	/** The company that ran the model, where the endpoint says so (OpenRouter). */
	readonly provider: string | null;
	/**
	 * The weights' exact version when they answered, where a local server tells it: the same name may stand for others
	 * later.
	 */
	readonly version?: string;
}

/** How a consultation ended. */
export interface Outcome {
	/**
	 * `partial`: some text came, then it stopped before its end (length, cut, error). `cancelled`: by the writer; text
	 * may have come.
	 */
	readonly state: "done" | "partial" | "failed" | "cancelled";
	/** Null when `done` or `cancelled`, and for a text that reached the model's length limit. */
	readonly failure: Failure | null;
	readonly usage: Usage | null;
	readonly answerer: Answerer | null;
	/** False when the endpoint could only be read in one piece. */
	readonly streamed: boolean;
	/** What else is worth telling of the reply in *Details*, a line each, without secrets; absent when nothing is. */
	readonly notes?: readonly string[];
}

/** What happens while a model answers, in order. `end` comes exactly once and last. */
export type ChatEvent =
	/** `replaces`: all text before was the model thinking aloud, and this stands instead of it; it may be empty. */
	| { readonly type: "text"; readonly text: string; readonly replaces?: true }
	/** Who answers, as soon as the reply says so. Comes again when the reply says otherwise; the last one counts. */
	| { readonly type: "answerer"; readonly answerer: Answerer }
	/** The model thinks: counts as a sign of life, is never content. */
	| { readonly type: "thinking" }
	/** The page could not read the reply, and the request had not begun: it is asked again in one piece. */
	| { readonly type: "resent" }
	/** The request failed and is tried again in so many seconds, unless cancelled. */
	| { readonly type: "waiting"; readonly failure: Failure; readonly seconds: number }
	| { readonly type: "end"; readonly outcome: Outcome };

/**
 * Asks a model. Never throws: every failure is the outcome of the `end` event. Aborting the signal ends the request on
 * the wire at once and gives a `cancelled` outcome.
 */
export type Chat = (request: ChatRequest, signal: AbortSignal) => AsyncIterable<ChatEvent>;
