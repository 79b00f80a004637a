import { nameAlone } from "../text/model-marks";
import { letterOrFigure } from "../text/letters";
import type { Range } from "../text/text";
import { roundedCost, roundedGrams } from "./amounts";
import { splitsOf } from "./escape";
import type { RecordLabels } from "./labels";
import type { Adoption, ConsultationRecord, Identity } from "./model";
import { decodeId, encodeId, idOfName } from "./model-id";
import { normalInline, quote, unquote } from "./quote";

/** Stands where a name is required and none came. */
const unknown = "?";

/**
 * What a record keeps of a consultation once it is printed, and so what it says when it is read again:
 * `parse(print(r))` equals `normalRecord(r)`, `normalRecord` twice is once, and prints the same as `r`.
 * Texts are cleaned (`normalInline`, `unquote(quote(answer))`), names on the title line lose ` · ` and have round
 * brackets for square ones and none for tags, changed words are those `changedWords` gives, a record without a date
 * goes by its model's id alone (its title could be the writer's), amounts are rounded, numbers that cannot be are
 * unknown.
 */
export function normalRecord(record: ConsultationRecord, labels: Pick<RecordLabels, "truncated">): ConsultationRecord {
	const { kept } = record;
	const { model, told } = record.identity;
	const id = decodeId(encodeId(told === true ? idOfName(model) : model)) || unknown;
	const dated = isDate(record.date);
	return {
		modelName: (dated ? normalName(nameAlone(record.modelName)) : "") || nameOfId(id),
		objective: dated ? normalName(record.objective) : "",
		date: dated ? record.date : "",
		adoptions: record.adoptions.map(normalAdoption),
		kept:
			kept === null
				? null
				: {
						question: normalInline(kept.question),
						answer: unquote(quote(kept.answer, { truncated: labels.truncated })),
						incomplete: kept.incomplete,
					},
		identity: normalIdentity({ ...record.identity, model: id }),
	};
}

/** Longer names are cut: none is. In code points. */
const longestName = 200;

/** A name that stands between ` · ` on a line of the record. */
function normalName(text: string): string {
	// One renderer takes a callout's title for HTML, without its backslashes.
	const name = withoutDots(
		text.replace(/[[\]<>]/g, (sign) => ({ "[": "(", "]": ")", "<": "‹", ">": "›" })[sign] ?? sign),
	);
	return name.length <= longestName ? name : withoutDots(Array.from(name).slice(0, longestName).join(""));
}

function withoutDots(text: string): string {
	return normalInline(
		normalInline(text)
			.split(/(?:^|\s)·(?=\s|$)/)
			.map((part) => part.trim())
			.filter((part) => part !== "")
			.join(", "),
	);
}

/** The name a model goes by where only its id is known. */
export function nameOfId(id: string): string {
	return normalName(id) || unknown;
}

function normalIdentity(identity: Identity): Identity {
	if (identity.told === true) return toldIdentity(identity.model, normalName(identity.via) || unknown);
	const { tokens, cost, carbon } = identity;
	const amount = cost === null ? null : roundedCost(cost.amount);
	const grams =
		carbon === null
			? null
			: { central: roundedGrams(carbon.central), low: roundedGrams(carbon.low), high: roundedGrams(carbon.high) };
	const provider = identity.provider === null ? "" : normalName(identity.provider);
	return {
		model: identity.model,
		via: normalName(identity.via) || unknown,
		provider: provider === "" ? null : provider,
		tokens:
			tokens !== null && isCount(tokens.prompt) && isCount(tokens.completion)
				? { prompt: tokens.prompt, completion: tokens.completion }
				: null,
		cost:
			cost === null || amount === null || !/^[A-Z]{3}$/.test(cost.currency)
				? null
				: { amount, currency: cost.currency, listed: cost.listed !== null && isDate(cost.listed) ? cost.listed : null },
		carbon:
			grams === null || grams.central === null || grams.low === null || grams.high === null
				? null
				: { central: grams.central, low: grams.low, high: grams.high },
	};
}

/** Who answered as far as the writer tells it: a model's name in one word, and a site. Nothing was measured. */
export function toldIdentity(model: string, via: string): Identity {
	return { model, via, provider: null, tokens: null, cost: null, carbon: null, told: true };
}

