
/** Price per million tokens, as a list says it. */
export interface Price {
	readonly input: number;
	readonly output: number;
	/** Per million tokens read from the endpoint's cache; null when the list does not say. */
	readonly cachedInput: number | null;
	/** ISO 4217. */
	readonly currency: string;
	/** ISO date of the list. */
	readonly listed: string;
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

/**
 * What a request will cost: a range, because it is one.
 * @param promptTokens estimated tokens of what is sent
 * @param spread factors by which the estimate may be wrong
 */
export function forecast(price: Price, promptTokens: number, spread: { readonly low: number; readonly high: number }, answer: AnswerLength): AmountRange {
	const cost = (prompt: number, completion: number): number => (prompt * price.input + completion * price.output) / 1e6;
	return { low: cost(promptTokens * spread.low, answer.low), high: cost(promptTokens * spread.high, answer.high), currency: price.currency };
}

/** What a request cost at list price: for endpoints that do not say what they charge. Cached tokens are part of the prompt's. */
export function listCost(price: Price, tokens: { readonly promptTokens: number; readonly completionTokens: number; readonly cachedTokens: number }): number {
	const cached = price.cachedInput === null ? 0 : Math.min(tokens.cachedTokens, tokens.promptTokens);
	return ((tokens.promptTokens - cached) * price.input + cached * (price.cachedInput ?? 0) + tokens.completionTokens * price.output) / 1e6;
}

/** An amount for reading, in the way of a language: small ones keep two significant digits ($0.0034), others cents. */
export function formatAmount(amount: number, currency: string, locale: string): string {
	return amountFormat(locale)(amount, currency);
}

/** `formatAmount` for many amounts: what formats them is made once, which is what takes the time. */
export function amountFormat(locale: string): (amount: number, currency: string) => string {
	const formats = new Map<string, Intl.NumberFormat>();
	return (amount, currency) => {
		const digits = amount === 0 || amount >= 1 ? 2 : Math.min(20, 1 - Math.floor(Math.log10(amount)));
		const key = `${currency}${digits}`;
		const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol", minimumFractionDigits: Math.min(2, digits), maximumFractionDigits: Math.max(2, digits) });
		formats.set(key, format);
		return format.format(amount);
	};
}
