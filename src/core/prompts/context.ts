import { outline, sectionAround, type OutlineHeading } from "../markdown/structure";
import { recordRanges } from "../record/strip";
import { anyOf } from "../text/patterns";
import type { Range } from "../text/text";
import type { ContextScope } from "./objective";
import { gap, type NoteContext } from "./prompt";

/** UTF-16 units on either side of a section that go along with it: enough to tell where it comes from and leads to. */
const neighbourhood = 3000;

/** Most units by which a cut moves to stand at the beginning or the end of a line. */
const tidied = 400;

/**
 * Units in which a space is looked for: without one a text is cut between characters, as those are that know no
 * spaces.
 */
const longestWord = 100;

/**
 * What of a note goes along with a question: all of it, the section around the passage, or nothing. The records of
 * earlier consultations are left out, so that models do not feed on models, and so are the bytes of pictures that a
 * note holds itself. Where what is wanted does not fit: the
 * outline, the section and what is next to it, or as much around the passage as fits.
 * @param fits whether a text is short enough for the model
 */
export function noteContext(
	text: string,
	title: string,
	scope: ContextScope,
	passage: Range,
	fits: (text: string) => boolean = () => true,
): NoteContext {
	if (scope === "passage") return { title, text: "", extent: "passage" };
	const note = withoutAt(text, passage);
	if (scope === "note" && fits(note.text)) return { title, text: note.text, extent: "note" };
	const headings = outline(note.text);
	const section = sectionAround(note.text, note.passage, headings);
	const wanted = note.text.slice(section.from, section.to);
	if (scope === "section" && fits(wanted)) return { title, text: wanted, extent: "section" };
	return { title, text: partOf(note.text, headings, section, note.passage, fits), extent: "part" };
}

/** The bytes of a picture or file that is written into a note itself: thousands of tokens that say nothing. */
const inlineData = anyOf(
	[
		/(data:[\w.+-]+\/[\w.+-]+(?:;[\w=.-]+){0,4};base64,)[\w+/=%-]{100,}/,
		/(data:image\/svg\+xml[^,\s)]{0,40},)[^\s)]{100,}/,
	],
	"g",
);

/** A note without its records and the bytes in it, and where the passage then stands. */
function withoutAt(text: string, passage: Range): { readonly text: string; readonly passage: Range } {
	const records = recordRanges(text);
	const bytes = [...text.matchAll(inlineData)]
		.map((found) => ({ from: found.index + (found[1] ?? found[2] ?? "").length, to: found.index + found[0].length }))
		.filter(({ from, to }) => !records.some((record) => from < record.to && record.from < to));
	const left = [...records, ...bytes].sort((one, other) => one.from - other.from);
	let rest = "";
	let at = 0;
	for (const range of left) {
		rest += text.slice(at, range.from);
		at = range.to;
	}
	const moved = (pos: number): number =>
		pos - left.reduce((sum, range) => sum + Math.max(0, Math.min(pos, range.to) - range.from), 0);
	return { text: rest + text.slice(at), passage: { from: moved(passage.from), to: moved(passage.to) } };
}

function partOf(
	text: string,
	headings: readonly OutlineHeading[],
	section: Range,
	passage: Range,
	fits: (text: string) => boolean,
): string {
	const around = (listed: readonly OutlineHeading[], { from, to }: Range): string =>
		[
			listed.map(({ level, text: words }) => `${"#".repeat(level)} ${words}`).join("\n"),
			from > 0 ? gap : "",
			text.slice(from, to).trim(),
			to < text.length ? gap : "",
		]
			.filter((part) => part !== "")
			.join("\n\n");
	// An outline that is too long by itself is that of the way down to the passage.
	const listed = fits(around(headings, widened(text, passage, 0))) ? headings : wayTo(headings, passage);
	const whole = fits(around(listed, section));
	const core = whole ? section : passage;
	// As much as fits, found by halving, since more text never takes fewer tokens.
	let least = 0;
	let most = whole ? neighbourhood : Math.max(passage.from, text.length - passage.to);
	if (fits(around(listed, widened(text, core, most)))) return around(listed, widened(text, core, most));
	while (most - least > 100) {
		const middle = (least + most) >> 1;
		if (fits(around(listed, widened(text, core, middle)))) least = middle;
		else most = middle;
	}
	return around(listed, widened(text, core, least));
}

/** The headings a place stands under, from the highest down. */
function wayTo(headings: readonly OutlineHeading[], { from }: Range): readonly OutlineHeading[] {
	const way: OutlineHeading[] = [];
	for (const heading of headings) {
		if (heading.from > from) break;
		while ((way[way.length - 1]?.level ?? 0) >= heading.level) way.pop();
		way.push(heading);
	}
	return way;
}

/** A range with so many units on either side, or a few more up to where a line begins and ends. */
function widened(text: string, { from, to }: Range, reach: number): Range {
	if (reach === 0) return { from, to };
	return {
		from: startNear(text, Math.max(0, from - reach), from),
		to: endNear(text, Math.min(text.length, to + reach), to),
	};
}

/**
 * Where a part that begins about `at` is cut: before its line, or in a long one before a word, at `most` at the
 * latest.
 */
function startNear(text: string, at: number, most: number): number {
	const line = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
	if (at - line <= tidied) return line;
	const space = text.slice(at, Math.min(most, at + longestWord)).search(/\s/);
	return space >= 0 ? at + space + 1 : betweenCharacters(text, at);
}

/**
 * Where a part that ends about `at` is cut: after its line, or in a long one after a word, at `least` at the
 * earliest.
 */
function endNear(text: string, at: number, least: number): number {
	const next = text.indexOf("\n", at);
	const line = next < 0 ? text.length : next;
	if (line - at <= tidied) return line;
	const before = text.slice(Math.max(least, at - longestWord), at);
	const word = /\S*$/.exec(before)?.[0].length ?? 0;
	return word < before.length ? at - word : betweenCharacters(text, at);
}

function betweenCharacters(text: string, at: number): number {
	return /[\udc00-\udfff]/.test(text.charAt(at)) && at > 0 ? at - 1 : at;
}
