import type { EditorState } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";
import type { Consultation } from "../../core/consultation/consultation";
import type { Range } from "../../core/text/text";
import { passageOf, trackPassages } from "../../editor/passages";
import type { Consultations } from "../consultations/consultations";

/** Prefix of the ids under which kept answers are followed in an editor, beside the passages there. */
const prefix = "kept:";

/**
 * Answers that were kept in open notes since the plugin was loaded. An undo that takes one out of its note brings it
 * back to the margin, and a redo takes it out of there again: no answer is lost for having been kept.
 */
export class KeptAnswers {
	private readonly kept = new Map<string, Consultation>();

	constructor(private readonly consultations: Consultations) {}

	/** An answer now stands in a note. @param views the editors that show this text, in which it is followed */
	stands(answer: Consultation, range: Range, views: readonly EditorView[]): void {
		this.kept.set(answer.id, answer);
		for (const view of views)
			view.dispatch({ effects: trackPassages.of([{ id: prefix + answer.id, ...range, look: null }]) });
	}

	/** An undo or a redo in a note: an answer may have left it or come again. */
	rewound({ startState, state }: ViewUpdate, path: string): void {
		const stood = (id: string, at: EditorState): boolean => passageOf(at, prefix + id) !== null;
		const moved = [...this.kept.keys()].filter((id) => stood(id, startState) !== stood(id, state));
		// An update may not dispatch, and the margin's markers are in the editor too.
		if (moved.length > 0)
			void Promise.resolve().then(() => moved.forEach((id) => this.follow(id, path, stood(id, state))));
	}

	private follow(id: string, path: string, isInNote: boolean): void {
		const answer = this.kept.get(id);
		const waits = this.consultations.get(id) !== null;
		if (answer === undefined || waits !== isInNote) return;
		if (isInNote) this.consultations.dismiss(id);
		else this.consultations.restore({ ...answer, path });
	}
}
