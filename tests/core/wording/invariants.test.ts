import { history, redo, undo } from "@codemirror/commands";
import { EditorState, type Transaction } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockAt } from "../../../src/core/markdown/block";
import { frozenSpans, inlineSpans } from "../../../src/core/markdown/inline";
import { guessLanguage } from "../../../src/core/markdown/language";
import { Readings } from "../../../src/core/markdown/reading";
import { passageAt, recordPlaceAfter, type Passage } from "../../../src/core/markdown/passage";
import { blockStructure } from "../../../src/core/markdown/structure";
import { recordLabels } from "../../../src/core/record/labels";
import { mergeRecord } from "../../../src/core/record/merge";
import { placeAtEnd } from "../../../src/core/record/place";
import { printRecord } from "../../../src/core/record/print";
import { applyChanges, type Change } from "../../../src/core/text/text";
import type { Original } from "../../../src/core/wording/candidate";
import type { WordingChange } from "../../../src/core/wording/role-changes";
import { freezeSentence } from "../../../src/core/wording/freeze";
import { changeGroups } from "../../../src/core/wording/groups";
import { judgeRow } from "../../../src/core/wording/judge-row";
import { RowReader } from "../../../src/core/wording/reply-reader";
import { adoptionSpec } from "../../../src/editor/adopt";
import { passages } from "../../../src/editor/passages";
import { Preview, previewField, setPreview } from "../../../src/editor/preview";
import { adoptionsOf } from "../../../src/core/record/adoptions";
import { anyNote, commonMark, given, plausible, rowsOf, spiced, textOf, vaultNotes, type Reply } from "./notes";
import { everyNth, sampleSize, seedOf } from "../../sampling";

const runs = sampleSize(60);
const labels = recordLabels.en;

/** What a run saw: nothing is proved by replies that are never read or never accepted. */
class Tally {
	refused = 0;
	judged = 0;
	accepted = 0;
	adopted = 0;
	grouped = 0;

	get share(): number {
		return this.accepted / Math.max(1, this.judged);
	}
}

/** Reads a reply about a selection of a note, and adopts every row that is accepted. */
function consult(note: string, a: number, b: number, reply: Reply, tally: Tally): void {
	const doc = EditorState.create({ doc: note }).doc;
	const from = Math.min(a, b) % (doc.length + 1);
	const to = Math.max(from, Math.max(a, b) % (doc.length + 1));
	const state = EditorState.create({
		doc: note,
		selection: { anchor: to, head: from },
		extensions: [history(), previewField, passages()],
	});
	const text = state.doc.toString();
	const found = passageAt(state.doc, from, to, new Readings());
	if ("refusal" in found) {
		tally.refused++;
		return;
	}
	const { passage } = found;
	const { sentence } = passage;
	const original: Original = {
		sentence: state.sliceDoc(sentence.from, sentence.to),
		selection: { from: passage.selection.from - sentence.from, to: passage.selection.to - sentence.from },
		language: guessLanguage(text),
	};
	const frozen = freezeSentence(original.sentence, original.selection);
	const { shown } = frozen;
	for (const row of new Set([...readAll(reply, shown), ...rowsOf(reply, shown)])) {
		tally.judged++;
		const judged = judgeRow(original, row, frozen);
		if ("broken" in judged) continue;
		tally.accepted++;
		expect(applyChanges(original.sentence, judged.changes)).toBe(judged.text);
		adopt(state, passage, judged.changes, tally);
		const groups = changeGroups(original, judged);
		expect(groups.flatMap(({ changes }) => changes).sort((x, y) => x.from - y.from)).toEqual(judged.changes);
		if (groups.length < 2) continue;
		groups.forEach(({ changes }, index) => {
			tally.grouped++;
			adopt(state, passage, changes, tally);
			adopt(
				state,
				passage,
				groups
					.filter((_group, at) => at !== index)
					.flatMap((other) => other.changes)
					.sort((x, y) => x.from - y.from),
				tally,
			);
		});
	}
	expect(state.doc.toString()).toBe(text);
}

function readAll(reply: Reply, shown: string): readonly string[] {
	const reader = new RowReader({ original: shown, asked: 8 });
	const text = textOf(reply, shown);
	const rows: string[] = [];
	for (let at = 0; at < text.length; at += reply.piece)
		rows.push(...reader.push(text.slice(at, at + reply.piece)).map((row) => row.text));
	return [...rows, ...reader.end().map((row) => row.text)];
}

