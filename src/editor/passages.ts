import { invertedEffects } from "@codemirror/commands";
import {
	StateEffect,
	StateField,
	type ChangeDesc,
	type EditorState,
	type Extension,
	type Text,
} from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { Range } from "../core/text/text";
import { editorPort } from "./config";
import { isElement } from "./elements";

/** What the passage of a consultation shows in the text. */
export type PassageLook = "running" | "waiting" | "failed" | "remark";

/** A passage that a consultation is about. One without a look is followed and not shown. */
export interface TrackedPassage extends Range {
	readonly id: string;
	readonly look: PassageLook | null;
	/** What stands beside its first line in place of an icon: the number of a remark. */
	readonly sign?: string;
}

/** Starts tracking passages, or says anew where they are and how they look. */
export const trackPassages = StateEffect.define<readonly TrackedPassage[]>({
	map: (passages, changes) => passages.map((passage) => moved(passage, changes)),
});

/** Stops tracking the passages of these consultations; `null` stops all. */
export const forgetPassages = StateEffect.define<readonly string[] | null>();

/** Where a tracked passage stood before an edit cut into it, how long it was, and which of its ends the edit took. */
interface Uncut extends Range {
	readonly id: string;
	readonly size: number;
	readonly lost: "head" | "tail" | "both";
	/** How far behind the beginning of what the edit changed it began. */
	readonly offset: number;
}

/** Says of passages that are tracked still where they stood before an edit cut into them: the edit is undone. */
const standAgain = StateEffect.define<readonly Uncut[]>({
	map: (passages, changes) => passages.map((passage) => ({ ...passage, ...movedBack(passage, changes) })),
});

/**
 * Passages of running and waiting consultations, mapped through every edit. A passage whose text was deleted is kept
 * as an empty range.
 */
export type Passages = readonly TrackedPassage[];

/** Passages after an edit. */
function mapped(passages: Passages, changes: ChangeDesc): Passages {
	if (changes.empty || passages.length === 0) return passages;
	const { from: first, to: last } = changedPart(changes);
	const grown = changes.newLength - changes.length;
	// Most passages lie all before or all behind what is typed.
	return passages.map((passage) => {
		if (passage.to < first) return passage;
		const { from, to } = passage;
		return from > last ? { ...passage, from: from + grown, to: to + grown } : moved(passage, changes);
	});
}

/** From the first to the last change, in the document before them. */
function changedPart(changes: ChangeDesc): Range {
	let from = Infinity;
	let to = 0;
	changes.iterChangedRanges((fromA, toA) => {
		from = Math.min(from, fromA);
		to = toA;
	});
	return { from, to };
}

function moved(passage: TrackedPassage, changes: ChangeDesc): TrackedPassage {
	return { ...passage, ...movedRange(passage, changes) };
}

// Text typed at a passage's edge is the writer going on, not part of what was asked about.
function movedRange({ from, to }: Range, changes: ChangeDesc): Range {
	const start = changes.mapPos(from, 1);
	return { from: start, to: Math.max(start, changes.mapPos(to, -1)) };
}

/**
 * A range of the document as an undo will make it, after changes that are no undo steps. The history has effects mapped
 * as if they were of the document as it is, which may be shorter: what is behind its end moves with the end.
 */
function movedBack({ from, to }: Range, changes: ChangeDesc): Range {
	const grown = changes.newLength - changes.length;
	const start = from > changes.length ? from + grown : changes.mapPos(from, 1);
	return { from: start, to: Math.max(start, to > changes.length ? to + grown : changes.mapPos(to, -1)) };
}

/**
 * A passage where it stood before an edit that is undone; by its length where its place was mapped wrongly meanwhile,
 * as it is where neither tells.
 */
function standing(passage: TrackedPassage, uncut: Uncut | undefined, changes: ChangeDesc): TrackedPassage {
	if (uncut === undefined) return passage;
	const { from, to, size, lost, offset } = uncut;
	const { from: first, to: last } = changedPart(changes.invertedDesc);
	const isSound = to - from === size && from >= Math.min(first, passage.from) && to <= Math.max(last, passage.to);
	if (isSound) return { ...passage, from, to };
	const start = lost === "tail" ? passage.from : lost === "head" ? passage.to - size : first + offset;
	const isWithin = start >= 0 && start + size <= changes.newLength;
	return isWithin ? { ...passage, from: start, to: start + size } : passage;
}

