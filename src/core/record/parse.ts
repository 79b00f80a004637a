import type { Range, TextSource } from "../text/text";
import { parseCarbon, parseCost } from "./amounts";
import { findCallouts, type Callout } from "../markdown/callouts";
import { splitsOf } from "./escape";
import { knownLabels, type RecordLabels } from "./labels";
import { labelIn, linesOf } from "./lines";
import type { Adoption, ConsultationRecord, Identity } from "./model";
import { decodeId } from "./model-id";
import { isDate, nameOfId, toldIdentity } from "./normal";
import { labelKinds, printedKind, type LabelKinds } from "./printed";
import { unquote, unquoteInline } from "./quote";

/** A record as it stands in a note. `range` holds its lines, without the break after the last. */
export interface FoundRecord {
	readonly range: Range;
	/** 1, or 2 for a record that was moved into a quote or another callout. */
	readonly depth: number;
	readonly record: ConsultationRecord;
	/** Where it stands when that is in the journal only, about this note; `range` then means nothing. */
	readonly elsewhere?: { readonly path: string; readonly note: string; readonly id: string };
}

type Text = { readonly text: string; readonly changed: readonly Range[] };

/**
 * The records of a note, in order. Hand edits are forgiven: another title, unfolded, moved, in a quote, lines in
 * another order or added, labels in another known language. What cannot be told is empty (`objective`, `date`) or null,
 * and the model's name is then its id. A callout that does not name exactly one model on an identity line, or whose
 * sentences cannot be paired, is left alone: it is none of these.
 * @param own labels the writer set, beside those known
 */
export function findRecords(text: string | TextSource, own: readonly RecordLabels[] = []): readonly FoundRecord[] {
	const labels = knownLabels(own);
	return findCallouts(text).flatMap((callout) => {
		const record = parseRecord(callout, labels);
		return record === null ? [] : [{ range: { from: callout.from, to: callout.to }, depth: callout.depth, record }];
	});
}

/** The records of a note and those about it that stand elsewhere: these as if they stood at its end, without a line. */
export function recordsOf(
	text: string,
	own: readonly RecordLabels[],
	elsewhere: readonly FoundRecord[],
): readonly FoundRecord[] {
	const end = { from: text.length, to: text.length };
	return [...findRecords(text, own), ...elsewhere.map((record) => ({ ...record, range: end }))];
}

/** What a callout says of a consultation; null when it is no record, or not plainly one. */
export function parseRecord(callout: Callout, labels: readonly RecordLabels[]): ConsultationRecord | null {
	const outline = outlineOf(callout, labels);
	if (outline === null) return null;
	const { lines, asked, end, identityAt } = outline;
	const found = parseIdentity(lines[identityAt] ?? "", labels);
	if (found === null) return null;
	const answer = asked < 0 ? [] : lines.slice(asked + 1, end).filter((_, at) => asked + 1 + at !== identityAt);
	return {
		modelName: outline.modelName,
		objective: outline.objective,
		date: outline.date,
		adoptions: outline.pairs.map(adoptionIn),
		kept:
			asked < 0
				? null
				: {
						question: readMarked(labelIn(lines[asked] ?? "")?.rest ?? "").text,
						answer: unquote(trimBlank(answer)),
						incomplete: found.incomplete,
					},
		identity: found.identity,
	};
}

/** Who a record quotes, and what for, without the words themselves. */
export interface RecordOutline extends Pick<ConsultationRecord, "modelName" | "objective" | "date"> {
	/** The exact id. */
	readonly model: string;
	/** Whether only the writer's word says which model it was. */
	readonly told: boolean;
	/** Whether words were adopted; an answer was kept otherwise. */
	readonly adopted: boolean;
}

/** `findRecords`, without what they quote: a tenth of the work, for whoever reads a whole vault. */
export function outlinesIn(text: string, own: readonly RecordLabels[] = []): readonly RecordOutline[] {
	const labels = knownLabels(own);
	const kinds = labelKinds(labels);
	return findCallouts(text).flatMap((callout) => {
		const printed = printedOutline(callout, labels, kinds);
		if (printed !== null) return [printed];
		const outline = outlineOf(callout, labels);
		if (outline === null) return [];
		const { modelName, objective, date, model, told, pairs } = outline;
		return [{ modelName, objective, date, model, told, adopted: pairs.length > 0 }];
	});
}

/** The outline of a record that stands as it was printed, which most do; null where all of it must be read. */
function printedOutline(callout: Callout, labels: readonly RecordLabels[], kinds: LabelKinds): RecordOutline | null {
	const kind = printedKind(callout, kinds);
	if (kind === null) return null;
	const who = whoIn(callout.lines[callout.lines.length - 1] ?? "", labels);
	const title = parseTitle(callout.title);
	if (who === null || title.modelName === "") return null;
	if (labels.some(({ told }) => who.parts.includes(told))) return null;
	const { modelName, objective, date } = title;
	return { modelName, objective, date, model: who.model, told: false, adopted: kind === "adoption" };
}

