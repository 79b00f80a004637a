import { Choice, unknown } from "./choice";
import { plainWord, type NounGroup } from "./noun-groups";

const compares =
	/^(?:plus|moins|aussi|autant|meilleure?s?|pire|mieux|more|less|better|worse|\p{L}+er|más|menos|mejor|peor|più|meno|migliore|mehr|weniger|mais)$/iu;

/**
 * Whether what changed elsewhere in a sentence has a controller among the picked words (Corbett, *Agreement*, 2006: a
 * target takes the features of its controller). A noun with its own determiner, a free pronoun and the verb of another
 * subject agree with nothing that was picked, whatever their forms.
 */
export class Control extends Choice {
	/** Whether a change is one of person that goes with a picked pronoun: tu, ton; vous, votre. */
	isOfPerson(index: number): boolean {
		const { before, after } = this.words(index);
		if (this.isImpersonal(index)) return true;
		const [was, is] = [this.closed.persons.get(before), this.closed.persons.get(after)];
		if (this.rank !== "pronoun" || was === undefined || is === undefined) return false;
		if (this.closed.possessives.has(before) !== this.closed.possessives.has(after)) return false;
		return meet(was, this.from) && meet(is, this.to);
	}

	/** Whether a change of mood has what asks for it between the picked words and itself: espérer que. */
	isOfMood(index: number): boolean {
		if (this.own.length > 0 || index < this.lastAsked) return false;
		const { before, after } = this.words(index);
		if (!this.inflection.isOtherMood(before, after)) return false;
		const { joints, moods, subjects, adverbs, persons } = this.closed;
		const { lastAsked } = this;
		const isOpened = this.pairs
			.slice(this.firstAsked, index)
			.some(({ a, b }, at) =>
				[a, b].some(
					(token) => token !== null && (at + this.firstAsked <= lastAsked ? joints : moods).has(plainWord(token.text)),
				),
			);
		if (!this.inflection.nounsAreLast) return isOpened;
		// Few English verbs ask for a mood, and their clause follows them; that may be left out: I wish he were.
		const next = [...this.pairs.keys()].slice(lastAsked + 1).find((at) => {
			const { before } = this.words(at);
			return !adverbs.has(before) && (subjects.has(before) || !persons.has(before));
		});
		// A joint that came with the picked words stands there too.
		const word = next === undefined ? "" : this.words(next).before || this.words(next).after;
		return (
			joints.has(this.words(lastAsked).before) ||
			(isOpened && moods.has(word)) ||
			(subjects.has(word) && next !== undefined && this.pairs.slice(next + 1, index).every(({ b }) => b === null))
		);
	}

	/** Whether a word that took another form agrees with nothing that was picked. */
	isFree(index: number): boolean {
		const { before, after } = this.words(index);
		if (before === "" || after === "" || before === after || this.isElided(before, after)) return false;
		if (this.isOfPerson(index)) return false;
		const group = this.groups.find(({ determiner, words }) => determiner === index || words.includes(index));
		const isObject =
			group?.determiner === index &&
			this.isPersonal(before) &&
			!this.isBehindParticiple(index) &&
			group.words.every((word) => this.pairs[word]?.same === true);
		if (
			group !== undefined &&
			group.determiner === index &&
			this.closed.determiners.has(after) &&
			!(isObject && this.isPersonal(after) && !this.closed.possessives.has(before) && !this.inflection.nounsAreCapital)
		)
			return this.isFreeAsDeterminer(group, before, after);
		if (this.isPersonal(before) && this.isPersonal(after)) return this.isFreePronoun(before, after);
		// What stands before an English noun has no number.
		if (
			this.inflection.nounsAreLast &&
			group !== undefined &&
			this.own.includes(group) &&
			index !== group.determiner &&
			index < this.firstAsked &&
			this.inflection.mayBeNoun(before, after)
		)
			return true;
		if (group !== undefined && this.rank === "part" && this.own.includes(group) && this.isBehindNoun(group))
			return (
				!this.isAsked(index) &&
				this.inflection.mayBeNoun(before, after) &&
				group.words.indexOf(index) < group.words.findIndex((word) => this.isAsked(word))
			);
		if (group !== undefined && !this.own.includes(group)) {
			if (this.agreesAsPredicate(group)) return false;
			if (this.isOwnNoun(group, index)) return !this.isDistributed(group);
			if (this.isOwnVerb(group, index)) return true;
		}
		if (group === undefined && this.hasSubject(index)) return true;
		if (
			group === undefined &&
			!this.closed.joints.has(before) &&
			this.isAfterPreposition(index) &&
			this.inflection.mayBeNoun(before, after)
		)
			return true;
		return !this.isControlled(index, group !== undefined && this.own.includes(group));
	}

