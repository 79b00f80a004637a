import { guessLanguage, isForeignTo } from "../markdown/language";
import { sentencesIn } from "../markdown/sentences";
import { hiddenIn } from "../text/clean";
import type { Range } from "../text/text";
import { tokensOf, wordsOf } from "../text/tokens";
import { mostAligned } from "./align";
import type { Broken, BrokenKind, Candidate, Original } from "./candidate";
import { alignmentOf, rolePairs, rulesFor, type RolePair } from "./classify";
import { freezeSentence, thaw, type Frozen } from "./freeze";
import { bringsMarks, brokenStructure, joinsNeighbours } from "./intact";
import { isUnrelated, keptShare } from "./kept-share";
import { hasLoneSurrogate } from "./lenient-json";
import { cutAtOwnEnd } from "./own-end";
import { restoreTypography } from "./restore";
import { leastChanges, roleChanges, type WordingChange } from "./role-changes";

// eslint-disable-next-line no-control-regex -- controls are what is looked for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\u0085]/;

/** A row longer than this many times the sentence, and some words, is no version of it. */
const longest = 2;
const someWords = 500;

/** Changes to more than this share of a sentence's other words recast it, agreeing or not. */
const budget = 0.9;

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

/**
 * Makes what judging rows of a sentence needs (its language's tables of forms, patterns of letters, compiled code), as
 * long as there is nothing to judge: the first row can then be shown within a frame. Takes tens of milliseconds once.
 */
export function readAhead(original: Original): void {
	const { sentence, selection } = original;
	const asked = sentence.slice(selection.from, selection.to);
	// Another selection, and each word after it in another form.
	const after = sentence.slice(selection.to).replace(/\p{L}(?![\p{L}\p{M}])/gu, "$&s");
	judge(original, `${sentence.slice(0, selection.from)}${asked}e${after}`);
}

function brokenIn(original: Original, text: string): BrokenKind | null {
	const { sentence, selection, language } = original;
	if (text.trim() === "") return "unrelated";
	const rules = rulesFor(language);
	const structure = brokenStructure(sentence, selection, text, (a, b) => rules.agrees(a, b, false));
	if (structure !== null) return structure;
	if (goesBeyond(original, text)) return "outside";
	if (bringsMarks(sentence, text)) return "marks";
	if (isOtherLanguage(original, text)) return "language";
	return isUnrelated(original, text) ? "unrelated" : null;
}

// Before the sentence or after it stands something, or it has become several.
function goesBeyond(original: Original, text: string): boolean {
	const { sentence } = original;
	return (
		sentencesIn(text).length > sentencesIn(sentence).length ||
		addsPreamble(original, text) ||
		leadOf(text) !== leadOf(sentence) ||
		addsLabel(original, text) ||
		cutAtOwnEnd(sentence, text) !== null ||
		endsInRemark(original, text)
	);
}

// A dash and a remark behind all that the sentence says; where its last words were asked about, they may be of it.
function endsInRemark({ sentence, selection }: Original, text: string): boolean {
	const dash = /\s[—–]\s/;
	const at = text.search(dash);
	if (at < 0 || dash.test(sentence) || selection.to >= lastWord(sentence)) return false;
	const end = (words: string): string => (wordsOf(words).slice(-1)[0] ?? "").toLowerCase();
	return end(text.slice(0, at)) === end(sentence) && end(text) !== end(sentence);
}

// "Here is a version: …" before the sentence.
function addsPreamble(original: Original, text: string): boolean {
	const head = /^[^:]{2,60}:\s+/.exec(text)?.[0];
	if (head === undefined || original.sentence.slice(0, head.length + 20).includes(":")) return false;
	return keptShare({ ...original, selection: { from: 0, to: 0 } }, text.slice(head.length)) >= 0.5;
}

// "B. " or "b) " before the sentence; where its first word was asked about, it is an initial.
function addsLabel({ sentence, selection }: Original, text: string): boolean {
	const label = /^\p{L}[.)]\s/u;
	return label.test(text) && !label.test(sentence) && selection.from > firstWord(sentence);
}

// Arrows, ticks, dashes and counting signs before the first word.
function leadOf(text: string): string {
	return (/^(?:[\p{So}\p{No}•·‣▪→⇒←—–―\s]|\u20e3|\ufe0f|\u200d)*/u.exec(text)?.[0] ?? "").replace(/\s/g, "");
}

function isOtherLanguage(original: Original, text: string): boolean {
	const guessed = guessLanguage(original.sentence);
	const told = original.language ?? guessed;
	const now = guessLanguage(text);
	if (told === null) return false;
	const isOther =
		now === null ? isForeignTo(told, text) && !isForeignTo(told, original.sentence) : now !== told && guessed !== now;
	return isOther && keptShare(original, text) < 0.6;
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
