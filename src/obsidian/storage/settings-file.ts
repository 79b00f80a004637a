import type { DataAdapter, Plugin } from "obsidian";

/** What the file of settings holds. */
export type SettingsData =
	| { readonly state: "read"; readonly value: unknown }
	/** It holds no JSON that could be written again, or can't be opened. */
	| { readonly state: "damaged" };

export interface SettingsFilePort {
	readonly adapter: Pick<DataAdapter, "exists" | "read" | "write">;
	/** The plugin's folder in the vault. */
	readonly folder: string;
	/** The app's own way to read and write the file. */
	readonly load: () => Promise<unknown>;
	readonly save: (data: unknown) => Promise<void>;
}

/** The file of a plugin. */
export function settingsPort(plugin: Plugin): SettingsFilePort {
	const { app, manifest } = plugin;
	return {
		adapter: app.vault.adapter,
		folder: manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`,
		load: () => plugin.loadData() as Promise<unknown>,
		save: (data) => plugin.saveData(data),
	};
}

/**
 * The plugin's `data.json`, read and written as the app does. Where the app gives up, its text is looked at: a mark at
 * its head that an editor left, or zeros at its end that a disk left, cost nothing.
 */
export class SettingsFile {
	constructor(private readonly port: SettingsFilePort) {}

	/** Never rejects. */
	async load(): Promise<SettingsData> {
		try {
			return writable(await this.port.load());
		} catch {
			try {
				const text = (await this.text()).replace(/^\uFEFF/, "").replace(/\0+$/, "");
				return writable(JSON.parse(text));
			} catch {
				return { state: "damaged" };
			}
		}
	}

	save(data: unknown): Promise<void> {
		return this.port.save(data);
	}

	/**
	 * Copies the file as it is to one beside it that is named for what it holds.
	 * @returns the copy's path, and whether it was there already; null where it could not be made
	 */
	async copy(): Promise<{ readonly path: string; readonly isNew: boolean } | null> {
		try {
			const { adapter, folder } = this.port;
			const text = await this.text();
			for (let n = 0; ; n++) {
				const path = `${folder}/data-unread-${hashOf(text)}${n === 0 ? "" : `-${n}`}.json`;
				if (!(await adapter.exists(path))) {
					await adapter.write(path, text);
					return { path, isNew: true };
				}
				if ((await adapter.read(path)) === text) return { path, isNew: false };
			}
		} catch {
			return null;
		}
	}

	private text(): Promise<string> {
		return this.port.adapter.read(`${this.port.folder}/data.json`);
	}
}

/** @throws RangeError for what is too deep to be written again */
function writable(value: unknown): SettingsData {
	JSON.stringify(value);
	const isSettings = value === null || value === undefined || (typeof value === "object" && !Array.isArray(value));
	return isSettings ? { state: "read", value } : { state: "damaged" };
}

/** Eight digits that differ between texts as good as always (FNV-1a, 32 bits). */
function hashOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, "0");
}
