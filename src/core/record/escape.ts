import { letterOrFigure } from "../text/letters";

/**
 * Escaping has two locks, because a garden reads a page twice: the source, where a backslash defuses a sign, and the
 * text that comes out of it, where the backslash is gone and Quartz or Digital Garden look again for `[[links]]`,
 * `#tags`, `==marks==` (whose inside Quartz even takes for HTML), `^ids`, and GFM for bare addresses. The second lock
 * is a no-break space between two signs that act only together. `unescapeMarkdown` opens both.
 */
const nbsp = "\u00a0";

/**
 * What the lines around change about a line. Signs that act in pairs need their second lock only when the pair is
 * complete.
 */
export interface EscapeContext {
	/** Positions of emphasis marks that stay as they are. */
	readonly emphasis: ReadonlySet<number>;
	/** Whether the text starts a line, where lists, headings and the like begin. */
	readonly lineStart: boolean;
	/** Whether a bracket opens earlier in the paragraph: `[key:: value]` is a field even in rendered text. */
	readonly bracketed: boolean;
	/** Whether `==` stands earlier in the paragraph: only a second one would end a mark. */
	readonly marked: boolean;
	/** Whether round brackets are escaped too, where they have a meaning of our own. */
	readonly parentheses: boolean;
}

/** The context of a text within a line whose paragraph is not known: every pair is taken as complete. */
export const withinLine: EscapeContext = {
	emphasis: new Set(),
	lineStart: false,
	bracketed: true,
	marked: true,
	parentheses: false,
};

