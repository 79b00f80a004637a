import type { EditorView } from "@codemirror/view";
import type { Anchor } from "../../core/anchor";
import type { InterfaceWords } from "../../core/i18n/en";
import type { Passage } from "../../core/markdown/passage";
import type { ContextScope } from "../../core/prompts/objective";
import type { Range } from "../../core/text";

/** A passage of an open note, as something can be asked about it. */
export interface Subject {
	readonly view: EditorView;
	readonly path: string;
	readonly passage: Passage;
	/** The note's whole text. */
	readonly text: string;
	/** The passage's words: the selection when it is more than words of one sentence, else the sentence. */
	readonly quote: string;
	readonly anchor: Anchor;
	readonly language: string | null;
}

/** A question as it is put: about which words of which note, with how much of the note. */
export interface Question {
	readonly path: string;
	/** The note's whole text. */
	readonly text: string;
	/** Where the passage stands in it. */
	readonly passage: Range;
	/** The passage's words. */
	readonly quote: string;
	readonly context: ContextScope;
	/** The objective's prompt, filled, or the writer's own question. */
	readonly question: string;
	readonly language: string | null;
}

/** A subject with what is asked about it. */
export function questionOf({ path, text, passage, quote, language }: Subject, context: ContextScope, question: string): Question {
	return { path, text, passage: passage.sentence, quote, context, question, language };
}

/** A note's name, without folders and ending. */
export function titleOf(path: string): string {
	return path.replace(/^.*\//, "").replace(/\.md$/, "");
}

/** The English name of a language, as the friend is told it; null when unknown. */
export function languageName(words: InterfaceWords, code: string | null): string | null {
	return code === null ? null : words.languages[code] ?? null;
}
