/** Grammatical number and gender, as far as a word shows them: m, f, n; s, p; ? for either. */
export interface Features {
	readonly gender: string;
	readonly number: string;
}

/** The small words of a language by what they do in a sentence: the skeleton by which the rest of it is read. */
export interface Closed {
	/** Determiners, which begin a group of a noun, with what they show. Some hold a preposition: du, zum, della. */
	readonly determiners: ReadonlyMap<string, Features>;
	/** Those of them that name a possessor. */
	readonly possessives: ReadonlySet<string>;
	/** Which person each pronoun and possessive is of: 1s to 3p. A word may be of several. */
	readonly persons: ReadonlyMap<string, ReadonlySet<string>>;
	/** Pronouns that are a clause's subject. */
	readonly subjects: ReadonlySet<string>;
	/** Pronouns that are objects, and auxiliaries: they may stand between a verb and what it governs. */
	readonly transparent: ReadonlySet<string>;
	readonly prepositions: ReadonlySet<string>;
	/** Prepositions of place and time of which the noun after them says which: at the station, in the city. */
	readonly places: ReadonlySet<string>;
	/** Words that open a clause or join two: conjunctions and relatives. */
	readonly joints: ReadonlySet<string>;
	/** Those after which a clause has a mood of its own. */
	readonly moods: ReadonlySet<string>;
	/** Relatives: the verb of their clause governs them. */
	readonly relatives: ReadonlySet<string>;
	readonly copulas: ReadonlySet<string>;
	/** Whether a word is of a verb that says little without its noun or adjective: avoir peur, faire une promenade. */
	light(word: string): boolean;
	/** Adjectives that go before their noun, where others follow it. */
	readonly preposed: ReadonlySet<string>;
	/** Words that end nothing and begin nothing: adverbs, negations. */
	readonly adverbs: ReadonlySet<string>;
	/** Parts of verbs that stand by themselves: an, zu; up, down. */
	readonly particles: ReadonlySet<string>;
}

/** The same as text: words parted by spaces. */
interface ClosedSource {
	/** By what they show: `ms`, `?p`. */
	readonly determiners: Readonly<Record<string, string>>;
	readonly possessives: string;
	readonly persons: Readonly<Record<"1s" | "2s" | "3s" | "1p" | "2p" | "3p", string>>;
	readonly subjects: string;
	readonly auxiliaries: string;
	readonly prepositions: string;
	readonly places: string;
	readonly joints: string;
	readonly moods: string;
	readonly relatives: string;
	/** `*` for any ending. */
	readonly light: string;
	readonly copulas: string;
	readonly preposed: string;
	readonly adverbs: string;
	readonly particles: string;
}

function set(words: string): ReadonlySet<string> {
	return new Set(words.split(" ").filter((word) => word !== ""));
}

/** Tells the words of a list, in which `*` stands for any ending. */
function matcher(words: string): (word: string) => boolean {
	const whole = new RegExp(`^(?:${[...set(words)].map((word) => word.replace("*", "\\p{L}*")).join("|")})$`, "u");
	return (word) => whole.test(word);
}

/** A language's small words, ready for use. */
export function closedOf(source: ClosedSource): Closed {
	const determiners = new Map<string, Features>();
	for (const [shown, words] of Object.entries(source.determiners))
		for (const word of set(words)) determiners.set(word, { gender: shown[0] ?? "?", number: shown[1] ?? "?" });
	const persons = new Map<string, Set<string>>();
	for (const [person, words] of Object.entries(source.persons))
		for (const word of set(words)) persons.set(word, (persons.get(word) ?? new Set()).add(person));
	const subjects = set(source.subjects);
	return {
		determiners,
		possessives: set(source.possessives),
		persons,
		subjects,
		transparent: new Set(
			[...set(source.auxiliaries), ...persons.keys()].filter((word) => !set(source.possessives).has(word)),
		),
		prepositions: set(source.prepositions),
		places: set(source.places),
		joints: set(source.joints),
		moods: set(source.moods),
		relatives: set(source.relatives),
		light: matcher(source.light),
		copulas: set(source.copulas),
		preposed: set(source.preposed),
		adverbs: set(source.adverbs),
		particles: set(source.particles),
	};
}
