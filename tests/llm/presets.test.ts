import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { presets, type Endpoint, type PresetId } from "../../src/core/endpoint/endpoint";
import { requestBody } from "../../src/llm/body";
import { listModels } from "../../src/llm/models";
import { endpointAt, listen, nodeDeps, requestTo, type Heard } from "./support";

const key = "test-key-0123456789";

interface Seen {
	readonly method: string;
	readonly url: string;
	readonly headers: http.IncomingHttpHeaders;
	readonly body: Readonly<Record<string, unknown>>;
}

interface Server {
	/** Base URL up to `/v1`. */
	readonly url: string;
	readonly seen: readonly Seen[];
}

/** A server on loopback that notes what it is asked and answers as told. */
async function server(answer: (response: http.ServerResponse, seen: Seen) => void): Promise<Server> {
	const seen: Seen[] = [];
	const one = http.createServer((request, response) => {
		let raw = "";
		request
			.setEncoding("utf8")
			.on("data", (piece: string) => (raw += piece))
			.on("end", () => {
				const asked = {
					method: request.method ?? "",
					url: request.url ?? "",
					headers: request.headers,
					body: raw === "" ? {} : (JSON.parse(raw) as Seen["body"]),
				};
				seen.push(asked);
				answer(response, asked);
			});
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1`, seen };
}

const frame = (value: object): string =>
	`data: ${JSON.stringify({ id: "gen-1", object: "chat.completion.chunk", model: "answered/model", ...value })}\n\n`;
const words = (content: string, finish: string | null = null): object => ({
	choices: [{ index: 0, delta: { content }, finish_reason: finish }],
});
const stream = (response: http.ServerResponse, ...frames: readonly string[]): void =>
	void response.writeHead(200, { "content-type": "text/event-stream" }).end(frames.join(""));

/**
 * Sends what the plugin would send to a preset's own address to a server here instead, headers and body unchanged, the
 * way a browser does for a page elsewhere: nothing goes before the server allowed the headers.
 */
function asked(
	preset: PresetId,
	to: Server,
	change: {
		readonly key?: string | null;
		readonly model?: string;
		readonly noTraining?: boolean;
		readonly zeroRetention?: boolean;
	} = {},
): Promise<Heard> {
	const endpoint: Endpoint = endpointAt(presets[preset].baseUrl, {
		preset,
		secret: change.key === null ? "" : "a-secret",
	});
	const deps = nodeDeps({
		fetch: async (url, init) => {
			expect(url).toBe(`${presets[preset].baseUrl}/chat/completions`);
			const names = Object.keys(init.headers as Record<string, string>).map((name) => name.toLowerCase());
			const preflight = await fetch(`${to.url}/chat/completions`, {
				method: "OPTIONS",
				headers: {
					origin: "app://obsidian.md",
					"access-control-request-method": "POST",
					"access-control-request-headers": names.sort().join(","),
				},
			});
			const allowed = (preflight.headers.get("access-control-allow-headers") ?? "").toLowerCase().split(/\s*,\s*/);
			if (
				!preflight.ok ||
				preflight.headers.get("access-control-allow-origin") === null ||
				!names.every((name) => allowed.includes(name))
			)
				throw new TypeError("Failed to fetch");
			return fetch(`${to.url}/chat/completions`, init);
		},
		policy: () => ({ noTraining: change.noTraining ?? true, zeroRetention: change.zeroRetention ?? false }),
		keyFor: ({ secret }) => (secret === "" ? { state: "none" } : { state: "usable", key }),
	});
	return listen(requestTo(endpoint, change.model), deps);
}

/** A server whose preflight allows these headers only. */
function strict(
	allow: string,
	answer: (response: http.ServerResponse) => void = (response) =>
		stream(response, frame(words("Yes.", "stop")), "data: [DONE]\n\n"),
): Promise<Server> {
	return server((response, { method }) => {
		if (method !== "OPTIONS") return answer(response);
		response
			.writeHead(204, {
				"access-control-allow-origin": "*",
				"access-control-allow-methods": "POST",
				"access-control-allow-headers": allow,
			})
			.end();
	});
}

const sent = ({ seen }: Server): Seen => {
	const posts = seen.filter(({ method }) => method === "POST");
	expect(posts).toHaveLength(1);
	return posts[0]!;
};

describe("what is sent to each endpoint", () => {
	it.each(
		Object.keys(presets).filter((id) => id !== "openrouter" && id !== "anthropic" && id !== "custom") as PresetId[],
	)("passes a preflight that allows authorization and content-type only: %s", async (preset) => {
		const one = await strict("authorization, content-type");
		const { text, outcome } = await asked(preset, one, { key: presets[preset].needsKey ? key : null });
		expect([text, outcome.state, outcome.streamed]).toEqual(["Yes.", "done", true]);
		const { body, headers } = sent(one);
		expect(Object.keys(body).sort()).toEqual(["messages", "model", "stream", "stream_options"]);
		expect(headers.authorization).toBe(presets[preset].needsKey ? `Bearer ${key}` : undefined);
		// What Node's own fetch adds besides is what any browser may send unasked.
		expect(
			Object.keys(headers)
				.filter(
					(name) =>
						![
							"accept",
							"accept-encoding",
							"accept-language",
							"connection",
							"content-length",
							"host",
							"sec-fetch-mode",
							"user-agent",
							"transfer-encoding",
						].includes(name),
				)
				.sort(),
		).toEqual(presets[preset].needsKey ? ["authorization", "content-type"] : ["content-type"]);
	});

	it("asks Anthropic to allow pages, and no one else", async () => {
		const header = "anthropic-dangerous-direct-browser-access";
		const one = await strict(`authorization, content-type, ${header}`);
		expect((await asked("anthropic", one)).outcome.state).toBe("done");
		expect(sent(one).headers[header]).toBe("true");
		for (const preset of (Object.keys(presets) as PresetId[]).filter((id) => id !== "anthropic" && id !== "custom")) {
			const other = await strict(`authorization, content-type, http-referer, x-title, ${header}`);
			await asked(preset, other, { key: presets[preset].needsKey ? key : null });
			expect(sent(other).headers, preset).not.toHaveProperty(header);
		}
		// The header goes by the host that is reached, not by what the endpoint is called.
		const elsewhere = await strict("authorization, content-type");
		await listen(requestTo(endpointAt(elsewhere.url, { preset: "anthropic" })), nodeDeps());
		expect(sent(elsewhere).headers).not.toHaveProperty(header);
	});

	it("tells OpenRouter alone who asks and which providers may answer", async () => {
		const one = await strict("authorization, content-type, http-referer, x-title");
		await asked("openrouter", one, { zeroRetention: true });
		const { headers, body } = sent(one);
		expect(headers["x-title"]).toBe("Expert Friend");
		expect(body["provider"]).toEqual({ data_collection: "deny", zdr: true });
		const free = await strict("authorization, content-type, http-referer, x-title");
		await asked("openrouter", free, { noTraining: false });
		expect(sent(free).body).not.toHaveProperty("provider");
		const elsewhere = await strict("authorization, content-type");
		await asked("mistral", elsewhere, { zeroRetention: true });
		expect(sent(elsewhere).body).not.toHaveProperty("provider");
	});

	it("keeps to the writer's data policy at OpenRouter under any name, and where something stands before it", () => {
		const policy = { noTraining: true, zeroRetention: true };
		const provider = (baseUrl: string, preset: PresetId): unknown =>
			(JSON.parse(requestBody(requestTo(endpointAt(baseUrl, { preset })), policy)) as Seen["body"])["provider"];
		expect(provider("https://openrouter.ai/api/v1", "custom")).toEqual({ data_collection: "deny", zdr: true });
		expect(provider("https://proxy.example/v1", "openrouter")).toEqual({ data_collection: "deny", zdr: true });
		expect(provider("https://proxy.example/v1", "custom")).toBeUndefined();
	});

	it("sends Ollama no authorization when it has no key, with no question nor for the list of models", async () => {
		const one = await server((response, { url }) =>
			url.endsWith("/models")
				? void response
						.writeHead(200, { "content-type": "application/json" })
						.end(JSON.stringify({ object: "list", data: [{ id: "llama3:8b", object: "model", owned_by: "library" }] }))
				: stream(response, frame({ ...words("Yes.", "stop"), model: "llama3:8b" }), "data: [DONE]\n\n"),
		);
		const endpoint = endpointAt(one.url, { preset: "ollama" });
		const { text, outcome } = await listen(requestTo(endpoint, "llama3:8b"), nodeDeps());
		expect([text, outcome.answerer]).toEqual(["Yes.", { model: "llama3:8b", provider: null }]);
		const models = await listModels(
			endpoint,
			null,
			async (url, init) => {
				const response = await fetch(url, init);
				return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
			},
			"2026-11-23",
		);
		expect(models.map(({ id }) => id)).toEqual(["llama3:8b"]);
		expect(one.seen.length).toBeGreaterThanOrEqual(2);
		for (const { headers } of one.seen) expect(headers).not.toHaveProperty("authorization");
	});
});

describe("what endpoints send", () => {
	it("holds OpenRouter's comments, who answered and what it charged", async () => {
		const one = await strict("authorization, content-type, http-referer, x-title", (response) =>
			stream(
				response,
				": OPENROUTER PROCESSING\n\n",
				": OPENROUTER PROCESSING\n\n",
				frame({ ...words("Yes,"), model: "anthropic/claude-sonnet-4", provider: "Google" }),
				": OPENROUTER PROCESSING\n\n",
				frame({ ...words(" it is.", "stop"), model: "anthropic/claude-sonnet-4", provider: "Google" }),
				frame({
					model: "anthropic/claude-sonnet-4",
					provider: "Google",
					choices: [],
					usage: {
						prompt_tokens: 812,
						completion_tokens: 64,
						total_tokens: 876,
						prompt_tokens_details: { cached_tokens: 768 },
						completion_tokens_details: { reasoning_tokens: 32 },
						cost: 0.0034,
						is_byok: false,
					},
				}),
				"data: [DONE]\n\n",
			),
		);
		const { text, outcome } = await asked("openrouter", one, { model: "anthropic/claude-sonnet-4" });
		expect(text).toBe("Yes, it is.");
		expect(outcome).toEqual({
			state: "done",
			failure: null,
			streamed: true,
			answerer: { model: "anthropic/claude-sonnet-4", provider: "Google" },
			usage: {
				promptTokens: 812,
				completionTokens: 64,
				cachedTokens: 768,
				reasoningTokens: 32,
				cost: 0.0034,
				currency: "USD",
				carbon: null,
			},
		});
	});

	it("may be an error of OpenRouter's in mid-stream, with status 200: what had come stays", async () => {
		const one = await strict("authorization, content-type, http-referer, x-title", (response) =>
			stream(
				response,
				frame({ ...words("Yes, but"), provider: "OpenAI" }),
				frame({
					provider: "OpenAI",
					error: { code: 429, message: "Rate limit exceeded", metadata: { error_type: "rate_limit_exceeded" } },
					choices: [{ index: 0, delta: { content: "" }, finish_reason: "error" }],
				}),
			),
		);
		const { text, outcome, events } = await asked("openrouter", one);
		expect(text).toBe("Yes, but");
		expect([outcome.state, outcome.failure?.kind, outcome.failure?.status]).toEqual(["partial", "rate", 429]);
		// It was paid for: it is not asked for again unasked.
		expect(events.filter(({ type }) => type === "waiting")).toEqual([]);
		expect(sent(one).url).toBe("/v1/chat/completions");
	});

	it("may be one whole answer though a stream was asked for", async () => {
		const body = {
			id: "1",
			object: "chat.completion",
			model: "gateway/model-1",
			choices: [{ index: 0, message: { role: "assistant", content: "Yes." }, finish_reason: "stop" }],
			usage: { prompt_tokens: 10, completion_tokens: 2 },
		};
		for (const type of ["application/json", "text/event-stream", "text/plain"]) {
			// Keep-alive white space before the body is usual.
			const one = await strict(
				"authorization, content-type",
				(response) => void response.writeHead(200, { "content-type": type }).end(`\n  \n${JSON.stringify(body)}`),
			);
			const { text, outcome } = await asked("scaleway", one);
			expect([text, outcome.state, outcome.answerer?.model, outcome.usage?.promptTokens], type).toEqual([
				"Yes.",
				"done",
				"gateway/model-1",
				10,
			]);
			expect(sent(one).body["stream"]).toBe(true);
		}
	});
});
