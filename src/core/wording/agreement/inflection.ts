import { lazy } from "../../cache/lazy";
import { anyOf } from "../../text/patterns";
import { conjugation, Forms, withoutDiphthongs } from "./forms";
import { formsTable } from "./forms-table";
import { looksLiving } from "./living-en";
import { isOtherObject, nonfinite } from "./nonfinite";

/** What the shapes of words tell in a language, as far as they do. All words in small letters. */
export interface Inflection {
	/** Whether nouns are written with a capital: German. */
	readonly nounsAreCapital: boolean;
	/** Whether a noun is the last word of its group: English. */
	readonly nounsAreLast: boolean;
	/** Whether two words may be persons of one verb. */
	mayBeVerb(a: string, b: string): boolean;
	/** Whether two forms may be a noun's, or an adjective's. */
	mayBeNoun(a: string, b: string): boolean;
	/** Whether two words are one verb in two moods. */
	isOtherMood(a: string, b: string): boolean;
	/** Whether a noun may name what is called he or she by its kind, not by its grammar. */
	looksLiving(noun: string): boolean;
	/** Whether a word speaks of what is not so, in a past that is none: I wish he were. */
	isUnreal(word: string): boolean;
	/** Whether a noun looks plural; null where shapes don't tell. */
	looksPlural(word: string): boolean | null;
	/** Whether an adjective of this shape may be of either gender: énorme, grande in Italian. */
	looksEpicene(word: string): boolean;
	/** Whether a noun takes the other gender's article for its sound: el agua. */
	hidesGender(noun: string): boolean;
	/** Whether a verb of this shape has no subject: an infinitive, voici. */
	needsNoSubject(word: string): boolean;
	/** Whether a word looks like a verb with its ending. */
	looksFinite(word: string): boolean;
	/** Whether a word is shaped as an adverb: lentement, slowly. */
	looksAdverb(word: string): boolean;
	/**
	 * Whether a word is shaped as a participle that this auxiliary makes a tense with, or some auxiliary: has written, is
	 * writing; but is interested.
	 */
	looksParticiple(word: string, auxiliary?: string): boolean;
	/** Whether a light verb and one that took its place are of two tenses, as far as shapes tell: was, fears. */
	clashesInTense(light: string, verb: string): boolean;
	/** Whether two words may be an infinitive, a participle or a gerund of one verb. */
	isNonfinite(a: string, b: string): boolean;
	/** Whether two words are one but for the sound that follows: a, an. */
	isVariant(a: string, b: string): boolean;
	/** Whether a determiner or a noun may have taken another case and no other gender or number: German. */
	isOtherCase(a: string, b: string, noun: string): boolean;
	/** Whether two words that are persons of no verb may be one in two tenses, and no adjective: hört, hörte. */
	isOtherTense(a: string, b: string): boolean;
	/** Whether two possessives of one person differ by their possessor's gender: his, her; sein, ihr. */
	possessorShows(a: string, b: string): boolean;
	/** Whether a verb has no subject but this pronoun; with "" for the verb, whether the pronoun may be such a one. */
	isImpersonal(pronoun: string, verb: string): boolean;
	/** Whether a pronoun may be the subject of a verb of this shape; else an object of it: la société nous pousse. */
	mayBeSubjectOf(pronoun: string, verb: string): boolean;
	/** Whether a verb changed as that of a subject which changed the other way: cats, but sleeps. */
	goesWrongWay(a: string, b: string, wasPlural: boolean): boolean;
}

const none = (): boolean => false;
const plain: Inflection = {
	nounsAreCapital: false,
	nounsAreLast: false,
	mayBeVerb: none,
	mayBeNoun: () => true,
	isOtherMood: none,
	isUnreal: none,
	looksLiving: () => true,
	looksPlural: () => null,
	looksEpicene: none,
	hidesGender: none,
	needsNoSubject: none,
	looksFinite: none,
	looksAdverb: none,
	looksParticiple: none,
	clashesInTense: none,
	isNonfinite: none,
	isVariant: none,
	isOtherCase: none,
	isOtherTense: none,
	possessorShows: none,
	isImpersonal: none,
	mayBeSubjectOf: () => true,
	goesWrongWay: none,
};

const unaccented = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "");
const plural = (end: RegExp) => (word: string) => (word.length < 3 ? null : end.test(word));

