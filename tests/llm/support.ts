import type { ChatEvent, ChatRequest, Outcome } from "../../src/core/chat/chat";
import type { Endpoint } from "../../src/core/endpoint/endpoint";
import type { ReadOnce } from "../../src/llm/models";
import { openChat, type ChatDeps } from "../../src/llm/chat";
import type { OptionalField } from "../../src/llm/optional-fields";

/** Node's network and clock, with short time-outs and no way round CORS. */
export function nodeDeps(change: Partial<ChatDeps> = {}): ChatDeps {
	const hosts = new Set<string>();
	const refused = new Map<string, OptionalField[]>();
	return {
		fetch: (url, init) => fetch(url, init),
		requestOnce: null,
		refusal: () => Promise.resolve(null),
		sent: () => undefined,
		timeouts: () => ({ firstToken: 1499, betweenTokens: 1499 }),
		policy: () => ({ noTraining: true, zeroRetention: false }),
		now: () => Date.now(),
		elapsed: change.now ?? (() => performance.now()),
		after: (milliseconds, call) => {
			const timer = setTimeout(call, milliseconds);
			return () => clearTimeout(timer);
		},
		unstreamed: {
			has: (host) => hosts.has(host),
			add: (host) => void hosts.add(host),
			forget: (host) => void hosts.delete(host),
		},
		refused: {
			of: (host, model) => [...(refused.get(`${host} ${model}`) ?? [])],
			add: (host, model, field) =>
				void refused.set(`${host} ${model}`, [...(refused.get(`${host} ${model}`) ?? []), field]),
			forget: (host, model) => void refused.delete(`${host} ${model}`),
		},
		keyFor: () => ({ state: "none" }),
		random: () => 0,
		...change,
	};
}

/** A way to the network that knows no CORS. */
export const read: ReadOnce = async (url, init) => {
	const response = await fetch(url, init);
	return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
};

/** A page's fetch: what is not allowed to pages looks as if nobody answered. */
export async function asPage(url: string, init: RequestInit): Promise<Response> {
	const response = await fetch(url, { ...init, headers: { ...init.headers, origin: "app://obsidian.md" } });
	if (response.headers.get("access-control-allow-origin") !== null) return response;
	await response.body?.cancel();
	throw new TypeError("Failed to fetch");
}

export function endpointAt(baseUrl: string, change: Partial<Endpoint> = {}): Endpoint {
	return { id: "test", preset: "custom", name: "Test", baseUrl, secret: "", ...change };
}

export function requestTo(endpoint: Endpoint, model = "asked/model"): ChatRequest {
	return {
		note: null,
		sources: [],
		endpoint,
		model,
		prompt: { system: "Rules.", note: "<note>\nIt rains.\n</note>", question: "Is it clear?", thread: [] },
	};
}

export interface Heard {
	readonly text: string;
	readonly outcome: Outcome;
	readonly events: readonly ChatEvent[];
}

/** All that a request brings. */
export async function listen(
	request: ChatRequest,
	deps: ChatDeps,
	signal: AbortSignal = new AbortController().signal,
): Promise<Heard> {
	const events: ChatEvent[] = [];
	for await (const event of openChat(deps)(request, signal)) events.push(event);
	const end = events[events.length - 1];
	if (end?.type !== "end" || events.filter(({ type }) => type === "end").length !== 1)
		throw new Error("A chat ends exactly once, and last.");
	return {
		text: events.map((event) => (event.type === "text" ? event.text : "")).join(""),
		outcome: end.outcome,
		events,
	};
}
