import { mayHaveCost } from "../chat/charged";
import { failureKinds, type FailureKind } from "../chat/chat";
import { isCurrency, plainNumber } from "../record/amounts";
import type { Identity } from "../record/model";
import { fieldsAt, firstField, place, type Fields } from "./fields";

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
	/** Present of an answer got elsewhere, whose model the writer told: it took nothing that was measured. */
	readonly told?: true;
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
		...(facts.told === true ? [["told", "true"] as const] : []),
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
	if (at < 0 || !before.test(line.slice(0, at))) return null;
	return readFacts(fieldsAt(line, at));
}

/** What may stand before the facts: quote marks, and the bullet that makes them one row for Dataview. */
const before = /^[ \t>]*(?:[-*+][ \t]+)?$/;

/** How what is written becomes texts: many entries share names and paths, so a reader of many may keep them. */
export interface FieldTexts {
	readonly name: (written: string) => string;
	/** Of the note. */
	readonly path: (written: string) => string;
	/** Of what is this entry's own. */
	readonly own: (written: string) => string;
}

/** Texts as they are, nothing kept. */
export const plainTexts: FieldTexts = { name: decodeValue, path: notePath, own: decodeValue };

/** What `writeFacts` wrote; null when the id, the time, the outcome or the model is missing. */
export function readFacts(fields: Fields, { name, path, own }: FieldTexts = plainTexts): Facts | null {
	const outcome = oneOf(outcomes, fields[place.outcome]);
	const id = own(fields[place.id] ?? "");
	const time = own(fields[place.at] ?? "");
	const model = name(fields[place.model] ?? "");
	if (outcome === null || id === "" || time === "" || model === "") return null;
	const prompt = figure(fields[place["tokens-in"]]);
	const completion = figure(fields[place["tokens-out"]]);
	const central = figure(fields[place.carbon]);
	const low = figure(fields[place["carbon-low"]]);
	const high = figure(fields[place["carbon-high"]]);
	const failure = oneOf(failureKinds, fields[place.failure]);
	const cost = costIn(fields, name);
	const told = fields[place.told] === "true" ? { told: true as const } : {};
	return {
		id,
		time,
		note: path(fields[place.note] ?? ""),
		outcome,
		failure,
		objective: name(fields[place.objective] ?? ""),
		model,
		endpoint: name(fields[place.endpoint] ?? "") || null,
		provider: name(fields[place.provider] ?? "") || null,
		place: oneOf(places, fields[place.place]),
		seconds: figure(fields[place.seconds]),
		adoptedWords: figure(fields[place["words-adopted"]]),
		tokens: prompt === null || completion === null ? null : { prompt, completion },
		cost,
		unknown: figure(fields[place["cost-unknown"]]) ?? usuallyUnknown({ outcome, failure, cost }),
		carbon: central === null || low === null || high === null ? null : { central, low, high },
		comparison: comparisonIn(fields, own),
		...told,
	};
}

function costIn(fields: Fields, name: FieldTexts["name"]): Facts["cost"] {
	const amount = figure(fields[place.cost]);
	if (amount === null) return null;
	const currency = name(fields[place.currency] ?? "USD");
	// A hand may have been at it: an amount of what is no currency is none.
	return isCurrency(currency) ? { amount, currency, listed: fields[place["list-price"]] ?? null } : null;
}

function comparisonIn(fields: Fields, own: FieldTexts["own"]): ComparisonFact | null {
	const preference = oneOf(preferences, fields[place.preference]);
	const id = own(fields[place.compared] ?? "");
	if (preference === null || id === "") return null;
	return { id, preference, ...(fields[place.blind] === "true" ? { blind: true } : {}) };
}

function oneOf<T extends string>(all: readonly T[], value: string | undefined): T | null {
	return value === undefined ? null : (all.find((one) => one === value) ?? null);
}

/** No more digits than any real figure has: sums stay sums, whatever a hand did. */
function figure(value: string | undefined): number | null {
	if (value === undefined) return null;
	return shortFigure(value) ?? (/^\d{1,21}(?:\.\d+)?$/.test(value) ? Number(value) : null);
}

/**
 * What up to 15 digits say, which is what nearly all figures have; null for anything else. Such a number and its power
 * of ten are exact, so that their quotient is what `Number` reads.
 */
function shortFigure(value: string): number | null {
	if (value.length > 16) return null;
	let digits = 0;
	let point = value.length;
	for (let at = 0; at < value.length; at++) {
		const code = value.charCodeAt(at);
		if (code === 46 && point === value.length && at > 0) point = at;
		else if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
		else return null;
	}
	const hasPoint = point < value.length;
	const decimals = hasPoint ? value.length - point - 1 : 0;
	const length = hasPoint ? value.length - 1 : value.length;
	if (length === 0 || length > 15 || (hasPoint && decimals === 0)) return null;
	return digits / 10 ** decimals;
}

/**
 * What an entry leaves to be understood: a consultation without a cost had one request, which may have cost something
 * unless it failed before any work was done.
 */
function usuallyUnknown({ outcome, failure, cost }: Pick<Facts, "outcome" | "failure" | "cost">): number {
	return cost === null && (outcome !== "failed" || mayHaveCost(failure, false)) ? 1 : 0;
}

/** A path written as such, or as a link with or without other words for it. */
function notePath(value: string): string {
	const link = value.startsWith("[[") ? /^\[\[([^[\]|]*)(?:\|[^[\]]*)?\]\]$/.exec(value)?.[1] : undefined;
	return link === undefined ? decodeValue(value) : link.replace(/(?:\.md)?$/, ".md");
}

/**
 * Of what has the same id the latest, in the order in which those stand: an answer may be kept after it was
 * dismissed, and a device may tell late.
 */
export function latest<T extends Pick<Facts, "id" | "time">>(entries: readonly T[]): readonly T[] {
	return [...latestById(entries).values()];
}

/** `latest`, by id. */
export function latestById<T extends Pick<Facts, "id" | "time">>(entries: readonly T[]): ReadonlyMap<string, T> {
	const last = new Map<string, T>();
	for (const entry of entries) {
		const known = last.get(entry.id);
		if (known !== undefined && Date.parse(known.time) > Date.parse(entry.time)) continue;
		if (known !== undefined) last.delete(entry.id);
		last.set(entry.id, entry);
	}
	return last;
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
			// An address, with its protocol or with that of the page.
			.replace(/:(?=\/\/)/g, "%3A")
			.replace(/\/(?=\/)/g, "%2F")
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