	// Behind an auxiliary with its verb stands no object pronoun, only an article: a remercié la stagiaire.
	private isBehindParticiple(index: number): boolean {
		const [verb, auxiliary] = this.before(index, 2).map((at) => this.words(at).before);
		if (verb === undefined || auxiliary === undefined) return false;
		const { transparent, persons, prepositions, joints } = this.closed;
		return (
			transparent.has(auxiliary) &&
			!persons.has(auxiliary) &&
			this.inflection.looksParticiple(verb) &&
			![transparent, prepositions, joints].some((small) => small.has(verb))
		);
	}

	private isFreeAsDeterminer(group: NounGroup, before: string, after: string): boolean {
		// le plus rapide de tous: by itself it is a pronoun.
		const isAlone = group.words.length === 0 && !this.closed.persons.has(before);
		if (isAlone && this.rank === "head") return this.number === "no" && this.gender === "no";
		// È mio: a predicate.
		if (group.words.length === 0 && this.agreesAsPredicate(group)) return false;
		return (!this.own.includes(group) || this.rank === "part") && this.isFreeDeterminer(group, before, after);
	}

	/** Whether a word is a part of the picked verb that stands by itself: ruft … an, turned … down. */
	isParticle(index: number): boolean {
		if (this.rank === "head" || this.rank === "pronoun") return false;
		const { before, after } = this.words(index);
		const { particles } = this.closed;
		if (![before, after].every((word) => word === "" || particles.has(word))) return false;
		const [from, to] = index < this.firstAsked ? [index, this.firstAsked] : [this.lastAsked, index];
		return this.lastAsked >= 0 && this.pairs.slice(from, to).every(({ a, b }) => (a ?? b)?.kind !== "mark");
	}

	/** Whether a word that stays may stand between a verb and what it governs. */
	isTransparent(index: number): boolean {
		const pair = this.pairs[index];
		const { before, after } = this.words(index);
		const stays = pair?.same === true || (pair?.a != null && pair.b !== null && this.isElided(before, after));
		return (
			this.rank !== "head" &&
			stays &&
			(this.closed.transparent.has(before) || this.isAdverb(before) || this.isObjectAlone(index))
		);
	}

	// her, which may be a possessive: before another small word it is an object.
	private isObjectAlone(index: number): boolean {
		const { before } = this.words(index);
		const next = this.pairs.slice(index + 1).find(({ a }) => a !== null)?.a;
		if (!this.closed.persons.has(before) || next?.kind !== "word") return false;
		const { prepositions, particles, transparent } = this.closed;
		return [prepositions, particles, transparent].some((small) => small.has(plainWord(next.text)));
	}

	/** Whether a preposition became another, be it run together with an article, and no noun was picked to ask for it. */
	isGoverned(index: number): boolean {
		const { before, after } = this.words(index);
		const { prepositions } = this.closed;
		return this.rank !== "head" && prepositions.has(before) && prepositions.has(after);
	}

