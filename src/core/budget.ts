import type { FailureKind } from "./chat";
import type { Facts } from "./journal/facts";

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

/** What several consultations took. */
export type Spent = Pick<Spending, "amounts" | "unknown">;

/** From how much of a budget the writer is warned. */
export const warnAt = 0.8;

// Nothing was sent, or the endpoint did no work for it.
const uncharged: readonly (FailureKind | null)[] = ["setup", "address", "key", "budget", "auth", "credit", "policy", "context", "request", "rate", "overloaded", "unavailable", "network"];

/** Whether a request that failed may have cost something all the same. @param began whether an answer had begun */
export function mayHaveCost(failure: FailureKind | null, began: boolean): boolean {
	return began || !uncharged.includes(failure);
}

/** What an entry of the journal says of its cost. */
export function spendingOf(facts: Facts): Spending {
	const { id, time, endpoint, cost, outcome, failure } = facts;
	const unknown = cost === null && (outcome !== "failed" || mayHaveCost(failure, false));
	return { id, month: time.slice(0, 7), endpoint, amounts: cost === null ? {} : { [cost.currency]: cost.amount }, unknown: unknown ? 1 : 0 };
}

/** The same consultation after one more request. */
export function withRequest(before: Spending, cost: { readonly amount: number; readonly currency: string } | null): Spending {
	if (cost === null) return { ...before, unknown: before.unknown + 1 };
	return { ...before, amounts: { ...before.amounts, [cost.currency]: (before.amounts[cost.currency] ?? 0) + cost.amount } };
}

/**
 * What a month took by the journal, which knows other devices, and by this device, which knows what is not in the journal
 * yet, or never will be. A consultation that both know counts once, in the month in which this device saw it.
 */
export function spendingsOf(month: string, journal: readonly Facts[], device: readonly Spending[]): readonly Spending[] {
	const here = new Map(device.map((spending) => [spending.id, spending]));
	const all = new Map(device.filter((spending) => spending.month === month).map((spending) => [spending.id, spending]));
	// Of entries with the same id the last counts, as everywhere.
	for (const entry of new Map(journal.map((facts) => [facts.id, facts])).values()) {
		const known = here.get(entry.id);
		const spending = spendingOf(entry);
		if (spending.month !== month || (known !== undefined && known.month !== month)) continue;
		all.set(entry.id, known === undefined ? spending : more(known, spending));
	}
	return [...all.values()];
}

// An entry may be older than the last request of its list, or know a list price that came later.
function more(device: Spending, journal: Spending): Spending {
	const amounts = { ...device.amounts };
	for (const [currency, amount] of Object.entries(journal.amounts)) amounts[currency] = Math.max(amount, amounts[currency] ?? 0);
	return { ...device, amounts, unknown: Object.keys(journal.amounts).length > 0 ? Math.min(device.unknown, journal.unknown) : device.unknown };
}

/** What was spent at an endpoint, or anywhere. @param endpoint an id; null for all */
export function spentAt(spendings: readonly Spending[], endpoint: string | null): Spent {
	const amounts: Record<string, number> = {};
	let unknown = 0;
	for (const spending of spendings) {
		if (endpoint !== null && spending.endpoint !== endpoint) continue;
		for (const [currency, amount] of Object.entries(spending.amounts)) amounts[currency] = (amounts[currency] ?? 0) + amount;
		unknown += spending.unknown;
	}
	return { amounts, unknown };
}

/** How much of a budget is spent: 0 nothing, 1 all, above 1 more than that. */
export function shareOf(budget: Budget, spent: Spent): number {
	return (spent.amounts[budget.currency] ?? 0) / budget.amount;
}
