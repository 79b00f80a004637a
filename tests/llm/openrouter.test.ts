import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { isOpenRouter } from "../../src/core/endpoint/endpoint";
import { base64Url, challengeOf, exchangeCode, keyInfo, signInAction, signInPages } from "../../src/llm/openrouter";
import type { ReadOnce } from "../../src/llm/models";
import { endpointAt } from "./support";

const secret = "canary-0123456789";

/** Node's network, as `requestUrl` reads. */
const read: ReadOnce = async (url, { method = "GET", headers, body }) => {
	const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
	return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
};

interface Seen {
	readonly method: string;
	readonly url: string;
	readonly authorization: string | undefined;
	readonly body: string;
}

async function server(status: number, body: string): Promise<{ readonly url: string; readonly seen: readonly Seen[] }> {
	const seen: Seen[] = [];
	const one = http.createServer((request, response) => {
		let raw = "";
		request
			.setEncoding("utf8")
			.on("data", (piece: string) => (raw += piece))
			.on("end", () => {
				seen.push({
					method: request.method ?? "",
					url: request.url ?? "",
					authorization: request.headers.authorization,
					body: raw,
				});
				response.writeHead(status, { "content-type": "application/json" }).end(body);
			});
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1`, seen };
}

describe("the challenge", () => {
	it("is that of RFC 7636, appendix B", async () => {
		const octets = new Uint8Array([
			116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191, 240,
			91, 88, 5, 88, 83, 132, 141, 121,
		]);
		expect(base64Url(octets)).toBe("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
		expect(await challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", crypto.subtle)).toBe(
			"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
		);
	});

	it("goes to the endpoint's own page, with an address to come back to or none", () => {
		const { back, code } = signInPages(
			"https://openrouter.ai",
			"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
			"s_t-ate",
		);
		for (const page of [back, code]) {
			const { origin, pathname, searchParams } = new URL(page);
			expect([origin, pathname, searchParams.get("code_challenge"), searchParams.get("code_challenge_method")]).toEqual(
				["https://openrouter.ai", "/auth", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "S256"],
			);
		}
		expect(new URL(back).searchParams.get("callback_url")).toBe(`obsidian://${signInAction}?state=s_t-ate`);
		expect(new URL(code).searchParams.has("callback_url")).toBe(false);
		expect(new URL(code).searchParams.get("key_label")).toBe("Expert Friend");
	});
});

describe("OpenRouter", () => {
	it.each([
		["https://openrouter.ai/api/v1", "openrouter", true],
		["https://openrouter.ai/api/v1", "custom", true],
		["http://127.0.0.1:4173/v1", "openrouter", true],
		["http://[::1]:4173/v1", "openrouter", true],
		["http://127.0.0.1:4173/v1", "custom", false],
		["http://openrouter.ai/api/v1", "openrouter", false],
		["https://openrouter.ai.example/api/v1", "openrouter", false],
		["https://openrouter.ai:8443/api/v1", "openrouter", false],
		["https://openrouter.ai@example.org/api/v1", "openrouter", false],
		["http://127.0.0.1.example/v1", "openrouter", false],
		["http://192.168.0.7/v1", "openrouter", false],
		["not an address", "openrouter", false],
	] as const)("at %s under the name %s: %s", (baseUrl, preset, expected) => {
		expect(isOpenRouter(endpointAt(baseUrl, { preset }))).toBe(expected);
	});
});

