import { casesOf, chunk, delta, frame, usage, words, type Add } from "./stream-parts";

const answer = "Bon mot, dit-elle.";
const good = { text: answer };
const told = words("Bon mot, ", "dit-elle.");
const stop = frame(delta({}, "stop"));
const done = "data: [DONE]\n\n";
const ended = [stop, done];
const split = ["Bon ", "mot, ", "dit-elle."];
const counted = { prompt_tokens: 812, completion_tokens: 64 };
const ndjson = { headers: { "Content-Type": "application/x-ndjson" } };
const json = { headers: { "Content-Type": "application/json" } };

/** A frame with one choice of such fields. */
const choice = (fields: object, more: object = {}): string => frame(chunk([fields], more));

function choices(add: Add): void {
	for (const [why, index] of [
		["counted in strings", (n: number) => String(n)],
		["null", () => null],
		["counted down", (n: number) => 7 - n],
	] as const)
		add(
			`the index of a lone choice: ${why}`,
			[...split.map((content, n) => choice({ index: index(n), delta: { content } })), ...ended],
			good,
		);
	add("one choice without a list", [...split.map((content) => frame(chunk({ delta: { content } }))), ...ended], good);
	add("choices by number", [...split.map((content) => frame(chunk({ 0: { delta: { content } } }))), ...ended], good);
	add("a delta that is text", [...split.map((piece) => choice({ delta: piece })), ...ended], good);
	add("text in the delta", [...split.map((text) => choice({ delta: { text } })), ...ended], good);
	add("text in the choice", [...split.map((text) => choice({ text })), ...ended], good);
	add("a message that is text", [choice({ message: answer, finish_reason: "stop" })], good);
	add(
		"a part whose text is a value",
		[frame(delta({ content: [{ type: "text", text: { value: answer } }] })), stop],
		good,
	);
	add("Cloudflare's own events", [...split.map((response) => frame({ response, p: "x" })), done], good);
	add(
		"Ollama's own lines with their counts",
		[
			'{"message":{"role":"assistant","content":"Bon mot, "},"done":false}\n',
			'{"message":{"content":"dit-elle."},"done":true,"done_reason":"stop","prompt_eval_count":812,"eval_count":64}\n',
		],
		{ ...good, usage: counted },
		ndjson,
	);
	const lines = [
		choice({ delta: { content: "Bon mot, " } }),
		choice({ delta: { content: "dit-elle." }, finish_reason: "stop" }),
	];
	const bare = lines.map((line) => line.slice("data: ".length).trim());
	add("a line for each frame", [bare.join("\n")], good, ndjson);
	add("a list of frames", [`[${bare.join(",\r\n")}]`], good, json);
	const whole = chunk([{ message: { content: answer }, finish_reason: "stop" }]);
	add("an answer wrapped into data", [JSON.stringify({ code: 0, data: whole })], good, json);
	add(
		"an answer wrapped into a result",
		[JSON.stringify({ success: true, result: { response: answer } })],
		{ text: answer, outcome: "partial", kind: "format" },
		json,
	);
}

