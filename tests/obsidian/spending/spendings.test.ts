import { afterEach, describe, expect, it } from "vitest";
import { spentAt } from "../../../src/core/estimate/budget";
import { factsOf } from "../../../src/core/journal/entry";
import type { Facts } from "../../../src/core/journal/facts";
import { localTime } from "../../../src/obsidian/record/local-time";
import { Device } from "../../../src/obsidian/storage/device";
import { Spendings } from "../../../src/obsidian/spending/spendings";
import { entry } from "../../core/journal/arbitrary";

const zone = process.env["TZ"];
afterEach(() => {
	if (zone === undefined) delete process.env["TZ"];
	else process.env["TZ"] = zone;
});

/** A device with its own storage, clock and view of the journal. */
function device(now: () => number, journal: readonly Facts[] = []): Spendings {
	const stored = new Map<string, unknown>();
	const app = {
		loadLocalStorage: (key: string): unknown => structuredClone(stored.get(key) ?? null),
		saveLocalStorage: (key: string, value: unknown) => void stored.set(key, structuredClone(value)),
	};
	return new Spendings({
		device: new Device({ app, full: () => undefined, unread: () => undefined }),
		monthOfJournal: async (month) => journal.filter(({ time }) => time.startsWith(month)),
		now,
	});
}

const dollars = (amount: number): { readonly amount: number; readonly currency: string } => ({
	amount,
	currency: "USD",
});

describe("a moment where the writer is", () => {
	it.each([
		["Europe/Paris", "2026-11-30T23:30:00Z", "2026-12-01T00:30:00+01:00"],
		["Europe/Paris", "2026-06-30T22:30:00Z", "2026-07-01T00:30:00+02:00"],
		["Pacific/Honolulu", "2026-12-01T05:00:00Z", "2026-11-30T19:00:00-10:00"],
		["Asia/Kolkata", "2026-11-30T18:29:59Z", "2026-11-30T23:59:59+05:30"],
		["America/St_Johns", "2026-12-01T03:00:00Z", "2026-11-30T23:30:00-03:30"],
		// The hour that comes twice, the one that never comes, a zone that moves by half an hour.
		["Europe/Paris", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00"],
		["Europe/Paris", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00"],
		["Europe/Paris", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00"],
		["Europe/Paris", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00"],
		["Australia/Lord_Howe", "2026-04-04T15:00:00Z", "2026-04-05T01:30:00+10:30"],
	])("in %s has its own day and month", (place, instant, local) => {
		process.env["TZ"] = place;
		expect(localTime(Date.parse(instant))).toBe(local);
		expect(Date.parse(localTime(Date.parse(instant)))).toBe(Date.parse(instant));
	});
});

describe("what a month cost on a device", () => {
	it("begins anew at midnight where the writer is, and keeps the month before", async () => {
		process.env["TZ"] = "Europe/Paris";
		let now = Date.parse("2026-11-30T22:59:59Z");
		const spendings = device(() => now);
		spendings.add("a", "e", dollars(1));
		expect([spendings.month, spentAt(await spendings.thisMonth(), null).amounts]).toEqual(["2026-11", { USD: 1 }]);
		now += 1000;
		expect([spendings.month, spentAt(await spendings.thisMonth(), null).amounts]).toEqual(["2026-12", {}]);
		// A list of words that stayed open over midnight.
		spendings.add("a", "e", dollars(2));
		expect(spentAt(await spendings.thisMonth(), null).amounts).toEqual({ USD: 2 });
		now = Date.parse("2026-11-30T12:00:00Z");
		expect(spentAt(await spendings.thisMonth(), null).amounts).toEqual({ USD: 1 });
	});

	it("is forgotten after two months: the journal has it", async () => {
		let now = Date.parse("2026-10-15T12:00:00Z");
		const spendings = device(() => now);
		spendings.add("old", "e", null);
		now = Date.parse("2026-12-15T12:00:00Z");
		spendings.add("new", "e", dollars(1));
		expect([spendings.unknownOf("old"), spendings.unknownOf("new")]).toEqual([null, 0]);
	});

	it("is the same on two devices once both have the journal", async () => {
		const now = (): number => Date.parse("2026-11-20T12:00:00Z");
		const facts = (id: string, cost: Facts["cost"], unknown: number): Facts => ({
			...factsOf(entry),
			id,
			cost,
			unknown,
			endpoint: "e",
		});
		const journal = [
			facts("a", { amount: 1, currency: "USD", listed: null }, 0),
			facts("b", { amount: 2, currency: "EUR", listed: "2026-11-01" }, 0),
			facts("c", null, 1),
			facts("d", { amount: 0, currency: "USD", listed: null }, 0),
		];
		const [one, other] = [device(now, journal), device(now, journal)];
		one.add("a", "e", dollars(1));
		one.add("c", "e", null);
		other.add("b", "e", { amount: 2, currency: "EUR" });
		const sums = [spentAt(await one.thisMonth(), "e"), spentAt(await other.thisMonth(), "e")];
		expect(sums).toEqual([
			{ amounts: { USD: 1, EUR: 2 }, unknown: 1 },
			{ amounts: { USD: 1, EUR: 2 }, unknown: 1 },
		]);
	});
});
