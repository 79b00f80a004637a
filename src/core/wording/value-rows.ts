import { lazy } from "../cache/lazy";
import { wordsOf } from "../text/tokens";
import type { Reason, Row } from "./candidate";
import { decoded } from "./character-references";
import { readValue, valueBegins, type Lenient } from "./lenient-json";
import { isVersion } from "./plain-rows";
import { glossNames, otherNames, textNames } from "./reply-words";

const textKeys = lazy(textNames);
const glossKeys = lazy(glossNames);
const otherKeys = lazy(otherNames);

/** Reasons of one row that are read: a passage has no more changes than that. */
const maxReasons = 100;

/** The rows of a value, in order, and how many more stand there that could not be read. */
export interface ValueRows {
	readonly rows: readonly Row[];
	readonly unreadable: number;
}

const none: ValueRows = { rows: [], unreadable: 0 };
const bad: ValueRows = { rows: [], unreadable: 1 };

/** Whether a text is one of the names under which models give rows, or what belongs to them. */
export function isKey(text: string): boolean {
	return [textKeys, glossKeys, otherKeys].some((keys) => keys().includes(text.trim().toLowerCase()));
}

/**
 * The rows that a value of a reply holds, whatever its keys are named.
 * @param original the sentence as the model was shown it
 * @param final whether the reply has come to its end: what is not complete then can't be read
 */
export function valueRows(value: Lenient, original: string, final: boolean): ValueRows {
	switch (value.type) {
		case "other":
			return none;
		case "text":
			if (!value.complete) return final ? bad : none;
			return value.corrupt ? bad : textRows(value.text, "", [], original);
		case "list":
			return joined(withoutRemarks(value.items, original).map((item) => valueRows(item, original, final)));
		case "object":
			return objectRows(value, original, final);
	}
}

type LenientObject = Extract<Lenient, { readonly type: "object" }>;

function objectRows(value: LenientObject, original: string, final: boolean): ValueRows {
	const rest = value.fields.filter(([name]) => ![...otherKeys(), ...glossKeys()].includes(name.toLowerCase()));
	// The text of an object that goes on may be followed by its gloss.
	if (!value.complete && !final)
		return rest.some(([, inner]) => inner.type === "text")
			? none
			: joined(rest.map(([, inner]) => valueRows(inner, original, final)));
	// Several versions in one object: version1, version2.
	const numbered = value.fields.filter(([name]) => textKeys().includes(name.toLowerCase().replace(/[\s_-]*\d+$/, "")));
	if (numbered.length > 1 && numbered.some(([name]) => /\d$/.test(name)))
		return joined(numbered.map(([, inner]) => valueRows(inner, original, final)));
	const text = fieldOf(value, textKeys());
	const gloss = fieldOf(value, glossKeys());
	if (text?.type === "text") {
		if (!text.complete || text.corrupt || text.text.trim() === "") return bad;
		const said = gloss?.type === "text" && gloss.complete && !gloss.corrupt ? gloss.text.trim() : "";
		return textRows(text.text, said, reasonsOf(gloss), original);
	}
	if (text?.type === "other") return bad;
	if (rest.length === 0) return value.complete ? none : bad;
	return joined(
		rest.map(([name, inner]) => {
			const found = valueRows(inner, original, final);
			// Under a name that says nothing of what it is, a text must be like the sentence.
			return inner.type === "text" && !/^\d+$/.test(name)
				? { ...found, rows: found.rows.filter((row) => isVersion(row.text, original)) }
				: found;
		}),
	);
}

/** The value under the first of these keys that an object has. */
function fieldOf({ fields }: LenientObject, keys: readonly string[]): Lenient | undefined {
	for (const key of keys) {
		const field = fields.find(([name]) => name.toLowerCase() === key);
		if (field !== undefined) return field[1];
	}
	return undefined;
}

/** The items of a list without texts that only say something of the sentence beside them: ["…", "plainer"]. */
function withoutRemarks(items: readonly Lenient[], original: string): readonly Lenient[] {
	const isSentence = (item: Lenient): boolean => item.type === "text" && isVersion(item.text, original);
	const words = wordsOf(original).length;
	if (!items.some(isSentence)) return items;
	return items.filter((item) => item.type !== "text" || isSentence(item) || wordsOf(item.text).length * 2 > words);
}

/** The reasons of an object that tells them by words, or of a list of such objects. */
function reasonsOf(value: Lenient | undefined): readonly Reason[] {
	if (value?.type === "list") return value.items.flatMap(reasonsOf).slice(0, maxReasons);
	if (value?.type !== "object") return [];
	return value.fields
		.slice(0, maxReasons)
		.flatMap(([words, why]) =>
			why.type === "text" && why.complete && !why.corrupt && why.text.trim() !== ""
				? [{ words: words.trim(), why: why.text.trim() }]
				: [],
		);
}

function joined(parts: readonly ValueRows[]): ValueRows {
	return {
		rows: parts.flatMap((part) => part.rows),
		unreadable: parts.reduce((sum, part) => sum + part.unreadable, 0),
	};
}

/** The rows of a text; those of the value in it, where the text is JSON itself. */
function textRows(text: string, gloss: string, reasons: readonly Reason[], original: string): ValueRows {
	const inner = rowsWithin(text, original);
	if (inner !== null) return inner;
	const rows = versionsIn(text, original).map((version) => ({ text: version, gloss }));
	return { rows: reasons.length === 0 ? rows : rows.map((row) => ({ ...row, reasons })), unreadable: 0 };
}

/** The rows of a text that is a list or an object as JSON; null for any other text. */
function rowsWithin(text: string, original: string): ValueRows | null {
	const inner = text.trim();
	if (!/^[{[]/.test(inner) || !valueBegins(inner, 0)) return null;
	const read = readValue(inner, 0, true);
	return read === null || !read.value.complete || (read.value.type !== "list" && read.value.type !== "object")
		? null
		: valueRows(read.value, original, true);
}

/**
 * The versions in a text: several sentences, a line each, are several, unless the original has lines itself or they
 * are pieces of one.
 */
function versionsIn(text: string, original: string): readonly string[] {
	const lines = text.replace(/\r\n?/g, "\n");
	const parts = original.includes("\n")
		? [lines]
		: lines
				.split("\n")
				.map((part) => part.replace(/\t/g, original.includes("\t") ? "\t" : " ").trim())
				.filter((part) => part !== "");
	const isInPieces =
		parts.length > 1 && !parts.every((part) => isVersion(part, original)) && isVersion(parts.join(" "), original);
	return (isInPieces ? [parts.join(" ")] : parts)
		.map((part) => decoded(part, original).trim())
		.filter((part) => part !== "");
}
