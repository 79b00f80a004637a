import { lazy } from "../../cache/lazy";

/**
 * French words that begin with an h that nothing is elided before, without accents: those in `ha` but for a few, and
 * stems of the others. Tried against the list of french-h-muet-aspire (from Wiktionary).
 */
const aspirate = lazy(
	() =>
		/^(?:ha(?!bi[lt]|lein|llucin|logen|lter|lieut|mecon|rmon|gio|plo|ruspi)|he(?:$|[ -]|aum|im|in$|las|ler|leu|leme|llo|m$|mlo|nn|nri|p$|raut|rch|rsch|re$|riss|rmiti|rni|ron|ros$|rs|rtz|tr(?:e|aie)|u$|urt|ux|ulan)|hi(?:$|[ -]|at|bou|c(?:$| )|ckor|deu|e$|ement|era|ero|gh-?l|le$|loir|laire|ndi$|p(?:$|[ -]|py|pie)|ss|t$|t-|tt)|ho$|ho(?:bb|ber|c|dj|ff|gn|la$|ld|le|ll|mar|me$|mesp|n$|nd|ng|nni|nt|p$|pp|q|rd|rion|rmis|rnbl|rs|sann|t-|td|tt|u|y)|hu(?:ard|bl|ch|e|g|it(?!r)|lk|lo|lul|m$|mer$|mage|mem|meu[sx]|mot|n|pp|q|r|sk|ss|ti|tt))/,
);

/** Vowels that nothing is elided before all the same: le onze, le oui, le yaourt. */
const unelided = /^(?:onz|oui(?:$|s)|ouat?$|uhlan|ulul|y(?=[aeiou])(?!eux|euse|eble))/;

/** Whether French words are elided before this one: l’orme, l’herbe, but le hêtre, le onze, le yaourt. */
export function elidesFrench(word: string): boolean {
	const plain = word.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").replace(/æ/gi, "ae").toLowerCase();
	return /^[aeiouyh]/.test(plain) && !unelided.test(plain) && !aspirate().test(plain);
}

/** Vowels that are spoken as a consonant: a unit, a European, a one-off. */
const glide =
	/^(?:u-|uni(?:[bcfloqstv]|on|$)|unanim|us(?:e|a[gb]|u|ing)|ut(?:en|er|il|op)|ur(?:an|in|et|ol)|ubiqu|uk|uv|eu|ew|one(?:$|[-s])|once)/i;

/** Whether English has `an` before this word: an hour, an 8-year-old, an X-ray, but a unit. */
export function takesAn(word: string): boolean {
	if (/^(?:heir|honest|honou?r|hours?(?:$|[^a-z])|hourly)/i.test(word) || /^[FHLMNRSX](?:$|-)/.test(word)) return true;
	return /^(?:[aeiou]|8|1[18](?!\d))/i.test(word) && !glide.test(word);
}
