import { findCallouts } from "../record/callouts";
import { printEntry, type EntryStyle, type JournalEntry } from "./entry";
import { readFacts } from "./facts";

/** Keeps a month out of every publisher, and out of what is sent to a model. */
const properties = ["---", "publish: false", "dg-publish: false", "draft: true", "ai: never", "---", ""];

/**
 * Path of the month a time belongs to: `folder/Journal/2026-11.md`.
 * @param folder the plugin's folder; empty for the vault's root
 * @param time anything that begins with a local date
 */
export function monthPath(folder: string, time: string): string {
	const root = folder.replace(/^\/+|\/+$/g, "");
	return `${root === "" ? "" : `${root}/`}Journal/${time.slice(0, 7)}.md`;
}

/** A month's text with an entry added at its end. `text` is null when there is no such note yet. What stood before stays, byte for byte. */
export function appendEntry(text: string | null, entry: JournalEntry, style: EntryStyle): string {
	return (text ?? "") + entrySuffix(text, entry, style);
}

/**
 * What `appendEntry` adds: properties for a new month, the blank line still missing, the entry, a break. Looks at the
 * last units of the text only, so that an entry costs the same in a full month as in an empty one.
 */
export function entrySuffix(text: string | null, entry: JournalEntry, style: EntryStyle): string {
	const printed = printEntry(entry, style);
	const end = (text ?? "").slice(-400);
	if (end.trim() === "" && (text ?? "").trim() === "") return [...properties, printed, ""].join("\n");
	const lineBreak = /\r?\n(?![^]*\n)/.exec(end)?.[0] ?? "\n";
	const missing = /\n[ \t]*\r?\n[ \t]*$/.test(end) ? 0 : /\n[ \t]*$/.test(end) ? 1 : 2;
	return lineBreak.repeat(missing) + printed.split("\n").join(lineBreak) + lineBreak;
}

interface Segment {
	/** Time of the entry; of what came before it for text that is no entry's. */
	readonly time: string;
	readonly text: string;
}

/**
 * Two devices' versions of a month as one: every entry and every other text of either once, in order of time. Merging the same
 * again changes nothing, and the order of the two only decides whose opening lines come first.
 */
export function mergeMonths(a: string, b: string): string {
	if (a === b) return a;
	const first = segmentsOf(a);
	const second = segmentsOf(b);
	const head = mergedHead(first.head, second.head);
	const seen = new Set<string>();
	const segments = [...first.segments, ...second.segments].filter((segment) => {
		const fresh = !seen.has(segment.text);
		seen.add(segment.text);
		return fresh;
	});
	segments.sort((one, other) => compare(one.time, other.time) || compare(one.text, other.text));
	return [head, ...segments.map((segment) => segment.text)].filter((part) => part !== "").join("\n\n") + "\n";
}

/** Code units, not the locale: every device must come to the same order. Times with another offset are compared as instants. */
function compare(a: string, b: string): number {
	const [one, other] = [Date.parse(a), Date.parse(b)];
	if (!Number.isNaN(one) && !Number.isNaN(other) && one !== other) return one - other;
	return a < b ? -1 : a > b ? 1 : 0;
}

function segmentsOf(text: string): { readonly head: string; readonly segments: readonly Segment[] } {
	const plain = text.replace(/\r\n/g, "\n");
	const callouts = findCallouts(plain);
	const segments = callouts.map((callout, index) => {
		const facts = callout.lines.map((line) => (line.startsWith("[id:: ") ? readFacts(line) : null)).find((found) => found !== null);
		return { time: facts?.time ?? "", text: plain.slice(callout.from, callouts[index + 1]?.from ?? plain.length).trimEnd() };
	});
	// What tells no time stays behind what came before it.
	let time = "";
	return {
		head: plain.slice(0, callouts[0]?.from ?? plain.length).trimEnd(),
		segments: segments.map((segment) => {
			time = segment.time || time;
			return { ...segment, time };
		}),
	};
}

function mergedHead(a: string, b: string): string {
	if (a === b || a.includes(b)) return a;
	if (b.includes(a)) return b;
	const known = new Set(a.split("\n"));
	return [a, ...b.split("\n").filter((line) => line.trim() !== "" && !known.has(line))].join("\n");
}
