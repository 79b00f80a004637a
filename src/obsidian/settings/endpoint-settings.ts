import type { ExtraButtonComponent, Setting, SettingDefinition, SettingDefinitionItem } from "obsidian";
import {
	checkBaseUrl,
	defaultName,
	isOpenRouter,
	isReadable,
	normaliseBaseUrl,
	originOf,
	presets,
	type Endpoint,
	type PresetId,
} from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { canBeKey, plainKey } from "../../core/endpoint/keys";
import type { FoundServer } from "../../llm/local";
import { allowPages } from "../endpoints/check-words";
import { ConfirmModal } from "../dialogs/confirm-modal";
import { EndpointTest } from "../models/endpoint-test";
import type { ExpertFriend } from "../expert-friend";
import { showCredit } from "../endpoints/key-credit";
import { readOnce } from "../endpoints/network";

type SettingsWords = InterfaceStrings["settings"];

/**
 * An endpoint as its rows show it: a key goes to the address the writer sees, not to one from before the last typing.
 */
interface Shown {
	endpoint: Endpoint;
}

/** The part of the settings about endpoints, their keys and the model. */
export class EndpointSettings {
	private readonly tests = new Map<string, EndpointTest>();
	private found: readonly FoundServer[] = [];
	private searched = false;

	/**
	 * @param refresh draws the settings anew
	 * @param redraw the same, once no field is being typed in
	 */
	constructor(
		private readonly friend: ExpertFriend,
		private readonly refresh: () => void,
		private readonly redraw: () => void,
	) {}

	/** One group for each endpoint, and one to add another. */
	groups(strings: InterfaceStrings): SettingDefinitionItem[] {
		const { endpoints } = this.friend.settings.value;
		return [
			...endpoints.map((endpoint): SettingDefinitionItem => {
				const shown: Shown = { endpoint };
				return {
					type: "group",
					heading: endpoint.name,
					extraButtons: [
						(button: ExtraButtonComponent) =>
							button
								.setIcon("trash")
								.setTooltip(strings.settings.remove)
								.onClick(() => this.askToRemove(endpoint, strings.settings)),
					],
					items: [
						this.nameRow(strings.settings, endpoint),
						this.addressRow(strings.settings, shown),
						...(needsKey(endpoint) ? [this.keyRow(strings.settings, shown)] : []),
						...(this.friend.unstreamed.has(hostOf(endpoint)) ? [this.wholeRow(strings, shown)] : []),
						this.testRow(strings, shown),
					],
				};
			}),
			{
				type: "group",
				...(endpoints.length === 0 ? { heading: strings.settings.endpoints } : {}),
				items: [
					...this.found.map((server) => this.foundRow(strings.settings, strings.locale, server)),
					this.addRow(strings.settings),
				],
			},
		];
	}

	/** The settings were closed: tests end, and servers on this computer are looked for again at the next opening. */
	close(): void {
		for (const test of this.tests.values()) test.forget();
		this.tests.clear();
		this.found = [];
		this.searched = false;
	}

	// Once for each opening. Definitions are also asked for while nothing is shown; rows are only drawn when it is.
	private async search(): Promise<void> {
		if (this.searched) return;
		this.searched = true;
		await this.friend.models.findLocal((found) => {
			if (!this.searched) return;
			this.found = found;
			if (found.length > 0) this.redraw();
		});
	}

	/** The model that is asked, with the picker. */
	modelRow(strings: SettingsWords): SettingDefinition {
		return {
			name: strings.model,
			desc: strings.modelHint,
			render: (setting: Setting) => {
				const { model } = this.friend.settings.value;
				const changed = (): void => {
					for (const test of this.tests.values()) test.forget();
				};
				if (model !== null)
					setting.addText((text) =>
						text
							.setValue(model.model)
							.onChange((value) => {
								// An empty field is one that is about to be filled: no model has this id.
								if (value.trim() === "") return;
								changed();
								void this.friend.settings.set({ model: { ...model, model: value.trim() } });
							})
							.inputEl.setAttribute("aria-label", strings.modelId),
					);
				setting.addButton((button) =>
					button.setButtonText(strings.chooseModel).onClick(() =>
						this.friend.models.choose(() => {
							changed();
							this.refresh();
						}),
					),
				);
			},
		};
	}

