import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sectionAround } from "../../../src/core/markdown/structure";
import { noteContext } from "../../../src/core/prompts/context";
import { withoutRecords } from "../../../src/core/record/strip";

const record =
	"> [!ai]- A Model · Is it clear? · 2026-11-23\n> **Asked:** Is it clear?\n>\n> Model words here.\n>\n> " +
	"`vendor/model` via Endpoint · cost unknown";
const part = (n: number, words = 120): string =>
	`## Part ${n}\n\n${`Words of part ${n} that fill it. `.repeat(words).trim()}\n`;
const long =
	`---\ntitle: Long\n---\nThe lead.\n\n# All\n\n${Array.from({ length: 30 }, (_, n) => part(n)).join("\n")}\n## ` +
	`Here\n\nThe passage asked about.\n\n${record}\n\n${part(40)}`;
const passage = {
	from: long.indexOf("The passage"),
	to: long.indexOf("The passage") + "The passage asked about.".length,
};
const upTo =
	(units: number) =>
	(text: string): boolean =>
		text.length <= units;

describe("what goes along of a note", () => {
	it("is all of it but the records, its section, or nothing", () => {
		expect(noteContext(long, "Long", "note", passage)).toEqual({
			title: "Long",
			text: withoutRecords(long),
			extent: "note",
		});
		expect(noteContext(long, "Long", "section", passage)).toEqual({
			title: "Long",
			text: "## Here\n\nThe passage asked about.\n\n",
			extent: "section",
		});
		expect(noteContext(long, "Long", "passage", passage)).toEqual({ title: "Long", text: "", extent: "passage" });
	});

	it("is the outline, the section and what is next to it when the whole does not fit", () => {
		const { text, extent } = noteContext(long, "Long", "note", passage, upTo(20_000));
		expect(extent).toBe("part");
		expect(text).toMatch(/^# All\n## Part 0\n## Part 1\n/);
		expect(text).toContain("## Here\n\nThe passage asked about.");
		expect(text).toContain("Words of part 29");
		expect(text).toContain("Words of part 40");
		expect(text).not.toContain("Words of part 20");
		expect(text).not.toContain("Model words");
		expect(text).toContain("[…]");
	});

	it("is as much around the passage as fits when its section does not", () => {
		const one = `# One\n\n${Array.from({ length: 4000 }, (_, n) => `Line ${n} of it.`).join("\n")}`;
		const at = one.indexOf("Line 2000 ");
		const { text } = noteContext(one, "One", "section", { from: at, to: at + 16 }, upTo(3000));
		expect(text.length).toBeLessThanOrEqual(3000);
		expect(text.length).toBeGreaterThan(2500);
		expect(text).toMatch(
			/^# One\n\n\[…\]\n\nLine \d+ of it\.\n[^]*\nLine 2000 of it\.\n[^]*\nLine \d+ of it\.\n\n\[…\]$/,
		);
	});

	it("holds of an outline that is too long the way to the passage only", () => {
		const many = Array.from(
			{ length: 400 },
			(_, n) => `# Heading ${n} of this note\n\n## Below ${n}\n\nWords ${n}.\n`,
		).join("\n");
		const at = many.indexOf("Words 250.");
		const { text } = noteContext(many, "Many", "note", { from: at, to: at + 10 }, upTo(2000));
		expect(text).toMatch(/^# Heading 250 of this note\n## Below 250\n/);
		expect(text).not.toContain("# Heading 3 ");
		expect(text).toContain("Words 250.");
		expect(text.length).toBeLessThanOrEqual(2000);
	});

	it("is cut between words where one line is longer than the model takes", () => {
		const line = Array.from({ length: 5000 }, (_, n) => `word${n}`).join(" ");
		const at = line.indexOf("word2500");
		const { text } = noteContext(line, "Line", "note", { from: at, to: at + 8 }, upTo(1000));
		expect(text.length).toBeGreaterThan(700);
		expect(text).toMatch(/^\[…\]\n\nword\d+ [^]* word2500 [^]* word\d+\n\n\[…\]$/);
		const words = text.match(/word\d+/g) ?? [];
		expect(words.every((word) => line.includes(`${word} `))).toBe(true);
	});

	it("never goes beyond what fits, holds the passage, and nothing of a record, wherever it is cut", () => {
		const block = fc.oneof(
			fc.integer({ min: 1, max: 3 }).map((level) => `${"#".repeat(level)} Heading`),
			fc.integer({ min: 1, max: 60 }).map((count) => "Some words 🙂 of it. ".repeat(count).trim()),
			fc.integer({ min: 1, max: 60 }).map((count) => "字".repeat(count * 10)),
			fc.constant(record),
			fc.constant("> A quote of the writer’s own."),
		);
		fc.assert(
			fc.property(
				fc.array(block, { maxLength: 20 }),
				fc.array(block, { maxLength: 20 }),
				fc.integer({ min: 400, max: 4000 }),
				fc.constantFrom("note" as const, "section" as const),
				(before, after, units, scope) => {
					const head = before.map((one) => `${one}\n\n`).join("");
					const text = `${head}The passage.\n\n${after.join("\n\n")}\n`;
					const sent = noteContext(text, "T", scope, { from: head.length, to: head.length + 12 }, upTo(units));
					expect(sent.text).toContain("The passage.");
					expect(sent.text.length).toBeLessThanOrEqual(units);
					expect(sent.text).not.toContain("Model words");
					expect(() => encodeURIComponent(sent.text)).not.toThrow();
				},
			),
		);
	});
});

describe("the bytes of a picture in a note", () => {
	const bytes = "iVBORw0KGgo".repeat(8000);
	const drawing = `data:image/svg+xml;utf8,${"%3Cpath%20d='M0'/%3E".repeat(50)}`;

	it.each([
		["of a picture", `![A tree](data:image/png;base64,${bytes})`, "![A tree](data:image/png;base64,)"],
		[
			"of a file with parameters",
			`[a](data:text/plain;charset=utf-8;base64,${bytes})`,
			"[a](data:text/plain;charset=utf-8;base64,)",
		],
		["in HTML", `<img src="data:image/jpeg;base64,${bytes}" alt="x">`, '<img src="data:image/jpeg;base64," alt="x">'],
		["of a drawing", `![](${drawing})`, "![](data:image/svg+xml;utf8,)"],
	])("are left out, and what stands around them is not: %s", (_what, written, sent) => {
		const text = `Before.\n\n${written}\n\nThe passage.\n\nAfter.\n`;
		const from = text.indexOf("The passage.");
		const { text: found, extent } = noteContext(text, "T", "note", { from, to: from + 12 }, upTo(1000));
		expect(extent).toBe("note");
		expect(found).toBe(`Before.\n\n${sent}\n\nThe passage.\n\nAfter.\n`);
	});

	it("are small ones and words about them too, and stay", () => {
		const text = "An icon: ![](data:image/gif;base64,R0lGODlhAQABAAAAACw=) and a data:image/png;base64 address.\n";
		expect(noteContext(text, "T", "note", { from: 0, to: 2 }).text).toBe(text);
	});
});

describe("a section", () => {
	it("reaches to the next heading of its level or above, and over several when the passage does", () => {
		const text = "Lead.\n\n# A\n\na\n\n## B\n\nb\n\n# C\n\nc\n\n# D\n\nd\n";
		const of = (from: string, to = from): string => {
			const { from: start, to: end } = sectionAround(text, {
				from: text.indexOf(from),
				to: text.indexOf(to) + to.length,
			});
			return text.slice(start, end);
		};
		expect(of("Lead.")).toBe("Lead.\n\n");
		expect(of("\na\n")).toBe("# A\n\na\n\n## B\n\nb\n\n");
		expect(of("\nb\n")).toBe("## B\n\nb\n\n");
		expect(of("\nb\n", "\nc\n")).toBe("## B\n\nb\n\n# C\n\nc\n\n");
		expect(of("\nd\n")).toBe("# D\n\nd\n");
	});
});
