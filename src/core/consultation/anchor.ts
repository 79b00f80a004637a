import { findCallouts } from "../markdown/callouts";
import { composed } from "../text/composed";
import type { Range, TextSource } from "../text/text";

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
	/** How many other places held the same words then. */
	readonly others: number;
	/** How many of those had surroundings like its own. */
	readonly alike: number;
}

/** No passage: what is about a note as a whole. */
export const nowhere: Anchor = { quote: "", prefix: "", suffix: "", from: 0, others: 0, alike: 0 };

/** UTF-16 units of context kept on each side: enough to tell repeated sentences apart, little enough to store. */
const contextLength = 48;

/** A place that holds the words of a passage. */
interface Place {
	readonly at: number;
	/** How many units of its surroundings agree. */
	readonly score: number;
}

/** The anchor of a range of a document. @param text the whole document, where it is at hand */
export function anchorOf(doc: TextSource, range: Range, text = doc.sliceString(0)): Anchor {
	const words = {
		quote: text.slice(range.from, range.to),
		prefix: before(text, range.from),
		suffix: after(text, range.to),
	};
	const others = placesOf(text, words).filter(({ at }) => at !== range.from);
	return {
		...words,
		from: range.from,
		others: others.length,
		alike: others.filter(({ score }) => agrees(score, words)).length,
	};
}

/** All that is in ASCII is written in one way. */
const accented = /[^\0-\x7f]/;

/**
 * Finds an anchored passage in `text`, however accents are written there: syncs and file systems write them anew.
 * Words that stand in one place only are found wherever they were moved. Among several places it is the only one at
 * least half of whose surroundings agree. Null when the words are gone, and when the passage can't be told from others:
 * where there are no more places than there were others, and where several are alike, unless nothing changed around the
 * place where it stood. Guessing would put an answer under the wrong passage. A record that quotes the words is not the
 * passage, unless they stood in it.
 */
export function findAnchor(text: string, anchor: Anchor): Range | null {
	if (!accented.test(anchor.quote) || text.includes(anchor.quote)) return asWritten(text, anchor);
	const plain = composed(text);
	const [quote, prefix, suffix] = [anchor.quote, anchor.prefix, anchor.suffix].map((part) => part.normalize("NFC"));
	const found = asWritten(plain.text, { ...anchor, quote: quote!, prefix: prefix!, suffix: suffix! });
	return found === null ? null : { from: plain.placeOf(found.from), to: plain.placeOf(found.to) };
}

function asWritten(text: string, anchor: Anchor): Range | null {
	const places = placesOf(text, anchor);
	if (places.length <= anchor.others) return null;
	const alike = places.filter(({ score }) => agrees(score, anchor));
	const found =
		places.length === 1
			? places[0]
			: alike.length === 1 && anchor.alike === 0
				? alike[0]
				: places.find(
						({ at }) =>
							at === anchor.from &&
							before(text, at) === anchor.prefix &&
							after(text, at + anchor.quote.length) === anchor.suffix,
					);
	return found === undefined ? null : { from: found.at, to: found.at + anchor.quote.length };
}

/** Whether two anchors say the same of a passage. */
export function sameAnchor(a: Anchor, b: Anchor): boolean {
	return (
		a.from === b.from &&
		a.quote === b.quote &&
		a.prefix === b.prefix &&
		a.suffix === b.suffix &&
		a.others === b.others &&
		a.alike === b.alike
	);
}

/** Everywhere that the words stand, in order; not in records, where their surroundings don't agree. */
function placesOf(text: string, words: Pick<Anchor, "quote" | "prefix" | "suffix">): readonly Place[] {
	const { quote, prefix, suffix } = words;
	if (quote === "") return [];
	let records: readonly Range[] | null = null;
	const isQuoted = (at: number): boolean => {
		if (!text.startsWith(">", text.lastIndexOf("\n", at) + 1)) return false;
		records ??= findCallouts(text);
		return records.some((record) => record.from <= at && at < record.to);
	};
	const places: Place[] = [];
	for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
		const score = commonEnd(before(text, at), prefix) + commonStart(after(text, at + quote.length), suffix);
		if (agrees(score, words) || !isQuoted(at)) places.push({ at, score });
	}
	return places;
}

function before(text: string, at: number): string {
	return text.slice(Math.max(0, at - contextLength), at);
}

function after(text: string, at: number): string {
	return text.slice(at, at + contextLength);
}

function agrees(score: number, { prefix, suffix }: Pick<Anchor, "prefix" | "suffix">): boolean {
	return score * 2 >= prefix.length + suffix.length;
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
