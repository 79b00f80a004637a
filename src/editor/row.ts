import { inlineSpans } from "../core/markdown/inline";
import { applyChanges, type Range } from "../core/text";
import type { Candidate, Original } from "../core/wording/candidate";
import type { WordsRow } from "./words-list";

/** About how many units of a sentence a row shows around the words that differ. */
const width = 30;

/** What a row shows of a candidate: the picked words, set off, with their neighbours as they would then read. */
export function rowOf(original: Original, candidate: Candidate): WordsRow["phrase"] {
	const source = applyChanges(original.sentence, candidate.changes);
	const inSource = pickedRange(candidate);
	const hidden = hiddenSpans(source);
	const read = (from: number, to: number): string => readable(source, hidden, from, to);
	const before = read(0, inSource.from);
	const words = read(inSource.from, inSource.to);
	const text = before + words + read(inSource.to, source.length);
	const picked = { from: before.length, to: before.length + words.length };
	const room = Math.max(8, width - words.length);
	const from = wordStart(text, picked.from, Math.ceil(room / 2));
	const to = wordEnd(text, picked.to, Math.floor(room / 2));
	return [
		{ text: (from > 0 ? "…" : "") + text.slice(from, picked.from), differs: false },
		{ text: words, differs: true },
		{ text: text.slice(picked.to, to) + (to < text.length ? "…" : ""), differs: false },
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

// What a reader does not see: marks, targets of links, comments. A wikilink without words of its own shows its target.
function hiddenSpans(source: string): readonly Range[] {
	return inlineSpans(source).flatMap((span): readonly Range[] => {
		switch (span.kind) {
			case "marker":
			case "link":
			case "comment":
			case "html":
			case "footnote":
			case "blockid":
				return [span];
			case "escape":
				return [{ from: span.from, to: span.from + 1 }];
			case "wikilink": {
				const text = source.slice(span.from, span.to);
				return text.startsWith("[[") && text.endsWith("]]") ? [{ from: span.from, to: span.from + 2 }, { from: span.to - 2, to: span.to }] : [span];
			}
			default:
				return [];
		}
	});
}

function readable(source: string, hidden: readonly Range[], from: number, to: number): string {
	let text = "";
	let at = from;
	for (const span of hidden) {
		if (span.to <= at || span.from >= to) continue;
		text += source.slice(at, Math.max(at, span.from));
		at = Math.min(to, span.to);
	}
	return (text + source.slice(at, to)).replace(/\s*\n[>\s]*/g, " ");
}