function romance(language: "fr" | "es" | "it", marks: RegExp, looksPlural: Inflection["looksPlural"]): Inflection {
	const isVerb = conjugation(language);
	const moods = new Forms(formsTable[language].mood);
	const spell = language === "es" ? withoutDiphthongs : (word: string) => word;
	const base = (word: string): string => unaccented(word).replace(marks, "");
	return {
		...plain,
		mayBeVerb: (a, b) => !isOtherObject(a, b) && isVerb(a, b),
		// What differs by gender and number only may be either.
		mayBeNoun: (a, b) => !isOtherObject(a, b) && (!isVerb(a, b) || base(a) === base(b)),
		isOtherMood: (a, b) => moods.related(spell(a), spell(b)),
		looksAdverb: (word) => /[^m]ment$|mente$|amment$|emment$/.test(word) && word.length > 6,
		looksPlural,
	};
}

/** English forms with an ending of their own, or none: pasts and auxiliaries. */
const finite = lazy(
	() =>
		new Set(
			(
				"went ran sat saw said came took made got gave found left lost met put let sang wrote spoke told sold held " +
				"read " +
				"fell won built sent spent paid heard became began stood lay led rose wore broke chose drove ate drank grew " +
				"slept stole understood is are was were has have had does do will would can could may might must should hurt " +
				"cut shut hit set cost burst spread bet quit split cast hid dug hung swung stuck struck spun shook woke tore " +
				"bore swore froze forgot forgave slid shot shone rang rode sank shrank sprang swam bent bled bred fed fled " +
				"sped " +
				"dealt meant leapt burnt learnt lent lit laid flung clung stung strung beat bade did bit arose awoke bid " +
				"bound bust " +
				"clad dreamt dove ground rid shat shit shrunk sunk slung slunk snuck spilt spit spat spoilt sprung stunk " +
				"stank " +
				"strode strove sweat thrust trod wove wound wrung wet knit handwrote frostbit lip-read partook sublet " +
				"telecast forsook leant broadcast fit retread"
			).split(" "),
		),
);

/** What stands before a verb and leaves its forms as they are: mistook, overcame, undid. */
const prefixes = anyOf([
	/^(?:back|broad|brow|day|fore?|inter|in|jerry-|mis|off|out|over|pre|proof|quick-|retro|re|rough|sand-)/,
	/^(?:sight-|sun|test-|type|under|un|up|way|with)/,
]);

function english(): Inflection {
	const bare = (word: string): string => word.replace(/(?:ies|es|s)$/, "").replace(/[ey]$/, "");
	const inS = (word: string): boolean => /[^sui]s$/.test(word) && word.length > 3;
	const past = new Forms(formsTable.en.past);
	const subjunctive = /^(?:be|were)$/;
	const auxiliary = /^(?:is|are|was|were|has|have|does|do)$/;
	const copula = /^(?:am|is|are|was|were|be|been)$/;
	const participle = /(?:ed|en|ung|unk|one|[oa]wn|ought|aught|old|ent|ood|ade|ost|ept|uilt|ound)$/;
	const singular = /^(?:news|series|species|means|lens|canvas|atlas|alias|bias|chaos|gas|christmas|pancreas|thermos)$/;
	const people = /^(?:men|women|children|people|feet|teeth|mice|geese|oxen|criteria|phenomena|data|media)$/;
	return {
		...plain,
		nounsAreLast: true,
		mayBeVerb: (a, b) => bare(a) === bare(b) || (auxiliary.test(a) && auxiliary.test(b)) || past.related(a, b),
		mayBeNoun: (a, b) => !auxiliary.test(a) && !auxiliary.test(b),
		// politics, critics
		looksPlural: (word) => (/ics$/.test(word) ? null : (inS(word) && !singular.test(word)) || people.test(word)),
		isOtherMood: (a, b) =>
			(subjunctive.test(a) && auxiliary.test(b)) ||
			(auxiliary.test(a) && subjunctive.test(b)) ||
			((!inS(a) || !inS(b)) && (bare(a) === bare(b) || past.related(a, b))),
		looksLiving,
		isUnreal: (word) => /^(?:wish|suppos|imagin|pretend|if$|though$|time$|rather$|lest$)/.test(word),
		looksAdverb: (word) => /[^m]ly$/.test(word) && word.length > 5,
		looksParticiple: (word, auxiliary = "") => (copula.test(auxiliary) ? /ing$/ : participle).test(word),
		clashesInTense: (light, verb) =>
			/^(?:was|were|had|did|made|took|gave|got|held|kept|paid)$/.test(light) ? inS(verb) : /ed$/.test(verb),
		looksFinite: (word) =>
			/(?:[^sui]s|ed|ought|aught|ew|ood|ept|elt)$/.test(word) ||
			finite().has(word) ||
			finite().has(word.replace(prefixes, "")),
		isVariant: (a, b) => /^an?$/.test(a) && /^an?$/.test(b),
		possessorShows: (a, b) => a !== b && /^(?:his|her|its)$/.test(a) && /^(?:his|her|its)$/.test(b),
		// A subject that gains its s takes the verb's.
		goesWrongWay: (a, b, wasPlural) => (wasPlural ? inS(a) && !inS(b) : !inS(a) && inS(b)),
	};
}

