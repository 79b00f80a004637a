/** Tags in which models think aloud before they answer. */
const opening = /^\s*<(think|thinking|thought|reasoning)>/i;
const openings = ["<think>", "<thinking>", "<thought>", "<reasoning>"];

/**
 * Takes a model's thinking out of its content when it comes in a tag at the beginning, however the stream is cut. The
 * same tag later in a text is text.
 */
export class ThinkingFilter {
	private held = "";
	private state: "start" | "thinking" | "text" = "start";
	private closing = "";

	/** What of this piece is content; empty while it may still be thinking. */
	push(piece: string): string {
		if (this.state === "text") return piece;
		this.held += piece;
		if (this.state === "start") {
			const open = opening.exec(this.held);
			if (open === null) return this.couldOpen() ? "" : this.release();
			this.state = "thinking";
			this.closing = `</${(open[1] ?? "").toLowerCase()}>`;
			this.held = this.held.slice(open[0].length);
		}
		const end = this.held.toLowerCase().indexOf(this.closing);
		if (end < 0) {
			// Only the end can still become the closing tag; the rest of the thinking need not be kept.
			this.held = this.held.slice(-this.closing.length);
			return "";
		}
		this.held = this.held.slice(end + this.closing.length).replace(/^\s+/, "");
		// Space after the closing tag may come in the next piece: what follows is a beginning again.
		this.state = "start";
		return this.held === "" ? "" : this.push("");
	}

	/** What was held back and turned out to be content, at the end of the stream. */
	end(): string {
		return this.state === "start" ? this.release() : "";
	}

	/** Whether the model is thinking right now. */
	get thinking(): boolean {
		return this.state === "thinking";
	}

	private couldOpen(): boolean {
		const begun = this.held.trimStart().toLowerCase();
		return openings.some((tag) => tag.startsWith(begun));
	}

	private release(): string {
		const text = this.held;
		this.held = "";
		this.state = "text";
		return text;
	}
}
