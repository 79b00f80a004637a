import type * as obsidian from "obsidian";
import type { App } from "../app";
import type { Plugin } from "../plugin";
import { renderDefinitions, type RenderedDefinitions } from "./setting-definitions";

/** Obsidian's `SettingTab`: rendered from its definitions when it has some, by `display()` otherwise. */
export abstract class SettingTab {
	icon = "";
	containerEl = createDiv({ cls: "vertical-tab-content" });
	settingItems: obsidian.SettingDefinitionItem[] = [];
	/** What the settings' window shows; read by the stand-in only. */
	id = "";
	name = "";
	private rendered: RenderedDefinitions | null = null;
	private shown = false;

	constructor(public app: App) {}

	getSettingDefinitions(): obsidian.SettingDefinitionItem[] {
		return [];
	}

	update(): void {
		this.settingItems = this.getSettingDefinitions();
		if (this.shown) this.render();
	}

	getControlValue(key: string): unknown {
		return this.app.vault.getConfig(key);
	}

	setControlValue(key: string, value: unknown): void | Promise<void> {
		this.app.vault.setConfig(key, value);
	}

	refreshDomState(): void {
		this.rendered?.refresh();
	}

	display(): void {}

	hide(): void {}

	/** Shows the tab; called by the settings' window. */
	open(): void {
		this.shown = true;
		this.settingItems = this.getSettingDefinitions();
		this.render();
	}

	/** Leaves the tab; called by the settings' window. */
	leave(): void {
		this.shown = false;
		this.rendered?.destroy();
		this.rendered = null;
		this.hide();
		this.containerEl.empty();
	}

	private render(): void {
		if (this.settingItems.length === 0) {
			this.display();
			return;
		}
		const page = this.rendered?.page ?? null;
		this.rendered?.destroy();
		this.containerEl.empty();
		this.rendered = renderDefinitions(this, this.containerEl, page);
	}
}

/** Obsidian's `PluginSettingTab`: reads and writes `plugin.settings`, and saves them. */
export abstract class PluginSettingTab extends SettingTab {
	constructor(
		app: App,
		readonly plugin: Plugin,
	) {
		super(app);
		this.id = plugin.manifest.id;
		this.name = plugin.manifest.name;
	}

	override getControlValue(key: string): unknown {
		return (this.plugin.settings as Record<string, unknown> | undefined)?.[key];
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		const settings = (this.plugin.settings ?? {}) as Record<string, unknown>;
		settings[key] = value;
		this.plugin.settings = settings;
		await this.plugin.saveData(settings);
	}
}

/** Obsidian's `SettingPage`: a page within a tab, rendered by hand. */
export abstract class SettingPage {
	rootEl = createDiv({ cls: "setting-page" });
	titlebarEl = this.rootEl.createDiv({ cls: "setting-page-titlebar" });
	containerEl = this.rootEl.createDiv({ cls: "setting-page-content" });
	title = "";

	abstract display(): void;

	hide(): void {}
}
