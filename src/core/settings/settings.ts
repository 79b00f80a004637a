import { checkBaseUrl, normaliseBaseUrl, presets, type Endpoint, type PresetId } from "../endpoint/endpoint";
import type { Budget } from "../estimate/budget";
import { countries, type Country } from "../estimate/grids";
import { ownWordKeys, type OwnWords } from "../record/own-labels";

/** Where the record of an adoption or of a kept answer goes. */
export type RecordPlace = "passage" | "end" | "journal";

/** Where records go. Without a journal they can't be in the journal only: an adopted word would be signed nowhere. */
export function recordPlaceOf({ recordPlace, journal }: Pick<Settings, "recordPlace" | "journal">): RecordPlace {
	return recordPlace === "journal" && !journal ? "passage" : recordPlace;
}

/** A model of one endpoint, by the ids under which the settings and the endpoint know them. */
export interface ModelChoice {
	readonly endpoint: string;
	readonly model: string;
}

/**
 * A price the writer copied from a price list, for a model whose endpoint tells none. In the currency of the
 * endpoint's list.
 */
export interface OwnPrice extends ModelChoice {
	/** Per million tokens. */
	readonly input: number;
	readonly output: number;
	/** ISO date on which it was entered. */
	readonly entered: string;
}

/** Everything the writer can set. Kept in the plugin's `data.json`; never a key. */
export interface Settings {
	/** The plugin's folder in the vault; null takes the interface language's default. */
	readonly folder: string | null;
	/** Language of the interface; `auto` follows Obsidian. */
	readonly language: "auto" | "en" | "fr";
	/** Whether selecting with the pointer shows the chip. */
	readonly chip: boolean;
	readonly endpoints: readonly Endpoint[];
	/** The model that is asked unless an objective names another; null until one is chosen. */
	readonly model: ModelChoice | null;
	/** Models the writer starred, the latest last. One that its endpoint no longer lists stays. */
	readonly favourites: readonly ModelChoice[];
	readonly recordPlace: RecordPlace;
	/** The writer's own words around what records quote; what is left out is said in the interface language. */
	readonly recordWords: OwnWords;
	/**
	 * Own words that stand in records already, so that those can be read after the writer chose others; the latest
	 * last.
	 */
	readonly recordWordsUsed: readonly OwnWords[];
	/** Whether consultations are written to the journal. */
	readonly journal: boolean;
	/** Whether the journal names notes by links, with the backlinks and graph edges that makes. */
	readonly journalLinks: boolean;
	/** Whether adopted words carry a mark in the editor. */
	readonly marks: boolean;
	/** Folders whose notes are never sent, without a slash at the end. */
	readonly privateFolders: readonly string[];
	/** What all endpoints together may cost in a month; null for no limit. */
	readonly monthlyBudget: Budget | null;
	readonly ownPrices: readonly OwnPrice[];
	/**
	 * Where the writer's own devices get their electricity, for the carbon of models at home; null when they did not
	 * say.
	 */
	readonly electricity: Country | null;
	/** How many consultations may run at once, 1 to 10. */
	readonly concurrent: number;
	/** Seconds to wait for the first words; reasoning models think long. 10 to 600. */
	readonly patience: number;
	/** Seconds to wait between words once they come, 10 to 600. */
	readonly between: number;
	/** OpenRouter: ask only providers that do not train on what is sent. */
	readonly noTraining: boolean;
	/** OpenRouter: ask only providers that keep nothing. */
	readonly zeroRetention: boolean;
}

/**
 * What holds until the writer says otherwise. Not written to `data.json`, so that a better default reaches everyone.
 */
export const defaultSettings: Settings = {
	folder: null,
	language: "auto",
	chip: true,
	endpoints: [],
	model: null,
	favourites: [],
	recordPlace: "passage",
	recordWords: {},
	recordWordsUsed: [],
	journal: true,
	journalLinks: false,
	marks: true,
	privateFolders: [],
	monthlyBudget: null,
	ownPrices: [],
	electricity: null,
	concurrent: 4,
	patience: 120,
	between: 120,
	noTraining: true,
	zeroRetention: false,
};

/** The least and the most of settings that are whole numbers. */
export const limits = { patience: [10, 600], between: [10, 600], concurrent: [1, 10] } as const;

/**
 * Reads settings from whatever `data.json` holds. Never throws: what is missing or unreadable takes its default, so a
 * broken file costs a setting, not the plugin.
 */
