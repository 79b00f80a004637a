import { describe, expect, it } from "vitest";
import { durationOf } from "../../../src/core/i18n/duration";

describe("a wait", () => {
	it.each([
		[0, "0 s"],
		[40, "40 s"],
		[119, "119 s"],
		[120, "2 min"],
		[130, "2 min 10 s"],
		[3600, "1 h"],
		[3660, "1 h 1 min"],
		[86_400, "24 h"],
	])("of %i seconds reads %s", (seconds, words) => {
		expect(durationOf(seconds).replaceAll("\u00a0", " ")).toBe(words);
	});
});
