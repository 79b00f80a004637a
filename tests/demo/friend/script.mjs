// What the scripted friend says to a request: other words as adapted sentences, small rewordings, answers about the
// sample notes.
import { answers, scriptedOnly, followUp } from "./answers.mjs";
import { laterAnswers, remarksOn } from "./remarks.mjs";
import { englishSentences, englishSynonyms } from "./words-en.mjs";
import { feminine, frenchSentences, frenchSynonyms, masculineOf } from "./words-fr.mjs";
import { corrections, rewordings } from "./rewordings.mjs";

/** The reply to a chat request's messages, as text. */
export function replyTo(messages, model) {
	const question = textOf(messages.findLast(({ role }) => role === "user"));
	if (messages.filter(({ role }) => role === "user").length > 1)
		return followUp(languageOf(question, textOf(messages[1])));
	if (/^Answer with at most \d+ remarks/m.test(question)) {
		const note = messages.map(textOf).join("\n");
		const whole = /<note[^>]*>\n([^]*?)\n<\/note/.exec(note)?.[1] ?? "";
		return remarksOn(whole, question, languageOf("", whole));
	}
	if (question.includes("small changes to the passage")) return reword(question);
	if (tag(question, "sentence") !== null) return otherWords(question, model);
	return answer(question, model);
}

function textOf(message) {
	const { content } = message ?? { content: "" };
	return typeof content === "string" ? content : content.map(({ text }) => text ?? "").join("");
}

/** The last element of that name: the note that comes first may hold anything. */
function tag(text, name) {
	return all(text, name).at(-1) ?? null;
}

function all(text, name) {
	return Array.from(
		text.matchAll(new RegExp(`<${name}(?:-\\d+)?(?: [^>\n]*)?>\\n([^]*?)\\n</${name}(?:-\\d+)?>`, "g")),
		([, inner]) => inner,
	);
}

function languageOf(question, fallback = "") {
	const named = /(?:^|\n)Text in (\w+),|^Answer[^]*?, in (\w+) unless/.exec(question)?.slice(1).find(Boolean);
	return (named ?? (/[éèàùçœ]|\b(?:le|la|les|une|des)\b/.test(fallback) ? "French" : "English")) === "French"
		? "fr"
		: "en";
}

function glossLanguageOf(question) {
	return /, (?:gloss|reasons) in French\./.test(question) ? "fr" : "en";
}

/** Typography as nobody types it in a script: special spaces and apostrophes count as the plain ones. */
const plain = (text) =>
	text
		.replace(/[\u00a0\u202f⍽]/g, " ")
		.replace(/’/g, "'")
		.replace(/\s+/g, " ")
		.trim();

function otherWords(question, model) {
	const sentence = tag(question, "sentence");
	const selection = tag(question, "selection") ?? "";
	const own = tag(question, "own_word");
	const gloss = glossLanguageOf(question);
	const language = languageOf(question);
	const known = (language === "fr" ? frenchSentences : englishSentences).find(
		(one) => plain(sentence).includes(plain(one.sentence)) && plain(selection) === plain(one.selection),
	);
	if (own !== null) return lines([ownWord(sentence, selection, own, known, language, gloss)]);
	const shown = (tag(question, "shown") ?? "").split("\n").filter(Boolean).map(plain);
	const loosened = question.includes("may be recast");
	const rows =
		known === undefined
			? synonyms(sentence, selection, language, gloss)
			: (loosened
					? [...(known.recast ?? []), ...known.rows]
					: [...known.rows.slice(0, 4), ...(known.recast ?? []), ...known.rows.slice(4), ...(known.more ?? [])]
				).map(({ edits, ...row }) => ({ text: edited(sentence, edits), gloss: row[gloss] }));
	const fresh = rows.filter((row) => !shown.some((words) => plain(row.text).includes(words)));
	const ordered = model.includes("scribe") ? [...fresh].reverse() : fresh;
	// The small model is less well behaved: bare strings, and one row in the wrong language.
	if (model.includes("echo"))
		return [
			...ordered.slice(0, 3).map((row) => JSON.stringify(row.text)),
			JSON.stringify(
				language === "fr" ? "I would say it quite differently in English." : "Je le dirais tout autrement en français.",
			),
		].join("\n");
	return lines(ordered.slice(0, 5));
}

