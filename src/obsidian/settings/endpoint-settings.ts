import type { ExtraButtonComponent, Setting, SettingDefinition, SettingDefinitionItem } from "obsidian";
import { presets, type Endpoint, type PresetId } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { withoutEndpoint } from "../../core/settings/endpoint-changes";
import type { FoundServer } from "../../llm/local";
import { ConfirmModal } from "../dialogs/confirm-modal";
import type { ExpertFriend } from "../expert-friend";
import { EndpointTest } from "../models/endpoint-test";
import { EndpointRows } from "./endpoint-rows";

type SettingsWords = InterfaceStrings["settings"];

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
				const rows = this.rowsOf(endpoint);
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
						rows.name(strings.settings),
						rows.address(strings.settings),
						rows.key(strings.settings),
						rows.whole(strings),
						this.testRow(strings, rows),
					].filter((row) => row !== null),
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

	private rowsOf(endpoint: Endpoint): EndpointRows {
		return new EndpointRows(endpoint, {
			friend: this.friend,
			refresh: this.refresh,
			redraw: this.redraw,
			changed: () => this.tests.get(endpoint.id)?.forget(),
		});
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

	private testRow(strings: InterfaceStrings, rows: EndpointRows): SettingDefinition {
		const { id } = rows.endpoint;
		const test = this.tests.get(id) ?? new EndpointTest(this.friend.models, () => this.redraw());
		this.tests.set(id, test);
		return {
			name: strings.settings.test,
			render: (setting: Setting) => test.attach(setting, strings, () => rows.endpoint),
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
		secrets.forget(endpoint);
		await settings.set(withoutEndpoint(settings.value, endpoint.id));
		this.refresh();
	}
}
