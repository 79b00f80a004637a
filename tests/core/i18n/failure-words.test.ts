import { describe, expect, it } from "vitest";
import { failureKinds } from "../../../src/core/chat/chat";
import { en } from "../../../src/core/i18n/en";
import { failureWords } from "../../../src/core/i18n/failure-words";
import { fr } from "../../../src/core/i18n/fr";
import { responseFailure } from "../../../src/llm/failure";

const refused = (status: number, body: unknown): ReturnType<typeof responseFailure> =>
	responseFailure(status, typeof body === "string" ? body : JSON.stringify(body), () => null, 0, [
		"sk-secret-0123456789",
	]);

describe.each([
	["English", en],
	["French", fr],
])("what is said of a refusal, in %s", (_language, strings) => {
	const said = (status: number, body: unknown): string => failureWords(strings, refused(status, body), false);

	it.each<[number, unknown]>([
		[404, { error: { message: 'model "llama9" not found, try pulling it first' } }],
		[
			404,
			{
				error: {
					message: "The model `gpt-9` does not exist or you do not have access to it.",
					code: "model_not_found",
				},
			},
		],
		[400, { error: { code: 400, message: "foo/bar is not a valid model ID" } }],
		[404, { type: "error", error: { type: "not_found_error", message: "model: claude-9" } }],
		[404, { error: { message: "No endpoints found for foo/bar.", code: 404 } }],
		[400, { error: "No models loaded. Please load a model in the developer page." }],
	])("asks to check the name only of a model that is not there: %i %j", (status, body) => {
		expect(said(status, body)).toBe(strings.unknownModel);
	});

	it.each<[number, unknown]>([
		[500, { error: { message: "model requires more system memory (8.0 GiB) than is available (4.0 GiB)" } }],
		[500, { error: "CUDA error: out of memory" }],
		[500, { error: { message: "llama runner process has terminated: cudaMalloc failed: out of memory" } }],
		[400, { error: "Failed to load model: insufficient system resources" }],
		[503, { error: { message: "Not enough GPU memory to load the model" } }],
	])("speaks of memory where a model does not fit into it: %i %j", (status, body) => {
		expect(said(status, body)).toBe(strings.noMemory);
	});

	it.each<[number, unknown, string]>([
		[500, { error: { message: "The engine is gone. Ask your administrator." } }, "The engine is gone."],
		[404, { detail: "Not Found: this path has no handler" }, "Not Found: this path has no handler"],
		[418, "I am a teapot, and no friend of yours.", "I am a teapot, and no friend of yours."],
		[500, { error: { message: "Bad key sk-secret-0123456789 used\u202e here." } }, "Bad key [key] used here."],
		[422, { detail: [{ loc: ["body", "messages"], msg: "field required" }] }, "field required"],
	])("quotes the first sentence of what is not known: %i %j", (status, body, sentence) => {
		expect(said(status, body)).toContain(strings.endpointSaid(sentence));
		expect(said(status, body)).not.toContain(strings.unknownModel);
	});

	it.each<[number, unknown]>([
		[500, "<html><body>502 Bad Gateway</body></html>"],
		[500, ""],
		[500, "12345"],
	])("quotes nothing where nothing is said: %i %j", (status, body) => {
		expect(said(status, body)).toBe(strings.failures.unavailable);
	});

	it("says of each kind something of its own", () => {
		const all = failureKinds.map((kind) =>
			failureWords(strings, { kind, status: null, detail: "", retryAfter: null }, false),
		);
		expect(new Set(all).size).toBe(failureKinds.length);
		expect(
			failureWords(strings, { kind: "format", about: "length", status: null, detail: "", retryAfter: null }, true),
		).toBe(strings.tooLong);
		expect(
			failureWords(strings, { kind: "request", about: "privacy", status: 400, detail: "", retryAfter: null }, false),
		).toBe(strings.privacyRefused);
	});
});
