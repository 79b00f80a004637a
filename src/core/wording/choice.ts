import type { Range } from "../text/text";
import type { Closed, Features } from "./agreement/closed";
import type { Inflection } from "./agreement/inflection";
import type { Pair } from "./align";
import { isPossessor, nounGroups, plainWord, type NounGroup } from "./noun-groups";
import { pickedPersons } from "./picked-persons";
import { pickedQuantity } from "./picked-quantity";

/** Whether something changed, as far as the words around tell. */
type Told = "yes" | "no" | "unknown";

/**
 * What the picked words control: `head` a noun, with what agrees with it; `pronoun` a person; `part` nothing but their
 * own group, as an adjective; `bare` nothing beside the words they touch, as a verb or an adverb.
 */
type Rank = "head" | "pronoun" | "part" | "bare";

/** The picked words, as what they can control in the rest of a sentence. */
export class Choice {
	/** The noun groups of the original. */
	readonly groups: readonly NounGroup[];
	/** Those of them that have a selected word. */
	readonly own: readonly NounGroup[];
	readonly rank: Rank;
	/** Whether the picked noun changed its gender. */
	readonly gender: Told;
	/** Whether the picked noun changed its number. */
	readonly number: Told;
	/** Persons of the selected pronouns. */
	readonly personsBefore: ReadonlySet<string>;
	/** Persons of the pronouns that were picked instead. */
	readonly personsAfter: ReadonlySet<string>;
	/** Whether a possessor was selected, of whom more may be said, but no verb: the girl’s mother loves her. */
	readonly isPossessor: boolean;
	/** Index of the pair of the first selected word; -1 where no word was selected. */
	readonly firstAsked: number;
	/** Index of the pair of the last selected word; -1 where no word was selected. */
	readonly lastAsked: number;
	/** Index of the pair of the noun that a picked quantity is of; -1 where no quantity was picked. */
	readonly quantified: number;
	/** Index of the pair of the small word that ties that noun to it: de, des. -1 where it stays or none is. */
	readonly quantityOf: number;

	/**
	 * @param pairs the words of the sentence and of the candidate, beside one another
	 * @param picked by index of the pairs: whether what changed there stands in the selection's place
	 * @param selection the words asked about, as a range of the sentence
	 */
	constructor(
		readonly pairs: readonly Pair[],
		readonly picked: readonly boolean[],
		private readonly selection: Range,
		readonly closed: Closed,
		readonly inflection: Inflection,
	) {
		this.groups = nounGroups(pairs, closed, (index) => this.isVerbOnly(index)).filter(
			(group) => !this.isSubjectAlone(group),
		);
		const asked = pairs.flatMap((pair, index) => (this.isAsked(index) && pair.a?.kind === "word" ? [index] : []));
		this.firstAsked = asked[0] ?? -1;
		this.lastAsked = asked[asked.length - 1] ?? -1;
		this.own = this.groups.filter(({ determiner, words }) => [determiner, ...words].some((at) => asked.includes(at)));
		const persons = pickedPersons({
			pairs,
			picked,
			closed,
			asked,
			hasGroup: this.own.length > 0,
			hasDeterminer: this.own.some(({ determiner }) => asked.includes(determiner)),
		});
		[this.personsBefore, this.personsAfter] = [persons.before, persons.after];
		const quantity = pickedQuantity({ pairs, picked, closed, own: this.own, asked });
		[this.quantityOf, this.quantified] = [quantity.of, quantity.noun];
		this.isPossessor = isPossessor(this.words(this.lastAsked).before, closed);
		this.number = this.isPossessor || this.isOfMany() ? "unknown" : this.changeOf("number");
		this.gender = this.hidesGender() ? "unknown" : this.changeOf("gender");
		this.rank = this.rankOf();
	}

	/** The words of a pair as they were and as they are, for comparison; "" where none is. */
	words(index: number): { readonly before: string; readonly after: string } {
		const pair = this.pairs[index];
		return { before: plainWord(pair?.a?.text ?? ""), after: plainWord(pair?.b?.text ?? "") };
	}

	/** Whether a word took another form of the same verb, which no noun or adjective has. */
	private isVerbOnly(index: number): boolean {
		const { before, after } = this.words(index);
		return before !== after && this.inflection.mayBeVerb(before, after) && !this.inflection.mayBeNoun(before, after);
	}

	/** Whether what may be a determiner is a subject, no noun being after it: Ihr nehmt. */
	private isSubjectAlone({ determiner, words }: NounGroup): boolean {
		const isCapital = (index: number): boolean => /^\p{Lu}/u.test(this.pairs[index]?.a?.text ?? "");
		return (
			this.inflection.nounsAreCapital &&
			this.closed.subjects.has(this.words(determiner).before) &&
			!words.some(isCapital)
		);
	}

	/** Whether a word is an adverb, by its kind or by its shape. */
	isAdverb(word: string): boolean {
		return this.closed.adverbs.has(word) || this.inflection.looksAdverb(word);
	}

