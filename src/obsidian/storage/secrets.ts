import type { App } from "obsidian";
import type { Endpoint } from "../../core/endpoint/endpoint";
import { originOf } from "../../core/endpoint/endpoint";
import { canBeKey, mayUseKey, plainKey, type KeptKey } from "../../core/endpoint/keys";
import { record, text } from "../../core/stored/schema";
import type { Device } from "./device";

/** Which origin each key was entered for, by the name of its secret. */
const storedOrigins = record(text);

/**
 * Keys, kept by Obsidian's keychain on this device. Each is bound to the origin it was entered for: settings may be
 * synchronised or edited by others, so an address that changed does not get the key until the writer says so.
 */
export class Secrets {
	constructor(
		private readonly app: App,
		private readonly device: Device,
	) {}

	/** The key of an endpoint, and whether the address is still the one it was entered for. */
	keyFor(endpoint: Endpoint): KeptKey {
		if (endpoint.secret === "") return { state: "none" };
		// It may also have been entered in Obsidian's own keychain.
		const key = plainKey(this.app.secretStorage.getSecret(endpoint.secret) ?? "");
		if (!canBeKey(key)) return { state: "none" };
		return mayUseKey(endpoint, this.originFor(endpoint)) ? { state: "usable", key } : { state: "unconfirmed" };
	}

	/** The origin an endpoint's key was entered for, or null. */
	originFor(endpoint: Endpoint): string | null {
		return this.bindings()[endpoint.secret] ?? null;
	}

	/** Keeps a key and binds it to the endpoint's address as it is now. */
	keep(endpoint: Endpoint, key: string): void {
		this.app.secretStorage.setSecret(endpoint.secret, plainKey(key));
		this.confirm(endpoint);
	}

	/** Forgets a key and where it may go. */
	forget({ secret }: Endpoint): void {
		if (secret === "") return;
		if (this.app.secretStorage.getSecret(secret) !== null) this.app.secretStorage.setSecret(secret, "");
		this.device.save(
			"key-origins",
			Object.fromEntries(Object.entries(this.bindings()).filter(([key]) => key !== secret)),
		);
	}

	/** The writer agrees that the endpoint's key goes to its present address. */
	confirm(endpoint: Endpoint): void {
		const origin = originOf(endpoint.baseUrl);
		if (origin === null) return;
		this.device.save("key-origins", { ...this.bindings(), [endpoint.secret]: origin });
	}

	private bindings(): Readonly<Record<string, string>> {
		return this.device.read("key-origins", storedOrigins, {});
	}
}
