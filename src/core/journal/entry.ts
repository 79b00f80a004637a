import type { FailureKind } from "../chat/chat";
import { findCallouts, type Callout } from "../markdown/callouts";
import { knownLabels, type RecordLabels } from "../record/labels";
import type { ConsultationRecord, Identity } from "../record/model";
import { normalRecord } from "../record/normal";
import { isProposedLine, parseRecord } from "../record/parse";
import { printRecord } from "../record/print";
import { countWords } from "../text/letters";
import { normalInline, quoteInline, unquoteInline } from "../record/quote";
import { factsIn, writeFacts, type ComparisonFact, type Facts, type JournalOutcome, type JournalPlace } from "./facts";

/** One consultation in the journal, whatever came of it. */
export interface JournalEntry {
	/**
	 * Names the consultation. A later entry with the same id takes the place of the earlier one: an answer may be kept
	 * after it was dismissed.
	 */
	readonly id: string;
	/** Local time with its offset, `2026-11-23T10:42:05+01:00`. */
	readonly time: string;
	/** Path of the note in the vault. */
	readonly note: string;
	readonly outcome: JournalOutcome;
	/** Why it failed; null when it did not, or when nobody knows. */
	readonly failure: FailureKind | null;
	/** What was proposed, in order; empty for an answer. */
	readonly proposals: readonly string[];
	/** Id of the endpoint in the settings; null where it is not known. */
	readonly endpoint: string | null;
	/** Where the model ran; null where that is not known. */
	readonly place: JournalPlace | null;
	/** From sending to the end, of all its requests; null where it was not measured. */
	readonly seconds: number | null;
	/** Requests that may have cost something nobody told. */
	readonly unknown: number;
	/** What was adopted or answered, and by whom. Its date is that of `time`. */
	readonly record: ConsultationRecord;
	/**
	 * How the model fared beside others that were asked the same; null when it was asked alone, or nothing was chosen.
	 */
	readonly comparison: ComparisonFact | null;
}

/** What printing an entry needs beside it. */
export interface EntryStyle {
	readonly labels: RecordLabels;
	/** Whether the note is written as a link, with the backlinks and graph edges that makes. Defaults to false. */
	readonly link?: boolean;
}

/**
 * An entry as a callout of type `ai`: like a record, with a line of inline fields below the title, and what was
 * proposed. The line is an item of a list: so each entry is a row of its own for Dataview (`file.lists`), not one value
 * more of its page's. The fields hold amounts exactly; `parseEntries(printEntry(e))` gives `[normalEntry(e)]`.
 */
export function printEntry(entry: JournalEntry, style: EntryStyle): string {
	const normal = normalEntry(entry, style.labels);
	const [title = "", ...body] = printRecord(normal.record, style.labels).split("\n");
	const proposals =
		normal.proposals.length === 0
			? []
			: [
					`> **${style.labels.proposed}${style.labels.beforeColon}:**`,
					">",
					...normal.proposals.map((proposal) => `> - ${quoteInline(proposal, true)}`),
					">",
				];
	return [
		title,
		">",
		`> - ${writeFacts(factsOf(normal), style.link ?? false)}`,
		">",
		...proposals,
		...(body[0] === ">" ? body.slice(1) : body),
	].join("\n");
}

/**
 * What an entry says once it is printed and read again: texts cleaned as in a record, amounts to six significant
 * digits.
 */