/** Genders, and p for the plural, that a German determiner of an object may be of; null for another word. */
function gendersOf(word: string): string | null {
	const article = {
		der: "fp",
		die: "fp",
		das: "n",
		den: "mp",
		dem: "mn",
		des: "mn",
		zur: "f",
		eine: "f",
		einen: "m",
		einer: "f",
	};
	if (word in article) return article[word as keyof typeof article];
	if (/^(?:am|im|zum|vom|beim|ins|ans)$/.test(word)) return "mn";
	const ending = /^(?:k?ein|[mds]ein|ihr|unser|dies|jed|jen|welch|manch)(e[nmrs]?|)$/.exec(word)?.[1];
	if (ending === undefined) return null;
	return { "": "n", e: "fp", en: "mp", em: "mn", er: "fp", es: "mn" }[ending] ?? null;
}

function german(): Inflection {
	const isVerb = conjugation("de");
	return {
		...plain,
		nounsAreCapital: true,
		mayBeVerb: isVerb,
		mayBeNoun: () => false,
		looksParticiple: (word) =>
			/^(?:\p{Ll}{2,})?ge\p{L}+(?:t|en)$|^(?:be|er|ver|zer|ent)\p{L}+(?:t|en)$|iert$/u.test(word),
		looksFinite: (word) => /(?:t|te|ten|st|en|e|[aio][lhgb]f?)$/.test(word),
		isOtherCase: (a, b, noun) => {
			const [one, other] = [gendersOf(a), gendersOf(b)];
			if (one === null || other === null) {
				const [short, long] = a.length < b.length ? [a, b] : [b, a];
				return long.startsWith(short) && /^(?:e?s|e?n|e)?$/.test(long.slice(short.length));
			}
			// The dative and genitive of a plural end in n or s.
			return [...one].some((gender) => other.includes(gender) && (gender !== "p" || /[ns]$/.test(noun)));
		},
		isOtherTense: (a, b) => {
			const [short, long] = a.length < b.length ? [a, b] : [b, a];
			return (
				/t$/.test(short) && long.startsWith(short) && /^e(?:n|st|t)?$/.test(long.slice(short.length)) && !isVerb(a, b)
			);
		},
		possessorShows: (a, b) => /^sein/.test(a) !== /^sein/.test(b),
	};
}

/** French participles, and those of which being is the auxiliary. */
const frenchParticiple = /(?:é(?:e?s?)|[iu]|is|it|[aeo]int|ert|û)$/;
const ofMotion = anyOf([
	/^(?:r[eé]?)?(?:all|arriv|entr|tomb|mont|pass|rest|tourn|décéd|n)ée?s?$/,
	/^(?:morte?|(?:re)?(?:parti|sorti|descendu)e?|(?:re|de|par|sur|inter)?venue?)s?$/,
]);

/** Stems of Portuguese subjunctives that differ from the indicative's, with its persons. */
const portugueseStems: readonly (readonly [subjunctive: RegExp, indicative: RegExp])[] = [
	[/^venh/, /^v[eê]n?[ms]?$|^vimos$/],
	[/^tenh/, /^t[eê]n?[ms]?$|^temos$/],
	[/^ponh/, /^põe|^pomos$/],
	[/^sej/, /^(?:sou|és|é|somos|são)$/],
	[/^estej/, /^est(?:ou|ás|á|amos|ão)$/],
	[/^faç/, /^faz/],
	[/^diga/, /^diz/],
	[/^traga/, /^traz/],
	[/^poss/, /^pod/],
	[/^vej/, /^v[eê]/],
	[/^saib/, /^s[ae][bi]?/],
	[/^haj/, /^h[áã]/],
	[/^vá|^vamos$|^vão$/, /^va[im]|^vão$/],
	[/^queir/, /^quer/],
	[/^ouç/, /^ouv/],
	[/^peç/, /^ped/],
	[/^d[eê]/, /^d[áãa]/],
];

