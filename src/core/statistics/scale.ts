/**
 * Round figures from 0 to a value or just beyond, for the lines of a chart: 1, 2 or 5 times a power of ten apart.
 * @param highest more than 0
 * @param about how many steps are wanted; it may be half or twice as many
 * @param whole whether only whole figures make sense. Defaults to false
 */
export function ticks(highest: number, about: number, whole = false): readonly number[] {
	const raw = Math.max(highest / about, whole ? 1 : 0);
	const power = 10 ** Math.floor(Math.log10(raw));
	const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= raw * (1 - 1e-9)) ?? 10);
	const count = Math.ceil(highest / step - 1e-9);
	// Of the index, so that 3 x 0.1 is 0.3.
	return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
