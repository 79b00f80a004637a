/** Numbers that look random and are the same for the same seed. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to and without `end`. By mulberry32, which is good enough to choose what happens next. */
	below(end: number): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
	}

	one<T>(list: readonly T[]): T | undefined {
		return list[this.below(list.length)];
	}

	/** One of some names, each as often as its weight says. */
	weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
		const names = (Object.keys(weights) as K[]).flatMap((name) => Array.from({ length: weights[name] }, () => name));
		return names[this.below(names.length)]!;
	}
}