	/** Whether two words are one but for the sound that follows: le, l’; a, an. */
	isElided(before: string, after: string): boolean {
		const [short, long] = before.endsWith("'") ? [before, after] : [after, before];
		// But l’, les.
		const isShort = short.endsWith("'") && long.length <= short.length && long.startsWith(short.slice(0, -1));
		return isShort || this.inflection.isVariant(before, after);
	}

	/** Whether the word of a pair was selected. */
	isAsked(index: number): boolean {
		const a = this.pairs[index]?.a;
		return a != null && a.from < this.selection.to && a.to > this.selection.from;
	}

	private rankOf(): Rank {
		if (this.personsBefore.size > 0 || this.personsAfter.size > 0) return "pronoun";
		const group = this.ownGroup() ?? this.own[0];
		const first = this.pairs[this.firstAsked]?.a;
		if (group === undefined) {
			if (first == null) return "bare";
			const word = plainWord(first.text);
			const { prepositions, joints, adverbs } = this.closed;
			const isName =
				/^\p{Lu}/u.test(first.text) &&
				!this.isVerbAtStart() &&
				![prepositions, joints, adverbs].some((small) => small.has(word));
			return isName || this.isCoordinate() || this.quantified >= 0 || this.isAfterPreposed() ? "head" : "bare";
		}
		if (this.isPossessor || this.isAsked(group.determiner)) return "head";
		if (this.isVerbOf(group)) return "part";
		if ((this.number === "yes" || this.gender === "yes") && !this.isBehindNoun(group)) return "head";
		return this.isHead(group) ? "head" : "part";
	}

	/** The one group whose noun or determiner was selected: of several the one of which the determiner was. */
	private ownGroup(): NounGroup | undefined {
		const whole = this.own.length === 1 ? this.own : this.own.filter(({ determiner }) => this.isAsked(determiner));
		return whole.length === 1 ? whole[0] : undefined;
	}

	/** Whether the picked words are no noun, since their determiner is plural and they are not: ces textes répètent. */
	private isVerbOf({ determiner }: NounGroup): boolean {
		const { inflection } = this;
		if (inflection.nounsAreCapital || inflection.nounsAreLast || this.isAsked(determiner)) return false;
		return (["a", "b"] as const).some((side) => {
			const isPlural = this.closed.features(plainWord(this.pairs[determiner]?.[side]?.text ?? "")).number === "p";
			const words = this.pairs.flatMap((pair, at) => {
				const token = pair[side];
				const isOwn = side === "a" ? this.isAsked(at) : this.picked[at] === true;
				return isOwn && token?.kind === "word" ? [plainWord(token.text)] : [];
			});
			return isPlural && words.length > 0 && words.every((word) => inflection.looksPlural(word) === false);
		});
	}

	// Grosse journée: what follows an adjective that goes before nouns, with nothing before it.
	private isAfterPreposed(): boolean {
		const [adjective] = this.before(this.firstAsked, 1);
		return adjective !== undefined && this.closed.preposed.has(this.words(adjective).before);
	}

	// Penso a mia nonna: a verb without a subject, which has its capital from the sentence.
	private isVerbAtStart(): boolean {
		if (this.pairs.slice(0, this.firstAsked).some(({ a }) => a?.kind === "word")) return false;
		const next = this.pairs.slice(this.lastAsked + 1).find(({ a }) => a !== null && !this.isAdverb(plainWord(a.text)))
			?.a?.text;
		const word = plainWord(next ?? "");
		const { prepositions, determiners, moods } = this.closed;
		return [prepositions, determiners, moods].some((small) => small.has(word));
	}

	// le chat et [chien]: part of a group that the words before began.
	private isCoordinate(): boolean {
		const [joint, noun] = this.before(this.firstAsked, 2);
		return (
			joint !== undefined &&
			noun !== undefined &&
			this.closed.coordinates.has(this.words(joint).before) &&
			this.groups.some(({ words }) => words.includes(noun))
		);
	}

	private isHead(group: NounGroup): boolean {
		const at = group.words.findIndex((word) => this.isAsked(word));
		const last = group.words.reduce((found, word, place) => (this.isAsked(word) ? place : found), at);
		const next = group.words[last + 1];
		if (this.inflection.nounsAreCapital)
			return group.words.some((word) => this.isAsked(word) && /^\p{Lu}/u.test(this.pairs[word]?.a?.text ?? ""));
		if (this.inflection.nounsAreLast) {
			const asked = this.words(group.words[last] ?? -1).before;
			if (at > 0 && this.inflection.looksFinite(asked) && !/s$/.test(asked)) return false;
			if (at > 0 && /s$/.test(asked) && this.isFollowedByObject()) return false;
			if (next === undefined) return true;
			const { before, after } = this.words(next);
			return this.inflection.looksFinite(before) || (before !== after && this.inflection.mayBeVerb(before, after));
		}
		const isPreposed = (word: number): boolean => this.closed.preposed.has(this.words(word).before);
		if (!group.words.slice(0, at).every((word) => isPreposed(word) || this.pairs[word]?.same !== true)) return false;
		return next === undefined || !group.words.slice(at, last + 1).every(isPreposed);
	}

