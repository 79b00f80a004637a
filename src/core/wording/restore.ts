import { diffWords } from "./diff";
import { stopsIn } from "./own-end";

/**
 * Line breaks that a hard-wrapped sentence has in between its words, with the quote marks or indentation that begin
 * the next line.
 */
const softBreak = /\n[ \t]*(?:>[ \t]?)*(?![ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]|[ \t]*#{1,6}[ \t]|[ \t]*\||[ \t]*\n)/g;

/**
 * A model's sentence in the writer's typography, where the difference is the model's habit and not its proposal: the
 * kind of apostrophe, the Unicode form of accents, breaks of a hard-wrapped sentence, a final stop left off, space
 * around. What only the writer may change (no-break spaces, quotation marks, emphasis) is not mended: `judge` refuses
 * it.
 */
export function restoreTypography(original: string, candidate: string): string {
	let text = candidate.trim();
	if (original === original.normalize("NFC")) text = text.normalize("NFC");
	else if (original === original.normalize("NFD")) text = text.normalize("NFD");
	text = restoreApostrophes(original, text);
	text = restoreBreaks(original, text);
	const stop = /[.!?…]+$/.exec(original)?.[0];
	return stop !== undefined && /[\p{L}\p{N}]$/u.test(text) && stopsIn(text) < stopsIn(original) ? text + stop : text;
}

// Between letters only: a quotation mark is the writer's choice.
function restoreApostrophes(original: string, text: string): string {
	const curly = /\p{L}’\p{L}/u.test(original);
	const straight = /\p{L}'\p{L}/u.test(original);
	if (curly === straight) return text;
	return text.replace(/(\p{L})['’](?=[\p{L}\p{N}\u27e6])/gu, curly ? "$1’" : "$1'");
}

function restoreBreaks(original: string, text: string): string {
	const breaks = [...original.matchAll(softBreak)];
	if (breaks.length === 0)
		return /\n(?!\s*(?:[-*+>#|]|\d{1,9}[.)]\s))/.test(text) && !original.includes("\n")
			? text.replace(/[ \t]*\n[ \t]*(?![\s>#|*+-])/g, " ")
			: text;
	// Both on one line, compared word by word; each break then goes back to the space it stood in for.
	let flat = "";
	let at = 0;
	const places: { readonly pos: number; readonly text: string }[] = [];
	for (const found of breaks) {
		flat += original.slice(at, found.index);
		const before = /[ \t]*$/.exec(flat)?.[0] ?? "";
		flat = flat.slice(0, flat.length - before.length);
		places.push({ pos: flat.length, text: before + found[0] });
		flat += " ";
		at = found.index + found[0].length;
	}
	flat += original.slice(at);
	const line = text.replace(new RegExp(`[ \\t]*(?:${softBreak.source})`, "g"), " ");
	const changes = diffWords(flat, line);
	let result = "";
	let done = 0;
	for (const place of places) {
		const pos = nearestSpace(line, mapped(place.pos, changes), done);
		if (pos === null) return text;
		result += line.slice(done, pos) + place.text;
		done = pos + 1;
	}
	return result + line.slice(done);
}

function mapped(pos: number, changes: ReturnType<typeof diffWords>): number {
	let shift = 0;
	for (const change of changes) {
		if (pos < change.fromA) break;
		if (pos < change.toA) return change.fromB;
		shift = change.toB - change.toA;
	}
	return pos + shift;
}

function nearestSpace(text: string, pos: number, least: number): number | null {
	for (let distance = 0; distance <= text.length; distance++) {
		for (const at of [pos + distance, pos - distance]) if (at >= least && text[at] === " ") return at;
	}
	return null;
}
