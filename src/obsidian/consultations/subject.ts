import type { EditorView } from "@codemirror/view";
import type { Anchor } from "../../core/consultation/anchor";
import type { NoteRef } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Passage } from "../../core/markdown/passage";
import type { ThinkingWish } from "../../core/endpoint/thinking";
import type { ContextScope } from "../../core/prompts/objective";
import type { EarlierRemark } from "../../core/prompts/remarks-question";
import type { Selected } from "../../core/prompts/selected";
import type { Range } from "../../core/text/text";
import type { Place } from "./views";

/** A passage of an open note, as something can be asked about it. */
export interface Subject {
	readonly view: EditorView;
	/** Where it was asked from, for coming back. */
	readonly place: Place;
	readonly note: NoteRef;
	readonly passage: Passage;
	/** The note's whole text. */
	readonly text: string;
	/** The passage's words: the selection when it is more than words of one sentence, else the sentence. */
	readonly quote: string;
	/** The words of the quote that were selected; null when all of it was. */
	readonly selected: Selected | null;
	readonly anchor: Anchor;
	readonly language: string | null;
}

/** What a request is about, and how much of the note goes along. */
export interface About {
	readonly note: NoteRef;
	/** The note's whole text. */
	readonly text: string;
	/** Where the passage stands in it. */
	readonly passage: Range;
	readonly context: ContextScope;
	/** Whether the friend should think before the answer; null to leave it to the endpoint. */
	readonly thinks: ThinkingWish | null;
	/** Path of the note that the question was made from; absent where the writer typed it. */
	readonly prompt?: string;
}

/** A question as it is put: about which words of which note, with how much of the note. */
export interface Question extends About {
	/** The passage's words. */
	readonly quote: string;
	readonly selected: Selected | null;
	/** The objective's prompt, filled, or the writer's own question. */
	readonly question: string;
	/** Open remarks of an earlier reading, where the whole note is read; null where a passage is asked about. */
	readonly earlier: readonly EarlierRemark[] | null;
}

/** A subject with what is asked about it. */
export function questionOf(
	{ note, text, passage, quote, selected }: Subject,
	{ context, thinks, prompt }: Pick<About, "context" | "thinks" | "prompt">,
	question: string,
): Question {
	const about = { note, text, passage: passage.sentence, context, thinks, ...(prompt === undefined ? {} : { prompt }) };
	return { ...about, quote, selected, question, earlier: null };
}

/** A note's name, without folders and ending. */
export function titleOf(path: string): string {
	return path.replace(/^.*\//, "").replace(/\.md$/, "");
}

/** A note's path after it, or a folder that holds it, was renamed; as it was where another was. */
export function renamedPath(path: string, before: string, after: string): string {
	return path === before || path.startsWith(`${before}/`) ? after + path.slice(before.length) : path;
}

/** The English name of a language, as the friend is told it; null when unknown. */
export function languageName(strings: InterfaceStrings, code: string | null): string | null {
	return code === null ? null : (strings.languages[code] ?? null);
}
