import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { after, before, hostileReplies, noteWith } from "./replies";

interface Node {
	readonly type: string;
	readonly value?: string;
	readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse).use(remarkGfm);
const parse = (source: string): Node => parser.parse(source);

function nodesOf(node: Node): readonly Node[] {
	return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/**
 * What a garden on remark does with text once Markdown is read, as Quartz does: it looks in text nodes for wikilinks
 * and embeds, marks, comments and tags, and at the ends of paragraphs for block ids. Returns what it would have made.
 */
function secondReading(tree: Node): readonly string[] {
	const found: string[] = [];
	for (const node of nodesOf(tree)) {
		if (node.type === "text") {
			const text = node.value ?? "";
			for (const [what, pattern] of Object.entries({
				link: /!?\[\[([^[\]|#\\]+)?(#+[^[\]|#\\]+)?(\\?\|[^[\]#]*)?\]\]/,
				mark: /==([^=]+)==/,
				comment: /%%[^]*?%%/,
				tag: /(?:^| )#(?!\d+(?:\s|$))[-_\p{L}\p{Emoji}\p{M}\d]+/u,
				address: /https?:\/\/[-.\w]|www\.[-.\w]/i,
			}))
				if (pattern.test(text)) found.push(what);
		}
		if (node.type === "paragraph" && /\^[-_A-Za-z0-9]+$/.test(node.children?.[node.children.length - 1]?.value ?? ""))
			found.push("block id");
	}
	return found;
}

/** The text of each paragraph, and of each list item with all that is in it. */
function itemsOf(tree: Node): readonly string[] {
	return nodesOf(tree)
		.filter((node) => node.type === "paragraph" || node.type === "listItem")
		.map((node) =>
			nodesOf(node)
				.map((one) => one.value ?? "")
				.join(" "),
		);
}

/** Dataview looks for `[key:: value]` in rendered paragraphs and items, and renders the value as Markdown once more. */
function holdsField(text: string): boolean {
	return /[[(][^[\]()]*::/.test(text);
}

const plain = new Set(["blockquote", "paragraph", "text", "emphasis", "strong", "list", "listItem"]);

describe("a page read by remark", () => {
	it("finds what the writer's own page holds: the check can fail", () => {
		expect(secondReading(parse("[[a]] ==b== #c %%d%% ^e"))).toEqual(["block id", "link", "mark", "comment", "tag"]);
		expect(secondReading(parse("\\[\\[a\\]\\] \\=\\=b\\=\\= \\#c"))).toEqual(["link", "mark", "tag"]);
		expect(itemsOf(parse("- (a\n\n  k\\:\\: v)")).some(holdsField)).toBe(true);
	});

	it.each(hostileReplies)("shows $id as text in one whole callout", ({ reply, keep, notText = [] }) => {
		const tree = parse(noteWith(reply));
		expect(tree.children?.map((child) => child.type)).toEqual(["paragraph", "blockquote", "paragraph"]);
		const words = nodesOf(tree).map((node) => node.value ?? "");
		expect(words[2]).toBe(before);
		expect(words[words.length - 1]).toBe(after);
		const callout = tree.children?.[1] ?? { type: "" };
		const inside = (callout.children ?? []).flatMap(nodesOf);
		expect(inside.filter((node) => node.type === "inlineCode").map((node) => node.value)).toEqual(["some/model-1"]);
		expect(
			inside.filter((node) => !plain.has(node.type) && node.type !== "inlineCode").map((node) => node.type),
		).toEqual([]);
		expect(inside.filter((node) => node.type === "blockquote")).toEqual([]);
		expect(secondReading(callout)).toEqual([]);
		for (const pattern of notText)
			for (const { type, value = "" } of inside)
				if (type === "text") expect(value).not.toMatch(new RegExp(pattern, "u"));
		expect(itemsOf(callout).filter(holdsField)).toEqual([]);
		const shown = inside.map((node) => node.value ?? "").join("");
		for (const kept of keep) expect(shown).toContain(kept);
	});
});
