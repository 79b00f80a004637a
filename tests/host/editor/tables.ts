import { defaultKeymap, redo, undo } from "@codemirror/commands";
import { Annotation, EditorState, StateField, type Extension, type Range, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, WidgetType } from "@codemirror/view";
import { editorEditorField, editorInfoField, editorLivePreviewField } from "./fields";
import { renderInline } from "./rendered";

/** Says that a change comes from a cell's editor, or goes there. */
const ofCell = Annotation.define<boolean>();

interface Cell {
	readonly from: number;
	readonly source: string;
}

interface Table {
	readonly from: number;
	readonly to: number;
	readonly rows: readonly (readonly Cell[])[];
}

const divider = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The cells of a line: what stands between bars that no backslash and no link takes away. */
function cellsOf(line: { readonly from: number; readonly text: string }): Cell[] {
	const hidden = line.text.replace(/\\.|\[\[[^\]]*\]\]|`[^`]*`/g, (found) => "x".repeat(found.length));
	const edges = [-1, ...Array.from(hidden.matchAll(/\|/g), ({ index }) => index), line.text.length];
	const cells = edges.slice(1).map((to, n) => {
		const from = (edges[n] ?? 0) + 1;
		const part = line.text.slice(from, to);
		return { from: line.from + from + (part.length - part.trimStart().length), source: part.trim() };
	});
	if (cells[0]?.source === "") cells.shift();
	if (cells[cells.length - 1]?.source === "") cells.pop();
	return cells;
}

function findTables(doc: Text): Table[] {
	const tables: Table[] = [];
	let isInCode = false;
	for (let n = 1; n < doc.lines; n++) {
		const head = doc.line(n);
		if (/^ {0,3}(?:```|~~~)/.test(head.text)) isInCode = !isInCode;
		if (isInCode || !/^ {0,3}[^>\s]/.test(head.text) || !head.text.includes("|")) continue;
		const below = doc.line(n + 1).text;
		if (!below.includes("|") || !divider.test(below)) continue;
		let last = n + 1;
		while (last < doc.lines && doc.line(last + 1).text.includes("|")) last++;
		const lines = Array.from({ length: last - n + 1 }, (_, at) => doc.line(n + at)).filter((_, at) => at !== 1);
		tables.push({ from: head.from, to: doc.line(last).to, rows: lines.map(cellsOf) });
		n = last;
	}
	return tables;
}

/** What a cell's source is where it is edited, and back. */
const asShown = (source: string): string => source.replace(/<br ?\/?>/gi, "\n").replaceAll("\\|", "|");
const asSource = (shown: string): string => shown.replaceAll("\n", "<br>").replaceAll("|", "\\|").trim();

const editors = new WeakMap<HTMLElement, EditorView>();

class TableWidget extends WidgetType {
	constructor(private readonly table: Table) {
		super();
	}

	override eq(other: TableWidget): boolean {
		return JSON.stringify(this.sources) === JSON.stringify(other.sources);
	}

	get sources(): readonly (readonly string[])[] {
		return this.table.rows.map((cells) => cells.map(({ source }) => source));
	}

	toDOM(view: EditorView): HTMLElement {
		const widget = createDiv({
			cls: "cm-embed-block cm-table-widget markdown-rendered",
			attr: { contenteditable: false },
		});
		const table = widget.createDiv({ cls: "table-wrapper" }).createEl("table", { cls: "table-editor" });
		const [head = [], ...body] = this.sources;
		const addRow = (parent: HTMLElement, tag: "td" | "th", cells: readonly string[]): void => {
			const row = parent.createEl("tr");
			for (const source of cells) this.addCell(view, row.createEl(tag), source);
		};
		addRow(table.createEl("thead"), "th", head);
		const rest = table.createEl("tbody");
		for (const cells of body) addRow(rest, "td", cells);
		return widget;
	}

	/** The table stays while cells change: the app does not take away the editor that the writer is in. */
	override updateDOM(dom: HTMLElement): boolean {
		const rows = [...dom.querySelectorAll("tr")];
		const { sources } = this;
		if (rows.length !== sources.length || rows.some((row, n) => row.cells.length !== sources[n]?.length)) return false;
		for (const [n, row] of rows.entries())
			for (const [at, cell] of [...row.cells].entries()) showCell(cell, sources[n]?.[at] ?? "");
		return true;
	}

	override destroy(dom: HTMLElement): void {
		for (const cell of dom.querySelectorAll<HTMLElement>(".table-cell-wrapper")) leaveCell(cell);
	}

	override ignoreEvent(): boolean {
		return true;
	}

	private addCell(host: EditorView, cell: HTMLTableCellElement, source: string): void {
		cell.createDiv({ cls: "table-cell-wrapper" });
		cell.dataset["source"] = "";
		showCell(cell, source);
		cell.addEventListener("mousedown", (event) => {
			const editor = editors.get(wrapperOf(cell));
			if (event.button !== 0 || editor?.dom.contains(event.target as Node) === true) return;
			event.preventDefault();
			if (editor === undefined) enterCell(host, cell);
			else editor.focus();
		});
	}
}

function wrapperOf(cell: HTMLTableCellElement): HTMLElement {
	return cell.querySelector<HTMLElement>(".table-cell-wrapper")!;
}

