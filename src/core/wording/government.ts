import type { Choice } from "./choice";
import { isFloating, plainWord } from "./noun-groups";

/**
 * What the picked words govern: the mood of a clause, the particle of a verb, the preposition of an object or a place.
 * What is governed need not share a feature with what governs it; that is agreement, which `control.ts` tells.
 */
export class Government {
	constructor(protected readonly choice: Choice) {}

	/** Whether a change of mood has what asks for it between the picked words and itself: espérer que. */
	isOfMood(index: number): boolean {
		const { closed, firstAsked, inflection, lastAsked, own, pairs, rank } = this.choice;
		if ((rank === "head" && own.length > 0) || index < lastAsked) return false;
		const { before, after } = this.choice.words(index);
		// ele, ela end as verbs do
		if (closed.persons.has(before) || closed.determiners.has(before)) return false;
		if (!inflection.isOtherMood(before, after)) return false;
		const { joints, moods } = closed;
		const isOpened = pairs
			.slice(firstAsked, index)
			.some(({ a, b }, at) =>
				[a, b].some(
					(token) => token !== null && (at + firstAsked <= lastAsked ? joints : moods).has(plainWord(token.text)),
				),
			);
		return inflection.nounsAreLast ? this.isOfEnglishMood(index, isOpened) : isOpened;
	}

	/** Whether a word is a part of the picked verb that stands by itself: ruft … an, turned … down. */
	isParticle(index: number): boolean {
		const { closed, firstAsked, lastAsked, pairs, rank } = this.choice;
		if (rank === "head" || rank === "pronoun") return false;
		const { before, after } = this.choice.words(index);
		if (![before, after].every((word) => word === "" || closed.particles.has(word))) return false;
		const [from, to] = index < firstAsked ? [index, firstAsked] : [lastAsked, index];
		return lastAsked >= 0 && pairs.slice(from, to).every(({ a, b }) => (a ?? b)?.kind !== "mark");
	}

	/** Whether a word that stays may stand between a verb and what it governs. */
	isTransparent(index: number): boolean {
		const { closed, pairs, rank } = this.choice;
		const pair = pairs[index];
		const { before, after } = this.choice.words(index);
		// s’est cassé, a perdu: the auxiliary is that of the verb, whichever it is.
		const isAuxiliary = closed.auxiliaries.has(before) && closed.auxiliaries.has(after);
		const stays =
			pair?.same === true ||
			(pair?.a != null && pair.b !== null && (isAuxiliary || this.choice.isElided(before, after)));
		return (
			rank !== "head" &&
			stays &&
			(closed.transparent.has(before) ||
				isFloating(pairs, index, closed) ||
				this.choice.isAdverb(before) ||
				this.isObjectAlone(index) ||
				this.isOfAdverbial(index))
		);
	}

	/**
	 * Whether a word is of a preposition and an adverb or a noun without a determiner, which say how and govern nothing:
	 * peu à peu, sans cesse; or a German adjective that stands by itself: leise.
	 */
	private isOfAdverbial(index: number): boolean {
		const { closed, groups, inflection, pairs } = this.choice;
		const isPreposition = (at: number): boolean => closed.prepositions.has(this.choice.words(at).before);
		const isBare = (at: number): boolean => {
			const pair = pairs[at];
			const { before } = this.choice.words(at);
			const small = [closed.determiners, closed.prepositions, closed.joints, closed.persons, closed.copulas];
			// malgré tout: a determiner without a noun
			const isAlone = groups.some(({ determiner, words }) => determiner === at && words.length === 0);
			return pair?.same === true && pair.a?.kind === "word" && (isAlone || !small.some((words) => words.has(before)));
		};
		// selon moi
		const isPronoun = (word: string): boolean =>
			closed.persons.has(word) && !closed.possessives.has(word) && !closed.determiners.has(word);
		if (isPreposition(index)) return isBare(index + 1) || isPronoun(this.choice.words(index + 1).before);
		// un peu plus
		if (closed.indefinite.has(this.choice.words(index).before))
			return isBare(index + 1) && this.choice.isAdverb(this.choice.words(index + 1).before);
		if (!isBare(index) || groups.some(({ words }) => words.includes(index))) return false;
		if (inflection.nounsAreCapital)
			return (
				/^\p{Ll}/u.test(pairs[index]?.a?.text ?? "") && !inflection.looksParticiple(this.choice.words(index).before)
			);
		return isPreposition(index - 1);
	}

