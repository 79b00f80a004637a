import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ChatEvent } from "../../src/core/chat/chat";
import { openChat, type ChatDeps } from "../../src/llm/chat";
import { endpointAt, nodeDeps, requestTo } from "./support";

interface Server {
	readonly url: string;
	/** Requests that came. */
	readonly came: () => number;
	/** Connections that were hung up on before their answer was at its end. */
	readonly left: () => number;
}

async function server(answer: (response: http.ServerResponse) => void): Promise<Server> {
	let came = 0;
	let left = 0;
	const one = http.createServer((request, response) => {
		came++;
		response.on("close", () => (left += response.writableFinished ? 0 : 1));
		request.resume().on("end", () => answer(response));
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1`, came: () => came, left: () => left };
}

/** Asks, and cancels once `when` holds of what was heard. */
async function cancelled(
	url: string,
	when: (events: readonly ChatEvent[]) => boolean,
	change: Partial<ChatDeps> = {},
): Promise<readonly ChatEvent[]> {
	const controller = new AbortController();
	const events: ChatEvent[] = [];
	const heard = (async () => {
		for await (const event of openChat(
			nodeDeps({ timeouts: () => ({ firstToken: 60_000, betweenTokens: 60_000 }), ...change }),
		)(requestTo(endpointAt(url)), controller.signal))
			events.push(event);
	})();
	await expect.poll(() => when(events)).toBe(true);
	controller.abort();
	await heard;
	return events;
}

const frame = `data: ${JSON.stringify({ choices: [{ delta: { content: "Yes" } }] })}\n\n`;

describe("a question that is cancelled", () => {
	it.each<[string, (response: http.ServerResponse) => void, (came: number, events: readonly ChatEvent[]) => boolean]>([
		["before the first line of an answer", () => undefined, (came) => came > 0],
		[
			"before the first words",
			(response) => response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders(),
			(came) => came > 0,
		],
		[
			"between comments",
			(response) => void response.writeHead(200, { "content-type": "text/event-stream" }).write(": still here\n\n"),
			(came) => came > 0,
		],
		[
			"while words come",
			(response) => void response.writeHead(200, { "content-type": "text/event-stream" }).write(frame),
			(_came, events) => events.some(({ type }) => type === "text"),
		],
		["while an error is told", (response) => void response.writeHead(500).write("{"), (came) => came > 0],
		[
			"while a whole body comes",
			(response) => void response.writeHead(200, { "content-type": "application/json" }).write("{"),
			(came) => came > 0,
		],
	])("%s, ends on the wire at once", async (_what, answer, when) => {
		const one = await server(answer);
		const events = await cancelled(one.url, (heard) => when(one.came(), heard));
		expect(events[events.length - 1]).toMatchObject({ type: "end", outcome: { state: "cancelled", failure: null } });
		await expect.poll(one.left).toBe(1);
		expect(one.came()).toBe(1);
	});

	it("while it waits to be tried again, is not", async () => {
		const one = await server((response) => void response.writeHead(429, { "retry-after": "30" }).end());
		const timers = new Set<() => void>();
		const after = (_milliseconds: number, call: () => void): (() => void) => {
			timers.add(call);
			return () => timers.delete(call);
		};
		const events = await cancelled(one.url, (heard) => heard.some(({ type }) => type === "waiting"), { after });
		expect(events.map(({ type }) => type)).toEqual(["waiting", "end"]);
		expect(events[1]).toMatchObject({ outcome: { state: "cancelled" } });
		// Nothing is left that could ask later.
		expect(timers.size).toBe(0);
		expect(one.came()).toBe(1);
	});

	it("while it is asked in one piece, is over at once although that way can't be hung up", async () => {
		let asked = false;
		const never = {
			fetch: () => Promise.reject(new TypeError("Failed to fetch")),
			requestOnce: () => ((asked = true), new Promise<never>(() => undefined)),
		};
		const events = await cancelled("http://127.0.0.1:9/v1", () => asked, never);
		expect(events.map(({ type }) => type)).toEqual(["resent", "end"]);
		expect(events[1]).toMatchObject({ outcome: { state: "cancelled", streamed: false } });
	});

	it("by going away from its answer, ends on the wire too", async () => {
		const one = await server(
			(response) => void response.writeHead(200, { "content-type": "text/event-stream" }).write(frame),
		);
		for await (const event of openChat(nodeDeps())(requestTo(endpointAt(one.url)), new AbortController().signal))
			if (event.type === "text") break;
		await expect.poll(one.left).toBe(1);
	});

	it("before it was sent, is sent nowhere", async () => {
		const one = await server((response) => void response.end());
		const controller = new AbortController();
		controller.abort();
		const events: ChatEvent[] = [];
		for await (const event of openChat(nodeDeps({ requestOnce: () => Promise.reject(new Error("asked")) }))(
			requestTo(endpointAt(one.url)),
			controller.signal,
		))
			events.push(event);
		expect(events).toMatchObject([{ type: "end", outcome: { state: "cancelled" } }]);
		expect(one.came()).toBe(0);
	});
});

describe("a question that failed", () => {
	const think = { model: "one", choices: [{ delta: { reasoning: "Hm." } }] };
	const slow = { error: { code: 429, message: "Slow down" } };
	it.each<[string, readonly object[], boolean]>([
		["before anything came is tried again", [slow], true],
		["after thinking, which is paid for, is not", [think, slow], false],
		["and tells what it took is not", [{ usage: { prompt_tokens: 9, completion_tokens: 1 } }, slow], false],
	])("%s", async (_what, frames, again) => {
		const one = await server(
			(response) =>
				void response
					.writeHead(200, { "content-type": "text/event-stream" })
					.end(frames.map((data) => `data: ${JSON.stringify(data)}\n\n`).join("")),
		);
		const events: ChatEvent[] = [];
		const after = (_milliseconds: number, call: () => void): (() => void) =>
			nodeDeps().after(_milliseconds % 1000 === 0 ? 1 : _milliseconds, call);
		for await (const event of openChat(nodeDeps({ after }))(
			requestTo(endpointAt(one.url)),
			new AbortController().signal,
		))
			events.push(event);
		expect(events[events.length - 1]).toMatchObject({ type: "end", outcome: { failure: { kind: "rate" } } });
		expect(one.came()).toBe(again ? 3 : 1);
	});
});
