import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEntries, type JournalEntry } from "../../../src/core/journal/entry";
import { withEntry } from "../../../src/core/journal/month";
import { recordedIn } from "../../../src/core/journal/of-note";
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
