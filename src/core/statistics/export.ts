import type { Grouping } from "./groups";
import type { Damage, Ledger } from "./ledger";
import { statisticsTable, type Span } from "./table";
import type { Sums } from "./sums";

/** What is exported: every group of a span, none joined with others. */
export interface ExportQuery {
	readonly span: Span;
	readonly grouping: Grouping;
	/** Whether what was counted elsewhere is in it. Defaults to true */
	readonly past?: boolean;
	/** ISO date. */
	readonly today: string;
	/** Name of a group for readers. */
	readonly nameOf: (group: string) => string;
}

/** One group in one period. What is unknown is counted beside, never 0. */
export interface ExportRow {
	/** `2026-11-23`, `2026-11` or `2026`. */
	readonly period: string;
	/** The group as the journal has it: an exact id, a path, a name; empty where it is not known. */
	readonly group: string;
	readonly name: string;
	readonly consultations: number;
	/** Of those, answers got elsewhere that were imported. */
	readonly imported: number;
	/** Of those, answers got elsewhere that were quoted in a note, as the writer told them. */
	readonly told: number;
	readonly adopted: number;
	readonly kept: number;
	readonly dismissed: number;
	readonly wordsAdopted: number;
	readonly tokens: number;
	readonly tokensUnknown: number;
	/** Of the tokens, those that are estimated. */
	readonly tokensEstimated: number;
	/** By currency, to six significant digits. */
	readonly cost: Readonly<Record<string, number>>;
	/** Requests whose cost nobody told. */
	readonly costUnknown: number;
	/** Grams of CO2 equivalent. */
	readonly carbon: number;
	readonly carbonLow: number;
	readonly carbonHigh: number;
	readonly carbonUnknown: number;
}

/** An export as data: `JSON.stringify` writes it. */
export interface Export {
	readonly span: string;
	readonly unit: Span["unit"];
	readonly grouping: Grouping;
	readonly made: string;
	/** Entries of the whole journal that can't be counted, and are in no row. */
	readonly damaged: readonly Damage[];
	readonly rows: readonly ExportRow[];
}

/** All figures of a span, in order of period and group. */
export function exportOf(ledger: Ledger, { span, grouping, past = true, today, nameOf }: ExportQuery): Export {
	const { periods, series } = statisticsTable(ledger, {
		span,
		grouping,
		metric: "consultations",
		currency: "",
		most: Infinity,
		past,
		today,
	});
	return {
		span: span.of === "" ? "all" : span.of,
		unit: span.unit,
		grouping,
		made: today,
		damaged: ledger.damage,
		rows: periods.flatMap((period, at) =>
			series.flatMap(({ group, periods: sums }) => {
				const here = sums[at];
				return here === undefined || here.consultations === 0
					? []
					: [rowOf(period, group ?? "", nameOf(group ?? ""), here)];
			}),
		),
	};
}

function rowOf(period: string, group: string, name: string, sums: Sums): ExportRow {
	return {
		period,
		group,
		name,
		consultations: sums.consultations,
		imported: sums.imported,
		told: sums.told,
		adopted: sums.adopted,
		kept: sums.kept,
		dismissed: sums.dismissed,
		wordsAdopted: sums.words,
		tokens: sums.tokens,
		tokensUnknown: sums.withoutTokens,
		tokensEstimated: sums.estimatedTokens,
		cost: Object.fromEntries([...sums.costs].map(([currency, amount]) => [currency, exactly(amount)])),
		costUnknown: sums.unknownCosts,
		carbon: exactly(sums.carbon.central),
		carbonLow: exactly(sums.carbon.low),
		carbonHigh: exactly(sums.carbon.high),
		carbonUnknown: sums.withoutCarbon,
	};
}

/**
 * An export as CSV (RFC 4180), with a column for each currency. A text that a spreadsheet would take for a formula has
 * an apostrophe before it.
 */
export function csvOf({ rows, grouping }: Export): string {
	const currencies = [...new Set(rows.flatMap(({ cost }) => Object.keys(cost)))].sort();
	const columns: readonly (readonly [title: string, of: (row: ExportRow) => string | number])[] = [
		["period", ({ period }) => period],
		[grouping, ({ group }) => group],
		["name", ({ name }) => name],
		["consultations", ({ consultations }) => consultations],
		["imported", ({ imported }) => imported],
		["told by the writer", ({ told }) => told],
		["adopted", ({ adopted }) => adopted],
		["kept", ({ kept }) => kept],
		["dismissed", ({ dismissed }) => dismissed],
		["words adopted", ({ wordsAdopted }) => wordsAdopted],
		["tokens", ({ tokens }) => tokens],
		["consultations without tokens", ({ tokensUnknown }) => tokensUnknown],
		["tokens estimated", ({ tokensEstimated }) => tokensEstimated],
		...currencies.map((currency) => [`cost ${currency}`, ({ cost }: ExportRow) => cost[currency] ?? 0] as const),
		["requests of unknown cost", ({ costUnknown }) => costUnknown],
		["g CO2e", ({ carbon }) => carbon],
		["g CO2e low", ({ carbonLow }) => carbonLow],
		["g CO2e high", ({ carbonHigh }) => carbonHigh],
		["consultations without carbon", ({ carbonUnknown }) => carbonUnknown],
	];
	return [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, of]) => of(row)))]
		.map((line) => `${line.map(cell).join(",")}\r\n`)
		.join("");
}

function cell(value: string | number): string {
	if (typeof value === "number") return String(value);
	const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function exactly(amount: number): number {
	return Number(amount.toPrecision(6));
}
