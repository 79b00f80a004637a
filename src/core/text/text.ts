/** A span of a text, in UTF-16 code units, `from` included and `to` excluded. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/** Replaces `from`..`to` of a text by `insert`. Positions are those of the text before any change. */
export interface Change extends Range {
	readonly insert: string;
}

/** A line of a text, without its line break. `number` counts from 1. */
export interface Line extends Range {
	readonly number: number;
	readonly text: string;
}

/**
 * The part of CodeMirror's `Text` that the pure code reads. Line breaks count as one unit, as in CodeMirror.
 */
export interface TextSource {
	readonly length: number;
	readonly lines: number;
	/** @throws RangeError when `number` is not within 1..lines. */
	line(number: number): Line;
	/** @throws RangeError when `pos` is not within 0..length. */
	lineAt(pos: number): Line;
	sliceString(from: number, to?: number): string;
	/**
	 * For a branch of a document kept as a tree: its parts. Parts are shared between versions, so what is known of one
	 * can be kept.
	 */
	readonly children?: readonly TextSource[] | null;
}

/** `text` after `changes`, which may come in any order but must not overlap. */
export function applyChanges(text: string, changes: readonly Change[]): string {
	let result = "";
	let at = 0;
	for (const change of [...changes].sort((a, b) => a.from - b.from || a.to - b.to)) {
		if (change.from < at) throw new RangeError("Overlapping changes");
		result += text.slice(at, change.from) + change.insert;
		at = change.to;
	}
	return result + text.slice(at);
}

/** The change that turns `now`, standing at `from`, into `then`, without what both begin and end with. */
export function smallestChange(from: number, now: string, then: string): Change {
	let start = 0;
	while (start < now.length && start < then.length && now[start] === then[start]) start++;
	let end = 0;
	while (
		end < now.length - start &&
		end < then.length - start &&
		now[now.length - 1 - end] === then[then.length - 1 - end]
	)
		end++;
	// Never between the halves of a character.
	if (/[\ud800-\udbff]$/.test(now.slice(0, start))) start--;
	if (end > 0 && /^[\udc00-\udfff]/.test(now.slice(now.length - end))) end--;
	return { from: from + start, to: from + now.length - end, insert: then.slice(start, then.length - end) };
}

/** The beginning of a passage on one line, at most `length` units with the ellipsis. */
export function excerpt(passage: string, length: number): string {
	const line = passage.replace(/\s*\n[>\s]*/g, " ").trim();
	return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
