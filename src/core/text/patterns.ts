// Patterns made of others: a long one is read in parts.

/** A pattern that fits where any of these does. It has these flags; theirs are not looked at. */
export function anyOf(patterns: readonly RegExp[], flags = ""): RegExp {
	return new RegExp(patterns.map(({ source }) => source).join("|"), flags);
}

/** A pattern that fits what these fit, one right after another. It has these flags; theirs are not looked at. */
export function inTurn(patterns: readonly RegExp[], flags = ""): RegExp {
	return new RegExp(patterns.map(({ source }) => `(?:${source})`).join(""), flags);
}
