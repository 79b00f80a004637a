import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorOf, findAnchor } from "../../../src/core/consultation/anchor";
import { composed } from "../../../src/core/text/composed";
import { sampleSize } from "../../sampling";

const runs = sampleSize(200);
const doc = (text: string): Text => Text.of(text.split("\n"));

describe("an anchor", () => {
	it("finds its passage after edits before and after it", () => {
		const text = "One thing. The passage is here. Another thing.";
		const anchor = anchorOf(doc(text), { from: 11, to: 31 });
		expect(anchor.quote).toBe("The passage is here.");
		expect(findAnchor(`A new beginning, quite long. ${text} And an end.`, anchor)).toEqual({ from: 40, to: 60 });
	});

	it("tells repeated sentences apart by what stands around them", () => {
		const text = "He waits. It rains.\n\nShe leaves. It rains.\n\nThey stay. It rains.";
		const from = text.indexOf("It rains.", 30);
		const anchor = anchorOf(doc(text), { from, to: from + 9 });
		const edited = `New.\n\n${text}`;
		expect(findAnchor(edited, anchor)).toEqual({ from: from + 6, to: from + 15 });
	});

	it("is lost when its words are gone", () => {
		const anchor = anchorOf(doc("One two three."), { from: 4, to: 7 });
		expect(findAnchor("One deux three.", anchor)).toBeNull();
	});

	it("does not take a record that quotes it for the passage", () => {
		const text =
			"Before.\n\nThe passage is here.\n\n> [!ai]- Claude · Is it clear? · 2026-11-23\n> **Asked:** Is it " +
			"clear? “The passage is here.”\n>\n> Yes.\n\nAfter.\n";
		const at = text.indexOf("The passage");
		const anchor = anchorOf(doc(text), { from: at, to: at + 20 });
		expect(findAnchor(text, anchor)).toEqual({ from: at, to: at + 20 });
		expect(findAnchor(text.replace("The passage is here.\n\n", ""), anchor)).toBeNull();
		// A passage of the record itself is found there.
		const quoted = text.lastIndexOf("The passage");
		const inside = anchorOf(doc(text), { from: quoted, to: quoted + 20 });
		expect(findAnchor(`New.\n\n${text}`, inside)).toEqual({ from: quoted + 6, to: quoted + 26 });
	});

	it("does not guess between two places that fit equally badly", () => {
		const anchor = { quote: "la", prefix: "xxx", suffix: "yyy", from: 100, others: 0, alike: 0 };
		expect(findAnchor("la et la", anchor)).toBeNull();
	});

	it("finds words that were moved, as long as they stood nowhere else", () => {
		const anchor = anchorOf(doc("One here. The passage. Two there."), { from: 10, to: 22 });
		expect(findAnchor("One here. Two there.\n\nAnd at the very end: The passage.", anchor)).toEqual({
			from: 43,
			to: 55,
		});
	});

	it("never takes another place with the same words for one that is gone", () => {
		const text = "It rains.\n\nHe waits for a long time in the street near the old station.\n\nIt rains.\n";
		const anchor = anchorOf(doc(text), { from: 0, to: 9 });
		expect(findAnchor(text.slice(9), anchor)).toBeNull();
		// Nor once it was pasted where it can't be told from the other.
		expect(findAnchor(`${text.slice(9)}\nIt rains.\n`, anchor)).toBeNull();
		expect(findAnchor(`A beginning.\n\n${text}`, anchor)).toEqual({ from: 14, to: 23 });
	});

	it("tells places that are alike apart by where they stand only", () => {
		const refrain =
			"And the wind says what it always says to us,\nit rains,\nand nobody in the whole town is there to hear.\n";
		const text = `One.\n\n${refrain}\nTwo.\n\n${refrain}`;
		const from = text.lastIndexOf("it rains,");
		const anchor = anchorOf(doc(text), { from, to: from + 9 });
		expect(findAnchor(text, anchor)).toEqual({ from, to: from + 9 });
		expect(findAnchor(`New.\n\n${text}`, anchor)).toBeNull();
	});

	it("finds the passage or nothing, whatever happens to the paragraphs of the note", () => {
		const sentences = [
			"It rains.",
			"He waits.",
			"She left the house before the others had come down.",
			"Nobody knows.",
		];
		const edits = fc.array(fc.record({ kind: fc.constantFrom("new", "new", "delete", "gone", "twin"), at: fc.nat() }), {
			maxLength: 4,
		});
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 }),
				fc.nat(),
				edits,
				(start, which, all) => {
					let paragraphs = start.map((text, n) => ({ text, own: n === which % start.length }));
					const textOf = (): string => paragraphs.map(({ text }) => text).join("\n\n");
					const own = (): number => paragraphs.findIndex((one) => one.own);
					const place = (index: number): number =>
						paragraphs.slice(0, index).reduce((sum, { text }) => sum + text.length + 2, 0);
					const passage = paragraphs[own()]!.text;
					const anchor = anchorOf(doc(textOf()), { from: place(own()), to: place(own()) + passage.length });
					for (const { kind, at } of all) {
						const index = at % (paragraphs.length + 1);
						if (kind === "new")
							paragraphs = [
								...paragraphs.slice(0, index),
								{ text: `Something new, number ${at}.`, own: false },
								...paragraphs.slice(index),
							];
						// The same words far away.
						else if (kind === "twin")
							paragraphs = [
								...paragraphs,
								{ text: `Much later, when everyone had forgotten all about it, ${at}.`, own: false },
								{ text: passage, own: false },
							];
						else paragraphs = paragraphs.filter((one, n) => (kind === "gone" ? !one.own : one.own || n !== index));
					}
					// Written again elsewhere and gone where it was: moved.
					if (own() < 0 && all.some(({ kind }) => kind === "twin")) return;
					const found = findAnchor(textOf(), anchor);
					if (found === null) return;
					const stands =
						own() < 0 ? null : anchorOf(doc(textOf()), { from: place(own()), to: place(own()) + passage.length });
					// Among others it is told by its surroundings, where it has them still.
					if (
						anchor.others > 0 &&
						stands !== null &&
						(stands.prefix !== anchor.prefix || stands.suffix !== anchor.suffix)
					)
						return;
					// One of several lines that are all the same was deleted: nobody can say which.
					const now = anchorOf(doc(textOf()), found);
					if (found.from === anchor.from && now.prefix === anchor.prefix && now.suffix === anchor.suffix) return;
					expect(found.from, textOf()).toBe(stands?.from ?? null);
				},
			),
			{ numRuns: runs * 10 },
		);
	});

	it("finds any range of any text where it is, when nothing changed", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (raw, a, b) => {
				const text = raw.replace(/\r/g, "");
				const from = Math.min(a % (text.length + 1), b % (text.length + 1));
				const to = Math.max(a % (text.length + 1), b % (text.length + 1));
				if (from === to) return;
				expect(findAnchor(text, anchorOf(doc(text), { from, to }))).toEqual({ from, to });
			}),
			{ numRuns: runs },
		);
	});
});

