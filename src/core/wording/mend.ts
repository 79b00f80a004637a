import { inlineSpans } from "../markdown/inline";
import { lazy } from "../cache/lazy";
import { tokensOf, type Token } from "../text/tokens";
import { alignTokens, type Likeness, type Pair } from "./align";
import type { Mend, Original } from "./candidate";
import { rulesFor } from "./classify";
import { cutAtOwnEnd } from "./own-end";
import { unadorned } from "./plain-rows";

/** A row put right, and what was. */
export interface Mended {
	readonly text: string;
	readonly mends: readonly Mend[];
}

/** Words beyond which a text is looked at by its changes, not word by word. */
const mostMended = 150;

/** Words that stand twice in a row in sound sentences. */
const twice = lazy(() => new Set("nous vous had that die der das sie très si".split(" ")));

/**
 * A row in which all that nobody asked about is the writer's own again, where only one way leads there: marks, spaces
 * and constructs between words that have each other's place, a word said twice, a remark beside the sentence, an end
 * that was cut off. The words that the model brings are never touched. What comes of it may be broken still.
 */
export function mend(original: Original, row: string): Mended {
	const found = new Set<Mend>();
	const { sentence } = original;
	const alone = row.includes("\n") ? row.trim() : withoutRemark(sentence, row, found);
	const own = unitsOf(sentence);
	const units = unitsOf(alone);
	if (own.length > mostMended || units.length > mostMended) return { text: alone, mends: [...found] };
	const pairs = alignTokens(own, units, likenessIn(original), original.selection);
	const whole = uncut(original, alone, pairs);
	if (whole !== null) {
		found.add("cut");
		return restored(original, whole, alignTokens(own, unitsOf(whole), likenessIn(original), original.selection), found);
	}
	return restored(original, alone, pairs, found);
}

/** Without what is no part of the sentence: a bullet or label before it, a remark behind it, emphasis about it all. */
function withoutRemark(sentence: string, row: string, found: Set<Mend>): string {
	let text = unadorned(row, sentence);
	const label = sentence.includes(":") ? null : /^[^:]{2,80}:\s+(?=\p{Lu})/u.exec(text)?.[0];
	if (label != null && !/[.!?…]/.test(label)) text = text.slice(label.length);
	const cut = cutAtOwnEnd(sentence, text);
	// Another sentence is a proposal of its own, not a remark.
	if (cut !== null && !/^\p{Lu}[^:]*$/u.test(cut.rest)) text = cut.head;
	if (text !== row.trim())
		found.add(letters(text) !== letters(row) ? "remark" : /^[*_]\S/.test(row.trim()) ? "emphasis" : "marks");
	// A mark that slipped into a word.
	const within = /(\p{L})(?:[*_]{1,3}|==|~~)(?=\p{L})/gu;
	const joined = within.test(sentence) ? text : text.replace(within, "$1");
	if (joined !== text) found.add("emphasis");
	return joined;
}

/** The words of a text that are in no construct. */
function unitsOf(text: string): readonly Token[] {
	const spans = inlineSpans(text);
	return tokensOf(text).filter(
		({ kind, from, to }) => kind === "word" && !spans.some((span) => from < span.to && span.from < to),
	);
}

function likenessIn({ language }: Original): (a: string, b: string) => Likeness {
	const rules = rulesFor(language);
	return (a, b) =>
		letters(a) === letters(b) || rules.agrees(a, b, true)
			? "related"
			: rules.isOptional(a, true) === rules.isOptional(b, true)
				? "alike"
				: "unlike";
}

