import { inlineSpans } from "../markdown/inline";
import type { Range } from "../text/text";

/** A sentence with its links by their words, as a reader sees them: what they lead to stands in the note. */
export function linksAsRead(
	source: string,
	changed: readonly Range[],
): { readonly text: string; readonly changed: readonly Range[] } {
	const cuts: Range[] = [];
	for (const { from, to, kind } of inlineSpans(source)) {
		if (kind !== "link" && kind !== "wikilink") continue;
		const mark = source.slice(from, to);
		// A link to a note without words of its own reads as the note's name.
		const named = mark.startsWith("[[") && mark.endsWith("]]");
		if (named) cuts.push({ from, to: from + 2 }, { from: to - 2, to });
		else cuts.push({ from, to });
	}
	let text = "";
	let at = 0;
	for (const { from, to } of cuts) {
		text += source.slice(at, from);
		at = to;
	}
	const moved = (position: number): number =>
		position - cuts.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(position, to) - from), 0);
	return {
		text: text + source.slice(at),
		changed: changed.map(({ from, to }) => ({ from: moved(from), to: moved(to) })),
	};
}