function lines(rows) {
	return rows.length === 0 ? "[]" : rows.map((row) => JSON.stringify(row)).join("\n");
}

/** Replaces words of the sentence as it was shown, each pair once. */
function edited(sentence, edits) {
	return edits.reduce((text, [from, to]) => {
		const at = text.replace(/’/g, "'").indexOf(from.replace(/’/g, "'"));
		return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
	}, sentence);
}

function synonyms(sentence, selection, language, gloss) {
	const found = (language === "fr" ? frenchSynonyms : englishSynonyms)[plain(selection).toLowerCase()] ?? [];
	return found.map(([word, ...glosses]) => {
		const cased = /^\p{Lu}/u.test(selection) ? word[0].toUpperCase() + word.slice(1) : word;
		return {
			text: withArticle(edited(sentence, [[selection, cased]]), selection, cased, language),
			gloss: glosses[gloss === "fr" ? 0 : 1],
		};
	});
}

/** "a" before a vowel becomes "an", and back. */
function withArticle(text, selection, word, language) {
	if (language !== "en") return text;
	return /^[aeiou]/i.test(word) ? text.replace(` a ${word}`, ` an ${word}`) : text.replace(` an ${word}`, ` a ${word}`);
}

function ownWord(sentence, selection, own, known, language, gloss) {
	const words =
		gloss === "fr"
			? { word: "votre mot", agreed: "accordé à votre mot" }
			: { word: "your word", agreed: "agrees with your word" };
	const model = known?.own;
	if (model === undefined)
		return { text: withArticle(edited(sentence, [[selection, own]]), selection, own, language), gloss: words.word };
	const edits = (feminine(own) ? model.feminine : model.masculine).map(([from, to]) => [from, to.replace("{}", own)]);
	return {
		text:
			language === "fr"
				? masculineOf(edited(sentence, edits), own)
				: withArticle(edited(sentence, edits), selection, own, language),
		gloss: words.agreed,
	};
}

function reword(question) {
	const passage = tag(question, "passage") ?? "";
	const gloss = glossLanguageOf(question);
	const objective = tag(question, "question") ?? "";
	const pairs = /Corrigez l’orthographe|Correct spelling/.test(objective) ? corrections : rewordings;
	const fitting = pairs.filter(([from]) => plain(passage).includes(plain(from)));
	if (fitting.length === 0) return "[]";
	const usual = gloss === "fr" ? "au plus près de l’oreille" : "closer to the ear";
	const why = Object.fromEntries(fitting.map(([, to, reason]) => [to, reason ?? usual]));
	return lines([{ text: edited(passage, fitting), why }]);
}

/** What an objective asks, told from its words. */
const kinds = [
	["clear", /someone who has read only this note|n’a lu que cette note/],
	["better", /What could be better|Que peut-on améliorer/],
	["evoke", /bring to mind|fait-il penser/],
	["name", /name or term come from|D’où vient ce nom/],
	["missing", /What am I missing|Qu’est-ce qui m’échappe/],
	["second", /fresh eyes|œil neuf/],
	["sense", /Does this idea hold up|Cette idée tient-elle debout/],
	["overview", /seen from this angle|sous cet angle/],
	["check", /contest on the facts|contester sur les faits/],
	["cut", /could go without anything being lost|pourraient partir sans que rien se perde/],
];

function answer(question, model) {
	const passage = plain(tag(question, "passage") ?? "");
	const asked = tag(question, "question") ?? "";
	const kind = kinds.find(([, words]) => words.test(asked))?.[0] ?? "other";
	const language = languageOf((/\nAnswer[^\n]*$/.exec(question)?.[0] ?? "").trim(), passage);
	const known = answers.find((one) => passage.includes(plain(one.about)));
	const later = Object.entries(laterAnswers).find(([about]) => passage.includes(plain(about)))?.[1][kind];
	if (typeof later === "function") return later(/angle ?: ([^\n]*)/.exec(asked.replace(/\u00a0/g, " "))?.[1] ?? "?");
	const text = later ?? known?.[kind];
	if (text === undefined) return scriptedOnly(language, kind);
	if (typeof text === "string") return text;
	return text[model.includes("scribe") ? "scribe" : model.includes("echo") ? "echo" : "plume"] ?? text.plume;
}
