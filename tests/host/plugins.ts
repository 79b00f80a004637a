import type * as obsidian from "obsidian";
import type { App } from "./app";
import type { WorkspaceLeaf } from "./leaf";
import type { Plugin } from "./plugin";
import { Strict } from "./strict";

/** What a plugin's `require` finds. */
export type Modules = Readonly<Record<string, unknown>>;

type PluginFile = (require: (name: string) => unknown, module: unknown, exports: unknown) => void;
type PluginClass = new (app: App, manifest: obsidian.PluginManifest) => Plugin;

/** A built plugin as it lies in its folder. */
interface Build {
	readonly manifest: obsidian.PluginManifest;
	readonly code: string;
	readonly css: string;
}

async function fetchBuild(): Promise<Build> {
	const [manifest, code, css] = await Promise.all(
		["manifest.json", "main.js", "styles.css"].map(async (name) =>
			(await fetch(`/plugin/${name}`, { cache: "no-cache" })).text(),
		),
	);
	return { manifest: JSON.parse(manifest ?? "") as obsidian.PluginManifest, code: code ?? "", css: css ?? "" };
}

/** Obsidian's undocumented `app.plugins`, for the one plugin that is served. */
export class Plugins extends Strict {
	readonly plugins: Record<string, Plugin> = {};
	manifests: Record<string, obsidian.PluginManifest> = {};
	private readonly emptied = new Map<WorkspaceLeaf, string>();
	/** The build, on its way since the manifest was asked for. */
	private ahead: Promise<Build> | null = null;

	constructor(
		private readonly app: App,
		private readonly modules: Modules,
	) {
		super();
	}

	/** Reads the manifest that is served; the plugin is not run yet. */
	async loadManifest(): Promise<obsidian.PluginManifest> {
		this.ahead = fetchBuild();
		const { manifest } = await this.ahead;
		this.manifests = { [manifest.id]: { ...manifest, dir: `${this.app.vault.configDir}/plugins/${manifest.id}` } };
		return manifest;
	}

	/** Evaluates the built file as Obsidian does, and loads the plugin. False when it is enabled already or unknown. */
	async enablePlugin(id: string): Promise<boolean> {
		const manifest = this.manifests[id];
		if (manifest === undefined || this.plugins[id] !== undefined) return false;
		// Read anew each time but the first: the plugin may have been built again.
		const { code, css } = await (this.ahead ?? fetchBuild());
		this.ahead = null;
		const styles = document.head.createEl("style", { text: css, attr: { "data-plugin": id } });
		const module: { exports: { default?: PluginClass } } = { exports: {} };
		// The one place where code is made of text: it is what Obsidian does with main.js.
		const run = new Function("require", "module", "exports", `${code}\n//# sourceURL=plugin:${id}`) as PluginFile;
		try {
			run((name) => this.require(name), module, module.exports);
		} catch (error) {
			styles.remove();
			throw error;
		}
		const PluginOfModule = module.exports.default ?? (module.exports as unknown as PluginClass);
		const plugin = new PluginOfModule(this.app, manifest);
		plugin.register(() => styles.remove());
		this.plugins[id] = plugin;
		try {
			await plugin.load();
		} catch (error) {
			delete this.plugins[id];
			plugin.unload();
			throw error;
		}
		for (const [leaf, type] of this.emptied)
			if (this.app.workspace.viewCreators.has(type)) void leaf.setViewState({ type });
		this.emptied.clear();
		return true;
	}

	async disablePlugin(id: string): Promise<boolean> {
		const plugin = this.plugins[id];
		if (plugin === undefined) return false;
		delete this.plugins[id];
		plugin.unload();
		return true;
	}

	/** A plugin's view goes, its leaf stays for when the plugin comes back. */
	async emptyLeaf(leaf: WorkspaceLeaf, type: string): Promise<void> {
		this.emptied.set(leaf, type);
		await leaf.setViewState({ type: "empty" });
	}

	private require(name: string): unknown {
		const found = this.modules[name];
		if (found === undefined)
			throw new Error(`The plugin requires "${name}", which Obsidian does not offer on every device.`);
		return found;
	}
}
