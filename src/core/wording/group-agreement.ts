import type { Antecedent } from "./antecedent";
import type { Choice } from "./choice";
import { plainWord, type NounGroup } from "./noun-groups";
import type { PersonAgreement } from "./person-agreement";

/**
 * Agreement of noun groups: whether the determiner and the noun of a group changed because of the picked words, or for
 * themselves. A group with its own determiner follows the picked noun only as its predicate, as its possession, in a
 * comparison with it, or in the case that picked words govern.
 */
export class GroupAgreement {
	constructor(
		private readonly choice: Choice,
		private readonly persons: PersonAgreement,
		private readonly antecedent: Antecedent,
	) {}

	/** Whether the determiner of a group, which became another one, agrees with nothing that was picked. */
	isFreeDeterminer(group: NounGroup): boolean {
		const { closed, gender, number, own, rank } = this.choice;
		// le plus rapide de tous: by itself it is a pronoun.
		const isAlone = group.words.length === 0 && !closed.persons.has(this.choice.words(group.determiner).before);
		if (isAlone && rank === "head") return number === "no" && gender === "no";
		if (this.isSuperlative(group)) return number === "no" && gender === "no";
		// È mio: a predicate.
		if (group.words.length === 0 && this.isPredicate(group)) return false;
		return (!own.includes(group) || rank === "part") && this.changedForItself(group);
	}

	/**
	 * Whether what could be the determiner of a group is an object pronoun that became another: je le crois, je la crois.
	 */
	isObjectPronoun(group: NounGroup): boolean {
		const { closed, inflection, pairs } = this.choice;
		const { before, after } = this.choice.words(group.determiner);
		return (
			!inflection.nounsAreCapital &&
			!closed.possessives.has(before) &&
			this.persons.isPersonal(before) &&
			this.persons.isPersonal(after) &&
			!this.isBehindParticiple(group.determiner) &&
			this.antecedent.mayBePicked(group.determiner) &&
			group.words.every((word) => pairs[word]?.same === true)
		);
	}

	/** Whether a word is the noun of a group, or an adjective with it, and took no case that picked words govern. */
	isOwnNoun(group: NounGroup, index: number): boolean {
		const { closed, inflection, number, pairs } = this.choice;
		const { before, after } = this.choice.words(index);
		if (inflection.nounsAreCapital) return this.isCapital(index) && !this.isCase(group);
		if (!inflection.mayBeNoun(before, after)) return false;
		if (pairs[group.determiner]?.same === false && this.changedForItself(group)) return true;
		const isFirst = group.words
			.slice(0, group.words.indexOf(index))
			.every((word) => pairs[word]?.same === false || closed.preposed.has(this.choice.words(word).before));
		if (isFirst) return true;
		// The last word before another small word: a noun with adjectives before it, unless it is the verb of the picked.
		return inflection.nounsAreLast && (!group.isPrepositional || number === "no");
	}

	/** Whether a group is in the plural because its possessor is: each pupil has a book of theirs. */
	isDistributed({ determiner }: NounGroup): boolean {
		const { closed, number, personsAfter, personsBefore, rank } = this.choice;
		const { before, after } = this.choice.words(determiner);
		const [was, is] = [personsBefore, personsAfter].map((persons) => [...persons].map((person) => person.slice(1)));
		const isOtherNumber = rank === "pronoun" ? was?.join("") !== is?.join("") : rank === "head" && number === "yes";
		return before !== after && closed.possessives.has(after) && isOtherNumber;
	}

	/**
	 * Whether a group says something of the picked noun or pronoun: ce sont des jours; les notes sont des fichiers; mon
	 * frère est un ami fidèle.
	 */
	isPredicate(group: NounGroup): boolean {
		const { closed, gender, number, rank } = this.choice;
		if (rank !== "head" && rank !== "pronoun") return false;
		if (number === "no" && gender === "no") return false;
		let at = group.before;
		while (at >= 0 && closed.adverbs.has(this.choice.words(at).before)) at = this.choice.before(at, 1)[0] ?? -1;
		// della tua, do meu: the article and what begins the comparison in one.
		return (
			at >= 0 &&
			(this.isCompared(at) || this.isCompared(group.determiner) || closed.copulas.has(this.choice.words(at).before))
		);
	}

	/**
	 * Whether a group is a superlative that says something of the picked noun: la femme, la plus âgée de toutes; l’enfant
	 * le plus sage; il est le plus rapide.
	 */
	isSuperlative({ determiner, before }: NounGroup): boolean {
		const { closed, lastAsked, pairs, rank } = this.choice;
		const next = pairs.slice(determiner + 1).find(({ a }) => a !== null)?.a;
		return (
			rank === "head" &&
			closed.comparing.has(plainWord(next?.text ?? "")) &&
			(before === lastAsked ||
				closed.copulas.has(this.choice.words(before).before) ||
				(before < 0 && pairs[determiner - 1]?.a?.kind === "mark"))
		);
	}

