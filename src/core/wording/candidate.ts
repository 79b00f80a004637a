import { inlineSpans, type InlineSpan } from "../markdown/inline";
import { guessLanguage } from "../markdown/language";
import { sentencesIn } from "../markdown/sentences";
import { blockStructure } from "../markdown/structure";
import { hiddenIn } from "../text/clean";
import { applyChanges, type Change, type Range } from "../text/text";
import { mostAligned } from "./align";
import { closedWords } from "./agreement/closed-words";
import { inflectionOf } from "./agreement/inflection";
import { alignmentOf, rolePairs, rulesFor, type RolePair } from "./classify";
import { displacedSpan, shiftedSpan } from "./displaced";
import { cuts } from "./edits";
import { freezeSentence, plainBreaks, thaw, type Frozen } from "./freeze";
import { hasLoneSurrogate } from "./lenient-json";
import { cutAtOwnEnd } from "./own-end";
import type { Mend } from "./mends";
import { leastChanges, roleChanges, type WordingChange } from "./role-changes";
import { restoreTypography } from "./restore";
import { tokensOf, wordsOf } from "../text/tokens";

/** The sentence as it stands in the note, and which part of it is to be replaced. */
export interface Original {
	readonly sentence: string;
	/** Within `sentence`. All of it when whole sentences are reworded. */
	readonly selection: Range;
	/** ISO 639-1, null when it could not be told. */
	readonly language: string | null;
}

/** Why words changed, as the friend says it. */
export interface Reason {
	/** Words as they are after the change, or as they were. */
	readonly words: string;
	readonly why: string;
}

/** A proposal that keeps everything it has no right to change. Applying `changes` to the sentence gives `text`. */
export interface Candidate {
	readonly text: string;
	readonly changes: readonly WordingChange[];
	readonly class: "agreeing" | "recast";
	/** What stands where the selection was. */
	readonly replacement: string;
	readonly gloss: string;
	/** Why some of its words changed, each for itself; absent where nobody said so. */
	readonly reasons?: readonly Reason[];
	/** Each changed word with its role. */
	readonly roles: readonly RolePair[];
	/**
	 * The words that the friend gave without their sentence, where the rest of it may have to agree with them; absent
	 * where it gave a sentence.
	 */
	readonly bare?: string;
	/** What was put right in it, and the row as the friend wrote it; absent where nothing was. */
	readonly mended?: { readonly mends: readonly Mend[]; readonly row: string };
}

/** Why a row can't be shown. Kinds of spans: one of those was lost, added, moved or altered. */
export type BrokenKind =
	| InlineSpan["kind"]
	| "identical"
	| "language"
	| "outside"
	| "nbsp"
	| "quotes"
	| "marks"
	| "layout"
	| "unrelated"
	| "format";

export interface Broken {
	readonly broken: BrokenKind;
}

/** What begins a block: a line of a proposal may begin so only where the writer's does. */
const blockStart =
	/^[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)]|#{1,6})(?:[ \t]+|$)|\||<(?=[a-z/!?]))+[ \t]*(?:\[[^\]]\][ \t]+|\[![^\]]*\][+-]?[ \t]*)?/i;

// eslint-disable-next-line no-control-regex -- controls are what is looked for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\u0085]/;

/**
 * Signs that mean something to Markdown, to Obsidian or to a usual plugin, in a sentence or in another that holds the
 * same one: a proposal may lose them, not bring them. Among them a host's name, which publishers link, and the
 * pictographs that Tasks reads.
 */
