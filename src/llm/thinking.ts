import {
	closingMark,
	maxClosingLength,
	mayBegin,
	openingMark,
	thinkingAt,
	tokenAt,
	turnIn,
	uncertainFrom,
	withoutTokens,
} from "../core/text/model-marks";

/** What is content. `replaces`: what was content before turned out to be thinking, and this stands instead of it. */
export interface Content {
	readonly text: string;
	readonly replaces: boolean;
}

const nothing: Content = { text: "", replaces: false };

/** Closing marks after which a text only speaks of them. */
const maxMarks = 20;

/** Most characters that are held back: what is longer is no mark, and more tokens before an answer are none either. */
const maxHeld = 400;
const maxTokens = 20;

/** How a mark begins. Most pieces hold none, and they come by the hundred. */
const anyMark = /[<[◁]/;

/**
 * Takes a model's thinking out of its content when it comes between marks at the beginning, however the stream is cut,
 * and the tokens of chat templates at both ends. The same marks later in a text are text.
 *
 * Templates of DeepSeek and Qwen put the opening mark into the prompt: only the closing one comes. Then all before it
 * was thinking. Writers' own texts may hold that mark too, so it counts only where no opening one stands before it,
 * outside a fenced block, and at the end of a line: alone on the line, or with a blank line after it; or where it is
 * glued between the end of a sentence and the next. Within a sentence, in quotation marks, backticks or a quoted line
 * it is text.
 */
export class ThinkingFilter {
	private held = "";
	private state: "start" | "thinking" | "text" = "start";
	private closing = closingMark;
	private closingLength = 0;
	/** All content so far; it is a rope that is read only where a closing mark came. */
	private shown = "";
	/** The end of it in which a closing mark is looked for; empty where none has begun. */
	private tail = "";
	/** Whether thinking has ended: what comes then is the answer. */
	private closed = false;
	private marks = 0;
	private tokens = 0;
	/** Whether tokens of a template were taken off its beginning. */
	private stripped = false;
	private readonly ending = new Ending();

	/** What of this piece is content; empty while it may still be thinking. */
	push(piece: string): Content {
		return this.ending.push(this.thought(piece));
	}

	/** What was held back and turned out to be content, at the end of the stream. */
	end(): Content {
		const found = this.state === "thinking" ? nothing : this.last();
		const { text, replaces } = this.ending.push(found);
		return { text: text + this.ending.end(), replaces };
	}

	/** Whether the model is thinking right now. */
	get thinking(): boolean {
		return this.state === "thinking";
	}

	private thought(piece: string): Content {
		if (this.state === "text") return this.content(piece);
		this.held += piece;
		while (this.state === "start") {
			const found = thinkingAt(this.held);
			if (found !== null) {
				this.state = "thinking";
				this.closing = found.close;
				this.closingLength = found.closeLength;
				this.held = this.held.slice(found.length);
				break;
			}
			if (this.held.length < maxHeld && mayBegin(this.held)) return nothing;
			const length = ++this.tokens > maxTokens ? 0 : tokenAt(this.held);
			if (length === 0) return this.content(this.release());
			this.held = this.held.slice(length).trimStart();
			this.stripped = true;
		}
		const end = this.closing.exec(this.held);
		if (end === null) {
			// Only the end can still become the closing mark; the rest of the thinking need not be kept.
			this.held = this.held.slice(-this.closingLength);
			return nothing;
		}
		return this.restart(this.held.slice(end.index + end[0].length));
	}

	private last(): Content {
		let text = this.release();
		for (let length = tokenAt(text); length > 0 && ++this.tokens < maxTokens; length = tokenAt(text))
			text = text.slice(length);
		// A last line that is the mark alone has no line after it.
		const found = this.content(`${text}\n`);
		return found.replaces ? { text: found.text.replace(/\n$/, ""), replaces: true } : { text, replaces: false };
	}

	private content(text: string): Content {
		if (this.closed) return { text, replaces: false };
		this.shown += text;
		if (this.tail === "" && !anyMark.test(text)) return { text, replaces: false };
		this.tail += text;
		for (;;) {
			const found = closingMark.exec(this.tail);
			if (found === null) {
				const open = lastMark(this.tail);
				this.tail = this.tail.length - open > maxClosingLength ? "" : this.tail.slice(open);
				return { text, replaces: false };
			}
			const from = this.shown.length - this.tail.length + found.index;
			const to = from + found[0].length;
			const ends = this.endsThinking(from, to);
			if (ends === null) return { text, replaces: false };
			if (ends) return { text: this.restart(this.shown.slice(to)).text, replaces: true };
			this.tail = this.shown.slice(to);
			this.closed = ++this.marks >= maxMarks;
			if (this.closed) return { text, replaces: false };
		}
	}

	/** Whether a closing mark in the content ends thinking; null while what comes after it has to tell. */
	private endsThinking(from: number, to: number): boolean | null {
		const before = this.shown.slice(0, from);
		if (openingMark.test(before) || (before.match(/^[ \t]*(?:```|~~~)/gm) ?? []).length % 2 === 1) return false;
		if (/(?:^|\n)[ \t]*>[^\n]*$/.test(before)) return false;
		const alone = /(?:^|\n)[ \t]*$/.test(before);
		const after = this.shown.slice(to);
		if (/[.!?…]$/.test(before) && /^\p{Lu}/u.test(after)) return true;
		if ((alone ? /^[ \t\r]*\n/ : /^[ \t\r]*\n[ \t\r]*\n/).test(after)) return true;
		return /^\s*$/.test(after) ? null : false;
	}

	// What follows a closing mark is a beginning again: space after it may come in the next piece, and so may more
	// thinking.
	private restart(rest: string): Content {
		this.held = rest.replace(/^\s+/, "");
		this.state = "start";
		this.closed = true;
		return this.held === "" ? nothing : this.thought("");
	}

	private release(): string {
		const text = this.closed || this.stripped ? this.held.trimStart() : this.held;
		this.held = "";
		this.state = "text";
		return text;
	}
}

/** Where the last mark in a text begins, if one does: its closing one comes in one piece or goes on at the end. */
function lastMark(text: string): number {
	return Math.max(text.lastIndexOf("<"), text.lastIndexOf("["), text.lastIndexOf("◁"));
}

/** Characters before what is held back that tell what it is. */
const context = 200;

/** Holds back what may be tokens of a template at the end of an answer. */
class Ending {
	private before = "";
	private held = "";
	private over = false;

	push({ text, replaces }: Content): Content {
		if (replaces) {
			this.before = "";
			this.held = "";
			this.over = false;
		}
		if (this.over) return { text: "", replaces };
		if (this.held === "" && !/[<[◁>\]]|\n$/.test(text)) {
			this.before += text;
			// It is a rope, and cut seldom.
			if (this.before.length > 10 * context) this.before = this.before.slice(-context);
			return { text, replaces };
		}
		const all = this.before + this.held + text;
		const turn = turnIn(all);
		this.over = turn !== null;
		const to = Math.max(this.before.length, turn ?? Math.max(uncertainFrom(all), all.length - maxHeld));
		const shown = all.slice(this.before.length, to);
		this.held = this.over ? "" : all.slice(to);
		this.before = all.slice(0, to).slice(-context);
		return { text: shown, replaces };
	}

	end(): string {
		const text = withoutTokens(this.before + this.held).slice(this.before.length);
		this.held = "";
		return text;
	}
}