describe("an anchor in a note whose accents are written anew", () => {
	const quote = "L’été où la forêt brûla, déjà côte à côte avec 한국어.";
	const text = `Première idée.\n\n${quote}\n\nAprès : l’Å et le क़.\n`.normalize("NFC");
	const from = text.indexOf("L’été");
	const to = text.indexOf("\n\nAprès");

	it.each([
		["NFC", "NFD"],
		["NFD", "NFC"],
	] as const)("finds its passage, from %s to %s", (before, after) => {
		const written = text.normalize(before);
		const at = written.indexOf(quote.normalize(before));
		const anchor = anchorOf(doc(written), { from: at, to: at + quote.normalize(before).length });
		const found = findAnchor(text.normalize(after), anchor);
		expect(found).not.toBeNull();
		expect(text.normalize(after).slice(found!.from, found!.to)).toBe(quote.normalize(after));
	});

	it("finds it where only some are", () => {
		const anchor = anchorOf(doc(text), { from, to });
		const mixed = text.replace("é", "e\u0301").replace("û", "u\u0302");
		const found = findAnchor(mixed, anchor);
		expect(mixed.slice(found!.from, found!.to).normalize("NFC")).toBe(quote.normalize("NFC"));
	});

	it("is lost where another accent makes another word", () => {
		const anchor = anchorOf(doc(text), { from, to });
		expect(findAnchor(text.normalize("NFD").replace("e\u0301te\u0301", "ete\u0301"), anchor)).toBeNull();
	});

	it("has places that lead back, whatever a text is made of", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("é", "e\u0301", "a", "\u0301", "각", "\u1100\u1161\u11a8", "Å", "क़", "😀")),
				(parts) => {
					const written = parts.join("");
					const plain = composed(written);
					expect(plain.text).toBe(written.normalize("NFC"));
					for (let n = 0; n <= parts.length; n++) {
						const head = parts.slice(0, n).join("");
						// A mark belongs to what stands before it.
						if (parts[n] !== "\u0301") expect(plain.placeOf(composed(head).text.length)).toBe(head.length);
					}
				},
			),
			{ numRuns: runs },
		);
	});
});
