import type { Callout } from "../markdown/callouts";
import type { RecordLabels } from "./labels";
import { isDate } from "./normal";

/** What a record says, line by line, whatever a formatter made of its breaks. */
export interface RecordLines {
	/** `Model · Objective · date`, from its head or its signature; empty where there is neither. */
	readonly title: string;
	/** Without hard breaks. A signature is none of them. */
	readonly lines: readonly string[];
}

/** Tells a line with a label: `**Before:** …`. The label's word, and what follows. */
const labelled = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)([^*_]+?)(?:\s*:(?:\*\*|__)|(?:\*\*|__)\s*:)[ \t]?(.*)$/;

/** What holds a label has its marks. Most lines have none, and none is then looked for. */
function isMarked(line: string): boolean {
	return line.includes("**") || line.includes("__");
}

/** The label that a line begins with, and the rest of it; null for another line. */
export function labelIn(line: string): { readonly word: string; readonly rest: string } | null {
	if (!isMarked(line)) return null;
	const match = labelled.exec(line);
	return match === null ? null : { word: match[1] ?? "", rest: match[2] ?? "" };
}

/** A label within a line, where a formatter has joined lines: what stands before it is a line of its own. */
const within = /[ \t](?=(?:\*\*|__)([^*_\n]{1,60}?)(?:\s*:(?:\*\*|__)|(?:\*\*|__)\s*:))/g;

