import { outline, sectionAt } from "../markdown/structure";
import { withoutRecords } from "../record/strip";
import type { Range } from "../text";
import type { ContextScope } from "./objective";
import type { NoteContext } from "./prompt";

/** What of a note goes along, and whether that is less than was asked for because the model takes no more. */
export interface SentContext extends NoteContext {
	readonly scope: ContextScope;
	/** The note did not fit: its outline, and as much around the passage as fits. */
	readonly shortened: boolean;
}

/** Stands where a part of a note that does not fit was left out. */
const gap = "[…]";

/**
 * What of a note goes along with a question: all of it, the section around the passage, or nothing. The records of
 * earlier consultations are left out, so that models do not feed on models.
 * @param fits whether a text is short enough for the model
 */
export function noteContext(text: string, title: string, scope: ContextScope, passage: Range, fits: (text: string) => boolean = () => true): SentContext {
	if (scope === "passage") return { title, text: "", scope, shortened: false };
	const section = sectionAt(text, passage.from);
	const wanted = withoutRecords(scope === "note" ? text : text.slice(section.from, section.to));
	if (fits(wanted)) return { title, text: wanted, scope, shortened: false };
	return { title, text: shortened(text, section, passage, fits), scope, shortened: true };
}

/** The note's outline and the section of the passage; where that is too long still, as many lines around the passage as fit. */
function shortened(text: string, section: Range, passage: Range, fits: (text: string) => boolean): string {
	const headings = outline(text).map(({ level, text: words }) => `${"#".repeat(level)} ${words}`).join("\n");
	const around = (range: Range): string => [
		headings,
		range.from > 0 ? gap : "",
		withoutRecords(text.slice(range.from, range.to)).trim(),
		range.to < text.length ? gap : "",
	].filter((part) => part !== "").join("\n\n");
	if (fits(around(section))) return around(section);
	// Whole lines, as many characters on either side as the model takes: found by halving, since more text never takes fewer tokens.
	let least = 0;
	let most = Math.max(passage.from, text.length - passage.to);
	while (most - least > 200) {
		const middle = (least + most) >> 1;
		if (fits(around(lines(text, passage, middle)))) least = middle;
		else most = middle;
	}
	return around(lines(text, passage, least));
}

function lines(text: string, passage: Range, reach: number): Range {
	const from = text.lastIndexOf("\n", Math.max(0, passage.from - reach) - 1) + 1;
	const end = text.indexOf("\n", Math.min(text.length, passage.to + reach));
	return { from: Math.min(from, passage.from), to: end < 0 ? text.length : end };
}

/** Words of a text as the writer counts them: runs of letters and digits. */
export function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