function thinking(add: Add): void {
	for (const [open, close, after = ""] of [
		["<longcat_think>", "</longcat_think>"],
		["<thinking_process>\n", "\n</thinking_process>\n"],
		['<think time="3">', "</think>"],
		['<details type="reasoning" done="true">\n<summary>Thought</summary>\n', "\n</details>\n"],
		["<|START_THINKING|>", "<|END_THINKING|><|START_RESPONSE|>", "<|END_RESPONSE|>"],
		["<|channel|>commentary<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"],
		["<|start|>assistant<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"],
		["[THINK]", "[/THINK]"],
		["<|begin_of_thought|>\n\n", "\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\n", "\n\n<|end_of_solution|>"],
		["<mm:think>", "</mm:think>"],
		["<internal_monologue>", "</internal_monologue>"],
		["<Thinking>", "</Thinking>\n"],
		["<｜begin▁of▁thinking｜>", "<｜end▁of▁thinking｜>"],
		["<reasoning>\n", "\n</reasoning>\n\n<answer>\n", "\n</answer>"],
		["<think>", "</think><answer>", "</answer>"],
		["<think>", "</think>\n<|begin_of_box|>", "<|end_of_box|>"],
		["<think>", "</think>[BEGIN FINAL RESPONSE]\n", "\n[END FINAL RESPONSE]"],
		["<unused94>thought\n", "<unused95>"],
	] as const) {
		const all = `${open}I look at it.${close}${answer}${after}`;
		add(`thinking in ${JSON.stringify(open)}`, [...words(open, "I look at it.", close, answer, after), ...ended], good);
		add(`the same, a character in each frame: ${JSON.stringify(open)}`, [...words(...all), ...ended], good);
	}
	add("thinking twice", [...words("<think>a</think>\n\n<think>b</think>\n\n", answer), ...ended], good);
	add(
		"Apriel's steps, of which only the end has a mark",
		[
			...words("Here are my reasoning steps:\n", "I look at it.\n", "[BEGIN FINAL RESPONSE]\n", answer),
			...[...words("\n[END FINAL RESPONSE]\n", "<|end|>"), ...ended],
		],
		good,
	);
	add(
		"Google's part that is a thought",
		[frame(delta({ content: [{ text: "hm", thought: true }, { text: answer }] })), stop],
		good,
	);
}

function tokens(add: Add): void {
	for (const token of [
		"<|eot|>",
		"</s><s>",
		"<|im_end|>\n<|im_start|>user\nMore?",
		"<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nMore",
		"<end_of_turn>\n<start_of_turn>model",
		"<｜end▁of▁sentence｜>",
		"<|role_end|>",
		"</eos>",
		"<unk>",
		"[EOT]",
		"[|endofturn|]",
		"<extra_id_1>",
		"<0x0A>",
		"[e~[",
		"</assistant>",
		"\n<|im_end|>\n\n",
	])
		add(`a token at the end, in pieces: ${JSON.stringify(token)}`, [...told, ...words(...token), ...ended], good);
	for (const token of [
		"<|start_header_id|>assistant<|end_header_id|>\n\n",
		"[|assistant|]",
		"<｜Assistant｜>",
		"[/INST] ",
	])
		add(`a token at the beginning: ${JSON.stringify(token)}`, [...words(...token), ...told, ...ended], good);
	add("a token that a sentence speaks of", [...words("The end is marked by <|im_end|> there."), ...ended], {
		text: "The end is marked by <|im_end|> there.",
	});
	add("a tag that the answer explains", [...words("<b> makes words bold."), ...ended], {
		text: "<b> makes words bold.",
	});
}

function repeated(add: Add): void {
	const again = { message: { content: answer } };
	add("the whole with the end", [...told, frame(delta({ content: answer }, "stop")), done], good);
	add("the whole beside the usage", [...told, stop, choice({ ...again, delta: {} }, { usage }), done], {
		...good,
		usage: counted,
	});
	add("the whole as text", [...told, choice({ text: answer, delta: {}, finish_reason: "stop" })], good);
	add(
		"the whole without its thinking",
		[...words("<think>hm hm</think>\n\n"), ...told, choice({ ...again, finish_reason: "stop" })],
		good,
	);
	const grown = ["Bon mot", "Bon mot, dit", answer];
	add("all that is there, in messages", [...grown.map((content) => choice({ message: { content } })), ...ended], good);
	add(
		"all that is there, after thinking",
		[...grown.map((text) => words(`<think>hm</think>${text}`).join("")), ...ended],
		good,
	);
}

