import { after, isFenced, type LineState } from "../markdown/line-state";
import type { Range, TextSource } from "../text";

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
 * or not, in a quote or not. Not within frontmatter or fenced code, where they are examples. A second head at the same
 * depth starts a second callout, even where no blank line parts them.
 */
export function findCallouts(text: string | TextSource): readonly Callout[] {
	const whole = typeof text === "string" ? text : text.sliceString(0);
	if (!/\[!ai\]/i.test(whole)) return [];
	const found: Callout[] = [];
	let open: { from: number; to: number; depth: number; title: string; lines: string[] } | null = null;
	const close = (): void => {
		if (open !== null) found.push(open);
		open = null;
	};
	let state: LineState = "";
	const body = bodyStart(whole);
	for (const line of linesOf(whole)) {
		if (line.from < body) continue;
		const depth = quoteDepth(line.text);
		const inCode = isFenced(line.text, state);
		state = after(line.text, state);
		if (inCode) {
			if (open !== null && depth >= open.depth) extend(open, line);
			else close();
			continue;
		}
		const match = head.exec(line.text);
		const isHead = match !== null && (open === null || depth <= open.depth);
		if (isHead) {
			close();
			open = { from: line.from, to: line.to, depth, title: (match[1] ?? "").trim(), lines: [] };
		} else if (open !== null && depth >= open.depth) {
			extend(open, line);
		} else {
			close();
		}
	}
	close();
	return found;
}

/** Where the fenced code begins, its line's start, that is still open at the end of a text and goes on below it; null when there is none. Code in a quote or an item ends with that. */
export function openCode(text: string): number | null {
	const body = bodyStart(text);
	let state: LineState = "";
	let from = 0;
	for (const line of linesOf(text)) {
		if (line.from < body) continue;
		if (!isFenced(line.text, state)) ({ from } = line);
		state = after(line.text, state);
	}
	return /^[`~]+$/.test(state) ? from : null;
}

/** Where the text after the properties begins; a first rule that nothing closes is none. */
function bodyStart(text: string): number {
	if (!/^---[ \t]*\r?\n/.test(text)) return 0;
	const end = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
	return end === null ? 0 : end.index + end[0].length;
}

function extend(open: { to: number; depth: number; lines: string[] }, line: Range & { readonly text: string }): void {
	open.to = line.to;
	open.lines.push(stripQuote(line.text, open.depth));
}

/** The lines of a text with their positions. A carriage return before the line break belongs to the break. */
function* linesOf(text: string): Generator<Range & { readonly text: string }> {
	for (let from = 0; from <= text.length;) {
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
