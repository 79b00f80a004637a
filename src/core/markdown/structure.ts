import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../text/text";
import { markdownBlocks } from "./dialect";
import { bodyStart } from "./reading";

/** A heading and the line it stands on. */
export interface OutlineHeading extends Range {
	readonly level: number;
	readonly text: string;
}

/** Nodes that belong to words or to a block's marks: they may change without the layout changing. */
const inline = /(?:Mark|Marker|Delimiter|Info|Text|Title|Label|URL)$/;

/**
 * The tree of a text's blocks, their kinds, nesting and order, without their words: two texts with the same structure
 * are laid out alike. `Document(Paragraph,BulletList(ListItem(Paragraph)))`.
 */
export function blockStructure(text: string): string {
	const describe = (node: SyntaxNode): string => {
		const children: string[] = [];
		for (let child = node.firstChild; child !== null; child = child.nextSibling)
			if (!inline.test(child.name)) children.push(describe(child));
		return children.length === 0 ? node.name : `${node.name}(${children.join(",")})`;
	};
	return describe(markdownBlocks().parse(text).topNode);
}

/** The headings of a text, in order. What stands in code or properties is none. */
export function outline(text: string): readonly OutlineHeading[] {
	const headings: OutlineHeading[] = [];
	const body = bodyStart(text);
	markdownBlocks()
		.parse(text.slice(body))
		.iterate({
			enter(node) {
				const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
				if (level === undefined) return node.name === "Document" || undefined;
				const from = node.from + body;
				const to = node.to + body;
				const words = text
					.slice(from, to)
					.replace(/^\s*#+[ \t]*/, "")
					.replace(/[ \t]+#+[ \t]*$/, "")
					.replace(/\n[-=]+[ \t]*$/, "");
				headings.push({ level: Number(level), text: words.trim(), from, to });
				return false;
			},
		});
	return headings;
}

/**
 * The section around a range of a text: from the heading above it to the next of the same or a higher level, or of
 * several sections where it runs over their ends. Before the first heading: up to it.
 * @param headings the text's own, where they are at hand
 */
export function sectionAround(text: string, range: Range, headings = outline(text)): Range {
	const own = headings.reduce<OutlineHeading | null>(
		(last, heading) => (heading.from <= range.from ? heading : last),
		null,
	);
	const next = headings.find(
		(heading) => heading.from >= range.to && (own === null || (heading.from > own.from && heading.level <= own.level)),
	);
	return { from: own?.from ?? 0, to: next?.from ?? text.length };
}

/**
 * The blocks of a passage that hold words, without what begins them: an item's mark, a task's box, the `#` of a
 * heading, a callout's kind. The passage begins with words, whatever stands before them on their line.
 */
export function wordBlocks(passage: string): readonly Range[] {
	// The marks of quotes between its lines are put before the line break: places hold, and lines belong together.
	const plain = passage.replace(/\n((?:[ \t]{0,3}>[ \t]?)+)/g, (_, marks: string) => `${" ".repeat(marks.length)}\n`);
	const blocks: Range[] = [];
	markdownBlocks()
		.parse(plain)
		.iterate({
			enter({ name, from, to, node }) {
				if (!/^(?:Paragraph|Task|Table|HTMLBlock|LinkReference|(?:ATX|Setext)Heading\d)$/.test(name)) return;
				const mark = node.getChild("HeaderMark");
				const start = mark !== null && mark.from === from ? mark.to : from;
				const text = plain.slice(start, to);
				const head = /^[ \t]*(?:\[[^\]]\][ \t]+|\[![\w-]+(?:\|[^\]]*)?\][+-]?[ \t]*)?/.exec(text)?.[0].length ?? 0;
				blocks.push({ from: start + head, to: start + text.trimEnd().length });
				return false;
			},
		});
	return blocks;
}
