import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEntries, type JournalEntry } from "../../../src/core/journal/entry";
import { withEntry } from "../../../src/core/journal/month";
import { adoptedAt, entriesOfRecord, recordedIn } from "../../../src/core/journal/of-note";
import { recordLabels } from "../../../src/core/record/labels";
import { findRecords } from "../../../src/core/record/parse";
import { takenBack } from "../../../src/core/record/taken-back";
import { applyChanges } from "../../../src/core/text/text";
import { runs } from "../record/arbitrary";
import { anyEntry, entry } from "./arbitrary";

const month = (entries: readonly JournalEntry[]): string =>
	entries.reduce<string | null>((text, one) => withEntry(text, one, { labels: recordLabels.en, link: false }), null) ??
	"";

describe("what was adopted or kept in a note, by the journal", () => {
	it("is what reading all entries gives, whatever they hold and however lines break", () => {
		const two = fc.constantFrom("A.md", "Folder/B [x] ü.md");
		fc.assert(
			fc.property(
				fc.array(
					fc.tuple(anyEntry, two).map(([one, note]) => ({ ...one, note })),
					{ maxLength: 6 },
				),
				two,
				fc.boolean(),
				(entries, note, windows) => {
					const text = windows ? month(entries).replace(/\n/g, "\r\n") : month(entries);
					const found = recordedIn(text, note);
					expect(found.map((one) => one.entry)).toEqual(
						parseEntries(text).filter(
							(one) => (one.outcome === "adopted" || one.outcome === "kept") && one.note === note,
						),
					);
					for (const { from, to } of found) expect(text.slice(from, to)).toMatch(/^> \[!ai\]-[^]*`/);
				},
			),
			{ numRuns: runs },
		);
	});

	it("takes the line that says that it was taken back", () => {
		const text = month([{ ...entry, id: "other", note: "B.md" }, entry]);
		const [placed] = recordedIn(text, entry.note);
		if (placed === undefined) throw new Error("Nothing was found.");
		const back = applyChanges(text, [
			takenBack(text, { range: placed, depth: 1, record: placed.entry.record }, 0, "2026-11-24", recordLabels.en),
		]);
		expect(recordedIn(back, entry.note)[0]?.entry.record.adoptions[0]?.takenBack).toBe("2026-11-24");
		expect(recordedIn(back, "B.md")[0]?.entry.record.adoptions[0]?.takenBack).toBe(null);
		expect(findRecords(back)).toHaveLength(2);
	});
});

describe("when words were adopted, by the journal", () => {
	const asked = (own: readonly JournalEntry[], one = entry): string | null => {
		const record = findRecords(month([one]))[0]?.record;
		const adoption = record?.adoptions[0];
		if (record === undefined || adoption === undefined) throw new Error("Nothing was found.");
		return adoptedAt(entriesOfRecord(month(own), { ...record, date: one.time.slice(0, 10) }, []), one.note, adoption);
	};
	const later = { ...entry, id: "later", time: "2026-11-23T18:00:00+01:00" };

	it("is the time of the entry that holds them, also where the note was renamed since", () => {
		expect(
			asked([
				{ ...entry, note: "Renamed.md" },
				{ ...later, record: { ...entry.record, adoptions: [] } },
			]),
		).toBe(entry.time);
	});

	it("is that of the last time, after an undo, and of this note", () => {
		expect(asked([entry, later])).toBe(later.time);
		expect(asked([later, entry])).toBe(entry.time);
		expect(asked([entry, { ...later, note: "Another.md" }])).toBe(entry.time);
	});

	it("is not told where it could be another day's, model's or note's", () => {
		expect(asked([{ ...entry, time: "2026-11-24T10:42:05+01:00" }])).toBe(null);
		const identity = { ...entry.record.identity, model: "another/model" };
		expect(asked([{ ...entry, record: { ...entry.record, identity } }])).toBe(null);
		expect(asked([{ ...entry, outcome: "dismissed" }])).toBe(null);
		expect(
			asked([
				{ ...entry, note: "B.md" },
				{ ...later, note: "C.md" },
			]),
		).toBe(null);
	});
});