/** A text by its letters and figures alone. */
function letters(text: string): string {
	return text
		.normalize("NFC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, "");
}

type Matched = Pair & { readonly a: Token; readonly b: Token };

function isMatched(pair: Pair): pair is Matched {
	return pair.a !== null && pair.b !== null;
}

/**
 * The sentence that a row was cut from, at its start or its end: what is there has a place each, and what is missing is
 * no part of what was asked about. A row that begins and ends as a sentence does is a shorter one. Null for that.
 */
function uncut({ sentence, selection }: Original, text: string, pairs: readonly Pair[]): string | null {
	const first = pairs.findIndex(isMatched);
	const last = pairs.length - 1 - [...pairs].reverse().findIndex(isMatched);
	const [one, other] = [pairs[first], pairs[last]];
	if (one === undefined || other === undefined || !isMatched(one) || !isMatched(other)) return null;
	if (pairs.slice(first, last + 1).some(({ a, b }) => b === null && a !== null && !isIn(a, selection))) return null;
	if ([...pairs.slice(0, first), ...pairs.slice(last + 1)].some(({ b }) => b !== null)) return null;
	const isHeadless = first > 0 && one.a.from >= 1 && /^\p{Ll}/u.test(text) && /^\p{Lu}/u.test(sentence.trimStart());
	const isTailless = last < pairs.length - 1 && /[\p{L}\p{N}]$/u.test(text) && !/[\p{L}\p{N}]$/u.test(sentence);
	if ((first > 0 && !isHeadless) || (last < pairs.length - 1 && !isTailless) || (!isHeadless && !isTailless))
		return null;
	if (isHeadless && (!isOwn(one) || selection.from < one.a.from)) return null;
	if (isTailless && (!isOwn(other) || selection.to > other.a.to)) return null;
	return (
		(isHeadless ? sentence.slice(0, one.a.from) : "") +
		text.slice(isHeadless ? one.b.from : 0, isTailless ? other.b.to : undefined) +
		(isTailless ? sentence.slice(other.a.to) : "")
	);
}

function isIn({ from, to }: Token, selection: Original["selection"]): boolean {
	return from < selection.to && to > selection.from;
}

function isOwn({ a, b }: Matched): boolean {
	return letters(a.text) === letters(b.text);
}

/** The row with the writer's own words as they write them, and with what stands between words that kept their place. */
function restored(original: Original, text: string, pairs: readonly Pair[], found: Set<Mend>): Mended {
	const { sentence, selection } = original;
	const matched = anchors(original.sentence, text, pairs.filter(isMatched));
	if (matched.length === 0) return { text, mends: [...found] };
	let result = "";
	let last: Matched | null = null;
	for (const pair of [...matched, null]) {
		const gap = {
			own: sentence.slice(last?.a.to ?? 0, pair?.a.from),
			now: text.slice(last?.b.to ?? 0, pair?.b.from),
			left: last,
			right: pair,
		};
		result += gapOf(gap, wordsBetween(pairs, last, pair), found);
		if (pair !== null) result += wordOf(pair, last === null, isIn(pair.a, selection), found);
		last = pair;
	}
	if (/^\p{Lu}/u.test(sentence) && /^\p{Ll}/u.test(result)) {
		found.add("capital");
		result = (result[0] ?? "").toUpperCase() + result.slice(1);
	}
	return { text: result, mends: [...found] };
}

/** Words by their places, without those between two that stayed where the letters are the same, however parted. */
function anchors(sentence: string, text: string, matched: readonly Matched[]): readonly Matched[] {
	const kept: Matched[] = [];
	let open: Matched[] = [];
	for (const pair of matched) {
		open.push(pair);
		if (!isOwn(pair)) continue;
		const last = kept[kept.length - 1];
		const isSame =
			letters(sentence.slice(last?.a.to ?? 0, pair.a.from)) === letters(text.slice(last?.b.to ?? 0, pair.b.from));
		kept.push(...(isSame ? [pair] : open));
		open = [];
	}
	return [...kept, ...open];
}

interface Gap {
	readonly own: string;
	readonly now: string;
	readonly left: Matched | null;
	readonly right: Matched | null;
}

/** Words without a counterpart between two that have one: how many the sentence had, and those of the row. */
function wordsBetween(
	pairs: readonly Pair[],
	left: Matched | null,
	right: Matched | null,
): { readonly own: number; readonly now: readonly Token[] } {
	const between = pairs.slice(
		left === null ? 0 : pairs.indexOf(left) + 1,
		right === null ? undefined : pairs.indexOf(right),
	);
	return {
		own: between.filter(({ a }) => a !== null).length,
		now: between.flatMap(({ b }) => (b === null ? [] : [b])),
	};
}

function gapOf({ own, now, left, right }: Gap, words: ReturnType<typeof wordsBetween>, found: Set<Mend>): string {
	if (own === now) return own;
	const isDoubled =
		words.own === 0 &&
		words.now.length === 1 &&
		words.now.every((word) => {
			const said = letters(word.text);
			return !twice().has(said) && [left, right].some((side) => side !== null && letters(side.b.text) === said);
		});
	const isSame = words.own + words.now.length === 0 || letters(own) === letters(now);
	if (!isDoubled && !isSame) return now.replace(/[ \t]{2,}/g, " ");
	const restoredGap = besideElision(own, left, right);
	if (restoredGap !== now) found.add(isDoubled ? "doubled" : mendOf(own, now));
	return restoredGap;
}

// Nothing stands between l’ and its noun, but something between la and it.
function besideElision(own: string, left: Matched | null, right: Matched | null): string {
	if (left === null || right === null) return own;
	const [was, is] = [left.a.text, left.b.text].map((word) => /['’]$/.test(word));
	if (was === is) return own;
	return is === true ? own.replace(/^\s+/, "") : ` ${own}`;
}

function mendOf(own: string, now: string): Mend {
	const without = (text: string, what: RegExp): string => text.replace(what, "");
	if (without(own, /\s/g) === without(now, /\s/g)) return "spaces";
	const emphasis = /[\s*_=~]/g;
	if (without(own, emphasis) === without(now, emphasis)) return "emphasis";
	return /[[\]`$<>#^{}%]|:\/\//.test(own + now) ? "signs" : "marks";
}

/** A word of the row: the writer's own where it is the same but for how it is written. */
function wordOf(pair: Matched, isFirst: boolean, isAsked: boolean, found: Set<Mend>): string {
	const { a, b } = pair;
	if (a.text === b.text || isAsked || !isOwn(pair)) return b.text;
	const isCapital = a.text.toLowerCase() === b.text.toLowerCase();
	// After words that came or went at the start, its case is another.
	if (isCapital && !isFirst && a.from === 0) return b.text;
	found.add(isCapital ? "capital" : "marks");
	return a.text;
}

/**
 * A row without mistakes of the writer's that it mended unasked: words beside the selection that differ from theirs by
 * a letter or two inside, as no form of a word does. Null where there are none.
 */
export function withOwnSpelling(original: Original, text: string): string | null {
	const own = unitsOf(original.sentence);
	const units = unitsOf(text);
	if (own.length > mostMended || units.length > mostMended) return null;
	const rules = rulesFor(original.language);
	const slips = alignTokens(own, units, likenessIn(original), original.selection)
		.filter(isMatched)
		.filter(
			({ a, b, same }) =>
				!same && !isIn(a, original.selection) && isSlip(a.text, b.text) && !rules.agrees(a.text, b.text, true),
		);
	if (slips.length === 0) return null;
	return slips.reduceRight((now, { a, b }) => now.slice(0, b.from) + a.text + now.slice(b.to), text);
}

/** Letters of the shortest word that is known in spite of a mistake. */
const shortestSlip = 6;
/** From how many on two of them side by side may be wrong. */
const longSlip = 10;

function isSlip(one: string, other: string): boolean {
	const [a, b] = [one, other].map((word) => word.normalize("NFC").toLowerCase()) as [string, string];
	if (Math.min(a.length, b.length) < shortestSlip || Math.abs(a.length - b.length) > 1) return false;
	let head = 0;
	while (head < a.length && a[head] === b[head]) head++;
	let tail = 0;
	while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
	const [was, is] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
	if (head === 0 || tail < 2) return false;
	const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");
	const isTurned = was.length === 2 && is.length === 2 && was[0] === is[1] && was[1] === is[0];
	const isLong = Math.min(a.length, b.length) >= longSlip && Math.max(was.length, is.length) <= 2;
	return (
		isLong ||
		was.length + is.length === 1 ||
		(was.length === 1 && is.length === 1) ||
		isTurned ||
		plain(was) === plain(is)
	);
}
