import { inlineSpans } from "../markdown/inline";
import type { Range } from "../text/text";
import { diffWords, type WordChange } from "./diff";
import { tokensOf } from "../text/tokens";

/**
 * What differs between two versions of a sentence, word by word. Frozen spans, marks of emphasis, line breaks,
 * quotation marks and brackets that both have are held in place: no change ever touches one, be it adopted with the
 * others or alone. Null when a change would cut a word or a character as people see it.
 */
export function editsBetween(a: string, b: string): readonly WordChange[] | null {
	const edits = between(a, b, [inlineSpans, lineBreaks, marks]);
	return cuts(
		a,
		edits.flatMap(({ fromA, toA }) => [fromA, toA]),
	) ||
		cuts(
			b,
			edits.flatMap(({ fromB, toB }) => [fromB, toB]),
		)
		? null
		: edits;
}

/** Whether one of these places of a text is within a word or a character. */
export function cuts(text: string, places: readonly number[]): boolean {
	const edges = new Set(
		tokensOf(text)
			.map((token) => token.from)
			.concat(text.length),
	);
	return places.some((at) => !edges.has(at));
}

function between(
	a: string,
	b: string,
	[held, ...finer]: readonly ((text: string) => readonly Range[])[],
): readonly WordChange[] {
	if (a === b) return [];
	if (held === undefined) return diffWords(a, b);
	const left = held(a);
	const right = held(b);
	const same =
		left.length === right.length &&
		left.every((one, index) => a.slice(one.from, one.to) === b.slice(right[index]?.from, right[index]?.to));
	const edits: WordChange[] = [];
	let atA = 0;
	let atB = 0;
	for (let index = 0; index <= (same ? left.length : 0); index++) {
		const one = same ? left[index] : undefined;
		const other = same ? right[index] : undefined;
		for (const edit of between(a.slice(atA, one?.from), b.slice(atB, other?.from), finer)) {
			edits.push({ fromA: edit.fromA + atA, toA: edit.toA + atA, fromB: edit.fromB + atB, toB: edit.toB + atB });
		}
		atA = one?.to ?? a.length;
		atB = other?.to ?? b.length;
	}
	return edits;
}

function lineBreaks(text: string): readonly Range[] {
	return Array.from(text.matchAll(/[ \t]*\n[ \t>]*/g), (found) => ({
		from: found.index,
		to: found.index + found[0].length,
	}));
}

function marks(text: string): readonly Range[] {
	return Array.from(text.matchAll(/["“”„«»‹›()[\]{}]/g), (found) => ({ from: found.index, to: found.index + 1 }));
}
