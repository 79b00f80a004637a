import type { Openness } from "../core/endpoint/openness";
import type { ModelInfo } from "../core/models/model-target";
import { storedPrice } from "./prices";

/** A list of models as it was fetched. */
export interface ModelList {
	/** ISO date. */
	readonly date: string;
	/** The address it was fetched from. */
	readonly baseUrl: string;
	readonly models: readonly ModelInfo[];
}

const classes: readonly Openness[] = ["open source", "open weights", "closed", "unknown"];

/**
 * A list as this device stored it; null when it is none. Another version may have stored it: what it lacks is
 * unknown.
 */
export function storedList(value: unknown): ModelList | null {
	const { date, baseUrl, models } = record(value);
	if (
		typeof date !== "string" ||
		!/^\d{4}-\d\d-\d\d$/.test(date) ||
		typeof baseUrl !== "string" ||
		!Array.isArray(models)
	)
		return null;
	return { date, baseUrl, models: models.flatMap((model) => storedModel(record(model)) ?? []) };
}

function storedModel(model: Record<string, unknown>): ModelInfo | null {
	const id = text(model["id"]);
	if (id === null) return null;
	const openness = classes.find((one) => one === model["openness"]) ?? "unknown";
	return {
		id,
		name: text(model["name"]) ?? id,
		canonicalId: text(model["canonicalId"]),
		context: amount(model["context"]),
		price: storedPrice(model["price"]),
		openness,
		opennessSource: openness === "unknown" ? "" : (text(model["opennessSource"]) ?? ""),
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

function amount(value: unknown): number | null {
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
