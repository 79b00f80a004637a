import { describe, expect, it } from "vitest";
import type { FailureKind } from "../../src/core/chat";
import { responseFailure } from "../../src/llm/failure";

describe("a refusal by an endpoint", () => {
	it.each<[number, unknown, FailureKind]>([
		[422, { detail: [{ type: "extra_forbidden", loc: ["body", "stream_options"], msg: "Extra inputs are not permitted" }] }, "request"],
		[400, { error: { message: "stream_options is not supported", type: "invalid_request_error" } }, "request"],
		[400, { error: { message: "Unrecognized request argument supplied: stream_options", type: "invalid_request_error" } }, "request"],
		[400, { message: "property 'stream_options' is unsupported, additional properties not allowed" }, "request"],
		[422, { error: { message: "The content is not allowed.", code: "content_policy_violation" } }, "refused"],
		[422, { detail: [{ loc: ["body", "messages"], msg: "field required" }] }, "refused"],
		[400, { error: { message: "Model x/y is not supported." } }, "unavailable"],
		[403, { error: { message: "Invalid API key" } }, "auth"],
		[400, { error: { message: "API key not valid. Please pass a valid API key.", status: "INVALID_ARGUMENT" } }, "auth"],
		[403, { detail: "Invalid API key." }, "auth"],
		[403, "Missing API key", "auth"],
		[403, { error: { message: "This model is not offered in your region." } }, "policy"],
		[400, { error: { message: "Bad request" }, input: "My note: an invalid API key is no joy." }, "unavailable"],
	])("with status %i and %j is of kind %s", (status, body, kind) => {
		expect(responseFailure(status, typeof body === "string" ? body : JSON.stringify(body), null, 0, []).kind).toBe(kind);
	});
});
