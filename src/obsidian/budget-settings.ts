import type { Setting, SettingDefinition } from "obsidian";
import { isLocal, presets, type Endpoint } from "../core/endpoint";
import type { InterfaceWords } from "../core/i18n/en";
import type { ExpertFriend } from "./expert-friend";

/** Currencies of the price lists that endpoints have. */
const currencies = [...new Set(Object.values(presets).map(({ currency }) => currency))];

/** Rows for what a month may cost: in all, and at each endpoint that may charge. An empty field is no budget. */
export function budgetRows(friend: ExpertFriend, words: InterfaceWords["settings"]): readonly SettingDefinition[] {
	const { settings } = friend;
	const mayCharge = (endpoint: Endpoint): boolean => !isLocal(endpoint.baseUrl) || endpoint.budget !== undefined || friend.models.known(endpoint).some(({ price }) => price !== null);
	const spent = (setting: Setting, endpoint: string | null): void => {
		const said = setting.descEl.createDiv({ cls: "expert-friend-settings-spent" });
		void friend.budgets.lines().then((lines) => {
			const line = lines.find((one) => one.endpoint === endpoint);
			if (line !== undefined) said.setText(words.spentThisMonth(friend.budgets.amounts(line)));
		});
	};
	const field = (setting: Setting, label: string, amount: number | null, set: (amount: number | null) => void): void => {
		setting.addText((text) => {
			text.setValue(amount === null ? "" : String(amount)).setPlaceholder(words.noBudget);
			text.inputEl.inputMode = "decimal";
			text.inputEl.setAttribute("aria-label", label);
			text.onChange((value) => {
				const read = readAmount(value);
				setting.setErrorMessage(read === undefined ? words.badAmount : null);
				if (read !== undefined) set(read);
			});
		});
	};
	const total: SettingDefinition = {
		name: words.budgetAll,
		desc: words.budgetHint,
		render: (setting: Setting) => {
			let currency = settings.value.monthlyBudget?.currency ?? currencies[0] ?? "USD";
			let amount = settings.value.monthlyBudget?.amount ?? null;
			const save = (): void => void settings.set({ monthlyBudget: amount === null ? null : { amount, currency } });
			spent(setting, null);
			field(setting, words.budgetAll, amount, (value) => {
				amount = value;
				save();
			});
			setting.addDropdown((dropdown) => {
				for (const one of currencies) dropdown.addOption(one, one);
				dropdown.setValue(currency).onChange((value) => {
					currency = value;
					save();
				});
				dropdown.selectEl.setAttribute("aria-label", words.currency);
			});
		},
	};
	return [total, ...settings.value.endpoints.filter(mayCharge).map((endpoint): SettingDefinition => {
		const name = words.budgetOf(endpoint.name, presets[endpoint.preset].currency);
		return {
			name,
			render: (setting: Setting) => {
				spent(setting, endpoint.id);
				field(setting, name, endpoint.budget ?? null, (value) => {
					void settings.set({ endpoints: settings.value.endpoints.map((other) => (other.id === endpoint.id ? withBudget(other, value) : other)) });
				});
			},
		};
	})];
}

function withBudget({ budget: _, ...endpoint }: Endpoint, amount: number | null): Endpoint {
	return amount === null ? endpoint : { ...endpoint, budget: amount };
}

/** An amount as people type it, with a point or a comma; null for none, undefined when it is none. What is a thousand to some and a one to others is none. */
function readAmount(text: string): number | null | undefined {
	const typed = text.replace(/\s/g, "");
	if (typed === "") return null;
	if (/^[1-9]\d{0,2}([.,]\d{3})+$/.test(typed)) return undefined;
	const plain = typed.replace(",", ".");
	return /^\d+(\.\d+)?$/.test(plain) && Number(plain) > 0 ? Number(plain) : undefined;
}
