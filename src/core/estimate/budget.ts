import { latest, type Facts } from "../journal/facts";
import { isCurrency } from "../record/amounts";
import {
	amount,
	list,
	mapped,
	nullable,
	object,
	or,
	record,
	required,
	someText,
	text,
	unreadable,
	type Schema,
} from "../stored/schema";

/** What a month may cost. */
export interface Budget {
	/** More than 0. */
	readonly amount: number;
	/** ISO 4217. Amounts in other currencies are told beside it, never converted. */
	readonly currency: string;
}

/** What one consultation took, as far as it is known. */
export interface Spending {
	readonly id: string;
	/** `2026-11`, where the writer is. */
	readonly month: string;
	/** Id of the endpoint; null where an old entry does not say. */
	readonly endpoint: string | null;
	/** By currency. Never holds 0 for what is unknown. */
	readonly amounts: Readonly<Record<string, number>>;
	/** Requests that were sent and whose cost nobody told. */
	readonly unknown: number;
}

/** Spendings as a device kept them; a currency that is none is left out of the amounts. */
export const storedSpendings: Schema<readonly Spending[]> = list(
	object<Spending>({
		id: required(someText),
		month: required(mapped(text, (month) => (/^\d{4}-\d{2}$/.test(month) ? month : unreadable))),
		endpoint: or(nullable(text), null),
		amounts: or(record(amount, isCurrency), {}),
		unknown: or(mapped(amount, Math.round), 0),
	}),
);

/** What several consultations took. */
export type Spent = Pick<Spending, "amounts" | "unknown">;

/** From how much of a budget the writer is warned. */
export const warnAt = 0.8;

/** What an entry of the journal says of its cost. */
export function spendingOf({ id, time, endpoint, cost, unknown }: Facts): Spending {
	return withRequest(
		{ id, month: time.slice(0, 7), endpoint, amounts: {}, unknown },
		cost ?? { amount: 0, currency: "" },
	);
}

/** The same consultation after one more request. @param cost null when nobody told */
export function withRequest(
	before: Spending,
	cost: { readonly amount: number; readonly currency: string } | null,
): Spending {
	if (cost === null) return { ...before, unknown: before.unknown + 1 };
	// What is known to be free adds nothing, in no currency.
	return cost.amount === 0
		? before
		: {
				...before,
				amounts: { ...before.amounts, [cost.currency]: (before.amounts[cost.currency] ?? 0) + cost.amount },
			};
}

/**
 * What a month took by the journal, which knows other devices, and by this device, which knows what is not in the
 * journal yet, or never will be. A consultation that both know counts once, in the month in which this device saw it.
 */
export function spendingsOf(
	month: string,
	journal: readonly Facts[],
	device: readonly Spending[],
): readonly Spending[] {
	const elsewhere = new Set(device.filter((spending) => spending.month !== month).map(({ id }) => id));
	const all = new Map(device.filter((spending) => spending.month === month).map((spending) => [spending.id, spending]));
	for (const entry of latest(journal)) {
		const spending = spendingOf(entry);
		// An entry tells no months apart: for what went on over the end of one, this device alone does.
		if (spending.month !== month || elsewhere.has(entry.id)) continue;
		const known = all.get(entry.id);
		all.set(entry.id, known === undefined ? spending : joined(known, spending));
	}
	return [...all.values()];
}

// An entry may be older than the last request of its list, or know a list price that came later. Its amounts are
// rounded to six digits.
function joined(device: Spending, journal: Spending): Spending {
	const currencies = new Set([...Object.keys(device.amounts), ...Object.keys(journal.amounts)]);
	const of = (spending: Spending, currency: string): number => spending.amounts[currency] ?? 0;
	const complete =
		currencies.size > 0 &&
		[...currencies].every((currency) => of(journal, currency) >= of(device, currency) * (1 - 1e-5));
	return {
		...device,
		amounts: Object.fromEntries(
			[...currencies].map((currency) => [currency, Math.max(of(device, currency), of(journal, currency))]),
		),
		unknown: complete ? Math.min(device.unknown, journal.unknown) : device.unknown,
	};
}

/** What was spent at an endpoint, or anywhere. @param endpoint an id; null for all */
export function spentAt(spendings: readonly Spending[], endpoint: string | null): Spent {
	const amounts: Record<string, number> = {};
	let unknown = 0;
	for (const spending of spendings) {
		if (endpoint !== null && spending.endpoint !== endpoint) continue;
		for (const [currency, amount] of Object.entries(spending.amounts))
			amounts[currency] = (amounts[currency] ?? 0) + amount;
		unknown += spending.unknown;
	}
	return { amounts, unknown };
}

/** How much of a budget is spent: 0 nothing, 1 all, above 1 more than that. */
export function shareOf(budget: Budget, spent: Spent): number {
	return (spent.amounts[budget.currency] ?? 0) / budget.amount;
}