// What an edit takes from a passage's edge, an undo would give back outside of it.
const uncut = invertedEffects.of(({ changes, startState }) => {
	const passages = changes.empty ? [] : (startState.field(passagesField, false) ?? []);
	if (passages.length === 0) return [];
	const { from: first, to: last } = changedPart(changes);
	const cut = passages.flatMap((passage): readonly Uncut[] => {
		const { id, from, to } = passage;
		if (to < first || from > last || to === from) return [];
		const back = movedRange(movedRange(passage, changes), changes.invertedDesc);
		if (back.from === from && back.to === to) return [];
		const lost = back.from === from ? "tail" : back.to === to ? "head" : "both";
		return [{ id, from, to, size: to - from, lost, offset: from - first }];
	});
	return cut.length === 0 ? [] : [standAgain.of(cut)];
});

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
			} else if (effect.is(standAgain)) {
				const places = new Map(effect.value.map((uncut) => [uncut.id, uncut]));
				next = next.map((passage) => standing(passage, places.get(passage.id), transaction.changes));
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

/** A range that is followed while something is open over it. */
export interface Followed {
	/** Where it stands by now; once its text is gone, where it stood at first. */
	now(): Range;
	stop(): void;
}

/** Follows a range. The name is one that nothing else in the editor is followed by. */
export function follow(view: EditorView, name: string, range: Range): Followed {
	const { length } = view.state.doc;
	const [from, to] = [Math.min(range.from, length), Math.min(range.to, length)];
	view.dispatch({ effects: trackPassages.of([{ id: name, from, to, look: null }]) });
	return {
		now: () => passageOf(view.state, name) ?? range,
		stop: () => {
			if (view.dom.isConnected) view.dispatch({ effects: forgetPassages.of([name]) });
		},
	};
}

/**
 * Selects a passage and brings it into sight. The head is at its start: a long passage is shown from there, and
 * what is folded over it opens, which an editor does around a head that stands within a fold, not at its end.
 */
export function selectInSight(view: EditorView, { from, to }: Range): void {
	view.dispatch({ selection: { anchor: to, head: from }, scrollIntoView: true });
}

/** Says whose card the writer looks at: its passage stands out. Null for none. */
export const focusPassage = StateEffect.define<string | null>();

/** The id of the passage that stands out in one editor; null for none. */
const focusedPassage = StateField.define<string | null>({
	create: () => null,
	update: (focused, { effects }) =>
		effects.reduce((last, effect) => (effect.is(focusPassage) ? effect.value : last), focused),
});

/** What the lines of passages look like: what comes first in the list shows where several meet. */
const looks: readonly PassageLook[] = ["running", "waiting", "failed", "remark"];

interface LineLook {
	readonly look: PassageLook;
	/** Whether a passage begins in this line: an icon stands there. */
	readonly isFirst: boolean;
	readonly isFocused: boolean;
	/** Signs of the passages that begin in this line. */
	readonly signs: readonly string[];
}

function decorationOf({ look, isFirst, isFocused, signs }: LineLook): Decoration {
	return Decoration.line({
		...(signs.length > 0 ? { attributes: { "data-expert-friend-sign": signs.join(" ") } } : {}),
		class: `expert-friend-passage is-${look}${isFirst ? " is-first" : ""}${isFocused ? " is-focused" : ""}`,
	});
}

type PlacedDecoration = ReturnType<Decoration["range"]>;

/** The words that a remark quotes. */
function quotedWords(isFocused: boolean): Decoration {
	return Decoration.mark({ class: `expert-friend-quoted${isFocused ? " is-focused" : ""}` });
}

/**
 * The bars beside the lines of passages and the icons beside the first ones, of the lines from one position to another.
 * They take no room in the text, so nothing jumps when an answer comes.
 * @param focused id of the passage that stands out
 */
export function barsOf(
	passages: Passages,
	doc: Text,
	{ from, to }: Range,
	focused: string | null = null,
): DecorationSet {
	const lines = new Map<number, LineLook>();
	const quoted: PlacedDecoration[] = [];
	for (const passage of passages) {
		const { look } = passage;
		if (look === null || passage.to === passage.from || passage.to < from || passage.from > to) continue;
		const last = Math.min(passage.to, to);
		if (look === "remark") {
			const start = Math.max(passage.from, from);
			if (start < last) quoted.push(quotedWords(passage.id === focused).range(start, last));
		}
		for (let line = doc.lineAt(Math.max(passage.from, from)); ; line = doc.line(line.number + 1)) {
			const other = lines.get(line.from);
			const begins = line.from <= passage.from && passage.from <= line.to;
			lines.set(line.from, {
				look: other === undefined || looks.indexOf(look) < looks.indexOf(other.look) ? look : other.look,
				isFirst: other?.isFirst === true || begins,
				isFocused: other?.isFocused === true || passage.id === focused,
				signs: begins && passage.sign !== undefined ? [...(other?.signs ?? []), passage.sign] : (other?.signs ?? []),
			});
			if (line.to >= last || line.number === doc.lines) break;
		}
	}
	return Decoration.set([...[...lines].map(([line, look]) => decorationOf(look).range(line)), ...quoted], true);
}

// Only what is in sight is drawn: the editor compares all decorations that it knows at every key.
const bars = ViewPlugin.fromClass(
	class {
		decorations: DecorationSet;

		constructor(view: EditorView) {
			this.decorations = this.drawn(view);
		}

		update({ docChanged, viewportChanged, startState, state, view }: ViewUpdate): void {
			const isOther =
				startState.field(passagesField) !== state.field(passagesField) ||
				startState.field(focusedPassage) !== state.field(focusedPassage);
			if (docChanged || viewportChanged || isOther) this.decorations = this.drawn(view);
		}

		private drawn({ state, viewport }: EditorView): DecorationSet {
			const passages = state.field(passagesField);
			return passages.length === 0
				? Decoration.none
				: barsOf(passages, state.doc, viewport, state.field(focusedPassage));
		}
	},
	{ decorations: (plugin) => plugin.decorations },
);

// Obsidian reuses an editor when another note is opened in its pane, so the path can change under the same view.
const watchNote = ViewPlugin.fromClass(
	class {
		private path: string | null = null;

		constructor(private readonly view: EditorView) {
			this.look();
		}

		update(update: ViewUpdate): void {
			if (!this.look() && update.docChanged && this.path !== null)
				update.state.facet(editorPort)?.noteEdited(update, this.path);
		}

		/** Whether the editor shows another note than before. */
		private look(): boolean {
			const port = this.view.state.facet(editorPort);
			const path = port?.pathOf(this.view) ?? null;
			if (path === this.path) return false;
			this.path = path;
			// An update may not dispatch; what follows from the new note comes right after it.
			if (port !== null && path !== null) void Promise.resolve().then(() => port.noteShown(this.view, path));
			return true;
		}
	},
);

// The icon beside a line is drawn by the line, outside of its box: where a press on the line can only be a press on
// the icon.
const presses = EditorView.domEventHandlers({
	mousedown({ button, clientX, target }, view) {
		const port = view.state.facet(editorPort);
		if (button !== 0 || port === null || !isElement(target) || !target.matches(".expert-friend-passage.is-first"))
			return false;
		const { left, right } = target.getBoundingClientRect();
		if (clientX >= left && clientX <= right) return false;
		const pressed = passageOfIcon(view.state, view.posAtDOM(target));
		if (pressed === null) return false;
		port.showAnswer(pressed.id);
		return true;
	},
});

/**
 * The passage that the icon beside a line stands for: of several the one that comes after the one in focus, so that
 * pressing again goes through them.
 */
function passageOfIcon(state: EditorState, position: number): TrackedPassage | null {
	const line = state.doc.lineAt(position);
	const here = state
		.field(passagesField)
		.filter(({ look, from, to }) => look !== null && to > from && from >= line.from && from <= line.to);
	const focused = here.findIndex(({ id }) => id === state.field(focusedPassage));
	return here[(focused + 1) % here.length] ?? null;
}

/** Tracks passages and tells the port which note an editor shows. */
export function passages(): Extension {
	return [passagesField, focusedPassage, uncut, bars, presses, watchNote];
}
