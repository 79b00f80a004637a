import { Text } from "@codemirror/state";
import { tests as examples } from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockAt } from "../../../src/core/markdown/block";
import { Readings } from "../../../src/core/markdown/reading";
import { passageAt, recordPlaceAfter, type Passage } from "../../../src/core/markdown/passage";
import { snapToWords } from "../../../src/core/markdown/words";
import { sampleSize } from "../../sampling";

const runs = sampleSize(200);
const docOf = (text: string): Text => Text.of(text.split("\n"));

/** A note with its selection drawn in: `[selected]` or a `|` for the cursor. */
function drawn(note: string): { doc: Text; from: number; to: number } {
	const cursor = note.indexOf("¦");
	if (cursor >= 0) return { doc: docOf(note.replace("¦", "")), from: cursor, to: cursor };
	const from = note.indexOf("⟨");
	const to = note.indexOf("⟩") - 1;
	return { doc: docOf(note.replace(/[⟨⟩]/g, "")), from, to };
}

function look(note: string): { passage: Passage; sentence: string; selection: string; doc: Text } {
	const { doc, from, to } = drawn(note);
	const found = passageAt(doc, from, to, new Readings());
	if ("refusal" in found) throw new Error(`Refused: ${found.refusal}`);
	return {
		passage: found.passage,
		doc,
		sentence: doc.sliceString(found.passage.sentence.from, found.passage.sentence.to),
		selection: doc.sliceString(found.passage.selection.from, found.passage.selection.to),
	};
}

describe("a passage", () => {
	it.each([
		["a word", "One cat ⟨sleeps⟩ here. Two.", "words", "sleeps", "One cat sleeps here."],
		["half a word", "One cat sl⟨ee⟩ps here. Two.", "words", "sleeps", "One cat sleeps here."],
		["several words", "One ⟨cat sle⟩eps here. Two.", "words", "cat sleeps", "One cat sleeps here."],
		["an elided noun", "C'est l'⟨uti⟩lisateur qui lit.", "words", "utilisateur", "C'est l'utilisateur qui lit."],
		["a hyphenated word", "Un porte⟨-mon⟩naie rouge.", "words", "porte-monnaie", "Un porte-monnaie rouge."],
		["the sentence at the cursor", "One. Two th¦ree. Four.", "sentence", "Two three.", "Two three."],
		["all of a paragraph, one word", "Before.\n\n⟨Silence.⟩\n\nAfter.", "words", "Silence", "Silence."],
		["a paragraph of one word with its line break", "Before.\n\n⟨Silence\n⟩\nAfter.", "words", "Silence", "Silence"],
		["a sentence of one word", "It was dark. ⟨Silence!⟩ Then a bell.", "words", "Silence", "Silence!"],
		[
			"the word at the cursor, all there is of the sentence",
			"Before. Sil¦ence. After.",
			"words",
			"Silence",
			"Silence.",
		],
		["a whole sentence without spaces between words", "⟨我喜欢猫。⟩", "sentence", "我喜欢猫。", "我喜欢猫。"],
		["a whole sentence", "One. ⟨Two three.⟩ Four.", "sentence", "Two three.", "Two three."],
		["all of an item, a few words", "- ⟨call the smith⟩\n- rest", "words", "call the smith", "call the smith"],
		["all of a cell, one word", "| a | b |\n| --- | --- |\n| ⟨one⟩ | two |", "words", "one", "one"],
		[
			"several sentences, with the stop of the last",
			"One. ⟨Two three. Fo⟩ur.",
			"passage",
			"Two three. Four.",
			"Two three. Four.",
		],
		["parts of several sentences", "One. Two ⟨three. Fo⟩ur five.", "passage", "three. Four", "Two three. Four five."],
		["a list item", "- first\n- second ⟨item⟩ here\n- third", "words", "item", "second item here"],
		["a task", "- [ ] buy ⟨bread⟩ today", "words", "bread", "buy bread today"],
		["a table cell", "| a | b |\n| --- | --- |\n| one | two ⟨three⟩ |", "words", "three", "two three"],
		["a heading", "## The ⟨long⟩ road ##\n\nText.", "words", "long", "The long road"],
		["a quote", "> He ⟨said⟩ it.\n> Twice.", "words", "said", "He said it."],
		["a callout", "> [!note] Title\n> The ⟨body⟩ of it.", "words", "body", "The body of it."],
		["a callout's title", "> [!note]- A ⟨fine⟩ title\n> Body.", "words", "fine", "A fine title"],
		["a footnote", "Text.[^1]\n\n[^1]: The ⟨source⟩ of it.", "words", "source", "The source of it."],
		["across emphasis", "A ⟨*very* good⟩ day.", "words", "very* good", "A *very* good day."],
		[
			"a link's words",
			"See [the ⟨old⟩ house](http://x.example/a.b) there.",
			"words",
			"old",
			"See [the old house](http://x.example/a.b) there.",
		],
		["a block id", "The ⟨end⟩ is near. ^abc", "words", "end", "The end is near."],
		["a hard-wrapped sentence", "It goes\non ⟨and⟩ on. Then.", "words", "and", "It goes\non and on."],
		[
			"paragraphs",
			"⟨One two.\n\nThree four.⟩\n\nFive.",
			"passage",
			"One two.\n\nThree four.",
			"One two.\n\nThree four.",
		],
		["list items", "- ⟨one two\n- three⟩ four", "passage", "one two\n- three", "one two\n- three four"],
	] as const)("is found for %s", (_what, note, kind, selection, sentence) => {
		const found = look(note);
		expect(found.passage.kind).toBe(kind);
		expect(found.selection).toBe(selection);
		expect(found.sentence).toBe(sentence);
	});

	it.each([
		["frontmatter", "---\ntitle: A ¦note\n---\n\nText.", "frontmatter"],
		["a fence", "Text.\n\n```js\nlet ¦x = 1;\n```", "code"],
		["a fence in a list", "- item\n  ```\n  let ¦x\n  ```", "code"],
		["a fence in a quote", "> ~~~\n> le¦t x\n> ~~~", "code"],
		["display maths", "$$\nx ¦= 1\n$$", "math"],
		["a comment", "%%\nnot ¦shown\n%%", "comment"],
		["inline code", "Use `⟨npm⟩ ci` here.", "code"],
		["inline maths", "Let $⟨x⟩ = 1$ be.", "math"],
		["a blank line", "One.\n¦\nTwo.", "nothing"],
		["a rule", "One.\n\n--¦-\n\nTwo.", "nothing"],
	] as const)("is refused in %s", (_where, note, refusal) => {
		const { doc, from, to } = drawn(note);
		expect(passageAt(doc, from, to, new Readings())).toEqual({ refusal });
	});
});

