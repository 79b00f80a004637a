import { changedSettings, parseSettings, type Settings } from "../../core/settings/settings";

/** The settings as they are now, kept in the plugin's `data.json`. */
export class SettingsStore {
	private current: Settings = parseSettings(null);
	private readonly listeners = new Set<() => void>();
	private readonly reloadListeners = new Set<() => void>();

	constructor(private readonly data: { load(): Promise<unknown>; save(data: unknown): Promise<void> }) {}

	get value(): Settings {
		return this.current;
	}

	/** Reads the settings again: at the start, and when they were changed by another device or by hand. */
	async load(): Promise<void> {
		this.current = parseSettings(await this.data.load());
		this.tell();
		for (const listener of [...this.reloadListeners]) listener();
	}

	/** Changes some settings and saves them. */
	async set(change: Partial<Settings>): Promise<void> {
		this.current = { ...this.current, ...change };
		this.tell();
		await this.data.save(changedSettings(this.current));
	}

	/** Calls back after every change. Returns the way to stop. */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** Calls back when the settings were read again, which the writer did not do here. Returns the way to stop. */
	onReload(listener: () => void): () => void {
		this.reloadListeners.add(listener);
		return () => this.reloadListeners.delete(listener);
	}

	private tell(): void {
		for (const listener of [...this.listeners]) listener();
	}
}
