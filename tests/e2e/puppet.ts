import http from "node:http";
import type { AddressInfo } from "node:net";

/** One chat request that the page sent, answered as the test pleases. */
export interface Call {
	readonly body: {
		readonly model: string;
		readonly messages: readonly { readonly role: string; readonly content: string }[];
	};
	/** The bytes as they came. */
	readonly raw: string;
	readonly headers: http.IncomingHttpHeaders;
	/** Whether the page has gone away from it. */
	readonly aborted: boolean;
	/** Lets what is said from now on come from this model, as behind an alias. */
	answerAs(model: string): void;
	/** Streams a piece of the answer. */
	say(text: string): void;
	/** Ends the answer properly, with usage. */
	end(usage?: { readonly prompt?: number; readonly completion?: number; readonly cost?: number | null }): void;
	/** Hangs up in the middle. */
	cut(): void;
	/** Answers with an error instead. Only before anything was said. */
	fail(status: number, body: unknown, headers?: Readonly<Record<string, string>>): void;
	/** Answers with status 200 and this text, as a server that is no model may. Only before anything was said. */
	reply(text: string, type?: string): void;
	/** Streams a frame with this data, whatever it is. */
	frame(data: string): void;
}

/** An OpenAI-compatible endpoint on loopback whose every answer the test gives by hand. */
export interface Puppet {
	/** Base URL up to `/v1`. */
	readonly url: string;
	/** All chat requests so far. */
	readonly calls: readonly Call[];
	/** The next chat request that no one has asked for yet. Rejects after a minute without one. */
	next(): Promise<Call>;
	close(): Promise<void>;
}

const cors = {
	"access-control-allow-origin": "*",
	"access-control-allow-headers": "*",
	"access-control-allow-methods": "GET, POST, OPTIONS",
	"access-control-expose-headers": "retry-after",
};

/** Prices of all models, dollars per token. */
const usual = { prompt: "0.000001", completion: "0.000002" };

/**
 * @param pricing what the list says of a model's price; nothing where that is undefined
 * @param naming what the list calls a model
 */
export async function startPuppet(
	models: readonly string[] = ["puppet/one-20260101", "puppet/two-20260202", "puppet/three-20260303"],
	pricing: (id: string) => object | undefined = () => usual,
	naming: (id: string) => string = (id) => `Puppet ${/\/(\w+)/.exec(id)?.[1] ?? id}`,
): Promise<Puppet> {
	const calls: Call[] = [];
	const waiting: ((call: Call) => void)[] = [];
	let taken = 0;
	const server = http.createServer((request, response) => {
		if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
		if (request.url?.endsWith("/models")) {
			const data = models.map((id) => ({ id, name: naming(id), context_length: 32_000, pricing: pricing(id) }));
			return void response
				.writeHead(200, { ...cors, "content-type": "application/json" })
				.end(JSON.stringify({ data }));
		}
		let raw = "";
		request.setEncoding("utf8");
		request.on("data", (piece: string) => (raw += piece));
		request.on("end", () => {
			const call = callOf(raw, request, response);
			calls.push(call);
			waiting.shift()?.(call);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		calls,
		next() {
			const at = taken++;
			const known = calls[at];
			if (known !== undefined) return Promise.resolve(known);
			return new Promise((resolve, reject) => {
				const timer = setTimeout(() => reject(new Error(`No request number ${at + 1} came.`)), 60_000);
				waiting.push((call) => {
					clearTimeout(timer);
					resolve(call);
				});
			});
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function callOf(raw: string, request: http.IncomingMessage, response: http.ServerResponse): Call {
	const body = JSON.parse(raw) as Call["body"];
	let { model } = body;
	const chunk = (value: object): void => {
		if (!response.headersSent) response.writeHead(200, { ...cors, "content-type": "text/event-stream" });
		response.write(
			"data: " +
				`${JSON.stringify({ id: "p", object: "chat.completion.chunk", model, provider: "Loopback", ...value })}\n\n`,
		);
	};
	const choice = (delta: object, finish: string | null = null): object => ({
		choices: [{ index: 0, delta, finish_reason: finish }],
	});
	let aborted = false;
	response.on("close", () => (aborted = !response.writableFinished));
	return {
		body,
		raw,
		headers: request.headers,
		get aborted() {
			return aborted;
		},
		answerAs: (name) => void (model = name),
		say: (text) => chunk(choice({ role: "assistant", content: text })),
		end({ prompt = 100, completion = 20, cost = 0.00042 } = {}) {
			chunk(choice({}, "stop"));
			chunk({
				choices: [],
				usage: { prompt_tokens: prompt, completion_tokens: completion, ...(cost === null ? {} : { cost }) },
			});
			response.end("data: [DONE]\n\n");
		},
		cut: () => response.destroy(),
		reply: (text, type = "text/html") => void response.writeHead(200, { ...cors, "content-type": type }).end(text),
		frame(data) {
			if (!response.headersSent) response.writeHead(200, { ...cors, "content-type": "text/event-stream" });
			response.write(`data: ${data}\n\n`);
		},
		fail: (status, error, headers = {}) =>
			void response
				.writeHead(status, { ...cors, "content-type": "application/json", ...headers })
				.end(JSON.stringify(error)),
	};
}
