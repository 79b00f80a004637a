import { Annotation, ChangeSet, Text, Transaction, type ChangeSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import diff from "fast-diff";
import type { TFile } from "../files";
import { debounce } from "../functions";
import { leastChange } from "./editor";

/** Says that a transaction brings what another pane or the disk already has. */
export const isMirrored = Annotation.define<boolean>();

/**
 * Changes as small as may be. Far-apart edits stay apart, so that what is between them keeps its marks and
 * selections.
 */
function changesBetween(before: string, after: string): ChangeSpec[] {
	const whole = leastChange(before, after);
	if (whole === null) return [];
	const removed = before.slice(whole.from, whole.to);
	if (removed.length * whole.insert.length > 4_000_000 || removed === "" || whole.insert === "") return [whole];
	const changes: ChangeSpec[] = [];
	let at = whole.from;
	for (const [kind, text] of diff(removed, whole.insert)) {
		if (kind === diff.INSERT) changes.push({ from: at, insert: text });
		else if (kind === diff.DELETE) changes.push({ from: at, to: at + text.length });
		if (kind !== diff.INSERT) at += text.length;
	}
	return changes;
}

/** Line ends as CodeMirror has them. */
function normal(text: string): string {
	return text.replace(/\r\n?/g, "\n");
}

/**
 * One note that is open, in one pane or in several. It knows what the disk holds and what was typed since, as a change
 * set, so that a change on disk is put under the unsaved words, as two writers' edits are merged; neither is lost.
 */
export class OpenNote {
	readonly views = new Set<EditorView>();
	/** Panes that show the note for reading: told when its text changed. */
	readonly readers = new Set<() => void>();
	/** Two seconds after the first unsaved keystroke, as Obsidian's `requestSave`. */
	readonly requestSave = debounce(() => void this.save(), 2000);
	private saved: Text;
	private unsaved: ChangeSet;
	/** The text on its way to the disk, and what was typed since it left. */
	private leaving: { readonly text: string; since: ChangeSet } | null = null;

	/** `inTurn` runs a task when nobody else reads or writes this file. */
	constructor(
		readonly file: TFile,
		data: string,
		private readonly inTurn: (task: (replace: (data: string) => Promise<boolean>) => Promise<void>) => Promise<void>,
	) {
		this.saved = Text.of(normal(data).split("\n"));
		this.unsaved = ChangeSet.empty(this.saved.length);
	}

	/** The note's text as the editors show it. */
	get text(): string {
		return this.unsaved.apply(this.saved).toString();
	}

	get isDirty(): boolean {
		return !this.unsaved.empty;
	}

	/** Takes a transaction of one pane over into the others, at once and as the same changes. */
	edited(transaction: Transaction, from: EditorView): void {
		if (transaction.annotation(isMirrored) === true) return;
		this.unsaved = this.unsaved.compose(transaction.changes);
		if (this.leaving !== null) this.leaving.since = this.leaving.since.compose(transaction.changes);
		const userEvent = transaction.annotation(Transaction.userEvent);
		for (const view of this.views) {
			if (view === from) continue;
			view.dispatch({
				changes: transaction.changes,
				annotations: isMirrored.of(true),
				filter: false,
				...(userEvent === undefined ? {} : { userEvent }),
			});
		}
		for (const reader of this.readers) reader();
		this.requestSave();
	}

	/** Writes what is unsaved, now. */
	async save(): Promise<void> {
		if (this.isDirty && !this.file.deleted) await this.inTurn((replace) => this.flush(replace));
	}

	/** As `save`, for who has the file's turn already. What others wrote meanwhile is put under it first. */
	async flush(replace: (data: string) => Promise<boolean>): Promise<void> {
		let isWritten = false;
		while (!isWritten && this.isDirty && !this.file.deleted) {
			const { text } = this;
			this.leaving = { text, since: ChangeSet.empty(this.unsaved.newLength) };
			try {
				isWritten = await replace(text);
			} finally {
				this.leaving = null;
			}
		}
	}

	/** The disk now holds `data`: what was just written from here, or somebody else's text. */
	changedOnDisk(data: string): void {
		const text = normal(data);
		const before = this.saved;
		this.saved = Text.of(text.split("\n"));
		if (this.leaving !== null && text === this.leaving.text) {
			this.unsaved = this.leaving.since;
		} else {
			const change = ChangeSet.of(changesBetween(before.toString(), text), before.length);
			const shown = change.map(this.unsaved);
			this.unsaved = this.unsaved.map(change, true);
			for (const view of this.views)
				if (!shown.empty)
					view.dispatch({ changes: shown, annotations: isMirrored.of(true), filter: false, userEvent: "set" });
		}
		for (const reader of this.readers) reader();
		if (this.isDirty) this.requestSave();
	}
}
