/**
 * A day for reading, as a language writes it: the first of a month is ordinal in French, which the browser's own
 * formatter does not know.
 * @param time milliseconds since the epoch
 * @param options those of the formatter, with its time zone where it is not the reader's
 */
export function dateInWords(time: number, locale: string, options: Intl.DateTimeFormatOptions): string {
	const written = new Intl.DateTimeFormat(locale, options).format(time);
	return /^fr\b/.test(locale) ? written.replace(/^((?:\p{L}+ )?)1(?= \p{L})/u, "$11er") : written;
}
