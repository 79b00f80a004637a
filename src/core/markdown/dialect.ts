import { GFM, parser, type BlockContext, type BlockParser, type Line } from "@lezer/markdown";
import { lazy } from "../cache/lazy";

/**
 * Maths and comments of several lines, which may hold blank lines: from a line that begins with the mark to the next
 * line that has it.
 */
function between(name: string, mark: string): BlockParser {
	const opens = (line: Line): boolean => line.text.startsWith(mark, line.pos) && line.text.split(mark).length % 2 === 0;
	return {
		name,
		parse(context: BlockContext, line: Line): boolean {
			if (!opens(line)) return false;
			const from = context.lineStart + line.pos;
			const nested = line.basePos > 0;
			while (context.nextLine()) {
				// What stands in a quote or an item ends with it.
				if (nested && line.basePos === 0 && line.text.trim() !== "") break;
				if (line.text.split(mark).length % 2 !== 0) continue;
				context.nextLine();
				break;
			}
			context.addElement(context.elt(name, from, context.prevLineEnd()));
			return true;
		},
		endLeaf: (_context, line) => opens(line),
	};
}

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

/** Markdown's grammar with what Obsidian adds to its blocks. Properties are left to those who read lines. */
export const markdown = lazy(() =>
	parser.configure([
		GFM,
		{
			defineNodes: [
				{ name: "MathBlock", block: true },
				{ name: "HiddenBlock", block: true },
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
			parseBlock: [between("MathBlock", "$$"), between("HiddenBlock", "%%"), footnote],
		},
	]),
);
