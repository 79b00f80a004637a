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
 * In order: a stand-in; a short form with its apostrophe (l’, qu’, don’t is one word); a word with inner apostrophes and
 * hyphens; figures with their inner points; spaces; an emoji with its joiners and tones; a run of ideographs or kana; any other single character with its
 * combining marks.
 */
const pattern = /⟦\d+⟧|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|dall|all|un|gl)['’](?=[\p{L}\p{N}])|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}][\p{M}]*(?:(?:['’\u2010\u2011·-](?=[\p{L}\p{N}])|[.,](?=\p{N}))?(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}][\p{M}]*)*|\s+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[^]\p{M}*/giu;

/** A text as its tokens, in order; joined they are the text again. */
export function tokensOf(text: string): readonly Token[] {
	return Array.from(text.matchAll(pattern), (match) => ({
		text: match[0],
		from: match.index,
		to: match.index + match[0].length,
		kind: kindOf(match[0]),
	}));
}

/** The words of a text, without spaces and marks. */
export function wordsOf(text: string): readonly string[] {
	return tokensOf(text).filter((token) => token.kind === "word").map((token) => token.text);
}

function kindOf(text: string): TokenKind {
	if (/^\s/.test(text)) return "space";
	return /[\p{L}\p{N}]/u.test(text) ? "word" : "mark";
}
