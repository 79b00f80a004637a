import { history, isolateHistory, redo, undo } from "@codemirror/commands";
import { EditorState, Transaction } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adoptionSpec } from "../../src/editor/adopt";
import {
	barsOf,
	forgetPassages,
	passageOf,
	passages,
	passagesField,
	trackPassages,
	type TrackedPassage,
} from "../../src/editor/passages";
import { Preview, previewField, setPreview } from "../../src/editor/preview";
import { sampleSize } from "../sampling";

const runs = sampleSize(200);
const stateOf = (doc: string): EditorState =>
	EditorState.create({ doc, extensions: [history(), previewField, passages()] });
const run = (
	state: EditorState,
	command: (target: { state: EditorState; dispatch: (transaction: Transaction) => void }) => boolean,
): EditorState => {
	let next = state;
	command({
		state,
		dispatch: (transaction) => {
			next = transaction.state;
		},
	});
	return next;
};

describe("a preview", () => {
	it("never touches the document, and leaves it byte-identical when it goes", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
				fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string())),
				(text, cuts) => {
					const start = stateOf(text);
					const { length } = start.doc;
					let at = 0;
					const changes = cuts.flatMap(([a, b, insert]) => {
						const from = Math.min(length, at + (a % 7));
						const to = Math.min(length, from + (b % 5));
						at = to + 1;
						return at > length ? [] : [{ from, to, insert, role: "picked" as const }];
					});
					const shown = start.update({
						effects: setPreview.of(new Preview({ from: 0, to: Math.min(1, length) }, changes)),
					}).state;
					expect(shown.doc.eq(start.doc)).toBe(true);
					shown.field(previewField)?.decorations();
					const gone = shown.update({ effects: setPreview.of(null) }).state;
					expect(gone.doc.toString()).toBe(start.doc.toString());
					expect(gone.field(previewField)).toBeNull();
				},
			),
			{ numRuns: runs },
		);
	});

	it("leaves out a change whose words are edited meanwhile, and moves the others along", () => {
		const start = stateOf("La maison est belle.").update({
			effects: setPreview.of(
				new Preview(null, [
					{ from: 0, to: 2, insert: "Le", role: "agreeing" },
					{ from: 3, to: 9, insert: "logis", role: "picked" },
				]),
			),
		}).state;
		const typed = start.update({ changes: { from: 1, to: 2, insert: "es" } }).state;
		expect(typed.field(previewField)?.changes).toEqual([{ from: 4, to: 10, insert: "logis", role: "picked" }]);
	});
});

describe("an adoption", () => {
	it("is one undo step with its record, and redo brings both again", () => {
		const text = "Avant.\n\nLa maison est belle.\n\nAprès.";
		const start = stateOf(text).update({ selection: { anchor: 11, head: 17 } }).state;
		const typed = start.update({ changes: { from: 0, to: 0, insert: "x" }, userEvent: "input.type" }).state;
		const adopted = typed.update(
			adoptionSpec(typed, {
				changes: [
					{ from: 9, to: 11, insert: "Le" },
					{ from: 12, to: 18, insert: "logis" },
					{ from: 23, to: 28, insert: "beau" },
				],
				record: { from: 29, to: 29, insert: "\n\n> [!ai]- M" },
				cursorAfter: 18,
				announcement: "",
			}),
		).state;
		expect(adopted.doc.toString()).toBe("xAvant.\n\nLe logis est beau.\n\n> [!ai]- M\n\nAprès.");
		expect(adopted.selection.main.head).toBe("xAvant.\n\nLe logis".length);
		const more = adopted.update({ changes: { from: 0, insert: "y" }, userEvent: "input.type" }).state;
		const back = run(run(more, undo), undo);
		expect(back.doc.toString()).toBe(typed.doc.toString());
		expect(back.selection.eq(typed.selection)).toBe(true);
		expect(run(back, redo).doc.toString()).toBe(adopted.doc.toString());
	});

	it("keeps the cursor before the record when the picked word ends the passage", () => {
		const start = stateOf("Un chat vif");
		const adopted = start.update(
			adoptionSpec(start, {
				changes: [{ from: 8, to: 11, insert: "leste" }],
				record: { from: 11, to: 11, insert: "\n\n> [!ai]" },
				cursorAfter: 11,
				announcement: "",
			}),
		).state;
		expect(adopted.selection.main.head).toBe("Un chat leste".length);
	});
});

