import { letterOrFigure } from "../text/letters";
import type { Change } from "../text/text";
import type { Candidate, Original } from "./candidate";
import type { WordingChange } from "./role-changes";
import { rulesFor } from "./classify";
import { independent } from "./independent";
import { endOf, startOf, type ChangeGroup } from "./change-group";
import { reasonFor } from "./reasons";

/**
 * What may stand between two words that change together: spaces, and one small word that both lean on, as in "l’un
 * après l’autre".
 */
const together = /^[ \t]*(?:[\p{L}\p{N}]{1,3}['’]?[ \t]*)?$/u;

/** Letters beyond which what changed is more than a word's spelling. */
const longestWord = 40;

/** Whether two groups reach into each other. */
export function overlap(a: ChangeGroup, b: ChangeGroup): boolean {
	return startOf(a) <= endOf(b) && startOf(b) <= endOf(a);
}

/**
 * The changes of a reworded passage as groups that can be adopted one by one: words side by side, or with one small
 * word in between, go together, and a word that merely took another form goes with the nearest changed word of its
 * sentence, which it agrees with.
 */
export function changeGroups(
	original: Original,
	candidate: Pick<Candidate, "changes" | "reasons">,
): readonly ChangeGroup[] {
	const { sentence, language } = original;
	const rules = rulesFor(language);
	const runs: WordingChange[][] = [];
	for (const change of candidate.changes) {
		const last = runs[runs.length - 1];
		const before = last?.[last.length - 1];
		if (last !== undefined && before !== undefined && together.test(sentence.slice(before.to, change.from)))
			last.push(change);
		else runs.push([change]);
	}
	joinMoved(sentence, runs);
	const { reasons = [] } = candidate;
	const agrees = runs.map(
		(run) =>
			// What has its own reason is a change of its own.
			reasonFor(sentence, { changes: run }, reasons) === null &&
			run.every((change) => {
				const was = sentence.slice(change.from, change.to).trim();
				const is = change.insert.trim();
				return was !== "" && is !== "" && !/\s/.test(was + is) && rules.agrees(was, is, false);
			}),
	);
	const groups = new Map<number, WordingChange[]>();
	runs.forEach((run, index) => {
		const home = agrees[index] === true ? (nearest(sentence, runs, agrees, index) ?? index) : index;
		groups.set(home, [...(groups.get(home) ?? []), ...run]);
	});
	return independent(sentence, [...groups.values()]).map((changes) => ({ changes }));
}

/** Units of a text over which a mark may move and still be known as the same. */
const farthest = 40;

/** Makes one run of two of which one takes a mark away that the other brings: a mark that moved is one change. */
export function joinMoved<C extends Change>(sentence: string, runs: C[][]): void {
	const marksOf = (text: string): string => (letterOrFigure.test(text) ? "" : text.replace(/\s/g, ""));
	const taken = (run: readonly C[]): string => run.map(({ from, to }) => marksOf(sentence.slice(from, to))).join("");
	const brought = (run: readonly C[]): string => run.map(({ insert }) => marksOf(insert)).join("");
	for (let at = 0; at < runs.length; at++) {
		const run = runs[at] ?? [];
		const [went, came] = [taken(run), brought(run)];
		if ((went === "") === (came === "")) continue;
		const next = runs.findIndex(
			(other, index) =>
				index > at &&
				taken(other) === came &&
				brought(other) === went &&
				(other[0]?.from ?? 0) - (run[run.length - 1]?.to ?? 0) <= farthest,
		);
		if (next > at) run.push(...(runs.splice(next, 1)[0] ?? []));
	}
}

// The nearest run of the same sentence that brings another word. A comma asks for no other form, nor does a word that
// is only spelt otherwise.
function nearest(
	sentence: string,
	runs: readonly (readonly WordingChange[])[],
	agrees: readonly boolean[],
	index: number,
): number | null {
	const own = runs[index]?.[0];
	if (own === undefined) return null;
	let best: number | null = null;
	let least = Infinity;
	runs.forEach((run, at) => {
		const other = run[0];
		if (
			at === index ||
			agrees[at] === true ||
			other === undefined ||
			run.every((change) => isRespelt(sentence.slice(change.from, change.to), change.insert))
		)
			return;
		const between = sentence.slice(Math.min(own.to, other.to), Math.max(own.from, other.from));
		if (/[.!?…;:]\s/.test(between)) return;
		if (between.length < least) {
			least = between.length;
			best = at;
		}
	});
	return best;
}

/**
 * Whether a change leaves the words what they were: only signs and spaces, or about the same letters in about the
 * same order.
 */
function isRespelt(was: string, is: string): boolean {
	const one = lettersOf(was);
	const other = lettersOf(is);
	const longest = Math.max(one.length, other.length);
	return longest <= longestWord && distance(one, other) <= longest * 0.4;
}

function lettersOf(text: string): string {
	return text
		.normalize("NFD")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, "");
}

/** How many letters must be put in, taken out or changed to make one text the other. */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let at = 1; at <= one.length; at++) {
		const next = [at];
		for (let to = 1; to <= other.length; to++) {
			const same = one[at - 1] === other[to - 1] ? 0 : 1;
			next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
		}
		row = next;
	}
	return row[other.length] ?? 0;
}
