import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/markdown";
import { cleanText } from "../../core/text/clean";

/**
 * Shows a reply as text with paragraphs, lists, quotes, emphasis and code. A reply is untrusted: nothing in it becomes
 * a link, an image or HTML, and Obsidian's own renderer, which runs other plugins' processors, never sees it. What
 * cannot be seen is left out, as where it is kept. A reply too tangled to be read as Markdown is shown as it stands.
 */
export function renderReply(parent: HTMLElement, reply: string): void {
	parent.empty();
	const text = cleanText(reply);
	if (isTangled(text)) plainLines(parent, text);
	else blocks(parent, parser.parse(text).topNode, text);
}

/**
 * More signs in a paragraph than any answer has: they may be pairs within pairs, which take long to match and to
 * draw.
 */
const mostSigns = 2000;

/**
 * Blocks within blocks, by their marks or by the spaces before one: deeper than any answer goes. The parser is slow
 * with many spaces, too.
 */
const deep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){25}|[ \t]{100}/m;

function isTangled(text: string): boolean {
	if (deep.test(text)) return true;
	let signs = 0;
	return text.split("\n").some((line) => {
		signs = line.trim() === "" ? 0 : signs + (line.match(/[*_[\]`<!&\\]/g)?.length ?? 0);
		return signs > mostSigns;
	});
}

function plainLines(parent: HTMLElement, text: string): void {
	for (const line of text.split("\n")) if (line.trim() !== "") parent.createEl("p", { text: line });
}

/**
 * Shows a reply that grows as `renderReply` would, but draws only its last blocks anew: a word costs the same in a
 * long answer as in a short one.
 */
export class GrowingReply {
	private text = "";
	/** Where what is drawn anew begins: in the text, and among the parent's children. */
	private from = 0;
	private child = 0;

	constructor(private readonly parent: HTMLElement) {}

	/** Shows the reply as far as it has come. Anything else that was put into the parent is gone. */
	show(reply: string): void {
		const text = cleanText(reply);
		if (!text.startsWith(this.text) || this.parent.childNodes.length < this.child) this.begin();
		this.text = text;
		const rest = text.slice(this.from);
		if (isTangled(rest)) {
			this.begin();
			this.parent.empty();
			plainLines(this.parent, text);
			return;
		}
		while (this.parent.childNodes.length > this.child) this.parent.lastChild?.remove();
		const { topNode } = parser.parse(rest);
		const steady = steadyEnd(topNode, rest);
		for (let node = topNode.firstChild; node !== null; node = node.nextSibling) {
			block(this.parent, node, rest);
			if (node.from < steady) this.child = this.parent.childNodes.length;
		}
		this.from += steady;
	}

	/** What is shown next is drawn from its beginning. */
	begin(): void {
		this.text = "";
		this.from = 0;
		this.child = 0;
	}
}

/**
 * Where the blocks begin that more text may still change: the last two, since a line that grows may leave its block and
 * join the one before (`#` is a heading, `#x` is not). Always the beginning of a line; 0 for all.
 */
export function steadyEnd(top: SyntaxNode, text: string): number {
	const last = top.lastChild?.prevSibling ?? null;
	return last === null ? 0 : text.lastIndexOf("\n", last.from - 1) + 1;
}

function blocks(parent: HTMLElement, node: SyntaxNode, text: string): void {
	for (let child = node.firstChild; child !== null; child = child.nextSibling) block(parent, child, text);
}

function block(parent: HTMLElement, node: SyntaxNode, text: string): void {
	switch (node.name) {
		case "BulletList":
			return blocks(parent.createEl("ul"), node, text);
		case "OrderedList": {
			const start = Number.parseInt(text.slice(node.from, node.from + 9), 10);
			return blocks(
				parent.createEl("ol", Number.isFinite(start) && start !== 1 ? { attr: { start: String(start) } } : {}),
				node,
				text,
			);
		}
		case "ListItem":
			return blocks(parent.createEl("li"), node, text);
		case "Blockquote":
			return blocks(parent.createEl("blockquote"), node, text);
		case "FencedCode":
		case "CodeBlock":
			parent.createEl("pre").createEl("code", { text: code(node, text) });
			return;
		case "ListMark":
		case "QuoteMark":
		case "HorizontalRule":
			return;
		default:
			if (/^(ATX|Setext)Heading/.test(node.name)) inline(parent.createEl("p").createEl("strong"), node, text);
			else inline(parent.createEl("p"), node, text);
	}
}

function inline(parent: HTMLElement, node: SyntaxNode, text: string): void {
	let at = node.from;
	for (let child = node.firstChild; child !== null; child = child.nextSibling) {
		plain(parent, text.slice(at, child.from));
		at = child.to;
		switch (child.name) {
			case "Emphasis":
				inline(parent.createEl("em"), child, text);
				break;
			case "StrongEmphasis":
				inline(parent.createEl("strong"), child, text);
				break;
			case "InlineCode":
				parent.createEl("code", { text: text.slice(child.from, child.to).replace(/^`+ ?| ?`+$/g, "") });
				break;
			case "HardBreak":
				parent.createEl("br");
				break;
			case "Escape":
				parent.appendText(text.slice(child.from + 1, child.to));
				break;
			case "EmphasisMark":
			case "HeaderMark":
			case "QuoteMark":
				break;
			default:
				plain(parent, text.slice(child.from, child.to));
		}
	}
	plain(parent, text.slice(at, node.to));
}

// A line break within a paragraph is a space, as the writer reads it elsewhere.
function plain(parent: HTMLElement, text: string): void {
	if (text === "") return;
	const lines = text.split("\n");
	parent.appendText(
		lines
			.map((line, at) => {
				const end = at < lines.length - 1 ? line.trimEnd() : line;
				return at > 0 ? end.trimStart() : end;
			})
			.join(" "),
	);
}

function code(node: SyntaxNode, text: string): string {
	const lines = text.slice(node.from, node.to).split("\n");
	return node.name === "FencedCode"
		? lines.slice(1, /^\s*(`{3,}|~{3,})\s*$/.test(lines[lines.length - 1] ?? "") ? -1 : undefined).join("\n")
		: lines.join("\n");
}
