import { findCallouts } from "./record/callouts";
import type { Range, TextSource } from "./text";

/**
 * A passage named by its words and those around it, so that it can be found again after edits elsewhere, in another
 * pane, or after the app was closed. The same idea as the TextQuoteSelector of the W3C Web Annotation model.
 */
export interface Anchor {
	readonly quote: string;
	/** Up to `contextLength` units before and after the passage. */
	readonly prefix: string;
	readonly suffix: string;
	/** Where the passage stood when last seen: a hint among equals, not an address. */
	readonly from: number;
}

/** UTF-16 units of context kept on each side: enough to tell repeated sentences apart, little enough to store. */
export const contextLength = 48;

/** The anchor of a range of a document. Reads no more of it than the range and its surroundings. */
export function anchorOf(doc: TextSource, range: Range): Anchor {
	return {
		quote: doc.sliceString(range.from, range.to),
		prefix: doc.sliceString(Math.max(0, range.from - contextLength), range.from),
		suffix: doc.sliceString(range.to, Math.min(doc.length, range.to + contextLength)),
		from: range.from,
	};
}

/**
 * Finds an anchored passage in `text`. Among several places with the same words the one whose surroundings agree most
 * is taken, then the nearest to where it stood. Null when the words are no longer there, or when two places fit equally
 * well and neither stands where it stood: guessing would put an answer under the wrong passage. A record that quotes the
 * words is not the passage, unless they stood in it.
 */
export function findAnchor(text: string, anchor: Anchor): Range | null {
	if (anchor.quote === "") return null;
	let best: { at: number; score: number; distance: number } | null = null;
	let tied = false;
	let records: readonly Range[] | null = null;
	const isQuoted = (at: number): boolean => {
		if (!text.startsWith(">", text.lastIndexOf("\n", at) + 1)) return false;
		records ??= findCallouts(text);
		return records.some((record) => record.from <= at && at < record.to);
	};
	for (let at = text.indexOf(anchor.quote); at >= 0; at = text.indexOf(anchor.quote, at + 1)) {
		const end = at + anchor.quote.length;
		const score = commonEnd(text.slice(Math.max(0, at - contextLength), at), anchor.prefix)
			+ commonStart(text.slice(end, end + contextLength), anchor.suffix);
		if (score * 2 < anchor.prefix.length + anchor.suffix.length && isQuoted(at)) continue;
		const distance = Math.abs(at - anchor.from);
		if (best === null || score > best.score) {
			best = { at, score, distance };
			tied = false;
		} else if (score === best.score) {
			tied = true;
			if (distance < best.distance) best = { at, score, distance };
		}
	}
	if (best === null || (tied && best.score === 0 && best.distance > 0)) return null;
	return { from: best.at, to: best.at + anchor.quote.length };
}

/** Whether two anchors name the same words in the same surroundings, wherever they stand. */
export function sameAnchor(a: Anchor, b: Anchor): boolean {
	return a.from === b.from && a.quote === b.quote && a.prefix === b.prefix && a.suffix === b.suffix;
}

function commonStart(a: string, b: string): number {
	let length = 0;
	while (length < a.length && length < b.length && a[length] === b[length]) length++;
	return length;
}

function commonEnd(a: string, b: string): number {
	let length = 0;
	while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
	return length;
}
