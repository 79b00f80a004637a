import type { Answerer, Failure, FailureKind, Usage } from "../core/chat/chat";
import { answerIn, choicesIn, wordsIn } from "./answer-parts";
import { jsonFrom, maxAnswerLength, record } from "./bounds";
import { Contents } from "./contents";
import { errorIn, plainFailure, replyFailure } from "./failure";
import { endIn, type End } from "./finish";
import { objectsWithin } from "./frame-json";
import { redact } from "./redact";
import { usageIn } from "./usage";

/** Most characters of what can't be read that are looked through for keys. */
const maxShown = 8_000;

/** What one piece of a reply brought. */
export interface Piece {
	readonly text: string;
	/** Whether the text stands instead of all that came before, which was thinking. */
	readonly replaces: boolean;
	/** A sign of life that is not content: thinking. */
	readonly thinking: boolean;
}

const nothing: Piece = { text: "", replaces: false, thinking: false };

/**
 * Gathers a reply from its pieces: the frames of a stream, or one whole body. Reads what endpoints really send, so
 * nothing about a piece's shape is taken for granted.
 */
export class Reading {
	usage: Usage | null = null;
	/** Set when the reply itself tells that it failed. */
	failure: Failure | null = null;
	private model: string | null = null;
	private provider: string | null = null;
	/** Both as one, as last asked for. */
	private named: Answerer | null = null;
	private finish: string | null = null;
	private ending: End | null = null;
	/** Whether words came after an end was said: then it was said of a frame, not of the answer. */
	private wentOn = false;
	/** Whether the last frame brought words. */
	private brought = false;
	private index: string | null = null;
	private several = false;
	private ended = false;
	private inOnePiece = false;
	private refused = "";
	private calledTools = false;
	private length = 0;
	/** Frames that could not be read, the first of them, and whether one was of an answer. */
	private skipped = 0;
	private firstSkipped = "";
	private damaged = false;
	private readonly contents = new Contents();

	/** @param currency ISO 4217 of a cost that names none */
	constructor(
		private readonly secrets: readonly string[],
		private readonly currency = "USD",
	) {}

	/**
	 * Takes the data of one frame of a stream.
	 * @param open whether the stream ended before it did: what can't be read then was cut
	 */
	frame(data: string, open = false): Piece {
		if (isDone(data)) {
			this.ended = true;
			return nothing;
		}
		const value = jsonFrom(data);
		if (value !== undefined) return this.takeEach(value);
		// Some leave out the blank lines between their frames, others write the field's name twice.
		const { values, rest } = objectsWithin(data);
		const piece = values.map((one) => this.take(one)).reduce(joined, nothing);
		if (isDone(rest)) this.ended = true;
		else if (!open) this.skip(rest);
		return piece;
	}

