// Runs in Node and in a page alike.

export function median(values) {
	return percentile(values, 0.5);
}

export function percentile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (sorted.length - 1) * share;
	const below = sorted[Math.floor(at)];
	return below + (sorted[Math.ceil(at)] - below) * (at % 1);
}

/**
 * Times contenders turn by turn, each for `slice` milliseconds a turn, the order rotating, so that a slow moment of the
 * machine strikes all. Returns the median milliseconds of a call and each round's times.
 */
export async function sideBySide(contenders, { rounds = 15, slice = 30 } = {}) {
	const names = Object.keys(contenders);
	const counts = {};
	for (const name of names) {
		let count = 1;
		// The first turns also warm the code up.
		for (let took = await turn(contenders[name], count); took < slice; took = await turn(contenders[name], count)) {
			count = Math.ceil(count * Math.min(8, Math.max(1.5, slice / Math.max(took, 0.01))));
		}
		counts[name] = count;
	}
	const perRound = Object.fromEntries(names.map((name) => [name, []]));
	for (let round = 0; round < rounds; round++) {
		for (let n = 0; n < names.length; n++) {
			const name = names[(n + round) % names.length];
			perRound[name].push((await turn(contenders[name], counts[name])) / counts[name]);
		}
	}
	return resultOf(perRound);
}

/** The medians of times taken round by round, and the median of the rounds' ratios. */
export function resultOf(perRound) {
	return {
		times: Object.fromEntries(Object.entries(perRound).map(([name, values]) => [name, median(values)])),
		perRound,
		ratio: (name, other) => median(perRound[name].map((value, round) => value / perRound[other][round])),
	};
}

async function turn(call, count) {
	const start = performance.now();
	for (let n = 0; n < count; n++) {
		const result = call();
		if (result instanceof Promise) await result;
	}
	return performance.now() - start;
}
