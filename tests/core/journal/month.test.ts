import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latest } from "../../../src/core/journal/facts";
import { monthFacts } from "../../../src/core/journal/read-month";
import { parseEntries, printEntry, type JournalEntry } from "../../../src/core/journal/entry";
import { withEntry, entryChange, mergeMonths, monthPath } from "../../../src/core/journal/month";
import { recordLabels } from "../../../src/core/record/labels";
import { runs } from "../record/arbitrary";
import { anyEntry, entry } from "./arbitrary";

const style = { labels: recordLabels.en };
const numbered = (number: number, minute: number): JournalEntry => ({
	...entry,
	id: `n${number}`,
	time: `2026-11-23T10:${String(minute).padStart(2, "0")}:00+01:00`,
});
const month = (entries: readonly JournalEntry[]): string =>
	entries.reduce<string | null>((text, one) => withEntry(text, one, style), null) ?? "";

describe("a month of the journal", () => {
	it("is a note in the plugin's folder, named by the local month", () => {
		expect(monthPath("Expert friend", "2026-11-23T00:10:00+01:00")).toBe("Expert friend/Journal/2026-11.md");
		expect(monthPath("Notes/Amie experte/", "2026-01-02")).toBe("Notes/Amie experte/Journal/2026-01.md");
		expect(monthPath("", "2026-01-02")).toBe("Journal/2026-01.md");
	});

	it("begins with the properties that keep it out of every publisher", () => {
		expect(withEntry(null, entry, style)).toBe(
			"---\npublish: false\ndg-publish: false\ndraft: true\npublished: false\nai: " +
				`never\n---\n\n${printEntry(entry, style)}\n`,
		);
		expect(withEntry("", entry, style)).toBe(withEntry(null, entry, style));
	});

	it("grows at its end only, with one blank line between, whatever its last line is like", () => {
		const printed = printEntry(entry, style);
		expect(withEntry("a", entry, style)).toBe(`a\n\n${printed}\n`);
		expect(withEntry("a\n", entry, style)).toBe(`a\n\n${printed}\n`);
		expect(withEntry("a\n\n", entry, style)).toBe(`a\n\n${printed}\n`);
		expect(withEntry("a\r\nb\r\n", entry, style)).toBe(`a\r\nb\r\n\r\n${printed.replace(/\n/g, "\r\n")}\r\n`);
	});

	it("holds every entry that was appended, in order", () => {
		fc.assert(
			fc.property(fc.uniqueArray(anyEntry, { maxLength: 5, selector: (one) => one.id }), (entries) => {
				expect(parseEntries(month(entries)).map((one) => one.id)).toEqual(entries.map((one) => one.id));
			}),
			{ numRuns: runs },
		);
	});

	it(
		"has one callout for a consultation that goes on: in its place, as long as it stands among the latest as it " +
			"was written",
		() => {
			const dismissed: JournalEntry = { ...entry, outcome: "dismissed" };
			const adopted: JournalEntry = { ...entry, time: "2026-11-23T10:50:00+01:00" };
			const before = month([numbered(1, 1), dismissed, numbered(2, 2)]);
			const after = withEntry(before, adopted, style);
			expect(after).toBe(before.replace(printEntry(dismissed, style), printEntry(adopted, style)));
			expect(withEntry(after, adopted, style)).toBe(after);
			expect(withEntry(before.replace(/\n/g, "\r\n"), adopted, style)).toBe(after.replace(/\n/g, "\r\n"));
			expect(withEntry(month([{ ...entry, id: "c" }]), adopted, style).match(/\[id:: /g)).toHaveLength(2);
			for (const labels of [recordLabels.en, recordLabels.fr])
				for (const link of [true, false]) {
					expect(withEntry(withEntry(null, dismissed, { labels, link }), adopted, style)).toBe(month([adopted]));
				}
		},
	);

	it("keeps what a hand has been at, and looks for earlier entries at its end only", () => {
		const dismissed: JournalEntry = { ...entry, outcome: "dismissed" };
		const edited = month([dismissed]).replace("**Adopted:**", "My remark.\n> **Adopted:**");
		expect(withEntry(edited, entry, style)).toBe(`${edited}\n${printEntry(entry, style)}\n`);
		const long = month([dismissed, ...Array.from({ length: 200 }, (_, n) => numbered(n, n % 60))]);
		expect(withEntry(long, entry, style)).toBe(`${long}\n${printEntry(entry, style)}\n`);
		expect(latest(monthFacts(withEntry(long, entry, style)))).toHaveLength(201);
	});

	it("counts what was entered last, whatever became of the clock, in its own file and merged with another's", () => {
		const at = (time: string, outcome: JournalEntry["outcome"]): JournalEntry => ({ ...entry, time, outcome });
		const dismissed = withEntry(null, at("2026-11-23T10:42:05+01:00", "dismissed"), style);
		// A hand was at it, so that the later entry stands beside it.
		const touched = dismissed.replace("> - [id", "> - See. [id").replace("> - See. [id", ">\n> - [id");
		for (const text of [dismissed, touched])
			for (const time of ["2026-11-23T09:41:00+01:00", "2026-11-23T10:42:04+01:00", "2026-11-23T08:00:00Z"]) {
				const kept = withEntry(text, at(time, "kept"), style);
				expect(monthFacts(kept)).toHaveLength(text === touched ? 2 : 1);
				expect(latest(monthFacts(kept)).map((one) => one.outcome)).toEqual(["kept"]);
				for (const merged of [mergeMonths(kept, dismissed), mergeMonths(dismissed, kept)])
					expect(latest(monthFacts(merged)).map((one) => one.outcome)).toEqual(["kept"]);
			}
	});

	it("has each consultation once after any sequence of entries, and none is lost", () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(anyEntry, fc.nat(3)), { maxLength: 8 }),
				fc.constantFrom("\n", "\r\n"),
				(made, lineBreak) => {
					const entries = made.map(([one, number], at): JournalEntry => ({
						...one,
						id: `id ${number}`,
						time: `2026-11-23T10:${String(at).padStart(2, "0")}:00+01:00`,
					}));
					const text =
						entries.reduce<string | null>(
							(before, one) => withEntry(before?.replace(/\r?\n/g, lineBreak) ?? null, one, style),
							null,
						) ?? "";
					expect(
						monthFacts(text)
							.map((facts) => [facts.id, facts.time])
							.sort(),
					).toEqual(
						latest(entries)
							.map((one) => [one.id, one.time])
							.sort(),
					);
				},
			),
			{ numRuns: runs },
		);
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
		const a = `${month([numbered(1, 1)])}\nA remark of mine.\n${entryChange("x\n", numbered(2, 2), style).insert}`;
		const b = month([numbered(1, 1), numbered(3, 3)]).replace("draft: true", "draft: true\ntags: journal");
		const both = mergeMonths(a, b);
		expect(both).toContain("A remark of mine.");
		expect(both).toContain("tags: journal");
		expect(latest(parseEntries(both)).map((one) => one.id)).toEqual(["n1", "n2", "n3"]);
	});

	it("count each consultation once, with the latest that any device knows of it", () => {
		const outcomes = ["dismissed", "adopted", "kept"] as const;
		const version = fc.array(fc.tuple(fc.nat(6), fc.nat(59), fc.nat(2)), { maxLength: 10 });
		fc.assert(
			fc.property(version, version, (first, second) => {
				const made = [first, second].map((entries) =>
					entries
						.map(([id, minute, outcome]): JournalEntry => ({
							...numbered(id, minute),
							outcome: outcomes[outcome] ?? "kept",
						}))
						.sort((x, y) => x.time.localeCompare(y.time)),
				);
				const [a = [], b = []] = made;
				if (a.length === 0 || b.length === 0) return;
				const both = mergeMonths(month(a), month(b));
				expect(mergeMonths(month(b), month(a))).toBe(both);
				expect(mergeMonths(both, month(a))).toBe(both);
				const facts = monthFacts(both);
				expect(facts.map((one) => one.id).sort()).toEqual([...new Set([...a, ...b].map((one) => one.id))].sort());
				for (const { id, time } of facts)
					expect(time).toBe(
						[...a, ...b]
							.filter((one) => one.id === id)
							.map((one) => one.time)
							.sort()
							.pop(),
					);
			}),
			{ numRuns: runs },
		);
	});

	it("agree in their counts however a tool merged their lines: facts stand on a line each", () => {
		const a = month([numbered(1, 1), numbered(2, 5)]).split("\n");
		const b = month([numbered(1, 1), numbered(3, 3), numbered(4, 9)]).split("\n");
		fc.assert(
			fc.property(fc.infiniteStream(fc.boolean()), (turns) => {
				const lines: string[] = [];
				const [left, right] = [[...a], [...b]];
				for (const turn of turns) {
					const next = (turn ? left : right).shift() ?? (turn ? right : left).shift();
					if (next === undefined) break;
					lines.push(next);
				}
				expect(
					latest(monthFacts(lines.join("\n")))
						.map((one) => one.id)
						.sort(),
				).toEqual(["n1", "n2", "n3", "n4"]);
				const conflict = ["<<<<<<< HEAD", ...a, "=======", ...b, ">>>>>>> other"].join("\n");
				expect(latest(monthFacts(conflict))).toHaveLength(4);
			}),
			{ numRuns: 50 },
		);
	});

	it("merge to the same in either order, and merging again changes nothing", () => {
		const entries = fc.uniqueArray(fc.tuple(fc.nat(40), fc.nat(59)), { maxLength: 8, selector: ([number]) => number });
		fc.assert(
			fc.property(entries, fc.array(fc.nat(7), { maxLength: 8 }), (all, onB) => {
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
			}),
			{ numRuns: runs },
		);
	});
});
