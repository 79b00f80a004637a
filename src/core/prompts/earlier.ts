import type { ConsultationRecord, KeptAnswer } from "../record/model";
import type { FoundRecord } from "../record/parse";
import { normalInline } from "../record/quote";
import { excerpt } from "../text/text";
import { alike } from "../wording/unique-sentences";
import { delimited } from "./delimited";

/** Units of a passage that a record quotes beside the question. */
export const quotedLength = 160;

/**
 * What was asked about a passage before and what was said, as data, with how it is to be weighed: for a second pass
 * that is asked for later. Names nobody, and holds the passage only as it stood when it was another. Empty when there
 * are no records. In the prompt's language, which is the language of the record's question.
 * @param records those about the passage, the latest last
 * @param present the passage as it stands
 */
export function earlierText(records: readonly FoundRecord[], present: string, words: EarlierWords): string {
	const last = records[records.length - 1];
	if (last === undefined) return "";
	const said = records.map(({ record }) => {
		const adoptions = record.adoptions.map(({ before, adopted, takenBack }) =>
			words[takenBack === null ? "adopted" : "takenBack"](before, adopted),
		);
		const kept =
			record.kept === null ? [] : [words.answered(questionOf(record.kept, record, present), record.kept.answer)];
		return [words.asked(record.date), ...adoptions, ...kept].join("\n");
	});
	const since = sinceThen(last.record, present);
	const told = [...said, ...(since === "unknown" ? [] : [words[since]])].join("\n\n");
	return `${words.weigh}\n\n${delimited("earlier", told)}`;
}

/** How the friend is told of what came before. */
export interface EarlierWords {
	/** How it is to be weighed: said outside of it, since what is told is data. */
	readonly weigh: string;
	readonly asked: (date: string) => string;
	readonly adopted: (before: string, after: string) => string;
	/** Adopted, and given up again since. */
	readonly takenBack: (before: string, after: string) => string;
	readonly answered: (question: string, answer: string) => string;
	/** Of the passage as it stands, which is sent beside this. */
	readonly changed: string;
	readonly unchanged: string;
}

// The passage as it was is worth telling only where it was another.
function questionOf({ question }: KeptAnswer, record: ConsultationRecord, present: string): string {
	const quoted = quotedIn(question);
	return quoted === question || sinceThen(record, present) === "changed"
		? question
		: question.slice(0, question.lastIndexOf(quoted)).replace(/\s*[“«]\s*$/, "");
}

/** Whether a record is about a passage, told by the words it quotes: for records that stand elsewhere in the note. */
export function isAbout(record: ConsultationRecord, passage: string): boolean {
	return [
		...record.adoptions.flatMap(({ before, adopted }) => [before, adopted]),
		...(record.kept === null ? [] : [quotedIn(record.kept.question)]),
	].some((text) => alike(text, passage));
}

function sinceThen({ adoptions, kept }: ConsultationRecord, present: string): "changed" | "unchanged" | "unknown" {
	const stands = normalInline(excerpt(present, Infinity));
	if (kept === null) {
		const then = adoptions.map(({ before, adopted, takenBack }) =>
			normalInline(excerpt(takenBack === null ? adopted : before, Infinity)),
		);
		// Of a passage only the sentences that were reworded are known.
		return then.includes(stands) ? "unchanged" : then.every((text) => stands.includes(text)) ? "unknown" : "changed";
	}
	const quoted = normalInline(excerpt(present, quotedLength));
	const at = kept.question.lastIndexOf(quoted);
	const isQuoted =
		at > 0 && /[“«]\s*$/.test(kept.question.slice(0, at)) && /^\s*[”»]$/.test(kept.question.slice(at + quoted.length));
	// Of a long passage only the beginning is known.
	return !isQuoted ? "changed" : quoted === stands ? "unchanged" : "unknown";
}

/** The passage that a record quotes beside the question; the question itself where it quotes none. */
function quotedIn(question: string): string {
	return /[“«](.*)[”»]$/s.exec(question)?.[1] ?? question;
}