describe("the place of a record", () => {
	it.each([
		["a paragraph", "One ¦two.\nthree\n\nFour.", "One two.\nthree"],
		["a whole list", "- a\n  - ¦b\n- c\n\nText.", "- a\n  - b\n- c"],
		["a loose list", "- ¦a\n\n- b\n\nText.", "- a\n\n- b"],
		["a table", "| a |\n| - |\n| ¦b |\n| c |\n\nText.", "| a |\n| - |\n| b |\n| c |"],
		["a quote", "> a\n> ¦b\n\nText.", "> a\n> b"],
		["a callout", "> [!note]\n> ¦a\n>\n> b\n\nText.", "> [!note]\n> a\n>\n> b"],
		["a heading", "# A ¦b\nText.", "# A b"],
		["a block with its id below", "| a |\n| - |\n| ¦b |\n\n^id\n\nText.", "| a |\n| - |\n| b |\n\n^id"],
		[
			"a fence in a list",
			"- ¦a\n  ```\n  code\n\n  more\n  ```\n- b\n\nText.",
			"- a\n  ```\n  code\n\n  more\n  ```\n- b",
		],
	] as const)("is after %s", (_what, note, before) => {
		const { doc, from } = drawn(note);
		expect(doc.sliceString(0, recordPlaceAfter(doc, from))).toBe(before);
	});
});

describe("words", () => {
	it("are never cut within a character as people see it", () => {
		const text = "👩‍🚀 e\u0301te\u0301 漢字仮名交じり文 naïve 🇫🇷!";
		const starts = new Set(
			[...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)]
				.map(({ index }) => index)
				.concat(text.length),
		);
		for (let from = 0; from <= text.length; from++) {
			for (let to = from; to <= text.length; to++) {
				const range = snapToWords(text, from, to);
				expect(starts.has(range.from), `${from}-${to}`).toBe(true);
				expect(starts.has(range.to), `${from}-${to}`).toBe(true);
			}
		}
	});
});

