import { ChangeSet, EditorState, Text, type Extension, type Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { write, type WritableEditor } from "../../src/editor/adopt";
import { sampleSize } from "../sampling";

/** An editor without a page. */
class Editor implements WritableEditor {
	state: EditorState;

	constructor(doc: string, extensions: Extension) {
		this.state = EditorState.create({ doc, extensions });
	}

	dispatch(transaction: Transaction): void {
		this.state = transaction.state;
	}

	get text(): string {
		return this.state.doc.toString();
	}
}

const doc = "---\nedited: 1\n---\n\nThe small cat.\n\nThe end.\n";
const words = { from: doc.indexOf("small"), to: doc.indexOf("small") + 5, insert: "little" };
const record = { from: doc.indexOf("\n\nThe end"), insert: "\n\n> [!ai]- M" };
const meant = doc.replace("small", "little").replace("\n\nThe end", "\n\n> [!ai]- M\n\nThe end");

const guards: readonly (readonly [string, Extension])[] = [
	["lets nothing be changed", EditorState.changeFilter.of(() => false)],
	["guards the words", EditorState.changeFilter.of(() => [words.from, words.to])],
	["guards a part of the words", EditorState.changeFilter.of(() => [words.from + 2, words.from + 3])],
	["guards the record's place", EditorState.changeFilter.of(() => [record.from - 1, record.from + 1])],
	["drops every transaction", EditorState.transactionFilter.of(() => [])],
	[
		"keeps what it is given short",
		EditorState.transactionFilter.of((transaction) => {
			const changes: { from: number; to: number; insert: string }[] = [];
			transaction.changes.iterChanges((from, to, _fromB, _toB, inserted) => {
				changes.push({ from, to, insert: inserted.toString().slice(0, 4) });
			});
			return { changes };
		}),
	],
	[
		"fails",
		EditorState.transactionFilter.of(() => {
			throw new Error("A filter's own fault.");
		}),
	],
	[
		"undoes what is written within the same step",
		EditorState.transactionFilter.of((transaction) => [
			transaction,
			{ changes: transaction.changes.invert(transaction.startState.doc), sequential: true },
		]),
	],
	["makes the editor read-only", EditorState.readOnly.of(true)],
	["makes the editor one that can't be edited", EditorView.editable.of(false)],
];

describe("a write into an editor", () => {
	it.each(guards)("is made wholly or not at all where another extension %s", (_what, guard) => {
		const editor = new Editor(doc, guard);
		expect(write(editor, { changes: [words, record] })).toBe(false);
		expect(editor.text).toBe(doc);
	});

	it("is made in an editor of its own, and beside what others keep elsewhere in the same step", () => {
		const own = new Editor(doc, []);
		expect(write(own, { changes: [words, record] })).toBe(true);
		expect(own.text).toBe(meant);
		const dated = new Editor(
			doc,
			EditorState.transactionFilter.of((transaction) => [transaction, { changes: { from: 12, to: 13, insert: "2" } }]),
		);
		expect(write(dated, { changes: [words, record] })).toBe(true);
		expect(dated.text).toBe(meant.replace("edited: 1", "edited: 2"));
	});

	it("is none when nobody takes what is dispatched", () => {
		const deaf = new Editor(doc, []);
		deaf.dispatch = () => undefined;
		expect(write(deaf, { changes: [words, record] })).toBe(false);
	});

	it("leaves the document as it was or as it was meant, whatever is guarded", () => {
		const edit = fc.record({ from: fc.nat(), length: fc.nat(6), insert: fc.constantFrom("", "x", "yy\n", "small") });
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(12), (edits, at, length) => {
				let free = 0;
				const changes = edits.flatMap(({ from, length: size, insert }) => {
					const start = free + (from % 9);
					free = start + size + 1;
					return free > doc.length ? [] : [{ from: start, to: start + size, insert }];
				});
				const from = at % doc.length;
				const editor = new Editor(
					doc,
					EditorState.changeFilter.of(() => [from, Math.min(doc.length, from + length)]),
				);
				const expected = ChangeSet.of(changes, doc.length)
					.apply(Text.of(doc.split("\n")))
					.toString();
				const isWritten = write(editor, { changes });
				expect(editor.text).toBe(isWritten ? expected : doc);
			}),
			{ numRuns: sampleSize(500) },
		);
	});
});
