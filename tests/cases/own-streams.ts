import zlib from "node:zlib";
import { casesOf, chunk, delta, frame, model, usage, words, type Add } from "./stream-parts";

function framing(add: Add): void {
	const stop = frame(delta({}, "stop"));
	const done = "data: [DONE]\n\n";
	const good = { text: "Bon mot." };
	const stream = [...words("Bon ", "mot."), stop, done].join("");
	const bytes = [...Buffer.from([...words("Été ", "déjà 🎉 là"), stop, done].join(""))].map((byte) =>
		Buffer.from([byte]),
	);
	add("CRLF everywhere", [stream.replace(/\n/g, "\r\n")], good);
	add("CR alone ends lines", [stream.replace(/\n/g, "\r")], good);
	add("a byte order mark", [`\ufeff${stream}`], good);
	add("no space after the colon", [stream.replace(/data: /g, "data:")], good);
	add("each byte by itself", bytes, { text: "Été déjà 🎉 là" });
	add(
		"JSON over several data lines",
		[`data: ${JSON.stringify(delta({ content: "Bon mot." }), null, 1).replace(/\n/g, "\ndata: ")}\n\n`, stop, done],
		good,
	);
	add(
		"event, id and retry fields",
		[`event: message\nid: 7\nretry: 3000\n${words("Bon mot.").join("")}`, stop, done],
		good,
	);
	add(
		"ping events",
		[
			'event: ping\ndata: {"type": "ping"}\n\n',
			...words("Bon "),
			"event: ping\ndata: {}\n\n",
			...words("mot."),
			stop,
			done,
		],
		good,
	);
	add("empty data lines", ["data:\n\n", "data: \n\n", ...words("Bon mot."), "data: \n\n", stop, done], good);
	add("no blank line after [DONE]", [...words("Bon mot."), stop, "data: [DONE]"], good);
	add("no blank line after the last frame", [...words("Bon mot."), stop.trimEnd()], good);
	add("blanks around [DONE]", [...words("Bon mot."), "data:   [DONE]  \n\n"], good);
	add("the beginning of the first field by itself", ["d", "at", "a", stream.slice(4)], good);
	add("blank lines and a comment before the first frame", ["\n\n", ":", " hello\n\n", stream], good);
	add("gzip", [zlib.gzipSync(stream)], good, {
		headers: { "Content-Type": "text/event-stream", "Content-Encoding": "gzip" },
	});
	add("a stream labelled as JSON", [stream], good, { headers: { "Content-Type": "application/json" } });
	add("a stream without a label", [stream], good, { headers: {} });
}

