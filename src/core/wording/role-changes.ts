import { inlineSpans } from "../markdown/inline";
import { applyChanges, type Change } from "../text/text";
import type { Alignment, Role } from "./classify";
import { cuts, editsBetween } from "./edits";

/** A change of whole words, at its place in the original sentence. */
export interface WordingChange extends Change {
	readonly role: Role;
}

/** Line breaks, quotation marks and brackets: no change of a word takes them along. */
const held = /["“”„«»‹›()[\]{}\n]/;

/**
 * What differs between a sentence and a candidate, cut along the roles of its words: what is painted, counted, set off
 * in the list and emphasised in the record are these changes. Touching changes of one role are one. Null when a change
 * would cut a word or a character as people see it.
 */
export function roleChanges(sentence: string, text: string, alignment: Alignment): readonly WordingChange[] | null {
	const changes = merged(alongPairs(sentence, text, alignment));
	return isSound(sentence, text, changes)
		? changes
		: leastChanges(sentence, text, (from, to) => roleWithin(alignment, from, to));
}

/** A change and where it ends in the candidate. */
type Step = WordingChange & { readonly toB: number };

function alongPairs(sentence: string, text: string, { pairs, roles }: Alignment): readonly Step[] {
	const steps: Step[] = [];
	let [endA, endB] = [0, 0];
	const step = (toA: number, toB: number, from: number, fromB: number, role: Role): void => {
		if (from < toA || fromB < toB) steps.push({ from, to: toA, insert: text.slice(fromB, toB), role, toB });
	};
	pairs.forEach(({ a, b, same }, index) => {
		const role = roles[index] ?? "agreeing";
		const [startA, startB] = [a?.from ?? endA, b?.from ?? endB];
		const isApart = a !== null && b !== null && sentence.slice(endA, startA) === text.slice(endB, startB);
		if (!isApart && same) {
			// The space before a word that stays goes with what changed before it.
			const last = steps[steps.length - 1];
			step(startA, startB, endA, endB, last?.to === endA && last.toB === endB ? last.role : "agreeing");
		} else if (!same) step(a?.to ?? endA, b?.to ?? endB, isApart ? startA : endA, isApart ? startB : endB, role);
		[endA, endB] = [a?.to ?? endA, b?.to ?? endB];
	});
	step(sentence.length, text.length, endA, endB, steps[steps.length - 1]?.role ?? "agreeing");
	return steps;
}

function merged(steps: readonly Step[]): readonly WordingChange[] {
	const changes: Step[] = [];
	for (const step of steps) {
		const last = changes[changes.length - 1];
		const touches = last?.to === step.from && last.toB === step.toB - step.insert.length;
		if (last !== undefined && touches && last.role === step.role)
			changes[changes.length - 1] = { ...step, from: last.from, insert: last.insert + step.insert };
		else changes.push(step);
	}
	return changes.map(({ from, to, insert, role }) => ({ from, to, insert, role }));
}

function isSound(sentence: string, text: string, changes: readonly WordingChange[]): boolean {
	if (applyChanges(sentence, changes) !== text) return false;
	if (changes.some(({ from, to, insert }) => held.test(sentence.slice(from, to) + insert))) return false;
	const spans = inlineSpans(sentence);
	if (changes.some(({ from, to }) => spans.some((span) => from < span.to && to > span.from))) return false;
	let shift = 0;
	const places = changes.flatMap(({ from, to, insert }) => {
		const at = from + shift;
		shift += insert.length - (to - from);
		return [at, at + insert.length];
	});
	return (
		!cuts(
			sentence,
			changes.flatMap(({ from, to }) => [from, to]),
		) && !cuts(text, places)
	);
}

/**
 * What differs at the least, each change with the role of its place: where there is no alignment, or words moved around
 * what is held in place. Null when a change would cut a word or a character as people see it.
 */
export function leastChanges(
	sentence: string,
	text: string,
	roleAt: (from: number, to: number) => Role,
): readonly WordingChange[] | null {
	const edits = editsBetween(sentence, text);
	return (
		edits?.map(({ fromA, toA, fromB, toB }) => ({
			from: fromA,
			to: toA,
			insert: text.slice(fromB, toB),
			role: roleAt(fromA, toA),
		})) ?? null
	);
}

function roleWithin({ pairs, roles }: Alignment, from: number, to: number): Role {
	let end = 0;
	const within = pairs.flatMap(({ a }, index) => {
		const at = a ?? { from: end, to: end };
		end = at.to;
		const role = roles[index];
		const isIn = (at.to > from && at.from < to) || (at.from >= from && at.to <= to);
		return isIn && role != null ? [role] : [];
	});
	return within.includes("picked") ? "picked" : within.includes("recast") ? "recast" : "agreeing";
}
