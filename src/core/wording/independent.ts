import { scripts } from "../text/letters";
import { lazy } from "../cache/lazy";
import type { Change } from "../text/text";
import { canStandAlone } from "./intact";

/** Checking each of many changes of a long passage would take longer than anyone waits: they then go together. */
const mostWork = 100_000;

/**
 * Groups that can be adopted in any order, any of them or all, and leave a sound passage each time. Those that would
 * break something without one another, or break what the others leave, become one.
 */
export function independent<C extends Change>(
	sentence: string,
	groups: readonly (readonly C[])[],
): readonly (readonly C[])[] {
	const inOrder = groups.map(sorted).sort((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0));
	const loud = inOrder.filter((group) => !group.every((change) => isQuiet(sentence, change)));
	if (loud.length < 2) return inOrder;
	const unsound =
		loud.length * sentence.length > mostWork
			? loud
			: loud.filter((group) => {
					const others = inOrder.filter((other) => other !== group).flat();
					return !canStandAlone(sentence, group) || !canStandAlone(sentence, sorted(others));
				});
	if (unsound.length === 0) return inOrder;
	// One alone leans on some other of its kind.
	const together = unsound.length === 1 ? loud : unsound;
	const rest = inOrder.filter((group) => !together.includes(group));
	return together.length === loud.length
		? [...rest, sorted(together.flat())].sort((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0))
		: independent(sentence, [...rest, together.flat()]);
}

const quiet = lazy(
	() =>
		new RegExp(`^[${scripts("Latin Greek Cyrillic Hebrew Arabic Han Hiragana Katakana")}\\p{Nd} .,;?…–—'’-]*$`, "u"),
);
const callsLink = /https?|www|mailto/i;

// Words for words: whatever stands beside them, nothing but words can come of it.
function isQuiet(sentence: string, { from, to, insert }: Change): boolean {
	const removed = sentence.slice(from, to);
	if (!quiet().test(removed + insert) || callsLink.test(removed + insert)) return false;
	// How many words follow tells whether a line is a definition.
	if (sentence.includes("]:")) return false;
	const before = sentence.slice(Math.max(0, from - 2), from);
	const after = sentence.slice(to, to + 2);
	if (/[<#^$%&@!\\`]$/.test(before) || /^[<#^$%&@!\\`:]/.test(after)) return false;
	return (
		kindOf(first(removed + after)) === kindOf(first(insert + after)) &&
		kindOf(last(before + removed)) === kindOf(last(before + insert))
	);
}

function kindOf(char: string): string {
	if (/\p{L}/u.test(char)) return "letter";
	return /\p{Nd}/u.test(char) ? "figure" : char;
}

function first(text: string): string {
	return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function last(text: string): string {
	return Array.from(text).pop() ?? "";
}

function sorted<C extends Change>(changes: readonly C[]): readonly C[] {
	return [...changes].sort((a, b) => a.from - b.from);
}
