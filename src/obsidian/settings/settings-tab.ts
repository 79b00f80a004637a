import {
	Notice,
	PluginSettingTab,
	type App,
	type Plugin,
	type Setting,
	type SettingControl,
	type SettingDefinition,
	type SettingDefinitionItem,
} from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { presets } from "../../core/endpoint/endpoint";
import { lazy } from "../../core/cache/lazy";
import { countries } from "../../core/estimate/grids";
import { interfaceLanguages } from "../../core/languages/interface-language";
import { placements, recordPlaces } from "../../core/record/placement";
import { excerpt } from "../../core/text/text";
import { defaultSettings, limits, recordPlaceOf, unreadFolders, type Settings } from "../../core/settings/settings";
import { asideRows } from "./aside-settings";
import { addAmount } from "../dialogs/amount-field";
import { budgetRows } from "./budget-settings";
import { EndpointSettings } from "./endpoint-settings";
import type { ExpertFriend } from "../expert-friend";
import { drawAnew } from "./draw-anew";
import { pageGroup } from "./page-settings";
import { priceRows } from "./price-settings";
import { recordWordsRows } from "./record-words-settings";

/** What the writer can set: fields only, each saved as it changes. */
export class ExpertFriendSettingTab extends PluginSettingTab {
	override icon = "message-square-quote";
	private readonly endpoints: EndpointSettings;
	/** Whether the field that has the focus was typed in. */
	private typed = false;
	/** Whether the settings are drawn anew as soon as that field is left. */
	private waiting = false;
	/** The folder as it is being typed: it holds once the field is left, since notes are made in it. */
	private folder: string | null = null;

	constructor(
		app: App,
		plugin: Plugin,
		private readonly friend: ExpertFriend,
	) {
		super(app, plugin);
		this.endpoints = new EndpointSettings(
			friend,
			() => this.refresh(),
			() => this.redraw(),
		);
		friend.settings.onReload(() => this.redraw());
		this.containerEl.addClass("expert-friend-settings");
		this.containerEl.addEventListener("input", () => (this.typed = true));
		this.containerEl.addEventListener("focusout", () => {
			this.typed = false;
			void this.takeFolder();
			// After the field's own listeners, and after the next one has the focus.
			if (this.waiting) window.setTimeout(() => this.redraw());
			this.waiting = false;
		});
	}

	override hide(): void {
		this.endpoints.close();
		void this.takeFolder();
		super.hide();
	}

	override getSettingDefinitions(): SettingDefinitionItem[] {
		const { strings } = this.friend;
		return [
			...this.endpoints.groups(strings),
			this.modelGroup(strings),
			{
				type: "group",
				heading: strings.settings.budget,
				items: [...budgetRows(this.friend, strings, () => this.refresh())],
			},
			this.recordGroup(strings.settings),
			pageGroup(this.friend, strings),
			this.generalGroup(strings),
		];
	}

	private modelGroup(all: InterfaceStrings): SettingDefinitionItem {
		const strings = all.settings;
		const countryNames = lazy(() => this.countries());
		return {
			type: "group",
			heading: strings.model,
			items: [
				this.endpoints.modelRow(strings),
				...priceRows(this.friend, all),
				{
					...control(strings.electricity, strings.electricityHint, {
						type: "dropdown",
						key: "electricity",
						get options() {
							return countryNames();
						},
					}),
					visible: () => this.friend.settings.value.endpoints.some(({ preset }) => presets[preset].local),
				},
				{
					name: strings.car,
					desc: strings.carHint,
					render: (setting: Setting) =>
						addAmount(setting, {
							label: strings.car,
							placeholder: strings.noCar,
							amount: this.friend.settings.value.carGrams,
							locale: all.locale,
							bad: strings.badAmount,
							set: (carGrams) => void this.friend.settings.set({ carGrams }),
						}),
				},
				control(strings.noTraining, strings.noTrainingHint, { type: "toggle", key: "noTraining" }),
				control(strings.zeroRetention, strings.zeroRetentionHint, { type: "toggle", key: "zeroRetention" }),
				control(strings.patience, strings.patienceHint, number("patience")),
				control(strings.between, strings.betweenHint, number("between")),
				control(strings.concurrent, "", number("concurrent")),
			],
		};
	}

	private recordGroup(strings: SettingsWords): SettingDefinitionItem {
		return {
			type: "group",
			heading: strings.record,
			items: [
				control(strings.recordPlace, strings.recordHint, {
					type: "dropdown",
					key: "recordPlace",
					options: this.placements(strings),
				}),
				control(strings.recordForm, strings.recordFormHint, {
					type: "dropdown",
					key: "recordForm",
					options: strings.recordForms,
				}),
				...recordWordsRows(this.friend, strings),
				control(strings.journal, strings.journalHint, { type: "toggle", key: "journal" }),
				{
					...control(strings.journalLinks, strings.journalLinksHint, { type: "toggle", key: "journalLinks" }),
					visible: () => this.friend.settings.value.journal,
				},
				control(strings.marks, strings.marksHint, { type: "toggle", key: "marks" }),
			],
		};
	}

