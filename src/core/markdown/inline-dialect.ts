import type { InlineContext, InlineParser } from "@lezer/markdown";
import { wordCharacter } from "../text/letters";

/** One way in which a span begins: its node, and what it may look like, tried in this order. */
interface Form {
	readonly node: string;
	/** Signs it begins with, in lower case. */
	readonly first: string;
	readonly pattern: RegExp;
	/** Whether it is one where it stands. */
	readonly holds?: (text: string, at: number, found: string) => boolean;
}

/** Templater, Jinja and Nunjucks, Liquid, Hugo's shortcodes, Mustache: what a tag holds is a program's, not prose. */
const template = /\{\{[^]{0,2000}?\}\}\}?|\{%[^]{0,2000}?%\}|\{#[^]{0,2000}?#\}|<%[^]{0,2000}?%>/y;
/** An icon or emoji by its name, which has a letter: `10:30:45` holds none. */
const icon = /:(?=[\w+-]*[a-z])[a-z0-9_+][\w+-]*:(?![\w:])|:[+-]1:/iy;
const address = /(?:https?:\/\/|www\.|mailto:)[^\s<>"«»]*[^\s<>"«».,;:!?'’)\]*_~=]/iy;

/** Lengths have bounds where a mark that nothing closes would cost the rest of the text each time it comes. */
const forms: readonly Form[] = [
	{
		node: "LineHead",
		first: "[",
		pattern: /\[![\w-]+(?:\|[^\]\n]*)?\][+-]?/y,
		holds: (text, at) => /^[ \t]*(?:>[ \t]?)+$/.test(lineBefore(text, at)),
	},
	{
		node: "LineHead",
		first: "[",
		pattern: /\[[^\]\n]\](?=[ \t])/y,
		holds: (text, at) => /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(lineBefore(text, at)),
	},
	{ node: "Template", first: "{<", pattern: template },
	{ node: "Hidden", first: "%", pattern: /%%[^]*?%%/y },
	{ node: "Maths", first: "$", pattern: /\$\$[^]+?\$\$/y },
	{ node: "Maths", first: "$", pattern: /\$(?=[^\s$])(?:[^$\\\n]|\\[^])*?[^\s\\$]?\$(?!\d)/y },
	{ node: "Embed", first: "!", pattern: /!\[\[[^\]\n]{0,1000}\]\]/y },
	{ node: "Image", first: "!", pattern: /!\[[^\]\n]{0,1000}\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]{0,1000}\])/y },
	{ node: "HTML", first: "<", pattern: /<!--[^]{0,5000}?-->/y },
	{ node: "Address", first: "<", pattern: /<(?:[a-z][a-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/iy },
	{ node: "HTML", first: "<", pattern: /<\?[^]{0,5000}?\?>|<!\[CDATA\[[^]{0,5000}?\]\]>|<![a-z][^>]{0,5000}>/iy },
	{ node: "HTML", first: "<", pattern: /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/iy },
	{ node: "FootnoteReference", first: "[", pattern: /\[\^[^\]\s]{1,200}\]/y },
	{ node: "FootnoteReference", first: "^", pattern: /\^\[[^\]\n]{0,2000}\]/y },
	{ node: "Citation", first: "[", pattern: /\[-?@[^\]\n]{1,1000}\]/y },
	{ node: "Address", first: "hwm", pattern: address },
	{ node: "EmphasisMark", first: "*_=~", pattern: /\*{1,3}|_{1,3}|==|~~/y, holds: isMark },
	{
		node: "Tag",
		first: "#",
		pattern: /#(?=[^\s#]*[\p{L}_/-])[\p{L}\p{M}\p{N}_/-]+/uy,
		holds: (text, at) => at === 0 || /[\s(>"'«“,;:]/.test(text[at - 1] ?? ""),
	},
	{ node: "Icon", first: ":", pattern: icon, holds: (text, at) => !/[\p{L}\p{N}:]/u.test(text[at - 1] ?? "") },
	{
		node: "BlockId",
		first: "^",
		pattern: /\^[A-Za-z0-9-]+(?=[ \t]*$)/my,
		holds: (text, at) => at === 0 || /\s/.test(text[at - 1] ?? ""),
	},
];

/** A link: its words, and what they lead to. */
const link = /\[((?:[^[\]\n\\]|\\[^]|\[(?:[^[\]\n])*\])*)\](\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])/y;
const wikilink = /\[\[([^\]|\n]{0,1000})(\|([^\]\n]{0,1000}))?\]\]/y;

const formsByFirst: ReadonlyMap<string, readonly Form[]> = new Map(
	[...new Set(forms.flatMap(({ first }) => [...first]))].map((sign) => [
		sign,
		forms.filter(({ first }) => first.includes(sign)),
	]),
);

/** The names of the nodes that `obsidianInline` makes. */
export const inlineNodes: readonly string[] = [...new Set(forms.map(({ node }) => node)), "Wikilink"];

/**
 * What stands among words in Obsidian's Markdown. Marks of emphasis are not paired: a sentence may hold one half of a
 * pair. What the name of a link leads to is apart from its words, which may hold code and emphasis.
 */
export const obsidianInline: InlineParser = {
	name: "Obsidian",
	before: "Escape",
	parse(context, next, pos) {
		const at = pos - context.offset;
		const found = formsByFirst.get(String.fromCharCode(next).toLowerCase());
		if (found === undefined) return -1;
		if (next === 91 /* [ */) {
			const named = match(wikilink, context.text, at);
			// A callout's kind and a task's box are no links, and no link begins as they do.
			if (named !== null) {
				const [source, , , words = ""] = named;
				return addLinked(context, "Wikilink", { from: pos, to: pos + source.length, words, end: source.length - 2 });
			}
		}
		for (const { node, pattern, holds } of found) {
			const span = match(pattern, context.text, at);
			if (span !== null && (holds?.(context.text, at, span[0]) ?? true))
				return context.addElement(context.elt(node, pos, pos + span[0].length));
		}
		const linked = next === 91 ? match(link, context.text, at) : null;
		if (linked === null) return -1;
		const [source, words = ""] = linked;
		return addLinked(context, "LinkMark", { from: pos, to: pos + source.length, words, end: 1 + words.length });
	},
};

interface Linked {
	readonly from: number;
	readonly to: number;
	readonly words: string;
	/** Where the words end, counted from the link's beginning. */
	readonly end: number;
}

/** The marks before and after a link's words; all of it, where it has none. */
function addLinked(context: InlineContext, mark: string, { from, to, words, end }: Linked): number {
	if (mark === "Wikilink" && words.trim() === "") return context.addElement(context.elt(mark, from, to));
	const start = from + end - words.length;
	context.addElement(context.elt(mark, from, start));
	for (const element of context.parser.parseInline(words, start)) context.addElement(element);
	return context.addElement(context.elt(mark, from + end, to));
}

/** What stands before a place on its line; on a sentence's first line, that is not known. */
function lineBefore(text: string, at: number): string {
	const start = text.lastIndexOf("\n", at - 1) + 1;
	return start === 0 ? "x" : text.slice(start, at);
}

/** An underscore within a word and marks standing alone between spaces are text. */
function isMark(text: string, at: number, mark: string): boolean {
	const before = /[\ud800-\udbff]?[^]$/.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? " ";
	const after = String.fromCodePoint(text.codePointAt(at + mark.length) ?? 0x20);
	if (/\s/.test(before) && /\s/.test(after)) return false;
	return !(mark.startsWith("_") && wordCharacter.test(before) && wordCharacter.test(after));
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}
