import type { Line, Range, TextSource } from "../text/text";
import { blockAt, type Block } from "./block";
import { frozenSpans, inlineSpans } from "./inline";
import { Readings } from "./reading";
import { sentencesIn } from "./sentences";
import { isOneWord, snapToWords } from "./words";

/** Why nothing can be reworded at a place. */
export type Refusal = "frontmatter" | "code" | "math" | "comment" | "nothing";

/** What a consultation is about. All ranges are positions of the document. */
export interface Passage {
	/**
	 * What the writer selected, grown to whole words, and to whole sentences with their stops when all words of them
	 * are in it; the sentence when they selected nothing.
	 */
	readonly selection: Range;
	/** A part of one sentence; one whole sentence; several sentences, items or paragraphs. */
	readonly kind: "words" | "sentence" | "passage";
	/** The sentence or sentences around the selection: the only range a rewording may touch. */
	readonly sentence: Range;
	/** The parts of `sentence` that hold its words, without what begins a line in between ("> ", indentation). */
	readonly segments: readonly Range[];
	/** Where a record stands: the end of the last line of the outermost block. */
	readonly recordAt: number;
}

export type PassageResult = { readonly passage: Passage } | { readonly refusal: Refusal };

/** The passage of a selection. Costs what its blocks cost, not what the note does. */
export function passageAt(doc: TextSource, from: number, to: number, readings: Readings): PassageResult {
	const first = blockAt(doc, from, readings);
	const last = to > from ? blockAt(doc, lastPlace(doc, from, to), readings) : first;
	const start = first.segments.length > 0 ? first : nextBlock(doc, first, to, readings);
	const end = last.segments.length > 0 ? last : previousBlock(doc, last, from, readings);
	if (start === null || end === null) return { refusal: refusalOf(to > from && first.kind === "blank" ? last : first) };
	const recordAt = end.outer.to;
	if (bounds(start).from === bounds(end).from)
		return within(doc, start, { from: Math.max(from, bounds(start).from), to, empty: from === to }, recordAt);
	const sentence = {
		from: sentenceAround(doc, start, Math.max(from, bounds(start).from)).from,
		to: sentenceAround(doc, end, Math.min(to, bounds(end).to), true).to,
	};
	const text = doc.sliceString(sentence.from, sentence.to);
	const snapped = snapToWords(text, Math.max(0, from - sentence.from), to - sentence.from);
	const whole = snapToWords(text, 0, text.length);
	const selection =
		snapped.from <= whole.from && snapped.to >= whole.to
			? sentence
			: { from: snapped.from + sentence.from, to: snapped.to + sentence.from };
	const exposed = exposedBlock(doc, sentence, readings);
	if (exposed !== null) return { refusal: refusalOf(exposed) };
	return {
		passage: { selection, kind: "passage", sentence, segments: segmentsBetween(doc, sentence, readings), recordAt },
	};
}

// A few words without a stop, all that an item, a cell or a heading says, are no sentence to be reworded in parts.
function isPhrase(text: string): boolean {
	return !/[.!?…。！？]\P{L}*$/u.test(text) && (text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0) <= 3;
}

/** Where a record about the words at `pos` stands: after the outermost block around them. */
export function recordPlaceAfter(doc: TextSource, pos: number, readings = new Readings()): number {
	return blockAt(doc, Math.min(pos, doc.length), readings).outer.to;
}

/** The words of a block and the sentences in them, counted from the block's beginning. */
interface Worded {
	readonly block: Block;
	readonly text: string;
	readonly sentences: readonly Range[];
	readonly recordAt: number;
}

function within(
	doc: TextSource,
	block: Block,
	{ from, to, empty }: Range & { readonly empty: boolean },
	recordAt: number,
): PassageResult {
	const { from: offset, to: blockEnd } = bounds(block);
	const text = wordsOf(doc, block);
	const worded: Worded = { block, text, sentences: sentencesIn(text), recordAt };
	const start = Math.max(0, Math.min(from - offset, text.length));
	const end = Math.max(start, Math.min(to, blockEnd) - offset);
	if (worded.sentences.length === 0) return { refusal: "nothing" };
	if (!empty) return selectedIn(worded, start, end);
	const index = sentenceAt(worded, start);
	const sentence = worded.sentences[index] ?? { from: 0, to: text.length };
	const only = snapToWords(text, sentence.from, sentence.to);
	// Of a sentence of one word there is nothing else to change.
	if (isOneWord(text.slice(only.from, only.to))) return { passage: passageOf(worded, only, index, index, "words") };
	return { passage: passageOf(worded, sentence, index, index, "sentence") };
}

function sentenceAt({ sentences }: Worded, pos: number): number {
	const found = sentences.findIndex((_sentence, index) => pos < (sentences[index + 1]?.from ?? Infinity));
	return Math.max(0, found);
}

/** What was selected, grown to whole words; to whole sentences with their stops where all words of them are in it. */
function selectedIn(worded: Worded, start: number, end: number): PassageResult {
	const { text, sentences } = worded;
	const inside = inlineSpans(text).find(
		(span) =>
			(span.kind === "code" || span.kind === "math" || span.kind === "comment") && span.from <= start && end <= span.to,
	);
	if (inside !== undefined)
		return { refusal: inside.kind === "code" ? "code" : inside.kind === "math" ? "math" : "comment" };
	const selection = snapToWords(text, start, end);
	if (selection.from === selection.to) return { refusal: "nothing" };
	const first = sentenceAt(worded, selection.from);
	const last = sentenceAt(worded, Math.max(selection.from, selection.to - 1));
	const whole = snapToWords(text, sentences[first]?.from ?? 0, sentences[last]?.to ?? text.length);
	// All words of the sentences: then their stops belong to it too.
	const complete = selection.from <= whole.from && selection.to >= whole.to;
	const kind =
		first !== last
			? "passage"
			: complete &&
				  !isPhrase(text.slice(whole.from, sentences[first]?.to)) &&
				  !isOneWord(text.slice(whole.from, whole.to))
				? "sentence"
				: "words";
	const grown =
		complete && kind !== "words"
			? { from: sentences[first]?.from ?? selection.from, to: sentences[last]?.to ?? selection.to }
			: selection;
	return { passage: passageOf(worded, grown, first, last, kind) };
}

