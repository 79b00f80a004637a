import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { en } from "../../src/core/i18n/en";
import { ask, cards, kept, press, told } from "./asking";
import { stageOf } from "./at-work";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";
const sentence = "The old tree by the wall bears fruit.";

interface Local {
	/** Base URL up to `/v1`. */
	readonly url: string;
	/** Chat requests and their preflights in order, with the headers a preflight asks for. */
	readonly seen: readonly {
		readonly method: string;
		readonly wanted: string;
		readonly headers: http.IncomingHttpHeaders;
	}[];
}

/**
 * A local server; `cors` are the headers it adds to whatever it answers.
 * @param onlyPages whether it adds others to what pages ask alone, as Starlette does
 */
async function local(
	cors: Readonly<Record<string, string>>,
	answer: (response: http.ServerResponse, fromPage: boolean) => void,
	onlyPages = false,
): Promise<Local> {
	const seen: Local["seen"][number][] = [];
	const server = http.createServer((request, response) => {
		for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
		if (onlyPages && request.headers.origin !== undefined)
			response
				.setHeader("access-control-allow-origin", request.headers.origin)
				.setHeader("access-control-allow-headers", "content-type");
		if (request.url?.endsWith("/chat/completions") !== true)
			return void response.writeHead(200, { "content-type": "application/json" }).end('{"data":[{"id":"local-1"}]}');
		seen.push({
			method: request.method ?? "",
			wanted: request.headers["access-control-request-headers"] ?? "",
			headers: request.headers,
		});
		if (request.method === "OPTIONS") return void response.writeHead(204).end();
		request.resume().on("end", () => answer(response, request.headers.origin !== undefined));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen };
}

const frames = [
	{ index: 0, delta: { content: "It is" }, finish_reason: null },
	{ index: 0, delta: { content: " clear." }, finish_reason: "stop" },
]
	.map((choice) => `data: ${JSON.stringify({ model: "local-1", choices: [choice] })}\n\n`)
	.join("");
const streamed = (response: http.ServerResponse): void =>
	void response.writeHead(200, { "content-type": "text/event-stream" }).end(`${frames}data: [DONE]\n\n`);
const data = (url: string, preset: string): object => ({
	endpoints: [{ id: "local", preset, name: "Local", baseUrl: url, secret: "" }],
	model: { endpoint: "local", model: "local-1" },
});

describe("local servers, asked from the page", () => {
	it("are read in one piece when they allow no pages, as LM Studio; it is said, and remembered", async () => {
		const server = await local({}, streamed);
		const stage = await stageOf({ vault: { "A.md": note }, data: data(server.url, "lmstudio") });
		await ask(stage, sentence);
		const card = cards(stage);
		await card.getByText("It is clear.").waitFor();
		await expect.poll(() => card.locator(".expert-friend-card-meta").innerText()).toContain(en.margin.notStreamed);
		await expect.poll(() => told(card).innerText()).toBe("");
		await expect
			.poll(async () => (await kept(stage)).map(({ status, streamed }) => [status, streamed]))
			.toEqual([["done", false]]);
		await expect
			.poll(() =>
				stage.page.evaluate(() => Object.keys(window.app.loadLocalStorage("expert-friend-unstreamed-hosts") as object)),
			)
			.toEqual([new URL(server.url).host]);
		// The page may not ask, so only the way round asked; and the page did not get to send the note twice.
		expect(server.seen.map(({ method }) => method)).toEqual(["OPTIONS", "POST"]);
		await press(card, en.margin.dismiss);
		await stage.reload();
		await ask(stage, sentence);
		await card.getByText("It is clear.").waitFor();
		expect(server.seen.map(({ method }) => method)).toEqual(["OPTIONS", "POST", "POST"]);
		expect(server.seen.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
	});

	it("need to allow no header but content-type where there is no key, as Ollama", async () => {
		const server = await local(
			{ "access-control-allow-origin": "*", "access-control-allow-headers": "content-type" },
			streamed,
		);
		const stage = await stageOf({ vault: { "A.md": note }, data: data(server.url, "ollama") });
		await ask(stage, sentence);
		await cards(stage).getByText("It is clear.").waitFor();
		await expect
			.poll(async () => (await kept(stage)).map(({ status, streamed }) => [status, streamed]))
			.toEqual([["done", true]]);
		expect(server.seen.map(({ method, wanted }) => [method, wanted])).toEqual([
			["OPTIONS", "content-type"],
			["POST", ""],
		]);
		expect(server.seen[1]!.headers).not.toHaveProperty("authorization");
	});

	it("may answer in one piece although a stream was asked for", async () => {
		const server = await local(
			{ "access-control-allow-origin": "*", "access-control-allow-headers": "*" },
			(response) => {
				response
					.writeHead(200, { "content-type": "application/json" })
					.end(
						JSON.stringify({
							model: "local-1",
							choices: [{ message: { content: "It is clear." }, finish_reason: "stop" }],
						}),
					);
			},
		);
		const stage = await stageOf({ vault: { "A.md": note }, data: data(server.url, "custom") });
		await ask(stage, sentence);
		await cards(stage).getByText("It is clear.").waitFor();
		await expect
			.poll(async () => (await kept(stage)).map(({ status, answerer }) => [status, answerer?.model]))
			.toEqual([["done", "local-1"]]);
		expect(server.seen.map(({ method }) => method)).toEqual(["OPTIONS", "POST"]);
	});

	it("stream again after a broken connection, since they allow pages", async () => {
		let broken = true;
		const server = await local(
			{ "access-control-allow-origin": "*", "access-control-allow-headers": "*" },
			(response, fromPage) => (broken && fromPage ? void response.destroy() : streamed(response)),
		);
		const stage = await stageOf({ vault: { "A.md": note }, data: data(server.url, "llamacpp") });
		for (const expected of [false, true]) {
			await ask(stage, sentence);
			await cards(stage).getByText("It is clear.").waitFor();
			await expect
				.poll(async () => (await kept(stage)).map(({ status, streamed }) => [status, streamed]))
				.toEqual([["done", expected]]);
			await press(cards(stage), en.margin.dismiss);
			broken = false;
		}
	});

	it("that say so to pages alone stream again after a broken connection", async () => {
		let broken = true;
		const server = await local(
			{},
			(response, fromPage) => (broken && fromPage ? void response.destroy() : streamed(response)),
			true,
		);
		const stage = await stageOf({ vault: { "A.md": note }, data: data(server.url, "custom") });
		for (const expected of [false, true]) {
			await ask(stage, sentence);
			await cards(stage).getByText("It is clear.").waitFor();
			await expect
				.poll(async () => (await kept(stage)).map(({ status, streamed }) => [status, streamed]))
				.toEqual([["done", expected]]);
			await press(cards(stage), en.margin.dismiss);
			broken = false;
		}
		await expect
			.poll(() => stage.page.evaluate(() => window.app.loadLocalStorage("expert-friend-unstreamed-hosts")))
			.toBeNull();
	});

	it("that are asked again in one piece are said to be while the answer is awaited", async () => {
		let answer = (): void => undefined;
		const server = await local({}, (response) => (answer = () => streamed(response)));
		const stage = await stageOf({ vault: { "A.md": note }, data: data(server.url, "custom") });
		await ask(stage, sentence);
		const meta = cards(stage).locator(".expert-friend-card-meta");
		await expect.poll(() => meta.innerText()).toContain(en.margin.resent);
		answer();
		await cards(stage).getByText("It is clear.").waitFor();
		await expect.poll(() => meta.innerText()).not.toContain(en.margin.resent);
	});

	it("that are not there are no hosts to remember", async () => {
		const server = await local({}, streamed);
		const gone = "http://127.0.0.1:9/v1";
		const stage = await stageOf({ vault: { "A.md": note }, data: data(gone, "llamacpp") });
		await ask(stage, sentence);
		await expect.poll(() => told(cards(stage)).innerText()).toBe(en.failures.network);
		await expect
			.poll(() => stage.page.evaluate(() => window.app.loadLocalStorage("expert-friend-unstreamed-hosts")))
			.toBeNull();
		expect(server.seen).toEqual([]);
	});
});
