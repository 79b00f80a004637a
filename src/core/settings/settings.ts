import { sentences, usualSentences, type Sentence } from "../disclosure/page-words";
import { publishedBy, type PublishedBy } from "../disclosure/published";
import { checkBaseUrl, normaliseBaseUrl, presets, type Endpoint, type PresetId } from "../endpoint/endpoint";
import type { Budget } from "../estimate/budget";
import { countries, type Country } from "../estimate/grids";
import { interfaceCodes, type LanguageSetting } from "../languages/interface-language";
import { isCurrency } from "../record/amounts";
import type { OwnWords } from "../record/own-labels";
import { placements, recordPlaces, type RecordPlace } from "../record/placement";
import { recordFormNames, type RecordForm } from "../record/print";
import { storedSubscription, type Subscription } from "../statistics/subscription";
import {
	amount,
	fitting,
	flag,
	list,
	mapped,
	nullable,
	object,
	oneOf,
	optional,
	or,
	read,
	required,
	text,
	toStore,
	unreadable,
	unreadOf,
	wholeList,
	type OnFault,
	type Schema,
} from "../stored/schema";

/** Where records go. Without a journal they can't be in the journal only: an adopted word would be signed nowhere. */
export function recordPlaceOf({ recordPlace, journal }: Pick<Settings, "recordPlace" | "journal">): RecordPlace {
	return placements[recordPlace].inNotes || journal ? recordPlace : "passage";
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
	/**
	 * Whether the notes in it were made once, on any device: they are never made again by themselves. Where they are not
	 * there they are on their way from another device, or the writer took them away.
	 */
	readonly notesMade: boolean;
	/** Language of the interface; `auto` follows Obsidian. */
	readonly language: LanguageSetting;
	/** Whether selecting with the pointer shows the chip. */
	readonly chip: boolean;
	/** Whether notes have the prompt zone above them. */
	readonly promptZone: boolean;
	readonly endpoints: readonly Endpoint[];
	/** The model that is asked unless an objective names another; null until one is chosen. */
	readonly model: ModelChoice | null;
	/** Models the writer starred, the latest last. One that its endpoint no longer lists stays. */
	readonly favourites: readonly ModelChoice[];
	readonly recordPlace: RecordPlace;
	/** What new records look like. */
	readonly recordForm: RecordForm;
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
	/**
	 * Grams of CO2 equivalent per kilometre of the writer's own car, for the carbon of a month; null when they did not
	 * say.
	 */
	readonly carGrams: number | null;
	/** Whether notes say by a property that they quote a model. */
	readonly disclosureProperty: boolean;
	/** Path of the AI page; null takes the interface language's name, at the vault's root. */
	readonly pagePath: string | null;
	/**
	 * Where the page stood when it was last written or moved; null before it was. The note stays the page when the
	 * interface changes its language, or the writer moves it.
	 */
	readonly pageAt: string | null;
	/** Where a note is published, with a place for it (`publishedAddress`); null where the writer did not say. */
	readonly noteAddress: string | null;
	/** Whether the page tells numbers too. */
	readonly pageNumbers: boolean;
	/** Which notes the page may name; `auto` those that say they are published, or all when none does. */
	readonly pagePublished: "auto" | PublishedBy;
	/** Folders whose notes the page never names, without a slash at the end. */
	readonly pageKeptBack: readonly string[];
	/** What the writer vouches for on the page. */
	readonly pageSentences: readonly Sentence[];
	/** A short name of the section as it was last written: any other was edited by hand. Null before the first. */
	readonly pageWritten: string | null;
	/** What paying for each request is compared with; null for nothing. */
	readonly subscription: Subscription | null;
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
	notesMade: false,
	language: "auto",
	chip: true,
	promptZone: true,
	endpoints: [],
	model: null,
	favourites: [],
	recordPlace: "passage",
	recordForm: "ai",
	recordWords: {},
	recordWordsUsed: [],
	journal: true,
	journalLinks: false,
	marks: true,
	privateFolders: [],
	monthlyBudget: null,
	ownPrices: [],
	electricity: null,
	carGrams: null,
	disclosureProperty: false,
	pagePath: null,
	pageAt: null,
	noteAddress: null,
	pageNumbers: false,
	pagePublished: "auto",
	pageKeptBack: [],
	pageSentences: usualSentences,
	pageWritten: null,
	subscription: null,
	concurrent: 4,
	patience: 120,
	between: 120,
	noTraining: true,
	zeroRetention: false,
};

