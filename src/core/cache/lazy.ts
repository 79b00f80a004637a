/**
 * A value made when it is first asked for, and kept: for tables and parsers that many sessions never need. What a
 * module makes while it loads holds up the start of Obsidian.
 */
export function lazy<T>(make: () => T): () => T {
	let made: { readonly value: T } | null = null;
	return () => (made ??= { value: make() }).value;
}
