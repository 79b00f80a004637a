import { applyChanges, type Change } from "../text/text";
import { judgeBare } from "./bare-words";
import type { Broken, Candidate, Mend, Original } from "./candidate";
import { judge } from "./judge";
import { diffWords } from "./diff";
import { thaw, type Frozen } from "./freeze";
import { joinMoved } from "./groups";
import { mend, withOwnSpelling } from "./mend";

/** Changes of a passage, and units times changes, beyond which trying each would take longer than anyone waits. */
const mostTried = 40;
const mostWork = 200_000;

/**
 * Judges one row of a reply: as `judge` does, and what that would refuse once more after it was put right, where only
 * one way leads there. Words that came without their sentence are put in the selection's place; of a passage the parts
 * that can't stay are put back and the rest is offered.
 */
export function judgeRow(original: Original, row: string, frozen: Frozen): Candidate | Broken {
	const judged = judge(original, row, frozen);
	if (!("broken" in judged)) return better(original, judged, row, frozen) ?? judged;
	if (judged.broken === "identical") return judged;
	// What is no version at all has no parts that are.
	const isVersion = !/^(?:language|unrelated|format)$/.test(judged.broken);
	const parts = isVersion ? soundParts(original, row, frozen) : null;
	const found = putRight(original, row, frozen) ?? judgeBare(original, row, frozen);
	// Putting right goes further than it must in a passage: what leaves more of what was proposed counts.
	if (parts !== null && (found === null || "broken" in found || found.changes.length < parts.changes.length))
		return parts;
	return found ?? judged;
}

function putRight(original: Original, row: string, frozen: Frozen): Candidate | Broken | null {
	const thawed = thaw(withStandIns(row, frozen), frozen);
	if (thawed === null) return null;
	const { text, mends } = mend(original, thawed);
	const judged = judge(original, text, frozen);
	if (!("broken" in judged)) {
		const told: readonly Mend[] = mends.length === 0 ? ["signs"] : mends;
		return respelt(original, judged, row, frozen) ?? { ...judged, mended: { mends: told, row } };
	}
	return judged.broken === "identical" ? judged : null;
}

/** Stand-ins in other brackets than theirs: [1], [[1]], <1>. */
function withStandIns(row: string, { held, shown }: Frozen): string {
	const other = /(?:\[{1,2}|\{{1,2}|[【〚⟨<])\s*(\d{1,3})\s*(?:\]{1,2}|\}{1,2}|[】〛⟩>])/g;
	if (held.length === 0 || row.includes("⟦") || other.test(shown)) return row;
	return row.replace(other, (whole, digits: string) => (Number(digits) <= held.length ? `⟦${digits}⟧` : whole));
}

/**
 * A row that could be used as it stands, put right: where it recasts the sentence and then no longer does, or changes
 * what is between words that nobody asked about. Null where there is nothing to put right.
 */
function better(original: Original, judged: Candidate, row: string, frozen: Frozen): Candidate | null {
	const { sentence, selection } = original;
	const isWordless = ({ from, to, insert }: Change): boolean =>
		(to <= selection.from || from >= selection.to) && plainLetters(sentence.slice(from, to)) === plainLetters(insert);
	if (judged.class === "agreeing" && !judged.changes.some(isWordless)) return null;
	const found = putRight(original, row, frozen);
	return found === null || "broken" in found || found.class === "recast" || found.text === judged.text ? null : found;
}

function plainLetters(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** A row that recasts the sentence only by mending the writer's spelling: with that left alone. */
function respelt(original: Original, judged: Candidate, row: string, frozen: Frozen): Candidate | null {
	const text = judged.class === "recast" ? withOwnSpelling(original, judged.text) : null;
	const found = text === null ? null : judge(original, text, frozen);
	return found === null || "broken" in found || found.class === "recast"
		? null
		: { ...found, mended: { mends: ["spelling"], row } };
}

/** A reworded passage without the changes that break something. Null where that leaves nothing, or all. */
function soundParts(original: Original, row: string, frozen: Frozen): Candidate | null {
	const { sentence, selection } = original;
	const text = thaw(row, frozen);
	if (text === null || selection.from > 0 || selection.to < sentence.length) return null;
	const runs = diffWords(sentence, text).map(({ fromA, toA, fromB, toB }): Change[] => [
		{ from: fromA, to: toA, insert: text.slice(fromB, toB) },
	]);
	joinMoved(sentence, runs);
	if (runs.length < 2 || runs.length > mostTried || runs.length * sentence.length > mostWork) return null;
	let kept: readonly Change[] = [];
	let best: Candidate | null = null;
	let left = 0;
	for (const run of runs) {
		const tried = [...kept, ...run].sort((a, b) => a.from - b.from);
		const judged = judge(original, applyChanges(sentence, tried), frozen);
		if ("broken" in judged) {
			left++;
			continue;
		}
		kept = tried;
		best = judged;
	}
	return best === null || left === 0 ? null : { ...best, mended: { mends: ["part"], row } };
}
