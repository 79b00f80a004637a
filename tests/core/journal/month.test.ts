import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latestEntries, parseEntries, printEntry, type JournalEntry } from "../../../src/core/journal/entry";
import { appendEntry, entrySuffix, mergeMonths, monthPath } from "../../../src/core/journal/month";
import { recordLabels } from "../../../src/core/record/labels";
import { runs } from "../record/arbitrary";
import { anyEntry, entry } from "./arbitrary";

const style = { labels: recordLabels.en };
const numbered = (number: number, minute: number): JournalEntry => ({ ...entry, id: `n${number}`, time: `2026-11-23T10:${String(minute).padStart(2, "0")}:00+01:00` });
const month = (entries: readonly JournalEntry[]): string => entries.reduce<string | null>((text, one) => appendEntry(text, one, style), null) ?? "";

describe("a month of the journal", () => {
	it("is a note in the plugin's folder, named by the local month", () => {
		expect(monthPath("Expert friend", "2026-11-23T00:10:00+01:00")).toBe("Expert friend/Journal/2026-11.md");
		expect(monthPath("Notes/Amie experte/", "2026-01-02")).toBe("Notes/Amie experte/Journal/2026-01.md");
		expect(monthPath("", "2026-01-02")).toBe("Journal/2026-01.md");
	});

	it("begins with the properties that keep it out of every publisher", () => {
		expect(appendEntry(null, entry, style)).toBe(`---\npublish: false\ndg-publish: false\ndraft: true\nai: never\n---\n\n${printEntry(entry, style)}\n`);
		expect(appendEntry("", entry, style)).toBe(appendEntry(null, entry, style));
	});

	it("grows at its end only, with one blank line between, whatever its last line is like", () => {
		const printed = printEntry(entry, style);
		expect(appendEntry("a", entry, style)).toBe(`a\n\n${printed}\n`);
		expect(appendEntry("a\n", entry, style)).toBe(`a\n\n${printed}\n`);
		expect(appendEntry("a\n\n", entry, style)).toBe(`a\n\n${printed}\n`);
		expect(appendEntry("a\r\nb\r\n", entry, style)).toBe(`a\r\nb\r\n\r\n${printed.replace(/\n/g, "\r\n")}\r\n`);
	});

	it("holds every entry that was appended, in order", () => {
		fc.assert(fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
			expect(parseEntries(month(entries)).map((one) => one.id)).toEqual(entries.map((one) => one.id));
		}), { numRuns: runs });
	});

	it("takes an entry in the same time when it holds 10,000 of them", () => {
		const full = `${month([entry])}\n${`${printEntry(entry, style)}\n\n`.repeat(10_000)}`;
		const median = (text: string): number => {
			const times = Array.from({ length: 201 }, () => {
				const start = performance.now();
				entrySuffix(text, entry, style);
				return performance.now() - start;
			}).sort((a, b) => a - b);
			return times[100] ?? 0;
		};
		median(full);
		const empty = median("");
		expect(median(full)).toBeLessThan(empty * 3 + 0.05);
	});
});

describe("two devices' versions of a month", () => {
	it("become one that holds every entry of both once, in order of time", () => {
		const common = [numbered(1, 1), numbered(2, 5)];
		const a = month([...common, numbered(3, 10), numbered(5, 20)]);
		const b = month([...common, numbered(4, 15), numbered(6, 25)]);
		const both = mergeMonths(a, b);
		expect(parseEntries(both).map((one) => one.id)).toEqual(["n1", "n2", "n3", "n4", "n5", "n6"]);
		expect(both.match(/publish: false/g)).toHaveLength(2);
		expect(mergeMonths(b, a)).toBe(both);
	});

	it("lose nothing a writer put between, and agree in their counts", () => {
		const a = `${month([numbered(1, 1)])}\nA remark of mine.\n${entrySuffix("x\n", numbered(2, 2), style)}`;
		const b = month([numbered(1, 1), numbered(3, 3)]).replace("draft: true", "draft: true\ntags: journal");
		const both = mergeMonths(a, b);
		expect(both).toContain("A remark of mine.");
		expect(both).toContain("tags: journal");
		expect(latestEntries(parseEntries(both)).map((one) => one.id)).toEqual(["n1", "n2", "n3"]);
	});

	it("merge to the same in either order, and merging again changes nothing", () => {
		const entries = fc.uniqueArray(fc.tuple(fc.nat(40), fc.nat(59)), { maxLength: 8, selector: ([number]) => number });
		fc.assert(fc.property(entries, fc.array(fc.nat(7), { maxLength: 8 }), (all, onB) => {
			const made = [...all].sort((x, y) => x[1] - y[1]).map(([number, minute]) => numbered(number, minute));
			const a = month(made.filter((_, index) => !onB.includes(index) || index % 2 === 0));
			const b = month(made.filter((_, index) => onB.includes(index)));
			if (a === "" || b === "") return;
			const both = mergeMonths(a, b);
			expect(mergeMonths(b, a)).toBe(both);
			expect(mergeMonths(both, a)).toBe(both);
			expect(mergeMonths(both, b)).toBe(both);
			expect(new Set(parseEntries(both).map((one) => one.id))).toEqual(new Set(made.map((one) => one.id)));
			expect(parseEntries(both)).toHaveLength(made.length);
		}), { numRuns: runs });
	});
});
