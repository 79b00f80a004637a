import type { Failure } from "../core/chat/chat";
import { addressOf, type Endpoint } from "../core/endpoint/endpoint";
import { plainFailure } from "./failure";
import { headersFor } from "./headers";
import type { TransportDeps, WholeResponse } from "./transport";
import { Watchdog } from "./watchdog";

/**
 * Milliseconds within which a request that fails can't have begun: pages are refused before the note is sent (CORS
 * preflight), and so are connections. What is lost later may be answered and paid for, and is not sent again unasked.
 */
const early = 2000;

/** Milliseconds for finding out whether a host lets pages read. */
const probing = 5000;

/**
 * The way to one endpoint for one request: streaming, as far as the endpoint lets pages read, else in one piece past
 * CORS. Both send the same.
 */
export class Connection {
	readonly host: string;
	/** What no message of a failure may hold. */
	readonly secrets: readonly string[];
	private readonly url: string;
	private readonly headers: Readonly<Record<string, string>>;

	constructor(
		private readonly endpoint: Endpoint,
		key: string | null,
		private readonly signal: AbortSignal,
		private readonly deps: TransportDeps,
	) {
		this.url = addressOf(endpoint.baseUrl, "/chat/completions");
		this.host = new URL(this.url).host;
		this.headers = headersFor(endpoint, key);
		this.secrets = key === null ? [] : [key];
	}

	/** Whether it is known by now that this host lets no page read. */
	get isUnstreamed(): boolean {
		return this.deps.requestOnce !== null && this.deps.unstreamed.has(this.host);
	}

	/** What a request that streams begins with; `unreadable` where only the way without CORS can tell more. */
	async stream(body: string, watchdog: Watchdog): Promise<Response | Failure | "cancelled" | "unreadable"> {
		const { host, headers, secrets, deps, signal } = this;
		const sent = deps.elapsed();
		try {
			// A note goes to the address the writer set up, and to none it points to.
			const init: RequestInit = { method: "POST", headers, body, redirect: "manual", signal: watchdog.signal };
			const response = await deps.fetch(this.url, init);
			return pointsElsewhere(response)
				? plainFailure("address", `${host} sends requests on to another address. Nothing was sent there.`, secrets)
				: response;
		} catch (error) {
			if (signal.aborted) return "cancelled";
			if (watchdog.expired) return plainFailure("timeout", `Nothing from ${host} in time.`, secrets);
			if (deps.requestOnce === null || deps.elapsed() - sent > early)
				return plainFailure("network", describe(error), secrets);
			return "unreadable";
		}
	}

	/** The whole answer, past CORS. That way can't be aborted: a late answer is let go. */
	async whole(body: string): Promise<WholeResponse | Failure | "cancelled"> {
		const { url, headers, secrets, deps, signal } = this;
		if (signal.aborted || deps.requestOnce === null) return "cancelled";
		let stop = (): void => undefined;
		const cancelled = new Promise<"cancelled">((resolve) =>
			signal.addEventListener("abort", () => resolve("cancelled"), { once: true }),
		);
		const late = new Promise<Failure>((resolve) => {
			const { firstToken, betweenTokens } = deps.timeouts();
			stop = deps.after(firstToken + betweenTokens, () =>
				resolve(plainFailure("timeout", "No answer in time.", secrets)),
			);
		});
		const answer = deps
			.requestOnce(url, { headers, body })
			.catch((error: unknown) => plainFailure("network", describe(error), secrets));
		const result = await Promise.race([answer, cancelled, late]);
		stop();
		return result;
	}

	/**
	 * Whether the host lets no page read. Asks for what costs nothing, with the same headers: whatever its status, a
	 * response that can be read allows pages. Without one in time nothing is known, and that counts as no.
	 */
	async refusesPages(): Promise<boolean> {
		const { deps, signal } = this;
		const watchdog = new Watchdog(signal, deps);
		watchdog.expect(probing);
		try {
			const response = await deps.fetch(addressOf(this.endpoint.baseUrl, "/models"), {
				headers: this.headers,
				redirect: "manual",
				signal: watchdog.signal,
			});
			response.body?.cancel().catch(() => undefined);
			return false;
		} catch {
			return !watchdog.signal.aborted;
		} finally {
			watchdog.stop();
		}
	}
}

/** Whether a server answers with another address. A page is not told which. */
export function pointsElsewhere({ type, status }: Response): boolean {
	return type === "opaqueredirect" || (status >= 300 && status < 400);
}

/** What an error says of itself, in one line. */
export function describe(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
	return `${error.name}: ${error.message}${cause}`;
}
