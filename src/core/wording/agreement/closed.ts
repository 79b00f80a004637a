/** Grammatical number and gender, as far as a word shows them: m, f, n; s, p; ? for either. */
export interface Features {
	readonly gender: string;
	readonly number: string;
}

/** The small words of a language by what they do in a sentence: the skeleton by which the rest of it is read. */
export interface Closed {
	/** Determiners, which begin a group of a noun, with what they show. Some hold a preposition: du, zum, della. */
	readonly determiners: ReadonlyMap<string, Features>;
	/** What a determiner shows, or another word that may be one where it stands. */
	features(word: string): Features;
	/** Articles of one thing that nothing was said of yet: a plural goes without them. */
	readonly indefinite: ReadonlySet<string>;
	/** Those of all, which may stand by themselves behind an auxiliary. */
	readonly floating: ReadonlySet<string>;
	/** Those of them that name a possessor. */
	readonly possessives: ReadonlySet<string>;
	/** Which person each pronoun and possessive is of: 1s to 3p. A word may be of several. */
	readonly persons: ReadonlyMap<string, ReadonlySet<string>>;
	/** Of which gender those are that stand for a third person or thing and show it. */
	readonly genders: ReadonlyMap<string, string>;
	/** Pronouns that are a clause's subject. */
	readonly subjects: ReadonlySet<string>;
	/** Pronouns that are objects, and auxiliaries: they may stand between a verb and what it governs. */
	readonly transparent: ReadonlySet<string>;
	readonly prepositions: ReadonlySet<string>;
	/** Those of them that say by themselves where, when or how: no verb asks for one of them in place of another. */
	readonly ungoverned: ReadonlySet<string>;
	/** Those of them that lead from a quantity, a group or a possession to what it is of, run together with articles. */
	readonly of: ReadonlySet<string>;
	/** Those by which an object is the one that gets something or does it: permettre à. */
	readonly datives: ReadonlySet<string>;
	/** Prepositions of place and time of which the noun after them says which: at the station, in the city. */
	readonly places: ReadonlySet<string>;
	/** Words that open a clause or join two: conjunctions and relatives. */
	readonly joints: ReadonlySet<string>;
	/** Those of them that join nouns. */
	readonly coordinates: ReadonlySet<string>;
	/** Those after which a clause has a mood of its own. */
	readonly moods: ReadonlySet<string>;
	/** Relatives: the verb of their clause governs them. */
	readonly relatives: ReadonlySet<string>;
	readonly copulas: ReadonlySet<string>;
	/** Whether a word is of a verb that says little without its noun or adjective: avoir peur, faire une promenade. */
	light(word: string): boolean;
	/** Words by which an adjective is compared: plus, more. */
	readonly comparing: ReadonlySet<string>;
	/** Whether a word says by itself what these and an adjective say: meilleur, better. */
	comparative(word: string): boolean;
	/** What begins the second half of a comparison. */
	readonly than: ReadonlySet<string>;
	/** The half of a negation that comes and goes with the other. */
	readonly negations: ReadonlySet<string>;
	/** Words that negate a clause, that half among them. */
	readonly negative: ReadonlySet<string>;
	/** What articles that name no known thing become in such a clause, and these articles. */
	readonly negated: ReadonlySet<string>;
	readonly unnegated: ReadonlySet<string>;
	/** Verbs in front of an infinitive, a participle or a gerund, which they call for. */
	readonly auxiliaries: ReadonlySet<string>;
	/** Forms of them after a preposition: après avoir mangé. */
	readonly perfects: ReadonlySet<string>;
	/** The end by which a noun is a possessor that stands where a determiner does; "" where nouns have none. */
	readonly owner: string;
	/** Words that have this end and are no possessors: let’s. */
	readonly notOwners: ReadonlySet<string>;
	/** Adjectives that go before their noun, where others follow it. */
	readonly preposed: ReadonlySet<string>;
	/** Adjectives that stand for a noun which was named: le précédent, les autres. */
	readonly elliptic: ReadonlySet<string>;
	/** Words that end nothing and begin nothing: adverbs, negations. */
	readonly adverbs: ReadonlySet<string>;
	/** Parts of verbs that stand by themselves: an, zu; up, down. */
	readonly particles: ReadonlySet<string>;
}

