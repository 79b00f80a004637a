import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorOf, findAnchor } from "../../src/core/anchor";

const runs = Number(process.env["FC_RUNS"] ?? 200);
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
		const text = "Before.\n\nThe passage is here.\n\n> [!ai]- Claude · Is it clear? · 2026-11-23\n> **Asked:** Is it clear? “The passage is here.”\n>\n> Yes.\n\nAfter.\n";
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
		const anchor = { quote: "la", prefix: "xxx", suffix: "yyy", from: 100 };
		expect(findAnchor("la et la", anchor)).toBeNull();
	});

	it("finds any range of any text where it is, when nothing changed", () => {
		fc.assert(fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (raw, a, b) => {
			const text = raw.replace(/\r/g, "");
			const from = Math.min(a % (text.length + 1), b % (text.length + 1));
			const to = Math.max(a % (text.length + 1), b % (text.length + 1));
			if (from === to) return;
			expect(findAnchor(text, anchorOf(doc(text), { from, to }))).toEqual({ from, to });
		}), { numRuns: runs });
	});
});