const pieces = fc.constantFrom(
	"# Title",
	"A sentence here. And another one!",
	"- item one",
	"  - nested item",
	"1. first",
	"- [ ] task",
	"> quoted words",
	"> [!note]- Title",
	"> > deep",
	"| a | b |",
	"| --- | --- |",
	"```",
	"```js",
	"~~~",
	"$$",
	"%%",
	"---",
	"",
	"",
	"[^1]: A note.",
	"[^2]: A note.\n\n    More of it.",
	"- item\n\n  more of it",
	"Text.\n\nMore text.",
	"Words %% and a\n\nremark %% end.\n\n",
	"```js\nx\n\ny\n```\n\n",
	"Text[^1] with [[Link|alias]] and `code`.",
	"« Oui ? » dit-il. — Non.",
	"^block-id",
	"<div>",
	"<!--",
	"-->",
	"    indented",
	"\ttabbed",
	"***",
	"e\u0301 👩‍🚀 漢字。",
	"x == y ~~z~~ %%c%%",
);

describe("any note and any selection", () => {
	const check = (text: string, a: number, b: number): void => {
		const doc = docOf(text);
		const from = Math.min(a, b) % (doc.length + 1);
		const to = Math.max(from, Math.max(a, b) % (doc.length + 1));
		const found = passageAt(doc, from, to, new Readings());
		const at = recordPlaceAfter(doc, from);
		expect(doc.lineAt(at).to).toBe(at);
		if ("refusal" in found) return;
		const { selection, sentence, segments, recordAt } = found.passage;
		expect(sentence.from).toBeLessThanOrEqual(sentence.to);
		expect(selection.from).toBeGreaterThanOrEqual(sentence.from);
		expect(selection.to).toBeLessThanOrEqual(sentence.to);
		expect(sentence.to).toBeLessThanOrEqual(recordAt);
		for (const segment of segments) {
			expect(segment.from).toBeGreaterThanOrEqual(sentence.from);
			expect(segment.to).toBeLessThanOrEqual(sentence.to);
		}
	};

	it("give ranges that lie within one another (generated notes)", () => {
		fc.assert(
			fc.property(fc.array(pieces, { minLength: 1, maxLength: 14 }), fc.nat(2000), fc.nat(2000), (lines, a, b) =>
				check(lines.join("\n"), a, b),
			),
			{ numRuns: runs * 5 },
		);
	});

	it("give ranges that lie within one another (CommonMark's examples)", () => {
		for (const { markdown } of examples)
			for (let at = 0; at <= markdown.length; at += 3) check(markdown, at, at + (at % 7));
	});

	it("read a note in pieces, and keep them through edits: it is what reading it at once gives", () => {
		fc.assert(
			fc.property(
				fc.array(pieces, { minLength: 30, maxLength: 120 }),
				fc.array(fc.tuple(fc.nat(5000), fc.nat(20), pieces), { maxLength: 12 }),
				(lines, edits) => {
					const readings = new Readings(64);
					let doc: Text = docOf(lines.join("\n"));
					for (const [at, length, insert] of edits) {
						const from = at % (doc.length + 1);
						doc = doc.replace(from, Math.min(doc.length, from + length), docOf(insert));
						const whole = new Readings(Infinity);
						for (let number = 1; number <= doc.lines; number += 5)
							expect(blockAt(doc, doc.line(number).from, readings)).toEqual(blockAt(doc, doc.line(number).from, whole));
					}
				},
			),
			{ numRuns: runs },
		);
	});

	it.each([
		"[a]: b\n",
		"```\nx\n```\n\n",
		"> a b\n",
		"- a b\n",
		"A b c.\n\n",
		"M. ",
		"[[a",
		"![a",
		"^[a",
		"[^a",
		"{{a",
		"<!-- a",
		"*a ",
	])("end, where nothing but this comes again and again: %j", (piece) => {
		const doc = docOf(`Words here.\n\n${piece.repeat(4000)}\n\nWords there.`);
		const readings = new Readings();
		expect(passageAt(doc, doc.length >> 1, doc.length >> 1, readings)).toBeDefined();
		expect(passageAt(doc, 0, doc.length, readings)).toHaveProperty("passage");
	});
});
