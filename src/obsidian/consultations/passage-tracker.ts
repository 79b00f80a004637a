import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { anchorOf, findAnchor, sameAnchor } from "../../core/consultation/anchor";
import { isActive } from "../../core/consultation/answer";
import { canKeep, settledBy, type Consultation } from "../../core/consultation/consultation";
import type { Range } from "../../core/text/text";
import {
	focusPassage,
	forgetPassages,
	passageOf,
	passagesField,
	trackPassages,
	type PassageLook,
	type TrackedPassage,
} from "../../editor/passages";
import { Pause } from "../../editor/pause";
import type { Consultations } from "./consultations";
import { pathOf, type Views } from "./views";

/**
 * Milliseconds of rest after which what was typed is carried into the anchors. Until then the editor itself follows
 * every edit.
 */
const rest = 400;

/** Prefix of the ids under which consultations are tracked, beside other passages in the same editor. */
const prefix = "consultation:";

/** The id under which an editor tracks a consultation's passage. */
export function trackingId(consultation: string): string {
	return prefix + consultation;
}

/** The consultation whose passage is tracked under an id. */
export function consultationOf(tracking: string): string {
	return tracking.slice(prefix.length);
}

/**
 * Keeps consultations and the passages they are about together: in every pane that shows the note, through every edit,
 * and by the passage's words when no pane shows it.
 */
export class PassageTracker {
	private readonly edited = new Map<
		EditorView,
		{ readonly path: string; readonly state: EditorState; readonly pause: Pause }
	>();
	/** What a program wrote, until the update is over. */
	private readonly rewritten = new Map<EditorView, { readonly path: string; readonly state: EditorState }>();
	private readonly stop: () => void;

	constructor(
		private readonly consultations: Consultations,
		private readonly views: Views,
	) {
		this.stop = consultations.onChange((id) => this.draw(id));
	}

	/**
	 * An editor begins to show a note: the passages of its consultations are found by their words. Those it followed
	 * already, before the note was renamed, it follows on.
	 */
	find(view: EditorView, path: string): void {
		if (!shows(view, path)) return;
		// What was typed just now counts, in another pane or in a note that was left right after.
		this.carryAll();
		const text = view.state.doc.toString();
		const followed = new Map(
			trackedIn(view.state)
				.filter(({ from, to }) => to > from)
				.map((passage) => [passage.id, passage]),
		);
		const tracked = this.consultations.ofNote(path).flatMap((consultation) => {
			const known = followed.get(trackingId(consultation.id)) ?? null;
			const range = standsIn(view.state, consultation, known)
				? known
				: (findAnchor(text, consultation.anchor) ?? known);
			this.setLost(consultation, range === null);
			return range === null ? [] : [trackedOf(consultation, range)];
		});
		view.dispatch({
			effects: [forgetPassages.of(trackedIn(view.state).map(({ id }) => id)), trackPassages.of(tracked)],
		});
		if (followed.size > 0) this.follow(view, path);
	}

	/**
	 * A note was edited: once the writer rests, the words of its passages are what now stands there.
	 * @param how by an undo or a redo, or not by the writer's hand: a program may have put all of the text anew
	 */
	follow(view: EditorView, path: string, how: "typed" | "rewound" | "rewritten" = "typed"): void {
		if (this.consultations.ofNote(path).length === 0) return;
		// Called within the update: the other panes have the same text right after it.
		if (how === "rewound") void Promise.resolve().then(() => this.agree(path));
		if (how === "rewritten") {
			this.rewritten.set(view, { path, state: view.state });
			void Promise.resolve().then(() => this.settle(view));
		} else this.wait(view, path);
	}

	private wait(view: EditorView, path: string, state = view.state): void {
		const pause = this.edited.get(view)?.pause ?? new Pause(window, () => this.carry(view));
		this.edited.set(view, { path, state, pause });
		pause.begin(rest);
	}

	// What the writer typed before counts as it was left; what the program wrote counts from then on.
	private settle(view: EditorView): void {
		const left = this.rewritten.get(view);
		if (left === undefined) return;
		this.rewritten.delete(view);
		this.carry(view);
		if (view.state.field(passagesField, false) !== undefined) this.findAgain(view, left.path);
		this.wait(view, left.path, left.state);
	}

	/** Panes may have come or turned from reading to editing: each shows the passages as they are now. */
	look(): void {
		this.draw(null);
	}

	/** The writer looks at the card of a consultation: its passage stands out in the text. Null for none. */
	focus(id: string | null): void {
		for (const view of this.views.all) view.dispatch({ effects: focusPassage.of(id === null ? null : trackingId(id)) });
	}

	/** Carries what was typed into the anchors now, without waiting for a rest. */
	carryAll(): void {
		for (const view of [...this.rewritten.keys()]) this.settle(view);
		for (const view of [...this.edited.keys()]) this.carry(view);
	}

	/** Stops following. What was typed until now counts. */
	close(): void {
		this.carryAll();
		this.stop();
		for (const view of this.views.all) view.dispatch({ effects: forgetPassages.of(null) });
	}

