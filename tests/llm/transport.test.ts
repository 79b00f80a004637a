import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ReadOnce } from "../../src/llm/models";
import { asPage, endpointAt, listen, nodeDeps, read, requestTo } from "./support";

/** A server, and how many requests came to it. */
async function server(answer: (response: http.ServerResponse, request: http.IncomingMessage) => void): Promise<{ readonly url: string; readonly came: () => number }> {
	let came = 0;
	const one = http.createServer((request, response) => {
		came++;
		request.resume().on("end", () => answer(response, request));
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1`, came: () => came };
}

const post = (url: string, init: Parameters<ReadOnce>[1]): ReturnType<ReadOnce> => read(url, { ...init, method: "POST" });

describe("a request", () => {
	it.each([301, 302, 307, 308])("is not sent on to where status %i points", async (status) => {
		const other = await server((response) => void response.end("{}"));
		const one = await server((response) => void response.writeHead(status, { location: `${other.url}/chat/completions` }).end());
		const { outcome } = await listen(requestTo(endpointAt(one.url)), nodeDeps());
		expect(outcome).toMatchObject({ state: "failed", failure: { kind: "address" } });
		expect(other.came()).toBe(0);
	});

	it("that is lost after it may have begun is not sent again unasked", async () => {
		let now = 0;
		const one = await server((response) => {
			now += 2500;
			response.destroy();
		});
		const { outcome, events } = await listen(requestTo(endpointAt(one.url)), nodeDeps({ fetch: asPage, requestOnce: post, now: () => now }));
		expect(outcome).toMatchObject({ state: "failed", failure: { kind: "network" }, streamed: true });
		expect(events.map(({ type }) => type)).toEqual(["end"]);
		expect(one.came()).toBe(1);
	});

	it.each([["that lost the connection", "*", false], ["that refuses pages", null, true]])("is announced when it is sent again, to a host %s; the host is remembered when pages may not read it: %s, %s", async (_what, allowed, remembered) => {
		const one = await server((response, { headers, method }) => {
			// As many servers do: they say who may read to pages alone.
			if (headers.origin !== undefined && allowed !== null) response.setHeader("access-control-allow-origin", allowed);
			if (method === "GET") return void response.writeHead(401).end();
			if (headers.origin !== undefined) return void response.destroy();
			response.end(JSON.stringify({ choices: [{ message: { content: "Yes." }, finish_reason: "stop" }] }));
		});
		const deps = nodeDeps({ fetch: asPage, requestOnce: post });
		const { text, outcome, events } = await listen(requestTo(endpointAt(one.url)), deps);
		expect([text, outcome.state, outcome.streamed]).toEqual(["Yes.", "done", false]);
		expect(events[0]).toEqual({ type: "resent" });
		expect(deps.unstreamed.has(new URL(one.url).host)).toBe(remembered);
	});

	it.each([[200, true], [502, false], [403, false]])("that pages may not read and that ends with status %i makes its host one that is read in one piece: %s", async (status, remembered) => {
		const { url } = await server((response) => void response.end());
		const text = JSON.stringify({ choices: [{ message: { content: "Yes." }, finish_reason: "stop" }] });
		const deps = nodeDeps({ fetch: () => Promise.reject(new TypeError("Failed to fetch")), requestOnce: () => Promise.resolve({ status, headers: {}, text }) });
		await listen(requestTo(endpointAt(url)), deps);
		expect(deps.unstreamed.has(new URL(url).host)).toBe(remembered);
	});
});
