import { smallestChange, type Change, type Range, type TextSource } from "../text/text";
import { findCallouts, quoteDepth } from "../markdown/callouts";
import { knownLabels, type RecordLabels } from "./labels";
import { signatureAt } from "./lines";
import type { ConsultationRecord, Identity } from "./model";
import { normalRecord } from "./normal";
import { findRecords, isAdoptionLine, parseIdentity, type FoundRecord } from "./parse";
import { placeAtEnd, placeRecord, sectionUnder } from "./place";
import { adoptionLines, identityLine, printRecord, type RecordForm } from "./print";

/** How a record is put among others. */
export interface MergeOptions {
	/** Default `\n`. */
	readonly lineSeparator?: string;
	/**
	 * How many adoptions from the same answer were recorded already: what it took is not counted again. Default 0.
	 */
	readonly earlier?: number;
	/** Of a record that is placed; one that stands there keeps its own. Default `ai`. */
	readonly form?: RecordForm;
}

/**
 * Records beside what the passage ending at `at` already has: when one of the records that follow it is by the same
 * model (exact id and endpoint) of the same objective, the new adoptions go below its own, tokens, cost and carbon are
 * summed, and the date is the later one; otherwise a new record is placed after them. Of a record that stands there all
 * else stays as it is: what a hand or a formatter changed, and what was noted in it. Kept answers are never merged: an
 * answer has its own callout.
 */
export function mergeRecord(
	doc: TextSource,
	at: number,
	record: ConsultationRecord,
	labels: RecordLabels,
	options: MergeOptions = {},
): Change {
	let end = at;
	for (let around = calloutAfter(doc, end); around !== null; around = calloutAfter(doc, end)) {
		const [found] = findRecords(doc.sliceString(around.from, around.to), [labels]);
		const change =
			found === undefined || found.range.from !== 0
				? null
				: extended(doc, shifted(found, around.from), record, labels, options);
		if (change !== null) return change;
		end = around.to;
	}
	return placeRecord(doc, end, printRecord(record, labels, options.form ?? "ai"), options.lineSeparator);
}

/**
 * Records at the end of the note, under `heading`: in the last record there by the same model of the same objective
 * whose sentence this is, or that holds what came of the same answer; otherwise as a record of its own.
 */
