import type { Range, TextSource } from "../text/text";
import { parseCarbon, parseCost } from "./amounts";
import { findCallouts, type Callout } from "../markdown/callouts";
import { splitsOf } from "./escape";
import { knownLabels, type RecordLabels } from "./labels";
import { labelIn, linesOf } from "./lines";
import type { Adoption, ConsultationRecord, Identity } from "./model";
import { decodeId } from "./model-id";
import { isDate, nameOfId, toldIdentity } from "./normal";
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
	const { title, lines } = linesOf(callout, labels, (line) => scoreOf(line, labels));
	const identities = lines.flatMap((line, at) => {
		const identity = parseIdentity(line, labels);
		return identity === null ? [] : [{ at, ...identity }];
	});
	const [found] = identities;
	if (found === undefined || identities.length > 1) return null;

	const asked = lines.findIndex((line) => labelOf(line, labels)?.kind === "asked");
	// What follows the question is the model's: no label in it counts, and it ends at the identity line or with the
	// callout.
	const end = asked >= 0 && found.at > asked ? found.at : lines.length;
	const said = lines.map((line, at) => (asked >= 0 && at > asked && at < end ? null : labelOf(line, labels)));
	if (said.filter((one) => one?.kind === "asked").length > 1) return null;
	const adoptions = pair(said.flatMap((one) => (one === null || one.kind === "asked" ? [] : [one])));
	if (adoptions === null) return null;

	const answer = asked < 0 ? [] : lines.slice(asked + 1, end).filter((_, at) => asked + 1 + at !== found.at);
	const named = parseTitle(title);
	return {
		modelName: named.modelName || nameOfId(found.identity.model),
		objective: named.objective,
		date: named.date,
		adoptions,
		kept:
			asked < 0
				? null
				: { question: said[asked]?.text.text ?? "", answer: unquote(trimBlank(answer)), incomplete: found.incomplete },
		identity: found.identity,
	};
}

/**
 * `Model · Objective · date`; the objective may be missing. Without a date at its end a title is the writer's own,
 * and names no model.
 */
function parseTitle(title: string): { readonly modelName: string; readonly objective: string; readonly date: string } {
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
	readonly text: Text;
}

function labelOf(line: string, labels: readonly RecordLabels[]): Label | null {
	const found = labelIn(line);
	const kind =
		found === null
			? undefined
			: (["before", "adopted", "takenBack", "asked"] as const).find((one) => isLabel(found.word, one, labels));
	return kind === undefined ? null : { kind, text: readMarked(found?.rest ?? "") };
}

function isLabel(word: string | undefined, kind: Label["kind"] | "proposed", labels: readonly RecordLabels[]): boolean {
	return labels.some((known) => known[kind].toLowerCase() === word?.toLowerCase());
}

/** Whether a line stands above a list of what was proposed. */
export function isProposedLine(line: string, labels: readonly RecordLabels[]): boolean {
	const found = labelIn(line);
	return found !== null && found.rest.trim() === "" && isLabel(found.word, "proposed", labels);
}

/**
 * Sentences before and after, each `adopted` with the nearest `before` above it, or below it when every pair was turned
 * round. Null when they do not pair up: one alone could belong to anything. That one was taken back is said below it.
 */
function pair(labels: readonly Label[]): readonly Adoption[] | null {
	const sentences = labels.filter(({ kind }) => kind !== "takenBack");
	if (sentences.length % 2 !== 0) return null;
	const takenBack = new Map<number, string>();
	labels.forEach(({ kind, text }, at) => {
		const above = labels.slice(0, at).filter((one) => one.kind !== "takenBack").length;
		if (kind === "takenBack") takenBack.set(Math.max(0, Math.ceil(above / 2) - 1), isDate(text.text) ? text.text : "");
	});
	const adoptions: Adoption[] = [];
	for (let i = 0; i < sentences.length; i += 2) {
		const two = [sentences[i], sentences[i + 1]];
		const before = two.find((one) => one?.kind === "before")?.text;
		const adopted = two.find((one) => one?.kind === "adopted")?.text;
		if (before === undefined || adopted === undefined) return null;
		adoptions.push({
			before: before.text,
			adopted: adopted.text,
			changedBefore: before.changed,
			changedAdopted: adopted.changed,
			takenBack: takenBack.get(i / 2) ?? null,
		});
	}
	return adoptions;
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

/** Reads an identity line in any known words; null for every other line. Parts that cannot be read are unknown. */
export function parseIdentity(
	line: string,
	labels: readonly RecordLabels[],
): { readonly identity: Identity; readonly incomplete: boolean } | null {
	const [who = "", ...parts] = line.trim().split(" · ");
	const match = /^`([^`\s]+)` (\S+) (.+)$/.exec(who);
	if (match === null || !labels.some((known) => known.via === match[2])) return null;
	const by = /^(.*?)(?: \(((?:[^()\\]|\\.)+)\))?$/.exec(match[3] ?? "");
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
	const model = decodeId(match[1] ?? "");
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
