import { applyChanges } from "../core/text";
import type { Candidate, Original } from "../core/wording/candidate";
import type { WordsRow } from "./words-list";

/** About how many units of a sentence a row shows around the words that differ. */
const width = 30;

/** What a row shows of a candidate: the picked words, set off, with their neighbours as they would then read. */
export function rowOf(original: Original, candidate: Candidate): WordsRow["phrase"] {
	const text = applyChanges(original.sentence, candidate.changes);
	const picked = pickedRange(candidate);
	const room = Math.max(8, width - (picked.to - picked.from));
	const from = wordStart(text, picked.from, Math.ceil(room / 2));
	const to = wordEnd(text, picked.to, Math.floor(room / 2));
	return [
		{ text: (from > 0 ? "…" : "") + plain(text.slice(from, picked.from)), differs: false },
		{ text: plain(text.slice(picked.from, picked.to)), differs: true },
		{ text: plain(text.slice(picked.to, to)) + (to < text.length ? "…" : ""), differs: false },
	].filter((part) => part.text !== "");
}

// From the first to the last picked change, in the candidate's sentence.
function pickedRange(candidate: Candidate): { from: number; to: number } {
	const picked = candidate.changes.some((change) => change.role === "picked");
	let shift = 0;
	let from: number | null = null;
	let to = 0;
	for (const change of candidate.changes) {
		if (!picked || change.role === "picked") {
			from ??= change.from + shift;
			to = change.from + shift + change.insert.length;
		}
		shift += change.insert.length - (change.to - change.from);
	}
	return { from: from ?? 0, to };
}

function wordStart(text: string, at: number, room: number): number {
	let from = at;
	for (let space = text.lastIndexOf(" ", from - 2); space >= 0 && at - space <= room; space = text.lastIndexOf(" ", from - 2)) from = space + 1;
	return at <= room ? 0 : from;
}

function wordEnd(text: string, at: number, room: number): number {
	if (text.length - at <= room) return text.length;
	let to = at;
	for (let space = text.indexOf(" ", to + 1); space >= 0 && space - at <= room; space = text.indexOf(" ", to + 1)) to = space;
	return to;
}

function plain(text: string): string {
	return text.replace(/\s*\n[>\s]*/g, " ").replace(/[*_]{1,3}|==|~~/g, "");
}
