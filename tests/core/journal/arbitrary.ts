import fc from "fast-check";
import type { JournalEntry } from "../../../src/core/journal/entry";
import { anyRecord, anyText } from "../record/arbitrary";

/** An adoption as it is usually recorded. */
export const entry: JournalEntry = {
	id: "c1",
	time: "2026-11-23T10:42:05+01:00",
	note: "Journal/Bretagne/La maison de Kerouzic.md",
	outcome: "adopted",
	failure: null,
	endpoint: "openrouter",
	place: "remote",
	seconds: 3.2,
	unknown: 0,
	proposals: ["Le chat vif dort.", "Le chat agile dort."],
	record: {
		modelName: "Claude Sonnet 4",
		objective: "Other words",
		date: "2026-11-23",
		adoptions: [
			{
				before: "Le chat rapide dort.",
				adopted: "Le chat vif dort.",
				changedBefore: [{ from: 8, to: 14 }],
				changedAdopted: [{ from: 8, to: 11 }],
				takenBack: null,
			},
		],
		kept: null,
		identity: {
			model: "anthropic/claude-4-sonnet-20250522",
			via: "OpenRouter",
			provider: "Anthropic",
			tokens: { prompt: 812, completion: 64 },
			cost: { amount: 0.0034123411, currency: "USD", listed: null },
			carbon: { central: 0.13, low: 0.009, high: 0.25 },
		},
	},
	comparison: null,
};

const noSurrogates = (text: string): string => text.replace(/[\ud800-\udfff]/gu, "\ufffd");
const name = anyText.map((text) => noSurrogates(text.replace(/[\n\r]/g, " ")));

export const anyEntry: fc.Arbitrary<JournalEntry> = fc.record({
	id: fc.oneof(
		fc.uuid(),
		name.filter((text) => text !== ""),
	),
	time: fc
		.date({ min: new Date("2020-01-01"), max: new Date("2039-12-31"), noInvalidDate: true })
		.map((date) => `${date.toISOString().slice(0, 19)}+02:00`),
	note: name.map((text) => `${text}x.md`),
	outcome: fc.constantFrom(
		"adopted" as const,
		"kept" as const,
		"dismissed" as const,
		"cancelled" as const,
		"failed" as const,
	),
	failure: fc.option(fc.constantFrom("rate" as const, "network" as const)),
	endpoint: fc.option(name.filter((text) => text.trim() !== "").map((text) => text.trim())),
	place: fc.option(fc.constantFrom("device" as const, "network" as const, "remote" as const)),
	seconds: fc.option(fc.double({ min: 0, max: 10_000, noNaN: true }).map((seconds) => Number(seconds.toPrecision(8)))),
	unknown: fc.nat({ max: 3 }),
	proposals: fc.array(anyText, { maxLength: 4 }),
	record: anyRecord,
	comparison: fc.option(
		fc.record(
			{
				id: fc.uuid(),
				preference: fc.constantFrom("won" as const, "lost" as const, "tie" as const),
				blind: fc.constant(true),
			},
			{ requiredKeys: ["id", "preference"] },
		),
	),
});