function ends(add: Add): void {
	for (const word of [
		"eosFound",
		"stopStringFound",
		"REASON_STOP",
		"COMPLETE",
		"word",
		"stop_str",
		"stoppedByEos",
		"natural_stop",
		"eog",
	])
		add(`a good end: ${word}`, [...told, frame(delta({}, word)), done], good);
	const limit = { ...good, outcome: "partial" } as const;
	for (const word of [
		"maxPredictedTokensReached",
		"contextLengthReached",
		"REASON_MAX_LEN",
		"maximum_tokens",
		"out_of_tokens",
		"length_capped",
	])
		add(`a limit: ${word}`, [...told, frame(delta({}, word)), done], limit);
	for (const [word, kind] of [
		["userStopped", "unavailable"],
		["modelUnloaded", "unavailable"],
		["preempted", "unavailable"],
		["connection_closed", "unavailable"],
		["contentFilter", "policy"],
		["copyright", "refused"],
		["not_finished", "format"],
		["unfinished", "format"],
		["pause_turn", "format"],
	] as const)
		add(`a bad end: ${word}`, [...told, frame(delta({}, word)), done], { ...limit, kind });
	add(
		"an end in finish_details",
		[...told, choice({ delta: {}, finish_details: { type: "max_tokens" } }), done],
		limit,
	);
	add("an end in the delta", [...told, frame(delta({ finish_reason: "length" })), done], limit);
	add("an end beside the choices", [...told, frame(chunk([{ delta: {} }], { finish_reason: "length" })), done], limit);
	add(
		"vLLM's stop_reason beside it",
		[...told, choice({ delta: {}, finish_reason: "stop", stop_reason: 128009 }), done],
		good,
	);
	add(
		"Google's STOP on each, then the end of the stream",
		["Bon ", "mot"].map((content) => choice({ delta: { content }, finishReason: "STOP" })),
		{ text: "Bon mot", outcome: "partial", kind: "network" },
	);
}

function alive(add: Add): void {
	for (const sign of [
		"[PING]",
		'"keepalive"',
		"{'type': 'ping'}",
		'{"status":"processing"}',
		'{"event":"heartbeat","message":"still here"}',
		'{"code":0,"msg":"processing"}',
		'{"type":"heartbeat","status":200}',
		"<!-- ping -->",
		"null",
		"[]",
	])
		add(`a sign of life: ${sign}`, [`data: ${sign}\n\n`, told[0]!, `data: ${sign}\n\n`, told[1]!, ...ended], good);
	add("a sign of life with a name", ["event: queue\ndata: still working\n\n", ...told, ...ended], good);
	for (const end of ['"[DONE]"', "[done]", "DONE", "data: [DONE]"])
		add(`the end as ${end}`, [...told, `data: ${end}\n\n`], good);
	for (const error of [[], { message: null }, { code: 200, message: "OK" }, { code: "success" }, false, "0", [null]])
		add(
			`no error: ${JSON.stringify(error)}`,
			[
				...told.map((one) => `data: ${JSON.stringify({ ...(JSON.parse(one.slice(5)) as object), error })}\n\n`),
				...ended,
			],
			good,
		);
	for (const beside of [
		{ base_resp: { status_code: 0, status_msg: "success" } },
		{ code: 200, success: true, message: "ok" },
		{ code: "Success", message: "" },
	])
		add(
			`no error beside the words: ${JSON.stringify(beside)}`,
			[...split.map((content) => frame(delta({ content }, null, beside))), ...ended],
			good,
		);
}