/** A record as its lines tell it, the words in them unread. */
interface Outline extends Title {
	readonly lines: readonly string[];
	readonly model: string;
	readonly told: boolean;
	/** Which line tells the identity; which asks, -1 without a question; before which the answer ends. */
	readonly identityAt: number;
	readonly asked: number;
	readonly end: number;
	readonly pairs: readonly Pair[];
}

function outlineOf(callout: Callout, labels: readonly RecordLabels[]): Outline | null {
	const { title, lines } = linesOf(callout, labels, {
		is: (line) => whoIn(line, labels) !== null,
		score: (line) => scoreOf(line, labels),
	});
	const identities = lines.flatMap((line, at) => {
		const who = whoIn(line, labels);
		return who === null ? [] : [{ at, who }];
	});
	const [found] = identities;
	if (found === undefined || identities.length > 1) return null;
	const told = found.who.parts.some((part) => labels.some((known) => known.told === part));

	const all = lines.map((line) => labelOf(line, labels));
	const asked = all.findIndex((label) => label?.kind === "asked");
	// What follows the question is the model's: no label in it counts, and it ends at the identity line or with the
	// callout.
	const end = asked >= 0 && found.at > asked ? found.at : lines.length;
	const said = all.map((label, at) => (asked >= 0 && at > asked && at < end ? null : label));
	if (said.filter((one) => one?.kind === "asked").length > 1) return null;
	const pairs = pairsOf(said.flatMap((one) => (one === null || one.kind === "asked" ? [] : [one])));
	if (pairs === null) return null;
	const named = parseTitle(title);
	return {
		...named,
		modelName: named.modelName || nameOfId(found.who.model),
		lines,
		model: found.who.model,
		// A part that reads as tokens or an amount is none of these words, whatever the writer's own are.
		told: told && parseIdentity(lines[found.at] ?? "", labels)?.identity.told === true,
		identityAt: found.at,
		asked,
		end,
		pairs,
	};
}

interface Title {
	readonly modelName: string;
	readonly objective: string;
	readonly date: string;
}

/**
 * `Model · Objective · date`; the objective may be missing. Without a date at its end a title is the writer's own,
 * and names no model.
 */
function parseTitle(title: string): Title {
	const parts = title.split(" · ");
	const date = isDate(parts[parts.length - 1] ?? "") ? (parts.pop() ?? "") : "";
	if (date === "" || parts.length === 0 || parts.length > 2) return { modelName: "", objective: "", date };
	return { modelName: unquoteInline(parts[0] ?? ""), objective: unquoteInline(parts[1] ?? ""), date };
}

/** Whether a line of a callout says what stood before or what was adopted. */
export function isAdoptionLine(line: string, labels: readonly RecordLabels[]): boolean {
	const label = labelOf(line, labels);
	return label !== null && label.kind !== "asked";
}

interface Label {
	readonly kind: "before" | "adopted" | "takenBack" | "asked";
	/** What follows it, as it stands. */
	readonly rest: string;
}

function labelOf(line: string, labels: readonly RecordLabels[]): Label | null {
	const found = labelIn(line);
	const kind =
		found === null
			? undefined
			: (["before", "adopted", "takenBack", "asked"] as const).find((one) => isLabel(found.word, one, labels));
	return found === null || kind === undefined ? null : { kind, rest: found.rest };
}

function isLabel(word: string | undefined, kind: Label["kind"] | "proposed", labels: readonly RecordLabels[]): boolean {
	return labels.some((known) => known[kind].toLowerCase() === word?.toLowerCase());
}

/** Whether a line stands above a list of what was proposed. */
export function isProposedLine(line: string, labels: readonly RecordLabels[]): boolean {
	const found = labelIn(line);
	return found !== null && found.rest.trim() === "" && isLabel(found.word, "proposed", labels);
}

/** Lines that tell an adoption. */
interface Pair {
	readonly before: Label;
	readonly adopted: Label;
	/** The line that tells that it was taken back, or null. */
	readonly takenBack: Label | null;
}

/**
 * Sentences before and after, each `adopted` with the nearest `before` above it, or below it when every pair was turned
 * round. Null when they do not pair up: one alone could belong to anything. That one was taken back is said below it.
 */
function pairsOf(labels: readonly Label[]): readonly Pair[] | null {
	const sentences = labels.filter(({ kind }) => kind !== "takenBack");
	if (sentences.length % 2 !== 0) return null;
	const takenBack = new Map<number, Label>();
	let above = 0;
	for (const label of labels) {
		if (label.kind === "takenBack") takenBack.set(Math.max(0, Math.ceil(above / 2) - 1), label);
		else above++;
	}
	const pairs: Pair[] = [];
	for (let i = 0; i < sentences.length; i += 2) {
		const two = [sentences[i], sentences[i + 1]];
		const before = two.find((one) => one?.kind === "before");
		const adopted = two.find((one) => one?.kind === "adopted");
		if (before === undefined || adopted === undefined) return null;
		pairs.push({ before, adopted, takenBack: takenBack.get(i / 2) ?? null });
	}
	return pairs;
}

