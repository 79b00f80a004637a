import { interfaceCodes, type InterfaceLanguage } from "../../core/languages/interface-language";
import { guessLanguage } from "../../core/markdown/language";
import { withoutRecords } from "../../core/record/strip";

/** How much of a note tells its language, in UTF-16 units. */
const maxRead = 20_000;

/** The language of the writer's own words in a note, if the interface speaks it; `otherwise` where it does not. */
export function languageOfNote(text: string, otherwise: InterfaceLanguage): InterfaceLanguage {
	const guess = guessLanguage(withoutRecords(text).slice(0, maxRead));
	return interfaceCodes.find((code) => code === guess) ?? otherwise;
}