	/**
	 * Whether a preposition became another, be it run together with an article, or what opens a clause did (know that,
	 * ask if), and no noun was picked to ask for it.
	 */
	isGoverned(index: number): boolean {
		const { closed, rank } = this.choice;
		const { before, after } = this.choice.words(index);
		// des lettres, de lettres: an article that a preposition took up.
		const isPreposition = (word: string): boolean =>
			(closed.prepositions.has(word) && !closed.ungoverned.has(word)) || closed.of.has(word);
		const isGoverned = [isPreposition, (word: string): boolean => closed.moods.has(word)].some(
			(isSuch) => isSuch(before) && isSuch(after),
		);
		return (rank !== "head" || this.isOfQuantity(index)) && isGoverned;
	}

	/** Whether a word ties a noun to picked words that say how many and lost their determiner: la plupart des, peu de. */
	private isOfQuantity(index: number): boolean {
		const { closed, own, pairs, picked, quantityOf } = this.choice;
		const isDeterminer = (at: number): boolean => closed.determiners.has(this.choice.words(at).after);
		return (
			index === quantityOf && own.length === 1 && !pairs.some((_pair, at) => picked[at] === true && isDeterminer(at))
		);
	}

	/** Whether a preposition became another and lost or got the one before it: jusqu’à, vers say different things. */
	isOtherRelation(index: number): boolean {
		const { prepositions } = this.choice.closed;
		const { before, after } = this.choice.words(index);
		const previous = this.choice.words(index - 1);
		return (
			before !== after &&
			(previous.before === "") !== (previous.after === "") &&
			[before, after, previous.before + previous.after].every((word) => prepositions.has(word)) &&
			!this.choice.isAsked(index - 1)
		);
	}

	/** Whether a preposition of place became the one that the picked noun goes with: at the station, in the city. */
	isPlaceOfPicked(index: number): boolean {
		const { closed, own, rank } = this.choice;
		const { before, after } = this.choice.words(index);
		if (rank !== "head" || !closed.places.has(before) || !closed.places.has(after)) return false;
		return own.some(({ before: preposition, determiner, words }) => {
			const noun = words.find((word) => this.choice.isAsked(word));
			return (preposition === index || determiner === index) && noun !== undefined && noun === words[0];
		});
	}

	/**
	 * Whether an unchanged object of the selected verb ends at `last`, and `index` is a preposition or particle of that
	 * verb: remind [him] of, explain [the plan] to.
	 */
	isObjectOfAsked(last: number, index: number): boolean {
		const { closed, groups, inflection, own, pairs, rank } = this.choice;
		const { before, after } = this.choice.words(index);
		const isGoverned = (word: string): boolean =>
			word === "" || closed.prepositions.has(word) || closed.particles.has(word) || word === "to";
		// warned him against climbing, allowed him to climb
		const isVerb = pairs[index - 1]?.same === false && inflection.isNonfinite(before, after);
		if (rank === "head" || !((isGoverned(before) && isGoverned(after)) || isVerb)) return false;
		const group = groups.find(({ words }) => words.includes(last));
		if (group === undefined || group.before < 0 || own.includes(group)) return false;
		return (
			this.choice.isAsked(this.beforeAdverbials(this.beforeDative(group.before))) &&
			(pairs[group.determiner]?.same === true || this.isOtherCase(group.determiner)) &&
			group.words.every((at) => at > last || pairs[at]?.same === true)
		);
	}

