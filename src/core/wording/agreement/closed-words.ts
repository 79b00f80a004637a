import { lazy } from "../../cache/lazy";
import { closedOf, type Closed } from "./closed";
import { germanWords } from "./closed-de";
import { englishWords } from "./closed-en";
import { spanishWords } from "./closed-es";
import { frenchWords } from "./closed-fr";
import { italianWords } from "./closed-it";
import { portugueseWords } from "./closed-pt";

/** By language. Whatever reads small words reads them here: no language's row may lack a column. */
const all: Readonly<Record<string, () => Closed>> = {
	fr: lazy(() => closedOf(frenchWords)),
	en: lazy(() => closedOf(englishWords)),
	de: lazy(() => closedOf(germanWords)),
	es: lazy(() => closedOf(spanishWords)),
	it: lazy(() => closedOf(italianWords)),
	pt: lazy(() => closedOf(portugueseWords)),
};

/** A language's small words by what they do; null for a language whose are not known. */
export function closedWords(language: string | null): Closed | null {
	return language === null ? null : (all[language]?.() ?? null);
}
