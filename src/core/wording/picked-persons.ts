import type { Closed } from "./agreement/closed";
import type { Pair } from "./align";
import { plainWord } from "./noun-groups";

/** Persons that a noun is of. */
const thirdPersons = ["3s", "3p"] as const;

/** The persons of the pronouns among the selected words, and of those that were picked instead. */
export interface PickedPersons {
	readonly before: ReadonlySet<string>;
	readonly after: ReadonlySet<string>;
}

/** What is known of a choice when its persons are read. */
interface Read {
	readonly pairs: readonly Pair[];
	readonly picked: readonly boolean[];
	readonly closed: Closed;
	/** Indices of the pairs of the selected words. */
	readonly asked: readonly number[];
	/** Whether a noun's group has a selected word, and whether its determiner is one. */
	readonly hasGroup: boolean;
	readonly hasDeterminer: boolean;
}

/**
 * Whom the selected words and those in their place are. Where a pronoun stands for a noun, or the other way, the noun
 * is the third person: ma tante se coupe, je me coupe. A determiner that may be a pronoun is one only by itself.
 */
export function pickedPersons({ pairs, picked, closed, asked, hasGroup, hasDeterminer }: Read): PickedPersons {
	const before = new Set<string>();
	const after = new Set<string>();
	const added = pairs.flatMap(({ b }, at) => (picked[at] === true && b?.kind === "word" ? [pronounOf(b.text)] : []));
	const isOne = asked.length === 1 && added.length === 1;
	const isPronounFor = isOne && closed.persons.has(plainWord(pairs[asked[0] ?? -1]?.a?.text ?? "")) && !hasGroup;
	const read = (text: string | undefined, into: Set<string>): void => {
		const word = pronounOf(text ?? "");
		// pense-t-il; but rendez-vous.
		for (const part of hasGroup ? [word] : word.split("-"))
			// leur, her: without a noun a possessive is a pronoun.
			if (!closed.possessives.has(part) || closed.subjects.has(part) || isPronounFor)
				for (const person of closed.persons.get(part) ?? []) into.add(person);
	};
	const [word = ""] = added;
	const personsOf = (text: string): ReadonlySet<string> => closed.persons.get(text) ?? new Set();
	// nous, and nous nous
	const isPronoun = closed.subjects.has(word) && added.every((text) => meet(personsOf(text), personsOf(word)));
	if (hasDeterminer && !isPronoun) return { before, after };
	if (!hasDeterminer) for (const index of asked) read(pairs[index]?.a?.text, before);
	// An object that a picked verb brings is no one of whom more is said: verlässt sich auf.
	for (const text of added) if (before.size > 0 || closed.subjects.has(text)) read(text, after);
	const [first] = asked;
	const wasPronoun =
		asked.length === 1 && first !== undefined && closed.subjects.has(pronounOf(pairs[first]?.a?.text ?? ""));
	if (before.size === 0 && isPronoun) thirdPersons.forEach((person) => before.add(person));
	if (after.size === 0 && wasPronoun) thirdPersons.forEach((person) => after.add(person));
	return { before, after };
}

/** A word for comparison, without the English verb that ran together with it: he’s, they’ve. */
function pronounOf(text: string): string {
	return plainWord(text).replace(/'(?:s|re|ve|ll|d|m)$/, "");
}

/** Whether two words, by their persons, may be of the same person. */
export function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	for (const person of one) if (other.has(person)) return true;
	return false;
}
