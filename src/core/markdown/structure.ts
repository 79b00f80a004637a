import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../text/text";
import { markdown } from "./dialect";

/** A heading and the line it stands on. */
export interface OutlineHeading extends Range {
	readonly level: number;
	readonly text: string;
}

/** Nodes that are words or marks of words: they may change without the layout changing. */
const inline =
	/^(?:Emphasis|StrongEmphasis|Strikethrough|Link|Image|InlineCode|Escape|Entity|HardBreak|URL|Autolink|HTMLTag|Comment|ProcessingInstruction|.*Mark|LinkTitle|LinkLabel|CodeInfo|CodeText|TaskMarker|TableDelimiter)$/;

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
	return describe(markdown().parse(text).topNode);
}

/** The headings of a text, in order. What stands in code or properties is none. */
export function outline(text: string): readonly OutlineHeading[] {
	const headings: OutlineHeading[] = [];
	const body = /^---[ \t]*\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
	markdown()
		.parse(text)
		.iterate({
			enter(node) {
				const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
				if (level === undefined) return node.name === "Document" || undefined;
				if (node.from >= body) {
					const words = text
						.slice(node.from, node.to)
						.replace(/^\s*#+[ \t]*/, "")
						.replace(/[ \t]+#+[ \t]*$/, "")
						.replace(/\n[-=]+[ \t]*$/, "");
					headings.push({ level: Number(level), text: words.trim(), from: node.from, to: node.to });
				}
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
