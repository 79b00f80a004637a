import { isActive } from "../../core/consultation/answer";
import type { Consultation } from "../../core/consultation/consultation";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { ServerProgram } from "../../core/endpoint/endpoint";
import { failureWords, partReadWords } from "../../core/i18n/failure-words";

/**
 * What an answer tells beside its words, for a person to act on: why it failed or stopped, when it is tried again.
 * Empty when all is well.
 * @param now milliseconds since the epoch
 * @param program what runs the model
 */
export function statusWords(
	strings: InterfaceStrings,
	consultation: Consultation,
	now: number,
	program: ServerProgram = "other",
): string {
	const { margin } = strings;
	const { failure, status, retryAt, streamed, text, usage } = consultation;
	const parts: string[] = [];
	if (failure !== null) parts.push(failureWords(strings, failure, status === "partial"));
	if (status === "waiting" && retryAt !== null)
		parts.push(margin.retrying(Math.max(0, Math.ceil((retryAt - now) / 1000))));
	else if (failure?.retryAfter != null) parts.push(strings.again(failure.retryAfter));
	if (status === "cancelled")
		parts.push(!streamed ? margin.cancelledWhole : text === "" ? margin.cancelledEmpty : margin.cancelled);
	if (status === "interrupted") parts.push(margin.interrupted);
	if (status === "partial" && failure === null) parts.push(margin.truncated);
	if (!isActive(consultation)) parts.push(partReadWords(strings, usage, program));
	return parts.filter((part) => part !== "").join(" ");
}