	/** Whether a group leaves the picked noun out and may have its gender: la précédente. Its number is its own. */
	isElliptic({ determiner, words }: NounGroup): boolean {
		const { closed, gender, rank } = this.choice;
		const numberOf = (word: string): string => closed.features(word).number;
		const { before, after } = this.choice.words(determiner);
		return (
			rank === "head" &&
			gender !== "no" &&
			numberOf(before) === numberOf(after) &&
			words.length === 1 &&
			words.every((word) => closed.elliptic.has(this.choice.words(word).before))
		);
	}

	/**
	 * Whether the article of the picked noun went, or became a number or a quantity, since the noun is a plural now (two
	 * eyes, new coats for a new coat), or came since it is none any more.
	 */
	isCounted(index: number): boolean {
		const { closed, number, own, rank } = this.choice;
		const { before, after } = this.choice.words(index);
		const shown = closed.determiners.get(after);
		const isQuantity = shown?.number === "p" && shown.gender === "?" && !closed.possessives.has(after);
		if (before === "") return closed.indefinite.has(after) && number !== "no" && this.isBeforeBareNoun(index);
		return (
			rank === "head" &&
			(number === "yes" || (after === "" && number !== "no")) &&
			closed.indefinite.has(before) &&
			(after === "" || isQuantity) &&
			own.some(({ determiner }) => determiner === index)
		);
	}

	/** Whether a place stands before picked words that had no determiner, with nothing but adjectives between. */
	private isBeforeBareNoun(index: number): boolean {
		const { closed, firstAsked, inflection, own, pairs, rank } = this.choice;
		const small = [closed.prepositions, closed.joints, closed.persons, closed.copulas, closed.adverbs];
		return (
			own.length === 0 &&
			rank !== "pronoun" &&
			index < firstAsked &&
			pairs.slice(index + 1, firstAsked).every(({ a, b }) => {
				const [word, is] = [plainWord(a?.text ?? ""), plainWord(b?.text ?? "")];
				if (a?.kind === "mark") return word === is && /^[*_=~]+$/.test(word);
				const isSame = word === is || inflection.isOtherCase(word, is, "");
				return a?.kind === "word" && isSame && !small.some((words) => words.has(word));
			})
		);
	}

	/**
	 * Whether an article went because another one stands at the end of the picked words, which had none: avant une
	 * réunion for lors de la réunion. One that a preposition took up is the same: à cause du froid.
	 */
	isReplacedArticle(index: number): boolean {
		const { closed, lastAsked, pairs, picked } = this.choice;
		const { before, after } = this.choice.words(index);
		if (this.isOtherNumber(index)) return true;
		const isFirst = pairs.slice(lastAsked + 1, index).every(({ a }) => a === null);
		if (after !== "" || !closed.determiners.has(before) || index < lastAsked || !isFirst) return false;
		const words = [...pairs.keys()].filter((at) => picked[at] === true && pairs[at]?.b?.kind === "word");
		const last = this.choice.words(words[words.length - 1] ?? -1).after;
		const hadNone = pairs.every(
			(_pair, at) => !this.choice.isAsked(at) || !closed.determiners.has(this.choice.words(at).before),
		);
		const isTakenUp = closed.prepositions.has(last) || closed.of.has(last);
		return words.length > 1 && hadNone && closed.determiners.has(last) && !isTakenUp && last !== before;
	}

	/** Whether the word before a place was an article and went, so that a noun was there, no verb: the move, moving. */
	isAfterLostArticle(index: number): boolean {
		const { before, after } = this.choice.words(index - 1);
		return after === "" && this.choice.closed.determiners.has(before) && !this.choice.isAsked(index - 1);
	}

	/** Whether an article that came or went has left its place to one of another number: de l’avis, les avis. */
	private isOtherNumber(index: number): boolean {
		const { closed, inflection, pairs } = this.choice;
		const { before, after } = this.choice.words(index);
		const previous = this.choice.words(index - 1);
		// The noun tells its own number where it changed, and German articles their case.
		const stays = pairs[index + 1]?.same === true && !this.choice.isAsked(index + 1);
		if (!stays || inflection.nounsAreCapital) return false;
		const other = before === "" ? previous.before : previous.after;
		const [one, two] = [before + after, other].map((word) => closed.determiners.get(word)?.number);
		return (
			(before === "" || after === "") &&
			previous.before !== previous.after &&
			one !== two &&
			one !== undefined &&
			two !== undefined &&
			!this.choice.isAsked(index - 1)
		);
	}

