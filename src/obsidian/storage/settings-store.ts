import { changedSettings, damagedSettings, parseSettings, type Settings } from "../../core/settings/settings";
import type { SettingsFile } from "./settings-file";

/** What of the settings could not be read. */
export interface UnreadSettings {
	/** Keys of `data.json`; empty for the whole file. */
	readonly keys: readonly string[];
	/** Path of the copy of the file as it was; null where none could be made. */
	readonly copy: string | null;
}

/** The settings as they are now, kept in the plugin's `data.json`. */
export class SettingsStore {
	private current: Settings = parseSettings(null);
	private isLoaded = false;
	private loading: Promise<void> = Promise.resolve();
	/** What was changed here and is not in the file yet: a reading that began before does not take it back. */
	private unsaved: Partial<Settings> = {};
	/** Whether the file holds what could neither be read nor copied: it is not written again. */
	private isHeld = false;
	private readonly listeners = new Set<() => void>();
	private readonly reloadListeners = new Set<() => void>();

	/** Whether the file could be written the last time: a writer is told once, not at every change. */
	private isWritten = true;

	/**
	 * @param unread called when something of the file could not be read, once for each state of the file
	 * @param unwritten called when the file could not be written, once until it could again
	 */
	constructor(
		private readonly file: Pick<SettingsFile, "load" | "save" | "copy">,
		private readonly unread: (what: UnreadSettings) => void,
		private readonly unwritten: () => void,
	) {}

	get value(): Settings {
		return this.current;
	}

	/**
	 * Reads the settings again: at the start, and when they were changed by another device or by hand. What can't be
	 * read is copied before anything is written. A damaged file changes nothing of settings that were read before.
	 * Never rejects.
	 */
	load(): Promise<void> {
		this.loading = this.loading.then(() => this.readFile());
		return this.loading;
	}

	private async readFile(): Promise<void> {
		await this.take();
		this.tell();
		for (const listener of [...this.reloadListeners]) listener();
	}

	/** Takes over what the file holds, beside what was changed here and is not in it. */
	private async take(): Promise<void> {
		const data = await this.file.load();
		const keys = new Set<string>();
		if (data.state === "read")
			this.current = { ...parseSettings(data.value, ([key]) => keys.add(String(key))), ...this.unsaved };
		else if (!this.isLoaded) this.current = parseSettings(damagedSettings);
		this.isLoaded = true;
		this.isHeld = false;
		if (data.state === "damaged" || keys.size > 0) {
			const copy = await this.file.copy();
			this.isHeld = copy === null;
			if (copy?.isNew !== false) this.unread({ keys: [...keys], copy: copy?.path ?? null });
		}
	}

	/**
	 * Changes some settings and saves them. Never rejects: what could not be saved holds here, and is saved with the
	 * next change.
	 */
	async set(change: Partial<Settings>): Promise<void> {
		this.unsaved = { ...this.unsaved, ...change };
		this.current = { ...this.current, ...change };
		this.tell();
		// What is being read, copied or written is not written over.
		const written = this.loading.then(() => this.write());
		this.loading = written.catch(() => undefined);
		await written;
	}

	// Another device's change may be in the file, and the app has not said so yet.
	private async write(): Promise<void> {
		if (this.isHeld) return;
		const before = JSON.stringify(this.current);
		await this.take();
		if (JSON.stringify(this.current) !== before) this.tell();
		if (this.isHeld) return;
		const { current } = this;
		try {
			await this.file.save(changedSettings(current));
		} catch {
			if (this.isWritten) this.unwritten();
			this.isWritten = false;
			return;
		}
		this.isWritten = true;
		const left = Object.entries(this.unsaved).filter(([key, value]) => value !== current[key as keyof Settings]);
		this.unsaved = Object.fromEntries(left);
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
