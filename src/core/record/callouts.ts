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
	let fence: { mark: string; depth: number } | null = null;
	const body = bodyStart(whole);
	for (const line of linesOf(whole)) {
		if (line.from < body) continue;
		const depth = quoteDepth(line.text);
		if (fence !== null && depth < fence.depth) fence = null;
		if (fence !== null) {
			const inside = stripQuote(line.text, fence.depth);
			const run = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(inside)?.[1];
			if (run !== undefined && run.startsWith(fence.mark)) fence = null;
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
		const opening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(stripQuote(line.text, depth))?.[1];
		if (opening !== undefined) fence = { mark: opening, depth };
	}
	close();
	return found;
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
