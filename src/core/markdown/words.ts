import { elidedWords, scripts, wordCharacter } from "../text/letters";
import { lazy } from "../cache/lazy";
import type { Range } from "../text/text";

/** Signs that join the parts of one word when letters stand on both sides. */
const joiner = /[-\u2010\u2011·]/u;
const apostrophe = /['’]/u;
/** Short forms that stand for a word of their own before an apostrophe: l’, d’, qu’, jusqu’ … */
const elided = lazy(() => new RegExp(String.raw`(?:^|[^\p{L}\p{M}])(?:${elidedWords})$`, "iu"));
/** The s of a possessor or of a verb, which the word before it keeps: bell’s, all’s. */
const afterWord = /^s(?!\p{L})/iu;
const ideographic = lazy(() => new RegExp(`[${scripts("Han Hiragana Katakana Thai Lao Khmer Myanmar")}]`, "u"));

/**
 * A selection as words: what cuts a word grows to the whole of it, spaces, punctuation and marks at its edges fall
 * away. `l’|utilisateur` is the noun, a hyphenated word is one, and nothing is ever cut within a character as people
 * see it. A selection without letters keeps its place, grown to whole characters.
 */
export function snapToWords(text: string, from: number, to: number): Range {
	let start = Math.max(0, Math.min(from, text.length));
	let end = Math.max(start, Math.min(to, text.length));
	if (!hasLetter(text, start, end)) return wholeCharacters(text, start, end);
	while (start < end && !letterAt(text, start)) start = nextAt(text, start);
	while (end > start && !letterBefore(text, end)) end = previousAt(text, end);
	return { from: wordStart(text, start), to: wordEnd(text, end) };
}

/** Whether a text is one word and nothing else; never of scripts that set no spaces between words. */
export function isOneWord(text: string): boolean {
	if (!letterAt(text, 0) || ideographic().test(text)) return false;
	const { from, to } = snapToWords(text, 0, 1);
	return from === 0 && to === text.length;
}

function wordStart(text: string, at: number): number {
	const chunk = ideographicEdge(text, at, "start");
	if (chunk !== null) return chunk;
	let start = at;
	while (start > 0) {
		const before = previousAt(text, start);
		const char = text.slice(before, start);
		if (wordCharacter.test(char) && !ideographic().test(char)) start = before;
		else if (joiner.test(char) && letterBefore(text, before) && letterAt(text, start)) start = before;
		else if (
			apostrophe.test(char) &&
			letterBefore(text, before) &&
			letterAt(text, start) &&
			!isElided(text, before, start)
		)
			start = before;
		else break;
	}
	return start;
}

/** Whether what ends before an apostrophe stands for a word of its own. */
function isElided(text: string, before: number, after: number): boolean {
	return elided().test(text.slice(0, before)) && !afterWord.test(text.slice(after, after + 2));
}

function wordEnd(text: string, at: number): number {
	const chunk = ideographicEdge(text, at, "end");
	if (chunk !== null) return chunk;
	let end = at;
	while (end < text.length) {
		const after = nextAt(text, end);
		const char = text.slice(end, after);
		if (wordCharacter.test(char) && !ideographic().test(char)) end = after;
		else if (joiner.test(char) && letterBefore(text, end) && letterAt(text, after)) end = after;
		else if (apostrophe.test(char) && letterBefore(text, end) && letterAt(text, after) && !isElided(text, end, after))
			end = after;
		else break;
	}
	return end;
}

// Scripts without spaces: words as the platform's dictionary finds them, within the run around the edge.
function ideographicEdge(text: string, at: number, side: "start" | "end"): number | null {
	const inside = side === "start" ? text.slice(at, nextAt(text, at)) : text.slice(previousAt(text, at), at);
	if (!ideographic().test(inside) || typeof Intl.Segmenter !== "function") return null;
	let from = at;
	let to = at;
	while (from > 0 && ideographic().test(text.slice(previousAt(text, from), from))) from = previousAt(text, from);
	while (to < text.length && ideographic().test(text.slice(to, nextAt(text, to)))) to = nextAt(text, to);
	for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(
		text.slice(from, to),
	)) {
		const start = from + index;
		const end = start + segment.length;
		if (side === "start" && at >= start && at < end) return start;
		if (side === "end" && at > start && at <= end) return end;
	}
	return null;
}

function wholeCharacters(text: string, from: number, to: number): Range {
	if (typeof Intl.Segmenter !== "function") {
		return { from: isLow(text, from) ? from - 1 : from, to: isLow(text, to) ? to + 1 : to };
	}
	const around = Math.max(0, from - 64);
	let start = from;
	let end = to;
	for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(
		text.slice(around, to + 64),
	)) {
		const first = around + index;
		const last = first + segment.length;
		if (first < from && from < last) start = first;
		if (first < to && to < last) end = last;
	}
	return { from: start, to: end };
}

function hasLetter(text: string, from: number, to: number): boolean {
	return wordCharacter.test(text.slice(from, to));
}

function letterAt(text: string, at: number): boolean {
	return at < text.length && wordCharacter.test(text.slice(at, nextAt(text, at)));
}

function letterBefore(text: string, at: number): boolean {
	return at > 0 && wordCharacter.test(text.slice(previousAt(text, at), at));
}

function nextAt(text: string, at: number): number {
	return at + (isHigh(text, at) && isLow(text, at + 1) ? 2 : 1);
}

function previousAt(text: string, at: number): number {
	return at - (at > 1 && isLow(text, at - 1) && isHigh(text, at - 2) ? 2 : 1);
}

function isHigh(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return unit >= 0xdc00 && unit <= 0xdfff;
}
