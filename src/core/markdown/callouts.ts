import { fencesIn } from "./fences";
import { bodyStart } from "./reading";
import type { Range, TextSource } from "../text/text";

/** A quotation of a model in a note, whoever wrote it: a callout of type `ai`, or any quote with an identity line. */
export interface Callout extends Range {
	/** How many `>` stand before each of its lines: 2 when it was moved into a quote. */
	readonly depth: number;
	/** Its type as a callout, in small letters; null for a quote that is none. */
	readonly type: string | null;
	/** What follows the type on its first line; empty for a quote that is no callout. */
	readonly title: string;
	/** The other lines, without their `>` and one space after it. All lines of a quote that is no callout. */
	readonly lines: readonly string[];
}

/** At most two deep: no deeper record is looked for, and a long row of `>` costs nothing. */
const maxDepth = 2;

/** A callout's head, behind its quote marks. Some formatters escape the first bracket; quoted replies have both so. */
const head = /^[ \t]{0,3}\\?\[!([\w-]+)(?:\|[^\]\\]*)?\][+-]?(?:[ \t]+(.*))?$/;

/**
 * What begins an identity line: the model's id as code, the endpoint's name after `via`, which is that word in every
 * language, and something that is told of it behind a dot. Formatters may break the line between them.
 */
const identity = /(?:^|\n)[ \t]*`[^`\s]+`\s+via\s+\S(?:(?!\n[ \t]*\n)[^]){0,600}?\s·\s/;

/** What a note with a quotation of a model holds somewhere. */
const mayQuote = /\[!ai[\]|]|`[ \t\r\n>]+via[ \t\r\n]/gi;

/**
 * The quotations of models in a note, in order: their lines exactly, without the line break after the last one. Folded
 * or not, in a quote or a list's item or not. Not within frontmatter or code, where they are examples. A second head of
 * type `ai` at the same depth starts a second one, even where no blank line parts them; so does any head below an
 * identity line.
 */
export function findCallouts(text: string | TextSource): readonly Callout[] {
	const whole = typeof text === "string" ? text : text.sliceString(0);
	const signs = Array.from(whole.matchAll(mayQuote), ({ index }) => index);
	if (signs.length === 0) return [];
	const found: Callout[] = [];
	const body = bodyStart(whole);
	const fences = fencesIn(whole, { from: body, to: nextBlank(whole, signs[signs.length - 1] ?? body) });
	let fence = 0;
	let end = body;
	// No quote goes on over a blank line, so nothing else is looked at but what stands around a sign.
	for (const sign of signs) {
		if (sign < end) continue;
		const block = { from: paragraphStart(whole, sign, end), to: nextBlank(whole, sign) };
		while ((fences[fence]?.to ?? Infinity) < block.from) fence++;
		const plain = (fences[fence]?.from ?? Infinity) < block.to ? null : plainIn(whole, block);
		if (plain === null) quotesIn(whole, block, fences, fence, found);
		else found.push(plain);
		end = block.to;
	}
	return found;
}

/**
 * The callout of type `ai` that lines are, all of them, where each stands behind one quote mark and one space as
 * records are printed; null where what they are must be looked at line by line.
 */
function plainIn(whole: string, { from: start, to: end }: Range): Callout | null {
	const contents: string[] = [];
	let to = start;
	for (let from = start; from < end; from = to + 1) {
		const next = whole.indexOf("\n", from);
		to = next < 0 ? whole.length : next;
		if (whole[from] !== ">" || whole[to - 1] === "\r") return null;
		const content = whole[from + 1] === " " ? whole.slice(from + 2, to) : to === from + 1 ? "" : null;
		if (content === null || /^[ \t>]/.test(content)) return null;
		if (contents.length > 0 && content.includes("[!")) return null;
		contents.push(content);
	}
	const [first = "", ...lines] = contents;
	const match = head.exec(first);
	if (match?.[1]?.toLowerCase() !== "ai") return null;
	return { from: start, to, depth: 1, type: "ai", title: (match[2] ?? "").trim(), lines };
}

/**
 * Takes the quotations of models among lines that no blank one parts.
 * @param fence the first of the fences that is not above them
 */
function quotesIn(whole: string, block: Range, fences: readonly Range[], fence: number, found: Callout[]): void {
	let open: QuoteLine[] = [];
	let offset = 0;
	const close = (): void => {
		if (open.length > 0) collect(open, 1, found);
		open = [];
		offset = 0;
	};
	for (const line of linesOf(whole, block)) {
		while ((fences[fence]?.to ?? Infinity) < line.from) fence++;
		const inCode = (fences[fence]?.from ?? Infinity) < line.from;
		if (open.length > 0 && columnsOf(line.text) < offset) close();
		if (open.length === 0) offset = inCode ? 0 : itemOffset(whole, line);
		const content = offset === 0 ? line.text : withinItem(line.text, offset);
		const depth = quoteDepth(content);
		if (depth === 0) close();
		else if (open.length > 0 || !inCode) open.push({ from: line.from, to: line.to, content, depth, inCode });
	}
	close();
}

/** Where the next line that holds nothing begins, or the text ends, from within a line on. */
function nextBlank(text: string, from: number): number {
	const blank = /\n[ \t]*\r?(?=\n|$)/g;
	blank.lastIndex = from;
	const found = blank.exec(text);
	return found === null ? text.length : found.index + 1;
}

/** Where the first of the lines begins that no blank one parts from a place; not above `least`, where a line begins. */
function paragraphStart(text: string, at: number, least: number): number {
	let from = text.lastIndexOf("\n", at - 1) + 1;
	while (from > least) {
		const above = text.lastIndexOf("\n", from - 2) + 1;
		if (/^[ \t]*\r?$/.test(text.slice(above, from - 1))) break;
		from = above;
	}
	return Math.max(from, least);
}

