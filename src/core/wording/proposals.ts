import type { Range } from "../text/text";
import type { Broken, Candidate } from "./candidate";
import { tokensOf } from "../text/tokens";

/** A row that can't be used, and why. */
export interface Unusable extends Broken {
	/** As the model wrote it, what it was shown as stand-ins put back where that could be done. */
	readonly text: string;
}

/** The proposals of one list. A value: each method gives another. */
export class Proposals {
	/** A list that nothing has come to yet. */
	static readonly none = new Proposals([], [], 0, false);

	private constructor(
		/** All that can be used, those that recast the sentence included, in the order in which they came. */
		readonly all: readonly Candidate[],
		/** Rows that can't be used, in the order in which they came. */
		readonly unusable: readonly Unusable[],
		/** How many rows could not even be read. */
		readonly unreadable: number,
		/** Whether those that recast the sentence are shown too. */
		readonly loosened: boolean,
	) {}

	/** What the writer is shown. */
	get visible(): readonly Candidate[] {
		return this.loosened ? this.all : this.all.filter((candidate) => candidate.class === "agreeing");
	}

	/** Those that recast the sentence and are held back for that. */
	get held(): readonly Candidate[] {
		return this.loosened ? [] : this.all.filter((candidate) => candidate.class === "recast");
	}

	/** Those that are shown and were put right. */
	get mended(): readonly Candidate[] {
		return this.visible.filter((candidate) => candidate.mended !== undefined);
	}

	/** How many are held back. */
	get hidden(): number {
		return this.held.length;
	}

	/** What came and is in no row that is shown. */
	get tally(): { readonly held: number; readonly unusable: readonly Unusable[]; readonly unreadable: number } {
		return { held: this.hidden, unusable: this.unusable, unreadable: this.unreadable };
	}

	/** How many rows could not be used. */
	get leftOut(): number {
		return this.unusable.length + this.unreadable;
	}

	/** The sentences known so far, so that more of them can differ. */
	get shownTexts(): readonly string[] {
		return this.all.map((candidate) => candidate.text);
	}

	/** What they put in place of the selection: enough to ask for others by. */
	get shownWords(): readonly string[] {
		return [...new Set(this.all.map(({ replacement }) => replacement.trim()))].filter((words) => words !== "");
	}

	/** With one more row as judged. A row equal to the sentence or to another row changes nothing. */
	add(judged: Candidate | Unusable): Proposals {
		const { all, unusable, unreadable, loosened } = this;
		if ("broken" in judged)
			return judged.broken === "identical" ? this : new Proposals(all, [...unusable, judged], unreadable, loosened);
		if (this.all.some((candidate) => candidate.text === judged.text)) return this;
		return new Proposals([...all, judged], unusable, unreadable, loosened);
	}

	/** With so many more rows that could not even be read. */
	withUnreadable(count: number): Proposals {
		return count === 0 ? this : new Proposals(this.all, this.unusable, this.unreadable + count, this.loosened);
	}

	/** The proposal of these words alone, with which the sentence does not agree yet. */
	bareOf(words: string): Candidate | undefined {
		return this.all.find((candidate) => candidate.bare === words);
	}

	/** With another in the place of a proposal; without it where the other is there already. */
	replace(candidate: Candidate, other: Candidate): Proposals {
		const isThere = this.all.some((one) => one !== candidate && one.text === other.text);
		const all = this.all.flatMap((one) => (one !== candidate ? [one] : isThere ? [] : [other]));
		return new Proposals(all, this.unusable, this.unreadable, this.loosened);
	}

	/** With those that recast the sentence shown. */
	loosen(): Proposals {
		return this.loosened ? this : new Proposals(this.all, this.unusable, this.unreadable, true);
	}
}

/**
 * Whether a candidate holds the writer's own word exactly as typed, once more than the words around the selection do.
 */
export function ownWordKept(candidate: Pick<Candidate, "text">, around: string, word: string): boolean {
	return occurrences(candidate.text, word) > occurrences(around, word);
}

/**
 * Whether a candidate replaces words that the writer chose earlier in the sentence; another form of them is no
 * replacement.
 */
export function recastsKept(candidate: Pick<Candidate, "roles">, kept: readonly Range[]): boolean {
	return candidate.roles.some(
		({ role, at }) => role === "recast" && kept.some((range) => at.from < range.to && at.to > range.from),
	);
}

// As whole tokens: "art" is not in "part".
function occurrences(text: string, word: string): number {
	if (word === "") return 0;
	const edges = new Set(tokensOf(text).flatMap((token) => [token.from, token.to]));
	let count = 0;
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		if (edges.has(at) && edges.has(at + word.length)) count++;
	}
	return count;
}
