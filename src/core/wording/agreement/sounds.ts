import { lazy } from "../../cache/lazy";
import { anyOf, inTurn } from "../../text/patterns";

/**
 * French words that begin with an h that nothing is elided before, without accents: those in `ha` but for a few, and
 * stems of the others. Tried against the list of french-h-muet-aspire (from Wiktionary).
 */
const aspirate = lazy(() =>
	inTurn([
		/^/,
		anyOf([
			/ha(?!bi[lt]|lein|llucin|logen|lter|lieut|mecon|rmon|gio|plo|ruspi)/,
			inTurn([
				/he/,
				anyOf([
					/$|[ -]|aum|im|in$|las|ler|leu|leme|llo|m$|mlo|nn|nri|p$|raut|rch|rsch|re$|riss|rmiti|rni|ron|ros$|rs/,
					/rtz|tr(?:e|aie)|u$|urt|ux|ulan/,
				]),
			]),
			inTurn([
				/hi/,
				/$|[ -]|at|bou|c(?:$| )|ckor|deu|e$|ement|era|ero|gh-?l|le$|loir|laire|ndi$|p(?:$|[ -]|py|pie)|ss|t$|t-|tt/,
			]),
			inTurn([
				/ho/,
				anyOf([
					/$|bb|ber|c|dj|ff|gn|la$|ld|le|ll|mar|me$|mesp|n$|nd|ng|nni|nt|p$|pp|q|rd|rion|rmis|rnbl|rs|sann|t-|td/,
					/tt|u|y/,
				]),
			]),
			/hu(?:ard|bl|ch|e|g|it(?!r)|lk|lo|lul|m$|mer$|mage|mem|meu[sx]|mot|n|pp|q|r|sk|ss|ti|tt)/,
		]),
	]),
);

/** Vowels that nothing is elided before all the same: le onze, le oui, le yaourt. */
const unelided = /^(?:onz|oui(?:$|s)|ouat?$|uhlan|ulul|y(?=[aeiou])(?!eux|euse|eble))/;

/** Whether French words are elided before this one: l’orme, l’herbe, but le hêtre, le onze, le yaourt. */
export function elidesFrench(word: string): boolean {
	const plain = word.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").replace(/æ/gi, "ae").toLowerCase();
	return /^[aeiouyh]/.test(plain) && !unelided.test(plain) && !aspirate().test(plain);
}

/** Vowels that are spoken as a consonant: a unit, a European, a one-off. */
const glide = lazy(() =>
	anyOf(
		[
			/^u(?:-|ni(?:[bcfloqstv]|on|$)|nanim|s(?:e|a[gb]|u|ing)|t(?:en|er|il|op)|r(?:an|in|et|ol)|biqu|k|v)/,
			/^(?:eu|ew|one(?:$|[-s])|once)/,
		],
		"i",
	),
);

/** Whether English has `an` before this word: an hour, an 8-year-old, an X-ray, but a unit. */
export function takesAn(word: string): boolean {
	if (/^(?:heir|honest|honou?r|hours?(?:$|[^a-z])|hourly)/i.test(word) || /^[FHLMNRSX](?:$|-)/.test(word)) return true;
	return /^(?:[aeiou]|8|1[18](?!\d))/i.test(word) && !glide().test(word);
}

/** Small words by the sound that follows: before a consonant, before some of several, before a vowel; `-` for none. */
type Sounds = readonly (readonly string[])[];

const sounds = (text: string): Sounds => text.split(",").map((row) => row.split(" "));

/** How a small word is written before another one, by language. Null for a word that no sound changes. */
const fitting: Readonly<Record<string, (word: string, next: string) => string | null>> = {
	// mon ami, mon voisin: before a consonant the gender tells.
	fr: (word, next) => (/^[mts]on$/.test(word) ? null : formOf(french, word, elidesFrench(next) ? 1 : 0)),
	en: (word, next) => formOf(english, word, takesAn(next) ? 1 : 0),
	es: (word, next) =>
		formOf(spanish, word, (/^[ye]$/.test(word) ? /^h?i(?![aeou])|^y(?![aeiou])/i : /^h?[oó]/i).test(next) ? 1 : 0),
	it: (word, next) =>
		formOf(
			italian,
			word,
			/^(?:s[^aeiouàèéìòù]|z|gn|ps|pn|x|y|i[aeou])/i.test(next) ? 1 : /^h?[aeiouàèéìòù]/i.test(next) ? 2 : 0,
		),
};

// What may be of either gender before a vowel has no way back: l’.
const french = sounds(
	"le l',la l',de d',je j',me m',te t',ne n',que qu',lorsque lorsqu',puisque puisqu',ma mon,ta ton,sa son,ce " +
		"cet,beau bel," +
		"nouveau nouvel,vieux vieil",
);
const english = sounds("a an");
const spanish = sounds("y e,o u");
const italian = sounds(
	"il lo l',del dello dell',al allo all',dal dallo dall',nel nello nell',sul sullo sull',quel quello quell'," +
		"bel bello bell',i gli gli,dei degli degli,ai agli agli,dai dagli dagli,nei negli negli,sui sugli sugli," +
		"quei quegli quegli,bei begli begli,un uno un,la la l',una una un',della della dell',alla alla all'," +
		"dalla dalla dall',nella nella nell',sulla sulla sull',quella quella quell'",
);

function formOf(rows: Sounds, word: string, at: number): string | null {
	const own = rows.filter((row) => row.includes(word));
	// un is of the masculine where it may stand for both.
	const [row] = own.length > 1 && own.every((one) => one[one.length - 1] === word) ? [] : own;
	return row?.[at] ?? null;
}

/**
 * A small word as it is written before another one, for its sound: le, l’; a, an; il, lo. As it is where none fits
 * better.
 * @param word in small letters, with a straight apostrophe
 */
export function fittedTo(next: string, word: string, language: string | null): string {
	return (language === null ? null : fitting[language]?.(word, next)) ?? word;
}

/** French *de* before a name that nobody knows yet: d’Ollama, de Mistral. Names in capitals are read as words. */
export function de(name: string): string {
	return elidesFrench(name) ? `d’${name}` : `de ${name}`;
}

/** French *que* before a name that nobody knows yet: qu’Opus, que Sonnet. */
export function que(name: string): string {
	return elidesFrench(name) ? `qu’${name}` : `que ${name}`;
}