function ends(add: Add): void {
	const stop = frame(delta({}, "stop"));
	const done = "data: [DONE]\n\n";
	const good = { text: "Bon mot." };
	const cut = { text: "Bon ", outcome: "partial", kind: "network" } as const;
	add("the connection stays after [DONE]", [...words("Bon mot."), stop, done], good, { end: "hang" });
	add("the connection stays after finish_reason", [...words("Bon mot."), stop], good, { end: "hang" });
	add("a reset after finish_reason", [...words("Bon mot."), stop], good, { end: "destroy" });
	add("a reset within the text", words("Bon "), cut, { end: "destroy" });
	add("an end without finish_reason", words("Bon "), cut);
	add("an end within a frame", [...words("Bon "), words("mot.").join("").slice(0, 60)], cut);
	add(
		"an end within a character",
		[...words("Bon "), Buffer.from(`data: {"choices":[{"delta":{"content":"é`).subarray(0, -1)],
		cut,
	);
	add(
		"an end within the frame after finish_reason",
		[...words("Bon mot."), stop, frame(chunk([], { usage })).slice(0, 80)],
		good,
	);
	add(
		"the usage, then a reset",
		[...words("Bon "), frame(chunk([], { usage }))],
		{ ...cut, usage },
		{ end: "destroy" },
	);
	add("a role, then the end", [frame(delta({ role: "assistant", content: "" }))], {
		outcome: "failed",
		kind: "network",
	});
	add("comments, then the end", [": OPENROUTER PROCESSING\n\n"], { outcome: "failed", kind: "network", model: null });
	add(
		"a role, then silence",
		[frame(delta({ role: "assistant", content: "" }))],
		{ outcome: "failed", kind: "timeout" },
		{ end: "hang" },
	);
	add("headers, then silence", [], { outcome: "failed", kind: "timeout", model: null }, { end: "hang" });
	add(
		"comments for ever after some text",
		[...words("Bon "), ...Array.from({ length: 8 }, () => ({ delay_ms: 400, data: ": still here\n\n" }))],
		{ text: "Bon ", outcome: "partial", kind: "timeout" },
		{ end: "hang" },
	);
	add("an empty finish_reason, and never another", [frame(delta({ content: "Bon " }, ""))], cut);
	add(
		"an empty finish_reason before the true one",
		[frame(delta({ content: "Bon " }, "")), frame(delta({ content: "mot." }, "")), stop, done],
		good,
	);
	add("finish_reason with the last words", [...words("Bon "), frame(delta({ content: "mot." }, "stop")), done], good);
	add("words after finish_reason", [frame(delta({ content: "Bon " }, "stop")), ...words("mot."), done], good);
	for (const reason of ["eos", "end_turn", "STOP", "stop_sequence"])
		add(`finish_reason ${reason}`, [...words("Bon mot."), frame(delta({}, reason)), done], good);
	for (const reason of ["max_tokens", "MAX_TOKENS", "model_length", "max_output_tokens"])
		add(`finish_reason ${reason}`, [...words("Bon "), frame(delta({}, reason)), done], {
			text: "Bon ",
			outcome: "partial",
		});
	for (const [reason, kind] of [
		["content_filter", "policy"],
		["refusal", "refused"],
		["SAFETY", "refused"],
	] as const)
		add(`finish_reason ${reason}`, [...words("Bon "), frame(delta({}, reason)), done], {
			text: "Bon ",
			outcome: "partial",
			kind,
		});
	add("content_filter before any word", [frame(delta({}, "content_filter")), done], {
		outcome: "failed",
		kind: "policy",
	});
	add("length before any word", [frame(delta({}, "length", { usage })), done], {
		outcome: "failed",
		kind: "format",
		usage,
	});
}

