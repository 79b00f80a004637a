/** What a language knows of words that are forms of one another. */
export interface Kinship {
	/**
	 * Groups of small words of which any may stand for any other when something else in the sentence changes gender,
	 * number or case.
	 */
	readonly groups: readonly ReadonlySet<string>[];
	/** Words that may come or go beside a changed word, because it governs them: prepositions, particles, articles. */
	readonly governed: ReadonlySet<string>;
	/** Those of them that are prepositions. */
	readonly prepositions: ReadonlySet<string>;
	/** Words that may come or go anywhere, because something changed elsewhere asks for them: the *ne* of *jamais*. */
	readonly loose: ReadonlySet<string>;
	/** Whether two words are forms of one word in the same tense: gender, number, case, person. Both in lower case. */
	readonly inflected: (a: string, b: string) => boolean;
}

/** Makes groups from lines of words. */
export function groupsOf(...lines: readonly string[]): readonly ReadonlySet<string>[] {
	return lines.map((line) => new Set(line.split(" ")));
}

export function setOf(words: string): ReadonlySet<string> {
	return new Set(words.split(" "));
}

/**
 * Whether two words differ by one of these pairs of endings, either way round, after a common beginning of at least
 * `stem` letters. An ending may be empty.
 */
export function endsAlike(a: string, b: string, pairs: readonly (readonly [string, string])[], stem = 2): boolean {
	return pairs.some(([one, other]) => swaps(a, b, one, other, stem) || swaps(b, a, one, other, stem));
}

function swaps(a: string, b: string, one: string, other: string, stem: number): boolean {
	return (
		a.endsWith(one) &&
		b.endsWith(other) &&
		a.length - one.length >= stem &&
		a.slice(0, a.length - one.length) === b.slice(0, b.length - other.length)
	);
}

/** How many letters two words share at their beginning. */
function commonPrefix(a: string, b: string): number {
	let length = 0;
	while (length < a.length && length < b.length && a[length] === b[length]) length++;
	return length;
}

/** Japanese writes a word's ending letter by letter. */
const kana = Array.from({ length: 0x3097 - 0x3041 }, (_, at) => String.fromCodePoint(0x3041 + at));

/** For languages without rules of their own: a long common beginning and short different endings. */
export const anyLanguage: Kinship = {
	groups: [],
	governed: new Set(kana),
	prepositions: new Set(),
	loose: new Set(),
	inflected: (a, b) => {
		const shared = commonPrefix(a, b);
		return shared >= 3 && shared >= Math.max(a.length, b.length) * 0.6 && Math.max(a.length, b.length) - shared <= 3;
	},
};

/** Pairs of endings from a text: `a/b c/d`; `-` stands for an empty ending. */
export function pairsOf(text: string): readonly (readonly [string, string])[] {
	return text.split(/\s+/).map((pair) => {
		const [one = "", other = ""] = pair.split("/");
		return [one === "-" ? "" : one, other === "-" ? "" : other] as const;
	});
}

/** What judging needs of a language's rules. */
export interface Rules {
	/** Whether `b` is `a` as another word makes it; `beside` when a picked word is its neighbour. */
	agrees(a: string, b: string, beside: boolean): boolean;
	/** Whether a word may appear or vanish. */
	isOptional(word: string, beside: boolean): boolean;
	/** Whether a word goes before others and is called for by the one before it: a preposition. */
	isPreposition(word: string): boolean;
	/** Whether a word carries the tense of the verb beside it: *did*, *used*. */
	isCarrier(word: string): boolean;
	/** Whether `b` is the verb `a` as it stands without, or with, a word that carries its tense. */
	carries(a: string, b: string): boolean;
	/** Whether `a` became `b` because one of the picked words goes with it. */
	isPaired(a: string, b: string, picked: readonly string[]): boolean;
}

/** A kinship as rules. */
export function rulesOf(kinship: Kinship, pairs: readonly (readonly [string, string, string, string])[] = []): Rules {
	const plain = (word: string): string => word.toLowerCase().replace(/’/g, "'").normalize("NFC");
	const agree = (one: string, other: string, beside: boolean): boolean =>
		one === other ||
		kinship.groups.some((group) => group.has(one) && group.has(other)) ||
		kinship.inflected(one, other) ||
		(beside && kinship.governed.has(one) && kinship.governed.has(other));
	return {
		agrees(a, b, beside) {
			const [one, other] = [plain(a), plain(b)];
			if (agree(one, other, beside)) return true;
			// queixo-me, queixa-se
			const [parts, others] = [one.split("-"), other.split("-")];
			return (
				parts.length > 1 &&
				parts.length === others.length &&
				parts.every((part, at) => agree(part, others[at] ?? "", beside))
			);
		},
		isOptional: (word, beside) => kinship.loose.has(plain(word)) || (beside && kinship.governed.has(plain(word))),
		isPreposition: (word) => kinship.prepositions.has(plain(word)),
		isCarrier: () => false,
		carries: () => false,
		isPaired: (a, b, picked) =>
			pairs.some(
				([, before, head, after]) =>
					plain(a) === before && plain(b) === after && picked.some((word) => plain(word) === head),
			),
	};
}
