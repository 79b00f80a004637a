import type { Range } from "../text/text";
import { markdown } from "./dialect";

/** Nodes in which the signs of a comment are signs like others. */
const literal = /^(?:InlineCode|FencedCode|CodeBlock|Maths|MathBlock|MathRest|Escape|Template)$/;

/**
 * The comments of a Markdown text, which are for whoever writes it: `%% … %%` and `<!-- … -->`, within a line or over
 * many, with their marks. Not in code or maths. A mark that nothing closes begins none: what follows it is text.
 */
export function commentRanges(text: string): readonly Range[] {
	if (!/%%|<!--/.test(text)) return [];
	const literals: Range[] = [];
	markdown()
		.parse(text)
		.iterate({
			enter({ name, from, to }) {
				if (!literal.test(name)) return;
				literals.push({ from, to });
				return false;
			},
		});
	const comments: Range[] = [];
	let open: { readonly from: number; readonly close: string } | null = null;
	let next = 0;
	for (const { index: at, 0: mark } of text.matchAll(/%%|<!--|-->/g)) {
		while ((literals[next]?.to ?? Infinity) <= at) next++;
		if ((literals[next]?.from ?? Infinity) <= at) continue;
		if (open === null) {
			if (mark !== "-->") open = { from: at, close: mark === "%%" ? "%%" : "-->" };
		} else if (mark === open.close) {
			comments.push({ from: open.from, to: at + mark.length });
			open = null;
		}
	}
	return comments;
}

/** A text without its comments. With one that has its lines to itself go these lines and the blank ones after them. */
export function withoutComments(text: string): string {
	const parts: string[] = [];
	/** What is left of the line so far. */
	let line = "";
	let at = 0;
	const keep = (to: number): void => {
		const part = text.slice(at, to);
		const broken = part.lastIndexOf("\n");
		line = broken < 0 ? line + part : part.slice(broken + 1);
		parts.push(part);
	};
	for (const { from, to } of commentRanges(text)) {
		keep(from);
		at = to;
		const isAlone = line.trim() === "";
		const lines = isAlone ? matchAt(/[ \t]*(?:\r?\n[ \t]*)*(?:\r?\n|$)/y, text, to) : null;
		// Of the spaces on both sides one is enough.
		at += (lines ?? (isAlone || /[ \t]$/.test(line) ? matchAt(/[ \t]+/y, text, to) : null))?.length ?? 0;
	}
	keep(text.length);
	return parts.join("");
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? null;
}
