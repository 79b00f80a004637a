import type { Change, Range, TextSource } from "../text";
import { openCode, quoteDepth } from "./callouts";
import { knownLabels, type RecordLabels } from "./labels";
import type { ConsultationRecord, Identity } from "./model";
import { findRecords, type FoundRecord } from "./parse";
import { printRecord } from "./print";

/**
 * Inserts a printed record after the block that ends at `at` (the end of that block's last line, or anywhere on it):
 * one blank line before, one after where text follows, none doubled, the rest untouched. A last line without a break
 * keeps the note's end as it was: the record then ends the note without one. Where code is open that nothing ends, it
 * stands above that code: within, it would be code and no record.
 * @param doc an editor's document, whose breaks count one unit, or a raw text by `textOf`
 * @param lineSeparator break to write; when the text is raw and holds `\r\n`, pass that. Defaults to `\n`
 */
export function placeRecord(doc: TextSource, at: number, recordText: string, lineSeparator = "\n"): Change {
	const text = recordText.split("\n").join(lineSeparator);
	const asked = doc.lineAt(Math.max(0, Math.min(at, doc.length)));
	const code = openCode(doc.sliceString(0, asked.to));
	if (code === 0) return { from: 0, to: 0, insert: text + lineSeparator.repeat(2) };
	const line = code === null ? asked : doc.lineAt(code - 1);
	const end = line.from + line.text.replace(/\r$/, "").length;
	const before = line.text.trim() === "" ? blankBefore(doc, line.number) : 2;
	const next = line.number < doc.lines ? doc.line(line.number + 1) : null;
	const nextIsBlank = next === null || next.text.trim() === "";
	const after = next === null || nextIsBlank ? 0 : 1;
	return { from: end, to: end, insert: lineSeparator.repeat(before) + text + lineSeparator.repeat(after) };
}

/** Breaks wanted at the end of a blank line: none when a blank line or nothing stands above it or it is itself the blank line. */
function blankBefore(doc: TextSource, number: number): number {
	if (number === 1) return 0;
	return doc.line(number - 1).text.trim() === "" ? 0 : 1;
}

/**
 * Inserts a record at the end of the note, under `heading` (a whole line, for example `## Consultations`), which is
 * written when the note has no such line. Records gather there in order of time.
 */
export function placeAtEnd(doc: TextSource, recordText: string, heading: string, lineSeparator = "\n"): Change {
	const last = lastLine(doc);
	if (last === null) return { from: 0, to: 0, insert: [heading, "", ...recordText.split("\n")].join(lineSeparator) + lineSeparator };
	const section = sectionEnd(doc, heading);
	if (section !== null) return placeRecord(doc, section, recordText, lineSeparator);
	return placeRecord(doc, last, `${heading}\n\n${recordText}`, lineSeparator);
}

/** Where the last line that says something ends; null in a note that says nothing. */
function lastLine(doc: TextSource): number | null {
	for (let number = doc.lines; number >= 1; number--) {
		const line = doc.line(number);
		if (line.text.trim() !== "") return line.to;
	}
	return null;
}

