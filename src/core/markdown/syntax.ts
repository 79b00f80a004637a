import type { SyntaxNode, Tree } from "@lezer/common";
import type { Line, Range, TextSource } from "../text/text";
import { markdown } from "./dialect";
import type { LineStates, Stretch } from "./line-state";

/** What the grammar says of a place. */
export interface Syntax {
	/** The outermost block the line belongs to, with those of the lines asked about that no blank line parts from it. */
	readonly outer: Range;
	/** The name of the smallest block at the line, as in Lezer's Markdown grammar, and its place. */
	readonly leaf: string;
	readonly leafAt: Range;
	/** The text of that block's first line, to tell kinds of HTML. */
	readonly head: string;
}

/** Lines that are read on each side in search of a place where a block begins for certain. */
const maxLines = 2000;

/** A line that can only be a paragraph's: it begins with a letter or with a mark that no block begins with. */
const plain = /^[\p{L}«“„"'‘’(¿¡…—–@^]/u;

/**
 * The blocks around some lines by the grammar, read from the nearest line above that surely begins a block to the
 * nearest such line below. Null when there is none near enough.
 */
export function syntaxAt(doc: TextSource, line: Line, lines: Range, states: LineStates): Syntax | null {
	const first = doc.lineAt(lines.from);
	const last = doc.lineAt(lines.to);
	const simple = paragraphOf(doc, first, last, states);
	if (simple)
		return {
			outer: { from: first.from, to: last.to },
			leaf: "Paragraph",
			leafAt: { from: first.from, to: last.to },
			head: first.text,
		};
	const start = stretchAround(doc, first, last, states);
	if (start === null) return null;
	const { tree } = start;
	const outer = outerAt(doc, tree, start.from, line, lines);
	const leaf = leafAt(
		tree,
		line.from - start.from + (/^[ \t]*/.exec(line.text)?.[0].length ?? 0),
		line.to - start.from,
	);
	const begin = start.from + leaf.from;
	return {
		outer,
		leaf: mayBeTitle(doc, leaf, start.from) ? "LinkReference" : leaf.name,
		leafAt: { from: begin, to: start.from + leaf.to },
		head: doc.sliceString(begin, doc.lineAt(begin).to),
	};
}

// Of the lines, those of the block by the grammar. Two blocks that the lines hold together stay together where
// renderers part them differently: with no blank line between, or the second indented.
function outerAt(doc: TextSource, tree: Tree, offset: number, line: Line, lines: Range): Range {
	let outer: Range | null = null;
	for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) {
		// A block ends with its last line: what the grammar leaves of it is space.
		const own: Range = { from: doc.lineAt(offset + node.from).from, to: doc.lineAt(offset + node.to).to };
		const together: boolean =
			outer !== null &&
			own.from <= lines.to &&
			outer.to >= lines.from &&
			(own.from <= outer.to + 1 || /^[ \t]/.test(doc.lineAt(own.from).text));
		if (outer !== null && together) outer = { from: outer.from, to: Math.max(outer.to, own.to) };
		else if (outer !== null && outer.to >= line.to) break;
		else outer = own;
	}
	return outer === null || outer.from > line.from || outer.to < line.to ? lines : outer;
}

// A line below a definition that is no title of it only for its last words: without them it would be one.
function mayBeTitle(doc: TextSource, leaf: SyntaxNode, offset: number): boolean {
	const before = leaf.prevSibling;
	if (before?.name !== "LinkReference" || !/["'(]/.test(doc.sliceString(offset + leaf.from, offset + leaf.from + 1)))
		return false;
	return doc.lineAt(offset + before.to).number + 1 >= doc.lineAt(offset + leaf.from).number;
}

// Nearly every consultation is about a paragraph between blank lines, and needs no grammar.
function paragraphOf(doc: TextSource, first: Line, last: Line, states: LineStates): boolean {
	for (let line = first; ; line = doc.line(line.number + 1)) {
		if (!plain.test(line.text)) return false;
		if (line.number === last.number) break;
	}
	return begins(doc, first, states) && (last.number === doc.lines || isBlank(doc.line(last.number + 1).text));
}

function startAbove(doc: TextSource, line: Line, states: LineStates): Line | null {
	let at = line;
	for (let n = 0; n < maxLines; n++) {
		if (begins(doc, at, states)) return at;
		at = doc.line(at.number - 1);
	}
	return null;
}

/** Whether a line begins an outermost block, whatever stands above it. */
function begins(doc: TextSource, line: Line, states: LineStates): boolean {
	if (line.number === 1) return true;
	if (states.before(doc, line.number) !== "" || isBlank(line.text)) return false;
	const above = doc.line(line.number - 1);
	if (states.before(doc, above.number) === "frontmatter") return true;
	// An item or an indented line may go on with a list that blank lines interrupt.
	return isBlank(above.text) && !/^[ \t]|^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(line.text);
}

function stretchAround(doc: TextSource, first: Line, last: Line, states: LineStates): Stretch | null {
	const same = states.lastStretch.get(doc);
	if (same !== undefined && same.from <= first.from && last.to <= same.to) return same;
	const start = startAbove(doc, first, states);
	if (start === null) return null;
	let end = last;
	for (let n = 0; n < maxLines && end.number < doc.lines; n++) {
		const below = doc.line(end.number + 1);
		if (begins(doc, below, states)) break;
		end = below;
	}
	const stretch = { from: start.from, to: end.to, tree: markdown().parse(doc.sliceString(start.from, end.to)) };
	states.lastStretch.set(doc, stretch);
	return stretch;
}

const blocks =
	/^(?:Document|Blockquote|BulletList|OrderedList|ListItem|Paragraph|Task|Table|TableHeader|TableRow|TableCell|(?:ATX|Setext)Heading\d|CodeBlock|FencedCode|HTMLBlock|CommentBlock|ProcessingInstructionBlock|LinkReference|HorizontalRule|Footnote|MathBlock|HiddenBlock)$/;

// The first of the smallest blocks on a line.
function leafAt(tree: Tree, from: number, to: number): SyntaxNode {
	let leaf: SyntaxNode | null = null;
	tree.iterate({
		from,
		to,
		enter(node) {
			if (!blocks.test(node.name)) return false;
			if (!hasBlocks(node.node)) leaf ??= node.node;
			return leaf === null;
		},
	});
	if (leaf !== null) return leaf;
	let around: SyntaxNode = tree.resolveInner(from, 1);
	while (!blocks.test(around.name) && around.parent !== null) around = around.parent;
	return around;
}

function hasBlocks(node: SyntaxNode): boolean {
	for (let child = node.firstChild; child !== null; child = child.nextSibling) if (blocks.test(child.name)) return true;
	return false;
}

function isBlank(text: string): boolean {
	return text.trim() === "";
}
