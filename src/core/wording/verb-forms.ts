import type { Choice } from "./choice";
import { meet } from "./picked-persons";

/** Words after the picked ones among which an infinitive and the perfect that takes its place are looked for. */
const mostWords = 5;

/**
 * The form that picked words call for in the verb after them: an auxiliary asks for an infinitive, a participle or a
 * gerund (has written, will write; er hat gelesen, er wird lesen), and what comes after something for a perfect (avant
 * de dîner, après avoir dîné). The verb stays the same one.
 */
export class VerbForms {
	constructor(private readonly choice: Choice) {}

	/** Whether a word is another form of the same verb, or the auxiliary of one, because picked words call for it. */
	isCalledFor(index: number): boolean {
		return this.isOfAuxiliary(index) || this.isOfPerfect(index) || this.isOfClause(index);
	}

	private isOfAuxiliary(index: number): boolean {
		const { closed, inflection, lastAsked, pairs } = this.choice;
		const { before, after } = this.choice.words(index);
		if (index <= lastAsked || before === "" || after === "" || before === after) return false;
		if (!inflection.isNonfinite(before, after)) return false;
		if (!this.isChosen((word) => closed.auxiliaries.has(word))) return false;
		const between = pairs.slice(lastAsked + 1, index);
		// A German verb's other half is the last word of its clause.
		if (inflection.nounsAreCapital)
			return between.every(({ a, b }) => (a ?? b)?.kind === "word") && pairs[index + 1]?.a?.kind !== "word";
		return between.every(({ a, same }, at) => {
			const word = this.choice.words(lastAsked + 1 + at).before;
			return a === null || (same && (this.choice.isAdverb(word) || closed.transparent.has(word)));
		});
	}

	/** Whether a word is of an infinitive that a perfect took the place of, or the other way, after picked words. */
	private isOfPerfect(index: number): boolean {
		const { closed, inflection, lastAsked, pairs } = this.choice;
		if (index <= lastAsked || index > lastAsked + mostWords) return false;
		if (!this.isChosen((word) => closed.prepositions.has(word) || closed.adverbs.has(word))) return false;
		const stays = pairs.findIndex(
			({ a, same }, at) => at > lastAsked && same && a !== null && !closed.prepositions.has(a.text.toLowerCase()),
		);
		const end = stays < 0 ? pairs.length : stays;
		if (index >= end) return false;
		const places = Array.from({ length: end - lastAsked - 1 }, (_, at) => this.choice.words(lastAsked + 1 + at));
		const verbs = (words: readonly string[]): readonly string[] =>
			words.filter((word) => word !== "" && !closed.prepositions.has(word));
		const [was, is] = [verbs(places.map(({ before }) => before)), verbs(places.map(({ after }) => after))];
		const isPerfect = (verb: readonly string[], perfect: readonly string[]): boolean =>
			verb.length === 1 &&
			perfect.length === 2 &&
			closed.perfects.has(perfect[0] ?? "") &&
			inflection.isNonfinite(verb[0] ?? "", perfect[1] ?? "");
		return isPerfect(was, is) || isPerfect(is, was);
	}

	/** Whether a word is of an object and infinitive in place of a clause, or the other way: want me to, hope that I. */
	private isOfClause(index: number): boolean {
		const { lastAsked, pairs } = this.choice;
		const stays = pairs.findIndex(({ same }, at) => at > lastAsked && same);
		if (index <= lastAsked || (stays >= 0 && index >= stays)) return false;
		const end = stays < 0 ? pairs.length : stays;
		const places = Array.from({ length: end - lastAsked - 1 }, (_, at) => this.choice.words(lastAsked + 1 + at));
		const [was, is] = [places.map(({ before }) => before), places.map(({ after }) => after)];
		return this.isClauseFor(was, is) || this.isClauseFor(is, was);
	}

	/** Whether the subject of a clause is the object before an infinitive, and their verbs are one, or stay. */
	private isClauseFor(infinitive: readonly string[], clause: readonly string[]): boolean {
		const { closed, inflection } = this.choice;
		const [object = "", to, verb, ...rest] = infinitive.filter((word) => word !== "");
		const words = clause.filter((word) => word !== "" && !closed.moods.has(word));
		const [subject = "", finite, ...others] = words;
		const isOfOne = meet(closed.persons.get(object) ?? new Set(), closed.persons.get(subject) ?? new Set());
		return (
			to === "to" &&
			rest.length + others.length === 0 &&
			isOfOne &&
			closed.subjects.has(subject) &&
			closed.genders.get(object) === closed.genders.get(subject) &&
			(verb === finite ||
				inflection.isNonfinite(verb ?? "", finite ?? "") ||
				inflection.mayBeVerb(verb ?? "", finite ?? ""))
		);
	}

	/** Whether there is such a word among the selected ones or those in their place. */
	private isChosen(isSuch: (word: string) => boolean): boolean {
		const { pairs, picked } = this.choice;
		return pairs.some((_pair, at) => {
			const { before, after } = this.choice.words(at);
			return (this.choice.isAsked(at) && isSuch(before)) || (picked[at] === true && isSuch(after));
		});
	}
}