function contents(add: Add): void {
	const end = [frame(delta({}, "stop")), "data: [DONE]\n\n"];
	const good = { text: "Bon mot." };
	add(
		"null for no words",
		[
			frame(delta({ role: "assistant", content: null })),
			...words("Bon mot."),
			frame(delta({ content: null }, "stop")),
			"data: [DONE]\n\n",
		],
		good,
	);
	add(
		"null for no delta",
		[...words("Bon mot."), frame(chunk([{ index: 0, delta: null, finish_reason: "stop" }]))],
		good,
	);
	add("null for no choices beside the usage", [...words("Bon mot."), end[0]!, frame(chunk(null, { usage })), end[1]!], {
		...good,
		usage,
	});
	add(
		"Azure's filter results first, without a model",
		[
			frame({ id: "", model: "", choices: [], prompt_filter_results: [{ prompt_index: 0 }] }),
			...words("Bon mot."),
			...end,
		],
		good,
	);
	add(
		"null for no usage in each frame",
		[frame(delta({ content: "Bon mot." }, null, { usage: null })), end[0]!, frame(chunk([], { usage })), end[1]!],
		{ ...good, usage },
	);
	add(
		"Mistral's usage, with finish_reason",
		[...words("Bon mot."), frame(delta({ content: "" }, "stop", { usage })), end[1]!],
		{ ...good, usage },
	);
	add(
		"a usage in each frame that grows",
		[
			frame(
				delta({ content: "Bon mot." }, null, {
					usage: { prompt_tokens: 812, completion_tokens: 1, total_tokens: 813 },
				}),
			),
			frame(delta({}, "stop", { usage })),
			end[1]!,
		],
		{ ...good, usage },
	);
	add(
		"two choices in turn",
		[
			frame(
				chunk([
					{ index: 0, delta: { content: "Bon " } },
					{ index: 1, delta: { content: "Autre " } },
				]),
			),
			frame(chunk([{ index: 1, delta: { content: "chose." }, finish_reason: "stop" }])),
			frame(chunk([{ index: 0, delta: { content: "mot." }, finish_reason: "stop" }])),
		],
		good,
	);
	add(
		"a message in place of a delta",
		[frame(chunk([{ index: 0, message: { role: "assistant", content: "Bon mot." }, finish_reason: "stop" }]))],
		good,
	);
	add(
		"parts as strings, as texts and as what is no text",
		[
			frame(
				delta({
					content: [
						"Bon ",
						{ type: "text", text: "mot" },
						{ type: "output_text", text: "." },
						{ type: "reference", reference_ids: [1] },
					],
				}),
			),
			...end,
		],
		good,
	);
	add("one part alone", [frame(delta({ content: { type: "text", text: "Bon mot." } })), ...end], good);
	add(
		"halves of a surrogate pair in two frames",
		[
			`data: {"model":"${model}","choices":[{"delta":{"content":"Bon \\ud83c"}}]}\n\n`,
			'data: {"choices":[{"delta":{"content":"\\udf89"}}]}\n\n',
			...end,
		],
		{ text: "Bon 🎉" },
	);
	add("an empty list of tool calls", [frame(delta({ content: "Bon mot.", tool_calls: [] })), ...end], good);
	add(
		"function_call",
		[
			frame(delta({ content: null, function_call: { name: "f", arguments: "{}" } })),
			frame(delta({}, "function_call")),
			end[1]!,
		],
		{ outcome: "failed", kind: "format" },
	);
	add("a refusal word by word", [frame(delta({ refusal: "I can't " })), frame(delta({ refusal: "help." })), ...end], {
		outcome: "failed",
		kind: "refused",
	});
	add("a refusal after words", [...words("Bon "), frame(delta({ refusal: "I can't help." })), ...end], {
		text: "Bon ",
		outcome: "partial",
		kind: "refused",
	});
	add(
		"null for no refusal and no error",
		[frame(delta({ content: "Bon mot.", refusal: null }, null, { error: null, provider: null })), ...end],
		good,
	);
}

function thinking(add: Add): void {
	const end = [frame(delta({}, "stop")), "data: [DONE]\n\n"];
	const good = { text: "Bon mot." };
	add(
		"reasoning beside words in one frame",
		[frame(delta({ reasoning: "hm", content: "Bon " })), frame(delta({ reasoning: null, content: "mot." })), ...end],
		good,
	);
	add(
		"reasoning_details",
		[
			frame(delta({ content: "", reasoning_details: [{ type: "reasoning.text", text: "hm" }] })),
			...words("Bon mot."),
			...end,
		],
		good,
	);
	add(
		"reasoning that lasts longer than the wait for the first words",
		[
			...Array.from({ length: 5 }, () => ({ delay_ms: 500, data: frame(delta({ reasoning: "hm " })) })),
			...words("Bon mot."),
			...end,
		],
		good,
	);
	add("a tag cut across frames", [...words("<th", "ink>hm", "m</thi", "nk>", "\n\nBon ", "mot."), ...end], good);
	add("a tag with nothing in it", [...words("<think>\n\n</think>\n\nBon mot."), ...end], good);
	add("a tag that is never closed", [...words("<think>hm, I wonder"), ...end], { outcome: "failed", kind: "format" });
	add("a tag that is never closed, cut", words("<think>hm, I wonder"), { outcome: "failed", kind: "network" });
	add("a closing tag alone", [...words("hm, I wonder\n", "</think>\n\n", "Bon mot."), ...end], good);
	add("the beginning of a tag at the end", [...words("x ", "<"), ...end], { text: "x <" });
	add("a tag within the text", [...words("Le mot <think> est là."), ...end], { text: "Le mot <think> est là." });
}