	/** Whether a preposition of place became the one that the picked noun goes with: at the station, in the city. */
	isPlaceOfPicked(index: number): boolean {
		const { before, after } = this.words(index);
		const { places } = this.closed;
		if (this.rank !== "head" || !places.has(before) || !places.has(after)) return false;
		return this.own.some(({ before: preposition, determiner, words }) => {
			const noun = words.find((word) => this.isAsked(word));
			return (preposition === index || determiner === index) && noun !== undefined && noun === words[0];
		});
	}

	/** Whether the article of the picked noun became a number or a quantity, since the noun is a plural now: two eyes. */
	isCounted(index: number): boolean {
		const { before, after } = this.words(index);
		const { determiners, possessives } = this.closed;
		return (
			this.rank === "head" &&
			this.number === "yes" &&
			/^(?:an?|une?|eine?|uno|una|um|uma)$/.test(before) &&
			determiners.get(after)?.number === "p" &&
			determiners.get(after)?.gender === "?" &&
			!possessives.has(after) &&
			this.own.some(({ determiner }) => determiner === index)
		);
	}

	/** Whether an article came or went because a predicate is of another number: is a tree, are trees. */
	isPredicateArticle(index: number): boolean {
		const { before, after } = this.words(index);
		if (this.rank !== "head" || this.number === "no" || !/^an?$/.test(before + after)) return false;
		const pair = this.pairs[index - 1];
		return (
			pair?.same === false &&
			[pair.a, pair.b].every((word) => word !== null && this.closed.copulas.has(plainWord(word.text)))
		);
	}

	/** Whether a place and those before it are an object of the picked verb, with a preposition after it. */
	isObjectOfAsked(last: number, index: number): boolean {
		const { before, after } = this.words(index);
		const { prepositions, particles } = this.closed;
		const isGoverned = (word: string): boolean =>
			word === "" || prepositions.has(word) || particles.has(word) || word === "to";
		if (this.rank === "head" || !isGoverned(before) || !isGoverned(after)) return false;
		const group = this.groups.find(({ words }) => words[words.length - 1] === last);
		if (group === undefined || group.before < 0 || this.own.includes(group)) return false;
		return (
			this.isAsked(group.before) && [group.determiner, ...group.words].every((at) => this.pairs[at]?.same === true)
		);
	}

	private isElided(before: string, after: string): boolean {
		const [short, long] = before.endsWith("'") ? [before, after] : [after, before];
		return (short.endsWith("'") && long.startsWith(short.slice(0, -1))) || this.inflection.isVariant(before, after);
	}

	private isPersonal(word: string): boolean {
		return this.closed.persons.has(word);
	}

	private isFreeDeterminer(group: NounGroup, before: string, after: string): boolean {
		const { possessives, persons, determiners } = this.closed;
		const isOther = !meet(persons.get(before) ?? new Set(), persons.get(after) ?? new Set());
		if (possessives.has(before) && possessives.has(after) && (isOther || this.inflection.possessorShows(before, after)))
			return !this.isThird() || (isOther ? this.number : this.gender) === "no";
		if (this.inflection.nounsAreCapital) return !this.isCase(group);
		const [was, is] = [determiners.get(before) ?? unknown, determiners.get(after) ?? unknown];
		const differs = (one: string, other: string): boolean => one !== "?" && other !== "?" && one !== other;
		if (!differs(was.gender, is.gender) && !differs(was.number, is.number)) return false;
		// What changes beside an unchanged noun is its case, which verbs and prepositions govern.
		if (group.words.every((word) => this.pairs[word]?.same === true))
			return this.rank === "head" || differs(was.number, is.number);
		return !this.agreesAsPredicate(group);
	}

