import type { App } from "../app";
import { Strict } from "../strict";
import { openWindow, type OtherWindow } from "../window/frame";
import { Modal } from "./modal";
import type { SettingTab } from "./setting-tab";

class SettingsModal extends Modal {
	private window: OtherWindow | null = null;
	private readonly navEl: HTMLElement;
	private readonly tabEl: HTMLElement;
	private shown: SettingTab | null = null;

	constructor(
		app: App,
		private readonly tabs: () => readonly SettingTab[],
	) {
		super(app);
		this.modalEl.addClass("mod-settings", "mod-sidebar-layout");
		this.modalEl.setAttribute("aria-label", "Settings");
		this.contentEl.addClass("vertical-tabs-container");
		this.navEl = this.contentEl.createDiv({
			cls: "vertical-tab-header",
			attr: { role: "tablist", "aria-orientation": "vertical", "aria-label": "Settings" },
		});
		this.tabEl = this.contentEl.createDiv({ cls: "vertical-tab-content-container", attr: { role: "tabpanel" } });
	}

	override onOpen(): void {
		this.fill();
		if (this.shown === null) this.show(this.tabs()[0] ?? null);
	}

	override onClose(): void {
		this.show(null);
		this.window?.close();
		this.window = null;
	}

	// As Obsidian does since 1.13, when the stand-in is told to: most tests want one window only.
	protected override home(): Document {
		if (this.app.vault.getConfig("settingsWindow") !== true) return document;
		this.window = openWindow("Settings");
		this.app.hearIn(this.window.win);
		return this.window.doc;
	}

	show(tab: SettingTab | null): void {
		this.shown?.leave();
		this.shown = tab;
		this.tabEl.empty();
		if (tab !== null) {
			this.tabEl.appendChild(tab.containerEl);
			tab.open();
		}
		this.fill();
	}

	/** Lists the tabs anew: a plugin came or went. */
	fill(): void {
		this.navEl.empty();
		this.navEl.createDiv({ cls: "vertical-tab-header-group-title", text: "Community plugins" });
		for (const tab of this.tabs()) {
			const attr = { type: "button", role: "tab", "aria-selected": tab === this.shown };
			const item = this.navEl.createEl("button", { cls: "vertical-tab-nav-item", text: tab.name, attr });
			item.toggleClass("is-active", tab === this.shown);
			item.addEventListener("click", () => this.show(tab));
		}
	}

	get isShown(): SettingTab | null {
		return this.shown;
	}
}

/** Obsidian's undocumented `app.setting`: the settings' window. */
export class SettingsWindow extends Strict {
	readonly pluginTabs: SettingTab[] = [];
	private readonly modal: SettingsModal;

	constructor(app: App) {
		super();
		this.modal = new SettingsModal(app, () => this.pluginTabs);
	}

	open(): void {
		this.modal.open();
	}

	close(): void {
		this.modal.close();
	}

	get activeTab(): SettingTab | null {
		return this.modal.isShown;
	}

	openTabById(id: string): SettingTab | null {
		const tab = this.pluginTabs.find((one) => one.id === id) ?? null;
		if (tab === null) return null;
		this.modal.open();
		if (tab !== this.modal.isShown) this.modal.show(tab);
		return tab;
	}

	addTab(tab: SettingTab): void {
		tab.settingItems = tab.getSettingDefinitions();
		this.pluginTabs.push(tab);
		this.modal.fill();
	}

	removeTab(tab: SettingTab): void {
		if (this.modal.isShown === tab) this.modal.show(null);
		const at = this.pluginTabs.indexOf(tab);
		if (at >= 0) this.pluginTabs.splice(at, 1);
		this.modal.fill();
	}
}
