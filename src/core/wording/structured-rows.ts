import { decoded } from "./character-references";
import { readValue, valueBegins, type Lenient } from "./lenient-json";
import { wholeLines } from "./plain-rows";
import { withoutGloss, type Row } from "./candidate";
import { isKey, valueRows } from "./value-rows";

/** What a reply holds in values of JSON, and in lines between them. */
export interface StructuredRows {
	readonly rows: readonly Row[];
	/** Values, or parts of them, that could not be read as rows. */
	readonly unreadable: number;
	/** Whether the last value may still go on: what follows it is no row yet. */
	readonly unfinished: boolean;
	/** Whether one of the values says that there is nothing to propose. */
	readonly isEmpty: boolean;
}

/**
 * Reads the values of a reply, wherever they stand in it, and the lines between them that are versions of the original.
 * Without any value there are no rows: lines alone are for `plainRows`.
 * @param original the sentence as the model was shown it
 * @param final whether the reply has come to its end
 */
export function structuredRows(reply: string, original: string, final: boolean): StructuredRows {
	let isEmpty = false;
	const rows: Row[] = [];
	let unreadable = 0;
	let unfinished = false;
	/** Where the text after the last value begins. */
	let rest = 0;
	const between = (to: number, ended: boolean): void => {
		rows.push(...wholeLines(decoded(reply.slice(rest, to), original), original, ended).map(withoutGloss));
	};
	for (let at = 0; at < reply.length;) {
		const read = valueBegins(reply, at) ? readValue(reply, at, final) : null;
		if (read === null || isQuotation(read.value, reply.slice(at, read.end))) {
			at++;
			continue;
		}
		// A key that lost its braces.
		if (read.value.type === "text" && /^\s*:/.test(reply.slice(read.end, read.end + 8)) && isKey(read.value.text)) {
			at = read.end;
			continue;
		}
		const found = valueRows(read.value, original, final);
		if (found.rows.length + found.unreadable > 0 || !read.value.complete) {
			between(at, true);
			rest = Math.max(read.end, at + 1);
		}
		rows.push(...found.rows);
		unreadable += found.unreadable;
		isEmpty ||= holdsNothing(read.value);
		// What is not complete yet may still take in all that follows.
		if (!read.value.complete && !final) {
			unfinished = true;
			break;
		}
		at = Math.max(read.end, at + 1);
	}
	if (rows.length + unreadable > 0) between(unfinished ? rest : reply.length, final);
	return { rows, unreadable, unfinished, isEmpty };
}

/** Whether a text is no value but the quotation with which a line of prose begins: it is cut, or goes over lines. */
function isQuotation(value: Lenient, source: string): boolean {
	return value.type === "text" && (!value.complete || (value.text.includes("\n") && source.includes("\n")));
}

/** A list without anything in it, or an object of such lists alone: the way in which models are asked to say "none". */
function holdsNothing(value: Lenient): boolean {
	if (value.type === "list") return value.complete && value.items.every(holdsNothing);
	return (
		value.type === "object" &&
		value.complete &&
		value.fields.length > 0 &&
		value.fields.every(([, inner]) => holdsNothing(inner))
	);
}