	/** Whether a group took another case, as an object of the picked verb or after a picked preposition. */
	private isCase(group: NounGroup): boolean {
		if (this.agreesAsPredicate(group)) return true;
		const { before, after } = this.words(group.determiner);
		if (this.rank === "head" || this.rank === "pronoun") return false;
		const noun = group.words.find((word) => /^\p{Lu}/u.test(this.pairs[word]?.a?.text ?? ""));
		if (!this.inflection.isOtherCase(before, after, noun === undefined ? "" : this.words(noun).before)) return false;
		// An adjective before its noun governs nothing.
		if (
			this.own.some(({ words }) =>
				words.some((word) => word > this.lastAsked && /^\p{Lu}/u.test(this.pairs[word]?.a?.text ?? "")),
			)
		)
			return false;
		const governs = this.pairs.some(
			({ a, b }, at) =>
				(this.isAsked(at) || this.picked[at] === true) &&
				[a, b].some(
					(token) =>
						token !== null &&
						(this.closed.prepositions.has(plainWord(token.text)) || this.inflection.looksFinite(plainWord(token.text))),
				),
		);
		const [from, to] =
			group.determiner < this.firstAsked ? [group.determiner, this.firstAsked] : [this.lastAsked, group.determiner];
		return (
			governs &&
			this.pairs.slice(from, to).every(({ a, b }) => (a ?? b)?.kind === "word") &&
			group.words.every(
				(word) =>
					this.pairs[word]?.same === true ||
					this.inflection.isOtherCase(this.words(word).before, this.words(word).after, ""),
			)
		);
	}

	/** Whether the picked words are a noun, or a pronoun that stands for one. */
	private isThird(): boolean {
		if (this.rank === "head") return true;
		const isIndefinite = this.from.has("3s") && this.to.size === 0 && this.own.length === 0;
		return this.rank === "pronoun" && isIndefinite;
	}

	private isFreePronoun(before: string, after: string): boolean {
		const [was, is] = [this.closed.persons.get(before), this.closed.persons.get(after)];
		if (was === undefined || is === undefined) return false;
		const third = (persons: ReadonlySet<string>): boolean => persons.has("3s") || persons.has("3p");
		if (!third(was) || !third(is)) return true;
		if (this.rank === "pronoun") return !third(this.from);
		if (this.rank !== "head") return true;
		return meet(was, is) ? this.gender === "no" : this.number === "no";
	}

	// je dois, il faut: who does it is no longer said.
	private isImpersonal(index: number): boolean {
		const { before, after } = this.words(index);
		return (
			this.closed.subjects.has(before) &&
			this.inflection.isImpersonal(after, "") &&
			this.pairs.some(
				({ b }, at) => this.picked[at] === true && b !== null && this.inflection.isImpersonal(after, plainWord(b.text)),
			)
		);
	}

	// Ce sont des jours; les notes sont des fichiers; mon frère, un ami fidèle.
	private agreesAsPredicate(group: NounGroup): boolean {
		if (this.rank !== "head" && this.rank !== "pronoun") return false;
		if (this.number === "no" && this.gender === "no") return false;
		let at = group.before;
		while (at >= 0 && this.closed.adverbs.has(this.words(at).before)) at = this.before(at, 1)[0] ?? -1;
		if (at >= 0 && this.isCompared(at)) return true;
		return at >= 0 && this.closed.copulas.has(this.words(at).before);
	}

	// meilleur que le noir: the noun is the picked one, left out.
	private isCompared(joint: number): boolean {
		const { before } = this.words(joint);
		return (
			/^(?:que|than|als|di|do)$/.test(before) &&
			this.pairs.slice(0, joint).some(({ a }) => a !== null && compares.test(a.text))
		);
	}

	// Each pupil has a book of theirs: number goes through possessives.
	private isDistributed({ determiner }: NounGroup): boolean {
		const { before, after } = this.words(determiner);
		return (
			before !== after &&
			this.closed.possessives.has(after) &&
			this.rank !== "bare" &&
			this.rank !== "part" &&
			this.number === "yes"
		);
	}

