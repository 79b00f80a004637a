import { frozenSpans } from "../markdown/inline";
import type { Range } from "../text";

/** A sentence as the model sees it: what must not change is a stand-in. */
export interface Frozen {
	readonly shown: string;
	/** The selection's words as shown. */
	readonly shownSelection: string;
	/** What each stand-in stands for, in order; the first is ⟦1⟧. */
	readonly held: readonly string[];
}

const standIn = /⟦\s*(\d+)\s*⟧/g;

/** Replaces what must not change in a sentence by stand-ins ⟦1⟧, ⟦2⟧ … and its line prefixes by plain breaks. */
export function freezeSentence(sentence: string, selection: Range): Frozen {
	const held: string[] = [];
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
	return { shown, shownSelection, held };
}

/**
 * A row with its stand-ins replaced by what they stand for. Models that write the constructs themselves are read too. Null
 * when a stand-in is unknown, comes twice or in another order.
 */
export function thaw(row: string, held: readonly string[]): string | null {
	let last = 0;
	let sound = true;
	const text = row.replace(standIn, (_whole, digits: string) => {
		const number = Number(digits);
		if (number <= last || number > held.length) sound = false;
		last = number;
		return held[number - 1] ?? "";
	});
	return sound ? text : null;
}

/** A hard-wrapped sentence in a quote without the quote's marks: they are the layout's, not the sentence's. */
export function plainBreaks(text: string): string {
	return text.replace(/\n[ \t]*(?:>[ \t]?)+/g, "\n").replace(/\n[ \t]+/g, "\n");
}
