import { HighlightStyle, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import type { Extension, Range } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { editorLivePreviewField } from "./fields";

const style = HighlightStyle.define([
	...[tags.heading1, tags.heading2, tags.heading3, tags.heading4, tags.heading5, tags.heading6].map((tag, n) => ({
		tag,
		class: `cm-header cm-header-${n + 1}`,
	})),
	{ tag: tags.strong, class: "cm-strong" },
	{ tag: tags.emphasis, class: "cm-em" },
	{ tag: tags.strikethrough, class: "cm-strikethrough" },
	{ tag: tags.monospace, class: "cm-inline-code" },
	{ tag: tags.link, class: "cm-link" },
	{ tag: tags.url, class: "cm-url" },
	{ tag: tags.quote, class: "cm-quote" },
	{ tag: tags.processingInstruction, class: "cm-formatting" },
	{ tag: tags.contentSeparator, class: "cm-hr" },
	{ tag: tags.comment, class: "cm-comment" },
]);

// What Obsidian adds to Markdown: seen by their look alone, so expressions over the visible lines are enough here.
const constructs: readonly (readonly [RegExp, string])[] = [
	[/!?\[\[[^\]\n]+\]\]/g, "cm-hmd-internal-link"],
	[/==[^=\n]+==/g, "cm-highlight"],
	[/(?:^|\s)#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*/gu, "cm-hashtag"],
	[/%%[^%\n]*%%/g, "cm-comment"],
	[/\$\$?[^$\n]+\$\$?/g, "cm-math"],
	[/\[\^[^\]\n]+\]/g, "cm-footref"],
	[/(?:^|\s)\^[A-Za-z0-9-]+$/g, "cm-blockid"],
];

const lineClasses: Readonly<Record<string, string>> = {
	ATXHeading1: "HyperMD-header HyperMD-header-1",
	ATXHeading2: "HyperMD-header HyperMD-header-2",
	ATXHeading3: "HyperMD-header HyperMD-header-3",
	ATXHeading4: "HyperMD-header HyperMD-header-4",
	ATXHeading5: "HyperMD-header HyperMD-header-5",
	ATXHeading6: "HyperMD-header HyperMD-header-6",
	Blockquote: "HyperMD-quote HyperMD-quote-1",
	FencedCode: "HyperMD-codeblock",
	Table: "HyperMD-table-row",
	ListItem: "HyperMD-list-line",
};

const hidden = Decoration.replace({});

/** The marks that live preview hides while no selection touches what they mark. */
function hideMarks(view: EditorView, from: number, to: number, after: number): Range<Decoration>[] {
	const { state } = view;
	const isTouched = (start: number, end: number) =>
		state.selection.ranges.some((range) => range.from <= end && range.to >= start);
	const found: Range<Decoration>[] = [];
	const hide = (start: number, end: number, touchedFrom: number, touchedTo: number) => {
		if (start >= after && start < end && !isTouched(touchedFrom, touchedTo)) found.push(hidden.range(start, end));
	};
	syntaxTree(state).iterate({
		from,
		to,
		enter({ name, from: start, to: end, node }) {
			const parent = node.parent;
			if (parent === null) return;
			const line = state.doc.lineAt(start);
			const space = state.sliceDoc(end, end + 1) === " " ? 1 : 0;
			if (name === "HeaderMark" && parent.name.startsWith("ATX") && start === parent.from)
				hide(start, Math.min(end + space, line.to), line.from, line.to);
			else if (name === "QuoteMark") hide(start, end + space, line.from, line.to);
			else if (name === "Escape") hide(start, start + 1, start, end);
			else {
				const isOfLink =
					(name === "LinkMark" || name === "URL") &&
					parent.name === "Link" &&
					state.sliceDoc(parent.to - 1, parent.to) === ")";
				const isOfCode = name === "CodeMark" && parent.name === "InlineCode";
				if (isOfLink || isOfCode || name === "EmphasisMark" || name === "StrikethroughMark")
					hide(start, end, parent.from, parent.to);
			}
		},
	});
	for (let at = from; at <= to;) {
		const line = state.doc.lineAt(at);
		for (const match of line.text.matchAll(/==[^=\n]+==|\[\[(?:[^\]|\n]+\|)?[^\]|\n]+\]\]/g)) {
			const [start, end] = [line.from + match.index, line.from + match.index + match[0].length];
			const alias = match[0].startsWith("[[") ? Math.max(2, match[0].indexOf("|") + 1) : 2;
			hide(start, start + alias, start, end);
			hide(end - 2, end, start, end);
		}
		at = line.to + 1;
	}
	return found;
}

function decorate(view: EditorView): DecorationSet {
	const found: Range<Decoration>[] = [];
	const { doc } = view.state;
	const frontmatter = /^---\n[^]*?\n---(?=\n|$)/.exec(doc.sliceString(0, 4000))?.[0].length ?? 0;
	const tree = syntaxTree(view.state);
	for (const { from, to } of view.visibleRanges) {
		for (let at = from; at <= to;) {
			const line = doc.lineAt(at);
			if (line.from < frontmatter) found.push(Decoration.line({ class: "cm-frontmatter" }).range(line.from));
			else {
				const isCode = tree.resolveInner(line.from, 1).name.includes("Code");
				for (const [expression, name] of isCode ? [] : constructs) {
					for (const match of line.text.matchAll(expression)) {
						const start = line.from + match.index + (match[0].length - match[0].trimStart().length);
						found.push(Decoration.mark({ class: name }).range(start, line.from + match.index + match[0].length));
					}
				}
			}
			at = line.to + 1;
		}
		if (view.state.field(editorLivePreviewField, false) === true) found.push(...hideMarks(view, from, to, frontmatter));
		tree.iterate({
			from,
			to,
			enter(node) {
				const name = lineClasses[node.name];
				if (name === undefined || node.from < frontmatter) return;
				for (let at = node.from; at <= node.to;) {
					const line = doc.lineAt(at);
					found.push(Decoration.line({ class: name }).range(line.from));
					at = line.to + 1;
				}
			},
		});
	}
	return Decoration.set(found, true);
}

const lineStyles = ViewPlugin.fromClass(
	class {
		decorations: DecorationSet;
		private isPressed = false;
		private readonly release: () => void;

		constructor(view: EditorView) {
			this.decorations = decorate(view);
			this.release = () => {
				if (!this.isPressed) return;
				this.isPressed = false;
				this.decorations = decorate(view);
				view.dispatch({});
			};
			window.addEventListener("mouseup", this.release);
		}

		// Marks that came out while the pointer drags would move the words under it; Obsidian too waits for the release.
		press(): void {
			this.isPressed = true;
		}

		update(update: ViewUpdate): void {
			const isOtherMode =
				update.startState.field(editorLivePreviewField, false) !== update.state.field(editorLivePreviewField, false);
			const isSelected = update.selectionSet && !this.isPressed;
			const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state);
			if (update.docChanged || isSelected || update.viewportChanged || isOtherMode || isParsed)
				this.decorations = decorate(update.view);
		}

		destroy(): void {
			window.removeEventListener("mouseup", this.release);
		}
	},
	{
		decorations: (plugin) => plugin.decorations,
		eventHandlers: {
			mousedown() {
				this.press();
			},
		},
	},
);

/** Markdown as live preview shows it, without its widgets. Not Obsidian's parser: node names differ. */
export const markdownLook: Extension = [
	markdown({ base: markdownLanguage, addKeymap: true }),
	syntaxHighlighting(style),
	lineStyles,
];
