import {
	Notice,
	PluginSettingTab,
	type App,
	type Plugin,
	type SettingControl,
	type SettingDefinition,
	type SettingDefinitionItem,
} from "obsidian";
import type { InterfaceWords } from "../../core/i18n/en";
import { presets } from "../../core/endpoint";
import { countries } from "../../core/estimate/grids";
import { defaultSettings, limits, recordPlaceOf, type Settings } from "../../core/settings";
import { budgetRows } from "./budget-settings";
import { EndpointSettings } from "./endpoint-settings";
import type { ExpertFriend } from "../expert-friend";
import { keepFocus } from "./keep-focus";
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
		const words = this.friend.words.settings;
		const { notes } = this.friend;
		return [
			...this.endpoints.groups(this.friend.words),
			{
				type: "group",
				heading: words.model,
				items: [
					this.endpoints.modelRow(words),
					...priceRows(this.friend, this.friend.words),
					{
						...control(words.electricity, words.electricityHint, {
							type: "dropdown",
							key: "electricity",
							options: this.countries(),
						}),
						visible: () => this.friend.settings.value.endpoints.some(({ preset }) => presets[preset].local),
					},
					control(words.noTraining, words.noTrainingHint, { type: "toggle", key: "noTraining" }),
					control(words.zeroRetention, words.zeroRetentionHint, { type: "toggle", key: "zeroRetention" }),
					control(words.patience, words.patienceHint, number("patience")),
					control(words.between, words.betweenHint, number("between")),
					control(words.concurrent, "", number("concurrent")),
				],
			},
			{
				type: "group",
				heading: words.budget,
				items: [...budgetRows(this.friend, this.friend.words, () => this.refresh())],
			},
			{
				type: "group",
				heading: words.record,
				items: [
					control(words.recordPlace, words.recordHint, {
						type: "dropdown",
						key: "recordPlace",
						options: {
							passage: words.recordPassage,
							end: words.recordEnd,
							...(this.friend.settings.value.journal ? { journal: words.recordJournal } : {}),
						},
					}),
					...recordWordsRows(this.friend, words),
					control(words.journal, words.journalHint, { type: "toggle", key: "journal" }),
					{
						...control(words.journalLinks, words.journalLinksHint, { type: "toggle", key: "journalLinks" }),
						visible: () => this.friend.settings.value.journal,
					},
					control(words.marks, words.marksHint, { type: "toggle", key: "marks" }),
				],
			},
			{
				type: "group",
				items: [
					control(words.language, "", {
						type: "dropdown",
						key: "language",
						options: { auto: words.languageAuto, en: "English", fr: "Français" },
					}),
					control(words.chip, words.chipHint, { type: "toggle", key: "chip" }),
					control(words.folder, words.folderHint, { type: "text", key: "folder", placeholder: notes.seeds.folder }),
					control(words.privateFolders, words.privateFoldersHint, { type: "textarea", key: "privateFolders" }),
				],
			},
		];
	}

	private countries(): Record<string, string> {
		const { locale, settings } = this.friend.words;
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
		keepFocus(this.containerEl, () => this.update());
	}

	override getControlValue(key: string): unknown {
		const value = this.friend.settings.value[key as keyof Settings];
		if (key === "folder" && this.folder !== null) return this.folder;
		if (key === "recordPlace") return recordPlaceOf(this.friend.settings.value);
		if (key === "privateFolders") return this.friend.settings.value.privateFolders.join("\n");
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
				: key === "privateFolders"
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
		const { notes, settings, words } = this.friend;
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
			new Notice(words.settings.folderFailed(notes.root));
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
export type SettingsWords = InterfaceWords["settings"];
