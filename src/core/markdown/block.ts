import type { SyntaxNode } from "@lezer/common";
import { lazy } from "../cache/lazy";
import { anyOf, inTurn } from "../text/patterns";
import type { Line, Range, TextSource } from "../text/text";
import { markdownBlocks } from "./dialect";
import { Readings, type Stretch } from "./reading";
import { cellAt } from "./table-cell";

/** What a block holds: words, or something else. A table's cell and what stands between tags of HTML may be empty. */
export type BlockKind =
	"words" | "table" | "html" | "frontmatter" | "code" | "math" | "comment" | "blank" | "rule" | "definition";

/** The smallest block that holds a position, as a place for words. */
export interface Block {
	readonly kind: BlockKind;
	/**
	 * Ranges of the document that hold the block's words, one a line (a table cell: one), without prefixes and block
	 * id.
	 */
	readonly segments: readonly Range[];
	/**
	 * The outermost block around it: whole list, table, quote, callout, footnote or paragraph, with what no blank line
	 * parts from it and the block id that follows.
	 */
	readonly outer: Range;
	/** What a block without words takes by itself; of another, the line that was asked about. */
	readonly own: Range;
}

/** Nodes without words, and what they are. */
const wordless: Readonly<Record<string, BlockKind>> = {
	CodeBlock: "code",
	FencedCode: "code",
	MathBlock: "math",
	HiddenBlock: "comment",
	CommentBlock: "comment",
	MathRest: "math",
	HiddenRest: "comment",
	CommentRest: "comment",
	ProcessingInstructionBlock: "html",
	LinkReference: "definition",
	// A table's divider: its rows have cells.
	Table: "rule",
	HorizontalRule: "rule",
};

const blockName = anyOf([
	/Document|Blockquote|BulletList|OrderedList|ListItem|Paragraph|Task|Table|TableHeader|TableRow|TableCell/,
	/(?:ATX|Setext)Heading\d|CodeBlock|FencedCode|HTMLBlock|CommentBlock|ProcessingInstructionBlock/,
	/LinkReference|HorizontalRule|Footnote|(?:Math|Hidden)Block|(?:Math|Hidden|Comment)Rest/,
]);
const blockNames = inTurn([/^/, blockName, /$/]);

/** Blocks between which no blank line is needed, and that then belong together. */
const flowing = /^(?:Paragraph|Task|BulletList|OrderedList|Table|LinkReference)$/;

const calloutHead = /^\[![\w-]+(?:\|[^\]]*)?\][+-]?[ \t]*/;
const taskBox = /^\[[^\]]\][ \t]+/;
const blockId = /(?:^|[ \t]+)\^[A-Za-z0-9-]+[ \t]*$/;

/** The block at a position. Costs what the stretch around it costs, not what the document does. */
export function blockAt(doc: TextSource, pos: number, readings: Readings): Block {
	const line = doc.lineAt(pos);
	const alone = { from: line.from, to: line.to };
	const reading = readings.of(doc);
	if (line.from < reading.body) {
		const own = { from: 0, to: doc.lineAt(reading.body - 1).to };
		return { kind: "frontmatter", segments: [], outer: own, own };
	}
	const stretch = reading.at(line.from);
	const leaf = leafOn(stretch, line);
	if (leaf === null) return { kind: "blank", segments: [], outer: alone, own: alone };
	// Asked for once in a while, and as dear as all blocks that belong together.
	const outer = lazy(() => outerOf(doc, leaf, stretch.from));
	const own = { from: stretch.from + leaf.from, to: stretch.from + leaf.to };
	const kind = mayBeTitle(doc, leaf, stretch.from) ? "definition" : wordless[leaf.name];
	const block = (is: BlockKind, segments: readonly Range[], taken: Range): Block => ({
		kind: is,
		segments,
		own: taken,
		get outer() {
			return outer();
		},
	});
	if (kind !== undefined) return block(kind, [], own);
	if (leaf.name === "HTMLBlock") {
		const segments = wordsInHtml(doc, own, line);
		return block("html", segments, segments.length > 0 ? alone : own);
	}
	if (leaf.name.startsWith("Table")) return block("table", cellAt(line, pos), alone);
	return block("words", wordsOf(doc, leaf, stretch.from, line), alone);
}

