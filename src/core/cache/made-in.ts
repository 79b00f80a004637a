interface Values<K, V> {
	get(key: K): V | undefined;
	set(key: K, value: V): unknown;
}

/** The value of a key. Where there is none yet, it is made and kept. */
export function madeIn<K, V>(values: Values<K, V>, key: K, make: () => V): V {
	const known = values.get(key);
	if (known !== undefined) return known;
	const made = make();
	values.set(key, made);
	return made;
}
