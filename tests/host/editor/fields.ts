import { StateField } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type * as obsidian from "obsidian";

// The three fields by which an extension learns where it runs. Each editor's state is made with `init`.

/** Obsidian's `editorInfoField`: the view the editor is in, with its file. */
export const editorInfoField = StateField.define<obsidian.MarkdownFileInfo>({
	create: () => {
		throw new Error("This editor was not made by the stand-in.");
	},
	update: (value) => value,
});

/** Obsidian's `editorEditorField`: the CodeMirror view. */
export const editorEditorField = StateField.define<EditorView>({
	create: () => {
		throw new Error("This editor was not made by the stand-in.");
	},
	update: (value) => value,
});

/** Obsidian's `editorLivePreviewField`: live preview (true) or source mode. */
export const editorLivePreviewField = StateField.define<boolean>({ create: () => true, update: (value) => value });
