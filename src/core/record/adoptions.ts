import { sentencesIn } from "../markdown/sentences";
import { wordBlocks } from "../markdown/structure";
import { applyChanges, type Change, type Range } from "../text/text";
import { tokensOf } from "../text/tokens";
import { linksAsRead } from "./links";
import type { Adoption } from "./model";

/**
 * What a record says of adopted changes: each sentence in which something changed, as it stood and as it stands, with
 * the words that the model changed. Links are there by their words. A change over the edge of two sentences makes them
 * one. Empty without changes.
 * @param before the passage as it stands before the changes
 * @param offset where it begins in the note
 * @param changes at their places in the note
 * @param own what the writer typed for the model to make the rest agree with: no word of the model's
 */
export function adoptionsOf(
	before: string,
	offset: number,
	changes: readonly Change[],
	own: string | null = null,
): readonly Adoption[] {
	const sentences = sentencesOf(before);
	const groups: { from: number; to: number; changes: Change[] }[] = [];
	for (const change of moved(changes, offset).sort((a, b) => a.from - b.from)) {
		const touched = sentences.filter((sentence) => sentence.from <= change.to && sentence.to >= change.from);
		const from = Math.min(change.from, ...touched.map((sentence) => sentence.from));
		const to = Math.max(change.to, ...touched.map((sentence) => sentence.to));
		const last = groups[groups.length - 1];
		if (last === undefined || last.to < from) groups.push({ from, to, changes: [change] });
		else {
			last.to = Math.max(last.to, to);
			last.changes.push(change);
		}
	}
	return groups.map((group) => adoptionOf(before.slice(group.from, group.to), moved(group.changes, group.from), own));
}

function moved(changes: readonly Change[], offset: number): Change[] {
	return changes.map((change) => ({ ...change, from: change.from - offset, to: change.to - offset }));
}

/** Whether the model brought or took any word: where it did not, the sentence is the writer's alone. */
export function isOfModel({ changedBefore, changedAdopted }: Adoption): boolean {
	return changedBefore.length > 0 || changedAdopted.length > 0;
}

function adoptionOf(before: string, changes: readonly Change[], own: string | null): Adoption {
	const adopted = applyChanges(before, changes);
	let shift = 0;
	const pairs = changes.map(({ from, to, insert }) => {
		const now = { from: from + shift, to: from + shift + insert.length };
		shift += insert.length - (to - from);
		return { was: { from, to }, now };
	});
	const typed =
		own === null
			? null
			: placeOfOwn(
					adopted,
					own,
					pairs.map(({ now }) => now),
				);
	const parts = pairs.map(({ was, now }) => ({
		was,
		now: typed === null || now.from === now.to ? [now] : without(now, typed),
	}));
	const was = linksAsRead(
		before,
		parts.flatMap((part) => (part.now.length === 0 ? [] : [part.was])),
	);
	const is = linksAsRead(
		adopted,
		parts.flatMap(({ now }) => now),
	);
	return {
		before: was.text,
		adopted: is.text,
		changedBefore: was.changed,
		changedAdopted: is.changed,
		takenBack: null,
	};
}

// Where the writer's own word stands among what changed, as whole words.
function placeOfOwn(adopted: string, own: string, changed: readonly Range[]): Range | null {
	const edges = new Set(tokensOf(adopted).flatMap((token) => [token.from, token.to]));
	for (let at = adopted.indexOf(own); at >= 0 && own !== ""; at = adopted.indexOf(own, at + 1)) {
		const range = { from: at, to: at + own.length };
		if (
			edges.has(range.from) &&
			edges.has(range.to) &&
			changed.some((one) => one.from < range.to && one.to > range.from)
		)
			return range;
	}
	return null;
}

function without({ from, to }: Range, hole: Range): readonly Range[] {
	return [
		{ from, to: Math.min(to, hole.from) },
		{ from: Math.max(from, hole.to), to },
	].filter((part) => part.from < part.to);
}

/** The sentences of a passage of one block or several, without what begins their lines. */
function sentencesOf(passage: string): readonly Range[] {
	return wordBlocks(passage).flatMap((block) =>
		sentencesIn(passage.slice(block.from, block.to)).map(({ from, to }) => ({
			from: from + block.from,
			to: to + block.from,
		})),
	);
}
