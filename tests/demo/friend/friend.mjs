// The scripted friend: an OpenAI-compatible endpoint on 127.0.0.1 that knows the sample notes. aimock streams what goes
// well, at a human pace and in OpenRouter's shape (provider, cost); what goes wrong on purpose is written by hand.
import http from "node:http";
import { LLMock } from "@copilotkit/aimock";
import { faults } from "./faults.mjs";
import { models } from "./models.mjs";
import { replyTo } from "./script.mjs";
import { account } from "./sign-in.mjs";

const cors = {
	"access-control-allow-origin": "*",
	"access-control-allow-headers": "authorization, content-type",
	"access-control-allow-methods": "GET, POST, OPTIONS",
};

/** Tokens as everyone guesses them: four characters each. */
const tokens = (text) => Math.max(1, Math.ceil(text.length / 4));

/** A chat request as a reply with its cost. */
function scripted(request) {
	const model = models.find(({ id }) => id === request.model) ?? models[0];
	const prompt = request.messages
		.map(({ content }) => (typeof content === "string" ? content : content.map(({ text }) => text ?? "").join("")))
		.join("\n");
	const content = replyTo(request.messages, model.id);
	const usage = { prompt_tokens: tokens(prompt), completion_tokens: tokens(content) };
	const cost =
		usage.prompt_tokens * Number(model.pricing.prompt) + usage.completion_tokens * Number(model.pricing.completion);
	return { content, model: model.id, provider: "Scripted", usage: { ...usage, cost: Number(cost.toFixed(8)) } };
}

/**
 * Starts the friend.
 * @param options.port on 127.0.0.1; 0 for any
 * @param options.pace words in a second, about; 0 for all at once
 * @returns its address, without `/v1`, how to close it, and the chat requests it got so far
 */
export async function startFriend({ port = 0, pace = 30 } = {}) {
	const mock = new LLMock({ port: 0, logLevel: "silent" });
	mock.on(
		{ predicate: () => true },
		scripted,
		pace === 0 ? {} : { chunkSize: 5, streamingProfile: { ttft: 10_000 / pace, tps: pace, jitter: 0.3 } },
	);
	await mock.start();
	const seen = [];
	const { page, exchange, key } = account();

	const server = http.createServer((request, response) => {
		if (request.method === "OPTIONS") return response.writeHead(204, cors).end();
		const { pathname: path, searchParams } = new URL(request.url, "http://friend");
		if (request.headers.authorization === "Bearer wrong")
			return answer(response, 401, { error: { message: "This key is not known.", code: 401 } });
		if (path === "/v1/models") return answer(response, 200, { data: models });
		if (path === "/v1/key") return reply(response, key(request.headers.authorization));
		if (path === "/auth" && request.method === "GET") return reply(response, page(searchParams, null));
		if (!["/v1/chat/completions", "/v1/auth/keys", "/auth"].includes(path))
			return answer(response, 404, { error: { message: `Nothing at ${path}.`, code: 404 } });
		const chunks = [];
		request.on("data", (chunk) => chunks.push(chunk));
		request.on("end", () => {
			const body = Buffer.concat(chunks);
			if (path === "/auth")
				return reply(response, page(searchParams, new URLSearchParams(body.toString("utf8")).get("answer")));
			let asked;
			try {
				asked = JSON.parse(body.toString("utf8"));
			} catch {
				return answer(response, 400, { error: { message: "The request is not JSON.", code: 400 } });
			}
			if (path === "/v1/auth/keys") return reply(response, exchange(asked ?? {}));
			seen.push({ headers: request.headers, body: asked });
			const fault = faults[asked.model];
			if (fault !== undefined) return fault(response, cors);
			if (!models.some(({ id }) => id === asked.model))
				return answer(response, 404, { error: { message: `No such model: ${asked.model}.`, code: 404 } });
			pass(body, request, response, mock.url);
		});
	});
	await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		requests: () => seen,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await mock.stop();
		},
	};
}

function answer(response, status, body) {
	response.writeHead(status, { ...cors, "content-type": "application/json" }).end(JSON.stringify(body));
}

function reply(response, { status, body }) {
	if (typeof body !== "string") return answer(response, status, body);
	response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(body);
}

// The body was read to see which model it names; it goes on as it came.
function pass(body, request, response, mockUrl) {
	const upstream = http.request(
		`${mockUrl}/api/v1/chat/completions`,
		{ method: "POST", headers: { "content-type": "application/json", "content-length": body.length } },
		(reply) => {
			response.writeHead(reply.statusCode ?? 502, {
				...cors,
				"content-type": reply.headers["content-type"] ?? "application/json",
			});
			response.flushHeaders();
			reply.pipe(response);
		},
	);
	upstream.on("error", () => response.destroy());
	response.on("close", () => upstream.destroy());
	upstream.end(body);
}