function showCell(cell: HTMLTableCellElement, source: string): void {
	const wrapper = wrapperOf(cell);
	const editor = editors.get(wrapper);
	const before = cell.dataset["source"];
	cell.dataset["source"] = source;
	if (editor !== undefined) {
		const shown = editor.state.doc.toString();
		if (asSource(shown) !== source)
			editor.dispatch({
				changes: { from: 0, to: shown.length, insert: asShown(source) },
				annotations: ofCell.of(true),
			});
		return;
	}
	if (before === source) return;
	wrapper.empty();
	for (const [n, line] of asShown(source).split("\n").entries()) {
		if (n > 0) wrapper.createEl("br");
		renderInline(wrapper, line);
	}
}

function leaveCell(wrapper: HTMLElement): void {
	const editor = editors.get(wrapper);
	if (editor === undefined) return;
	editors.delete(wrapper);
	const cell = wrapper.parentElement as HTMLTableCellElement;
	editor.destroy();
	const source = cell.dataset["source"] ?? "";
	cell.dataset["source"] = "\0";
	showCell(cell, source);
}

/**
 * Puts an editor into a cell, as the app does: made on its own, under the name of the note's view, with the cell's
 * words as its whole text, and put into the table afterwards. It stays until the writer goes elsewhere in the note.
 */
export function enterCell(host: EditorView, cell: HTMLTableCellElement): void {
	for (const other of host.contentDOM.querySelectorAll<HTMLElement>(".table-cell-wrapper")) leaveCell(other);
	const { workspace } = host.state.field(editorInfoField).app as unknown as import("../app").App;
	const editor = new EditorView();
	editor.setState(
		EditorState.create({
			doc: asShown(cell.dataset["source"] ?? ""),
			extensions: [
				editorInfoField.init(() => host.state.field(editorInfoField)),
				editorEditorField.init(() => editor),
				editorLivePreviewField.init(() => true),
				EditorView.lineWrapping,
				workspace.editorExtensions,
				EditorView.updateListener.of(({ docChanged, transactions, state }) => {
					if (docChanged && !transactions.some((one) => one.annotation(ofCell) === true))
						writeBack(host, cell, state.doc.toString());
				}),
				keymap.of([
					{ key: "Mod-z", run: () => undo(host) },
					{ key: "Mod-Shift-z", run: () => redo(host) },
					...defaultKeymap,
				]),
			],
		}),
	);
	const wrapper = wrapperOf(cell);
	wrapper.empty();
	editors.set(wrapper, editor);
	wrapper.append(editor.dom);
	editor.focus();
}

/** The editor of the cell that is edited in a note; null when none is. */
export function cellEditorIn(host: EditorView): EditorView | null {
	for (const wrapper of host.contentDOM.querySelectorAll<HTMLElement>(".table-cell-wrapper")) {
		const editor = editors.get(wrapper);
		if (editor !== undefined) return editor;
	}
	return null;
}

function writeBack(host: EditorView, dom: HTMLTableCellElement, shown: string): void {
	const widget = dom.closest<HTMLElement>(".cm-table-widget");
	const at = widget === null ? null : host.posAtDOM(widget);
	const table = at === null ? undefined : host.state.field(tableField).tables.find((one) => one.from === at);
	const row = [...(widget?.querySelectorAll("tr") ?? [])].findIndex((one) => one === dom.parentElement);
	const cell = table?.rows[row]?.[dom.cellIndex];
	if (cell === undefined) throw new Error("The stand-in lost a cell of a table.");
	const insert = asSource(shown);
	dom.dataset["source"] = insert;
	host.dispatch({ changes: { from: cell.from, to: cell.from + cell.source.length, insert }, userEvent: "input" });
}

interface Shown {
	readonly tables: readonly Table[];
	readonly decorations: DecorationSet;
}

function show(tables: readonly Table[]): Shown {
	const ranges: Range<Decoration>[] = tables.map((table) =>
		Decoration.replace({ widget: new TableWidget(table), block: true }).range(table.from, table.to),
	);
	return { tables, decorations: Decoration.set(ranges) };
}

const tableField = StateField.define<Shown>({
	create: ({ doc }) => show(findTables(doc)),
	update(value, { docChanged, changes, startState, state }) {
		if (!docChanged) return value;
		const hasBar = (doc: Text, from: number, to: number): boolean =>
			doc.sliceString(doc.lineAt(from).from, doc.lineAt(to).to).includes("|");
		let matters = value.tables.length > 0;
		changes.iterChangedRanges((fromA, toA, fromB, toB) => {
			matters ||= hasBar(startState.doc, fromA, toA) || hasBar(state.doc, fromB, toB);
		});
		return matters ? show(findTables(state.doc)) : value;
	},
	provide: (field) => [
		EditorView.decorations.from(field, (value) => value.decorations),
		EditorView.atomicRanges.of((view) => view.state.field(field).decorations),
	],
});

// The writer goes elsewhere in the note: the cell is shown as it is then.
const elsewhere = EditorView.domEventHandlers({
	focusin({ target }, view) {
		if (target !== view.contentDOM) return;
		for (const wrapper of view.contentDOM.querySelectorAll<HTMLElement>(".table-cell-wrapper")) leaveCell(wrapper);
	},
});

/** Tables as tables, each cell of which is edited in an editor of its own; in source mode, nothing. */
export function tables(isLivePreview: boolean): Extension {
	return isLivePreview ? [tableField, elsewhere] : [];
}
