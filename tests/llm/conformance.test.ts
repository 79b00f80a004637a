import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownStreams } from "../cases/own-streams";
import { load, reported, serve } from "../cases/serve-streams.mjs";
import { endpointAt, listen, nodeDeps, requestTo } from "./support";

/** Cases that come to an end by themselves. */
const cases = [...load().values(), ...load(reported).values(), ...ownStreams.values()].filter(
	({ end, chunks }) => end !== "hang" && chunks.every(({ delay_ms: delay = 0 }) => delay < 400),
);

/** Cases that are played at once. */
const together = 8;

/** Where the plugin differs from the package's own client on purpose, and why. Everywhere else both read the same. */
const differs: Readonly<Record<string, readonly string[]>> = {
	"the client takes any end for a good one": [
		"finish_reason length",
		"finish_reason error without a cause",
		"reasoning only: no answer",
		"tool_calls instead of content",
		"TGI: limit reached",
		"finish_reason content_filtered after text",
		"finish_reason other after text",
		"finish_reason incomplete after text",
		"finish_reason timeout after text",
		"benign finish_reason, native network_error, text",
		"finish stop with native MAX_TOKENS",
		"an end without finish_reason",
		"an end within a frame",
		"an end within a character",
		"a role, then the end",
		"comments, then the end",
		"an empty finish_reason, and never another",
		"finish_reason max_tokens",
		"finish_reason MAX_TOKENS",
		"finish_reason model_length",
		"finish_reason max_output_tokens",
		"finish_reason content_filter",
		"finish_reason refusal",
		"finish_reason SAFETY",
		"content_filter before any word",
		"length before any word",
		"function_call",
		"a refusal word by word",
		"a refusal after words",
		"llama.cpp's field of its own, until 2025",
		"an error inside the choice",
		"a page in the middle",
	],
	"the client reads streams alone, and takes what is none, an error included, for an empty answer": [
		"a whole completion though stream:true was asked",
		"200 with an error as JSON",
		"a message in place of a delta",
		"blanks before a whole body",
		"a whole body in two pieces",
		"a whole body labelled as a stream",
		"a whole body of parts",
		"a whole body with thinking",
		"a whole body at its limit",
		"a whole body that refuses",
		"a whole body of tool calls",
		"a whole body of reasoning alone",
		"a whole body without choices",
		"a whole body with an error in its choice",
		"a body cut short",
		"text where a text completion was meant",
		"status 200 with no credit",
		"status 200 with an error that is a sentence",
		"status 200 with vLLM's error",
		"status 200 with a sentence and nothing else",
		"status 200 with null",
		"status 200 with an empty body",
		"status 200 with plain words",
		"the sign-in page of a Wi-Fi",
		"Ollama's own lines",
	],
	"the client gives its caller the parts of one answer, or two answers, to tell apart": [
		"content as an array of parts",
		"two choices in turn",
		"parts as strings, as texts and as what is no text",
		"one part alone",
	],
	"the client gives thinking and tokens of templates as words": [
		"harmony, one piece",
		"harmony with trailing <|return|>",
		"gemma-4 empty thought channel",
		"Seed-OSS",
		"leaked stop token at the end",
		"leaked <|eot_id|>",
		"a tag cut across frames",
		"a tag with nothing in it",
		"a tag that is never closed",
		"a tag that is never closed, cut",
		"a closing tag alone",
	],
	"the client ends with an error, and what comes after is lost": [
		'comment as data: ": OPENROUTER PROCESSING" before text',
		"data: ping",
		"event: ping, data text",
		"data: keep-alive in the middle of a long wait",
		"error: {} empty on each frame",
		'error:{code:0,message:""}',
		"ping events",
		"empty data lines",
		"blanks around [DONE]",
		"a reset after finish_reason",
		"null for no choices beside the usage",
	],
};

interface Heard {
	readonly text: string;
	/** Whether the answer is taken for a whole one. */
	readonly whole: boolean;
}

async function byClient(baseURL: string): Promise<Heard> {
	const client = new OpenAI({ baseURL, apiKey: "key", maxRetries: 0, logLevel: "off" });
	let text = "";
	try {
		const stream = await client.chat.completions.create({
			model: "asked/model",
			stream: true,
			messages: [{ role: "user", content: "Is it clear?" }],
		});
		for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? "";
		return { text, whole: true };
	} catch {
		return { text, whole: false };
	}
}

async function byPlugin(baseUrl: string): Promise<Heard> {
	// A refusal is not tried again here: the first waiting event tells as much.
	const { text, outcome } = await listen(
		requestTo(endpointAt(baseUrl)),
		nodeDeps({
			timeouts: () => ({ firstToken: 59_999, betweenTokens: 59_999 }),
			after: (milliseconds, call) => {
				const timer = setTimeout(call, milliseconds % 1000 === 0 ? 10 : milliseconds);
				return () => clearTimeout(timer);
			},
		}),
	);
	return { text, whole: outcome.state === "done" };
}

describe("the full client of the openai package", () => {
	let server: Awaited<ReturnType<typeof serve>>;
	beforeAll(async () => {
		server = await serve({ cases: new Map(cases.map((one) => [one.id, one])) });
	});
	afterAll(() => server.close());

	it("reads every stream as the plugin does, but where that is meant", async () => {
		const found: string[] = [];
		for (let at = 0; at < cases.length; at += together)
			await Promise.all(
				cases.slice(at, at + together).map(async ({ id, why }) => {
					const url = `${server.url}/${id}/v1`;
					const theirs = await byClient(url);
					const ours = await byPlugin(url);
					if (theirs.text !== ours.text || theirs.whole !== ours.whole) found.push(why);
				}),
			);
		expect(found.sort()).toEqual(Object.values(differs).flat().sort());
	});
});
