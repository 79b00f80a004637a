/** A wait of so many seconds as English and French write it: seconds below two minutes, then the two greatest units. */
export function durationOf(seconds: number): string {
	const units = [
		[Math.floor(seconds / 3600), "h"],
		[Math.floor((seconds % 3600) / 60), "min"],
		[seconds % 60, "s"],
	] as const;
	if (seconds < 120) return `${seconds}\u00a0s`;
	const from = seconds < 3600 ? 1 : 0;
	return units
		.slice(from, from + 2)
		.filter(([amount]) => amount > 0)
		.map(([amount, unit]) => `${amount}\u00a0${unit}`)
		.join(" ");
}
