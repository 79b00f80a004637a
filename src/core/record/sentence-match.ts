import type { Range } from "../text/text";
import { plainWords, sentenceNumbers, type NoteWithoutRecords, type Word } from "./note-without-records";

/** A sentence that a record says was adopted, as it is looked for in the note. */
export interface Target {
	readonly text: string;
	readonly words: readonly Word[];
	/** What the model brought. */
	readonly ranges: readonly Range[];
	/** For each word, whether it is of that. */
	readonly brought: readonly boolean[];
}

/** Where a sentence stands in a note's own text, word by word: the whole of it, or what the writer left of it. */
export interface Match {
	/** For each word of the sentence its place; null when it is not there any more. */
	readonly places: readonly (Range | null)[];
	/** For each word, whether the next one of the sentence is the next one here. */
	readonly beside: readonly boolean[];
	/** How many words stand that the model did not bring. */
	readonly context: number;
	/** How many words stand in all. */
	readonly count: number;
}

/** A sentence with the ranges of it that the model brought. */
export function targetOf(text: string, brought: readonly Range[]): Target {
	const words = plainWords(text);
	return {
		text,
		words,
		ranges: brought,
		brought: words.map((word) => brought.some((range) => word.from < range.to && word.to > range.from)),
	};
}

/** Whether two matches have a place of the note in common. */
export function meets(one: Match, other: Match): boolean {
	return one.places.some(
		(place) =>
			place !== null &&
			other.places.some((theirs) => theirs !== null && place.from < theirs.to && theirs.from < place.to),
	);
}

/** From where to where words of the sentence stand. */
export function extentOf({ places }: Match): Range {
	const there = places.filter((place) => place !== null);
	return { from: there[0]?.from ?? 0, to: there[there.length - 1]?.to ?? 0 };
}

/**
 * With fewer words a sentence says too little to be known anywhere: it must be a sentence, an item or a cell by
 * itself.
 */
export const fewest = 4;

/** The least share of the words that the model did not bring, for what is left of a sentence right above its record. */
export const leastAbove = 0.6;

/** Every place within a part of a text where the sentence stands exactly as the record says. */
export function verbatim(note: NoteWithoutRecords, target: Target, within: Range): readonly Match[] {
	const { text, words } = target;
	const found: Match[] = [];
	if (words.length === 0) return found;
	const here = note.text.slice(within.from, within.to);
	for (let index = here.indexOf(text); index >= 0; index = here.indexOf(text, index + 1)) {
		const at = within.from + index;
		if (
			cutsWord(note.text, at) ||
			cutsWord(note.text, at + text.length) ||
			(words.length < fewest && !standsAlone(note.text, { from: at, to: at + text.length }))
		)
			continue;
		const places = words.map(({ from, to }) => ({ from: at + from, to: at + to }));
		found.push(
			standing(
				target,
				places,
				words.map((_word, index) => index + 1 < words.length),
			),
		);
	}
	return found;
}

function standing({ brought }: Target, places: readonly (Range | null)[], beside: readonly boolean[]): Match {
	const count = places.filter((place) => place !== null).length;
	return {
		places,
		beside,
		count,
		context: count - places.filter((place, index) => place !== null && brought[index] === true).length,
	};
}

/** Whether a range of a text is a whole item, cell or line, or whole sentences. */
export function standsAlone(text: string, { from, to }: Range): boolean {
	return (
		/(?:^|[\n|])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|\[[^\]]*\][+-]?:?)[ \t]+)*$|[.!?…:]["»”’')\]*_]*\s+$/u.test(
			text.slice(Math.max(0, from - 80), from),
		) &&
		(/^\s*(?:$|[\n|^])/.test(text.slice(to, to + 40)) || /[.!?…]["»”’')\]*_]*$/u.test(text.slice(from, to)))
	);
}

function cutsWord(text: string, at: number): boolean {
	const around = text.slice(Math.max(0, at - 1), at + 1);
	return /^[\p{L}\p{N}\p{M}]{2}$/u.test(around) && plainWords(around).length === 1;
}

/** Sentences with fewer words in common than so many others are not looked at. */
const mostTried = 8;

