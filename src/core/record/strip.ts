import type { Range } from "../text/text";
import { findCallouts } from "../markdown/callouts";

/**
 * `text` without what it quotes of models: callouts of type `ai`, readable as records or not, and records of any other
 * form. What is sent as context. With each goes the
 * blank line that set it off; every other byte stays.
 */
export function withoutRecords(text: string): string {
	let rest = "";
	let at = 0;
	for (const range of recordRanges(text)) {
		rest += text.slice(at, range.from);
		at = range.to;
	}
	return rest + text.slice(at);
}

/**
 * What `withoutRecords` leaves out: whole lines, with their line breaks, and the blank line after (or else before)
 * each callout.
 */
export function recordRanges(text: string): readonly Range[] {
	const ranges: Range[] = [];
	for (const callout of findCallouts(text)) {
		const to = afterBreak(text, callout.to);
		const blankAfter = callout.depth === 1 ? blankLineAt(text, to) : to;
		const last = ranges[ranges.length - 1];
		const from = last?.to === callout.from ? last.from : callout.from;
		if (last?.to === callout.from) ranges.pop();
		const ends = blankAfter === to && to >= text.length;
		ranges.push({
			from: ends ? beforeEnd(text, from, to === callout.to, ranges[ranges.length - 1]?.to ?? 0) : from,
			to: blankAfter,
		});
	}
	return ranges;
}

/**
 * Where what stands at the end of a note begins: with the blank line before it, and with the break before that when
 * the note ends without one.
 */
function beforeEnd(text: string, from: number, withoutBreak: boolean, least: number): number {
	const start = beforeBlank(text, from, least);
	return withoutBreak ? Math.max(least, beforeBreak(text, start)) : start;
}

function afterBreak(text: string, at: number): number {
	const end = text.startsWith("\r", at) ? at + 1 : at;
	return text.startsWith("\n", end) ? end + 1 : end;
}

function blankLineAt(text: string, at: number): number {
	const blank = /^[ \t]*\r?\n/.exec(text.slice(at, at + 200));
	return blank === null ? at : at + blank[0].length;
}

function beforeBreak(text: string, at: number): number {
	if (!text.endsWith("\n", at) || at === 0) return at;
	return text.endsWith("\r", at - 1) && at > 1 ? at - 2 : at - 1;
}

/** The start of the blank line that ends at `from`. */
function beforeBlank(text: string, from: number, least: number): number {
	const blank = /(?:^|\n)([ \t]*\r?\n)$/.exec(text.slice(Math.max(least, from - 200), from));
	return blank === null ? from : from - (blank[1] ?? "").length;
}
