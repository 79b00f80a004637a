import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { anchorOf, findAnchor, sameAnchor } from "../../core/anchor";
import { canKeep, isActive, type Consultation } from "../../core/consultation";
import type { Range } from "../../core/text";
import { focusedPassage, focusPassage, forgetPassages, passagesField, trackPassages, type PassageLook, type TrackedPassage } from "../../editor/passages";
import { Pause } from "../../editor/pause";
import type { Consultations } from "./consultations";
import { pathOf, type Views } from "./views";

/** Milliseconds of rest after which what was typed is carried into the anchors. Until then the editor itself follows every edit. */
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
export class PassageKeeper {
	private readonly edited = new Map<EditorView, { readonly path: string; readonly state: EditorState; readonly pause: Pause }>();
	private readonly stop: () => void;

	constructor(private readonly consultations: Consultations, private readonly views: Views) {
		this.stop = consultations.onChange((id) => this.draw(id));
	}

	/** An editor begins to show a note: the passages of its consultations are found by their words. Those it followed already, before the note was renamed, it follows on. */
	find(view: EditorView, path: string): void {
		if (!shows(view, path)) return;
		// What was typed just now counts, in another pane or in a note that was left right after.
		for (const before of [...this.edited.keys()]) this.carry(before);
		const text = view.state.doc.toString();
		const followed = new Map(trackedIn(view.state).filter(({ from, to }) => to > from).map((passage) => [passage.id, passage]));
		const tracked = this.consultations.ofNote(path).flatMap((consultation) => {
			const range = followed.get(trackingId(consultation.id)) ?? findAnchor(text, consultation.anchor);
			this.setLost(consultation, range === null);
			return range === null ? [] : [trackedOf(consultation, range)];
		});
		view.dispatch({ effects: [forgetPassages.of(trackedIn(view.state).map(({ id }) => id)), trackPassages.of(tracked)] });
		if (followed.size > 0) this.follow(view, path);
	}

	/** A note was edited: once the writer rests, the words of its passages are what now stands there. */
	follow(view: EditorView, path: string): void {
		if (this.consultations.ofNote(path).length === 0) return;
		const pause = this.edited.get(view)?.pause ?? new Pause(window, () => this.carry(view));
		this.edited.set(view, { path, state: view.state, pause });
		pause.begin(rest);
	}

	/** The writer is at the answer of a consultation, or at none: its passage stands out in every pane. */
	focus(consultation: string | null): void {
		const id = consultation === null ? null : trackingId(consultation);
		for (const view of this.views.all) if (view.state.field(focusedPassage, false) !== id) view.dispatch({ effects: focusPassage.of(id) });
	}

	close(): void {
		this.stop();
		for (const { pause } of this.edited.values()) pause.stop();
		for (const view of this.views.all) view.dispatch({ effects: forgetPassages.of(null) });
	}

	// When the editor shows another note by now, as the note was left.
	private carry(view: EditorView): void {
		const left = this.edited.get(view);
		if (left === undefined) return;
		left.pause.stop();
		this.edited.delete(view);
		const shown = shows(view, left.path);
		const { state } = shown ? view : left;
		const tracked = new Map(trackedIn(state).map((passage) => [passage.id, passage]));
		// By their ids: the note may have been renamed since.
		for (const consultation of this.consultations.list) {
			const range = tracked.get(trackingId(consultation.id));
			if (range === undefined) continue;
			if (range.from === range.to) {
				// Deleted, or deleted and brought back by an undo: its words tell.
				const found = findAnchor(state.doc.toString(), consultation.anchor);
				this.setLost(consultation, found === null);
				if (found !== null && shown) view.dispatch({ effects: trackPassages.of([trackedOf(consultation, found)]) });
				continue;
			}
			const anchor = anchorOf(state.doc, range);
			this.consultations.update(consultation.id, (one) => (!one.lost && sameAnchor(one.anchor, anchor) ? one : { ...one, lost: false, anchor }));
		}
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
			const wanted = changed.filter((one) => one.path === path).flatMap((consultation) => {
				const before = tracked.get(trackingId(consultation.id));
				const range = before ?? findAnchor(view.state.doc.toString(), consultation.anchor);
				if (range === null || before?.look === lookOf(consultation)) return [];
				return [trackedOf(consultation, range)];
			});
			const gone = id === null ? [...tracked.keys()].filter((one) => !known.has(one)) : [];
			if (wanted.length > 0 || gone.length > 0) view.dispatch({ effects: [forgetPassages.of(gone), trackPassages.of(wanted)] });
		}
	}
}

function shows(view: EditorView, path: string): boolean {
	return view.dom.isConnected && pathOf(view) === path;
}

function trackedIn(state: EditorState): readonly TrackedPassage[] {
	return state.field(passagesField, false)?.filter((passage) => passage.id.startsWith(prefix)) ?? [];
}

function trackedOf(consultation: Consultation, range: Range): TrackedPassage {
	return { id: trackingId(consultation.id), from: range.from, to: range.to, look: lookOf(consultation), answer: true };
}

function lookOf(consultation: Consultation): PassageLook {
	if (isActive(consultation)) return "running";
	return canKeep(consultation) ? "waiting" : "failed";
}
