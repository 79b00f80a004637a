import type { Openness } from "../core/openness";
import type { ModelInfo } from "./models";

/** A list of models as it was fetched. */
export interface ModelList {
	/** ISO date. */
	readonly date: string;
	/** The address it was fetched from. */
	readonly baseUrl: string;
	readonly models: readonly ModelInfo[];
}

const classes: readonly Openness[] = ["open source", "open weights", "closed", "unknown"];

/** A list as this device stored it; null when it is none. Another version may have stored it: what it lacks is unknown. */
export function storedList(value: unknown): ModelList | null {
	const { date, baseUrl, models } = record(value);
	if (typeof date !== "string" || !/^\d{4}-\d\d-\d\d$/.test(date) || typeof baseUrl !== "string" || !Array.isArray(models)) return null;
	return { date, baseUrl, models: models.flatMap((model) => storedModel(record(model)) ?? []) };
}

function storedModel(model: Record<string, unknown>): ModelInfo | null {
	const id = text(model["id"]);
	if (id === null) return null;
	const price = record(model["price"]);
	const { input, output, currency, listed } = price;
	const openness = classes.find((one) => one === model["openness"]) ?? "unknown";
	return {
		id,
		name: text(model["name"]) ?? id,
		canonicalId: text(model["canonicalId"]),
		context: amount(model["context"]),
		// A currency that can't be formatted would throw wherever the price is shown.
		price: isAmount(input) && isAmount(output) && typeof currency === "string" && /^[A-Z]{3}$/.test(currency) && typeof listed === "string"
			? { input, output, cachedInput: amount(price["cachedInput"]), currency, listed }
			: null,
		openness,
		opennessSource: openness === "unknown" ? "" : text(model["opennessSource"]) ?? "",
		version: text(model["version"]),
		passedOn: model["passedOn"] === true,
		until: text(model["until"]),
	};
}

function record(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
	return typeof value === "string" && value !== "" ? value : null;
}

function isAmount(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function amount(value: unknown): number | null {
	return isAmount(value) ? value : null;
}
