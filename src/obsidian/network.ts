import { requestUrl, type App } from "obsidian";
import type { ChatDeps } from "../llm/chat";
import type { ReadOnce } from "../llm/models";
import type { Secrets } from "./secrets";
import type { SettingsStore } from "./settings-store";

/** Where this device remembers which hosts can't be read while they stream. */
const unstreamedKey = "expert-friend-unstreamed-hosts";

/** Milliseconds to wait for a connection, and for the next word once words come. */
const connect = 30_000;
const betweenTokens = 60_000;

/** Reads an address past CORS, in one piece. */
export const readOnce: ReadOnce = async (url, init) => {
	const { status, headers, text } = await requestUrl({ url, method: init.method ?? "GET", headers: { ...init.headers }, ...(init.body === undefined ? {} : { body: init.body }), throw: false });
	return { status, headers, text };
};

/** The page's own way to the network: it streams and can be aborted, but obeys CORS (docs/decisions/0001). */
export function pageFetch(url: string, init: RequestInit): Promise<Response> {
	return fetch(url, init);
}

/** What the transport needs of Obsidian and of this device. */
export function chatDeps(app: App, secrets: Secrets, settings: SettingsStore): ChatDeps {
	const unstreamed = (): readonly string[] => {
		const stored: unknown = app.loadLocalStorage(unstreamedKey);
		return Array.isArray(stored) ? stored.filter((host): host is string => typeof host === "string") : [];
	};
	return {
		fetch: pageFetch,
		requestOnce: (url, init) => readOnce(url, { ...init, method: "POST" }),
		timeouts: () => ({ connect, firstToken: settings.value.patience * 1000, betweenTokens: Math.max(betweenTokens, settings.value.patience * 1000) }),
		policy: () => ({ noTraining: settings.value.noTraining, zeroRetention: settings.value.zeroRetention }),
		now: () => Date.now(),
		after: (milliseconds, call) => {
			const timer = window.setTimeout(call, milliseconds);
			return () => window.clearTimeout(timer);
		},
		unstreamed: {
			has: (host) => unstreamed().includes(host),
			add: (host) => app.saveLocalStorage(unstreamedKey, [...new Set([...unstreamed(), host])]),
		},
		keyFor: (endpoint) => secrets.keyFor(endpoint),
		random: () => Math.random(),
	};
}
