/**
 * How much more a task costs each time its input doubles: about 2 where the cost is in line with the length, 4 where
 * it grows with its square. Told from an input and one eight times as long, in processor time, which a busy machine
 * does not change, the best of several turns.
 * @param make an input of so many pieces
 */
export function growth<T>(make: (pieces: number) => T, task: (input: T) => unknown, pieces: number): number {
	const cost = [pieces, 8 * pieces].map((size) => {
		const input = make(size);
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
	});
	return Math.cbrt((cost[1] ?? 0) / (cost[0] ?? 0));
}

/** More than this is more than in line with the length: doubling costs 2, and some for what is noise. */
export const maxGrowth = 3.2;
