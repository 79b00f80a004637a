import { redo, undo } from "@codemirror/commands";
import { ChangeSet, EditorSelection, type ChangeSpec, type SelectionRange, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type * as obsidian from "obsidian";
import { Strict } from "../strict";

type EditorMembers = Omit<obsidian.Editor, "refresh" | "exec" | "getDoc">;

function offsetIn(doc: Text, position: obsidian.EditorPosition): number {
	if (position.line < 0) return 0;
	if (position.line >= doc.lines) return doc.length;
	const line = doc.line(position.line + 1);
	return Math.min(line.from + Math.max(0, position.ch), line.to);
}

function positionIn(doc: Text, offset: number): obsidian.EditorPosition {
	const line = doc.lineAt(Math.max(0, Math.min(offset, doc.length)));
	return { line: line.number - 1, ch: Math.min(offset, doc.length) - line.from };
}

/** The least change between two texts at one place: what lies between their common start and end. */
export function leastChange(before: string, after: string): { from: number; to: number; insert: string } | null {
	if (before === after) return null;
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	let end = 0;
	while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
		end++;
	// Never between the halves of a character.
	if (start > 0 && /[\uD800-\uDBFF]/.test(before.charAt(start - 1))) start--;
	if (end > 0 && /[\uDC00-\uDFFF]/.test(before.charAt(before.length - end))) end--;
	return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** Obsidian's `Editor` over CodeMirror 6. Lines and columns count from 0, in UTF-16 units. */
export class Editor extends Strict implements EditorMembers {
	/** @param cell the editor of the table's cell that is edited, as long as one is */
	constructor(
		private readonly view: EditorView,
		private readonly cell: () => EditorView | null = () => null,
	) {
		super();
	}

	/** Obsidian's undocumented way to the view, which its own documentation of extensions uses: a cell's at times. */
	get cm(): EditorView {
		return this.cell() ?? this.view;
	}

	private get doc(): Text {
		return this.cm.state.doc;
	}

	getValue(): string {
		return this.doc.toString();
	}

	setValue(content: string): void {
		const change = leastChange(this.getValue(), content);
		if (change !== null) this.cm.dispatch({ changes: change, userEvent: "set" });
	}

	getLine(line: number): string {
		return line < 0 || line >= this.doc.lines ? "" : this.doc.line(line + 1).text;
	}

	setLine(line: number, text: string): void {
		this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
	}

	lineCount(): number {
		return this.doc.lines;
	}

	lastLine(): number {
		return this.doc.lines - 1;
	}

	getSelection(): string {
		return this.cm.state.selection.ranges.map((range) => this.cm.state.sliceDoc(range.from, range.to)).join("\n");
	}

	somethingSelected(): boolean {
		return this.cm.state.selection.ranges.some((range) => !range.empty);
	}

	getRange(from: obsidian.EditorPosition, to: obsidian.EditorPosition): string {
		return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
	}

	replaceSelection(replacement: string, origin?: string): void {
		this.cm.dispatch({ ...this.cm.state.replaceSelection(replacement), ...userEvent(origin), scrollIntoView: true });
	}

	replaceRange(
		replacement: string,
		from: obsidian.EditorPosition,
		to: obsidian.EditorPosition = from,
		origin?: string,
	): void {
		this.cm.dispatch({
			changes: { from: this.posToOffset(from), to: this.posToOffset(to), insert: replacement },
			...userEvent(origin),
		});
	}

	getCursor(side: "from" | "to" | "head" | "anchor" = "head"): obsidian.EditorPosition {
		return this.offsetToPos(this.cm.state.selection.main[side]);
	}

	listSelections(): obsidian.EditorSelection[] {
		return this.cm.state.selection.ranges.map((range) => ({
			anchor: this.offsetToPos(range.anchor),
			head: this.offsetToPos(range.head),
		}));
	}

	setCursor(position: obsidian.EditorPosition | number, ch?: number): void {
		this.setSelection(typeof position === "number" ? { line: position, ch: ch ?? 0 } : position);
	}

	setSelection(anchor: obsidian.EditorPosition, head: obsidian.EditorPosition = anchor): void {
		this.cm.dispatch({
			selection: EditorSelection.single(this.posToOffset(anchor), this.posToOffset(head)),
			scrollIntoView: true,
		});
	}

	setSelections(ranges: obsidian.EditorSelectionOrCaret[], main?: number): void {
		const selected = ranges.map(({ anchor, head }) =>
			EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head ?? anchor)),
		);
		this.cm.dispatch({ selection: EditorSelection.create(selected, main), scrollIntoView: true });
	}

	focus(): void {
		this.cm.focus();
	}

	blur(): void {
		this.cm.contentDOM.blur();
	}

	hasFocus(): boolean {
		return this.cm.hasFocus;
	}

	getScrollInfo(): { top: number; left: number } {
		return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
	}

	scrollTo(x?: number | null, y?: number | null): void {
		if (x != null) this.cm.scrollDOM.scrollLeft = x;
		if (y != null) this.cm.scrollDOM.scrollTop = y;
	}

	scrollIntoView(range: obsidian.EditorRange, center = false): void {
		const target = EditorSelection.range(this.posToOffset(range.from), this.posToOffset(range.to));
		this.cm.dispatch({ effects: EditorView.scrollIntoView(target, center ? { y: "center" } : {}) });
	}

	undo(): void {
		undo(this.cm);
	}

	redo(): void {
		redo(this.cm);
	}

	/** All changes are of the text as it is before; the selection is of the text after. */
	transaction(tx: obsidian.EditorTransaction, origin?: string): void {
		const { state } = this.cm;
		const specs: ChangeSpec[] = (tx.changes ?? []).map((change) => ({
			from: this.posToOffset(change.from),
			to: this.posToOffset(change.to ?? change.from),
			insert: change.text,
		}));
		const { replaceSelection } = tx;
		if (replaceSelection !== undefined)
			specs.push(state.selection.ranges.map((range) => ({ from: range.from, to: range.to, insert: replaceSelection })));
		const changes = ChangeSet.of(specs, state.doc.length);
		const after = changes.apply(state.doc);
		const ranges: SelectionRange[] = (tx.selections ?? (tx.selection === undefined ? [] : [tx.selection])).map(
			({ from, to }) => EditorSelection.range(offsetIn(after, from), offsetIn(after, to ?? from)),
		);
		this.cm.dispatch({
			changes,
			...userEvent(origin),
			...(ranges.length > 0 ? { selection: EditorSelection.create(ranges) } : {}),
		});
	}

	wordAt(position: obsidian.EditorPosition): obsidian.EditorRange | null {
		const word = this.cm.state.wordAt(this.posToOffset(position));
		return word === null ? null : { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
	}

	posToOffset(position: obsidian.EditorPosition): number {
		return offsetIn(this.doc, position);
	}

	offsetToPos(offset: number): obsidian.EditorPosition {
		return positionIn(this.doc, offset);
	}

	processLines<T>(
		read: (line: number, text: string) => T | null,
		write: (line: number, text: string, value: T | null) => obsidian.EditorChange | void,
		ignoreEmpty = true,
	): void {
		const lines = Array.from({ length: this.lineCount() }, (_, line) => line).filter(
			(line) => !ignoreEmpty || this.getLine(line).trim() !== "",
		);
		const values = lines.map((line) => read(line, this.getLine(line)));
		const changes = lines.flatMap((line, n) => write(line, this.getLine(line), values[n] ?? null) ?? []);
		if (changes.length > 0) this.transaction({ changes });
	}
}

function userEvent(origin: string | undefined): { userEvent?: string } {
	return origin === undefined ? {} : { userEvent: origin };
}
