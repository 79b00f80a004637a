import { createParser } from "eventsource-parser";
import type { Piece, Reading } from "./reading";

/**
 * The body of a reply, part by part as the network brings it: events, or one whole answer. Which of them shows its first
 * character, not its headers: gateways mislabel both ways.
 */
export class BodyParts {
	/** Whether the reply says that nothing more comes. */
	ended = false;
	/** What came before it is known what this body is; all of one without events. */
	private text = "";
	private kind: "events" | "whole" | null = null;
	private readonly frames: string[] = [];
	private readonly parser = createParser({ onEvent: ({ data }) => void (data !== "" && this.frames.push(data)) });

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
		// Some servers leave out the blank line after their last event.
		if (last) this.parser.feed("\n\n");
		if (this.frames.length === 0) return null;
		let text = "";
		let replaces = false;
		let thinking = false;
		for (const data of this.frames.splice(0)) {
			const piece = this.reading.frame(data);
			text = piece.replaces ? piece.text : text + piece.text;
			replaces ||= piece.replaces;
			thinking ||= piece.thinking;
			this.ended = data.trim() === "[DONE]";
			if (this.ended || this.reading.failure !== null) break;
		}
		return { text, replaces, thinking };
	}
}

function kindOf(text: string): "events" | "whole" | null {
	const first = text.trimStart().charAt(0);
	if (first === "") return null;
	return "{[<".includes(first) ? "whole" : "events";
}