function portugueseMood(a: string, b: string): boolean {
	// chega, chegue; fica, fique; começa, comece: a stem is written by the vowel after it.
	const stem = (word: string): string =>
		unaccented(word)
			.replace(/[eoai](?:s|m|mos)?$/, "")
			.replace(/gu$/, "g")
			.replace(/qu$/, "c");
	const regular = (one: string, other: string): boolean => /[eoai](?:s|m|mos)?$/.test(one) && stem(one) === stem(other);
	const irregular = (one: string, other: string): boolean =>
		portugueseStems.some(([subjunctive, indicative]) => subjunctive.test(one) && indicative.test(other));
	return regular(a, b) || irregular(a, b) || irregular(b, a);
}

/** Spanish nouns of the feminine that begin with a stressed a. */
const stressed = lazy(
	() =>
		new Set(
			(
				"agua águila ala alba álgebra alga alma alta alza ama anca ancla ánfora ánima ansia arca área arma " +
				"arpa asa ascua asma aspa asta aula ave aya haba habla hacha hada hambre hampa haya"
			).split(" "),
		),
);

const languages = ["fr", "es", "it", "pt", "en", "de"] as const;
const made = languages.map((language) =>
	lazy((): Inflection => ({ ...inflectionFor(language), isNonfinite: nonfinite(language) })),
);

/** What shapes tell in a language; of an unknown one nothing. */
export function inflectionOf(language: string | null): Inflection {
	return made[languages.findIndex((one) => one === language)]?.() ?? plain;
}

function inflectionFor(language: (typeof languages)[number]): Inflection {
	switch (language) {
		case "fr":
			return {
				...romance("fr", /(?:e?s|x|e)$/, plural(/[sxz]$/)),
				looksEpicene: (word) => /es?$/.test(word),
				// But stagiaire, libraire, ministre.
				needsNoSubject: (word) =>
					/(?:er|ir|[^a]ire|[dtv]re|ure)$|faire$|^voi(?:ci|là)$/.test(word) && !/stre$/.test(word),
				// est surpris, but est parti
				looksParticiple: (word, auxiliary = "") =>
					(/^(?:suis|es|est|sommes|êtes|sont|ét.*|ser.*)$/.test(auxiliary) ? ofMotion : frenchParticiple).test(word),
				clashesInTense: (light, verb) => {
					const isPast = /^(?:ét|av)(?:ai[st]|aient|ions|iez)$/.test(light);
					const looksPast = isPast ? /(?:ai[st]|aient|ions|iez)$/ : /(?:^|[^sflv]|on)(?:ai[st]|aient)$/;
					return looksPast.test(verb) !== isPast;
				},
				mayBeSubjectOf: (pronoun, verb) =>
					pronoun === "nous" ? /(?:ons|mes)$/.test(verb) : pronoun !== "vous" || /(?:ez|tes)$/.test(verb),
				isImpersonal: (pronoun, verb) => pronoun === "il" && /^(?:faut|fallait|faudra|faudrait|fallut|)$/.test(verb),
			};
		case "es":
			return {
				...romance("es", /(?:[oae]s?|s)$/, plural(/s$/)),
				looksEpicene: (word) => /(?:[elrz]|[elr]e?s|ista)$/.test(word),
				looksParticiple: (word) => /(?:[ai]d[oa]s?|ich[oa]s?|t[oa]s|uest[oa]s?|ech[oa]s?|ert[oa]s?)$/.test(word),
				hidesGender: (noun) => stressed().has(noun),
			};
		case "it":
			return {
				...romance("it", /(?:[oaie])$/, () => null),
				looksEpicene: (word) => /[ei]$/.test(word),
				looksParticiple: (word) => /(?:[aiu]t[oaie]|[eo]tt[oaie]|[lnr]t[oaie]|[aieou]s[oaie]|[ei]st[oaie])$/.test(word),
			};
		case "pt":
			return {
				...plain,
				isOtherMood: portugueseMood,
				looksEpicene: (word) => /(?:[elrzm]|es|is)$/.test(word),
				looksPlural: plural(/s$/),
				looksAdverb: (word) => /mente$/.test(word),
				looksParticiple: (word) => /(?:[ai]d[oa]s?|[ei]it[oa]s?|ert[oa]s?)$/.test(word),
			};
		case "en":
			return english();
		case "de":
			return german();
	}
}
