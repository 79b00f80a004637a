import type { TextSource } from "../text/text";

/**
 * The multi-line construct in which a line begins. `""` is none; a fence is named by its marks, such as "```" or
 * "~~~~", with what it stands in: "``` >2" in two quotes, "``` +3" in an item whose text is indented by three. "html"
 * is a comment of HTML, "<pre", "<?" and the like are what HTML blocks that may hold blank lines begin with; "<>" is
 * any other HTML block.
 */
export type LineState = "" | "frontmatter" | "math" | "comment" | "html" | `\`${string}` | `~${string}` | `<${string}`;

/** At the very first line a note may begin with properties. */
type ScanState = LineState | "first";

/** Prefixes that a fence may stand behind: quotes and list markers. */
const containers = /^(?:[ \t]{0,3}>[ \t]?|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)*[ \t]*/;

/** A tag that begins a block of HTML wherever a line begins with it. */
export const htmlTag =
	/^[ \t]{0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t]|\/?>|$)/i;

/**
 * Tells in which multi-line construct a line begins, without reading the note from the top each time. What a part of
 * the document does to the state is kept with that part: CodeMirror's documents are trees whose parts are shared
 * between versions, so after the first look an edit costs as much as the part that was edited.
 */
export class LineStates {
	/** The outermost block of each document that was asked for last: lines are asked about one after the other. */
	/**
	 * The stretch of each document that was read by the grammar last. Documents are values: nothing kept of them goes
	 * stale.
	 */
	private readonly known = new WeakMap<TextSource, Map<ScanState, ScanState>>();

	/**
	 * The construct in which line `number` (from 1) begins; one more than there are lines tells how the document ends.
	 */
	before(doc: TextSource, number: number): LineState {
		const state = this.walk(doc, number - 1, "first");
		return state === "first" ? "" : state;
	}

	// The state after the first `lines` lines of a part.
	private walk(part: TextSource, lines: number, state: ScanState): ScanState {
		if (lines <= 0) return state;
		if (lines >= part.lines) return this.through(part, state);
		if (!part.children) return scan(part, lines, state);
		let left = lines;
		let at = state;
		for (const child of part.children) {
			if (left <= 0) break;
			at = this.walk(child, Math.min(left, child.lines), at);
			left -= child.lines;
		}
		return at;
	}

	private through(part: TextSource, state: ScanState): ScanState {
		let ends = this.known.get(part);
		if (ends === undefined) this.known.set(part, (ends = new Map<ScanState, ScanState>()));
		let end = ends.get(state);
		if (end === undefined) {
			end = part.children
				? part.children.reduce<ScanState>((at, child) => this.through(child, at), state)
				: scan(part, part.lines, state);
			ends.set(state, end);
		}
		return end;
	}
}

function scan(part: TextSource, lines: number, state: ScanState): ScanState {
	let at = state;
	for (let number = 1; number <= lines; number++) at = after(part.line(number).text, at);
	return at;
}

/** Whether a line that begins in `state` is fenced code or the end of it. */
export function isFenced(line: string, state: LineState): boolean {
	return /^[`~]/.test(state) && !isOutside(line, state.split(" ")[1] ?? "");
}

/** The state after a line that begins in `state`. */
export function after(line: string, state: ScanState): LineState {
	if (state === "first") return /^---[ \t]*\r?$/.test(line) ? "frontmatter" : after(line, "");
	if (state === "frontmatter") return /^(?:---|\.\.\.)[ \t]*\r?$/.test(line) ? "" : state;
	if (state === "comment") return odd(line, "%%") ? "" : state;
	if (state === "html") return line.includes("-->") ? "" : state;
	if (state === "math") return odd(line, "$$") ? "" : state;
	if (state.startsWith("<")) return endsHtml(line, state) ? "" : state;
	const prefix = containers.exec(line)?.[0] ?? "";
	const content = line.slice(prefix.length);
	const marks = /^(`{3,}|~{3,})/.exec(content)?.[1];
	if (state !== "") {
		const [fence = "", container = ""] = state.split(" ");
		if (isOutside(line, container)) return after(line, "");
		const closes =
			marks !== undefined &&
			marks[0] === fence[0] &&
			marks.length >= fence.length &&
			content.slice(marks.length).trim() === "";
		return closes ? "" : state;
	}
	// A line without any of these marks, which is nearly every line, costs one look.
	if (marks === undefined && !/%%|\$\$|<[!?/a-z]/i.test(line)) return "";
	if (marks !== undefined && (marks[0] === "~" || !content.slice(marks.length).includes("`")))
		return (marks + containerOf(prefix)) as LineState;
	const html = !/^ {0,3}$/.test(prefix)
		? undefined
		: /^(<(?:pre|script|style|textarea)(?=[\s>]|$)|<\?|<!\[CDATA\[|<![A-Z])/i.exec(content)?.[1];
	if (html !== undefined) {
		const opened: LineState = `<${html.slice(1).toLowerCase()}`;
		return endsHtml(content.slice(html.length), opened) ? "" : opened;
	}
	if (/^ {0,3}$/.test(prefix) && htmlTag.test(content)) return "<>";
	const bare = line.replace(/(`+)(?:(?!\1)[^])*?\1/g, "");
	if (odd(bare, "%%")) return "comment";
	if (odd(bare, "$$")) return "math";
	return bare.lastIndexOf("<!--") > bare.lastIndexOf("-->") ? "html" : "";
}

// Where a fence stands: in so many quotes, in an item with so much indentation.
function containerOf(prefix: string): string {
	const quotes = prefix.split(">").length - 1;
	const own = prefix.slice(prefix.lastIndexOf(">") + 1);
	if (/[-*+.)]/.test(own)) return quotes > 0 ? ` >${quotes}+${own.length - 1}` : ` +${own.length}`;
	return quotes > 0 ? ` >${quotes}` : "";
}

// A fence ends where the quote or the item ends that it stands in.
function isOutside(line: string, container: string): boolean {
	if (container === "") return false;
	const quotes = Number(/>(\d+)/.exec(container)?.[1] ?? 0);
	const indent = Number(/\+(\d+)/.exec(container)?.[1] ?? 0);
	const marks = /^(?:[ \t]{0,3}>[ \t]?)*/.exec(line)?.[0] ?? "";
	if (marks.split(">").length - 1 < quotes) return true;
	const rest = line.slice(quotes > 0 ? marks.length : 0);
	return rest.trim() !== "" && (/^[ \t]*/.exec(rest)?.[0].replace(/\t/g, "    ").length ?? 0) < indent;
}

function endsHtml(line: string, state: string): boolean {
	if (state === "<>") return line.trim() === "";
	if (state === "<?") return line.includes("?>");
	if (state.startsWith("<![cdata")) return line.includes("]]>");
	if (state.startsWith("<!")) return line.includes(">");
	return /<\/(?:pre|script|style|textarea)>/i.test(line);
}

function odd(line: string, mark: string): boolean {
	return (line.split(mark).length - 1) % 2 === 1;
}
