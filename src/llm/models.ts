import type { FailureKind } from "../core/chat/chat";
import { addressOf, currencyOf, originOf, presets, type Endpoint } from "../core/endpoint/endpoint";
import { opennessOf } from "../core/endpoint/openness";
import { withoutMaker } from "../core/record/model-id";
import type { ModelInfo } from "../core/models/model-target";
import { maxModelId, maxModels } from "./bounds";
import { responseFailure } from "./failure";
import { headersFor } from "./headers";
import { priceIn } from "./prices";
import type { WholeResponse } from "./transport";

/** One entry of a list of models, as the endpoint wrote it. */
export interface ModelEntry {
	readonly id: string;
	readonly entry: Record<string, unknown>;
}

/** Reads an address in one piece, past CORS; answers with any status and throws only when nothing answers. */
export type ReadOnce = (
	url: string,
	init: {
		readonly headers: Readonly<Record<string, string>>;
		readonly method?: "GET" | "POST";
		readonly body?: string;
	},
) => Promise<WholeResponse>;

/** Why a list could not be had. The message is for details. */
export class ListError extends Error {
	constructor(
		readonly kind: FailureKind,
		message: string,
	) {
		super(message);
	}
}

/**
 * The models an endpoint offers for writing. Unknown fields are left unknown; entries without an id, and those the
 * endpoint itself says do not answer in words, are left out.
 * @param today ISO date, kept with the prices.
 * @throws ListError when the endpoint does not answer or its answer is no list.
 */
export async function listModels(
	endpoint: Endpoint,
	key: string | null,
	read: ReadOnce,
	today: string,
): Promise<readonly ModelInfo[]> {
	const headers = headersFor(endpoint, key);
	const get = async (url: string): Promise<readonly ModelEntry[]> => {
		const response = await read(url, { headers }).catch((error: unknown) => {
			throw new ListError("network", String(error));
		});
		if (response.status >= 400) {
			const { kind, detail } = responseFailure(
				response.status,
				response.text,
				() => null,
				0,
				key === null ? [] : [key],
			);
			throw new ListError(kind, detail);
		}
		const entries = modelEntries(response.text);
		if (entries === null) throw new ListError("format", "The answer is no list of models.");
		return entries;
	};
	const origin = originOf(endpoint.baseUrl) ?? "";
	const { ownModels, versions } = presets[endpoint.preset];
	const own = ownModels === null ? null : await get(`${origin}${ownModels}`).catch(() => null);
	const entries = distinct(own ?? (await get(addressOf(endpoint.baseUrl, "/models"))));
	const tags = versions === null ? [] : await get(`${origin}${versions}`).catch(() => []);
	const tagged = new Map(tags.map(({ id, entry }) => [id, entry]));
	return entries
		.filter(({ entry }) => answersInWords(entry))
		.map(({ id, entry }) => modelOf(id, entry, tagged.get(id) ?? {}, endpoint, today));
}

/**
 * The entries of a list of models with their ids; null when the text is no such list. Entries without an id, or with
 * one that is none by its length, are left out, and so are those after the first `maxModels`.
 */
export function modelEntries(list: string): readonly ModelEntry[] | null {
	let body: unknown;
	try {
		body = JSON.parse(list);
	} catch {
		return null;
	}
	const entries = Array.isArray(body) ? body : (record(body)["data"] ?? record(body)["models"]);
	if (!Array.isArray(entries)) return null;
	return entries.slice(0, maxModels).flatMap((one) => {
		const entry = record(one);
		const id = text(entry["id"]) ?? text(entry["name"]) ?? text(entry["model_name"]);
		return id === null || id.length > maxModelId ? [] : [{ id, entry }];
	});
}

// A gateway lists a model once for each place that runs it.
function distinct(entries: readonly ModelEntry[]): readonly ModelEntry[] {
	const ids = new Set<string>();
	return entries.filter(({ id }) => !ids.has(id) && ids.add(id));
}

/**
 * Whether a server on this computer passes questions to this model on to others: Ollama's cloud models
 * (https://docs.ollama.com/cloud).
 */
export function leavesComputer(model: string): boolean {
	return /[:-]cloud$/.test(model);
}

/** What LM Studio, OpenGateLLM and LiteLLM call models that answer otherwise than in words. */
const otherTypes: ReadonlySet<string> = new Set([
	"embeddings",
	"embedding",
	"text-embeddings-inference",
	"text-classification",
	"automatic-speech-recognition",
	"rerank",
	"image_generation",
	"audio_transcription",
	"audio_speech",
]);

// OpenRouter's output modalities, Mistral's capabilities, LM Studio's types. Who says nothing is taken to.
function answersInWords(entry: Record<string, unknown>): boolean {
	const modalities = record(entry["architecture"])["output_modalities"];
	return (
		!(Array.isArray(modalities) && !modalities.includes("text")) &&
		record(entry["capabilities"])["completion_chat"] !== false &&
		!otherTypes.has(String(entry["type"] ?? record(entry["model_info"])["mode"]))
	);
}

function modelOf(
	id: string,
	entry: Record<string, unknown>,
	tag: Record<string, unknown>,
	endpoint: Endpoint,
	today: string,
): ModelInfo {
	const { local, openWeights, name } = presets[endpoint.preset];
	const passedOn = local && (text(tag["remote_host"]) !== null || leavesComputer(id));
	const digest = text(tag["digest"]);
	const { openness, source } = opennessOf({
		id,
		huggingFace: text(entry["hugging_face_id"]),
		weightsAt: openWeights && !passedOn ? name : null,
	});
	return {
		id,
		name: withoutMaker(text(entry["name"]) ?? text(entry["display_name"]) ?? id, id),
		canonicalId: text(entry["canonical_slug"]) ?? datedAlias(id, entry["aliases"]),
		context:
			number(entry["context_length"]) ??
			number(entry["max_context_length"]) ??
			number(entry["max_model_len"]) ??
			number(record(entry["model_info"])["max_input_tokens"]) ??
			number(record(entry["meta"])["n_ctx_train"]),
		price: priceIn(entry, currencyOf(endpoint), today),
		openness,
		opennessSource: source,
		version: digest === null ? text(entry["quantization"]) : digest.replace(/^(?=[0-9a-f]{64}$)/, "sha256:"),
		passedOn,
		...thinkingOf(entry),
		until: /^\d{4}-\d\d-\d\d/.exec(text(entry["expiration_date"]) ?? text(entry["deprecation"]) ?? "")?.[0] ?? null,
	};
}

// OpenRouter's list: https://openrouter.ai/docs/guides/overview/models.
function thinkingOf(entry: Record<string, unknown>): Pick<ModelInfo, "thinking"> {
	const supported = entry["supported_parameters"];
	if (!Array.isArray(supported)) return {};
	if (!supported.includes("reasoning")) return { thinking: "never" };
	return { thinking: record(entry["reasoning"])["mandatory"] === true ? "always" : "optional" };
}

// Mistral echoes `-latest` in its replies, and tells what stands behind it in its list only.
function datedAlias(id: string, aliases: unknown): string | null {
	return id.endsWith("-latest") && Array.isArray(aliases)
		? (aliases.map(text).find((alias) => alias !== null && /-\d{4}$/.test(alias)) ?? null)
		: null;
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