export function mergeAtEnd(
	doc: TextSource,
	record: ConsultationRecord,
	labels: RecordLabels,
	heading: string,
	options: MergeOptions = {},
): Change {
	const { earlier = 0, form = "ai", lineSeparator } = options;
	const section = sectionUnder(doc, heading);
	const { adoptions } = normalRecord(record, labels);
	const there =
		section === null
			? []
			: findRecords(doc, [labels]).filter(({ range }) => range.from > section.from && range.to <= section.to);
	const same = there
		.reverse()
		.find(
			({ record: standing }) =>
				merged(standing, record, earlier) !== null &&
				(earlier > 0 ||
					standing.adoptions.some(
						(one) => one.adopted === adoptions[0]?.before || one.before === adoptions[0]?.before,
					)),
		);
	return (
		(same === undefined ? null : extended(doc, same, record, labels, options)) ??
		placeAtEnd(doc, printRecord(record, labels, form), heading, lineSeparator)
	);
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

/** The record, or other callout of type `ai`, that is the next block after the line at `at`. */
function calloutAfter(doc: TextSource, at: number): Range | null {
	let number = doc.lineAt(Math.max(0, Math.min(at, doc.length))).number + 1;
	while (number <= doc.lines && doc.line(number).text.trim() === "") number++;
	if (number > doc.lines) return null;
	const first = doc.line(number);
	if (quoteDepth(first.text) === 0) return null;
	let last = first;
	while (last.number < doc.lines && quoteDepth(doc.line(last.number + 1).text) > 0) last = doc.line(last.number + 1);
	const [found] = findCallouts(doc.sliceString(first.from, last.to));
	return found?.from === 0 && found.depth === 1 ? { from: first.from, to: last.to } : null;
}

function shifted(found: FoundRecord, by: number): FoundRecord {
	return { ...found, range: { from: found.range.from + by, to: found.range.to + by } };
}

const quoteMark = /^ {0,3}>[ \t]?/;

/**
 * The change that puts more adoptions into a record; null when they must stay two, or when it would not be read as
 * both.
 */
function extended(
	doc: TextSource,
	found: FoundRecord,
	record: ConsultationRecord,
	labels: RecordLabels,
	{ lineSeparator = "\n", earlier = 0 }: MergeOptions,
): Change | null {
	const both = merged(found.record, record, earlier);
	if (both === null || found.depth !== 1) return null;
	const standing = doc.sliceString(found.range.from, found.range.to);
	const lines = standing.split(/\r?\n/);
	const known = knownLabels([labels]);
	const contents = lines.map((line) => line.replace(quoteMark, ""));
	const identityAt = contents.findIndex((line) => parseIdentity(line, known) !== null);
	const isCallout = /^[ \t]{0,3}\\?\[!/.test(contents[0] ?? "");
	const titleAt = isCallout ? 0 : (signatureAt(contents) ?? -1);
	let last = contents.reduce((at, line, index) => (isAdoptionLine(line, known) ? index : at), -1);
	if (last < 0 || identityAt < 0) return null;
	const mark = quoteMark.exec(lines[last] ?? "")?.[0] ?? "> ";
	// What follows an adoption without a blank line is about it.
	while (last + 1 < lines.length && last + 1 !== identityAt && contents[last + 1]?.trim() !== "") last++;
	const expected = { ...found.record, date: both.date, adoptions: both.adoptions, identity: both.identity };
	const text = lines
		.flatMap((line, index) => [
			index === titleAt
				? withDate(line, found.record.date, both.date)
				: index === identityAt && !isSame(both.identity, found.record.identity)
					? (quoteMark.exec(line)?.[0] ?? "") + identityLine(both.identity, false, labels)
					: line,
			...(index === last
				? record.adoptions.flatMap((one) => [
						mark.trimEnd(),
						...adoptionLines(one, labels).map((added) => mark + added),
					])
				: []),
		])
		.join(lineSeparator);
	const [read] = findRecords(text, [labels]);
	return read === undefined || !isSame(read.record, expected) ? null : smallestChange(found.range.from, standing, text);
}

/** Dates of four, two and two figures compare as text. */
function withDate(title: string, before: string, after: string): string {
	const at = before === "" ? -1 : title.lastIndexOf(before);
	return at < 0 ? title : title.slice(0, at) + after + title.slice(at + before.length);
}

function isSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** Records as one, as it reads then; null when they must stay two. */
function merged(first: ConsultationRecord, second: ConsultationRecord, earlier: number): ConsultationRecord | null {
	const added = normalRecord(second, { truncated: "" });
	const same =
		first.identity.model === added.identity.model &&
		first.identity.via === added.identity.via &&
		first.objective === added.objective;
	if (
		!same ||
		first.kept !== null ||
		second.kept !== null ||
		first.adoptions.length === 0 ||
		second.adoptions.length === 0
	)
		return null;
	// While an answer still comes nobody knows what it takes: what is known later is the whole, where nothing else is
	// in the record.
	const identity =
		earlier === 0
			? sum(first.identity, added.identity)
			: earlier === first.adoptions.length
				? added.identity
				: first.identity;
	return {
		...first,
		date: first.date === "" || first.date > added.date ? first.date : added.date,
		adoptions: [...first.adoptions, ...added.adoptions],
		identity: normalRecord({ ...first, identity }, { truncated: "" }).identity,
	};
}

/** What one is unknown, the sum is unknown: a part is no sum. */
function sum(a: Identity, b: Identity): Identity {
	const sameMoney = a.cost !== null && b.cost !== null && a.cost.currency === b.cost.currency;
	return {
		model: a.model,
		via: a.via,
		provider: a.provider === b.provider ? a.provider : null,
		tokens:
			a.tokens === null || b.tokens === null
				? null
				: { prompt: a.tokens.prompt + b.tokens.prompt, completion: a.tokens.completion + b.tokens.completion },
		cost:
			!sameMoney || a.cost === null || b.cost === null
				? null
				: {
						amount: a.cost.amount + b.cost.amount,
						currency: a.cost.currency,
						listed: later(a.cost.listed, b.cost.listed),
					},
		carbon:
			a.carbon === null || b.carbon === null
				? null
				: {
						central: a.carbon.central + b.carbon.central,
						low: a.carbon.low + b.carbon.low,
						high: a.carbon.high + b.carbon.high,
					},
	};
}

function later(a: string | null, b: string | null): string | null {
	if (a === null || b === null) return a ?? b;
	return a > b ? a : b;
}
