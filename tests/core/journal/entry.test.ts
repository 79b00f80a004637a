import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf, normalEntry, parseEntries, printEntry, type JournalEntry } from "../../../src/core/journal/entry";
import { factsIn, latest } from "../../../src/core/journal/facts";
import { monthFacts, readMonth } from "../../../src/core/journal/read-month";
import { recordLabels } from "../../../src/core/record/labels";
import { findRecords } from "../../../src/core/record/parse";
import { runs } from "../record/arbitrary";
import { actingInSource } from "../record/triggers";
import { anyEntry, entry } from "./arbitrary";

const style = { labels: recordLabels.en };

/**
 * How Dataview reads a page: a field in brackets belongs to the item of a list it stands in, within callouts too;
 * elsewhere to the page, where the values of one key become a list. Values without a meaning of their own are numbers,
 * dates or text.
 */
function dataviewRows(text: string): readonly Readonly<Record<string, string>>[] {
	return text
		.split("\n")
		.filter((line) => /^[\s>]*(?:\d+[.)]|[-*+])\s/.test(line))
		.map((line) => {
			const fields: Record<string, string> = {};
			for (let open = line.indexOf("["); open >= 0; open = line.indexOf("[", open + 1)) {
				const separator = line.indexOf("::", open);
				const key = line.slice(open + 1, separator).trim();
				if (separator < 0 || /[[\]()]/.test(key)) continue;
				let depth = 1;
				let end = separator + 2;
				for (; end < line.length && depth > 0; end++) depth += line[end] === "[" ? 1 : line[end] === "]" ? -1 : 0;
				fields[key] = line.slice(separator + 2, end - 1).trim();
				open = end - 1;
			}
			return fields;
		});
}

