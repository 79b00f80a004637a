import { _iterSSEMessages, type ServerSentEvent } from "openai/core/streaming";
import { maxEventBytes } from "./bounds";

/** Most bytes that are handed to the decoder at once: it copies what is left of them after each event. */
const maxBytesAtOnce = 4_096;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const none: readonly ServerSentEvent[] = [];

/**
 * Server-sent events from bytes, as the network brings them. The decoder is that of the `openai` package, which gives
 * events as they are; it copies and searches an unfinished event anew with each part, so it gets whole events only.
 */
export class EventStream {
	private events: ServerSentEvent[] = [];
	/** The bytes of an event that is not at its end. */
	private unfinished: Uint8Array[] = [];
	private unfinishedBytes = 0;
	private afterReturn = false;
	private give: (bytes: IteratorResult<Uint8Array, undefined>) => void = () => undefined;
	private hungry: () => void = () => undefined;
	private readonly decoded: Promise<void> = this.decode();

	/** Whether one event is longer than `maxEventBytes`: nothing more is taken. */
	isTooLong = false;

	/** The events that a part completes. */
	take(part: Uint8Array): Promise<readonly ServerSentEvent[]> {
		const bytes = this.withLineFeeds(part);
		const end = this.lastEnd(bytes);
		const whole = end > 0 ? this.joined(end === bytes.length ? bytes : bytes.subarray(0, end)) : null;
		if (end < bytes.length) {
			// The network may use its bytes again.
			const rest = bytes.slice(end);
			this.unfinishedBytes += rest.length;
			this.isTooLong ||= this.unfinishedBytes > maxEventBytes;
			if (!this.isTooLong) this.unfinished.push(rest);
		}
		if (whole === null) return Promise.resolve(none);
		return whole.length <= maxBytesAtOnce ? this.handed(whole) : this.handedInTurn(whole);
	}

	private async handedInTurn(bytes: Uint8Array): Promise<readonly ServerSentEvent[]> {
		const events: ServerSentEvent[] = [];
		for (let from = 0; from < bytes.length;) {
			const to = nextEnd(bytes, from + maxBytesAtOnce);
			for (const event of await this.handed(bytes.subarray(from, to))) events.push(event);
			from = to;
		}
		return events;
	}

	private handed(bytes: Uint8Array): Promise<readonly ServerSentEvent[]> {
		return new Promise((resolve) => {
			this.hungry = () => {
				const { events } = this;
				this.events = [];
				resolve(events);
			};
			this.give({ done: false, value: bytes });
		});
	}

	/** The event that was cut by the end of the stream, or only lacks the blank line after it. */
	async end(): Promise<readonly ServerSentEvent[]> {
		// The last one has no words of its own: with it come the lines that belong to no event.
		const events = await this.take(new TextEncoder().encode("\n\nevent: end\n\n"));
		this.give({ done: true, value: undefined });
		await this.decoded;
		return events;
	}

	private async decode(): Promise<void> {
		const parts: AsyncIterableIterator<Uint8Array> = {
			[Symbol.asyncIterator]: () => parts,
			// It asks for more once all that it had is decoded.
			next: () => {
				const next = new Promise<IteratorResult<Uint8Array, undefined>>((resolve) => (this.give = resolve));
				this.hungry();
				return next;
			},
		};
		// It iterates over the body, and needs nothing else of a response.
		const response = { body: parts } as unknown as Response;
		for await (const event of _iterSSEMessages(response, new AbortController())) this.events.push(event);
	}

	/** Behind the last blank line of these bytes; 0 where they hold none. */
	private lastEnd(bytes: Uint8Array): number {
		for (let at = bytes.length - 1; at > 0; at--)
			if (bytes[at] === lineFeed && bytes[at - 1] === lineFeed) return at + 1;
		const last = this.unfinished[this.unfinished.length - 1];
		return bytes[0] === lineFeed && last?.[last.length - 1] === lineFeed ? 1 : 0;
	}

	/** An event from its beginning to this end of it. */
	private joined(end: Uint8Array): Uint8Array {
		if (this.unfinished.length === 0) return end;
		const bytes = new Uint8Array(this.unfinishedBytes + end.length);
		let at = 0;
		for (const part of [...this.unfinished, end]) {
			bytes.set(part, at);
			at += part.length;
		}
		this.unfinished = [];
		this.unfinishedBytes = 0;
		return bytes;
	}

	// The decoder knows blank lines of one kind of line end only, and some gateways mix them.
	private withLineFeeds(part: Uint8Array): Uint8Array {
		const skipped = this.afterReturn && part[0] === lineFeed ? part.subarray(1) : part;
		if (part.length > 0) this.afterReturn = part[part.length - 1] === carriageReturn;
		if (!skipped.includes(carriageReturn)) return skipped;
		const bytes = new Uint8Array(skipped.length);
		let length = 0;
		for (let at = 0; at < skipped.length; at++) {
			const byte = skipped[at]!;
			if (byte === lineFeed && skipped[at - 1] === carriageReturn) continue;
			bytes[length++] = byte === carriageReturn ? lineFeed : byte;
		}
		return bytes.subarray(0, length);
	}
}

/** Behind the first blank line from a place on, or the end. */
function nextEnd(bytes: Uint8Array, from: number): number {
	for (let at = from; at < bytes.length; at++) if (bytes[at - 1] === lineFeed && bytes[at - 2] === lineFeed) return at;
	return bytes.length;
}