	/** Whether a word is the noun of a group, or an adjective with it. */
	private isOwnNoun(group: NounGroup, index: number): boolean {
		const { before, after } = this.words(index);
		const determiner = this.pairs[group.determiner];
		if (this.inflection.nounsAreCapital) {
			if (!/^\p{Lu}/u.test(this.pairs[index]?.a?.text ?? "")) return false;
			return !this.isCase(group);
		}
		if (!this.inflection.mayBeNoun(before, after)) return false;
		if (
			determiner?.same === false &&
			this.isFreeDeterminer(group, this.words(group.determiner).before, this.words(group.determiner).after)
		)
			return true;
		const place = group.words.indexOf(index);
		const isFirst = group.words
			.slice(0, place)
			.every((word) => this.pairs[word]?.same === false || this.closed.preposed.has(this.words(word).before));
		if (isFirst) return true;
		// The last word before another small word: a noun with adjectives before it, unless it is the verb of the picked.
		return this.inflection.nounsAreLast && (!group.isPrepositional || this.number === "no");
	}

	/** Whether a word is the verb of a group that is a subject by itself. */
	private isOwnVerb(group: NounGroup, index: number): boolean {
		const { before, after } = this.words(index);
		if (group.isPrepositional || !this.inflection.mayBeVerb(before, after)) return false;
		// la plupart des gens: of the, not some.
		if (this.words(group.determiner).before === "des" && this.isAsked(group.before)) return false;
		return !/^(?:que|qu'|qui|that|which|who|whom|che|dont|où)$/.test(this.words(group.before).before);
	}

	// tu, il, nous before a verb, be it with objects in between: that is whom it agrees with.
	private hasSubject(index: number): boolean {
		const { before, after } = this.words(index);
		if (
			!this.inflection.mayBeVerb(before, after) &&
			!this.closed.copulas.has(before) &&
			!this.closed.transparent.has(before)
		)
			return false;
		for (const at of this.before(index, 4)) {
			const word = this.words(at).before;
			if (this.closed.subjects.has(word)) return this.pairs[at]?.same === true && !this.isAsked(at);
			// A participle.
			if (this.closed.transparent.has(word) && !this.closed.persons.has(word) && !this.closed.adverbs.has(word))
				return false;
			if (!this.closed.transparent.has(word) && !this.closed.adverbs.has(word)) return false;
		}
		return false;
	}

	private isAfterPreposition(index: number): boolean {
		const [before] = this.before(index, 1);
		return before !== undefined && !this.isAsked(before) && this.closed.prepositions.has(this.words(before).before);
	}

	private isControlled(index: number, isOwn: boolean): boolean {
		const { before, after } = this.words(index);
		const isVerb = this.inflection.mayBeVerb(before, after) || this.closed.copulas.has(before);
		if (this.rank === "pronoun" || (isOwn && !isVerb)) return true;
		if (this.rank === "head") {
			if (isVerb && !this.inflection.mayBeNoun(before, after)) return this.number !== "no";
			if (isVerb && this.inflection.nounsAreLast) return this.number !== "no" && !this.goesWrongWay(index);
			return this.number !== "no" || this.gender !== "no";
		}
		return this.isContiguous(index);
	}

	private goesWrongWay(index: number): boolean {
		const { before, after } = this.words(index);
		const isDeterminer = (word: string): boolean => this.closed.determiners.has(word);
		const picked = this.pairs.filter(({ b }, at) => this.picked[at] === true && b?.kind === "word");
		// What follows a picked determiner is its noun.
		if (isDeterminer(plainWord(picked[picked.length - 1]?.b?.text ?? "")) && this.own.length > 0) return false;
		const noun = this.isQuantity() ? this.lastAsked + 1 : this.lastAsked;
		const subject = this.words(noun).before;
		return index !== noun && !isDeterminer(subject) && this.inflection.goesWrongWay(before, after, subject);
	}

	// With nothing but words that carry content between it and the picked ones: par grande joie, sans aucun effort vain.
	private isContiguous(index: number): boolean {
		const [from, to] = index < this.firstAsked ? [index, this.firstAsked] : [this.lastAsked, index];
		return this.pairs
			.slice(from + 1, to)
			.every(({ a, same }) => a === null || (a.kind === "word" && !same && !this.closed.joints.has(plainWord(a.text))));
	}
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	for (const person of one) if (other.has(person)) return true;
	return false;
}