describe("tracked passages", () => {
	it("follow edits before, inside and after, and do not take in what is typed at their edges", () => {
		const start = stateOf("One. Two three. Four.").update({
			effects: trackPassages.of([{ id: "a", from: 5, to: 15, look: "running" }]),
		}).state;
		const edited = start.update({
			changes: [
				{ from: 0, insert: "Zero. " },
				{ from: 5, insert: "<" },
				{ from: 9, insert: "and " },
				{ from: 15, insert: ">" },
				{ from: 21, insert: "!" },
			],
		}).state;
		const range = passageOf(edited, "a");
		expect(range && edited.sliceDoc(range.from, range.to)).toBe("Two and three.");
	});

	it("are gone when their text is", () => {
		const start = stateOf("One. Two. Three.").update({
			effects: trackPassages.of([{ id: "a", from: 5, to: 9, look: "running" }]),
		}).state;
		const cut = start.update({ changes: { from: 3, to: 12 }, userEvent: "delete" }).state;
		expect(passageOf(cut, "a")).toBeNull();
	});
});

describe("tracked passages that are cut into", () => {
	const text = "One. Two three. Four.";
	const start = (): EditorState =>
		stateOf(text).update({ effects: trackPassages.of([{ id: "a", from: 5, to: 15, look: "running" }]) }).state;
	const passage = (state: EditorState): string | null => {
		const range = passageOf(state, "a");
		return range && state.sliceDoc(range.from, range.to);
	};

	it("are whole again after an undo, wherever the cut was, and cut again after a redo", () => {
		for (const [from, to, left] of [
			[0, 9, "three."],
			[9, 21, "Two "],
			[7, 10, "Twhree."],
			[0, 21, null],
			[5, 15, null],
		] as const) {
			const cut = start().update({ changes: { from, to }, userEvent: "delete" }).state;
			expect(passage(cut)).toBe(left);
			const back = run(cut, undo);
			expect(passage(back)).toBe("Two three.");
			expect(passage(run(back, redo))).toBe(left);
			expect(passage(run(run(back, redo), undo))).toBe("Two three.");
		}
	});

	it("are whole again though another extension wrote what is no undo step, and never keep it from writing", () => {
		const beside = (state: EditorState, at: number): EditorState =>
			state.update({
				changes: { from: Math.min(at, state.doc.length), insert: "Beside. " },
				annotations: Transaction.addToHistory.of(false),
			}).state;
		for (const [from, to] of [
			[3, 9],
			[9, 18],
			[3, 18],
			[5, 15],
		] as const)
			for (const at of [0, 99]) {
				const cut = start().update({ changes: { from, to }, userEvent: "delete" }).state;
				const back = run(beside(cut, at), undo);
				expect(back.doc.length).toBe(text.length + 8);
				expect(passage(back)).toBe("Two three.");
				const again = run(beside(run(beside(back, at), redo), at), undo);
				expect(passage(again)).toBe("Two three.");
			}
	});

	it("are not taken up again once they were let go, and keep the look they have by then", () => {
		const cut = start().update({ changes: { from: 0, to: 9 }, userEvent: "delete" }).state;
		expect(run(cut.update({ effects: forgetPassages.of(["a"]) }).state, undo).field(passagesField)).toEqual([]);
		const changed = cut.update({
			effects: trackPassages.of([{ id: "a", ...passageOf(cut, "a")!, look: "waiting" }]),
		}).state;
		expect(run(changed, undo).field(passagesField)).toEqual([{ id: "a", from: 5, to: 15, look: "waiting" }]);
	});

	it("stand where they stood once all edits are undone, whatever they were", () => {
		const edits = fc.array(fc.tuple(fc.nat(), fc.nat(9), fc.constantFrom("", "x", "and more"), fc.boolean()), {
			maxLength: 8,
		});
		fc.assert(
			fc.property(edits, fc.nat(20), fc.nat(20), (all, one, other) => {
				const range = { from: Math.min(one, other), to: Math.max(one, other) + 1 };
				let state = stateOf(text).update({ effects: trackPassages.of([{ id: "a", ...range, look: "running" }]) }).state;
				for (const [at, length, insert, apart] of all) {
					const from = at % (state.doc.length + 1);
					state = state.update({
						changes: { from, to: Math.min(state.doc.length, from + length), insert },
						userEvent: "input.type",
						annotations: isolateHistory.of(apart ? "full" : "before"),
					}).state;
				}
				for (let n = 0; n < all.length; n++) state = run(state, undo);
				expect(state.doc.toString()).toBe(text);
				expect(passageOf(state, "a")).toEqual(range);
			}),
			{ numRuns: runs * 5 },
		);
	});
});

