import type { SyntaxNode } from "@lezer/common";
import { firstPart, partOf, type ReplyPart } from "../../core/consultation/reply-parts";
import { hasFrenchSpaces, maxTold, spacesHeld } from "../../core/consultation/reply-spaces";

/** Units of a reply that are drawn in one go. */
const maxAtOnce = 4_000;

/**
 * Shows a reply as text with paragraphs, lists, quotes, emphasis and code. A reply is untrusted: nothing in it becomes
 * a link, an image or HTML, and Obsidian's own renderer, which runs other plugins' processors, never sees it. What
 * cannot be seen is left out, as where it is kept. In a French one signs stay with their words. A part too tangled to
 * be read as Markdown is shown as it stands. All of it is drawn at once: for what is known to be short.
 */
export function renderReply(parent: HTMLElement, reply: string): void {
	parent.empty();
	new GrowingReply(parent).show(reply, Infinity);
}

/**
 * Shows a reply that grows as `renderReply` would, but draws only its last blocks anew: a word costs the same in a
 * long answer as in a short one.
 */
export class GrowingReply {
	/** The reply as far as its drawing stays, and what of the parent's children that is. */
	private drawn = "";
	private child = 0;
	private start = firstPart;
	/** What its language was told by, and whether its spaces are French ones. */
	private told = "";
	private isFrench = hasFrenchSpaces("");

	constructor(private readonly parent: HTMLElement) {}

	/**
	 * Shows the reply as far as it has come, or a part more of it. Anything else that was put into the parent is gone.
	 * @param most units after which the rest is left for the next time
	 * @returns whether some is left
	 */
	show(reply: string, most = maxAtOnce): boolean {
		const { parent } = this;
		this.tell(reply.slice(0, maxTold));
		if (!reply.startsWith(this.drawn) || parent.childNodes.length < this.child) this.begin();
		while (parent.childNodes.length > this.child) parent.lastChild?.remove();
		for (let units = 0; ;) {
			const part = partOf(reply, this.start);
			const begun = parent.childNodes.length;
			draw(parent, part);
			if (this.isFrench)
				for (let node = parent.childNodes[begun] ?? null; node !== null; node = node.nextSibling) hold(node);
			if (part.next === null) return false;
			this.start = part.next;
			this.child = parent.childNodes.length;
			this.drawn = reply.slice(0, part.next.from);
			units += part.text.length;
			if (units >= most) return true;
		}
	}

	/** What is shown next is drawn from its beginning. */
	begin(): void {
		this.drawn = "";
		this.child = 0;
		this.start = firstPart;
	}

	/** Tells the language by how the reply begins; in another than it seemed to be, all is drawn anew. */
	private tell(beginning: string): void {
		if (beginning === this.told) return;
		this.told = beginning;
		const isFrench = hasFrenchSpaces(beginning);
		if (isFrench !== this.isFrench) this.begin();
		this.isFrench = isFrench;
	}
}

/** Holds the spaces of what was drawn, but those of code. */
function hold(node: Node): void {
	if (node.nodeName === "CODE") return;
	node.normalize();
	if (node.nodeValue !== null) node.nodeValue = spacesHeld(node.nodeValue);
	node.childNodes.forEach(hold);
}

function draw(parent: HTMLElement, { text, top, isCut }: ReplyPart): void {
	if (top !== null) blocks(parent, top, text);
	else for (const line of text.split("\n")) if (line.trim() !== "") parent.createEl("p", { text: line });
	if (isCut) parent.lastElementChild?.addClass("is-cut");
}

function blocks(parent: HTMLElement, node: SyntaxNode, text: string): void {
	for (let child = node.firstChild; child !== null && child.from < text.length; child = child.nextSibling)
		block(parent, child, text);
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

/** Marks within marks that are drawn: text has two or three, and a browser is slow with hundreds. */
const deepest = 8;

function inline(parent: HTMLElement, node: SyntaxNode, text: string, depth = 0): void {
	if (depth > deepest) {
		plain(parent, text.slice(node.from, node.to));
		return;
	}
	let at = node.from;
	for (let child = node.firstChild; child !== null; child = child.nextSibling) {
		plain(parent, text.slice(at, child.from));
		at = child.to;
		switch (child.name) {
			case "Emphasis":
				inline(parent.createEl("em"), child, text, depth + 1);
				break;
			case "StrongEmphasis":
				inline(parent.createEl("strong"), child, text, depth + 1);
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