	/** Whether an article came or went because a predicate is of another number: is a tree, are trees. */
	isPredicateArticle(index: number): boolean {
		const { closed, number, pairs, rank } = this.choice;
		const { before, after } = this.choice.words(index);
		if (rank !== "head" || number === "no" || !closed.indefinite.has(before + after)) return false;
		const pair = pairs[index - 1];
		return (
			pair?.same === false &&
			[pair.a, pair.b].every((word) => word !== null && closed.copulas.has(plainWord(word.text)))
		);
	}

	// Behind an auxiliary with its verb stands no object pronoun, only an article: a remercié la stagiaire.
	private isBehindParticiple(index: number): boolean {
		// pas pu le finir
		const next = this.choice.pairs.findIndex(({ a }, at) => at > index && a !== null);
		if (this.choice.inflection.needsNoSubject(this.choice.words(next).before)) return false;
		const [verb, auxiliary] = this.choice.before(index, 2).map((at) => this.choice.words(at).before);
		if (verb === undefined || auxiliary === undefined) return false;
		const { transparent, persons, prepositions, joints } = this.choice.closed;
		return (
			transparent.has(auxiliary) &&
			!persons.has(auxiliary) &&
			this.choice.inflection.looksParticiple(verb) &&
			![transparent, prepositions, joints].some((small) => small.has(verb))
		);
	}

	/** Whether a determiner shows another possessor, gender, number or case for which nothing picked is the reason. */
	private changedForItself(group: NounGroup): boolean {
		const { closed, inflection, pairs, rank } = this.choice;
		const { before, after } = this.choice.words(group.determiner);
		if (this.persons.isOtherPossessor(before, after)) return this.persons.isFreePossessor(before, after);
		if (inflection.nounsAreCapital) return !this.isCase(group);
		const [was, is] = [closed.features(before), closed.features(after)];
		const differs = (one: string, other: string): boolean => one !== "?" && other !== "?" && one !== other;
		if (!differs(was.gender, is.gender) && !differs(was.number, is.number)) return false;
		// What changes beside an unchanged noun is its case, which verbs and prepositions govern.
		if (group.words.every((word) => pairs[word]?.same === true))
			return rank === "head" || differs(was.number, is.number);
		return !this.isPredicate(group);
	}

	/** Whether a group took another case: as a predicate, as an object of the picked verb, after a picked preposition. */
	private isCase(group: NounGroup): boolean {
		const { firstAsked, inflection, lastAsked, own, pairs, rank } = this.choice;
		if (this.isPredicate(group)) return true;
		const { before, after } = this.choice.words(group.determiner);
		if (rank === "head" || rank === "pronoun") return false;
		const noun = group.words.find((word) => this.isCapital(word));
		if (!inflection.isOtherCase(before, after, noun === undefined ? "" : this.choice.words(noun).before)) return false;
		// An adjective before its noun governs nothing.
		if (own.some(({ words }) => words.some((word) => word > lastAsked && this.isCapital(word)))) return false;
		const { determiner } = group;
		const [from, to] = determiner < firstAsked ? [determiner, firstAsked] : [lastAsked, determiner];
		return (
			this.governsCase() &&
			pairs.slice(from, to).every(({ a, b }) => (a ?? b)?.kind === "word") &&
			group.words.every((word) => {
				const { before, after } = this.choice.words(word);
				return pairs[word]?.same === true || inflection.isOtherCase(before, after, "");
			})
		);
	}

	/** Whether a verb or a preposition is among the selected words or those in their place. */
	private governsCase(): boolean {
		const { closed, inflection, pairs, picked } = this.choice;
		const governs = (word: string): boolean => closed.prepositions.has(word) || inflection.looksFinite(word);
		return pairs.some(
			({ a, b }, at) =>
				(this.choice.isAsked(at) || picked[at] === true) &&
				[a, b].some((token) => token !== null && governs(plainWord(token.text))),
		);
	}

	/** Whether a word of the original has a capital, as a German noun has. */
	private isCapital(index: number): boolean {
		return /^\p{Lu}/u.test(this.choice.pairs[index]?.a?.text ?? "");
	}

	// meilleur que le noir: the noun is the picked one, left out.
	private isCompared(joint: number): boolean {
		const { closed, pairs } = this.choice;
		const compares = (word: string): boolean => closed.comparing.has(word) || closed.comparative(word);
		return (
			closed.than.has(this.choice.words(joint).before) &&
			pairs.slice(0, joint).some(({ a }) => a !== null && compares(plainWord(a.text)))
		);
	}
}
