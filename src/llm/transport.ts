import type { Answerer, ChatEvent, ChatRequest, Failure, FailureKind, Outcome } from "../core/chat/chat";
import { addressOf, currencyOf, type Endpoint } from "../core/endpoint/endpoint";
import { BodyParts } from "./body-parts";
import { requestBody, type DataPolicy } from "./body";
import { maxTurnMs, maxRefusalBytes } from "./bounds";
import { plainFailure, responseFailure } from "./failure";
import { headersFor } from "./headers";
import { ofPrivacy, refusedField, type OptionalField } from "./optional-fields";
import { Reading, type Piece } from "./reading";
import { Watchdog } from "./watchdog";

/**
 * Milliseconds to wait for the first words and between words. There is none for the connection: a page can't tell it
 * from the first line of an answer, and servers that load a model first, or answer in one piece, send that line when
 * they are ready.
 */
export interface Timeouts {
	/** For the first line of an answer, and again for its first words. */
	readonly firstToken: number;
	readonly betweenTokens: number;
}

/** A response in one piece, from a request that knows no CORS. */
export interface WholeResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
}

/**
 * Milliseconds within which a request that fails can't have begun: pages are refused before the note is sent (CORS
 * preflight), and so are connections. What is lost later may be answered and paid for, and is not sent again unasked.
 */
const early = 2000;

/** Milliseconds for finding out whether a host lets pages read. */
const probing = 5000;

/**
 * Milliseconds that the usage may take after the last words; then an answer that said it is at its end counts as
 * ended, though its connection stays.
 */
const lingering = 10_000;

/** What the transport needs of the world. */
export interface TransportDeps {
	fetch(url: string, init: RequestInit): Promise<Response>;
	/** Posts without CORS and without streaming; null where there is no such way. */
	readonly requestOnce:
		| ((
				url: string,
				init: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
		  ) => Promise<WholeResponse>)
		| null;
	/**
	 * Why a request is not sent now; null when it may be. Asked each time anew: between two tries the writer may have
	 * made the note private.
	 */
	refusal(request: ChatRequest): Promise<FailureKind | null>;
	/** Told what goes on the wire, each time. */
	sent(request: ChatRequest, body: string): void;
	timeouts(): Timeouts;
	policy(): DataPolicy;
	/** Milliseconds since the epoch: may be set back. */
	now(): number;
	/** Milliseconds from some moment on, never set back: what waits is measured with. */
	elapsed(): number;
	/** Calls back once after so many milliseconds, unless the returned function is called before. */
	after(milliseconds: number, call: () => void): () => void;
	/** Hosts that could only be read in one piece. */
	readonly unstreamed: { has(host: string): boolean; add(host: string): void; forget(host: string): void };
	/** Fields that an endpoint refused for a model, and that it is not sent again. */
	readonly refused: {
		of(host: string, model: string): readonly OptionalField[];
		add(host: string, model: string, field: OptionalField): void;
		/** All are sent again. */
		forget(host: string, model: string): void;
	};
}

/**
 * One try of one request; one more for each field that the endpoint refuses and that a request can do without, since it
 * began nothing. Never throws; its last event is `end`.
 */
