import type * as obsidian from "obsidian";
import { Component } from "../component";

const inline =
	/\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|`([^`\n]+)`|==([^=\n]+)==|~~([^~\n]+)~~|\[\[([^\]\n]+)\]\]|\\([!-/:-@[-`{-~])/g;

/** Shows emphasis, code and links, so that a record reads as one; not a Markdown renderer. */
export function renderInline(parent: HTMLElement, text: string): void {
	let at = 0;
	for (const match of text.matchAll(inline)) {
		parent.appendText(text.slice(at, match.index));
		at = match.index + match[0].length;
		const [, strong, em, code, mark, gone, link, escaped] = match;
		if (escaped !== undefined) parent.appendText(escaped);
		else if (code !== undefined) parent.createEl("code", { text: code });
		else if (link !== undefined) parent.createEl("a", { cls: "internal-link", text: link.split("|").pop() ?? link });
		else {
			const tag = strong !== undefined ? "strong" : em !== undefined ? "em" : mark !== undefined ? "mark" : "del";
			renderInline(parent.createEl(tag), strong ?? em ?? mark ?? gone ?? "");
		}
	}
	parent.appendText(text.slice(at));
}

/** Shows lines as paragraphs, their breaks kept. */
export function renderBody(content: HTMLElement, lines: readonly string[]): void {
	let paragraph: HTMLElement | null = null;
	for (const line of lines) {
		if (line.trim() === "") paragraph = null;
		else {
			if (paragraph === null) paragraph = content.createEl("p");
			else paragraph.createEl("br");
			renderInline(paragraph, line.replace(/[ \t]+$/, ""));
		}
	}
}

/**
 * Hands a rendered part to the plugins' Markdown post-processors, by their order. One that fails is told in the
 * console, as in Obsidian.
 */
export async function postProcess(
	processors: Iterable<obsidian.MarkdownPostProcessor>,
	element: HTMLElement,
	section: { readonly path: string; readonly text: string; readonly from: number; readonly to: number },
): Promise<void> {
	const context: obsidian.MarkdownPostProcessorContext = {
		docId: section.path,
		sourcePath: section.path,
		frontmatter: null,
		addChild: (child) => void (child as unknown as Component).load(),
		getSectionInfo: () => ({ text: section.text, lineStart: section.from, lineEnd: section.to }),
	};
	for (const processor of [...processors].sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0)))
		try {
			await processor(element, context);
		} catch (error) {
			console.error(error);
		}
}
