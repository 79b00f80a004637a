/** A pattern that fits where any of these does. It has these flags; theirs are not looked at. */
export function anyOf(patterns: readonly RegExp[], flags = ""): RegExp {
	return new RegExp(patterns.map(({ source }) => source).join("|"), flags);
}
