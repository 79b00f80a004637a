import type { Change } from "./text";

/** `text` as an editor holds it: every line break one unit. */
export function withPlainBreaks(text: string): string {
	return text.replace(/\r\n?/g, "\n");
}

/**
 * A change computed on `withPlainBreaks(raw)`, as a change of `raw` itself: positions moved, and line breaks in the
 * inserted text written as `raw` writes its own.
 */
export function changeOfRaw(raw: string, change: Change): Change {
	const breaks = /\r\n?|\n/.exec(raw)?.[0] ?? "\n";
	return {
		from: rawPosition(raw, change.from),
		to: rawPosition(raw, change.to),
		insert: change.insert.replace(/\n/g, breaks),
	};
}

function rawPosition(raw: string, plain: number): number {
	let at = 0;
	for (let seen = 0; seen < plain && at < raw.length; seen++) at += raw.startsWith("\r\n", at) ? 2 : 1;
	return at;
}
