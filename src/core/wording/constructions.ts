import { Control } from "./control";

/** Words that a light verb's noun may have before it goes: an article and an adjective (la bonne décision). */
const mostAbsorbed = 4;

/**
 * Constructions in which picked words govern what does not touch them: a light verb and its noun, which say together
 * what one verb says (prendre la décision, décider; Butt, *The light verb jungle*, 2010), a cleft, and a relative that
 * its clause's verb governs.
 */
export class Constructions extends Control {
	/** Whether a word that goes was half of a light verb with its noun, the other half of which was picked. */
	isAbsorbed(index: number): boolean {
		return this.isLightBefore(index) || this.isNounOfLight(index);
	}

	/** Whether a preposition goes with a picked verb from before what a cleft puts first: c’est de lui que je parle. */
	isCleft(index: number): boolean {
		const { before, after } = this.words(index);
		if (index > this.firstAsked || ![before, after].every((word) => word === "" || this.isPreposition(word)))
			return false;
		const opened = this.before(index, 1)[0];
		if (opened === undefined || !this.closed.copulas.has(this.words(opened).before.replace(/^.*'/, ""))) return false;
		return this.jointsUpToAsked(index + 1) === 1;
	}

	/** Whether a word is of the relative, with or without its preposition, of the picked verb's clause: à qui, que. */
	isRelative(index: number): boolean {
		if (this.rank === "head" || index > this.firstAsked || !this.isOfRelative(index)) return false;
		let [from, to] = [index, index + 1];
		while (this.isOfRelative(from - 1)) from--;
		while (this.isOfRelative(to)) to++;
		const words = Array.from({ length: to - from }, (_, at) => this.words(from + at));
		const { relatives, determiners } = this.closed;
		// What may be an article is a relative after a comma: der Mann, der …
		const isArticle = words.some(({ before }) => relatives.has(before) && determiners.has(before));
		return (
			words.some(({ before }) => relatives.has(before)) &&
			words.some(({ after }) => relatives.has(after)) &&
			(!isArticle || this.pairs[from - 1]?.a?.kind === "mark") &&
			this.jointsUpToAsked(to) === 0
		);
	}

	override isTransparent(index: number): boolean {
		return super.isTransparent(index) || this.isAbsorbed(index);
	}

	private isOfRelative(index: number): boolean {
		const { before, after } = this.words(index);
		return (
			before + after !== "" &&
			[before, after].every((word) => word === "" || this.isPreposition(word) || this.closed.relatives.has(word))
		);
	}

	private isPreposition(word: string): boolean {
		return this.closed.prepositions.has(word);
	}

	// Il a peur, il craint: the verb of a picked noun or adjective goes with it. A participle keeps its auxiliary.
	private isLightBefore(index: number): boolean {
		const { before, after } = this.words(index);
		if (index >= this.firstAsked || !this.closed.light(before) || this.closed.light(after)) return false;
		if (this.isAsked(index) || this.inflection.looksParticiple(this.words(this.lastAsked).before)) return false;
		const isReplaced = this.pairs.some(({ b }, at) => this.isAsked(at) && b !== null);
		// The place of the noun, or that of its verb, is where the one verb stands now.
		if (isReplaced === (after !== "")) return false;
		return this.pairs.slice(index + 1, this.firstAsked).every(({ a, b }, at) => {
			const word = this.words(index + 1 + at).before;
			return (
				a === null || (a.kind === "word" && (this.isAdverb(word) || (b === null && this.closed.determiners.has(word))))
			);
		});
	}

	// Elle prend la décision de, elle décide de: the noun of a picked verb goes with it.
	private isNounOfLight(index: number): boolean {
		if (index <= this.lastAsked || !this.isLightAsked()) return false;
		const between = this.pairs
			.slice(this.lastAsked + 1, index + 1)
			.filter(({ a, same }) => a !== null && !(same && this.isAdverb(a.text.toLowerCase())));
		// Made a promise, promised: the one verb may stand in the noun's place.
		const kept = between.filter(({ b }) => b !== null).length;
		const isMoved = this.pairs.every(({ b }, at) => !this.isAsked(at) || b === null);
		return (
			between.length <= mostAbsorbed &&
			between.every(({ a, same }) => a?.kind === "word" && !same) &&
			(kept === 0 || (kept === 1 && isMoved && this.pairs[index]?.b !== null))
		);
	}

	private isLightAsked(): boolean {
		return this.pairs.some((_pair, at) => this.isAsked(at) && this.closed.light(this.words(at).before));
	}

	/** Joints between a place and the picked words; marks other than emphasis count as many. */
	private jointsUpToAsked(index: number): number {
		let joints = 0;
		for (let at = index; at < this.firstAsked; at++) {
			const a = this.pairs[at]?.a;
			if (a == null) continue;
			if (a.kind !== "word" && /[^*_=~`]/.test(a.text)) return Infinity;
			const { before } = this.words(at);
			if (this.closed.joints.has(before) || this.closed.relatives.has(before)) joints++;
		}
		return joints;
	}
}
