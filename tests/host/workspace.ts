import type { Extension } from "@codemirror/state";
import type * as obsidian from "obsidian";
import type { App } from "./app";
import { Events } from "./events";
import { TFile } from "./files";
import { parseLinktext } from "./functions";
import type { WorkspaceLeaf } from "./leaf";
import { MarkdownView } from "./markdown-view";
import { OpenNoteRegistry } from "./open-notes";
import { Platform } from "./platform";
import { Split, type TabGroup } from "./tab-group";
import { FileView, type View } from "./view";
import { tellMigrated } from "./dom";
import { become } from "./window/frame";
import { Popout } from "./window/popout";

interface SideLeafOptions {
	readonly active?: boolean;
	readonly split?: boolean;
	readonly reveal?: boolean;
	readonly state?: Record<string, unknown>;
}

/** Obsidian's `Workspace`: a middle of one or two panes with tabs, and a dock on either side. */
export class Workspace extends Events {
	readonly containerEl: HTMLElement;
	readonly rootSplit: Split;
	readonly leftSplit: Split;
	readonly rightSplit: Split;
	readonly openNotes: OpenNoteRegistry;
	private readonly popouts: Popout[] = [];
	readonly viewCreators = new Map<string, (leaf: WorkspaceLeaf) => View>();
	/** What the plugins registered, arrays and all: they may change an array and call `updateOptions`. */
	readonly editorExtensions: Extension[] = [];
	/** The editor of a piece of a note while the writer is in it: it is no view of notes. */
	piece: MarkdownView | null = null;
	activeLeaf: WorkspaceLeaf | null = null;
	/** What a view waits for, beside the disk, between having a note's name and its text: a test may hold it. */
	opening: Promise<void> = Promise.resolve();
	layoutReady = false;
	private readonly readyCallbacks: (() => unknown)[] = [];
	private openFile: TFile | null = null;
	private clock = 0;
	private readonly recent: string[] = [];

	constructor(
		private readonly app: App,
		parent: HTMLElement,
	) {
		super();
		this.containerEl = parent;
		this.openNotes = new OpenNoteRegistry(app.vault);
		app.vault.openNotes = this.openNotes;
		this.leftSplit = new Split(app, parent, "left");
		this.rootSplit = new Split(app, parent, "root");
		this.rightSplit = new Split(app, parent, "right");
		for (const type of ["mousedown", "focusin"] as const)
			parent.addEventListener(type, (event) => this.leafTouched(event));
		app.vault.on("delete", (file: unknown) => this.fileGone(file));
		app.vault.on("rename", (file: unknown) => this.fileRenamed(file));
		app.vault.onConfigChange((key) => {
			if (key === "livePreview") for (const view of this.markdownViews()) view.applyMode();
		});
	}

	get activeEditor(): MarkdownView | null {
		if (this.piece !== null) return this.piece;
		const view = this.activeLeaf?.view;
		return view instanceof MarkdownView ? view : null;
	}

	onLayoutReady(callback: () => unknown): void {
		if (this.layoutReady) void callback();
		else this.readyCallbacks.push(callback);
	}

	/** Says that all is there; called once by the page. */
	becomeReady(): void {
		this.layoutReady = true;
		for (const callback of this.readyCallbacks.splice(0)) void callback();
		this.layoutChanged();
	}

	getLeaf(
		newLeaf: obsidian.PaneType | boolean = false,
		direction: obsidian.SplitDirection = "vertical",
	): WorkspaceLeaf {
		if (newLeaf === "window") return this.openPopoutLeaf();
		const recent = this.getMostRecentLeaf();
		if (newLeaf === "split") return this.createLeafBySplit(recent ?? this.firstGroup().add(), direction);
		if (newLeaf === false && recent !== null) return recent;
		return (recent?.parent ?? this.firstGroup()).add();
	}

	openPopoutLeaf(_data?: obsidian.WorkspaceWindowInitData): WorkspaceLeaf {
		return this.openPopout().split.addGroup().add();
	}

	moveLeafToPopout(leaf: WorkspaceLeaf, _data?: obsidian.WorkspaceWindowInitData): Popout {
		const popout = this.openPopout();
		popout.split.addGroup().take(leaf);
		tellMigrated();
		this.setActiveLeaf(leaf, { focus: true });
		this.layoutChanged();
		return popout;
	}

	/** The last tab of a pop-out was closed. */
	closePopout(split: Split): void {
		const at = this.popouts.findIndex((one) => one.split === split);
		const [popout] = at < 0 ? [] : this.popouts.splice(at, 1);
		if (popout === undefined) return;
		popout.close();
		this.trigger("window-close", popout, popout.win);
	}

