import type { Usage } from "../core/chat/chat";
import { currencyFrom } from "../core/estimate/money";
import { record } from "./bounds";

type Fields = Readonly<Record<string, unknown>>;

/** Names of a usage, beside whatever ends in the same word. */
const names = /usage|^(?:meta|metadata|response|result|message|timings|x_\w+)$|metrics$/i;

/**
 * The usage that a frame or a whole body tells, wherever it stands: beside the choices, in one (Moonshot), in a field
 * of the vendor's own (Groq's `x_groq`), in what describes the reply (Cohere's `meta`), by another name (Google's,
 * Amazon's, llama.cpp's `timings`), or as counts beside the answer (Ollama's). Null where it tells none.
 * @param before what earlier frames told: some tell the prompt first and the answer last, others end with zeros
 */
export function usageIn(body: Fields, choice: Fields, currency: string, before: Usage | null): Usage | null {
	const found =
		usageOf(body["usage"] ?? choice["usage"], currency) ??
		usageOf(record(choice["delta"])["usage"] ?? record(choice["message"])["usage"], currency) ??
		elsewhere(body, currency);
	if (found === null) return before;
	const cost = amount(body["cost"] ?? body["response_cost"]);
	const told = found.cost !== null || cost === null ? found : { ...found, cost };
	return before === null ? told : both(before, told);
}

function elsewhere(body: Fields, currency: string): Usage | null {
	for (const key in body) {
		const value = body[key];
		if (typeof value !== "object" || value === null || key === "choices" || !names.test(key)) continue;
		const held = record(value);
		const usage =
			usageOf(held["usage"], currency) ?? usageOf(held["billed_units"], currency) ?? usageOf(held, currency);
		if (usage !== null) return usage;
	}
	return "prompt_eval_count" in body ? usageOf(body, currency) : null;
}

function both(before: Usage, last: Usage): Usage {
	const tokens = last.promptTokens + last.completionTokens > 0;
	const later = tokens ? last : before;
	const written = later.cacheWriteTokens ?? before.cacheWriteTokens;
	return {
		...later,
		promptTokens: later.promptTokens || before.promptTokens,
		completionTokens: later.completionTokens || before.completionTokens,
		cachedTokens: later.cachedTokens || before.cachedTokens,
		...(written === undefined ? {} : { cacheWriteTokens: written }),
		reasoningTokens: later.reasoningTokens || before.reasoningTokens,
		cost: last.cost ?? before.cost,
		currency: last.cost === null ? before.currency : last.currency,
		carbon: last.carbon ?? before.carbon,
	};
}

function first(...values: readonly unknown[]): number | null {
	for (const value of values) {
		const number = value === undefined || value === null ? null : count(value);
		if (number !== null) return number;
	}
	return null;
}

/**
 * Tokens and money of a `usage` in a reply; null where it tells none. @param currency ISO 4217 of a cost that names
 * none
 */
function usageOf(value: unknown, currency: string): Usage | null {
	if (value == null) return null;
	const usage = record(Array.isArray(value) && value.length === 1 ? value[0] : value);
	const details = record(usage["prompt_tokens_details"] ?? usage["input_tokens_details"]);
	const billed = record(usage["billed_units"]);
	const cached = cachedIn(usage, details);
	const written = writtenIn(usage, details);
	const prompt = promptOf(usage, cached, written) ?? first(billed["input_tokens"]);
	const said = completionOf(usage) ?? first(billed["output_tokens"]);
	const cost = costOf(usage);
	if (prompt === null && said === null && cost === null) return null;
	// Some count reasoning in the total alone; it is billed all the same.
	const total = first(usage["total_tokens"], usage["totalTokenCount"], usage["totalTokens"]) ?? 0;
	const thought = record(usage["completion_tokens_details"] ?? usage["output_tokens_details"]);
	const fromCache = Math.min(cached, prompt ?? 0);
	return {
		promptTokens: prompt ?? 0,
		completionTokens: Math.max(said ?? 0, prompt === null ? 0 : total - prompt),
		cachedTokens: fromCache,
		...(written > 0 ? { cacheWriteTokens: Math.min(written, Math.max(0, (prompt ?? 0) - fromCache)) } : {}),
		reasoningTokens: first(thought["reasoning_tokens"], usage["thoughtsTokenCount"], usage["reasoning_tokens"]) ?? 0,
		cost,
		currency: currencyFrom(usage["currency"] ?? record(usage["cost"])["currency"]) ?? currency,
		carbon: carbonOf(usage),
	};
}

