import { scripts } from "../text/letters";
import { lazy } from "../cache/lazy";

/** A run of `*` or `_` in a line. */
interface Run {
	readonly from: number;
	readonly mark: string;
}

const punctuation = /[\p{P}\p{S}]/u;
/** Writing without spaces between words: emphasis may begin or end inside it. */
const spaceless = lazy(() => new RegExp(`[${scripts("Han Hiragana Katakana Hangul Thai Lao Khmer Myanmar")}]`, "u"));

/**
 * Positions of the marks in a line of text that are meant as emphasis: `*x*`, `**x**`, `***x***`, `_x_` and so on, in
 * pairs, within the line, around whole words, outside code spans. Stricter than CommonMark, so that `2*3*4` and `a_b_c`
 * stay what they are, and never wider, so that every pair found is emphasis there too.
 */
export function findEmphasis(line: string): ReadonlySet<number> {
	const found = new Set<number>();
	if (!/[*_]/.test(line)) return found;
	const open: Run[] = [];
	for (const run of runsOutsideCode(line)) {
		const before = lastChar(line.slice(Math.max(0, run.from - 2), run.from));
		const to = run.from + run.mark.length;
		const after = firstChar(line.slice(to, to + 2));
		const pair = canClose(before, after, run.mark) ? open.map((one) => one.mark).lastIndexOf(run.mark) : -1;
		const opener = open[pair];
		if (opener !== undefined && opener.from + opener.mark.length < run.from) {
			for (let i = 0; i < run.mark.length; i++) {
				found.add(opener.from + i);
				found.add(run.from + i);
			}
			open.length = pair;
		} else if (canOpen(before, after, run.mark) && open.length < 8) {
			open.push(run);
		}
	}
	return found;
}

function runsOutsideCode(line: string): Run[] {
	const runs: Run[] = [];
	const signs = /`+|\*+|_+/g;
	for (let match = signs.exec(line); match !== null; match = signs.exec(line)) {
		const mark = match[0];
		if (mark[0] === "`") {
			const end = endOfCode(line, signs.lastIndex, mark.length);
			if (end !== null) signs.lastIndex = end;
		} else if (mark.length <= 3) {
			runs.push({ from: match.index, mark });
		}
	}
	return runs;
}

/** Where the code span that opened with `length` backticks before `from` ends; null when it never does. */
function endOfCode(line: string, from: number, length: number): number | null {
	// A line full of runs of all lengths must not be searched to its end for each of them.
	const runs = /`+/g;
	runs.lastIndex = from;
	for (let tries = 0; tries < 64; tries++) {
		const match = runs.exec(line);
		if (match === null) return null;
		if (match[0].length === length) return runs.lastIndex;
	}
	return null;
}

function canOpen(before: string, after: string, mark: string): boolean {
	if (after === "" || /\s/.test(after)) return false;
	if (before === "" || /\s/.test(before) || punctuation.test(before)) return true;
	return mark[0] === "*" && spaceless().test(before) && !punctuation.test(after);
}

function canClose(before: string, after: string, mark: string): boolean {
	if (before === "" || /\s/.test(before)) return false;
	if (after === "" || /\s/.test(after) || punctuation.test(after)) return true;
	return mark[0] === "*" && spaceless().test(after) && !punctuation.test(before);
}

function firstChar(text: string): string {
	const point = text.codePointAt(0);
	return point === undefined ? "" : String.fromCodePoint(point);
}

function lastChar(text: string): string {
	const point = text.codePointAt(text.length - 2);
	return point !== undefined && point > 0xffff ? String.fromCodePoint(point) : text.slice(-1);
}