	// As the note was left, when the editor shows another one by now, or is no longer followed: the plugin is unloaded.
	private carry(view: EditorView): void {
		const left = this.edited.get(view);
		if (left === undefined) return;
		left.pause.stop();
		this.edited.delete(view);
		const shown = shows(view, left.path);
		// What came since may be another program's: the writer's words are those that were there when they rested.
		const isSame = shown && view.state.doc.eq(left.state.doc) && view.state.field(passagesField, false) !== undefined;
		const { state } = isSame ? view : left;
		const panes = this.panesLike(left.path, state);
		const tracked = new Set(trackedIn(state).map(({ id }) => id));
		let text: string | null = null;
		// By their ids: the note may have been renamed since.
		for (const consultation of this.consultations.list) {
			const id = trackingId(consultation.id);
			const isHere = tracked.has(id);
			if (!isHere && !(shown && consultation.lost && consultation.path === pathOf(view))) continue;
			text ??= state.doc.toString();
			// Deleted, or deleted and brought back: its words tell.
			const range = passageOf(state, id) ?? findAnchor(text, consultation.anchor);
			if (range === null) {
				this.setLost(consultation, true);
				continue;
			}
			const anchor = anchorOf(state.doc, range, text);
			this.consultations.update(consultation.id, (one) =>
				!one.lost && sameAnchor(one.anchor, anchor) ? one : { ...one, lost: false, anchor },
			);
			place(consultation, range, panes);
		}
	}

	// Where all of a text is put anew, a place in it says nothing: the words do, if they are there.
	private findAgain(view: EditorView, path: string): void {
		if (!shows(view, path)) return;
		for (const consultation of this.consultations.ofNote(path)) {
			const known = passageOf(view.state, trackingId(consultation.id));
			if (standsIn(view.state, consultation, known)) continue;
			const range = findAnchor(view.state.doc.toString(), consultation.anchor);
			if (range !== null) place(consultation, range, this.panesLike(path, view.state));
		}
	}

	// An undo gives a passage its place back only in the pane where it is done.
	private agree(path: string): void {
		const [first] = this.views.ofNote(path);
		const panes = first === undefined ? [] : this.panesLike(path, first.state);
		if (panes.length < 2) return;
		for (const consultation of this.consultations.ofNote(path)) {
			const range = widest(panes.map((pane) => passageOf(pane.state, trackingId(consultation.id))));
			if (range !== null) place(consultation, range, panes);
		}
	}

	/** The panes that show a note with the same text. */
	private panesLike(path: string, { doc }: EditorState): readonly EditorView[] {
		return this.views.ofNote(path).filter((pane) => pane.state.doc.eq(doc));
	}

	private setLost(consultation: Consultation, lost: boolean): void {
		this.consultations.update(consultation.id, (one) => (one.lost === lost ? one : { ...one, lost }));
	}

	private draw(id: string | null): void {
		const known = new Set(this.consultations.list.map((one) => trackingId(one.id)));
		const changed = this.consultations.list.filter((one) => id === null || one.id === id);
		for (const view of this.views.all) {
			const path = pathOf(view);
			const tracked = new Map(trackedIn(view.state).map((passage) => [passage.id, passage]));
			const wanted = changed
				.filter((one) => one.path === path)
				.flatMap((consultation) => {
					const before = tracked.get(trackingId(consultation.id));
					if (before?.look === lookOf(consultation)) return [];
					// One that is gone is looked for when the writer rests, not with every word that comes.
					const range =
						before ?? (consultation.lost ? null : findAnchor(view.state.doc.toString(), consultation.anchor));
					return range === null ? [] : [trackedOf(consultation, range)];
				});
			// Dismissed or kept: followed all the same, since both can be undone.
			const gone =
				id === null
					? [...tracked.values()]
							.filter((one) => one.look !== null && !known.has(one.id))
							.map((one) => ({ ...one, look: null }))
					: [];
			if (wanted.length + gone.length > 0) view.dispatch({ effects: trackPassages.of([...wanted, ...gone]) });
			// Its words may have changed while it was away.
			if (path !== null && wanted.some((one) => tracked.get(one.id)?.look === null)) this.follow(view, path);
		}
	}
}

/** Whether a place holds the words of a consultation. */
function standsIn({ doc }: EditorState, { anchor }: Consultation, range: Range | null): boolean {
	return range !== null && doc.sliceString(range.from, range.to) === anchor.quote;
}

function shows(view: EditorView, path: string): boolean {
	return view.dom.isConnected && pathOf(view) === path;
}

function place(consultation: Consultation, range: Range, panes: readonly EditorView[]): void {
	for (const pane of panes) {
		const there = passageOf(pane.state, trackingId(consultation.id));
		if (there?.from !== range.from || there.to !== range.to)
			pane.dispatch({ effects: trackPassages.of([trackedOf(consultation, range)]) });
	}
}

function widest(ranges: readonly (Range | null)[]): Range | null {
	return ranges.reduce(
		(best, range) => (range !== null && (best === null || range.to - range.from > best.to - best.from) ? range : best),
		null,
	);
}

function trackedIn(state: EditorState): readonly TrackedPassage[] {
	return state.field(passagesField, false)?.filter((passage) => passage.id.startsWith(prefix)) ?? [];
}

function trackedOf(consultation: Consultation, range: Range): TrackedPassage {
	const sign = consultation.remark === undefined ? {} : { sign: String(consultation.remark.number) };
	return { id: trackingId(consultation.id), from: range.from, to: range.to, look: lookOf(consultation), ...sign };
}

function lookOf(consultation: Consultation): PassageLook | null {
	if (consultation.remark !== undefined) return settledBy(consultation) === null ? "remark" : null;
	if (isActive(consultation)) return "running";
	return canKeep(consultation) ? "waiting" : "failed";
}
