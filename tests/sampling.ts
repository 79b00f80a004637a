// How much of what could be tried is tried. `npm test` takes a sample, always the same, so that what fails was broken
// by what changed; `npm test -- --explore` takes many more inputs, and other ones each time. The seed of a run that
// failed is in its message: FC_SEED repeats it.

/** Whether this is an exploration: `npm test -- --explore`. */
export const exploring = process.env["EXPLORE"] !== undefined;

/** How many inputs a property is tried with: so many by `npm test`, `times` as many in an exploration. */
export function sampleSize(usual: number, times = 50): number {
	return exploring ? usual * times : usual;
}

/** Every nth of a list by `npm test`, all of it in an exploration. */
export function everyNth<T>(list: readonly T[], n: number): readonly T[] {
	return exploring ? list : list.filter((_one, index) => index % n === 0);
}

/** The seed that a failed exploration told, in FC_SEED; otherwise a fixed one by day and none in an exploration. */
export function seedOf(usual: number): { readonly seed: number } | Record<string, never> {
	const told = process.env["FC_SEED"];
	if (told !== undefined) return { seed: Number(told) };
	return exploring ? {} : { seed: usual };
}