function usages(add: Add): void {
	const at = (why: string, more: object, usage: object = counted): void =>
		add(`usage: ${why}`, [...told, frame(delta({}, "stop", more)), done], { ...good, usage: { ...usage } });
	at("in the metadata", { metadata: { usage } });
	at("by another name", { token_usage: usage });
	at("in a list", { usage: [usage] });
	at(
		"llama.cpp's timings",
		{ timings: { cache_n: 600, prompt_n: 212, predicted_n: 64 } },
		{ ...counted, cached_tokens: 600 },
	);
	at(
		"Amazon's",
		{ usage: { inputTokens: 112, cacheReadInputTokens: 200, cacheWriteInputTokens: 500, outputTokens: 64 } },
		{ ...counted, cached_tokens: 200, cache_write_tokens: 500 },
	);
	at("Amazon's metrics", { "amazon-bedrock-invocationMetrics": { inputTokenCount: 812, outputTokenCount: 64 } });
	at("Cohere's", { meta: { billed_units: { input_tokens: 812, output_tokens: 64 } } });
	at(
		"Google's, with thoughts",
		{
			usageMetadata: {
				promptTokenCount: 812,
				candidatesTokenCount: 4,
				thoughtsTokenCount: 60,
				totalTokenCount: 876,
				cachedContentTokenCount: 40,
			},
		},
		{ ...counted, cached_tokens: 40 },
	);
	at(
		"Alibaba's cache",
		{ usage: { ...usage, prompt_tokens_details: { cached_tokens: 10, cache_creation_input_tokens: 50 } } },
		{ ...counted, cached_tokens: 10, cache_write_tokens: 50 },
	);
	at(
		"Anthropic's cache",
		{
			usage: {
				input_tokens: 12,
				cache_creation: { ephemeral_1h_input_tokens: 700 },
				cache_creation_input_tokens: 700,
				cache_read_input_tokens: 100,
				output_tokens: 64,
			},
		},
		{ ...counted, cached_tokens: 100, cache_write_tokens: 700 },
	);
	for (const [why, cost] of [
		["an estimate", { estimated_cost: 0.001 }],
		["a total", { total_cost: 0.001 }],
		["xAI's ticks", { cost_in_usd_ticks: 10_000_000 }],
		["an amount with its currency", { cost: { amount: "0.001", currency: "EUR" } }],
	] as const)
		at(`money as ${why}`, { usage: { ...usage, ...cost } }, { ...counted, cost: 0.001 });
	at("money beside it", { usage, cost: 0.001 }, { ...counted, cost: 0.001 });
	at("money less than nothing", { usage: { ...usage, cost: -1 } });
	add(
		"usage: the prompt first, the answer last",
		[
			frame(delta({}, null, { usage: { input_tokens: 812, output_tokens: 1 } })),
			...told,
			frame(delta({}, "stop", { usage: { output_tokens: 64 } })),
		],
		{ ...good, usage: counted },
	);
	add(
		"usage: zeros at the end",
		[
			...told,
			stop,
			frame(chunk([], { usage })),
			frame(chunk([], { usage: { prompt_tokens: 0, completion_tokens: 0 } })),
			done,
		],
		{ ...good, usage: counted },
	);
	add(
		"usage: in an event of the Responses API",
		[
			...told,
			stop,
			frame({ type: "response.completed", response: { usage: { input_tokens: 812, output_tokens: 64 } } }),
		],
		{ ...good, usage: counted },
	);
}