/** No more sentences than these, the nearest to the record, are looked at for one that has words so common. */
const mostNear = 500;

/** A passage of more words is known as a whole only. */
const longest = 400;

/**
 * Where most of a sentence may stand after the writer's hand went over it, line breaks in between or not: the sentences
 * with most of its words, in order of the note. Words are compared with their accents and capitals.
 */
export function remains(note: NoteWithoutRecords, target: Target, at: number): readonly Match[] {
	const { words, text } = target;
	if (words.length > longest) return [];
	const span = (sentenceNumbers(text, words)[words.length - 1] ?? 0) + 1;
	const different = new Set(words.map((word) => word.text));
	const numbers = [...different]
		.map((word) => note.sentencesWith(word))
		.filter((found) => found.length > 0)
		.sort((a, b) => a.length - b.length);
	// A sentence that has most of the words has one of the rarest.
	const rarest = numbers.slice(0, Math.max(3, different.size - Math.ceil(different.size * leastAbove) + 1));
	const near = nearest(
		[...new Set(rarest.flat())].sort((a, b) => a - b),
		note.sentenceAt(at),
	);
	const starts = [...new Set(near.flatMap((number) => Array.from({ length: span }, (_, back) => number - back)))];
	const shared = (start: number): number =>
		new Set(
			note
				.sentences(start, span)
				.map((word) => word.text)
				.filter((word) => different.has(word)),
		).size;
	const tried = starts
		.map((start) => ({ start, shared: shared(start) }))
		.sort((a, b) => b.shared - a.shared)
		.slice(0, mostTried)
		.sort((a, b) => a.start - b.start);
	const found: Match[] = [];
	for (const { start } of tried) {
		const here = aligned(target, note.sentences(start, span));
		if (here.count === 0) continue;
		const met = found.findIndex((other) => meets(here, other));
		if (met < 0) found.push(here);
		else if (here.context > (found[met]?.context ?? 0)) found[met] = here;
	}
	return found;
}

function nearest(numbers: readonly number[], middle: number): readonly number[] {
	if (numbers.length <= mostNear) return numbers;
	const after = numbers.findIndex((number) => number > middle);
	const from = Math.max(0, Math.min(numbers.length, after < 0 ? numbers.length : after) - mostNear / 2);
	return numbers.slice(from, from + mostNear);
}

// The longest common row of words, those side by side in both preferred.
function aligned(target: Target, here: readonly Word[]): Match {
	const { words } = target;
	const width = here.length + 1;
	const paired = new Float32Array((words.length + 1) * width);
	const best = new Float32Array((words.length + 1) * width);
	for (let i = 1; i <= words.length; i++) {
		for (let j = 1; j <= here.length; j++) {
			const at = i * width + j;
			if (words[i - 1]?.text === here[j - 1]?.text)
				paired[at] =
					1 +
					Math.max(
						best[at - width - 1] ?? 0,
						(paired[at - width - 1] ?? 0) > 0 ? (paired[at - width - 1] ?? 0) + 0.5 : 0,
					);
			best[at] = Math.max(paired[at] ?? 0, best[at - 1] ?? 0, best[at - width] ?? 0);
		}
	}
	const chosen = words.map(() => -1);
	for (let i = words.length, j = here.length, needed = best[i * width + j] ?? 0; i > 0 && j > 0 && needed > 0;) {
		const at = i * width + j;
		if (near(paired[at] ?? 0, needed)) {
			chosen[i - 1] = j - 1;
			const before = paired[at - width - 1] ?? 0;
			needed = before > 0 && near(before + 1.5, needed) ? before : needed - 1;
			i--;
			j--;
		} else if (near(best[at - 1] ?? 0, needed)) {
			j--;
		} else {
			i--;
		}
	}
	const places = chosen.map((index) => (index < 0 ? null : (here[index] ?? null)));
	const beside = chosen.map((index, i) => index >= 0 && chosen[i + 1] === index + 1);
	return standing(target, places, beside);
}

function near(a: number, b: number): boolean {
	return Math.abs(a - b) < 1e-3;
}