/** The context of the next line of the same paragraph, as far as pairs go. */
export function pairsAfter(
	line: string,
	context: Pick<EscapeContext, "bracketed" | "marked">,
): Pick<EscapeContext, "bracketed" | "marked"> {
	return { bracketed: context.bracketed || /[[(]/.test(line), marked: context.marked || line.includes("==") };
}

/**
 * One line of text as Markdown source that reads the same and does nothing. `unescapeMarkdown` gives the line back if
 * `joinSplits` leaves it alone.
 */
export function escapeLine(line: string, context: EscapeContext): string {
	const start = context.lineStart ? lineStartLength(line) : 0;
	let escaped = "";
	let { bracketed, marked } = context;
	for (let at = 0; at < line.length; at++) {
		const char = line[at] ?? "";
		if (couldSplit(line, at)) {
			const pair = line.slice(at - 1, at + 1);
			if (pair === "::" ? bracketed : pair === "==" ? marked : true) escaped += nbsp;
			if (pair === "==") marked = true;
		}
		if (char === "[" || char === "(") bracketed = true;
		if (at < start ? isLineStartSign(line, at) : needsBackslash(line, at, context)) escaped += "\\";
		escaped += char;
	}
	return /[^\s]\^[\w-]+$/.test(line) ? escaped + nbsp : escaped;
}

/**
 * Source as written by `escapeLine`, or by a writer's hand since, read back as text. Emphasis marks stay as they
 * stand.
 */
export function unescapeMarkdown(source: string): string {
	return joinSplits(source.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
}

/**
 * `text` without the no-break spaces that only hold two signs apart: the form of a text that `escapeLine` and back
 * leaves as it is.
 */
export function joinSplits(text: string): string {
	if (!text.includes(nbsp)) return text;
	return text
		.split("\n")
		.map((line) => {
			const splits = splitsOf(line);
			return splits.size === 0
				? line
				: Array.from({ length: line.length }, (_, at) => (splits.has(at) ? "" : (line[at] ?? ""))).join("");
		})
		.join("\n");
}

/** Positions of the no-break spaces in a line that only hold two signs apart. */
export function splitsOf(line: string): ReadonlySet<number> {
	const splits = new Set<number>();
	let end = line.length;
	const tail = /[^\s]\^[\w-]+(\u00a0+)$/.exec(line);
	if (tail !== null) {
		end -= (tail[1] ?? "").length;
		for (let at = end; at < line.length; at++) splits.add(at);
	}
	let kept = "";
	for (let at = 0, from = 0; (at = line.indexOf(nbsp, from)) >= 0 && at < end; from = at + 1) {
		kept = (kept + line.slice(from, at)).slice(-8);
		if (couldSplit(kept + line.slice(at + 1, Math.min(end, at + 256)), kept.length)) splits.add(at);
		else kept += nbsp;
	}
	return splits;
}

/**
 * Whether the signs on both sides of `at` act together in rendered text. Looks at nothing that a split could change.
 */
function couldSplit(line: string, at: number): boolean {
	if (at === 0 || at >= line.length) return false;
	const after = line.slice(at, at + 64);
	switch (line[at - 1]) {
		case "[":
			return after.startsWith("[");
		case "$":
			return after.startsWith("$");
		// Mathematics typeset in the reader's browser looks for these in the page.
		case "\\":
			return /^(?:[([]|begin\{)/.test(after);
		case "{":
			// Templates, attributes, and CriticMarkup's changes and comments.
			return /^[{%#+~=>-]/.test(after);
		case "<":
			return after.startsWith("%");
		// Publishers look for Dataview's queries in the source, whether a backslash stands before the backtick or not; a
		// sign after it gets its own.
		case "`":
			return /^\w{1,32}[:=$@!?~>]/.test(after);
		case "%":
			return after.startsWith("%");
		case "=":
			return after.startsWith("=");
		case ":":
			return after.startsWith(":") || (after.startsWith("//") && /[a-z]:$/i.test(line.slice(at - 2, at)));
		case "#":
			return (at === 1 || !/[\p{L}\p{N}]$/u.test(line.slice(Math.max(0, at - 3), at - 1))) && isTagStart(after);
		case "@":
			return at > 1 && /\S/.test(line[at - 2] ?? "") && /^[\p{L}\p{N}._-]/u.test(after);
		case "^":
			return (at === 1 || /\s/.test(line[at - 2] ?? "")) && /^[\w-]{1,200}$/.test(line.slice(at, at + 201));
		case "w":
		case "W":
			return after.startsWith(".") && /www$/i.test(line.slice(Math.max(0, at - 3), at));
		default:
			return false;
	}
}

/** As wide as the widest reader's: any sign that one of them allows, `#` and `*` among them. `#42` is a number. */
function isTagStart(after: string): boolean {
	return (
		/^[^\s!@$%^&()=+.,[{\]};:'"?><]/.test(after) && !/^\d+(?![\p{L}\p{N}\p{Extended_Pictographic}_/-])/u.test(after)
	);
}

/** How much of a line could be taken for the start of a block: indentation, signs, or a number with its dot. */
function lineStartLength(line: string): number {
	const indent = /^\s*/.exec(line)?.[0].length ?? 0;
	const rest = line.slice(indent);
	const number = /^\d{1,9}[.)](?=\s|$)/.exec(rest);
	if (number !== null) return indent + number[0].length;
	const quotes = /^(?:>\s*)+/.exec(rest);
	if (quotes !== null) return indent + quotes[0].length;
	return /^[-+=#:|~*_]/.test(rest) ? indent + 1 : indent;
}

function isLineStartSign(line: string, at: number): boolean {
	return /[-+=#:|~*_>.)]/.test(line[at] ?? "");
}

const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/i;

function needsBackslash(line: string, at: number, context: EscapeContext): boolean {
	const char = line[at] ?? "";
	const before = line[at - 1] ?? "";
	const after = line[at + 1] ?? "";
	if (before === "`" && !context.emphasis.has(at) && /[!-/:-@[-`{-~]/.test(char)) return true;
	switch (char) {
		case "\\":
		case "`":
		case "[":
		case "]":
		case "$":
		case "|":
		case "~":
		case "{":
			return true;
		case "<":
			return !/^\s/.test(after);
		case "&":
			return entity.test(line.slice(at, at + 40));
		case "!":
			return after === "[";
		case "#":
			return before === "{" || !(after === "" || /[\s.,;:!?)"'»”]/.test(after));
		case "%":
			return /[%{}<>]/.test(before) || /[%{}<>]/.test(after);
		case "*":
			return !context.emphasis.has(at);
		case "_":
			if (context.emphasis.has(at) || (isWord(before) && isWord(after))) return false;
			return before === "" || before !== " " || (after !== "" && after !== " ");
		case "^":
			return !(after === "" || after === " ");
		case "=":
			return before === "=" || after === "=";
		case ":":
			return before === ":" || /[\p{L}:/+_-]/u.test(after);
		case ".":
			return /[\p{L}\p{N}-]/u.test(before) && /[\p{L}\ud800-\udbff]/u.test(after);
		case "/":
			return before === "/" || after === "/";
		case ">":
			return before === "%" || after === "}";
		case "}":
			return /[}%#>]/.test(before) || after === "}";
		case "(":
			return context.parentheses || before === "]";
		case ")":
			return context.parentheses;
		case "-":
			return isDatedBefore(line, at);
		default:
			return false;
	}
}

/** Dataview reads a date after a pictograph in a list as a day that something is due, done or begun. */
function isDatedBefore(line: string, at: number): boolean {
	return (
		/(?:\p{Extended_Pictographic}|\ufe0f)\s*\d{4}$/u.test(line.slice(Math.max(0, at - 24), at)) &&
		/^\d\d-\d\d/.test(line.slice(at + 1, at + 6))
	);
}

function isWord(char: string): boolean {
	return letterOrFigure.test(char);
}