function faults(add: Add): void {
	const within = (why: string, kind: string, ...frames: readonly string[]): void =>
		add(`a fault: ${why}`, [...words("Bon "), ...frames, done], { text: "Bon ", outcome: "partial", kind });
	within("a sentence", "rate", frame({ detail: "Rate limit reached for requests" }));
	within("a vendor's own code", "rate", frame({ code: 1302, msg: "Rate limit reached" }));
	within("MiniMax's own code", "rate", frame({ base_resp: { status_code: 1002, status_msg: "rate limit" } }));
	within("a status in a word", "unavailable", frame({ status: "error", message: "Upstream failed" }));
	within(
		"no success",
		"overloaded",
		frame({ success: false, errors: [{ code: 3040, message: "Capacity temporarily exceeded" }] }),
	);
	within("Baidu's names", "unavailable", frame({ error_code: 336100, error_msg: "try again later" }));
	within(
		"the Responses API's",
		"unavailable",
		frame({ type: "response.failed", response: { error: { code: "server_error", message: "died" } } }),
	);
	within("an event called exception", "unavailable", 'event: exception\ndata: {"message":"Upstream failed"}\n\n');
	within("an event of plain words", "unavailable", "event: fatal_error\ndata: Upstream failed\n\n");
	within("an error that is a number", "overloaded", frame({ error: 503, message: "No capacity" }));
	within("an error that is only said to be", "unavailable", frame({ error: true, message: "Upstream failed" }));
	within("an exception", "unavailable", frame({ exception: "OutOfMemoryError", message: "CUDA out of memory" }));
	within("in the delta", "unavailable", frame(delta({ error: { message: "Upstream failed" } })));
	within("without the field's name", "overloaded", '{"error":{"message":"Overloaded","code":503}}\n\n');
	for (const [why, kind, body] of [
		["a code in a word", "auth", { code: "InvalidApiKey", message: "Invalid API-key provided." }],
		["a status of its own", "auth", { status: "434", msg: "Invalid apiKey", body: null }],
		[
			"no success",
			"auth",
			{ success: false, errors: [{ code: 10000, message: "Authentication error" }], result: null },
		],
		["a sentence", "rate", { detail: "Rate limit exceeded" }],
		["no choices", "credit", { error: { message: "Insufficient credits", code: 402 }, choices: [] }],
	] as const)
		add(`status 200 and a fault: ${why}`, [JSON.stringify(body)], { text: "", outcome: "failed", kind }, json);
}

function framing(add: Add): void {
	const all = [...told, ...ended].join("");
	const pretty = (_: string, value: string): string =>
		`data: ${JSON.stringify(JSON.parse(value), null, 1).replace(/\n/g, "\ndata: ")}`;
	const changed: readonly (readonly [string, string])[] = [
		["a byte order mark and CRLF", `\ufeff${all.replace(/\n/g, "\r\n")}`],
		["a byte order mark before each", all.replace(/data: /g, "\ufeffdata: ")],
		["spaces before the field", all.replace(/data: /g, " data: ")],
		["a tab after the colon", all.replace(/data: /g, "data:\t")],
		["the field in another case", all.replace(/data: /g, "Data: ")],
		["no blank lines", all.replace(/\n\n/g, "\n")],
		["several lines of data", all.replace(/data: (\{.*\})/g, pretty)],
		["frames in one line", `${told.map((one) => one.trim()).join("")}\n\n${stop}${done}`],
		["objects in one line", `data: ${told.map((one) => one.slice(5).trim()).join("")}\n\n${stop}${done}`],
		["a comma after each", all.replace(/\}\n\n/g, "},\n\n")],
		["a number that JSON does not know", all.replace(/"finish_reason":null/g, '"finish_reason":null,"logprob":NaN')],
		["NUL for padding", `\0\0\0\0${told.join("\0\0")}${stop}${done}`],
		["NUL within the words", all.replace("mot", "mo\0t")],
		["a tab within the words", all.replace("Bon mot", "Bon\tmot")],
		["4,096 blanks in a comment", `:${" ".repeat(4096)}\n\n${all}`],
	];
	for (const [why, bytes] of changed) add(`the form: ${why}`, [bytes], good);
	add("the form: CRLF cut in two", all.replace(/\n/g, "\r\n").split(/(?=\n)/), good);
	add("a drip", [...[...all.slice(0, 20)].map((data) => ({ delay_ms: 5, data })), all.slice(20)], good);
	add("compressed bytes that do not say so", [Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 200, 201])], {
		text: "",
		outcome: "failed",
		kind: "format",
	});
	add("one frame longer than any answer", [...words("Bon "), frame(delta({ content: "x".repeat(4_100_000) })), stop], {
		outcome: "partial",
		kind: "format",
	});
}

/**
 * What other vendors, gateways and servers send in the place of what was reported of some: the same kinds in other
 * fields, words, orders and forms. In the form of streams.jsonl; `retry_after_s` and `model` are left open.
 */
export const vendorStreams = casesOf("vendor", { outcome: "done", kind: "none" }, (add) => {
	for (const group of [choices, thinking, tokens, repeated, ends, alive, usages, faults, framing]) group(add);
});
