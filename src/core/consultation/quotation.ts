import type { Range } from "../text/text";

/** Letters that a quotation needs at least: fewer stand anywhere. */
const minLetters = 4;

/** What models write otherwise than it stands: signs of one kind, and quotation marks and marks that they leave out. */
const alike: Readonly<Record<string, string>> = {
	"’": "'",
	"‘": "'",
	ʼ: "'",
	"‐": "-",
	"‑": "-",
	"–": "-",
	"—": "-",
	"…": ".",
};
const leftOut = /["“”„«»*_`~=[\]\\>#\u00ad\u200b-\u200d\ufeff]/;

/** A text as quotations are compared: without marks, with one space for many, in small letters. */
interface Plain {
	readonly text: string;
	/** Where each of its units stands in the text it is made of. */
	readonly at: readonly number[];
}

function plain(text: string): Plain {
	const kept: string[] = [];
	const at: number[] = [];
	for (let index = 0; index < text.length; index++) {
		const unit = text.charAt(index);
		if (leftOut.test(unit)) continue;
		const isSpace = /\s/.test(unit);
		if (isSpace && (kept.length === 0 || kept[kept.length - 1] === " ")) continue;
		const small = unit.toLowerCase();
		kept.push(isSpace ? " " : (alike[unit] ?? (small.length === 1 ? small : unit)));
		at.push(index);
	}
	return { text: kept.join(""), at };
}

/** Finds quotations in one text, in time that grows with the text once, and then with each search. */
export class Quotations {
	private readonly plain: Plain;

	/** @param hidden parts of the text in which nothing is found: what was not read */
	constructor(
		private readonly source: string,
		private readonly hidden: readonly Range[] = [],
	) {
		this.plain = plain(source);
	}

	/**
	 * Where the text holds these words first: whatever spaces, quotation marks and emphasis stand between them. Null
	 * where it does not, and of words too few to be told from others.
	 */
	find(quotation: string): Range | null {
		const sought = plain(quotation).text.replace(/^[\s.]+|[\s.]+$/g, "");
		if ((sought.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < minLetters) return null;
		const { text, at } = this.plain;
		for (let index = text.indexOf(sought); index >= 0; index = text.indexOf(sought, index + 1)) {
			const from = at[index] ?? 0;
			const to = (at[index + sought.length - 1] ?? 0) + 1;
			if (!this.hidden.some((part) => from < part.to && part.from < to)) return { from, to: this.end(to) };
		}
		return null;
	}

	/** Not between the halves of a character. */
	private end(to: number): number {
		return /[\udc00-\udfff]/.test(this.source.charAt(to)) ? to + 1 : to;
	}
}