function adoptionIn(pair: Pair): Adoption {
	const before = readMarked(pair.before.rest);
	const adopted = readMarked(pair.adopted.rest);
	const day = pair.takenBack === null ? null : readMarked(pair.takenBack.rest).text;
	return {
		before: before.text,
		adopted: adopted.text,
		changedBefore: before.changed,
		changedAdopted: adopted.changed,
		takenBack: day === null || isDate(day) ? day : "",
	};
}

/** A quoted sentence with the words between unescaped marks: those that changed. A mark without its other is text. */
function readMarked(source: string): Text {
	let read = "";
	const marks: number[] = [];
	for (let at = 0; at < source.length; at++) {
		if (source[at] === "\\" && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? "")) at++;
		else if (source[at] === "*" || isEdgeMark(source, at)) marks.push(read.length);
		read += source[at] ?? "";
	}
	if (marks.length % 2 !== 0) marks.length = 0;
	// The signs were held apart in the sentence with its marks, so they are joined before the marks go.
	const gone = new Set([...splitsOf(read), ...marks]);
	const changed: Range[] = [];
	let text = "";
	let from: number | null = null;
	for (let at = 0; at < read.length; at++) {
		if (marks.includes(at)) {
			if (from === null) from = text.length;
			else {
				if (text.length > from) changed.push({ from, to: text.length });
				from = null;
			}
		}
		if (!gone.has(at)) text += read[at] ?? "";
	}
	return { text, changed };
}

const wordEnd = /[\p{L}\p{M}\p{N}]$/u;
const wordStart = /^[\p{L}\p{M}\p{N}]/u;

/** Formatters write `_x_` for `*x*`. A `_` of the sentence itself stands within a word or is escaped. */
function isEdgeMark(source: string, at: number): boolean {
	if (source[at] !== "_") return false;
	return wordEnd.test(source.slice(Math.max(0, at - 2), at)) !== wordStart.test(source.slice(at + 1, at + 3));
}

/** How much of a line can be read as an identity line: 0 for any other, 1 for one that names a model and no more. */
function scoreOf(line: string, labels: readonly RecordLabels[]): number {
	const found = parseIdentity(line, labels);
	if (found === null) return 0;
	const { provider, tokens, cost, carbon, told: byWriter } = found.identity;
	const told = [provider, tokens, cost, carbon, byWriter ?? null].filter((one) => one !== null).length;
	const unknown = labels.some(({ costUnknown }) => line.split(" · ").some((part) => part.trim() === costUnknown));
	return 1 + told + Number(found.incomplete) + Number(unknown);
}

/** Whom an identity line names, before anything else in it is read; null for every other line. */
function whoIn(
	line: string,
	labels: readonly RecordLabels[],
): { readonly model: string; readonly by: string; readonly parts: readonly string[] } | null {
	if (!line.includes("`")) return null;
	const [who = "", ...parts] = line.trim().split(" · ");
	const match = /^`([^`\s]+)` (\S+) (.+)$/.exec(who);
	if (match === null || !labels.some((known) => known.via === match[2])) return null;
	return { model: decodeId(match[1] ?? ""), by: match[3] ?? "", parts };
}

/** Reads an identity line in any known words; null for every other line. Parts that cannot be read are unknown. */
export function parseIdentity(
	line: string,
	labels: readonly RecordLabels[],
): { readonly identity: Identity; readonly incomplete: boolean } | null {
	const who = whoIn(line, labels);
	if (who === null) return null;
	const { model, parts } = who;
	const by = /^(.*?)(?: \(((?:[^()\\]|\\.)+)\))?$/.exec(who.by);
	let tokens: Identity["tokens"] = null;
	let cost: Identity["cost"] = null;
	let carbon: Identity["carbon"] = null;
	let incomplete = false;
	let told = false;
	for (const part of parts) {
		const counted = /^(\d{1,15}) \+ (\d{1,15}) [\p{L} ]+$/u.exec(part);
		const listed = /^(.*) \((?:[^()]*[^\d()])?(\d{4}-\d{2}-\d{2})[^()\d]*\)$/.exec(part);
		const money = parseCost(listed?.[1] ?? part);
		if (counted !== null) tokens = { prompt: Number(counted[1]), completion: Number(counted[2]) };
		else if (money !== null) cost = { ...money, listed: listed?.[2] ?? null };
		else if (labels.some((known) => known.incomplete === part)) incomplete = true;
		else if (labels.some((known) => known.told === part)) told = true;
		else carbon = parseCarbon(part) ?? carbon;
	}
	// Of what the writer told, nothing was measured, whatever a hand has added.
	if (told) return { identity: toldIdentity(model, unquoteInline(by?.[1] ?? "")), incomplete };
	return {
		identity: {
			model,
			via: unquoteInline(by?.[1] ?? ""),
			provider: by?.[2] === undefined ? null : unquoteInline(by[2]),
			tokens,
			cost,
			carbon,
		},
		incomplete,
	};
}

function trimBlank(lines: readonly string[]): readonly string[] {
	let from = 0;
	let to = lines.length;
	while (from < to && (lines[from] ?? "").trim() === "") from++;
	while (to > from && (lines[to - 1] ?? "").trim() === "") to--;
	return lines.slice(from, to);
}
