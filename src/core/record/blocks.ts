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
	const inItem = (): string => " ".repeat(items[items.length - 1]?.offset ?? 0);

	for (const raw of reply.split("\n")) {
		const line = raw.replace(/\s+$/, "");
		if (line === "") {
			blank = true;
			continue;
		}
		const indent = columns(/^[ \t]*/.exec(line)?.[0] ?? "");
		if (code !== null) {
			const closing = line.trim();
			const closes = closing.startsWith(code.mark) && closing === (code.mark[0] ?? "").repeat(closing.length);
			push(inItem(), closes ? closing : codeIndent(indent - code.indent) + line.replace(/^[ \t]+/, ""), true);
			if (closes) code = null;
			continue;
		}
		if (blank) while (items.length > 0 && indent < (items[items.length - 1]?.indent ?? 0) + 2) items = items.slice(0, -1);
		const item = listItemOf(line);
		const opened = fence.exec(item === null ? line : item[3] ?? "");
		if (item !== null) {
			const ordered = /\d/.test(item[2] ?? "");
			const marker = ordered ? item[2] ?? "" : "-";
			while (items.length > 0 && (indent < (items[items.length - 1]?.indent ?? 0) + 2 || items.length >= deepest)) items = items.slice(0, -1);
			const offset = items[items.length - 1]?.offset ?? 0;
			const previous = lines[lines.length - 1];
			const first = !continuesList(lines, offset);
			if (first && previous !== undefined && (offset === 0 || (ordered && parseInt(marker, 10) !== 1))) blank = true;
			push(" ".repeat(offset) + marker + " ", (item[3] ?? "").replace(/\t/g, " "), opened !== null);
			items = [...items, { indent, offset: offset + marker.length + 1 }];
		} else {
			push(inItem(), line.replace(/^[ \t]+/, "").replace(/\t/g, " "), opened !== null);
		}
		if (opened !== null) code = { mark: opened[2] ?? "", indent: item === null ? indent : items[items.length - 1]?.offset ?? 0 };
	}
	return lines;
}

/** A line that would be a rule, with any marker, is none. */
function listItemOf(line: string): RegExpExecArray | null {
	const item = listItem.exec(line);
	return item === null || rule.test(line) || rule.test(`- ${item[3] ?? ""}`) ? null : item;
}

/** Whether the last line that is not deeper than `offset` is an item of a list there. */
function continuesList(lines: readonly QuotedLine[], offset: number): boolean {
	for (let i = lines.length - 1; i >= 0; i--) {
		const line = lines[i];
		if (line === undefined || line.text === "") continue;
		const marker = /\S/.test(line.lead);
		const depth = marker ? line.lead.search(/\S/) : line.lead.length;
		if (depth > offset) continue;
		return marker && depth === offset;
	}
	return false;
}

function columns(space: string): number {
	let width = 0;
	for (const char of space) width += char === "\t" ? 4 - (width % 4) : 1;
	return width;
}

function codeIndent(width: number): string {
	return "\u00a0".repeat(Math.max(0, Math.min(width, 40)));
}
