import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../../src/core/journal/entry";
import type { Facts } from "../../../src/core/journal/facts";
import { read } from "../../../src/core/stored/schema";
import { Ledger } from "../../../src/core/statistics/ledger";
import {
	comparedWith,
	openRouterFee,
	storedSubscription,
	type Compared,
	type Subscription,
} from "../../../src/core/statistics/subscription";
import { sampleSize, seedOf } from "../../sampling";
import { entry } from "../journal/arbitrary";

const plan: Subscription = {
	name: "Claude Pro",
	price: 21.6,
	currency: "EUR",
	rate: { currency: "USD", amount: 1.16 },
	fee: openRouterFee,
	from: "",
	models: "",
};
let ids = 0;
function cost(day: string, amount: number, change: Partial<Facts> = {}, currency = "USD"): Facts {
	const time = `${day}T12:00:00+01:00`;
	return { ...factsOf(entry), id: `s${ids++}`, time, cost: { amount, currency, listed: null }, ...change };
}
function compared(facts: readonly Facts[], today: string, change: Partial<Subscription> = {}): Compared | null {
	const ledger = new Ledger({ opennessOf: () => "unknown", endpointName: () => null });
	ledger.set("a", { facts, damaged: [] });
	return comparedWith(ledger, { ...plan, ...change }, today, (endpoint) => endpoint === "openrouter");
}
const cents = (amount: number): number => Math.round(amount * 100) / 100;

