import { inlineSpans, type InlineSpan } from "../markdown/inline";
import { blockStructure } from "../markdown/structure";
import { anyOf, inTurn } from "../text/patterns";
import { applyChanges, type Change, type Range } from "../text/text";
import type { BrokenKind } from "./candidate";
import { displacedSpan, shiftedSpan } from "./displaced";
import { cuts } from "./edits";
import { plainBreaks } from "./freeze";

/** What may begin a block, once or several times. */
const blockMark = anyOf([/>[ \t]?/, /(?:[-*+]|\d{1,9}[.)]|#{1,6})(?:[ \t]+|$)/, /\|/, /<(?=[a-z/!?])/]);

/** What begins a block: a line of a proposal may begin so only where the writer's does. */
const blockStart = inTurn(
	[/^[ \t]*/, new RegExp(`(?:${blockMark.source})+`), /[ \t]*(?:\[[^\]]\][ \t]+|\[![^\]]*\][+-]?[ \t]*)?/],
	"i",
);

/**
 * Signs that mean something to Markdown, to Obsidian or to a usual plugin, in a sentence or in another that holds the
 * same one: a proposal may lose them, not bring them. Among them a host's name, which publishers link, the
 * pictographs that Tasks reads, and arrows, by which models lead to a remark.
 */
