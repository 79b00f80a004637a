import { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { App } from "obsidian";
import { changeOfRaw, withPlainBreaks } from "../../core/line-breaks";
import { applyChanges, type Change, type TextSource } from "../../core/text";
import { adoptionSpec } from "../../editor/adopt";
import type { Views } from "../consultations/views";

/** Where in a note something is to be written, found in the note as it is at that moment; null when there is no such place. */
export type FindChange = (doc: TextSource, view: EditorView | null) => Change | null;

/** What became of a piece of writing. */
export type Written = "written" | "no-place" | "no-note";

/**
 * Writes into notes: through the editor when the note is open, as one undo step, and through the vault when it is not.
 * Never both, so that an open editor and the file on disk can't contradict each other.
 */
export class NoteWriter {
	constructor(private readonly app: App, private readonly views: Views) {}

	async write(path: string, find: FindChange, announcement: string): Promise<Written> {
		const view = this.views.toWrite(path);
		if (view !== null) {
			const change = find(view.state.doc, view);
			if (change === null) return "no-place";
			view.dispatch(adoptionSpec(view.state, { changes: [], record: change, cursorAfter: null, announcement }));
			return "written";
		}
		const file = this.app.vault.getFileByPath(path);
		if (file === null) return "no-note";
		let result: Written = "no-place";
		await this.app.vault.process(file, (raw) => {
			const plain = withPlainBreaks(raw);
			const change = find(Text.of(plain.split("\n")), null);
			if (change === null) return raw;
			result = "written";
			return applyChanges(raw, [changeOfRaw(raw, change)]);
		});
		return result;
	}
}
