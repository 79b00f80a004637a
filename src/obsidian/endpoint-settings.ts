import type { ExtraButtonComponent, Setting, SettingDefinition, SettingDefinitionItem } from "obsidian";
import { checkBaseUrl, normaliseBaseUrl, originOf, presets, type Endpoint, type PresetId } from "../core/endpoint";
import type { InterfaceWords } from "../core/i18n/en";
import { isOpenRouter } from "../llm/openrouter";
import type { ExpertFriend } from "./expert-friend";
import { showCredit } from "./key-credit";
import { readOnce } from "./network";

type SettingsWords = InterfaceWords["settings"];

/** An endpoint as its rows show it: a key goes to the address the writer sees, not to one from before the last typing. */
interface Shown {
	endpoint: Endpoint;
}

/** The part of the settings about endpoints, their keys and the model. */
export class EndpointSettings {
	constructor(private readonly friend: ExpertFriend, private readonly refresh: () => void) {}

	/** One group for each endpoint, and one to add another. */
	groups(words: SettingsWords): SettingDefinitionItem[] {
		const { endpoints } = this.friend.settings.value;
		return [
			...endpoints.map((endpoint): SettingDefinitionItem => {
				const shown: Shown = { endpoint };
				return {
					type: "group",
					heading: endpoint.name,
					extraButtons: [(button: ExtraButtonComponent) => button.setIcon("trash-2").setTooltip(words.remove).onClick(() => void this.remove(endpoint))],
					items: [this.addressRow(words, shown), ...(needsKey(endpoint) ? [this.keyRow(words, shown)] : []), this.testRow(words, shown)],
				};
			}),
			{ type: "group", heading: endpoints.length === 0 ? words.endpoints : "", items: [this.addRow(words)] },
		];
	}

	/** The model that is asked, with the picker. */
	modelRow(words: SettingsWords): SettingDefinition {
		return {
			name: words.model,
			desc: words.modelHint,
			render: (setting: Setting) => {
				const { model } = this.friend.settings.value;
				if (model !== null) setting.addText((text) => text.setValue(model.model).onChange((value) => void this.friend.settings.set({ model: { ...model, model: value.trim() } })).inputEl.setAttribute("aria-label", words.modelId));
				setting.addButton((button) => button.setButtonText(words.chooseModel).onClick(() => this.friend.models.choose(this.refresh)));
			},
		};
	}

	private addRow(words: SettingsWords): SettingDefinition {
		return {
			name: words.addEndpoint,
			render: (setting: Setting) => {
				setting.addDropdown((dropdown) => {
					dropdown.addOption("", words.preset);
					for (const id of Object.keys(presets) as PresetId[]) dropdown.addOption(id, presets[id].name);
					dropdown.onChange((id) => {
						if (id !== "") void this.add(id as PresetId);
					});
				});
			},
		};
	}

	private addressRow(words: SettingsWords, shown: Shown): SettingDefinition {
		const { secrets } = this.friend;
		const offered = (): string => `${secrets.keyFor(shown.endpoint).state} ${String(isOpenRouter(shown.endpoint))}`;
		const before = offered();
		return {
			name: words.address,
			desc: words.addressHint,
			render: (setting: Setting) => {
				setting.addText((text) => {
					text.setValue(shown.endpoint.baseUrl).setPlaceholder(words.addressExample);
					text.inputEl.setAttribute("aria-label", words.address);
					text.onChange((value) => {
						const problem = checkBaseUrl(value);
						setting.setErrorMessage(problem === null ? null : words.badAddress[problem]);
						if (problem !== null) return;
						shown.endpoint = { ...shown.endpoint, baseUrl: normaliseBaseUrl(value) };
						void this.change(shown.endpoint);
					});
					// Whether the key may go there, and whether one can sign in there, is said anew once typing is over.
					text.inputEl.addEventListener("change", () => {
						if (offered() !== before) this.refresh();
					});
				});
			},
		};
	}

	private keyRow(words: SettingsWords, shown: Shown): SettingDefinition {
		const { secrets } = this.friend;
		const { endpoint } = shown;
		const key = secrets.keyFor(endpoint);
		const origin = originOf(endpoint.baseUrl) ?? endpoint.baseUrl;
		const state = key.state === "none" ? words.keyMissing : key.state === "unconfirmed" ? words.keyMoved(secrets.originFor(endpoint) ?? "?", origin) : words.keySet;
		return {
			name: words.key,
			desc: `${words.keyHint} ${state}`,
			render: (setting: Setting) => {
				const { keyPage, baseUrl } = presets[endpoint.preset];
				if (key.state === "none" && keyPage !== "" && origin === originOf(baseUrl)) {
					setting.descEl.appendText(" ");
					setting.descEl.createEl("a", { text: words.getKey, href: keyPage });
				}
				if (isOpenRouter(endpoint)) setting.addButton((button) => button.setButtonText(words.signIn.button).onClick(() => this.friend.signIn.open(shown.endpoint, this.refresh)));
				if (key.state === "unconfirmed") {
					setting.addButton((button) => button.setButtonText(words.confirmKey(origin)).onClick(() => {
						secrets.confirm(endpoint);
						this.refresh();
					}));
				}
				setting.addText((text) => {
					text.setPlaceholder(key.state === "none" ? "" : "••••••••");
					text.inputEl.type = "password";
					text.inputEl.autocomplete = "off";
					text.inputEl.setAttribute("aria-label", words.key);
					text.inputEl.addEventListener("change", () => {
						if (text.getValue().trim() === "") return;
						secrets.keep(shown.endpoint, text.getValue());
						text.setValue("");
						this.refresh();
					});
				});
				return key.state === "usable" && isOpenRouter(endpoint) ? showCredit(setting.descEl, endpoint, key.key, this.friend.words, readOnce) : undefined;
			},
		};
	}

	private testRow(words: SettingsWords, shown: Shown): SettingDefinition {
		return {
			name: words.test,
			render: (setting: Setting) => {
				const said = setting.descEl.createSpan({ cls: "expert-friend-settings-status", attr: { role: "status" } });
				setting.addButton((button) => button.setButtonText(words.test).onClick(async () => {
					button.setDisabled(true);
					said.setText(words.testing);
					const result = await this.friend.models.check(shown.endpoint);
					said.setText(words.checks[result]);
					button.setDisabled(false);
				}));
			},
		};
	}

	private async add(preset: PresetId): Promise<void> {
		const { settings } = this.friend;
		const taken = new Set(settings.value.endpoints.map((endpoint) => endpoint.id));
		let id: string = preset;
		for (let n = 2; taken.has(id); n++) id = `${preset}-${n}`;
		const { name, baseUrl, needsKey: key } = presets[preset];
		await settings.set({ endpoints: [...settings.value.endpoints, { id, preset, name, baseUrl, secret: key ? `expert-friend-${id}` : "" }] });
		this.refresh();
	}

	private async change(endpoint: Endpoint): Promise<void> {
		const { settings } = this.friend;
		await settings.set({ endpoints: settings.value.endpoints.map((other) => (other.id === endpoint.id ? endpoint : other)) });
	}

	private async remove(endpoint: Endpoint): Promise<void> {
		const { settings } = this.friend;
		const { endpoints, model } = settings.value;
		await settings.set({ endpoints: endpoints.filter((other) => other.id !== endpoint.id), ...(model?.endpoint === endpoint.id ? { model: null } : {}) });
		this.refresh();
	}
}

function needsKey(endpoint: Endpoint): boolean {
	return endpoint.secret !== "";
}