const signs = anyOf(
	[
		/[`$\\|<>^*_]|==|~|\+\+|%%|::|\/\//,
		/!(?=\[)|#(?=\S)|@(?=[\w-]+\.\w)|&(?=#?\w+;)/,
		/[\p{L}\p{N}]{2}\.(?=\p{L}{2})/u,
		// x.com; an abbreviation goes on with a stop.
		/\p{L}\.(?=\p{L}{2,}(?:[^\p{L}.]|\.?$))/u,
		/[\u2190-\u21ff\u2794-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2b4f\u{1f800}-\u{1f8ff}]/u,
		/[📅⏳⌛🛫✅➕❌🔁🔺⏫🔼🔽⏬🆔⛔🏁]/u,
		/\p{Extended_Pictographic}(?=\ufe0f?\s*\d{4}-)/u,
	],
	"gu",
);

/**
 * What of a sentence's structure a proposal lost, added, moved or altered: constructs, spaces and quotation marks,
 * lines and blocks. Null when all of it is as it was.
 * @param isForm whether two words are forms of one
 */
export function brokenStructure(
	sentence: string,
	selection: Range,
	text: string,
	isForm: (a: string, b: string) => boolean,
): BrokenKind | null {
	const span =
		brokenSpan(sentence, text) ??
		displacedSpan(sentence, selection, text, isForm) ??
		shiftedSpan(sentence, selection, text);
	if (span !== null) return span;
	if (spaces(text) !== spaces(sentence) && !sameSpaces(sentence, selection, text)) return "nbsp";
	if (quotes(text) !== quotes(sentence)) return "quotes";
	return keepsLayout(sentence, text) ? null : "layout";
}

/** Whether a proposal has other brackets than the sentence, or signs that mean something and were not there. */
export function bringsMarks(sentence: string, text: string): boolean {
	return brackets(text) !== brackets(sentence) || bringsSigns(sentence, text);
}

// Frozen spans and the marks of emphasis: the same ones, in the same order, and the same words around the same marks'
// kinds.
function brokenSpan(sentence: string, text: string): BrokenKind | null {
	const of = (source: string): readonly { readonly kind: InlineSpan["kind"]; readonly text: string }[] =>
		inlineSpans(source).map((span) => ({ kind: span.kind, text: source.slice(span.from, span.to) }));
	const before = of(sentence);
	const after = of(text);
	for (let at = 0; at < Math.max(before.length, after.length); at++) {
		const one = before[at];
		const other = after[at];
		if (one?.kind !== other?.kind || one?.text !== other?.text) return (one ?? other)?.kind ?? "format";
	}
	return null;
}

function spaces(text: string): string {
	return Array.from(text.matchAll(/[\u00a0\u202f\u2007]/g), ([space]) => space.charCodeAt(0).toString(16)).join();
}

// The words that were asked about may hold such spaces or lose them; around them nothing may change.
function sameSpaces(sentence: string, selection: Range, text: string): boolean {
	const outside = sentence.slice(0, selection.from) + sentence.slice(selection.to);
	return (
		spaces(outside) === spaces(text) &&
		spaces(sentence.slice(selection.from, selection.to)) !== "" &&
		!/[«»;:!?]/.test(sentence.slice(selection.from, selection.to))
	);
}

function quotes(text: string): string {
	// Where none opens, an apostrophe after an s is a possessive's.
	const words = /(?:^|[\s(])['‘]/.test(text) ? text : text.replace(/([sSxXzZ])['’](?=[\s).,;:!?]|$)/g, "$1");
	return (words.match(/["“”„«»‹›]|(?:^|[\s(])['‘]|['’](?=[\s).,;:!?]|$)/g) ?? [])
		.map((mark) => mark.trim().replace(/[(\s]/g, ""))
		.join("");
}

function brackets(text: string): string {
	return (text.match(/[()[\]{}]/g) ?? []).join("");
}

/**
 * Whether some of a candidate's changes can be made without the others: what stays is then whole, as it is with all
 * of them.
 */
export function canStandAlone(sentence: string, changes: readonly Change[]): boolean {
	const text = applyChanges(sentence, changes);
	let shift = 0;
	const places = [...changes]
		.sort((a, b) => a.from - b.from)
		.flatMap(({ from, to, insert }) => {
			const at = from + shift;
			shift += insert.length - (to - from);
			return [at, at + insert.length];
		});
	return (
		text.trim() !== "" && brokenSpan(sentence, text) === null && keepsLayout(sentence, text) && !cuts(text, places)
	);
}

function keepsLayout(sentence: string, text: string): boolean {
	if (layout(text) !== layout(sentence) || openers(text) !== openers(sentence)) return false;
	// As it stands, and as a line that goes on with a paragraph, out of the quote it may be in.
	return (
		blockStructure(text) === blockStructure(sentence) &&
		blockStructure(`x\n${plainBreaks(text)}`) === blockStructure(`x\n${plainBreaks(sentence)}`)
	);
}

// What may open or close something that goes on beyond the sentence.
function openers(text: string): string {
	return (text.match(/<!-*|-->|<\?|\?>|%%|\$\$|`{3,}|~{3,}/g) ?? []).join(" ");
}

function bringsSigns(sentence: string, text: string): boolean {
	const left: string[] = sentence.match(signs) ?? [];
	return (text.match(signs) ?? []).some((sign) => {
		const at = left.indexOf(sign);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}

/** Whether a text begins or ends with a mark that would combine with what stands before the sentence, or after it. */
export function joinsNeighbours(text: string): boolean {
	return (cuts(`x${text}`, [1]) && cuts(` ${text}`, [1])) || cuts(`${text} `, [text.length]);
}

// How many lines, with what each begins, which of them ends with a block's id, and which cells of a table are empty.
function layout(text: string): string {
	return text
		.split("\n")
		.map((line, index) => {
			const start = blockStart.exec(line)?.[0] ?? (index === 0 ? "" : (/^[ \t]*/.exec(line)?.[0] ?? ""));
			const cells = line.includes("|")
				? line
						.split("|")
						.map((cell) => (cell.trim() === "" ? " " : "x"))
						.join("|")
				: "";
			const id = /(\S?)(?:^|\s+)(\^[A-Za-z0-9-]+)[ \t]*$/.exec(line);
			return start + cells + (id === null ? "" : `${id[1] === "" ? "" : "x"}${id[2] ?? ""}`);
		})
		.join("\n");
}
