/** A moment where the writer is, as ISO 8601 with its offset from UTC. @param milliseconds since the epoch */
export function localTime(milliseconds: number): string {
	const date = new Date(milliseconds);
	const offset = -date.getTimezoneOffset();
	const local = new Date(milliseconds + offset * 60_000).toISOString().slice(0, 19);
	const two = (number: number): string => String(Math.floor(Math.abs(number))).padStart(2, "0");
	return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}
