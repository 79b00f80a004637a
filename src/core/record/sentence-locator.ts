import type { Range } from "../text/text";
import type { NoteWithoutRecords } from "./note-without-records";
import {
	extentOf,
	fewest,
	leastAbove,
	meets,
	remains,
	standsAlone,
	verbatim,
	type Match,
	type Target,
} from "./sentence-match";

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

/** The least share of the words that the model did not bring, elsewhere than right above the record. */
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
