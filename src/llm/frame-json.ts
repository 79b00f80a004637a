import { jsonFrom } from "./bounds";

/** What a text holds beside its JSON. */
export interface Within {
	/** Its objects, in their order. */
	readonly values: readonly unknown[];
	/** What stands between and after them, without the names of fields; empty where nothing does. */
	readonly rest: string;
}

/**
 * The objects that a text holds one after another, where it is no JSON as a whole: frames that stand in one line, with
 * or without the field's name between them, or a line each; a comma after the last; bytes and numbers that JSON does
 * not know. One that is cut stays in the rest.
 */
export function objectsWithin(text: string): Within {
	const values: unknown[] = [];
	let rest = "";
	let from = 0;
	for (let open = text.indexOf("{"); open >= 0; open = text.indexOf("{", from)) {
		const end = endOf(text, open);
		if (end === null) break;
		const value = jsonFrom(text.slice(open, end)) ?? repaired(text.slice(open, end));
		if (value === undefined) rest += text.slice(from, end);
		else {
			values.push(value);
			rest += text.slice(from, open);
		}
		from = end;
	}
	rest += text.slice(from);
	return { values, rest: rest.replace(/(?:^|[\s,[])data:/g, " ").replace(/^[\s,]+|[\s,]+$/g, "") };
}

/** Behind the object that begins at a place; null where it does not end. */
function endOf(text: string, open: number): number | null {
	let depth = 0;
	let quoted = false;
	for (let at = open; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (quoted) {
			if (code === 0x5c) at++;
			else if (code === 0x22) quoted = false;
		} else if (code === 0x22) quoted = true;
		else if (code === 0x7b) depth++;
		else if (code === 0x7d && --depth === 0) return at + 1;
	}
	return null;
}

// Python writes NaN, and some pad with NUL or leave a tab as it is.
function repaired(text: string): unknown {
	return jsonFrom(
		text
			// eslint-disable-next-line no-control-regex -- JSON knows none of them within a string
			.replace(/[\u0000-\u001f]/g, (control) => (control === "\u0000" ? "" : " "))
			.replace(/([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,\]}])/g, "$1null"),
	);
}