/**
 * Where a block begins that is open at the end of the line at `pos` and would take in what is put below it, whatever
 * stands there now: code, maths, a comment, HTML. Null when there is none. Costs what the stretch around it costs.
 */
export function openBlock(doc: TextSource, pos: number): number | null {
	const line = doc.lineAt(pos);
	const reading = new Readings().of(doc);
	if (line.from < reading.body) return null;
	const { from } = reading.at(line.from);
	const text = `${doc.sliceString(from, line.to)}\n\n`;
	const last = markdownBlocks().parse(`${text}> x`).topNode.lastChild;
	if (last === null || last.from === text.length || last.name.endsWith("Rest")) return null;
	return doc.lineAt(from + last.from).from;
}

/** The first of the smallest blocks on a line; null on a blank line within nothing that holds such lines. */
function leafOn({ from, tree }: Stretch, line: Line): SyntaxNode | null {
	const start = line.from - from;
	const end = line.to - from;
	const blank = isBlank(line.text);
	const isOn = (node: SyntaxNode): boolean => blockNames.test(node.name) && node.to >= start && node.from <= end;
	for (let at: SyntaxNode | null = tree.topNode; at !== null;) {
		let child: SyntaxNode | null = at.childAfter(start - 1);
		while (child !== null && child.from <= end && !isOn(child)) child = child.nextSibling;
		if (child !== null && isOn(child)) at = child;
		else
			return at.name === "Document" || (blank && wordless[at.name] === undefined && at.name !== "HTMLBlock")
				? null
				: at;
	}
	return null;
}

/** The lines of the outermost block around a node, with those that belong together with it. */
function outerOf(doc: TextSource, leaf: SyntaxNode, offset: number): Range {
	let first = leaf;
	while (first.parent !== null && first.parent.name !== "Document") first = first.parent;
	let last = first;
	for (let above = first.prevSibling; above !== null; above = first.prevSibling) {
		if (!belong(doc, above, first, offset)) break;
		first = above;
	}
	for (let below = last.nextSibling; below !== null; below = last.nextSibling) {
		if (!belong(doc, last, below, offset)) break;
		last = below;
	}
	const end = doc.lineAt(offset + last.to);
	return { from: doc.lineAt(offset + first.from).from, to: withBlockId(doc, end).to };
}

/** Whether two blocks belong together: no blank line between them, or one and the second indented below a list. */
function belong(doc: TextSource, above: SyntaxNode, below: SyntaxNode, offset: number): boolean {
	if (below.name.endsWith("Rest")) return true;
	const last = doc.lineAt(offset + above.to);
	const first = doc.lineAt(offset + below.from);
	if (first.number - last.number <= 1) return flowing.test(above.name) && flowing.test(below.name);
	return (
		first.number - last.number === 2 &&
		/^(?: {2}|\t)/.test(first.text) &&
		(/List$|^Footnote$/.test(above.name) || /^(?: {2}|\t)/.test(last.text))
	);
}

