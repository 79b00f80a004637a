import type * as obsidian from "obsidian";
import type { App } from "./app";
import { Component } from "./component";
import { TFile } from "./files";
import { setIcon } from "./icons";
import type { WorkspaceLeaf } from "./leaf";
import type { Scope } from "./ui/keymap";

/** Obsidian's `View`. */
export abstract class View extends Component {
	app: App;
	icon = "file";
	navigation = false;
	scope: Scope | null = null;
	containerEl: HTMLElement;

	constructor(public leaf: WorkspaceLeaf) {
		super();
		this.app = leaf.app;
		this.containerEl = createDiv({ cls: "workspace-leaf-content" });
	}

	abstract getViewType(): string;
	abstract getDisplayText(): string;

	async onOpen(): Promise<void> {}

	async onClose(): Promise<void> {}

	getIcon(): string {
		return this.icon;
	}

	getState(): Record<string, unknown> {
		return {};
	}

	async setState(_state: unknown, _result: obsidian.ViewStateResult): Promise<void> {}

	getEphemeralState(): Record<string, unknown> {
		return {};
	}

	setEphemeralState(_state: unknown): void {}

	onResize(): void {}

	onPaneMenu(_menu: obsidian.Menu, _source: string): void {}
}

/** Obsidian's `ItemView`: a header with actions, and content. */
export abstract class ItemView extends View {
	contentEl: HTMLElement;
	protected readonly titleEl: HTMLElement;
	private readonly actionsEl: HTMLElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		const header = this.containerEl.createDiv({ cls: "view-header" });
		const nav = header.createDiv({ cls: "view-header-left" }).createDiv({ cls: "view-header-nav-buttons" });
		for (const [icon, label, step] of [
			["arrow-left", "Navigate back", -1],
			["arrow-right", "Navigate forward", 1],
		] as const) {
			const button = nav.createEl("button", {
				cls: "clickable-icon view-action",
				attr: { type: "button", "aria-label": label },
			});
			setIcon(button, icon);
			button.addEventListener("click", () => void this.leaf.travel(step));
		}
		this.titleEl = header
			.createDiv({ cls: "view-header-title-container mod-at-start" })
			.createDiv({ cls: "view-header-title" });
		this.actionsEl = header.createDiv({ cls: "view-actions" });
		this.contentEl = this.containerEl.createDiv({ cls: "view-content" });
	}

	addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const button = createEl("button", {
			cls: "clickable-icon view-action",
			attr: { type: "button", "aria-label": title },
		});
		setIcon(button, icon);
		button.addEventListener("click", (event) => void callback(event));
		this.actionsEl.prepend(button);
		return button;
	}
}

/** Obsidian's `FileView`. */
export abstract class FileView extends ItemView {
	allowNoFile = false;
	file: TFile | null = null;
	override navigation = true;

	getDisplayText(): string {
		return this.file?.basename ?? "";
	}

	override getState(): Record<string, unknown> {
		return { file: this.file?.path ?? null };
	}

	override async setState(state: unknown, _result: obsidian.ViewStateResult): Promise<void> {
		const path = (state as { file?: unknown } | null)?.file;
		const file = typeof path === "string" ? this.app.vault.getFileByPath(path) : null;
		if (file === this.file) return;
		if (this.file !== null) await this.onUnloadFile(this.file);
		this.file = file;
		if (file !== null) await this.onLoadFile(file);
	}

	async onLoadFile(_file: TFile): Promise<void> {}

	async onUnloadFile(_file: TFile): Promise<void> {}

	async onRename(_file: TFile): Promise<void> {}

	canAcceptExtension(_extension: string): boolean {
		return false;
	}
}

/** What stands for a view in a tab that was not looked at since the app began: it has the view's type, and no more. */
export class DeferredView extends View {
	constructor(
		leaf: WorkspaceLeaf,
		readonly deferred: obsidian.ViewState,
		private readonly title: string,
	) {
		super(leaf);
	}

	getViewType(): string {
		return this.deferred.type;
	}

	getDisplayText(): string {
		return this.title;
	}

	override getState(): Record<string, unknown> {
		return this.deferred.state ?? {};
	}
}

/** What a leaf shows before anything is opened in it. */
export class EmptyView extends ItemView {
	override icon = "file";

	getViewType(): string {
		return "empty";
	}

	getDisplayText(): string {
		return "New tab";
	}

	override async onOpen(): Promise<void> {
		this.titleEl.setText("New tab");
		const empty = this.contentEl.createDiv({ cls: "empty-state" });
		empty.createDiv({ cls: "empty-state-title", text: "No file is open" });
		for (const [text, command] of [
			["Create new note", "file-explorer:new-file"],
			["Open a note", "switcher:open"],
		] as const)
			empty
				.createEl("button", { text, attr: { type: "button" } })
				.addEventListener("click", () => this.app.commands.executeCommandById(command));
	}
}
