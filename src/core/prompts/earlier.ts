import type { ConsultationRecord } from "../record/model";
import type { FoundRecord } from "../record/parse";
import { normalInline } from "../record/quote";
import { excerpt } from "../text/text";
import { alike } from "../wording/unique-sentences";

/** Units of a passage that a record quotes beside the question. */
export const quotedLength = 160;

/**
 * What was asked about a passage before, what was said, and how the passage reads now: for a second pass that is asked
 * for later. Empty when there are no records. In the prompt's language, which is the language of the record's question.
 * @param records those about the passage, the latest last
 * @param present the passage as it stands
 */
export function earlierText(records: readonly FoundRecord[], present: string, words: EarlierWords): string {
	const last = records[records.length - 1];
	if (last === undefined) return "";
	const said = records.map(({ record }) => {
		const head = words.asked(record.date, record.modelName);
		const adoptions = record.adoptions.map(({ before, adopted, takenBack }) =>
			words[takenBack === null ? "adopted" : "takenBack"](before, adopted),
		);
		const kept = record.kept === null ? [] : [words.answered(record.kept.question, record.kept.answer)];
		return [head, ...adoptions, ...kept].join("\n");
	});
	return [...said, words[sinceThen(last.record, present)](present)].join("\n\n");
}

/** How the friend is told of what came before. */
export interface EarlierWords {
	readonly asked: (date: string, model: string) => string;
	readonly adopted: (before: string, after: string) => string;
	/** Adopted, and given up again since. */
	readonly takenBack: (before: string, after: string) => string;
	readonly answered: (question: string, answer: string) => string;
	/** The passage as it stands: changed since, not changed since, or nobody can tell. */
	readonly changed: (passage: string) => string;
	readonly unchanged: (passage: string) => string;
	readonly now: (passage: string) => string;
}

/** Whether a record is about a passage, told by the words it quotes: for records that stand elsewhere in the note. */
export function isAbout(record: ConsultationRecord, passage: string): boolean {
	return [
		...record.adoptions.flatMap(({ before, adopted }) => [before, adopted]),
		...(record.kept === null ? [] : [quotedIn(record.kept.question)]),
	].some((text) => alike(text, passage));
}

function sinceThen({ adoptions, kept }: ConsultationRecord, present: string): "changed" | "unchanged" | "now" {
	const stands = normalInline(excerpt(present, Infinity));
	if (kept === null) {
		const then = adoptions.map(({ before, adopted, takenBack }) =>
			normalInline(excerpt(takenBack === null ? adopted : before, Infinity)),
		);
		// Of a passage only the sentences that were reworded are known.
		return then.includes(stands) ? "unchanged" : then.every((text) => stands.includes(text)) ? "now" : "changed";
	}
	const quoted = normalInline(excerpt(present, quotedLength));
	const at = kept.question.lastIndexOf(quoted);
	const isQuoted =
		at > 0 && /[“«]\s*$/.test(kept.question.slice(0, at)) && /^\s*[”»]$/.test(kept.question.slice(at + quoted.length));
	// Of a long passage only the beginning is known.
	return !isQuoted ? "changed" : quoted === stands ? "unchanged" : "now";
}

/** The passage that a record quotes beside the question; the question itself where it quotes none. */
function quotedIn(question: string): string {
	return /[“«](.*)[”»]$/s.exec(question)?.[1] ?? question;
}
