import { amount, record } from "../../core/stored/schema";
import type { Device } from "./device";

/** Hosts that can't be read while they stream, and since when. */
const storedHosts = record(amount);

/** Milliseconds after which a host is tried as a stream again: servers are set up anew. */
const remembered = 7 * 86_400_000;

/**
 * Hosts whose answers could only be read in one piece, since pages may not read them (CORS). Forgotten after a week,
 * or when streaming works.
 */
export class UnstreamedHosts {
	constructor(
		private readonly device: Device,
		private readonly now: () => number,
	) {}

	has(host: string): boolean {
		return host in this.hosts();
	}

	add(host: string): void {
		this.device.save("unstreamed-hosts", { ...this.hosts(), [host]: this.now() });
	}

	/** The next answer of this host is asked for as a stream. */
	forget(host: string): void {
		const { [host]: known, ...others } = this.hosts();
		if (known !== undefined) this.device.save("unstreamed-hosts", Object.keys(others).length > 0 ? others : null);
	}

	private hosts(): Readonly<Record<string, number>> {
		return Object.fromEntries(
			Object.entries(this.device.read("unstreamed-hosts", storedHosts, {})).filter(
				([, since]) => Math.abs(this.now() - since) < remembered,
			),
		);
	}
}
