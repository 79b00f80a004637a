/** A text with its accents composed (Unicode's form NFC), as most write it. */
export interface Composed {
	readonly text: string;
	/** Where a place between its characters is in the text it was made of. */
	readonly placeOf: (at: number) => number;
}

/** What the form of accents may change: a character with the marks, or the parts of a syllable, that belong to it. */
const changeable = /[^][\p{M}\u1160-\u11ff]+|[^\0-\x7f]/gu;

/** Composes a text. */
export function composed(text: string): Composed {
	let plain = "";
	let from = 0;
	/** Places from which on the two texts are apart by so much. */
	const apart: { readonly at: number; readonly by: number }[] = [];
	for (const { 0: character, index } of text.matchAll(changeable)) {
		plain += text.slice(from, index) + character.normalize("NFC");
		from = index + character.length;
		const by = from - plain.length;
		if (by !== (apart[apart.length - 1]?.by ?? 0)) apart.push({ at: plain.length, by });
	}
	return { text: plain + text.slice(from), placeOf: (at) => at + (apart.filter((one) => one.at <= at).pop()?.by ?? 0) };
}

/** Whether two texts are the same, however their accents are written. */
export function sameText(one: string, other: string): boolean {
	return one === other || one.normalize("NFC") === other.normalize("NFC");
}