	private addRow(strings: SettingsWords): SettingDefinition {
		return {
			name: strings.addEndpoint,
			render: (setting: Setting) => {
				void this.search();
				setting.addDropdown((dropdown) => {
					dropdown.addOption("", strings.preset);
					for (const id of Object.keys(presets) as PresetId[]) {
						dropdown.addOption(id, id === "custom" ? strings.otherPreset : presets[id].name);
					}
					dropdown.onChange((id) => {
						if (id !== "") void this.add(id as PresetId);
					});
				});
			},
		};
	}

	private addressRow(strings: SettingsWords, shown: Shown): SettingDefinition {
		const { secrets } = this.friend;
		const offered = (): string => {
			const { state } = secrets.keyFor(shown.endpoint);
			return [
				state,
				isOpenRouter(shown.endpoint),
				state === "unconfirmed" ? originOf(shown.endpoint.baseUrl) : "",
			].join(" ");
		};
		const before = offered();
		return {
			name: strings.address,
			desc: strings.addressHint,
			render: (setting: Setting) => {
				const warning = setting.descEl.createDiv({ attr: { role: "status" } });
				const warn = (url: string): void => warning.setText(isReadable(url) ? strings.readable : "");
				warn(shown.endpoint.baseUrl);
				setting.addText((text) => {
					text.setValue(shown.endpoint.baseUrl).setPlaceholder(strings.addressExample);
					text.inputEl.setAttribute("aria-label", strings.address);
					text.onChange((value) => {
						const problem = checkBaseUrl(value);
						setting.setErrorMessage(problem === null ? null : strings.badAddress[problem]);
						warn(problem === null ? value : "");
						if (problem !== null) return;
						shown.endpoint = { ...shown.endpoint, baseUrl: normaliseBaseUrl(value) };
						this.tests.get(shown.endpoint.id)?.forget();
						void this.move(shown.endpoint);
					});
					// Whether the key may go there, and whether one can sign in there, is said anew once typing is over.
					text.inputEl.addEventListener("change", () => {
						if (offered() !== before) this.refresh();
					});
				});
			},
		};
	}

	private keyRow(strings: SettingsWords, shown: Shown): SettingDefinition {
		const { secrets } = this.friend;
		const { endpoint } = shown;
		const key = secrets.keyFor(endpoint);
		const origin = originOf(endpoint.baseUrl) ?? endpoint.baseUrl;
		const state =
			key.state === "none"
				? strings.keyMissing
				: key.state === "unconfirmed"
					? strings.keyMoved(secrets.originFor(endpoint) ?? "?", origin)
					: strings.keySet;
		return {
			name: strings.key,
			desc: `${strings.keyHint} ${state}`,
			render: (setting: Setting) => {
				const { keyPage, baseUrl } = presets[endpoint.preset];
				if (key.state === "none" && keyPage !== "" && origin === originOf(baseUrl)) {
					setting.descEl.appendText(" ");
					setting.descEl.createEl("a", { cls: "expert-friend-link", text: strings.getKey, href: keyPage });
				}
				if (isOpenRouter(endpoint))
					setting.addButton((button) =>
						button
							.setButtonText(strings.signIn.button)
							.onClick(() => this.friend.signIn.open(shown.endpoint, this.refresh)),
					);
				if (key.state === "unconfirmed") {
					setting.addButton((button) =>
						button.setButtonText(strings.confirmKey(origin)).onClick(() => {
							secrets.confirm(endpoint);
							this.tests.get(endpoint.id)?.forget();
							this.refresh();
						}),
					);
				}
				setting.addText((text) => {
					text.setPlaceholder(key.state === "none" ? "" : "••••••••");
					text.inputEl.type = "password";
					text.inputEl.autocomplete = "off";
					text.inputEl.setAttribute("aria-label", strings.key);
					text.inputEl.addEventListener("change", () => {
						const typed = plainKey(text.getValue());
						setting.setErrorMessage(typed === "" || canBeKey(typed) ? null : strings.badKey);
						if (!canBeKey(typed)) return;
						secrets.keep(shown.endpoint, text.getValue());
						this.tests.get(endpoint.id)?.forget();
						text.setValue("");
						this.refresh();
					});
				});
				return key.state === "usable" && isOpenRouter(endpoint)
					? showCredit(setting.descEl, endpoint, key.key, this.friend.strings, readOnce)
					: undefined;
			},
		};
	}

