import type { RecordLabels } from "../record/labels";
import type { Adoption, ConsultationRecord } from "../record/model";
import type { Range } from "../text/text";
import { parseEntries, type JournalEntry } from "./entry";
import { factsIn, latest, type Facts } from "./facts";
import { firstField } from "./fields";

/** An entry and where its callout stands in its month. */
export interface PlacedEntry extends Range {
	readonly entry: JournalEntry;
}

/** Whether what came of a consultation is signed: words that were adopted, an answer that was kept. */
export function isRecorded({ outcome }: Pick<JournalEntry, "outcome">): boolean {
	return outcome === "adopted" || outcome === "kept";
}

/**
 * The entries of a month by which words were adopted or answers kept in a note, in order, replaced ones included. No
 * other entry is read: fast enough for a long month.
 */
export function recordedIn(text: string, note: string, own: readonly RecordLabels[] = []): readonly PlacedEntry[] {
	return entriesWhere(text, (facts) => facts.note === note && isRecorded(facts), own);
}

/** Entries of a month that may tell when words of a record were adopted, of any note: it may have been renamed. */
export function entriesOfRecord(
	text: string,
	{ date, identity }: ConsultationRecord,
	own: readonly RecordLabels[] = [],
): readonly JournalEntry[] {
	return entriesWhere(
		text,
		(facts) => isRecorded(facts) && facts.model === identity.model && facts.time.startsWith(date),
		own,
	).map(({ entry }) => entry);
}

/**
 * When words were adopted, as the journal tells it: local time with its offset. Where several entries hold them, as
 * after an undo, the last of this note; null where none does, or several and none of this note.
 * @param entries of the record, replaced ones included, in order
 */
export function adoptedAt(entries: readonly JournalEntry[], note: string, adoption: Adoption): string | null {
	const holding = latest(entries).filter(({ record }) =>
		record.adoptions.some(({ before, adopted }) => before === adoption.before && adopted === adoption.adopted),
	);
	const own = holding.length > 1 ? holding.filter((entry) => entry.note === note) : holding;
	return own[own.length - 1]?.time ?? null;
}

function entriesWhere(
	text: string,
	wanted: (facts: Facts) => boolean,
	own: readonly RecordLabels[],
): readonly PlacedEntry[] {
	const found: PlacedEntry[] = [];
	for (let at = text.indexOf(firstField); at >= 0; at = text.indexOf(firstField, at + firstField.length)) {
		const line = lineAround(text, at);
		const facts = isQuoted(text, line) ? factsIn(text.slice(line.from, line.to)) : null;
		if (facts === null || !wanted(facts)) continue;
		const { from, to } = calloutAround(text, line);
		const entry = parseEntries(text.slice(from, to), own).find(({ id }) => id === facts.id);
		if (entry !== undefined) found.push({ from, to, entry });
	}
	return found;
}

/** From the head of the callout that holds a line to its last line. */
function calloutAround(text: string, { from, to }: Range): Range {
	let first = from;
	while (first > 0 && !isHead(text, first)) {
		const above = lineAround(text, first - 1);
		if (!isQuoted(text, above)) break;
		first = above.from;
	}
	let last = to;
	while (last < text.length) {
		const below = lineAround(text, last + 1);
		if (!isQuoted(text, below) || isHead(text, below.from)) break;
		last = below.to;
	}
	return { from: first, to: last };
}

function isHead(text: string, from: number): boolean {
	return /^[ \t]*>[ \t]?\[!/.test(text.slice(from, from + 24));
}

function isQuoted(text: string, { from }: Range): boolean {
	return /^[ \t]*>/.test(text.slice(from, from + 24));
}

/** Without the break at its end. */
function lineAround(text: string, at: number): Range {
	const end = text.indexOf("\n", at);
	return { from: at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1, to: end < 0 ? text.length : end };
}
