import { isolateHistory } from "@codemirror/commands";
import {
	Transaction,
	type ChangeSet,
	type ChangeSpec,
	type EditorState,
	type Text,
	type TransactionSpec,
} from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Change } from "../core/text/text";
import { editorPort } from "./config";
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
	/** Whether it is an undo step; default true. */
	readonly isStep?: boolean;
}

/** One transaction, and so one undo step by itself unless it is to be none, for the words and their record together. */
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
		annotations: [
			Transaction.userEvent.of(consultEvent),
			adoption.isStep === false ? Transaction.addToHistory.of(false) : isolateHistory.of("full"),
		],
		scrollIntoView: false,
	};
}

/** An editor, as far as it is written into. */
export interface WritableEditor {
	readonly state: EditorState;
	dispatch(transaction: Transaction): void;
}

/**
 * Writes into an editor: all that was meant, or nothing. Other extensions may filter what is written, and may add what
 * they keep elsewhere in the note.
 * @param spec its changes at their places in the document as it is
 * @returns false when the editor holds no whole note (any more: the note may be shown for reading by now), when it is
 * read-only, or when some of the changes would not stand in the document: nothing was written then
 */
export function write(view: WritableEditor, spec: TransactionSpec): boolean {
	const { state } = view;
	if (view instanceof EditorView && state.facet(editorPort)?.pathOf(view) === null) return false;
	if (state.readOnly || !state.facet(EditorView.editable)) return false;
	const meant = state.changes(spec.changes);
	const transaction = filtered(state, spec);
	if (transaction === null || !stands(meant, transaction.changes, transaction.newDoc)) return false;
	view.dispatch(transaction);
	// Whoever looks at what is dispatched may drop it as well.
	return view.state.doc.eq(transaction.newDoc);
}

/** What the filters of an editor make of a transaction; null when one of them fails. */
function filtered(state: EditorState, spec: TransactionSpec): Transaction | null {
	try {
		return state.update(spec);
	} catch {
		return null;
	}
}

/** Whether all that was to be inserted stands in the document in place of what was to go, and nothing beside it. */
function stands(meant: ChangeSet, made: ChangeSet, doc: Text): boolean {
	let isWhole = true;
	meant.iterChanges((from, to, _fromB, _toB, inserted) => {
		isWhole &&= doc.slice(made.mapPos(from, -1), made.mapPos(to, 1)).eq(inserted);
	});
	return isWhole;
}
