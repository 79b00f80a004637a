import type { Change } from "../text/text";
import { diffWords } from "./diff";

/** Changes at their places in the sentence as it is now, or word that both sides changed the same words. */
export type Rebased<C extends Change> = { readonly changes: readonly C[] } | { readonly conflict: true };

/**
 * Changes proposed for a sentence, at their places in the sentence the writer has meanwhile made of it. Word by word:
 * what the writer changed stays; a change of words that the writer changed too is a conflict, unless both made it
 * alike.
 */
export function rebase<C extends Change>(base: string, mine: string, changes: readonly C[]): Rebased<C> {
	if (base === mine) return { changes };
	const edits = diffWords(base, mine);
	const rebased: C[] = [];
	for (const change of changes) {
		const met = edits.find((edit) => meet(edit.fromA, edit.toA, change));
		if (met !== undefined) {
			if (met.fromA === change.from && met.toA === change.to && mine.slice(met.fromB, met.toB) === change.insert)
				continue;
			return { conflict: true };
		}
		let shift = 0;
		for (const edit of edits) if (edit.toA <= change.from) shift = edit.toB - edit.toA;
		const moved = { ...change, from: change.from + shift, to: change.to + shift };
		if (mine.slice(moved.from, moved.to) !== base.slice(change.from, change.to)) return { conflict: true };
		rebased.push(moved);
	}
	return { changes: rebased };
}

// Two insertions at one place meet: nobody can say which comes first.
function meet(from: number, to: number, change: Change): boolean {
	if (from === to && change.from === change.to) return from === change.from;
	if (from === to) return from > change.from && from < change.to;
	if (change.from === change.to) return change.from > from && change.from < to;
	return from < change.to && to > change.from;
}