function adopt(state: EditorState, passage: Passage, inSentence: readonly WordingChange[], tally: Tally): void {
	const { sentence } = passage;
	const text = state.doc.toString();
	const changes = inSentence.map((change) => ({
		...change,
		from: change.from + sentence.from,
		to: change.to + sentence.from,
	}));

	// (1) Looking at it changes nothing.
	const shown = state.update({ effects: setPreview.of(new Preview(passage.selection, changes)) }).state;
	shown.field(previewField)?.decorations();
	const gone = shown.update({ effects: setPreview.of(null) }).state;
	expect(shown.doc.toString()).toBe(text);
	expect(gone.doc.toString()).toBe(text);

	const words = applyChanges(text, changes);
	outsideIsKept(text, words, changes, sentence);
	layoutIsKept(state, text, words, sentence, passage.kind);
	constructsAreKept(text, words, changes, sentence);
	nothingIsCut(text, words, changes, state.doc.lineAt(sentence.from).from, state.doc.lineAt(sentence.to).to);
	for (const place of ["below", "end"] as const) {
		const record = recordOf(gone, sentence, changes, place);
		const transaction = gone.update(
			adoptionSpec(gone, { changes, record, cursorAfter: changes[changes.length - 1]?.to ?? null, announcement: "" }),
		);
		const adopted = transaction.state;
		expect(adopted.doc.toString()).toBe(applyChanges(text, [...changes, record]));
		expect(record.from).toBeGreaterThanOrEqual(sentence.to);
		if (place === "below") recordStandsApart(state, text, words, adopted.doc.toString(), sentence, record);
		// (4) One step back, one step forth.
		const back = run(adopted, undo);
		expect(back.doc.toString()).toBe(text);
		expect(back.selection.eq(state.selection)).toBe(true);
		expect(run(back, redo).doc.toString()).toBe(adopted.doc.toString());
	}
	tally.adopted++;
}

function run(
	state: EditorState,
	command: (target: { state: EditorState; dispatch: (transaction: Transaction) => void }) => boolean,
): EditorState {
	let next = state;
	command({
		state,
		dispatch: (transaction) => {
			next = transaction.state;
		},
	});
	return next;
}

/** The record of an adoption, placed as the plugin places it. */
function recordOf(
	state: EditorState,
	sentence: Passage["sentence"],
	changes: readonly Change[],
	place: "below" | "end",
): Change {
	const record = {
		modelName: "Claude Sonnet 4",
		objective: "Other words",
		date: "2026-11-23",
		kept: null,
		adoptions: adoptionsOf(state.sliceDoc(sentence.from, sentence.to), sentence.from, changes),
		identity: {
			model: "anthropic/claude-4-sonnet-20250522",
			via: "OpenRouter",
			provider: null,
			tokens: { prompt: 800, completion: 60 },
			cost: null,
			carbon: null,
		},
	};
	if (place === "end") return placeAtEnd(state.doc, printRecord(record, labels), "## Consultations");
	return mergeRecord(state.doc, recordPlaceAfter(state.doc, sentence.to), record, labels);
}

// (2) Every byte outside the changed words is there, and the changes are in order and in the sentence.
function outsideIsKept(text: string, words: string, changes: readonly Change[], sentence: Passage["sentence"]): void {
	let at = 0;
	let now = 0;
	for (const { from, to, insert } of changes) {
		expect(from).toBeGreaterThanOrEqual(Math.max(at, sentence.from));
		expect(to).toBeGreaterThanOrEqual(from);
		expect(to).toBeLessThanOrEqual(sentence.to);
		expect(words.slice(now, now + from - at)).toBe(text.slice(at, from));
		now += from - at + insert.length;
		at = to;
	}
	expect(words.slice(now)).toBe(text.slice(at));
}

/** What a line begins with before its words: marks of quotes and items, a task's box, a callout's kind. */
const lineHead = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[^\]]\][ \t]+)?|\[![^\]]*\][+-]?)?/;

/** Blocks of a note below its properties, which are no Markdown. */
function structureOf(text: string): string {
	return blockStructure(text.replace(/^---[ \t]*\n(?:[^]*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)/, ""));
}