describe("a code", () => {
	it("becomes a key, sent with its verifier and no other key", async () => {
		const { url, seen } = await server(200, JSON.stringify({ key: "sk-or-v1-new", user_id: "u" }));
		expect(await exchangeCode(endpointAt(url), "auth_1", "verifier", read)).toEqual({
			state: "key",
			key: "sk-or-v1-new",
		});
		expect(seen.map(({ body, ...rest }) => ({ ...rest, body: JSON.parse(body) as unknown }))).toEqual([
			{
				method: "POST",
				url: "/v1/auth/keys",
				authorization: undefined,
				body: { code: "auth_1", code_verifier: "verifier", code_challenge_method: "S256" },
			},
		]);
	});

	it.each([
		[403, { error: { code: 403, message: `Invalid code or code_verifier ${secret}` } }, "refused"],
		[400, { error: { code: 400, message: "Invalid code_challenge_method" } }, "refused"],
		[403, { error: { code: 403, message: "Authorization code expired" } }, "expired"],
		[200, { error: { code: 403, message: "Authorization code expired" } }, "expired"],
		[200, { error: { message: "No." } }, "unavailable"],
		[429, {}, "unavailable"],
		[500, "<html>", "unavailable"],
		[405, "", "unavailable"],
		[200, {}, "format"],
		[200, { key: "" }, "format"],
		[200, { key: 12345678 }, "format"],
		[200, { key: "two words\n" }, "format"],
		[200, { key: "x".repeat(513) }, "format"],
		[200, ["sk-or-v1-new"], "format"],
		[200, null, "format"],
		[200, "<html>Sign in</html>", "format"],
	])("answered with %i %j is %s, with nothing of the answer in it", async (status, body, state) => {
		const { url } = await server(status, typeof body === "string" ? body : JSON.stringify(body));
		expect(await exchangeCode(endpointAt(url), secret, secret, read)).toEqual({ state });
	});

	it("that reaches nobody says so", async () => {
		expect(await exchangeCode(endpointAt("http://127.0.0.1:9/v1"), secret, secret, read)).toEqual({
			state: "unreachable",
		});
	});
});

describe("what a key may still spend", () => {
	const data = {
		label: "sk-or-v1-...",
		limit: 5,
		limit_reset: "monthly",
		limit_remaining: 3.2,
		usage: 7.4,
		is_free_tier: false,
	};
	const limit = { amount: 5, remaining: 3.2, renewed: "monthly" };

	it.each([
		["a limit by month", data, { limit, spent: 7.4, freeTier: false, currency: "USD" }],
		[
			"a limit for good",
			{ ...data, limit_reset: null },
			{ limit: { ...limit, renewed: "never" }, spent: 7.4, freeTier: false, currency: "USD" },
		],
		[
			"a renewal nobody knows",
			{ ...data, limit_reset: "yearly" },
			{ limit: { ...limit, renewed: "never" }, spent: 7.4, freeTier: false, currency: "USD" },
		],
		[
			"a limit that was overspent",
			{ ...data, limit_remaining: -0.01 },
			{ limit: { ...limit, remaining: 0 }, spent: 7.4, freeTier: false, currency: "USD" },
		],
		[
			"a limit of nothing",
			{ ...data, limit: 0, limit_remaining: 0 },
			{ limit: { ...limit, amount: 0, remaining: 0 }, spent: 7.4, freeTier: false, currency: "USD" },
		],
		[
			"no limit",
			{ ...data, limit: null, limit_remaining: null },
			{ limit: null, spent: 7.4, freeTier: false, currency: "USD" },
		],
		[
			"no limit and no usage",
			{ limit: null, is_free_tier: true },
			{ limit: null, spent: null, freeTier: true, currency: "USD" },
		],
	])("is read from %s", async (_what, body, expected) => {
		const { url, seen } = await server(200, JSON.stringify({ data: body }));
		expect(await keyInfo(endpointAt(url), secret, read)).toEqual(expected);
		expect(seen.map(({ method, url: path, authorization }) => [method, path, authorization])).toEqual([
			["GET", "/v1/key", `Bearer ${secret}`],
		]);
	});

	it.each([
		[401, { error: { code: 401, message: "User not found." } }, "refused"],
		[200, { error: { code: 401, message: "User not found." } }, "refused"],
		[500, { data }, "unread"],
		[404, "", "unread"],
		[200, "<html>", "unread"],
		[200, {}, "unread"],
		[200, [], "unread"],
		[200, { data: null }, "unread"],
		[200, { data: {} }, "unread"],
		[200, { data: { ...data, limit: "5" } }, "unread"],
		[200, { data: { ...data, limit: -1 } }, "unread"],
		[200, { data: { ...data, limit_remaining: null } }, "unread"],
	])("is never guessed: %i %j is %s", async (status, body, expected) => {
		const { url } = await server(status, typeof body === "string" ? body : JSON.stringify(body));
		expect(await keyInfo(endpointAt(url), secret, read)).toBe(expected);
	});

	it("is not known when nobody answers", async () => {
		expect(await keyInfo(endpointAt("http://127.0.0.1:9/v1"), secret, read)).toBe("unread");
	});
});
