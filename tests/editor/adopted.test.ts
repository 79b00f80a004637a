import { EditorState } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AdoptedSpan } from "../../src/core/record/marks";
import { AdoptedMarks } from "../../src/editor/adopted";
import { sampleSize } from "../sampling";

const runs = sampleSize(200);
const length = 60;

/** Words at 10 n + 2 to 10 n + 6, each with an undo two letters wider and a record at the end. */
function spans(): AdoptedSpan[] {
	return Array.from({ length: 5 }, (_, n) => {
		const from = 10 * n + 2;
		return {
			from,
			to: from + 4,
			adoption: n,
			before: "mine",
			undo: [{ from: from - 1, to: from + 5, insert: "mine" }],
			record: { range: { from: 52, to: 58 } } as AdoptedSpan["record"],
		};
	});
}

describe("adopted words", () => {
	it("keep their place and their undo through edits elsewhere, and lose them where they are touched", () => {
		const edit = fc.record({ from: fc.nat(), length: fc.nat(4), insert: fc.constantFrom("", "x", "yy\n") });
		fc.assert(
			fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
				let state = EditorState.create({ doc: "abcdefghij".repeat(length / 10) });
				let marks = AdoptedMarks.of(spans());
				let expected = spans();
				for (const { from, length, insert } of edits) {
					const at = from % (state.doc.length + 1);
					const { changes, state: next } = state.update({
						changes: { from: at, to: Math.min(state.doc.length, at + length), insert },
					});
					state = next;
					marks = marks.map(changes);
					if (changes.empty) continue;
					const move = <R extends { from: number; to: number }>(range: R): R => ({
						...range,
						from: changes.mapPos(range.from, 1),
						to: changes.mapPos(range.to, -1),
					});
					expected = expected
						.filter((span) => changes.touchesRange(span.from, span.to) === false)
						.map((span) => ({
							...move(span),
							undo:
								span.undo === null || span.undo.some(({ from, to }) => changes.touchesRange(from, to) !== false)
									? null
									: span.undo.map(move),
							record: { ...span.record, range: move(span.record.range) },
						}));
				}
				const drawn: { from: number; to: number }[] = [];
				marks.decorations.between(0, state.doc.length, (from, to) => void drawn.push({ from, to }));
				expect(drawn).toEqual(expected.map(({ from, to }) => ({ from, to })));
				for (const span of expected) {
					const found = marks.at(span.from + 1);
					expect(found).toMatchObject({ from: span.from, to: span.to, adoption: span.adoption });
					// What was typed beside the words and taken out again leaves the undo as good as it was; else it must be as
					// if each edit was looked at.
					if (span.undo !== null) expect(found?.undo).toEqual(span.undo);
					else if (found?.undo?.[0] !== undefined)
						expect(state.sliceDoc(found.undo[0].from, found.undo[0].to)).toBe("abcdefghij".slice(1, 7));
				}
			}),
			{ numRuns: runs * 5 },
		);
	});
});
