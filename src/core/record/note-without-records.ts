import { scripts } from "../text/letters";
import { lazy } from "../cache/lazy";
import { bodyStart, piecesOf } from "../markdown/reading";
import type { Range } from "../text/text";

/** A word of a text, at its place. */
export interface Word extends Range {
	readonly text: string;
}

/** Writing without spaces between words: each sign is looked at by itself. */
const single = `[${scripts("Han Hiragana Katakana Thai")}]`;
const word = lazy(() => new RegExp(`${single}\\p{M}*|(?:(?!${single})[\\p{L}\\p{N}\\p{M}])+`, "gu"));

/** The words of a text, told apart by whatever is no letter and no figure: an apostrophe or a hyphen parts two. */
export function plainWords(text: string): readonly Word[] {
	return Array.from(text.matchAll(word()), (match) => ({
		text: match[0],
		from: match.index,
		to: match.index + match[0].length,
	}));
}

/** What links lead to: a record has their words only. */
const linkMark = /\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]|\[\[[^\]|\n]{0,1000}\|/g;

/** The words of a note as a record has them: not those of what its links lead to. */
function readWords(text: string): readonly Word[] {
	const marks = [...text.matchAll(linkMark)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
	if (marks.length === 0) return plainWords(text);
	let next = 0;
	return plainWords(text).filter(({ from }) => {
		while ((marks[next]?.to ?? Infinity) <= from) next++;
		return (marks[next]?.from ?? Infinity) > from;
	});
}

/**
 * What stands between two words as a record writes it: a line break, with the quote marks and indentation after it,
 * is a space there.
 */
export function between(text: string): string {
	return text.replace(/[ \t]*\r?\n[ \t>]*/g, " ");
}

/** A stop with a space after it, a blank line, what begins a block, a cell's edge. */
const edge = /[.!?…؟।][\p{P}*_~=]*\s|[。！？]|\n[ \t>]*(?:\r?\n|(?:[-*+]|#{1,6})[ \t]|\[)|\|/u;

/**
 * For each word, in which sentence it stands, as far as signs tell: counted from 0. Abbreviations end sentences too,
 * in a note as in a record.
 */
export function sentenceNumbers(text: string, words: readonly Word[]): readonly number[] {
	let number = 0;
	return words.map((word, index) => {
		const before = words[index - 1];
		const gap = before === undefined ? " " : text.slice(before.to, word.from);
		if (gap !== " " && edge.test(gap)) number++;
		return number;
	});
}

/**
 * A note without its records. Nothing in it can be mistaken for the words of one, and what stands far from a record
 * only because of others stands near it.
 */
export class NoteWithoutRecords {
	private readonly read = lazy(() => {
		const words = readWords(this.text);
		const numbers = sentenceNumbers(this.text, words);
		const sentences: Word[][] = [];
		const places = new Map<string, number[]>();
		words.forEach((word, index) => {
			const number = numbers[index] ?? 0;
			(sentences[number] ??= []).push(word);
			const known = places.get(word.text);
			if (known === undefined) places.set(word.text, [number]);
			else if (known[known.length - 1] !== number) known.push(number);
		});
		return { sentences, places };
	});

	private readonly pieces = lazy(() => [...piecesOf(this.text, bodyStart(this.text))]);

	private constructor(
		readonly text: string,
		/** Where each kept part begins, here and in the note. */
		private readonly parts: readonly { readonly here: number; readonly note: number }[],
	) {}

	/** @param records in document order */
	static of(note: string, records: readonly Range[]): NoteWithoutRecords {
		const parts = [{ here: 0, note: 0 }];
		let text = "";
		let at = 0;
		for (const { from, to } of records) {
			if (from < at) continue;
			text += note.slice(at, from);
			parts.push({ here: text.length, note: to });
			at = to;
		}
		return new NoteWithoutRecords(text + note.slice(at), parts);
	}

	/** The words of so many sentences from one of them on. Costs the whole text, once. */
	sentences(from: number, count: number): readonly Word[] {
		const { sentences } = this.read();
		return count === 1 ? (sentences[from] ?? []) : sentences.slice(Math.max(0, from), Math.max(0, from + count)).flat();
	}

	/** The number of the sentence at a position, or of the next one. */
	sentenceAt(position: number): number {
		const { sentences } = this.read();
		let low = 0;
		let high = sentences.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const words = sentences[middle] ?? [];
			if ((words[words.length - 1]?.to ?? 0) < position) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** In which sentences a word stands. */
	sentencesWith(word: string): readonly number[] {
		return this.read().places.get(word) ?? [];
	}

	/** A range of this text as one of the note. */
	inNote({ from, to }: Range): Range {
		const end = this.noteOf(to, true);
		return { from: from === to ? end : this.noteOf(from, false), to: end };
	}

	/** Where a record, or anything else that stands in the note at `position`, would stand here. */
	here(position: number): number {
		let before = this.parts[0];
		for (const part of this.parts) if (part.note <= position) before = part;
		const next = this.parts.find((part) => part.note > position)?.here ?? this.text.length;
		return before === undefined ? 0 : Math.min(next, before.here + position - before.note);
	}

	private noteOf(position: number, end: boolean): number {
		let low = 0;
		let high = this.parts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			const here = this.parts[middle]?.here ?? 0;
			if (here < position || (here === position && !end)) low = middle;
			else high = middle - 1;
		}
		const part = this.parts[low];
		return part === undefined ? position : part.note + position - part.here;
	}

	/**
	 * What a record at `position` stands after: the block that ends there, with those that no blank line parts from it.
	 */
	blockAbove(position: number): Range {
		const to = this.text.slice(0, position).trimEnd().length;
		const piece = this.pieces().find((one) => to <= one.to);
		if (to === 0 || piece === undefined) return { from: 0, to };
		let node = piece.tree().topNode.childBefore(to - piece.from + 1);
		let from = lineStart(this.text, to);
		for (; node !== null; node = node.prevSibling) {
			if (node.to + piece.from < from - 1) break;
			from = Math.min(from, lineStart(this.text, node.from + piece.from));
		}
		return { from, to };
	}
}

function lineStart(text: string, at: number): number {
	return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}
