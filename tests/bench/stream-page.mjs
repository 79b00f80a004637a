// Decodes one streamed reply in several ways. Runs in Node and in a page alike.
import OpenAI from "openai";
import { attempt } from "../../src/llm/attempt";
import { sideBySide } from "./measure.mjs";

const endpoint = { id: "bench", preset: "custom", name: "Bench", baseUrl: "https://endpoint.test/v1", secret: "bench" };
const prompt = { system: "Rules.", note: "<note>\nA note.\n</note>", question: "Is this clear?", thread: [] };

/** The parts of a reply of so many words, `together` events in each. */
function replyOf(events, together) {
	const frames = Array.from({ length: events }, (_, n) => {
		const delta = n === 0 ? { role: "assistant", content: "" } : { content: ` word${n % 10}é` };
		return {
			id: "chatcmpl-1",
			object: "chat.completion.chunk",
			created: 1764000000,
			model: "vendor/a-model",
			choices: [{ index: 0, delta, finish_reason: n === events - 1 ? "stop" : null }],
		};
	});
	const lines = [...frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`), "data: [DONE]\n\n"];
	const encoder = new TextEncoder();
	const parts = [];
	for (let at = 0; at < lines.length; at += together)
		parts.push(encoder.encode(lines.slice(at, at + together).join("")));
	return parts;
}

function responseOf(parts) {
	let at = 0;
	const body = new ReadableStream({
		pull(controller) {
			if (at < parts.length) controller.enqueue(parts[at++]);
			else controller.close();
		},
	});
	return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

async function ours(parts) {
	const deps = {
		fetch: () => Promise.resolve(responseOf(parts)),
		requestOnce: null,
		refusal: () => Promise.resolve(null),
		sent: () => undefined,
		timeouts: () => ({ firstToken: 120_000, betweenTokens: 60_000 }),
		policy: () => ({ noTraining: true, zeroRetention: false }),
		now: () => Date.now(),
		elapsed: () => performance.now(),
		after(milliseconds, call) {
			const timer = setTimeout(call, milliseconds);
			return () => clearTimeout(timer);
		},
		unstreamed: new Set(),
		refused: { of: () => [], add: () => undefined, forget: () => undefined },
	};
	let text = "";
	for await (const event of attempt(
		{ endpoint, model: "vendor/a-model", prompt },
		"key",
		new AbortController().signal,
		deps,
	)) {
		if (event.type === "text") text += event.text;
	}
	return text;
}

function clientOf(parts) {
	const client = new OpenAI({
		baseURL: endpoint.baseUrl,
		apiKey: "key",
		dangerouslyAllowBrowser: true,
		fetch: () => Promise.resolve(responseOf(parts)),
	});
	return async () => {
		let text = "";
		const stream = await client.chat.completions.create({
			model: "vendor/a-model",
			stream: true,
			messages: [{ role: "user", content: prompt.question }],
		});
		for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? "";
		return text;
	};
}

/**
 * Times both for a reply of `events` events, `together` in each part of the stream. `share` is what of one core ours
 * takes while so many events a second come, 0 to 1.
 */
export async function measure(events, together, perSecond) {
	const parts = replyOf(events, together);
	const client = clientOf(parts);
	const contenders = { ours: () => ours(parts), client };
	const texts = await Promise.all(Object.values(contenders).map((decode) => decode()));
	if (texts[0] === "" || texts.some((text) => text !== texts[0]))
		throw new Error("The decoders do not read the same text.");
	const { times, ratio } = await sideBySide(contenders, { slice: 60 });
	return { times, toClient: ratio("ours", "client"), share: (times.ours / 1000 / events) * perSecond };
}
