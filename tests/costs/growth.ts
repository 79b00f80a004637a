/**
 * How much more a task costs each time its input doubles: about 2 where the cost is in line with the length, 4 where
 * it grows with its square. Told from an input and one eight times as long, in processor time, which a busy machine
 * does not change. What a process does besides can only add to it, so that a figure over the limit is told anew, twice
 * at most, and the least one counts.
 * @param make an input of so many pieces
 */
export function growth<T>(make: (pieces: number) => T, task: (input: T) => unknown, pieces: number): number {
	let least = Infinity;
	for (let turn = 0; turn < 3 && least >= maxGrowth; turn++)
		least = Math.min(least, Math.cbrt(cost(make(8 * pieces), task) / cost(make(pieces), task)));
	return least;
}

/** More than this is more than in line with the length: doubling costs 2, and some for what is noise. */
export const maxGrowth = 3.2;

/** Microseconds of processor time that a task takes with an input, the best of several turns. */
function cost<T>(input: T, task: (input: T) => unknown): number {
	// Compiled by now, as in a program that has run for a while.
	for (let turn = 0; turn < 3; turn++) task(input);
	let best = Infinity;
	for (let turn = 0; turn < 5; turn++) {
		const before = process.cpuUsage();
		task(input);
		const { user, system } = process.cpuUsage(before);
		best = Math.min(best, user + system);
	}
	return best;
}
