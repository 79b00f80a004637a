import { tickStep, ticks } from "d3-array";

/**
 * Round figures from 0 to a value or just beyond, for the lines of a chart: 1, 2 or 5 times a power of ten apart.
 * @param highest more than 0
 * @param about how many steps are wanted; it may be half or twice as many
 * @param whole whether only whole figures make sense, and `highest` is one. Defaults to false
 */
export function linesUpTo(highest: number, about: number, whole = false): readonly number[] {
	const step = tickStep(0, highest, whole ? Math.min(about, highest) : about);
	const steps = Math.ceil(highest / step - 1e-9);
	// A little beyond: 5 x 0.000001 is less than 0.000005, and the last line would be missing.
	return ticks(0, (steps + 1e-6) * step, steps);
}
