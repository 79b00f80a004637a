import { sentencesIn } from "../markdown/sentences";
import { wordsOf } from "../text/tokens";

/** A stop with what closes after it: quotes, brackets, emphasis, references of footnotes. */
const stop = /[.!?…。！？]+(?:[\u00a0\u202f ]?»|["”’)\]*_=~]|\[\^[^\]\s]+\])*(?![\p{L}\p{N}])/gu;

/** With less than this share of the sentence's words, a stop is one within it. */
const leastWords = 0.6;

/** How many stops a text has. */
export function stopsIn(text: string): number {
	return text.match(stop)?.length ?? 0;
}

/**
 * A text cut after the end that the original has too, when something follows there: a remark, whatever its sign or
 * case, or another version. Null when nothing does, or when the original ends without a stop. Stops of abbreviations
 * and figures end nothing.
 */
export function cutAtOwnEnd(original: string, text: string): { readonly head: string; readonly rest: string } | null {
	const own = [...original.trimEnd().matchAll(stop)];
	const last = own[own.length - 1];
	if (last === undefined || last.index + last[0].length < original.trimEnd().length) return null;
	const least = wordsOf(original).length * leastWords;
	for (const found of [...text.matchAll(stop)].slice(own.length - 1)) {
		const end = found.index + found[0].length;
		const head = text.slice(0, end);
		const rest = text.slice(end).trim();
		if (rest === "") return null;
		if (wordsOf(head).length < least) continue;
		// Only what ends before a word in capitals is an end.
		if (sentencesIn(`${head} Xx`).some(({ from }) => from === end + 1)) return { head, rest };
	}
	return null;
}
