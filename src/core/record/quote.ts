import { layOut, type QuotedLine } from "./blocks";
import { cleanLine, cleanText } from "../text/clean";
import { findEmphasis } from "./emphasis";
import { escapeLine, joinSplits, pairsAfter, unescapeMarkdown, withinLine } from "./escape";
import { knownLabels } from "./labels";

/** How a reply is quoted. */
export interface QuoteOptions {
	/**
	 * Most UTF-16 units of the quotation, the `> ` prefixes counted. Defaults to 32,768: more than any answer worth
	 * keeping.
	 */
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
	// Room for the words that say so, and for closing a fence that is left open.
	const note = escapeLine(cleanLine(options.truncated ?? "…"), { ...withinLine, lineStart: true });
	const room = maxLength - note.length - 100;
	const quoted: string[] = [];
	let cut: readonly string[] | null = null;
	let length = 0;
	for (const { line, text, pairs } of escapeLines(lines)) {
		if (cut === null && length + text.length + prefixed > room) {
			const part = fit(line, pairs, room - length - prefixed);
			cut = part === "" ? [...quoted] : [...quoted, part];
		}
		length += text.length + prefixed;
		if (length > maxLength) break;
		quoted.push(text);
	}
	return length > maxLength || reply.length > maxLength * 2 ? closed(lines, cut ?? quoted, note) : quoted;
}

/** Units of a line beside its text: `> ` and the break. */
const prefixed = 3;

/**
 * A reply as it reads, from the lines `quote` made of it (or a writer edited since): what it said, cleaned and laid
 * out.
 */
export function unquote(lines: readonly string[]): string {
	return lines.map((line) => unescapeMarkdown(line)).join("\n");
}

/**
 * A text on one line of a record: the writer's own sentence, adopted words, a title, a question. Everything in it is
 * shown as source and does nothing, so that a quoted sentence makes no second link, tag, footnote, block id or task.
 * `unquoteInline(quoteInline(x))` is `normalInline(x)`.
 * @param lineStart whether it begins a line or a list item, rather than following a label
 */
export function quoteInline(text: string, lineStart = false): string {
	return escapeLine(normalInline(text), { ...withinLine, lineStart });
}

/** The text that `quoteInline` quoted. */
export function unquoteInline(source: string): string {
	return unescapeMarkdown(source);
}

/** What `quoteInline` keeps of a text: one line of it, with nothing hidden. */
export function normalInline(text: string): string {
	return joinSplits(cleanLine(text)).trim();
}

const actingPairs =
	/<(?=[^\s\d=])|\{(?=[{%#])|\[(?=\[)|!(?=\[)|\](?=[([])|%(?=%)|:(?=:)|#(?=\d*[\p{L}\p{Extended_Pictographic}_/-])/gu;

/**
 * A text for the clipboard that is no reply but may hold part of one, as an endpoint's message does: nothing hidden, no
 * code, and the signs that would act in the raw text of a note held apart.
 */
export function inertText(text: string): string {
	return cleanText(text)
		.replace(/`+/g, (run) => (run.length === 1 ? "'" : '"'))
		.replace(actingPairs, "$&\u00a0");
}

/**
 * A reply for the clipboard: cleaned text without marks of emphasis and code. Signs that would act in the raw text of a
 * note are held apart by a no-break space; backslashes would only be in the way elsewhere.
 */
export function plainText(reply: string): string {
	return layOut(joinSplits(cleanText(reply)))
		.filter((line) => !(line.code && /^(?:`{3,}|~{3,})/.test(line.text)))
		.map((line) => {
			const emphasis = line.code ? new Set<number>() : findEmphasis(line.text);
			const text = Array.from({ length: line.text.length }, (_, at) =>
				emphasis.has(at) ? "" : (line.text[at] ?? ""),
			).join("");
			return line.lead + inertText(text);
		})
		.join("\n");
}

/**
 * What stands earlier in a paragraph or in a list that could make a pair with what follows: a renderer joins its
 * lines, and Dataview looks in whole items.
 */
type Pairs = { readonly bracketed: boolean; readonly marked: boolean };
const noPairs: Pairs = { bracketed: false, marked: false };

function* escapeLines(
	lines: readonly QuotedLine[],
): Generator<{ readonly line: QuotedLine; readonly text: string; readonly pairs: Pairs }> {
	let pairs = noPairs;
	let blank = true;
	for (const line of lines) {
		if (blank && line.text !== "" && line.lead === "") pairs = noPairs;
		yield { line, text: escapeQuoted(line, pairs), pairs };
		blank = line.text === "";
		pairs = pairsAfter(line.text, pairs);
	}
}

function escapeQuoted(line: QuotedLine, pairs: Pairs): string {
	const emphasis = line.code || isLabelled(line.text) ? new Set<number>() : findEmphasis(line.text);
	return line.lead + escapeLine(line.text, { ...pairs, emphasis, lineStart: !emphasis.has(0), parentheses: false });
}

/**
 * A line that begins as the lines of a record do would be taken for one when a hand moves it: its marks become text.
 */
function isLabelled(text: string): boolean {
	const word = /^(?:\*\*|__)\s*([^*_:]{1,40}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)/.exec(text)?.[1]?.toLowerCase();
	return (
		word !== undefined &&
		knownLabels().some((labels) =>
			[labels.before, labels.adopted, labels.takenBack, labels.asked, labels.proposed].some(
				(label) => label.toLowerCase() === word,
			),
		)
	);
}

/** The longest start of a line that fits, ending between words where it has some. */
function fit(line: QuotedLine, pairs: Pairs, room: number): string {
	let text = cutBefore(line.text, Math.max(0, room));
	for (;;) {
		text = cleanText(text.replace(/(\s)\S{1,30}$/, "$1")).trimEnd();
		if (text === "") return "";
		// What is cut may begin a block of code that the whole line did not: then it is shown as code is.
		const escaped = escapeQuoted({ ...line, code: line.code || fenceOf(text) !== null, text }, pairs);
		if (escaped.length <= room) return escaped;
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

/** The marks of the fence that a line opens; null when it opens none. */
function fenceOf(text: string): string | null {
	const run = /^(`{3,}|~{3,})/.exec(text)?.[1];
	return run === undefined || (run[0] === "`" && text.slice(run.length).includes("`")) ? null : run;
}

/** The line that closes a fence left open by the cut; null when none is. */
function openFence(lines: readonly QuotedLine[]): string | null {
	let open: QuotedLine | null = null;
	let mark = "";
	for (const line of lines) {
		if (open === null) {
			const run = fenceOf(line.text);
			if (run === null) continue;
			open = line;
			mark = run;
		} else if (line.code && /^(?:`+|~+)$/.test(line.text) && line.text.startsWith(mark)) {
			open = null;
		}
	}
	if (open === null) return null;
	const indent = " ".repeat(open.lead.length);
	return indent + escapeLine(mark.slice(0, 40), { ...withinLine, lineStart: true });
}

/** The first `length` units of `text`, never half a character. */
function cutBefore(text: string, length: number): string {
	if (text.length <= length) return text;
	const code = text.charCodeAt(length - 1);
	return text.slice(0, code >= 0xd800 && code < 0xdc00 ? length - 1 : length);
}
