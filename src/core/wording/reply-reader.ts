import { answerAlone } from "../text/model-marks";
import { bareRows } from "./bare-words";
import { decoded } from "./character-references";
import { plainRows } from "./plain-rows";
import { withoutGloss, type Row } from "./candidate";
import { structuredRows } from "./structured-rows";

/** What is known of a reply before it comes. */
export interface ReaderOptions {
	/** The sentence as the model was shown it: tells sentences from the prose around them, and is never a row. */
	readonly original: string;
	/** Rows beyond this number are left out. */
	readonly asked: number;
	/**
	 * The words asked about, as the model was shown them: a reply that gives words alone in their place is then read as
	 * such. By default only sentences are rows.
	 */
	readonly selection?: string;
}

/** A reply of this length is read at each of its pieces; a longer one each time it has grown by a part of itself. */
const shortReply = 4_000;
const growth = 1 / 16;

/**
 * Units of a reply that are read, beside those that its rows may take: what an endless one brings beyond them is no
 * row. Generous: some models think aloud before they answer.
 */
const maxReply = 60_000;

/**
 * Reads the rows of a reply while it streams. Each is given as soon as its last character is there, and once; of a very
 * long reply a little later.
 */
export class RowReader {
	private reply = "";
	/** How much of the reply was read when it was read last. */
	private readLength = 0;
	private readonly given = new Set<string>();
	private dropped = 0;
	/**
	 * Whether the reply said in so many words that there is nothing to propose: an empty list, or the sentence itself.
	 */
	private isEmpty = false;

	constructor(private readonly options: ReaderOptions) {}

	/** Takes a piece of the reply and gives the rows that it completes. */
	push(piece: string): readonly Row[] {
		this.reply += piece;
		const { length } = this.reply;
		if (length > this.readLength + (length > shortReply ? length * growth : 0)) return this.read(false);
		return [];
	}

	/** What was taken so far was no part of the reply: begins anew. */
	restart(): void {
		this.reply = "";
		this.readLength = 0;
		this.dropped = 0;
		this.isEmpty = false;
		this.given.clear();
	}

	/** The reply has come to its end: gives the rows that only this completes. */
	end(): readonly Row[] {
		return this.read(true);
	}

	/** Rows that could not be read. Complete only after `end`. */
	get unreadable(): number {
		return this.dropped;
	}

	/**
	 * Whether the reply proposes nothing and says so: by an empty list, or by giving the sentence back. One that can't be
	 * read does not. Complete only after `end`.
	 */
	get saysNothing(): boolean {
		return this.isEmpty && this.given.size === 0 && this.dropped === 0;
	}

	private read(final: boolean): readonly Row[] {
		const { original, asked } = this.options;
		// What more may come is left out: only the end tells how much of it could not be read.
		if (!final && this.given.size >= asked) return [];
		this.readLength = this.reply.length;
		const most = maxReply + asked * original.length * 3;
		if (!final && this.reply.length > most) return [];
		// Rows stand at the beginning of a reply, or after its reasoning at the end.
		const reply = answerIn(
			this.reply.length <= most ? this.reply : `${this.reply.slice(0, most / 2)}\n${this.reply.slice(-most / 2)}`,
		);
		if (reply === null) return [];
		const found = structuredRows(reply, original, final);
		this.dropped = found.unreadable;
		this.isEmpty ||= found.isEmpty;
		const hasStructure = found.rows.length > 0 || found.unreadable > 0 || found.unfinished || found.isEmpty;
		const rows = hasStructure ? found.rows : this.unstructured(decoded(reply, original), final);
		return rows.filter((row) => this.isNew(row.text));
	}

	/** The rows of a reply without structure: its sentences or, where there is none at its end, words alone. */
	private unstructured(reply: string, final: boolean): readonly Row[] {
		const { original, selection } = this.options;
		const sentences = plainRows(reply, original, final);
		const isWordless = final && sentences.length === 0 && this.given.size === 0;
		const texts = isWordless && selection !== undefined ? bareRows(reply, selection) : sentences;
		return texts.map(withoutGloss);
	}

	private isNew(text: string): boolean {
		if (text === this.options.original.trim()) {
			this.isEmpty = true;
			return false;
		}
		// With its stop or without, it is the same proposal.
		const same = text.replace(/[.!?…。！？]+$/, "");
		if (text === "" || this.given.has(same) || this.given.size >= this.options.asked) return false;
		this.given.add(same);
		return true;
	}
}

/** The reply without thinking, template tokens and fences; null while the model is still thinking. */
function answerIn(reply: string): string | null {
	const answer = answerAlone(reply.replace(/\r\n?/g, "\n"))?.replace(/```[a-zA-Z]*/g, "\n") ?? null;
	// JSON in a text of JSON that lost its own quotes.
	return answer !== null && /^\s*[[{]\s*(?:\{\s*)?\\"/.test(answer) ? answer.replace(/\\(["\\])/g, "$1") : answer;
}
