import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { KeptKey } from "../../src/core/endpoint/keys";
import { checkEndpoint, type Check, type CheckDeps, type CheckStep } from "../../src/llm/check";
import { asPage, endpointAt, nodeDeps, read } from "./support";

const usable: KeptKey = { state: "usable", key: "sk-test-0123456789" };
const none: KeptKey = { state: "none" };

type Answer = (response: http.ServerResponse, path: string) => void;

const json =
	(status: number, body: unknown, headers: object = {}): Answer =>
	(response) =>
		void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
const list = (...ids: readonly string[]): Answer => json(200, { data: ids.map((id) => ({ id })) });
const page: Answer = (response) =>
	void response.writeHead(200, { "content-type": "text/html" }).end("<html>Welcome</html>");
const frames =
	(...data: readonly object[]): Answer =>
	(response) =>
		void response
			.writeHead(200, { "content-type": "text/event-stream" })
			.end(data.map((one) => `data: ${JSON.stringify(one)}\n\n`).join(""));
const words = (content: string): object => ({
	model: "one",
	choices: [{ index: 0, delta: { content }, finish_reason: null }],
});

interface Server {
	readonly url: string;
	readonly seen: readonly string[];
}

/** A server on loopback that answers chats and lists as told. @param pages whether it lets pages read (CORS) */
async function server(chat: Answer, models: Answer = list("one", "two"), pages = true): Promise<Server> {
	const seen: string[] = [];
	const one = http.createServer((request, response) => {
		seen.push(`${request.method} ${request.url}`);
		if (pages) response.setHeader("access-control-allow-origin", "*");
		request.resume().on("end", () => (request.url === "/v1/models" ? models : chat)(response, request.url ?? ""));
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1`, seen };
}

async function check(
	url: string,
	{
		kept = none,
		secret = "",
		model = "one",
		signal = new AbortController().signal,
		preset = "custom",
		...change
	}: Partial<CheckDeps> & {
		readonly preset?: "openrouter" | "custom";
		readonly kept?: KeptKey;
		readonly secret?: string;
		readonly model?: string | null;
		readonly signal?: AbortSignal;
	} = {},
): Promise<{ readonly check: Check; readonly steps: readonly CheckStep[] }> {
	const steps: CheckStep[] = [];
	const deps = {
		...nodeDeps({ fetch: asPage, requestOnce: (at, init) => read(at, { ...init, method: "POST" }) }),
		read,
		onStep: (step: CheckStep) => void steps.push(step),
		...change,
	};
	return { check: await checkEndpoint(endpointAt(url, { secret, preset }), kept, model, deps, signal), steps };
}

describe("a test of an endpoint", () => {
	it.each<[string, Answer, Answer | undefined, KeptKey, Check]>([
		["a key that is refused", json(401, { error: { message: "No." } }), undefined, usable, { result: "key-refused" }],
		["a key that is wanted", json(401, { error: { message: "No." } }), undefined, none, { result: "key-wanted" }],
		[
			"credit that is used up",
			json(402, { error: { code: 402, message: "No." } }),
			undefined,
			usable,
			{ result: "no-credit" },
		],
		[
			"credit that is used up, with status 429",
			json(429, { error: { code: "insufficient_quota" } }),
			undefined,
			usable,
			{ result: "no-credit" },
		],
		[
			"too many requests",
			json(429, { error: { message: "No." } }, { "retry-after": "7", "access-control-expose-headers": "retry-after" }),
			undefined,
			none,
			{ result: "rate", retryAfter: 7 },
		],
		[
			"a model that is not in the list",
			json(404, { error: { message: "not found" } }),
			list("two"),
			none,
			{ result: "no-such-model" },
		],
		[
			"a model that is refused where there is no list",
			json(400, { error: { message: "Invalid model: one" } }),
			json(404, {}),
			none,
			{ result: "no-such-model" },
		],
		[
			"a server without any model",
			json(404, { error: { message: "model not found" } }),
			list(),
			none,
			{ result: "no-models" },
		],
		[
			"a model that is there and fails",
			json(500, { error: { message: "No." } }),
			undefined,
			none,
			{ result: "failed", failure: expect.objectContaining({ kind: "unavailable", status: 500 }) as never },
		],
		["a server of other things", json(404, "Not found"), json(404, "Not found"), none, { result: "not-an-endpoint" }],
		["a page at every address", page, page, none, { result: "not-an-endpoint" }],
		[
			"an error after the first frame of a stream",
			frames(
				{ model: "one", choices: [{ index: 0, delta: { role: "assistant", content: "" } }] },
				{ error: { code: 402, message: "No." }, choices: [] },
			),
			undefined,
			none,
			{ result: "no-credit" },
		],
		[
			"a refusal by rule",
			json(403, { error: { message: "No." } }),
			undefined,
			none,
			{ result: "failed", failure: expect.objectContaining({ kind: "policy" }) as never },
		],
	])("tells %s", async (_what, chat, models, kept, expected) => {
		const { url } = await server(chat, models);
		expect((await check(url, { kept, secret: kept.state === "usable" ? "a-secret" : "" })).check).toEqual(expected);
	});

	it("works where a word streams, hangs up at the first one, and forgets that the host did not stream", async () => {
		const hosts = new Set<string>();
		const unstreamed = {
			has: (host: string) => hosts.has(host),
			add: (host: string) => void hosts.add(host),
			forget: (host: string) => void hosts.delete(host),
		};
		let hungUp: Promise<void> = Promise.resolve();
		const one = await server((response) => {
			hungUp = new Promise((resolve) => response.on("close", resolve));
			response
				.writeHead(200, { "content-type": "text/event-stream" })
				.write(`data: ${JSON.stringify(words("Yes"))}\n\n`);
		});
		hosts.add(new URL(one.url).host);
		const { check: found, steps } = await check(one.url, { unstreamed });
		expect([found, steps, [...hosts]]).toEqual([{ result: "ok" }, ["asking"], []]);
		// The server never ends the answer: only the one who asked can.
		await hungUp;
		expect(one.seen).toEqual(["POST /v1/chat/completions"]);
	});

	it("works in one piece where pages may not read, and remembers the host", async () => {
		const hosts = new Set<string>();
		const unstreamed = {
			has: (host: string) => hosts.has(host),
			add: (host: string) => void hosts.add(host),
			forget: (host: string) => void hosts.delete(host),
		};
		const { url } = await server(
			frames(words("Yes"), { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }),
			undefined,
			false,
		);
		expect((await check(url, { unstreamed })).check).toEqual({ result: "whole" });
		expect([...hosts]).toEqual([new URL(url).host]);
	});

	it("works where a model begins by thinking", async () => {
		const { url } = await server(frames({ model: "one", choices: [{ index: 0, delta: { reasoning: "Hm." } }] }));
		expect((await check(url)).check).toEqual({ result: "ok" });
	});

	it("reads only the list where no model is chosen: nothing is asked that costs", async () => {
		const open = await server(page);
		expect(await check(open.url, { model: null })).toEqual({
			check: { result: "choose-model", count: 2, streams: true, keyUntested: false },
			steps: ["listing"],
		});
		const closed = await server(page, list("one"), false);
		expect((await check(closed.url, { model: null })).check).toEqual({
			result: "choose-model",
			count: 1,
			streams: false,
			keyUntested: false,
		});
		expect([...open.seen, ...closed.seen].filter((one) => one.startsWith("POST"))).toEqual([]);
		expect((await check((await server(page, list())).url, { model: null })).check).toEqual({ result: "no-models" });
		expect(
			(await check((await server(page, json(401, {}))).url, { model: null, kept: usable, secret: "a-secret" })).check,
		).toEqual({ result: "key-refused" });
		expect((await check((await server(page, page)).url, { model: null })).check).toEqual({ result: "not-an-endpoint" });
	});

	it(
		"says of an address that leads on to another one that no question is sent there, and sends the page's own " +
			"request on to none",
		async () => {
			const other = await server(page);
			const one = await server(
				page,
				(response) => void response.writeHead(308, { location: `${other.url}/models` }).end(),
			);
			const found = await check(one.url, {
				model: null,
				read: async () => ({ status: 200, headers: {}, text: JSON.stringify({ data: [{ id: "one" }] }) }),
			});
			expect(found.check).toMatchObject({ result: "failed", failure: { kind: "address" } });
			expect(other.seen).toEqual([]);
		},
	);

	it(
		"without a model asks OpenRouter about the key, since its list is public; elsewhere it says that the key was " +
			"not tested",
		async () => {
			const test = async (key: Answer, preset: "openrouter" | "custom"): Promise<Check> => {
				const { url } = await server((response, path) => (path === "/v1/key" ? key : page)(response, path));
				return (await check(url, { model: null, kept: usable, secret: "a-secret", preset })).check;
			};
			const good = json(200, { data: { limit: null, usage: 1, is_free_tier: false } });
			expect(await test(json(401, { error: { code: 401, message: "User not found." } }), "openrouter")).toEqual({
				result: "key-refused",
			});
			expect(await test(good, "openrouter")).toEqual({
				result: "choose-model",
				count: 2,
				streams: true,
				keyUntested: false,
			});
			expect(await test(json(500, {}), "openrouter")).toEqual({
				result: "choose-model",
				count: 2,
				streams: true,
				keyUntested: true,
			});
			expect(await test(good, "custom")).toEqual({
				result: "choose-model",
				count: 2,
				streams: true,
				keyUntested: true,
			});
		},
	);

	it("sends nothing to an address that can't be used, nor without a key that may go there", async () => {
		const one = await server(page);
		expect((await check("http://models.example/v1")).check).toEqual({ result: "needs-https" });
		expect((await check("models")).check).toEqual({ result: "not-a-url" });
		expect((await check(one.url, { secret: "a-secret" })).check).toEqual({ result: "key-missing" });
		expect((await check(one.url, { secret: "a-secret", kept: { state: "unconfirmed" } })).check).toEqual({
			result: "key-unconfirmed",
		});
		expect(one.seen).toEqual([]);
	});

	it("tells that no server is there, whether a model is chosen or not", async () => {
		for (const model of ["one", null])
			expect((await check("http://127.0.0.1:9/v1", { model })).check).toEqual({ result: "no-server" });
	});

	it("ends by itself at a server that keeps silent, and at once when it is cancelled", async () => {
		const { url, seen } = await server(
			() => undefined,
			() => undefined,
		);
		for (const model of ["one", null]) {
			expect((await check(url, { model, timeouts: () => ({ firstToken: 50, betweenTokens: 50 }) })).check).toEqual({
				result: "timeout",
			});
			const controller = new AbortController();
			const before = seen.length;
			const running = check(url, { model, signal: controller.signal });
			await expect.poll(() => seen.length).toBeGreaterThan(before);
			controller.abort();
			expect((await running).check).toEqual({ result: "cancelled" });
			expect((await check(url, { model, signal: controller.signal })).check).toEqual({ result: "cancelled" });
		}
	});
});
