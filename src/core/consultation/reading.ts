import { maxRemarks, type EarlierRemark, type Remark } from "../prompts/remarks-question";
import { recordRanges } from "../record/strip";
import { cleanText } from "../text/clean";
import { answerAlone } from "../text/model-marks";
import type { Range } from "../text/text";
import { readValue, type Lenient } from "../wording/lenient-json";
import { Quotations } from "./quotation";

/** Units of what a remark quotes, and of what it says. */
const maxQuotation = 300;
const maxRemark = 1200;

/** Units of a reply that are read: many times what ten remarks take. */
const maxReply = 40_000;

/** What is known of a reading of a whole note, beside its answer. */
export interface Reading {
	/** Which reading of the note it is, from 1. */
	readonly nth: number;
	/** Remarks that were open when it was asked for. */
	readonly earlier: readonly EarlierRemark[];
	/** Remarks whose quotation is not in the note, and those beyond the tenth. */
	readonly dropped: readonly Remark[];
	/** Whether its reply was told apart into remarks; false while it runs, and where none could be read. */
	readonly isRead: boolean;
	/** Whether the writer kept one of its remarks. */
	readonly isKept: boolean;
}

/** What makes a consultation a remark of a reading. */
export interface RemarkOf {
	/** The reading, by its consultation's id. */
	readonly reading: string;
	readonly number: number;
	/** The words of the note it is tied to, as they stood. */
	readonly quotation: string;
	readonly isTicked: boolean;
	/** Why a later reading takes it for settled; null while none does. */
	readonly settled: string | null;
}

/** What a reply says: remarks with the words they quote, and which of the earlier ones are settled. */
export interface ReadingReply {
	readonly remarks: readonly (Remark & { readonly range: Range })[];
	readonly dropped: readonly Remark[];
	/** By their numbers, with why. */
	readonly settled: ReadonlyMap<number, string>;
	/** Whether anything in it could be read; an empty list is read, and says that there is nothing to say. */
	readonly isRead: boolean;
}

const quotationKeys = ["quote", "quotation", "citation", "words", "passage", "text"];
const remarkKeys = ["remark", "comment", "remarque", "note", "observation", "why"];

/** Reads the reply of a reading. It is untrusted: bounded, and with nothing hidden in it. @param note its whole text */
export function readingOf(reply: string, note: string): ReadingReply {
	const quotations = new Quotations(note, recordRanges(note));
	const remarks: (Remark & { readonly range: Range })[] = [];
	const dropped: Remark[] = [];
	const settled = new Map<number, string>();
	const { rows, isRead } = rowsIn(answerAlone(reply.slice(0, maxReply)) ?? "");
	for (const row of rows) {
		const number = figure(row["settled"]);
		if (number !== null) {
			settled.set(number, said(row, ["why", "reason", ...remarkKeys], maxRemark));
			continue;
		}
		const remark = { quotation: said(row, quotationKeys, maxQuotation), text: said(row, remarkKeys, maxRemark) };
		if (remark.text === "") continue;
		const range = remarks.length < maxRemarks ? quotations.find(remark.quotation) : null;
		if (range === null) dropped.push(remark);
		else if (!remarks.some((one) => one.text === remark.text)) remarks.push({ ...remark, range });
	}
	return { remarks, dropped, settled, isRead };
}

/** Remarks as a text that can be read, for the journal and for copying. */
export function remarksText(remarks: readonly Remark[]): string {
	return remarks.map(({ quotation, text }) => `- “${quotation}”: ${text}`).join("\n");
}

type Row = Readonly<Record<string, Lenient>>;

/** The objects of a reply, wherever they stand in it. */
function rowsIn(reply: string): { readonly rows: readonly Row[]; readonly isRead: boolean } {
	const rows: Row[] = [];
	let isRead = false;
	const begins = /[[{]/g;
	for (let at = 0; at < reply.length;) {
		begins.lastIndex = at;
		const next = begins.exec(reply);
		if (next === null) break;
		at = next.index;
		const read = readValue(reply, at, true);
		if (read !== null && (read.value.type === "object" || read.value.type === "list")) {
			const found = objectsOf(read.value);
			rows.push(...found);
			isRead ||= found.length > 0 || (read.value.type === "list" && read.value.items.length === 0);
			at = Math.max(read.end, at + 1);
		} else at++;
	}
	return { rows, isRead };
}

function objectsOf(value: Lenient): readonly Row[] {
	if (value.type === "list") return value.items.flatMap(objectsOf);
	if (value.type !== "object") return [];
	const row = Object.fromEntries(value.fields.map(([name, inner]) => [name.toLowerCase(), inner]));
	const isRow = [...quotationKeys, ...remarkKeys, "settled"].some((name) => row[name]?.type === "text" || name in row);
	return isRow ? [row] : value.fields.flatMap(([, inner]) => objectsOf(inner));
}

function said(row: Row, keys: readonly string[], most: number): string {
	for (const key of keys) {
		const value = row[key];
		if (value?.type === "text" && !value.corrupt && value.text.trim() !== "")
			return cleanText(value.text).replace(/\s+/g, " ").trim().slice(0, most);
	}
	return "";
}

function figure(value: Lenient | undefined): number | null {
	const text = value?.type === "text" ? value.text : value?.type === "other" ? value.source : "";
	return /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : null;
}
