import type { Openness } from "../core/endpoint/openness";
import type { Price, PriceOverride, Rates } from "../core/estimate/money";
import { isCurrency } from "../core/record/amounts";
import {
	amount,
	flag,
	list,
	mapped,
	nullable,
	object,
	oneOf,
	optional,
	or,
	record,
	required,
	someText,
	text,
	unreadable,
	type Schema,
} from "../core/stored/schema";
import { withoutMaker } from "../core/record/model-id";
import { modelThinking, type ModelInfo } from "../core/models/model-target";

/** A list of models as it was fetched. */
export interface ModelList {
	/** ISO date. */
	readonly date: string;
	/** The address it was fetched from. */
	readonly baseUrl: string;
	readonly models: readonly ModelInfo[];
}

const classes: readonly Openness[] = ["open source", "open weights", "closed", "unknown"];
const whole = mapped(amount, (given) => (Number.isInteger(given) ? given : unreadable));

const rates: Schema<Partial<Rates>> = object<Partial<Rates>>({
	input: optional(amount),
	output: optional(amount),
	cachedInput: optional(nullable(amount)),
	cacheWrite: optional(amount),
});

// A condition that can't be read would make it hold always.
const override: Schema<PriceOverride> = (value, fault) => {
	let faults = 0;
	const found = object<PriceOverride>({
		above: optional(amount),
		hours: optional(object<NonNullable<PriceOverride["hours"]>>({ from: required(amount), to: required(amount) })),
		days: optional(list(whole)),
		rates: required(rates),
	})(value, (path, piece) => {
		faults++;
		fault(path, piece);
	});
	return faults > 0 ? unreadable : found;
};

/** A price as this device stored it; what lacks what every price has is none. */
const storedPrice: Schema<Price> = object<Price>({
	input: required(amount),
	output: required(amount),
	cachedInput: or(nullable(amount), null),
	// Another currency could not be formatted.
	currency: required(mapped(text, (code) => (isCurrency(code) ? code : unreadable))),
	listed: required(text),
	cacheWrite: optional(amount),
	request: optional(amount),
	overrides: optional(list(override)),
});

const storedModel: Schema<ModelInfo> = mapped(
	object<Omit<ModelInfo, "name"> & { readonly name: string | null }>({
		id: required(someText),
		name: or(nullable(someText), null),
		canonicalId: or(nullable(someText), null),
		context: or(nullable(amount), null),
		price: or(nullable(storedPrice), null),
		openness: or(oneOf(classes), "unknown"),
		opennessSource: or(text, ""),
		version: or(nullable(someText), null),
		passedOn: or(flag, false),
		thinking: optional(nullable(oneOf(modelThinking))),
		until: or(nullable(someText), null),
	}),
	(model) => ({
		...model,
		name: withoutMaker(model.name ?? model.id, model.id),
		opennessSource: model.openness === "unknown" ? "" : model.opennessSource,
	}),
);

/** A list as this device stored it. Another version may have stored it: what it lacks is unknown. */
export const storedList: Schema<ModelList> = object<ModelList>({
	date: required(mapped(text, (date) => (/^\d{4}-\d\d-\d\d$/.test(date) ? date : unreadable))),
	baseUrl: required(text),
	models: required(list(storedModel)),
});

/** The lists by the endpoint's id. */
export const storedLists: Schema<Readonly<Record<string, ModelList>>> = record(storedList);
