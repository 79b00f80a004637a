import { letterOrFigure } from "../text/letters";
import { applyChanges } from "../text/text";
import type { WordingChange } from "./role-changes";

/** Changes that only make sense together: adopted together, or not at all. */
export interface ChangeGroup {
	/** In document order; never empty. */
	readonly changes: readonly WordingChange[];
}

/** Where the first change of a group begins. */
export function startOf(group: ChangeGroup): number {
	return group.changes[0]?.from ?? 0;
}

/**
 * The words from the first to the last change of a group, as they would be. A comma or a space says nothing by
 * itself: with the words around it.
 */
export function wordsOf(sentence: string, group: ChangeGroup): string {
	const wordless = group.changes.every(
		({ from, to, insert }) => !letterOrFigure.test(sentence.slice(from, to) + insert),
	);
	const from = wordless ? (/\S*\s*$/.exec(sentence.slice(0, startOf(group)))?.index ?? 0) : startOf(group);
	const to = endOf(group) + (wordless ? (/^\s*\S*/.exec(sentence.slice(endOf(group)))?.[0].length ?? 0) : 0);
	const words = group.changes.map((change) => ({ ...change, from: change.from - from, to: change.to - from }));
	return applyChanges(sentence.slice(from, to), words)
		.replace(/\s*\n[>\s]*/g, " ")
		.trim();
}

/** Where the last change of a group ends. */
export function endOf(group: ChangeGroup): number {
	return group.changes[group.changes.length - 1]?.to ?? 0;
}