/** The least and the most of settings that are whole numbers. */
export const limits = { patience: [10, 600], between: [10, 600], concurrent: [1, 10] } as const;

const trimmed = mapped(text, (given) => given.trim());
const name = mapped(trimmed, (given) => (given === "" ? unreadable : given));
const positive = mapped(amount, (given) => (given > 0 ? given : unreadable));
const currency = mapped(trimmed, (given) => (isCurrency(given) ? given : unreadable));
const presetIds = Object.keys(presets) as PresetId[];

const choice: Schema<ModelChoice> = object<ModelChoice>({ endpoint: required(name), model: required(name) });

/** Choices as they were stored, each once. */
export const storedChoices: Schema<readonly ModelChoice[]> = mapped(list(choice), (choices) =>
	choices.filter((one, at) => choices.findIndex((other) => sameChoice(other, one)) === at),
);

const endpoint: Schema<Endpoint> = mapped(
	object<Endpoint>({
		id: required(name),
		preset: or(oneOf(presetIds), "custom"),
		name: or(trimmed, ""),
		baseUrl: required(mapped(name, (given) => (checkBaseUrl(given) === null ? normaliseBaseUrl(given) : given))),
		secret: or(trimmed, ""),
		budget: optional(positive),
		currency: optional(currency),
	}),
	(found) => ({ ...found, name: found.name || found.id }),
);

const ownPrice: Schema<OwnPrice> = mapped(
	object<OwnPrice>({
		endpoint: required(name),
		model: required(name),
		input: or(amount, 0),
		output: or(amount, 0),
		entered: or(trimmed, ""),
	}),
	(found) => (found.input + found.output === 0 ? unreadable : found),
);

const ownWords: Schema<OwnWords> = object<OwnWords>({
	before: optional(name),
	adopted: optional(name),
	asked: optional(name),
	takenBack: optional(name),
});

const finite = fitting((value): value is number => typeof value === "number" && Number.isFinite(value));
const whole = ([least, most]: readonly [number, number]): Schema<number> =>
	mapped(finite, (given) => Math.min(most, Math.max(least, Math.round(given))));