function errors(add: Add): void {
	const within = (why: string, frames: readonly string[], kind: string): void =>
		add(why, [...words("Bon "), ...frames], { text: "Bon ", outcome: "partial", kind });
	const error = (value: unknown): string => frame({ error: value });
	const tooLong = "the request exceeds the available context size";
	within(
		"OpenRouter's limit in mid-stream",
		[
			frame(
				delta({ content: "" }, "error", {
					error: { code: 429, message: "Slow down", metadata: { error_type: "rate_limit_exceeded" } },
				}),
			),
		],
		"rate",
	);
	within("an error that is a sentence", [error("boom")], "unavailable");
	within(
		"Anthropic's overload",
		[`event: error\n${frame({ type: "error", error: { type: "overloaded_error", message: "Overloaded" } })}`],
		"overloaded",
	);
	within(
		"an error event without an error in it",
		[`event: error\n${frame({ code: 429, message: "Slow down" })}`],
		"rate",
	);
	within("an error event in plain words", ["event: error\ndata: Internal error\n\n"], "unavailable");
	within("llama.cpp's length", [error({ code: 400, message: tooLong, type: "exceed_context_size_error" })], "context");
	within(
		"llama.cpp's field of its own, until 2025",
		[`error: ${JSON.stringify({ code: 400, message: tooLong, type: "invalid_request_error" })}\n\n`],
		"context",
	);
	within(
		"vLLM's error",
		[frame({ object: "error", message: "EngineCore died", type: "InternalServerError", code: 500 })],
		"unavailable",
	);
	within(
		"an error inside the choice",
		[
			frame(
				chunk([
					{ index: 0, delta: { content: "" }, finish_reason: "error", error: { code: 502, message: "Upstream died" } },
				]),
			),
		],
		"unavailable",
	);
	within(
		"an error with [DONE] after it",
		[error({ message: "The server had an error", type: "server_error" }), "data: [DONE]\n\n"],
		"unavailable",
	);
	within("a code that is a string of digits", [error({ message: "Slow down", code: "429" })], "rate");
	within(
		"moderation",
		[
			error({
				code: 403,
				message: "Flagged",
				metadata: { error_type: "content_policy_violation", flagged_input: "x" },
			}),
		],
		"policy",
	);
	within("a frame that is no JSON", ['data: {"id":"gen-1","choi\n\n', "data: [DONE]\n\n"], "format");
	within("a page in the middle", ["<html><body>502 Bad Gateway</body></html>\n\n"], "network");
	add(
		"LM Studio's length, as the first frame",
		[
			`event: error\n${error({
				message:
					"Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with " +
					"context length of only 4096 tokens, which is not enough.",
			})}`,
		],
		{ outcome: "failed", kind: "context", model: null },
	);
	add(
		"an error event with a status of its own",
		[`data: ${JSON.stringify({ error: { message: "You exceeded your quota", code: "insufficient_quota" } })}\n\n`],
		{ outcome: "failed", kind: "credit", model: null },
		{ status: 429 },
	);
	add("nothing at all", [], { outcome: "failed", kind: "network", model: null }, { status: 0, end: "destroy" });
}

