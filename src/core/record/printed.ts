import type { Callout } from "../markdown/callouts";
import type { RecordLabels } from "./labels";

/** What a label says of the line that it begins, by the label in small letters. */
export type LabelKinds = ReadonlyMap<string, "before" | "adopted" | "takenBack" | "asked">;

/** The kinds of all labels. */
export function labelKinds(labels: readonly RecordLabels[]): LabelKinds {
	const kinds = new Map<string, "before" | "adopted" | "takenBack" | "asked">();
	for (const kind of ["before", "adopted", "takenBack", "asked"] as const)
		for (const known of labels) {
			const label = known[kind].toLowerCase();
			if (!kinds.has(label)) kinds.set(label, kind);
		}
	return kinds;
}

/**
 * What a callout records, where it stands as records are printed: one adoption or one answer, and its identity line
 * last, with nothing in it that could be read in two ways. Null where it does not, and all of it must be read.
 */
export function printedKind({ type, title, lines }: Callout, kinds: LabelKinds): "adoption" | "answer" | null {
	const last = lines.length - 1;
	if (type === null || last < 2 || lines[last - 1] !== "" || isMarked(title) || endsInBreak(title)) return null;
	for (const [at, line] of lines.entries()) if (endsInBreak(line) || line.includes("`") !== (at === last)) return null;
	if (isMarked(lines[last] ?? "") || lines[last]?.startsWith("`") !== true) return null;
	const first = kindOf(lines[0] ?? "", kinds);
	if (first === "asked") return lines[1] === "" ? "answer" : null;
	if (first !== "before" || kindOf(lines[1] ?? "", kinds) !== "adopted") return null;
	return last === 3 || (last === 4 && kindOf(lines[2] ?? "", kinds) === "takenBack") ? "adoption" : null;
}

/** The kind of a line that holds one label, at its beginning, and no other mark of the kind that labels have. */
function kindOf(line: string, kinds: LabelKinds): string | null {
	const end = line.indexOf(":**", 2);
	if (end < 0 || !line.startsWith("**")) return null;
	const label = line.slice(2, end).trimEnd();
	return /[*_]/.test(label) || isMarked(line.slice(end + 3)) ? null : (kinds.get(label.toLowerCase()) ?? null);
}

function isMarked(text: string): boolean {
	return text.includes("**") || text.includes("__");
}

/** Whether a line ends in what could be a hard break, or holds what ends a line for expressions. */
function endsInBreak(line: string): boolean {
	return /[ \t\\>]/.test(line.slice(-1)) || /[\r\u2028\u2029]/.test(line);
}
