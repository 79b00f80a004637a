import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordLabels } from "../../../src/core/record/labels";
import { normalRecord } from "../../../src/core/record/normal";
import { findRecords } from "../../../src/core/record/parse";
import { printRecord } from "../../../src/core/record/print";
import { anyRecord, runs } from "./arbitrary";

describe("round trip", () => {
	it.each([recordLabels.en, recordLabels.fr])(
		"reads back what it printed, over generated records ($before)",
		(labels) => {
			fc.assert(
				fc.property(anyRecord, (record) => {
					const printed = printRecord(record, labels);
					const found = findRecords(printed);
					expect(found).toHaveLength(1);
					const normal = normalRecord(record, labels);
					expect(found[0]?.record).toEqual(normal);
					expect(found[0]?.range).toEqual({ from: 0, to: printed.length });
					expect(normalRecord(normal, labels)).toEqual(normal);
					expect(printRecord(normal, labels)).toBe(printed);
				}),
				{ numRuns: Math.max(runs, 1500) },
			);
		},
		60_000 + runs * 20,
	);

	it(
		"takes a no-break space between signs that marks part from a changed number for its own, and says so " +
			"beforehand",
		() => {
			const identity = { model: "a/b", via: "C", provider: null, tokens: null, cost: null, carbon: null };
			const record = {
				modelName: "B",
				objective: "",
				date: "2026-11-23",
				adoptions: [
					{
						before: "",
						adopted: "{#\u00a02.5",
						changedBefore: [],
						changedAdopted: [{ from: 0, to: 6 }],
						takenBack: null,
					},
				],
				kept: null,
				identity,
			};
			const normal = normalRecord(record, recordLabels.en);
			expect(findRecords(printRecord(record, recordLabels.en))[0]?.record).toEqual(normal);
			expect(normalRecord(normal, recordLabels.en)).toEqual(normal);
		},
	);
});
