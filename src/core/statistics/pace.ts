import { daysOf } from "./table";

/** Days of consultations below which a pace would only be noise. */
const minDays = 7;

/**
 * What a month comes to by its end if it goes on as until today, today counted as a whole day; null while that is a
 * matter of less than a week.
 * @param spent since the beginning of the month
 * @param today ISO date
 * @param first ISO date of the first consultation ever: a month that was begun in the middle has the pace of its days
 */
export function paceOf(spent: number, today: string, first: string): number | null {
	const month = today.slice(0, 7);
	const day = Number(today.slice(8, 10));
	const from = first.startsWith(month) && first <= today ? Number(first.slice(8, 10)) : 1;
	const days = day - from + 1;
	return days < minDays ? null : spent + (spent / days) * (daysOf(month) - day);
}
