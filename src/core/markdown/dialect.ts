import {
	Table,
	TaskList,
	parser,
	type BlockContext,
	type BlockParser,
	type LeafBlockParser,
	type Line,
} from "@lezer/markdown";
import { lazy } from "../cache/lazy";
import { inlineNodes, obsidianInline } from "./inline-dialect";

/** What hides or holds several lines, blank ones among them, between two marks. */
interface Fence {
	/** `MathBlock`; where it began among the words of a paragraph, what is below them is `MathRest`. */
	readonly node: "Math" | "Hidden" | "Comment";
	readonly open: string;
	readonly close: string;
}

const maths: Fence = { node: "Math", open: "$$", close: "$$" };
const hidden: Fence = { node: "Hidden", open: "%%", close: "%%" };
const comment: Fence = { node: "Comment", open: "<!--", close: "-->" };

/** Whether a line leaves a fence open that was closed. */
function opens(text: string, { open, close }: Fence): boolean {
	return open === close ? text.split(open).length % 2 === 0 : text.lastIndexOf(open) > text.lastIndexOf(close);
}

function closes(text: string, fence: Fence): boolean {
	return fence.open === fence.close ? opens(text, fence) : text.includes(fence.close);
}

/** A fence's node, from `from` through the line that closes it; of the rest of one, that may be the current line. */
function addFence(context: BlockContext, line: Line, fence: Fence, from: number, rest: boolean): true {
	const nested = line.basePos > 0;
	let open = !rest || !closes(line.text, fence);
	while (context.nextLine() && open) {
		// What stands in a quote or an item ends with it.
		if (nested && line.basePos === 0 && line.text.trim() !== "") break;
		open = !closes(line.text, fence);
	}
	context.addElement(context.elt(`${fence.node}${rest ? "Rest" : "Block"}`, from, context.prevLineEnd()));
	return true;
}

/** Maths and comments from a line that begins with their mark to the next that has it, or a line of nothing else. */
function between(fence: Fence): BlockParser {
	const begins = (line: Line): boolean => line.text.startsWith(fence.open, line.pos) && opens(line.text, fence);
	return {
		name: `${fence.node}Block`,
		parse(context: BlockContext, line: Line): boolean {
			const from = context.lineStart + line.pos;
			if (begins(line)) return addFence(context, line, fence, from, false);
			const text = line.text.slice(line.pos).trimEnd();
			const end = text.startsWith(fence.open) ? text.indexOf(fence.close, fence.open.length) : -1;
			if (end < 0 || end + fence.close.length < text.length || (fence === maths && end === 2)) return false;
			context.nextLine();
			context.addElement(context.elt(`${fence.node}Block`, from, from + text.length));
			return true;
		},
		endLeaf: (_context, line) => begins(line),
	};
}

/** What a paragraph's last line leaves open: maths or a comment that begins among its words and goes on below it. */
class Opened implements LeafBlockParser {
	constructor(
		private last: string,
		private readonly leave: (fence: Fence | undefined, context: BlockContext) => void,
	) {}

	get fence(): Fence | undefined {
		if (!/%%|\$\$|<!--/.test(this.last)) return undefined;
		const bare = this.last.replace(/\\[^]|(`+)(?:(?!\1)[^])*?\1/g, "");
		return [hidden, maths, comment].find((fence) => opens(bare, fence));
	}

	nextLine(_context: BlockContext, line: Line): boolean {
		this.last = line.text.slice(line.basePos);
		return false;
	}

	finish(context: BlockContext): boolean {
		this.leave(this.fence, context);
		return false;
	}
}

/** The rest of maths and comments that a paragraph leaves open: it may hold blank lines. */
function rest(): BlockParser {
	const left = new WeakMap<BlockContext, { readonly fence: Fence; readonly depth: number }>();
	return {
		name: "Rest",
		before: "Footnote",
		parse(context: BlockContext, line: Line): boolean {
			const open = left.get(context);
			left.delete(context);
			if (open === undefined || context.depth < open.depth) return false;
			return addFence(context, line, open.fence, context.lineStart + line.pos, true);
		},
		leaf: (_context, leaf) =>
			new Opened(leaf.content, (fence, context) => {
				if (fence !== undefined) left.set(context, { fence, depth: context.depth });
			}),
		endLeaf: (_context, _line, leaf) => leaf.parsers.some((one) => one instanceof Opened && one.fence !== undefined),
	};
}

/** Quotes and items within one another, two a list, beyond which a line is a paragraph: nesting costs its square. */
const maxNested = 100;

const nested: BlockParser = {
	name: "Nested",
	before: "Blockquote",
	parse(context: BlockContext, line: Line): boolean {
		if (context.depth <= maxNested) return false;
		const from = context.lineStart + line.pos;
		const to = context.lineStart + line.text.length;
		context.nextLine();
		context.addElement(context.elt("Paragraph", from, to));
		return true;
	},
};

const footnoteMark = /^\[\^[^\]\s]+\]:[ \t]*/;

/** A footnote's text, which goes on in what is indented below it. */
const footnote: BlockParser = {
	name: "Footnote",
	parse(context: BlockContext, line: Line): boolean | null {
		const mark = footnoteMark.exec(line.text.slice(line.pos))?.[0];
		if (mark === undefined) return false;
		context.startComposite("Footnote", line.pos, 4);
		line.moveBase(line.pos + mark.length);
		return null;
	},
	endLeaf: (_context, line) => footnoteMark.test(line.text.slice(line.pos)),
	before: "LinkReference",
};

/** Markdown's grammar with what Obsidian adds to it. Properties are no Markdown: `reading.ts` leaves them out. */
export const markdown = lazy(() =>
	parser.configure([
		Table,
		TaskList,
		{
			defineNodes: [
				...inlineNodes,
				...["MathBlock", "HiddenBlock", "MathRest", "HiddenRest", "CommentRest"].map((name) => ({ name, block: true })),
				{
					name: "Footnote",
					block: true,
					composite(_context, line, indentation) {
						if (line.next > -1 && line.indent < line.baseIndent + indentation) return false;
						line.moveBaseColumn(line.baseIndent + indentation);
						return true;
					},
				},
			],
			parseBlock: [between(maths), between(hidden), footnote, rest(), nested],
			remove: ["Entity", "HTMLTag", "Emphasis", "HardBreak", "Link", "Image", "LinkEnd"],
			parseInline: [obsidianInline],
		},
	]),
);

/** The same, blocks only: what stands in a paragraph is not read, which takes a tenth of the time. */
export const markdownBlocks = lazy(() =>
	markdown().configure({ parseInline: [{ name: "Words", parse: (context) => context.end, before: "Obsidian" }] }),
);
