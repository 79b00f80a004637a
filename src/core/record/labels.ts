import { interfaceCodes, type InterfaceLanguage } from "../languages/interface-language";

/**
 * The words of a record in one language, or as the writer set them. The parser must know them all: a record stays
 * when the language changes.
 */
export interface RecordLabels {
	readonly before: string;
	readonly adopted: string;
	readonly asked: string;
	/** Before the day on which the writer went back to their own words. */
	readonly takenBack: string;
	/** Above the list of what was proposed, in the journal. */
	readonly proposed: string;
	/** Stands between the model's id and the endpoint's name. */
	readonly via: string;
	readonly tokens: string;
	readonly costUnknown: string;
	/** With `{date}`: the amount was computed from the price list of that day. */
	readonly listPrice: string;
	/** Before an amount of which only the order of magnitude is known. */
	readonly about: string;
	/** Unit of carbon after the number of grams. */
	readonly carbon: string;
	/** The answer stopped before its end. */
	readonly incomplete: string;
	/** Nothing but the writer's word says which model it was. */
	readonly told: string;
	/** Said after what was quoted of a reply too long for a note. */
	readonly truncated: string;
	/** Between a label and its colon. */
	readonly beforeColon: string;
	readonly decimal: "." | ",";
	/** Whether the currency's sign stands after the amount. */
	readonly currencyAfter: boolean;
}

/**
 * The record's own words, by interface language. Words once printed are never changed without keeping the old ones
 * readable in `knownLabels`.
 */
export const recordLabels: Readonly<Record<InterfaceLanguage, RecordLabels>> = {
	en: {
		before: "Before",
		adopted: "Adopted",
		asked: "Asked",
		takenBack: "Taken back",
		proposed: "Proposed",
		via: "via",
		tokens: "tokens",
		costUnknown: "cost unknown",
		listPrice: "list price of {date}",
		about: "about",
		carbon: "g CO2e",
		incomplete: "incomplete answer",
		told: "told by the writer",
		truncated: "The rest of the answer was too long to be quoted.",
		beforeColon: "",
		decimal: ".",
		currencyAfter: false,
	},
	fr: {
		before: "Avant",
		adopted: "Adopté",
		asked: "Question",
		takenBack: "Repris",
		proposed: "Proposé",
		via: "via",
		tokens: "jetons",
		costUnknown: "coût inconnu",
		listPrice: "prix public du {date}",
		about: "environ",
		carbon: "g CO2e",
		incomplete: "réponse incomplète",
		// No one's gender, and no apostrophe that a formatter would bend.
		told: "indiqué à la main",
		truncated: "Le reste de la réponse était trop long pour être cité.",
		beforeColon: "\u00a0",
		decimal: ",",
		currencyAfter: true,
	},
};

/** All labels a record may be read with, the writer's own first. */
export function knownLabels(own: readonly RecordLabels[] = []): readonly RecordLabels[] {
	return [...own, ...interfaceCodes.map((code) => recordLabels[code])];
}
