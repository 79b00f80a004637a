import type { RecordLabels } from "../record/labels";
import type { Range } from "../text/text";
import { parseEntries, type JournalEntry } from "./entry";
import { factsIn } from "./facts";
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
	const found: PlacedEntry[] = [];
	for (let at = text.indexOf(firstField); at >= 0; at = text.indexOf(firstField, at + firstField.length)) {
		const line = lineAround(text, at);
		const facts = isQuoted(text, line) ? factsIn(text.slice(line.from, line.to)) : null;
		if (facts === null || facts.note !== note || !isRecorded(facts)) continue;
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