/** A line below a definition that is no title of it only for its last words: without them it would be one. */
function mayBeTitle(doc: TextSource, leaf: SyntaxNode, offset: number): boolean {
	const above = leaf.prevSibling;
	if (above?.name !== "LinkReference" || !/["'(]/.test(doc.sliceString(offset + leaf.from, offset + leaf.from + 1)))
		return false;
	return doc.lineAt(offset + above.to).number + 1 >= doc.lineAt(offset + leaf.from).number;
}

/** The words of a paragraph or heading, line by line. A callout's title is apart from what stands below it. */
function wordsOf(doc: TextSource, leaf: SyntaxNode, offset: number, line: Line): readonly Range[] {
	if (!/^(?:Paragraph|Task|(?:ATX|Setext)Heading\d)$/.test(leaf.name)) return [];
	const marks = [...leaf.getChildren("QuoteMark"), ...leaf.getChildren("HeaderMark")].sort((a, b) => a.from - b.from);
	let next = 0;
	const quoted = leaf.parent?.name === "Blockquote";
	const end = doc.lineAt(offset + leaf.to).number;
	let segments: Range[] = [];
	for (let number = doc.lineAt(offset + leaf.from).number; number <= end; number++) {
		const own = doc.line(number);
		let from = Math.max(own.from, offset + leaf.from);
		let to = own.to;
		for (let mark = marks[next]; mark !== undefined && offset + mark.from <= own.to; mark = marks[++next]) {
			if (isBlank(doc.sliceString(from, offset + mark.from))) from = offset + mark.to;
			else to = offset + mark.from;
		}
		const text = doc.sliceString(from, to);
		const head = quoted ? (calloutHead.exec(text.trimStart())?.[0].length ?? 0) : 0;
		if (head > 0 && number > line.number) break;
		if (head > 0) segments = [];
		const box = number === doc.lineAt(offset + leaf.from).number && beginsItem(leaf) ? taskBox.exec(text) : null;
		from += indentOf(text) + head + (box?.[0].length ?? 0);
		to = from + doc.sliceString(from, to).replace(blockId, "").trimEnd().length;
		if (to > from) segments.push({ from, to });
		if (head > 0 && number === line.number) break;
		if (head > 0) segments = [];
	}
	return segments;
}

function beginsItem(leaf: SyntaxNode): boolean {
	return leaf.parent?.name === "ListItem" && leaf.prevSibling?.name === "ListMark";
}

/** The lines around one that stand between tags of HTML: a line that begins with a tag of a block has none. */
function wordsInHtml(doc: TextSource, own: Range, line: Line): readonly Range[] {
	if (/^<(?:!|(?:pre|script|style|textarea)\b)/i.test(doc.sliceString(own.from, own.from + 12))) return [];
	const start = ({ from, text }: Line): number => Math.max(from + (/^[ \t>]*/.exec(text)?.[0].length ?? 0), own.from);
	const isTag = (at: Line): boolean => {
		const text = doc.sliceString(start(at), Math.max(start(at), at.to));
		return isBlank(text) || markdownBlocks().parse(text).topNode.firstChild?.name === "HTMLBlock";
	};
	const within = ({ from, to }: Line): boolean => to >= own.from && from <= own.to;
	if (isTag(line)) return [];
	let first = line;
	let last = line;
	for (let at = line; at.number > 1 && within((at = doc.line(at.number - 1))) && !isTag(at);) first = at;
	for (let at = line; at.number < doc.lines && within((at = doc.line(at.number + 1))) && !isTag(at);) last = at;
	const segments: Range[] = [];
	for (let number = first.number; number <= last.number; number++) {
		const at = doc.line(number);
		segments.push({ from: start(at), to: at.from + at.text.replace(blockId, "").trimEnd().length });
	}
	return segments.filter((one) => one.to > one.from);
}

function withBlockId(doc: TextSource, last: Line): Line {
	if (last.number + 2 > doc.lines) return last;
	const blank = doc.line(last.number + 1);
	const id = doc.line(last.number + 2);
	const alone = last.number + 3 > doc.lines || isBlank(doc.line(last.number + 3).text);
	return alone && isBlank(blank.text) && /^\^[A-Za-z0-9-]+[ \t]*\r?$/.test(id.text) ? id : last;
}

function indentOf(text: string): number {
	return text.length - text.trimStart().length;
}

function isBlank(text: string): boolean {
	return text.trim() === "";
}
