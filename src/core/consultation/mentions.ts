import { letterOrFigure } from "../text/letters";

/** Names shorter than this are words that stand in any text. */
const minLength = 4;

/** Names named at once, at most. */
const maxMentions = 5;

/**
 * Which of these names a text mentions, as whole words and whatever their case, in the order of the text. A reply links
 * nothing by itself: this finds the notes that exist among what it speaks of.
 */
export function mentions(text: string, names: readonly string[]): readonly string[] {
	const plain = fold(text);
	return names
		.filter((name) => name.length >= minLength)
		.map((name) => ({ name, at: find(plain, fold(name)) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at)
		.slice(0, maxMentions)
		.map(({ name }) => name);
}

function fold(text: string): string {
	return text.toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, " ");
}

function find(text: string, name: string): number {
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		if (
			!letterOrFigure.test(text.slice(0, at).slice(-1)) &&
			!letterOrFigure.test(text.slice(at + name.length, at + name.length + 1))
		)
			return at;
	}
	return -1;
}
