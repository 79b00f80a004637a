import { layOut, type QuotedLine } from "./blocks";
import { cleanLine, cleanText } from "./clean";
import { findEmphasis } from "./emphasis";
import { aloneContext, escapeLine, isBracketed, isMarked, joinSplits, unescapeMarkdown } from "./escape";

/** How a reply is quoted. */
export interface QuoteOptions {
	/** Most UTF-16 units of the quotation, the `> ` prefixes counted. Defaults to 32,768: more than any answer worth keeping. */
	readonly maxLength?: number;
	/** What is said in the writer's language when the rest is left out. Defaults to an ellipsis. */
	readonly truncated?: string;
}

const defaultMaxLength = 32_768;

/**
 * An untrusted reply as lines of plain Markdown, without the `> ` prefix of the callout they go into. Paragraphs,
 * emphasis and lists pass; all else becomes text that reads the same: code is shown as text, since plugins run code.
 * Nothing in it runs, loads, links, tags, embeds, defines, forges a record or leaves the callout, in the source nor in
 * the text a garden makes of it (see `escape.ts`). No line break but those between the lines. Empty for an empty reply.
 *
 * Laws: `unquote(quote(x))` is `x` cleaned and laid out; `quote(unquote(quote(x)))` equals `quote(x)`.
 */
export function quote(reply: string, options: QuoteOptions = {}): readonly string[] {
	const maxLength = options.maxLength ?? defaultMaxLength;
	const lines = layOut(joinSplits(cleanText(cutBefore(reply, maxLength * 2))));
	const quoted: string[] = [];
	// Room for the words that say so, and for closing a fence that is left open.
	const note = escapeLine(cleanLine(options.truncated ?? "…"), { ...aloneContext(options.truncated ?? ""), lineStart: true });
	const room = maxLength - note.length - 100;
	let length = 0;
	for (const [source, text] of escapeLines(lines)) {
		if (length + text.length + 3 > room) {
			const part = fit(source, room - length - 3);
			if (part !== "") quoted.push(part);
			return closed(lines, quoted, note);
		}
		length += text.length + 3;
		quoted.push(text);
	}
	return reply.length > maxLength * 2 ? closed(lines, quoted, note) : quoted;
}

/** A reply as it reads, from the lines `quote` made of it (or a writer edited since): what it said, cleaned and laid out. */
export function unquote(lines: readonly string[]): string {
	return lines.map((line) => unescapeMarkdown(line)).join("\n");
}

/**
 * A text on one line of a record: the writer's own sentence, adopted words, a title, a question. Everything in it is
 * shown as source and does nothing, so that a quoted sentence makes no second link, tag, footnote, block id or task.
 * `unquoteInline(quoteInline(x))` is `normalInline(x)`.
 */
export function quoteInline(text: string): string {
	const line = normalInline(text);
	return escapeLine(line, aloneContext(line));
}

/** The text that `quoteInline` quoted. */
export function unquoteInline(source: string): string {
	return unescapeMarkdown(source);
}

/** What `quoteInline` keeps of a text: one line of it, with nothing hidden. */
export function normalInline(text: string): string {
	return joinSplits(cleanLine(text)).trim();
}

const actingPairs = /<(?=[^\s\d=])|\{(?=[{%#])|\[(?=\[)|!(?=\[)|\](?=[([])|%(?=%)|:(?=:)|#(?=[^\s\d#])/g;

/**
 * A reply for the clipboard: cleaned text without marks of emphasis and code. Signs that would act in the raw text of a
 * note are held apart by a no-break space; backslashes would only be in the way elsewhere.
 */
export function plainText(reply: string): string {
	return layOut(joinSplits(cleanText(reply)))
		.filter((line) => !(line.code && /^(?:`{3,}|~{3,})/.test(line.text)))
		.map((line) => {
			const emphasis = line.code ? new Set<number>() : findEmphasis(line.text);
			const text = [...line.text].length === 0 ? "" : Array.from({ length: line.text.length }, (_, at) => (emphasis.has(at) ? "" : line.text[at] ?? "")).join("");
			return line.lead + text.replace(/`+/g, (run) => (run.length === 1 ? "'" : "\"")).replace(actingPairs, "$&\u00a0");
		})
		.join("\n");
}

type EscapedLine = readonly [source: QuotedLine, text: string];

/** Signs in pairs are looked for in the paragraph as a whole: a renderer joins its lines. */
function* escapeLines(lines: readonly QuotedLine[]): Generator<EscapedLine> {
	for (let from = 0; from < lines.length;) {
		let to = from;
		while (to < lines.length && lines[to]?.text !== "") to++;
		const paragraph = lines.slice(from, to);
		const all = paragraph.map((line) => line.text).join("\n");
		const bracketed = isBracketed(all);
		const marked = isMarked(all);
		for (const line of paragraph) yield [line, escapeQuoted(line, bracketed, marked)];
		const empty = lines[to];
		if (empty !== undefined) yield [empty, ""];
		from = to + 1;
	}
}

function escapeQuoted(line: QuotedLine, bracketed: boolean, marked: boolean): string {
	const emphasis = line.code ? new Set<number>() : findEmphasis(line.text);
	const lineStart = !emphasis.has(0);
	return line.lead + escapeLine(line.text, { emphasis, lineStart, bracketed, marked, parentheses: false });
}

/** The longest start of a line that fits, ending between words where it can. Signs in pairs are taken as complete: that only lengthens it. */
function fit(line: QuotedLine, room: number): string {
	let text = cutBefore(line.text, Math.max(0, room));
	for (;;) {
		text = text.replace(/\s+$/, "");
		if (text === "") return "";
		const escaped = escapeQuoted({ ...line, text }, true, true);
		if (escaped.length <= room) return escapeQuoted({ ...line, text }, isBracketed(text), isMarked(text));
		text = cutBefore(text, Math.min(text.length - 1, Math.floor((text.length * room) / escaped.length)));
	}
}

function closed(lines: readonly QuotedLine[], quoted: readonly string[], note: string): readonly string[] {
	const last = [...quoted];
	while (last[last.length - 1] === "") last.pop();
	const end = lines[last.length - 1];
	const open = end?.code === true ? openFence(lines.slice(0, last.length)) : null;
	if (open !== null) last.push(open);
	return last.length === 0 ? [note] : [...last, "", note];
}

/** The line that closes a fence left open by the cut; null when none is. */
function openFence(lines: readonly QuotedLine[]): string | null {
	let open: QuotedLine | null = null;
	let mark = "";
	for (const line of lines) {
		const run = /^(`{3,}|~{3,})/.exec(line.text)?.[1];
		if (open === null) {
			if (run !== undefined && !(run[0] === "`" && line.text.slice(run.length).includes("`"))) {
				open = line;
				mark = run;
			}
		} else if (line.code && run === line.text && run.startsWith(mark)) {
			open = null;
		}
	}
	if (open === null) return null;
	const indent = " ".repeat(open.lead.length);
	return indent + escapeLine(mark.slice(0, 40), { ...aloneContext(mark), lineStart: true });
}

/** The first `length` units of `text`, never half a character. */
function cutBefore(text: string, length: number): string {
	if (text.length <= length) return text;
	const code = text.charCodeAt(length - 1);
	return text.slice(0, code >= 0xd800 && code < 0xdc00 ? length - 1 : length);
}
