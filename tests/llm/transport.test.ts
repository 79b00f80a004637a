import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { endpointAt, listen, nodeDeps, requestTo } from "./support";

/** A server, and how many requests came to it. */
async function server(answer: (response: http.ServerResponse) => void): Promise<{ readonly url: string; readonly came: () => number }> {
	let came = 0;
	const one = http.createServer((request, response) => {
		came++;
		request.resume().on("end", () => answer(response));
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1`, came: () => came };
}

describe("a request", () => {
	it.each([301, 302, 307, 308])("is not sent on to where status %i points", async (status) => {
		const other = await server((response) => void response.end("{}"));
		const one = await server((response) => void response.writeHead(status, { location: `${other.url}/chat/completions` }).end());
		const { outcome } = await listen(requestTo(endpointAt(one.url)), nodeDeps());
		expect(outcome).toMatchObject({ state: "failed", failure: { kind: "address" } });
		expect(other.came()).toBe(0);
	});

	it.each([[200, true], [502, false], [403, false]])("that pages may not read and that ends with status %i makes its host one that is read in one piece: %s", async (status, remembered) => {
		const { url } = await server((response) => void response.end());
		const text = JSON.stringify({ choices: [{ message: { content: "Yes." }, finish_reason: "stop" }] });
		const deps = nodeDeps({ fetch: () => Promise.reject(new TypeError("Failed to fetch")), requestOnce: () => Promise.resolve({ status, headers: {}, text }) });
		await listen(requestTo(endpointAt(url)), deps);
		expect(deps.unstreamed.has(new URL(url).host)).toBe(remembered);
	});
});
