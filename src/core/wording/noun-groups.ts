import type { Closed } from "./agreement/closed";
import type { Pair } from "./align";

/** A determiner and the words after it up to the next small word or mark; its noun is among them, and maybe a verb. */
export interface NounGroup {
	/** Index of the pair of its determiner. */
	readonly determiner: number;
	/** Indices of the pairs of its other words, adverbs left out. */
	readonly words: readonly number[];
	/** Whether a preposition stands before it: its noun is then no subject. */
	readonly isPrepositional: boolean;
	/** Index of the pair of the word before it; -1 where none is, or a mark parts them. */
	readonly before: number;
}

/** A word for comparison: small letters, composed, straight apostrophes. */
export function plainWord(text: string): string {
	return text.normalize("NFC").toLowerCase().replace(/[’ʼ]/g, "'");
}

/**
 * The groups of a sentence's original words, in order.
 * @param isVerb whether the pair of this index is a verb that took another form
 */
export function nounGroups(
	pairs: readonly Pair[],
	closed: Closed,
	isVerb: (index: number) => boolean,
): readonly NounGroup[] {
	const groups: NounGroup[] = [];
	let open: { determiner: number; words: number[]; isPrepositional: boolean; before: number } | null = null;
	let last = -1;
	for (const [index, { a, b }] of pairs.entries()) {
		if (a === null) continue;
		if (a.kind !== "word") {
			// Emphasis is no pause.
			if (/[^*_=~`]/.test(a.text)) {
				open = null;
				last = -1;
			}
			continue;
		}
		const word = plainWord(a.text);
		const previous = last < 0 ? "" : plainWord(pairs[last]?.a?.text ?? "");
		// Les voisins le savent: an object between a subject and its verb ends no group and begins none.
		if (isObject(word, closed) && isVerb(nextOf(pairs, index))) {
			last = index;
			continue;
		}
		// After a comma what may be either is a relative: der Mann, der …
		const isRelative = last < 0 && groups.length > 0 && closed.joints.has(word);
		if (
			(closed.determiners.has(word) || isPossessor(word, closed) || turnsDeterminer(word, b, closed)) &&
			!isRelative &&
			!isPronoun(word, previous, closed) &&
			!isCopula(word, previous, b, closed) &&
			!isFloating(pairs, index, closed) &&
			// ce que, tout ce qui
			!closed.relatives.has(wordAt(pairs, nextOf(pairs, index)))
		) {
			if (open?.words.length !== 0) {
				open = {
					determiner: index,
					words: [],
					isPrepositional: closed.prepositions.has(previous) || closed.prepositions.has(word),
					before: last,
				};
				groups.push(open);
			} else if (!closed.determiners.has(word)) open.words.push(index);
		} else if (isSmall(word, closed)) open = null;
		else if (!closed.adverbs.has(word)) open?.words.push(index);
		last = index;
	}
	return groups;
}

/** Whether a word of all stands by itself between an auxiliary and its verb: ils sont tous partis, elle a tout lu. */
export function isFloating(pairs: readonly Pair[], index: number, closed: Closed): boolean {
	const next = wordAt(pairs, nextOf(pairs, index));
	return (
		closed.floating.has(wordAt(pairs, index)) &&
		closed.auxiliaries.has(wordAt(pairs, index - 1)) &&
		!closed.determiners.has(next)
	);
}

function wordAt(pairs: readonly Pair[], index: number): string {
	return plainWord(pairs[index]?.a?.text ?? "");
}

/** Whether what may be a joint or a determiner is one, as what it became shows: that book, those letters. */
function turnsDeterminer(word: string, b: Pair["b"], closed: Closed): boolean {
	return (
		closed.joints.has(word) && b !== null && plainWord(b.text) !== word && closed.determiners.has(plainWord(b.text))
	);
}

/** Whether a word may be an object of the verb after it, and no subject. */
function isObject(word: string, closed: Closed): boolean {
	return closed.persons.has(word) && !closed.possessives.has(word) && !closed.subjects.has(word);
}

/** Index of the pair of the next word of the original; -1 where a mark or the end comes first. */
function nextOf(pairs: readonly Pair[], index: number): number {
	const at = pairs.findIndex(({ a }, place) => place > index && a !== null);
	return pairs[at]?.a?.kind === "word" ? at : -1;
}

/** Whether a word is a possessor, which stands where a determiner does: Anna’s. But it’s, who’s. */
export function isPossessor(word: string, closed: Closed): boolean {
	if (closed.owner === "" || !word.endsWith(closed.owner)) return false;
	const owner = word.slice(0, -closed.owner.length);
	return owner !== "" && ![closed.persons, closed.joints, closed.notOwners].some((small) => small.has(owner));
}

// What may be a determiner or an object: after a subject or another object it is one too.
function isPronoun(word: string, previous: string, closed: Closed): boolean {
	// la mia: what shows the gender of a noun is no object.
	if (closed.possessives.has(word) && closed.features(word).gender !== "?") return false;
	return (
		closed.persons.has(word) &&
		!/^$/.test(previous) &&
		(closed.subjects.has(previous) ||
			(closed.persons.has(previous) && !closed.possessives.has(previous)) ||
			closed.negations.has(previous))
	);
}

// sei: six, or are, as a pronoun before it or what it became shows.
function isCopula(word: string, previous: string, b: Pair["b"], closed: Closed): boolean {
	if (!closed.copulas.has(word)) return false;
	return (
		closed.persons.has(previous) || (b !== null && plainWord(b.text) !== word && closed.copulas.has(plainWord(b.text)))
	);
}

function isSmall(word: string, closed: Closed): boolean {
	return (
		closed.prepositions.has(word) ||
		closed.joints.has(word) ||
		closed.persons.has(word) ||
		closed.copulas.has(word) ||
		(closed.transparent.has(word) && !closed.adverbs.has(word)) ||
		(closed.particles.has(word) && !closed.adverbs.has(word))
	);
}