	// Signs of life, comments in the wrong place, a frame that was damaged on its way: what comes after them was paid
	// for.
	private skip(data: string): void {
		if (data.trim() === "") return;
		if (this.skipped++ === 0) this.firstSkipped = this.shown(data, 300);
		this.damaged ||= /^\s*\[?\s*\{\s*"|["'](?:choices|delta|content)["']/.test(data);
	}

	/** Takes the data of a frame that says it is an error. */
	error(data: string): Piece {
		// Where it is no JSON, it is a sentence.
		const value = jsonFrom(data) ?? data;
		this.failure ??= replyFailure(errorIn(value) ?? value, this.secrets);
		return nothing;
	}

	/** Takes a whole body that came in one piece, from a gateway that does not stream. */
	whole(body: string): Piece {
		const value = jsonFrom(body);
		if (value !== undefined) {
			this.inOnePiece = !Array.isArray(value) || value.length < 2;
			return this.takeEach(value);
		}
		// Frames without the names of fields, each in a line of its own.
		const { values } = objectsWithin(/^[{[]/.test(body) ? body : "");
		if (values.length > 0) return values.map((one) => this.take(one)).reduce(joined, nothing);
		this.failure = plainFailure("format", body.trim() === "" ? "The body is empty." : this.shown(body, 1000));
		return nothing;
	}

	/** What was held back until the end. */
	end(): Piece {
		return this.counted({ ...this.contents.end(), thinking: false });
	}

	/** Who answered, as far as the reply says; the last one named, since routers name themselves first. */
	get answerer(): Answerer | null {
		const { model, provider, named } = this;
		if (model === null || (named !== null && named.model === model && named.provider === provider)) return named;
		return (this.named = { model, provider });
	}

	/** Whether the reply said that its words are at their end; its usage may still come. */
	get finished(): boolean {
		return this.ended || (this.finish !== null && !this.wentOn);
	}

	/** What is to be said of a reply beside its failure, each a line for *Details*. */
	get notes(): readonly string[] {
		if (this.skipped === 0) return [];
		return [`skipped: ${this.skipped} frames that could not be read, the first: ${this.firstSkipped}`];
	}

	/** How the reply ended, once no more comes. `cut`: the connection broke off. */
	conclusion(cut: boolean): { readonly state: "done" | "partial" | "failed"; readonly failure: Failure | null } {
		const failed = (kind: FailureKind, detail: string) => this.failed(plainFailure(kind, detail, this.secrets));
		const said = this.finish === null ? "" : ` (finish_reason: ${this.finish.slice(0, 100)})`;
		const over = this.finished;
		if (this.failure !== null) return this.failed(this.failure);
		if (this.refused !== "") return failed("refused", this.refused);
		if (this.ending === "broken") return failed("unavailable", `The reply was given up${said}.`);
		if (this.ending === "filtered") return failed("policy", `The endpoint's filter stopped the reply${said}.`);
		if (this.ending === "refused") return failed("refused", `The reply was refused${said}.`);
		if (!this.finished && cut) return failed("network", "The connection broke off.");
		if (this.calledTools && !this.anyText) return failed("format", "The reply calls tools instead of answering.");
		if (!this.anyText && this.skipped > 0) return failed("format", `No answer, but: ${this.firstSkipped}`);
		if (!over && !this.inOnePiece) return failed("network", "The stream ended without saying so.");
		if (!this.anyText) return failed("format", `The reply holds no answer${said}.`);
		if (this.ending === "limit") return { state: "partial", failure: null };
		if (this.ending === "tools") return failed("format", "The reply calls tools instead of going on.");
		if (this.ending === "unknown") return failed("format", `The reply does not say that it is at its end${said}.`);
		if (this.damaged) return failed("format", "Frames of the reply could not be read.");
		return over ? { state: "done", failure: null } : failed("format", "The reply does not say that it is at its end.");
	}

	private failed(failure: Failure): { readonly state: "partial" | "failed"; readonly failure: Failure } {
		return { state: this.anyText ? "partial" : "failed", failure };
	}

	// Keys are taken out before the text is cut: half a key is known by nothing, and still half a key.
	private shown(text: string, most: number): string {
		return redact(text.slice(0, maxShown), this.secrets).slice(0, most);
	}

	private takeEach(value: unknown): Piece {
		return Array.isArray(value) ? value.map((one) => this.take(one)).reduce(joined, nothing) : this.take(value);
	}

	private take(value: unknown): Piece {
		const body = answerIn(record(value));
		if (typeof body["model"] === "string" && body["model"] !== "") this.model = body["model"];
		if (typeof body["provider"] === "string" && body["provider"] !== "") this.provider = body["provider"];
		const choice = this.choiceOf(body);
		const within = choice["error"] ?? record(choice["delta"])["error"] ?? null;
		const error = errorIn(value) ?? (within === null ? null : errorIn({ error: within }));
		if (error !== null) this.failure ??= replyFailure(error, this.secrets);
		this.usage = usageIn(body, choice, this.currency, this.usage);
		const finish = endIn(body, choice);
		const piece = this.pieceOf(choice, finish !== null);
		const again = this.finish !== null && this.brought;
		this.wentOn = again || (finish === null && this.wentOn);
		if (finish !== null) ({ word: this.finish, end: this.ending } = finish);
		return piece;
	}

	private pieceOf(choice: Record<string, unknown>, last: boolean): Piece {
		const delta = record(choice["delta"]);
		const message = record(choice["message"]);
		for (const said of [delta, message]) {
			const { refusal, tool_calls: tools, function_call: call } = said;
			if (typeof refusal === "string" && (said === delta || delta["refusal"] == null)) this.refused += refusal;
			this.calledTools ||= (Array.isArray(tools) && tools.length > 0) || call != null;
		}
		const { words, isWhole, isThinking } = wordsIn(choice, delta, message);
		this.brought = words !== "";
		const { text, replaces } = this.contents.take(words, isWhole || last);
		return this.counted({ text, replaces, thinking: text === "" && (this.contents.thinking || isThinking) });
	}

	// One answer is asked for. Where more come in one frame, the first is followed; of one alone, some servers use the
	// index to count its pieces.
	private choiceOf(body: Record<string, unknown>): Record<string, unknown> {
		const choices = choicesIn(body);
		this.several ||= choices.length > 1;
		if (choices.length > 0) this.index ??= indexOf(choices[0]) ?? "0";
		return this.several
			? record(choices.find((choice) => (indexOf(choice) ?? this.index) === this.index))
			: record(choices[0]);
	}

	/** Ends a reply that is longer than any answer. What came before is kept. */
	tooLong(): void {
		this.failure ??= {
			...plainFailure("format", "The reply is longer than answers are. It was not read to its end."),
			about: "length",
		};
	}

	private get anyText(): boolean {
		return this.length > 0;
	}

	private counted(piece: Piece): Piece {
		const before = piece.replaces ? 0 : this.length;
		const text = piece.text.slice(0, maxAnswerLength - before);
		this.length = before + text.length;
		if (text.length === piece.text.length) return piece;
		this.tooLong();
		return { ...piece, text };
	}
}

function indexOf(choice: unknown): string | null {
	const { index } = record(choice);
	return typeof index === "number" || typeof index === "string" ? String(index) : null;
}

/** Two pieces of a reply as one. */
export function joined(before: Piece, next: Piece): Piece {
	return {
		text: next.replaces ? next.text : before.text + next.text,
		replaces: before.replaces || next.replaces,
		thinking: before.thinking || next.thinking,
	};
}

/** Whether the data of a frame says that nothing more comes, also in the ways of those who quote it. */
export function isDone(data: string): boolean {
	return data.length < 20 && /^\s*"?\[?DONE\]?"?\s*$/i.test(data);
}
