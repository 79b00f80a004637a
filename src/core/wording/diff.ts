import fastDiff from "fast-diff";
import { tokensOf } from "../text/tokens";

/** A place where two texts differ, in whole tokens. */
export interface WordChange {
	readonly fromA: number;
	readonly toA: number;
	readonly fromB: number;
	readonly toB: number;
}

/** A part of a text that is compared as a whole, and where it stands: in units, or in lines. */
interface Piece {
	readonly text: string;
	readonly from: number;
	readonly to: number;
}

/** Beyond this product of pieces a diff would take longer than anyone waits: what differs is then one change. */
const mostWork = 40_000_000;

/**
 * What differs between two texts, word by word, so that no change ever cuts a word, a surrogate pair or a character as
 * people see it. Changes that only a space keeps apart stay apart. What lies between spaces is compared first, since
 * that is cheap; only where that differs are tokens looked at.
 */
export function diffWords(a: string, b: string): readonly WordChange[] {
	return diffPieces(betweenSpaces(a), betweenSpaces(b), a.length, b.length).flatMap((change) => {
		const { fromA, toA, fromB, toB } = change;
		if (fromA === toA || fromB === toB) return [change];
		return diffPieces(tokensOf(a.slice(fromA, toA)), tokensOf(b.slice(fromB, toB)), toA - fromA, toB - fromB).map(
			(inner) => ({
				fromA: inner.fromA + fromA,
				toA: inner.toA + fromA,
				fromB: inner.fromB + fromB,
				toB: inner.toB + fromB,
			}),
		);
	});
}

/** A text as runs of spaces and of what is between them. No token spans a space, so none is cut. */
function betweenSpaces(text: string): readonly Piece[] {
	const pieces: Piece[] = [];
	for (let from = 0, at = 0; at < text.length; from = at) {
		const spaces = isSpace(text.charCodeAt(at));
		while (at < text.length && isSpace(text.charCodeAt(at)) === spaces) at++;
		pieces.push({ text: text.slice(from, at), from, to: at });
	}
	return pieces;
}

function isSpace(unit: number): boolean {
	return (
		unit === 32 || (unit > 8 && unit < 14) || unit === 0xa0 || (unit >= 0x1680 && /\s/.test(String.fromCharCode(unit)))
	);
}

/**
 * What differs between two texts in pieces: fast-diff over one private unit per distinct piece. Changes as positions of
 * the texts, whose lengths are given.
 */
export function diffPieces(
	a: readonly Piece[],
	b: readonly Piece[],
	lengthA: number,
	lengthB: number,
): readonly WordChange[] {
	let head = 0;
	while (head < a.length && head < b.length && a[head]?.text === b[head]?.text) head++;
	let tail = 0;
	while (
		tail < a.length - head &&
		tail < b.length - head &&
		a[a.length - 1 - tail]?.text === b[b.length - 1 - tail]?.text
	)
		tail++;
	const endA = a.length - tail;
	const endB = b.length - tail;
	if (head === endA && head === endB) return [];
	const posA = (index: number): number => a[index]?.from ?? lengthA;
	const posB = (index: number): number => b[index]?.from ?? lengthB;
	const units = unitsOf(a.slice(head, endA), b.slice(head, endB));
	if (units === null || (endA - head) * (endB - head) > mostWork)
		return [{ fromA: posA(head), toA: posA(endA), fromB: posB(head), toB: posB(endB) }];

	const changes: WordChange[] = [];
	let atA = head;
	let atB = head;
	let open: { readonly a: number; readonly b: number } | null = null;
	const close = (): void => {
		if (open !== null) changes.push({ fromA: posA(open.a), toA: posA(atA), fromB: posB(open.b), toB: posB(atB) });
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

// Units are private ones without surrogates. More distinct pieces than there are units is a text nobody compares by
// eye.
function unitsOf(a: readonly Piece[], b: readonly Piece[]): { readonly a: string; readonly b: string } | null {
	const known = new Map<string, string>();
	const encode = (pieces: readonly Piece[]): string | null => {
		let units = "";
		for (const { text } of pieces) {
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