const startOfIdentity = /^[ \t]*`[^`\s]+`(?:\s+\S.*)?$/;

/** Tells identity lines from others. */
export interface IdentityLines {
	readonly is: (line: string) => boolean;
	/** How much of an identity line can be read; 0 for any other line. */
	readonly score: (line: string) => number;
}

/**
 * The lines of a record as they were printed. Formatters that wrap prose join the lines of a paragraph, the head among
 * them, and break them anew, the identity line too: where a label stands within a line, or a date within the head,
 * that has happened, and each paragraph is taken apart at its labels. What follows the question is the model's: its
 * lines stay as they are.
 */
export function linesOf(callout: Callout, labels: readonly RecordLabels[], identity: IdentityLines): RecordLines {
	const isLabel = (word: string | undefined): boolean =>
		labels.some((known) =>
			[known.before, known.adopted, known.takenBack, known.asked].some(
				(label) => label.toLowerCase() === word?.toLowerCase(),
			),
		);
	const cut = (line: string): readonly string[] => {
		if (!isMarked(line)) return [line];
		const parts: string[] = [];
		let from = 0;
		for (const match of line.matchAll(within)) {
			if (!isLabel(match[1])) continue;
			parts.push(line.slice(from, match.index).trimEnd());
			from = match.index + 1;
		}
		return [...parts, line.slice(from)];
	};
	const [lines, wrapped] = withIdentity(callout.lines.map(withoutBreak), identity);
	const title = withoutBreak(callout.title);
	const head = callout.type === null ? null : wholeTitle(title, lines, cut);
	if (head === null && !wrapped && !isReflowed(callout.type, lines, cut, labels)) return signed(callout, title, lines);
	const [first, rest] = head ?? [title, lines];
	const whole = apart(rest, cut, labels, identity);
	return signed(callout, first, callout.type === null ? withSignature(whole) : whole);
}

/** The lines with the paragraph above the identity line in one, where it then signs the record with a date. */
function withSignature(lines: readonly string[]): readonly string[] {
	const isBlank = (at: number): boolean => (lines[at] ?? "").trim() === "";
	let to = lines.findIndex((line) => startOfIdentity.test(line));
	while (to > 0 && isBlank(to - 1)) to--;
	let from = to;
	while (from > 0 && !isBlank(from - 1)) from--;
	const joined = joinedFrom(lines, from, to - from);
	return to > from + 1 && signature.test(joined) && endsWithDate(joined)
		? [...lines.slice(0, from), joined, ...lines.slice(to)]
		: lines;
}

/** A record that is no callout has its title below what it says. */
function signed(callout: Callout, title: string, lines: readonly string[]): RecordLines {
	if (callout.type !== null) return { title, lines };
	const at = signatureAt(lines);
	return at === null
		? { title: "", lines }
		: { title: titleOf(lines[at] ?? ""), lines: [...lines.slice(0, at), ...lines.slice(at + 1)] };
}

/** `*Claude Sonnet 4* · Other words · 2026-11-23`: the model's name in emphasis, and the rest of a title. */
const signature = /^[ \t]*(?:\*(?![\s*])([^*]*(?:\\\*[^*]*)*)\*|_(?![\s_])(.*?)_)((?: · .*)?)$/;

/** Which line signs a record: the last one above the identity line that can; null for none. */
export function signatureAt(lines: readonly string[]): number | null {
	const end = lines.findIndex((line) => startOfIdentity.test(line));
	for (let at = (end < 0 ? lines.length : end) - 1; at >= 0; at--) {
		const line = lines[at] ?? "";
		if (line.trim() === "") continue;
		return signature.test(line) ? at : null;
	}
	return null;
}

/** Whether an identity line begins here, be it one that a formatter has broken. */
export function isSignedFrom(line: string): boolean {
	return startOfIdentity.test(line);
}

/** What a signature says, as a title would. */
export function titleOf(line: string): string {
	const match = signature.exec(line);
	return match === null ? "" : `${match[1] ?? match[2] ?? ""}${match[3] ?? ""}`;
}

/**
 * A title that runs into the lines below it, and these without it; null where it is as it was printed, or the writer's
 * own.
 */
function wholeTitle(
	title: string,
	lines: readonly string[],
	cut: (line: string) => readonly string[],
): readonly [string, readonly string[]] | null {
	let joined = title;
	for (let next = 0; next <= 3; next++) {
		const [first = "", ...others] = cut(joined);
		const whole = endsWithDate(first);
		if (whole && (next > 0 || others.length > 0)) return [first, [...others, ...lines.slice(next)]];
		const line = lines[next];
		if (whole || others.length > 0 || line === undefined || line.trim() === "" || labelIn(line) !== null) return null;
		joined += ` ${line.trimStart()}`;
	}
	return null;
}

function endsWithDate(title: string): boolean {
	const parts = title.split(" · ");
	return parts.length > 1 && isDate(parts[parts.length - 1] ?? "");
}

function isReflowed(
	type: string | null,
	lines: readonly string[],
	cut: (line: string) => readonly string[],
	labels: readonly RecordLabels[],
): boolean {
	for (const [at, line] of lines.entries()) {
		if (cut(line).length > 1) return true;
		// In a callout, the head would tell; in a signed quote, a blank line follows the question.
		if (isAsked(line, labels)) return type === null && (lines[at + 1] ?? "").trim() !== "";
	}
	return false;
}

function isAsked(line: string, labels: readonly RecordLabels[]): boolean {
	const word = labelIn(line)?.word.toLowerCase();
	return labels.some(({ asked }) => asked.toLowerCase() === word);
}

/** Paragraphs as one line each, taken apart at their labels; nothing below the question's is touched. */
function apart(
	lines: readonly string[],
	cut: (line: string) => readonly string[],
	labels: readonly RecordLabels[],
	identity: IdentityLines,
): readonly string[] {
	const result: string[] = [];
	let at = 0;
	for (let answering = false; at < lines.length && !answering;) {
		const line = lines[at] ?? "";
		if (line.trim() === "" || identity.is(line)) {
			result.push(line);
			at++;
			continue;
		}
		let to = at + 1;
		while (to < lines.length && (lines[to] ?? "").trim() !== "" && !identity.is(lines[to] ?? "")) to++;
		const paragraph = lines
			.slice(at, to)
			.map((one, index) => (index === 0 ? one : one.trimStart()))
			.join(" ");
		const parts = cut(paragraph);
		result.push(...parts);
		answering = parts.some((part) => isAsked(part, labels));
		at = to;
	}
	return [...result, ...lines.slice(at)];
}

/** The lines with the identity line in one, and whether it was in several: as much of its paragraph as it reads. */
function withIdentity(
	lines: readonly string[],
	{ is, score }: IdentityLines,
): readonly [lines: readonly string[], wrapped: boolean] {
	const from = lines.findIndex((line, at) => startOfIdentity.test(line) && is(joinedFrom(lines, at, 3)));
	if (from < 0 || (lines[from + 1] ?? "").trim() === "") return [lines, false];
	let best = { length: 1, score: score(lines[from] ?? "") };
	for (let length = 2; length <= 12 && (lines[from + length - 1] ?? "").trim() !== ""; length++) {
		const found = score(joinedFrom(lines, from, length));
		if (found > best.score) best = { length, score: found };
	}
	if (best.length === 1) return [lines, false];
	return [[...lines.slice(0, from), joinedFrom(lines, from, best.length), ...lines.slice(from + best.length)], true];
}

/** So many lines from one on as one, up to the end of its paragraph. */
function joinedFrom(lines: readonly string[], from: number, length: number): string {
	let joined = lines[from] ?? "";
	for (let at = from + 1; at < from + length && (lines[at] ?? "").trim() !== ""; at++)
		joined += ` ${(lines[at] ?? "").trimStart()}`;
	return joined;
}

/**
 * A line without the hard break that formatters put at the end of lines of one paragraph: spaces, a tag, a backslash.
 * Those of what is quoted are escaped.
 */
function withoutBreak(line: string): string {
	const kept = withoutSpace(line);
	const tag = /<br ?\/?>$/i.exec(kept.slice(-6))?.[0] ?? "";
	if (tag !== "" && !isEscaped(kept, kept.length - tag.length)) return withoutSpace(kept.slice(0, -tag.length));
	return kept.endsWith("\\") && !isEscaped(kept, kept.length - 1) ? withoutSpace(kept.slice(0, -1)) : kept;
}

// Loops, not expressions: a line may hold thousands of spaces or backslashes.
function withoutSpace(line: string): string {
	let end = line.length;
	while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end--;
	return line.slice(0, end);
}

function isEscaped(line: string, at: number): boolean {
	let before = at;
	while (before > 0 && line[before - 1] === "\\") before--;
	return (at - before) % 2 === 1;
}
