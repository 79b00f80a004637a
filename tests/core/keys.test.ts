import { describe, expect, it } from "vitest";
import { plainKey } from "../../src/core/keys";

describe("a key that was copied", () => {
	it.each([
		["sk-1234", "sk-1234"],
		[" sk-1234\n", "sk-1234"],
		["sk-12\u200b34", "sk-1234"],
		["sk-12\r\n  34", "sk-1234"],
		["Bearer sk-1234", "sk-1234"],
		["\ufeffsk-1234\u00a0", "sk-1234"],
		["bearer-of-news", "bearer-of-news"],
	])("%j is kept as %j", (copied, kept) => {
		expect(plainKey(copied)).toBe(kept);
	});
});
