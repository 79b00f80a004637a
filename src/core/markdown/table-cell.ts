import type { Line, Range, TextSource } from "../text/text";
import { inlineSpans } from "./inline";

/** Where the bars of a table's line stand in it. A bar in a link or in code parts no cells. */
function barsIn(text: string): readonly number[] {
	const spans = inlineSpans(text).filter(({ kind }) => /^(?:code|wikilink|embed|escape)$/.test(kind));
	return Array.from(text.matchAll(/\|/g), ({ index }) => index).filter(
		(at) => !spans.some((span) => span.from <= at && at < span.to),
	);
}

/** What a part of a line says, without the space around it and what begins the line. Empty where it says nothing. */
function trimmed({ from, text }: Line, start: number, end: number): Range {
	const part = text.slice(start, end);
	const first = Math.min(start + (/^[ \t>]*/.exec(part)?.[0].length ?? 0), end);
	return { from: from + first, to: from + Math.max(first, start + part.trimEnd().length) };
}

/** The words of the cell at a position of a table's line; none where the cell is empty. */
export function cellAt(line: Line, pos: number): readonly Range[] {
	const offset = pos - line.from;
	const edges = [-1, ...barsIn(line.text), line.text.length];
	for (let n = 0; n + 1 < edges.length; n++) {
		const from = (edges[n] ?? 0) + 1;
		const to = edges[n + 1] ?? line.text.length;
		if (offset > to || (offset === to && n + 2 < edges.length && to !== line.text.length && offset !== from)) continue;
		const words = trimmed(line, from, to);
		return words.from < words.to ? [words] : [];
	}
	return [];
}

const divider = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * The words of a cell of the table that begins in a line.
 * @param row from 0, which is the head; the divider below it is none
 * @param column from 0
 * @returns null where there is no such table or cell; an empty range for a cell that says nothing
 */
export function cellOf(doc: TextSource, tableAt: number, row: number, column: number): Range | null {
	const { number } = doc.lineAt(tableAt);
	const last = number + (row === 0 ? 1 : row + 1);
	if (last > doc.lines || !divider.test(doc.line(number + 1).text)) return null;
	const line = doc.line(row === 0 ? number : last);
	const bars = barsIn(line.text);
	const edges = [
		...(/^[ \t>]*\|/.test(line.text) ? [] : [-1]),
		...bars,
		...(endsOpen(line, bars) ? [line.text.length] : []),
	];
	const [start, end] = [edges[column], edges[column + 1]];
	return start === undefined || end === undefined ? null : trimmed(line, start + 1, end);
}

// The bar at a line's end is left out at times.
function endsOpen({ text }: Line, bars: readonly number[]): boolean {
	return text.slice((bars[bars.length - 1] ?? -1) + 1).trim() !== "";
}

/** What a cell's source has, and what stands for it where the cell is edited by itself. */
const spelled: readonly (readonly [source: RegExp, shown: string])[] = [
	[/^<br[ \t]*\/?>/i, "\n"],
	[/^\\\|/, "|"],
];

/**
 * Where each character of a cell, as it is edited by itself, stands in the cell's source: there a line's end is
 * written `<br>`, and a bar `\|`.
 */
export class CellPlaces {
	private constructor(
		/** Places in the source by those in what is shown, one more than it has characters. */
		private readonly places: readonly number[],
	) {}

	/** Null where the one does not say what the other does: the cell may have been edited since. */
	static between(source: string, shown: string): CellPlaces | null {
		const words = shown.trim();
		const places = Array.from({ length: shown.indexOf(words) }, () => 0);
		let at = 0;
		for (let n = 0; n < words.length; n++) {
			places.push(at);
			const char = words.charAt(n);
			const rest = source.slice(at, at + 12);
			const [found] = spelled.flatMap(([pattern, stands]) => (stands === char ? (pattern.exec(rest) ?? []) : []));
			if (found === undefined && !rest.startsWith(char)) return null;
			at += found?.length ?? 1;
		}
		if (at !== source.length) return null;
		while (places.length <= shown.length) places.push(at);
		return new CellPlaces(places);
	}

	/** Where a range of what is shown stands in the source. */
	inSource({ from, to }: Range): Range {
		return { from: this.places[from] ?? 0, to: this.places[to] ?? this.places[this.places.length - 1] ?? 0 };
	}

	/** Where a range of the source stands in what is shown. */
	inShown({ from, to }: Range): Range {
		const first = this.places.findIndex((place) => place >= from);
		const last = this.places.findIndex((place) => place >= to);
		const end = this.places.length - 1;
		return { from: first < 0 ? end : first, to: last < 0 ? end : last };
	}
}