/** The end of what stands under a heading; null when the note has no such heading outside code. */
function sectionEnd(doc: TextSource, heading: string): number | null {
	const level = /^#{1,6}(?=\s)/.exec(heading)?.[0].length ?? 6;
	let end: number | null = null;
	let fence: string | null = null;
	for (let number = 1; number <= doc.lines; number++) {
		const line = doc.line(number);
		const text = line.text.trim();
		const run = /^(`{3,}|~{3,})/.exec(text)?.[1];
		if (fence === null && run !== undefined) fence = run;
		else if (fence !== null && run !== undefined && text === run && run.startsWith(fence)) fence = null;
		if (fence === null && end === null && text === heading.trim()) {
			end = line.to;
		} else if (end !== null && fence === null && run === undefined && (/^#{1,6}(?=\s)/.exec(text)?.[0].length ?? 7) <= level) {
			return end;
		} else if (end !== null && text !== "") {
			end = line.to;
		}
	}
	return end;
}

/**
 * Records beside what the passage ending at `at` already has: when one of the records that follow it is by the same
 * model (exact id and endpoint) of the same objective, its adoptions gain the new ones, tokens, cost and carbon are
 * summed, and the date is the later one; otherwise a new record is placed after them. Kept answers are never merged: an
 * answer has its own callout.
 * @param counted whether the record that stands there counts what this answer took already: its tokens and cost then stay
 */
export function mergeRecord(doc: TextSource, at: number, record: ConsultationRecord, labels: RecordLabels, lineSeparator = "\n", counted = false): Change {
	let end = at;
	for (let around = calloutAfter(doc, end); around !== null; around = calloutAfter(doc, end)) {
		const found = recordIn(doc, around, labels);
		const both = found === null ? null : merged(found.record, record);
		if (found !== null && both !== null) {
			const text = printRecord(counted ? { ...both, identity: found.record.identity } : both, labels).replace(head, found.head).split("\n").join(lineSeparator);
			return { from: found.range.from, to: found.range.to, insert: text };
		}
		end = around.to;
	}
	return placeRecord(doc, end, printRecord(record, labels), lineSeparator);
}

/**
 * The end of the last record among those that follow the line at `at` with nothing but blank lines in between; `at`
 * itself when none does. Records of one passage so stand in order of time.
 */
export function afterRecords(doc: TextSource, at: number): number {
	let end = at;
	for (let around = calloutAfter(doc, end); around !== null; around = calloutAfter(doc, end)) end = around.to;
	return end;
}

const head = /^> \[!ai\][+-]?/i;

/** The callout of type `ai` that is the next block after the line at `at`. */
function calloutAfter(doc: TextSource, at: number): Range | null {
	let number = doc.lineAt(Math.max(0, Math.min(at, doc.length))).number + 1;
	while (number <= doc.lines && doc.line(number).text.trim() === "") number++;
	if (number > doc.lines) return null;
	const first = doc.line(number);
	if (!head.test(first.text)) return null;
	let last = first;
	while (last.number < doc.lines && quoteDepth(doc.line(last.number + 1).text) > 0) last = doc.line(last.number + 1);
	return { from: first.from, to: last.to };
}

/**
 * The record that a callout holds; null when a hand has been at it: printing it anew would lose what the writer
 * changed, but for the fold sign.
 */
function recordIn(doc: TextSource, around: Range, labels: RecordLabels): (FoundRecord & { readonly head: string }) | null {
	const block = doc.sliceString(around.from, around.to);
	const [found] = findRecords(block, [labels]);
	if (found === undefined || found.range.from !== 0 || found.depth !== 1) return null;
	const standing = block.slice(0, found.range.to).replace(/\r\n/g, "\n");
	const body = standing.replace(head, "");
	if (!knownLabels([labels]).some((known) => printRecord(found.record, known).replace(head, "") === body)) return null;
	return { ...found, range: { from: around.from, to: around.from + found.range.to }, head: head.exec(standing)?.[0] ?? "> [!ai]-" };
}

/** Two records as one; null when they must stay two. */
export function merged(first: ConsultationRecord, second: ConsultationRecord): ConsultationRecord | null {
	const same = first.identity.model === second.identity.model && first.identity.via === second.identity.via && first.objective === second.objective;
	if (!same || first.kept !== null || second.kept !== null || first.adoptions.length === 0 || second.adoptions.length === 0) return null;
	return {
		...first,
		date: first.date > second.date ? first.date : second.date,
		adoptions: [...first.adoptions, ...second.adoptions],
		identity: sum(first.identity, second.identity),
	};
}

/** What one is unknown, the sum is unknown: a part is no sum. */
function sum(a: Identity, b: Identity): Identity {
	const sameMoney = a.cost !== null && b.cost !== null && a.cost.currency === b.cost.currency;
	return {
		model: a.model,
		via: a.via,
		provider: a.provider === b.provider ? a.provider : null,
		tokens: a.tokens === null || b.tokens === null ? null : { prompt: a.tokens.prompt + b.tokens.prompt, completion: a.tokens.completion + b.tokens.completion },
		cost: !sameMoney || a.cost === null || b.cost === null ? null
			: { amount: a.cost.amount + b.cost.amount, currency: a.cost.currency, listed: later(a.cost.listed, b.cost.listed) },
		carbon: a.carbon === null || b.carbon === null ? null
			: { central: a.carbon.central + b.carbon.central, low: a.carbon.low + b.carbon.low, high: a.carbon.high + b.carbon.high },
	};
}

function later(a: string | null, b: string | null): string | null {
	if (a === null || b === null) return a ?? b;
	return a > b ? a : b;
}
