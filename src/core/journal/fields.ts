/** What the facts of an entry are called where they are written, in the order in which they stand. */
const keys = [
	"id",
	"at",
	"outcome",
	"failure",
	"note",
	"objective",
	"model",
	"endpoint",
	"provider",
	"place",
	"seconds",
	"words-adopted",
	"tokens-in",
	"tokens-out",
	"cost",
	"currency",
	"list-price",
	"cost-unknown",
	"carbon",
	"carbon-low",
	"carbon-high",
	"compared",
	"preference",
	"blind",
	"told",
] as const;
type FactKey = (typeof keys)[number];

/** What begins the facts of an entry. */
export const firstField = "[id:: ";

/** The place of each of `keys` among `Fields`. */
export const place = Object.fromEntries(keys.map((key, at) => [key, at + 1])) as Readonly<Record<FactKey, number>>;

/** What is written in the fields of a line, by place; undefined where one is missing. */
export type Fields = readonly (string | undefined)[];

/**
 * A line as it was written: known fields in order. The engine walks it once, so that years of journals are read in a
 * moment. No value holds a bracket but a link's own.
 */
const inOrder = new RegExp(
	`${keys.map((key) => `(?:\\[${key}:: ([^[\\]\\n]*|\\[\\[[^[\\]\\n]*\\]\\])\\] ?)?`).join("")}(?![^\\r\\n])`,
	"y",
);

/** The fields from a place of a text to the end of its line, the first of each key. */
export function fieldsAt(text: string, at: number): Fields {
	inOrder.lastIndex = at;
	return inOrder.exec(text) ?? readAny(text, at);
}

/** The fields of a line that a hand has been at, or another version. */
function readAny(text: string, at: number): Fields {
	const fields: (string | undefined)[] = [];
	const end = text.indexOf("\n", at);
	const line = text.slice(at, end < 0 ? text.length : end);
	for (let from = line.indexOf("["); from >= 0;) {
		const colons = line.indexOf(":: ", from);
		if (colons < 0) break;
		const value = colons + 3;
		const valueEnd = line.startsWith("[[", value) ? line.indexOf("]]]", value) + 2 : line.indexOf("]", value);
		if (valueEnd < value) break;
		const known = place[line.slice(from + 1, colons) as FactKey] as number | undefined;
		if (known !== undefined) fields[known] ??= line.slice(value, valueEnd);
		from = line.indexOf("[", valueEnd);
	}
	return fields;
}
