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
	const rows = new BudgetRows(friend, strings, redraw);
	return [rows.total(), ...friend.settings.value.endpoints.filter(mayCharge).map((one) => rows.at(one))];
}

function mayCharge({ preset, baseUrl, budget }: Endpoint): boolean {
	return !(presets[preset].local && isLocal(baseUrl)) || budget !== undefined;
}

class BudgetRows {
	constructor(
		private readonly friend: ExpertFriend,
		private readonly strings: InterfaceStrings,
		private readonly redraw: () => void,
	) {}

	total(): SettingDefinition {
		const { settings } = this.friend;
		const strings = this.strings.settings;
		return {
			name: strings.budgetAll,
			desc: strings.budgetHint,
			render: (setting: Setting) => {
				let currency = settings.value.monthlyBudget?.currency ?? currencies[0] ?? "USD";
				let amount = settings.value.monthlyBudget?.amount ?? null;
				const save = (): void => void settings.set({ monthlyBudget: amount === null ? null : { amount, currency } });
				this.spent(setting, null);
				this.field(setting, strings.budgetAll, amount, (value) => {
					amount = value;
					save();
				});
				this.choice(setting, strings.currency, currency, (value) => {
					currency = value;
					save();
				});
			},
		};
	}

	at(endpoint: Endpoint): SettingDefinition {
		const strings = this.strings.settings;
		const name = strings.budgetOf(endpoint.name, currencyOf(endpoint));
		return {
			name,
			render: (setting: Setting) => {
				if (!this.tells(endpoint)) setting.descEl.createDiv({ text: strings.untold });
				this.spent(setting, endpoint.id);
				this.field(
					setting,
					name,
					endpoint.budget ?? null,
					(value) => void this.change(endpoint, (other) => withBudget(other, value)),
				);
				// Others have the currency of their kind; of this one nobody knows.
				if (!presets[endpoint.preset].isKnown)
					this.choice(
						setting,
						strings.currencyOf(endpoint.name),
						currencyOf(endpoint),
						(currency) => void this.setCurrency(endpoint, currency),
					);
			},
		};
	}

	private async setCurrency(endpoint: Endpoint, currency: string): Promise<void> {
		await this.change(endpoint, (other) => ({ ...other, currency }));
		this.redraw();
		// Its list was read as in another currency.
		await this.friend.models.refresh({ ...endpoint, currency }).catch(() => undefined);
	}

	private change(endpoint: Endpoint, to: (endpoint: Endpoint) => Endpoint): Promise<void> {
		const { settings } = this.friend;
		return settings.set({
			endpoints: settings.value.endpoints.map((other) => (other.id === endpoint.id ? to(other) : other)),
		});
	}

	/** Whether it is known what its answers cost: OpenRouter tells of each. */
	private tells(endpoint: Endpoint): boolean {
		const { models, settings } = this.friend;
		return (
			isOpenRouter(endpoint) ||
			models.known(endpoint).some(({ price }) => price !== null) ||
			settings.value.ownPrices.some((own) => own.endpoint === endpoint.id)
		);
	}

	private spent(setting: Setting, endpoint: string | null): void {
		const { budgets } = this.friend;
		const said = setting.descEl.createDiv({ cls: "expert-friend-settings-spent" });
		void budgets.lines().then((lines) => {
			const line = lines.find((one) => one.endpoint === endpoint);
			if (line !== undefined) said.setText(this.strings.settings.spentThisMonth(budgets.amounts(line)));
		});
	}

	private field(setting: Setting, label: string, amount: number | null, set: (amount: number | null) => void): void {
		addAmount(setting, {
			label,
			placeholder: this.strings.settings.noBudget,
			amount,
			locale: this.strings.locale,
			bad: this.strings.settings.badAmount,
			set,
		});
	}

	private choice(setting: Setting, label: string, currency: string, set: (currency: string) => void): void {
		setting.addDropdown((dropdown) => {
			for (const one of new Set([...currencies, currency])) dropdown.addOption(one, one);
			dropdown.setValue(currency).onChange(set);
			dropdown.selectEl.setAttribute("aria-label", label);
		});
	}
}

function withBudget({ budget: _, ...endpoint }: Endpoint, amount: number | null): Endpoint {
	return amount === null ? endpoint : { ...endpoint, budget: amount };
}
