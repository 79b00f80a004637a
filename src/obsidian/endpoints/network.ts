import { requestUrl } from "obsidian";
import type { ChatRequest, FailureKind } from "../../core/chat/chat";
import type { ChatDeps } from "../../llm/chat";
import type { ReadOnce } from "../../llm/models";
import type { SentBodies } from "./sent-bodies";
import type { RefusedFields } from "../storage/refused-fields";
import type { Secrets } from "../storage/secrets";
import type { SettingsStore } from "../storage/settings-store";
import type { UnstreamedHosts } from "../storage/unstreamed-hosts";

/** Reads an address past CORS, in one piece. */
export const readOnce: ReadOnce = async (url, init) => {
	const { status, headers, text } = await requestUrl({
		url,
		method: init.method ?? "GET",
		headers: { ...init.headers },
		...(init.body === undefined ? {} : { body: init.body }),
		throw: false,
	});
	return { status, headers, text };
};

/**
 * The page's own way to the network: it streams and can be aborted, but obeys CORS (docs/decisions/0001). A page that
 * goes away fails what is under way, which says nothing of the endpoint: it hears of no failure, so that nothing is
 * sent once more when nobody is there to read it.
 */
async function pageFetch(url: string, init: RequestInit): Promise<Response> {
	try {
		return await window.fetch(url, init);
	} catch (error) {
		// Timers no longer run there.
		if (init.signal?.aborted !== true) await new Promise<void>((resolve) => window.setTimeout(resolve, 0));
		throw error;
	}
}

export interface NetworkParts {
	readonly secrets: Secrets;
	readonly settings: SettingsStore;
	readonly unstreamed: UnstreamedHosts;
	readonly refused: RefusedFields;
	readonly bodies: SentBodies;
	/** Why a request is not sent now; null when it may be. */
	readonly refusal: (request: ChatRequest) => Promise<FailureKind | null>;
}

/** What the transport needs of Obsidian and of this device. */
export function chatDeps({ secrets, settings, unstreamed, refused, bodies, refusal }: NetworkParts): ChatDeps {
	return {
		fetch: pageFetch,
		requestOnce: (url, init) => readOnce(url, { ...init, method: "POST" }),
		refusal,
		sent: (request, body) => bodies.sent(request, body),
		timeouts: () => ({ firstToken: settings.value.patience * 1000, betweenTokens: settings.value.between * 1000 }),
		policy: () => ({ noTraining: settings.value.noTraining, zeroRetention: settings.value.zeroRetention }),
		now: () => Date.now(),
		elapsed: () => performance.now(),
		after: (milliseconds, call) => {
			const timer = window.setTimeout(call, milliseconds);
			return () => window.clearTimeout(timer);
		},
		unstreamed,
		refused,
		keyFor: (endpoint) => secrets.keyFor(endpoint),
		random: () => Math.random(),
	};
}
