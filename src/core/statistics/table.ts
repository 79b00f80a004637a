import { madeIn } from "../cache/made-in";
import type { Grouping } from "./groups";
import { units, type Ledger, type Unit } from "./ledger";
import { Adder, valueOf, type Metric, type Sums } from "./sums";

/** What is looked at: a month by its days, a year by its months, or everything by its years. */
export type Span =
	{ readonly unit: "day"; readonly of: string } | { readonly unit: "month"; readonly of: string } | AllYears;
interface AllYears {
	readonly unit: "year";
	readonly of: "";
}

/** A question to the ledger. */
export interface StatisticsQuery {
	readonly span: Span;
	readonly grouping: Grouping;
	/** By which groups are put in order, the largest first. */
	readonly metric: Metric;
	/** Of costs; empty takes the one in which most consultations were paid. */
	readonly currency: string;
	/** Groups that are named; those beyond are one. Defaults to 8. */
	readonly most?: number;
	/** Whether what was counted elsewhere is in it. Defaults to true */
	readonly past?: boolean;
	/** ISO date: periods after it are left out unless something is in them. */
	readonly today: string;
}

/** One group through the periods. */
export interface Series {
	/** The group; null for all beyond the most. */
	readonly group: string | null;
	/** How many groups it stands for. */
	readonly groups: number;
	readonly sums: Sums;
	/** One for each period. */
	readonly periods: readonly Sums[];
}

/** What a question gives. */
export interface StatisticsTable {
	/** In order, without gaps: `2026-11-23`, `2026-11` or `2026`. */
	readonly periods: readonly string[];
	/** The largest first, what is beyond last. */
	readonly series: readonly Series[];
	readonly total: Series;
	/** Currencies in which something was paid, that with the most consultations first. */
	readonly currencies: readonly string[];
	/** Of the figures for costs; empty when nothing was paid. */
	readonly currency: string;
}

/** Groups that have a name of their own, unless the question says otherwise. */
const maxSeries = 8;

/** Years that are shown one beside the other, empty ones too: a clock that was wrong once makes no hundred bars. */
const maxYears = 40;

/** Answers a question. */
export function statisticsTable(ledger: Ledger, query: StatisticsQuery): StatisticsTable {
	const { span, grouping, metric, most = maxSeries } = query;
	const groups = new Map<string, Group>();
	const found = new Set<string>();
	const paid = new Map<string, number>();
	for (const cells of [
		...ledger.cells(grouping, span.unit, span.of),
		...(query.past === false ? [] : [ledger.pastCells(grouping, span.unit)]),
	])
		for (const [period, byGroup] of cells) {
			if (!period.startsWith(span.of)) continue;
			found.add(period);
			for (const [name, sums] of byGroup) {
				madeIn(groups, name, () => new Group()).add(period, sums);
				for (const currency of sums.costs.keys()) paid.set(currency, (paid.get(currency) ?? 0) + sums.consultations);
			}
		}
	const total = new Group();
	for (const group of groups.values()) total.addGroup(group);
	const currencies = [...paid].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([name]) => name);
	const currency = query.currency !== "" ? query.currency : (currencies[0] ?? "");
	const periods = periodsOf(span, found, query.today);
	const all = [...groups].sort(
		([a, one], [b, other]) =>
			valueOf(other.sums, metric, currency) - valueOf(one.sums, metric, currency) ||
			other.sums.consultations - one.sums.consultations ||
			(a < b ? -1 : 1),
	);
	const named = all.slice(0, most);
	const rest = new Group();
	for (const [, group] of all.slice(most)) rest.addGroup(group);
	return {
		periods,
		series: [
			...named.map(([name, group]) => group.series(name, 1, periods)),
			...(all.length > most ? [rest.series(null, all.length - most, periods)] : []),
		],
		total: total.series(null, all.length, periods),
		currencies,
		currency,
	};
}

/** A group while it is added up: by period first, since there are far fewer periods than what is in them. */
class Group {
	private all: Adder | null = null;
	private readonly periods = new Map<string, Adder>();

	get sums(): Sums {
		if (this.all === null) {
			this.all = new Adder();
			for (const sums of this.periods.values()) this.all.addSums(sums);
		}
		return this.all;
	}

	add(period: string, sums: Sums): void {
		this.all = null;
		madeIn(this.periods, period, () => new Adder()).addSums(sums);
	}

	addGroup(group: Group): void {
		for (const [period, sums] of group.periods) this.add(period, sums);
	}

	series(group: string | null, groups: number, periods: readonly string[]): Series {
		return { group, groups, sums: this.sums, periods: periods.map((period) => this.periods.get(period) ?? nothing) };
	}
}

const nothing: Sums = new Adder();

/** A series in which each period holds all before it too. */
export function cumulative(series: Series): Series {
	const sums = new Adder();
	return {
		...series,
		periods: series.periods.map((one) => {
			sums.addSums(one);
			const until = new Adder();
			until.addSums(sums);
			return until;
		}),
	};
}

function periodsOf({ unit, of }: Span, found: ReadonlySet<string>, today: string): readonly string[] {
	const sorted = [...found].sort();
	const first = sorted[0];
	const last = sorted[sorted.length - 1];
	if (first === undefined || last === undefined) return [];
	const now = today.slice(0, units[unit]);
	// What lies ahead is left out, but for what a clock that was wrong put there.
	const end = now.startsWith(of) && now > last ? now : last;
	if (unit === "day") return numbered(`${of}-`, now.startsWith(of) && last <= now ? dayOf(end) : daysOf(of));
	if (unit === "month") return numbered(`${of}-`, now.startsWith(of) && last <= now ? dayOf(end) : 12);
	const years = Number(end) - Number(first) + 1;
	return years > maxYears
		? sorted
		: Array.from({ length: years }, (_, index) => String(Number(first) + index).padStart(4, "0"));
}

/** The number at the end: of the day in its month, of the month in its year. */
function dayOf(period: string): number {
	return Number(period.slice(-2));
}

function numbered(prefix: string, count: number): readonly string[] {
	return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, "0")}`);
}

/** Days of a month, `2026-11`. */
export function daysOf(month: string): number {
	const [year = 1970, number = 1] = month.split("-").map(Number);
	return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** The span before or after one; everything has none. */
export function spanBeside(span: Span, by: 1 | -1): Span {
	if (span.unit === "year") return span;
	if (span.unit === "month") return { unit: "month", of: String(Number(span.of) + by) };
	const [year = 1970, month = 1] = span.of.split("-").map(Number);
	return { unit: "day", of: new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7) };
}

/** The span of a kind that holds a date. */
export function spanAround(unit: Unit, date: string): Span {
	return unit === "year" ? { unit, of: "" } : { unit, of: date.slice(0, unit === "day" ? 7 : 4) };
}