export async function* attempt(
	request: ChatRequest,
	key: string | null,
	signal: AbortSignal,
	deps: TransportDeps,
): AsyncGenerator<ChatEvent> {
	const secrets = key === null ? [] : [key];
	const url = addressOf(request.endpoint.baseUrl, "/chat/completions");
	const host = new URL(url).host;
	const headers = headersFor(request.endpoint, key);
	const left = new Set(deps.refused.of(host, request.model));
	let announced = false;
	let told: Answerer | null = null;
	for (;;) {
		const reading = new Reading(secrets, currencyOf(request.endpoint));
		let streamed = !left.has("stream");
		const end = (state: Outcome["state"], failure: Failure | null): ChatEvent => {
			const notes = [...reading.notes, ...[...left].map((field) => `left out: ${field}, which ${host} refuses`)];
			return {
				type: "end",
				outcome: {
					state,
					failure,
					usage: reading.usage,
					answerer: reading.answerer ?? (state === "done" ? { model: request.model, provider: null } : null),
					streamed,
					...(notes.length > 0 ? { notes } : {}),
				},
			};
		};
		const eventsOf = (piece: Piece): readonly ChatEvent[] => {
			const events: ChatEvent[] = [];
			const { answerer } = reading;
			if (answerer !== null && (answerer.model !== told?.model || answerer.provider !== told.provider)) {
				told = answerer;
				events.push({ type: "answerer", answerer });
			}
			if (piece.text !== "" || piece.replaces)
				events.push({ type: "text", text: piece.text, ...(piece.replaces ? { replaces: true } : {}) });
			else if (piece.thinking) events.push({ type: "thinking" });
			return events;
		};
		/** Whether it is worth another try without what was refused. */
		const without = (failure: Failure | null, came: boolean): boolean => {
			const field = refusedField(failure, came, request.thinking === undefined ? new Set([...left, "thinking"]) : left);
			if (field === null) return false;
			left.add(field);
			deps.refused.add(host, request.model, field);
			return true;
		};

		const refusal = await deps.refusal(request);
		if (refusal !== null || signal.aborted) {
			yield refusal === null ? end("cancelled", null) : end("failed", plainFailure(refusal, "Nothing was sent."));
			return;
		}
		const init = { headers, body: requestBody(request, deps.policy(), left) };
		deps.sent(request, init.body);

		const watchdog = new Watchdog(signal, deps);
		let again = false;
		try {
			const { firstToken, betweenTokens } = deps.timeouts();
			const inOnePiece = firstToken + betweenTokens;
			let opened: Response | WholeResponse | Failure | "cancelled" | "unreadable" =
				deps.requestOnce !== null && deps.unstreamed.has(host) ? "unreadable" : "cancelled";
			const known = opened === "unreadable";
			if (!known) {
				if (!streamed && !announced) {
					announced = true;
					yield { type: "resent" };
				}
				watchdog.expect(streamed ? firstToken : inOnePiece);
				opened = await open(url, init, host, watchdog, signal, deps, secrets);
			}
			if (opened === "unreadable" && deps.requestOnce !== null) {
				// Refused by CORS or not reachable at all: the page can't tell. The way without CORS can.
				streamed = false;
				watchdog.stop();
				if (!known) {
					const refusedNow = await deps.refusal(request);
					if (refusedNow !== null) {
						yield end("failed", plainFailure(refusedNow, "It was not sent again."));
						return;
					}
					yield { type: "resent" };
				}
				opened = await once(deps.requestOnce, url, init, signal, deps, secrets);
			}
			if (signal.aborted || opened === "cancelled" || opened === "unreadable") {
				yield end("cancelled", null);
				return;
			}
			if ("kind" in opened) {
				yield end("failed", opened);
				return;
			}
			const response = opened;
			if (response.status >= 400) {
				const body =
					response instanceof Response
						? await textOf(response, maxRefusalBytes).catch(() => "")
						: response.text.slice(0, maxRefusalBytes);
				const failure = responseFailure(
					response.status,
					body,
					(name) => (response instanceof Response ? response.headers.get(name) : headerOf(response, name)),
					deps.now(),
					secrets,
				);
				if (signal.aborted) {
					yield end("cancelled", null);
					return;
				}
				again = without(failure, false);
				if (!again) {
					yield end("failed", ofPrivacy(failure, init.body));
					return;
				}
			} else {
				const body = new BodyParts(reading);
				let cut = false;
				if (response instanceof Response) {
					watchdog.expect(streamed ? firstToken : inOnePiece);
					const reader = (response.body ?? new Blob([]).stream()).getReader();
					let turn = deps.elapsed();
					try {
						while (!body.ended && reading.failure === null && !signal.aborted) {
							const { done, value } = await reader.read();
							const piece = await body.take(value ?? nothing, done);
							if (piece !== null) {
								for (const event of eventsOf(piece)) yield event;
								if (reading.finished) watchdog.expect(Math.min(lingering, betweenTokens));
								else if (piece.text !== "" || piece.thinking) watchdog.expect(betweenTokens);
							}
							if (done) break;
							if (deps.elapsed() - turn < maxTurnMs) continue;
							// What has come already is given without a pause in between: keys and the way to cancel would wait for
							// it.
							await new Promise<void>((resolve) => void deps.after(0, resolve));
							turn = deps.elapsed();
						}
					} catch (error) {
						cut = true;
						if (!signal.aborted && !watchdog.expired && !(error instanceof TypeError))
							reading.failure ??= plainFailure("network", describe(error), secrets);
					} finally {
						reader.cancel().catch(() => undefined);
					}
				} else {
					// A server that was asked to stream may do so even when it is read in one piece.
					const piece = await body.take(new TextEncoder().encode(response.text), true);
					if (piece !== null) for (const event of eventsOf(piece)) yield event;
				}
				for (const event of eventsOf(reading.end())) yield event;
				if (signal.aborted) {
					yield end("cancelled", null);
					return;
				}
				// A host that allows pages had only lost the connection: it will stream again. Many say so to pages alone, so a
				// page has to ask. Of an error this says nothing: gateways send theirs without.
				if (
					!(response instanceof Response) &&
					!known &&
					headerOf(response, "access-control-allow-origin") === null &&
					(await refusesPages(request.endpoint, key, signal, deps))
				)
					deps.unstreamed.add(host);
				const { state, failure } = reading.conclusion(cut || watchdog.expired);
				again = state === "failed" && without(failure, reading.usage !== null);
				if (!again) {
					yield end(
						state,
						watchdog.expired && failure !== null
							? plainFailure("timeout", "The words stopped coming.", secrets)
							: failure,
					);
					return;
				}
			}
		} finally {
			watchdog.stop();
		}
	}
}

