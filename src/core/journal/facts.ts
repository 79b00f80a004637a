import { mayHaveCost } from "../chat/charged";
import { failureKinds, type FailureKind } from "../chat/chat";
import { isCurrency, plainNumber } from "../record/amounts";
import type { Identity } from "../record/model";

/** How a consultation was dealt with in the end. */
export type JournalOutcome = "adopted" | "kept" | "dismissed" | "cancelled" | "failed";

/** What the statistics need of an entry: one line of inline fields, readable without the rest. */
export interface Facts {
	readonly id: string;
	/** Local time with its offset. */
	readonly time: string;
	readonly note: string;
	readonly outcome: JournalOutcome;
	readonly failure: FailureKind | null;
	readonly objective: string;
	readonly model: string;
	/** Id of the endpoint in the settings; null in entries of earlier versions. */
	readonly endpoint: string | null;
	/** Who ran the model, by name: as the reply told, else the endpoint's. Null in entries of earlier versions. */
	readonly provider: string | null;
	/** Where it ran. Null in entries of earlier versions, and where the endpoint was removed since. */
	readonly place: JournalPlace | null;
	/** From sending to the end, of all its requests; null where it was not measured. */
	readonly seconds: number | null;
	/** Words of the friend's that were adopted and not taken back; null in entries of earlier versions. */
	readonly adoptedWords: number | null;
	readonly tokens: Identity["tokens"];
	readonly cost: Identity["cost"];
	/** Requests that may have cost something nobody told, beside what `cost` says. */
	readonly unknown: number;
	readonly carbon: Identity["carbon"];
	/**
	 * How the model fared beside others that were asked the same; null when it was asked alone, or nothing was chosen.
	 */
	readonly comparison: ComparisonFact | null;
}

/** Where a model runs: on the writer's device, in the network around it, or beyond. */
export type JournalPlace = "device" | "network" | "remote";

/** One model's part in a comparison. */
export interface ComparisonFact {
	/** The same for all that were compared. */
	readonly id: string;
	readonly preference: Preference;
	/** True when the names were hidden until the choice was made; absent when they were not, or nobody knows. */
	readonly blind?: boolean;
}

/** How a member of a comparison fared: chosen, not chosen, or no preference among all. */
export type Preference = "won" | "lost" | "tie";

export const preferences: readonly Preference[] = ["won", "lost", "tie"];
export const places: readonly JournalPlace[] = ["device", "network", "remote"];
export const outcomes: readonly JournalOutcome[] = ["adopted", "kept", "dismissed", "cancelled", "failed"];

/**
 * Facts as inline fields in brackets, the form that Dataview reads anywhere in a line. What is unknown is left out.
 * @param link whether the note is named by a link
 */
export function writeFacts(facts: Facts, link: boolean): string {
	const { tokens, cost, carbon, comparison } = facts;
	const fields: (readonly [string, string])[] = [
		["id", encodeValue(facts.id)],
		["at", encodeValue(facts.time, ":")],
		["outcome", facts.outcome],
		...(facts.failure === null ? [] : [["failure", facts.failure] as const]),
		["note", link && isLinkable(facts.note) ? `[[${facts.note.replace(/\.md$/, "")}]]` : encodeValue(facts.note)],
		["objective", encodeValue(facts.objective)],
		["model", encodeValue(facts.model, ":")],
		...(facts.endpoint === null ? [] : [["endpoint", encodeValue(facts.endpoint)] as const]),
		...(facts.provider === null ? [] : [["provider", encodeValue(facts.provider)] as const]),
		...(facts.place === null ? [] : [["place", facts.place] as const]),
		...(facts.seconds === null ? [] : [["seconds", plainNumber(facts.seconds)] as const]),
		...(facts.adoptedWords === null ? [] : [["words-adopted", String(facts.adoptedWords)] as const]),
		...(tokens === null
			? []
			: [["tokens-in", String(tokens.prompt)] as const, ["tokens-out", String(tokens.completion)] as const]),
		...(cost === null ? [] : [["cost", plainNumber(cost.amount)] as const, ["currency", cost.currency] as const]),
		...(cost === null || cost.listed === null ? [] : [["list-price", cost.listed] as const]),
		...(facts.unknown === usuallyUnknown(facts) ? [] : [["cost-unknown", String(facts.unknown)] as const]),
		...(carbon === null
			? []
			: [
					["carbon", plainNumber(carbon.central)] as const,
					["carbon-low", plainNumber(carbon.low)] as const,
					["carbon-high", plainNumber(carbon.high)] as const,
				]),
		...(comparison === null
			? []
			: [["compared", encodeValue(comparison.id)] as const, ["preference", comparison.preference] as const]),
		...(comparison?.blind === true ? [["blind", "true"] as const] : []),
	];
	return fields.map(([key, value]) => `[${key}:: ${value}]`).join(" ");
}

/**
 * Links name files as they are called: where that would mean something else, or be no link, the path is written as
 * such.
 */
