/** What of a thing is searched, folded once so that a keystroke over hundreds of them costs nothing. */
export interface Searchable {
	/** What it is called: its name, its id. What begins with the query comes first. */
	readonly names: readonly string[];
	/** Everything a word may be found in, the names too. */
	readonly all: string;
}

/** A text as it is searched: lower case, without accents. */
export function folded(text: string): string {
	// Most ids are plain: decomposing what has nothing to decompose takes most of the time.
	return (/[^ -~]/.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text).toLowerCase();
}

/** @param names what it is called @param more what else it may be found by */
export function searchable(names: readonly string[], more: readonly string[] = []): Searchable {
	const called = names.map(folded);
	return { names: called, all: [...called, ...more.map(folded)].join("\n") };
}

/**
 * Those that hold every word of the query, in any order. First those called so, then those whose name begins so, then
 * those in whose name every word begins a word, then the others; each as they came. An empty query leaves all as they
 * are.
 */
export function search<T>(query: string, things: readonly T[], of: (thing: T) => Searchable): readonly T[] {
	const typed = folded(query).trim();
	const words = typed.split(/\s+/).filter((word) => word !== "");
	if (words.length === 0) return things;
	const ranked: T[][] = [[], [], [], []];
	for (const thing of things) {
		const { names, all } = of(thing);
		if (!words.every((word) => all.includes(word))) continue;
		const rank = names.includes(typed)
			? 0
			: names.some((name) => name.startsWith(typed) || name.replace(/^[^/:]*[/:]\s*/, "").startsWith(typed))
				? 1
				: names.some((name) => words.every((word) => beginsWord(name, word)))
					? 2
					: 3;
		ranked[rank]?.push(thing);
	}
	return ranked.flat();
}

function beginsWord(text: string, word: string): boolean {
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
	}
	return false;
}
