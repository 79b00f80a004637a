import { describe, expect, it } from "vitest";
import { memoizeLast } from "../../../src/core/cache/memoize-last";

describe("what was asked lately", () => {
	it("is not made again, and only the last few are remembered", () => {
		const made: string[] = [];
		const twice = memoizeLast((text: string, times: number) => {
			made.push(`${text}${times}`);
			return text.repeat(times);
		}, 2);
		expect([twice("a", 2), twice("b", 1), twice("a", 2), twice("a", 3), twice("a", 2)]).toEqual([
			"aa",
			"b",
			"aa",
			"aaa",
			"aa",
		]);
		expect(made).toEqual(["a2", "b1", "a3"]);
		twice("b", 1);
		expect(made).toEqual(["a2", "b1", "a3", "b1"]);
	});
});
