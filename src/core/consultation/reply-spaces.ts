import { guessLanguage } from "../markdown/language";

/** Units of an answer that tell its language. */
export const maxTold = 2_000;

/**
 * Whether French spaces are to be held in an answer that begins so: it is French, or too short to tell. Of the
 * languages that can be told no other has such spaces.
 */
export function hasFrenchSpaces(beginning: string): boolean {
	return (guessLanguage(beginning.slice(0, maxTold)) ?? "fr") === "fr";
}

/**
 * A text as it is shown: the plain space that a model writes before a French sign, or within guillemets, does not
 * break, so that no line begins or ends with the sign alone. As many units as before.
 */
export function spacesHeld(text: string): string {
	return text
		.replace(/ (?=[:;?!»›])/g, "\u00a0")
		.replace(/([«‹]) /g, "$1\u00a0")
		.replace(/(\d) (?=[%‰€])/g, "$1\u00a0");
}
