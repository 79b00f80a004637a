import { bodyStart, piecesOf } from "./reading";
import type { Range, TextSource } from "../text/text";

/** A callout of type `ai` in a note, whoever wrote it. */
export interface Callout extends Range {
	/** How many `>` stand before each of its lines: 2 when it was moved into a quote. */
	readonly depth: number;
	/** What follows the type on its first line. */
	readonly title: string;
	/** The other lines, without their `>` and one space after it. */
	readonly lines: readonly string[];
}

/** At most two deep: no deeper record is looked for, and a long row of `>` costs nothing. */
const head = /^(?: {0,3}>[ \t]?){1,2}[ \t]{0,3}\[!ai\][+-]?(?:[ \t]+(.*))?$/i;

/**
 * The callouts of type `ai` of a note, in order: their lines exactly, without the line break after the last one. Folded
 * or not, in a quote or a list's item or not. Not within frontmatter or code, where they are examples. A second head at
 * the same depth starts a second callout, even where no blank line parts them.
 */
export function findCallouts(text: string | TextSource): readonly Callout[] {
	const whole = typeof text === "string" ? text : text.sliceString(0);
	if (!/\[!ai\]/i.test(whole)) return [];
	const found: Callout[] = [];
	let open: OpenCallout | null = null;
	const close = (): void => {
		if (open !== null)
			found.push({ from: open.from, to: open.to, depth: open.depth, title: open.title, lines: open.lines });
		open = null;
	};
	const body = bodyStart(whole);
	const fences = fencesIn(whole, body);
	let fence = 0;
	for (const line of linesOf(whole, body)) {
		while ((fences[fence]?.to ?? Infinity) < line.from) fence++;
		const inCode = (fences[fence]?.from ?? Infinity) < line.from;
		if (open !== null && columnsOf(line.text) < open.offset) close();
		const offset: number = inCode ? (open?.offset ?? 0) : open?.offset || itemOffset(whole, line);
		const content = offset === 0 ? line.text : withinItem(line.text, offset);
		const depth = quoteDepth(content);
		const match = inCode ? null : head.exec(content);
		if (match !== null && (open === null || depth <= open.depth)) {
			close();
			open = { from: line.from, to: line.to, depth, offset, title: (match[1] ?? "").trim(), lines: [] };
		} else if (open !== null && depth >= open.depth) {
			open.to = line.to;
			open.lines.push(stripQuote(content, open.depth));
		} else {
			close();
		}
	}
	close();
	return found;
}

interface OpenCallout extends Range {
	to: number;
	readonly depth: number;
	/** Columns before the text of the item it stands in; 0 in none. */
	readonly offset: number;
	readonly title: string;
	readonly lines: string[];
}

const itemMark = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const headInItem = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+|[ \t]+)>[ \t>]*\[!ai\]/i;

/** Lines that are read above an indented callout in search of the item it stands in. */
const maxLines = 500;

/**
 * Columns before the text of the item that a callout's head stands in; 0 when it stands in none, or the line is no
 * such head.
 */
function itemOffset(text: string, line: Range & { readonly text: string }): number {
	if (!headInItem.test(line.text)) return 0;
	const own = itemMark.exec(line.text)?.[0];
	if (own !== undefined) return columnsOf(own.replace(/[^ \t]/g, " "));
	const indent = columnsOf(line.text);
	for (let to = line.from - 1, n = 0; to >= 0 && n < maxLines; n++) {
		const from = text.lastIndexOf("\n", to - 1) + 1;
		const above = text.slice(from, to).replace(/\r$/, "");
		to = from - 1;
		if (above.trim() === "") continue;
		const offset = columnsOf((itemMark.exec(above)?.[0] ?? "").replace(/[^ \t]/g, " "));
		if (offset > 0 && offset <= indent) return indent - offset < 4 ? offset : 0;
		if (offset === 0 && columnsOf(above) === 0) return 0;
	}
	return 0;
}

/** How wide the space is that a line begins with. */
function columnsOf(line: string): number {
	let width = 0;
	for (const char of line) {
		if (char === " ") width++;
		else if (char === "\t") width += 4 - (width % 4);
		else break;
	}
	return width;
}

/** What a line holds after so many columns: those of a marker, or space. */
function withinItem(line: string, offset: number): string {
	let at = 0;
	for (let width = 0; width < offset && at < line.length; at++) width += line[at] === "\t" ? 4 - (width % 4) : 1;
	return line.slice(at);
}

/** Fenced code below the properties, in order: what stands in it is an example. */
function fencesIn(text: string, body: number): readonly Range[] {
	if (!/`{3}|~{3}/.test(text)) return [];
	const fences: Range[] = [];
	for (const piece of piecesOf(text, body)) {
		if (!/`{3}|~{3}/.test(text.slice(piece.from, piece.to))) continue;
		piece.tree().iterate({
			enter({ name, from, to }) {
				if (name === "FencedCode" && from + piece.from < piece.to)
					fences.push({ from: from + piece.from, to: to + piece.from });
			},
		});
	}
	return fences;
}

/** The lines of a text with their positions. A carriage return before the line break belongs to the break. */
function* linesOf(text: string, start: number): Generator<Range & { readonly text: string }> {
	for (let from = start; from <= text.length;) {
		const end = text.indexOf("\n", from);
		const to = end < 0 ? text.length : end;
		const content = text.endsWith("\r", to) && to > from ? to - 1 : to;
		yield { from, to: content, text: text.slice(from, content) };
		if (end < 0) return;
		from = end + 1;
	}
}

/** How many `>` stand at the start of a line. */
export function quoteDepth(line: string): number {
	const marks = /^(?: {0,3}>[ \t]?)+/.exec(line);
	return marks === null ? 0 : marks[0].split(">").length - 1;
}

function stripQuote(line: string, depth: number): string {
	let rest = line;
	for (let i = 0; i < depth; i++) rest = rest.replace(/^ {0,3}> ?/, "");
	return rest;
}
