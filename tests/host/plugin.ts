import type { Extension } from "@codemirror/state";
import type * as obsidian from "obsidian";
import type { App } from "./app";
import { Component } from "./component";
import { refuse } from "./strict";
import type { WorkspaceLeaf } from "./leaf";
import type { PluginSettingTab } from "./ui/setting-tab";
import type { View } from "./view";

/** Obsidian's `Plugin`: what it registers is undone when it is unloaded. */
export abstract class Plugin extends Component {
	settings?: unknown;

	constructor(
		public app: App,
		public manifest: obsidian.PluginManifest,
	) {
		super();
	}

	private get dataPath(): string {
		return `${this.app.vault.configDir}/plugins/${this.manifest.id}/data.json`;
	}

	async loadData(): Promise<unknown> {
		const { adapter } = this.app.vault;
		if (!(await adapter.exists(this.dataPath))) return null;
		return JSON.parse(await adapter.read(this.dataPath)) as unknown;
	}

	async saveData(data: unknown): Promise<void> {
		const { adapter } = this.app.vault;
		const folder = this.dataPath.slice(0, this.dataPath.lastIndexOf("/"));
		if (!(await adapter.exists(folder))) await adapter.mkdir(folder);
		await adapter.write(this.dataPath, JSON.stringify(data, null, 2));
	}

	onUserEnable(): void {}

	addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const button = this.app.chrome.addRibbonIcon(icon, title, callback);
		this.register(() => button.remove());
		return button;
	}

	addStatusBarItem(): HTMLElement {
		const item = this.app.chrome.statusBarEl.createDiv({ cls: `status-bar-item plugin-${this.manifest.id}` });
		this.app.chrome.statusBarEl.prepend(item);
		this.register(() => item.remove());
		return item;
	}

	addCommand(command: obsidian.Command): obsidian.Command {
		command.id = `${this.manifest.id}:${command.id}`;
		command.name = `${this.manifest.name}: ${command.name}`;
		this.app.commands.addCommand(command);
		this.register(() => this.app.commands.removeCommand(command.id));
		return command;
	}

	removeCommand(commandId: string): void {
		const prefix = `${this.manifest.id}:`;
		this.app.commands.removeCommand(commandId.startsWith(prefix) ? commandId : prefix + commandId);
	}

	addSettingTab(tab: PluginSettingTab): void {
		this.app.setting.addTab(tab);
		this.register(() => this.app.setting.removeTab(tab));
	}

	registerView(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
		const { workspace } = this.app;
		if (workspace.viewCreators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
		workspace.viewCreators.set(type, creator);
		this.register(() => {
			workspace.viewCreators.delete(type);
			// The leaves stay, as in Obsidian, so that a reload finds its place again; their view goes.
			for (const leaf of workspace.getLeavesOfType(type)) void this.app.plugins.emptyLeaf(leaf, type);
		});
	}

	registerEditorExtension(extension: Extension): void {
		const { workspace } = this.app;
		workspace.editorExtensions.push(extension);
		workspace.updateOptions();
		this.register(() => {
			workspace.editorExtensions.splice(workspace.editorExtensions.indexOf(extension), 1);
			workspace.updateOptions();
		});
	}

	/** Called for what is shown for reading, and for callouts in live preview. */
	registerMarkdownPostProcessor(
		processor: obsidian.MarkdownPostProcessor,
		sortOrder?: number,
	): obsidian.MarkdownPostProcessor {
		if (sortOrder !== undefined) processor.sortOrder = sortOrder;
		this.app.postProcessors.add(processor);
		this.register(() => this.app.postProcessors.delete(processor));
		return processor;
	}

	registerObsidianProtocolHandler(action: string, handler: obsidian.ObsidianProtocolHandler): void {
		const { protocolHandlers } = this.app;
		if (protocolHandlers.has(action)) throw new Error(`The protocol action "${action}" is taken.`);
		protocolHandlers.set(action, handler);
		this.register(() => protocolHandlers.delete(action));
	}

	registerCliHandler(
		command: string,
		_description: string,
		_flags: obsidian.CliFlags | null,
		handler: obsidian.CliHandler,
	): void {
		const { cliHandlers } = this.app;
		if (cliHandlers.has(command)) throw new Error(`The command "${command}" is taken.`);
		cliHandlers.set(command, handler);
		this.register(() => cliHandlers.delete(command));
	}

	/** Kept without effect: there is no page preview here. */
	registerHoverLinkSource(_id: string, _info: obsidian.HoverLinkSource): void {}
}

refuse(Plugin.prototype, "plugin", [
	"registerExtensions",
	"registerMarkdownCodeBlockProcessor",
	"registerBasesView",
	"registerEditorSuggest",
]);
