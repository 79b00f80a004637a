import type { Setting, SettingDefinition } from "obsidian";
import { currencyOf } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { sameChoice } from "../../core/settings/settings";
import { addAmount } from "../dialogs/amount-field";
import { isFree } from "../../core/models/model-target";
import type { ExpertFriend } from "../expert-friend";
import { localTime } from "../record/local-time";

/**
 * A row for what the model costs that is asked now, where neither its endpoint nor its list tells; none where one
 * does, or where it is free.
 */
export function priceRows(friend: ExpertFriend, strings: InterfaceStrings): readonly SettingDefinition[] {
	const { settings, models } = friend;
	const asked = models.current();
	if (asked === null || asked.info?.price != null || isFree(asked)) return [];
	const choice = { endpoint: asked.endpoint.id, model: asked.model };
	return [
		{
			name: strings.settings.price,
			desc: strings.settings.priceHint(currencyOf(asked.endpoint)),
			render: (setting: Setting) => {
				const known = settings.value.ownPrices.find((one) => sameChoice(one, choice));
				let input = known?.input ?? 0;
				let output = known?.output ?? 0;
				const save = (): void => {
					const others = settings.value.ownPrices.filter((one) => !sameChoice(one, choice));
					const own = { ...choice, input, output, entered: localTime(Date.now()).slice(0, 10) };
					void settings.set({ ownPrices: input + output === 0 ? others : [...others, own] });
				};
				const field = (label: string, amount: number, set: (amount: number) => void): void =>
					addAmount(setting, {
						label: strings.labelled(strings.settings.price, label),
						placeholder: label,
						amount: amount === 0 ? null : amount,
						locale: strings.locale,
						bad: strings.settings.badAmount,
						set: (value) => {
							set(value ?? 0);
							save();
						},
					});
				field(strings.settings.priceIn, input, (value) => (input = value));
				field(strings.settings.priceOut, output, (value) => (output = value));
			},
		},
	];
}
