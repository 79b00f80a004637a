import type { RecordLabels } from "./labels";

type Cost = { readonly amount: number; readonly currency: string };
type Carbon = { readonly central: number; readonly low: number; readonly high: number };

const signs: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥" };

/** Whether a text is a currency's code, ISO 4217: three capitals. Any other can't be formatted. */
export function isCurrency(text: string): boolean {
	return /^[A-Z]{3}$/.test(text);
}

/**
 * An amount of money as the record keeps it: three significant digits, or cents where those are finer. Below zero and
 * not finite are unknown: null.
 */
export function roundedCost(amount: number): number | null {
	if (!Number.isFinite(amount) || amount < 0) return null;
	return amount >= 10 ? Number(amount.toFixed(2)) : Number(amount.toPrecision(3));
}

/**
 * Grams as the record keeps them: one significant digit, since no provider publishes them. Below zero and not finite
 * are unknown: null.
 */
export function roundedGrams(grams: number): number | null {
	if (!Number.isFinite(grams) || grams < 0) return null;
	return Number(grams.toPrecision(1));
}

/** A rounded amount in the writer's notation: `$0.0034`, `CHF 1.20`, `0,0034 $`. Never in powers of ten. */
export function formatCost(cost: Cost, labels: RecordLabels): string {
	const plain = plainNumber(cost.amount);
	// Whole cents are written as money is: $0.50, not $0.5.
	const written = /^\d+(?:\.\d)?$/.test(plain) && cost.amount !== 0 ? cost.amount.toFixed(2) : plain;
	const number = written.replace(".", labels.decimal);
	const sign = signs[cost.currency];
	if (labels.currencyAfter) return `${number}\u00a0${sign ?? cost.currency}`;
	return sign === undefined ? `${cost.currency} ${number}` : `${sign}${number}`;
}

/** Reads what `formatCost` wrote in any notation; null when it is something else. */
export function parseCost(text: string): Cost | null {
	const match =
		/^(?:(\$|€|£|¥|[A-Z]{3})[ \u00a0\u202f]?)?(\d+(?:[.,]\d+)?)(?:[ \u00a0\u202f]?(\$|€|£|¥|[A-Z]{3}))?$/.exec(
			text.trim(),
		);
	const sign = match?.[1] ?? match?.[3];
	if (match === null || sign === undefined || (match[1] !== undefined && match[3] !== undefined)) return null;
	const currency = Object.keys(signs).find((code) => signs[code] === sign) ?? sign;
	return { amount: parseNumber(match[2] ?? ""), currency };
}

/** Rounded grams with their range: `0.1 g CO2e (0.01-0.3)`. */
export function formatCarbon(carbon: Carbon, labels: RecordLabels): string {
	const number = (grams: number): string => plainNumber(grams).replace(".", labels.decimal);
	return `${labels.about} ${number(carbon.central)} ${labels.carbon} (${number(carbon.low)}-${number(carbon.high)})`;
}

const number = "(\\d+(?:[.,]\\d+)?)";
const writtenCarbon = new RegExp(`^[^\\d(]*${number}[^\\d(]*CO[2₂][^\\d(]*\\(${number}\\s*[-–]\\s*${number}\\)$`);

/** Reads what `formatCarbon` wrote, whatever the words around the numbers; null when it is something else. */
export function parseCarbon(text: string): Carbon | null {
	const match = writtenCarbon.exec(text.trim());
	if (match === null) return null;
	return { central: parseNumber(match[1] ?? ""), low: parseNumber(match[2] ?? ""), high: parseNumber(match[3] ?? "") };
}

function parseNumber(text: string): number {
	return Number(text.replace(",", "."));
}

/** A number without an exponent. */
export function plainNumber(value: number): string {
	const text = String(value);
	const match = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
	if (match === null) return text;
	const digits = (match[1] ?? "") + (match[2] ?? "");
	const exponent = Number(match[3]);
	return exponent < 0 ? `0.${"0".repeat(-exponent - 1)}${digits}` : digits.padEnd(exponent + 1, "0");
}
