import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ChatRequest } from "../../src/core/chat/chat";
import type { OptionalField } from "../../src/llm/optional-fields";
import { endpointAt, listen, nodeDeps, requestTo } from "./support";

interface Body {
	readonly stream?: boolean;
	readonly stream_options?: object;
	readonly provider?: object;
	readonly messages: readonly { readonly role: string; readonly content: unknown }[];
}

const holds: Readonly<Record<OptionalField, (body: Body) => boolean>> = {
	stream_options: (body) => "stream_options" in body,
	thinking: (body) => "reasoning" in body || "reasoning_effort" in body || "chat_template_kwargs" in body,
	cache_control: (body) => JSON.stringify(body.messages).includes("cache_control"),
	stream: (body) => body.stream === true,
	system: (body) => body.messages.some(({ role }) => role === "system"),
};

/** A server that refuses whatever holds one of these fields, in these words. */
async function picky(
	refusals: readonly { readonly fields: readonly OptionalField[]; readonly status: number; readonly body: unknown }[],
): Promise<{ readonly url: string; readonly bodies: readonly Body[] }> {
	const bodies: Body[] = [];
	const one = http.createServer((request, response) => {
		let text = "";
		request
			.setEncoding("utf8")
			.on("data", (part: string) => (text += part))
			.on("end", () => {
				const body = JSON.parse(text) as Body;
				bodies.push(body);
				const refusal = refusals.find(({ fields }) => fields.some((field) => holds[field](body)));
				if (refusal !== undefined)
					return void response
						.writeHead(refusal.status, { "content-type": "application/json" })
						.end(typeof refusal.body === "string" ? refusal.body : JSON.stringify(refusal.body));
				const choice = { message: { content: "Yes." }, delta: { content: "Yes." }, finish_reason: "stop" };
				response.end(
					body.stream === true
						? `data: ${JSON.stringify({ choices: [choice] })}\n\ndata: [DONE]\n\n`
						: JSON.stringify({ choices: [choice] }),
				);
			});
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1`, bodies };
}

const message = (text: string, more: object = {}): object => ({ error: { message: text, ...more } });

describe("a field that an endpoint refuses and a request can do without", () => {
	it.each<[OptionalField, number, unknown]>([
		["stream_options", 400, message("Unrecognized request argument supplied: stream_options")],
		[
			"stream_options",
			422,
			{ detail: [{ type: "extra_forbidden", loc: ["body", "stream_options"], msg: "Extra inputs are not permitted" }] },
		],
		["stream_options", 400, { object: "error", message: "include_usage is not supported", code: 400 }],
		[
			"stream",
			400,
			message(
				"Your organization must be verified to stream this model. Please go to: " +
					"https://platform.openai.com/settings/organization/general.",
				{ type: "invalid_request_error", param: "stream", code: "unsupported_value" },
			),
		],
		["stream", 400, message("This model does not support streaming.")],
		["stream", 422, { detail: "Streaming is not supported for this deployment" }],
		["stream", 501, message("stream mode not implemented")],
		["stream", 400, message("Unsupported value: 'stream' does not support true with this model.", { param: "stream" })],
		["stream", 400, message("stream must be false")],
		["stream", 403, message("You are not allowed to use streaming with this model")],
		["system", 400, message("System role not supported")],
		["system", 500, message("jinja2.exceptions.TemplateError: System role not supported")],
		["system", 400, message("Developer instruction is not enabled for models/gemma-3-27b-it")],
		[
			"system",
			400,
			{ object: "error", message: "Conversation roles must alternate user/assistant/user/assistant/..." },
		],
		["system", 422, message("This model doesn't support system messages")],
		[
			"system",
			400,
			message("Unsupported value: 'messages[0].role' does not support 'system' with this model.", {
				param: "messages[0].role",
			}),
		],
	])("%s with status %i is left out once, said and remembered: %j", async (field, status, body) => {
		const { url, bodies } = await picky([{ fields: [field], status, body }]);
		const deps = nodeDeps();
		const request = requestTo(endpointAt(url));
		const { text, outcome } = await listen(request, deps);
		expect([text, outcome.state, outcome.failure]).toEqual(["Yes.", "done", null]);
		expect(bodies.map(holds[field])).toEqual([true, false]);
		expect(outcome.notes).toEqual([expect.stringContaining(`left out: ${field}`)]);
		await listen(request, deps);
		expect(bodies.map(holds[field])).toEqual([true, false, false]);
		// Another model of the same host may take it.
		await listen({ ...request, model: "another/model" }, deps);
		expect(bodies.map(holds[field])).toEqual([true, false, false, true, false]);
	});

	it.each<[ChatRequest["thinking"], number, unknown]>([
		[
			{ reasoning: { enabled: false } },
			400,
			message("Reasoning is mandatory for this endpoint and cannot be disabled.", { code: 400 }),
		],
		[
			{ reasoning_effort: "none" },
			400,
			message("Unsupported value: 'none' is not supported with the 'gpt-5' model.", { param: "reasoning_effort" }),
		],
		[{ reasoning_effort: "none" }, 400, message("Unrecognized request argument supplied: reasoning_effort")],
		[{ reasoning_effort: "medium" }, 400, message('"gemma3:4b" does not support thinking')],
		[
			{ chat_template_kwargs: { enable_thinking: false } },
			422,
			{
				detail: [
					{ type: "extra_forbidden", loc: ["body", "chat_template_kwargs"], msg: "Extra inputs are not permitted" },
				],
			},
		],
	])(
		"how to think (%j), refused with %i, is left to the endpoint, said and remembered",
		async (thinking, status, body) => {
			const { url, bodies } = await picky([{ fields: ["thinking"], status, body }]);
			const deps = nodeDeps();
			const request = { ...requestTo(endpointAt(url)), ...(thinking === undefined ? {} : { thinking }) };
			const { text, outcome } = await listen(request, deps);
			expect([text, outcome.state]).toEqual(["Yes.", "done"]);
			expect(outcome.notes).toEqual([expect.stringContaining("left out: thinking")]);
			await listen(request, deps);
			expect(bodies.map(holds.thinking)).toEqual([true, false, false]);
		},
	);

	it("is not sent again without what it did not hold", async () => {
		const refused = Response.json({ error: { message: "thinking is not supported" } }, { status: 400 });
		let sent = 0;
		const deps = nodeDeps({ fetch: () => Promise.resolve((sent++, refused.clone())) });
		const { outcome } = await listen(requestTo(endpointAt("http://127.0.0.1:1/v1")), deps);
		expect([outcome.state, sent]).toEqual(["failed", 1]);
	});

	it("loses none of the words that were asked", async () => {
		const { url, bodies } = await picky([
			{ fields: ["system"], status: 400, body: message("System role not supported") },
		]);
		await listen(requestTo(endpointAt(url)), nodeDeps());
		const words = ({ messages }: Body): string => messages.map(({ content }) => content).join("\n\n");
		expect(words(bodies[1]!)).toBe(words(bodies[0]!));
		expect(bodies[1]!.messages.map(({ role }) => role)).toEqual(["user"]);
	});

	it("may be one of several", async () => {
		const { url, bodies } = await picky([
			{ fields: ["stream_options"], status: 422, body: message("stream_options: extra fields not permitted") },
			{ fields: ["stream"], status: 400, body: message("Streaming is not supported") },
			{ fields: ["system"], status: 400, body: message("System role not supported") },
		]);
		const { text, outcome, events } = await listen(requestTo(endpointAt(url)), nodeDeps());
		expect([text, outcome.state, outcome.streamed]).toEqual(["Yes.", "done", false]);
		expect(events.map(({ type }) => type)).toEqual(["resent", "text", "end"]);
		expect(bodies).toHaveLength(4);
	});

	it("is not guessed: what names none of them is told", async () => {
		for (const body of [
			message("Unrecognized request argument supplied: top_k"),
			message("The upstream service is not available"),
			message("stream ended unexpectedly"),
			message("Invalid value for messages"),
		]) {
			const { url, bodies } = await picky([{ fields: ["stream"], status: 400, body }]);
			const { outcome } = await listen(requestTo(endpointAt(url)), nodeDeps());
			expect([outcome.state, bodies.length], JSON.stringify(body)).toEqual(["failed", 1]);
		}
	});

	it("is not asked for ever", async () => {
		const bodies: string[] = [];
		const deps = nodeDeps({
			fetch: () =>
				Promise.resolve(
					new Response('{"error":{"message":"System role not supported, nor stream_options"}}', { status: 400 }),
				),
			sent: (_request, body) => void bodies.push(body),
		});
		const { outcome } = await listen(requestTo(endpointAt("http://localhost/v1")), deps);
		expect(outcome).toMatchObject({ state: "failed", failure: { status: 400 } });
		expect(new Set(bodies).size).toBe(bodies.length);
		expect(bodies.length).toBe(3);
	});

	it("is never what the writer set for their privacy, which is said", async () => {
		const { url, bodies } = await picky([]);
		const deps = nodeDeps({
			fetch: async (address, init) => {
				await fetch(address, init);
				return new Response(JSON.stringify(message("Unrecognized request argument supplied: provider")), {
					status: 400,
				});
			},
		});
		const { outcome } = await listen(requestTo(endpointAt(url, { preset: "openrouter" })), deps);
		expect(outcome.failure).toMatchObject({ kind: "request", about: "privacy" });
		expect(bodies.map(({ provider }) => provider)).toEqual([{ data_collection: "deny" }]);
	});

	it("is sent again only after privacy was asked again", async () => {
		const { url, bodies } = await picky([
			{ fields: ["stream"], status: 400, body: message("Streaming is not supported") },
		]);
		const asked: ChatRequest[] = [];
		const deps = nodeDeps({
			refusal: (request) => {
				asked.push(request);
				return Promise.resolve(asked.length > 1 ? "private" : null);
			},
		});
		const { outcome } = await listen(requestTo(endpointAt(url)), deps);
		expect(outcome.failure?.kind).toBe("private");
		expect(bodies).toHaveLength(1);
	});

	it("is left out too where a reply that began says it before any word", async () => {
		const bodies: Body[] = [];
		const deps = nodeDeps({
			fetch: (_url, init) => {
				const body = JSON.parse(init.body as string) as Body;
				bodies.push(body);
				const frame = holds.system(body)
					? { error: { code: 400, message: "Developer instruction is not enabled for this model" } }
					: { choices: [{ delta: { content: "Yes." }, finish_reason: "stop" }] };
				return Promise.resolve(new Response(`data: ${JSON.stringify(frame)}\n\ndata: [DONE]\n\n`));
			},
		});
		const { text, outcome } = await listen(requestTo(endpointAt("http://localhost/v1")), deps);
		expect([text, outcome.state]).toEqual(["Yes.", "done"]);
		expect(bodies.map(holds.system)).toEqual([true, false]);
	});
});