export function normalEntry(entry: JournalEntry, labels: Pick<RecordLabels, "truncated">): JournalEntry {
	const date = entry.time.slice(0, 10);
	const record = normalRecord({ ...entry.record, date }, labels);
	const { cost, carbon, tokens } = entry.record.identity;
	const exact: Identity = {
		...record.identity,
		tokens: record.identity.tokens === null ? null : tokens,
		cost:
			record.identity.cost === null || cost === null ? null : { ...record.identity.cost, amount: exactly(cost.amount) },
		carbon:
			record.identity.carbon === null || carbon === null
				? null
				: { central: exactly(carbon.central), low: exactly(carbon.low), high: exactly(carbon.high) },
	};
	return {
		id: entry.id,
		time: entry.time,
		note: entry.note,
		outcome: entry.outcome,
		failure: entry.failure,
		endpoint: entry.endpoint,
		place: entry.place,
		seconds: entry.seconds === null ? null : exactly(entry.seconds),
		unknown: entry.unknown,
		proposals: entry.proposals.map(normalInline).filter((proposal) => proposal !== ""),
		record: { ...record, identity: exact },
		comparison: entry.comparison,
	};
}

function exactly(amount: number): number {
	return Number(amount.toPrecision(6));
}

/** What the statistics need of an entry. */
export function factsOf(entry: JournalEntry): Facts {
	const { identity } = entry.record;
	return {
		id: entry.id,
		time: entry.time,
		note: entry.note,
		outcome: entry.outcome,
		failure: entry.failure,
		objective: entry.record.objective,
		model: identity.model,
		endpoint: entry.endpoint,
		provider: (identity.provider ?? identity.via).trim() || null,
		place: entry.place,
		seconds: entry.seconds,
		adoptedWords: adoptedWordsOf(entry.record),
		tokens: identity.tokens,
		cost: identity.cost,
		unknown: entry.unknown,
		carbon: identity.carbon,
		comparison: entry.comparison,
		...(identity.told === true ? { told: true } : {}),
	};
}

/** Words that were put in the place of the writer's, of those that stand as far as the record knows. */
function adoptedWordsOf({ adoptions }: ConsultationRecord): number {
	return adoptions
		.filter(({ takenBack }) => takenBack === null)
		.flatMap(({ adopted, changedAdopted }) => changedAdopted.map(({ from, to }) => adopted.slice(from, to)))
		.reduce((sum, text) => sum + countWords(text), 0);
}

/** The entries of a month, in order, doubles included (`latest`). Callouts that are no entries are left out. */
export function parseEntries(text: string, own: readonly RecordLabels[] = []): readonly JournalEntry[] {
	const labels = knownLabels(own);
	return findCallouts(text).flatMap((callout) => parseEntry(callout, labels) ?? []);
}

function parseEntry(callout: Callout, labels: readonly RecordLabels[]): JournalEntry | null {
	const at = callout.lines.findIndex((line) => factsIn(line) !== null);
	const facts = factsIn(callout.lines[at] ?? "");
	if (facts === null) return null;
	const { proposals, rest } = takeProposals(
		callout.lines.filter((_, index) => index !== at),
		labels,
	);
	const record = parseRecord({ ...callout, lines: rest }, labels);
	if (record === null || record.identity.model !== facts.model) return null;
	return {
		id: facts.id,
		time: facts.time,
		note: facts.note,
		outcome: facts.outcome,
		failure: facts.failure,
		endpoint: facts.endpoint,
		place: facts.place,
		seconds: facts.seconds,
		unknown: facts.unknown,
		proposals,
		record: {
			...record,
			identity: { ...record.identity, tokens: facts.tokens, cost: facts.cost, carbon: facts.carbon },
		},
		comparison: facts.comparison,
	};
}

function takeProposals(
	lines: readonly string[],
	labels: readonly RecordLabels[],
): { readonly proposals: readonly string[]; readonly rest: readonly string[] } {
	// An answer may hold such a line too: only one that stands before everything said counts.
	const from = lines.findIndex((line) => line.trim() !== "");
	if (!isProposedLine(lines[from] ?? "", labels)) return { proposals: [], rest: lines };
	let to = from + 1;
	const proposals: string[] = [];
	for (; to < lines.length; to++) {
		const line = lines[to] ?? "";
		const item = /^[-*+] (.*)$/.exec(line);
		if (item !== null) proposals.push(unquoteInline(item[1] ?? "").trim());
		else if (line.trim() !== "") break;
	}
	return { proposals, rest: lines.slice(to) };
}
