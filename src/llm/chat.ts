import type { Chat, ChatEvent, Failure } from "../core/chat/chat";
import { checkBaseUrl, type Endpoint } from "../core/endpoint/endpoint";
import { keyToSend, type KeptKey } from "../core/endpoint/keys";
import { plainFailure } from "./failure";
import { attempt } from "./attempt";
import type { TransportDeps } from "./transport";

export interface ChatDeps extends TransportDeps {
	keyFor(endpoint: Endpoint): KeptKey;
	/** A number from 0 to 1, for spreading retries. */
	random(): number;
}

/** Tries after the first one. */
const mostRetries = 2;

/**
 * Seconds to wait before each new try where the endpoint does not say how long, plus up to a quarter. Many do say so in
 * a header that pages may not read (CORS), so it is long enough for most.
 */
const unsaidWaits = [5, 20];

/** Longest wait before a new try, in seconds: beyond it the writer is told and decides. */
const longestWait = 60;

/**
 * Asks models over HTTP. Tries again only where nothing was received and the endpoint says it did not begin (429, 503),
 * each time announced by a `waiting` event. Nothing is sent without a sound address and, where one is needed, a key
 * that may go there.
 */
export function openChat(deps: ChatDeps): Chat {
	return async function* chat(request, signal) {
		const { endpoint } = request;
		const key = deps.keyFor(endpoint);
		const refusal =
			checkBaseUrl(endpoint.baseUrl) !== null
				? plainFailure("address", `The address ${endpoint.baseUrl} can't be used.`)
				: key.state === "unconfirmed" || (key.state === "none" && endpoint.secret !== "")
					? plainFailure("key", "No key that may be sent to this address.")
					: null;
		if (refusal !== null) {
			yield {
				type: "end",
				outcome: { state: "failed", failure: refusal, usage: null, answerer: null, streamed: true },
			};
			return;
		}
		for (let tried = 0; ; tried++) {
			let again: { readonly failure: Failure; readonly seconds: number } | null = null;
			let thought = false;
			for await (const event of attempt(request, keyToSend(key), signal, deps)) {
				thought ||= event.type === "thinking";
				again = tried < mostRetries && !thought ? retryOf(event, tried, deps.random()) : null;
				if (again === null) yield event;
			}
			if (again === null) return;
			yield { type: "waiting", ...again };
			await pause(again.seconds * 1000, signal, deps);
			if (signal.aborted) {
				yield {
					type: "end",
					outcome: { state: "cancelled", failure: null, usage: null, answerer: null, streamed: true },
				};
				return;
			}
		}
	};
}

// Only a failure that came before any word or thought: what was paid for is never asked for twice behind the writer's
// back.
function retryOf(
	event: ChatEvent,
	tried: number,
	random: number,
): { readonly failure: Failure; readonly seconds: number } | null {
	if (event.type !== "end" || event.outcome.state !== "failed" || event.outcome.failure === null) return null;
	const { failure, usage } = event.outcome;
	if (!(failure.kind === "rate" || failure.kind === "overloaded") || failure.status === null || usage !== null)
		return null;
	const seconds = failure.retryAfter ?? Math.ceil((unsaidWaits[tried] ?? longestWait) * (1 + random / 4));
	return seconds <= longestWait ? { failure, seconds } : null;
}

function pause(milliseconds: number, signal: AbortSignal, deps: Pick<ChatDeps, "after">): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve();
		const cancel = deps.after(milliseconds, () => {
			signal.removeEventListener("abort", stop);
			resolve();
		});
		const stop = (): void => {
			cancel();
			resolve();
		};
		signal.addEventListener("abort", stop, { once: true });
	});
}
