import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { presets } from "../../src/core/endpoint/endpoint";
import { findLocal, localPresets, sameServer, type LocalPreset } from "../../src/llm/local";
import { leavesComputer } from "../../src/llm/models";
import type { ReadOnce } from "../../src/llm/models";

/** Servers in place of those on the default ports; a preset without one has nobody there. */
async function computer(
	answers: Readonly<Partial<Record<LocalPreset, (response: http.ServerResponse) => void>>>,
): Promise<{ readonly read: ReadOnce; readonly asked: readonly string[]; readonly headers: readonly object[] }> {
	const asked: string[] = [];
	const headers: object[] = [];
	const origins = new Map<string, string>();
	for (const preset of localPresets) {
		const answer = answers[preset];
		if (answer === undefined) continue;
		const server = http.createServer((_request, response) => answer(response));
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		onTestFinished(() => void server.close().closeAllConnections());
		origins.set(new URL(presets[preset].baseUrl).origin, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	}
	const read: ReadOnce = async (url, init) => {
		asked.push(url);
		headers.push(init.headers);
		const { origin, pathname } = new URL(url);
		const response = await fetch((origins.get(origin) ?? "http://127.0.0.1:9") + pathname, { headers: init.headers });
		return { status: response.status, headers: {}, text: await response.text() };
	};
	return { read, asked, headers };
}

const list =
	(...ids: readonly string[]) =>
	(response: http.ServerResponse): void =>
		void response.end(JSON.stringify({ object: "list", data: ids.map((id) => ({ id })) }));
/** A clock on which no time passes. */
const still = (): (() => void) => () => undefined;

describe("servers on this computer", () => {
	it("are found with their models, in the order in which they are offered", async () => {
		const { read, asked, headers } = await computer({
			llamacpp: list("gemma"),
			ollama: list("qwen3:14b", "mistral-small3.2:24b"),
		});
		expect(await findLocal(read, still)).toEqual([
			{ preset: "ollama", models: ["qwen3:14b", "mistral-small3.2:24b"] },
			{ preset: "llamacpp", models: ["gemma"] },
		]);
		// Nothing else is probed, and no key goes along.
		expect([...asked].sort()).toEqual([
			"http://localhost:11434/v1/models",
			"http://localhost:1234/v1/models",
			"http://localhost:8080/v1/models",
		]);
		expect(JSON.stringify(headers)).not.toMatch(/authorization/i);
	});

	it("are found without a model too", async () => {
		expect(await findLocal((await computer({ lmstudio: list() })).read, still)).toEqual([
			{ preset: "lmstudio", models: [] },
		]);
	});

	it("are not whatever else answers on these ports", async () => {
		const { read } = await computer({
			llamacpp: (response) => void response.end("<html>My web site</html>"),
			lmstudio: (response) => void response.writeHead(404).end("{}"),
			ollama: (response) => void response.destroy(),
		});
		expect(await findLocal(read, still)).toEqual([]);
	});

	it("are given up when they are slow, each by itself", async () => {
		const { read } = await computer({ ollama: list("qwen3:14b"), lmstudio: () => undefined });
		const waits: number[] = [];
		const late: (() => void)[] = [];
		const finding = findLocal(read, (milliseconds, call) => {
			waits.push(milliseconds);
			late.push(call);
			return () => undefined;
		});
		late[localPresets.indexOf("lmstudio")]!();
		expect(await finding).toEqual([{ preset: "ollama", models: ["qwen3:14b"] }]);
		// A computer that is busy loading a model answers late; nobody waits for it meanwhile.
		expect(Math.min(...waits)).toBeGreaterThanOrEqual(5_000);
	});

	it("are told one by one, none later for a slower one", async () => {
		let asked = (_response: http.ServerResponse): void => undefined;
		const slow = new Promise<http.ServerResponse>((resolve) => (asked = resolve));
		const { read } = await computer({ ollama: (response) => asked(response), lmstudio: list("gemma") });
		const told: string[][] = [];
		const finding = findLocal(read, still, (found) => {
			told.push(found.map(({ preset }) => preset));
			if (told.length === 1) void slow.then(list("qwen3:14b"));
		});
		expect((await finding).map(({ preset }) => preset)).toEqual(["ollama", "lmstudio"]);
		expect(told).toEqual([["lmstudio"], ["ollama", "lmstudio"]]);
	});

	it("are left by what is asked of a cloud model", () => {
		expect(["qwen3-coder:480b-cloud", "gpt-oss:cloud"].filter(leavesComputer)).toHaveLength(2);
		expect(["qwen3:14b", "cloud-7b", "mistral-small3.2:24b"].filter(leavesComputer)).toEqual([]);
	});

	it("are the same under each name of this computer", () => {
		expect(sameServer("http://127.0.0.1:11434/v1", presets.ollama.baseUrl)).toBe(true);
		expect(sameServer("http://[::1]:11434", presets.ollama.baseUrl)).toBe(true);
		expect(sameServer("http://localhost:11435/v1", presets.ollama.baseUrl)).toBe(false);
		expect(sameServer("http://192.168.1.2:11434/v1", presets.ollama.baseUrl)).toBe(false);
		expect(sameServer("nonsense", "nonsense")).toBe(false);
	});
});
