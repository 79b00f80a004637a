import { isActive, type Consultation } from "../../core/consultation";
import { failureWords } from "../../core/i18n/failure-words";
import type { InterfaceWords } from "../../core/i18n/en";

/**
 * What a card says beside its answer: why it failed, when again, what is missing. Empty when there is nothing to say.
 * @param hasNote whether the vault still has its note
 * @param now milliseconds since the epoch; null leaves out what changes with every second
 */
export function messageOf(words: InterfaceWords, consultation: Consultation, hasNote: boolean, now: number | null): string {
	const { margin } = words;
	const { status, failure, retryAt, text, streamed } = consultation;
	const parts: string[] = [];
	if (!hasNote) parts.push(margin.noteGone);
	else if (consultation.lost) parts.push(margin.lost);
	if (failure !== null) parts.push(failureWords(words, failure, status === "partial"));
	if (status === "waiting" && retryAt !== null && now !== null) parts.push(margin.retrying(Math.max(0, Math.ceil((retryAt - now) / 1000))));
	else if (status !== "waiting" && failure?.retryAfter != null) parts.push(words.again(failure.retryAfter));
	if (status === "cancelled") parts.push(!streamed ? margin.cancelledWhole : text === "" ? margin.cancelledEmpty : margin.cancelled);
	if (status === "interrupted") parts.push(margin.interrupted);
	if (status === "partial" && failure === null) parts.push(margin.truncated);
	return parts.join(" ");
}

/** What a screen reader is told when a consultation begins or comes to its end; the card says it to the eye. */
export function toldOf(words: InterfaceWords, consultation: Consultation): string {
	const { asked, modelName, status } = consultation;
	const what = status === "running" ? words.margin.wasAsked(modelName) : status === "done" ? words.margin.hasAnswered(modelName) : messageOf(words, consultation, true, null);
	return `${asked} ${what}`.trim();
}

/** What happened to a consultation since it was looked at last that a screen reader is told of. */
export function isNews(before: Consultation | null, now: Consultation): boolean {
	return before === null ? isActive(now) : before.status !== now.status && !(before.status === "waiting" && now.status === "running");
}
