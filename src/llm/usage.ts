import type { Usage } from "../core/chat/chat";
import { currencyFrom } from "../core/estimate/money";
import { record } from "./bounds";

/**
 * The usage that a frame or a whole body tells, wherever it stands: beside the choices, in one (Moonshot), in a field
 * of the vendor's own (Groq's `x_groq`), or by another name (Google's). Null where it tells none.
 */
export function usageIn(
	body: Record<string, unknown>,
	choice: Record<string, unknown>,
	currency: string,
): Usage | null {
	let own: string | undefined;
	for (const key in body) if (key.startsWith("x_")) own ??= key;
	return (
		usageOf(body["usage"], currency) ??
		usageOf(choice["usage"], currency) ??
		usageOf(record(choice["delta"])["usage"] ?? record(choice["message"])["usage"], currency) ??
		(own === undefined ? null : usageOf(record(body[own])["usage"], currency)) ??
		usageOf(body["usageMetadata"] ?? body["usage_metadata"], currency)
	);
}

/**
 * Tokens and money of a `usage` in a reply; null where it tells none. @param currency ISO 4217 of a cost that names
 * none
 */
function usageOf(value: unknown, currency: string): Usage | null {
	if (value == null) return null;
	const usage = record(value);
	const prompt = promptOf(usage);
	const said = count(usage["completion_tokens"] ?? usage["output_tokens"] ?? usage["candidatesTokenCount"]);
	const cost = costOf(usage);
	if (prompt === null && said === null && cost === null) return null;
	// Some count reasoning in the total alone; it is billed all the same.
	const completion = Math.max(said ?? 0, prompt === null ? 0 : (count(usage["total_tokens"]) ?? 0) - prompt);
	const thought = record(usage["completion_tokens_details"] ?? usage["output_tokens_details"]);
	// By the names of OpenAI, DeepSeek, Moonshot and Anthropic.
	const details = record(usage["prompt_tokens_details"] ?? usage["input_tokens_details"]);
	const cached =
		[
			details["cached_tokens"],
			usage["prompt_cache_hit_tokens"],
			usage["cached_tokens"],
			usage["cache_read_input_tokens"],
		]
			.map(count)
			.find((one) => one !== null) ?? 0;
	// By the names of OpenRouter, Anthropic and LiteLLM.
	const written =
		[
			details["cache_write_tokens"],
			usage["cache_creation_input_tokens"],
			details["cache_creation_tokens"],
			usage["cache_write_tokens"],
		]
			.map(count)
			.find((one) => one !== null) ?? 0;
	const carbon = record(record(usage["carbon"])["kgCO2eq"]);
	const low = carbon["min"];
	const high = carbon["max"];
	return {
		promptTokens: prompt ?? 0,
		completionTokens: completion,
		cachedTokens: Math.min(cached, prompt ?? 0),
		...(written > 0 ? { cacheWriteTokens: Math.min(written, Math.max(0, (prompt ?? 0) - cached)) } : {}),
		reasoningTokens: count(thought["reasoning_tokens"]) ?? 0,
		cost,
		currency: currencyFrom(usage["currency"]) ?? currency,
		// OpenGateLLM reports kilograms.
		// Nothing at all is what it says where it does not know.
		carbon:
			typeof low === "number" && typeof high === "number" && high > 0 && low >= 0
				? { low: low * 1000, high: high * 1000 }
				: null,
	};
}

// Anthropic counts what is read from its cache and written into it beside the rest of the prompt.
function promptOf(usage: Record<string, unknown>): number | null {
	const all = count(usage["prompt_tokens"] ?? usage["promptTokenCount"]);
	const rest = count(usage["input_tokens"]);
	return (
		all ??
		(rest === null
			? null
			: rest + (count(usage["cache_read_input_tokens"]) ?? 0) + (count(usage["cache_creation_input_tokens"]) ?? 0))
	);
}

// With a key of the writer's own behind OpenRouter, `cost` is its fee only: the rest is on the provider's bill.
function costOf(usage: Record<string, unknown>): number | null {
	// Perplexity tells its parts too.
	const cost = amount(record(usage["cost"])["total_cost"] ?? usage["cost"]);
	if (usage["is_byok"] !== true) return cost;
	const upstream = amount(record(usage["cost_details"])["upstream_inference_cost"]);
	return cost === null || upstream === null ? null : cost + upstream;
}

// Some gateways write numbers as strings.
function amount(value: unknown): number | null {
	const number = typeof value === "string" && /^\d+(\.\d+)?(e-?\d+)?$/i.test(value) ? Number(value) : value;
	return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}

function count(value: unknown): number | null {
	const number = amount(value);
	return number === null ? null : Math.round(number);
}