const nothing = new Uint8Array();

/** What a request that streams begins with; `unreadable` where only the way without CORS can tell more. */
async function open(
	url: string,
	init: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
	host: string,
	watchdog: Watchdog,
	signal: AbortSignal,
	deps: TransportDeps,
	secrets: readonly string[],
): Promise<Response | Failure | "cancelled" | "unreadable"> {
	const sent = deps.elapsed();
	try {
		// A note goes to the address the writer set up, and to none it points to.
		const response = await deps.fetch(url, { method: "POST", ...init, redirect: "manual", signal: watchdog.signal });
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

// requestUrl can't be aborted: a late answer is let go.
async function once(
	request: NonNullable<TransportDeps["requestOnce"]>,
	url: string,
	init: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
	signal: AbortSignal,
	deps: TransportDeps,
	secrets: readonly string[],
): Promise<WholeResponse | Failure | "cancelled"> {
	if (signal.aborted) return "cancelled";
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
	const answer = request(url, init).catch((error: unknown) => plainFailure("network", describe(error), secrets));
	const result = await Promise.race([answer, cancelled, late]);
	stop();
	return result;
}

// Asks for what costs nothing, with the same headers: whatever its status, a response that can be read allows pages.
// Without one in time nothing is known.
async function refusesPages(
	endpoint: Endpoint,
	key: string | null,
	signal: AbortSignal,
	deps: TransportDeps,
): Promise<boolean> {
	const watchdog = new Watchdog(signal, deps);
	watchdog.expect(probing);
	try {
		const response = await deps.fetch(addressOf(endpoint.baseUrl, "/models"), {
			headers: headersFor(endpoint, key),
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

/** Whether a server answers with another address. A page is not told which. */
export function pointsElsewhere({ type, status }: Response): boolean {
	return type === "opaqueredirect" || (status >= 300 && status < 400);
}

/** The beginning of a body. */
async function textOf(response: Response, mostBytes: number): Promise<string> {
	const reader = (response.body ?? new Blob([]).stream()).getReader();
	const decoder = new TextDecoder();
	let text = "";
	for (let bytes = 0; bytes < mostBytes;) {
		const { done, value } = await reader.read();
		text += decoder.decode(value?.subarray(0, mostBytes - bytes), { stream: !done });
		if (done) return text;
		bytes += value.length;
	}
	reader.cancel().catch(() => undefined);
	return text;
}

function headerOf({ headers }: WholeResponse, name: string): string | null {
	return Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? null;
}

function describe(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
	return `${error.name}: ${error.message}${cause}`;
}
