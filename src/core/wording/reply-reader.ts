import { wordsOf } from "../text/tokens";
import { answerAlone } from "../text/model-marks";
import { readValue, type Lenient } from "./lenient-json";
import { bareRows } from "./bare";
import { isVersion, plainRows, wholeLines } from "./plain-rows";
import type { Reason } from "./candidate";

/** One proposal as the model sent it: a whole sentence or passage, and what it brings. */
export interface Row {
	readonly text: string;
	readonly gloss: string;
	/** Why some of its words changed, each for itself; absent where it does not say. */
	readonly reasons?: readonly Reason[];
}

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

const textKeys = [
	"text",
	"sentence",
	"rewrite",
	"rewritten",
	"rewording",
	"reworded",
	"version",
	"alternative",
	"proposal",
	"suggestion",
	"phrase",
	"proposition",
	"result",
	"output",
	"candidate",
	"variant",
	"s",
	"t",
	"content",
	"value",
	"texte",
	"satz",
	"frase",
	"word",
	"words",
	"replacement",
	"synonym",
	"mot",
	"mots",
];
const glossKeys = ["gloss", "nuance", "note", "comment", "register", "why", "reason", "explanation", "meaning", "g"];
const otherKeys = [
	"original",
	"before",
	"source",
	"error",
	"refusal",
	"message",
	"language",
	"lang",
	"id",
	"changed",
	"score",
	"selection",
	"name",
	"type",
	"role",
	"status",
];

/** Reasons of one row that are read: a passage has no more changes than that. */
const maxReasons = 100;

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
		const found = structured(reply, this.options.original, final);
		this.dropped = found.unreadable;
		this.isEmpty ||= found.isEmpty;
		const rows =
			found.rows.length > 0 || found.unreadable > 0 || found.unfinished || found.isEmpty
				? found.rows
				: plainRows(decoded(reply, original), original, final).map(plain);
		const { selection } = this.options;
		const isWordless = final && rows.length === 0 && found.unreadable === 0 && !found.isEmpty && this.given.size === 0;
		const read =
			isWordless && selection !== undefined ? bareRows(decoded(reply, original), selection).map(plain) : rows;
		return read.filter((row) => this.isNew(row.text));
	}

	private isNew(text: string): boolean {
		if (text === this.options.original.trim()) {
			this.isEmpty = true;
			return false;
		}
		if (text === "" || this.given.has(text) || this.given.size >= this.options.asked) return false;
		this.given.add(text);
		return true;
	}
}

