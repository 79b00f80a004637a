import type * as obsidian from "obsidian";
import type { App } from "./app";
import { Events } from "./events";
import type { TFile } from "./files";
import { MarkdownView } from "./markdown-view";
import { DeferredView, EmptyView, FileView, type View } from "./view";
import type { TabGroup } from "./tab-group";

/** Obsidian's `WorkspaceLeaf`: one tab, with the view it shows and the notes it showed. */
export class WorkspaceLeaf extends Events {
	readonly id = crypto.randomUUID();
	view: View;
	hoverPopover: obsidian.HoverPopover | null = null;
	/** Tells leaves apart by use: the last one used is the highest. */
	activeTime = 0;
	private readonly visited: string[] = [];
	private at = -1;
	private turn: Promise<void> = Promise.resolve();

	constructor(
		readonly app: App,
		public parent: TabGroup,
	) {
		super();
		this.view = new EmptyView(this);
	}

	/** Whether the tab was not looked at since the app began: what it shows is known, and there is no view of it yet. */
	get isDeferred(): boolean {
		return this.view instanceof DeferredView;
	}

	async loadIfDeferred(): Promise<void> {
		if (this.view instanceof DeferredView) await this.setViewState(this.view.deferred);
	}

	/** Makes the tab as it is when the app begins and another one is in front of it. */
	async defer(): Promise<void> {
		await this.replace(new DeferredView(this, this.getViewState(), this.getDisplayText()));
	}

	getRoot(): TabGroup["root"] {
		return this.parent.root;
	}

	async openFile(file: TFile, openState: obsidian.OpenViewState = {}): Promise<void> {
		if (file.extension !== "md") throw new Error("The stand-in opens Markdown notes only.");
		await this.setViewState(
			{ type: "markdown", state: { ...openState.state, file: file.path }, active: openState.active ?? true },
			openState.eState,
		);
	}

	async open(view: View): Promise<View> {
		await this.replace(view);
		return view;
	}

	getViewState(): obsidian.ViewState {
		return { type: this.view.getViewType(), state: this.view.getState() };
	}

	/** One after another: two openings at once end with the second one's note. */
	setViewState(state: obsidian.ViewState, eState?: unknown): Promise<void> {
		const turn = this.turn.catch(() => undefined).then(() => this.apply(state, eState));
		this.turn = turn;
		return turn;
	}

	getEphemeralState(): Record<string, unknown> {
		return this.view.getEphemeralState();
	}

	setEphemeralState(state: unknown): void {
		this.view.setEphemeralState(state);
	}

	getDisplayText(): string {
		return this.view.getDisplayText();
	}

	getIcon(): string {
		return this.view.getIcon();
	}

	onResize(): void {
		this.view.onResize();
	}

	detach(): void {
		this.parent.remove(this);
		this.view.unload();
		void this.view.onClose();
		this.app.workspace.layoutChanged();
	}

	setPinned(_pinned: boolean): void {}

	/** Back (-1) or forward (1) through the notes this leaf showed. */
	async travel(step: -1 | 1): Promise<boolean> {
		const path = this.visited[this.at + step];
		const file = path === undefined ? null : this.app.vault.getFileByPath(path);
		if (file === null) return false;
		this.at += step;
		await this.openFile(file);
		return true;
	}

	/** Puts another view into the leaf; the one before is closed. */
	async replace(view: View): Promise<void> {
		const before = this.view;
		this.view = view;
		before.unload();
		await before.onClose();
		before.containerEl.detach();
		if (!this.isDeferred) this.parent.show(this);
		view.containerEl.setAttribute("data-type", view.getViewType());
		void view.load();
		await view.onOpen();
		this.parent.refresh();
	}

	private async apply(state: obsidian.ViewState, eState: unknown): Promise<void> {
		if (this.isDeferred || this.view.getViewType() !== state.type) {
			const creator =
				state.type === "markdown"
					? (leaf: WorkspaceLeaf) => new MarkdownView(leaf)
					: this.app.workspace.viewCreators.get(state.type);
			await this.replace(creator === undefined ? new EmptyView(this) : creator(this));
		}
		await this.view.setState(state.state ?? {}, { history: false });
		if (this.view instanceof FileView && this.view.file !== null && this.visited[this.at] !== this.view.file.path) {
			this.visited.splice(this.at + 1, Infinity, this.view.file.path);
			this.at = this.visited.length - 1;
		}
		this.parent.refresh();
		if (eState !== undefined) this.view.setEphemeralState(eState);
		if (state.active === true) this.app.workspace.setActiveLeaf(this, { focus: true });
		else this.app.workspace.fileMayHaveChanged();
		this.app.workspace.layoutChanged();
	}
}