	/** Whether the picked words come after the noun of their group: an adjective, a verb, an adverb. */
	isBehindNoun(group: NounGroup): boolean {
		if (this.inflection.nounsAreCapital || this.inflection.nounsAreLast) return false;
		const at = group.words.findIndex((word) => this.isAsked(word));
		const ofEither = this.gender === "yes" && this.mayBeNounOf(group);
		return group.words.slice(0, Math.max(0, at)).some((word) => {
			const { before } = this.words(word);
			if (this.pairs[word]?.same !== true || this.closed.preposed.has(before)) return false;
			// un énorme chien, une énorme vache: what stays beside an article of another gender may be an adjective.
			return !ofEither || !this.inflection.looksEpicene(before);
		});
	}

	/**
	 * Whether the selected word may be the noun of a group that has other words before it. It is a verb or an adverb
	 * where the group begins its clause and no verb follows: la pianiste chante.
	 */
	private mayBeNounOf(group: NounGroup): boolean {
		const { copulas, auxiliaries, joints, transparent } = this.closed;
		if (this.isAdverb(this.words(this.lastAsked).before)) return false;
		if (group.before >= 0 && !joints.has(this.words(group.before).before)) return true;
		const next = this.pairs.findIndex(({ a }, at) => at > this.lastAsked && a !== null);
		const verbs = [copulas, auxiliaries, transparent];
		return group.words.includes(next) || verbs.some((small) => small.has(this.words(next).before));
	}

	private isFollowedByObject(): boolean {
		const next = this.pairs.slice(this.lastAsked + 1).find(({ a }) => a?.kind === "word")?.a;
		const word = plainWord(next?.text ?? "");
		return this.closed.determiners.has(word) || (this.closed.persons.has(word) && !this.closed.subjects.has(word));
	}

	/** What the determiner of the picked noun tells of its gender or number, and in some languages its own shape. */
	private changeOf(feature: keyof Features): Told {
		const group = this.ownGroup();
		if (group === undefined) return this.changeOfShape(feature);
		const pair = this.pairs[group.determiner];
		const of = (text: string | undefined): string => this.closed.features(plainWord(text ?? ""))[feature];
		let after = pair?.b?.text;
		if (this.isAsked(group.determiner) || pair?.b === null)
			after = this.pairs.find(
				({ b }, at) => this.picked[at] === true && b !== null && this.closed.determiners.has(plainWord(b.text)),
			)?.b?.text;
		const [was, is] = [of(pair?.a?.text), of(after)];
		// The same determiner for another gender would be a plural.
		if (feature === "gender" && this.inflection.nounsAreCapital && pair?.same === true && of(pair.a?.text) === "?") {
			if (this.closed.features(plainWord(pair.a?.text ?? "")).number === "?") return "no";
		}
		// mon collègue, ma collègue
		const isSameNoun = group.words.some((at) => this.isAsked(at) && this.pairs[at]?.same === true);
		const { possessives } = this.closed;
		const isPossessive = [pair?.a, pair?.b].every((word) => word != null && possessives.has(plainWord(word.text)));
		if (feature === "gender" && is !== was && isSameNoun && isPossessive) return "yes";
		if (was === "?" || is === "?") return this.changeOfShape(feature);
		return was === is ? "no" : "yes";
	}

	// A crowd of people, most of the people: the verb may go with either.
	private isOfMany(): boolean {
		const next = this.pairs.slice(this.lastAsked + 1).find(({ a }) => a !== null)?.a;
		const word = plainWord(next?.text ?? "");
		// du, del, zum: what is of one thing is no crowd.
		return this.own.length <= 1 && this.closed.of.has(word) && this.closed.features(word).number !== "s";
	}

	private hidesGender(): boolean {
		return this.pairs.some(
			({ a, b }, at) =>
				(this.isAsked(at) || this.picked[at] === true) &&
				[a, b].some((word) => word !== null && this.inflection.hidesGender(plainWord(word.text))),
		);
	}

	private changeOfShape(feature: keyof Features): Told {
		if (feature === "gender" || this.quantified >= 0) return "unknown";
		const was = this.pairs[this.lastAsked]?.a?.text;
		// The shape of a determiner says nothing.
		if (was !== undefined && this.closed.determiners.has(plainWord(was))) return "unknown";
		const is = this.pairs.filter(({ b }, at) => this.picked[at] === true && b?.kind === "word").map(({ b }) => b?.text);
		const last = is[is.length - 1];
		if (was === undefined || last === undefined) return "unknown";
		const [one, other] = [this.inflection.looksPlural(plainWord(was)), this.inflection.looksPlural(plainWord(last))];
		return one === null || other === null ? "unknown" : one === other ? "no" : "yes";
	}

	/** Indices of the pairs of the original's words before a place, the nearest first; a mark ends them. */
	before(index: number, most: number): readonly number[] {
		const found: number[] = [];
		for (let at = index - 1; at >= 0 && found.length < most; at--) {
			const a = this.pairs[at]?.a;
			if (a == null) continue;
			if (a.kind === "word") found.push(at);
			else if (/[^*_=~`]/.test(a.text)) break;
		}
		return found;
	}
}