	/** The place of the word before a preposition by which an object is the one that gets or does: permet à son fils. */
	private beforeDative(at: number): number {
		const { datives } = this.choice.closed;
		const { before, after } = this.choice.words(at);
		return datives.has(before) && (after === "" || datives.has(after)) ? (this.choice.before(at, 1)[0] ?? -1) : at;
	}

	/** Whether an article took up such a preposition, or lost it, and shows what it did: permet aux, aide les. */
	private isOtherCase(determiner: number): boolean {
		const { closed } = this.choice;
		const { before, after } = this.choice.words(determiner);
		return (
			[before, after].every((word) => closed.determiners.has(word)) &&
			closed.datives.has(before) !== closed.datives.has(after) &&
			closed.features(before).number === closed.features(after).number
		);
	}

	/**
	 * The place of the word before adverbs and other words that say when, where or how: invite [sans cesse] ses élèves,
	 * pousse [chaque jour] son fils. -1 where a mark or the start comes first.
	 */
	private beforeAdverbials(last: number): number {
		let at = last;
		while (at >= 0 && !this.choice.isAsked(at) && this.choice.pairs[at]?.same === true) {
			const first = this.startOfAdverbial(at);
			if (first === null) return at;
			at = this.choice.before(first, 1)[0] ?? -1;
		}
		return at;
	}

	/** Where the adverb, the noun or the noun after a preposition that ends at a place begins; null for other words. */
	private startOfAdverbial(last: number): number | null {
		const isAdverb = this.choice.isAdverb(this.choice.words(last).before);
		const group = isAdverb ? undefined : this.choice.groups.find(({ words }) => words.includes(last));
		const first = group?.determiner ?? last;
		const [opening] = this.choice.before(first, 1);
		if (opening !== undefined && !this.choice.isAsked(opening)) {
			if (this.choice.closed.prepositions.has(this.choice.words(opening).before)) return opening;
		}
		return isAdverb || group !== undefined ? first : null;
	}

	/**
	 * Few English verbs ask for a mood, and their clause follows them; its joint may be left out: I wish he were.
	 * @param isOpened whether the picked words, or a joint after them, can ask for a mood
	 */
	private isOfEnglishMood(index: number, isOpened: boolean): boolean {
		const { closed, inflection, lastAsked, pairs, picked } = this.choice;
		const { adverbs, joints, moods, persons, subjects } = closed;
		const { before, after } = this.choice.words(index);
		// A past as any other, but behind a wish.
		const isPast = before === "were" || after === "were";
		const asksForPast = (text: string | undefined): boolean => inflection.isUnreal(plainWord(text ?? ""));
		if (
			isPast &&
			!pairs.some(
				({ a, b }, at) =>
					(this.choice.isAsked(at) && asksForPast(a?.text)) || (picked[at] === true && asksForPast(b?.text)),
			)
		)
			return false;
		const next = [...pairs.keys()].slice(lastAsked + 1).find((at) => {
			const { before } = this.choice.words(at);
			return !adverbs.has(before) && (subjects.has(before) || !persons.has(before));
		});
		// A joint that came with the picked words stands there too.
		const word = next === undefined ? "" : this.choice.words(next).before || this.choice.words(next).after;
		return (
			joints.has(this.choice.words(lastAsked).before) ||
			(isOpened && moods.has(word)) ||
			(subjects.has(word) && next !== undefined && pairs.slice(next + 1, index).every(({ b }) => b === null))
		);
	}

	// her, which may be a possessive: before another small word it is an object.
	private isObjectAlone(index: number): boolean {
		const { closed, pairs } = this.choice;
		const { before } = this.choice.words(index);
		const { prepositions, particles, transparent } = closed;
		const { a, b } = pairs[index + 1] ?? { a: null, b: null };
		// A small word that comes or goes there tells as much: her laugh, her to laugh.
		const next = a ?? b;
		return (
			closed.persons.has(before) &&
			next?.kind === "word" &&
			[prepositions, particles, transparent].some((small) => small.has(plainWord(next.text)))
		);
	}
}