// (3) The same blocks, and every line stands in the same kind of block.
function layoutIsKept(
	state: EditorState,
	text: string,
	words: string,
	sentence: Passage["sentence"],
	kind: Passage["kind"],
): void {
	expect(structureOf(words)).toBe(structureOf(text));
	const now = EditorState.create({ doc: words }).doc;
	expect(now.lines).toBe(state.doc.lines);
	const before = new Readings();
	const after = new Readings();
	for (let line = state.doc.lineAt(sentence.from).number; line <= now.lines; line++) {
		const { kind: is } = blockAt(now, now.line(line).from, after);
		if (is !== blockAt(state.doc, state.doc.line(line).from, before).kind)
			expect.fail(`Line ${line} is ${is} now: ${words}`);
	}
	// Code, comments and rules among several paragraphs are no words; between tags of HTML there are some.
	for (let number = state.doc.lineAt(sentence.from).number; number <= state.doc.lineAt(sentence.to).number; number++) {
		const line = state.doc.line(number);
		if (line.from > sentence.from && lineHead.exec(now.line(number).text)?.[0] !== lineHead.exec(line.text)?.[0])
			expect.fail(`${line.text} begins otherwise: ${now.line(number).text}`);
		const { kind: what, segments } = blockAt(state.doc, line.from, before);
		if (segments.length === 0 && what !== "html" && what !== "table" && now.line(number).text !== line.text)
			expect.fail(`${line.text} is no line of words: ${now.line(number).text}`);
	}
	if (kind === "passage") return;
	const block = blockAt(state.doc, sentence.from, before);
	const same = blockAt(now, sentence.from, after);
	expect(block.segments.length).toBeGreaterThan(0);
	expect(same.kind).toBe(block.kind);
	expect(same.segments.length).toBe(block.segments.length);
	expect(same.segments[0]?.from).toBe(block.segments[0]?.from);
	// What a sentence brings must not close what another sentence opened.
	const spans = (source: string, { segments }: typeof block): readonly string[] => {
		const inner = source.slice(segments[0]?.from, segments[segments.length - 1]?.to);
		return inlineSpans(inner).map((span) => inner.slice(span.from, span.to));
	};
	expect(spans(words, same)).toEqual(spans(text, block));
}

// (3) With its record: it is a block of its own between those that were there.
function recordStandsApart(
	state: EditorState,
	text: string,
	words: string,
	adopted: string,
	sentence: Passage["sentence"],
	record: Change,
): void {
	const blocks = (...parts: readonly string[]): string =>
		parts
			.map((part) =>
				structureOf(part)
					.slice("Document".length)
					.replace(/^\(|\)$/g, ""),
			)
			.filter((part) => part !== "")
			.join(",");
	const shift = words.length - text.length;
	const head = adopted.slice(0, record.from + shift);
	const tail = adopted.slice(record.from + shift + record.insert.length);
	expect(head + words.slice(record.from + shift, record.to + shift) + tail).toBe(words);
	expect(blocks(adopted)).toBe(blocks(head, record.insert, tail));
	expect(blocks(words)).toBe(blocks(head, text.slice(record.from, record.to), tail));
	// Nor does it stand in a comment, in maths, in code: unless the sentence itself opens such a thing, and nothing
	// ends it.
	const kindAt = (source: string, at: number): string =>
		blockAt(EditorState.create({ doc: source }).doc, at, new Readings()).kind;
	const above = text.slice(0, state.doc.lineAt(sentence.to).to);
	if (kindAt(`${above}\n\nx`, above.length + 2) !== "words") return;
	expect(kindAt(adopted, record.from + shift + record.insert.search(/\S/))).toBe("words");
}

// (5) What is frozen is there, in order, and no change so much as touches it.
function constructsAreKept(
	text: string,
	words: string,
	changes: readonly Change[],
	sentence: Passage["sentence"],
): void {
	const of = (source: string): readonly string[] => frozenSpans(source).map((span) => source.slice(span.from, span.to));
	const before = text.slice(sentence.from, sentence.to);
	expect(of(words.slice(sentence.from, sentence.to + words.length - text.length))).toEqual(of(before));
	for (const span of frozenSpans(before)) {
		for (const change of changes)
			expect(change.from < span.to + sentence.from && change.to > span.from + sentence.from).toBe(false);
	}
}