function passageOf(
	{ block, text, sentences, recordAt }: Worded,
	selection: Range,
	first: number,
	last: number,
	kind: Passage["kind"],
): Passage {
	const { from: offset } = bounds(block);
	const sentence = { from: offset + (sentences[first]?.from ?? 0), to: offset + (sentences[last]?.to ?? text.length) };
	const segments = block.segments
		.map((one) => ({ from: Math.max(one.from, sentence.from), to: Math.min(one.to, sentence.to) }))
		.filter((one) => one.to > one.from);
	const clipped = {
		from: Math.max(sentence.from, offset + selection.from),
		to: Math.min(sentence.to, offset + selection.to),
	};
	return { selection: clipped, kind, sentence, segments, recordAt };
}

function sentenceAround(doc: TextSource, block: Block, pos: number, end = false): Range {
	const { from: offset } = bounds(block);
	const sentences = sentencesIn(wordsOf(doc, block));
	const at = pos - offset - (end ? 1 : 0);
	const found = sentences.find((_sentence, index) => at < (sentences[index + 1]?.from ?? Infinity)) ?? {
		from: 0,
		to: bounds(block).to - offset,
	};
	return { from: found.from + offset, to: found.to + offset };
}

/**
 * A block's source from its first word to its last, what begins a line in between blanked out so that positions hold.
 */
function wordsOf(doc: TextSource, block: Block): string {
	const { from, to } = bounds(block);
	let text = "";
	let at = from;
	for (const segment of block.segments) {
		text += doc.sliceString(at, segment.from).replace(/[^\n]/g, " ") + doc.sliceString(segment.from, segment.to);
		at = segment.to;
	}
	return text + doc.sliceString(at, to);
}

function bounds(block: Block): Range {
	return {
		from: block.segments[0]?.from ?? block.outer.from,
		to: block.segments[block.segments.length - 1]?.to ?? block.outer.to,
	};
}

// A selection that ends at a line's start was meant to end with the line before.
function lastPlace(doc: TextSource, from: number, to: number): number {
	let at = to;
	while (at > from && doc.lineAt(at).from === at) at--;
	return at;
}

function nextBlock(doc: TextSource, block: Block, to: number, readings: Readings): Block | null {
	for (let line = doc.lineAt(block.own.to); line.number < doc.lines;) {
		line = doc.line(line.number + 1);
		if (line.from >= to) return null;
		const next = blockAt(doc, line.from, readings);
		if (next.segments.length > 0) return next;
		line = doc.lineAt(Math.max(next.own.to, line.to));
	}
	return null;
}

function previousBlock(doc: TextSource, block: Block, from: number, readings: Readings): Block | null {
	for (let line = doc.lineAt(block.own.from); line.number > 1;) {
		line = doc.line(line.number - 1);
		if (line.to < from) return null;
		const previous = blockAt(doc, line.to, readings);
		if (previous.segments.length > 0) return previous;
		line = doc.lineAt(Math.min(previous.own.from, line.from));
	}
	return null;
}

function segmentsBetween(doc: TextSource, range: Range, readings: Readings): readonly Range[] {
	const segments: Range[] = [];
	for (let line = doc.lineAt(range.from); ; line = doc.line(line.number + 1)) {
		const block = blockAt(doc, line.from, readings);
		for (const one of block.segments) {
			const clipped = { from: Math.max(one.from, range.from, line.from), to: Math.min(one.to, range.to) };
			if (clipped.to > clipped.from) segments.push(clipped);
		}
		line = lastLine(doc, block, line);
		if (line.to >= range.to || line.number === doc.lines) return segments;
	}
}

/** The last line of a block's words, or of what has none. */
function lastLine(doc: TextSource, { kind, segments, own }: Block, line: Line): Line {
	const to = segments[segments.length - 1]?.to ?? (kind === "html" || kind === "table" ? line.to : own.to);
	return doc.lineAt(Math.max(line.to, to));
}

// A block without words that nothing would tell from words once the passage stands by itself: code that only its
// indentation shows.
function exposedBlock(doc: TextSource, range: Range, readings: Readings): Block | null {
	const frozen = frozenSpans(doc.sliceString(range.from, range.to));
	let next = 0;
	for (let line = doc.lineAt(range.from); line.from <= range.to; line = doc.line(line.number + 1)) {
		const block = blockAt(doc, line.from, readings);
		if (block.segments.length === 0 && !/^(?:html|table|blank)$/.test(block.kind)) {
			const from = line.from + (/^[ \t>]*/.exec(line.text)?.[0].length ?? 0) - range.from;
			const to = line.from + line.text.trimEnd().length - range.from;
			// Both come in order.
			while ((frozen[next]?.to ?? Infinity) < to) next++;
			if (from < to && (frozen[next]?.from ?? Infinity) > from) return block;
		}
		if (block.segments.length > 0) line = lastLine(doc, block, line);
		if (line.number === doc.lines) break;
	}
	return null;
}

function refusalOf(block: Block): Refusal {
	switch (block.kind) {
		case "frontmatter":
		case "code":
		case "math":
		case "comment":
			return block.kind;
		default:
			return "nothing";
	}
}