// Anthropic and Amazon count what is read from a cache and written into it beside the rest of the prompt, llama.cpp
// what it still had.
function promptOf(usage: Fields, cached: number, written: number): number | null {
	const all = first(
		usage["prompt_tokens"],
		usage["promptTokenCount"],
		usage["promptTokens"],
		usage["prompt_eval_count"],
		usage["inputTokenCount"],
	);
	if (all !== null) return all;
	const rest = first(usage["input_tokens"], usage["inputTokens"], usage["prompt_n"]);
	if (rest === null) return null;
	const isBeside = ["cache_read_input_tokens", "cache_creation_input_tokens", "cacheReadInputTokens", "cache_n"].some(
		(name) => usage[name] !== undefined,
	);
	return isBeside ? rest + cached + written : rest;
}

function completionOf(usage: Fields): number | null {
	return first(
		usage["completion_tokens"],
		usage["output_tokens"],
		usage["candidatesTokenCount"],
		usage["completionTokens"],
		usage["outputTokens"],
		usage["outputTokenCount"],
		usage["eval_count"],
		usage["predicted_n"],
		usage["generated_tokens"],
	);
}

// By the names of OpenAI, DeepSeek, Moonshot, Anthropic, Amazon, Google and llama.cpp.
function cachedIn(usage: Fields, details: Fields): number {
	return (
		first(
			details["cached_tokens"],
			usage["prompt_cache_hit_tokens"],
			usage["cached_tokens"],
			usage["cache_read_input_tokens"],
			usage["cacheReadInputTokens"],
			usage["cachedContentTokenCount"],
			usage["cache_n"],
		) ?? 0
	);
}

// By the names of OpenRouter, Anthropic, LiteLLM, Alibaba and Amazon.
function writtenIn(usage: Fields, details: Fields): number {
	return (
		first(
			details["cache_write_tokens"],
			usage["cache_creation_input_tokens"],
			details["cache_creation_tokens"],
			details["cache_creation_input_tokens"],
			usage["cache_write_tokens"],
			usage["cacheWriteInputTokens"],
		) ?? 0
	);
}

// OpenGateLLM reports kilograms. Nothing at all is what it says where it does not know.
function carbonOf(usage: Fields): Usage["carbon"] {
	const carbon = record(record(usage["carbon"])["kgCO2eq"]);
	const low = carbon["min"];
	const high = carbon["max"];
	return typeof low === "number" && typeof high === "number" && high > 0 && low >= 0
		? { low: low * 1000, high: high * 1000 }
		: null;
}

/** What xAI counts money in: ten thousand million of them are a dollar (https://docs.x.ai/docs/api-reference). */
const ticks = 1e10;

// With a key of the writer's own behind OpenRouter, `cost` is its fee only: the rest is on the provider's bill.
function costOf(usage: Fields): number | null {
	// Perplexity tells its parts too.
	const own = record(usage["cost"]);
	const inTicks = amount(usage["cost_in_usd_ticks"]);
	const cost =
		[
			own["total_cost"] ?? own["total"] ?? own["amount"] ?? usage["cost"],
			usage["total_cost"],
			usage["estimated_cost"],
			usage["cost_usd"],
		]
			.map(amount)
			.find((one) => one !== null) ?? (inTicks === null ? null : inTicks / ticks);
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
