import type { Range } from "../text/text";
import { mayHold, piecesOf } from "./reading";

/**
 * Fenced code that begins above a place, in order, and perhaps some below it: what stands in it is an example.
 * @param within from below the properties to that place
 */
export function fencesIn(text: string, within: Range): readonly Range[] {
	return plainFences(text, within) ?? readFences(text, within);
}

/**
 * The same without the grammar, which takes longer than all else a vault is read for: where each fence opens at the
 * very beginning of a line, with nothing above it that could hide or hold it. Null where that can't be told.
 */
function plainFences(text: string, { from: body, to: end }: Range): readonly Range[] | null {
	const fences: Range[] = [];
	/** Where the text after the last fence begins. */
	let below = body;
	/** Where the open fence began, and its marks. */
	let open: { readonly from: number; readonly mark: string } | null = null;
	const marks = /`{3,}|~{3,}/g;
	marks.lastIndex = body;
	for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
		const [mark] = match;
		const from = match.index;
		if (open === null && from >= end) break;
		const line = Math.max(body, text.lastIndexOf("\n", from) + 1);
		const next = text.indexOf("\n", from);
		const to = next < 0 ? text.length : next;
		const indent = text.slice(line, from);
		const rest = text.slice(from + mark.length, to);
		if (open === null) {
			// Within a line, a quote or an item, or code among words: only the grammar can tell.
			if (indent !== "" || (mark.startsWith("`") && rest.includes("`"))) return null;
			if (mayHold.test(text.slice(below, from))) return null;
			open = { from, mark };
		} else if (mark.startsWith(open.mark) && /^[ \t\r]*$/.test(indent + rest)) {
			// A carriage return alone takes no column in the grammar: it has to tell.
			if (indent.includes("\r")) return null;
			if (/^ {0,3}$/.test(indent)) {
				fences.push({ from: open.from, to });
				below = to;
				open = null;
			}
		}
		marks.lastIndex = to;
	}
	return open === null ? fences : [...fences, { from: open.from, to: text.length }];
}

function readFences(text: string, { from: body, to: end }: Range): readonly Range[] {
	const fences: Range[] = [];
	for (const piece of piecesOf(text, body)) {
		if (piece.from >= end) break;
		if (!/`{3}|~{3}/.test(text.slice(piece.from, piece.to))) continue;
		piece.tree().iterate({
			enter({ name, from, to }) {
				if (name === "FencedCode" && from + piece.from < piece.to)
					fences.push({ from: from + piece.from, to: to + piece.from });
			},
		});
	}
	return fences;
}
