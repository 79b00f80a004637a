import { Government } from "./government";
import { plainWord } from "./noun-groups";

/** Words that a light verb's noun may have before it goes: an article and an adjective (la bonne décision). */
const mostAbsorbed = 4;

/**
 * Constructions in which picked words govern what does not touch them, beside what they govern next to them: a light
 * verb and its noun, which say together what one verb says (prendre la décision, décider; Butt, *The light verb
 * jungle*, 2010), a cleft, and a relative that the verb of its clause governs.
 */
export class Constructions extends Government {
	/** Whether a word that goes was half of a light verb with its noun, the other half of which was picked. */
	isAbsorbed(index: number): boolean {
		return this.isLightBefore(index) || this.isNounOfLight(index);
	}

	/** Whether the participle of a picked auxiliary took a preposition's place: vit à Lyon, a quitté Lyon. */
	isPickedParticiple(index: number): boolean {
		const { closed, inflection, picked } = this.choice;
		const { before, after } = this.choice.words(index);
		return (
			picked[index - 1] === true &&
			closed.prepositions.has(before) &&
			closed.auxiliaries.has(this.choice.words(index - 1).after) &&
			inflection.looksParticiple(after)
		);
	}

	/** Whether a word is said twice and became the picked one the other time: more and more, de plus en plus. */
	isRepeated(index: number): boolean {
		const { closed, pairs, picked } = this.choice;
		const { before, after } = this.choice.words(index);
		return [-1, 1].some((step) => {
			const other = this.choice.words(index + 2 * step);
			const between = this.choice.words(index + step).before;
			return (
				picked[index + 2 * step] === true &&
				other.before === before &&
				other.after === after &&
				pairs[index + step]?.same === true &&
				(closed.coordinates.has(between) || closed.prepositions.has(between))
			);
		});
	}

	/** Whether a pronoun, or the preposition of one, moved with the picked verb: teach us it, explain it to us. */
	isShifted(index: number): boolean {
		const { closed, pairs, rank } = this.choice;
		if (rank === "head" || rank === "pronoun") return false;
		const wordAt = (at: number): string => this.choice.words(at).before + this.choice.words(at).after;
		const isHalf = (at: number, isGone: boolean): boolean => {
			const pair = pairs[at];
			return pair !== undefined && (pair.a === null) !== isGone && (pair.b === null) === isGone;
		};
		const isShiftedPronoun = (at: number, isGone: boolean): boolean =>
			isHalf(at, isGone) &&
			closed.persons.has(wordAt(at)) &&
			pairs.some((_pair, other) => isHalf(other, !isGone) && wordAt(other) === wordAt(at)) &&
			pairs.some((_pair, other) => closed.datives.has(wordAt(other)) && (isHalf(other, true) || isHalf(other, false)));
		const isGone = pairs[index]?.b === null;
		return (
			isShiftedPronoun(index, isGone) ||
			(closed.datives.has(wordAt(index)) && isHalf(index, isGone) && isShiftedPronoun(index + 1, isGone))
		);
	}

