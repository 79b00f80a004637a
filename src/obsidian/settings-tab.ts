import { PluginSettingTab, type App, type Plugin, type SettingControl, type SettingDefinition, type SettingDefinitionItem } from "obsidian";
import type { InterfaceWords } from "../core/i18n/en";
import type { Settings } from "../core/settings";
import { budgetRows } from "./budget-settings";
import { EndpointSettings } from "./endpoint-settings";
import type { ExpertFriend } from "./expert-friend";
import { recordWordsRows } from "./record-words-settings";

/** What the writer can set: fields only, each saved as it changes. */
export class ExpertFriendSettingTab extends PluginSettingTab {
	override icon = "message-square-quote";
	private readonly endpoints: EndpointSettings;

	constructor(app: App, plugin: Plugin, private readonly friend: ExpertFriend) {
		super(app, plugin);
		this.endpoints = new EndpointSettings(friend, () => this.update());
	}

	override getSettingDefinitions(): SettingDefinitionItem[] {
		const words = this.friend.words.settings;
		const { notes } = this.friend;
		return [
			...this.endpoints.groups(words),
			{
				type: "group",
				heading: words.model,
				items: [
					this.endpoints.modelRow(words),
					control(words.noTraining, words.noTrainingHint, { type: "toggle", key: "noTraining" }),
					control(words.zeroRetention, words.zeroRetentionHint, { type: "toggle", key: "zeroRetention" }),
					control(words.patience, words.patienceHint, { type: "number", key: "patience", min: 10, max: 600 }),
					control(words.concurrent, "", { type: "number", key: "concurrent", min: 1, max: 10 }),
				],
			},
			{ type: "group", heading: words.budget, items: [...budgetRows(this.friend, words)] },
			{
				type: "group",
				heading: words.record,
				items: [
					control(words.record, words.recordHint, {
						type: "dropdown",
						key: "recordPlace",
						options: { passage: words.recordPassage, end: words.recordEnd, journal: words.recordJournal },
					}),
					...recordWordsRows(this.friend, words),
					control(words.journal, words.journalHint, { type: "toggle", key: "journal" }),
					{ ...control(words.journalLinks, words.journalLinksHint, { type: "toggle", key: "journalLinks" }), visible: () => this.friend.settings.value.journal },
					control(words.marks, words.marksHint, { type: "toggle", key: "marks" }),
				],
			},
			{
				type: "group",
				items: [
					control(words.language, "", { type: "dropdown", key: "language", options: { auto: words.languageAuto, en: "English", fr: "Français" } }),
					control(words.chip, words.chipHint, { type: "toggle", key: "chip" }),
					control(words.folder, words.folderHint, { type: "text", key: "folder", placeholder: notes.seeds.folder }),
					control(words.privateFolders, words.privateFoldersHint, { type: "textarea", key: "privateFolders" }),
				],
			},
		];
	}

	override getControlValue(key: string): unknown {
		const value = this.friend.settings.value[key as keyof Settings];
		if (key === "privateFolders") return this.friend.settings.value.privateFolders.join("\n");
		return value ?? "";
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		const { settings } = this.friend;
		const change = key === "privateFolders" ? String(value).split("\n").map((line) => line.trim().replace(/\/+$/, "")).filter((line) => line !== "")
			: key === "folder" ? String(value).trim() || null
			: value;
		await settings.set({ [key]: change });
		if (key === "language" || key === "journal") this.update();
		if (key === "folder") await this.friend.start();
	}
}

function control(name: string, desc: string, of: SettingControl<keyof Settings>): SettingDefinition {
	return { name, ...(desc === "" ? {} : { desc }), control: of };
}

/** The words of the settings. */
export type SettingsWords = InterfaceWords["settings"];
