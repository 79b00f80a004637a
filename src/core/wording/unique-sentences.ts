import { wordsOf } from "../text/tokens";

/** A piece of one of two texts; `only` when the other text says nothing like it. */
export interface Piece {
	readonly text: string;
	readonly only: boolean;
}

/** Two sentences share this much of their longer words when they say the same. */
const enough = 0.5;

/**
 * Two answers to one question, sentence by sentence, with those marked that have nothing like them in the other:
 * whatever the order, since two readings seldom come in the same one. The pieces of each, joined, are the text again.
 */
export function uniqueSentences(a: string, b: string): readonly [readonly Piece[], readonly Piece[]] {
	const left = sentences(a);
	const right = sentences(b);
	const mark = (own: readonly string[], others: readonly string[]): readonly Piece[] => {
		const known = others.map(content);
		return own.map((text) => {
			const words = content(text);
			return { text, only: words.size > 0 && !known.some((other) => overlap(words, other) >= enough) };
		});
	};
	return [mark(left, right), mark(right, left)];
}

/** Whether two texts share enough of their longer words to say the same. */
export function alike(a: string, b: string): boolean {
	return overlap(content(a), content(b)) >= enough;
}

function sentences(text: string): readonly string[] {
	return text.match(/[^.!?…\n]*(?:[.!?…]+["”»’)*_]*|\n+|$)\s*/g)?.filter((piece) => piece !== "") ?? [];
}

// The beginnings of longer words carry what a sentence is about, in any inflected language.
function content(text: string): ReadonlySet<string> {
	return new Set(
		wordsOf(text)
			.filter((word) => word.length > 3)
			.map((word) => word.toLowerCase().slice(0, 6)),
	);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (a.size === 0 || b.size === 0) return 0;
	let shared = 0;
	for (const word of a) if (b.has(word)) shared++;
	return shared / Math.min(a.size, b.size);
}