/** Whether a text is a day as records write it, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function isCount(value: number): boolean {
	return Number.isSafeInteger(value) && value >= 0;
}

/** What a record keeps of an adoption. */
export function normalAdoption(adoption: Adoption): Adoption {
	const before = normalText(adoption.before, adoption.changedBefore);
	const adopted = normalText(adoption.adopted, adoption.changedAdopted);
	return {
		before: before.text,
		adopted: adopted.text,
		changedBefore: before.changed,
		changedAdopted: adopted.changed,
		takenBack: adoption.takenBack === null || isDate(adoption.takenBack) ? adoption.takenBack : "",
	};
}

/** A sentence on one line, its changed words where they are then. */
function normalText(
	text: string,
	changed: readonly Range[],
): { readonly text: string; readonly changed: readonly Range[] } {
	const line = normalInline(text);
	if (line === text) return joinedAround(text, changedWords(text, changed));
	// What cleaning removes or joins it does by units in order: the two are walked side by side.
	const at = positions(text, line);
	return joinedAround(
		line,
		changedWords(
			line,
			changed.map((range) => ({ from: at(range.from), to: at(range.to) })),
		),
	);
}

/**
 * Signs are held apart in a sentence with its marks: a no-break space that only with them seems to stand for that is
 * read as such, and goes.
 */
function joinedAround(
	text: string,
	changed: readonly Range[],
): { readonly text: string; readonly changed: readonly Range[] } {
	if (changed.length === 0 || !text.includes("\u00a0")) return { text, changed };
	let marked = "";
	const places: number[] = [];
	for (let at = 0; at <= text.length; at++) {
		for (const { from, to } of changed) {
			if (from !== at && to !== at) continue;
			marked += "*";
			places.push(-1);
		}
		marked += text[at] ?? "";
		places.push(at);
	}
	const gone = new Set([...splitsOf(marked)].map((at) => places[at] ?? -1));
	const moved = (position: number): number => position - [...gone].filter((at) => at >= 0 && at < position).length;
	return {
		text: Array.from({ length: text.length }, (_, at) => (gone.has(at) ? "" : (text[at] ?? ""))).join(""),
		changed: changed.map(({ from, to }) => ({ from: moved(from), to: moved(to) })),
	};
}

function positions(text: string, line: string): (position: number) => number {
	const map: number[] = [];
	let to = 0;
	for (let from = 0; from < text.length; from++) {
		map.push(to);
		if (text[from] === line[to] || (line[to] === " " && /\s/.test(text[from] ?? "")) || line[to] === "\ufffd")
			to = Math.min(line.length, to + 1);
	}
	return (position) => (position >= text.length ? line.length : (map[Math.max(0, position)] ?? line.length));
}

/** What may stand between words of one run. */
const between = /^(?:\s+|['’\u2010\u2011-])$/;

/**
 * The changed words as they can be emphasised: from letter or digit to letter or digit, so that `*` on both sides is
 * emphasis whatever stands around; a change of signs only takes the word it belongs to; changes with nothing in
 * between but spaces, an apostrophe or a hyphen are one run.
 */
export function changedWords(text: string, ranges: readonly Range[]): readonly Range[] {
	const words: Range[] = [];
	for (const range of [...ranges].sort((a, b) => a.from - b.from || a.to - b.to)) {
		const word = wordsWithin(text, Math.max(0, range.from), Math.min(text.length, range.to));
		if (word === null) continue;
		const last = words[words.length - 1];
		if (last !== undefined && (word.from <= last.to || between.test(text.slice(last.to, word.from))))
			words[words.length - 1] = { from: last.from, to: Math.max(last.to, word.to) };
		else words.push(word);
	}
	return words;
}

function wordsWithin(text: string, from: number, to: number): Range | null {
	if (from >= to || text.slice(from, to).trim() === "") return null;
	const trimmed = trimmedToWords(text, from, to);
	if (trimmed !== null) return trimmed;
	while (from > 0 && !/\s/.test(text[from - 1] ?? "")) from--;
	while (to < text.length && !/\s/.test(text[to] ?? "")) to++;
	return trimmedToWords(text, from, to);
}

function trimmedToWords(text: string, from: number, to: number): Range | null {
	const inside = text.slice(from, to);
	const first = letterOrFigure.exec(inside)?.index;
	if (first === undefined) return null;
	const tail = /[\p{L}\p{N}]\p{M}*(?![^]*[\p{L}\p{N}])/u.exec(inside);
	return { from: from + first, to: from + (tail === null ? inside.length : tail.index + tail[0].length) };
}
