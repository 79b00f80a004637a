import { dateInWords } from "../../core/languages/date-in-words";
import { amountFormat } from "../../core/estimate/money";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Metric, Sums } from "../../core/statistics/sums";
import { valueOf } from "../../core/statistics/sums";
import { units, type Unit } from "../../core/statistics/ledger";

/** Writes figures and periods for reading. One for a drawing: what formats them is made once. */
export class FigureWriter {
	readonly amount: (amount: number, currency: string) => string;
	private readonly whole: Intl.NumberFormat;
	private readonly compact: Intl.NumberFormat;
	private readonly percents: Intl.NumberFormat;

	constructor(private readonly strings: InterfaceStrings) {
		const { locale } = strings;
		this.amount = amountFormat(locale);
		this.whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
		this.compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
		this.percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
	}

	number(value: number): string {
		return this.whole.format(value);
	}

	percent(share: number): string {
		return this.percents.format(share);
	}

	/** A metric of sums, with its range where it has one. */
	of(sums: Sums, metric: Metric, currency: string): string {
		const value = valueOf(sums, metric, currency);
		if (metric === "cost") return currency === "" ? "–" : this.amount(value, currency);
		if (metric !== "carbon") return this.number(value);
		const { central, low, high } = sums.carbon;
		return central === 0
			? this.grams(0)
			: this.strings.statistics.carbon(this.grams(central), this.grams(low), this.grams(high));
	}

	/** A value of a metric for the side of a chart. */
	tick(value: number, metric: Metric, currency: string): string {
		if (metric === "cost") return this.amount(value, currency);
		if (metric !== "carbon") return this.compact.format(value);
		const { statistics, locale } = this.strings;
		const grams = (of: number): string => of.toLocaleString(locale, { maximumSignificantDigits: 2 });
		return value >= 1000 ? statistics.kilograms(grams(value / 1000)) : statistics.grams(grams(value));
	}

	/** Amounts by currency, the largest first. */
	amounts(amounts: ReadonlyMap<string, number>): string {
		return [...amounts]
			.sort(([, a], [, b]) => b - a)
			.map(([currency, amount]) => this.amount(amount, currency))
			.join(" + ");
	}

	/** An order of magnitude: one significant digit. */
	grams(grams: number): string {
		const { statistics, locale } = this.strings;
		const [value, write] = grams >= 1000 ? [grams / 1000, statistics.kilograms] : [grams, statistics.grams];
		return write(Number(value.toPrecision(1)).toLocaleString(locale, { maximumSignificantDigits: 1 }));
	}

	/** One significant digit. */
	rough(value: number): string {
		return Number(value.toPrecision(1)).toLocaleString(this.strings.locale, { maximumSignificantDigits: 1 });
	}

	/** A period, `2026-11-23`, `2026-11` or `2026`, whole or as short as a bar is wide. */
	period(period: string, short = false): string {
		const { locale } = this.strings;
		const unit = (Object.keys(units) as Unit[]).find((one) => units[one] === period.length);
		if (unit === undefined || unit === "year") return period;
		const time = Date.parse(`${period.slice(0, 7)}-${unit === "day" ? period.slice(8) : "01"}T00:00:00Z`);
		const options: Intl.DateTimeFormatOptions =
			unit === "day"
				? short
					? { day: "numeric" }
					: { day: "numeric", month: "long", year: "numeric" }
				: short
					? { month: "short" }
					: { month: "long", year: "numeric" };
		return dateInWords(time, locale, { ...options, timeZone: "UTC" });
	}
}
