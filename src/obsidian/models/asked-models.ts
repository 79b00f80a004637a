import type { Answerer, Chat, ChatEvent } from "../../core/chat/chat";
import { presets, type Endpoint } from "../../core/endpoint/endpoint";
import type { ModelLists } from "./model-lists";
import type { RecentModels } from "../storage/recent-models";

/**
 * Milliseconds for which an answer that is all there waits until its version is known anew; then the one known before
 * counts.
 */
const timeoutMs = 2000;

/**
 * A chat that remembers which models are asked, and tells which version of a local model answers. A tag of Ollama's may
 * have been pulled anew since its digest was read, so that is read again while the model answers.
 */
export function askedModels(chat: Chat, lists: ModelLists, recent: RecentModels): Chat {
	return (request, signal) => {
		const { endpoint, model } = request;
		recent.asked({ endpoint: endpoint.id, model });
		const fresh = presets[endpoint.preset].versions !== null ? lists.refresh(endpoint).catch(() => undefined) : null;
		return versioned(
			chat(request, signal),
			endpoint,
			lists,
			fresh === null ? null : Promise.race([fresh, aborted(signal)]),
		);
	};
}

/** @param fresh resolves once the version is known anew, or nobody waits any more; null when it needs not be */
async function* versioned(
	events: AsyncIterable<ChatEvent>,
	endpoint: Endpoint,
	lists: ModelLists,
	fresh: Promise<void> | null,
): AsyncIterable<ChatEvent> {
	const told = (answerer: Answerer): Answerer => {
		const version = lists.find(endpoint, answerer.model)?.version;
		return version == null ? answerer : { ...answerer, version };
	};
	for await (const event of events) {
		// The answer is all there; only its end waits.
		if (event.type === "end" && fresh !== null) await Promise.race([fresh, passed(timeoutMs)]);
		if (event.type === "answerer") yield { ...event, answerer: told(event.answerer) };
		else if (event.type === "end" && event.outcome.answerer !== null)
			yield { ...event, outcome: { ...event.outcome, answerer: told(event.outcome.answerer) } };
		else yield event;
	}
}

function passed(milliseconds: number): Promise<void> {
	return new Promise((resolve) => void window.setTimeout(resolve, milliseconds));
}

function aborted(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener("abort", () => resolve(), { once: true });
	});
}
