import type { Answerer, ChatEvent, Failure, Outcome, Usage } from "../chat/chat";

/**
 * Where an answer stands. `waiting`: its request failed and is sent again soon. `interrupted`: the app was closed
 * before its end. The others are ends of a request.
 */
export type AnswerStatus = "running" | "waiting" | "interrupted" | Outcome["state"];

/**
 * What is known of one answer of a model, whatever it was asked. A value: `receive` folds the events of its stream, one
 * by one, and nothing else does.
 */
export interface Answer {
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	/** Milliseconds since the epoch; null while it is active. */
	readonly endedAt: number | null;
	readonly status: AnswerStatus;
	/** What came so far. */
	readonly text: string;
	/** True while the model thinks and no words have come since. */
	readonly thinking: boolean;
	/** Why it failed or stopped early; while it waits, why the last request failed. */
	readonly failure: Failure | null;
	/** Milliseconds since the epoch at which a waiting one is tried again; null unless it waits. */
	readonly retryAt: number | null;
	readonly usage: Usage | null;
	readonly answerer: Answerer | null;
	/** False when it is, or was, read in one piece; known only then or at the end. */
	readonly streamed: boolean;
	/** What else *Details* tells of the reply, a line each; absent when there is nothing. */
	readonly notes?: readonly string[];
}

/** An answer that is asked for at `now`, in milliseconds since the epoch: nothing has come yet. */
export function newAnswer(now: number): Answer {
	return {
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
	};
}

/**
 * The answer after one event of its stream; the same one once it has come to its end.
 * @param now milliseconds since the epoch
 */
export function receive<A extends Answer>(answer: A, event: ChatEvent, now: number): A {
	if (!isActive(answer)) return answer;
	switch (event.type) {
		case "text":
			return {
				...answer,
				status: "running",
				thinking: false,
				failure: null,
				retryAt: null,
				text: event.replaces === true ? event.text : answer.text + event.text,
			};
		case "thinking":
			return answer.thinking ? answer : { ...answer, status: "running", failure: null, retryAt: null, thinking: true };
		case "answerer":
			return { ...answer, answerer: event.answerer };
		case "resent":
			return { ...answer, streamed: false };
		case "waiting":
			return {
				...answer,
				status: "waiting",
				thinking: false,
				streamed: true,
				failure: event.failure,
				retryAt: now + event.seconds * 1000,
			};
		case "end": {
			const { outcome } = event;
			return {
				...answer,
				status: outcome.state,
				thinking: false,
				failure: outcome.failure,
				retryAt: null,
				usage: outcome.usage,
				answerer: outcome.answerer ?? answer.answerer,
				streamed: outcome.streamed,
				...(outcome.notes === undefined ? {} : { notes: outcome.notes }),
				endedAt: now,
			};
		}
	}
}

/** Whether more of it may come. */
export function isActive({ status }: Pick<Answer, "status">): boolean {
	return status === "running" || status === "waiting";
}

/** Why an answer failed or stopped early, once it has; null while it is active, and when nothing went wrong. */
export function failureOf(answer: Pick<Answer, "status" | "failure">): Failure | null {
	return isActive(answer) ? null : answer.failure;
}

/** An answer that nobody waits for any more: one that was active has ended, and what had come is kept. */
export function stopped<A extends Answer>(answer: A, status: "cancelled" | "interrupted", now: number): A {
	if (!isActive(answer)) return answer;
	return { ...answer, status, thinking: false, failure: null, retryAt: null, endedAt: now };
}

/**
 * An answer that came and could not be read here. What had come is kept, and so is what is known of its cost.
 * @param detail for *Details*
 */
export function unreadable<A extends Answer>(answer: A, detail: string, now: number): A {
	const failure: Failure = { kind: "format", status: null, detail, retryAfter: null };
	return {
		...answer,
		status: answer.text === "" ? "failed" : "partial",
		thinking: false,
		failure,
		retryAt: null,
		endedAt: answer.endedAt ?? now,
	};
}

/**
 * An answer whose request ended in a way that no reply accounts for. What had come is kept.
 * @param detail for *Details*
 */
export function broken<A extends Answer>(answer: A, detail: string, now: number): A {
	const { text, usage, answerer, streamed } = answer;
	const failure: Failure = { kind: "unavailable", status: null, detail, retryAfter: null };
	return receive(
		answer,
		{ type: "end", outcome: { state: text === "" ? "failed" : "partial", failure, usage, answerer, streamed } },
		now,
	);
}
