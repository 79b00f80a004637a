import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ReadOnce } from "../../src/llm/models";
import { asPage, endpointAt, listen, nodeDeps, read, requestTo } from "./support";

/** A server, and how many requests came to it. */
async function server(
	answer: (response: http.ServerResponse, request: http.IncomingMessage, body: unknown) => void,
): Promise<{ readonly url: string; readonly came: () => number }> {
	let came = 0;
	const one = http.createServer((request, response) => {
		came++;
		let body = "";
		request
			.setEncoding("utf8")
			.on("data", (part: string) => (body += part))
			.on("end", () => answer(response, request, body === "" ? null : JSON.parse(body)));
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1`, came: () => came };
}

const post = (url: string, init: Parameters<ReadOnce>[1]): ReturnType<ReadOnce> =>
	read(url, { ...init, method: "POST" });

describe("a request", () => {
	it.each([301, 302, 307, 308])("is not sent on to where status %i points", async (status) => {
		const other = await server((response) => void response.end("{}"));
		const one = await server(
			(response) => void response.writeHead(status, { location: `${other.url}/chat/completions` }).end(),
		);
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
		const { outcome, events } = await listen(
			requestTo(endpointAt(one.url)),
			nodeDeps({ fetch: asPage, requestOnce: post, now: () => now }),
		);
		expect(outcome).toMatchObject({ state: "failed", failure: { kind: "network" }, streamed: true });
		expect(events.map(({ type }) => type)).toEqual(["end"]);
		expect(one.came()).toBe(1);
	});

	it.each([
		["that lost the connection", "*", false],
		["that refuses pages", null, true],
	])(
		"is announced when it is sent again, to a host %s; the host is remembered when pages may not read it: %s, %s",
		async (_what, allowed, remembered) => {
			const one = await server((response, { headers, method }) => {
				// As many servers do: they say who may read to pages alone.
				if (headers.origin !== undefined && allowed !== null)
					response.setHeader("access-control-allow-origin", allowed);
				if (method === "GET") return void response.writeHead(401).end();
				if (headers.origin !== undefined) return void response.destroy();
				response.end(JSON.stringify({ choices: [{ message: { content: "Yes." }, finish_reason: "stop" }] }));
			});
			const deps = nodeDeps({ fetch: asPage, requestOnce: post });
			const { text, outcome, events } = await listen(requestTo(endpointAt(one.url)), deps);
			expect([text, outcome.state, outcome.streamed]).toEqual(["Yes.", "done", false]);
			expect(events[0]).toEqual({ type: "resent" });
			expect(deps.unstreamed.has(new URL(one.url).host)).toBe(remembered);
		},
	);

	it.each([
		[
			422,
			{ detail: [{ type: "extra_forbidden", loc: ["body", "stream_options"], msg: "Extra inputs are not permitted" }] },
		],
		[400, { error: { message: "stream_options is not supported" } }],
	])("whose field for the usage is refused with status %i is asked once more without it", async (status, refusal) => {
		const bodies: Record<string, unknown>[] = [];
		const one = await server((response, _request, body) => {
			bodies.push(body as Record<string, unknown>);
			if ("stream_options" in (body as object)) return void response.writeHead(status).end(JSON.stringify(refusal));
			response.end(JSON.stringify({ choices: [{ message: { content: "Yes." }, finish_reason: "stop" }] }));
		});
		const { text, outcome, events } = await listen(requestTo(endpointAt(one.url)), nodeDeps());
		expect([text, outcome.state, outcome.failure]).toEqual(["Yes.", "done", null]);
		expect(events.map(({ type }) => type)).toEqual(["text", "end"]);
		const [{ stream_options: _usage, ...first }, second] = bodies as [Record<string, unknown>, Record<string, unknown>];
		expect(second).toEqual(first);
	});

	it("that is refused for its fields all the same is not asked for ever", async () => {
		const one = await server(
			(response) => void response.writeHead(400).end('{"error":{"message":"stream_options is not supported"}}'),
		);
		const { outcome } = await listen(requestTo(endpointAt(one.url)), nodeDeps());
		expect(outcome).toMatchObject({ state: "failed", failure: { kind: "request", status: 400 } });
		expect(one.came()).toBe(2);
	});

	it(
		"is tried again after seconds that give the endpoint time, where it does not say how many; or where a page " +
			"may not read it",
		async () => {
			const one = await server((response) => void response.writeHead(429).end("{}"));
			const waits: number[] = [];
			const after = (milliseconds: number, call: () => void): (() => void) => {
				if (milliseconds % 1000 !== 0) return nodeDeps().after(milliseconds, call);
				waits.push(milliseconds);
				return nodeDeps().after(0, call);
			};
			const { outcome, events } = await listen(requestTo(endpointAt(one.url)), nodeDeps({ after }));
			expect(outcome.failure?.kind).toBe("rate");
			expect(events.flatMap((event) => (event.type === "waiting" ? [event.seconds] : []))).toEqual([5, 20]);
			expect(waits).toEqual([5000, 20_000]);
		},
	);

	it.each([
		[200, true],
		[502, false],
		[403, false],
	])(
		"that pages may not read and that ends with status %i makes its host one that is read in one piece: %s",
		async (status, remembered) => {
			const { url } = await server((response) => void response.end());
			const text = JSON.stringify({ choices: [{ message: { content: "Yes." }, finish_reason: "stop" }] });
			const deps = nodeDeps({
				fetch: () => Promise.reject(new TypeError("Failed to fetch")),
				requestOnce: () => Promise.resolve({ status, headers: {}, text }),
			});
			await listen(requestTo(endpointAt(url)), deps);
			expect(deps.unstreamed.has(new URL(url).host)).toBe(remembered);
		},
	);
});
