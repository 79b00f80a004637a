import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	shareOf,
	spendingOf,
	spendingsOf,
	spentAt,
	withRequest,
	type Spending,
} from "../../../src/core/estimate/budget";
import { mayHaveCost } from "../../../src/core/chat/charged";
import { factsIn, writeFacts, type Facts } from "../../../src/core/journal/facts";
import { entry } from "../journal/arbitrary";
import { factsOf } from "../../../src/core/journal/entry";

const facts = (change: Partial<Facts>): Facts => ({ ...factsOf(entry), ...change });
const cost = (amount: number, currency = "USD"): Facts["cost"] => ({ amount, currency, listed: null });
const device = (id: string, ...costs: readonly (number | null)[]): Spending =>
	costs.reduce<Spending>(
		(spending, amount) => withRequest(spending, amount === null ? null : { amount, currency: "USD" }),
		{ id, month: "2026-11", endpoint: "openrouter", amounts: {}, unknown: 0 },
	);

describe("what a month cost", () => {
	it("counts what the journal and the device both know once, and what only one knows too", () => {
		const all = spendingsOf(
			"2026-11",
			[facts({ id: "a", cost: cost(1) }), facts({ id: "other device", cost: cost(2) })],
			[device("a", 0.4, 0.6), device("waiting", 0.5)],
		);
		expect(spentAt(all, null)).toEqual({ amounts: { USD: 3.5 }, unknown: 0 });
	});

	it("takes the last entry of a consultation, and what a list took after it was entered", () => {
		const entries = [facts({ id: "a", cost: cost(1) }), facts({ id: "a", cost: cost(1.5) })];
		expect(spentAt(spendingsOf("2026-11", entries, []), null).amounts).toEqual({ USD: 1.5 });
		expect(spentAt(spendingsOf("2026-11", entries, [device("a", 1, 0.5, 0.25)]), null).amounts).toEqual({ USD: 1.75 });
	});

	it("counts a consultation in the month in which it was paid for", () => {
		const paid = { ...device("a", 1), month: "2026-10" };
		expect(spendingsOf("2026-11", [facts({ id: "a", cost: cost(1) })], [paid])).toEqual([]);
		expect(spendingsOf("2026-10", [], [paid])).toHaveLength(1);
		expect(spendingsOf("2026-12", [facts({})], [])).toEqual([]);
	});

	it("never takes unknown for nothing", () => {
		const read = (change: Partial<Facts>): Spending => spendingOf(factsIn(writeFacts(facts(change), false))!);
		expect(read({ cost: null, unknown: 1, outcome: "cancelled" })).toMatchObject({ amounts: {}, unknown: 1 });
		expect(read({ cost: cost(1), unknown: 2 })).toMatchObject({ amounts: { USD: 1 }, unknown: 2 });
		// As entries were written before they said so.
		const before = (change: Partial<Facts>): number =>
			spendingOf(factsIn(writeFacts(facts({ cost: null, ...change }), false).replace(/\[cost-unknown:: \d\] /, ""))!)
				.unknown;
		expect(before({ outcome: "kept" })).toBe(1);
		expect(before({ outcome: "failed", failure: "timeout" })).toBe(1);
		expect(before({ outcome: "failed", failure: "auth" })).toBe(0);
		expect(before({ outcome: "failed", failure: "network" })).toBe(0);
		expect(mayHaveCost("network", true)).toBe(true);
		expect(spentAt([device("a", 1, null)], null)).toEqual({ amounts: { USD: 1 }, unknown: 1 });
	});

	it("takes what is free for known, in no currency", () => {
		expect(spendingOf(facts({ cost: cost(0, "USD"), unknown: 0 }))).toMatchObject({ amounts: {}, unknown: 0 });
		expect(device("a", 0)).toMatchObject({ amounts: {}, unknown: 0 });
	});

	it("keeps what is unknown beside what is known, and forgets it once a price is", () => {
		const both = (journal: Facts, ...costs: readonly (number | null)[]): unknown =>
			spentAt(spendingsOf("2026-11", [journal], [device("a", ...costs)]), null);
		// A request that was cancelled, beside one that was not.
		expect(both(facts({ id: "a", cost: cost(1), unknown: 1 }), 1, null)).toEqual({ amounts: { USD: 1 }, unknown: 1 });
		// The list came after the answer.
		expect(both(facts({ id: "a", cost: cost(1), unknown: 0 }), null)).toEqual({ amounts: { USD: 1 }, unknown: 0 });
		// The entry is older than the last request.
		expect(both(facts({ id: "a", cost: cost(1), unknown: 0 }), 1, 0.5, null)).toEqual({
			amounts: { USD: 1.5 },
			unknown: 1,
		});
		// The entry has six digits.
		expect(both(facts({ id: "a", cost: cost(0.123457), unknown: 0 }), 0.12345678, null)).toEqual({
			amounts: { USD: 0.123457 },
			unknown: 0,
		});
	});

	it("goes by this device for what went on over the end of a month", () => {
		const entries = [facts({ id: "a", time: "2026-11-01T00:10:00+01:00", cost: cost(3) })];
		const spendings = [
			{ ...device("a", 1), month: "2026-10" },
			{ ...device("a", 2), month: "2026-11" },
		];
		expect(spentAt(spendingsOf("2026-10", entries, spendings), null).amounts).toEqual({ USD: 1 });
		expect(spentAt(spendingsOf("2026-11", entries, spendings), null).amounts).toEqual({ USD: 2 });
	});

	it("keeps currencies and endpoints apart", () => {
		const all = spendingsOf(
			"2026-11",
			[facts({ id: "a", cost: cost(1) }), facts({ id: "b", endpoint: "scaleway", cost: cost(2, "EUR") })],
			[],
		);
		expect(spentAt(all, null).amounts).toEqual({ USD: 1, EUR: 2 });
		expect(spentAt(all, "scaleway")).toEqual({ amounts: { EUR: 2 }, unknown: 0 });
		expect(shareOf({ amount: 4, currency: "EUR" }, spentAt(all, null))).toBe(0.5);
		expect(shareOf({ amount: 4, currency: "CHF" }, spentAt(all, null))).toBe(0);
	});

	it("is the sum of all requests, however they are spread over the journal and the device", () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						cents: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 4 }),
						journal: fc.boolean(),
						device: fc.boolean(),
					}),
				),
				(consultations) => {
					const known = consultations
						.map((one, n) => ({ ...one, id: `c${n}` }))
						.filter((one) => one.journal || one.device);
					const sum = (cents: readonly number[]): number => cents.reduce((all, one) => all + one, 0) / 100;
					const spent = spentAt(
						spendingsOf(
							"2026-11",
							known.filter((one) => one.journal).map(({ id, cents }) => facts({ id, cost: cost(sum(cents)) })),
							known.filter((one) => one.device).map(({ id, cents }) => device(id, ...cents.map((one) => one / 100))),
						),
						null,
					);
					expect(spent.amounts["USD"] ?? 0).toBeCloseTo(
						known.reduce((all, { cents }) => all + sum(cents), 0),
						6,
					);
				},
			),
		);
	});
});

describe("the endpoint of an entry", () => {
	it("stands in its facts, and is not asked of entries from before", () => {
		expect(factsIn(writeFacts(facts({}), false))?.endpoint).toBe("openrouter");
		expect(factsIn(writeFacts(facts({ endpoint: null }), false))?.endpoint).toBeNull();
	});
});
