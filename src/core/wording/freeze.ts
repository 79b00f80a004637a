import { frozenSpans } from "../markdown/inline";
import type { Range } from "../text/text";

/** A sentence as the model sees it: what must not change is a stand-in. */
export interface Frozen {
	readonly shown: string;
	/** The selection's words as shown. */
	readonly shownSelection: string;
	/** What each stand-in stands for, in order; the first is ⟦1⟧. */
	readonly held: readonly string[];
	/** The no-break spaces among the words shown, in order. Each is shown as ⍽: models lose what they cannot see. */
	readonly spaces: readonly string[];
}

/** No-break, narrow no-break and figure space. */
const noBreak = /[\u00a0\u202f\u2007]/g;
const shownSpace = "⍽";

const standIn = /⟦\s*(\d+)\s*⟧/g;

/**
 * Replaces what must not change in a sentence by stand-ins ⟦1⟧, ⟦2⟧ …, no-break spaces by ⍽, and its line prefixes by
 * plain breaks.
 */
export function freezeSentence(sentence: string, selection: Range): Frozen {
	const held: string[] = [];
	const visible = (text: string): string => (sentence.includes(shownSpace) ? text : text.replace(noBreak, shownSpace));
	const piece = (from: number, to: number, numbers: (span: string) => number): string => {
		let shown = "";
		let at = from;
		for (const span of frozenSpans(sentence)) {
			if (span.to <= from || span.from >= to) continue;
			shown += sentence.slice(at, Math.max(at, span.from)) + `⟦${numbers(sentence.slice(span.from, span.to))}⟧`;
			at = span.to;
		}
		return plainBreaks(shown + sentence.slice(at, Math.max(at, to)));
	};
	const shown = piece(0, sentence.length, (span) => held.push(span));
	let number = frozenSpans(sentence).filter((span) => span.to <= selection.from).length;
	const shownSelection = piece(selection.from, selection.to, () => ++number);
	const spaces = sentence.includes(shownSpace) ? [] : (shown.match(noBreak) ?? []);
	return { shown: visible(shown), shownSelection: visible(shownSelection), held, spaces };
}

/**
 * A row with its stand-ins replaced by what they stand for. Models that write the constructs themselves are read too.
 * Null when a stand-in is unknown, comes twice or in another order.
 */
export function thaw(row: string, { held, spaces }: Pick<Frozen, "held" | "spaces">): string | null {
	let last = 0;
	let sound = true;
	const text = thawSpaces(row, spaces).replace(standIn, (_whole, digits: string) => {
		const number = Number(digits);
		if (number <= last || number > held.length) sound = false;
		last = number;
		return held[number - 1] ?? "";
	});
	return sound ? text : null;
}

// Each in its turn. Where the new words of a selection have fewer, the last ones are meant: those before a sentence’s
// closing marks.
function thawSpaces(row: string, spaces: readonly string[]): string {
	if (spaces.length === 0) return row;
	const count = row.split(shownSpace).length - 1;
	const kinds = new Set(spaces);
	let next = 0;
	return row.replace(
		/⍽/g,
		() =>
			spaces[
				count === spaces.length || kinds.size === 1
					? Math.min(next++, spaces.length - 1)
					: Math.max(0, spaces.length - count + next++)
			] ?? "\u00a0",
	);
}

/** A hard-wrapped sentence in a quote without the quote's marks: they are the layout's, not the sentence's. */
export function plainBreaks(text: string): string {
	return text.replace(/\n[ \t]*(?:>[ \t]?)+/g, "\n").replace(/\n[ \t]+/g, "\n");
}
