// Models that fail on purpose, by id: ask one by typing its id into the model picker.
const json =
	(status, error, headers = {}) =>
	(response, cors) => {
		response
			.writeHead(status, { ...cors, "content-type": "application/json", ...headers })
			.end(JSON.stringify({ error }));
	};

const frame = (response, model, delta, reason = null) => {
	const choices = [{ index: 0, delta, finish_reason: reason }];
	response.write(`data: ${JSON.stringify({ id: "fault", object: "chat.completion.chunk", model, choices })}\n\n`);
};

export const faults = {
	"scripted/broke": json(402, { message: "No credit is left.", code: 402 }),
	"scripted/busy": json(
		429,
		{ message: "Too many requests.", code: 429 },
		{ "retry-after": "3", "access-control-expose-headers": "retry-after" },
	),
	"scripted/full": json(400, {
		message: "This model's maximum context length is 10 tokens.",
		code: "context_length_exceeded",
	}),
	/** Says two words and hangs up. */
	"scripted/cut": (response, cors) => {
		response.writeHead(200, { ...cors, "content-type": "text/event-stream" });
		frame(response, "scripted/cut", { role: "assistant", content: "I was about" });
		setTimeout(() => frame(response, "scripted/cut", { content: " to say" }), 200);
		setTimeout(() => response.destroy(), 400);
	},
	/** Answers, and has nothing to say. */
	"scripted/empty": (response, cors) => {
		response.writeHead(200, { ...cors, "content-type": "text/event-stream" });
		frame(response, "scripted/empty", { role: "assistant", content: "" }, "stop");
		response.end("data: [DONE]\n\n");
	},
	/** Takes the request and never answers. */
	"scripted/silent": (response, cors) => {
		response.writeHead(200, { ...cors, "content-type": "text/event-stream" });
		response.flushHeaders();
	},
};
