/** A letter or a figure. */
export const letterOrFigure = /[\p{L}\p{N}]/u;

/** A character that belongs to a word: a letter or a figure, or a mark that combines with one. */
export const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

/**
 * Scripts as part of a class of an expression with the flag `u`: `[${scripts("Han Thai")}]`. Expressions made of many
 * scripts are slow to read for an engine, which reads those written as literals while a plugin loads: make them when
 * asked for.
 * @param names Unicode's names of scripts, separated by spaces
 */
export function scripts(names: string): string {
	return names
		.split(" ")
		.map((name) => `\\p{Script=${name}}`)
		.join("");
}

/** Small words of French and Italian as they are written before an apostrophe, for an expression with the flag `i`. */
export const elidedWords =
	"[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|dall|all|un|gl|quell|quest|bell|sant|dov|com|cos|anch|tutt";

/** Words of a text as the writer counts them: runs of letters and digits. */
export function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