/** A line of a quote. */
interface QuoteLine extends Range {
	/** With its quote marks, without what begins the item it stands in. */
	readonly content: string;
	/** How many quote marks it has. */
	readonly depth: number;
	/** Whether it stands in code, where a head is an example. */
	readonly inCode: boolean;
}

/** Takes the quotations of models among lines that all are at least so deep in a quote. */
function collect(lines: readonly QuoteLine[], depth: number, found: Callout[]): void {
	for (const part of partsOf(lines, depth)) {
		const contents = part.map(({ content }) => stripQuote(content, depth));
		const [first, last] = [part[0], part[part.length - 1]];
		if (first === undefined || last === undefined || first.inCode) continue;
		const match = head.exec(contents[0] ?? "");
		const type = match?.[1]?.toLowerCase() ?? null;
		const said = type === null ? contents : contents.slice(1);
		if (type === "ai" || identity.test(contents.filter((_, at) => part[at]?.inCode === false).join("\n")))
			found.push({ from: first.from, to: last.to, depth, type, title: (match?.[2] ?? "").trim(), lines: said });
		else if (depth < maxDepth) for (const deeper of runsOf(part, depth + 1)) collect(deeper, depth + 1, found);
	}
}

/** Quotes that no blank line parts, told apart by their heads. */
function partsOf(lines: readonly QuoteLine[], depth: number): readonly (readonly QuoteLine[])[] {
	const parts: QuoteLine[][] = [];
	let signed = false;
	for (const line of lines) {
		const content = stripQuote(line.content, depth);
		const type = line.inCode || line.depth !== depth ? undefined : typeOf(content);
		if (parts.length === 0 || type === "ai" || (type !== undefined && signed)) {
			parts.push([line]);
			signed = false;
		} else parts[parts.length - 1]?.push(line);
		signed ||= !line.inCode && content.trimStart().startsWith("`") && identity.test(content);
	}
	return parts;
}

function typeOf(content: string): string | undefined {
	return content.includes("[!") ? head.exec(content)?.[1]?.toLowerCase() : undefined;
}

/** Lines in a row that are at least so deep. */
function runsOf(lines: readonly QuoteLine[], depth: number): readonly (readonly QuoteLine[])[] {
	const runs: QuoteLine[][] = [];
	let last: QuoteLine | null = null;
	for (const line of lines) {
		if (line.depth < depth) last = null;
		else {
			if (last === null) runs.push([line]);
			else runs[runs.length - 1]?.push(line);
			last = line;
		}
	}
	return runs;
}

const itemMark = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const quoteInItem = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+|[ \t]+)>/;

/** Lines that are read above an indented quote in search of the item it stands in. */
const maxLines = 500;

/** Columns before the text of the item that a quote begins in; 0 when it begins in none, or the line is no quote. */
function itemOffset(text: string, line: Range & { readonly text: string }): number {
	if (!quoteInItem.test(line.text)) return 0;
	const own = itemMark.exec(line.text)?.[0];
	if (own !== undefined) return columnsOf(own.replace(/[^ \t]/g, " "));
	const indent = columnsOf(line.text);
	for (let to = line.from - 1, n = 0; to >= 0 && n < maxLines; n++) {
		const from = text.lastIndexOf("\n", to - 1) + 1;
		const above = text.slice(from, to).replace(/\r$/, "");
		to = from - 1;
		if (above.trim() === "") continue;
		const offset = columnsOf((itemMark.exec(above)?.[0] ?? "").replace(/[^ \t]/g, " "));
		if (offset > 0 && offset <= indent) return indent - offset < 4 ? offset : 0;
		if (offset === 0 && columnsOf(above) === 0) return 0;
	}
	return 0;
}

/** How wide the space is that a line begins with. */
function columnsOf(line: string): number {
	let width = 0;
	for (const char of line) {
		if (char === " ") width++;
		else if (char === "\t") width += 4 - (width % 4);
		else break;
	}
	return width;
}

/** What a line holds after so many columns: those of a marker, or space. */
function withinItem(line: string, offset: number): string {
	let at = 0;
	for (let width = 0; width < offset && at < line.length; at++) width += line[at] === "\t" ? 4 - (width % 4) : 1;
	return line.slice(at);
}

/** The lines of a part of a text with their positions. A carriage return before a line break belongs to the break. */
function* linesOf(text: string, { from: start, to: end }: Range): Generator<Range & { readonly text: string }> {
	for (let from = start; from <= end;) {
		const next = text.indexOf("\n", from);
		const to = next < 0 ? text.length : next;
		const content = text.endsWith("\r", to) && to > from ? to - 1 : to;
		yield { from, to: content, text: text.slice(from, content) };
		if (next < 0) return;
		from = next + 1;
	}
}

/** How many `>` stand at the start of a line, each behind three spaces at most, and one more or a tab behind a `>`. */
export function quoteDepth(line: string): number {
	let depth = 0;
	for (let at = 0; ; depth++) {
		let mark = at;
		while (mark - at < 3 && line[mark] === " ") mark++;
		if (line[mark] !== ">") return depth;
		at = mark + 1;
		if (line[at] === " " || line[at] === "\t") at++;
	}
}

function stripQuote(line: string, depth: number): string {
	let from = 0;
	for (let i = 0; i < depth; i++) {
		let mark = from;
		while (mark - from < 3 && line[mark] === " ") mark++;
		if (line[mark] !== ">") break;
		from = mark + (line[mark + 1] === " " ? 2 : 1);
	}
	return line.slice(from);
}
