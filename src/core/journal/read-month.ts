import { fieldsAt, firstField } from "./fields";
import { plainTexts, readFacts, type Facts, type FieldTexts } from "./facts";

/**
 * The facts of all entries of a month, in order, doubles included, without reading their texts: fast enough for years
 * of them.
 */
export function monthFacts(text: string): readonly Facts[] {
	const found: Facts[] = [];
	eachFacts(text, keptTexts(), (facts) => found.push(facts));
	return found;
}

function eachFacts(text: string, texts: FieldTexts, take: (facts: Facts, at: number) => void): void {
	for (let at = text.indexOf(firstField); at >= 0; at = text.indexOf(firstField, at + firstField.length)) {
		// Within a text of the writer's, outside of a callout, fields are theirs.
		if (!isQuoted(text, at, true)) continue;
		const facts = readFacts(fieldsAt(text, at), texts);
		if (facts !== null) take(facts, at);
	}
}

/** Texts that are made once for all entries read with them, and none of which holds the month it was cut from. */
export function keptTexts(): FieldTexts {
	const kept = (read: (written: string) => string): ((written: string) => string) => {
		const known = new Map<string, string>();
		return (written) => {
			let text = known.get(written);
			if (text === undefined) known.set(written, (text = ownCopy(read(written))));
			return text;
		};
	};
	return {
		name: kept(plainTexts.name),
		path: kept(plainTexts.path),
		own: (written) => ownCopy(plainTexts.own(written)),
	};
}

/** The same text with memory of its own: engines cut a text by pointing into it, which would hold all of it. */
function ownCopy(text: string): string {
	return ` ${text}`.slice(1);
}

/** Whether nothing but quote marks stands before a place in its line, one at least, and a bullet where it may be. */
function isQuoted(text: string, at: number, bullet = false): boolean {
	let from = at;
	if (bullet && isBlank(text, from - 1)) {
		while (isBlank(text, from - 1)) from--;
		if (/[-*+]/.test(text.charAt(from - 1))) from--;
	}
	for (let quoted = false; ; from--) {
		const char = text.charAt(from - 1);
		if (char === ">") quoted = true;
		else if (!isBlank(text, from - 1)) return quoted && (char === "\n" || char === "");
	}
}

function isBlank(text: string, at: number): boolean {
	const char = text.charCodeAt(at);
	return char === 32 || char === 9;
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

/**
 * `monthFacts`, with where there are entries that can't be counted.
 * @param texts what names and paths become; those of several months, where they are read together
 */
export function readMonth(text: string, texts = keptTexts()): MonthFacts {
	const facts: Facts[] = [];
	const places: number[] = [];
	eachFacts(text, texts, (one, at) => {
		if (!isLocalTime(one.time)) return;
		facts.push(one);
		places.push(at);
	});
	return { facts, damaged: headsWithout(places, text) };
}

/** Lines of the titles behind which, up to the next one, none of some places lies. */
function headsWithout(places: readonly number[], text: string): readonly number[] {
	const lines: number[] = [];
	let line = 0;
	let counted = 0;
	let next = 0;
	for (let at = headFrom(text, 0); at >= 0;) {
		const after = headFrom(text, at + head.length);
		while ((places[next] ?? Infinity) < at) next++;
		if ((places[next] ?? Infinity) >= (after < 0 ? text.length : after)) {
			for (let br = text.indexOf("\n", counted); br >= 0 && br < at; br = text.indexOf("\n", counted)) {
				line++;
				counted = br + 1;
			}
			lines.push(line);
		}
		at = after;
	}
	return lines;
}

/** Where the next title begins; -1 when there is none. */
function headFrom(text: string, from: number): number {
	let at = text.indexOf(head, from);
	while (at >= 0 && !isQuoted(text, at)) at = text.indexOf(head, at + head.length);
	return at;
}
