import type { Choice } from "./choice";

/** What a pronoun may stand for: whether it can be the picked noun. What can't be told may be. */
export class Antecedent {
	constructor(private readonly choice: Choice) {}

	/**
	 * Whether an object pronoun at a place may stand for the picked noun before it: in the clause of a subject no object
	 * does (le voisin invite la dentiste), in another clause or with an infinitive it may.
	 */
	mayBePicked(index: number): boolean {
		const { closed, inflection, lastAsked, pairs, rank } = this.choice;
		if (rank !== "head" || index < lastAsked) return true;
		const next = pairs.findIndex(({ a }, at) => at > index && a !== null);
		if (inflection.needsNoSubject(this.choice.words(next).before)) return true;
		const [previous] = this.choice.before(index, 1);
		if (previous !== undefined && closed.prepositions.has(this.choice.words(previous).before)) return true;
		if (this.isSubject() && this.beginsClause(index)) return false;
		return pairs.slice(lastAsked + 1, index).some(({ a }, at) => {
			const word = this.choice.words(lastAsked + 1 + at).before;
			return a !== null && (a.kind === "mark" || closed.joints.has(word) || closed.subjects.has(word));
		});
	}

	/**
	 * Whether a word is an object pronoun in the clause of the picked subject, which would be a reflexive if it stood for
	 * that: the doctor gave her a pill.
	 */
	isObjectOfPicked(index: number): boolean {
		const { closed, inflection, isPossessor, lastAsked, pairs, rank } = this.choice;
		const { before, after } = this.choice.words(index);
		if (rank !== "head" || isPossessor || index < lastAsked || !this.isSubject()) return false;
		// us her maps: both are possessives
		if (closed.possessives.has(before) && closed.possessives.has(after)) return false;
		if (closed.subjects.has(before) || /sel(?:f|ves)$|-mêmes?$/.test(before)) return false;
		const [previous] = this.choice.before(index, 1);
		if (previous === undefined || closed.prepositions.has(this.choice.words(previous).before)) return false;
		// In another clause, or with an infinitive, it may.
		return pairs.slice(lastAsked + 1, index + 2).every(({ a }, at) => {
			const word = this.choice.words(lastAsked + 1 + at).before;
			const opens = [closed.joints, closed.subjects, closed.prepositions].some((small) => small.has(word));
			const isOther = lastAsked + 1 + at > index;
			return isOther ? !inflection.needsNoSubject(word) : a === null || (a.kind !== "mark" && !opens);
		});
	}

	/** Whether a word is a pronoun, be it behind its verb, outside of a quotation that has the picked noun: dit-elle. */
	isBeyondQuotation(index: number): boolean {
		const { closed, firstAsked, own, pairs, rank } = this.choice;
		const pronoun = this.choice.words(index).before.split("-").pop() ?? "";
		if (rank !== "head" || !closed.subjects.has(pronoun)) return false;
		let depth = 0;
		const marks = pairs.slice(own[0]?.determiner ?? firstAsked, index).map(({ a }) => a?.text ?? "");
		return marks.some((mark) => {
			depth += /^[«“„]$/.test(mark) ? 1 : /^[»”]$/.test(mark) ? -1 : 0;
			return depth < 0;
		});
	}

	/** Whether the picked noun is the subject, since the sentence begins with it. */
	private isSubject(): boolean {
		const { own, pairs } = this.choice;
		const [group] = own;
		if (group === undefined || own.length > 1 || group.isPrepositional) return false;
		return pairs.slice(0, group.determiner).every(({ a }) => a?.kind !== "word");
	}

	/** Whether the verb that goes with an object has no subject before it but one of an earlier clause or part of it. */
	private beginsClause(index: number): boolean {
		const { closed } = this.choice;
		let [at] = this.choice.before(index, 1);
		while (at !== undefined && closed.adverbs.has(this.choice.words(at).before)) [at] = this.choice.before(at, 1);
		return at === undefined || closed.joints.has(this.choice.words(at).before);
	}
}
