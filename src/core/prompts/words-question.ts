import { delimited } from "./delimited";
import { occurrenceAttribute, type Selected } from "./selected";

/** What other words are asked for. All texts hold stand-ins for what must not change. */
export interface WordsQuestion {
	/**
	 * `words`: a part of one sentence is to be replaced; `passage`: sentences or paragraphs are to be reworded by small
	 * changes.
	 */
	readonly kind: "words" | "passage";
	readonly sentence: string;
	readonly selection: string;
	/** Which of the sentence's places with these words is meant, counted from 1, and how many there are. */
	readonly occurrence: Pick<Selected, "nth" | "of">;
	/** The objective's prompt, filled. */
	readonly objective: string;
	/** Name of the passage's language in English, null when it could not be told. */
	readonly language: string | null;
	/** Name of the interface's language in English: for the glosses. */
	readonly glossLanguage: string;
	readonly rows: number;
	/** Sentences already proposed: others are wanted. */
	readonly shown: readonly string[];
	/** The writer's own word: the sentence only has to agree with it. */
	readonly ownWord: string | null;
	/** Words adopted earlier in this sentence, which stay. */
	readonly kept: readonly string[];
	/** Whether the sentence may be recast. */
	readonly loosened: boolean;
}

/** The request for other words: complete adapted sentences, one JSON object a line. */
export function wordsQuestion(question: WordsQuestion): string {
	const { kind, rows, ownWord } = question;
	const parts = [
		kind === "passage" ? "<task>reword</task>" : "",
		delimited(kind === "passage" ? "passage" : "sentence", question.sentence),
		kind === "passage" ? "" : delimited("selection", question.selection, occurrenceAttribute(question.occurrence)),
		ownWord === null ? "" : delimited("own_word", ownWord),
		...question.kept.map((word) => delimited("keep", word)),
		...question.shown.map((sentence) => delimited("shown", sentence)),
		question.loosened ? "<loosen/>" : "",
		delimited("interface_language", question.glossLanguage),
		delimited("question", question.objective),
	];
	const orders =
		kind === "passage"
			? [
					"Answer the question by small changes to this passage: a word or a few words here and there, each of " +
						"which the writer may take or leave alone. Keep every sentence, their order, the layout and all that " +
						"need not change.",
					'Give one line: a JSON object {"text": the whole passage with your changes, "gloss": what they aim ' +
						"at, in three to six words}. Where nothing is better, give an empty array [].",
				]
			: ownWord !== null
				? [
						`The writer has chosen their own word, ${JSON.stringify(ownWord)}, in place of the selection. Give ` +
							"the whole sentence with exactly that word, changing elsewhere only what must agree with it.",
						'Give one line: a JSON object {"text": the whole sentence, "gloss": what had to agree, in three to ' +
							"six words}.",
					]
				: [
						`The writer looks for other words in place of the selection. Give ${rows} different proposals, ` +
							"each as the whole sentence.",
						question.loosened
							? "The sentence may be recast, as long as it says the same."
							: "Everything outside the selection stays as it is, letter for letter, except the words that must " +
								"agree with the new ones (articles, endings, elisions), before it and after it.",
						`Give one line a proposal: a JSON object {"text": the whole sentence, "gloss": its register or ` +
							"nuance beside the writer's word, in three to six words}. Fewer lines when fewer are good; an " +
							"empty array [] when nothing is better.",
					];
	return [
		...parts.filter((part) => part !== ""),
		...orders,
		question.shown.length > 0 ? "The sentences marked as shown were proposed already: give others." : "",
		question.kept.length > 0 ? "The words to keep were chosen by the writer earlier: they stay." : "",
		`Write the text in ${question.language ?? "the language of the passage"} and the gloss in ` +
			`${question.glossLanguage}. Marks such as ⟦1⟧ stand for things you do not see: carry each of them over, ` +
			"once, in the same order. ⍽ is a no-break space: keep each. Keep line breaks, emphasis marks and spaces as " +
			"they are. Nothing before or after the lines.",
	]
		.filter((part) => part !== "")
		.join("\n\n");
}
