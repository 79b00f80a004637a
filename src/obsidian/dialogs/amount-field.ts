import type { Setting } from "obsidian";

export interface AmountField {
	readonly label: string;
	readonly placeholder: string;
	/** Null for an empty field. */
	readonly amount: number | null;
	/** BCP 47, for the decimal sign. */
	readonly locale: string;
	/** What is said of a text that is no amount. */
	readonly bad: string;
	readonly set: (amount: number | null) => void;
}

/** Adds a field for an amount to a row. What is no amount is told and not kept. */
export function addAmount(setting: Setting, { label, placeholder, amount, locale, bad, set }: AmountField): void {
	setting.addText((text) => {
		text
			.setValue(amount === null ? "" : amount.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 6 }))
			.setPlaceholder(placeholder);
		text.inputEl.inputMode = "decimal";
		text.inputEl.addClass("expert-friend-amount");
		text.inputEl.setAttribute("aria-label", label);
		text.onChange((value) => {
			const read = readAmount(value);
			setting.setErrorMessage(read === undefined ? bad : null);
			if (read !== undefined) set(read);
		});
	});
}

/**
 * An amount as people type it, with a point or a comma; null for none, undefined when it is none. What is a thousand
 * to some and a one to others is none.
 */
function readAmount(text: string): number | null | undefined {
	const typed = text.replace(/\s/g, "");
	if (typed === "") return null;
	if (/^[1-9]\d{0,2}([.,]\d{3})+$/.test(typed)) return undefined;
	const plain = typed.replace(",", ".");
	return /^\d+(\.\d+)?$/.test(plain) && Number(plain) > 0 ? Number(plain) : undefined;
}
