import { StateEffect, StateField, type ChangeDesc, type EditorState, type Extension, type Text } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { Range } from "../core/text";
import { editorPort } from "./config";

/** What the passage of a consultation shows in the text: nothing for one that waits for the friend to begin. */
export type PassageLook = "running" | "waiting" | "failed";

/** A passage that a consultation is about. */
export interface TrackedPassage extends Range {
	readonly id: string;
	readonly look: PassageLook;
	/** Whether its answer stands elsewhere, beside the text, and a marker leads there. */
	readonly answer: boolean;
}

/** Starts tracking passages, or says anew where they are and how they look. */
export const trackPassages = StateEffect.define<readonly TrackedPassage[]>({
	map: (passages, changes) => passages.map((passage) => moved(passage, changes)),
});

/** Stops tracking the passages of these consultations; `null` stops all. */
export const forgetPassages = StateEffect.define<readonly string[] | null>();

/** Passages of running and waiting consultations, mapped through every edit. A passage whose text was deleted is kept as an empty range. */
export type Passages = readonly TrackedPassage[];

/** Passages after an edit. */
function mapped(passages: Passages, changes: ChangeDesc): Passages {
	if (changes.empty || passages.length === 0) return passages;
	let first = Infinity;
	let last = 0;
	changes.iterChangedRanges((fromA, toA) => {
		first = Math.min(first, fromA);
		last = toA;
	});
	const grown = changes.newLength - changes.length;
	// Most passages lie all before or all behind what is typed.
	return passages.map((passage) => {
		if (passage.to < first) return passage;
		const { from, to } = passage;
		return from > last ? { ...passage, from: from + grown, to: to + grown } : moved(passage, changes);
	});
}

// Text typed at a passage's edge is the writer going on, not part of what was asked about.
function moved(passage: TrackedPassage, changes: ChangeDesc): TrackedPassage {
	const from = changes.mapPos(passage.from, 1);
	return { ...passage, from, to: Math.max(from, changes.mapPos(passage.to, -1)) };
}

/** The passages tracked in one editor. */
export const passagesField = StateField.define<Passages>({
	create: () => [],
	update(passages, transaction) {
		let next = mapped(passages, transaction.changes);
		for (const effect of transaction.effects) {
			if (effect.is(trackPassages)) {
				const known = new Set(effect.value.map((passage) => passage.id));
				next = [...next.filter((passage) => !known.has(passage.id)), ...effect.value];
			} else if (effect.is(forgetPassages)) {
				const gone = effect.value;
				next = gone === null ? [] : next.filter((passage) => !gone.includes(passage.id));
			}
		}
		return next;
	},
});

/** Where a consultation's passage stands in this editor now; null when it is not tracked here or its text is gone. */
export function passageOf(state: EditorState, id: string): Range | null {
	const found = state.field(passagesField, false)?.find((passage) => passage.id === id);
	return found && found.to > found.from ? { from: found.from, to: found.to } : null;
}

/** Says which passage's answer the writer is at; null for none. */
export const focusPassage = StateEffect.define<string | null>();

/** The passage whose answer the writer is at. */
export const focusedPassage = StateField.define<string | null>({
	create: () => null,
	update: (focused, transaction) => transaction.effects.reduce((now, effect) => (effect.is(focusPassage) ? effect.value : now), focused),
});

const bar = Decoration.line({ class: "expert-friend-passage" });
const focusedBar = Decoration.line({ class: "expert-friend-passage is-focused" });

/**
 * The bars beside the lines of passages, of the lines from one position to another. They take no room in the text, so nothing jumps when an answer comes.
 * @param focused the passage whose bar stands out
 */
export function barsOf(passages: Passages, doc: Text, { from, to }: Range, focused: string | null = null): DecorationSet {
	const lines = new Map<number, Decoration>();
	for (const passage of passages) {
		if (passage.to === passage.from || passage.to < from || passage.from > to) continue;
		const last = Math.min(passage.to, to);
		for (let line = doc.lineAt(Math.max(passage.from, from)); ; line = doc.line(line.number + 1)) {
			if (lines.get(line.from) !== focusedBar) lines.set(line.from, passage.id === focused ? focusedBar : bar);
			if (line.to >= last || line.number === doc.lines) break;
		}
	}
	return Decoration.set([...lines].map(([line, look]) => look.range(line)), true);
}

// Only what is in sight is drawn: the editor compares all decorations that it knows at every key.
const bars = ViewPlugin.fromClass(class {
	decorations: DecorationSet;

	constructor(view: EditorView) {
		this.decorations = this.drawn(view);
	}

	update({ docChanged, viewportChanged, startState, state, view }: ViewUpdate): void {
		if (docChanged || viewportChanged || startState.field(passagesField) !== state.field(passagesField) || startState.field(focusedPassage) !== state.field(focusedPassage)) this.decorations = this.drawn(view);
	}

	private drawn({ state, viewport }: EditorView): DecorationSet {
		const passages = state.field(passagesField);
		return passages.length === 0 ? Decoration.none : barsOf(passages, state.doc, viewport, state.field(focusedPassage));
	}
}, { decorations: (plugin) => plugin.decorations });

// Obsidian reuses an editor when another note is opened in its pane, so the path can change under the same view.
const watchNote = ViewPlugin.fromClass(class {
	private path: string | null = null;

	constructor(private readonly view: EditorView) {
		this.look();
	}

	update(update: ViewUpdate): void {
		if (!this.look() && update.docChanged && this.path !== null) update.state.facet(editorPort)?.noteEdited(update.view, this.path);
	}

	/** Whether the editor shows another note than before. */
	private look(): boolean {
		const port = this.view.state.facet(editorPort);
		const path = port?.pathOf(this.view.state) ?? null;
		if (path === this.path) return false;
		this.path = path;
		// An update may not dispatch; what follows from the new note comes right after it.
		if (port !== null && path !== null) void Promise.resolve().then(() => port.noteShown(this.view, path));
		return true;
	}
});

/** Tracks passages and tells the port which note an editor shows. */
export function passages(): Extension {
	return [passagesField, focusedPassage, bars, watchNote];
}
