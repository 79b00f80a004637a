import type { Setting, SettingDefinition } from "obsidian";
import { currencyOf, isLocal, isOpenRouter, presets, type Endpoint } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { addAmount } from "../dialogs/amount-field";
import type { ExpertFriend } from "../expert-friend";

/** Currencies of price lists. */
const currencies = ["USD", "EUR", "GBP", "CHF"];

/** Rows for what a month may cost: in all, and at each endpoint that may charge. An empty field is no budget. */
export function budgetRows(
	friend: ExpertFriend,
	strings: InterfaceStrings,
	redraw: () => void,
): readonly SettingDefinition[] {
	const { settings } = friend;
	const mayCharge = ({ preset, baseUrl, budget }: Endpoint): boolean =>
		!(presets[preset].local && isLocal(baseUrl)) || budget !== undefined;
	// OpenRouter tells what each answer cost.
	const tells = (endpoint: Endpoint): boolean =>
		isOpenRouter(endpoint) ||
		friend.models.known(endpoint).some(({ price }) => price !== null) ||
		settings.value.ownPrices.some((own) => own.endpoint === endpoint.id);
	const spent = (setting: Setting, endpoint: string | null): void => {
		const said = setting.descEl.createDiv({ cls: "expert-friend-settings-spent" });
		void friend.budgets.lines().then((lines) => {
			const line = lines.find((one) => one.endpoint === endpoint);
			if (line !== undefined) said.setText(strings.settings.spentThisMonth(friend.budgets.amounts(line)));
		});
	};
	const field = (setting: Setting, label: string, amount: number | null, set: (amount: number | null) => void): void =>
		addAmount(setting, {
			label,
			placeholder: strings.settings.noBudget,
			amount,
			locale: strings.locale,
			bad: strings.settings.badAmount,
			set,
		});
	const choice = (setting: Setting, label: string, currency: string, set: (currency: string) => void): void => {
		setting.addDropdown((dropdown) => {
			for (const one of new Set([...currencies, currency])) dropdown.addOption(one, one);
			dropdown.setValue(currency).onChange(set);
			dropdown.selectEl.setAttribute("aria-label", label);
		});
	};
	const total: SettingDefinition = {
		name: strings.settings.budgetAll,
		desc: strings.settings.budgetHint,
		render: (setting: Setting) => {
			let currency = settings.value.monthlyBudget?.currency ?? currencies[0] ?? "USD";
			let amount = settings.value.monthlyBudget?.amount ?? null;
			const save = (): void => void settings.set({ monthlyBudget: amount === null ? null : { amount, currency } });
			spent(setting, null);
			field(setting, strings.settings.budgetAll, amount, (value) => {
				amount = value;
				save();
			});
			choice(setting, strings.settings.currency, currency, (value) => {
				currency = value;
				save();
			});
		},
	};
	return [
		total,
		...settings.value.endpoints.filter(mayCharge).map((endpoint): SettingDefinition => {
			const name = strings.settings.budgetOf(endpoint.name, currencyOf(endpoint));
			return {
				name,
				render: (setting: Setting) => {
					if (!tells(endpoint)) setting.descEl.createDiv({ text: strings.settings.untold });
					spent(setting, endpoint.id);
					const change = (to: (endpoint: Endpoint) => Endpoint): Promise<void> =>
						settings.set({
							endpoints: settings.value.endpoints.map((other) => (other.id === endpoint.id ? to(other) : other)),
						});
					field(setting, name, endpoint.budget ?? null, (value) => void change((other) => withBudget(other, value)));
					// Others have the currency of their kind; of this one nobody knows.
					if (!presets[endpoint.preset].isKnown)
						choice(setting, strings.settings.currencyOf(endpoint.name), currencyOf(endpoint), (currency) => {
							void change((other) => ({ ...other, currency }))
								.then(() => {
									redraw();
									// Its list was read as in another currency.
									return friend.models.refresh({ ...endpoint, currency });
								})
								.catch(() => undefined);
						});
				},
			};
		}),
	];
}

function withBudget({ budget: _, ...endpoint }: Endpoint, amount: number | null): Endpoint {
	return amount === null ? endpoint : { ...endpoint, budget: amount };
}