describe("tracked passages and their bars", () => {
	const text = fc
		.array(fc.constantFrom("a", "bc", " ", "\n", "\n\n", "word"), { maxLength: 40 })
		.map((parts) => parts.join(""));
	const places = fc.array(fc.tuple(fc.nat(), fc.nat(12)), { minLength: 1, maxLength: 5 });
	const tracked = (length: number, at: readonly (readonly [number, number])[]): TrackedPassage[] =>
		at.map(([a, b], id) => {
			const from = a % (length + 1);
			return { id: String(id), from, to: Math.min(length, from + b), look: id % 2 === 0 ? "running" : "waiting" };
		});

	it("each go where their ends go, after any edits", () => {
		const edits = fc.array(fc.array(fc.tuple(fc.nat(), fc.nat(6), text), { minLength: 1, maxLength: 3 }), {
			maxLength: 6,
		});
		fc.assert(
			fc.property(text, places, edits, (start, at, all) => {
				let state = stateOf(start);
				let expected = tracked(start.length, at);
				state = state.update({ effects: trackPassages.of(expected) }).state;
				for (const some of all) {
					const changes = some
						.map(([from, length, insert]) => ({
							from: from % (state.doc.length + 1),
							length,
							insert: insert.slice(0, 5),
						}))
						.sort((a, b) => a.from - b.from)
						.map(({ from, length, insert }, n, sorted) => ({
							from,
							to: Math.min(state.doc.length, from + length, sorted[n + 1]?.from ?? Infinity),
							insert,
						}));
					const transaction = state.update({ changes });
					expected = expected.map((passage) => {
						const from = transaction.changes.mapPos(passage.from, 1);
						return { ...passage, from, to: Math.max(from, transaction.changes.mapPos(passage.to, -1)) };
					});
					state = transaction.state;
					expect(state.field(passagesField)).toEqual(expected);
				}
			}),
			{ numRuns: runs * 5 },
		);
	});

	it("stand beside the same lines whatever part of a note is in sight", () => {
		const drawn = (set: ReturnType<typeof barsOf>, from: number, to: number): unknown[] => {
			const found: unknown[] = [];
			set.between(from, to, (pos, _to, value) => void found.push([pos, (value.spec as { class: string }).class]));
			return found;
		};
		fc.assert(
			fc.property(text, places, fc.nat(), fc.nat(), (start, at, one, other) => {
				const { doc } = stateOf(start);
				const passages = tracked(start.length, at);
				const lines = [one, other].map((n) => doc.line(1 + (n % doc.lines))).sort((a, b) => a.from - b.from);
				const [from, to] = [lines[0]!.from, lines[1]!.to];
				expect(drawn(barsOf(passages, doc, { from, to }), 0, doc.length)).toEqual(
					drawn(barsOf(passages, doc, { from: 0, to: doc.length }), from, to),
				);
			}),
			{ numRuns: runs * 5 },
		);
	});
});
