import { isCurrency } from "../record/amounts";
import {
	amount,
	fitting,
	mapped,
	nullable,
	object,
	or,
	required,
	text,
	unreadable,
	type Schema,
} from "../stored/schema";
import type { Ledger } from "./ledger";
import { daysOf } from "./table";

/** A subscription that the writer could have, or has, instead of paying for each request. */
export interface Subscription {
	readonly name: string;
	/** A month; more than 0. */
	readonly price: number;
	/** ISO 4217. */
	readonly currency: string;
	/** What one unit of `currency` is in another: the one rate that the writer enters. Null where none is needed. */
	readonly rate: Rate | null;
	/** What OpenRouter takes of credit that is bought, as a share of it. 5.5 % in November 2026. */
	readonly fee: number;
	/** ISO date from which both sides are counted; empty takes the first consultation. */
	readonly from: string;
	/** A part of the ids of models that the plan has, `claude` for example; empty where the writer does not say. */
	readonly models: string;
}

export interface Rate {
	readonly currency: string;
	/** More than 0. */
	readonly amount: number;
}

/** What OpenRouter adds to credit bought (https://openrouter.ai/docs/faq, read in November 2026). */
export const openRouterFee = 0.055;

const currency = fitting((value): value is string => typeof value === "string" && isCurrency(value));
const positive = mapped(amount, (value) => (value > 0 ? value : unreadable));

/** A subscription as it was stored. */
export const storedSubscription: Schema<Subscription> = object<Subscription>({
	name: or(text, ""),
	price: required(positive),
	currency: required(currency),
	rate: or(nullable(object<Rate>({ currency: required(currency), amount: required(positive) })), null),
	fee: or(
		mapped(amount, (value) => (value <= 1 ? value : unreadable)),
		openRouterFee,
	),
	from: or(
		mapped(text, (value) => (value === "" || isDate(value) ? value : unreadable)),
		"",
	),
	models: or(text, ""),
});

/** An ISO date of this century: what both sides can be counted from. */
export function isDate(value: string): boolean {
	return (
		/^20\d{2}-(0[1-9]|1[0-2])-\d{2}$/.test(value) &&
		Number(value.slice(8)) >= 1 &&
		Number(value.slice(8)) <= daysOf(value.slice(0, 7))
	);
}

/** One month of both sides, in the plan's currency. */
export interface ComparedMonth {
	/** `2026-11`. */
	readonly month: string;
	/** ISO dates of its days that are counted. */
	readonly from: string;
	readonly to: string;
	/** With the fee. */
	readonly paid: number;
	/** The plan's price over the same days. */
	readonly plan: number;
}

/** Both sides over the same days, in the plan's currency. */
export interface Compared {
	readonly from: string;
	readonly to: string;
	readonly days: number;
	/** With the fee. */
	readonly paid: number;
	/** The part of `paid` that is the fee. */
	readonly fee: number;
	readonly plan: number;
	/** Less than 0 where the plan would have cost less. */
	readonly saved: number;
	readonly months: readonly ComparedMonth[];
	/**
	 * The part of `paid` that went, without the fee, to models that the plan does not have; null where that is not
	 * known.
	 */
	readonly elsewhere: number | null;
	/** Amounts in currencies for which there is no rate: on neither side. */
	readonly unconverted: ReadonlyMap<string, number>;
	/** Requests of unknown cost: on neither side. */
	readonly unknown: number;
}

/**
 * Pay per request against a subscription, over the same days on both sides. A month that is counted in part has its
 * part of the plan's price, by days. Null where there is no day to count.
 * @param today ISO date, counted as a whole day
 * @param takesFee whether an endpoint sells credit with the fee, by its id
 */
export function comparedWith(
	ledger: Ledger,
	{ price, currency, rate, fee, from, models }: Subscription,
	today: string,
	takesFee: (endpoint: string) => boolean,
): Compared | null {
	const start = from !== "" ? from : ledger.firstDay;
	if (start === "" || start > today) return null;
	const isCounted = (day: string): boolean => day >= start && day <= today;
	const converted = converter(currency, rate);
	const { paid, fees, unknown, unconverted } = paidIn(ledger, isCounted, converted, (endpoint) =>
		takesFee(endpoint) ? fee : 0,
	);
	const months = monthsBetween(start, today).map((month): ComparedMonth => {
		const first = start > `${month}-01` ? start : `${month}-01`;
		const end = `${month}-${daysOf(month)}`;
		const last = today < end ? today : end;
		return {
			month,
			from: first,
			to: last,
			paid: paid.get(month) ?? 0,
			plan: (price * daysBetween(first, last)) / daysOf(month),
		};
	});
	const [allPaid, plan] = [sumOf(months.map((one) => one.paid)), sumOf(months.map((one) => one.plan))];
	return {
		from: start,
		to: today,
		days: daysBetween(start, today),
		paid: allPaid,
		fee: fees,
		plan,
		saved: plan - allPaid,
		months,
		elsewhere: models === "" ? null : paidElsewhere(ledger, isCounted, converted, models),
		unconverted,
		unknown,
	};
}

/** An amount of all that costs come to in one currency; those for which there is no rate go beside it. */
type Converter = (costs: ReadonlyMap<string, number>, beside: Map<string, number> | null) => number;

function converter(currency: string, rate: Rate | null): Converter {
	return (costs, beside) => {
		let sum = 0;
		for (const [one, cost] of costs)
			if (one === currency) sum += cost;
			else if (one === rate?.currency) sum += cost / rate.amount;
			else beside?.set(one, (beside.get(one) ?? 0) + cost);
		return sum;
	};
}

interface Paid {
	/** By month, fees included. */
	readonly paid: ReadonlyMap<string, number>;
	readonly fees: number;
	readonly unknown: number;
	readonly unconverted: ReadonlyMap<string, number>;
}

/** What the requests of some days cost. @param feeOf the share that an endpoint takes on top, by its id */
function paidIn(
	ledger: Ledger,
	isCounted: (day: string) => boolean,
	converted: Converter,
	feeOf: (endpoint: string) => number,
): Paid {
	const paid = new Map<string, number>();
	const unconverted = new Map<string, number>();
	let [fees, unknown] = [0, 0];
	for (const cells of ledger.cells("endpoint", "day"))
		for (const [day, groups] of cells) {
			if (!isCounted(day)) continue;
			for (const [endpoint, sums] of groups) {
				const amount = converted(sums.costs, unconverted);
				const added = amount * feeOf(endpoint);
				const month = day.slice(0, 7);
				paid.set(month, (paid.get(month) ?? 0) + amount + added);
				fees += added;
				unknown += sums.unknownCosts;
			}
		}
	return { paid, fees, unknown, unconverted };
}

/** The part that went to models that a plan does not have. @param models a part of the ids of those that it has */
function paidElsewhere(
	ledger: Ledger,
	isCounted: (day: string) => boolean,
	converted: Converter,
	models: string,
): number {
	const wanted = models.toLowerCase();
	let sum = 0;
	for (const cells of ledger.cells("model", "day"))
		for (const [day, groups] of cells)
			if (isCounted(day))
				for (const [model, sums] of groups)
					if (!model.toLowerCase().includes(wanted)) sum += converted(sums.costs, null);
	return sum;
}

/** From the first day to the last, both counted. */
function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

function monthsBetween(from: string, to: string): readonly string[] {
	const months: string[] = [];
	for (
		let month = from.slice(0, 7);
		month <= to.slice(0, 7);
		month = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7)
	)
		months.push(month);
	return months;
}

function sumOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
