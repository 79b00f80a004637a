import type { Original } from "./candidate";
import { judge } from "./judge";

/**
 * Makes what judging rows of a sentence needs (its language's tables of forms, patterns of letters, compiled code), as
 * long as there is nothing to judge: the first row can then be shown within a frame. Takes tens of milliseconds once.
 */
export function readAhead(original: Original): void {
	const { sentence, selection } = original;
	const asked = sentence.slice(selection.from, selection.to);
	// Another selection, and each word after it in another form.
	const after = sentence.slice(selection.to).replace(/\p{L}(?![\p{L}\p{M}])/gu, "$&s");
	judge(original, `${sentence.slice(0, selection.from)}${asked}e${after}`);
}
