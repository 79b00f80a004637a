import { findCallouts } from "./callouts";
import { markdown, markdownBlocks } from "./dialect";

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

/** What nodes of the grammar are. A link and a wikilink with words of its own are their marks, and what is between. */
const kinds: Readonly<Record<string, SpanKind>> = {
	Template: "template",
	Escape: "escape",
	InlineCode: "code",
	Hidden: "comment",
	Maths: "math",
	Embed: "embed",
	Image: "image",
	HTML: "html",
	Address: "url",
	FootnoteReference: "footnote",
	Citation: "citation",
	Wikilink: "wikilink",
	LinkMark: "link",
	Tag: "tag",
	Icon: "icon",
	BlockId: "blockid",
	EmphasisMark: "marker",
	LineHead: "layout",
};

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
	nested(text, from, text.length, spans);
	return spans;
}

/** Nothing else begins a span. */
const mayHoldSpan = /[\\`%$![<^*_=~#{:]|www\.|https?:|mailto:/i;

/** The spans of a part of a text, by themselves. */
function nested(text: string, from: number, to: number, spans: InlineSpan[]): void {
	if (!mayHoldSpan.test(text)) return;
	const grammar = markdown();
	for (const element of grammar.parseInline(text.slice(from, to), from)) {
		const kind = kinds[grammar.nodeSet.types[element.type]?.name ?? ""];
		if (kind !== undefined) spans.push({ from: element.from, to: element.to, kind, frozen: kind !== "marker" });
	}
}

/** The spans that must come through a rewording letter for letter, once each, in the same order. */
export function frozenSpans(text: string): readonly InlineSpan[] {
	return inlineSpans(text).filter((span) => span.frozen);
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
