import { lazy } from "../../cache/lazy";
import { Forms } from "./forms";
import { formsTable } from "./forms-table";
import { pairsOf } from "./kinship";

/** Ends of infinitives, participles and gerunds of one verb, after a beginning that may be of one letter. */
const endings = {
	fr:
		"é/er i/ir i/re u/re u/ir u/oir vert/vrir fert/frir is/endre is/ettre uis/uérir is/eoir int/indre ait/aire " +
		"it/ire " +
		"u/aître u/oire u/ire u/aire u/evoir û/evoir u/ouvoir çu/cevoir u/avoir écu/ivre olu/oudre é/aître ort/ourir",
	es:
		"ado/ar ido/er ido/ir ando/ar iendo/er iendo/ir yendo/er yendo/ir ando/ado iendo/ido echo/acer icho/ecir isto/er " +
		"uesto/oner crito/cribir bierto/brir oto/omper uelto/olver uerto/orir idiendo/edir iniendo/enir",
	it:
		"ato/are uto/ere ito/ire ando/are endo/ere endo/ire ando/ato endo/uto endo/ito atto/are etto/ire uto/ire " +
		"so/ndere " +
		"so/dere esso/ettere tto/ggere tto/vere tto/rre erto/rire nto/ncere nto/ngere lto/gliere so/rere sto/dere " +
		"isto/edere sto/nere " +
		"sto/rre ssuto/vere sso/vere",
	pt:
		"ado/ar ido/er ido/ir ando/ar endo/er indo/ir ando/ado endo/ido indo/ido eito/azer ito/izer isto/er osto/or " +
		"osto/ôr " +
		"crito/crever berto/brir",
} as const;

const pairs = {
	fr: lazy(() => pairsOf(endings.fr)),
	es: lazy(() => pairsOf(endings.es)),
	it: lazy(() => pairsOf(endings.it)),
	pt: lazy(() => pairsOf(endings.pt)),
};

/** German participles that have other consonants than their infinitive. */
const germanPairs = lazy(
	() =>
		new Set(
			(
				"gegangen gehen,gestanden stehen,gebracht bringen,gedacht denken,gewesen sein,getan tun,gesessen sitzen," +
				"gezogen ziehen,gehabt haben,worden werden,gekannt kennen,gewusst wissen,geschnitten schneiden," +
				"gelitten leiden,gegessen essen"
			).split(","),
		),
);

/** Vowels of German participles and infinitives that differ. */
const ablaut = new Set("o/e o/ie u/i o/i ie/ei i/ei o/ü o/ä o/au o/ö a/e".split(" "));

/** Tells whether two words in small letters may be an infinitive, a participle or a gerund of one verb. */
export function nonfinite(language: "fr" | "en" | "de" | "es" | "it" | "pt"): (a: string, b: string) => boolean {
	if (language === "en") return englishForms();
	if (language === "de") return (a, b) => isGermanParticiple(a, b) || isGermanParticiple(b, a);
	const known = pairs[language];
	return (a, b) =>
		known().some(([x, y]) =>
			masculines(a, language).some((one) =>
				masculines(b, language).some((other) => isPair(one, other, x, y) || isPair(other, one, x, y)),
			),
		);
}

function isPair(a: string, b: string, endA: string, endB: string): boolean {
	return (
		a.endsWith(endA) &&
		b.endsWith(endB) &&
		a.length > endA.length &&
		a.slice(0, -endA.length) === b.slice(0, -endB.length)
	);
}

/** A word, and what it may be as a participle of the masculine. */
function masculines(word: string, language: "fr" | "es" | "it" | "pt"): readonly string[] {
	const ends = language === "fr" ? ["e", "s", "es"] : language === "it" ? ["a", "i", "e"] : ["a", "as", "os"];
	const other = language === "fr" ? "" : "o";
	return [word, ...ends.filter((end) => word.endsWith(end)).map((end) => word.slice(0, -end.length) + other)];
}

function englishForms(): (a: string, b: string) => boolean {
	const past = new Forms(formsTable.en.past);
	return (a, b) => {
		const others = englishBases(b);
		return englishBases(a).some((one) => others.some((other) => one === other || past.related(one, other)));
	};
}

/** What an English verb's form may come from: writing, written, write; stopped, stop. */
function englishBases(word: string): readonly string[] {
	const found = [word];
	for (const end of ["ing", "ed", "en", "n", "d", "es", "s", "ne"]) {
		const stem = word.slice(0, -end.length);
		if (!word.endsWith(end) || stem.length < 2) continue;
		found.push(stem, `${stem}e`, stem.replace(/(\p{L})\1$/u, "$1"), stem.replace(/i$/, "y"));
	}
	return found;
}

function isGermanParticiple(participle: string, infinitive: string): boolean {
	if (germanPairs().has(`${participle} ${infinitive}`)) return true;
	if (!/(?:t|en)$/.test(participle) || !/n$/.test(infinitive)) return false;
	const base = infinitive.replace(/e?n$/, "");
	const cores = [participle, participle.replace(/^((?:\p{L}{2,})?)ge(?=\p{L}{3})/u, "$1")].map((form) =>
		form.replace(/(?:e?t|en)$/, ""),
	);
	return participle !== infinitive && cores.some((core) => core === base || isAblaut(core, base));
}

/** Whether two stems differ by a vowel as those of one German verb do: genommen, nehmen. */
function isAblaut(one: string, other: string): boolean {
	const vowels = /[aeiouäöü]+(?!.*[aeiouäöü])/;
	const [a, b] = [vowels.exec(one), vowels.exec(other)];
	if (a === null || b === null || !ablaut.has(`${a[0]}/${b[0]}`)) return false;
	const consonants = (text: string): string => text.replace(vowels, "_").replace(/h(?=[mnl])|(\p{L})(?=\1)/gu, "");
	return consonants(one) === consonants(other);
}

/** Whether two infinitives or gerunds of Spanish or Italian differ by the object behind them: finirlo, finirla. */
export function isOtherObject(a: string, b: string): boolean {
	const bare = (word: string): string | undefined => /^(.{2,}(?:r|ndo))l[aeio]s?$/.exec(word)?.[1];
	return bare(a) !== undefined && bare(a) === bare(b);
}
