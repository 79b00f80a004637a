import { getLanguage, Notice, type App } from "obsidian";
import { lazy } from "../../core/cache/lazy";
import type { InterfaceStrings } from "../../core/i18n/en";
import { interfaceStrings } from "../../core/i18n/strings";
import { interfaceLanguage, type InterfaceLanguage } from "../../core/languages/interface-language";
import { Views } from "../consultations/views";
import { Device } from "../storage/device";
import { SettingsFile, type SettingsFilePort } from "../storage/settings-file";
import { SettingsStore } from "../storage/settings-store";
import { UnreadNotices } from "../storage/unread-notices";
import { Events } from "./events";

/** What everything else stands on: what is stored, the interface language, the clocks, the editors. */
export interface Base {
	readonly app: App;
	readonly events: Events;
	readonly settings: SettingsStore;
	readonly device: Device;
	readonly unread: UnreadNotices;
	readonly views: Views;
	readonly language: () => InterfaceLanguage;
	readonly strings: () => InterfaceStrings;
	/** Milliseconds since the epoch: may be set back. */
	readonly now: () => number;
	/** Milliseconds from some moment on, never set back. */
	readonly elapsed: () => number;
	readonly newId: () => string;
}

export function buildBase(app: App, settingsFile: SettingsFilePort): Base {
	const unread = new UnreadNotices(() => strings());
	const settings = new SettingsStore(
		new SettingsFile(settingsFile),
		(what) => unread.addSettings(what),
		() => void new Notice(strings().stored.unwritten, 0),
	);
	// The app takes another language when it starts again; asked for each word, it would look it up each time.
	const ofApp = lazy(getLanguage);
	const language = (): InterfaceLanguage => interfaceLanguage(settings.value.language, ofApp());
	const strings = (): InterfaceStrings => interfaceStrings[language()];
	return {
		app,
		events: new Events(),
		settings,
		device: new Device({
			app,
			full: () => void new Notice(strings().storageFull, 0),
			unread: (place) => unread.add(place),
		}),
		unread,
		views: new Views(app),
		language,
		strings,
		now: () => Date.now(),
		elapsed: () => performance.now(),
		newId: () => crypto.randomUUID(),
	};
}