function isLinkable(path: string): boolean {
	return (
		path.endsWith(".md") &&
		!/[\\[\]|#^`<>{}\p{Cc}]|%%|\$\$|==|::|\p{Default_Ignorable_Code_Point}/u.test(path) &&
		path.trim() === path
	);
}

/**
 * Reads a line of an entry that holds its facts, behind its quote marks or not, as an item or not; null for any other,
 * and when the id, the time, the outcome or the model is missing.
 */
export function factsIn(line: string): Facts | null {
	const at = line.indexOf(firstField);
	return at >= 0 && before.test(line.slice(0, at)) ? readFacts(line.slice(at)) : null;
}

/** What begins the facts of an entry. */
export const firstField = "[id:: ";

/** What may stand before the facts: quote marks, and the bullet that makes them one row for Dataview. */
const before = /^[ \t>]*(?:[-*+][ \t]+)?$/;

/**
 * Reads a line that `writeFacts` wrote; null for any other, and when the id, the time, the outcome or the model is
 * missing.
 */
function readFacts(line: string): Facts | null {
	const fields = readFields(line);
	const text = (key: string): string => decodeValue(fields.get(key) ?? "");
	const number = (key: string): number | null => {
		const value = fields.get(key);
		// No more digits than any real figure has: sums stay sums, whatever a hand did.
		return value !== undefined && /^\d{1,21}(?:\.\d+)?$/.test(value) ? Number(value) : null;
	};
	const outcome = outcomes.find((one) => one === fields.get("outcome"));
	const id = text("id");
	const time = text("at");
	const model = text("model");
	if (outcome === undefined || id === "" || time === "" || model === "") return null;
	const prompt = number("tokens-in");
	const completion = number("tokens-out");
	const amount = number("cost");
	const preference = preferences.find((one) => one === fields.get("preference"));
	const [central, low, high] = [number("carbon"), number("carbon-low"), number("carbon-high")];
	const failure = failureKinds.find((one) => one === fields.get("failure")) ?? null;
	const currency = fields.get("currency") ?? "USD";
	// A hand may have been at it: an amount of what is no currency is none.
	const cost =
		amount === null || !isCurrency(currency) ? null : { amount, currency, listed: fields.get("list-price") ?? null };
	return {
		id,
		time,
		note: notePath(fields.get("note") ?? ""),
		outcome,
		failure,
		objective: text("objective"),
		model,
		endpoint: text("endpoint") || null,
		provider: text("provider") || null,
		place: places.find((one) => one === fields.get("place")) ?? null,
		seconds: number("seconds"),
		adoptedWords: number("words-adopted"),
		tokens: prompt === null || completion === null ? null : { prompt, completion },
		cost,
		unknown: number("cost-unknown") ?? usuallyUnknown({ outcome, failure, cost }),
		carbon: central === null || low === null || high === null ? null : { central, low, high },
		comparison:
			preference === undefined || text("compared") === ""
				? null
				: { id: text("compared"), preference, ...(fields.get("blind") === "true" ? { blind: true } : {}) },
	};
}

/**
 * What an entry leaves to be understood: a consultation without a cost had one request, which may have cost something
 * unless it failed before any work was done.
 */
function usuallyUnknown({ outcome, failure, cost }: Pick<Facts, "outcome" | "failure" | "cost">): number {
	return cost === null && (outcome !== "failed" || mayHaveCost(failure, false)) ? 1 : 0;
}

/** `[key:: value]` by key, the first of each. No value holds a bracket but a link's own. */
function readFields(line: string): ReadonlyMap<string, string> {
	const fields = new Map<string, string>();
	for (let from = line.indexOf("["); from >= 0;) {
		const colons = line.indexOf(":: ", from);
		if (colons < 0) break;
		const value = colons + 3;
		const end = line.startsWith("[[", value) ? line.indexOf("]]]", value) + 2 : line.indexOf("]", value);
		if (end < value) break;
		const key = line.slice(from + 1, colons);
		if (!fields.has(key)) fields.set(key, line.slice(value, end));
		from = line.indexOf("[", end);
	}
	return fields;
}

/** A path written as such, or as a link with or without other words for it. */
function notePath(value: string): string {
	const link = value.startsWith("[[") ? /^\[\[([^[\]|]*)(?:\|[^[\]]*)?\]\]$/.exec(value)?.[1] : undefined;
	return link === undefined ? decodeValue(value) : link.replace(/(?:\.md)?$/, ".md");
}

/**
 * The facts of all entries of a month, in order, doubles included, without reading their texts: fast enough for years
 * of them.
 */
export function monthFacts(text: string): readonly Facts[] {
	return placedFacts(text).map(({ facts }) => facts);
}

interface PlacedFacts {
	readonly facts: Facts;
	readonly at: number;
}

function placedFacts(text: string): readonly PlacedFacts[] {
	const found: PlacedFacts[] = [];
	for (let at = text.indexOf(firstField); at >= 0; at = text.indexOf(firstField, at + firstField.length)) {
		const start = text.lastIndexOf("\n", at) + 1;
		const end = text.indexOf("\n", at);
		// Within a text of the writer's, outside of a callout, fields are theirs.
		if (!isQuoted(text, at, "-*+")) continue;
		const read = factsIn(text.slice(start, end < 0 ? text.length : end));
		if (read !== null) found.push({ facts: read, at });
	}
	return found;
}

/** Whether nothing but quote marks stands before a place in its line, one at least, and signs of bullets. */
function isQuoted(text: string, at: number, bullets = ""): boolean {
	let quoted = false;
	for (let before = at - 1; before >= 0; before--) {
		const char = text.charAt(before);
		if (char === "\n") break;
		if (char === ">") quoted = true;
		else if (char !== " " && char !== "\t" && !bullets.includes(char)) return false;
	}
	return quoted;
}

/** What a month holds for the statistics. */
export interface MonthFacts {
	/** In order, doubles included. */
	readonly facts: readonly Facts[];
	/**
	 * Lines, from 0, at which an entry begins that says nothing that can be counted: its facts are missing, cut, or of no
	 * time.
	 */
	readonly damaged: readonly number[];
}

const localTime =
	/^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** Whether a time says on which day something was, where the writer was. */
function isLocalTime(time: string): boolean {
	const [, year, month, day] = localTime.exec(time) ?? [];
	return (
		day !== undefined && (day < "29" || Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
	);
}

/** How the title of an entry begins, behind its quote marks. */
const head = "[!ai]";

/** `monthFacts`, with where there are entries that can't be counted. */
export function readMonth(text: string): MonthFacts {
	const placed = placedFacts(text);
	const timed = placed.filter(({ facts }) => isLocalTime(facts.time));
	const damaged: number[] = [];
	let line = 0;
	let counted = 0;
	let next = 0;
	const heads: number[] = [];
	for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + head.length))
		if (isQuoted(text, at)) heads.push(at);
	for (const [index, at] of heads.entries()) {
		const end = heads[index + 1] ?? text.length;
		while (next < timed.length && (timed[next]?.at ?? 0) < at) next++;
		if ((timed[next]?.at ?? Infinity) < end) continue;
		for (let br = text.indexOf("\n", counted); br >= 0 && br < at; br = text.indexOf("\n", counted)) {
			line++;
			counted = br + 1;
		}
		damaged.push(line);
	}
	return { facts: timed.map(({ facts }) => facts), damaged };
}

