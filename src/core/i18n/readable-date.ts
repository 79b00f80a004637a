/** An ISO date for reading, for example `Nov 24, 2026`; as it stands when it is none. */
export function readableDate(date: string, locale: string): string {
	const time = Date.parse(date);
	return Number.isNaN(time)
		? date
		: new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
				time,
			);
}
