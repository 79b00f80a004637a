import { letterOrFigure } from "../text/letters";

/** Names shorter than this are words that stand in any text. */
const minLength = 4;

const anyWord = /[\p{L}\p{N}]+/gu;
const firstWord = /[\p{L}\p{N}]+/u;

/** Names named at once, at most. */
const maxMentions = 5;

/**
 * Which of these names a text mentions, as whole words, in the order of the text. A name of several words counts
 * whatever its case. One word is a mention only where it can't be meant as the common word: written as the name is,
 * with a capital that begins no sentence. A reply links nothing by itself: this finds the notes that exist among what
 * it speaks of.
 */
export function mentions(text: string, names: readonly string[]): readonly string[] {
	const plain = even(text);
	const folded = plain.replace(/\n/g, " ").toLowerCase();
	// A vault has thousands of names, and few of them begin with a word of the text.
	const words = new Set(folded.match(anyWord) ?? []);
	const isPossible = (name: string): boolean => {
		const word = firstWord.exec(name.toLowerCase());
		return name.length >= minLength && (word === null || words.has(word[0]));
	};
	return names
		.filter(isPossible)
		.map((name) => ({
			name,
			at: /\s/.test(name.trim()) ? find(folded, even(name).toLowerCase()) : findWord(plain, even(name)),
		}))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at)
		.slice(0, maxMentions)
		.map(({ name }) => name);
}

/** Apostrophes and spaces as everyone types them; line breaks stay, since a sentence may begin after one. */
function even(text: string): string {
	return text.replace(/[’ʼ]/g, "'").replace(/[^\S\n]/g, " ");
}

function find(text: string, name: string, from = 0): number {
	for (let at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
		if (
			!letterOrFigure.test(text.slice(0, at).slice(-1)) &&
			!letterOrFigure.test(text.slice(at + name.length, at + name.length + 1))
		)
			return at;
	}
	return -1;
}

/** A name of one word. Capitals and figures within it (OpenAI, GPT-5) are no common word's wherever it stands. */
function findWord(text: string, name: string): number {
	const own = /^.+[\p{Lu}\p{N}]/u.test(name);
	if (!own && !/^\p{Lu}/u.test(name)) return -1;
	for (let at = find(text, name); at >= 0; at = find(text, name, at + 1)) {
		if (own || !beginsSentence(text, at)) return at;
	}
	return -1;
}

/** Whether a capital at a place may be there for the sentence: nothing but marks stands between it and the last end. */
function beginsSentence(text: string, at: number): boolean {
	return /(?:^|[.!?…:;。！？|#>]|[-*+] |\n)[\s"'“”«»„‚‘(*_~=[\]>#-]*$/.test(text.slice(Math.max(0, at - 12), at));
}
