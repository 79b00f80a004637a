import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { en } from "../../../src/core/i18n/en";
import { fr } from "../../../src/core/i18n/fr";
import type { BrokenKind } from "../../../src/core/wording/candidate";
import { endOf, reasonOf, reasons } from "../../../src/core/wording/ends";
import { sampleSize } from "../../sampling";

const kinds: readonly BrokenKind[] = [
	"wikilink",
	"url",
	"code",
	"math",
	"tag",
	"footnote",
	"marker",
	"language",
	"outside",
	"nbsp",
	"quotes",
	"layout",
	"unrelated",
	"format",
];
const none = { held: 0, unusable: [], unreadable: 0, saysNothing: false };

describe("how a list ends without a row", () => {
	it("tells that nothing is better from what could not be read", () => {
		expect(endOf({ ...none, saysNothing: true })).toEqual({ kind: "nothing" });
		expect(endOf(none)).toEqual({ kind: "unreadable" });
		expect(endOf({ ...none, unreadable: 3 })).toEqual({ kind: "unreadable" });
	});

	it("counts proposals that can't be used by their reasons, the most frequent first", () => {
		const unusable = (["wikilink", "language", "url"] as const).map((broken) => ({ broken, text: "" }));
		expect(endOf({ ...none, held: 1, unusable, unreadable: 1 })).toEqual({
			kind: "unusable",
			count: 5,
			why: [
				{ reason: "link", count: 2 },
				{ reason: "recast", count: 1 },
				{ reason: "language", count: 1 },
				{ reason: "unread", count: 1 },
			],
		});
	});

	it("gives every proposal that can't be used one reason, in both languages", () => {
		const came = fc.record({
			held: fc.nat(3),
			unusable: fc.array(fc.record({ broken: fc.constantFrom(...kinds), text: fc.string() }), { maxLength: 6 }),
			unreadable: fc.nat(3),
			saysNothing: fc.boolean(),
		});
		fc.assert(
			fc.property(came, (one) => {
				const end = endOf(one);
				const isEmpty = one.held + one.unusable.length === 0;
				expect(end.kind).toBe(isEmpty ? (one.saysNothing ? "nothing" : "unreadable") : "unusable");
				if (end.kind !== "unusable") return;
				expect(end.count).toBe(one.held + one.unusable.length + one.unreadable);
				expect(end.why.reduce((sum, { count }) => sum + count, 0)).toBe(end.count);
				expect(new Set(end.why.map(({ reason }) => reason)).size).toBe(end.why.length);
			}),
			{ numRuns: sampleSize(200) },
		);
		for (const kind of kinds) expect(reasons).toContain(reasonOf(kind));
		for (const { words } of [en, fr])
			for (const reason of reasons) {
				expect(words.reasons[reason](1)).not.toBe("");
				expect(words.reasons[reason](2)).not.toBe(words.reasons[reason](1));
			}
	});
});