/** The same as text: words parted by spaces. */
export interface ClosedSource {
	/** By what they show: `ms`, `?p`. */
	readonly determiners: Readonly<Record<string, string>>;
	/** Words that are seldom determiners, by what they show then. */
	readonly sometimesDeterminers: Readonly<Record<string, string>>;
	readonly indefinite: string;
	/** None where they are no determiners. */
	readonly floating?: string;
	readonly possessives: string;
	readonly persons: Readonly<Record<"1s" | "2s" | "3s" | "1p" | "2p" | "3p", string>>;
	/** Pronouns of the third person that show their gender. */
	readonly genders: Readonly<Record<"m" | "f" | "n", string>>;
	readonly subjects: string;
	/** Auxiliaries and what else may stand between a verb and what it governs, beside the pronouns. */
	readonly between: string;
	readonly prepositions: string;
	/** None where they are not told from the others. */
	readonly ungoverned?: string;
	readonly of: string;
	readonly datives: string;
	readonly places: string;
	readonly joints: string;
	readonly coordinates: string;
	readonly moods: string;
	readonly relatives: string;
	/** `*` for any ending. */
	readonly light: string;
	readonly copulas: string;
	readonly comparing: string;
	/** `*` for any beginning. */
	readonly comparatives: string;
	readonly than: string;
	readonly negations: string;
	readonly negative: string;
	readonly negated: string;
	readonly unnegated: string;
	readonly auxiliaries: string;
	readonly perfects: string;
	readonly owner: string;
	readonly notOwners: string;
	readonly preposed: string;
	/** None where nothing tells them from a noun. */
	readonly elliptic?: string;
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

function featuresOf(lists: Readonly<Record<string, string>>): ReadonlyMap<string, Features> {
	const features = new Map<string, Features>();
	for (const [shown, words] of Object.entries(lists))
		for (const word of set(words)) features.set(word, { gender: shown[0] ?? "?", number: shown[1] ?? "?" });
	return features;
}

/** What a word shows that is no determiner. */
const unknown: Features = { gender: "?", number: "?" };

/** A language's small words, ready for use. */
export function closedOf(source: ClosedSource): Closed {
	const determiners = featuresOf(source.determiners);
	const sometimes = featuresOf(source.sometimesDeterminers);
	const persons = new Map<string, Set<string>>();
	for (const [person, words] of Object.entries(source.persons))
		for (const word of set(words)) persons.set(word, (persons.get(word) ?? new Set()).add(person));
	const subjects = set(source.subjects);
	return {
		determiners,
		features: (word) => determiners.get(word) ?? sometimes.get(word) ?? unknown,
		indefinite: set(source.indefinite),
		floating: set(source.floating ?? ""),
		possessives: set(source.possessives),
		persons,
		genders: new Map(
			Object.entries(source.genders).flatMap(([gender, words]) => [...set(words)].map((word) => [word, gender])),
		),
		subjects,
		transparent: new Set(
			[...set(source.between), ...persons.keys()].filter((word) => !set(source.possessives).has(word)),
		),
		prepositions: set(source.prepositions),
		ungoverned: set(source.ungoverned ?? ""),
		of: set(source.of),
		datives: set(source.datives),
		places: set(source.places),
		joints: set(source.joints),
		coordinates: set(source.coordinates),
		moods: set(source.moods),
		relatives: set(source.relatives),
		light: matcher(source.light),
		copulas: set(source.copulas),
		comparing: set(source.comparing),
		comparative: matcher(source.comparatives),
		than: set(source.than),
		negations: set(source.negations),
		negative: set(source.negative),
		negated: set(source.negated),
		unnegated: set(source.unnegated),
		auxiliaries: set(source.auxiliaries),
		perfects: set(source.perfects),
		owner: source.owner,
		notOwners: set(source.notOwners),
		preposed: set(source.preposed),
		elliptic: set(source.elliptic ?? ""),
		adverbs: set(source.adverbs),
		particles: set(source.particles),
	};
}
