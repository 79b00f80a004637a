import type { Line, Range, TextSource } from "../text/text";
import {
	calloutHead,
	fence,
	footnoteMark,
	headingMark,
	htmlBlock,
	isBlank,
	isSetext,
	isSetextUnder,
	listMark,
	quoteDepth,
	quoteMarks,
	rule,
	startsBlock,
	stripQuote,
	taskMark,
} from "./line-marks";
import type { LineStates } from "./line-state";
import { maxLines, outermost } from "./outermost";
import { syntaxAt, type Syntax } from "./syntax";

export type BlockKind =
	| "paragraph"
	| "heading"
	| "list"
	| "task"
	| "table"
	| "quote"
	| "callout"
	| "footnote"
	| "frontmatter"
	| "code"
	| "math"
	| "comment"
	| "html"
	| "blank"
	| "rule"
	| "definition";

/** The smallest block that holds a position, as a place for words. */
export interface Block {
	readonly kind: BlockKind;
	/**
	 * Ranges of the document that hold the block's words, one a line (a table cell: one), without prefixes and block
	 * id.
	 */
	readonly segments: readonly Range[];
	/**
	 * The outermost block around it: whole list, table, quote, callout, footnote or paragraph with the block id that
	 * follows.
	 */
	readonly outer: Range;
	/** What a block without words takes by itself; of another, the line that was asked about. */
	readonly own: Range;
}

const blockId = /(?:^|[ \t]+)\^[A-Za-z0-9-]+[ \t]*$/;
const tableDivider = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The block at a position. Reads only the lines of the block itself and what `states` keeps. */
export function blockAt(doc: TextSource, pos: number, states: LineStates): Block {
	const line = doc.lineAt(pos);
	const construct = constructAt(doc, line, states);
	if (construct !== null) {
		const { own, outer } = constructRange(doc, line, states);
		return {
			kind: construct,
			segments: [],
			own,
			outer: construct === "frontmatter" ? own : (syntaxAt(doc, line, outer, states)?.outer ?? outer),
		};
	}
	const alone = { from: line.from, to: line.to };
	if (isBlank(line.text)) return { kind: "blank", segments: [], outer: alone, own: alone };
	const lines = outermost(doc, line, states);
	const first = lines[0] ?? line;
	const last = lines[lines.length - 1] ?? line;
	const syntax = syntaxAt(doc, line, { from: first.from, to: last.to }, states);
	const { from, to } = syntax?.outer ?? { from: first.from, to: last.to };
	const outer = { from, to: withBlockId(doc, doc.lineAt(to)).to };
	const leaf = syntax?.leafAt ?? outer;
	const wordless = syntax === null ? null : wordlessKind(syntax);
	if (wordless !== null) return { kind: wordless, segments: [], outer, own: leaf };
	// The line under a heading's words is no words: a place on it is a place in them.
	const underlined = syntax !== null && /^Setext/.test(syntax.leaf);
	const words = underlined && isSetextUnder(line) && line.number > first.number ? doc.line(line.number - 1) : line;
	if (syntax === null ? tableRow(lines, line) : /^Table/.test(syntax.leaf))
		return { kind: "table", segments: cell(line, pos), outer, own: alone };
	return {
		...inner(
			lines.filter((other) => other.to >= leaf.from && other.from <= leaf.to),
			words,
			lines[0] ?? line,
			doc,
			states,
			underlined,
		),
		outer,
		own: alone,
	};
}

// What only the grammar knows to hold no words: it counts indentation, and the lines that a definition takes.
function wordlessKind({ leaf, head }: Syntax): BlockKind | null {
	switch (leaf) {
		case "CodeBlock":
		case "FencedCode":
			return "code";
		case "MathBlock":
			return "math";
		case "HiddenBlock":
		case "CommentBlock":
			return "comment";
		case "ProcessingInstructionBlock":
			return "html";
		case "HTMLBlock":
			return /^<(?:!|(?:pre|script|style|textarea)\b)/i.test(head) ? "html" : null;
		case "LinkReference":
			return "definition";
		// A table's divider, too.
		case "Table":
		case "HorizontalRule":
			return "rule";
		default:
			return null;
	}
}

