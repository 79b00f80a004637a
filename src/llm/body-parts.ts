import { createParser } from "eventsource-parser";
import type { Piece, Reading } from "./reading";

/** The fields of events; `error` is llama.cpp's own, until 2025. */
const fields = ["data", "event", "id", "retry", "error"];

/** The data of one event. */
interface Frame {
	readonly data: string;
	/** Whether the event says that it is an error, whatever its data looks like. */
	readonly error: boolean;
}

/**
 * The body of a reply, part by part as the network brings it: events, or one whole answer. Which of them shows its
 * beginning, not its headers: gateways mislabel both ways.
 */
export class BodyParts {
	/** Whether the reply says that nothing more comes. */
	ended = false;
	/** What came before it is known what this body is; all of one without events. */
	private text = "";
	private kind: "events" | "whole" | null = null;
	private readonly frames: Frame[] = [];
	private readonly parser = createParser({
		onEvent: ({ data, event }) => void (data !== "" && this.frames.push({ data, error: event === "error" })),
		onError: ({ field, value }) => void (field === "error" && this.frames.push({ data: value ?? "", error: true })),
	});

	constructor(private readonly reading: Reading) {}

	/** What a part brought; null when it says nothing, such as a comment that keeps a connection alive. */
	take(part: string, last: boolean): Piece | null {
		if (this.kind === "events") return this.events(part, last);
		this.text += part;
		this.kind ??= kindOf(this.text);
		if (this.kind === "events") return this.events(this.text, last);
		return last ? this.reading.whole(this.text) : null;
	}

	private events(part: string, last: boolean): Piece | null {
		this.parser.feed(part);
		const complete = this.frames.length;
		// Some servers leave out the blank line after their last event; others hang up in the middle of one.
		if (last) this.parser.feed("\n\n");
		if (this.frames.length === 0) return null;
		let text = "";
		let replaces = false;
		let thinking = false;
		let taken = 0;
		for (const { data, error } of this.frames.splice(0)) {
			const piece = error ? this.reading.error(data) : this.reading.frame(data, taken++ >= complete);
			text = piece.replaces ? piece.text : text + piece.text;
			replaces ||= piece.replaces;
			thinking ||= piece.thinking;
			this.ended = data.trim() === "[DONE]";
			if (this.ended || this.reading.failure !== null) break;
		}
		return { text, replaces, thinking };
	}
}

// Null as long as it may still become events.
function kindOf(text: string): "events" | "whole" | null {
	const beginning = text.trimStart();
	if (beginning === "") return null;
	const [field = ""] = /^[a-z]*/.exec(beginning) ?? [];
	if (field === beginning) return fields.some((one) => one.startsWith(field)) ? null : "whole";
	return beginning.startsWith(":") || (fields.includes(field) && /[:\r\n]/.test(beginning.charAt(field.length)))
		? "events"
		: "whole";
}
