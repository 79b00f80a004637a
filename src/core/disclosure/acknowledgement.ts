import type { InterfaceLanguage } from "../languages/interface-language";
import { interfaceCodes } from "../languages/interface-language";
import { blockAt } from "../markdown/block";
import { Readings } from "../markdown/reading";
import { withoutMaker } from "../record/model-id";
import type { ConsultationRecord } from "../record/model";
import { placeRecord } from "../record/place";
import { quoteInline } from "../record/quote";
import type { Change, Range, TextSource } from "../text/text";

/** The sentence in one language, around the models' names. */
interface Sentence {
	readonly before: string;
	readonly after: string;
	/** What may stand between two names. */
	readonly between: readonly string[];
}

/** "J’ai consulté" needs no gender, and says no more than that. */
const sentences: Readonly<Record<InterfaceLanguage, Sentence>> = {
	en: { before: "For this note I consulted ", after: ".", between: [", and ", ", ", " and "] },
	fr: { before: "Pour cette note, j’ai consulté ", after: ".", between: [", ", " et "] },
};

/**
 * The models of a note's records as the sentence names them, each once and without its maker: with the site, one that
 * was asked elsewhere only, and that nothing but the writer's word tells.
 */
export function acknowledged(records: readonly ConsultationRecord[]): readonly string[] {
	const nameOf = ({ modelName, identity }: ConsultationRecord): string => withoutMaker(modelName, identity.model);
	const names = new Set(records.map(nameOf));
	return [...names].map((name) => {
		const its = records.filter((record) => nameOf(record) === name).map(({ identity }) => identity);
		const [first] = its;
		return first !== undefined && its.every(({ told }) => told === true) ? `${name} (${first.via})` : name;
	});
}

/** The sentence that acknowledges models; empty for none. @param names as the note's records have them, each once */
export function acknowledgement(names: readonly string[], language: InterfaceLanguage): string {
	if (names.length === 0) return "";
	const { before, after } = sentences[language];
	const list = new Intl.ListFormat(language, { type: "conjunction" });
	return before + list.format(names.map((name) => quoteInline(name))) + after;
}

/** What to do where a note is to acknowledge its models. */
export type Acknowledging =
	| { readonly state: "nothing" | "stands" }
	/** A sentence that the records could have yielded, or none, gives way to this one. */
	| { readonly state: "write"; readonly change: Change }
	/** A sentence stands that begins or ends like one, and is the writer's now. */
	| { readonly state: "edited"; readonly sentence: string; readonly change: Change };

/**
 * How a note comes to acknowledge its models. The sentence is a paragraph of its own; it is known by being exactly what
 * the note's records could yield, for all of them or some: any other is the writer's.
 * @param names of the models of the note's records, in order, each once
 * @param cursor where it goes when it stands on a blank line; else it goes to the note's end
 */
export function acknowledging(
	doc: TextSource,
	names: readonly string[],
	language: InterfaceLanguage,
	cursor: number | null,
): Acknowledging {
	if (names.length === 0) return { state: "nothing" };
	const wanted = acknowledgement(names, language);
	const known = names.map((name) => quoteInline(name));
	const readings = new Readings();
	let edited: Range | null = null;
	for (let number = 1; number <= doc.lines; number++) {
		const line = doc.line(number);
		const text = line.text.trimEnd();
		const like = interfaceCodes.find((code) => text.startsWith(sentences[code].before.trimEnd()));
		if (like === undefined || !standsAlone(doc, number) || blockAt(doc, line.from, readings).kind !== "words") continue;
		const range = { from: line.from, to: line.from + text.length };
		if (text === wanted) return { state: "stands" };
		if (isYielded(text, known, like)) return { state: "write", change: { ...range, insert: wanted } };
		edited ??= range;
	}
	if (edited !== null) {
		const sentence = doc.sliceString(edited.from, edited.to);
		return { state: "edited", sentence, change: { ...edited, insert: wanted } };
	}
	return { state: "write", change: placeRecord(doc, placeFor(doc, cursor, readings), wanted) };
}

/** Whether a sentence names some of these models, each once, and says nothing else. */
function isYielded(text: string, names: readonly string[], language: InterfaceLanguage): boolean {
	const { before, after, between } = sentences[language];
	if (!text.startsWith(before) || !text.endsWith(after)) return false;
	const list = text.slice(before.length, text.length - after.length);
	// The longest first: a name may begin like another.
	const longest = [...new Set(names)].sort((a, b) => b.length - a.length);
	const read = (at: number, left: readonly string[]): boolean =>
		left.some((name) => {
			if (!list.startsWith(name, at)) return false;
			const end = at + name.length;
			if (end === list.length) return true;
			const rest = left.filter((other) => other !== name);
			return between.some((word) => list.startsWith(word, end) && read(end + word.length, rest));
		});
	return read(0, longest);
}

function standsAlone(doc: TextSource, number: number): boolean {
	const isBlank = (of: number): boolean => of < 1 || of > doc.lines || doc.line(of).text.trim() === "";
	return isBlank(number - 1) && isBlank(number + 1);
}

function placeFor(doc: TextSource, cursor: number | null, readings: Readings): number {
	if (cursor !== null) {
		const line = doc.lineAt(Math.min(cursor, doc.length));
		if (line.text.trim() === "" && blockAt(doc, line.from, readings).kind === "blank") return line.to;
	}
	for (let number = doc.lines; number >= 1; number--)
		if (doc.line(number).text.trim() !== "") return doc.line(number).to;
	return doc.length;
}