describe("pay per request against a subscription", () => {
	it("gives a negative saving where the plan would have cost less", () => {
		const found = compared(
			[cost("2026-09-01", 19.2), cost("2026-10-20", 30.3), cost("2026-11-22", 19.4)],
			"2026-11-23",
		)!;
		expect(found).toMatchObject({ from: "2026-09-01", to: "2026-11-23", days: 84, unknown: 0, elsewhere: null });
		expect([found.paid, found.fee, found.plan, found.saved].map(cents)).toEqual([62.66, 3.27, 59.76, -2.9]);
		expect(found.months.map((one) => [one.month, one.from, one.to, cents(one.paid), cents(one.plan)])).toEqual([
			["2026-09", "2026-09-01", "2026-09-30", 17.46, 21.6],
			["2026-10", "2026-10-01", "2026-10-31", 27.56, 21.6],
			["2026-11", "2026-11-01", "2026-11-23", 17.64, 16.56],
		]);
	});

	// A writer's own figures: three months against a plan of 22 euros, and six weeks.
	it("gives what a writer worked out by hand", () => {
		const months = [cost("2025-03-15", 3.07), cost("2025-04-15", 2.76), cost("2025-05-15", 2.32)];
		const found = compared(months, "2025-05-31", {
			price: 22,
			from: "2025-03-01",
			fee: 0,
			rate: { currency: "USD", amount: 1 },
		})!;
		expect(found.months.map((one) => cents(one.plan - one.paid))).toEqual([18.93, 19.24, 19.68]);
		expect(cents(found.saved)).toBe(57.85);
		const weeks = compared([cost("2025-05-30", 10), cost("2025-07-15", 4.94)], "2025-07-15", { fee: 0 })!;
		expect([weeks.days, cents(weeks.paid * 1.16)]).toEqual([47, 14.94]);
		// Two days of May, June, fifteen days of July.
		expect(cents(weeks.plan)).toBe(cents(21.6 * (2 / 31 + 1 + 15 / 31)));
	});

	it("takes the fee of credit only, and converts by the one rate only", () => {
		const found = compared(
			[
				cost("2026-11-01", 11.6),
				cost("2026-11-02", 10, { endpoint: "mistral" }, "EUR"),
				cost("2026-11-03", 7, { endpoint: "other" }, "CHF"),
				{ ...cost("2026-11-04", 0), cost: null, unknown: 2 },
			],
			"2026-11-30",
		)!;
		expect(cents(found.paid)).toBe(20.55);
		expect(cents(found.fee)).toBe(0.55);
		expect([...found.unconverted]).toEqual([["CHF", 7]]);
		expect(found.unknown).toBe(2);
		expect([...compared([cost("2026-11-01", 5)], "2026-11-30", { rate: null })!.unconverted]).toEqual([["USD", 5]]);
	});

	it("says what went to models that the plan does not have", () => {
		const facts = [
			cost("2026-11-01", 1.16, { model: "anthropic/Claude-4" }),
			cost("2026-11-01", 2.32, { model: "openai/gpt-5" }),
		];
		expect(cents(compared(facts, "2026-11-30", { models: "claude" })!.elsewhere!)).toBe(2);
	});

	it("counts no day before the writer begins or after today, on either side", () => {
		const facts = [cost("2026-10-01", 1), cost("2026-11-02", 2), cost("2026-11-28", 4)];
		const found = compared(facts, "2026-11-10", { from: "2026-11-01", fee: 0 })!;
		expect([found.days, cents(found.paid * 1.16), cents(found.plan)]).toEqual([10, 2, 7.2]);
		expect(compared(facts, "2026-11-10", { from: "2026-11-11" })).toBeNull();
		expect(compared([], "2026-11-10")).toBeNull();
		// Nothing was asked, and the plan would have cost its price all the same.
		expect(cents(compared([], "2026-11-30", { from: "2026-11-01" })!.saved)).toBe(21.6);
	});

	it("is read from what was stored: a broken piece costs itself, a missing price all of it", () => {
		const stored = (change: object): Subscription | null =>
			read<Subscription | null>(storedSubscription, JSON.parse(JSON.stringify({ ...plan, ...change })), null);
		expect(stored({})).toEqual(plan);
		expect(stored({ rate: null, from: "2026-02-28" })).toEqual({ ...plan, rate: null, from: "2026-02-28" });
		for (const change of [{ price: 0 }, { price: "21.6" }, { price: -1 }, { currency: "€" }, { currency: 3 }])
			expect(stored(change)).toBeNull();
		for (const rate of [3, { currency: "USD", amount: 0 }, { currency: "usd", amount: 1 }, {}])
			expect(stored({ rate })).toMatchObject({ ...plan, rate: null });
		for (const fee of [-1, 1.5, "5", null]) expect(stored({ fee })).toMatchObject(plan);
		for (const from of ["2026-02-29", "0001-01-01", "2026-13-01", 3]) expect(stored({ from })).toMatchObject(plan);
		for (const value of [undefined, 3, "x", []]) expect(read(storedSubscription, value, null)).toBeNull();
	});

	it("adds up: the months are the whole, and whole months of a plan are its price", () => {
		const day = fc
			.date({ min: new Date("2024-01-01"), max: new Date("2026-11-23"), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(
				day,
				day,
				fc.array(fc.tuple(day, fc.double({ min: 0.001, max: 50, noNaN: true })), { maxLength: 20 }),
				(a, b, costs) => {
					const [from, to] = a < b ? [a, b] : [b, a];
					const found = compared(
						costs.map(([on, amount]) => cost(on, amount)),
						to,
						{ from },
					)!;
					const within = costs.filter(([on]) => on >= from && on <= to).reduce((sum, [, amount]) => sum + amount, 0);
					expect(found.paid).toBeCloseTo((within / 1.16) * (1 + openRouterFee), 6);
					expect(found.saved).toBeCloseTo(found.plan - found.paid, 6);
					expect(
						found.months.reduce((sum, one) => sum + (Date.parse(one.to) - Date.parse(one.from)) / 86_400_000 + 1, 0),
					).toBe(found.days);
					for (const one of found.months) {
						expect(one.plan).toBeLessThanOrEqual(plan.price + 1e-9);
						if (one.from.endsWith("-01") && one !== found.months[found.months.length - 1])
							expect(one.plan).toBeCloseTo(plan.price, 9);
					}
				},
			),
			{ numRuns: sampleSize(150), ...seedOf(7) },
		);
	});
});
