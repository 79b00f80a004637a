import { describe, expect, it } from "vitest";
import { redact } from "../../src/llm/redact";

const key = "canary0123456789+/abcdefWXYZ";

describe("text without keys", () => {
	it.each([
		["the key", `Refused: ${key}.`],
		["a bearer token", `Authorization: Bearer ${key}`],
		["its form in an address", `GET /v1?x=${encodeURIComponent(key)}`],
		["its beginning alone", "Refused: canary0123456 is not known"],
		["its end alone", "no key that ends in WXYZ, or abcdefWXYZ"],
		["its ends with stars between", "Incorrect API key provided: cana*******WXYZ."],
		["its beginning and dots", "Key can... is not known"],
		["its end after an ellipsis", "the key …WXYZ"],
	])("holds nothing of %s", (_what, text) => {
		expect(redact(text, [key])).not.toMatch(/can|cana|WXYZ|0123/);
	});

	it.each([
		["Incorrect API key provided: sk-proj-********abcd.", "abcd"],
		["label: sk-or-v1-abc...xyz", "xyz"],
		["key ab••••••yz refused", "yz"],
		["sk-ant-api03-abcdefgh", "abcdefgh"],
		["gsk_0123456789abcdefghij", "0123456789"],
		["hf_abcdefghijklmnop", "abcdefghijkl"],
		["AIzaSyA0123456789abcdefghijklmnop", "SyA0123"],
		["token eyJhbGciOiJI.eyJzdWIiOiIx.abc-def", "hbGci"],
		["x-api-key: 0a1b2c3d4e5f6071", "0a1b2c"],
		['{"api_key":"0a1b2c3d4e5f6071"}', "0a1b2c"],
		["https://host.example/v1?api_key=0a1b2c", "0a1b2c"],
		["https://me:pass@host.example/v1", "pass"],
		["https://token0a1b@host.example/v1", "token0a1b"],
	])("is so without knowing the key: %s", (text, part) => {
		expect(redact(text, [])).not.toContain(part);
	});

	it("keeps what is said about keys, and everything else", () => {
		for (const text of [
			"Missing API key. Get one at https://openrouter.ai/settings/keys.",
			"Authentication failed: api_key required",
			"This model's maximum context length is 8192 tokens... you asked for 9000.",
			"Wait... and try again: e.g. me@example.org",
			'{"error":{"code":429,"message":"Rate limit reached for gpt-4o-2024-08-06 in organization org-x"}}',
		])
			expect(redact(text, [key]), text).toBe(text);
	});

	it("of a dummy key keeps the words that only begin or end as it does", () => {
		expect(redact("the llama and ollama", ["ollama"])).toBe("the llama and [key]");
	});

	it("takes no longer for a long word than for a text", () => {
		// Quadratic work on this would outlast the time for a test.
		expect(redact("a".repeat(2_000_000), [key])).toHaveLength(2_000_000);
	});
});
