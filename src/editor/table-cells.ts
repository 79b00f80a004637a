import { EditorView, ViewPlugin, type Rect, type ViewUpdate } from "@codemirror/view";
import { CellPlaces, cellOf } from "../core/markdown/table-cell";
import type { Range } from "../core/text/text";
import { isElement } from "./elements";
import { Preview, previewField, setPreview } from "./preview";

// Live preview draws a table as one, in place of its source, and edits a cell in an editor of its own that stands in
// the table. Everything here finds a cell's place in the note by where it stands in the table.

/** A cell of a table that is drawn as one. */
interface DrawnCell {
	readonly dom: HTMLTableCellElement;
	/** Its words in the note. */
	readonly range: Range;
}

/** Whether an editor is that of a table's cell. */
export function isInCell({ dom }: EditorView): boolean {
	return dom.parentElement?.closest("td, th") != null;
}

/**
 * Where the selection in a cell's editor is in the note.
 * @param hosts editors of whole notes
 * @returns null when the cell stands in none of them, or says something else than the note by now
 */
export function cellIn(
	hosts: readonly EditorView[],
	cell: EditorView,
): { readonly host: EditorView; readonly selected: Range } | null {
	const dom = cell.dom.parentElement?.closest<HTMLTableCellElement>("td, th") ?? null;
	const host = dom === null ? undefined : hosts.find((one) => one !== cell && one.contentDOM.contains(dom));
	const range = dom === null || host === undefined ? null : rangeOf(host, dom);
	if (host === undefined || range === null) return null;
	const places = placesIn(host, range, cell);
	return places === null ? null : { host, selected: movedBy(places.inSource(cell.state.selection.main), range.from) };
}

/** The cell that is drawn for a position of the note; null where it is not in a table that is drawn. */
export function drawnCellAt(view: EditorView, pos: number): DrawnCell | null {
	if (!view.state.doc.lineAt(pos).text.includes("|")) return null;
	for (const dom of view.contentDOM.querySelectorAll<HTMLTableCellElement>("td, th")) {
		const range = rangeOf(view, dom);
		if (range !== null && range.from <= pos && pos <= range.to) return { dom, range };
	}
	return null;
}

/** As CodeMirror's `coordsAtPos`; in a table that is drawn as one, those in its cell. */
export function coordsIn(view: EditorView, pos: number, side: -1 | 1): Rect | null {
	const cell = drawnCellAt(view, pos);
	if (cell === null) return view.coordsAtPos(pos, side);
	const editor = EditorView.findFromDOM(cell.dom);
	const places = editor === null ? null : placesIn(view, cell.range, editor);
	const at = places?.inShown(movedBy({ from: pos, to: pos }, -cell.range.from)).from ?? null;
	const { top, bottom, left, right } = cell.dom.getBoundingClientRect();
	const edge = side < 0 ? right : left;
	return (at === null ? null : (editor?.coordsAtPos(at, side) ?? null)) ?? { top, bottom, left: edge, right: edge };
}

/** The editor of a cell within a note's that an element belongs to; null when it belongs to none. */
export function editorOfCell(view: EditorView, element: Element | null): EditorView | null {
	if (!isElement(element) || !view.contentDOM.contains(element)) return null;
	const cell = element.closest<HTMLElement>("td, th");
	return cell === null ? null : EditorView.findFromDOM(cell);
}

/** Shows a preview of words in a cell where the cell is edited: in place of the table the note shows none. */
export const cellPreviews = ViewPlugin.fromClass(
	class {
		update({ startState, state, view }: ViewUpdate): void {
			const preview = state.field(previewField, false) ?? null;
			// An update may not dispatch.
			if ((startState.field(previewField, false) ?? null) !== preview)
				void Promise.resolve().then(() => this.show(view));
		}

		private show(view: EditorView): void {
			for (const dom of view.contentDOM.querySelectorAll<HTMLTableCellElement>(
				"td:has(.cm-editor), th:has(.cm-editor)",
			)) {
				const cell = EditorView.findFromDOM(dom);
				const before = cell?.state.field(previewField, false);
				if (cell === null || before === undefined) continue;
				const preview = previewIn(view, dom, cell);
				if (preview !== null || before !== null) cell.dispatch({ effects: setPreview.of(preview) });
			}
		}
	},
);

/** What a note's preview shows of a cell, in the cell's own words; null where it shows nothing of it. */
function previewIn(view: EditorView, dom: HTMLTableCellElement, cell: EditorView): Preview | null {
	const preview = view.state.field(previewField, false) ?? null;
	const range = rangeOf(view, dom);
	const places = range === null ? null : placesIn(view, range, cell);
	if (preview === null || range === null || places === null) return null;
	const within = (one: Range): boolean => one.from >= range.from && one.to <= range.to;
	const here = (one: Range): Range => places.inShown(movedBy(one, -range.from));
	const { asked, changes } = preview;
	const shown = changes.filter(within).map((change) => ({ ...change, ...here(change) }));
	const words = asked !== null && within(asked) ? here(asked) : null;
	return shown.length > 0 || words !== null ? new Preview(words, shown) : null;
}

/** The words of a cell in the note, by the cell's row and column; null where no table of the note says so. */
function rangeOf(view: EditorView, dom: HTMLTableCellElement): Range | null {
	const table = dom.closest("table");
	if (table === null) return null;
	const { doc } = view.state;
	// What stands in place of source has its first position or its last.
	const line = doc.lineAt(view.posAtDOM(table)).number;
	const row = [...table.rows].findIndex((one) => one === dom.parentElement);
	for (const first of [line, line - table.rows.length]) {
		const range = first < 1 ? null : cellOf(doc, doc.line(first).from, row, dom.cellIndex);
		if (range !== null) return range;
	}
	return null;
}

function placesIn(view: EditorView, { from, to }: Range, cell: EditorView): CellPlaces | null {
	return CellPlaces.between(view.state.sliceDoc(from, to), cell.state.doc.toString());
}

function movedBy({ from, to }: Range, offset: number): Range {
	return { from: from + offset, to: to + offset };
}
