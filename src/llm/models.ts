import { isLocal, presets, type Endpoint } from "../core/endpoint";
import type { Price } from "../core/estimate/money";
import { headersFor } from "./headers";
import type { WholeResponse } from "./transport";

/** What is known of a model's weights, and where that is from. Never "open source" on an endpoint's word alone. */
export type Openness = "open source" | "open weights" | "closed" | "unknown";

/** A model as an endpoint lists it. */
export interface ModelInfo {
	readonly id: string;
	readonly name: string;
	/** The dated id behind an alias, where the endpoint tells it; null otherwise. */
	readonly canonicalId: string | null;
	/** Tokens of context; null when unknown. */
	readonly context: number | null;
	/** Null when unknown, which is not free. */
	readonly price: Price | null;
	readonly openness: Openness;
	/** Where the claim about openness is from; empty when unknown. */
	readonly opennessSource: string;
	/** Exact version of a local model, such as a digest; null when the endpoint has none. */
	readonly version: string | null;
}

/** Reads an address in one piece, past CORS; answers with any status and throws only when nothing answers. */
export type ReadOnce = (url: string, init: { readonly headers: Readonly<Record<string, string>>; readonly method?: "GET" | "POST"; readonly body?: string }) => Promise<WholeResponse>;

/**
 * The models an endpoint offers. Unknown fields are left unknown; entries without an id are left out.
 * @param today ISO date, kept with the prices.
 * @throws Error when the endpoint does not answer or its answer is no list; the message is for details.
 */
export async function listModels(endpoint: Endpoint, key: string | null, read: ReadOnce, today: string): Promise<readonly ModelInfo[]> {
	const headers = headersFor(endpoint, key);
	const response = await read(`${endpoint.baseUrl}/models`, { headers });
	if (response.status >= 400) throw new Error(`HTTP ${response.status}`);
	const entries = modelEntries(response.text);
	if (entries === null) throw new Error("The answer is no list of models.");
	const digests = endpoint.preset === "ollama" ? await ollamaDigests(endpoint, read) : new Map<string, string>();
	return entries.map(({ id, entry }) => {
		const model = modelOf(id, entry, endpoint, today);
		return { ...model, version: digests.get(id) ?? model.version };
	});
}

/** The entries of a list of models with their ids; null when the text is no such list. Entries without an id are left out. */
export function modelEntries(list: string): readonly { readonly id: string; readonly entry: Record<string, unknown> }[] | null {
	let body: unknown;
	try {
		body = JSON.parse(list);
	} catch {
		return null;
	}
	const entries = Array.isArray(body) ? body : record(body)["data"] ?? record(body)["models"];
	if (!Array.isArray(entries)) return null;
	return entries.flatMap((one) => {
		const entry = record(one);
		const id = text(entry["id"]) ?? text(entry["name"]);
		return id === null ? [] : [{ id, entry }];
	});
}

function modelOf(id: string, entry: Record<string, unknown>, endpoint: Endpoint, today: string): ModelInfo {
	const local = presets[endpoint.preset].local || isLocal(endpoint.baseUrl);
	const meta = record(entry["meta"]);
	const huggingFace = text(entry["hugging_face_id"]);
	const open = local ? { openness: "open weights" as const, opennessSource: endpoint.name }
		: huggingFace !== null ? { openness: "open weights" as const, opennessSource: `huggingface.co/${huggingFace}` }
		: endpoint.preset === "scaleway" ? { openness: "open weights" as const, opennessSource: "Scaleway" }
		: { openness: "unknown" as const, opennessSource: "" };
	return {
		id,
		name: text(entry["name"]) ?? text(entry["display_name"]) ?? id,
		canonicalId: text(entry["canonical_slug"]),
		context: number(entry["context_length"]) ?? number(entry["max_context_length"]) ?? number(entry["max_model_len"]) ?? number(meta["n_ctx_train"]),
		price: priceOf(record(entry["pricing"]), presets[endpoint.preset].currency, today),
		...open,
		version: text(entry["quantization"]),
	};
}

// OpenRouter: strings, dollars per single token; "-1" for routers, whose price is not known beforehand.
function priceOf(pricing: Record<string, unknown>, currency: string, today: string): Price | null {
	const perMillion = (key: string): number | null => {
		const value = Number(pricing[key] ?? NaN);
		return Number.isFinite(value) && value >= 0 ? value * 1e6 : null;
	};
	const input = perMillion("prompt");
	const output = perMillion("completion");
	return input === null || output === null ? null : { input, output, cachedInput: perMillion("input_cache_read"), currency, listed: today };
}

// https://github.com/ollama/ollama/blob/main/docs/api.md: the digest is the exact version of a tag.
async function ollamaDigests(endpoint: Endpoint, read: ReadOnce): Promise<Map<string, string>> {
	try {
		const response = await read(`${new URL(endpoint.baseUrl).origin}/api/tags`, { headers: {} });
		const models = record(JSON.parse(response.text))["models"];
		return new Map(Array.isArray(models) ? models.flatMap((model): [string, string][] => {
			const name = text(record(model)["name"]);
			const digest = text(record(model)["digest"]);
			return name === null || digest === null ? [] : [[name, digest]];
		}) : []);
	} catch {
		return new Map();
	}
}

function record(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
	return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function number(value: unknown): number | null {
	return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : null;
}