/** The reply without thinking, template tokens and fences; null while the model is still thinking. */
function answerIn(reply: string): string | null {
	const answer = answerAlone(reply.replace(/\r\n?/g, "\n"))?.replace(/```[a-zA-Z]*/g, "\n") ?? null;
	// JSON in a text of JSON that lost its own quotes.
	return answer !== null && /^\s*[[{]\s*(?:\{\s*)?\\"/.test(answer) ? answer.replace(/\\(["\\])/g, "$1") : answer;
}

function structured(
	reply: string,
	original: string,
	final: boolean,
): {
	readonly rows: readonly Row[];
	readonly unreadable: number;
	readonly unfinished: boolean;
	readonly isEmpty: boolean;
} {
	let isEmpty = false;
	const rows: Row[] = [];
	let unreadable = 0;
	let unfinished = false;
	/** Where what is between the values begins. */
	let rest = 0;
	const between = (to: number, ended: boolean): void => {
		rows.push(...wholeLines(decoded(reply.slice(rest, to), original), original, ended).map(plain));
	};
	for (let at = 0; at < reply.length;) {
		if (!begins(reply, at)) {
			at++;
			continue;
		}
		const read = readValue(reply, at, final);
		if (read === null) {
			at++;
			continue;
		}
		// A quoted line that is no JSON text is a sentence that begins with a quotation.
		if (
			read.value.type === "text" &&
			(!read.value.complete || (read.value.text.includes("\n") && reply.slice(at, read.end).includes("\n")))
		) {
			at++;
			continue;
		}
		// A key that lost its braces.
		if (read.value.type === "text" && /^\s*:/.test(reply.slice(read.end, read.end + 8)) && isKey(read.value.text)) {
			at = read.end;
			continue;
		}
		const gathered = rowsOf(read.value, original, final);
		if (gathered.rows.length + gathered.unreadable > 0 || !read.value.complete) {
			between(at, true);
			rest = Math.max(read.end, at + 1);
		}
		rows.push(...gathered.rows);
		unreadable += gathered.unreadable;
		isEmpty ||= holdsNothing(read.value);
		// What is not complete yet may still take in all that follows.
		if (!read.value.complete && !final) {
			unfinished = true;
			break;
		}
		at = Math.max(read.end, at + 1);
	}
	if (rows.length + unreadable > 0) between(unfinished ? rest : reply.length, final);
	return { rows, unreadable, unfinished, isEmpty };
}

/** The items of a list without texts that only say something of the sentence beside them: ["…", "plainer"]. */
function withoutGlosses(items: readonly Lenient[], original: string): readonly Lenient[] {
	const isSentence = (item: Lenient): boolean => item.type === "text" && isVersion(item.text, original);
	const words = wordsOf(original).length;
	if (!items.some(isSentence)) return items;
	return items.filter((item) => item.type !== "text" || isSentence(item) || wordsOf(item.text).length * 2 > words);
}

function isKey(text: string): boolean {
	return [textKeys, glossKeys, otherKeys].some((keys) => keys.includes(text.trim().toLowerCase()));
}

function plain(text: string): Row {
	return { text, gloss: "" };
}

/** A list without anything in it, or an object of such lists alone: the way in which models are asked to say "none". */
function holdsNothing(value: Lenient): boolean {
	if (value.type === "list") return value.complete && value.items.every(holdsNothing);
	return (
		value.type === "object" &&
		value.complete &&
		value.fields.length > 0 &&
		value.fields.every(([, inner]) => holdsNothing(inner))
	);
}

// An object, a list of texts or objects, or a text that has its line to itself.
function begins(reply: string, at: number): boolean {
	const char = reply[at];
	if (char === "{") return /^\{\s*(?:["'}“]|[\p{L}_][\p{L}\p{N}_ -]*\s*:|$)/u.test(reply.slice(at, at + 60));
	// A box of a task.
	if (
		char === "[" &&
		/^\[[ xX]\]\s+\S/.test(reply.slice(at, at + 8)) &&
		/(?:^|\n)[ \t]*[-*+][ \t]+$/.test(reply.slice(Math.max(0, at - 8), at))
	)
		return false;
	if (char === "[") return /^\[\s*(?:["'{[\]“]|$)/.test(reply.slice(at, at + 40));
	if (char !== '"') return false;
	const before = reply.slice(Math.max(0, at - 12), at);
	return /(?:^|\n|,\s*|\\n\s*)(?:[-*•]\s+|\d{1,2}[.)]\s+)?$/.test(before);
}

function rowsOf(
	value: Lenient,
	original: string,
	final: boolean,
): { readonly rows: readonly Row[]; readonly unreadable: number } {
	const none = { rows: [], unreadable: 0 };
	const bad = { rows: [], unreadable: 1 };
	switch (value.type) {
		case "other":
			return none;
		case "text":
			if (!value.complete) return final ? bad : none;
			return value.corrupt
				? bad
				: (within(value.text, original) ?? { rows: rowsOfText(value.text, "", original), unreadable: 0 });
		case "list":
			return gather(withoutGlosses(value.items, original).map((item) => rowsOf(item, original, final)));
		case "object": {
			const rest = value.fields.filter(([name]) => ![...otherKeys, ...glossKeys].includes(name.toLowerCase()));
			if (!value.complete && !final)
				return rest.some(([, inner]) => inner.type === "text")
					? none
					: gather(rest.map(([, inner]) => rowsOf(inner, original, final)));
			const field = (keys: readonly string[]): Lenient | undefined =>
				keys
					.map((key) => value.fields.find(([name]) => name.toLowerCase() === key)?.[1])
					.find((found) => found !== undefined);
			const numbered = value.fields.filter(([name]) =>
				textKeys.includes(name.toLowerCase().replace(/[\s_-]*\d+$/, "")),
			);
			if (numbered.length > 1 && numbered.some(([name]) => /\d$/.test(name)))
				return gather(numbered.map(([, inner]) => rowsOf(inner, original, final)));
			const text = field(textKeys);
			const gloss = field(glossKeys);
			const said = gloss?.type === "text" && gloss.complete && !gloss.corrupt ? gloss.text.trim() : "";
			if (text?.type === "text") {
				if (!text.complete || text.corrupt || text.text.trim() === "") return bad;
				const reasons = reasonsOf(gloss);
				const rows = rowsOfText(text.text, said, original);
				return (
					within(text.text, original) ?? {
						rows: reasons.length === 0 ? rows : rows.map((row) => ({ ...row, reasons })),
						unreadable: 0,
					}
				);
			}
			if (text?.type === "other") return bad;
			if (rest.length === 0) return value.complete ? none : bad;
			// Under a name that says nothing of what it is, a text must be like the sentence.
			return gather(
				rest.map(([name, inner]) => {
					const found = rowsOf(inner, original, final);
					return inner.type === "text" && !/^\d+$/.test(name)
						? { ...found, rows: found.rows.filter((row) => isVersion(row.text, original)) }
						: found;
				}),
			);
		}
	}
}

/** The reasons of an object that tells them by words, or of a list of such objects. */
function reasonsOf(value: Lenient | undefined): readonly Reason[] {
	if (value?.type === "list") return value.items.flatMap(reasonsOf).slice(0, maxReasons);
	if (value?.type !== "object") return [];
	return value.fields
		.slice(0, maxReasons)
		.flatMap(([words, why]) =>
			why.type === "text" && why.complete && !why.corrupt && why.text.trim() !== ""
				? [{ words: words.trim(), why: why.text.trim() }]
				: [],
		);
}

/** The rows of a text that is such a reply itself; null for any other. */
function within(text: string, original: string): { readonly rows: readonly Row[]; readonly unreadable: number } | null {
	const inner = text.trim();
	if (!/^[{[]/.test(inner) || !begins(inner, 0)) return null;
	const read = readValue(inner, 0, true);
	return read === null || !read.value.complete || (read.value.type !== "list" && read.value.type !== "object")
		? null
		: rowsOf(read.value, original, true);
}

function gather(parts: readonly { readonly rows: readonly Row[]; readonly unreadable: number }[]): {
	readonly rows: readonly Row[];
	readonly unreadable: number;
} {
	return {
		rows: parts.flatMap((part) => part.rows),
		unreadable: parts.reduce((sum, part) => sum + part.unreadable, 0),
	};
}

// Several sentences in one text, a line each, are several rows, unless the original has lines itself or these are
// pieces of one.
function rowsOfText(text: string, gloss: string, original: string): readonly Row[] {
	const lines = text.replace(/\r\n?/g, "\n");
	const parts = original.includes("\n")
		? [lines]
		: lines
				.split("\n")
				.map((part) => part.replace(/\t/g, original.includes("\t") ? "\t" : " ").trim())
				.filter((part) => part !== "");
	const rows =
		parts.length > 1 && !parts.every((part) => isVersion(part, original)) && isVersion(parts.join(" "), original)
			? [parts.join(" ")]
			: parts;
	return rows.map((part) => ({ text: decoded(part, original).trim(), gloss })).filter((row) => row.text !== "");
}

/** Characters that HTML has names for and models write so: quotes, dashes, spaces. */
const named: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	nbsp: "\u00a0",
	laquo: "«",
	raquo: "»",
	ldquo: "“",
	rdquo: "”",
	bdquo: "„",
	lsquo: "‘",
	rsquo: "’",
	hellip: "…",
	ndash: "–",
	mdash: "—",
};

/** Such a name, or a character by its number. */
const entity = /&(?:([a-z]{2,6})|#(\d{2,5})|#x([\da-f]{2,4}));/gi;

function decoded(text: string, original: string): string {
	if (original.search(entity) >= 0) return text;
	return text.replace(entity, (whole, name: string | undefined, decimal?: string, hex?: string) => {
		if (name !== undefined) return named[name.toLowerCase()] ?? whole;
		const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
		return code < 32 || code > 0xd7ff ? whole : String.fromCharCode(code);
	});
}