describe("an entry of the journal", () => {
	it("reads as what it is: who, what, where, and what came of it", () => {
		expect(printEntry(entry, style)).toBe(
			[
				"> [!ai]- Claude Sonnet 4 · Other words · 2026-11-23",
				">",
				(
					"> - [id:: c1] [at:: 2026-11-23T10:42:05%2B01:00] [outcome:: adopted] [note:: " +
					"Journal/Bretagne/La maison de Kerouzic.md] [objective:: Other words] [model:: " +
					"anthropic/claude-4-sonnet-20250522] [endpoint:: openrouter] [provider:: Anthropic] [place:: " +
					"remote] [seconds:: 3.2] [words-adopted:: 1] [tokens-in:: 812] [tokens-out:: 64] [cost:: " +
					"0.00341234] [currency:: USD] [carbon:: 0.13] [carbon-low:: 0.009] [carbon-high:: 0.25]"
				).replace("%2B", "+"),
				">",
				"> **Proposed:**",
				">",
				"> - Le chat vif dort.",
				"> - Le chat agile dort.",
				">",
				"> **Before:** Le chat *rapide* dort.",
				"> **Adopted:** Le chat *vif* dort.",
				">",
				"> `anthropic/claude-4-sonnet-20250522` via OpenRouter (Anthropic) · 812 + 64 tokens · $0.00341 · " +
					"about 0.1 g CO2e (0.009-0.3)",
			].join("\n"),
		);
	});

	it("is read back, over generated entries, with exact amounts, in both languages, as path or as link", () => {
		fc.assert(
			fc.property(anyEntry, fc.constantFrom(recordLabels.en, recordLabels.fr), fc.boolean(), (one, labels, link) => {
				const printed = printEntry(one, { labels, link });
				const normal = normalEntry(one, labels);
				expect(parseEntries(printed)).toEqual([normal]);
				expect(normalEntry(normal, labels)).toEqual(normal);
				expect(printEntry(normal, { labels, link })).toBe(printed);
				expect(findRecords(printed)).toHaveLength(1);
			}),
			{ numRuns: Math.max(runs, 500) },
		);
	});

	it("gives the statistics their facts without its texts", () => {
		fc.assert(
			fc.property(fc.array(anyEntry, { maxLength: 4 }), (entries) => {
				const text = `\n${entries.map((one) => printEntry(one, style)).join("\n\n")}\n`;
				const read = parseEntries(text);
				expect(
					monthFacts(text).map((facts) => [facts.id, facts.time, facts.note, facts.outcome, facts.model, facts.cost]),
				).toEqual(
					read.map((one) => [
						one.id,
						one.time,
						one.note,
						one.outcome,
						one.record.identity.model,
						one.record.identity.cost,
					]),
				);
			}),
			{ numRuns: runs },
		);
	});

	it("gives every fact as it was entered, over generated entries", () => {
		fc.assert(
			fc.property(anyEntry, fc.boolean(), (one, link) => {
				const normal = normalEntry(one, style.labels);
				// A time, the only one a reader needs to trust; names keep no more than a line of text can.
				const clean = (text: string | null): string | null => text?.trim() || null;
				const expected = { ...factsOf(normal), provider: clean(factsOf(normal).provider) };
				expect(monthFacts(printEntry(one, { ...style, link }))).toEqual([expected]);
			}),
			{ numRuns: runs },
		);
	});

	it("gives the same facts whatever the order of the fields, and whatever a hand put between them", () => {
		fc.assert(
			fc.property(anyEntry, fc.boolean(), fc.infiniteStream(fc.nat(30)), (one, link, picks) => {
				const printed = printEntry(one, { ...style, link });
				const line = printed.split("\n").find((text) => text.includes("[id:: ")) ?? "";
				const [first = "", ...others] = line.slice(line.indexOf("[id:: ")).split(/ (?=\[[a-z-]+:: )/);
				const mixed = [...others].sort(() => (picks.next().value ?? 0) - 15);
				const hand = line.replace(/\[id:: .*/, () => [first, ...mixed].join(" and x "));
				expect(monthFacts(printed.replace(line, () => hand))).toEqual(monthFacts(printed));
				expect(monthFacts(printed.replaceAll("\n", "\r\n"))).toEqual(monthFacts(printed));
			}),
			{ numRuns: runs },
		);
	});

	it.each(["//e.xyz/x.md", "a//e.xyz", "https://e.xyz/x.md", "www.e.xyz/x.md", "///e.xyz"])(
		"makes no address of a note that is called %s",
		(note) => {
			const printed = printEntry({ ...entry, note }, style);
			expect(printed).not.toMatch(/\/\/|www\./);
			expect(monthFacts(printed)[0]?.note).toBe(note);
		},
	);

	it("counts the words of the friend's that stand, not those that were taken back or kept of an answer", () => {
		const [adoption] = entry.record.adoptions;
		const words = (...adoptions: readonly Partial<typeof adoption>[]): number | null =>
			factsOf({
				...entry,
				record: { ...entry.record, adoptions: adoptions.map((change) => ({ ...adoption!, ...change })) },
			}).adoptedWords;
		expect(words()).toBe(0);
		expect(words({})).toBe(1);
		expect(words({}, { takenBack: "2026-11-24" }, {})).toBe(2);
		expect(words({ adopted: "L’eau-forte d’un vieil ami.", changedAdopted: [{ from: 0, to: 27 }] })).toBe(4);
	});

	it("counts entries of earlier versions, which do not say so much", () => {
		const older = printEntry(entry, style).replace(/ \[(provider|place|seconds|words-adopted):: [^\]]*\]/g, "");
		expect(older).not.toContain("Anthropic]");
		expect(
			readMonth(`
${older}
`),
		).toEqual({
			facts: [
				{
					...factsOf(normalEntry(entry, style.labels)),
					provider: null,
					place: null,
					seconds: null,
					adoptedWords: null,
				},
			],
			damaged: [],
		});
	});

	it("tells where entries are damaged, over everything that can be cut out of one", () => {
		const whole = printEntry(entry, style);
		const facts = whole.split("\n")[2] ?? "";
		const other = printEntry({ ...entry, id: "c2" }, style);
		const before = `---\npublish: false\n---\n${other}\n\n`;
		const around = (damaged: string): string => `${before}${damaged}\n\n${other.replace("c2", "c3")}\n`;
		expect(readMonth(around(whole))).toMatchObject({ damaged: [], facts: [{ id: "c2" }, { id: "c1" }, { id: "c3" }] });
		const cuts = Array.from({ length: facts.indexOf("/claude") }, (_, end) =>
			whole.replace(facts, facts.slice(0, end)),
		);
		for (const damaged of [
			...cuts,
			whole.split("\n")[0] ?? "",
			whole.split("\n").slice(0, 2).join("\n"),
			whole.replace("[outcome:: adopted]", "[outcome:: adored]"),
			whole.replace("[id:: c1]", "[id: c1]"),
			whole.replace(/\[at:: [^\]]*\]/, "[at:: yesterday]"),
			whole.replace(/\[at:: [^\]]*\]/, ""),
			whole.replace("2026-11-23T", "2026-13-23T"),
			whole.replace("2026-11-23T", "2026-02-30T"),
			whole.replace("[at:: 2026-11-23T", "[at:: 2026-11-23 at "),
			`${whole.split("\n")[0] ?? ""}\n<<<<<<< HEAD\n=======`,
		]) {
			const { facts: read, damaged: lines } = readMonth(around(damaged));
			expect(read.map(({ id }) => id)).toEqual(["c2", "c3"]);
			expect(lines).toEqual([before.split("\n").length - 1]);
		}
	});

	it("takes no callout of the writer's, and nothing that was said, for a damaged entry", () => {
		const kept = { question: "Why?", answer: "> [!ai]- Me\n> [!ai]\n\n> > [!ai]", incomplete: false };
		const quoted = printEntry({ ...entry, record: { ...entry.record, adoptions: [], kept } }, style);
		expect(readMonth(`> [!note] Mine\n> - [id:: mine]\n\n[!ai] in a text\n\n${quoted}`).damaged).toEqual([]);
	});

	it("takes a figure without end for none", () => {
		const endless = "9".repeat(400);
		const text = printEntry(entry, style)
			.replace("[cost:: 0.00341234]", `[cost:: ${endless}]`)
			.replace("[tokens-in:: 812]", `[tokens-in:: ${endless}]`)
			.replace("[carbon-high:: 0.25]", `[carbon-high:: ${endless}]`);
		expect(monthFacts(text)).toMatchObject([{ cost: null, unknown: 1, tokens: null, carbon: null }]);
	});

	it("takes a figure for the number that its digits say, and anything else for none", () => {
		const digits = fc.string({ unit: fc.constantFrom(..."00123456789"), maxLength: 24 });
		const figure = fc.oneof(
			fc.tuple(digits, fc.constantFrom("", ".", "."), digits).map((parts) => parts.join("")),
			fc.double({ min: 0, max: 1e15, noNaN: true }).map(String),
			fc.string({ unit: fc.constantFrom(..."0129.-+e, "), maxLength: 8 }),
		);
		fc.assert(
			fc.property(figure, (written) => {
				const facts = factsIn(
					`> - [id:: a] [at:: 2026-11-23T10:00:00+01:00] [outcome:: kept] [model:: m] [seconds:: ${written}]`,
				);
				expect(facts?.seconds).toBe(/^\d{1,21}(\.\d+)?$/.test(written) ? Number(written) : null);
			}),
			{ numRuns: 3000 },
		);
	});

	it("says of a comparison whether the names were hidden, where that is known", () => {
		for (const comparison of [
			{ id: "r", preference: "won", blind: true },
			{ id: "r", preference: "tie" },
		] as const)
			expect(monthFacts(printEntry({ ...entry, comparison }, style))[0]?.comparison).toEqual(comparison);
	});

	it("says how many requests are of unknown cost only where that is not understood", () => {
		const withCost = (
			unknown: number,
			cost: JournalEntry["record"]["identity"]["cost"],
			change: Partial<JournalEntry> = {},
		): string =>
			printEntry(
				{ ...entry, ...change, unknown, record: { ...entry.record, identity: { ...entry.record.identity, cost } } },
				style,
			);
		const { cost } = entry.record.identity;
		expect(withCost(0, cost)).not.toContain("cost-unknown");
		expect(withCost(2, cost)).toContain("[cost-unknown:: 2]");
		// One request without a cost may have cost something.
		expect(withCost(1, null)).not.toContain("cost-unknown");
		expect(withCost(0, null)).toContain("[cost-unknown:: 0]");
		expect(withCost(0, null, { outcome: "failed", failure: "rate" })).not.toContain("cost-unknown");
		for (const text of [withCost(2, cost), withCost(1, null), withCost(0, null), withCost(3, null)])
			expect(monthFacts(`\n${text}\n`)[0]?.unknown).toBe(parseEntries(text)[0]?.unknown);
		expect(monthFacts(`\n${withCost(0, null)}\n`)[0]?.unknown).toBe(0);
	});

	it("takes an amount of what is no currency, or of no end, for unknown", () => {
		const line = printEntry(entry, style).split("\n")[2] ?? "";
		const cost = (change: (line: string) => string): unknown => factsIn(change(line))?.cost;
		expect(cost((one) => one)).toMatchObject({ currency: "USD" });
		for (const currency of ["€", "usd", "EURO", "", " ", "U$D", "123", "A\u0301BC", "__proto__"])
			expect([currency, cost((one) => one.replace("[currency:: USD]", `[currency:: ${currency}]`))]).toEqual([
				currency,
				null,
			]);
		expect(cost((one) => one.replace(/\[cost:: [^\]]*\]/, `[cost:: ${"9".repeat(400)}]`))).toBeNull();
	});

	it("is a row for Dataview, which reads what it says and nothing a reply says", () => {
		fc.assert(
			fc.property(fc.array(anyEntry, { maxLength: 4 }), fc.boolean(), (entries, link) => {
				const text = entries.map((one) => printEntry(one, { labels: recordLabels.fr, link })).join("\n\n");
				const rows = dataviewRows(text).filter((row) => Object.keys(row).length > 0);
				const facts = monthFacts(text);
				expect(rows.map((row) => Number(row["cost"] ?? NaN))).toEqual(facts.map((one) => one.cost?.amount ?? NaN));
				expect(rows.map((row) => Number(row["tokens-in"] ?? NaN))).toEqual(
					facts.map((one) => one.tokens?.prompt ?? NaN),
				);
				expect(rows.map((row) => decodeURIComponent(row["model"] ?? "").trim())).toEqual(
					facts.map((one) => one.model.trim()),
				);
				expect(rows.map((row) => row["outcome"])).toEqual(facts.map((one) => one.outcome));
			}),
			{ numRuns: runs },
		);
	});

	it("holds nothing that acts but its own fields", () => {
		fc.assert(
			fc.property(anyEntry, (one) => {
				const printed = printEntry(one, style).split("\n");
				const fields = (printed[2] ?? "")
					.replace("- [", "[")
					.replace(/\[[a-z-]+:: /g, "")
					.replace(/\]/g, "");
				expect(actingInSource([...printed.slice(0, 2), fields, ...printed.slice(3, -2)].join("\n"))).toEqual([]);
			}),
			{ numRuns: Math.max(runs, 500) },
		);
	});

	it.each([
		["without its bullet, as before", (text: string) => text.replace(">\n> - [id", "> [id")],
		["another bullet", (text: string) => text.replace(/> - /g, "> * ")],
		["no space after the marks", (text: string) => text.replace(/^> (?! )/gm, ">")],
		["bold as formatters write it", (text: string) => text.replace(/\*\*([^*]+:)\*\*/g, "__$1__")],
		["windows line breaks", (text: string) => text.replace(/\n/g, "\r\n")],
		["spaces at the ends", (text: string) => text.replace(/$/gm, "  ")],
		["in a quote", (text: string) => text.replace(/^/gm, "> ")],
	])("is read with %s", (_what, edit) => {
		const text = `Before.\n\n${edit(printEntry(entry, style))}\n\nAfter.`;
		expect(parseEntries(text)).toEqual([normalEntry(entry, style.labels)]);
		expect(monthFacts(text).map((facts) => facts.cost)).toEqual([
			normalEntry(entry, style.labels).record.identity.cost,
		]);
	});

	it("is no entry where the writer's own fields stand, or an example in a text", () => {
		const [, , line = ""] = printEntry(entry, style).split("\n");
		expect(monthFacts(line.replace("> - ", ""))).toEqual([]);
		expect(monthFacts(`> See ${line.replace("> - ", "")}`)).toEqual([]);
		expect(monthFacts("> - [id:: mine] [mood:: good]")).toEqual([]);
	});

	it("names its note by a link as the file is called, or by its path where that would be no link", () => {
		const noteOf = (note: string): string =>
			/\[note:: (.*?)\] \[objective/.exec(printEntry({ ...entry, note }, { ...style, link: true }))?.[1] ?? "";
		expect(noteOf("Essais/L’île (brouillon) & 50 %.md")).toBe("[[Essais/L’île (brouillon) & 50 %]]");
		expect(noteOf("C# notes.md")).toBe("C%23 notes.md");
		expect(noteOf("a {{b}}.md")).toBe("a %7B%7Bb%7D%7D.md");
		for (const note of ["Essais/L’île (brouillon) & 50 %.md", "C# notes.md", "50%25.md", "a {{b}}.md"]) {
			expect(monthFacts(printEntry({ ...entry, note }, { ...style, link: true })).map((facts) => facts.note)).toEqual([
				note,
			]);
		}
	});

	it("is replaced by a later one of the same consultation", () => {
		const kept: JournalEntry = { ...entry, outcome: "kept", time: "2026-11-23T11:00:00+01:00" };
		const other: JournalEntry = { ...entry, id: "c2" };
		expect(latest([entry, other, kept]).map((one) => [one.id, one.outcome])).toEqual([
			["c2", "adopted"],
			["c1", "kept"],
		]);
		expect(latest([kept, other, entry]).map((one) => [one.id, one.outcome])).toEqual([
			["c1", "kept"],
			["c2", "adopted"],
		]);
	});

	it("leaves alone a callout whose fields name another model than its last line", () => {
		const forged = printEntry(entry, style).replace(
			"[model:: anthropic/claude-4-sonnet-20250522]",
			"[model:: openai/other]",
		);
		expect(parseEntries(forged)).toEqual([]);
	});
});
