import { findCallouts } from "../markdown/callouts";
import { knownLabels } from "../record/labels";
import { applyChanges, type Change, type Range } from "../text/text";
import { parseEntries, printEntry, type EntryStyle, type JournalEntry } from "./entry";
import { factsIn, idField, timeAfter } from "./facts";

/** Keeps a note of the journal out of every publisher, and out of what is sent to a model. */
export const privateProperties: readonly string[] = [
	"---",
	"publish: false",
	"dg-publish: false",
	"draft: true",
	"published: false",
	"ai: never",
	"---",
	"",
];

/**
 * Path of the month a time belongs to: `folder/Journal/2026-11.md`.
 * @param folder the plugin's folder; empty for the vault's root
 * @param time anything that begins with a local date
 */
export function monthPath(folder: string, time: string): string {
	const root = folder.replace(/^\/+|\/+$/g, "");
	return `${root === "" ? "" : `${root}/`}Journal/${time.slice(0, 7)}.md`;
}

const copy =
	/^(\d{4}-\d{2})(?: \d{1,2}| ?\(\d{1,2}\)|.*\b[Cc]on(?:flict|flit)(?:ed)?\b.*|-(?=[A-Z\d-]*[A-Z])[A-Z\d-]{3,})\.md$/;

/**
 * The month of which a file is a copy by its name, as sync tools make them: `2026-11 (conflicted copy 2026-11-23).md`
 * (Dropbox, Nextcloud, Obsidian Sync), `2026-11.sync-conflict-20261123-104205-ABCDEFG.md` (Syncthing), `2026-11 2.md`
 * (iCloud), `2026-11 (1).md` (Google Drive), `2026-11-DESKTOP-1A2B.md` (OneDrive). Null for any other.
 */
export function monthOfCopy(fileName: string): string | null {
	return copy.exec(fileName)?.[1] ?? null;
}

/**
 * A month's text with an entry in it. `text` is null when there is no such note yet. What stood before stays, byte
 * for byte, but for an earlier entry with the same id.
 */
export function withEntry(text: string | null, entry: JournalEntry, style: EntryStyle): string {
	const change = entryChange(text, entry, style);
	return applyChanges(text ?? "", [change]);
}

/**
 * How far from the end of a month an earlier entry with the same id is looked for, in UTF-16 units: some dozens of
 * entries.
 */
const lookBack = 60_000;

/**
 * What writing an entry changes: an earlier entry with the same id that stands among the latest as it was printed gives
 * its place; otherwise properties for a new month, the blank line still missing, the entry and a break are added at the
 * end. Looks at the last units of the text only, so that an entry costs the same in a full month as in an empty one.
 */
export function entryChange(text: string | null, entry: JournalEntry, style: EntryStyle): Change {
	const whole = text ?? "";
	const printed = printEntry({ ...entry, time: timeAfter(entry.time, lastTime(whole, entry.id)) }, style);
	const end = whole.slice(-400);
	if (end.trim() === "" && whole.trim() === "")
		return { from: 0, to: whole.length, insert: [...privateProperties, printed, ""].join("\n") };
	const lineBreak = /\r?\n(?![^]*\n)/.exec(end)?.[0] ?? "\n";
	const insert = printed.split("\n").join(lineBreak);
	const earlier = earlierEntry(whole, entry.id);
	if (earlier !== null) return { ...earlier, insert };
	const missing = /\n[ \t]*\r?\n[ \t]*$/.test(end) ? 0 : /\n[ \t]*$/.test(end) ? 1 : 2;
	return { from: whole.length, to: whole.length, insert: lineBreak.repeat(missing) + insert + lineBreak };
}

/** The time of the latest entry with an id near the end of a month; null where there is none. */
function lastTime(text: string, id: string): string | null {
	const end = text.slice(-lookBack);
	const at = end.lastIndexOf(idField(id));
	if (at < 0) return null;
	const line = end.slice(at, end.indexOf("\n", at) < 0 ? end.length : end.indexOf("\n", at));
	return factsIn(line)?.time ?? null;
}

/** Where the latest entry with an id stands; null when there is none near the end, or a hand has been at it. */
function earlierEntry(text: string, id: string): Range | null {
	const start = Math.max(0, text.length - lookBack);
	const end = text.slice(start);
	const at = end.lastIndexOf(idField(id));
	if (at < 0) return null;
	for (const { from, to } of findCallouts(end)) {
		if (from > at || to < at) continue;
		return isAsPrinted(end.slice(from, to)) ? { from: start + from, to: start + to } : null;
	}
	return null;
}

/** Whether an entry stands as it was written, by any setting: nothing of a hand's is in it. */
function isAsPrinted(text: string): boolean {
	const standing = text.replace(/\r\n/g, "\n");
	const [entry] = parseEntries(standing);
	return (
		entry !== undefined &&
		knownLabels().some((labels) => [false, true].some((link) => printEntry(entry, { labels, link }) === standing))
	);
}

interface Segment {
	/** Time of the entry; of what came before it for text that is no entry's. */
	readonly time: string;
	/** Id of the entry; null for text that is no entry's. */
	readonly id: string | null;
	readonly text: string;
}

/**
 * Two devices' versions of a month as one: every entry and every other text of either once, in order of time. Of
 * entries with the same id the latest stays, and any that a hand has been at. Merging the same again changes nothing,
 * and the order of the two only decides whose opening lines come first.
 */
export function mergeMonths(a: string, b: string): string {
	if (a === b) return a;
	const first = segmentsOf(a);
	const second = segmentsOf(b);
	const head = mergedHead(first.head, second.head);
	const all = new Map([...first.segments, ...second.segments].map((segment) => [segment.text, segment]));
	const segments = [...all.values()].sort(
		(one, other) => compare(one.time, other.time) || compare(one.text, other.text),
	);
	const last = new Map(segments.map((segment) => [segment.id, segment]));
	const kept = segments.filter(
		(segment) => segment.id === null || last.get(segment.id) === segment || !isAsPrinted(segment.text),
	);
	return [head, ...kept.map((segment) => segment.text)].filter((part) => part !== "").join("\n\n") + "\n";
}

/**
 * Code units, not the locale: every device must come to the same order. Times with another offset are compared as
 * instants.
 */
function compare(a: string, b: string): number {
	const [one, other] = [Date.parse(a), Date.parse(b)];
	if (!Number.isNaN(one) && !Number.isNaN(other) && one !== other) return one - other;
	return a < b ? -1 : a > b ? 1 : 0;
}

function segmentsOf(text: string): { readonly head: string; readonly segments: readonly Segment[] } {
	const plain = text.replace(/\r\n/g, "\n");
	const callouts = findCallouts(plain);
	// What tells no time stays behind what came before it.
	let time = "";
	const segments = callouts.map((callout, index): Segment => {
		const facts = callout.lines.map(factsIn).find((found) => found !== null);
		time = facts?.time ?? time;
		return {
			time,
			id: facts?.id ?? null,
			text: plain.slice(callout.from, callouts[index + 1]?.from ?? plain.length).trimEnd(),
		};
	});
	return { head: plain.slice(0, callouts[0]?.from ?? plain.length).trimEnd(), segments };
}

function mergedHead(a: string, b: string): string {
	if (a === b || a.includes(b)) return a;
	if (b.includes(a)) return b;
	const known = new Set(a.split("\n"));
	return [a, ...b.split("\n").filter((line) => line.trim() !== "" && !known.has(line))].join("\n");
}
