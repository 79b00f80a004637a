import { EditorState } from "@codemirror/state";
import { showPanel } from "@codemirror/view";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openZone, promptZone, showZone, zoneField, type ZonePort } from "../../src/editor/zone";
import { sampleSize } from "../sampling";

const port = (startsOpen: boolean): ZonePort => ({
	isWanted: () => true,
	startsOpen: () => startsOpen,
	turned: () => undefined,
	label: () => "Prompts",
	line: () => ["Style", "Is it clear?", "A Model"],
	open: () => ({ edited: () => undefined, focus: () => undefined, close: () => undefined }),
	onChange: () => () => undefined,
	drawIcon: () => undefined,
});
const stateOf = (startsOpen = false): EditorState =>
	EditorState.create({ doc: "A note.", extensions: [promptZone(port(startsOpen))] });
const panels = (state: EditorState): number => state.facet(showPanel).filter((panel) => panel !== null).length;

describe("the zone's state", () => {
	it("shows no panel until an editor is said to hold a note, and opens as it was left", () => {
		for (const isOpen of [false, true]) {
			const made = stateOf(isOpen);
			expect([panels(made), made.field(zoneField).isShown, made.field(zoneField).isOpen]).toEqual([0, false, isOpen]);
			const shown = made.update({ effects: showZone.of(true) }).state;
			expect([panels(shown), shown.field(zoneField).isOpen]).toEqual([1, isOpen]);
			expect(panels(shown.update({ effects: showZone.of(false) }).state)).toBe(0);
		}
	});

	it("is the same object through every edit, so that a key costs nothing", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(), fc.string({ minLength: 1 })), { maxLength: 20 }), (edits) => {
				let state = stateOf().update({ effects: [showZone.of(true), openZone.of(true)] }).state;
				const zone = state.field(zoneField);
				const [panel] = state.facet(showPanel);
				for (const [at, insert] of edits)
					state = state.update({
						changes: { from: at % (state.doc.length + 1), insert },
						effects: [showZone.of(true), openZone.of(true)],
					}).state;
				expect(state.field(zoneField)).toBe(zone);
				expect(state.facet(showPanel)[0]).toBe(panel);
			}),
			{ numRuns: sampleSize(100) },
		);
	});

	it("keeps its panel when it folds: only what is in it goes", () => {
		const open = stateOf(true).update({ effects: showZone.of(true) }).state;
		const folded = open.update({ effects: openZone.of(false) }).state;
		expect(folded.field(zoneField).isOpen).toBe(false);
		expect(folded.facet(showPanel)).toEqual(open.facet(showPanel));
	});
});
