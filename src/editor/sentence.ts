import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import type { Range } from "../core/text/text";
import { passages } from "./passages";
import { Preview, previews, setPreview } from "./preview";

export interface SentenceOptions {
	readonly text: string;
	/** What is selected at first. */
	readonly selection: Range;
	/** The editor's accessible name. */
	readonly label: string;
	/** Called after every change with the text as it is then. */
	readonly changed: (text: string) => void;
}

// As the note's own text looks; an editor outside a note has none of Obsidian's styles.
const look = EditorView.theme({
	"&.cm-focused": { outline: "none" },
	".cm-scroller": {
		padding: "0",
		fontFamily: "var(--font-text)",
		fontSize: "var(--font-text-size)",
		lineHeight: "var(--line-height-normal)",
	},
	".cm-content": { padding: "2px 0 6px", caretColor: "var(--text-normal)" },
	"&.cm-focused .cm-content": { boxShadow: "0 1px 0 var(--background-modifier-border-focus)" },
	".cm-line": { padding: "0" },
});

/**
 * An editor for a sentence that stands in no note, in which other words work as they do in notes. The selection shows
 * while the focus is elsewhere, since a button acts on it.
 */
export function sentenceEditor(parent: HTMLElement, { text, selection, label, changed }: SentenceOptions): EditorView {
	const view = new EditorView({
		parent,
		state: EditorState.create({
			doc: text,
			selection: { anchor: selection.from, head: selection.to },
			extensions: [
				EditorView.lineWrapping,
				look,
				history(),
				keymap.of([...defaultKeymap, ...historyKeymap]),
				passages(),
				previews(),
				EditorState.transactionExtender.of((transaction) =>
					transaction.selection === undefined ? null : { effects: setPreview.of(asked(transaction.newSelection.main)) },
				),
				EditorView.contentAttributes.of({ "aria-label": label }),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) changed(update.state.doc.toString());
				}),
			],
		}),
	});
	view.dispatch({ effects: setPreview.of(asked(selection)) });
	return view;
}

function asked({ from, to }: Range): Preview {
	return new Preview({ from, to }, []);
}
