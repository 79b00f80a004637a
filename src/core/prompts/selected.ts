import type { Range } from "../text/text";

/** Words that the writer selected within a sentence or passage. */
export interface Selected {
	readonly words: string;
	/** Which of the places with these words is meant, counted from 1, and how many there are. */
	readonly nth: number;
	readonly of: number;
}

/** The words of a range of a text, and which of their places there it is. */
export function selectedIn(text: string, range: Range): Selected {
	const words = text.slice(range.from, range.to);
	const count = (part: string): number => (words === "" ? 0 : part.split(words).length - 1);
	return { words, nth: count(text.slice(0, range.from)) + 1, of: count(text) };
}

/** Tells the place where there are several; else empty. */
export function occurrenceAttribute({ nth, of }: Pick<Selected, "nth" | "of">): string {
	return of > 1 ? ` occurrence="${nth} of ${of}"` : "";
}
