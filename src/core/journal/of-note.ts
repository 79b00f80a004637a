import type { RecordLabels } from "../record/labels";
import type { Range } from "../text";
import { parseEntries, type JournalEntry } from "./entry";
import { readFacts } from "./facts";

/** An entry and where its callout stands in its month. */
export interface PlacedEntry extends Range {
	readonly entry: JournalEntry;
}

const start = "\n> [id:: ";

/** The entries of a month in which words were adopted in a note, in order, replaced ones included. No other entry is read: fast enough for a long month. */
export function adoptedIn(text: string, note: string, own: readonly RecordLabels[] = []): readonly PlacedEntry[] {
	const found: PlacedEntry[] = [];
	for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + start.length)) {
		const facts = readFacts(lineAt(text, at + 3));
		if (facts?.outcome !== "adopted" || facts.note !== note) continue;
		const from = text.lastIndexOf("\n", at - 1) + 1;
		let to = at + 1 + lineAt(text, at + 1).length;
		while (text.startsWith("\n>", to)) to += 1 + lineAt(text, to + 1).length;
		const [entry] = parseEntries(text.slice(from, to), own);
		if (entry !== undefined) found.push({ from, to, entry });
	}
	return found;
}

function lineAt(text: string, from: number): string {
	const end = text.indexOf("\n", from);
	return text.slice(from, end < 0 ? text.length : end);
}
