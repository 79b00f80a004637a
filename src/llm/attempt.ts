import type { Answerer, ChatEvent, ChatRequest, Failure, Outcome } from "../core/chat/chat";
import { currencyOf } from "../core/endpoint/endpoint";
import { BodyParts } from "./body-parts";
import { requestBody } from "./body";
import { maxRefusalBytes, maxTurnMs } from "./bounds";
import { Connection, describe } from "./connection";
import { plainFailure, responseFailure } from "./failure";
import { ofPrivacy, refusedField, type OptionalField } from "./optional-fields";
import { Reading, type Piece } from "./reading";
import { headerOf, type TransportDeps, type WholeResponse } from "./transport";
import { Watchdog } from "./watchdog";

/**
 * Milliseconds that the usage may take after the last words; then an answer that said it is at its end counts as
 * ended, though its connection stays.
 */
const lingering = 10_000;

const nothing = new Uint8Array();

/** Events on the way, and at the end whether the request is sent once more without what was refused. */
type Sent = AsyncGenerator<ChatEvent, boolean>;

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
	const whole = new Attempt(request, key, signal, deps);
	while (yield* new Sending(whole).run());
}

/** What all sendings of one request have in common. */
class Attempt {
	readonly connection: Connection;
	/** Fields that are not sent, because the endpoint refuses them. */
	readonly left: Set<OptionalField>;
	/** Whether it was told that the answer comes in one piece. */
	announced = false;
	/** Who was told to answer, the last time. */
	told: Answerer | null = null;

	constructor(
		readonly request: ChatRequest,
		key: string | null,
		readonly signal: AbortSignal,
		readonly deps: TransportDeps,
	) {
		this.connection = new Connection(request.endpoint, key, signal, deps);
		this.left = new Set(deps.refused.of(this.connection.host, request.model));
	}

	/** Leaves out what was refused, if a request can do without it: it is worth another try then. */
	drop(failure: Failure | null, came: boolean): boolean {
		const { left, request, deps } = this;
		const field = refusedField(failure, came, request.thinking === undefined ? new Set([...left, "thinking"]) : left);
		if (field === null) return false;
		left.add(field);
		deps.refused.add(this.connection.host, request.model, field);
		return true;
	}

	get notes(): readonly string[] {
		return [...this.left].map((field) => `left out: ${field}, which ${this.connection.host} refuses`);
	}
}

/** A request as it goes out once, and what comes of it. */
class Sending {
	private readonly reading: Reading;
	private readonly watchdog: Watchdog;
	/** Whether the answer comes as it is written. */
	private streamed: boolean;
	/** Whether it was known before that the host lets no page read. */
	private readonly isUnstreamed: boolean;
	/** Whether the connection went before the answer was at its end. */
	private cut = false;

	constructor(private readonly whole: Attempt) {
		this.reading = new Reading(whole.connection.secrets, currencyOf(whole.request.endpoint));
		this.watchdog = new Watchdog(whole.signal, whole.deps);
		this.streamed = !whole.left.has("stream");
		this.isUnstreamed = whole.connection.isUnstreamed;
	}

	async *run(): Sent {
		const { request, signal, deps, left } = this.whole;
		try {
			const refusal = await deps.refusal(request);
			if (refusal !== null) return yield* this.end("failed", plainFailure(refusal, "Nothing was sent."));
			if (signal.aborted) return yield* this.end("cancelled", null);
			const body = requestBody(request, deps.policy(), left);
			deps.sent(request, body);
			const opened = yield* this.open(body);
			if (signal.aborted || opened === "cancelled") return yield* this.end("cancelled", null);
			if ("kind" in opened) return yield* this.end("failed", opened);
			return opened.status >= 400 ? yield* this.refused(opened, body) : yield* this.read(opened);
		} finally {
			this.watchdog.stop();
		}
	}

	private async *open(body: string): AsyncGenerator<ChatEvent, Response | WholeResponse | Failure | "cancelled"> {
		const { whole, watchdog } = this;
		const { connection, request, deps } = whole;
		if (!this.isUnstreamed) {
			if (!this.streamed && !whole.announced) {
				whole.announced = true;
				yield { type: "resent" };
			}
			watchdog.expect(this.untilWords);
			const opened = await connection.stream(body, watchdog);
			if (opened !== "unreadable") return opened;
		}
		// Refused by CORS or not reachable at all: the page can't tell. The way without CORS can.
		this.streamed = false;
		watchdog.stop();
		if (!this.isUnstreamed) {
			const refusal = await deps.refusal(request);
			if (refusal !== null) return plainFailure(refusal, "It was not sent again.");
			yield { type: "resent" };
		}
		return connection.whole(body);
	}

