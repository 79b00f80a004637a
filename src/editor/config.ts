import { Facet, type EditorState } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";
import type { Range } from "../core/text/text";

/** What the editor's parts need from outside. One value, given when the extension is made. */
export interface EditorPort {
	/** Path of the note whose whole text an editor holds now, or null: nothing is followed or offered in any other. */
	readonly pathOf: (view: EditorView) => string | null;
	/** Whether something can be asked about what is selected in an editor: of a note, or of a table's cell in one. */
	readonly isOffered: (view: EditorView) => boolean;
	/** The sentence or sentences around a selection, or null where there is nothing to consult about. */
	readonly sentenceOf: (state: EditorState, from: number, to: number) => Range | null;
	/** Whether the chip is wanted. */
	readonly showsChip: () => boolean;
	/** Draws a lucide icon into an element. */
	readonly drawIcon: (element: HTMLElement, name: string) => void;
	/** The chip's accessible name. */
	readonly chipLabel: () => string;
	/** The chip was pressed. */
	readonly consult: (view: EditorView) => void;
	/** The icon beside a passage was pressed. @param id under which the passage is tracked */
	readonly showAnswer: (id: string) => void;
	/**
	 * Keeps the app's keys away while the writer is in a surface or a field of ours. Returns the way to let them through
	 * again.
	 */
	readonly holdKeys: () => () => void;
	/** Has the back key of a phone call back, where there is one, and do nothing else. Returns the way to give it up. */
	readonly takeBackKey: (pressed: () => void) => () => void;
	/** An editor shows another note, or a note for the first time. */
	readonly noteShown: (view: EditorView, path: string) => void;
	/** The note in an editor changed. Called within the update: nothing may be dispatched yet. */
	readonly noteEdited: (update: ViewUpdate, path: string) => void;
}

/** The port of the running plugin. Null in an editor the plugin does not reach. */
export const editorPort = Facet.define<EditorPort, EditorPort | null>({ combine: (ports) => ports[0] ?? null });