const storedSettings: Schema<Settings> = object<Settings>({
	folder: or(nullable(mapped(trimmed, (given) => given || null)), defaultSettings.folder),
	notesMade: or(flag, defaultSettings.notesMade),
	language: or(oneOf<LanguageSetting>(["auto", ...interfaceCodes]), defaultSettings.language),
	chip: or(flag, defaultSettings.chip),
	promptZone: or(flag, defaultSettings.promptZone),
	endpoints: or(list(endpoint), defaultSettings.endpoints),
	model: or(nullable(choice), defaultSettings.model),
	favourites: or(storedChoices, defaultSettings.favourites),
	recordPlace: or(oneOf(recordPlaces), defaultSettings.recordPlace),
	recordForm: or(oneOf(recordFormNames), defaultSettings.recordForm),
	recordWords: or(ownWords, defaultSettings.recordWords),
	recordWordsUsed: or(list(ownWords), defaultSettings.recordWordsUsed),
	journal: or(flag, defaultSettings.journal),
	journalLinks: or(flag, defaultSettings.journalLinks),
	marks: or(flag, defaultSettings.marks),
	privateFolders: or(
		mapped(wholeList(trimmed), (folders) => folders.filter((folder) => folder !== "")),
		defaultSettings.privateFolders,
	),
	monthlyBudget: or(
		nullable(object<Budget>({ amount: required(positive), currency: required(currency) })),
		defaultSettings.monthlyBudget,
	),
	ownPrices: or(list(ownPrice), defaultSettings.ownPrices),
	electricity: or(nullable(oneOf(countries)), defaultSettings.electricity),
	carGrams: or(nullable(positive), defaultSettings.carGrams),
	disclosureProperty: or(flag, defaultSettings.disclosureProperty),
	pagePath: or(nullable(mapped(trimmed, (given) => given || null)), defaultSettings.pagePath),
	pageAt: or(nullable(text), defaultSettings.pageAt),
	noteAddress: or(nullable(mapped(trimmed, (given) => given || null)), defaultSettings.noteAddress),
	pageNumbers: or(flag, defaultSettings.pageNumbers),
	// Which notes are private is not known then: rather too few are named.
	pagePublished: or(
		oneOf<Settings["pagePublished"]>(["auto", ...publishedBy]),
		defaultSettings.pagePublished,
		"property",
	),
	pageKeptBack: or(
		mapped(wholeList(trimmed), (folders) => folders.filter((folder) => folder !== "")),
		defaultSettings.pageKeptBack,
	),
	pageSentences: or(list(oneOf(sentences)), defaultSettings.pageSentences),
	pageWritten: or(nullable(text), defaultSettings.pageWritten),
	subscription: or(nullable(storedSubscription), defaultSettings.subscription),
	concurrent: or(whole(limits.concurrent), defaultSettings.concurrent),
	patience: or(whole(limits.patience), defaultSettings.patience),
	between: or(whole(limits.between), defaultSettings.between),
	// What the writer wants of their data is not known then: rather too little is sent than too much.
	noTraining: or(flag, defaultSettings.noTraining, true),
	zeroRetention: or(flag, defaultSettings.zeroRetention, true),
});

/** What stands for a file of settings that can't be read at all: the private folders that it held are not known. */
export const damagedSettings: unknown = { privateFolders: null };

/**
 * Reads settings from whatever `data.json` holds. Never throws: what is missing or can't be read takes its default, so
 * that a broken piece costs a setting, not the plugin. What can't be read, and what only another version knows, stays
 * beside them and is written again by `changedSettings`.
 * @param fault told of each piece that can't be read
 */
export function parseSettings(data: unknown, fault?: OnFault): Settings {
	const settings = read(storedSettings, data ?? {}, null, fault);
	return settings ?? read(storedSettings, damagedSettings, defaultSettings);
}

/**
 * What was stored of the private folders and can't be read, as JSON; null where it could be, or the writer has said
 * since which they are. Until then nobody knows what is private, and nothing is sent.
 */
export function unreadFolders(settings: Settings): string | null {
	const unread = unreadOf(settings, "privateFolders");
	return unread === null ? null : JSON.stringify(unread.raw);
}

/**
 * What `data.json` holds: the part of the settings that differs from the defaults, and what stands beside them.
 * `parseSettings` reads it back to the same settings.
 */
export function changedSettings(settings: Settings): Readonly<Record<string, unknown>> {
	const defaults: Readonly<Record<string, unknown>> = { ...defaultSettings };
	return Object.fromEntries(
		Object.entries(toStore(settings) as object).filter(
			([key, value]) => !Object.hasOwn(defaults, key) || JSON.stringify(value) !== JSON.stringify(defaults[key]),
		),
	);
}

/** The endpoint a choice names, or null when it is gone. */
export function endpointOf(settings: Settings, choice: ModelChoice | null): Endpoint | null {
	return settings.endpoints.find((endpoint) => endpoint.id === choice?.endpoint) ?? null;
}

/** Whether two choices name the same model of the same endpoint. */
export function sameChoice(one: ModelChoice, other: ModelChoice): boolean {
	return one.endpoint === other.endpoint && one.model === other.model;
}
