import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Endpoint } from "../../src/core/endpoint/endpoint";
import type { Price } from "../../src/core/estimate/money";
import type { ModelInfo } from "../../src/core/models/model-target";
import { nullable, read as readStored } from "../../src/core/stored/schema";
import { maxModels } from "../../src/llm/bounds";
import { listModels, type ReadOnce } from "../../src/llm/models";
import { storedList as listSchema, type ModelList } from "../../src/llm/stored-models";
import { endpointAt } from "./support";

const today = "2026-11-24";

/** A server that answers these paths with these bodies, and 404 to all others. */
async function serverOf(
	bodies: Readonly<Record<string, unknown>>,
): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
	const asked: string[] = [];
	const server = http.createServer((request, response) => {
		asked.push(request.url ?? "");
		const body = bodies[request.url ?? ""];
		response
			.writeHead(body === undefined ? 404 : 200, { "content-type": "application/json" })
			.end(typeof body === "string" ? body : JSON.stringify(body ?? { error: { message: "Not here." } }));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

const read: ReadOnce = async (url, init) => {
	const response = await fetch(url, init);
	return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
};

const list = (endpoint: Endpoint): Promise<readonly ModelInfo[]> => listModels(endpoint, null, read, today);

const storedList = (value: unknown): ModelList | null => readStored(nullable(listSchema), value, null);

describe("lists of models", () => {
	it.each(["", " ", null, [], true, "free", "-1"])("take a price of %j for unknown, not for free", async (prompt) => {
		const { url } = await serverOf({
			"/v1/models": { data: [{ id: "a", pricing: { prompt, completion: "0.000002" } }] },
		});
		expect(await list(endpointAt(url))).toMatchObject([{ id: "a", price: null }]);
	});

	it("are taken up to a bound, and without what is no id by its length", async () => {
		const ids = Array.from({ length: 100_000 }, (_, n) => ({ id: `model-${n}` }));
		const { url } = await serverOf({ "/v1/models": { data: [{ id: "x".repeat(100_000) }, ...ids] } });
		const models = await list(endpointAt(url));
		expect(models).toHaveLength(maxModels - 1);
		expect(models[0]?.id).toBe("model-0");
	});

	const rates = (input: number, output: number): object => ({ input, output });
	it.each<[string, object, object | null]>([
		["OpenGateLLM", { costs: { prompt_tokens: 0.2, completion_tokens: 0.6 } }, rates(0.2, 0.6)],
		["OpenGateLLM, of little", { costs: { prompt_tokens: 0.0005, completion_tokens: 0.001 } }, rates(0.0005, 0.001)],
		["OpenGateLLM, where nobody set them", { costs: { prompt_tokens: 0, completion_tokens: 0 } }, null],
		["Vercel", { pricing: { input: "0.000003", output: "0.000015" } }, rates(3, 15)],
		["Together", { pricing: { hourly: 0, input: 0.88, output: 0.88, base: 0 } }, rates(0.88, 0.88)],
		["Chutes", { pricing: { prompt: 0.2, completion: 0.8 } }, rates(0.2, 0.8)],
		["DeepInfra", { metadata: { pricing: { input_tokens: 0.02, output_tokens: 0.05 } } }, rates(0.02, 0.05)],
		["LiteLLM", { model_info: { input_cost_per_token: 3e-6, output_cost_per_token: 15e-6 } }, rates(3, 15)],
		[
			"LiteLLM, by its settings",
			{ litellm_params: { input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 } },
			rates(1, 2),
		],
		[
			"LiteLLM, of what it does not know",
			{ model_info: { input_cost_per_token: null, output_cost_per_token: null } },
			null,
		],
		["Requesty", { input_price: 1e-6, output_price: 4e-6, cached_price: 1e-7 }, { ...rates(1, 4), cachedInput: 0.1 }],
		[
			"a list of what it costs a million",
			{ cost: { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75 } },
			{ ...rates(3, 15), cacheWrite: 3.75 },
		],
		["half a price", { pricing: { input: 1 } }, null],
	])("tell a price in the way of %s", async (_who, entry, price) => {
		const { url } = await serverOf({ "/v1/models": { data: [{ id: "a", ...entry }] } });
		const [found] = await list(endpointAt(url, { currency: "EUR" }));
		if (price === null) expect(found?.price).toBeNull();
		else {
			expect(found?.price).toMatchObject({ currency: "EUR", listed: today });
			for (const [name, amount] of Object.entries(price))
				expect(found?.price?.[name as keyof Price], name).toBeCloseTo(amount as number, 9);
		}
	});

	it("of LiteLLM tell its own prices, once for each model that answers in words", async () => {
		const info = { input_cost_per_token: 1e-6, output_cost_per_token: 2e-6, max_input_tokens: 8192, mode: "chat" };
		const { url } = await serverOf({
			"/model/info": {
				data: [
					{ model_name: "own", litellm_params: { model: "x/y" }, model_info: info },
					{ model_name: "own", litellm_params: { model: "z/y" }, model_info: info },
					{ model_name: "vectors", model_info: { ...info, mode: "embedding" } },
				],
			},
			"/v1/models": { data: [{ id: "own" }] },
		});
		expect(await list(endpointAt(url, { preset: "litellm" }))).toMatchObject([
			{ id: "own", context: 8192, price: { input: 1, output: 2, currency: "USD" } },
		]);
		const { url: closed } = await serverOf({ "/v1/models": { data: [{ id: "own" }] } });
		expect(await list(endpointAt(closed, { preset: "litellm" }))).toMatchObject([{ id: "own", price: null }]);
	});

	it("of OpenRouter tell prices, the dated id, who says that weights are open, and when a model ends", async () => {
		const { url } = await serverOf({
			"/v1/models": {
				data: [
					{
						id: "anthropic/claude-sonnet-4",
						canonical_slug: "anthropic/claude-4-sonnet-20250522",
						name: "Anthropic: Claude Sonnet 4",
						context_length: 200_000,
						hugging_face_id: null,
						pricing: { prompt: "0.000003", completion: "0.000015", input_cache_read: "0.0000003" },
						expiration_date: "2026-12-31",
						architecture: { output_modalities: ["text"] },
					},
					{
						id: "openrouter/auto",
						name: "Auto",
						context_length: 2_000_000,
						pricing: { prompt: "-1", completion: "-1" },
					},
					{
						id: "meta-llama/llama-3.3-70b-instruct",
						name: "Llama 3.3",
						context_length: null,
						hugging_face_id: "meta-llama/Llama-3.3-70B-Instruct",
						pricing: { prompt: "0", completion: "0" },
					},
					{ id: "maker/paints", architecture: { output_modalities: ["image"] } },
					{ name: "" },
					null,
					3,
				],
			},
		});
		const [sonnet, auto, llama, ...rest] = await list(endpointAt(url, { preset: "openrouter" }));
		expect(rest).toEqual([]);
		expect(sonnet).toEqual({
			id: "anthropic/claude-sonnet-4",
			name: "Claude Sonnet 4",
			canonicalId: "anthropic/claude-4-sonnet-20250522",
			context: 200_000,
			version: null,
			passedOn: false,
			until: "2026-12-31",
			price: { input: 3, output: 15, cachedInput: 0.3, currency: "USD", listed: today },
			openness: "closed",
			opennessSource: "models.dev, 2026-07",
		});
		expect([auto?.price, auto?.openness, auto?.opennessSource]).toEqual([null, "unknown", ""]);
		expect([llama?.price?.input, llama?.context, llama?.openness, llama?.opennessSource]).toEqual([
			0,
			null,
			"open weights",
			"huggingface.co/meta-llama/Llama-3.3-70B-Instruct",
		]);
	});

	it("tell all that a price depends on: length, time, cache, requests, a discount", async () => {
		const { url } = await serverOf({
			"/v1/models": {
				data: [
					{
						id: "tiered",
						pricing: {
							prompt: "0.000001",
							completion: "0.00001",
							input_cache_read: "0.0000001",
							input_cache_write: "0.000002",
							request: "0.005",
							overrides: [
								{ min_prompt_tokens: 200_000, prompt: "0.000002", completion: "0.00002" },
								{
									utc_start: 1630,
									utc_end: 30,
									utc_days: ["saturday", "sunday"],
									prompt: "0.0000005",
									internal_reasoning: "0.00001",
								},
								{ region: "eu", prompt: "0.000009" },
							],
						},
					},
					{
						id: "cheaper",
						pricing: {
							prompt: "0.000004",
							completion: "0.000008",
							request: "0",
							discount: 0.25,
							overrides: [{ min_prompt_tokens: 10, prompt: "0.000008" }],
						},
					},
				],
			},
		});
		const models = await list(endpointAt(url));
		expect(models.map(({ price }) => price)).toEqual([
			{
				input: 1,
				output: 10,
				cachedInput: expect.closeTo(0.1, 10) as number,
				cacheWrite: 2,
				request: 0.005,
				currency: "USD",
				listed: today,
				overrides: [
					{ above: 200_000, rates: { input: 2, output: 20 } },
					{ hours: { from: 1630, to: 30 }, days: [6, 0], rates: { input: 0.5 } },
				],
			},
			{
				input: 3,
				output: 6,
				cachedInput: null,
				currency: "USD",
				listed: today,
				overrides: [{ above: 10, rates: { input: 6 } }],
			},
		]);
		const stored = { date: today, baseUrl: url, models };
		expect(storedList(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
		const broken = {
			...models[0]?.price,
			overrides: [{ above: "many", rates: {} }, { rates: { input: -1 } }, 3, { above: 5, rates: { input: 1 } }],
		};
		expect(storedList({ ...stored, models: [{ id: "a", price: broken }] })?.models[0]?.price?.overrides).toEqual([
			{ above: 5, rates: { input: 1 } },
		]);
	});

	it("of Ollama name the digest as the version, and the models that it passes on to its cloud", async () => {
		const digest = "365c0bd3c000a25d28ddbf732fe1c6add414de7275464c4e4d1c3b5fcb5d8ad1";
		const { url } = await serverOf({
			"/v1/models": {
				object: "list",
				data: [
					{ id: "llama3.1:8b", owned_by: "library" },
					{ id: "gemini-3-pro-preview:latest" },
					{ id: "gpt-oss:120b-cloud" },
				],
			},
			"/api/tags": {
				models: [
					{ name: "llama3.1:8b", digest, details: { quantization_level: "Q4_K_M" } },
					{
						name: "gemini-3-pro-preview:latest",
						digest: `sha256:${digest}`,
						remote_host: "https://ollama.com:443",
						remote_model: "gemini-3-pro-preview",
					},
				],
			},
		});
		const models = await list(endpointAt(url, { preset: "ollama" }));
		expect(
			models.map(({ id, version, passedOn, openness, opennessSource }) => [
				id,
				version,
				passedOn,
				openness,
				opennessSource,
			]),
		).toEqual([
			["llama3.1:8b", `sha256:${digest}`, false, "open weights", "Ollama"],
			["gemini-3-pro-preview:latest", `sha256:${digest}`, true, "closed", "models.dev, 2026-07"],
			["gpt-oss:120b-cloud", null, true, "open weights", "models.dev, 2026-07"],
		]);
	});

	it("of LM Studio are its own, with quantization and context, no embeddings; else the compatible one", async () => {
		const own = await serverOf({
			"/api/v0/models": {
				object: "list",
				data: [
					{
						id: "qwen2-vl-7b-instruct",
						type: "vlm",
						publisher: "mlx-community",
						quantization: "4bit",
						max_context_length: 32_768,
					},
					{ id: "text-embedding-nomic", type: "embeddings", quantization: "Q4_0", max_context_length: 2048 },
				],
			},
			"/v1/models": { data: [{ id: "never asked" }] },
		});
		expect(
			(await list(endpointAt(own.url, { preset: "lmstudio" }))).map(({ id, version, context, openness }) => [
				id,
				version,
				context,
				openness,
			]),
		).toEqual([["qwen2-vl-7b-instruct", "4bit", 32_768, "open weights"]]);
		const older = await serverOf({ "/v1/models": { data: [{ id: "qwen2" }] } });
		expect(
			(await list(endpointAt(older.url, { preset: "lmstudio" }))).map(({ id, version, context }) => [
				id,
				version,
				context,
			]),
		).toEqual([["qwen2", null, null]]);
		expect(older.asked).toEqual(["/api/v0/models", "/v1/models"]);
	});

	it("of Mistral tell what stands behind an alias, and leave out what does not chat", async () => {
		const { url } = await serverOf({
			"/v1/models": {
				data: [
					{
						id: "mistral-large-latest",
						capabilities: { completion_chat: true },
						max_context_length: 131_072,
						aliases: ["mistral-large-2512"],
						deprecation: "2027-02-27T12:00:00Z",
					},
					{ id: "mistral-embed", capabilities: { completion_chat: false } },
				],
			},
		});
		expect(
			(await list(endpointAt(url, { preset: "mistral" }))).map(({ id, canonicalId, context, until }) => [
				id,
				canonicalId,
				context,
				until,
			]),
		).toEqual([["mistral-large-latest", "mistral-large-2512", 131_072, "2027-02-27"]]);
	});

	it("of a server at home that is no known program say nothing of weights: it may pass on to anyone", async () => {
		const { url } = await serverOf({ "/v1/models": { data: [{ id: "house-model" }] } });
		expect((await list(endpointAt(url))).map(({ openness }) => openness)).toEqual(["unknown"]);
	});

	it("that can't be had say why", async () => {
		const { url } = await serverOf({ "/v1/models": "<html>" });
		await expect(list(endpointAt(url))).rejects.toMatchObject({ kind: "format" });
		await expect(list(endpointAt(url.replace("/v1", "/v2")))).rejects.toMatchObject({ kind: "unavailable" });
		await expect(list(endpointAt("http://127.0.0.1:9/v1"))).rejects.toMatchObject({ kind: "network" });
		await expect(list(endpointAt("https://", { preset: "lmstudio" }))).rejects.toMatchObject({ kind: "network" });
	});
});

describe("a stored list", () => {
	it("is read back as it was", async () => {
		const { url } = await serverOf({
			"/v1/models": {
				data: [
					{ id: "a/b", name: "B", context_length: 10, pricing: { prompt: "0.1", completion: "0.2" } },
					{ id: "c" },
				],
			},
		});
		const stored = { date: today, baseUrl: url, models: await list(endpointAt(url, { preset: "openrouter" })) };
		expect(storedList(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
	});

	it("of another version or a broken one gives what can be used of it", () => {
		for (const broken of [
			null,
			3,
			[],
			{},
			{ date: "yesterday", baseUrl: "", models: [] },
			{ date: today, models: [] },
			{ date: today, baseUrl: "x", models: {} },
		])
			expect(storedList(broken)).toBeNull();
		const models = [
			null,
			"a",
			{},
			{ id: "" },
			{
				id: "a",
				name: 3,
				price: { input: 1, output: 2, currency: "?", listed: today },
				openness: "very open",
				opennessSource: "x",
				context: -1,
			},
		];
		expect(storedList({ date: today, baseUrl: "x", models })?.models).toMatchObject([
			{
				id: "a",
				name: "a",
				canonicalId: null,
				context: null,
				price: null,
				openness: "unknown",
				opennessSource: "",
				version: null,
				passedOn: false,
				until: null,
			},
		]);
	});
});
