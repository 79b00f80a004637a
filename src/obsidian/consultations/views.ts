import { editorInfoField, MarkdownView, type App, type Editor, type TFile, type WorkspaceLeaf } from "obsidian";
import { ViewPlugin, type EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import type { Range } from "../../core/text/text";
import { cellIn, isInCell } from "../../editor/table-cells";
import { shownText } from "./shown-text";

/** A place in a note: the editor that holds the note, and what is selected there, as of when it is asked. */
export interface Place {
	readonly view: EditorView;
	readonly selected: () => Range;
}

/**
 * Why nothing can be asked in an editor: it holds a piece of a note (`fragment`), a table's cell whose words are not
 * those of the note, what is in no note, a note that is shown for reading, or one whose text is on its way.
 */
export type NoPlace = "fragment" | "cell" | "noteless" | "reading" | "opening";

/** The selection of an editor that holds a note. */
export function placeAt(view: EditorView): Place {
	return { view, selected: () => view.state.selection.main };
}

/**
 * The editors that hold whole notes. Known by themselves through an extension, since Obsidian's public API has no way
 * from its `Editor` to CodeMirror's view.
 */
export class Views {
	private readonly open = new Set<EditorView>();

	constructor(private readonly app: App) {}

	/** Keeps the set up to date; part of the plugin's editor extension. */
	extension(): Extension {
		const { open } = this;
		return [
			shownText,
			ViewPlugin.define((view) => {
				open.add(view);
				return { destroy: () => open.delete(view) };
			}),
		];
	}

	/** Whether an editor holds one is asked each time: it may be put into a table, or show another note, later. */
	get all(): readonly EditorView[] {
		return [...this.open].filter((view) => view.dom.isConnected && noteOf(view) !== null);
	}

	ofNote(path: string): readonly EditorView[] {
		return this.all.filter((view) => pathOf(view) === path);
	}

	/** The CodeMirror view behind one of Obsidian's editors; null when it is not one of ours. */
	ofEditor(editor: Editor): EditorView | null {
		return this.all.find((view) => view.state.field(editorInfoField, false)?.editor === editor) ?? null;
	}

	/**
	 * Where in a note the writer is in one of Obsidian's editors; else why nothing can be asked there. While a cell of a
	 * table is edited, the app's editor is that of the note, and the cursor is in the cell.
	 */
	placeOf(editor: Editor): Place | NoPlace {
		const host = this.ofEditor(editor);
		const cells = [...this.open].filter((view) => view.dom.isConnected && isInCell(view));
		const here = host === null ? cells : cells.filter((view) => host.contentDOM.contains(view.dom));
		const cell = here.find((view) => view.hasFocus) ?? (host === null || host.hasFocus ? undefined : here[0]);
		if (cell !== undefined) return this.placeIn(cell) ?? "cell";
		return host === null ? this.whyNot(editor) : placeAt(host);
	}

	/** Why one of Obsidian's editors holds no note. */
	whyNot(editor: Editor): NoPlace {
		const shown = [...this.open].find((view) => view.state.field(editorInfoField, false)?.editor === editor);
		if (shown === undefined || !shown.dom.isConnected) return "fragment";
		const owner = shown.state.field(editorInfoField);
		if (owner.file?.extension !== "md") return "noteless";
		if (owner instanceof MarkdownView && owner.getMode() !== "source") return "reading";
		return namedNoteOf(shown) === null ? "fragment" : "opening";
	}

	/** Where in a note an editor's selection is: the editor's own note, or the one whose table it is a cell of. */
	placeIn(view: EditorView): Place | null {
		if (noteOf(view) !== null) return placeAt(view);
		const cell = cellIn(this.all, view);
		if (cell === null) return null;
		const { host, selected } = cell;
		let last = selected;
		return { view: host, selected: () => (last = cellIn([host], view)?.selected ?? last) };
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

/**
 * The tab that shows a note, the one last used before others; null when there is none. A tab that was not looked at
 * since the app began knows its note, and has no view of it yet.
 */
export function leafOf({ workspace }: App, path: string): WorkspaceLeaf | null {
	const showing = workspace.getLeavesOfType("markdown").filter((leaf) => leaf.getViewState().state?.["file"] === path);
	const recent = workspace.getMostRecentLeaf();
	return showing.find((leaf) => leaf === recent) ?? showing[0] ?? null;
}

/**
 * The note whose whole text an editor holds now; null for any other. The editor of a table cell, an embed of a part,
 * the pane of footnotes, a preview and a card of a canvas are under the name of a note too, and hold a piece of it: a
 * place in them means nothing in the note. While a note is read, its editor need not be what is in the file, and one
 * that is just being opened holds the text of the note before.
 */
export function noteOf(view: EditorView): TFile | null {
	const file = namedNoteOf(view);
	return file !== null && view.plugin(shownText)?.isOf(file) === false ? null : file;
}

/** As `noteOf`, and the note that is just being opened too: for what is shown beside an editor and asks of no text. */
export function namedNoteOf(view: EditorView): TFile | null {
	const owner = view.state.field(editorInfoField, false);
	if (!(owner instanceof MarkdownView) || owner.getMode() !== "source") return null;
	const { file } = owner;
	if (file === null || file.extension !== "md" || holdsPart(owner) || isNested(view)) return null;
	return file;
}

/** Path of the note whose whole text an editor holds, or null. */
export function pathOf(view: EditorView): string | null {
	return noteOf(view)?.path ?? null;
}

// Obsidian's views of a heading or a block say which; its types don't.
function holdsPart(owner: object): boolean {
	return "subpath" in owner && typeof owner.subpath === "string" && owner.subpath !== "";
}

/** Whether an editor stands within another one's text, or in a table. */
function isNested({ dom }: EditorView): boolean {
	return dom.parentElement?.closest(".cm-editor, .table-cell-wrapper, .cm-table-widget, .table-editor") != null;
}
