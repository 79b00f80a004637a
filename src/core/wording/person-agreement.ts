import type { Choice } from "./choice";
import { meet } from "./picked-persons";
import { plainWord } from "./noun-groups";

/** Agreement in person: what pronouns and possessives elsewhere in the sentence have to do with the picked words. */
export class PersonAgreement {
	/** Whether pronouns changed that stood for different ones, or do now: no one word is the reason for all of them. */
	private readonly isMixed: boolean;

	constructor(private readonly choice: Choice) {
		const genders = { before: new Set<string>(), after: new Set<string>() };
		for (const [index, { same }] of choice.pairs.entries()) {
			if (same || choice.isAsked(index) || choice.picked[index] === true) continue;
			const { before, after } = choice.words(index);
			if (!this.isPersonal(before) || !this.isPersonal(after)) continue;
			for (const [side, word] of [["before", before] as const, ["after", after] as const]) {
				const gender = choice.closed.genders.get(word);
				if (gender !== undefined) genders[side].add(gender);
			}
		}
		this.isMixed = genders.before.size > 1 || genders.after.size > 1;
	}

	/** Whether a change is one of person that goes with a picked pronoun: tu, ton; vous, votre. */
	isOfPerson(index: number): boolean {
		const { closed, rank, personsBefore, personsAfter } = this.choice;
		const { before, after } = this.choice.words(index);
		if (this.isImpersonal(index)) return true;
		const [was, is] = [closed.persons.get(before), closed.persons.get(after)];
		if (rank !== "pronoun" || was === undefined || is === undefined) return false;
		if (closed.possessives.has(before) !== closed.possessives.has(after)) return false;
		return meet(was, personsBefore) && meet(is, personsAfter);
	}

	/** Whether a pronoun went because picked words say it in another place: je lui parle, je pense à lui. */
	isTakenUp(index: number): boolean {
		const { closed, pairs, picked } = this.choice;
		const { before, after } = this.choice.words(index);
		const persons = closed.persons.get(before);
		if (persons === undefined || after !== "" || closed.subjects.has(before)) return false;
		return pairs.some(({ b }, at) => {
			const word = plainWord(b?.text ?? "");
			const now = closed.persons.get(word);
			return picked[at] === true && now !== undefined && !closed.subjects.has(word) && meet(persons, now);
		});
	}

	/** Whether two words are pronouns of one speaker or hearer, which a verb governs: ce qui me plaît, ce que j’aime. */
	isOtherCase(before: string, after: string): boolean {
		const { persons, possessives } = this.choice.closed;
		const [was, is] = [persons.get(before), persons.get(after)];
		return (
			was?.size === 1 &&
			is?.size === 1 &&
			!possessives.has(before) &&
			!possessives.has(after) &&
			[...was].every((person) => !person.startsWith("3") && is.has(person))
		);
	}

	/** Whether a word is a pronoun or a possessive. */
	isPersonal(word: string): boolean {
		return this.choice.closed.persons.has(word);
	}

	/** Whether a pronoun or possessive that became another stands for nothing that was picked. */
	isFreePronoun(before: string, after: string): boolean {
		const { closed, rank, gender, number, personsBefore } = this.choice;
		const [was, is] = [closed.persons.get(before), closed.persons.get(after)];
		if (was === undefined || is === undefined) return false;
		const third = (persons: ReadonlySet<string>): boolean => persons.has("3s") || persons.has("3p");
		if (!third(was) || !third(is) || this.isMixed) return true;
		if (rank === "pronoun") return !third(personsBefore);
		if (rank !== "head" || this.isOfOther(before) || !this.mayHaveGenders(before, after)) return true;
		return meet(was, is) ? gender === "no" : number === "no";
	}

	/** Whether a pronoun can't stand for the selected noun by the noun's determiner: ses notes, elle; le livre, elle. */
	private isOfOther(pronoun: string): boolean {
		const { closed, gender, own, quantityOf } = this.choice;
		const [group] = own;
		const shown = closed.genders.get(pronoun);
		if (group === undefined || own.length > 1 || quantityOf >= 0 || shown === undefined) return false;
		const noun = closed.features(this.choice.words(group.determiner).before);
		if (noun.number !== "?" && closed.persons.get(pronoun)?.has(`3${noun.number}`) === false) return true;
		return gender === "yes" && [shown, noun.gender].sort().join("") === "fm";
	}

	/** Whether two words are possessives of different possessors: mon, ton; his, her. */
	isOtherPossessor(before: string, after: string): boolean {
		const { possessives } = this.choice.closed;
		return (
			possessives.has(before) &&
			possessives.has(after) &&
			(this.isOtherPerson(before, after) || this.choice.inflection.possessorShows(before, after))
		);
	}

	/** Whether two words are possessives of one possessor, which agree with their noun as adjectives do: mia, mio. */
	isOfOne(before: string, after: string): boolean {
		const { possessives } = this.choice.closed;
		return possessives.has(before) && possessives.has(after) && !this.isOtherPossessor(before, after);
	}

	/** Whether the possessor of two such possessives is not the picked words. */
	isFreePossessor(before: string, after: string): boolean {
		const { gender, number, rank } = this.choice;
		if (rank === "head" && !this.mayHaveGenders(before, after)) return true;
		return !this.isThird() || this.isMixed || (this.isOtherPerson(before, after) ? number : gender) === "no";
	}

	/** Whether what was picked may be called he or she where these pronouns are, as it was and as it is. */
	private mayHaveGenders(before: string, after: string): boolean {
		const { closed, inflection, pairs, picked } = this.choice;
		const isLiving = (words: readonly (string | undefined)[]): boolean =>
			words.some((word) => word !== undefined && (/^\p{Lu}/u.test(word) || inflection.looksLiving(plainWord(word))));
		const has = (word: string): boolean => /[mf]/.test(closed.genders.get(word) ?? "");
		const was = pairs.flatMap(({ a }, at) => (a !== null && this.choice.isAsked(at) ? [a.text] : []));
		const is = pairs.flatMap(({ a, b, same }, at) =>
			b !== null && (picked[at] === true || (same && a !== null && this.choice.isAsked(at))) ? [b.text] : [],
		);
		return (!has(before) || isLiving(was)) && (!has(after) || isLiving(is));
	}

	private isOtherPerson(before: string, after: string): boolean {
		const { persons } = this.choice.closed;
		return !meet(persons.get(before) ?? new Set(), persons.get(after) ?? new Set());
	}

	/** Whether the picked words are a noun, or a pronoun that stands for one. */
	private isThird(): boolean {
		const { rank, personsBefore, personsAfter, own } = this.choice;
		if (rank === "head") return true;
		const isIndefinite = personsBefore.has("3s") && personsAfter.size === 0 && own.length === 0;
		return rank === "pronoun" && isIndefinite;
	}

	// je dois, il faut: who does it is no longer said.
	private isImpersonal(index: number): boolean {
		const { closed, inflection, pairs, picked } = this.choice;
		const { before, after } = this.choice.words(index);
		return (
			closed.subjects.has(before) &&
			inflection.isImpersonal(after, "") &&
			pairs.some(({ b }, at) => picked[at] === true && b !== null && inflection.isImpersonal(after, plainWord(b.text)))
		);
	}
}
