import type * as obsidian from "obsidian";
import { Commands } from "./commands";
import { Disk, type DiskEntry } from "./disk";
import { FileManager } from "./file-manager";
import { MetadataCache } from "./metadata";
import { Plugins, type Modules } from "./plugins";
import { SecretStorage } from "./secrets";
import { Strict } from "./strict";
import { Keymap, Scope } from "./ui/keymap";
import { SettingsWindow } from "./ui/settings-modal";
import { Vault } from "./vault";
import { Chrome } from "./window/chrome";
import { Workspace } from "./workspace";

/** What the server tells the page before anything else. */
export interface Boot {
	readonly vaultId: string;
	readonly vaultName: string;
	readonly tree: readonly DiskEntry[];
	/** Number of the last change that `tree` shows. */
	readonly told: number;
	/** Texts of notes by path; all of them unless the vault is large. */
	readonly texts: Readonly<Record<string, string>>;
	/** Secrets to be put into the storage, by name. */
	readonly secrets?: Readonly<Record<string, string>>;
	/** What this device keeps for the vault, by key. */
	readonly device?: Readonly<Record<string, unknown>>;
	/** Interface language, unless the address names one. */
	readonly language?: string;
	/** Path of the note to begin with. */
	readonly open?: string;
}

/** Obsidian's `App`. */
export class App extends Strict {
	readonly scope = new Scope();
	readonly vault: Vault;
	readonly metadataCache: MetadataCache;
	readonly fileManager: FileManager;
	readonly secretStorage: SecretStorage;
	readonly commands: Commands;
	readonly chrome: Chrome;
	readonly workspace: Workspace;
	readonly keymap: Keymap;
	readonly setting: SettingsWindow;
	readonly plugins: Plugins;
	readonly postProcessors = new Set<obsidian.MarkdownPostProcessor>();
	readonly protocolHandlers = new Map<string, obsidian.ObsidianProtocolHandler>();
	readonly cliHandlers = new Map<string, obsidian.CliHandler>();
	lastEvent: obsidian.UserEvent | null = null;
	private readonly vaultId: string;

	constructor(boot: Boot, modules: Modules) {
		super();
		this.vaultId = boot.vaultId;
		this.vault = new Vault(new Disk(), boot, (path) => this.configChanged(path));
		this.metadataCache = new MetadataCache(this.vault);
		this.fileManager = new FileManager(this.vault, this.metadataCache);
		this.secretStorage = new SecretStorage(boot.vaultId);
		this.commands = new Commands(this);
		this.chrome = new Chrome(this);
		this.workspace = new Workspace(this, this.chrome.workspaceEl);
		this.keymap = new Keymap(this.scope, () => this.workspace.activeLeaf?.view.scope ?? null);
		this.setting = new SettingsWindow(this);
		this.plugins = new Plugins(this, modules);
		this.hearIn(window);
	}

	/** Hears keys and presses of a window before anything in it does. */
	hearIn(win: Window): void {
		this.keymap.hearIn(win);
		for (const type of ["mousedown", "keydown", "touchstart"] as const)
			win.addEventListener(type, (event) => (this.lastEvent = event), true);
	}

	isDarkMode(): boolean {
		return document.body.hasClass("theme-dark");
	}

	loadLocalStorage(key: string): unknown {
		const stored = window.localStorage.getItem(`${this.vaultId}-${key}`);
		return stored === null ? null : (JSON.parse(stored) as unknown);
	}

	saveLocalStorage(key: string, data: unknown): void {
		if (data === null || data === undefined) window.localStorage.removeItem(`${this.vaultId}-${key}`);
		else window.localStorage.setItem(`${this.vaultId}-${key}`, JSON.stringify(data));
	}

	private configChanged(path: string): void {
		const id = /^\.obsidian\/plugins\/([^/]+)\/data\.json$/.exec(path)?.[1];
		const plugin = id === undefined ? undefined : this.plugins.plugins[id];
		if (plugin === undefined) return;
		const { onExternalSettingsChange } = plugin as { onExternalSettingsChange?: () => unknown };
		void onExternalSettingsChange?.call(plugin);
	}
}
