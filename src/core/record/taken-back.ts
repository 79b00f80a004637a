import type { Change } from "../text/text";
import { knownLabels, type RecordLabels } from "./labels";
import type { FoundRecord } from "./parse";

/**
 * The line that notes in a record that the writer went back to their own words: after the adoption it is about, before
 * the identity line where a hand has moved things. The record stays: what was proposed was proposed.
 * @param text the note's text, of which `found` is a record
 * @param adoption which of the record's adoptions
 * @param date local date, `YYYY-MM-DD`
 */
export function takenBack(
	text: string,
	found: FoundRecord,
	adoption: number,
	date: string,
	labels: RecordLabels,
): Change {
	const { from, to } = found.range;
	const lines = linesOf(text, from, to);
	const words = knownLabels([labels]).map((known) => known.adopted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	const adopted = new RegExp(`^[ \\t>]*\\*\\*(?:${words.join("|")})[ \\u00a0\\u202f]?:\\*\\*`, "i");
	const after = lines.filter((line) => adopted.test(line.text))[adoption] ?? lines[lines.length - 2] ?? lines[0];
	const prefix = /^[ \t>]*/.exec(lines[lines.length - 1]?.text ?? "> ")?.[0] ?? "> ";
	const at = after?.to ?? to;
	const lineBreak = text.startsWith("\r\n", at) ? "\r\n" : "\n";
	return { from: at, to: at, insert: `${lineBreak}${prefix}**${labels.takenBack}${labels.beforeColon}:** ${date}` };
}

function linesOf(text: string, from: number, to: number): readonly { readonly text: string; readonly to: number }[] {
	const lines: { readonly text: string; readonly to: number }[] = [];
	for (let at = from; at <= to;) {
		const end = text.indexOf("\n", at);
		const next = end < 0 || end > to ? to : end;
		const content = text.slice(at, next).replace(/\r$/, "");
		lines.push({ text: content, to: at + content.length });
		at = next + 1;
	}
	return lines;
}