	private async *refused(response: Response | WholeResponse, body: string): Sent {
		const { whole } = this;
		const text =
			response instanceof Response
				? await textOf(response, maxRefusalBytes).catch(() => "")
				: response.text.slice(0, maxRefusalBytes);
		const failure = responseFailure(
			response.status,
			text,
			(name) => headerOf(response, name),
			whole.deps.now(),
			whole.connection.secrets,
		);
		if (whole.signal.aborted) return yield* this.end("cancelled", null);
		return whole.drop(failure, false) || (yield* this.end("failed", ofPrivacy(failure, body)));
	}

	private async *read(response: Response | WholeResponse): Sent {
		const { whole, reading, watchdog } = this;
		const { connection, signal, deps } = whole;
		const body = new BodyParts(reading);
		if (response instanceof Response) yield* this.stream(response, body);
		else {
			// A server that was asked to stream may do so even when it is read in one piece.
			const piece = await body.take(new TextEncoder().encode(response.text), true);
			if (piece !== null) yield* this.eventsOf(piece);
		}
		yield* this.eventsOf(reading.end());
		if (signal.aborted) return yield* this.end("cancelled", null);
		// A host that allows pages had only lost the connection: it will stream again. Many say so to pages alone, so a
		// page has to ask. Of an error this says nothing: gateways send theirs without.
		if (
			!(response instanceof Response) &&
			!this.isUnstreamed &&
			headerOf(response, "access-control-allow-origin") === null &&
			(await connection.refusesPages())
		)
			deps.unstreamed.add(connection.host);
		const { state, failure } = reading.conclusion(this.cut || watchdog.expired);
		if (state === "failed" && whole.drop(failure, reading.usage !== null)) return true;
		const isLate = watchdog.expired && failure !== null;
		return yield* this.end(
			state,
			isLate ? plainFailure("timeout", "The words stopped coming.", connection.secrets) : failure,
		);
	}

	private async *stream(response: Response, body: BodyParts): AsyncGenerator<ChatEvent> {
		const { reading, watchdog } = this;
		const { signal, deps, connection } = this.whole;
		const { betweenTokens } = deps.timeouts();
		watchdog.expect(this.untilWords);
		const reader = (response.body ?? new Blob([]).stream()).getReader();
		let turn = deps.elapsed();
		try {
			while (!body.ended && reading.failure === null && !signal.aborted) {
				const { done, value } = await reader.read();
				const piece = await body.take(value ?? nothing, done);
				if (piece !== null) {
					yield* this.eventsOf(piece);
					if (reading.finished) watchdog.expect(Math.min(lingering, betweenTokens));
					else if (piece.text !== "" || piece.thinking) watchdog.expect(betweenTokens);
				}
				if (done) break;
				if (deps.elapsed() - turn < maxTurnMs) continue;
				// What has come already is given without a pause in between: keys and the way to cancel would wait for it.
				await new Promise<void>((resolve) => void deps.after(0, resolve));
				turn = deps.elapsed();
			}
		} catch (error) {
			this.cut = true;
			if (!signal.aborted && !watchdog.expired && !(error instanceof TypeError))
				reading.failure ??= plainFailure("network", describe(error), connection.secrets);
		} finally {
			reader.cancel().catch(() => undefined);
		}
	}

	/** Milliseconds to wait for the first words. */
	private get untilWords(): number {
		const { firstToken, betweenTokens } = this.whole.deps.timeouts();
		return this.streamed ? firstToken : firstToken + betweenTokens;
	}

	private *eventsOf(piece: Piece): Generator<ChatEvent, void> {
		const { whole, reading } = this;
		const { answerer } = reading;
		if (answerer !== null && (answerer.model !== whole.told?.model || answerer.provider !== whole.told.provider)) {
			whole.told = answerer;
			yield { type: "answerer", answerer };
		}
		if (piece.text !== "" || piece.replaces)
			yield { type: "text", text: piece.text, ...(piece.replaces ? { replaces: true } : {}) };
		else if (piece.thinking) yield { type: "thinking" };
	}

	/** The last event. Nothing is sent again after it. */
	private *end(state: Outcome["state"], failure: Failure | null): Generator<ChatEvent, false> {
		const { whole, reading, streamed } = this;
		const notes = [...reading.notes, ...whole.notes];
		const asked = state === "done" ? { model: whole.request.model, provider: null } : null;
		yield {
			type: "end",
			outcome: {
				state,
				failure,
				usage: reading.usage,
				answerer: reading.answerer ?? asked,
				streamed,
				...(notes.length > 0 ? { notes } : {}),
			},
		};
		return false;
	}
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
