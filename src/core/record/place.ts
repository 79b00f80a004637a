import { blockAt, openBlock } from "../markdown/block";
import { Readings } from "../markdown/reading";
import { outline } from "../markdown/structure";
import type { Change, Range, TextSource } from "../text/text";

/**
 * Inserts a printed record after the block that ends at `at` (the end of that block's last line, or anywhere on it):
 * one blank line before, one after where text follows, none doubled, the rest untouched. A last line without a break
 * keeps the note's end as it was: the record then ends the note without one. Where code is open that nothing ends, or
 * maths, a comment or HTML, it stands above that: within, it would be no record, or hidden.
 * @param doc an editor's document, whose breaks count one unit, or a raw text split at `\n`
 * @param lineSeparator break to write; when the text is raw and holds `\r\n`, pass that. Defaults to `\n`
 */
export function placeRecord(doc: TextSource, at: number, recordText: string, lineSeparator = "\n"): Change {
	const text = recordText.split("\n").join(lineSeparator);
	const asked = doc.lineAt(Math.max(0, Math.min(at, doc.length)));
	const open = openBlock(doc, asked.to);
	if (open === 0) return { from: 0, to: 0, insert: text + lineSeparator.repeat(2) };
	const line = open === null ? asked : doc.lineAt(open - 1);
	const end = line.from + line.text.replace(/\r$/, "").length;
	const before = line.text.trim() === "" ? blankBefore(doc, line.number) : 2;
	const next = line.number < doc.lines ? doc.line(line.number + 1) : null;
	const nextIsBlank = next === null || next.text.trim() === "";
	const after = next === null || nextIsBlank ? 0 : 1;
	return { from: end, to: end, insert: lineSeparator.repeat(before) + text + lineSeparator.repeat(after) };
}

/**
 * Breaks wanted at the end of a blank line: none when a blank line or nothing stands above it or it is itself the
 * blank line.
 */
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
	if (last === null)
		return { from: 0, to: 0, insert: [heading, "", ...recordText.split("\n")].join(lineSeparator) + lineSeparator };
	const section = sectionUnder(doc, heading);
	if (section !== null) return placeRecord(doc, section.to, recordText, lineSeparator);
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

/** What stands under a heading (a whole line), from the end of its line on; null when the note has no such heading. */
export function sectionUnder(doc: TextSource, heading: string): Range | null {
	const line = lineThatIs(doc, heading.trim());
	if (line === null) return null;
	const level = /^#{1,6}(?=\s)/.exec(heading)?.[0].length ?? 6;
	const text = doc.sliceString(0);
	const next = outline(text).find((one) => one.from > line.to && one.level <= level);
	const last = doc.lineAt(text.slice(0, next?.from).trimEnd().length);
	return { from: line.to, to: Math.max(line.to, last.to) };
}

/** The first such line that is one of words: within code, maths or comments nothing is a heading. */
function lineThatIs(doc: TextSource, text: string): Range | null {
	const readings = new Readings();
	for (let number = 1; number <= doc.lines; number++) {
		const line = doc.line(number);
		if (line.text.trimEnd() === text && blockAt(doc, line.from, readings).kind === "words") return line;
	}
	return null;
}
