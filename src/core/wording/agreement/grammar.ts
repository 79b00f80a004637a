/**
 * What may change in a language so that a sentence agrees with a new word. Words are written in small letters with
 * straight apostrophes; a string is a list of words separated by spaces.
 */
export interface GrammarSource {
	/** Whether two words in small letters are persons of one verb in one tense. */
	readonly conjugates: (a: string, b: string) => boolean;
	/** Forms of one word each: any may stand for another, wherever in the sentence. */
	readonly forms: readonly string[];
	/**
	 * Words that may stand for one another beside the picked words only: articles run together with prepositions, say.
	 */
	readonly besideForms: readonly string[];
	/** Prepositions: the word beside them says which. */
	readonly prepositions: string;
	/** Small words that the neighbour of the picked words may need or not. */
	readonly besideOptional: string;
	/** Small words that may be needed or not anywhere. */
	readonly optional: string;
	/**
	 * Endings of one paradigm each, `-` for none: what has the same beginning and two of these is the same word, in the
	 * same tense.
	 */
	readonly endings: readonly string[];
	/** Endings that may stand for one another beside the picked words only. */
	readonly besideEndings: readonly string[];
	/** Words that carry the tense of the verb beside them. */
	readonly carriers: string;
	/** Pairs of endings of a verb with such a word and without. */
	readonly carriedEndings: readonly string[];
	/** Whether two words in small letters are such a pair of another kind. */
	readonly carriedForms: (a: string, b: string) => boolean;
	/** Words that go together: where the first of a pair was picked or replaced, the second may follow suit. */
	readonly pairs: readonly string[];
	/** Fewest letters of a beginning shared by two forms of a word. */
	readonly shortestStem: number;
	/** Small words by which the language is known beside the others. */
	readonly other: string;
}

/** A language's rules, ready for use. */
export class Grammar {
	private readonly forms: ReadonlyMap<string, ReadonlySet<number>>;
	private readonly besideForms: ReadonlyMap<string, ReadonlySet<number>>;
	private readonly prepositions: ReadonlySet<string>;
	private readonly besideOptional: ReadonlySet<string>;
	private readonly optional: ReadonlySet<string>;
	private readonly endings: Endings;
	private readonly besideEndings: Endings;
	private readonly carriers: ReadonlySet<string>;
	private readonly carriedEndings: Endings;
	private readonly carriedForms: (a: string, b: string) => boolean;
	private readonly conjugates: (a: string, b: string) => boolean;
	private readonly pairs: readonly ReadonlySet<string>[];
	private readonly small: ReadonlySet<string>;

	constructor(source: GrammarSource) {
		this.forms = indexed(source.forms);
		this.besideForms = indexed(source.besideForms);
		this.prepositions = new Set(listed(source.prepositions));
		this.besideOptional = new Set([...listed(source.besideOptional), ...this.prepositions]);
		this.optional = new Set(listed(source.optional));
		this.endings = new Endings(source.endings, source.shortestStem);
		this.besideEndings = new Endings(source.besideEndings, source.shortestStem);
		this.carriers = new Set(listed(source.carriers));
		this.carriedEndings = new Endings(source.carriedEndings, source.shortestStem);
		this.carriedForms = source.carriedForms;
		this.conjugates = source.conjugates;
		this.pairs = source.pairs.map((pair) => new Set(listed(pair)));
		this.small = new Set([
			...this.forms.keys(),
			...this.besideForms.keys(),
			...this.besideOptional,
			...this.optional,
			...listed(source.other),
		]);
	}

	/** Whether a word carries no content of its own. */
	isSmall(word: string): boolean {
		return this.small.has(plain(word));
	}

	/**
	 * Whether `b` is `a` as another word makes it: the same word with another ending, or the small word that the other
	 * one calls for.
	 */
	agrees(a: string, b: string, beside: boolean): boolean {
		const before = plain(a);
		const after = plain(b);
		if (before === after) return true;
		if (shares(this.forms, before, after) || (beside && this.agreesBeside(before, after))) return true;
		if (this.conjugates(before, after)) return true;
		if (this.isSmall(before) && this.isSmall(after)) return false;
		return (
			this.endings.match(before, after) ||
			(beside && this.besideEndings.match(before, after)) ||
			this.agreesInParts(before, after, beside)
		);
	}

	/** Whether a word may appear or vanish, there being another word that needs it or not. */
	isOptional(word: string, beside: boolean): boolean {
		const one = plain(word);
		return this.optional.has(one) || (beside && this.besideOptional.has(one));
	}

