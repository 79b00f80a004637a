import { lazy } from "../cache/lazy";
import { letterOrFigure } from "../text/letters";
import { wordsOf } from "../text/tokens";
import { closedWords } from "./agreement/closed-words";
import { fittedTo } from "./agreement/sounds";
import type { Candidate, Original } from "./candidate";
import { judge } from "./judge";
import type { Frozen } from "./freeze";
import { unadorned } from "./plain-rows";
import { talkWords } from "./reply-words";

/** Words that a row may have beyond those of the selection: an article, a particle. */
const moreWords = 2;

/** How a line begins that speaks to the writer instead of proposing words. */
const talk = lazy(() => new RegExp(`^(?:${talkWords().join("|").replace(/'/g, "['’]")})(?![\\p{L}\\p{N}])`, "iu"));

/** Behind the words what they mean: a dash, brackets, a colon. */
const gloss = /(?:\s+[—–-]+\s.*|\s*[([][^()[\]]*[)\]]|\s*:\s.*)$/u;

const noSigns = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} \u00a0\u202f'’-]*$/u;

/**
 * The words that a reply without a single sentence proposes: one a line, or several parted by commas. None where a line
 * reads as prose.
 * @param selection the words that were asked about, as the model was shown them
 */
export function bareRows(reply: string, selection: string): readonly string[] {
	return reply.split("\n").flatMap((line) => {
		const text = line.trim();
		if (text === "" || /[:：]$/.test(text)) return [];
		const own = unadorned(text, selection);
		const listed = own.replace(/^[^:,;]{2,40}:\s+(?=.*[,;/])/u, "").split(/\s*[,;/|]\s*/);
		const words = listed.map((part) => wordsAlone(part, selection));
		if (listed.length > 1 && words.every((word) => word !== null)) return words;
		const one = wordsAlone(own, selection);
		return one === null ? [] : [one];
	});
}

/** A text as words that could take the selection's place, without what models write around them; null for others. */
function wordsAlone(text: string, selection: string): string | null {
	const words = unadorned(text.replace(gloss, ""), selection)
		.replace(/[.,;]+$/, "")
		.trim();
	const most = wordsOf(selection).length + moreWords;
	return noSigns.test(words) && wordsOf(words).length <= most && !talk().test(words) ? words : null;
}

/**
 * A row of words alone, put in the selection's place; `bare` names them if the rest of the sentence may have to agree
 * with them. Null for any other row, and where the sentence can't hold them.
 */
export function judgeBare(original: Original, row: string, frozen: Frozen): Candidate | null {
	const { sentence, selection, language } = original;
	const asked = sentence.slice(selection.from, selection.to);
	const words = row.includes("\n") ? null : wordsAlone(row, asked);
	if (words === null || words === asked || !isBeside(original, row, words)) return null;
	const put = inPlace(original, words);
	if (put === null) return null;
	const found = judge(original, put.text, frozen);
	if ("broken" in found) return null;
	return fits(asked, put.words, language) ? found : { ...found, bare: put.words };
}

/**
 * Whether words are none of those around the selection: a piece of the sentence is no proposal, nor is another sentence
 * that shares a word with it.
 */
function isBeside({ sentence, selection }: Original, row: string, words: string): boolean {
	const around = new Set(wordsOf(`${sentence.slice(0, selection.from)} ${sentence.slice(selection.to)}`.toLowerCase()));
	const own = wordsOf(words.toLowerCase());
	const shared = own.filter((word) => around.has(word)).length;
	const isSentence = own.length > 1 && /^\p{Lu}/u.test(words) && /[.!?…]$/.test(row.trim()) && /[.!?…]$/.test(sentence);
	return around.size > 1 && shared * 2 <= own.length && !(isSentence && shared > 0);
}

/** The sentence with these words in the selection's place: in the case of what they replace, with its own article. */
function inPlace(original: Original, row: string): { readonly text: string; readonly words: string } | null {
	const { sentence, selection, language } = original;
	const closed = closedWords(language);
	const asked = sentence.slice(selection.from, selection.to);
	let words = language === "de" ? row : cased(row, asked);
	let before = sentence.slice(0, selection.from);
	const article = /^(\S+?['’]|\S+ )(?=\S)/u.exec(words)?.[0];
	const last = /(?:^|[\s(«“"])([^\s(«“"]+?['’]|[^\s(«“"]+ )$/u.exec(before)?.[1];
	if (closed !== null && article !== undefined && last !== undefined) {
		const [brought, there] = [article, last].map((word) => word.trim().toLowerCase().replace("’", "'"));
		if (brought === there) words = words.slice(article.length);
		else if (closed.determiners.has(brought ?? "") && closed.determiners.has(there ?? "")) {
			before = before.slice(0, before.length - last.length) + cased(article, last);
			words = words.slice(article.length);
		}
	}
	if (words === asked || !letterOrFigure.test(words)) return null;
	return { text: sounding(before, words, language) + words + sentence.slice(selection.to), words };
}

// A list writes each word with a capital; a sentence does not, but at its start.
function cased(words: string, asked: string): string {
	const [first = ""] = words;
	if (/^\p{Lu}/u.test(asked)) return first.toUpperCase() + words.slice(1);
	return /^\p{Lu}\p{Ll}/u.test(words) ? first.toLowerCase() + words.slice(1) : words;
}

/** What stands before some words, with the sound that they call for: l’orme, de frêne; an oak; lo specchio. */
function sounding(before: string, words: string, language: string | null): string {
	const [, head = "", small = ""] = /^(.*(?:^|[\s(«“"'’]))(\p{L}+(?:['’]|[ \u00a0]))$/su.exec(before) ?? [];
	const word = small.trim().toLowerCase().replace("’", "'");
	const fitted = word === "" ? "" : fittedTo(words, word, language);
	if (fitted === word) return before;
	const mark = before.includes("'") ? "'" : "’";
	return head + cased(fitted.endsWith("'") ? fitted.replace("'", mark) : `${fitted} `, small);
}

// English alone shows by their ends that words go where others stood; elsewhere gender is nowhere to be read.
function fits(asked: string, words: string, language: string | null): boolean {
	const shape = (text: string): string => /(?:[^s]s|ed|ing|ly)$/.exec(text.toLowerCase())?.[0].slice(-2) ?? "";
	const isInS = (text: string): boolean => /[^s]s$/i.test(text);
	return language === "en" && (isInS(asked) ? isInS(words) : !isInS(words) && shape(asked) === shape(words));
}
