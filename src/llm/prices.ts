import type { Price, PriceOverride, Rates } from "../core/estimate/money";
import { anyOf } from "../core/text/patterns";
import { record } from "./bounds";

type Fields = Record<string, unknown>;

const keys = {
	input: "prompt",
	output: "completion",
	cachedInput: "input_cache_read",
	cacheWrite: "input_cache_write",
} as const;

/** Names of prices in lists of other endpoints, by what the tokens are for; those of a place go together. */
const otherNames: Readonly<Record<keyof typeof keys, readonly string[]>> = {
	input: ["prompt", "input", "prompt_tokens", "input_tokens", "input_price", "input_cost_per_token"],
	output: ["completion", "output", "completion_tokens", "output_tokens", "output_price", "output_cost_per_token"],
	cachedInput: ["input_cache_read", "cache_read", "cache_read_tokens", "cached_price", "cache_read_input_token_cost"],
	cacheWrite: ["input_cache_write", "cache_write", "caching_price", "cache_creation_input_token_cost"],
};

/**
 * From this on a price is one of a million tokens, where a list does not say: no single token costs two thousandths,
 * and no million as little.
 */
const dearestToken = 0.002;

/**
 * The price that a list of models tells of an entry, wherever it stands: OpenRouter's and Vercel's `pricing`,
 * OpenGateLLM's `costs` (of a million tokens, and 0 where nobody set them), DeepInfra's `metadata.pricing`, LiteLLM's
 * `input_cost_per_token` in `model_info` or beside it, Requesty's `input_price`. Null when it tells none.
 * @param currency ISO 4217 @param listed ISO date of the list
 */
export function priceIn(entry: Fields, currency: string, listed: string): Price | null {
	const pricing = record(entry["pricing"]);
	if (typeof pricing["prompt"] === "string") return listedPrice(pricing, currency, listed);
	const { costs, cost, metadata, model_info: info, litellm_params: parameters } = entry;
	for (const place of [pricing, costs, cost, record(metadata)["pricing"], info, parameters, entry]) {
		const fields = record(place);
		const amounts = Object.entries(otherNames).flatMap(([name, names]) => {
			const found = names.map((key) => amountIn(fields[key])).find((amount) => amount !== undefined);
			return found === undefined ? [] : [[name, found] as const];
		});
		const { input, output, cachedInput = null, cacheWrite } = Object.fromEntries(amounts) as Partial<Rates>;
		// What stands at its default is not known to be free.
		if (input === undefined || output === undefined || (place === costs && input + output === 0)) continue;
		const unit = place !== costs && Math.max(input, output) < dearestToken ? 1e6 : 1;
		return {
			input: input * unit,
			output: output * unit,
			cachedInput: cachedInput === null ? null : cachedInput * unit,
			currency,
			listed,
			...(cacheWrite === undefined ? {} : { cacheWrite: cacheWrite * unit }),
		};
	}
	return null;
}

/**
 * Prices as OpenRouter lists them, and gateways that follow it: strings, in whole units of the currency for a single
 * token (https://openrouter.ai/docs/guides/overview/models). Null when a price of input or output is missing, which is
 * not free: routers have "-1", since theirs is not known beforehand.
 * @param currency ISO 4217 @param listed ISO date of the list
 */
function listedPrice(pricing: unknown, currency: string, listed: string): Price | null {
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
const understood = anyOf([
	/^(?:min_prompt_tokens|utc_(?:start|end|days))$/,
	/^(?:prompt|completion|request|web_search|internal_reasoning|input_\w+|image\w*|audio\w*)$/,
]);

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
