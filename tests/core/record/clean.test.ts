import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../../src/core/record/clean";
import { plainText, quote } from "../../../src/core/record/quote";
import { anyText, runs } from "./arbitrary";

describe("cleaning", () => {
	it.each([
		["joiners in emoji", "👨‍👩‍👧‍👦 👩🏽‍🔬 🏳️‍🌈 ❤️ 1️⃣"],
		["three flags", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿"],
		["non-joiners in Persian", "می‌خواهم"],
		["joiners in Indic scripts", "क्‍ष ශ්‍රී"],
		["no-break spaces", "«\u00a0oui\u00a0»\u202f!"],
		["both forms of é", "é e\u0301"],
		["writing from right to left", "שלום هذه جملة"],
	])("keeps %s", (_, text) => {
		expect(cleanText(text)).toBe(text);
	});

	it.each([
		["bidi controls", "a\u202eb\u2066c\u2069\u200e\u200f\u061c", "abc"],
		["zero-width characters", "a\u200bb\u200cc\u200dd\ufeff\u2060\u00ad", "abcd"],
		["tags that spell no flag", "\u{1f3f4}\u{e0061}\u{e0062}\u{e007f}x\u{e0041}", "\u{1f3f4}x"],
		["selectors after letters and after emoji beyond the first", "a\ufe0f\u{e0100} ❤\ufe0f\ufe0f\ufe0e", "a ❤\ufe0f"],
		["controls", "a\u0000\u0007\u001b[31m\u007f\u009f", "a[31m"],
		["fillers and annotations", "a\u3164\u115f\ufff9b\ufffa\ufffb\ufffe", "ab"],
	])("removes %s", (_, text, cleaned) => {
		expect(cleanText(text)).toBe(cleaned);
	});

	it("makes every break a line break, and every half character a sign that one is missing", () => {
		expect(cleanText("a\rb\r\nc\u000bd\fe\u0085f\u2028g\u2029h")).toBe("a\nb\nc\nd\ne\nf\ng\nh");
		expect(cleanText("\ud83dx\ude00 😀")).toBe("\ufffdx\ufffd 😀");
	});

	it("cleans once for all", () => {
		fc.assert(fc.property(anyText, (text) => {
			expect(cleanText(cleanText(text))).toBe(cleanText(text));
		}), { numRuns: runs });
	});
});

describe("quoting ordinary answers", () => {
	const lines = (reply: string): string => quote(reply).join("\n");

	it("keeps paragraphs, emphasis and lists as Markdown", () => {
		expect(lines("One *two* **three** _four_ ***five***.\n\n* a\n    * b\n* c\n\n1) x\n2) y\n\nEnd.")).toBe(
			"One *two* **three** _four_ ***five***.\n\n- a\n  - b\n- c\n\n1) x\n2) y\n\nEnd.");
		expect(lines("这是**重点**内容。")).toBe("这是**重点**内容。");
	});

	it("takes a number that begins a sentence for no list, and a list on from its first item", () => {
		expect(lines("1986. A great year.")).toBe("1986\\. A great year.");
		expect(lines("1. a\n2. b\n\n3. c")).toBe("1. a\n2. b\n\n3. c");
		expect(lines("- a\n  1. b\n  2. c\n- d\n2) e")).toBe("- a\n  1. b\n  2. c\n- d\n  2\\) e");
	});

	it("adds no sign to plain words, whatever their language and sums", () => {
		for (const text of ["When x < y and y > z, 50 % of C# is fine.", "Dash — and - stay. “Yes”, ‘maybe’… no?", "«\u00a0Oui\u00a0»\u00a0: n’est-ce pas\u202f?", "a + b = c; x -> y; (c) @home", "这只猫在睡觉。", "snake_case_name at 10:30, 3.14, AT&T"]) {
			expect(lines(text)).toBe(text);
		}
	});

	it("shows code as text, with its indentation", () => {
		expect(lines("```py\nif x:\n    # run *it*\n    y = `1`\n```")).toBe("\\`\\`\\`py\nif x:\n\u00a0\u00a0\u00a0\u00a0\\# run \\*it\\*\n\u00a0\u00a0\u00a0\u00a0y = \\`1\\`\n\\`\\`\\`");
	});

	it("says so in the given words when the rest is left out", () => {
		const quoted = quote("word ".repeat(20_000), { maxLength: 1_000, truncated: "The rest was left out." });
		expect(quoted.slice(-2)).toEqual(["", "The rest was left out."]);
		expect(quoted[0]?.endsWith("word")).toBe(true);
	});

	it("gives the clipboard text without marks, whose signs are held apart", () => {
		expect(plainText("**Bold** and `code`:\n\n- [x] {{ a }} ![b](c) <% d %>\n\n```js\nlet e;\n```")).toBe(
			"Bold and 'code':\n\n- [x] {\u00a0{ a }} !\u00a0[b]\u00a0(c) <\u00a0% d %>\n\nlet e;");
	});

	it("takes a time in line with the reply's length, whatever it is made of", () => {
		const parts = ["`", "*", "_", "[", "#a ", "> ", "- ", "\n- ", "^ a", ":", "=", "[\u00a0", "😀\u200d", "a\u200c", "**a", "``` `` ` ", "www.", "a@", "\\", "1. "];
		for (const part of parts) {
			const start = performance.now();
			quote(part.repeat(200_000 / part.length));
			plainText(part.repeat(20_000 / part.length));
			expect(performance.now() - start, JSON.stringify(part)).toBeLessThan(1_500);
		}
	});
});
