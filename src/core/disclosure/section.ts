import { Text } from "@codemirror/state";
import { openBlock } from "../markdown/block";
import { bodyStart, piecesOf } from "../markdown/reading";
import type { Change, Range } from "../text/text";

/** The line above the part of a note that is made for the writer, and the line below it. */
export const marks = { start: "<!-- expert-friend:start -->", end: "<!-- expert-friend:end -->" } as const;

/**
 * The made section of a note: `one`, from the end of its first line to the start of its last; `several`; `none`; or
 * `broken`: a mark is missing, out of order, or shares its line with something. Marks in code or in properties are
 * examples.
 */
export type SectionSearch =
	| { readonly state: "one"; readonly range: Range }
	| { readonly state: "several"; readonly first: Range }
	| { readonly state: "none" | "broken" };

/** Looks for the made section of a note. */
export function findSection(text: string): SectionSearch {
	if (!/expert-friend:(?:start|end)/i.test(text)) return { state: "none" };
	const found = marksOf(text);
	if (found === null) return { state: "broken" };
	if (found.length === 0) return { state: "none" };
	const sections: Range[] = [];
	for (let at = 0; at < found.length; at += 2) {
		const [start, end] = [found[at], found[at + 1]];
		if (start?.kind !== "start" || end?.kind !== "end") return { state: "broken" };
		sections.push({ from: start.to, to: end.from });
	}
	const [first] = sections;
	if (first === undefined) return { state: "none" };
	return sections.length === 1 ? { state: "one", range: first } : { state: "several", first };
}

interface Mark extends Range {
	readonly kind: "start" | "end";
}

/** Anything that a hand may have made of a mark. */
const likeMark = /expert-friend:(start|end)/gi;

/** The marks in order, each alone on its line; null where something only looks like one, outside of code. */
function marksOf(text: string): readonly Mark[] | null {
	const examples = codeIn(text);
	const found: Mark[] = [];
	for (const match of text.matchAll(likeMark)) {
		if (examples.some(({ from, to }) => from <= match.index && match.index < to)) continue;
		const from = text.lastIndexOf("\n", match.index) + 1;
		const end = text.indexOf("\n", match.index);
		const line = text.slice(from, end < 0 ? text.length : end).replace(/[ \t\r]+$/, "");
		// Words about the marks, with the marks in code, are no marks.
		if (!line.replace(/`[^`]+`/g, "").includes("expert-friend:")) continue;
		const kind = line === marks.start ? "start" : line === marks.end ? "end" : null;
		if (kind === null) return null;
		found.push({ kind, from, to: from + line.length });
	}
	return found;
}

/** Properties, and blocks of code. */
function codeIn(text: string): readonly Range[] {
	const body = bodyStart(text);
	const ranges: Range[] = body === 0 ? [] : [{ from: 0, to: body }];
	for (const piece of piecesOf(text, body)) {
		if (!text.slice(piece.from, piece.to).includes("expert-friend:")) continue;
		piece.tree().iterate({
			enter({ name, from, to }) {
				if (name === "FencedCode" || name === "CodeBlock")
					ranges.push({ from: from + piece.from, to: to + piece.from });
			},
		});
	}
	return ranges;
}

/** What stands between the marks, as it is compared: with plain breaks, without blank lines at its ends. */
export function sectionText(text: string, { from, to }: Range): string {
	return text.slice(from, to).replace(/\r\n?/g, "\n").trim();
}

/** The change that puts a body between the marks. Nothing outside of them changes. */
export function sectionChange(text: string, range: Range, body: string): Change {
	return { ...range, insert: inBreaksOf(text, `\n\n${body}\n\n`) };
}

/** A whole section, its marks included. */
export function wholeSection(body: string): string {
	return `${marks.start}\n\n${body}\n\n${marks.end}`;
}

/**
 * A new section at the end of a note, blank lines around it. Where code is open that nothing ends, or maths, a comment
 * or HTML, it stands above that. What stands there stays, byte for byte.
 */
export function sectionAtEnd(text: string, body: string): Change {
	const section = wholeSection(body);
	const open = openBlock(Text.of(text.split("\n")), text.length);
	if (open !== null) return { from: open, to: open, insert: inBreaksOf(text, `${section}\n\n`) };
	const end = text.slice(-400);
	const blank = text.trim() === "" || /\n[ \t]*\r?\n[ \t]*$/.test(end);
	const insert = `${"\n".repeat(blank ? 0 : /\n[ \t]*$/.test(end) ? 1 : 2)}${section}\n`;
	return { from: text.length, to: text.length, insert: inBreaksOf(text, insert) };
}

function inBreaksOf(text: string, insert: string): string {
	return /\r\n?|\n/.exec(text)?.[0] === "\r\n" ? insert.replace(/\n/g, "\r\n") : insert;
}

/** A short name of a section's text, by which it is known again: FNV-1a, 53 bits. */
export function nameOfSection(text: string): string {
	let [low, high] = [0x811c9dc5, 0x9dc5811c];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		low = Math.imul(low ^ code, 0x01000193);
		high = Math.imul(high ^ (code + at), 0x01000193);
	}
	return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(36);
}
