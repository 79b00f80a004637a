import type { Reason } from "./candidate";
import { startOf, wordsOf, type ChangeGroup } from "./change-group";

/**
 * Why the words of a group changed: what was said of the words it brings, or else of those that stood there; of several
 * the one that names most of them. Null where nothing was said.
 */
export function reasonFor(sentence: string, group: ChangeGroup, reasons: readonly Reason[]): string | null {
	const end = group.changes[group.changes.length - 1]?.to ?? 0;
	for (const words of [wordsOf(sentence, group), sentence.slice(startOf(group), end)]) {
		const about = spaced(words);
		let best: Reason | null = null;
		let most = 0;
		for (const reason of reasons) {
			const named = spaced(reason.words);
			const shared = Math.min(named.length, about.length);
			if (shared > Math.max(most, 2) && (about.includes(named) || named.includes(about))) {
				best = reason;
				most = shared;
			}
		}
		if (best !== null) return best.why;
	}
	return null;
}

/** A text as its words alone, a space before and after each. */
function spaced(text: string): string {
	return ` ${text
		.normalize("NFC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
		.trim()} `;
}
