import { describe, expect, it } from "vitest";
import { canBeKey, plainKey } from "../../../src/core/endpoint/keys";

describe("a key that was copied", () => {
	it.each([
		["sk-1234", "sk-1234"],
		[" sk-1234\n", "sk-1234"],
		["sk-12\u200b34", "sk-1234"],
		["sk-12\r\n  34", "sk-1234"],
		["Bearer sk-1234", "sk-1234"],
		["\ufeffsk-1234\u00a0", "sk-1234"],
		["bearer-of-news", "bearer-of-news"],
		['"sk-1234"', "sk-1234"],
		["“sk-1234”", "sk-1234"],
		["Authorization: Bearer sk-1234", "sk-1234"],
		['export OPENAI_API_KEY="sk-1234"', "sk-1234"],
		["MISTRAL_API_KEY=abc=", "abc="],
		["id:secret", "id:secret"],
	])("%j is kept as %j", (copied, kept) => {
		expect(plainKey(copied)).toBe(kept);
	});
});

describe("what can be a key", () => {
	it.each([
		["sk-1234", true],
		["abc+/=", true],
		["", false],
		["sk-or-v1-abc…xyz", false],
		["••••••••", false],
		["clé", false],
		["two words", false],
		["sk-1\n2", false],
	])("%j: %s", (text, can) => {
		expect(canBeKey(text)).toBe(can);
	});
});
