import type { Change, Range } from "../text/text";
import { between, type NoteWithoutRecords } from "./note-without-records";
import type { Match, Target } from "./sentence-match";

/** Adopted words that stand in a row, in the note, and where they are in the sentence. */
export interface Run extends Range {
	readonly here: Range;
}

/**
 * The adopted words of a sentence that stand as they were, each row of them by itself. A word that no other of the
 * sentence stands beside may be anyone's.
 */
export function runsOf(note: NoteWithoutRecords, target: Target, place: Match): readonly Run[] {
	const { words, brought } = target;
	const runs: Run[] = [];
	for (let first = 0, next = 1; first < words.length; first = next, next = first + 1) {
		if (brought[first] !== true || place.places[first] == null) continue;
		while (brought[next] === true && isJoined(note, target, place, next - 1) && !parted(target, next)) next++;
		const [from, to] = [place.places[first]?.from ?? 0, place.places[next - 1]?.to ?? 0];
		const accompanied =
			place.count === words.length ||
			next - first > 2 ||
			place.beside[first - 1] === true ||
			place.beside[next - 1] === true;
		if (accompanied)
			runs.push({ from: words[first]?.from ?? 0, to: words[next - 1]?.to ?? 0, here: note.inNote({ from, to }) });
	}
	return runs;
}

// Words that were brought by different changes are marked apart.
function parted({ words, ranges }: Target, index: number): boolean {
	const [one, other] = [words[index - 1], words[index]];
	return (
		one !== undefined && other !== undefined && !ranges.some((range) => range.from < one.to && range.to > other.from)
	);
}

/** A change of the sentence as one of the note; null where what it replaces does not stand as it was. */
export function changeBack(
	note: NoteWithoutRecords,
	target: Target,
	place: Match,
	{ from, to, insert }: Change,
): Change | null {
	const start = positionOf(note, target, place, from, false);
	const end = from === to ? start : positionOf(note, target, place, to, true);
	if (
		start === null ||
		end === null ||
		end < start ||
		between(note.text.slice(start, end)) !== target.text.slice(from, to)
	)
		return null;
	return { ...note.inNote({ from: start, to: end }), insert };
}

function positionOf(
	note: NoteWithoutRecords,
	{ text, words }: Target,
	{ places }: Match,
	position: number,
	end: boolean,
): number | null {
	const within = words.findIndex((word) =>
		end ? position > word.from && position <= word.to : position >= word.from && position < word.to,
	);
	if (within >= 0) return at(places[within]?.from, position - (words[within]?.from ?? 0));
	// Between two words: as far from one of them as it was, with the same in between.
	const next = words.findIndex((word) => word.from >= position);
	const after = next < 0 ? words.length : next;
	const left = at(places[after - 1]?.to, position - (words[after - 1]?.to ?? 0));
	if (left !== null && note.text.slice(places[after - 1]?.to, left) === text.slice(words[after - 1]?.to, position))
		return left;
	const right = at(places[after]?.from, position - (words[after]?.from ?? 0));
	return right !== null && note.text.slice(right, places[after]?.from) === text.slice(position, words[after]?.from)
		? right
		: null;

	function at(base: number | undefined, distance: number): number | null {
		return base === undefined ? null : base + distance;
	}
}

// Whether what stands between a word and the next is as it was in the sentence.
function isJoined(
	note: NoteWithoutRecords,
	{ text, words }: Target,
	{ places, beside }: Match,
	index: number,
): boolean {
	const [one, other] = [places[index], places[index + 1]];
	if (beside[index] !== true || one == null || other == null) return false;
	return between(note.text.slice(one.to, other.from)) === text.slice(words[index]?.to, words[index + 1]?.from);
}
