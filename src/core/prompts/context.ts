import { sectionAt } from "../markdown/structure";
import { withoutRecords } from "../record/strip";
import type { Range } from "../text";
import type { ContextScope } from "./objective";
import type { NoteContext } from "./prompt";

/**
 * What of a note goes along with a question: all of it, the section around the passage, or nothing. The records of
 * earlier consultations are left out, so that models do not feed on models.
 */
export function noteContext(text: string, title: string, scope: ContextScope, passage: Range): NoteContext {
	if (scope === "passage") return { title, text: "" };
	if (scope === "note") return { title, text: withoutRecords(text) };
	const section = sectionAt(text, passage.from);
	return { title, text: withoutRecords(text.slice(section.from, section.to)) };
}

/** Words of a text as the writer counts them: runs of letters and digits. */
export function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
