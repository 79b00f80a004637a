import { letterOrFigure, scripts } from "../letters";
import { once } from "../once";
import { smallestChange, type Change, type Range } from "../text";
import type { Adoption } from "./model";
import type { FoundRecord } from "./parse";

/** Words of a note that a record says were adopted, and that still stand there. */
export interface AdoptedSpan extends Range {
	/** The record that names who proposed them. */
	readonly record: FoundRecord;
	/** Which of its adoptions. */
	readonly adoption: number;
	/** What stood in their place, as `undo` would bring it back: from the first to the last of the words that changed with them, these words alone, or else the sentence. */
	readonly before: string;
	/** What gives the writer's words back: the sentence as it was where it stands untouched, else these words alone; null where neither is certain. */
	readonly undo: Change | null;
}

/** How far from its record a sentence may stand, in UTF-16 units: a long passage, not the whole note. */
const reach = 12_000;

/** How many words of the sentence must stand beside adopted words once the rest of it was rewritten; its last word with its stop will do. */
const company = 2;

/**
 * The adopted words still standing verbatim near their record: above it, the nearest place first, or below it when the
 * record was moved. Line breaks and quote marks may run through the sentence. When the sentence was rewritten elsewhere,
 * its adopted words count as long as the words right before or right after them stand too; rewritten themselves, they don't.
 * No two spans overlap: what was adopted later goes first.
 * @param records of this very text, as `findRecords` gives them
 */
export function adoptedSpans(text: string, records: readonly FoundRecord[]): readonly AdoptedSpan[] {
	const spans: AdoptedSpan[] = [];
	const claimed = [...records].sort((a, b) => b.record.date.localeCompare(a.record.date) || b.range.from - a.range.from);
	for (const record of claimed) {
		for (let index = record.record.adoptions.length - 1; index >= 0; index--) {
			const adoption = record.record.adoptions[index];
			if (adoption === undefined || adoption.adopted === "") continue;
			for (const span of standing(text, adoption, record, index, records)) {
				if (!spans.some((other) => span.from < other.to && other.from < span.to)) spans.push(span);
			}
		}
	}
	return spans.sort((a, b) => a.from - b.from);
}

function standing(text: string, adoption: Adoption, record: FoundRecord, index: number, records: readonly FoundRecord[]): readonly AdoptedSpan[] {
	const { adopted, before, changedAdopted, changedBefore } = adoption;
	const changes = changedAdopted.length > 0 ? changedAdopted : changedBefore.length > 0 ? [] : [{ from: 0, to: adopted.length }];
	const whole = find(text, adopted, { from: 0, to: adopted.length }, record.range, records);
	return changes.flatMap((change, at) => {
		const found = whole === null ? findInCompany(text, adopted, change, record.range, records)
			: { from: whole.place(change.from), to: whole.place(change.to - 1) + 1 };
		if (found === null) return [];
		const old = changedBefore.length === changes.length ? changedBefore[at] : undefined;
		const words = old === undefined ? null : before.slice(old.from, old.to);
		if (whole !== null && text.slice(whole.range.from, whole.range.to) === adopted) {
			const stretch = before.slice(changedBefore[0]?.from ?? 0, changedBefore[changedBefore.length - 1]?.to ?? before.length);
			return [{ ...found, record, adoption: index, before: stretch === "" ? before : stretch, undo: smallestChange(whole.range.from, adopted, before) }];
		}
		return [{ ...found, record, adoption: index, before: words ?? before, undo: words === null ? null : { ...found, insert: words } }];
	});
}