const signs =
	/[`$\\|<>^*_]|==|~|\+\+|%%|::|:\/\/|!(?=\[)|#(?=\S)|@(?=[\w-]+\.\w)|&(?=#?\w+;)|[\p{L}\p{N}]{2}\.(?=\p{L}{2})|[📅⏳⌛🛫✅➕❌🔁🔺⏫🔼🔽⏬🆔⛔🏁]|\p{Extended_Pictographic}(?=\ufe0f?\s*\d{4}-)/gu;

/** A row longer than this many times the sentence, and some words, is no version of it. */
const longest = 2;
const someWords = 500;

/** Changes to more than this share of a sentence's other words recast it, agreeing or not. */
const budget = 0.9;

/** With less than this share of the words that were not asked about, a text is no version of the sentence. */
const leastKept = 0.34;

/**
 * Judges one row of a reply: a candidate whose every change is known, or what is broken. A row that loses, adds, moves
 * or alters anything it was not asked about is broken; the writer never sees it.
 * @param frozen the original as the model was shown it; made anew by default
 */
export function judge(
	original: Original,
	row: string,
	frozen: Frozen = freezeSentence(original.sentence, original.selection),
): Candidate | Broken {
	const { sentence, selection } = original;
	if (row.length > sentence.length * longest + someWords) return { broken: "unrelated" };
	const thawed = thaw(row, frozen);
	if (thawed === null || (/⟦|⟧/.test(thawed) && !/⟦|⟧/.test(sentence))) return { broken: "format" };
	if (unprintable.test(thawed) || hasLoneSurrogate(thawed)) return { broken: "format" };
	const text = restoreTypography(sentence, thawed);
	// Hidden in a proposal, what shows nothing would say something else than what is read.
	if (hiddenIn(text) !== hiddenIn(sentence) || joinsNeighbours(text)) return { broken: "format" };
	if (text === sentence) return { broken: "identical" };
	const broken = brokenIn(original, text);
	if (broken !== null) return { broken };
	const whole = selection.from <= firstWord(sentence) && selection.to >= lastWord(sentence);
	const alignment =
		whole || tokensOf(sentence).length > mostAligned ? null : alignmentOf(sentence, selection, text, original.language);
	const changes =
		alignment === null
			? // Of a whole passage all is asked about; of one too long to be aligned what touches the selection.
				leastChanges(sentence, text, (from, to) =>
					whole || (from < selection.to && to > selection.from) ? "picked" : "agreeing",
				)
			: roleChanges(sentence, text, alignment);
	if (changes === null) return { broken: "format" };
	const roles = alignment === null ? [] : rolePairs(alignment);
	const recast = roles.some((pair) => pair.role === "recast") || (!whole && overBudget(sentence, selection, roles));
	return {
		text,
		changes,
		class: recast ? "recast" : "agreeing",
		replacement: replacementOf(changes, selection, text),
		gloss: "",
		roles,
	};
}

function brokenIn(original: Original, text: string): BrokenKind | null {
	const { sentence, selection, language } = original;
	if (text.trim() === "") return "unrelated";
	const spans = brokenSpan(sentence, text);
	if (spans !== null) return spans;
	const rules = rulesFor(language);
	const displaced =
		displacedSpan(sentence, selection, text, (a, b) => rules.agrees(a, b, false)) ??
		shiftedSpan(sentence, selection, text);
	if (displaced !== null) return displaced;
	if (spaces(text) !== spaces(sentence) && !sameSpaces(sentence, selection, text)) return "nbsp";
	if (quotes(text) !== quotes(sentence)) return "quotes";
	if (!keepsLayout(sentence, text)) return "layout";
	if (sentencesIn(text).length > sentencesIn(sentence).length) return "outside";
	if (addsPreamble(original, text) || leadOf(text) !== leadOf(sentence) || cutAtOwnEnd(sentence, text) !== null)
		return "outside";
	if (brackets(text) !== brackets(sentence) || bringsSigns(sentence, text)) return "marks";
	const told = language ?? guessLanguage(sentence);
	const now = guessLanguage(text);
	if (
		told !== null &&
		now !== null &&
		now !== told &&
		guessLanguage(sentence) !== now &&
		keptShare(original, text) < 0.6
	)
		return "language";
	return keptShare(original, text) < leastKept && !isReplaced(original, text) ? "unrelated" : null;
}

// Of two or three words that were not asked about, all may have been replaced in a sentence that is still the same one.
function isReplaced(original: Original, text: string): boolean {
	const { sentence, selection } = original;
	const others = wordsOf(sentence.slice(0, selection.from)).length + wordsOf(sentence.slice(selection.to)).length;
	return (
		others <= 3 &&
		wordsOf(text).length + 1 >= wordsOf(sentence).length &&
		keptShare({ ...original, selection: { from: 0, to: 0 } }, text) >= leastKept
	);
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

// A mark that would combine with what stands before the sentence, or after it.
function joinsNeighbours(text: string): boolean {
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

// Arrows, ticks, dashes and counting signs before the first word.
function leadOf(text: string): string {
	return (/^(?:[\p{So}\p{No}•·‣▪→⇒←—–―\s]|\u20e3|\ufe0f|\u200d)*/u.exec(text)?.[0] ?? "").replace(/\s/g, "");
}

// "Here is a version: …" before the sentence.
function addsPreamble(original: Original, text: string): boolean {
	const head = /^[^:]{2,60}:\s+/.exec(text)?.[0];
	if (head === undefined || original.sentence.slice(0, head.length + 20).includes(":")) return false;
	return keptShare({ ...original, selection: { from: 0, to: 0 } }, text.slice(head.length)) >= 0.5;
}

// How much of what was not asked about is still there, in whatever form: 0 to 1.
function keptShare({ sentence, selection, language }: Original, text: string): number {
	const before = wordsOf(sentence.slice(0, selection.from));
	// A light verb before the selection goes with it: tiene miedo, teme.
	const light = before[before.length - 1]?.toLowerCase() ?? "";
	const isGone = closedWords(language)?.light(light) === true && !wordsOf(text.toLowerCase()).includes(light);
	const outside = before.slice(0, before.length - (isGone ? 1 : 0)).concat(wordsOf(sentence.slice(selection.to)));
	const asked = outside.length === 0 ? wordsOf(sentence) : outside;
	if (asked.length === 0) return 1;
	const rules = rulesFor(language);
	const shapes = inflectionOf(language);
	const left = [...wordsOf(text)];
	const stems = left.map(stem);
	const kept = asked.filter((word) => {
		const one = stem(word);
		const same = stems.indexOf(one);
		// Forms are looked up in sentences only: in a long passage beginnings tell enough.
		const at =
			same >= 0 || asked.length > 60
				? same
				: left.findIndex(
						(other) => rules.agrees(word, other, false) || shapes.isOtherMood(word.toLowerCase(), other.toLowerCase()),
					);
		if (at < 0) return false;
		left.splice(at, 1);
		stems.splice(at, 1);
		return true;
	}).length;
	if (outside.length > 0) return kept / asked.length;
	// All was asked about: a text of about that length may share no word with it.
	return Math.max(kept / asked.length, leastKept * Math.min(1, wordsOf(text).length / asked.length));
}

function stem(word: string): string {
	const plain = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
	return plain.length <= 3 ? plain : plain.slice(0, Math.max(3, Math.ceil(plain.length * 0.6)));
}

function overBudget(sentence: string, selection: Range, roles: readonly RolePair[]): boolean {
	const outside = wordsOf(sentence.slice(0, selection.from)).length + wordsOf(sentence.slice(selection.to)).length;
	return outside > 6 && roles.filter((pair) => pair.role === "agreeing").length > outside * budget;
}

function replacementOf(changes: readonly WordingChange[], selection: Range, text: string): string {
	const place = (pos: number, end: boolean): number => {
		let shift = 0;
		for (const { from, to, insert } of changes) {
			if (from > pos || (from === pos && !end && to > pos)) break;
			if (to > pos || (to === pos && end)) return from + shift + (end ? insert.length : 0);
			shift += insert.length - (to - from);
		}
		return pos + shift;
	};
	return text.slice(place(selection.from, false), place(selection.to, true)).trim();
}

function firstWord(text: string): number {
	return tokensOf(text).find((token) => token.kind === "word")?.from ?? 0;
}

function lastWord(text: string): number {
	return [...tokensOf(text)].reverse().find((token) => token.kind === "word")?.to ?? text.length;
}
