/** One line of a reply as it will be quoted, before any sign in it is defused. */
export interface QuotedLine {
	/** Spaces and list marker, Markdown as it stands. Empty for a line of a plain paragraph. */
	readonly lead: string;
	/** What is said. Empty only for a blank line. */
	readonly text: string;
	/** True in a fence of code, its first and last lines counted: no emphasis there. */
	readonly code: boolean;
}

interface Item {
	/** Columns before the marker in the reply. */
	readonly indent: number;
	/** Columns before the text in the quotation. */
	readonly offset: number;
}

interface StartedItem {
	readonly marker: string;
	readonly ordered: boolean;
	readonly text: string;
	readonly parents: Item[];
	/** Whether it goes on with a list that stands already. */
	readonly continues: boolean;
}

const listItem = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+([^ \t].*)$/;
const rule = /^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const fence = /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})/;
const deepest = 5;

/**
 * The lines of a cleaned reply, with its lists laid out in one regular way (`- ` or the number, children under the text
 * of their parent) and blank lines never doubled, absent at both ends, present before a list. All else is paragraphs:
 * indentation means nothing, except within fences, where no-break spaces keep it. Laying out twice changes nothing.
 */
export function layOut(reply: string): readonly QuotedLine[] {
	const lines: QuotedLine[] = [];
	let items: Item[] = [];
	let code: { readonly mark: string; readonly indent: number } | null = null;
	let blank = true;

	const push = (lead: string, text: string, isCode: boolean): void => {
		if (blank && lines.length > 0) lines.push({ lead: "", text: "", code: isCode });
		lines.push({ lead, text, code: isCode });
		blank = false;
	};
	for (const raw of reply.split("\n")) {
		const line = raw.trimEnd();
		if (line === "") {
			blank = true;
			continue;
		}
		const indent = columns(/^[ \t]*/.exec(line)?.[0] ?? "");
		if (code !== null) {
			const closing = line.trim();
			const closes = closing.startsWith(code.mark) && closing === (code.mark[0] ?? "").repeat(closing.length);
			push(
				" ".repeat(offsetOf(items)),
				closes ? closing : codeIndent(indent - code.indent) + line.replace(/^[ \t]+/, ""),
				true,
			);
			if (closes) code = null;
			continue;
		}
		if (blank)
			while (items.length > 0 && indent < (items[items.length - 1]?.indent ?? 0) + 2) items = items.slice(0, -1);
		const item = startedItem(line, indent, items, lines);
		const opened = fence.exec(item === null ? line : item.text);
		if (item !== null) {
			items = item.parents;
			const offset = offsetOf(items);
			// Elsewhere a list may follow a line directly; these cannot, in CommonMark.
			if (!item.continues && lines.length > 0 && (offset === 0 || (item.ordered && parseInt(item.marker, 10) !== 1)))
				blank = true;
			push(`${" ".repeat(offset)}${item.marker} `, item.text.replace(/\t/g, " "), opened !== null);
			items = [...items, { indent, offset: offset + item.marker.length + 1 }];
		} else {
			push(" ".repeat(offsetOf(items)), line.replace(/^[ \t]+/, "").replace(/\t/g, " "), opened !== null);
		}
		if (opened !== null) code = { mark: opened[2] ?? "", indent: item === null ? indent : offsetOf(items) };
	}
	return lines;
}

/** The item that a line begins, in the items around and behind the lines before; null for a line that begins none. */
function startedItem(line: string, indent: number, items: Item[], lines: readonly QuotedLine[]): StartedItem | null {
	const match = listItemOf(line);
	if (match === null) return null;
	const text = match[3] ?? "";
	const ordered = /\d/.test(match[2] ?? "");
	const marker = ordered ? (match[2] ?? "") : "-";
	let parents = items;
	while (parents.length > 0 && (indent < (parents[parents.length - 1]?.indent ?? 0) + 2 || parents.length >= deepest))
		parents = parents.slice(0, -1);
	const continues = continuesList(lines, offsetOf(parents), marker);
	// A sentence may begin with a number, a year say: a list begins with its first.
	return ordered && !continues && parseInt(marker, 10) > 1 ? null : { marker, ordered, text, parents, continues };
}

/** A line that would be a rule, with any marker, is none. */
function listItemOf(line: string): RegExpExecArray | null {
	const item = listItem.exec(line);
	return item === null || rule.test(line) || rule.test(`- ${item[3] ?? ""}`) ? null : item;
}

/** Whether the last line that is not deeper than `offset` is an item there, of a list of the same kind. */
function continuesList(lines: readonly QuotedLine[], offset: number, marker: string): boolean {
	for (let i = lines.length - 1; i >= 0; i--) {
		const line = lines[i];
		if (line === undefined || line.text === "") continue;
		const start = line.lead.search(/\S/);
		if ((start >= 0 ? start : line.lead.length) > offset) continue;
		return start === offset && line.lead.trim().slice(-1) === marker.slice(-1);
	}
	return false;
}

function offsetOf(items: readonly Item[]): number {
	return items[items.length - 1]?.offset ?? 0;
}

function columns(space: string): number {
	let width = 0;
	for (const char of space) width += char === "\t" ? 4 - (width % 4) : 1;
	return width;
}

function codeIndent(width: number): string {
	return "\u00a0".repeat(Math.max(0, Math.min(width, 40)));
}
