import { delimited } from "./delimited";

/** Remarks of one reading that are shown. */
export const maxRemarks = 10;

/** A remark as the friend made it: what it quotes of the note, and what it says of it. */
export interface Remark {
	readonly quotation: string;
	readonly text: string;
}

/** A remark of an earlier reading, by the number that the writer sees. */
export interface EarlierRemark extends Remark {
	readonly number: number;
}

/** What a reading of the whole note is asked. */
export interface RemarksAsk {
	/** The objective's prompt, filled. */
	readonly question: string;
	/** Name of the question's language in English, null when it could not be told. */
	readonly language: string | null;
	/** Remarks of an earlier reading that are still open. */
	readonly earlier: readonly EarlierRemark[];
}

/** The request for remarks on a whole note: one JSON object a line, each tied to words of the note. */
export function remarksQuestion({ question, language, earlier }: RemarksAsk): string {
	const before = earlier.map(({ number, quotation, text }) => `${number}. “${quotation}”: ${text}`).join("\n");
	return [
		delimited("question", question),
		`Answer with at most ${maxRemarks} remarks on the note, in the order of the note, one JSON object a ` +
			'line: {"quote": four to fifteen words of the note, copied letter for letter, "remark": one to three ' +
			`sentences in ${language ?? "the question's language"}}. What the words do to a reader, never other ` +
			"words for them. Fewer are better than weak ones; an empty array [] for none. Nothing before or after.",
		before === "" ? "" : delimited("earlier", before),
		before === ""
			? ""
			: "Read the note afresh first. Then, for each remark in <earlier> that no longer holds, add a line " +
				'{"settled": its number, "why": what the note says now, in one short sentence}. Do not make the ' +
				"others again.",
	]
		.filter((part) => part !== "")
		.join("\n\n");
}
