import type { InterfaceStrings } from "../../core/i18n/en";
import type { Ranked } from "../../core/journal/ranking";

/** A ranking in words: what was chosen how often, and whether that says anything yet. Empty without any choice. */
export function rankingWords(
	ranked: readonly Ranked[],
	nameOf: (model: string) => string,
	strings: InterfaceStrings["compare"],
	objective: string,
	locale: string,
): string {
	if (ranked.length === 0) return "";
	const percent = (value: number): string => value.toLocaleString(locale, { style: "percent" });
	const parts = ranked.map(
		({ model, wins, ties, rounds, share }) =>
			strings.ranked(nameOf(model), wins, ties, rounds) +
			(share === null ? "" : ` (${percent(share.value)}, ${percent(share.low)}–${percent(share.high)})`),
	);
	return (
		`${strings.ranking(objective)} ` +
		`${strings.rankedAll(parts)}${ranked.some(({ share }) => share === null) ? ` ${strings.tooFew}` : ""}`
	);
}
