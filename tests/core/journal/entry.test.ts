import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latestEntries, normalEntry, parseEntries, printEntry, type JournalEntry } from "../../../src/core/journal/entry";
import { monthFacts } from "../../../src/core/journal/facts";
import { recordLabels } from "../../../src/core/record/labels";
import { findRecords } from "../../../src/core/record/parse";
import { runs } from "../record/arbitrary";
import { actingInSource } from "../record/triggers";
import { anyEntry, entry } from "./arbitrary";

const style = { labels: recordLabels.en };

describe("an entry of the journal", () => {
	it("reads as what it is: who, what, where, and what came of it", () => {
		expect(printEntry(entry, style)).toBe([
			"> [!ai]- Claude Sonnet 4 · Other words · 2026-11-23",
			"> [id:: c1] [at:: 2026-11-23T10:42:05%2B01:00] [outcome:: adopted] [note:: Journal/Bretagne/La maison de Kerouzic.md] [objective:: Other words] [model:: anthropic/claude-4-sonnet-20250522] [endpoint:: openrouter] [tokens-in:: 812] [tokens-out:: 64] [cost:: 0.00341234] [currency:: USD] [carbon:: 0.13] [carbon-low:: 0.009] [carbon-high:: 0.25]".replace("%2B", "+"),
			">",
			"> **Proposed:**",
			">",
			"> - Le chat vif dort.",
			"> - Le chat agile dort.",
			">",
			"> **Before:** Le chat *rapide* dort.",
			"> **Adopted:** Le chat *vif* dort.",
			">",
			"> `anthropic/claude-4-sonnet-20250522` via OpenRouter (Anthropic) · 812 + 64 tokens · $0.00341 · about 0.1 g CO2e (0.009-0.3)",
		].join("\n"));
	});

	it("is read back, over generated entries, with exact amounts, in both languages, as path or as link", () => {
		fc.assert(fc.property(anyEntry, fc.constantFrom(recordLabels.en, recordLabels.fr), fc.boolean(), (one, labels, link) => {
			const printed = printEntry(one, { labels, link });
			const normal = normalEntry(one, labels);
			expect(parseEntries(printed)).toEqual([normal]);
			expect(normalEntry(normal, labels)).toEqual(normal);
			expect(printEntry(normal, { labels, link })).toBe(printed);
			expect(findRecords(printed)).toHaveLength(1);
		}), { numRuns: Math.max(runs, 500) });
	});

	it("gives the statistics their facts without its texts", () => {
		fc.assert(fc.property(fc.array(anyEntry, { maxLength: 4 }), (entries) => {
			const text = `\n${entries.map((one) => printEntry(one, style)).join("\n\n")}\n`;
			const read = parseEntries(text);
			expect(monthFacts(text).map((facts) => [facts.id, facts.time, facts.note, facts.outcome, facts.model, facts.cost])).toEqual(
				read.map((one) => [one.id, one.time, one.note, one.outcome, one.record.identity.model, one.record.identity.cost]));
		}), { numRuns: runs });
	});

	it("says how many requests are of unknown cost only where that is not understood", () => {
		const withCost = (unknown: number, cost: JournalEntry["record"]["identity"]["cost"], change: Partial<JournalEntry> = {}): string =>
			printEntry({ ...entry, ...change, unknown, record: { ...entry.record, identity: { ...entry.record.identity, cost } } }, style);
		const { cost } = entry.record.identity;
		expect(withCost(0, cost)).not.toContain("cost-unknown");
		expect(withCost(2, cost)).toContain("[cost-unknown:: 2]");
		// One request without a cost may have cost something.
		expect(withCost(1, null)).not.toContain("cost-unknown");
		expect(withCost(0, null)).toContain("[cost-unknown:: 0]");
		expect(withCost(0, null, { outcome: "failed", failure: "rate" })).not.toContain("cost-unknown");
		for (const text of [withCost(2, cost), withCost(1, null), withCost(0, null), withCost(3, null)]) expect(monthFacts(`\n${text}\n`)[0]?.unknown).toBe(parseEntries(text)[0]?.unknown);
		expect(monthFacts(`\n${withCost(0, null)}\n`)[0]?.unknown).toBe(0);
	});

	it("holds nothing that acts but its own fields", () => {
		fc.assert(fc.property(anyEntry, (one) => {
			const printed = printEntry(one, style).split("\n");
			const fields = (printed[1] ?? "").replace(/\[[a-z-]+:: /g, "").replace(/\]/g, "");
			expect(actingInSource([...printed.slice(0, 1), fields, ...printed.slice(2, -2)].join("\n"))).toEqual([]);
		}), { numRuns: Math.max(runs, 500) });
	});

	it("is replaced by a later one of the same consultation", () => {
		const kept: JournalEntry = { ...entry, outcome: "kept", time: "2026-11-23T11:00:00+01:00" };
		const other: JournalEntry = { ...entry, id: "c2" };
		expect(latestEntries([entry, other, kept]).map((one) => [one.id, one.outcome])).toEqual([["c2", "adopted"], ["c1", "kept"]]);
		expect(latestEntries([kept, other, entry]).map((one) => [one.id, one.outcome])).toEqual([["c1", "kept"], ["c2", "adopted"]]);
	});

	it("leaves alone a callout whose fields name another model than its last line", () => {
		const forged = printEntry(entry, style).replace("[model:: anthropic/claude-4-sonnet-20250522]", "[model:: openai/other]");
		expect(parseEntries(forged)).toEqual([]);
	});
});
