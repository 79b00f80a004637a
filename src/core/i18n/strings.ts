import { en, type InterfaceStrings } from "./en";
import { fr } from "./fr";

/** Interface languages by their code. */
export type InterfaceLanguage = "en" | "fr";

/**
 * The interface language for a setting and Obsidian's own language, for example `fr` or `fr-CA`. English when there
 * is no other.
 */
export function interfaceLanguage(setting: "auto" | InterfaceLanguage, obsidian: string): InterfaceLanguage {
	if (setting !== "auto") return setting;
	return obsidian.toLowerCase().startsWith("fr") ? "fr" : "en";
}

/** The words of an interface language. */
export function interfaceStrings(language: InterfaceLanguage): InterfaceStrings {
	return language === "fr" ? fr : en;
}
