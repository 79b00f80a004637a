import { isolateHistory } from "@codemirror/commands";
import { Transaction, type ChangeSpec, type EditorState, type TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Change } from "../core/text/text";
import { setPreview } from "./preview";

/** The user event of everything the plugin writes into an open note. */
export const consultEvent = "input.consult";

/** What goes into the note when words are adopted or an answer is kept. */
export interface AdoptionTransaction {
	/**
	 * Only the words that change, not the sentence, so that cursors, folds, marks and other panes stay as they are.
	 * None when an answer is kept: a preview then stays.
	 */
	readonly changes: readonly Change[];
	/** The record, placed in the document as it is before the changes; null when it goes elsewhere. */
	readonly record: Change | null;
	/**
	 * Where the cursor goes, as a position before the changes with the side of them it takes; null leaves the selection
	 * alone.
	 */
	readonly cursorAfter: number | null;
	/** Told to screen readers. */
	readonly announcement: string;
}

/** One transaction, and so one undo step by itself, for the words and their record together. */
export function adoptionSpec(state: EditorState, adoption: AdoptionTransaction): TransactionSpec {
	const spec = ({ from, to, insert }: Change): ChangeSpec => ({ from, to, insert: state.toText(insert) });
	const words = adoption.changes.map(spec);
	const record = adoption.record === null ? [] : [spec(adoption.record)];
	// The record stands after the passage: mapped through the words alone, the cursor does not jump over it when both
	// meet.
	const cursor = adoption.cursorAfter === null ? null : state.changes(words).mapPos(adoption.cursorAfter, 1);
	return {
		changes: [...words, ...record],
		...(cursor === null ? {} : { selection: { anchor: cursor } }),
		effects: [...(words.length > 0 ? [setPreview.of(null)] : []), EditorView.announce.of(adoption.announcement)],
		annotations: [Transaction.userEvent.of(consultEvent), isolateHistory.of("full")],
		scrollIntoView: false,
	};
}
