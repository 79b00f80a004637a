import { history } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type * as obsidian from "obsidian";
import { Editor, leastChange } from "./editor/editor";
import { editorExtensions, livePreview, pastOfEditor, pluginExtensions } from "./editor/extensions";
import { callouts } from "./editor/callouts";
import { editorEditorField, editorInfoField } from "./editor/fields";
import { cellEditorIn, tables } from "./editor/tables";
import { isMirrored, type OpenNote } from "./editor/open-note";
import type { TFile } from "./files";
import type { WorkspaceLeaf } from "./leaf";
import { ReadingView } from "./reading-view";
import { Menu } from "./ui/menu";
import { FileView } from "./view";

/**
 * Obsidian's `MarkdownView`. It stays when another note is opened in its leaf; the editor's state does not. While the
 * note is read, the editor stays in the page, hidden: it does not follow the note, and what is written into it is lost.
 */
export class MarkdownView extends FileView {
	override icon = "file-text";
	readonly editor: Editor;
	hoverPopover: obsidian.HoverPopover | null = null;
	readonly previewMode: ReadingView;
	private mode: obsidian.MarkdownViewModeType = "source";
	private readonly sourceEl: HTMLElement;
	private note: OpenNote | null = null;
	private readonly cm: EditorView;
	private readonly inlineTitle: HTMLElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		const source = this.contentEl.createDiv({
			cls: "markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width",
		});
		this.sourceEl = source;
		this.previewMode = new ReadingView(this.app, this.contentEl, () => this.file);
		this.cm = new EditorView({ parent: source, state: EditorState.create() });
		this.editor = new Editor(this.cm, () => cellEditorIn(this.cm));
		this.inlineTitle = createDiv({ cls: "inline-title", attr: { tabindex: "-1" } });
		this.setText("");
		// The title scrolls with the text, as in Obsidian: both are in one sizer.
		const sizer = createDiv({ cls: "cm-sizer" });
		const container = createDiv({ cls: "cm-contentContainer" });
		this.cm.scrollDOM.insertBefore(sizer, this.cm.contentDOM);
		sizer.append(this.inlineTitle, container);
		container.append(this.cm.contentDOM);
		this.cm.scrollDOM.addEventListener("mousedown", (event) => {
			if (event.button !== 0 || (event.target !== this.cm.scrollDOM && event.target !== sizer)) return;
			event.preventDefault();
			const end =
				event.clientY > this.cm.contentDOM.getBoundingClientRect().bottom
					? this.cm.state.doc.length
					: this.cm.state.selection.main.head;
			this.cm.dispatch({ selection: { anchor: end } });
			this.cm.focus();
		});
		this.register(this.containerEl.onWindowMigrated((win) => this.cm.setRoot(win.document)));
		this.cm.contentDOM.addEventListener("contextmenu", (event) => this.contextMenu(event));
		this.cm.dom.addEventListener("focusin", () => this.app.workspace.setActiveLeaf(this.leaf, { focus: false }));
		this.addAction("ellipsis-vertical", "More options", (event) => {
			const menu = new Menu();
			this.onPaneMenu(menu, "more-options");
			if (this.file !== null) this.app.workspace.trigger("file-menu", menu, this.file, "more-options", this.leaf);
			menu.showAtMouseEvent(event);
		});
		this.applyMode();
	}

	getViewType(): string {
		return "markdown";
	}

	getMode(): obsidian.MarkdownViewModeType {
		return this.mode;
	}

	/** Turns to reading or to editing. */
	setMode(mode: obsidian.MarkdownViewModeType): void {
		if (mode === this.mode) return;
		this.mode = mode;
		const { note } = this;
		if (mode === "preview") {
			void note?.save();
			note?.views.delete(this.cm);
			note?.readers.add(this.read);
			this.read();
		} else {
			note?.readers.delete(this.read);
			const change = leastChange(this.cm.state.doc.toString(), note?.text ?? "");
			if (change !== null)
				this.cm.dispatch({ changes: change, annotations: isMirrored.of(true), filter: false, userEvent: "set" });
			note?.views.add(this.cm);
		}
		this.sourceEl.toggle(mode === "source");
		this.previewMode.containerEl.toggle(mode === "preview");
		if (mode === "source") this.cm.requestMeasure();
		this.app.workspace.layoutChanged();
	}

	private readonly read = (): void => {
		this.previewMode.set(this.note?.text ?? "", false);
	};

	getViewData(): string {
		return this.mode === "source" ? this.editor.getValue() : this.previewMode.get();
	}

	/** The text as it was when last loaded or shown; Obsidian's `TextFileView.data`. */
	get data(): string {
		return this.getViewData();
	}

	setViewData(data: string, clear: boolean): void {
		if (clear) this.setText(data);
		else this.editor.setValue(data);
	}

	clear(): void {
		this.setText("");
	}

	readonly requestSave = (): void => {
		this.note?.requestSave();
	};

	async save(): Promise<void> {
		await this.note?.save();
	}

	override canAcceptExtension(extension: string): boolean {
		return extension === "md";
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), mode: this.mode, source: this.app.vault.getConfig("livePreview") === false };
	}

	override async setState(state: unknown, result: obsidian.ViewStateResult): Promise<void> {
		await super.setState(state, result);
		const mode = (state as { mode?: unknown } | null)?.mode;
		if (mode === "source" || mode === "preview") this.setMode(mode);
	}

	override async onLoadFile(file: TFile): Promise<void> {
		const note = await this.app.workspace.openNotes.open(file);
		// Whatever is known of the note already: it is read anew.
		await this.app.vault.adapter.stat(file.path);
		await this.app.workspace.opening;
		if (this.file !== file) return;
		this.note = note;
		this.putText(note.text);
		if (this.mode === "source") note.views.add(this.cm);
		else {
			note.readers.add(this.read);
			this.read();
		}
		this.showTitle();
	}

	override async onUnloadFile(_file: TFile): Promise<void> {
		const { note } = this;
		this.note = null;
		if (note === null) return;
		note.views.delete(this.cm);
		note.readers.delete(this.read);
		await this.app.workspace.openNotes.close(note);
	}

	override async onRename(_file: TFile): Promise<void> {
		this.showTitle();
	}

	override async onClose(): Promise<void> {
		if (this.file !== null) await this.onUnloadFile(this.file);
		this.cm.destroy();
	}

	override getEphemeralState(): Record<string, unknown> {
		return {
			cursor: { from: this.editor.getCursor("anchor"), to: this.editor.getCursor("head") },
			scroll: this.cm.scrollDOM.scrollTop,
		};
	}

	override setEphemeralState(state: unknown): void {
		const { line, cursor, focus } = (state ?? {}) as {
			line?: number;
			cursor?: { from: obsidian.EditorPosition; to?: obsidian.EditorPosition };
			focus?: boolean;
		};
		if (this.mode === "preview") {
			if (line !== undefined) this.previewMode.applyScroll(line);
			return;
		}
		if (line !== undefined) this.editor.setCursor(line, 0);
		if (cursor !== undefined) this.editor.setSelection(cursor.from, cursor.to);
		if (line !== undefined || cursor !== undefined)
			this.editor.scrollIntoView({ from: this.editor.getCursor("from"), to: this.editor.getCursor("to") }, true);
		if (focus === true) this.editor.focus();
	}

	/** Puts the plugins' extensions, as they are now, into this editor. */
	updateOptions(): void {
		this.cm.dispatch({ effects: pluginExtensions.reconfigure(this.app.workspace.editorExtensions) });
	}

	/** Live preview or source mode, as the setting is now. */
	applyMode(): void {
		const isLivePreview = this.app.vault.getConfig("livePreview") !== false;
		this.contentEl.querySelector(".markdown-source-view")?.toggleClass("is-live-preview", isLivePreview);
		this.cm.dispatch({ effects: livePreview.reconfigure([callouts(isLivePreview), tables(isLivePreview)]) });
	}

	// As the app does: the editor stays, is another note's by name first, and has its text in one transaction then.
	private putText(text: string): void {
		this.cm.dispatch({ effects: pastOfEditor.reconfigure([]) });
		this.cm.dispatch({
			changes: { from: 0, to: this.cm.state.doc.length, insert: text },
			selection: { anchor: 0 },
			annotations: isMirrored.of(true),
			filter: false,
			userEvent: "set",
		});
		this.cm.dispatch({ effects: pastOfEditor.reconfigure(history()) });
		this.cm.scrollDOM.scrollTop = 0;
	}

	private setText(text: string): void {
		const isLivePreview = this.app.vault.getConfig("livePreview") !== false;
		this.cm.setState(
			EditorState.create({
				doc: text,
				extensions: [
					editorInfoField.init(() => this as unknown as obsidian.MarkdownFileInfo),
					editorEditorField.init(() => this.cm),
					editorExtensions(this.app.workspace.editorExtensions, isLivePreview),
					EditorView.updateListener.of((update) => {
						if (this.mode === "preview") return;
						for (const transaction of update.transactions)
							if (transaction.docChanged) this.note?.edited(transaction, this.cm);
						if (update.docChanged) this.app.workspace.trigger("editor-change", this.editor, this);
					}),
				],
			}),
		);
	}

	private showTitle(): void {
		const { file } = this;
		this.inlineTitle.setText(file?.basename ?? "");
		this.titleEl.empty();
		if (file === null) return;
		const folders = file.path.split("/").slice(0, -1);
		if (folders.length > 0)
			this.titleEl.createSpan({ cls: "view-header-breadcrumb", text: `${folders.join(" / ")} / ` });
		this.titleEl.createSpan({ cls: "view-header-name", text: file.basename });
	}

	private contextMenu(event: MouseEvent): void {
		event.preventDefault();
		// In a table's cell the menu is about what is selected there.
		const isInCell = cellEditorIn(this.cm)?.dom.contains(event.target as Node) === true;
		const at = isInCell ? null : this.cm.posAtCoords({ x: event.clientX, y: event.clientY });
		const isInSelection =
			at !== null && this.cm.state.selection.ranges.some((range) => at >= range.from && at <= range.to);
		if (at !== null && !isInSelection) this.cm.dispatch({ selection: { anchor: at } });
		this.app.workspace.setActiveLeaf(this.leaf, { focus: true });
		const menu = new Menu();
		const { editor } = this;
		for (const [title, icon, act] of [
			["Cut", "scissors", () => document.execCommand("cut")],
			["Copy", "copy", () => document.execCommand("copy")],
			[
				"Select all",
				"text-select",
				() => editor.setSelection({ line: 0, ch: 0 }, editor.offsetToPos(this.cm.state.doc.length)),
			],
		] as const)
			menu.addItem((item) =>
				item
					.setTitle(title)
					.setIcon(icon)
					.setSection("clipboard")
					.onClick(() => {
						editor.focus();
						act();
					}),
			);
		this.app.workspace.trigger("editor-menu", menu, editor, this);
		menu.showAtMouseEvent(event);
	}
}
