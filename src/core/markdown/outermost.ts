import type { Line, TextSource } from "../text/text";
import {
	fence,
	footnoteMark,
	headingMark,
	isBlank,
	isSetext,
	listMark,
	opensConstruct,
	quoteMarks,
	rule,
	startsBlock,
} from "./line-marks";
import type { LineStates } from "./line-state";

/** Lines of one block that are read on each side of the cursor, at most: a longer one is cut there. */
export const maxLines = 2000;

/** The lines of the outermost block around a line: a whole list, table, quote or paragraph. */
export function outermost(doc: TextSource, line: Line, states: LineStates): readonly Line[] {
	const same = states.lastLines.get(doc);
	if (same !== undefined && (same[0]?.from ?? Infinity) <= line.from && line.to <= (same[same.length - 1]?.to ?? -1))
		return same;
	const lines = outermostLines(doc, line, states);
	states.lastLines.set(doc, lines);
	return lines;
}

// The lines of the outermost block: neighbours up to a blank line, or across blank lines while a list or footnote
// goes on.
function outermostLines(doc: TextSource, line: Line, states: LineStates): readonly Line[] {
	const free = (other: Line): boolean => !isBlank(other.text);
	const lines = [line];
	for (let n = 0, at = line; n < maxLines && at.number > 1; n++) {
		const above = doc.line(at.number - 1);
		const inside = states.before(doc, at.number);
		if (free(above) || (inside !== "" && inside !== "frontmatter")) {
			if (parts(doc, above, at, states)) break;
			lines.unshift(above);
			at = above;
			continue;
		}
		const over = above.number > 1 ? doc.line(above.number - 1) : null;
		if (over === null || isBlank(over.text) || !continues(lines[0] ?? at, over, doc, states)) break;
		lines.unshift(over, above);
		at = over;
	}
	for (let n = 0, at = line; n < maxLines && at.number < doc.lines; n++) {
		const below = doc.line(at.number + 1);
		if (free(below) || states.before(doc, below.number) !== "") {
			if (parts(doc, at, below, states)) break;
			lines.push(below);
			at = below;
			continue;
		}
		const under = below.number < doc.lines ? doc.line(below.number + 1) : null;
		if (under === null || isBlank(under.text) || !continues(under, at, doc, states)) break;
		lines.push(below, under);
		at = under;
	}
	return lines;
}

// Whether two neighbouring lines belong to different outermost blocks.
function parts(doc: TextSource, above: Line, below: Line, states: LineStates): boolean {
	const quotedAbove = quoteMarks.test(above.text);
	const quotedBelow = quoteMarks.test(below.text);
	if (quotedAbove !== quotedBelow && !(quotedAbove && !startsBlock(below.text))) return true;
	if (quotedAbove && quotedBelow) return false;
	if (headingMark.test(above.text) || headingMark.test(below.text)) return true;
	const stateBelow = states.before(doc, below.number);
	const indented = /^(?: {2,}|\t)/.test(below.text);
	if (stateBelow !== "" && stateBelow !== "frontmatter") return false;
	if (
		fence.test(below.text) ||
		opensConstruct(below.text) ||
		(/^(`{3,}|~{3,})[ \t]*$/.test(above.text) && states.before(doc, above.number) !== "")
	)
		return true;
	if (rule.test(above.text) && !isSetext(doc, above)) return true;
	if (rule.test(below.text) && !isSetext(doc, below)) return true;
	if (isSetext(doc, above)) return true;
	const listAbove = listMark.test(above.text) || /^(?: {2,}|\t)/.test(above.text);
	if (listMark.test(below.text) && !indented)
		return !listAbove && !inList(doc, above) && !/^[ \t]*(?:[-*+]|1[.)])[ \t]/.test(below.text);
	if (footnoteMark.test(below.text)) return true;
	if (states.before(doc, above.number) === "frontmatter") return true;
	return false;
}

// After a blank line a list goes on with an item or an indented line; a footnote with an indented line.
function continues(below: Line, above: Line, doc: TextSource, states: LineStates): boolean {
	if (states.before(doc, above.number) === "frontmatter" || headingMark.test(below.text) || quoteMarks.test(below.text))
		return false;
	if (/^(?: {2,}|\t)\S/.test(below.text))
		return (
			listMark.test(above.text) ||
			/^(?: {2,}|\t)/.test(above.text) ||
			footnoteMark.test(above.text) ||
			inList(doc, above)
		);
	return (
		listMark.test(below.text) && (listMark.test(above.text) || /^(?: {2,}|\t)/.test(above.text) || inList(doc, above))
	);
}

function inList(doc: TextSource, line: Line): boolean {
	for (let at = line, n = 0; n < 50; n++) {
		if (listMark.test(at.text)) return true;
		if (isBlank(at.text) || at.number === 1) return false;
		at = doc.line(at.number - 1);
	}
	return false;
}
