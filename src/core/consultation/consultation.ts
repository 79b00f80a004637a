import type { Anchor } from "./anchor";
import type { ContextScope } from "../prompts/objective";
import type { ComparisonFact } from "../journal/facts";
import type { Selected } from "../prompts/selected";
import type { Answerer, ChatEvent, Failure, Turn, Usage } from "../chat/chat";

/**
 * Where a consultation stands. `waiting`: it failed and is tried again soon. `interrupted`: the app was closed before
 * its end.
 */
export type Status = "running" | "waiting" | "done" | "partial" | "failed" | "cancelled" | "interrupted";

/** One question about one passage and what came of it. A value: every event gives a new one. */
export interface Consultation {
	readonly id: string;
	/** Path of the note the passage is in. */
	readonly path: string;
	readonly anchor: Anchor;
	/** Whether the note no longer holds the passage. The answer stays all the same. */
	readonly lost: boolean;
	/** Name of the objective, or what free questions are called. */
	readonly objective: string;
	/** What was asked in short: the objective's title, or the writer's own question. */
	readonly asked: string;
	readonly icon: string;
	/** What was asked at length, as it was sent. */
	readonly question: string;
	/** The words of the passage that are meant above all; null when all of it is. */
	readonly selected: Selected | null;
	/** How much of the note went along. */
	readonly context: ContextScope;
	/**
	 * The consultation this one reads the passage again for, without having seen its answer; null for a first reading.
	 */
	readonly again: string | null;
	/** The comparison it is part of; null when one model was asked alone. */
	readonly comparison: string | null;
	/** Name of the endpoint and id of the model that were asked. */
	readonly endpoint: { readonly id: string; readonly name: string };
	readonly model: string;
	/** The model's name for readers. */
	readonly modelName: string;
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	readonly endedAt: number | null;
	readonly status: Status;
	/** What came so far. */
	readonly text: string;
	/** True while the model thinks and no words have come yet. */
	readonly thinking: boolean;
	readonly failure: Failure | null;
	/** Milliseconds since the epoch at which a waiting consultation is tried again. */
	readonly retryAt: number | null;
	readonly usage: Usage | null;
	readonly answerer: Answerer | null;
	/** False when the answer is, or was, read in one piece; known only then or at the end. */
	readonly streamed: boolean;
	/** What was said before the present answer: for *Ask further*. */
	readonly thread: readonly Turn[];
	/**
	 * How the model fared beside others that were asked the same; null when it was asked alone, and while nothing was
	 * chosen.
	 */
	readonly compared: ComparisonFact | null;
}

/**
 * The words that are meant above all, as long as they stand in the passage: the writer may have changed them since.
 * Null when all of it is meant.
 */
export function selectedNow({ anchor, selected }: Pick<Consultation, "anchor" | "selected">): Selected | null {
	return selected !== null && anchor.quote.includes(selected.words) ? selected : null;
}

/** What a consultation knows of its answer. */
type AnswerState = Pick<
	Consultation,
	| "startedAt"
	| "endedAt"
	| "status"
	| "text"
	| "thinking"
	| "failure"
	| "retryAt"
	| "usage"
	| "answerer"
	| "streamed"
	| "compared"
>;

/** A consultation that begins at `now`, in milliseconds since the epoch: nothing has come yet. */
export function begun(asked: Omit<Consultation, keyof AnswerState>, now: number): Consultation {
	return {
		...asked,
		startedAt: now,
		endedAt: null,
		status: "running",
		text: "",
		thinking: false,
		failure: null,
		retryAt: null,
		usage: null,
		answerer: null,
		streamed: true,
		compared: null,
	};
}

/** The consultation after one event of its stream. `now` is in milliseconds since the epoch. */
export function receive(consultation: Consultation, event: ChatEvent, now: number): Consultation {
	switch (event.type) {
		case "text":
			return {
				...consultation,
				status: "running",
				thinking: false,
				failure: null,
				retryAt: null,
				text: event.replaces === true ? event.text : consultation.text + event.text,
			};
		case "thinking":
			return consultation.thinking
				? consultation
				: { ...consultation, status: "running", failure: null, retryAt: null, thinking: true };
		case "answerer":
			return { ...consultation, answerer: event.answerer };
		case "resent":
			return { ...consultation, streamed: false };
		case "waiting":
			return {
				...consultation,
				status: "waiting",
				thinking: false,
				streamed: true,
				failure: event.failure,
				retryAt: now + event.seconds * 1000,
			};
		case "end": {
			const { outcome } = event;
			return {
				...consultation,
				status: outcome.state,
				thinking: false,
				failure: outcome.failure,
				retryAt: null,
				usage: outcome.usage,
				answerer: outcome.answerer ?? consultation.answerer,
				streamed: outcome.streamed,
				endedAt: now,
			};
		}
	}
}

/** Whether the friend is still at it. */
export function isActive(consultation: Consultation): boolean {
	return consultation.status === "running" || consultation.status === "waiting";
}

/** Whether there is something that can be kept: words came, and nothing more will. */
export function canKeep(consultation: Consultation): boolean {
	return !isActive(consultation) && consultation.text.trim() !== "";
}

/** A consultation that nobody answers any more: what ran runs no longer, and what had come is kept. */
export function stopped(consultation: Consultation, status: "cancelled" | "interrupted", now: number): Consultation {
	if (!isActive(consultation)) return consultation;
	return { ...consultation, status, thinking: false, failure: null, retryAt: null, endedAt: now };
}

/**
 * A consultation whose request ended in a way that no reply accounts for. What had come is kept.
 * @param detail for *Details*
 */
export function broken(consultation: Consultation, detail: string, now: number): Consultation {
	const { text, usage, answerer, streamed } = consultation;
	const failure: Failure = { kind: "unavailable", status: null, detail, retryAfter: null };
	return receive(
		consultation,
		{ type: "end", outcome: { state: text === "" ? "failed" : "partial", failure, usage, answerer, streamed } },
		now,
	);
}
