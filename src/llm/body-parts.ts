import type { ServerSentEvent } from "openai/core/streaming";
import { maxEventBytes, maxReplyBytes } from "./bounds";
import { EventStream } from "./event-stream";
import { isDone, joined, type Piece, type Reading } from "./reading";

/** The fields of events; `error` is llama.cpp's own, until 2025. */
const fields = ["data", "event", "id", "retry", "error"];

/** Names of events that are errors. */
const ofError = /error|exception|fatal|fail/i;

/**
 * The body of a reply, part by part as the network brings it: events, or one whole answer. Which of them shows its
 * beginning, not its headers: gateways mislabel both ways. What is longer than any reply is not read to its end.
 */
export class BodyParts {
	/** Whether nothing more is read: the reply says that it is at its end, or has gone beyond every bound. */
	ended = false;
	private bytes = 0;
	private kind: "events" | "whole" | null = null;
	/** What came before it is known what this body is. */
	private unknown: Uint8Array[] = [];
	/** The same as text; all of a body without events. */
	private text = "";
	private readonly decoder = new TextDecoder();
	private readonly stream = new EventStream();

	constructor(private readonly reading: Reading) {}

	/** What a part brought; null when it says nothing, such as a comment that keeps a connection alive. */
	take(part: Uint8Array, last: boolean): Promise<Piece | null> {
		this.bytes += part.length;
		if (this.bytes > (this.kind === "events" ? maxReplyBytes : maxEventBytes)) this.tooLong();
		else if (this.kind === "events") return this.events([part], last);
		else return this.beginning(part, last);
		return Promise.resolve(null);
	}

	private async beginning(part: Uint8Array, last: boolean): Promise<Piece | null> {
		this.text += this.decoder.decode(part, { stream: !last });
		if (this.kind === null) {
			// Some pad what keeps a connection alive with NUL.
			this.text = this.text.replace(/^[\s\0]+/, "");
			this.unknown.push(part.slice());
			this.kind = kindOf(this.text);
			if (this.kind === "events") return this.events(this.unknown.splice(0), last);
			if (this.kind !== null) this.unknown = [];
		}
		return last ? this.reading.whole(this.text) : null;
	}

	private events(parts: readonly Uint8Array[], last: boolean): Promise<Piece | null> {
		const [part] = parts;
		return parts.length === 1 && part !== undefined && !last
			? this.stream.take(part).then(this.taken)
			: this.eventsInTurn(parts, last);
	}

	private async eventsInTurn(parts: readonly Uint8Array[], last: boolean): Promise<Piece | null> {
		let piece: Piece | null = null;
		for (const part of parts) piece = this.read(await this.stream.take(part), false, piece);
		// Some servers leave out the blank line after their last event; others hang up in the middle of one.
		return last && !this.over ? this.read(await this.stream.end(), true, piece) : piece;
	}

	private readonly taken = (events: readonly ServerSentEvent[]): Piece | null => this.read(events, false, null);

	/** @param open whether the stream ended before these events did: what can't be read then was cut */
	private read(events: readonly ServerSentEvent[], open: boolean, before: Piece | null): Piece | null {
		let piece = before;
		for (const { event, data, raw } of events) {
			if (this.over) break;
			const error = raw.find((line) => line.startsWith("error:"))?.slice("error:".length);
			const lost = raw.length > 1 || data === "" ? beside(raw) : "";
			if (lost !== "") piece = after(piece, this.reading.frame(lost, open));
			if (this.over || (error === undefined && data === "")) continue;
			const next =
				error !== undefined
					? this.reading.error(error)
					: event !== null && ofError.test(event)
						? this.reading.error(data)
						: this.reading.frame(data, open);
			piece = after(piece, next);
			this.ended ||= isDone(data);
		}
		if (this.stream.isTooLong) this.tooLong();
		return piece;
	}

	private get over(): boolean {
		return this.ended || this.reading.failure !== null;
	}

	private tooLong(): void {
		this.ended = true;
		this.reading.tooLong();
	}
}

function after(before: Piece | null, next: Piece): Piece {
	return before === null ? next : joined(before, next);
}

/** What lines say that are no fields: their name is written otherwise, padded, or left out. */
function beside(raw: readonly string[]): string {
	return raw
		.map((line) => (line.startsWith("data:") ? "" : (/^[\s\0]*(?:data:|(?=\{))(.*)/i.exec(line)?.[1] ?? "")))
		.filter((line) => line !== "")
		.join("\n");
}

// Null as long as it may still become events.
function kindOf(beginning: string): "events" | "whole" | null {
	if (beginning === "") return null;
	const [field = ""] = /^[a-z]*/i.exec(beginning)?.map((name) => name.toLowerCase()) ?? [];
	if (field.length === beginning.length) return fields.some((one) => one.startsWith(field)) ? null : "whole";
	return beginning.startsWith(":") || (fields.includes(field) && /[:\r\n]/.test(beginning.charAt(field.length)))
		? "events"
		: "whole";
}
