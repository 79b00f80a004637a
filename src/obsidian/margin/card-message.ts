import { isActive } from "../../core/consultation/answer";
import type { Consultation } from "../../core/consultation/consultation";
import type { ServerProgram } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { statusWords } from "./status-words";

/**
 * What a card says beside its answer: where its passage went, why it failed, when again. Empty when there is nothing
 * to say.
 * @param around whether the vault still has its note, and what runs the model
 * @param now milliseconds since the epoch
 */
export function messageOf(
	strings: InterfaceStrings,
	consultation: Consultation,
	{ hasNote, program }: { readonly hasNote: boolean; readonly program: ServerProgram },
	now: number,
): string {
	const { margin } = strings;
	const place = !hasNote ? margin.noteGone : consultation.lost ? margin.lost : "";
	return [place, statusWords(strings, consultation, now, program)].filter((part) => part !== "").join(" ");
}

/** What a screen reader is told when a consultation begins or comes to its end; the card says it to the eye. */
export function toldOf(strings: InterfaceStrings, consultation: Consultation): string {
	const { asked, modelName, status } = consultation;
	const what =
		status === "running"
			? strings.margin.wasAsked(modelName)
			: status === "done"
				? strings.margin.hasAnswered(modelName)
				: statusWords(strings, { ...consultation, retryAt: null }, 0);
	return `${asked} ${what}`.trim();
}

/** What happened to a consultation since it was looked at last that a screen reader is told of. */
export function isNew(before: Consultation | null, now: Consultation): boolean {
	return before === null
		? isActive(now)
		: before.status !== now.status && !(before.status === "waiting" && now.status === "running");
}