	private testRow(strings: InterfaceStrings, shown: Shown): SettingDefinition {
		const { id } = shown.endpoint;
		const test = this.tests.get(id) ?? new EndpointTest(this.friend.models, () => this.redraw());
		this.tests.set(id, test);
		return {
			name: strings.settings.test,
			render: (setting: Setting) => test.attach(setting, strings, () => shown.endpoint),
		};
	}

	/** Says that answers come in one piece, with how to mend it and a way to try again. */
	private wholeRow(strings: InterfaceStrings, { endpoint }: Shown): SettingDefinition {
		return {
			name: strings.settings.wholePiece,
			desc: allowPages(strings, endpoint),
			render: (setting: Setting) => {
				setting.addButton((button) =>
					button.setButtonText(strings.settings.tryStreaming).onClick(() => {
						this.friend.unstreamed.forget(hostOf(endpoint));
						setting.setName(strings.settings.streamsNext).setDesc("");
						button.buttonEl.remove();
					}),
				);
			},
		};
	}

	/** A server that was found on this computer and is not set up. */
	private foundRow(strings: SettingsWords, locale: string, { preset, models }: FoundServer): SettingDefinition {
		return {
			name: strings.found(presets[preset].name),
			desc: strings.foundModels(models.length.toLocaleString(locale)),
			render: (setting: Setting) => {
				setting.descEl.setAttribute("role", "status");
				setting.addButton((button) => button.setButtonText(strings.add).onClick(() => void this.add(preset)));
			},
		};
	}

	private async add(preset: PresetId): Promise<void> {
		await this.friend.models.add(preset);
		this.found = this.found.filter((server) => server.preset !== preset);
		this.refresh();
	}

	// Only the address, and the name that came from it: other rows may have changed the rest since this one was drawn.
	private async move({ id, baseUrl }: Endpoint): Promise<void> {
		const { settings } = this.friend;
		const { endpoints } = settings.value;
		const taken = endpoints.filter((other) => other.id !== id).map(({ name }) => name);
		const named = (other: Endpoint): string =>
			other.name.replace(/ \d+$/, "") === defaultName(other.preset, other.baseUrl, [])
				? defaultName(other.preset, baseUrl, taken)
				: other.name;
		await settings.set({
			endpoints: endpoints.map((other) => (other.id === id ? { ...other, baseUrl, name: named(other) } : other)),
		});
	}

	private nameRow(strings: SettingsWords, endpoint: Endpoint): SettingDefinition {
		return {
			name: strings.name,
			desc: strings.nameHint,
			render: (setting: Setting) => {
				setting.addText((text) => {
					text.setValue(endpoint.name).inputEl.setAttribute("aria-label", strings.name);
					text.inputEl.addEventListener("change", () => {
						const { settings } = this.friend;
						const name = text.getValue().trim();
						if (name === "") text.setValue(endpoint.name);
						else
							void settings
								.set({
									endpoints: settings.value.endpoints.map((other) =>
										other.id === endpoint.id ? { ...other, name } : other,
									),
								})
								.then(this.redraw);
					});
				});
			},
		};
	}

	private askToRemove(endpoint: Endpoint, strings: SettingsWords): void {
		const { title, text, keep } = strings.removing;
		new ConfirmModal(
			this.friend.app,
			{ title: title(endpoint.name), facts: [], explain: text, go: strings.remove, stay: keep },
			(goes) => {
				if (goes) void this.remove(endpoint);
			},
		).open();
	}

	private async remove(endpoint: Endpoint): Promise<void> {
		const { settings, secrets } = this.friend;
		const { endpoints, model, favourites, ownPrices } = settings.value;
		const others = <T extends { readonly endpoint: string }>(choices: readonly T[]): readonly T[] =>
			choices.filter((one) => one.endpoint !== endpoint.id);
		secrets.forget(endpoint);
		await settings.set({
			endpoints: endpoints.filter((other) => other.id !== endpoint.id),
			favourites: others(favourites),
			ownPrices: others(ownPrices),
			...(model?.endpoint === endpoint.id ? { model: null } : {}),
		});
		this.refresh();
	}
}

function needsKey(endpoint: Endpoint): boolean {
	return endpoint.secret !== "";
}

function hostOf({ baseUrl }: Endpoint): string {
	return originOf(baseUrl)?.replace(/^.*\/\//, "") ?? "";
}
