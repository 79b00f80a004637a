import type { Consultation } from "../../core/consultation";
import type { InterfaceWords } from "../../core/i18n/en";
import { failureWords } from "../../core/i18n/failure-words";

/** What an answer tells beside its words, for a person to act on: why it failed or stopped. Empty when all is well. */
export function statusWords(words: InterfaceWords, consultation: Consultation): string {
	const { margin } = words;
	const { failure, status, streamed, text } = consultation;
	const parts: string[] = [];
	if (failure !== null) parts.push(failureWords(words, failure, status === "partial"));
	if (status !== "waiting" && failure?.retryAfter != null) parts.push(words.again(failure.retryAfter));
	if (status === "cancelled") parts.push(!streamed ? margin.cancelledWhole : text === "" ? margin.cancelledEmpty : margin.cancelled);
	if (status === "interrupted") parts.push(margin.interrupted);
	if (status === "partial" && failure === null) parts.push(margin.truncated);
	return parts.join(" ");
}

/** When an answer that failed is tried again; empty when it is not. Another text every second: to be shown, not read out. @param now milliseconds since the epoch */
export function countdownWords({ margin }: InterfaceWords, { status, retryAt }: Consultation, now: number): string {
	if (status !== "waiting" || retryAt === null) return "";
	const left = Math.ceil((retryAt - now) / 1000);
	return left > 0 ? margin.retrying(left) : margin.retryingNow;
}
