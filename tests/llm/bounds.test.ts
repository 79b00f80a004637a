import http from "node:http";
import type { AddressInfo } from "node:net";
import zlib from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ChatEvent } from "../../src/core/chat/chat";
import { maxTurnMs, maxAnswerLength } from "../../src/llm/bounds";
import { openChat } from "../../src/llm/chat";
import { endpointAt, listen, nodeDeps, read, requestTo } from "./support";

/** A server whose replies do what they like, and whether its last connection was closed by the other side. */
async function server(
	answer: (response: http.ServerResponse) => void,
): Promise<{ readonly url: string; readonly hungUp: () => boolean }> {
	let hungUp = false;
	const one = http.createServer((request, response) => {
		response.on("close", () => (hungUp = !response.writableFinished));
		request.resume().on("end", () => answer(response));
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1`, hungUp: () => hungUp };
}

/** Writes the same for ever, as fast as it is taken. */
function endlessly(response: http.ServerResponse, part: string | Buffer): void {
	const write = (): void => {
		while (!response.destroyed && response.write(part));
	};
	response.on("drain", write);
	write();
}

/** Whoever reads these is slow only where the machine is. */
const patient = (): ReturnType<typeof nodeDeps> =>
	nodeDeps({ timeouts: () => ({ firstToken: 60_000, betweenTokens: 60_000 }) });

const frame = (content: string): string => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
const nested = "[".repeat(8000);

describe("a reply without end", () => {
	it.each([
		["of words", "", frame("word ".repeat(200)), maxAnswerLength],
		["within one event", "data: x", "x".repeat(50_000), 0],
		["in one piece", "{", " ".repeat(50_000), 0],
	])("%s is ended at a bound, and what came is kept", async (_what, beginning, part, length) => {
		const { url, hungUp } = await server((response) => {
			response.writeHead(200, { "content-type": "text/event-stream" });
			response.write(beginning);
			endlessly(response, part);
		});
		const { text, outcome } = await listen(requestTo(endpointAt(url)), patient());
		expect(text.length).toBe(length);
		expect(outcome).toMatchObject({ state: length > 0 ? "partial" : "failed", failure: { kind: "format" } });
		await expect.poll(hungUp).toBe(true);
	});

	it("that comes packed is ended at a bound", async () => {
		const packed = zlib.gzipSync(Buffer.concat([Buffer.from("data: "), Buffer.alloc(200_000_000, "x")]), { level: 1 });
		const { url } = await server((response) => {
			response.writeHead(200, { "content-type": "text/event-stream", "content-encoding": "gzip" }).end(packed);
		});
		const { text, outcome } = await listen(requestTo(endpointAt(url)), patient());
		expect([text, outcome.state, outcome.failure?.kind]).toEqual(["", "failed", "format"]);
	});

	it("of a refusal is not read on", async () => {
		const { url, hungUp } = await server((response) => {
			response.writeHead(402);
			endlessly(response, "no credit ".repeat(5000));
		});
		const { outcome } = await listen(requestTo(endpointAt(url)), nodeDeps());
		expect(outcome.failure).toMatchObject({ kind: "credit", status: 402 });
		await expect.poll(hungUp).toBe(true);
	});
});

describe("a reply nested without end", () => {
	it.each([
		["a refusal", 400, nested],
		["a refusal that is well formed", 400, nested + "]".repeat(8000)],
		["a whole body", 200, nested + "]".repeat(8000)],
		["a frame", 200, `data: ${nested}${"]".repeat(8000)}\n\n`],
		["an error event", 200, `event: error\ndata: ${nested}${"]".repeat(8000)}\n\n`],
	])("ends as any that can't be read: %s", async (_what, status, body) => {
		const { url } = await server((response) => void response.writeHead(status).end(body));
		const { outcome } = await listen(requestTo(endpointAt(url)), nodeDeps());
		expect(outcome.state).toBe("failed");
	});
});

describe("a reply that comes faster than it is read", () => {
	const reply = frame("word ").repeat(30) + "data: [DONE]\n\n";

	/** A page whose clock moves on by so much each time it is looked at, and how often it got its turn. */
	const busy = (step: number): { readonly deps: ReturnType<typeof nodeDeps>; readonly turns: () => number } => {
		let now = 0;
		let turns = 0;
		const parts = new TextEncoder().encode(reply);
		return {
			turns: () => turns,
			deps: nodeDeps({
				now: () => (now += step),
				fetch: () => {
					let at = 0;
					const body = new ReadableStream<Uint8Array>({
						pull(controller) {
							if (at >= parts.length) controller.close();
							else controller.enqueue(parts.subarray(at, (at += 100)));
						},
					});
					return Promise.resolve(new Response(body));
				},
				after: (milliseconds, call) => {
					if (milliseconds === 0) turns++;
					const timer = setTimeout(call, milliseconds);
					return () => clearTimeout(timer);
				},
			}),
		};
	};

	it("gives the page its turn", async () => {
		const slow = busy(maxTurnMs);
		const fast = busy(0);
		for (const { deps } of [slow, fast])
			expect((await listen(requestTo(endpointAt("http://localhost/v1")), deps)).text).toBe("word ".repeat(30));
		expect(slow.turns()).toBeGreaterThan(10);
		expect(fast.turns()).toBe(0);
	});

	it("ends at once when it is cancelled", async () => {
		const { url, hungUp } = await server((response) => endlessly(response, frame("word ".repeat(20))));
		const cancel = new AbortController();
		const events: ChatEvent[] = [];
		for await (const event of openChat(nodeDeps())(requestTo(endpointAt(url)), cancel.signal)) {
			events.push(event);
			cancel.abort();
		}
		expect(events.map(({ type }) => type)).toEqual(["text", "end"]);
		expect(events[1]).toMatchObject({ outcome: { state: "cancelled" } });
		await expect.poll(hungUp).toBe(true);
	});
});

describe("a reply that is read in one piece", () => {
	it("has the same bounds", async () => {
		const { url } = await server((response) => void response.end(frame("word ".repeat(200)).repeat(300)));
		const { text, outcome } = await listen(
			requestTo(endpointAt(url)),
			nodeDeps({
				fetch: () => Promise.reject(new TypeError("Failed to fetch")),
				requestOnce: (address, init) => read(address, { ...init, method: "POST" }),
			}),
		);
		expect(text.length).toBe(maxAnswerLength);
		expect(outcome).toMatchObject({ state: "partial", failure: { kind: "format" } });
	});
});
