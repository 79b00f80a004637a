import http from "node:http";
import type { AddressInfo } from "node:net";

const cors = {
	"access-control-allow-origin": "*",
	"access-control-allow-headers": "*",
	"access-control-allow-methods": "GET, POST, OPTIONS",
};

/** What is answered to every question about other words, and to every other one. */
export const proposed = "The little cat sleeps on the mat.";
export const answer = "It is clear.";

/** An OpenAI-compatible endpoint on this computer that always answers the same, and counts what it was asked. */
export class Friend {
	/** The bodies of the chat requests so far. */
	readonly asked: string[] = [];
	private readonly server = http.createServer((request, response) => {
		if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
		if (request.url === "/v1/models") {
			response.writeHead(200, { ...cors, "content-type": "application/json" });
			return void response.end(JSON.stringify({ data: [{ id: "friend/one-20260101", object: "model" }] }));
		}
		let body = "";
		request.on("data", (part) => (body += part));
		request.on("end", () => {
			this.asked.push(body);
			const said = body.includes("JSON") ? `${JSON.stringify({ text: proposed, gloss: "" })}\n` : answer;
			const frame = (data: object): string =>
				"data: " +
				`${JSON.stringify({ id: "1", object: "chat.completion.chunk", model: "friend/one-20260101", ...data })}\n\n`;
			response.writeHead(200, { ...cors, "content-type": "text/event-stream" });
			response.write(frame({ choices: [{ index: 0, delta: { content: said }, finish_reason: null }] }));
			response.write(frame({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }));
			response.end("data: [DONE]\n\n");
		});
	});

	/** Resolves to the base URL, up to `/v1`. */
	async start(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
	}

	stop(): void {
		this.server.close();
		this.server.closeAllConnections();
	}
}