	private generalGroup(all: InterfaceStrings): SettingDefinitionItem {
		const strings = all.settings;
		const { folder } = this.friend.notes.folder.seeds;
		return {
			type: "group",
			items: [
				control(strings.language, "", {
					type: "dropdown",
					key: "language",
					options: { auto: strings.languageAuto, ...interfaceLanguages },
				}),
				control(strings.promptZone, strings.promptZoneHint, { type: "toggle", key: "promptZone" }),
				control(strings.chip, strings.chipHint, { type: "toggle", key: "chip" }),
				control(strings.folder, strings.folderHint, { type: "text", key: "folder", placeholder: folder }),
				...this.unreadFolderRows(strings),
				control(strings.privateFolders, strings.privateFoldersHint, { type: "textarea", key: "privateFolders" }),
				...asideRows(this.friend, all, () => this.refresh()),
			],
		};
	}

	/** What is to be done where the private folders could not be read; none where they could. */
	private unreadFolderRows(strings: SettingsWords): readonly SettingDefinition[] {
		const { settings } = this.friend;
		const stored = unreadFolders(settings.value);
		if (stored === null) return [];
		return [
			{
				name: strings.foldersUnread,
				desc: strings.foldersUnreadHint(excerpt(stored, 200)),
				render: (setting: Setting) => {
					setting.addButton((button) =>
						button.setButtonText(strings.foldersAll).onClick(async () => {
							await settings.set({ privateFolders: [...settings.value.privateFolders] });
							this.redraw();
						}),
					);
				},
			},
		];
	}

	private placements(strings: SettingsWords): Record<string, string> {
		const { journal } = this.friend.settings.value;
		const offered = recordPlaces.filter((place) => placements[place].inNotes || journal);
		return Object.fromEntries(offered.map((place) => [place, strings.recordPlaces[place]]));
	}

	/** Made when they are looked at: the app asks for all settings when it starts, and the names take a while. */
	private countries(): Record<string, string> {
		const { locale, settings } = this.friend.strings;
		const names = new Intl.DisplayNames(locale, { type: "region" });
		const known = countries
			.map((country): [string, string] => [country, names.of(country) ?? country])
			.sort(([, one], [, other]) => one.localeCompare(other, locale));
		return Object.fromEntries([["", settings.electricityUnknown], ...known]);
	}

	// Not under the writer's fingers: a field that is typed in is left alone until it is left.
	private redraw(): void {
		if (!this.containerEl.isConnected) return;
		if (this.typed) this.waiting = true;
		else this.refresh();
	}

	private refresh(): void {
		const { typed } = this;
		drawAnew(this.containerEl, () => this.update());
		// What is put back into a field was not typed now.
		this.typed = typed;
	}

	override getControlValue(key: string): unknown {
		const value = this.friend.settings.value[key as keyof Settings];
		if (key === "folder" && this.folder !== null) return this.folder;
		if (key === "recordPlace") return recordPlaceOf(this.friend.settings.value);
		if (key === "privateFolders" || key === "pageKeptBack") return this.friend.settings.value[key].join("\n");
		return value ?? "";
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		const { settings } = this.friend;
		if (key === "folder") {
			this.folder = String(value);
			return;
		}
		const change =
			key in limits
				? clamped(key as keyof typeof limits, value)
				: key === "privateFolders" || key === "pageKeptBack"
					? String(value)
							.split("\n")
							.map((line) => line.trim())
							.filter((line) => line !== "")
					: key === "electricity"
						? String(value).trim() || null
						: value;
		await settings.set({ [key]: change });
		if (key === "language" || key === "journal") this.update();
	}

	private async takeFolder(): Promise<void> {
		if (this.folder === null) return;
		const { notes, settings, strings } = this.friend;
		const folder = this.folder.trim().replace(/^\/+|\/+$/g, "") || null;
		const before = settings.value.folder;
		this.folder = null;
		if (folder === before) return;
		// What is being made elsewhere comes to its end first.
		await notes.ready();
		await settings.set({ folder });
		try {
			await notes.prepare();
		} catch {
			new Notice(strings.settings.folderFailed(notes.folder.root));
			await settings.set({ folder: before });
			this.redraw();
		}
	}
}

function number(key: keyof typeof limits): SettingControl<keyof Settings> {
	const [min, max] = limits[key];
	return { type: "number", key, min, max };
}

/** What stands in the field may be beyond its limits while it is typed: what holds is within. */
function clamped(key: keyof typeof limits, value: unknown): number {
	const [least, most] = limits[key];
	const typed = Math.round(Number(value));
	return Number.isFinite(typed) ? Math.min(most, Math.max(least, typed)) : defaultSettings[key];
}

function control(name: string, desc: string, of: SettingControl<keyof Settings>): SettingDefinition {
	return { name, ...(desc === "" ? {} : { desc }), control: of };
}

/** The words of the settings. */
export type SettingsWords = InterfaceStrings["settings"];
