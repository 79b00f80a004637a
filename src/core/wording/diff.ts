import fastDiff from "fast-diff";
import { tokensOf, type Token } from "./tokens";

/** A place where two texts differ, in whole tokens. */
export interface WordChange {
	readonly fromA: number;
	readonly toA: number;
	readonly fromB: number;
	readonly toB: number;
}

/** Beyond this product of tokens a diff would take longer than anyone waits: what differs is then one change. */
const mostWork = 40_000_000;

/**
 * What differs between two texts, word by word: fast-diff over one private unit per distinct token, so that no change ever
 * cuts a word, a surrogate pair or a character as people see it. Changes that only a space keeps apart stay apart.
 */
export function diffWords(a: string, b: string): readonly WordChange[] {
	const tokensA = tokensOf(a);
	const tokensB = tokensOf(b);
	let head = 0;
	while (head < tokensA.length && head < tokensB.length && tokensA[head]?.text === tokensB[head]?.text) head++;
	let tail = 0;
	while (tail < tokensA.length - head && tail < tokensB.length - head && tokensA[tokensA.length - 1 - tail]?.text === tokensB[tokensB.length - 1 - tail]?.text) tail++;
	const innerA = tokensA.slice(head, tokensA.length - tail);
	const innerB = tokensB.slice(head, tokensB.length - tail);
	if (innerA.length === 0 && innerB.length === 0) return [];
	const at = (tokens: readonly Token[], index: number, length: number): number => tokens[index]?.from ?? length;
	const startA = at(tokensA, head, a.length);
	const startB = at(tokensB, head, b.length);
	const endA = at(tokensA, tokensA.length - tail, a.length);
	const endB = at(tokensB, tokensB.length - tail, b.length);
	const units = unitsOf(innerA, innerB);
	if (units === null || innerA.length * innerB.length > mostWork) return [{ fromA: startA, toA: endA, fromB: startB, toB: endB }];

	const changes: WordChange[] = [];
	let atA = 0;
	let atB = 0;
	let open: { a: number; b: number } | null = null;
	const close = (): void => {
		if (open === null) return;
		changes.push({
			fromA: at(innerA, open.a, endA), toA: at(innerA, atA, endA),
			fromB: at(innerB, open.b, endB), toB: at(innerB, atB, endB),
		});
		open = null;
	};
	for (const [operation, piece] of fastDiff(units.a, units.b)) {
		if (operation === fastDiff.EQUAL) {
			close();
			atA += piece.length;
			atB += piece.length;
			continue;
		}
		open ??= { a: atA, b: atB };
		if (operation === fastDiff.DELETE) atA += piece.length;
		else atB += piece.length;
	}
	close();
	return changes;
}

// Units are private ones without surrogates. More distinct tokens than there are units is a text nobody compares by eye.
function unitsOf(a: readonly Token[], b: readonly Token[]): { readonly a: string; readonly b: string } | null {
	const known = new Map<string, string>();
	const encode = (tokens: readonly Token[]): string | null => {
		let units = "";
		for (const { text } of tokens) {
			let unit = known.get(text);
			if (unit === undefined) {
				if (known.size >= 6400 + 0xd000) return null;
				unit = String.fromCharCode(known.size < 6400 ? 0xe000 + known.size : 0x100 + known.size - 6400);
				known.set(text, unit);
			}
			units += unit;
		}
		return units;
	};
	const encodedA = encode(a);
	const encodedB = encode(b);
	return encodedA === null || encodedB === null ? null : { a: encodedA, b: encodedB };
}
