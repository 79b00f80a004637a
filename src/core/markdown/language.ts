import { lazy } from "../cache/lazy";

/** Languages that can be told, by ISO 639-1. */
export type LanguageCode = "fr" | "en" | "de" | "es" | "it" | "pt" | "nl";

/** Frequent small words, those shared by several languages left to the letters below. */
const smallWords: Readonly<Record<LanguageCode, string>> = {
	fr:
		"le la les un une des du de et est que qui dans pour pas sur avec plus ce cette ces il elle nous vous ils " +
		"elles je tu mais ou où donc son sa ses leur au aux en ne se sont était être ont avait fait très même aussi " +
		"comme sans j'ai c'est d'un d'une qu'il n'est l'on on quand tout rien après avant chez entre deux alors puis " +
		"encore toujours jamais peu",
	en:
		"the a an and of to in is that it for on with as was are be this by not or from but have has had his her " +
		"they we you i he she at which were been their its would could should there what when who how if so no my " +
		"your our than then into about",
	de:
		"der die das und ist nicht ein eine einen einem einer zu den dem des mit auf für von im in ich du er sie es " +
		"wir ihr auch als an nach bei aus wie nur noch aber oder wenn dass war sind hat haben wird werden sich so " +
		"über um kein keine schon mehr sehr",
	es:
		"el la los las un una unos unas y de que en es no por con para del al se lo su sus como más pero o si fue " +
		"son era está este esta estos estas ya muy sin sobre también me te le nos hay ser ha han todo cuando donde " +
		"porque desde hasta",
	it:
		"il lo la i gli le un uno una e di che in è non per con del della dei delle al alla si su come più ma o se " +
		"sono era questo questa anche nel nella da dal dalla ha hanno essere molto tutto quando dove perché cui mi " +
		"ti ci",
	pt:
		"o a os as um uma e de que em é não por com para do da dos das no na se ao mais mas ou foi são era este esta " +
		"isso também já muito sem sobre como ser tem há você seu sua quando onde porque até pelo pela nos",
	nl:
		"de het een en van is niet op te in dat die voor met zijn aan er om ook als bij naar uit maar of wordt was " +
		"werd heeft hebben ik je hij zij ze we wij dit deze nog wel geen meer kan zou door over tot onder veel",
};

const ownLetters: Readonly<Record<LanguageCode, RegExp>> = {
	fr: /[œçêèàùâûîôëïé]/g,
	en: /$^/g,
	de: /[äöüß]/g,
	es: /[ñ¿¡íóúáé]/g,
	it: /[ìòàèùé]/g,
	pt: /[ãõçéíóú]/g,
	nl: /ij/g,
};

/** Letters and signs of one of these languages only: one tells as much as several small words, which others share. */
const onlyLetters: Partial<Record<LanguageCode, RegExp>> = { fr: /œ/g, de: /ß/g, es: /[ñ¿¡]/g, pt: /[ãõ]/g };

const sets = lazy(() =>
	Object.entries(smallWords).map(([code, words]) => [code as LanguageCode, new Set(words.split(" "))] as const),
);

/** Whether a word, in lower case, is one of the frequent small words of these languages: no name, hardly ever. */
export function isSmallWord(word: string): boolean {
	return sets().some(([, words]) => words.has(word));
}

/**
 * Whether a text has small words of other languages and none of this one, few as they may be: *Un silence suivit* is no
 * English. False for a language whose small words are not known.
 */
export function isForeignTo(language: string, text: string): boolean {
	const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
	const own = sets().find(([code]) => code === language)?.[1];
	return own !== undefined && !words.some((word) => own.has(word)) && words.some(isSmallWord);
}

/**
 * The language of a text, by its small words and letters. Null when it is too short or too mixed to tell: a guess that
 * is wrong would make the friend answer in the wrong language.
 */
export function guessLanguage(text: string): LanguageCode | null {
	const plain = text
		.toLowerCase()
		.replace(/’/g, "'")
		.replace(/`[^`]*`|https?:\S+|\[\[[^\]]*\]\]/g, " ");
	const words = plain.match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)?/gu) ?? [];
	if (words.length === 0) return null;
	const scores = sets()
		.map(([code, set]) => {
			const small = words.reduce(
				(sum, word) =>
					sum +
					(set.has(word) || (word.includes("'") && set.has(word.split("'")[1] ?? "") && code === "fr") ? 1 : 0) +
					(code === "fr" && /^(?:[cdjlmnst]|qu)'/.test(word) ? 1 : 0),
				0,
			);
			return {
				code,
				score:
					small +
					(plain.match(ownLetters[code])?.length ?? 0) * 0.4 +
					(plain.match(onlyLetters[code] ?? /$^/g)?.length ?? 0) * 1.6,
			};
		})
		.sort((a, b) => b.score - a.score);
	const [first, second] = scores;
	if (first === undefined || second === undefined || first.score < 1 || first.score / words.length < 0.12) return null;
	return first.score >= second.score * 1.2 + 0.3 ? first.code : null;
}
