import type { InterfaceWords } from "../../core/i18n/en";
import type { Ranked } from "../../core/journal/ranking";

/** A ranking in words: what was chosen how often, and whether that says anything yet. Empty without any choice. */
export function rankingWords(
	ranked: readonly Ranked[],
	nameOf: (model: string) => string,
	words: InterfaceWords["compare"],
	objective: string,
	locale: string,
): string {
	if (ranked.length === 0) return "";
	const percent = (value: number): string => value.toLocaleString(locale, { style: "percent" });
	const parts = ranked.map(
		({ model, wins, ties, rounds, share }) =>
			words.ranked(nameOf(model), wins, ties, rounds) +
			(share === null ? "" : ` (${percent(share.value)}, ${percent(share.low)}–${percent(share.high)})`),
	);
	return (
		`${words.ranking(objective)} ` +
		`${words.rankedAll(parts)}${ranked.some(({ share }) => share === null) ? ` ${words.tooFew}` : ""}`
	);
}