	/** Whether a word goes before others and is called for by the one before it. */
	isPreposition(word: string): boolean {
		return this.prepositions.has(plain(word));
	}

	/** Whether a word carries the tense of the verb beside it. */
	isCarrier(word: string): boolean {
		return this.carriers.has(plain(word));
	}

	/** Whether `b` is the verb `a` as it stands without, or with, a word that carries its tense. */
	carries(a: string, b: string): boolean {
		const [one, other] = [plain(a), plain(b)];
		return (
			this.carriedForms(one, other) ||
			(!this.isSmall(one) && !this.isSmall(other) && this.carriedEndings.match(one, other))
		);
	}

	/** Whether `a` became `b` because one of the picked words goes with it: from … to, between … and. */
	isPaired(a: string, b: string, picked: readonly string[]): boolean {
		const before = plain(a);
		const after = plain(b);
		return (
			this.pairs.some(
				(pair) =>
					pair.has(after) && picked.some((word) => pair.has(plain(word)) && (pair.size === 1 || plain(word) !== after)),
			) && this.isSmall(before)
		);
	}

	private agreesBeside(a: string, b: string): boolean {
		return shares(this.besideForms, a, b) || (this.prepositions.has(a) && this.prepositions.has(b));
	}

	// demanda-t-il, demanda-t-elle; rouge-gorge, rouges-gorges; j'ai never comes here, its parts are two words.
	private agreesInParts(a: string, b: string, beside: boolean): boolean {
		const before = a.split(/['-]/);
		const after = b.split(/['-]/);
		if (before.length < 2 || before.length !== after.length) return false;
		return before.every((part, index) => this.agrees(part, after[index] ?? "", beside));
	}
}

/** A word for comparison: small letters, composed, straight apostrophes and hyphens. */
function plain(word: string): string {
	return word
		.normalize("NFC")
		.toLowerCase()
		.replace(/[’ʼ]/g, "'")
		.replace(/[\u2010\u2011]/g, "-");
}

/** Endings of paradigms, tried on pairs of words. */
class Endings {
	private readonly paradigms: ReadonlyMap<string, ReadonlySet<number>>;
	private readonly longest: number;

	constructor(
		paradigms: readonly string[],
		private readonly shortestStem: number,
	) {
		this.paradigms = indexed(
			paradigms.map((paradigm) =>
				listed(paradigm)
					.map((ending) => (ending === "-" ? "" : ending))
					.join(" "),
			),
			true,
		);
		this.longest = Math.max(0, ...[...this.paradigms.keys()].map((ending) => ending.length));
	}

	match(a: string, b: string): boolean {
		if (/[^\p{L}\p{M}'-]/u.test(a + b)) return false;
		for (let cutA = 0; cutA <= Math.min(this.longest, a.length - this.shortestStem); cutA++) {
			const stem = unaccented(a.slice(0, a.length - cutA));
			const endingA = a.slice(a.length - cutA);
			if (!this.paradigms.has(endingA)) continue;
			for (let cutB = 0; cutB <= Math.min(this.longest, b.length - this.shortestStem); cutB++) {
				if (unaccented(b.slice(0, b.length - cutB)) !== stem) continue;
				if (shares(this.paradigms, endingA, b.slice(b.length - cutB))) return true;
			}
		}
		return false;
	}
}

// Accents of a stem come and go with its endings: joven, jóvenes; complète, complet; Haus, Häuser.
function unaccented(stem: string): string {
	return stem.normalize("NFD").replace(/\p{M}/gu, "");
}

function listed(words: string): readonly string[] {
	return words.split(/\s+/).filter((word) => word !== "");
}

function indexed(lists: readonly string[], withEmpty = false): ReadonlyMap<string, ReadonlySet<number>> {
	const index = new Map<string, Set<number>>();
	lists.forEach((list, at) => {
		const words = withEmpty ? list.split(" ") : listed(list);
		for (const word of words) index.set(word, (index.get(word) ?? new Set()).add(at));
	});
	return index;
}

function shares(index: ReadonlyMap<string, ReadonlySet<number>>, a: string, b: string): boolean {
	const ofA = index.get(a);
	const ofB = index.get(b);
	if (ofA === undefined || ofB === undefined) return false;
	for (const at of ofA) if (ofB.has(at)) return true;
	return false;
}
