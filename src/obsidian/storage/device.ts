import type { App } from "obsidian";

/**
 * What this device keeps for the vault, beside the vault itself: by key, small. Never throws, since what is kept here
 * must not stop an answer: what can't be read counts as nothing, and what there is no room for holds until the app
 * closes.
 */
export class Device {
	private readonly unkept = new Map<string, unknown>();

	/** @param full called when there is no more room, once until there is some again */
	constructor(
		private readonly app: Pick<App, "loadLocalStorage" | "saveLocalStorage">,
		private readonly full: () => void,
	) {}

	/** What was last saved under a key; null for nothing. */
	load(key: string): unknown {
		if (this.unkept.has(key)) return this.unkept.get(key);
		try {
			return this.app.loadLocalStorage(key) as unknown;
		} catch {
			return null;
		}
	}

	/** @param data what JSON can hold; null for nothing */
	save(key: string, data: unknown): void {
		try {
			this.app.saveLocalStorage(key, data);
			this.unkept.delete(key);
		} catch {
			const isFirst = this.unkept.size === 0;
			this.unkept.set(key, data);
			if (isFirst) this.full();
		}
	}
}
