import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclosureChange } from "../../../src/core/disclosure/property";
import { applyChanges } from "../../../src/core/text/text";
import { parseYaml } from "../../host/frontmatter";
import { sampleSize, seedOf } from "../../sampling";

/** The note as it is once its property is true. */
function after(text: string, records: boolean): string {
	const change = disclosureChange(text, records, parseYaml);
	return change === null ? text : applyChanges(text, [change]);
}

describe("the property ai-disclosure", () => {
	it.each([
		["Text.", true, "---\nai-disclosure: ai-assisted\n---\nText."],
		["Text.", false, "Text."],
		["A\r\nB", true, "---\r\nai-disclosure: ai-assisted\r\n---\r\nA\r\nB"],
		["---\ntitle: x\n---\nText.", true, "---\ntitle: x\nai-disclosure: ai-assisted\n---\nText."],
		["---\n---\nText.", true, "---\nai-disclosure: ai-assisted\n---\nText."],
		["---\nai-disclosure: ai-assisted # mine\n---\n", false, "---\nai-disclosure: human-only # mine\n---\n"],
		["---\n'ai-disclosure' : \"human-only\"\n---\n", true, "---\n'ai-disclosure' : \"ai-assisted\"\n---\n"],
		["---\nai-disclosure: ai-assisted\r\n---\r\n", false, "---\nai-disclosure: human-only\r\n---\r\n"],
		// The writer's own, and what can't be understood.
		["---\nai-disclosure: ai-autonomous\n---\n", true, null],
		["---\nai-disclosure: some\n---\n", true, null],
		["---\nai-disclosure: [ai-assisted]\n---\n", false, null],
		["---\nai-disclosure: |\n  ai-assisted\n---\n", false, null],
		["---\nx:\n  ai-disclosure: ai-assisted\n---\n", false, null],
		["---\n{a: 1}\n---\n", true, null],
		["---\n- a\n---\n", true, null],
		["---\na: [\n---\n", true, null],
		["---\nno end", true, null],
		["+++\na = 1\n+++\n", true, null],
	])("of %j, with records %s, becomes %j", (text, records, expected) => {
		expect(after(text, records)).toBe(expected ?? text);
	});

	it("comes and goes with records, and leaves every other byte and property", () => {
		const value = fc.constantFrom("x", '"a: b"', "[1, 2]", "|\n  block\n  text", "'é'", "2026-01-01", "{a: 1}", "");
		const one = fc.tuple(fc.constantFrom("title", "tags", "ai", "publish", "Date créée", "x-y"), value);
		const lines = fc
			.uniqueArray(one, { selector: ([name]) => name, maxLength: 4 })
			.map((all) => all.map(([name, of]) => `${name}: ${of}`));
		const place = fc.option(fc.constantFrom("human-only", "ai-assisted"));
		fc.assert(
			fc.property(
				lines,
				place,
				fc.nat(4),
				fc.constantFrom("\n", "\r\n"),
				fc.string(),
				(all, said, at, lineBreak, body) => {
					const own = said === null ? all : [...all.slice(0, at), `ai-disclosure: ${said}`, ...all.slice(at)];
					const text = ["---", ...own, "---", body].join("\n").replace(/\n/g, lineBreak);
					const on = after(text, true);
					expect(on.match(/ai-disclosure: ai-assisted/g)).toHaveLength(1);
					expect(on.replace(/ai-disclosure: ai-assisted(?:\r?\n)?/, "")).toBe(
						text.replace(/ai-disclosure: (?:ai-assisted|human-only)(?:\r?\n)?/, ""),
					);
					expect(after(on, true)).toBe(on);
					expect(after(after(on, false), true)).toBe(on);
				},
			),
			{ numRuns: sampleSize(200), ...seedOf(6) },
		);
	});
});
