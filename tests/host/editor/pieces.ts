import { EditorState, StateEffect } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";
import type * as obsidian from "obsidian";
import type { App } from "../app";
import type { TFile } from "../files";
import type { WorkspaceLeaf } from "../leaf";
import { MarkdownView } from "../markdown-view";
import { Strict } from "../strict";
import { ItemView } from "../view";
import { openWindow } from "../window/frame";
import { Editor } from "./editor";
import { editorExtensions } from "./extensions";
import { editorEditorField, editorInfoField, editorLivePreviewField } from "./fields";

/**
 * Where the app edits a piece of a note: an embed of a heading, the pane of footnotes, a preview of a page; or words
 * that are in no note: a card of a canvas, which is a frame.
 */
export type PieceKind = "embed" | "footnotes" | "preview" | "canvas";

/** Whose an editor of a piece is: a file and a part of it, or neither. It is no view of notes. */
class PieceInfo extends Strict {
	readonly hoverPopover = null;
	editor: Editor | null = null;

	constructor(
		readonly app: App,
		readonly file: TFile | null,
		readonly subpath: string,
	) {
		super();
	}

	getMode(): "source" {
		return "source";
	}
}

/** A pane of something that is no note. */
class PieceView extends ItemView {
	constructor(
		leaf: WorkspaceLeaf,
		private readonly type: string,
		private readonly name: string,
	) {
		super(leaf);
		this.containerEl.dataset["type"] = type;
		this.titleEl.setText(name);
	}

	getViewType(): string {
		return this.type;
	}

	getDisplayText(): string {
		return this.name;
	}
}

class EmbedWidget extends WidgetType {
	constructor(private readonly dom: HTMLElement) {
		super();
	}

	toDOM(): HTMLElement {
		return this.dom;
	}

	override ignoreEvent(): boolean {
		return true;
	}
}

/** The element that an editor of a piece of the note at hand stands in, drawn as far as a picture needs it. */
async function placeOf(app: App, kind: PieceKind, note: MarkdownView): Promise<HTMLElement> {
	const { workspace } = app;
	switch (kind) {
		case "embed": {
			const dom = createDiv({ cls: "internal-embed markdown-embed inline-embed", attr: { contenteditable: false } });
			const widget = Decoration.widget({ widget: new EmbedWidget(dom), block: true, side: 1 });
			const { cm } = note.editor as unknown as { cm: EditorView };
			const drawn = EditorView.decorations.of(Decoration.set(widget.range(cm.state.doc.line(1).to)));
			cm.dispatch({ effects: StateEffect.appendConfig.of(drawn) });
			return dom.createDiv({ cls: "markdown-embed-content" });
		}
		case "preview":
			return document.body
				.createDiv({ cls: "popover hover-popover" })
				.createDiv({ cls: "markdown-embed" })
				.createDiv({ cls: "markdown-embed-content" });
		case "footnotes": {
			const leaf = workspace.getRightLeaf(false);
			await leaf.replace(new PieceView(leaf, "footnotes", "Footnotes"));
			workspace.rightSplit.expand();
			return (leaf.view as ItemView).contentEl.createDiv({ cls: "markdown-embed-content" });
		}
		case "canvas": {
			const leaf = workspace.getLeaf("tab");
			await leaf.replace(new PieceView(leaf, "canvas", "Canvas"));
			workspace.setActiveLeaf(leaf, { focus: false });
			const node = (leaf.view as ItemView).contentEl.createDiv({ cls: "canvas-node" });
			const { doc, win } = openWindow("Card", node);
			app.hearIn(win);
			return doc.body.createDiv({ cls: "markdown-embed-content" });
		}
	}
}

/** Opens an editor of a piece under the name of the note at hand, as the app does, with all of its text selected. */
export async function openPiece(app: App, kind: PieceKind, text: string): Promise<void> {
	const { workspace } = app;
	const note = workspace.getMostRecentLeaf()?.view;
	if (!(note instanceof MarkdownView)) throw new Error("No note is open.");
	const parent = await placeOf(app, kind, note);
	const info = new PieceInfo(app, kind === "canvas" ? null : note.file, kind === "canvas" ? "" : "#A heading");
	const view = new EditorView({ parent, root: parent.ownerDocument });
	view.setState(
		EditorState.create({
			doc: text,
			selection: { anchor: 0, head: text.length },
			extensions: [
				editorInfoField.init(() => info as unknown as obsidian.MarkdownFileInfo),
				editorEditorField.init(() => view),
				editorLivePreviewField.init(() => true),
				editorExtensions(workspace.editorExtensions, true),
			],
		}),
	);
	info.editor = new Editor(view);
	view.dom.addEventListener("focusin", () => (workspace.piece = info as unknown as MarkdownView));
	view.focus();
}