/** Changed words with the words of their sentence before them, or with those after them; a long change stands for itself. */
function findInCompany(text: string, sentence: string, change: Range, near: Range, records: readonly FoundRecord[]): Range | null {
	const left = /(?:\S+\s+){0,2}\S*$/.exec(sentence.slice(0, change.from))?.[0] ?? "";
	const right = /^\S*(?:\s+\S+){0,2}/.exec(sentence.slice(change.to))?.[0] ?? "";
	const tries: Range[] = [];
	if (wordsIn(left) >= company) tries.push({ from: change.from - left.length, to: change.to });
	const toEnd = change.to + right.length === sentence.length && /[\p{L}\p{N}][^\p{L}\p{N}\s]+$/u.test(right);
	if (wordsIn(right) >= company || toEnd) tries.push({ from: change.from, to: change.to + right.length });
	if (wordsIn(sentence.slice(change.from, change.to)) > company) tries.push(change);
	for (const range of tries) {
		const found = find(text, sentence, range, near, records);
		if (found !== null) return { from: found.place(change.from), to: found.place(change.to - 1) + 1 };
	}
	return null;
}

function wordsIn(text: string): number {
	return text.split(/\s+/).filter((word) => letterOrFigure.test(word)).length;
}

interface Found {
	readonly range: Range;
	/** Where a unit of the sentence stands in the note. */
	place(position: number): number;
}

const gap = "(?:[ \\t]*\\r?\\n[ \\t>]*|[ \\t])";

/** The nearest place above the record where words stand as they are: the usual case, and quick. */
function findVerbatim(text: string, words: string, near: Range, records: readonly FoundRecord[]): Range | null {
	const least = Math.max(0, near.from - reach);
	for (let at = near.from - words.length; at >= least; at--) {
		at = text.lastIndexOf(words, at);
		if (at < least) return null;
		const range = { from: at, to: at + words.length };
		const inRecord = records.some((record) => range.from < record.range.to && record.range.from < range.to);
		if (!inRecord && !cutsWord(text, range.from) && !cutsWord(text, range.to)) return range;
	}
	return null;
}

/** Finds a part of a sentence in the note, outside of records and whole words only; as it stands if it can. Where it has a space, the note may have a line break with its quote marks. */
function find(text: string, sentence: string, part: Range, near: Range, records: readonly FoundRecord[]): Found | null {
	const verbatim = findVerbatim(text, sentence.slice(part.from, part.to), near, records);
	if (verbatim !== null) return { range: verbatim, place: (position) => verbatim.from + position - part.from };
	const words = sentence.slice(part.from, part.to).split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	const pattern = new RegExp(words.join(gap), "g");
	const from = Math.max(0, near.from - reach);
	let last: Found | null = null;
	for (const found of matches(text, pattern, from, near.from)) last = found;
	if (last !== null) return last;
	for (const found of matches(text, pattern, near.to, Math.min(text.length, near.to + reach))) return found;
	return null;

	function* matches(whole: string, expression: RegExp, start: number, end: number): Generator<Found> {
		for (const match of whole.slice(start, end).matchAll(expression)) {
			const at = start + match.index;
			const range = { from: at, to: at + match[0].length };
			const inRecord = records.some((record) => range.from < record.range.to && record.range.from < range.to);
			if (inRecord || cutsWord(whole, range.from) || cutsWord(whole, range.to)) continue;
			const map = alignment(match[0], sentence.slice(part.from, part.to));
			yield { range, place: (position) => at + (map[position - part.from] ?? match[0].length) };
		}
	}
}

const ideographic = once(() => new RegExp(`[${scripts("Han Hiragana Katakana Thai")}]`, "u"));

function cutsWord(text: string, at: number): boolean {
	return /^[\p{L}\p{N}\p{M}]{2}$/u.test(text.slice(at - 1, at + 1)) && !ideographic().test(text.slice(at - 1, at + 1));
}

/** For each unit of the sentence, its place in what stands: the same but for breaks, which stand for one space. */
function alignment(standingText: string, sentence: string): readonly number[] {
	const map: number[] = [];
	const space = new RegExp(`^${gap}`);
	let at = 0;
	for (let position = 0; position < sentence.length; position++) {
		map.push(at);
		at += sentence[position] === " " ? space.exec(standingText.slice(at))?.[0].length ?? 1 : 1;
	}
	return map;
}
