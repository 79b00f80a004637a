/** Tags in which models think aloud before they answer. */
const opening = /^\s*<(think|thinking|thought|reasoning)>/i;
const openings = ["<think>", "<thinking>", "<thought>", "<reasoning>"];
const closingTag = /<\/(?:think|thinking|thought|reasoning)>/i;
const anyOpening = /<(?:think|thinking|thought|reasoning)>/i;
const longestClosing = "</reasoning>".length;

/** What is content. `replaces`: what was content before turned out to be thinking, and this stands instead of it. */
export interface Content {
	readonly text: string;
	readonly replaces: boolean;
}

const nothing: Content = { text: "", replaces: false };

/**
 * Takes a model's thinking out of its content when it comes in a tag at the beginning, however the stream is cut. The
 * same tag later in a text is text.
 *
 * Templates of DeepSeek and Qwen put the opening tag into the prompt: only the closing one comes. Then all before it
 * was thinking. Writers' own texts may hold that tag too, so it counts only where no opening one stands before it,
 * outside a fenced block, and at the end of a line: alone on the line, or with a blank line after it. Within a
 * sentence, in quotation marks, backticks or a quoted line it is text.
 */
export class ThinkingFilter {
	private held = "";
	private state: "start" | "thinking" | "text" = "start";
	private closing = "";
	/** All content so far; it is a rope that is read only where a closing tag came. */
	private shown = "";
	/** The end of it in which a closing tag is looked for. */
	private tail = "";
	/** Whether thinking has ended: what comes then is the answer. */
	private closed = false;

	/** What of this piece is content; empty while it may still be thinking. */
	push(piece: string): Content {
		if (this.state === "text") return this.content(piece);
		this.held += piece;
		if (this.state === "start") {
			const open = opening.exec(this.held);
			if (open === null) return this.couldOpen() ? nothing : this.content(this.release());
			this.state = "thinking";
			this.closing = `</${(open[1] ?? "").toLowerCase()}>`;
			this.held = this.held.slice(open[0].length);
		}
		const end = this.held.toLowerCase().indexOf(this.closing);
		if (end < 0) {
			// Only the end can still become the closing tag; the rest of the thinking need not be kept.
			this.held = this.held.slice(-this.closing.length);
			return nothing;
		}
		return this.restart(this.held.slice(end + this.closing.length));
	}

	/** What was held back and turned out to be content, at the end of the stream. */
	end(): Content {
		if (this.state === "thinking") return nothing;
		const text = this.release();
		// A last line that is the tag alone has no line after it.
		const found = this.content(`${text}\n`);
		return found.replaces ? { text: found.text.replace(/\n$/, ""), replaces: true } : { text, replaces: false };
	}

	/** Whether the model is thinking right now. */
	get thinking(): boolean {
		return this.state === "thinking";
	}

	private content(text: string): Content {
		if (this.closed) return { text, replaces: false };
		this.shown += text;
		this.tail += text;
		for (;;) {
			// Most pieces hold no tag at all, and they come by the hundred.
			const found = this.tail.includes("</") ? closingTag.exec(this.tail) : null;
			if (found === null) {
				this.tail = this.tail.slice(-longestClosing);
				return { text, replaces: false };
			}
			const from = this.shown.length - this.tail.length + found.index;
			const to = from + found[0].length;
			const ends = this.endsThinking(from, to);
			if (ends === null) return { text, replaces: false };
			if (ends) return { text: this.restart(this.shown.slice(to)).text, replaces: true };
			this.tail = this.shown.slice(to);
		}
	}

	/** Whether a closing tag in the content ends thinking; null while what comes after it has to tell. */
	private endsThinking(from: number, to: number): boolean | null {
		const before = this.shown.slice(0, from);
		if (anyOpening.test(before) || (before.match(/^[ \t]*(?:```|~~~)/gm) ?? []).length % 2 === 1) return false;
		if (/(?:^|\n)[ \t]*>[^\n]*$/.test(before)) return false;
		const alone = /(?:^|\n)[ \t]*$/.test(before);
		const after = this.shown.slice(to);
		if ((alone ? /^[ \t\r]*\n/ : /^[ \t\r]*\n[ \t\r]*\n/).test(after)) return true;
		return /^\s*$/.test(after) ? null : false;
	}

	// What follows a closing tag is a beginning again: space after it may come in the next piece, and so may more
	// thinking.
	private restart(rest: string): Content {
		this.held = rest.replace(/^\s+/, "");
		this.state = "start";
		this.closed = true;
		return this.held === "" ? nothing : this.push("");
	}

	private couldOpen(): boolean {
		const begun = this.held.trimStart().toLowerCase();
		return openings.some((tag) => tag.startsWith(begun));
	}

	private release(): string {
		const text = this.closed ? this.held.trimStart() : this.held;
		this.held = "";
		this.state = "text";
		return text;
	}
}
