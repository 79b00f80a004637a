import { changeOfRaw, withPlainBreaks } from "../text/line-breaks";
import type { Range } from "../text/text";

/**
 * The part of a note that a field shows: what follows its properties, without the blank lines at both ends, and with
 * plain line breaks.
 * @param start where the properties end; 0 without any
 */
export function bodyOf(note: string, start: number): string {
	const { from, to } = bodyRange(note, start);
	return withPlainBreaks(note.slice(from, to));
}

/** The note with another body. What is around the body, and lines that are the same in both, keep every byte. */
export function withBody(note: string, start: number, body: string): string {
	const { from, to } = bodyRange(note, start);
	const raw = note.slice(from, to);
	const before = withPlainBreaks(raw);
	const least = Math.min(before.length, body.length);
	let head = 0;
	while (head < least && before[head] === body[head]) head++;
	let tail = 0;
	while (tail < least - head && before[before.length - 1 - tail] === body[body.length - 1 - tail]) tail++;
	const change = changeOfRaw(raw, { from: head, to: before.length - tail, insert: "" });
	const broken = /\r\n?|\n/.exec(raw)?.[0] ?? /\r\n?|\n/.exec(note)?.[0] ?? "\n";
	const insert = body.slice(head, body.length - tail).replace(/\n/g, broken);
	// Properties that end with the file, without a line break.
	const apart = body !== "" && from > 0 && !/[\r\n]/.test(note[from - 1] ?? "") ? broken : "";
	return note.slice(0, from) + apart + raw.slice(0, change.from) + insert + raw.slice(change.to) + note.slice(to);
}

function bodyRange(note: string, start: number): Range {
	const body = note.slice(start);
	const from = start + (/^(?:[ \t]*(?:\r\n?|\n))*/.exec(body)?.[0].length ?? 0);
	return { from, to: Math.max(from, note.trimEnd().length) };
}
