import { blockAt, type Block } from "../markdown/block";
import { findCallouts } from "../markdown/callouts";
import { Readings } from "../markdown/reading";
import type { Change, Range, TextSource } from "../text/text";
import type { ConsultationRecord } from "./model";
import { isDate, toldIdentity } from "./normal";
import { placeRecord } from "./place";

/** An answer that the writer got elsewhere, as they tell it. */
export interface ToldAnswer {
	/** What the model said, as it was copied: untrusted, quoted on printing. */
	readonly words: string;
	/** The model's name as the site showed it. */
	readonly model: string;
	/** Name or address of the site; empty where the writer does not say. */
	readonly where: string;
	/** Local date, `YYYY-MM-DD`. */
	readonly date: string;
	/** Empty where the writer does not say. */
	readonly question: string;
}

/** Whether there is enough to be quoted: words, a name, and a date. */
export function isTold({ words, model, date }: ToldAnswer): boolean {
	return words.trim() !== "" && model.trim() !== "" && isDate(date) && !Number.isNaN(Date.parse(date));
}

/**
 * The record of such an answer.
 * @param words what stands for an objective, and for a site that is not said
 */
export function toldRecord(
	{ words, model, where, date, question }: ToldAnswer,
	{ objective, nowhere }: { readonly objective: string; readonly nowhere: string },
): ConsultationRecord {
	return {
		modelName: model.trim(),
		objective,
		date,
		adoptions: [],
		kept: { question, answer: words, incomplete: false },
		identity: toldIdentity(model, where.trim() === "" ? nowhere : where.trim()),
	};
}

/** What the writer selected as an answer: without the marks of a quote that it stands in. */
export function selectedAnswer(selected: string): string {
	const lines = selected.split("\n");
	const isQuote = lines.slice(1).every((line) => line.trim() === "" || /^ {0,3}>/.test(line));
	const quoted = isQuote && lines.some((line) => /^ {0,3}>/.test(line));
	return (quoted ? lines.map((line) => line.replace(/^ {0,3}>[ \t]?/, "")) : lines).join("\n").trim();
}

/** Why words of a note can't become a record: they quote a model already, are properties, or part of code and such. */
export type UnquotableReason = "quoted" | "frontmatter" | "part";

/**
 * Puts a record in the place of words of a note: where these are whole blocks, exactly there; of a part of one, after
 * the outermost block around it, since a record stands in no list, table or quote. Not a byte changes beside the words,
 * but for a space that would be doubled and the mark of an item that would be empty.
 * @param range of the words; not only space
 */
export function replacedByRecord(
	doc: TextSource,
	range: Range,
	record: string,
): { readonly changes: readonly Change[] } | { readonly reason: UnquotableReason } {
	const text = doc.sliceString(0);
	const words = trimmed(text, range);
	if (findCallouts(text).some((one) => one.from < words.to && words.from < one.to)) return { reason: "quoted" };
	const readings = new Readings();
	const first = blockAt(doc, words.from, readings);
	const last = blockAt(doc, words.to, readings);
	if (first.kind === "frontmatter" || last.kind === "frontmatter") return { reason: "frontmatter" };
	// Half of a block of code would leave a fence without its other.
	if ([first, last].some((block) => isOpaque(block) && !(words.from <= block.own.from && block.own.to <= words.to)))
		return { reason: "part" };
	const outer = { from: first.outer.from, to: last.outer.to };
	const isWhole = marksOnly.test(text.slice(outer.from, words.from)) && text.slice(words.to, outer.to).trim() === "";
	return {
		changes: isWhole
			? [inPlace(text, { from: Math.min(outer.from, words.from), to: Math.max(outer.to, words.to) }, record)]
			: [taken(text, words, outer), placeRecord(doc, outer.to, record)],
	};
}

/** What may stand before the words of a block that was selected whole. */
const marksOnly = /^[\s>*+\-\d.)#]*$/;

function trimmed(text: string, { from, to }: Range): Range {
	let [start, end] = [from, to];
	while (start < end && /\s/.test(text[start] ?? "")) start++;
	while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
	return { from: start, to: end };
}

function isOpaque({ kind }: Block): boolean {
	return kind === "code" || kind === "math" || kind === "comment" || kind === "html";
}

/** A record instead of whole lines, with the blank lines around it that are missing. */
function inPlace(text: string, { from, to }: Range, record: string): Change {
	const above = text.slice(Math.max(0, from - 200), from);
	const before = from === 0 || /(?:^|\n)[ \t]*\n$/.test(above) ? "" : "\n";
	const after = to >= text.length || /^\n[ \t]*(?:\n|$)/.test(text.slice(to, to + 200)) ? "" : "\n";
	return { from, to, insert: before + record + after };
}

/** Takes words out of their block: their lines where these hold nothing else. What was two blocks stays two. */
function taken(text: string, { from, to }: Range, outer: Range): Change {
	const line = text.lastIndexOf("\n", from - 1) + 1;
	const isParted = /\n[ \t]*\n/.test(text.slice(from, to));
	const hasLines = lineMark.test(text.slice(line, from)) && (text[to] ?? "\n") === "\n";
	if (hasLines && !isParted && to < outer.to) return { from: line, to: to + 1, insert: "" };
	if (to >= outer.to) {
		let start = hasLines ? Math.max(outer.from, line) : from;
		while (start > outer.from && /\s/.test(text[start - 1] ?? "")) start--;
		return { from: start, to, insert: "" };
	}
	const insert = isParted ? "\n\n" : "";
	const isSpaced = from === outer.from || /\s/.test(text[from - 1] ?? "");
	return { from, to: isSpaced && !isParted && /[ \t]/.test(text[to] ?? "") ? to + 1 : to, insert };
}

/** What begins a line, and is nothing without its words. */
const lineMark = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)?$/;
