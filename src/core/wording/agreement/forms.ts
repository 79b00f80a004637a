import { formsTable } from "./forms-table";

/** Pairs of endings, each with the ends of the beginnings it holds for; null for any. */
type Pairs = ReadonlyMap<string, readonly string[] | null>;

/** Tells by their endings whether two words are forms of one. The table comes from `scripts/forms.mjs`. */
export class Forms {
	private readonly pairs: Pairs;

	/**
	 * @param table lines of endings, as `formsTable` has them
	 * @param shortest fewest letters of the beginning that two forms share
	 */
	constructor(
		table: string,
		private readonly shortest = 0,
	) {
		this.pairs = pairsOf(table);
	}

	/** Whether `a` and `b`, in small letters, differ as two forms of one word do. A word is no other form of itself. */
	related(a: string, b: string): boolean {
		const [stem, endA, endB] = parted(a, b);
		if (stem.length < this.shortest) return false;
		const contexts = this.pairs.get(keyOf(endA, endB));
		if (contexts === undefined || contexts === null) return contexts === null;
		return contexts.some((end) => (end.startsWith("^") ? stem === end.slice(1) : stem.endsWith(end)));
	}
}

/** A beginning without accents: they come and go with the endings (complète, complet; Haus, Häuser). */
function unaccented(text: string): string {
	return text.normalize("NFD").replace(/\p{M}/gu, "");
}

/** The beginning that two words share but for accents, and how each ends. */
function parted(a: string, b: string): readonly [stem: string, endA: string, endB: string] {
	const [one, other] = [openAccents(a), openAccents(b)];
	let at = 0;
	while (at < one.length && at < other.length && one[at] === other[at]) at++;
	return [unaccented(one.slice(0, at)), a.slice(at), b.slice(at)];
}

// The accent of a word's last letter tells persons apart: parlò, parlo.
function openAccents(word: string): string {
	return unaccented(word.slice(0, -1)) + word.slice(-1);
}

function keyOf(a: string, b: string): string {
	return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function pairsOf(table: string): Pairs {
	const pairs = new Map<string, string[] | null>();
	// A line that begins with a space goes on with the one before it.
	for (const line of table.replace(/\n /g, " ").split("\n")) {
		const [sets = "", where] = line.split(":");
		for (const endings of sets.split(",")) addPairs(pairs, endings, where);
	}
	return pairs;
}

/** Adds each pair of endings in a set of them, with the ends of beginnings that it holds for; undefined for any. */
function addPairs(pairs: Map<string, string[] | null>, endings: string, where: string | undefined): void {
	const list = endings.split(" ").map((ending) => (ending === "-" ? "" : ending));
	for (const [index, one] of list.entries()) {
		for (const other of list.slice(index + 1)) {
			const [stem, endA, endB] = parted(one, other);
			const key = keyOf(endA, endB);
			const known = pairs.get(key);
			if (known === null) continue;
			if (where === undefined && stem === "") pairs.set(key, null);
			else pairs.set(key, [...(known ?? []), ...(where?.split(" ").map((end) => end + stem) ?? [stem])]);
		}
	}
}

/** Languages whose verbs the table knows. */
type TabledLanguage = "fr" | "de" | "it" | "es";

/** How a word is written for comparison with the table. */
const spellings: Readonly<Record<TabledLanguage, (word: string) => string>> = {
	fr: (word) => word,
	de: (word) => word.replace(/ß/g, "ss"),
	it: (word) => word,
	es: withoutDiphthongs,
};

/** Whether two words in small letters are persons of one verb in one tense. */
export function conjugation(language: TabledLanguage): (a: string, b: string) => boolean {
	const forms = new Forms(formsTable[language].verb);
	const spell = spellings[language];
	return (a, b) => forms.related(spell(a), spell(b));
}

/** Spanish stems break into diphthongs: tiene, tenemos; puede, podemos. */
export function withoutDiphthongs(word: string): string {
	return word.replace(/ie/g, "e").replace(/([^gq])ue/g, "$1o");
}