// (6) Neither in what was nor in what is.
function nothingIsCut(text: string, words: string, changes: readonly Change[], start: number, end: number): void {
	const before = text.slice(start, end);
	const after = words.slice(start, end + words.length - text.length);
	const whole = graphemes(before);
	const now = graphemes(after);
	let shift = -start;
	for (const { from, to, insert } of changes) {
		for (const at of [from - start, to - start])
			if (cutAt(before, at, whole) !== null)
				expect.fail(`${cutAt(before, at, whole)} is cut: ${JSON.stringify(before)} at ${at}`);
		for (const at of [from + shift, from + shift + insert.length])
			if (cutAt(after, at, now) !== null)
				expect.fail(`${cutAt(after, at, now)} is cut: ${JSON.stringify(after)} at ${at}`);
		shift += insert.length - (to - from);
	}
}

function graphemes(text: string): ReadonlySet<number> {
	return new Set(
		Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text), ({ index }) => index).concat(
			text.length,
		),
	);
}

function cutAt(text: string, at: number, whole: ReadonlySet<number>): string | null {
	if (/[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at))) return "a surrogate pair";
	if (!whole.has(at)) return "a character";
	const before = text.slice(Math.max(0, at - 40), at);
	const after = text.slice(at, at + 4);
	if (
		/[\p{L}\p{N}]\p{M}*$/u.test(before) &&
		/^[\p{L}\p{N}]/u.test(after) &&
		!apart.test(before) &&
		!beginsApart.test(after)
	)
		return "a word";
	const hyphenated =
		(/[\p{L}\p{N}]\p{M}*$/u.test(before) && /^[-\u2010\u2011’'][\p{L}\p{N}]/u.test(after)) ||
		(/[\p{L}\p{N}]\p{M}*[-\u2010\u2011]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after));
	return hyphenated && !spaceless.test(before + after) ? "a word of several parts" : null;
}

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const apart = new RegExp(`${spaceless.source}\\p{M}*$`, "u");
const beginsApart = new RegExp(`^${spaceless.source}`, "u");

describe("whatever the friend answers", () => {
	it.each([
		["plausible", plausible],
		["spiced", spiced],
		["any", given],
	] as const)("a generated note keeps all that was not asked about (%s replies)", (kind, replies) => {
		const tally = new Tally();
		fc.assert(
			fc.property(anyNote, fc.nat(2000), fc.nat(2000), replies, (note, a, b, reply) =>
				consult(note, a, b, reply, tally),
			),
			{ numRuns: runs },
		);
		told("generated", kind, tally);
	});

	it.each([
		["plausible", plausible],
		["spiced", spiced],
		["any", given],
	] as const)("CommonMark's examples keep all that was not asked about (%s replies)", (kind, replies) => {
		const tally = new Tally();
		for (const [n, note] of everyNth(commonMark, 8).entries())
			fc.assert(
				fc.property(fc.constant(note), fc.nat(200), fc.nat(30), replies, (_note, at, length, reply) =>
					consult(note, at, at + (length % 9), reply, tally),
				),
				{ numRuns: sampleSize(2), ...seedOf(n) },
			);
		expect(commonMark.length).toBeGreaterThan(600);
		told("CommonMark", kind, tally);
	});

	it.each([
		["plausible", plausible],
		["spiced", spiced],
		["any", given],
	] as const)("the demonstration's notes keep all that was not asked about (%s replies)", (kind, replies) => {
		const tally = new Tally();
		const notes = vaultNotes();
		for (const [n, note] of notes.entries())
			fc.assert(
				fc.property(fc.nat(note.length), fc.nat(300), replies, (at, length, reply) =>
					consult(note, at, at + length, reply, tally),
				),
				{ numRuns: sampleSize(2, 125), ...seedOf(1000 + n) },
			);
		if (notes.length > 0) told("demonstration", kind, tally);
	});
});

/** Says what was seen, and sees to it that it was enough. */
function told(notes: string, kind: "plausible" | "spiced" | "any", tally: Tally): void {
	console.log(
		`${notes}, ${kind}: ${tally.refused} refused, ${tally.judged} rows, ${tally.accepted} accepted ` +
			`(${Math.round(tally.share * 100)} %), ${tally.adopted} adoptions, ${tally.grouped} of single groups`,
	);
	expect(tally.judged).toBeGreaterThan(40);
	if (kind !== "plausible") return;
	expect(tally.share).toBeGreaterThan(0.45);
	expect(tally.grouped).toBeGreaterThan(0);
}
