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
	/** Words already proposed in place of the selection: others are wanted. */
	readonly shown: readonly string[];
	/** The writer's own word: the sentence only has to agree with it. */
	readonly ownWord: string | null;
	/** Words adopted earlier in this sentence, which stay. */
	readonly kept: readonly string[];
	/** Whether the sentence may be recast. */
	readonly loosened: boolean;
}

/**
 * The request for other words: complete adapted sentences, one JSON object a line. Says nothing of what is not there.
 */
export function wordsQuestion(question: WordsQuestion): string {
	const { kind, ownWord, shown, kept } = question;
	const isPassage = kind === "passage";
	return [
		delimited(isPassage ? "passage" : "sentence", question.sentence),
		isPassage ? "" : delimited("selection", question.selection, occurrenceAttribute(question.occurrence)),
		ownWord === null ? "" : delimited("own_word", ownWord),
		kept.length === 0 ? "" : delimited("keep", kept.join("\n")),
		shown.length === 0 ? "" : delimited("shown", shown.join("\n")),
		question.objective === "" ? "" : delimited("question", question.objective),
		...(isPassage ? passageOrders : ownWord !== null ? ownWordOrders : wordsOrders(question)),
		shown.length === 0 ? "" : "The words in <shown> were proposed already: give others.",
		kept.length === 0 ? "" : "The writer chose the words in <keep>: they stay.",
		languageOrder(question),
		signsOrder(question.sentence),
	]
		.filter((part) => part !== "")
		.join("\n\n");
}

const passageOrders: readonly string[] = [
	"Answer the question by small changes to the passage, a word or a few at a time: the writer takes or leaves " +
		"each by itself. All else stays: sentences, their order, layout, marks.",
	'Give one JSON object: {"text": the whole passage with your changes, "why": {"changed words": reason in two ' +
		"to six words}}, a reason for each change. An empty array [] for no change. Nothing before or after.",
];

const ownWordOrders: readonly string[] = [
	"The writer puts <own_word> in place of the selection. Give the whole sentence with exactly that word; change " +
		"elsewhere only what must agree with it.",
	'Give one JSON object: {"text": the sentence, "gloss": what had to agree, in three to six words}. Nothing ' +
		"before or after.",
];

function wordsOrders({ rows, loosened }: WordsQuestion): readonly string[] {
	return [
		`Give up to ${rows} other wordings of the selection, each as the whole sentence, one JSON object a line: ` +
			`{"text": the sentence, "gloss": how the new words differ from the writer's, in three to six words}. An ` +
			"empty array [] if none would serve. Nothing before or after.",
		loosened
			? "The sentence may be recast, as long as it says the same."
			: "Outside the selection nothing changes, not even a mistake, except words that must agree with the " +
				"new ones (articles, endings, elisions), before or after. No marks to show changes.",
	];
}

function languageOrder({ kind, language, glossLanguage }: WordsQuestion): string {
	const isPassage = kind === "passage";
	const text = language ?? `the language of the ${isPassage ? "passage" : "sentence"}`;
	return `Text in ${text}, ${isPassage ? "reasons" : "gloss"} in ${glossLanguage}.`;
}

/** What is said of signs in a sentence, each only where there is one. */
function signsOrder(sentence: string): string {
	return [
		sentence.includes("⟦") ? "⟦1⟧ and the like stand for links, code and so on: copy each once, in order." : "",
		sentence.includes("⍽") ? "Copy each ⍽, a no-break space." : "",
		/\n|[*_~=]/.test(sentence) ? "Line breaks and marks such as ** stay." : "",
	]
		.filter((part) => part !== "")
		.join(" ");
}