	/** Whether a preposition goes with a picked verb from before what a cleft puts first: c’est de lui que je parle. */
	isCleft(index: number): boolean {
		const { closed, firstAsked } = this.choice;
		const { before, after } = this.choice.words(index);
		if (index > firstAsked || ![before, after].every((word) => word === "" || this.isPreposition(word))) return false;
		const opened = this.choice.before(index, 1)[0];
		if (opened === undefined || !closed.copulas.has(this.choice.words(opened).before.replace(/^.*'/, ""))) return false;
		return this.jointsUpToAsked(index + 1) === 1;
	}

	/** Whether a word is of the relative, with or without its preposition, of the picked verb's clause: à qui, que. */
	isRelative(index: number): boolean {
		const { closed, firstAsked, pairs, rank } = this.choice;
		if (rank === "head" || index > firstAsked || !this.isOfRelative(index)) return false;
		let [from, to] = [index, index + 1];
		while (this.isOfRelative(from - 1)) from--;
		while (this.isOfRelative(to)) to++;
		const words = Array.from({ length: to - from }, (_, at) => this.choice.words(from + at));
		const { relatives, determiners } = closed;
		// What may be an article is a relative after a comma: der Mann, der …
		const isArticle = words.some(({ before }) => relatives.has(before) && determiners.has(before));
		return (
			words.some(({ before }) => relatives.has(before)) &&
			words.some(({ after }) => relatives.has(after)) &&
			(!isArticle || pairs[from - 1]?.a?.kind === "mark") &&
			this.jointsUpToAsked(to) === 0
		);
	}

	/** Whether an article became another, or went, because picked words negate the clause or no longer do: de pain. */
	isOfNegation(index: number): boolean {
		const { closed, lastAsked, pairs, picked, rank } = this.choice;
		if (index <= lastAsked || closed.negated.size === 0) return false;
		// manque de patience, montre de la patience
		const isOfVerb = rank === "bare" && this.choice.isAsked(index - 2) && pairs[index - 1]?.same === true;
		if (isOfVerb && this.isPartitive(index)) return true;
		const isNegative = (text: string | undefined): boolean => closed.negative.has(plainWord(text ?? ""));
		const turns = pairs.some(
			({ a, b }, at) => (this.choice.isAsked(at) || picked[at] === true) && isNegative(a?.text) !== isNegative(b?.text),
		);
		if (!turns || pairs.slice(lastAsked + 1, index).some(({ a }) => a !== null && a.kind !== "word")) return false;
		const { before, after } = this.choice.words(index);
		const ofOther = (one: string, other: string): boolean => closed.negated.has(one) && closed.unnegated.has(other);
		// pas d’excuse, aucune excuse: the negative word stands where the article stood.
		if (ofOther(before, after) || ofOther(after, before) || (closed.of.has(before) && isNegative(after))) return true;
		// de la bière, de bière
		return this.isPartitive(index);
	}

	/** Whether an article came or went behind the small word that tells of some: de la bière, de bière. */
	private isPartitive(index: number): boolean {
		const { before, after } = this.choice.words(index);
		const isHalf = before === "" || after === "";
		return (
			isHalf && this.choice.closed.negated.has(this.choice.words(index - 1).before) && /^l[a']$/.test(before + after)
		);
	}

	/** Whether a word of comparison went because the picked adjective says what it said: plus grande, meilleure. */
	isComparison(index: number): boolean {
		const { closed, firstAsked, pairs, picked } = this.choice;
		const { before, after } = this.choice.words(index);
		if (index >= firstAsked || after !== "" || !closed.comparing.has(before)) return false;
		return (
			pairs.slice(index + 1, firstAsked).every(({ a }) => a === null) &&
			pairs.some(({ b }, at) => picked[at] === true && b !== null && closed.comparative(plainWord(b.text)))
		);
	}

	override isTransparent(index: number): boolean {
		return super.isTransparent(index) || this.isAbsorbed(index);
	}

	private isOfRelative(index: number): boolean {
		const { before, after } = this.choice.words(index);
		return (
			before + after !== "" &&
			[before, after].every((word) => word === "" || this.isPreposition(word) || this.choice.closed.relatives.has(word))
		);
	}

	private isPreposition(word: string): boolean {
		return this.choice.closed.prepositions.has(word);
	}

	// Il a peur, il craint: the verb of a picked noun or adjective goes with it. A participle keeps its auxiliary.
	private isLightBefore(index: number): boolean {
		const { closed, firstAsked, inflection, lastAsked, pairs, picked } = this.choice;
		const { before, after } = this.choice.words(index);
		if (index >= firstAsked || !closed.light(before) || closed.light(after)) return false;
		if (this.choice.isAsked(index)) return false;
		// s’est trompé
		const previous = this.choice.words(this.choice.before(index, 1)[0] ?? -1).before;
		const isReflexive = closed.persons.has(previous) && !closed.subjects.has(previous);
		if (inflection.looksParticiple(this.choice.words(lastAsked).before, isReflexive ? "" : before)) return false;
		if (pairs.some(({ b }, at) => picked[at] === true && inflection.clashesInTense(before, plainWord(b?.text ?? ""))))
			return false;
		const isReplaced = pairs.some(({ b }, at) => this.choice.isAsked(at) && b !== null);
		// The place of the noun, or that of its verb, is where the one verb stands now.
		if (isReplaced === (after !== "")) return false;
		return pairs.slice(index + 1, firstAsked).every(({ a, b }, at) => {
			const word = this.choice.words(index + 1 + at).before;
			return (
				a === null ||
				(a.kind === "word" && (this.choice.isAdverb(word) || (b === null && closed.determiners.has(word))))
			);
		});
	}

	// Elle prend la décision de, elle décide de: the noun of a picked verb goes with it.
	private isNounOfLight(index: number): boolean {
		const { closed, lastAsked, pairs } = this.choice;
		if (index <= lastAsked || !this.isLightAsked()) return false;
		const between = pairs
			.slice(lastAsked + 1, index + 1)
			.filter(({ a, same }) => a !== null && !(same && this.choice.isAdverb(a.text.toLowerCase())));
		// Made a promise, promised: the one verb may stand in the noun's place.
		// So may its reflexive: habe Angst, fürchte mich.
		const isReflexive = (word: string): boolean => closed.persons.has(word) && !closed.determiners.has(word);
		const kept = between.filter(({ b }) => b !== null && !isReflexive(plainWord(b.text))).length;
		const isMoved = pairs.every(({ b }, at) => !this.choice.isAsked(at) || b === null);
		return (
			between.length <= mostAbsorbed &&
			between.every(({ a, same }) => a?.kind === "word" && !same) &&
			(kept === 0 || (kept === 1 && isMoved && pairs[index]?.b !== null))
		);
	}

	private isLightAsked(): boolean {
		const { closed, pairs } = this.choice;
		return pairs.some((_pair, at) => this.choice.isAsked(at) && closed.light(this.choice.words(at).before));
	}

	/** Joints between a place and the picked words; marks other than emphasis count as many. */
	private jointsUpToAsked(index: number): number {
		const { closed, firstAsked, pairs } = this.choice;
		let joints = 0;
		for (let at = index; at < firstAsked; at++) {
			const a = pairs[at]?.a;
			if (a == null) continue;
			if (a.kind !== "word" && /[^*_=~`]/.test(a.text)) return Infinity;
			const { before } = this.choice.words(at);
			// si souvent, so often; il s’est
			const isAdverb = closed.adverbs.has(before) && this.choice.isAdverb(this.choice.words(at + 1).before);
			const isObject = closed.persons.has(before) && closed.subjects.has(this.choice.words(at - 1).before);
			if (!isAdverb && !isObject && (closed.joints.has(before) || closed.relatives.has(before))) joints++;
		}
		return joints;
	}
}
