import { inlineSpans, type InlineSpan, type SpanKind } from "../markdown/inline";
import { letterOrFigure } from "../text/letters";
import type { Range } from "../text/text";
import { alignTokens, mostAligned } from "./align";
import { tokensOf, type Token } from "../text/tokens";

/**
 * The kind of a span that stands elsewhere among the words than it did, although none was lost, added or altered:
 * emphasis that now takes in the next word, a footnote's reference after another one. Null when each has the same words
 * before and after it. Words of the selection may come in any order, as long as what took their place is on the same
 * side of each span.
 * @param isForm whether two words are forms of one
 */
export function displacedSpan(
	sentence: string,
	selection: Range,
	text: string,
	isForm: (a: string, b: string) => boolean,
): SpanKind | null {
	const spans = inlineSpans(sentence);
	if (spans.length === 0 || (selection.from === 0 && selection.to === sentence.length)) return null;
	const before = placed(sentence, spans);
	const after = placed(text, inlineSpans(text));
	if (before.length > mostAligned || after.length > mostAligned) return null;
	const pairs = alignTokens(before, after, (a, b) => (isForm(a, b) ? "related" : "alike"), selection);
	const asked = ({ from, to }: Range): boolean => from < selection.to && to > selection.from;
	const slots = new Set(before.filter(asked).map((word) => word.slot));
	const taking: number[] = [];
	for (const { a, b, same } of pairs) {
		if (a === null || b === null) continue;
		if (asked(a)) taking.push(b.slot);
		else if ((same || isForm(a.text, b.text)) && a.slot !== b.slot)
			return spans[Math.min(a.slot, b.slot)]?.kind ?? "layout";
	}
	if (taking.length === 0 || taking.some((slot) => slots.has(slot))) return null;
	return spans[Math.min(...slots, ...taking)]?.kind ?? "layout";
}

/**
 * The kind of a span that stands otherwise beside its neighbours than it did, although it has the same words before and
 * after it: within a word where it stood at its end, after a comma where it stood before it. Spans within the selection
 * may: the words around them are asked about. In a passage of which all is asked about, only what is within a word
 * tells.
 */
export function shiftedSpan(sentence: string, selection: Range, text: string): SpanKind | null {
	const before = inlineSpans(sentence);
	const after = inlineSpans(text);
	const isWhole = selection.from === 0 && selection.to === sentence.length;
	for (const [index, span] of before.entries()) {
		const other = after[index];
		if (other === undefined || span.kind === "layout") continue;
		if (!isWhole && span.from >= selection.from && span.to <= selection.to) continue;
		const was = besides(sentence, before, span, isWhole);
		if (was !== besides(text, after, other, isWhole)) return span.kind;
		const [one, now] = [lettersAround(sentence, span), lettersAround(text, other)];
		if (one.left !== now.left && one.left + one.right === now.left + now.right) return span.kind;
	}
	return null;
}

// What stands on both sides of a span: a letter, a sign, or nothing. An apostrophe ends a word as a space does.
function besides(text: string, spans: readonly InlineSpan[], { from, to }: Range, isCoarse: boolean): string {
	let [left, right] = [from, to];
	for (let at = spans.length - 1; at >= 0; at--) if (spans[at]?.to === left) left = spans[at]?.from ?? left;
	for (const span of spans) if (span.from === right) right = span.to;
	const of = (char: string | undefined): string =>
		char === undefined || /[\s'’]/.test(char) ? " " : letterOrFigure.test(char) ? "x" : isCoarse ? " " : char;
	return of(text[left - 1]) + of(text[right]);
}

/** The parts of a word on both sides of a span. */
function lettersAround(text: string, { from, to }: Range): { readonly left: string; readonly right: string } {
	return {
		left: /[\p{L}\p{M}]*$/u.exec(text.slice(0, from))?.[0] ?? "",
		right: /^[\p{L}\p{M}]*/u.exec(text.slice(to))?.[0] ?? "",
	};
}

/** The words that are in no span, each with how many spans stand before it. */
function placed(text: string, spans: readonly InlineSpan[]): readonly (Token & { readonly slot: number })[] {
	return tokensOf(text)
		.filter((token) => token.kind === "word" && !spans.some((span) => token.from < span.to && span.from < token.to))
		.map((token) => ({ ...token, slot: spans.filter((span) => span.to <= token.from).length }));
}
