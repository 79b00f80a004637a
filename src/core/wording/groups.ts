import type { Candidate, Original, WordingChange } from "./candidate";
import { rulesFor } from "./classify";
import { independent } from "./independent";

/** What may stand between two words that change together: spaces, and one small word that both lean on, as in "l’un après l’autre". */
const together = /^[ \t]*(?:[\p{L}\p{N}]{1,3}['’]?[ \t]*)?$/u;

/** Changes that only make sense together: adopted together, or not at all. */
export interface ChangeGroup {
	/** In document order; never empty. */
	readonly changes: readonly WordingChange[];
}

/** Where the first change of a group begins. */
export function startOf(group: ChangeGroup): number {
	return group.changes[0]?.from ?? 0;
}

/** Whether two groups reach into each other. */
export function overlap(a: ChangeGroup, b: ChangeGroup): boolean {
	return startOf(a) <= (b.changes[b.changes.length - 1]?.to ?? 0) && startOf(b) <= (a.changes[a.changes.length - 1]?.to ?? 0);
}

/**
 * The changes of a reworded passage as groups that can be adopted one by one: words side by side, or with one small word in between, go together, and a word
 * that merely took another form goes with the nearest changed word of its sentence, which it agrees with.
 */
export function changeGroups(original: Original, candidate: Pick<Candidate, "changes">): readonly ChangeGroup[] {
	const { sentence, language } = original;
	const rules = rulesFor(language);
	const runs: WordingChange[][] = [];
	for (const change of candidate.changes) {
		const last = runs[runs.length - 1];
		const before = last?.[last.length - 1];
		if (last !== undefined && before !== undefined && together.test(sentence.slice(before.to, change.from))) last.push(change);
		else runs.push([change]);
	}
	const agrees = runs.map((run) => run.every((change) => {
		const was = sentence.slice(change.from, change.to).trim();
		const is = change.insert.trim();
		return was !== "" && is !== "" && !/\s/.test(was + is) && rules.agrees(was, is, false);
	}));
	const groups = new Map<number, WordingChange[]>();
	runs.forEach((run, index) => {
		const home = agrees[index] === true ? nearest(sentence, runs, agrees, index) ?? index : index;
		groups.set(home, [...(groups.get(home) ?? []), ...run]);
	});
	return independent(sentence, [...groups.values()]).map((changes) => ({ changes }));
}

// The nearest run of the same sentence that brings another word.
function nearest(sentence: string, runs: readonly (readonly WordingChange[])[], agrees: readonly boolean[], index: number): number | null {
	const own = runs[index]?.[0];
	if (own === undefined) return null;
	let best: number | null = null;
	let least = Infinity;
	runs.forEach((run, at) => {
		const other = run[0];
		if (at === index || agrees[at] === true || other === undefined) return;
		const between = sentence.slice(Math.min(own.to, other.to), Math.max(own.from, other.from));
		if (/[.!?…;:]\s/.test(between)) return;
		if (between.length < least) {
			least = between.length;
			best = at;
		}
	});
	return best;
}