export function parseSettings(data: unknown): Settings {
	const given = isObject(data) ? data : {};
	const endpoints = Array.isArray(given["endpoints"])
		? given["endpoints"].flatMap(parseEndpoint)
		: defaultSettings.endpoints;
	return {
		folder: text(given["folder"]) || defaultSettings.folder,
		language: oneOf(given["language"], ["auto", "en", "fr"], defaultSettings.language),
		chip: flag(given["chip"], defaultSettings.chip),
		endpoints,
		model: parseChoice(given["model"]),
		favourites: parseChoices(given["favourites"]),
		recordPlace: oneOf(given["recordPlace"], ["passage", "end", "journal"], defaultSettings.recordPlace),
		recordWords: ownWords(given["recordWords"]),
		recordWordsUsed: Array.isArray(given["recordWordsUsed"]) ? given["recordWordsUsed"].map(ownWords) : [],
		journal: flag(given["journal"], defaultSettings.journal),
		journalLinks: flag(given["journalLinks"], defaultSettings.journalLinks),
		marks: flag(given["marks"], defaultSettings.marks),
		privateFolders: Array.isArray(given["privateFolders"])
			? given["privateFolders"].map(text).filter((folder) => folder !== "")
			: [],
		monthlyBudget: parseBudget(given["monthlyBudget"]),
		ownPrices: Array.isArray(given["ownPrices"]) ? given["ownPrices"].flatMap(parseOwnPrice) : [],
		electricity: countries.find((country) => country === given["electricity"]) ?? null,
		concurrent: whole(given["concurrent"], ...limits.concurrent, defaultSettings.concurrent),
		patience: whole(given["patience"], ...limits.patience, defaultSettings.patience),
		between: whole(given["between"], ...limits.between, defaultSettings.between),
		noTraining: flag(given["noTraining"], defaultSettings.noTraining),
		zeroRetention: flag(given["zeroRetention"], defaultSettings.zeroRetention),
	};
}

/**
 * The part of the settings that differs from the defaults: what `data.json` holds. `parseSettings` reads it back to
 * the same settings.
 */
export function changedSettings(settings: Settings): Partial<Settings> {
	const entries = Object.entries(settings) as [keyof Settings, unknown][];
	return Object.fromEntries(
		entries.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(defaultSettings[key])),
	);
}

/** The endpoint a choice names, or null when it is gone. */
export function endpointOf(settings: Settings, choice: ModelChoice | null): Endpoint | null {
	return settings.endpoints.find((endpoint) => endpoint.id === choice?.endpoint) ?? null;
}

function parseEndpoint(value: unknown): Endpoint[] {
	if (!isObject(value)) return [];
	const id = text(value["id"]);
	const preset = oneOf(value["preset"], Object.keys(presets) as PresetId[], "custom");
	const given = text(value["baseUrl"]);
	const baseUrl = checkBaseUrl(given) === null ? normaliseBaseUrl(given) : given;
	if (id === "" || baseUrl === "") return [];
	const budget = amount(value["budget"]);
	const currency = text(value["currency"]);
	return [
		{
			id,
			preset,
			name: text(value["name"]) || id,
			baseUrl,
			secret: text(value["secret"]),
			...(budget === null ? {} : { budget }),
			...(isCurrency(currency) ? { currency } : {}),
		},
	];
}

function parseOwnPrice(value: unknown): OwnPrice[] {
	const choice = parseChoice(value);
	if (choice === null || !isObject(value)) return [];
	const input = amount(value["input"]) ?? 0;
	const output = amount(value["output"]) ?? 0;
	return input + output === 0 ? [] : [{ ...choice, input, output, entered: text(value["entered"]) }];
}

function parseBudget(value: unknown): Budget | null {
	if (!isObject(value)) return null;
	const most = amount(value["amount"]);
	const currency = text(value["currency"]);
	return most === null || !isCurrency(currency) ? null : { amount: most, currency };
}

function isCurrency(text: string): boolean {
	return /^[A-Z]{3}$/.test(text);
}

/** Whether two choices name the same model of the same endpoint. */
export function sameChoice(one: ModelChoice, other: ModelChoice): boolean {
	return one.endpoint === other.endpoint && one.model === other.model;
}

/** Choices from whatever was stored, each once; what is none is left out. */
export function parseChoices(value: unknown): readonly ModelChoice[] {
	const choices = Array.isArray(value) ? value.map(parseChoice).filter((choice) => choice !== null) : [];
	return choices.filter((choice, at) => choices.findIndex((other) => sameChoice(other, choice)) === at);
}

function parseChoice(value: unknown): ModelChoice | null {
	if (!isObject(value)) return null;
	const endpoint = text(value["endpoint"]);
	const model = text(value["model"]);
	return endpoint === "" || model === "" ? null : { endpoint, model };
}

function ownWords(value: unknown): OwnWords {
	const given = isObject(value) ? value : {};
	return Object.fromEntries(ownWordKeys.flatMap((key) => (text(given[key]) === "" ? [] : [[key, text(given[key])]])));
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
	return typeof value === "string" ? value.trim() : "";
}

function flag(value: unknown, fallback: boolean): boolean {
	return typeof value === "boolean" ? value : fallback;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], fallback: T): T {
	return allowed.find((one) => one === value) ?? fallback;
}

function amount(value: unknown): number | null {
	return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : null;
}

function whole(value: unknown, least: number, most: number, fallback: number): number {
	return typeof value === "number" && Number.isFinite(value)
		? Math.min(most, Math.max(least, Math.round(value)))
		: fallback;
}
