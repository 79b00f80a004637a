import { letterOrFigure } from "../text/letters";
import type { Range } from "../text/text";
import { frozenSpans, type SpanKind } from "./inline";

/** What words can stand in and not be changed, since they are no prose. */
export type FixedKind =
	| "address"
	| "link"
	| "embed"
	| "tag"
	| "template"
	| "icon"
	| "footnote"
	| "citation"
	| "html"
	| "code"
	| "math"
	| "comment";

/** Spans that hold no words that anybody would ask about are none. */
const kinds: Readonly<Record<SpanKind, FixedKind | null>> = {
	code: "code",
	math: "math",
	comment: "comment",
	embed: "embed",
	image: "embed",
	wikilink: "link",
	link: "address",
	url: "address",
	footnote: "footnote",
	html: "html",
	tag: "tag",
	citation: "citation",
	template: "template",
	icon: "icon",
	blockid: null,
	escape: null,
	marker: null,
	layout: null,
};

/**
 * What a selection of a sentence stands in when none of its words can change: a link's target, an embed, a tag. Of
 * several, the first. Null when a word of it can change (an alias, the text of a link), or when it has no words.
 */
export function fixedAt(sentence: string, { from, to }: Range): FixedKind | null {
	let kind: FixedKind | null = null;
	let at = from;
	for (const span of frozenSpans(sentence)) {
		if (span.to <= from || span.from >= to) continue;
		if (letterOrFigure.test(sentence.slice(at, Math.max(at, span.from)))) return null;
		kind ??= kinds[span.kind];
		at = Math.max(at, span.to);
	}
	return letterOrFigure.test(sentence.slice(at, Math.max(at, to))) ? null : kind;
}
