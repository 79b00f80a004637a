import { Antecedent } from "./antecedent";
import type { Choice } from "./choice";
import { GroupAgreement } from "./group-agreement";
import { plainWord, type NounGroup } from "./noun-groups";
import { PersonAgreement } from "./person-agreement";

/**
 * Whether what changed elsewhere in a sentence has a controller among the picked words (Corbett, *Agreement*, 2006: a
 * target takes the features of its controller). A noun with its own determiner, a free pronoun and the verb of another
 * subject agree with nothing that was picked, whatever their forms.
 */
export class Control {
	readonly persons: PersonAgreement;
	readonly groups: GroupAgreement;
	private readonly antecedent: Antecedent;

	constructor(private readonly choice: Choice) {
		this.persons = new PersonAgreement(choice);
		this.antecedent = new Antecedent(choice);
		this.groups = new GroupAgreement(choice, this.persons, this.antecedent);
	}

	/** Whether a word that took another form agrees with nothing that was picked. */
	isFree(index: number): boolean {
		const { closed, groups, inflection, own } = this.choice;
		const { before, after } = this.choice.words(index);
		if (before === "" || after === "" || before === after || this.choice.isElided(before, after)) return false;
		if (this.persons.isOfPerson(index) || this.choice.quantified === index) return false;
		if (this.antecedent.isBeyondQuotation(index)) return true;
		if (this.isOtherTense(index)) return true;
		// della tua: the possessive after an article is of its group.
		const group = groups.find(
			({ determiner, words }) =>
				determiner === index || words.includes(index) || (determiner === index - 1 && closed.possessives.has(before)),
		);
		if (group !== undefined && !own.includes(group) && this.groups.isElliptic(group)) return false;
		if (group?.determiner === index && closed.determiners.has(after) && !this.groups.isObjectPronoun(group))
			return this.groups.isFreeDeterminer(group);
		if (this.persons.isPersonal(before) && this.persons.isPersonal(after) && !this.persons.isOfOne(before, after))
			return this.antecedent.isObjectOfPicked(index) || this.persons.isFreePronoun(before, after);
		if (group === undefined) return this.isFreeByItself(index);
		if (!own.includes(group)) {
			if (this.groups.isPredicate(group)) return false;
			if (this.groups.isSuperlative(group)) return !this.isControlled(index, false);
			if (this.groups.isOwnNoun(group, index)) return !this.groups.isDistributed(group);
			return this.isOwnVerb(group, index) || !this.isControlled(index, false);
		}
		const mayBeNoun = inflection.mayBeNoun(before, after);
		if (inflection.nounsAreLast && index !== group.determiner && index < this.choice.firstAsked && mayBeNoun)
			// What stands before an English noun has no number.
			return true;
		if (this.choice.rank === "part" && this.choice.isBehindNoun(group))
			return (
				!this.choice.isAsked(index) &&
				mayBeNoun &&
				group.words.indexOf(index) < group.words.findIndex((word) => this.choice.isAsked(word))
			);
		return !this.isControlled(index, true);
	}

	/** Whether a verb took another tense: what is written as an adjective's ending stands before no noun. */
	private isOtherTense(index: number): boolean {
		const { inflection, pairs } = this.choice;
		const { before, after } = this.choice.words(index);
		const isCapital = (at: number): boolean => /^\p{Lu}/u.test(pairs[at]?.a?.text ?? "");
		return !isCapital(index) && !isCapital(index + 1) && inflection.isOtherTense(before, after);
	}

	/** Whether a word outside of every noun group agrees with nothing that was picked. */
	private isFreeByItself(index: number): boolean {
		const { closed, inflection } = this.choice;
		const { before, after } = this.choice.words(index);
		if (this.hasSubject(index)) return true;
		// en la que: an article that stands for its noun
		const isNoun = ![closed.joints, closed.determiners].some((small) => small.has(before));
		if (isNoun && this.isAfterPreposition(index) && inflection.mayBeNoun(before, after)) return true;
		return !this.isControlled(index, false);
	}

