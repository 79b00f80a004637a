import type { ParseYaml } from "../privacy/privacy";
import type { Change } from "../text/text";

/**
 * How much of a note came of models, in the words of the W3C's draft (w3c-cg/ai-content-disclosure, September 2026).
 * `ai-assisted` says that a person has read the result.
 */
type Disclosure = "human-only" | "ai-assisted" | "ai-autonomous";

const key = "ai-disclosure";

/** A property on a line of its own, with a plain or quoted word. */
const line =
	/^(["']?)ai-disclosure\1[ \t]*:[ \t]*(["']?)(human-only|ai-assisted|ai-autonomous)\2(?=[ \t]*(?:#.*)?\r?$)/;

/** Properties of a note: their opening line, what stands in them, and the line that ends them. */
const properties = /^(---[ \t]*\r?\n)([^]*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * What makes the property `ai-disclosure` of a note true; null when it is, or when it is not ours to write. A note with
 * records is `ai-assisted`; one that said so and has none left is `human-only`; of others nothing is said.
 * `ai-autonomous`, and any other value, is the writer's. Not a byte of other properties changes.
 * @param records whether the note has any
 */
export function disclosureChange(text: string, records: boolean, parse: ParseYaml): Change | null {
	const found = properties.exec(text);
	if (found === null) {
		// What begins like properties and has no end, or is none of Obsidian's, is left alone.
		if (!records || /^(?:\ufeff|---|\+\+\+)/.test(text)) return null;
		const lineBreak = /\r?\n/.exec(text)?.[0] ?? "\n";
		return { from: 0, to: 0, insert: ["---", `${key}: ai-assisted`, "---", ""].join(lineBreak) };
	}
	const [, opening = "", inside = ""] = found;
	const before = parsed(inside, parse);
	if (before === null) return null;
	const names = Object.keys(before).filter((name) => name.trim().toLowerCase() === key);
	if (names.length > 1) return null;
	if (names.length === 0) {
		if (!records) return null;
		const at = opening.length + inside.length;
		const lineBreak = opening.endsWith("\r\n") ? "\r\n" : "\n";
		const insert = `${key}: ai-assisted${lineBreak}`;
		return readsAs(before, inside + insert, "ai-assisted", parse) ? { from: at, to: at, insert } : null;
	}
	const wanted: Disclosure = records ? "ai-assisted" : "human-only";
	let at = opening.length;
	for (const one of inside.split("\n")) {
		const value = line.exec(one)?.[3];
		if (value !== undefined) {
			if (value === wanted || value === "ai-autonomous") return null;
			const from = at + one.lastIndexOf(value, (line.exec(one)?.[0].length ?? 0) - 1);
			const change = { from, to: from + value.length, insert: wanted };
			const after = text.slice(opening.length, from) + wanted + text.slice(change.to, opening.length + inside.length);
			return readsAs(before, after, wanted, parse) ? change : null;
		}
		at += one.length + 1;
	}
	return null;
}

function parsed(yaml: string, parse: ParseYaml): Readonly<Record<string, unknown>> | null {
	try {
		const found = yaml.trim() === "" ? {} : parse(yaml);
		return typeof found === "object" && found !== null && !Array.isArray(found) ? { ...found } : null;
	} catch {
		return null;
	}
}

/** Whether properties read as they did, with nothing but this value changed. */
function readsAs(
	before: Readonly<Record<string, unknown>>,
	yaml: string,
	value: Disclosure,
	parse: ParseYaml,
): boolean {
	const after = parsed(yaml, parse);
	return (
		after !== null && JSON.stringify({ ...before, [key]: value }) === JSON.stringify({ ...after, [key]: after[key] })
	);
}
