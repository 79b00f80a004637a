/**
 * A function that remembers what it gave for the last few arguments: for what is asked again and again of the same
 * long text.
 * @param make the same for the same arguments, which are compared by identity
 * @param most results that are kept
 */
export function memoizeLast<A extends readonly unknown[], R>(make: (...args: A) => R, most: number): (...args: A) => R {
	let known: readonly { readonly args: A; readonly result: R }[] = [];
	return (...args) => {
		const found = known.find((one) => one.args.every((arg, at) => arg === args[at])) ?? { args, result: make(...args) };
		known = [found, ...known.filter((one) => one !== found)].slice(0, most);
		return found.result;
	};
}