	/** Whether a word is the verb of a group that is a subject by itself. */
	private isOwnVerb(group: NounGroup, index: number): boolean {
		const { before, after } = this.choice.words(index);
		if (group.isPrepositional || !this.choice.inflection.mayBeVerb(before, after)) return false;
		// la plupart des gens: of the, not some.
		const { of, relatives } = this.choice.closed;
		if (of.has(this.choice.words(group.determiner).before) && this.choice.isAsked(group.before)) return false;
		return !relatives.has(this.choice.words(group.before).before);
	}

	// tu, il, nous before a verb, be it with objects in between: that is whom it agrees with.
	private hasSubject(index: number): boolean {
		const { closed, inflection, pairs } = this.choice;
		const { before, after } = this.choice.words(index);
		if (!inflection.mayBeVerb(before, after) && !closed.copulas.has(before) && !closed.transparent.has(before))
			return false;
		for (const at of this.choice.before(index, 4)) {
			const word = this.choice.words(at).before;
			if (closed.subjects.has(word) && inflection.mayBeSubjectOf(word, before))
				return pairs[at]?.same === true && !this.choice.isAsked(at);
			if (closed.adverbs.has(word)) continue;
			// Behind an auxiliary the word is a participle.
			const isObject = closed.transparent.has(word) && closed.persons.has(word);
			if (!isObject) return false;
		}
		return false;
	}

	private isAfterPreposition(index: number): boolean {
		const [before] = this.choice.before(index, 1);
		if (before === undefined || this.choice.isAsked(before)) return false;
		return this.choice.closed.prepositions.has(this.choice.words(before).before);
	}

	/**
	 * Whether the picked words may be what a word agrees with.
	 * @param isOwn whether the word is in a group that has a selected word
	 */
	private isControlled(index: number, isOwn: boolean): boolean {
		const { closed, gender, inflection, isPossessor, number, rank } = this.choice;
		const { before, after } = this.choice.words(index);
		const isVerb = inflection.mayBeVerb(before, after) || closed.copulas.has(before);
		if (rank === "pronoun" || (isOwn && !isVerb)) return true;
		if (rank !== "head" || (isPossessor && isVerb)) return this.isContiguous(index);
		if (isVerb && !inflection.mayBeNoun(before, after)) return number !== "no";
		if (isVerb && inflection.nounsAreLast) return number !== "no" && !this.goesWrongWay(index);
		return number !== "no" || gender !== "no";
	}

	/** Whether a verb took the number that its picked subject does not have: cats, but sleeps. */
	private goesWrongWay(index: number): boolean {
		const { closed, inflection, lastAsked, own, pairs, picked } = this.choice;
		const { before, after } = this.choice.words(index);
		const isDeterminer = (word: string): boolean => closed.determiners.has(word);
		const words = pairs.filter(({ b }, at) => picked[at] === true && b?.kind === "word");
		// What follows a picked determiner is its noun.
		if (isDeterminer(plainWord(words[words.length - 1]?.b?.text ?? "")) && own.length > 0) return false;
		const { quantified } = this.choice;
		const noun = quantified >= 0 ? quantified : lastAsked;
		const subject = this.choice.words(noun).before;
		if (index === noun || isDeterminer(subject)) return false;
		// most of the pupils: how many they are is not told by most.
		const isShare = own.length === 0 && quantified < 0 && closed.of.has(this.choice.words(lastAsked + 1).before);
		if (isShare) return false;
		// What a determiner shows is surer than the shape of the noun: this news.
		const shown = own.length === 1 ? closed.features(this.choice.words(own[0]?.determiner ?? -1).before).number : "?";
		const wasPlural = shown === "?" ? inflection.looksPlural(subject) : shown === "p";
		return wasPlural !== null && inflection.goesWrongWay(before, after, wasPlural);
	}

	/**
	 * Whether nothing stands between a word and the picked ones but words with a meaning of their own that changed too:
	 * par grande joie, sans aucun effort vain.
	 */
	private isContiguous(index: number): boolean {
		const { closed, firstAsked, lastAsked, pairs } = this.choice;
		const [from, to] = index < firstAsked ? [index, firstAsked] : [lastAsked, index];
		// What may be an article is one here: it changed as those do.
		const isJoint = (word: string): boolean => closed.joints.has(word) && !closed.determiners.has(word);
		return pairs
			.slice(from + 1, to)
			.every(({ a, same }) => a === null || (a.kind === "word" && !same && !isJoint(plainWord(a.text))));
	}
}
