/**
 * The languages of the interface by their code, each with its own name. A language is a row here; the tables of strings
 * (`i18n/strings.ts`), record labels (`record/labels.ts`) and first notes (`prompts/seeds.ts`) don't compile without
 * it.
 */
export const interfaceLanguages = { en: "English", fr: "Français" } as const;

/** Interface languages by their code, ISO 639-1. */
export type InterfaceLanguage = keyof typeof interfaceLanguages;

/** Their codes, in the order in which they are offered. */
export const interfaceCodes = Object.keys(interfaceLanguages) as readonly InterfaceLanguage[];

/** What the writer can set: `auto` follows Obsidian. */
export type LanguageSetting = "auto" | InterfaceLanguage;

/**
 * The interface language for a setting and Obsidian's own language, for example `fr` or `fr-CA`. English when there
 * is no other.
 */
export function interfaceLanguage(setting: LanguageSetting, obsidian: string): InterfaceLanguage {
	if (setting !== "auto") return setting;
	const code = obsidian.toLowerCase().replace(/[-_].*$/, "");
	return interfaceCodes.find((one) => one === code) ?? "en";
}
