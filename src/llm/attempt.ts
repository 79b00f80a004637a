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

/** A part of what is to be done, after which what came of it is told. */
type Step = () => Promise<void>;

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
	for (let again = true; again;) {
		const sending = new Sending(whole);
		try {
			// One loop over all of it: each generator within another takes its time with every word.
			while (sending.step !== null) {
				await sending.step();
				for (const event of sending.told()) yield event;
			}
		} finally {
			sending.stop();
		}
		({ again } = sending);
	}
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

/** A request as it goes out once, and what comes of it: step by step, until there is none. */
class Sending {
	/** What is done next; null at the end. */
	step: Step | null = () => this.begin();
	/** Whether the request is sent once more, without what was refused. */
	again = false;
	private events: ChatEvent[] = [];
	private readonly reading: Reading;
	private readonly body: BodyParts;
	private readonly watchdog: Watchdog;
	/** Whether the answer comes as it is written. */
	private streamed: boolean;
	/** Whether it was known before that the host lets no page read. */
	private readonly isUnstreamed: boolean;
	/** Whether the connection went before the answer was at its end. */
	private cut = false;
	private reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
	/** When the page had its turn last. */
	private turn = 0;

	constructor(private readonly whole: Attempt) {
		this.reading = new Reading(whole.connection.secrets, currencyOf(whole.request.endpoint));
		this.body = new BodyParts(this.reading);
		this.watchdog = new Watchdog(whole.signal, whole.deps);
		this.streamed = !whole.left.has("stream");
		this.isUnstreamed = whole.connection.isUnstreamed;
	}

	/** What happened since this was last asked. */
	told(): readonly ChatEvent[] {
		const { events } = this;
		this.events = [];
		return events;
	}

	/** Lets go of the connection and the clock. */
	stop(): void {
		this.watchdog.stop();
		this.reader?.cancel().catch(() => undefined);
	}

	private async begin(): Promise<void> {
		const { whole } = this;
		const { request, signal, deps, left } = whole;
		const refusal = await deps.refusal(request);
		if (refusal !== null) return this.end("failed", plainFailure(refusal, "Nothing was sent."));
		if (signal.aborted) return this.end("cancelled", null);
		const body = requestBody(request, deps.policy(), left);
		deps.sent(request, body);
		if (this.isUnstreamed) {
			this.streamed = false;
			this.step = () => this.once(body);
			return;
		}
		if (!this.streamed && !whole.announced) {
			whole.announced = true;
			this.events.push({ type: "resent" });
		}
		this.step = () => this.open(body);
	}

	private async open(body: string): Promise<void> {
		const { whole, watchdog } = this;
		const { request, deps, connection } = whole;
		watchdog.expect(this.untilWords);
		const opened = await connection.stream(body, watchdog);
		if (opened !== "unreadable") return this.answered(opened, body);
		// Refused by CORS or not reachable at all: the page can't tell. The way without CORS can.
		this.streamed = false;
		watchdog.stop();
		const refusal = await deps.refusal(request);
		if (refusal !== null) return this.answered(plainFailure(refusal, "It was not sent again."), body);
		this.events.push({ type: "resent" });
		this.step = () => this.once(body);
	}

	private async once(body: string): Promise<void> {
		return this.answered(await this.whole.connection.whole(body), body);
	}

	private async answered(opened: Response | WholeResponse | Failure | "cancelled", body: string): Promise<void> {
		if (this.whole.signal.aborted || opened === "cancelled") return this.end("cancelled", null);
		if ("kind" in opened) return this.end("failed", opened);
		if (opened.status >= 400) return this.refused(opened, body);
		if (opened instanceof Response) {
			this.watchdog.expect(this.untilWords);
			const reader = (opened.body ?? new Blob([]).stream()).getReader();
			this.reader = reader;
			this.turn = this.whole.deps.elapsed();
			this.step = () => this.part(reader);
			return;
		}
		// A server that was asked to stream may do so even when it is read in one piece.
		const piece = await this.body.take(new TextEncoder().encode(opened.text), true);
		if (piece !== null) this.tell(piece);
		this.step = () => this.finish(opened);
	}

