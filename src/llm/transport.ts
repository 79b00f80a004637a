import type { Answerer, ChatEvent, ChatRequest, Failure, FailureKind, Outcome } from "../core/chat/chat";
import { currencyOf, type Endpoint } from "../core/endpoint/endpoint";
import { BodyParts } from "./body-parts";
import { requestBody, type DataPolicy } from "./body";
import { longestTurn, mostRefusalBytes } from "./bounds";
import { plainFailure, responseFailure } from "./failure";
import { headersFor } from "./headers";
import { Reading, type Piece } from "./reading";

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
	/** Milliseconds since the epoch. */
	now(): number;
	/** Calls back once after so many milliseconds, unless the returned function is called before. */
	after(milliseconds: number, call: () => void): () => void;
	/** Hosts that could only be read in one piece. */
	readonly unstreamed: { has(host: string): boolean; add(host: string): void; forget(host: string): void };
}

/**
 * One try of one request; one more where an endpoint refuses the field that asks for the usage, since it began
 * nothing. Never throws; its last event is `end`.
 */
export async function* attempt(
	request: ChatRequest,
	key: string | null,
	signal: AbortSignal,
	deps: TransportDeps,
): AsyncGenerator<ChatEvent> {
	for await (const event of send(request, true, key, signal, deps)) {
		if (!refusesUsage(event)) yield event;
		else yield* send(request, false, key, signal, deps);
	}
}

function refusesUsage(event: ChatEvent): boolean {
	if (event.type !== "end" || event.outcome.state !== "failed") return false;
	const { failure } = event.outcome;
	return (failure?.status === 400 || failure?.status === 422) && failure.detail.includes("stream_options");
}

async function* send(
	request: ChatRequest,
	usage: boolean,
	key: string | null,
	signal: AbortSignal,
	deps: TransportDeps,
): AsyncGenerator<ChatEvent> {
	const secrets = key === null ? [] : [key];
	const url = `${request.endpoint.baseUrl}/chat/completions`;
	const init = { headers: headersFor(request.endpoint, key), body: requestBody(request, deps.policy(), usage) };
	const host = new URL(url).host;
	const reading = new Reading(secrets, currencyOf(request.endpoint));
	let streamed = true;
	const end = (state: Outcome["state"], failure: Failure | null): ChatEvent => ({
		type: "end",
		outcome: {
			state,
			failure,
			usage: reading.usage,
			answerer: reading.answerer ?? (state === "done" ? { model: request.model, provider: null } : null),
			streamed,
			...(reading.notes.length > 0 ? { notes: reading.notes } : {}),
		},
	});

	let told: Answerer | null = null;
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

	const refusal = await deps.refusal(request);
	if (refusal !== null || signal.aborted) {
		yield refusal === null ? end("cancelled", null) : end("failed", plainFailure(refusal, "Nothing was sent."));
		return;
	}
	deps.sent(request, init.body);
	if (deps.requestOnce !== null && deps.unstreamed.has(host)) {
		streamed = false;
		yield* whole(await once(deps.requestOnce, url, init, signal, deps), false);
		return;
	}

	const watchdog = new Watchdog(signal, deps);
	const sent = deps.now();
	try {
		watchdog.expect(deps.timeouts().firstToken);
		let response: Response;
		try {
			// A note goes to the address the writer set up, and to none it points to.
			response = await deps.fetch(url, { method: "POST", ...init, redirect: "manual", signal: watchdog.signal });
		} catch (error) {
			if (signal.aborted) {
				yield end("cancelled", null);
				return;
			}
			if (watchdog.expired) {
				yield end("failed", plainFailure("timeout", `Nothing from ${host} in time.`, secrets));
				return;
			}
			if (deps.requestOnce === null || deps.now() - sent > early) {
				yield end("failed", plainFailure("network", describe(error), secrets));
				return;
			}
			// Refused by CORS or not reachable at all: the page can't tell. The way without CORS can.
			streamed = false;
			const refusedNow = await deps.refusal(request);
			if (refusedNow !== null) {
				yield end("failed", plainFailure(refusedNow, "It was not sent again."));
				return;
			}
			yield { type: "resent" };
			yield* whole(await once(deps.requestOnce, url, init, signal, deps), true);
			return;
		}
		if (pointsElsewhere(response)) {
			yield end(
				"failed",
				plainFailure("address", `${host} sends requests on to another address. Nothing was sent there.`, secrets),
			);
			return;
		}
		watchdog.expect(deps.timeouts().firstToken);
		if (!response.ok) {
			const body = await textOf(response, mostRefusalBytes).catch(() => "");
			if (signal.aborted) {
				yield end("cancelled", null);
				return;
			}
			yield end(
				"failed",
				responseFailure(response.status, body, (name) => response.headers.get(name), deps.now(), secrets),
			);
			return;
		}
		const body = new BodyParts(reading);
		const reader = (response.body ?? new Blob([]).stream()).getReader();
		let cut = false;
		let turn = deps.now();
		try {
			while (!body.ended && reading.failure === null && !signal.aborted) {
				const { done, value } = await reader.read();
				const piece = await body.take(value ?? new Uint8Array(), done);
				if (piece !== null) {
					for (const event of eventsOf(piece)) yield event;
					if (reading.finished) watchdog.expect(Math.min(lingering, deps.timeouts().betweenTokens));
					else if (piece.text !== "" || piece.thinking) watchdog.expect(deps.timeouts().betweenTokens);
				}
				if (done) break;
				if (deps.now() - turn < longestTurn) continue;
				// What has come already is given without a pause in between: keys and the way to cancel would wait for it.
				await new Promise<void>((resolve) => void deps.after(0, resolve));
				turn = deps.now();
			}
		} catch (error) {
			cut = true;
			if (!signal.aborted && !watchdog.expired && !(error instanceof TypeError))
				reading.failure ??= plainFailure("network", describe(error), secrets);
		} finally {
			reader.cancel().catch(() => undefined);
		}
		for (const event of eventsOf(reading.end())) yield event;
		if (signal.aborted) {
			yield end("cancelled", null);
			return;
		}
		const { state, failure } = reading.conclusion(cut || watchdog.expired);
		if (watchdog.expired && failure !== null) {
			yield end(state, plainFailure("timeout", "The words stopped coming.", secrets));
			return;
		}
		yield end(state, failure);
	} finally {
		watchdog.stop();
	}

	/** @param refused whether the page itself could not read this host just now */
	async function* whole(
		answer: WholeResponse | Error | "cancelled" | "timeout",
		refused: boolean,
	): AsyncGenerator<ChatEvent> {
		if (signal.aborted || answer === "cancelled") {
			yield end("cancelled", null);
			return;
		}
		if (answer === "timeout") {
			yield end("failed", plainFailure("timeout", "No answer in time.", secrets));
			return;
		}
		if (answer instanceof Error) {
			yield end("failed", plainFailure("network", describe(answer), secrets));
			return;
		}
		if (answer.status >= 400) {
			yield end(
				"failed",
				responseFailure(
					answer.status,
					answer.text.slice(0, mostRefusalBytes),
					(name) => headerOf(answer, name),
					deps.now(),
					secrets,
				),
			);
			return;
		}
		// A server that was asked to stream may do so even when it is read in one piece.
		const piece = await new BodyParts(reading).take(new TextEncoder().encode(answer.text), true);
		if (piece !== null) for (const event of eventsOf(piece)) yield event;
		for (const event of eventsOf(reading.end())) yield event;
		// A host that allows pages had only lost the connection: it will stream again. Many say so to pages alone, so a
		// page has to ask. Of an error this says nothing: gateways send theirs without.
		if (
			refused &&
			headerOf(answer, "access-control-allow-origin") === null &&
			(await refusesPages(request.endpoint, key, signal, deps))
		)
			deps.unstreamed.add(host);
		const { state, failure } = reading.conclusion(false);
		yield end(state, failure);
	}
}