/** Whether a line belongs to a construct without prose, and to which. The lines that open and close it belong to it. */
function constructAt(doc: TextSource, line: Line, states: LineStates): BlockKind | null {
	const before = states.before(doc, line.number);
	const after = states.before(doc, line.number + 1);
	const state = before === "<>" || (before === "" && after === "<>") ? "" : before !== "" ? before : after;
	if (before === "" && after !== "" && (after === "comment" || after === "html") && !/^[ \t]*(%%|<!--)/.test(line.text))
		return null;
	if (before === "" && after === "math" && !/^[ \t>]*\$\$/.test(line.text)) return null;
	if (state === "frontmatter" || state === "comment" || state === "math") return state;
	if (state === "html") return "comment";
	if (state.startsWith("<")) return "html";
	if (state !== "") return "code";
	const text = stripQuote(line.text);
	if (line.number === 1 && /^---[ \t]*$/.test(line.text) && after === "frontmatter") return "frontmatter";
	if (/^[ \t]*(`{3,})[^`]*\1`*[ \t]*$/.test(text) || /^[ \t]*%%(?:(?!%%).)*%%[ \t]*$/.test(text))
		return text.trim().startsWith("%%") ? "comment" : null;
	if (/^[ \t]*\$\$(?:(?!\$\$).)+\$\$[ \t]*$/.test(text)) return "math";
	if (rule.test(text) && !isSetext(doc, line)) return "rule";
	if (htmlBlock.test(text)) return "html";
	return null;
}

function constructRange(doc: TextSource, line: Line, states: LineStates): Pick<Block, "outer" | "own"> {
	let first = line;
	let last = line;
	for (let n = 0; n < maxLines && first.number > 1 && states.before(doc, first.number) !== ""; n++)
		first = doc.line(first.number - 1);
	for (let n = 0; n < maxLines && last.number < doc.lines && states.before(doc, last.number + 1) !== ""; n++)
		last = doc.line(last.number + 1);
	const own = { from: first.from, to: last.to };
	// A fence may stand in a quote or a list: a record goes after all of it.
	if (quoteMarks.test(first.text) || listMark.test(first.text) || /^[ \t]+/.test(first.text)) {
		const around = outermost(doc, first, states);
		return {
			own,
			outer: { from: around[0]?.from ?? first.from, to: Math.max(last.to, around[around.length - 1]?.to ?? last.to) },
		};
	}
	return { own, outer: own };
}

// The smallest block within the outermost one: an item, a cell, a paragraph of a quote.
function inner(
	lines: readonly Line[],
	line: Line,
	top: Line,
	doc: TextSource,
	states: LineStates,
	underlined: boolean,
): Pick<Block, "kind" | "segments"> {
	const text = stripQuote(line.text);
	const quoted = quoteMarks.test(line.text);
	const isCallout = quoted && calloutHead.test(stripQuote(top.text));
	const around: BlockKind = isCallout ? "callout" : quoted ? "quote" : "paragraph";
	if (headingMark.test(text)) return { kind: "heading", segments: [segment(line, headingMark)] };
	const depth = quoteDepth(line.text);
	const own = (other: Line): boolean =>
		!isBlank(stripQuote(other.text)) &&
		quoteDepth(other.text) === depth &&
		/^$|^<>/.test(states.before(doc, other.number)) &&
		!htmlBlock.test(stripQuote(other.text));
	const at = lines.findIndex((other) => other.number === line.number);
	let first = at;
	while (
		first > 0 &&
		!beginsBlock(lines[first], lines[first - 1]) &&
		lines[first - 1] !== undefined &&
		own(lines[first - 1] as Line) &&
		!closesBlock(lines[first - 1] as Line)
	)
		first--;
	let last = at;
	while (
		last + 1 < lines.length &&
		own(lines[last + 1] as Line) &&
		!beginsBlock(lines[last + 1], lines[last]) &&
		!closesBlock(lines[last] as Line)
	)
		last++;
	if (underlined && last > first && isSetextUnder(lines[last])) last--;
	const head = lines[first] ?? line;
	const content = stripQuote(head.text);
	const kind: BlockKind =
		quoted && calloutHead.test(content)
			? "callout"
			: footnoteMark.test(content)
				? "footnote"
				: listMark.test(content)
					? taskMark.test(content.replace(listMark, ""))
						? "task"
						: "list"
					: isSetextUnder(lines[last + 1])
						? "heading"
						: around;
	const segments = lines
		.slice(first, last + 1)
		.map((one, index) => segment(one, index === 0 ? null : undefined))
		.filter((range) => range.to > range.from);
	return { kind, segments };
}

/** The words of one line: without quote marks, indentation, marker (on the first line) and block id. */
function segment(line: Line, mark: RegExp | null | undefined): Range {
	let from = line.from + (quoteMarks.exec(line.text)?.[0].length ?? 0);
	const rest = (): string => line.text.slice(from - line.from);
	from += /^[ \t]*/.exec(rest())?.[0].length ?? 0;
	if (mark !== undefined) {
		// A task is an item, a callout a quote: elsewhere their marks are words.
		const marks =
			mark !== null
				? [mark]
				: listMark.test(rest())
					? [listMark, taskMark]
					: quoteMarks.test(line.text)
						? [calloutHead, footnoteMark]
						: [footnoteMark];
		for (const pattern of marks) from += pattern.exec(rest())?.[0].length ?? 0;
	}
	const trimmed = rest()
		.replace(blockId, "")
		.replace(mark === headingMark ? /[ \t]+#+[ \t]*$/ : /[ \t\r]+$/, "")
		.replace(/[ \t\r]+$/, "");
	return { from, to: from + trimmed.length };
}

function cell(line: Line, pos: number): Range[] {
	const bars: number[] = [-1];
	for (let at = 0, code = false, link = 0; at < line.text.length; at++) {
		const char = line.text[at];
		if (char === "\\") at++;
		else if (char === "`") code = !code;
		else if (line.text.startsWith("[[", at)) link++;
		else if (line.text.startsWith("]]", at)) link = Math.max(0, link - 1);
		else if (char === "|" && !code && link === 0) bars.push(at);
	}
	bars.push(line.text.length);
	const offset = pos - line.from;
	for (let n = 0; n + 1 < bars.length; n++) {
		const from = (bars[n] ?? 0) + 1;
		const to = bars[n + 1] ?? line.text.length;
		if (offset > to || (offset === to && n + 2 < bars.length && to !== line.text.length && offset !== from)) continue;
		const text = line.text.slice(from, to);
		const start = from + (/^[ \t>]*/.exec(text)?.[0].length ?? 0);
		const end = from + text.replace(/[ \t\r]+$/, "").length;
		if (offset <= to) return start < end ? [{ from: line.from + start, to: line.from + end }] : [];
	}
	return [];
}

