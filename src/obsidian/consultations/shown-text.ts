import { editorInfoField, type TFile } from "obsidian";
import type { Text, Transaction } from "@codemirror/state";
import { ViewPlugin, type EditorView, type ViewUpdate } from "@codemirror/view";

/**
 * Whose text stands in an editor. The app gives a view another note's name first and puts the note's text in later, in
 * one transaction, as long as it takes to read it: until then the editor holds the text of the note before.
 */
class ShownText {
	private of: TFile | null;
	/** The note that an editor's text was compared with. */
	private compared: TFile | null = null;

	constructor(private readonly view: EditorView) {
		this.of = fileOf(view);
	}

	update({ startState, transactions }: ViewUpdate): void {
		const file = fileOf(this.view);
		if (file === this.of) return;
		// By hand the writer changes the text that is still there.
		const isPut = transactions.some((one) => one.isUserEvent("set") || (one.docChanged && !isByHand(one)));
		if (isPut) this.of = file;
		else this.compare(file, startState.doc);
	}

	/** Whether the editor holds the text of a note that it has the name of. */
	isOf(file: TFile): boolean {
		if (file === this.of) return true;
		this.compare(file, this.view.state.doc);
		return false;
	}

	// Of notes with the same text, as two new ones are, nothing may tell when the other was put in.
	private compare(file: TFile | null, doc: Text): void {
		const app = this.view.state.field(editorInfoField, false)?.app;
		if (file === null || app === undefined || file === this.compared || !app.workspace.layoutReady) return;
		this.compared = file;
		const found = (text: string): void => {
			const isSame = text.replace(/\r\n?/g, "\n") === doc.toString();
			if (!isSame || fileOf(this.view) !== file || this.of === file || !this.view.dom.isConnected) return;
			this.of = file;
			this.view.dispatch({});
		};
		void app.vault.cachedRead(file).then(found, () => undefined);
	}
}

function fileOf(view: EditorView): TFile | null {
	return view.state.field(editorInfoField, false)?.file ?? null;
}

function isByHand(one: Transaction): boolean {
	return ["input", "delete", "move", "undo", "redo"].some((event) => one.isUserEvent(event));
}

/** Follows whose text stands in an editor; part of the plugin's editor extension. */
export const shownText = ViewPlugin.fromClass(ShownText);