	private openPopout(): Popout {
		const popout = new Popout(this.app);
		this.popouts.push(popout);
		this.trigger("window-open", popout, popout.win);
		return popout;
	}

	getUnpinnedLeaf(): WorkspaceLeaf {
		return this.getLeaf(false);
	}

	/** A second pane beside the first; there are never more than two here, and never one above the other. */
	createLeafBySplit(leaf: WorkspaceLeaf, _direction?: obsidian.SplitDirection): WorkspaceLeaf {
		const other = this.rootSplit.groups.find((group) => group !== leaf.parent);
		return (other ?? this.rootSplit.addGroup()).add();
	}

	splitActiveLeaf(direction?: obsidian.SplitDirection): WorkspaceLeaf {
		return this.getLeaf("split", direction);
	}

	async duplicateLeaf(leaf: WorkspaceLeaf, _direction?: obsidian.SplitDirection): Promise<WorkspaceLeaf> {
		const copy = this.createLeafBySplit(leaf);
		await copy.setViewState({ ...leaf.getViewState(), active: true }, leaf.getEphemeralState());
		return copy;
	}

	async openLinkText(
		linktext: string,
		sourcePath: string,
		newLeaf: obsidian.PaneType | boolean = false,
		openViewState: obsidian.OpenViewState = {},
	): Promise<void> {
		const { path, subpath } = parseLinktext(linktext);
		const known =
			path === ""
				? this.app.vault.getFileByPath(sourcePath)
				: this.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
		const file = known ?? (await this.app.vault.create(path.endsWith(".md") ? path : `${path}.md`, ""));
		const cache = this.app.metadataCache.getFileCache(file);
		const name = subpath.slice(1).toLowerCase();
		const target = subpath.startsWith("#^")
			? cache?.blocks?.[name.slice(1)]
			: cache?.headings?.find(({ heading }) => heading.toLowerCase() === name);
		const position = target?.position;
		const eState =
			position === undefined ? openViewState.eState : { ...openViewState.eState, line: position.start.line };
		await this.getLeaf(newLeaf).openFile(file, { ...openViewState, ...(eState === undefined ? {} : { eState }) });
	}

	setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focus?: boolean): void {
		const wantsFocus = typeof params === "object" ? params.focus === true : focus === true;
		const isNew = leaf !== this.activeLeaf;
		const before = this.activeLeaf;
		this.activeLeaf = leaf;
		leaf.activeTime = ++this.clock;
		become(leaf.view.containerEl.isConnected ? leaf.view.containerEl.win : window);
		if (leaf.parent.current !== leaf) leaf.parent.show(leaf);
		if (wantsFocus && leaf.view instanceof MarkdownView) leaf.view.editor.focus();
		if (isNew) {
			before?.view.containerEl.removeClass("mod-active");
			before?.parent.refresh();
			leaf.view.containerEl.addClass("mod-active");
			leaf.parent.refresh();
			this.trigger("active-leaf-change", leaf);
		}
		this.fileMayHaveChanged();
	}

	/** Tells once when the active leaf came to show another file. */
	fileMayHaveChanged(): void {
		const file = this.getActiveFile();
		if (file === this.openFile) return;
		this.openFile = file;
		if (file !== null)
			this.recent.unshift(...[file.path, ...this.recent.splice(0).filter((path) => path !== file.path)].slice(0, 10));
		document.title = file === null ? this.app.vault.getName() : `${file.basename} - ${this.app.vault.getName()}`;
		this.trigger("file-open", file);
	}

	layoutChanged(): void {
		if (this.layoutReady) this.trigger("layout-change");
	}

	/** A leaf was closed; another becomes active if it was. */
	left(leaf: WorkspaceLeaf, next: WorkspaceLeaf | null): void {
		if (this.activeLeaf !== leaf) return;
		this.activeLeaf = null;
		const other = next ?? this.getMostRecentLeaf();
		if (other !== null) this.setActiveLeaf(other, { focus: true });
	}

	/** In the middle and in pop-outs, unless a root is named. */
	getMostRecentLeaf(root?: Split | TabGroup): WorkspaceLeaf | null {
		const leaves = root === undefined ? this.openLeaves() : root.leaves;
		return [...leaves].sort((a, b) => b.activeTime - a.activeTime)[0] ?? null;
	}

	getLeafById(id: string): WorkspaceLeaf | null {
		return this.leaves().find((leaf) => leaf.id === id) ?? null;
	}

	getLeftLeaf(split: boolean): WorkspaceLeaf {
		return this.sideLeaf(this.leftSplit, split);
	}

	getRightLeaf(split: boolean): WorkspaceLeaf {
		return this.sideLeaf(this.rightSplit, split);
	}

	async ensureSideLeaf(type: string, side: obsidian.Side, options: SideLeafOptions = {}): Promise<WorkspaceLeaf> {
		const split = side === "left" ? this.leftSplit : this.rightSplit;
		const leaf =
			split.leaves.find((one) => one.view.getViewType() === type) ?? this.sideLeaf(split, options.split ?? false);
		const { state } = options;
		if (leaf.view.getViewType() !== type || state !== undefined)
			await leaf.setViewState({ type, ...(state === undefined ? {} : { state }) });
		if (options.reveal !== false) await this.revealLeaf(leaf);
		if (options.active !== false) this.setActiveLeaf(leaf, { focus: true });
		return leaf;
	}

	async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
		leaf.parent.root.expand();
		await leaf.loadIfDeferred();
		leaf.parent.show(leaf);
		this.layoutChanged();
	}

	getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
		const view = this.activeLeaf?.view;
		return view instanceof type ? view : null;
	}

	/** The active view's file, or that of the note last used when the active view has none. */
	getActiveFile(): TFile | null {
		const view = this.activeLeaf?.view;
		if (view instanceof FileView) return view.file;
		const recent = this.getMostRecentLeaf()?.view;
		return recent instanceof FileView ? recent.file : null;
	}

	getLastOpenFiles(): string[] {
		return this.recent.filter((path) => this.app.vault.getFileByPath(path) !== null);
	}

	iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		for (const leaf of this.openLeaves()) if (callback(leaf) === true) return;
	}

	iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		for (const leaf of this.leaves()) if (callback(leaf) === true) return;
	}

	getLeavesOfType(type: string): WorkspaceLeaf[] {
		return this.leaves().filter((leaf) => leaf.view.getViewType() === type);
	}

	detachLeavesOfType(type: string): void {
		for (const leaf of this.getLeavesOfType(type)) leaf.detach();
	}

	updateOptions(): void {
		for (const view of this.markdownViews()) view.updateOptions();
	}

	/** Writes every unsaved note now. */
	async saveAll(): Promise<void> {
		await Promise.all(this.openNotes.all.map((note) => note.save()));
	}

	private leaves(): WorkspaceLeaf[] {
		return [...this.openLeaves(), ...this.leftSplit.leaves, ...this.rightSplit.leaves];
	}

	private openLeaves(): WorkspaceLeaf[] {
		return [this.rootSplit, ...this.popouts.map(({ split }) => split)].flatMap(({ leaves }) => leaves);
	}

	private markdownViews(): MarkdownView[] {
		return this.leaves()
			.map((leaf) => leaf.view)
			.filter((view): view is MarkdownView => view instanceof MarkdownView);
	}

	private firstGroup(): TabGroup {
		return this.rootSplit.groups[0] ?? this.rootSplit.addGroup();
	}

	private sideLeaf(split: Split, inNewGroup: boolean): WorkspaceLeaf {
		const group = split.groups[0];
		return (group === undefined || (inNewGroup && split.groups.length < 2) ? split.addGroup() : group).add();
	}

	/** The writer pressed or came into a part of a window. */
	leafTouched(event: Event): void {
		const target = event.target as Node | null;
		if ((target as Element | null)?.closest(".markdown-embed-content") == null) this.piece = null;
		const leaf = this.leaves().find((one) => target !== null && one.view.containerEl.contains(target));
		if (leaf !== undefined && leaf !== this.activeLeaf) this.setActiveLeaf(leaf, { focus: false });
		if (!Platform.isMobile || leaf?.parent.root !== this.rootSplit) return;
		for (const split of [this.leftSplit, this.rightSplit]) if (!split.collapsed) split.collapse();
	}

	private fileGone(file: unknown): void {
		if (!(file instanceof TFile)) return;
		this.openNotes.forget(file);
		for (const view of this.markdownViews()) if (view.file === file) void view.leaf.setViewState({ type: "empty" });
	}

	private fileRenamed(file: unknown): void {
		for (const view of this.markdownViews()) {
			if (view.file === null || view.file !== file) continue;
			void view.onRename(view.file);
			view.leaf.parent.refresh();
		}
	}
}
