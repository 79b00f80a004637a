import type { Range } from "../text/text";
import { tokensOf, type Token } from "../text/tokens";

/** A word or mark of one sentence beside that of another; null where one has none. */
export interface Pair<T extends Token = Token> {
	readonly a: T | null;
	readonly b: T | null;
	readonly same: boolean;
}

/**
 * Beyond this many tokens in either sentence a full alignment would be slow; callers look at passages as wholes then.
 */
export const mostAligned = 600;

const gap = 1;

/**
 * What two words are to each other: forms of one, two of a kind (both carry content, or neither does), or neither; or
 * apart, as one of them comes and goes by itself.
 */
export type Likeness = "related" | "alike" | "unlike" | "apart";

const substitution: Readonly<Record<Likeness, number>> = { related: 0.6, alike: 1.8, unlike: 1.9, apart: 2.1 };

/**
 * The best word-by-word alignment of two sentences (Needleman and Wunsch, 1970): equal tokens cost nothing, related
 * ones little, others nearly as much as a deletion and an insertion, so that content words seldom pair by accident.
 * Where several are equally good, the words of the selection are those that others of their kind took the place of.
 */
export function align(
	a: string,
	b: string,
	likeness: (a: string, b: string) => Likeness,
	selection: Range,
): readonly Pair[] {
	return alignTokens(wholeWords(a), wholeWords(b), likeness, selection);
}

/** The words and marks of a text. A word of which emphasis marks a part is one: in**croy**able. */
function wholeWords(text: string): readonly Token[] {
	const found: Token[] = [];
	// Marks of emphasis that touch the word before them.
	let marks: Token[] = [];
	for (const token of tokensOf(text)) {
		const last = found[found.length - 1 - marks.length];
		const touches = last?.kind === "word" && (marks[marks.length - 1] ?? last).to === token.from;
		if (touches && marks.length > 0 && token.kind === "word" && !/['’]$/.test(last.text)) {
			found.splice(-1 - marks.length, Infinity, { ...last, text: last.text + token.text, to: token.to });
			marks = [];
		} else if (token.kind !== "space") found.push(token);
		marks = touches && /^[*_=~]$/.test(token.text) ? [...marks, token] : [];
	}
	return found;
}

/** `align` over some of the tokens of two sentences. */
export function alignTokens<T extends Token>(
	left: readonly T[],
	right: readonly T[],
	likeness: (a: string, b: string) => Likeness,
	selection: Range,
): readonly Pair<T>[] {
	const width = right.length + 1;
	const costs = new Float64Array((left.length + 1) * width);
	const cost = (one: Token, other: Token): number => {
		if (one.text === other.text) return 0;
		if (one.kind !== "word" || other.kind !== "word") return one.kind === other.kind ? 1.9 : 4;
		const like = likeness(one.text.toLowerCase(), other.text.toLowerCase());
		return substitution[like] - (like !== "related" && one.from < selection.to && one.to > selection.from ? 0.05 : 0);
	};
	for (let i = left.length; i >= 0; i--) {
		for (let j = right.length; j >= 0; j--) {
			if (i === left.length && j === right.length) continue;
			const one = left[i];
			const other = right[j];
			const skip = one === undefined ? Infinity : gap + (costs[(i + 1) * width + j] ?? 0);
			const add = other === undefined ? Infinity : gap + (costs[i * width + j + 1] ?? 0);
			const pair =
				one === undefined || other === undefined ? Infinity : cost(one, other) + (costs[(i + 1) * width + j + 1] ?? 0);
			costs[i * width + j] = Math.min(skip, add, pair);
		}
	}
	const pairs: Pair<T>[] = [];
	for (let i = 0, j = 0; i < left.length || j < right.length;) {
		const one = left[i] ?? null;
		const other = right[j] ?? null;
		const here = costs[i * width + j] ?? 0;
		if (one !== null && other !== null && near(here, cost(one, other) + (costs[(i + 1) * width + j + 1] ?? 0))) {
			pairs.push({ a: one, b: other, same: one.text === other.text });
			i++;
			j++;
		} else if (one !== null && near(here, gap + (costs[(i + 1) * width + j] ?? Infinity))) {
			pairs.push({ a: one, b: null, same: false });
			i++;
		} else {
			pairs.push({ a: null, b: other, same: false });
			j++;
		}
	}
	return pairs;
}

function near(a: number, b: number): boolean {
	return Math.abs(a - b) < 1e-6;
}
