/** Characters that HTML has names for and models write so: quotes, dashes, spaces. */
const named: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	nbsp: "\u00a0",
	laquo: "«",
	raquo: "»",
	ldquo: "“",
	rdquo: "”",
	bdquo: "„",
	lsquo: "‘",
	rsquo: "’",
	hellip: "…",
	ndash: "–",
	mdash: "—",
};

/** Such a name, or a character by its number. */
const reference = /&(?:([a-z]{2,6})|#(\d{2,5})|#x([\da-f]{2,4}));/gi;

/**
 * A text with the characters that its character references of HTML stand for: `&nbsp;`, `&#8217;`. Names that are not
 * among the usual ones, and numbers of controls or of no character, stay as they are. So does the whole text where the
 * original has such references too: they are the writer's.
 */
export function decoded(text: string, original: string): string {
	if (original.search(reference) >= 0) return text;
	return text.replace(reference, (whole, name: string | undefined, decimal?: string, hex?: string) => {
		if (name !== undefined) return named[name.toLowerCase()] ?? whole;
		const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
		return code < 32 || code > 0xd7ff ? whole : String.fromCharCode(code);
	});
}
