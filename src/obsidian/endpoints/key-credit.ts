import type { Endpoint } from "../../core/endpoint/endpoint";
import { formatAmount } from "../../core/estimate/money";
import type { InterfaceStrings } from "../../core/i18n/en";
import { keyInfo, type KeyInfo } from "../../llm/openrouter";
import type { ReadOnce } from "../../llm/models";

/**
 * Says in a row what an OpenRouter key may still spend, once OpenRouter has answered.
 * @param key one that may be sent to the endpoint
 * @returns the way to stop: an answer that comes later is not shown
 */
export function showCredit(
	row: HTMLElement,
	endpoint: Endpoint,
	key: string,
	strings: InterfaceStrings,
	read: ReadOnce,
): () => void {
	let shown = true;
	const said = row.createDiv({
		cls: "expert-friend-settings-status",
		text: strings.settings.credit.reading,
		attr: { role: "status" },
	});
	void keyInfo(endpoint, key, read).then((info) => {
		if (shown) said.setText(creditText(info, strings));
	});
	return () => {
		shown = false;
	};
}

/** What a key may still spend, in words. */
export function creditText(
	info: KeyInfo | "refused" | "unread",
	{ settings: { credit }, locale }: InterfaceStrings,
): string {
	if (typeof info === "string") return credit[info];
	const amount = (value: number): string => formatAmount(value, info.currency, locale);
	const { limit, spent, freeTier } = info;
	const left =
		limit === null
			? credit.noLimit(spent === null ? null : amount(spent))
			: credit.left(amount(limit.remaining), amount(limit.amount), limit.renewed);
	return freeTier ? `${left} ${credit.freeTier}` : left;
}
