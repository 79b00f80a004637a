import type { Line, TextSource } from "../text/text";
import { htmlTag } from "./line-state";

// What a line of Markdown begins with, told by its text alone; whether it stands in code is for others to know.

/** The `>` of a line in quotes, spaces included. */
export const quoteMarks = /^[ \t]{0,3}(?:>[ \t]?)+/;
/** A callout's type, at the start of what is quoted. */
export const calloutHead = /^\[![\w-]+(?:\|[^\]]*)?\][+-]?[ \t]*/;
/** An item's bullet or number, with the spaces around it. */
export const listMark = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
/** A task's box, after its bullet. */
export const taskMark = /^\[[^\]]\][ \t]+/;
/** The `#` of a heading. */
export const headingMark = /^[ \t]{0,3}#{1,6}(?:[ \t]+|$)/;
/** What a footnote's text begins with. */
export const footnoteMark = /^\[\^[^\]\s]+\]:[ \t]*/;
/** A line that is a rule, or underlines a heading. */
export const rule = /^[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
/** A fence's first line: backticks after it would make it code within a line. */
export const fence = /^(?:`{3,}[^`]*$|~{3,})/;
/** A tag or a comment that begins a block of HTML. */
export const htmlBlock =
	/^[ \t]{0,3}<(?:!--|\/?(?:address|article|aside|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|td|tr|ul|video)\b)/i;

/** Whether a line begins a block of its own, wherever it stands. */
export function startsBlock(text: string): boolean {
	return (
		opensConstruct(text) ||
		(listMark.test(text) && text.trim() !== "") ||
		fence.test(text.trimStart()) ||
		[headingMark, footnoteMark, rule, quoteMarks, calloutHead].some((mark) => mark.test(text))
	);
}

/** Whether a line begins a block that may hold blank lines and interrupts a paragraph. */
export function opensConstruct(text: string): boolean {
	return (
		htmlTag.test(text) ||
		/^[ \t]{0,3}<(?:[!?]|(?:pre|script|style|textarea)(?:[ \t>]|$))/i.test(text) ||
		["%%", "$$"].some((mark) => text.trimStart().startsWith(mark) && text.split(mark).length % 2 === 0)
	);
}

/** Whether a line underlines the heading above it. */
export function isSetext(doc: TextSource, line: Line): boolean {
	if (!/^[ \t]{0,3}(?:-+|=+)[ \t]*$/.test(line.text) || line.number === 1) return false;
	const above = doc.line(line.number - 1).text;
	return (
		!isBlank(above) &&
		!headingMark.test(above) &&
		!quoteMarks.test(above) &&
		!listMark.test(above) &&
		!above.includes("|")
	);
}

/** Whether a line could underline a heading. */
export function isSetextUnder(line: Line | undefined): boolean {
	return line !== undefined && /^[ \t]{0,3}(?:-+|=+)[ \t]*$/.test(line.text);
}

/** A line without its quote marks. */
export function stripQuote(text: string): string {
	return text.slice(quoteMarks.exec(text)?.[0].length ?? 0);
}

/** In how many quotes a line stands. */
export function quoteDepth(text: string): number {
	return (quoteMarks.exec(text)?.[0].match(/>/g) ?? []).length;
}

/** Whether a line holds nothing but space. */
export function isBlank(text: string): boolean {
	return text.trim() === "";
}
