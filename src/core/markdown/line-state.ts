import type { TextSource } from "../text";

/** The multi-line construct in which a line begins. `""` is none; a fence is named by its marks, such as "```" or "~~~~". */
export type LineState = "" | "frontmatter" | "math" | "comment" | "html" | `\`${string}` | `~${string}`;

/** At the very first line a note may begin with properties. */
type ScanState = LineState | "first";

/** Prefixes that a fence may stand behind: quotes and list markers. */
const containers = /^(?:[ \t]{0,3}>[ \t]?|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)*[ \t]*/;

/**
 * Tells in which multi-line construct a line begins, without reading the note from the top each time. What a part of
 * the document does to the state is kept with that part: CodeMirror's documents are trees whose parts are shared
 * between versions, so after the first look an edit costs as much as the part that was edited.
 */
export class LineStates {
	private readonly known = new WeakMap<TextSource, Map<ScanState, ScanState>>();

	/** The construct in which line `number` (from 1) begins. */
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
			end = part.children ? part.children.reduce<ScanState>((at, child) => this.through(child, at), state) : scan(part, part.lines, state);
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

/** The state after a line that begins in `state`. */
function after(line: string, state: ScanState): ScanState {
	if (state === "first") return /^---[ \t]*\r?$/.test(line) ? "frontmatter" : after(line, "");
	if (state === "frontmatter") return /^(?:---|\.\.\.)[ \t]*\r?$/.test(line) ? "" : state;
	if (state === "comment") return odd(line, "%%") ? "" : state;
	if (state === "html") return line.includes("-->") ? "" : state;
	if (state === "math") return odd(line, "$$") ? "" : state;
	const content = line.slice(containers.exec(line)?.[0].length ?? 0);
	const marks = /^(`{3,}|~{3,})/.exec(content)?.[1];
	if (state !== "") {
		const closes = marks !== undefined && marks[0] === state[0] && marks.length >= state.length && content.slice(marks.length).trim() === "";
		return closes ? "" : state;
	}
	// A line without any of these marks, which is nearly every line, costs one look.
	if (marks === undefined && !/%%|\$\$|<!--/.test(line)) return "";
	if (marks !== undefined && (marks[0] === "~" || !content.slice(marks.length).includes("`"))) return marks as LineState;
	const bare = line.replace(/(`+)(?:(?!\1)[^])*?\1/g, "");
	if (odd(bare, "%%")) return "comment";
	if (odd(bare, "$$")) return "math";
	return bare.lastIndexOf("<!--") > bare.lastIndexOf("-->") ? "html" : "";
}

function odd(line: string, mark: string): boolean {
	return (line.split(mark).length - 1) % 2 === 1;
}
