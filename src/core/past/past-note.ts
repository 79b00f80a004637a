import { privateProperties } from "../journal/month";
import { plainNumber } from "../record/amounts";
import { pastSources, type PastRow, type PastSource } from "./past-use";

/** Words of the note. */
export interface PastNoteWords {
	readonly title: string;
	/** What it is, and what its signs mean. */
	readonly about: string;
	readonly columns: {
		readonly source: string;
		readonly month: string;
		readonly model: string;
		readonly answers: string;
		readonly tokensIn: string;
		readonly tokensOut: string;
		readonly cost: string;
	};
}

/** Path of the note: `folder/Journal/Imported.md`. @param journal the folder of the journal */
export function pastNotePath(journal: string): string {
	return `${journal}/Imported.md`;
}

/** Reads the rows of the note; what a hand wrote beside them, or broke, is none. */
export function readPastNote(text: string): readonly PastRow[] {
	return text.split("\n").flatMap((line) => readRow(line) ?? []);
}

/**
 * The note with the rows of a source in the place of those it had; what else a hand wrote stays.
 * @param text null when there is no such note yet
 */
export function withPastRows(
	text: string | null,
	source: PastSource,
	rows: readonly PastRow[],
	words: PastNoteWords,
): string {
	const before = text ?? newNote(words);
	const lineBreak = before.includes("\r\n") ? "\r\n" : "\n";
	const lines = before.split(/\r?\n/);
	const kept = lines.flatMap((line) => readRow(line) ?? []).filter((row) => row.source !== source);
	const all = [...kept, ...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(printRow);
	const others = lines.filter((line) => readRow(line) === null);
	const first = lines.findIndex((line) => readRow(line) !== null);
	// Behind the line below the titles, where the first row stood, else in a table of its own.
	const place = first >= 0 ? first : others.findIndex((line) => /^\s*\|(\s*:?-+:?\s*\|){7}\s*$/.test(line)) + 1;
	const table = place > 0 ? all : ["", ...heads(words), ...all, ""];
	const at = place > 0 ? place : others.length;
	return [...others.slice(0, at), ...table, ...others.slice(at)].join(lineBreak);
}

function newNote(words: PastNoteWords): string {
	return [...privateProperties, `# ${words.title}`, "", words.about, "", ...heads(words), ""].join("\n");
}

function heads({ columns }: PastNoteWords): readonly string[] {
	const { source, month, model, answers, tokensIn, tokensOut, cost } = columns;
	return [
		`| ${[source, month, model, answers, tokensIn, tokensOut, cost].join(" | ")} |`,
		"| --- | --- | --- | ---: | ---: | ---: | ---: |",
	];
}

function printRow({ source, month, model, answers, tokensIn, tokensOut, estimated, cost }: PastRow): string {
	const tokens = (count: number): string => `${estimated ? "~" : ""}${count}`;
	return `| ${[
		pastSources[source],
		month,
		model === "" ? "–" : `\`${model}\``,
		String(answers),
		tokens(tokensIn),
		tokens(tokensOut),
		cost === null ? "–" : `${plainNumber(Number(cost.toPrecision(6)))} USD`,
	].join(" | ")} |`;
}

/** Null for a line that is no row. Formatters may have put spaces into it. */
function readRow(line: string): PastRow | null {
	if (!line.trimStart().startsWith("|")) return null;
	const cells = line
		.trim()
		.replace(/^\||\|$/g, "")
		.split("|")
		.map((cell) => cell.trim());
	const [name = "", month = "", model = "", answers = "", tokensIn = "", tokensOut = "", cost = ""] = cells;
	const source = sourceOf(name);
	const [, id] = /^(?:`([^`]{1,120})`|–)$/.exec(model) ?? [null];
	const counts = [answers, tokensIn.replace(/^~/, ""), tokensOut.replace(/^~/, "")];
	const paid = /^(?:(\d{1,15}(?:\.\d+)?) USD|–)$/.exec(cost);
	if (cells.length !== 7 || source === null || id === null || paid === null) return null;
	if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || !counts.every((count) => /^\d{1,15}$/.test(count))) return null;
	const [asked = 0, given = 0, taken = 0] = counts.map(Number);
	return {
		source,
		month,
		model: id ?? "",
		answers: asked,
		tokensIn: given,
		tokensOut: taken,
		estimated: tokensIn.startsWith("~"),
		cost: paid[1] === undefined ? null : Number(paid[1]),
	};
}

function sourceOf(name: string): PastSource | null {
	return (Object.keys(pastSources) as PastSource[]).find((source) => pastSources[source] === name) ?? null;
}

function keyOf({ source, month, model }: PastRow): string {
	return `${source} ${month} ${model}`;
}
