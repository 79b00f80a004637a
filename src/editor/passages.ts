import { StateEffect, StateField, type ChangeDesc, type EditorState, type Extension, type Range as StateRange, type Text } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { Range } from "../core/text";
import { editorPort } from "./config";

/** What the passage of a consultation shows in the text: nothing for one that waits for the friend to begin. */
export type PassageLook = "running" | "waiting" | "failed";

/** A passage that a consultation is about. */
export interface TrackedPassage extends Range {
	readonly id: string;
	readonly look: PassageLook;
}

/** Starts tracking passages, or says anew where they are and how they look. */
export const trackPassages = StateEffect.define<readonly TrackedPassage[]>({
	map: (passages, changes) => passages.map((passage) => moved(passage, changes)),
});

/** Stops tracking the passages of these consultations; `null` stops all. */
export const forgetPassages = StateEffect.define<readonly string[] | null>();

/**
 * Passages of running and waiting consultations, mapped through every edit. A passage whose text was deleted is kept as an
 * empty range. The bars beside their lines are kept with them, so that typing elsewhere only moves those.
 */
export class Passages {
	static readonly none = new Passages([], Decoration.none);

	private constructor(readonly list: readonly TrackedPassage[], readonly bars: DecorationSet) {}

	/** The passages after an edit that gave `doc`. */
	map(changes: ChangeDesc, doc: Text): Passages {
		if (changes.empty || this.list.length === 0) return this;
		let first = Infinity;
		let start = Infinity;
		let end = 0;
		changes.iterChangedRanges((fromA, _toA, fromB, toB) => {
			first = Math.min(first, fromA);
			start = Math.min(start, fromB);
			end = Math.max(end, toB);
		});
		const list = this.list.map((passage) => (passage.to < first ? passage : moved(passage, changes)));
		return new Passages(list, barsWithin(this.bars.map(changes), list, doc, { from: doc.lineAt(start).from, to: doc.lineAt(end).to }));
	}

	track(passages: readonly TrackedPassage[], doc: Text): Passages {
		const known = new Set(passages.map((passage) => passage.id));
		const list = [...this.list.filter((passage) => !known.has(passage.id)), ...passages];
		return new Passages(list, barsOf(list, doc));
	}

	forget(ids: readonly string[] | null, doc: Text): Passages {
		if (ids === null) return Passages.none;
		const gone = new Set(ids);
		const list = this.list.filter((passage) => !gone.has(passage.id));
		return new Passages(list, barsOf(list, doc));
	}
}

// Text typed at a passage's edge is the writer going on, not part of what was asked about.
function moved({ id, look, from, to }: TrackedPassage, changes: ChangeDesc): TrackedPassage {
	const start = changes.mapPos(from, 1);
	return { id, look, from: start, to: Math.max(start, changes.mapPos(to, -1)) };
}

/** The passages tracked in one editor. */
export const passagesField = StateField.define<Passages>({
	create: () => Passages.none,
	update(passages, transaction) {
		let next = passages.map(transaction.changes, transaction.newDoc);
		for (const effect of transaction.effects) {
			if (effect.is(trackPassages)) next = next.track(effect.value, transaction.newDoc);
			else if (effect.is(forgetPassages)) next = next.forget(effect.value, transaction.newDoc);
		}
		return next;
	},
	provide: (field) => EditorView.decorations.from(field, (passages) => passages.bars),
});

/** Where a consultation's passage stands in this editor now; null when it is not tracked here or its text is gone. */
export function passageOf(state: EditorState, id: string): Range | null {
	const found = state.field(passagesField, false)?.list.find((passage) => passage.id === id);
	return found && found.to > found.from ? { from: found.from, to: found.to } : null;
}

const lineLooks: Readonly<Record<PassageLook, Decoration>> = {
	running: Decoration.line({ class: "expert-friend-passage is-running" }),
	waiting: Decoration.line({ class: "expert-friend-passage is-waiting" }),
	failed: Decoration.line({ class: "expert-friend-passage is-failed" }),
};

// A bar beside the lines takes no room in the text, so nothing jumps when an answer comes.
function barsOf(passages: readonly TrackedPassage[], doc: Text): DecorationSet {
	return Decoration.set(lineRanges(passages, doc, { from: 0, to: doc.length }));
}

/** `bars` with those of some lines as they should be; most edits leave a line its bar, and cost no new ones. */
function barsWithin(bars: DecorationSet, passages: readonly TrackedPassage[], doc: Text, lines: Range): DecorationSet {
	const wanted = lineRanges(passages, doc, lines);
	let right = 0;
	let others = 0;
	bars.between(lines.from, lines.to, (from, _to, bar) => {
		if (wanted[right]?.from === from && wanted[right]?.value === bar) right++;
		else others++;
	});
	if (others === 0 && right === wanted.length) return bars;
	return bars.update({ filterFrom: lines.from, filterTo: lines.to, filter: () => false, add: wanted });
}

/** The bars of the lines from one position to another, in order. */
function lineRanges(passages: readonly TrackedPassage[], doc: Text, { from, to }: Range): readonly StateRange<Decoration>[] {
	const looks = new Map<number, PassageLook>();
	for (const passage of passages) {
		if (passage.to === passage.from || passage.to < from || passage.from > to) continue;
		const last = Math.min(passage.to, to);
		for (let line = doc.lineAt(Math.max(passage.from, from)); ; line = doc.line(line.number + 1)) {
			if (looks.get(line.from) !== "running") looks.set(line.from, passage.look);
			if (line.to >= last || line.number === doc.lines) break;
		}
	}
	return [...looks].sort(([a], [b]) => a - b).map(([line, look]) => lineLooks[look].range(line));
}

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
	return [passagesField, watchNote];
}