function wholeBodies(add: Add): void {
	const json = { headers: { "Content-Type": "application/json" } };
	const body = (message: object, finish: string | null = "stop", more: object = {}): string =>
		JSON.stringify({
			id: "gen-1",
			object: "chat.completion",
			model,
			choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason: finish }],
			...more,
		});
	const good = { text: "Bon mot." };
	const failed = (kind: string, from: string | null = null) => ({ outcome: "failed", kind, model: from }) as const;
	add(
		"blanks before a whole body",
		[`\n\n      \n${body({ content: "Bon mot." }, "stop", { usage })}`],
		{ ...good, usage },
		json,
	);
	add(
		"a whole body in two pieces",
		[body({ content: "Bon mot." }).slice(0, 40), { delay_ms: 100, data: body({ content: "Bon mot." }).slice(40) }],
		good,
		json,
	);
	add("a whole body labelled as a stream", [body({ content: "Bon mot." })], good);
	add(
		"a whole body of parts",
		[
			body({
				content: [
					{ type: "thinking", thinking: [{ type: "text", text: "hm" }] },
					{ type: "text", text: "Bon mot." },
				],
			}),
		],
		good,
		json,
	);
	add("a whole body with thinking", [body({ content: "<think>hm</think>\n\nBon mot." })], good, json);
	add("a whole body at its limit", [body({ content: "Bon " }, "length")], { text: "Bon ", outcome: "partial" }, json);
	add("a whole body that refuses", [body({ content: null, refusal: "No." })], failed("refused", model), json);
	add(
		"a whole body of tool calls",
		[
			body(
				{ content: null, tool_calls: [{ id: "c", type: "function", function: { name: "f", arguments: "{}" } }] },
				"tool_calls",
			),
		],
		failed("format", model),
		json,
	);
	add(
		"a whole body of reasoning alone",
		[body({ content: "", reasoning_content: "hm" })],
		failed("format", model),
		json,
	);
	add("a whole body without choices", [JSON.stringify({ model, choices: [] })], failed("format", model), json);
	add(
		"a whole body with an error in its choice",
		[
			JSON.stringify({
				model,
				choices: [{ message: { content: "" }, finish_reason: "error", error: { code: 502, message: "died" } }],
			}),
		],
		failed("unavailable", model),
		json,
	);
	add("a body cut short", [body({ content: "Bon mot." }).slice(0, 90)], failed("format"), json);
	add(
		"text where a text completion was meant",
		[JSON.stringify({ object: "text_completion", model, choices: [{ text: "Bon mot.", finish_reason: "stop" }] })],
		good,
		json,
	);
	add(
		"status 200 with no credit",
		[JSON.stringify({ error: { code: 402, message: "Insufficient credits" } })],
		failed("credit"),
		json,
	);
	add(
		"status 200 with an error that is a sentence",
		[JSON.stringify({ error: "model 'x' not found, try pulling it first" })],
		failed("unavailable"),
		json,
	);
	add(
		"status 200 with vLLM's error",
		[JSON.stringify({ object: "error", message: "This model's maximum context length is 32768 tokens.", code: 400 })],
		failed("context"),
		json,
	);
	add("status 200 with a sentence and nothing else", ['{"detail":"hello"}'], failed("unavailable"), json);
	add("status 200 with null", ["null"], failed("format"), json);
	add("status 200 with an empty body", [], failed("format"), json);
	add("status 200 with plain words", ["data is what I would need"], failed("format"), {
		headers: { "Content-Type": "text/plain" },
	});
	add("the sign-in page of a Wi-Fi", ["<!doctype html><html><body>Log in</body></html>"], failed("format"), {
		headers: { "Content-Type": "text/html" },
	});
	add(
		"Ollama's own lines",
		['{"message":{"content":"Bon "},"done":false}\n{"message":{"content":"mot."},"done":true}\n'],
		{ ...good, model: "asked/model" },
		{ headers: { "Content-Type": "application/x-ndjson" } },
	);
	add("status 204", [], failed("format"), { status: 204, headers: {} });
}

/**
 * Streams beyond those of streams.jsonl, in the same form: what servers, gateways and networks do to a reply. What
 * vendors say with an error status is in tests/llm/failure.test.ts.
 */
export const ownStreams = casesOf(
	"own",
	{ text: "", outcome: "done", kind: "none", retry_after_s: null, model, usage: null },
	(add) => {
		framing(add);
		ends(add);
		contents(add);
		thinking(add);
		errors(add);
		wholeBodies(add);
	},
);