	private async refused(response: Response | WholeResponse, body: string): Promise<void> {
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
		if (whole.signal.aborted) return this.end("cancelled", null);
		if (whole.drop(failure, false)) this.sendAgain();
		else this.end("failed", ofPrivacy(failure, body));
	}

	/** Reads what the network brings next. */
	private async part(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
		const { reading, watchdog, body } = this;
		const { signal, deps, connection } = this.whole;
		try {
			const { done, value } = await reader.read();
			const piece = await body.take(value ?? nothing, done);
			const now = deps.elapsed();
			if (piece !== null) {
				this.tell(piece);
				const { betweenTokens } = deps.timeouts();
				if (reading.finished) watchdog.expect(Math.min(lingering, betweenTokens), now);
				else if (piece.text !== "" || piece.thinking) watchdog.expect(betweenTokens, now);
			}
			if (done || body.ended || reading.failure !== null || signal.aborted) this.step = () => this.finish(null);
			else if (now - this.turn >= maxTurnMs) this.step = () => this.rest(reader);
		} catch (error) {
			this.cut = true;
			if (!signal.aborted && !watchdog.expired && !(error instanceof TypeError))
				reading.failure ??= plainFailure("network", describe(error), connection.secrets);
			this.step = () => this.finish(null);
		}
	}

	// What has come already is given without a pause in between: keys and the way to cancel would wait for it.
	private async rest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
		const { deps } = this.whole;
		await new Promise<void>((resolve) => void deps.after(0, resolve));
		this.turn = deps.elapsed();
		this.step = () => this.part(reader);
	}

	/** @param response what came in one piece; null for a stream */
	private async finish(response: WholeResponse | null): Promise<void> {
		const { whole, reading, watchdog } = this;
		const { connection, signal, deps } = whole;
		this.reader?.cancel().catch(() => undefined);
		this.tell(reading.end());
		if (signal.aborted) return this.end("cancelled", null);
		// A host that allows pages had only lost the connection: it will stream again. Many say so to pages alone, so a
		// page has to ask. Of an error this says nothing: gateways send theirs without.
		if (
			response !== null &&
			!this.isUnstreamed &&
			headerOf(response, "access-control-allow-origin") === null &&
			(await connection.refusesPages())
		)
			deps.unstreamed.add(connection.host);
		const { state, failure } = reading.conclusion(this.cut || watchdog.expired);
		if (state === "failed" && whole.drop(failure, reading.usage !== null)) return this.sendAgain();
		const isLate = watchdog.expired && failure !== null;
		this.end(state, isLate ? plainFailure("timeout", "The words stopped coming.", connection.secrets) : failure);
	}

	/** Milliseconds to wait for the first words. */
	private get untilWords(): number {
		const { firstToken, betweenTokens } = this.whole.deps.timeouts();
		return this.streamed ? firstToken : firstToken + betweenTokens;
	}

	private tell(piece: Piece): void {
		const { whole, reading, events } = this;
		const { answerer } = reading;
		if (
			answerer !== null &&
			answerer !== whole.told &&
			(answerer.model !== whole.told?.model || answerer.provider !== whole.told.provider)
		) {
			whole.told = answerer;
			events.push({ type: "answerer", answerer });
		}
		if (piece.replaces) events.push({ type: "text", text: piece.text, replaces: true });
		else if (piece.text !== "") events.push({ type: "text", text: piece.text });
		else if (piece.thinking) events.push({ type: "thinking" });
	}

	private sendAgain(): void {
		this.step = null;
		this.again = true;
	}

	/** Tells the last event. Nothing is sent again after it. */
	private end(state: Outcome["state"], failure: Failure | null): void {
		const { whole, reading, streamed } = this;
		const notes = [...reading.notes, ...whole.notes];
		const asked = state === "done" ? { model: whole.request.model, provider: null } : null;
		this.step = null;
		this.events.push({
			type: "end",
			outcome: {
				state,
				failure,
				usage: reading.usage,
				answerer: reading.answerer ?? asked,
				streamed,
				...(notes.length > 0 ? { notes } : {}),
			},
		});
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
