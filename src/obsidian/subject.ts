import type { EditorView } from "@codemirror/view";
import type { Anchor } from "../core/anchor";
import type { InterfaceWords } from "../core/i18n/en";
import type { Passage } from "../core/markdown/passage";

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

/** A note's name, without folders and ending. */
export function titleOf(path: string): string {
	return path.replace(/^.*\//, "").replace(/\.md$/, "");
}

/** The English name of a language, as the friend is told it; null when unknown. */
export function languageName(words: InterfaceWords, code: string | null): string | null {
	return code === null ? null : words.languages[code] ?? null;
}
