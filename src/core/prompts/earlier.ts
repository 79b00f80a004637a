import type { FoundRecord } from "../record/parse";

/**
 * What was asked about a passage before, what was said, and how the passage reads now: for a second pass that is asked for
 * later. Empty when there are no records. In the prompt's language, which is the language of the record's question.
 * @param records those that follow the passage
 * @param present the passage as it stands
 */
export function earlierText(records: readonly FoundRecord[], present: string, words: EarlierWords): string {
	if (records.length === 0) return "";
	const said = records.map(({ record }) => {
		const head = words.asked(record.date, record.modelName);
		const adoptions = record.adoptions.map(({ before, adopted }) => words.adopted(before, adopted));
		const kept = record.kept === null ? [] : [words.answered(record.kept.question, record.kept.answer)];
		return [head, ...adoptions, ...kept].join("\n");
	});
	return [...said, words.now(present)].join("\n\n");
}

/** How the friend is told of what came before. */
export interface EarlierWords {
	readonly asked: (date: string, model: string) => string;
	readonly adopted: (before: string, after: string) => string;
	readonly answered: (question: string, answer: string) => string;
	readonly now: (passage: string) => string;
}
