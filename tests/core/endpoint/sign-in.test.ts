import { describe, expect, it } from "vitest";
import { givenCode, isStillWaiting, longestSignIn, pastedCode, storedSignIn } from "../../../src/core/endpoint/sign-in";
import { nullable, read } from "../../../src/core/stored/schema";

const state = "c3RhdGUtb2YtdGVzdA";
const pending = {
	endpoint: "openrouter",
	origin: "https://openrouter.ai",
	verifier: "v",
	challenge: "c",
	state,
	begun: 1000,
};

describe("a sign-in as it was stored", () => {
	it("waits an hour and no longer, whatever becomes of the clock", () => {
		expect(isStillWaiting(pending, 1000)).toBe(true);
		expect(isStillWaiting(pending, 1000 + longestSignIn)).toBe(true);
		expect(isStillWaiting(pending, 1001 + longestSignIn)).toBe(false);
		expect(isStillWaiting(pending, 999)).toBe(true);
		expect(isStillWaiting(pending, 999 - longestSignIn)).toBe(false);
	});

	it.each([
		[null],
		["text"],
		[[]],
		[{}],
		[{ ...pending, verifier: "" }],
		[{ ...pending, state: 3 }],
		[{ ...pending, begun: "1000" }],
		[{ ...pending, origin: undefined }],
	])("is none when it reads %j", (stored) => {
		expect(read(nullable(storedSignIn), stored, null)).toBeNull();
	});

	it("keeps nothing but its own fields", () => {
		expect(read(nullable(storedSignIn), { ...pending, key: "sk-1" }, null)).toEqual(pending);
	});
});

describe("a code that was pasted", () => {
	it.each([
		["auth_abc-123", "auth_abc-123"],
		["  auth_abc-123 \n", "auth_abc-123"],
		['"auth_abc-123"', "auth_abc-123"],
		["« auth_abc »", "auth_abc"],
		["a1b2:c3/d4+e5==", "a1b2:c3/d4+e5=="],
		[`obsidian://expert-friend-openrouter?state=${state}&code=auth_abc`, "auth_abc"],
		[`obsidian://expert-friend-openrouter?code=a%2Fb&state=${state}#_`, "a/b"],
		["https://openrouter.ai/done?code=auth_abc", "auth_abc"],
		["code=auth_abc", "auth_abc"],
	])("is read from %j", (text, code) => {
		expect(pastedCode(text, state)).toEqual({ code });
	});

	it.each([
		["", "none"],
		["   ", "none"],
		["abc", "none"],
		["two words", "none"],
		["https://openrouter.ai/auth?code_challenge=abc", "none"],
		["https://openrouter.ai/done?code=", "none"],
		["x".repeat(513), "none"],
		[`code=${"x".repeat(513)}`, "none"],
		["sk-or-v1-0123456789", "key"],
		[`obsidian://expert-friend-openrouter?state=${state}&error=access_denied`, "denied"],
		["obsidian://expert-friend-openrouter?state=of-another&code=auth_abc", "other"],
		["obsidian://expert-friend-openrouter?code=auth_abc&state=", "other"],
	])("is refused in %j", (text, problem) => {
		expect(pastedCode(text, state)).toEqual({ problem });
	});
});

describe("a code that came by itself", () => {
	it("is used only when it names the sign-in it is for", () => {
		expect(givenCode({ action: "a", code: "auth_abc", state }, state)).toEqual({ code: "auth_abc" });
		for (const given of [
			{ code: "auth_abc" },
			{ code: "auth_abc", state: "of-another" },
			{ code: "auth_abc", state: "" },
			{ error: "access_denied", state: "of-another" },
		] as Record<string, string>[])
			expect(givenCode(given, state)).toEqual({ problem: "other" });
		expect(givenCode({ error: "access_denied", state }, state)).toEqual({ problem: "denied" });
		expect(givenCode({ state }, state)).toEqual({ problem: "none" });
	});
});
