import type { Price, PriceOverride, Rates } from "../core/estimate/money";

type Fields = Record<string, unknown>;

/**
 * Prices as OpenRouter lists them, and gateways that follow it: strings, in whole units of the currency for a single
 * token (https://openrouter.ai/docs/guides/overview/models). Null when a price of input or output is missing, which is
 * not free: routers have "-1", since theirs is not known beforehand.
 * @param currency ISO 4217 @param listed ISO date of the list
 */
export function listedPrice(pricing: unknown, currency: string, listed: string): Price | null {
	const fields = record(pricing);
	const { discount, overrides } = fields;
	const factor = typeof discount === "number" && discount > 0 && discount < 1 ? 1 - discount : 1;
	const { input, output, cachedInput = null, cacheWrite } = ratesOf(fields, factor);
	if (input === undefined || output === undefined) return null;
	const request = amountIn(fields["request"]);
	const others = Array.isArray(overrides) ? overrides.flatMap((one) => overrideOf(record(one), factor)) : [];
	return {
		input,
		output,
		cachedInput,
		currency,
		listed,
		...(cacheWrite === undefined ? {} : { cacheWrite }),
		...(request === undefined || request === 0 ? {} : { request: request * factor }),
		...(others.length === 0 ? {} : { overrides: others }),
	};
}

const keys = {
	input: "prompt",
	output: "completion",
	cachedInput: "input_cache_read",
	cacheWrite: "input_cache_write",
} as const;

function ratesOf(pricing: Fields, factor: number): Partial<Rates> {
	return Object.fromEntries(
		Object.entries(keys).flatMap(([name, key]) => {
			const price = amountIn(pricing[key]);
			return price === undefined ? [] : [[name, price * 1e6 * factor]];
		}),
	);
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** What an override may hold. One with a condition of another kind says nothing that could be relied on. */
const understood =
	/^(min_prompt_tokens|utc_(start|end|days)|prompt|completion|request|web_search|internal_reasoning|input_\w+|image\w*|audio\w*)$/;

function overrideOf(entry: Fields, factor: number): readonly PriceOverride[] {
	const { min_prompt_tokens: above, utc_start: from, utc_end: to, utc_days: days } = entry;
	if (Object.keys(entry).some((key) => !understood.test(key))) return [];
	return [
		{
			...(typeof above === "number" ? { above } : {}),
			...(typeof from === "number" && typeof to === "number" ? { hours: { from, to } } : {}),
			...(Array.isArray(days) ? { days: days.map((day) => weekdays.indexOf(String(day))) } : {}),
			rates: ratesOf(entry, factor),
		},
	];
}

function amountIn(given: unknown): number | undefined {
	// Number() takes an empty text for 0, which would be free.
	const value = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
	return isAmount(value) ? value : undefined;
}

function isAmount(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function record(value: unknown): Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
