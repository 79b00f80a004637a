import type * as obsidian from "obsidian";
import { Events } from "./events";

/**
 * Obsidian's `SecretStorage`: in this browser's storage, for this vault. As there, a secret is emptied, not deleted.
 */
export class SecretStorage
	extends Events
	implements Pick<obsidian.SecretStorage, "setSecret" | "getSecret" | "listSecrets">
{
	private readonly key: string;

	constructor(vaultId: string) {
		super();
		this.key = `${vaultId}-secrets`;
	}

	setSecret(id: string, secret: string): void {
		if (!/^[a-z0-9-]+$/.test(id)) throw new Error("Secret IDs are lower-case letters, digits and dashes.");
		window.localStorage.setItem(this.key, JSON.stringify({ ...this.all(), [id]: secret }));
		this.trigger("change", id);
	}

	getSecret(id: string): string | null {
		const all = this.all();
		return Object.hasOwn(all, id) ? (all[id] ?? null) : null;
	}

	listSecrets(): string[] {
		return Object.keys(this.all()).sort();
	}

	private all(): Record<string, string> {
		return JSON.parse(window.localStorage.getItem(this.key) ?? "{}") as Record<string, string>;
	}
}
