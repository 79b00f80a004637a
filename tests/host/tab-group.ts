import type { App } from "./app";
import { setIcon } from "./icons";
import { WorkspaceLeaf } from "./leaf";
import { Strict } from "./strict";
import { Menu } from "./ui/menu";

/** One side of the window: the middle with its panes, or a side dock that can be folded away. */
export class Split extends Strict {
	readonly containerEl: HTMLElement;
	readonly groups: TabGroup[] = [];
	collapsed = false;

	constructor(
		readonly app: App,
		parent: HTMLElement,
		readonly side: "root" | "left" | "right" | "popout",
	) {
		super();
		this.containerEl = parent.createDiv({
			cls: `workspace-split mod-horizontal ${this.isDock ? `mod-sidedock mod-${side}-split` : "mod-root"}`,
		});
		if (this.isDock) this.collapse();
	}

	get isDock(): boolean {
		return this.side === "left" || this.side === "right";
	}

	get leaves(): WorkspaceLeaf[] {
		return this.groups.flatMap((group) => group.leaves);
	}

	expand(): void {
		this.setCollapsed(false);
	}

	collapse(): void {
		this.setCollapsed(true);
	}

	toggle(): void {
		this.setCollapsed(!this.collapsed);
	}

	addGroup(): TabGroup {
		const group = new TabGroup(this.app, this);
		this.groups.push(group);
		return group;
	}

	private setCollapsed(collapsed: boolean): void {
		this.collapsed = collapsed;
		this.containerEl.toggle(!collapsed);
		this.containerEl.toggleClass("is-sidedock-collapsed", collapsed);
		if (this.app.workspace?.layoutReady) this.app.workspace.layoutChanged();
	}
}

/** Obsidian's `WorkspaceTabs`: a row of tabs, one of which is shown. */
export class TabGroup extends Strict {
	readonly leaves: WorkspaceLeaf[] = [];
	readonly containerEl: HTMLElement;
	private readonly headersEl: HTMLElement;
	private readonly contentEl: HTMLElement;
	private shown: WorkspaceLeaf | null = null;

	constructor(
		private readonly app: App,
		readonly root: Split,
	) {
		super();
		this.containerEl = root.containerEl.createDiv({ cls: "workspace-tabs mod-top" });
		const container = this.containerEl.createDiv({ cls: "workspace-tab-header-container" });
		this.headersEl = container.createDiv({ cls: "workspace-tab-header-container-inner", attr: { role: "tablist" } });
		this.contentEl = this.containerEl.createDiv({ cls: "workspace-tab-container" });
		if (root.isDock) return;
		const add = container.createEl("button", {
			cls: "clickable-icon workspace-tab-header-new-tab",
			attr: { type: "button", "aria-label": "New tab" },
		});
		setIcon(add, "plus");
		add.addEventListener("click", () => {
			this.app.workspace.setActiveLeaf(this.add(), { focus: false });
			this.app.commands.executeCommandById("switcher:open");
		});
	}

	get current(): WorkspaceLeaf | null {
		return this.shown;
	}

	add(): WorkspaceLeaf {
		const leaf = new WorkspaceLeaf(this.app, this);
		this.leaves.push(leaf);
		void leaf.view.load();
		void leaf.view.onOpen();
		this.show(leaf);
		return leaf;
	}

	/** Takes a tab over from another row, with what it shows. */
	take(leaf: WorkspaceLeaf): void {
		leaf.parent.remove(leaf);
		leaf.parent = this;
		this.leaves.push(leaf);
		this.show(leaf);
	}

	remove(leaf: WorkspaceLeaf): void {
		const at = this.leaves.indexOf(leaf);
		if (at < 0) return;
		this.leaves.splice(at, 1);
		const next = this.leaves[Math.min(at, this.leaves.length - 1)];
		if (next !== undefined) this.show(this.shown === leaf ? next : (this.shown ?? next));
		else if (this.root.isDock) {
			this.shown = null;
			this.contentEl.empty();
			this.root.collapse();
		} else if (this.root.groups.length > 1) {
			this.root.groups.remove(this);
			this.containerEl.remove();
		} else if (this.root.side === "popout") this.app.workspace.closePopout(this.root);
		else this.add();
		this.refresh();
		this.app.workspace.left(leaf, next ?? this.root.leaves[0] ?? null);
	}

	show(leaf: WorkspaceLeaf): void {
		this.shown = leaf;
		void leaf.loadIfDeferred();
		if (this.contentEl.firstElementChild !== leaf.view.containerEl) {
			this.contentEl.empty();
			this.contentEl.appendChild(leaf.view.containerEl);
		}
		this.refresh();
		leaf.onResize();
	}

	/** Draws the row of tabs anew. */
	refresh(): void {
		const isSide = this.root.isDock;
		const isActive = (leaf: WorkspaceLeaf) => leaf === this.shown;
		this.headersEl.empty();
		for (const leaf of this.leaves) {
			const tab = this.headersEl.createDiv({
				cls: `workspace-tab-header ${isSide ? "clickable-icon" : "tappable"}`,
				attr: {
					role: "tab",
					tabindex: "0",
					"aria-label": leaf.getDisplayText(),
					"aria-selected": isActive(leaf),
					"data-type": leaf.view.getViewType(),
				},
			});
			tab.toggleClass("is-active", isActive(leaf));
			tab.toggleClass("mod-active", leaf === this.app.workspace.activeLeaf);
			const icon = tab.createDiv({ cls: "workspace-tab-header-inner-icon" });
			if (isSide) setIcon(icon, leaf.getIcon());
			else this.title(tab, leaf);
			const choose = () => {
				this.show(leaf);
				this.app.workspace.setActiveLeaf(leaf, { focus: true });
			};
			tab.addEventListener("click", choose);
			tab.addEventListener("keydown", (event) => {
				if (event.key === "Enter" || event.key === " ") choose();
			});
			tab.addEventListener("contextmenu", (event) => this.menu(event, leaf));
		}
	}

	private title(tab: HTMLElement, leaf: WorkspaceLeaf): void {
		tab.createDiv({ cls: "workspace-tab-header-inner-title", text: leaf.getDisplayText() });
		const close = tab.createEl("button", {
			cls: "workspace-tab-header-inner-close-button",
			attr: { type: "button", "aria-label": "Close tab", tabindex: "-1" },
		});
		setIcon(close, "x");
		close.addEventListener("click", (event) => {
			event.stopPropagation();
			leaf.detach();
		});
	}

	private menu(event: MouseEvent, leaf: WorkspaceLeaf): void {
		event.preventDefault();
		const menu = new Menu();
		menu.addItem((item) =>
			item
				.setTitle("Close")
				.setIcon("x")
				.setSection("close")
				.onClick(() => leaf.detach()),
		);
		if (!this.root.isDock) {
			menu.addItem((item) =>
				item
					.setTitle("Move to new window")
					.setIcon("picture-in-picture-2")
					.setSection("open")
					.onClick(() => this.app.workspace.moveLeafToPopout(leaf)),
			);
			menu.addItem((item) =>
				item
					.setTitle("Split right")
					.setIcon("separator-vertical")
					.setSection("open")
					.onClick(() => void this.app.workspace.duplicateLeaf(leaf, "vertical")),
			);
		}
		leaf.view.onPaneMenu(menu, "tab-header");
		menu.showAtMouseEvent(event);
	}
}
