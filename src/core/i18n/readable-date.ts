import { dateInWords } from "../languages/date-in-words";

/** An ISO date for reading, for example `Nov 24, 2026`; as it stands when it is none. */
export function readableDate(date: string, locale: string): string {
	const time = Date.parse(date);
	return Number.isNaN(time)
		? date
		: dateInWords(time, locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** A local time for reading, `2026-11-23T10:42:05+01:00` as `Nov 23, 2026, 10:42 AM`: of the clock where it was. */
export function readableMoment(time: string, locale: string): string {
	const there = Date.parse(`${time.slice(0, 19)}Z`);
	return Number.isNaN(there)
		? readableDate(time, locale)
		: dateInWords(there, locale, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
}
