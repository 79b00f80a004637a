import type { Change, Range } from "../text/text";
import { between, plainWords, sentenceNumbers, type NoteWithoutRecords, type Word } from "./note-without-records";

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

/** A place where words are known to have been adopted. */
export interface KnownPlace extends Range {
	/** The sentence as it was adopted; null when that is not known. */
	readonly adopted: string | null;
}

/** Adoptions of one sentence at one place: so many of its doubles there are a model's. */
export class DuplicateClaims {
	count = 0;
	readonly taken: Match[] = [];
}

/** Where a record stands, and what else tells where its sentence does. All of the note's own text. */
export interface Where {
	readonly at: number;
	/** The block that the record stands after. */
	readonly above: Range;
	readonly claims: (sentence: string) => DuplicateClaims;
	readonly known: readonly KnownPlace[];
}

/**
 * How far from its record a sentence is looked for as it is, in UTF-16 units: a long passage. Farther away it is
 * looked for by its words.
 */
const reach = 12_000;

/** The least share of the words that the model did not bring, right above the record and elsewhere. */
const leastAbove = 0.6;
const leastElsewhere = 0.75;

/**
 * Where a sentence stands, or what the writer left of it; null when it does nowhere, or nobody can tell in which of
 * two places.
 */
export function placeOf(note: NoteWithoutRecords, target: Target, adopted: string, where: Where): Match | null {
	const { above, at, known } = where;
	const claims = where.claims(target.text);
	const free = (found: readonly Match[]): readonly Match[] =>
		found.filter((one) => !claims.taken.some((other) => meets(one, other)));
	const isKnown = ({ places }: Match, sentence: string | null): boolean =>
		known.some(
			(range) =>
				range.adopted === sentence &&
				places.some(
					(word, index) =>
						target.brought[index] === true && word !== null && word.from < range.to && range.from < word.to,
				),
		);
	const chosen = (place: Match | null): Match | null => {
		if (place !== null) claims.taken.push(place);
		return place;
	};
	const inPlace = free(verbatim(note, target, above));
	const exact =
		inPlace.length > 0 ? inPlace : free(verbatim(note, target, { from: Math.max(0, at - reach), to: at + reach }));
	const followed = exact.find((place) => isKnown(place, adopted));
	if (followed !== undefined) return chosen(followed);
	// What stands word for word right above the record needs no second look, unless the edits led elsewhere.
	if (inPlace.length === 0 || known.some((range) => range.adopted === adopted)) {
		const left = free(remains(note, target, at)).filter(
			(place) =>
				stillThere(target, place, isKnown(place, adopted) || isWithin(place, above) ? leastAbove : leastElsewhere) &&
				(target.words.length >= fewest || isKnown(place, adopted) || standsAlone(note.text, extentOf(place))),
		);
		const edited = left.find((place) => isKnown(place, adopted));
		if (edited !== undefined) return chosen(edited);
		const here = closest(
			left.filter(
				(place) => isWithin(place, above) && (exact.length === 0 || stillThere(target, place, leastElsewhere)),
			),
		);
		if (inPlace.length === 0 && here.length > 0) return chosen(onlyOne(here, claims));
		if (exact.length === 0) return chosen(onlyOne(closest(left), claims));
	}
	return chosen(onlyOne(exact, claims) ?? exact.find((place) => isKnown(place, null)) ?? null);
}

// Those with most of the sentence's other words.
function closest(places: readonly Match[]): readonly Match[] {
	const most = Math.max(...places.map(({ context }) => context));
	return places.filter(({ context }) => context === most);
}

// As many doubles as adoptions: they are all a model's, the nearest to the record the latest.
function onlyOne(places: readonly Match[], { count, taken }: DuplicateClaims): Match | null {
	return places.length + taken.length <= Math.max(1, count) ? (places[places.length - 1] ?? null) : null;
}

function isWithin(place: Match, { from, to }: Range): boolean {
	const extent = extentOf(place);
	return extent.from >= from && extent.to <= to;
}

function stillThere({ words, brought }: Target, { context, count }: Match, least: number): boolean {
	if (count === words.length) return true;
	const others = brought.filter((one) => !one).length;
	// A sentence of which nearly all was brought is known by what was brought.
	return others < 2 ? count >= 3 && count >= words.length * 0.6 : context >= 2 && context >= others * least;
}

function meets(one: Match, other: Match): boolean {
	return one.places.some(
		(place) =>
			place !== null &&
			other.places.some((theirs) => theirs !== null && place.from < theirs.to && theirs.from < place.to),
	);
}

/** From where to where words of the sentence stand. */
function extentOf({ places }: Match): Range {
	const there = places.filter((place) => place !== null);
	return { from: there[0]?.from ?? 0, to: there[there.length - 1]?.to ?? 0 };
}

/**
 * With fewer words a sentence says too little to be known anywhere: it must be a sentence, an item or a cell by
 * itself.
 */
const fewest = 4;

/** Every place within a part of a text where the sentence stands exactly as the record says. */
function verbatim(note: NoteWithoutRecords, target: Target, within: Range): readonly Match[] {
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

function standsAlone(text: string, { from, to }: Range): boolean {
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
function remains(note: NoteWithoutRecords, target: Target, at: number): readonly Match[] {
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
