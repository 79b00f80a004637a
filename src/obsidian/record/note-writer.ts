import { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { App } from "obsidian";
import { changeOfRaw, withPlainBreaks } from "../../core/text/line-breaks";
import { applyChanges, type Change, type Range, type TextSource } from "../../core/text/text";
import { adoptionSpec, write } from "../../editor/adopt";
import type { Views } from "../consultations/views";

/**
 * Where in a note something is to be written, found in the note as it is at that moment; null when there is no such
 * place.
 */
export type FindChange = (doc: TextSource, view: EditorView | null) => Change | null;

/** What became of a piece of writing, and where it stands if the note is open. */
export type Written =
	| { readonly state: "written"; readonly at: { readonly view: EditorView; readonly range: Range } | null }
	/** `refused`: the editor is read-only, or another extension keeps the note as it is. */
	| { readonly state: "no-place" | "no-note" | "refused" };

/**
 * Writes into notes: through the editor when the note is open, as one undo step, and through the vault when it is not.
 * Never both, so that an open editor and the file on disk can't contradict each other.
 */
export class NoteWriter {
	constructor(
		private readonly app: App,
		private readonly views: Views,
	) {}

	/**
	 * Rejects when the vault can't write; the note then is as it was.
	 * @param isStep whether the writer can undo it, as a step by itself; else what they did before is undone around it
	 */
	async write(path: string, find: FindChange, announcement: string, isStep = true): Promise<Written> {
		const view = this.views.toWrite(path);
		if (view !== null) {
			const change = find(view.state.doc, view);
			if (change === null) return { state: "no-place" };
			const spec = adoptionSpec(view.state, { changes: [], record: change, cursorAfter: null, announcement, isStep });
			if (!write(view, spec)) return { state: "refused" };
			return { state: "written", at: { view, range: { from: change.from, to: change.from + change.insert.length } } };
		}
		const file = this.app.vault.getFileByPath(path);
		if (file === null) return { state: "no-note" };
		let result: Written = { state: "no-place" };
		await this.app.vault.process(file, (raw) => {
			const plain = withPlainBreaks(raw);
			const change = find(Text.of(plain.split("\n")), null);
			if (change === null) return raw;
			result = { state: "written", at: null };
			return applyChanges(raw, [changeOfRaw(raw, change)]);
		});
		return result;
	}
}