/**
 * Of what has the same id the latest, in the order in which those stand: an answer may be kept after it was
 * dismissed, and a device may tell late.
 */
export function latest<T extends Pick<Facts, "id" | "time">>(entries: readonly T[]): readonly T[] {
	const last = new Map<string, T>();
	for (const entry of entries) {
		const known = last.get(entry.id);
		if (known !== undefined && Date.parse(known.time) > Date.parse(entry.time)) continue;
		last.delete(entry.id);
		last.set(entry.id, entry);
	}
	return [...last.values()];
}

/**
 * The time of an entry that takes the place of an earlier one: its own, or the second after the earlier one's where the
 * clock was set back meanwhile, so that what came later counts.
 */
export function timeAfter(time: string, earlier: string | null): string {
	const before = Date.parse(earlier ?? "");
	if (earlier === null || Number.isNaN(before) || Date.parse(time) >= before) return time;
	const zone = /(?:Z|[+-]\d{2}:\d{2})$/.exec(earlier)?.[0] ?? "";
	const local = Date.parse(`${earlier.slice(0, 19)}Z`);
	return Number.isNaN(local) ? time : new Date(local + 1000).toISOString().slice(0, 19) + zone;
}

const plain = /[\p{L}\p{M}\p{N} \u00a0’«»“”—–.,/'_+-]/u;

/** How an entry with this id begins to tell its facts. */
export function idField(id: string): string {
	return `${firstField}${encodeValue(id)}]`;
}

/**
 * Letters, digits, spaces and a few signs that mean nothing anywhere stand as they are; the rest is percent-encoded,
 * so that a path or an id does nothing.
 */
function encodeValue(value: string, also = ""): string {
	const encoded = Array.from(value.replace(/[\ud800-\udfff]/gu, "\ufffd"))
		.map((char) =>
			(plain.test(char) && !/\p{Default_Ignorable_Code_Point}/u.test(char)) || also.includes(char)
				? char
				: percent(char),
		)
		.join("");
	return (
		encoded
			// Formatters join spaces.
			.replace(/^ | $| (?= )/g, "%20")
			.replace(/::/g, ":%3A")
			.replace(/:(?=\/\/)/g, "%3A")
			.replace(/www\./gi, (found) => `${found.slice(0, 3)}%2E`)
			// Emphasis needs a mark at the edge of a word.
			.replace(/(^|[^\p{L}\p{N}])_|_(?=[^\p{L}\p{N}]|$)/gu, (found) => found.replace("_", "%5F"))
	);
}

function percent(char: string): string {
	return Array.from(
		new TextEncoder().encode(char),
		(byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
	).join("");
}

function decodeValue(value: string): string {
	if (!value.includes("%")) return value;
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}
