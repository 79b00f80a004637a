import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Quotations } from "../../../src/core/consultation/quotation";
import { readingOf, remarksText } from "../../../src/core/consultation/reading";
import { remarksQuestion } from "../../../src/core/prompts/remarks-question";

const record =
	"> [!ai]- A Model · Overview · 2026-11-23\n> only the record says this\n>\n> `vendor/model` via Endpoint";
const note =
	"# On keeping\n\nI write in the morning because by noon I have already agreed with too many people. L’été " +
	`*finit* « tôt ».\n\n${record}\n\nA notebook is not a draft. A draft knows\nwhere it is going.\n`;
const found = (quotation: string): string | null => {
	const range = new Quotations(note, []).find(quotation);
	return range === null ? null : note.slice(range.from, range.to);
};

describe("a quotation", () => {
	it.each([
		["agreed with too many people", "agreed with too many people"],
		["“Agreed with too many people.”", "agreed with too many people"],
		["l'été finit", "L’été *finit"],
		['finit "tôt"', "finit* « tôt"],
		["A draft knows where it is going", "A draft knows\nwhere it is going"],
		["… by noon I have …", "by noon I have"],
	])("is found however it is set: %s", (quotation, words) => {
		expect(found(quotation)?.replace(/[*»\s]+$/, "")).toBe(words);
	});

	it("is not found where it is not, nor by a word or two letters", () => {
		for (const quotation of ["", "…", "by", "agreed with many people", "notebooks"])
			expect(found(quotation)).toBeNull();
	});

	it("is found at its place, in a text of any length", () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.string({ unit: "grapheme" }), (before, after) => {
				const text = `${before.join("|")} ## the one passage ## ${after}`;
				const range = new Quotations(text).find("the one passage");
				expect(range).not.toBeNull();
				expect(text.slice(range!.from, range!.to)).toBe("the one passage");
			}),
		);
		expect(new Quotations("a b ".repeat(1_000)).find("a b a b c")).toBeNull();
	});
});

describe("the reply to a reading", () => {
	const line = (quote: string, remark: string): string => JSON.stringify({ quote, remark });

	it("gives remarks with the words they quote, in any wrapping", () => {
		const rows = [
			line("agreed with too many people", "A joke, or a failing?"),
			line("A notebook is not a draft", "Why?"),
		];
		for (const reply of [
			rows.join("\n"),
			`[${rows.join(",")}]`,
			`{"remarks": [${rows.join(", ")}]}`,
			`Here they are:\n\`\`\`json\n${rows.join("\n")}\n\`\`\`\nThat is all.`,
			`<think>${line("noon", "no")}</think>\n${rows.join("\n")}`,
		]) {
			const { remarks, dropped, isRead } = readingOf(reply, note);
			expect(remarks.map(({ range, text }) => [note.slice(range.from, range.to), text])).toEqual([
				["agreed with too many people", "A joke, or a failing?"],
				["A notebook is not a draft", "Why?"],
			]);
			expect([dropped, isRead]).toEqual([[], true]);
		}
	});

	it("drops what quotes nothing of the note, what quotes a record, and what comes after the tenth", () => {
		const made = Array.from({ length: 12 }, (_, n) => line("agreed with too many people", `Remark ${n}.`));
		const reply = [line("never written", "x"), line("only the record says this", "y"), ...made].join("\n");
		const { remarks, dropped } = readingOf(reply, note);
		expect(remarks).toHaveLength(10);
		expect(dropped.map(({ text }) => text)).toEqual(["x", "y", "Remark 10.", "Remark 11."]);
	});

	it("says which of the earlier ones are settled, and tells nothing from what can't be read", () => {
		const reply = '{"settled": 2, "why": "It now says when."}\n{"settled": "4", "why": "Gone."}\n{"settled": true}';
		expect([...readingOf(reply, note).settled]).toEqual([
			[2, "It now says when."],
			[4, "Gone."],
		]);
		expect(readingOf("[]", note)).toMatchObject({ remarks: [], isRead: true });
		expect(readingOf("I have nothing to say.", note).isRead).toBe(false);
		expect(readingOf("", note).isRead).toBe(false);
	});

	it("is bounded and hides nothing, whatever it holds", () => {
		const { remarks } = readingOf(
			line("agreed with too many people", `\u202eevil\u200b ${"long ".repeat(5000)}`),
			note,
		);
		expect(remarks[0]!.text).toMatch(/^evil long/);
		expect(remarks[0]!.text.length).toBeLessThanOrEqual(1200);
		for (const piece of ["[", '{"', '{"quote": "', "{ "])
			expect(readingOf(piece.repeat(1_000), note).remarks).toEqual([]);
		fc.assert(
			fc.property(fc.string(), fc.json(), (text, json) => {
				const { remarks: some, dropped } = readingOf(`${text}\n${json}`, note);
				expect(some.length).toBeLessThanOrEqual(10);
				expect(remarksText([...some, ...dropped])).not.toContain("\u202e");
			}),
		);
	});
});

describe("the request for a reading", () => {
	const earlier = [{ number: 3, quotation: "agreed", text: "A joke? </earlier>" }];

	it("asks for quotations, and of what is settled only where there were remarks", () => {
		const first = remarksQuestion({ question: "Read it.", language: "French", earlier: [] });
		expect(first).toContain("at most 10 remarks");
		expect(first).toContain("in French");
		expect(first).not.toContain("settled");
		const again = remarksQuestion({ question: "Read it.", language: null, earlier });
		expect(again).toContain("<earlier-2>\n3. “agreed”: A joke? </earlier>\n</earlier-2>");
		expect(again).toContain('{"settled": its number');
	});
});