// requestUrl can't be aborted: a late answer is let go.
async function once(
	request: NonNullable<TransportDeps["requestOnce"]>,
	url: string,
	init: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
	signal: AbortSignal,
	deps: TransportDeps,
): Promise<WholeResponse | Error | "cancelled" | "timeout"> {
	if (signal.aborted) return "cancelled";
	let stop = (): void => undefined;
	const cancelled = new Promise<"cancelled">((resolve) =>
		signal.addEventListener("abort", () => resolve("cancelled"), { once: true }),
	);
	const late = new Promise<"timeout">((resolve) => {
		stop = deps.after(deps.timeouts().firstToken + deps.timeouts().betweenTokens, () => resolve("timeout"));
	});
	const answer = request(url, init).catch((error: unknown) =>
		error instanceof Error ? error : new Error(String(error)),
	);
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
		const response = await deps.fetch(`${endpoint.baseUrl}/models`, {
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

/**
 * Aborts a request when nothing is heard of it for too long. One timer, moved only when it fires: words come by the
 * hundred.
 */
class Watchdog {
	readonly controller = new AbortController();
	expired = false;
	private deadline = 0;
	private cancel: (() => void) | null = null;
	private readonly forward = (): void => this.controller.abort();

	constructor(
		private readonly outer: AbortSignal,
		private readonly deps: Pick<TransportDeps, "now" | "after">,
	) {
		if (outer.aborted) this.controller.abort();
		else outer.addEventListener("abort", this.forward, { once: true });
	}

	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** The next sign of life is due within so many milliseconds. */
	expect(milliseconds: number): void {
		const deadline = this.deps.now() + milliseconds;
		const sooner = deadline < this.deadline;
		this.deadline = deadline;
		if (this.cancel === null || sooner) this.arm(milliseconds);
	}

	stop(): void {
		this.cancel?.();
		this.outer.removeEventListener("abort", this.forward);
	}

	private arm(milliseconds: number): void {
		this.cancel?.();
		this.cancel = this.deps.after(milliseconds, () => {
			const left = this.deadline - this.deps.now();
			if (left > 0) return this.arm(left);
			this.expired = true;
			this.controller.abort();
		});
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
