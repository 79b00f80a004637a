import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/markdown";
import { cleanText } from "../text/clean";

/** Units of a reply that are read as one: a block of six hundred words is longer than those of answers. */
const maxPart = 4_000;

/** Where a reply that grows goes on: all before it is read and stays. */
export interface PartStart {
	/** Units of the reply before it. */
	readonly from: number;
	/** The line that opens the fenced block which goes on here, its break included; empty outside of one. */
	readonly fence: string;
}

/** The beginning of a reply. */
export const firstPart: PartStart = { from: 0, fence: "" };

/** A part of a reply that is read by itself: what that costs depends on its own length, which is bounded. */
export interface ReplyPart {
	/** Markdown with nothing hidden in it. */
	readonly text: string;
	/** What it reads as, maybe with blocks behind its end; null where it is too tangled to be read as Markdown. */
	readonly top: SyntaxNode | null;
	/** Whether it ends within a block, which goes on in the next part. */
	readonly isCut: boolean;
	/** Where the next part begins; null where this is the rest, which more words may still change. */
	readonly next: PartStart | null;
}

/**
 * The part of a reply that begins at `start`, as far as the reply has come. It ends between blocks, where no more words
 * can change what is before; within a block only if that is longer than those of any answer.
 * @param most units of a block that is read as one
 */
export function partOf(reply: string, { from, fence }: PartStart, most = maxPart): ReplyPart {
	const raw = reply.slice(from, from + most + most / 4);
	const text = fence + cleanText(raw);
	const top = read(text, fence);
	const steady = top === null ? 0 : steadyEnd(top, text);
	if (top !== null && steady > fence.length) {
		const to = lineStart(raw, breaksIn(text.slice(fence.length, steady)));
		return { text: text.slice(0, steady), top, isCut: false, next: { from: from + to, fence: "" } };
	}
	if (raw.length <= most) return { text, top, isCut: false, next: null };
	const item = top === null ? 0 : lineStart(raw, breaksIn(text.slice(fence.length, lastBegin(top, most))));
	const to = item > 0 ? item : anyEnd(raw, most);
	const part = fence + cleanText(raw.slice(0, to));
	const next = { from: from + to, fence: openFence(top, text, part.length) };
	return { text: part, top: read(part, fence), isCut: true, next };
}

/**
 * Where the blocks begin that more text may still change: the last two, since a line that grows may leave its block and
 * join the one before (`#` is a heading, `#x` is not). Always the beginning of a line; 0 for all.
 */
export function steadyEnd(top: SyntaxNode, text: string): number {
	const last = top.lastChild?.prevSibling ?? null;
	return last === null ? 0 : text.lastIndexOf("\n", last.from - 1) + 1;
}

/** More signs in a paragraph than any answer has: they may be pairs within pairs, which take long to match. */
const mostSigns = 2000;

/**
 * Blocks within blocks, by their marks or by the spaces before one: deeper than any answer goes. The parser is slow
 * with many spaces, too.
 */
const deep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){25}|[ \t]{100}/m;

/** A line that ends a fenced block. */
const closing = /^ {0,3}(?:`{3,}|~{3,})[ \t]*$/m;

/** The blocks of a text that goes on within a fence; null where it is too tangled. */
function read(text: string, fence: string): SyntaxNode | null {
	// Code alone has nothing in it that could be tangled.
	const isCode = fence !== "" && !closing.test(text.slice(fence.length));
	return !isCode && isTangled(text) ? null : parser.parse(text).topNode;
}

function isTangled(text: string): boolean {
	if (deep.test(text)) return true;
	let signs = 0;
	return text.split("\n").some((line) => {
		signs = line.trim() === "" ? 0 : signs + (line.match(/[*_[\]`<!&\\]/g)?.length ?? 0);
		return signs > mostSigns;
	});
}

/** Where the last block begins, or the last item of one, among the first so many units. */
function lastBegin(top: SyntaxNode, most: number): number {
	let begin = 0;
	for (let block = top.firstChild; block !== null; block = block.nextSibling) {
		if (block.from <= most) begin = block.from;
		if (!/^(?:BulletList|OrderedList|Blockquote)$/.test(block.name)) continue;
		for (let item = block.firstChild; item !== null; item = item.nextSibling) if (item.from <= most) begin = item.from;
	}
	return begin;
}

/** What ends a line, as `cleanText` reads it. */
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** Where the line after so many breaks begins. */
function lineStart(raw: string, breaks: number): number {
	const next = new RegExp(lineBreak);
	for (let n = 0; n < breaks; n++) if (next.exec(raw) === null) return 0;
	return breaks === 0 ? 0 : next.lastIndex;
}

function breaksIn(text: string): number {
	return text.split("\n").length - 1;
}

/** An end of a line among the first so many units, else of a word, else of a character. */
function anyEnd(raw: string, most: number): number {
	const begun = raw.slice(0, most);
	const line = begun.search(/[\n\r\v\f\u0085\u2028\u2029][^\n\r\v\f\u0085\u2028\u2029]*$/) + 1;
	const end = line > 0 ? line : begun.lastIndexOf(" ") + 1;
	if (end > most / 2) return end;
	const code = raw.charCodeAt(most);
	return code >= 0xdc00 && code < 0xe000 ? most - 1 : most;
}

/** The line that opens the fenced block which stands at a place of a text; empty where none does. */
function openFence(top: SyntaxNode | null, text: string, at: number): string {
	for (let block = top?.firstChild ?? null; block !== null; block = block.nextSibling) {
		if (block.name !== "FencedCode" || block.from >= at || at > block.to) continue;
		// A longer one is none that a model writes.
		const mark = /^(?:`{3,100}|~{3,100})(?![`~])/.exec(text.slice(block.from, block.from + 102));
		return mark === null ? "" : `${mark[0]}\n`;
	}
	return "";
}
