import { inlineSpans } from "../core/markdown/inline";
import { sentencesIn } from "../core/markdown/sentences";
import { applyChanges, type Change, type Range } from "../core/text/text";
import type { Candidate, Original } from "../core/wording/candidate";
import type { WordingChange } from "../core/wording/role-changes";

/** Words among their neighbours, those that differ set off. */
export type Phrase = readonly { readonly text: string; readonly differs: boolean }[];

/** About how many units of a sentence a row shows around the words that differ. */
const width = 26;

/** What a row shows of a candidate: the picked words, set off, with their neighbours as they would then read. */
export function rowOf(original: Original, candidate: Candidate): Phrase {
	return phraseAround(applyChanges(original.sentence, candidate.changes), pickedRange(candidate), width);
}

/**
 * Words of a text set off among their neighbours, as a reader sees them: without Markdown's marks, cut between words.
 * @param room about how many units are shown in all
 */
export function phraseAround(source: string, range: Range, room: number): Phrase {
	const hidden = hiddenSpans(source);
	const read = (from: number, to: number): string => readable(source, hidden, from, to);
	const before = read(0, range.from);
	const words = read(range.from, range.to);
	const text = before + words + read(range.to, source.length);
	const picked = { from: before.length, to: before.length + words.length };
	const around = text.length <= room ? 2 * room : Math.max(8, room - words.length);
	const from = wordStart(text, picked.from, Math.ceil(around / 2));
	const to = wordEnd(text, picked.to, Math.floor(around / 2));
	return [
		{ text: (from > 0 ? "…" : "") + text.slice(from, picked.from), differs: false },
		{ text: words, differs: true },
		{ text: text.slice(picked.to, to) + (to < text.length ? "…" : ""), differs: false },
	].filter((part) => part.text !== "");
}

/**
 * What a card shows of changes that go together: their words as they stand and as they would, each within its own
 * sentence.
 * @param changes of `text`, in order, at least one
 * @param room about how many units are shown of each
 */
export function beforeAndAfter(
	text: string,
	changes: readonly Change[],
	room: number,
): { readonly before: Phrase; readonly after: Phrase } {
	const words = { from: changes[0]?.from ?? 0, to: changes[changes.length - 1]?.to ?? 0 };
	const touched = sentencesIn(text).filter(({ from, to }) => from <= words.to && to >= words.from);
	const from = Math.min(words.from, touched[0]?.from ?? words.from);
	const to = Math.max(words.to, touched[touched.length - 1]?.to ?? words.to);
	const moved = changes.map((change) => ({ ...change, from: change.from - from, to: change.to - from }));
	const before = text.slice(from, to);
	const after = applyChanges(before, moved);
	const start = words.from - from;
	return {
		before: phraseAround(before, { from: start, to: words.to - from }, room),
		after: phraseAround(after, { from: start, to: words.to - from + after.length - before.length }, room),
	};
}

/** Words of an adapted sentence, and what became of them; null for those that stay. */
export interface AdaptedPart {
	readonly text: string;
	readonly role: WordingChange["role"] | null;
}

/**
 * A sentence as it would read, in parts that tell what changed, without Markdown's marks.
 * @param changes of the sentence, in order
 */
export function adaptedParts(
	sentence: string,
	changes: readonly (Change & { readonly role: WordingChange["role"] })[],
): readonly AdaptedPart[] {
	const source = applyChanges(sentence, changes);
	const hidden = hiddenSpans(source);
	const parts: AdaptedPart[] = [];
	let shift = 0;
	let at = 0;
	for (const { from, to, insert, role } of changes) {
		const start = from + shift;
		const end = start + insert.length;
		parts.push(
			{ text: readable(source, hidden, at, start), role: null },
			{ text: readable(source, hidden, start, end), role },
		);
		shift += insert.length - (to - from);
		at = end;
	}
	return [...parts, { text: readable(source, hidden, at, source.length), role: null }].filter(
		({ text }) => text !== "",
	);
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
	for (
		let space = text.lastIndexOf(" ", from - 2);
		space >= 0 && at - space <= room;
		space = text.lastIndexOf(" ", from - 2)
	)
		from = space + 1;
	return at <= room ? 0 : from;
}

function wordEnd(text: string, at: number, room: number): number {
	if (text.length - at <= room) return text.length;
	let to = at;
	for (let space = text.indexOf(" ", to + 1); space >= 0 && space - at <= room; space = text.indexOf(" ", to + 1))
		to = space;
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
				return text.startsWith("[[") && text.endsWith("]]")
					? [
							{ from: span.from, to: span.from + 2 },
							{ from: span.to - 2, to: span.to },
						]
					: [span];
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
