import type { App } from "../app";
import { TFile, TFolder } from "../files";
import { setIcon } from "../icons";
import { Keymap } from "../ui/keymap";
import { Menu } from "../ui/menu";
import type { WorkspaceLeaf } from "../leaf";
import { View } from "../view";

/** The files of the vault, in the left dock. */
export class FileExplorerView extends View {
	override icon = "folder-closed";
	private readonly closed = new Set<string>();
	private readonly listEl: HTMLElement;
	private isBehind = false;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.containerEl.createDiv({ cls: "nav-header", text: this.app.vault.getName() });
		this.listEl = this.containerEl.createDiv({
			cls: "nav-files-container",
			attr: { role: "tree", "aria-label": "Files" },
		});
	}

	getViewType(): string {
		return "file-explorer";
	}

	getDisplayText(): string {
		return "Files";
	}

	override onload(): void {
		for (const name of ["create", "delete", "rename"]) this.registerEvent(this.app.vault.on(name, () => this.follow()));
		this.registerEvent(this.app.workspace.on("file-open", () => this.draw()));
		this.draw();
	}

	/** Draws once for all that is told in one go: each file of the vault, where it is large. */
	private follow(): void {
		if (this.isBehind) return;
		this.isBehind = true;
		queueMicrotask(() => {
			this.isBehind = false;
			this.draw();
		});
	}

	private draw(): void {
		const { scrollTop } = this.listEl;
		this.listEl.empty();
		this.folder(this.app.vault.getRoot(), this.listEl, 0);
		this.listEl.scrollTop = scrollTop;
	}

	private folder(folder: TFolder, parent: HTMLElement, depth: number): void {
		const sorted = [...folder.children].sort(
			(a, b) => Number(b instanceof TFolder) - Number(a instanceof TFolder) || a.name.localeCompare(b.name),
		);
		for (const child of sorted) {
			if (child instanceof TFolder) {
				const isClosed = this.closed.has(child.path);
				const row = this.row(parent, child.name, depth, "nav-folder-title");
				row.setAttribute("aria-expanded", String(!isClosed));
				const indicator = row.createSpan({
					cls: "nav-folder-collapse-indicator",
					attr: { "aria-hidden": true },
					prepend: true,
				});
				setIcon(indicator, isClosed ? "chevron-right" : "chevron-down");
				this.press(row, () => {
					if (isClosed) this.closed.delete(child.path);
					else this.closed.add(child.path);
					this.draw();
				});
				if (!isClosed) this.folder(child, parent, depth + 1);
			} else if (child instanceof TFile && child.extension === "md") this.file(child, parent, depth);
		}
	}

	private file(file: TFile, parent: HTMLElement, depth: number): void {
		const row = this.row(parent, file.basename, depth, "nav-file-title");
		row.setAttribute("data-path", file.path);
		row.toggleClass("is-active", this.app.workspace.getActiveFile() === file);
		this.press(
			row,
			(event) => void this.app.workspace.getLeaf(Keymap.isModEvent(event) === false ? false : "split").openFile(file),
		);
		row.addEventListener("contextmenu", (event) => {
			event.preventDefault();
			const menu = new Menu();
			menu.addItem((item) =>
				item
					.setTitle("Open in the second pane")
					.setIcon("separator-vertical")
					.setSection("open")
					.onClick(() => void this.app.workspace.getLeaf("split").openFile(file)),
			);
			menu.addItem((item) =>
				item
					.setTitle("Delete")
					.setIcon("trash-2")
					.setSection("danger")
					.setWarning(true)
					.onClick(() => void this.app.fileManager.trashFile(file)),
			);
			this.app.workspace.trigger("file-menu", menu, file, "file-explorer-context-menu", this.leaf);
			menu.showAtMouseEvent(event);
		});
	}

	private row(parent: HTMLElement, text: string, depth: number, name: string): HTMLElement {
		const row = parent.createDiv({
			cls: `tree-item-self is-clickable ${name}`,
			attr: { role: "treeitem", tabindex: "0", "aria-level": depth + 1 },
		});
		row.style.paddingInlineStart = `${(name === "nav-file-title" ? 24 : 8) + depth * 16}px`;
		row.createSpan({ cls: "tree-item-inner", text });
		return row;
	}

	private press(row: HTMLElement, act: (event: MouseEvent | KeyboardEvent) => void): void {
		row.addEventListener("click", act);
		row.addEventListener("keydown", (event) => {
			if (event.key === "Enter") act(event);
		});
	}
}

/** Registers the explorer and puts it into the left dock. */
export async function addExplorer(app: App): Promise<void> {
	app.workspace.viewCreators.set("file-explorer", (leaf) => new FileExplorerView(leaf));
	await app.workspace.getLeftLeaf(false).setViewState({ type: "file-explorer" });
}
