import { editorInfoField, type App, type Editor, type TFile } from "obsidian";
import { ViewPlugin, type EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";

/**
 * The editors that show whole notes, one per pane. Known by themselves through an extension, since Obsidian's public
 * API has no way from its `Editor` to CodeMirror's view.
 */
export class Views {
	private readonly open = new Set<EditorView>();

	constructor(private readonly app: App) {}

	/** Keeps the set up to date; part of the plugin's editor extension. */
	extension(): Extension {
		const { open } = this;
		return ViewPlugin.define((view) => {
			// A table cell is an editor of its own whose document is one cell: offsets in it mean nothing in the note.
			if (!inTable(view)) open.add(view);
			return { destroy: () => open.delete(view) };
		});
	}

	get all(): readonly EditorView[] {
		return [...this.open].filter((view) => view.dom.isConnected);
	}

	ofNote(path: string): readonly EditorView[] {
		return this.all.filter((view) => pathOf(view) === path);
	}

	/** The CodeMirror view behind one of Obsidian's editors; null when it is not one of ours. */
	ofEditor(editor: Editor): EditorView | null {
		return this.all.find((view) => view.state.field(editorInfoField, false)?.editor === editor) ?? null;
	}

	/** The editor the writer is in, or was in last while they are in a side view; null when there is none. */
	get active(): EditorView | null {
		const editor = this.app.workspace.activeEditor?.editor;
		return editor ? this.ofEditor(editor) : null;
	}

	/**
	 * The view to write a note's changes in: the active one before others. Obsidian carries the change to the other
	 * panes.
	 */
	toWrite(path: string): EditorView | null {
		const shown = this.ofNote(path);
		return shown.find((view) => view === this.active) ?? shown[0] ?? null;
	}
}

/** The note an editor shows, or null. */
export function noteOf(view: EditorView): TFile | null {
	return view.state.field(editorInfoField, false)?.file ?? null;
}

/** Path of the note an editor shows, or null. */
export function pathOf(view: EditorView): string | null {
	return noteOf(view)?.path ?? null;
}

function inTable(view: EditorView): boolean {
	return view.dom.parentElement?.closest(".cm-table-widget, .table-cell-wrapper, .table-editor") != null;
}
