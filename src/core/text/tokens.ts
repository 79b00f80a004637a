import { elidedWords, letterOrFigure, scripts } from "./letters";
import { lazy } from "../cache/lazy";

/** What a token is: only words are changed, agree, or are recast. */
export type TokenKind = "word" | "space" | "mark";

/** A piece of a text that is never cut. */
export interface Token {
	readonly text: string;
	readonly from: number;
	readonly to: number;
	readonly kind: TokenKind;
}

/**
 * In order: a stand-in; a short form with its apostrophe (l’, qu’, don’t is one word); a word with inner apostrophes
 * and hyphens; figures with their inner points; spaces; an emoji with its joiners and tones; an ideograph, a kana or a
 * Thai letter; any other single character with its combining marks. Marks and joiners that show nothing (soft hyphen,
 * zero width joiner and non-joiner) belong to the letter before them.
 */
const pattern = lazy(() => {
	const ideograph = `[${scripts("Han Hiragana Katakana Thai")}]`;
	const letter = String.raw`(?!${ideograph})[\p{L}\p{N}][\p{M}\u00ad\u200c\u200d]*`;
	const beforeWord = String.raw`(?=[\p{L}\p{N}]|[*_=~<\[\x60]+[\p{L}\p{N}]|[«“"])`;
	const emoji = String.raw`\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*`;
	return new RegExp(
		[
			String.raw`⟦\d+⟧`,
			// But bell’s, all’s.
			String.raw`(?:${elidedWords})['’](?!s(?!\p{L}))${beforeWord}`,
			String.raw`${letter}(?:(?:['’\u2010\u2011·-](?=[\p{L}\p{N}])|[.,](?=\p{N}))?${letter})*`,
			String.raw`\s+`,
			String.raw`\p{Regional_Indicator}{2}`,
			String.raw`${emoji}(?:\u200d${emoji})*`,
			String.raw`${ideograph}\p{M}*`,
			String.raw`[^]\p{M}*`,
		].join("|"),
		"giu",
	);
});

/** Scripts and signs of which the pattern never cuts a character as people see it. */
const plain = new RegExp(
	[
		String.raw`^[\t\n\u0020-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u200a\u2010-\u2027`,
		String.raw`\u202f-\u205f\u20a0-\u20c0\u27e6\u27e7\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]*$`,
	].join(""),
);

/** A text as its tokens, in order; joined they are the text again. None cuts a character as people see it. */
export function tokensOf(text: string): readonly Token[] {
	const tokens = Array.from(text.matchAll(pattern()), (match) => ({
		text: match[0],
		from: match.index,
		to: match.index + match[0].length,
		kind: kindOf(match[0]),
	}));
	return plain.test(text) ? tokens : wholeCharacters(text, tokens);
}

// What Unicode counts as one character although the pattern does not: joined to the token before.
function wholeCharacters(text: string, tokens: readonly Token[]): readonly Token[] {
	if (typeof Intl.Segmenter !== "function") return tokens;
	const starts = new Set(
		Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text), ({ index }) => index),
	);
	const whole: Token[] = [];
	for (const token of tokens) {
		const last = whole[whole.length - 1];
		if (last === undefined || starts.has(token.from)) whole.push(token);
		else
			whole[whole.length - 1] = {
				text: last.text + token.text,
				from: last.from,
				to: token.to,
				kind: last.kind === "word" || token.kind === "word" ? "word" : "mark",
			};
	}
	return whole;
}

/** The words of a text, without spaces and marks. */
export function wordsOf(text: string): readonly string[] {
	return tokensOf(text)
		.filter((token) => token.kind === "word")
		.map((token) => token.text);
}

function kindOf(text: string): TokenKind {
	if (/^\s/.test(text)) return "space";
	return letterOrFigure.test(text) ? "word" : "mark";
}