// A row belongs to a table when a divider stands among the lines and this one holds a bar.
function tableRow(lines: readonly Line[], line: Line): boolean {
	if (!line.text.includes("|")) return false;
	if (tableDivider.test(stripQuote(line.text))) return line.text.includes("-");
	return lines.some(
		(other, index) =>
			isTableDivider(other) &&
			(lines[index - 1]?.text.includes("|") ?? false) &&
			Math.abs(other.number - line.number) <= maxLines &&
			other.number <= line.number + 1,
	);
}

function isTableDivider({ text }: Line): boolean {
	return text.includes("|") && text.includes("-") && tableDivider.test(stripQuote(text));
}

function beginsBlock(line: Line | undefined, above: Line | undefined): boolean {
	if (line === undefined) return true;
	const text = stripQuote(line.text);
	if (isBlank(text) || startsBlock(text)) return true;
	return above !== undefined && calloutHead.test(stripQuote(above.text));
}

function closesBlock(line: Line): boolean {
	const text = stripQuote(line.text);
	return headingMark.test(text) || rule.test(text) || fence.test(text);
}

function withBlockId(doc: TextSource, last: Line): Line {
	if (last.number + 2 > doc.lines) return last;
	const blank = doc.line(last.number + 1);
	const id = doc.line(last.number + 2);
	const alone = last.number + 3 > doc.lines || isBlank(doc.line(last.number + 3).text);
	return alone && isBlank(blank.text) && /^\^[A-Za-z0-9-]+[ \t]*\r?$/.test(id.text) ? id : last;
}
