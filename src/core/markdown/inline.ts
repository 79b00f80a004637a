import { wordCharacter } from "../text/letters";
import { findCallouts } from "./callouts";
import { markdownBlocks } from "./dialect";

/** What an inline span is. A link or wikilink with words of its own gives two spans, before and after them. */
export type SpanKind =
	| "code"
	| "math"
	| "comment"
	| "embed"
	| "image"
	| "wikilink"
	| "link"
	| "footnote"
	| "url"
	| "html"
	| "tag"
	| "blockid"
	| "citation"
	| "template"
	| "icon"
	| "escape"
	| "marker"
	| "layout";

/** A part of a sentence's source that is not plain words. Frozen ones must come through a rewording as they are. */
export interface InlineSpan {
	readonly from: number;
	readonly to: number;
	readonly kind: SpanKind;
	readonly frozen: boolean;
}

/**
 * A way in which a span may begin, tried in this order at each place. Groups: words that are free between two frozen
 * parts.
 */
const forms: readonly { readonly kind: SpanKind; readonly pattern: RegExp }[] = [
	{ kind: "escape", pattern: /\\[!-/:-@[-`{-~]/y },
	// Templater, Jinja and Nunjucks, Liquid, Hugo's shortcodes, Mustache: what a tag holds is a program's, not prose.
	{ kind: "template", pattern: /\{\{[^]{0,2000}?\}\}\}?|\{%[^]{0,2000}?%\}|\{#[^]{0,2000}?#\}|<%[^]{0,2000}?%>/y },
	{ kind: "code", pattern: /(`+)(?!`)[^]*?[^`]\1(?!`)/y },
	{ kind: "comment", pattern: /%%[^]*?%%/y },
	{ kind: "math", pattern: /\$\$[^]+?\$\$/y },
	{ kind: "math", pattern: /\$(?=[^\s$])(?:[^$\\\n]|\\[^])*?[^\s\\$]?\$(?!\d)/y },
	{ kind: "embed", pattern: /!\[\[[^\]\n]*\]\]/y },
	{ kind: "image", pattern: /!\[[^\]\n]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])/y },
	{ kind: "html", pattern: /<!--[^]*?-->/y },
	{ kind: "url", pattern: /<(?:[a-z][a-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/iy },
	{ kind: "html", pattern: /<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<![a-z][^>]*>/iy },
	{ kind: "html", pattern: /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/iy },
	{ kind: "footnote", pattern: /\[\^[^\]\s]+\]/y },
	{ kind: "footnote", pattern: /\^\[[^\]\n]*\]/y },
	{ kind: "citation", pattern: /\[-?@[^\]\n]+\]/y },
	{ kind: "url", pattern: /(?:https?:\/\/|www\.|mailto:)[^\s<>"«»]*[^\s<>"«».,;:!?'’)\]*_~=]/iy },
	{ kind: "marker", pattern: /\*{1,3}|_{1,3}|==|~~/y },
];

const wikilink = /\[\[([^\]|\n]*)(\|([^\]\n]*))?\]\]/y;
const link = /\[((?:[^[\]\n\\]|\\[^]|\[(?:[^[\]\n])*\])*)\](\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])/y;
const tag = /#(?=[^\s#]*[\p{L}_/-])[\p{L}\p{M}\p{N}_/-]+/uy;
/** An icon or emoji by its name, which has a letter: `10:30:45` holds none. */
const icon = /:(?=[\w+-]*[a-z])[a-z0-9_+][\w+-]*:(?![\w:])|:[+-]1:/iy;
const blockId = /\^[A-Za-z0-9-]+[ \t]*$/my;
const calloutHead = /\[![\w-]+(?:\|[^\]\n]*)?\][+-]?/y;
const taskBox = /\[[^\]\n]\](?=[ \t])/y;

/**
 * All inline spans of one sentence's or passage's source, in order, not overlapping. A block without words in a
 * passage is a span.
 */
export function inlineSpans(text: string): readonly InlineSpan[] {
	const spans: InlineSpan[] = [];
	let from = 0;
	for (const block of wordlessBlocks(text)) {
		nested(text, from, block.from, spans);
		spans.push(block);
		from = block.to;
	}
	if (from > 0) nested(text, from, text.length, spans);
	else scan(text, spans);
	return spans;
}

function scan(text: string, spans: InlineSpan[]): void {
	for (let at = 0; at < text.length;) {
		at = spanAt(text, at, spans) ?? at + 1;
	}
}

/** The spans that must come through a rewording letter for letter, once each, in the same order. */
export function frozenSpans(text: string): readonly InlineSpan[] {
	return inlineSpans(text).filter((span) => span.frozen);
}

// Adds what begins at a place and gives the place after it; null when it is plain text.
function spanAt(text: string, at: number, spans: InlineSpan[]): number | null {
	const char = text[at] ?? "";
	if (!/[\\`%$![<^hwm*_=~#{:]/i.test(char)) return null;
	const add = (from: number, to: number, kind: SpanKind, frozen = true): void => {
		if (to > from) spans.push({ from, to, kind, frozen });
	};
	if (char === "[") {
		const head = lineHead(text, at);
		if (head > 0) {
			add(at, at + head, "layout");
			return at + head;
		}
	}
	const wiki = match(wikilink, text, at);
	if (wiki !== null) {
		const end = at + wiki[0].length;
		const alias = wiki[3];
		if (alias === undefined || alias.trim() === "") add(at, end, "wikilink");
		else {
			add(at, end - 2 - alias.length, "wikilink");
			nested(text, end - 2 - alias.length, end - 2, spans);
			add(end - 2, end, "wikilink");
		}
		return end;
	}
	for (const { kind, pattern } of forms) {
		const found = match(pattern, text, at);
		if (found === null || (kind === "marker" && !isMarker(text, at, found[0]))) continue;
		add(at, at + found[0].length, kind, kind !== "marker");
		return at + found[0].length;
	}
	const linked = match(link, text, at);
	if (linked !== null) {
		const words = at + 1 + (linked[1]?.length ?? 0);
		add(at, at + 1, "link");
		nested(text, at + 1, words, spans);
		add(words, at + linked[0].length, "link");
		return at + linked[0].length;
	}
	if (char === "#" && !isWordBefore(text, at)) {
		const found = match(tag, text, at);
		if (found !== null) {
			add(at, at + found[0].length, "tag");
			return at + found[0].length;
		}
	}
	if (char === ":" && !/[\p{L}\p{N}:]/u.test(text[at - 1] ?? "")) {
		const found = match(icon, text, at);
		if (found !== null) {
			add(at, at + found[0].length, "icon");
			return at + found[0].length;
		}
	}
	if (char === "^" && (at === 0 || /\s/.test(text[at - 1] ?? ""))) {
		const found = match(blockId, text, at);
		if (found !== null) {
			add(at, at + found[0].trimEnd().length, "blockid");
			return at + found[0].length;
		}
	}
	return null;
}

// The words of a link may hold code and emphasis, but no link.
function nested(text: string, from: number, to: number, spans: InlineSpan[]): void {
	const inner: InlineSpan[] = [];
	scan(text.slice(from, to), inner);
	for (const span of inner) spans.push({ ...span, from: span.from + from, to: span.to + from });
}

const wordlessKinds: Readonly<Record<string, SpanKind>> = {
	FencedCode: "code",
	CodeBlock: "code",
	MathBlock: "math",
	HiddenBlock: "comment",
	CommentBlock: "html",
	ProcessingInstructionBlock: "html",
	HTMLBlock: "html",
	LinkReference: "link",
	HorizontalRule: "layout",
	TableDelimiter: "layout",
	HeaderMark: "layout",
};

/** With what a line begins that may be one of a block without words. */
const mayBeWordless = /(?:^|\n)[ \t>]*(?:`{3}|~{3}|\$\$|%%|<[!?psth]|\[)|\n[ \t>]*(?:[-=*_|:]| {4}|\t)/i;

// Code, comments, definitions and rules between the paragraphs of a passage, and records: those are quotations.
function wordlessBlocks(text: string): readonly InlineSpan[] {
	const records = findCallouts(text).map(({ from, to }): InlineSpan => ({ from, to, kind: "layout", frozen: true }));
	if (!mayBeWordless.test(text)) return records;
	const blocks: InlineSpan[] = [...records];
	markdownBlocks()
		.parse(text)
		.iterate({
			enter({ name, from, to, node }) {
				const kind = wordlessKinds[name];
				if (kind === undefined) return;
				// Other HTML has words between its tags.
				if (name === "HTMLBlock" && !/^<(?:!|(?:pre|script|style|textarea)(?:\s|>))/i.test(text.slice(from, from + 12)))
					return;
				// The divider of a table, and the line under a heading.
				if (
					(name === "TableDelimiter" && node.parent?.name !== "Table") ||
					(name === "HeaderMark" && !node.parent?.name.startsWith("Setext"))
				)
					return;
				if (!records.some((record) => from < record.to && to > record.from))
					blocks.push({ from, to, kind, frozen: true });
				return false;
			},
		});
	return blocks.sort((a, b) => a.from - b.from);
}

// A callout's kind or a task's box, where one stands on a line: what they are is not said in words.
function lineHead(text: string, at: number): number {
	const start = text.lastIndexOf("\n", at - 1) + 1;
	if (start === 0) return 0;
	const before = text.slice(start, at);
	if (/^[ \t]*(?:>[ \t]?)+$/.test(before)) return match(calloutHead, text, at)?.[0].length ?? 0;
	return /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(before) ? (match(taskBox, text, at)?.[0].length ?? 0) : 0;
}

// An underscore within a word and marks standing alone between spaces are text.
function isMarker(text: string, at: number, mark: string): boolean {
	const before = /[\ud800-\udbff]?[^]$/.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? " ";
	const after = String.fromCodePoint(text.codePointAt(at + mark.length) ?? 0x20);
	if (/\s/.test(before) && /\s/.test(after)) return false;
	return !(mark.startsWith("_") && wordCharacter.test(before) && wordCharacter.test(after));
}

function isWordBefore(text: string, at: number): boolean {
	return at > 0 && /[^\s(>"'«“,;:]/.test(text[at - 1] ?? "");
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}
