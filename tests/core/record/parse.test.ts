import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordLabels } from "../../../src/core/record/labels";
import { normalRecord } from "../../../src/core/record/normal";
import { findRecords } from "../../../src/core/record/parse";
import { printRecord } from "../../../src/core/record/print";
import { anyRecord, runs } from "./arbitrary";

describe("round trip", () => {
	it.each([recordLabels.en, recordLabels.fr])("reads back what it printed, over generated records ($before)", (labels) => {
		fc.assert(fc.property(anyRecord, (record) => {
			const printed = printRecord(record, labels);
			const found = findRecords(printed);
			expect(found).toHaveLength(1);
			const normal = normalRecord(record, labels);
			expect(found[0]?.record).toEqual(normal);
			expect(found[0]?.range).toEqual({ from: 0, to: printed.length });
			expect(normalRecord(normal, labels)).toEqual(normal);
			expect(printRecord(normal, labels)).toBe(printed);
		}), { numRuns: Math.max(runs, 5000) });
	}, 60_000 + runs * 20);
});
