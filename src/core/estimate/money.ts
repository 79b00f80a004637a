/** Prices per million tokens, by what the tokens are for. */
export interface Rates {
	readonly input: number;
	readonly output: number;
	/** Read from the endpoint's cache; null when the list does not say: then as other input. */
	readonly cachedInput: number | null;
	/** Written into the endpoint's cache; absent when the list does not say: then as other input. */
	readonly cacheWrite?: number;
}

/** Prices as a list says them. */
export interface Price extends Rates {
	/** For each request, whatever its length; none by default. */
	readonly request?: number;
	/** What costs otherwise when; of those that apply the later ones win. None by default. */
	readonly overrides?: readonly PriceOverride[];
	/** ISO 4217. */
	readonly currency: string;
	/** ISO date of the list. */
	readonly listed: string;
}

/**
 * Prices that hold when all its conditions do; those it leaves out stay as they are.
 * https://openrouter.ai/docs/guides/overview/models
 */
export interface PriceOverride {
	/** For prompts of more tokens than that. */
	readonly above?: number;
	/**
	 * From one time of day until another that is not in it any more, as clock numbers in UTC (1030 is half past ten);
	 * it may go past midnight.
	 */
	readonly hours?: { readonly from: number; readonly to: number };
	/** On these days in UTC, 0 being Sunday. */
	readonly days?: readonly number[];
	readonly rates: Partial<Rates>;
}

/** The prices that hold for a prompt of so many tokens at a time, in milliseconds since the epoch. */
export function ratesFor(price: Price, promptTokens: number, time: number): Rates {
	const date = new Date(time);
	const clock = date.getUTCHours() * 100 + date.getUTCMinutes();
	return (price.overrides ?? [])
		.filter(
			({ above, hours, days }) =>
				(above === undefined || promptTokens > above) &&
				(hours === undefined || isWithin(clock, hours)) &&
				(days === undefined || days.includes(date.getUTCDay())),
		)
		.reduce<Rates>((rates, { rates: others }) => ({ ...rates, ...others }), price);
}

function isWithin(clock: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
	return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

/** An amount between two bounds. */
export interface AmountRange {
	readonly low: number;
	readonly high: number;
	readonly currency: string;
}

/** Tokens an answer may take: a short one, and a long one with some thinking. */
export interface AnswerLength {
	readonly low: number;
	readonly high: number;
}

/** What a request will be, as far as it is known before it is sent. */
export interface Expected {
	/** Estimated tokens of what is sent. */
	readonly promptTokens: number;
	/** Factors by which the estimate may be wrong. */
	readonly spread: { readonly low: number; readonly high: number };
	readonly answer: AnswerLength;
	/** The share of the prompt that the endpoint may read from its cache, 0 to 1. None by default. */
	readonly cached?: number;
	/** Milliseconds since the epoch. */
	readonly time: number;
}

/** What a request will cost: a range, because it is one. */
export function forecast(price: Price, { promptTokens, spread, answer, cached = 0, time }: Expected): AmountRange {
	const [few, many] = [promptTokens * spread.low, promptTokens * spread.high];
	const [least, most] = [ratesFor(price, few, time), ratesFor(price, many, time)];
	const fromCache = few * cached * ((least.cachedInput ?? least.input) - least.input);
	// What is not in the cache may be written into it, and that may cost more.
	const fresh = Math.max(most.input, most.cacheWrite ?? 0);
	return {
		low: (price.request ?? 0) + (few * least.input + fromCache + answer.low * least.output) / 1e6,
		high: (price.request ?? 0) + (many * fresh + answer.high * most.output) / 1e6,
		currency: price.currency,
	};
}

/**
 * What a request cost at list price: for endpoints that do not say what they charge. Cached tokens are part of the
 * prompt's.
 * @param time milliseconds since the epoch
 */
export function listCost(
	price: Price,
	tokens: {
		readonly promptTokens: number;
		readonly completionTokens: number;
		readonly cachedTokens: number;
		readonly cacheWriteTokens?: number;
	},
	time: number,
): number {
	const { input, output, cachedInput, cacheWrite } = ratesFor(price, tokens.promptTokens, time);
	const cached = Math.min(tokens.cachedTokens, tokens.promptTokens);
	const written = Math.min(tokens.cacheWriteTokens ?? 0, tokens.promptTokens - cached);
	const fresh = tokens.promptTokens - cached - written;
	return (
		(price.request ?? 0) +
		(fresh * input +
			cached * (cachedInput ?? input) +
			written * (cacheWrite ?? input) +
			tokens.completionTokens * output) /
			1e6
	);
}

const signs: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };

/** Most characters of a currency's name. */
const maxCurrency = 12;

/**
 * A currency as an endpoint or its settings call it: ISO 4217 where it is a code or a sign, else the word itself
 * ("credits"). Null when it is none.
 */
export function currencyFrom(value: unknown): string | null {
	if (typeof value !== "string") return null;
	const word = value.replace(/[\p{C}\s]+/gu, " ").trim();
	if (word === "" || word.length > maxCurrency) return null;
	return signs[word] ?? (/^[a-z]{3}$/i.test(word) ? word.toUpperCase() : word);
}

/**
 * An amount for reading, in the way of a language: small ones keep two significant digits ($0.0034), others cents. A
 * currency that is no code stands after the amount as it is.
 */
export function formatAmount(amount: number, currency: string, locale: string): string {
	return amountFormat(locale)(amount, currency);
}

/** `formatAmount` for many amounts: what formats them is made once, which is what takes the time. */
export function amountFormat(locale: string): (amount: number, currency: string) => string {
	const formats = new Map<string, Intl.NumberFormat>();
	return (amount, currency) => {
		const code = /^[A-Za-z]{3}$/.test(currency);
		const digits = amount === 0 || amount >= 1 ? 2 : Math.min(20, 1 - Math.floor(Math.log10(amount)));
		const key = `${currency}${digits}`;
		const format =
			formats.get(key) ??
			new Intl.NumberFormat(locale, {
				...(code ? { style: "currency", currency, currencyDisplay: "narrowSymbol" } : {}),
				minimumFractionDigits: Math.min(2, digits),
				maximumFractionDigits: Math.max(2, digits),
			});
		formats.set(key, format);
		return code ? format.format(amount) : `${format.format(amount)}\u00a0${currency}`;
	};
}
