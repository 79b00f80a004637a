import { describe, expect, it } from "vitest";
import { waitSaid } from "../../src/llm/wait-said";

const now = Date.UTC(2026, 10, 23, 12, 0, 0);
const wait = (headers: Readonly<Record<string, string>>, error: unknown = null, message = ""): number | null =>
	waitSaid(error, message, (name) => headers[name] ?? null, now);

describe("how long an endpoint asks to wait", () => {
	it.each<[string, Readonly<Record<string, string>>, number | null]>([
		["seconds", { "retry-after": "12" }, 12],
		["a part of a second, rounded up", { "retry-after": "2.2" }, 3],
		["a date", { "retry-after": new Date(now + 30_000).toUTCString() }, 30],
		["a date that is past", { "retry-after": new Date(now - 30_000).toUTCString() }, 0],
		["milliseconds, more exact than seconds", { "retry-after-ms": "1500", "retry-after": "9" }, 2],
		["years", { "retry-after": "99999999" }, 86_400],
		["what is no wait", { "retry-after": "soon" }, null],
		["less than nothing", { "retry-after": "-5" }, null],
		["nothing", { "retry-after": " " }, null],
	])("in a header: %s", (_what, headers, seconds) => {
		expect(wait(headers)).toBe(seconds);
	});

	it.each<[string, unknown, number | null]>([
		["availability", { availability: { retryable: true, retry_after: 7 } }, 7],
		["metadata", { metadata: { retry_after: 8 } }, 8],
		["OpenRouter's own limit", { metadata: { headers: { "X-RateLimit-Reset": String(now + 25_000) } } }, 25],
		["a limit that was renewed", { metadata: { headers: { "X-RateLimit-Reset": String(now - 1000) } } }, null],
		["no object", "slow down", null],
	])("in the body: %s", (_what, error, seconds) => {
		expect(wait({}, error)).toBe(seconds);
	});

	it.each<[string, number | null]>([
		["Rate limit reached. Please try again in 6s. Visit https://example.org", 6],
		["Please try again in 1m30.5s.", 91],
		["Please try again in 20ms.", 1],
		["Try again in 7m12s", 432],
		["Please retry in 34.07s.", 35],
		["Please retry after 20 seconds.", 20],
		["try again in 5 minutes", 300],
		["Try again in 2 hours", 7200],
		["Please try again in a moment", null],
		["Try again in the 3s quarter", null],
		["Slow down", null],
	])("in words, which pages may read where headers are kept from them: %s", (message, seconds) => {
		expect(wait({}, null, message)).toBe(seconds);
	});

	it("in its header before its words", () => {
		expect(wait({ "retry-after": "3" }, { availability: { retry_after: 7 } }, "Try again in 9s")).toBe(3);
	});
});
