import type { EditorView } from "@codemirror/view";
import type { Passage } from "../core/markdown/passage";
import { adoptionsOf, isOfModel } from "../core/record/adoptions";
import type { Change, Range } from "../core/text/text";
import type { Candidate, Original } from "../core/wording/candidate";
import type { Reason } from "../core/wording/ends";
import { readAhead } from "../core/wording/judge";
import { rebase } from "../core/wording/three-way";
import { adoptionSpec, write } from "./adopt";
import { Countdown } from "./countdown";
import { Exchange, type AskChange, type ExchangeListener, type ExchangeState } from "./exchange";
import { forgetPassages, passageOf, trackPassages } from "./passages";
import { Preview, setPreview, type PreviewChange } from "./preview";
import { Surface, type CloseReason } from "./surface";
import { drawnCellAt } from "./table-cells";
import type { AdoptedWords, WordsAnswer, WordsOutcome, WordsPort, WordsSummary } from "./words-port";

/** The id under which the passage is followed while a list is open: one is at a time. */
const trackId = "rewording";

/** How a session shows itself: as the list of other words, or as the card of changes. */
export interface RewordingFace extends Omit<ExchangeListener, "changed"> {
	/** Takes the keys and begins. */
	open(): void;
	render(exchange: ExchangeState): void;
	/** Says what stands in the way as it is a second later: shown, not read out again. */
	tick(problem: string): void;
	/** What came of it so far. */
	outcome(exchange: ExchangeState, isAdopted: boolean): WordsOutcome;
}

/** What tells one kind of list from another. */
export interface FaceKind {
	readonly className: string;
	/** As in `SurfaceOptions`. */
	readonly least?: number;
	/** Whether the surface spans the width of the text. */
	readonly fullWidth: boolean;
	/** Whether all of the passage may change, not the selected words of it alone. */
	readonly whole: boolean;
	/**
	 * Whether an answer of which something was adopted is heard to its end after the list closed: for short ones, whose
	 * end says what all of it cost.
	 */
	readonly hearsOut: boolean;
	readonly create: (session: RewordingSession, surface: Surface, port: WordsPort) => RewordingFace;
}

/** What the writer adopts. */
export interface Adopting {
	/** As they apply to the note now, in document order; at least one. */
	readonly changes: readonly Change[];
	/** The answer that brought them, by its place among all. */
	readonly round: number;
	/** What the writer typed for the model to make the rest agree with; null when all is the model's. */
	readonly own: string | null;
	readonly cursorAfter: number | null;
	/** Told to screen readers. */
	readonly announcement: string;
}

/** Milliseconds after a list opens: it is drawn then, and no model has answered. */
const readAheadAfter = 60;

function windowOf(view: EditorView): Window {
	return view.dom.ownerDocument.defaultView ?? window;
}

/**
 * Rewording a passage: follows it through the writer's edits, asks, previews, adopts, and tells in the end what came of
 * it. What a list shows and how it is worked is its face's.
 */
export class RewordingSession {
	readonly surface: Surface;
	readonly original: Original;
	private readonly exchange: Exchange;
	private readonly countdown: Countdown;
	private readonly face: RewordingFace;
	private adopted: readonly (AdoptedWords & { readonly round: number })[] = [];

	constructor(
		private readonly view: EditorView,
		passage: Passage,
		private readonly port: WordsPort,
		private readonly kind: FaceKind,
	) {
		const { from, to } = passage.sentence;
		this.original = {
			sentence: view.state.sliceDoc(from, to),
			selection: kind.whole
				? { from: 0, to: to - from }
				: { from: passage.selection.from - from, to: passage.selection.to - from },
			language: port.language,
		};
		view.dispatch({ effects: [trackPassages.of([{ id: trackId, from, to, look: null }]), setPreview.of(null)] });
		this.surface = new Surface(view, {
			className: kind.className,
			...(kind.least === undefined ? {} : { least: kind.least }),
			fullWidth: kind.fullWidth,
			clear: () => this.passageNow() ?? passage.sentence,
			at: () => this.passageNow()?.from ?? passage.selection.from,
			seen: () => (this.passageNow()?.from ?? from) + this.original.selection.from,
			onClose: (reason) => this.closed(reason),
		});
		const face = kind.create(this, this.surface, port);
		this.face = face;
		const window = windowOf(view);
		this.countdown = new Countdown(window, port, (problem) => {
			this.exchange.tick(problem);
			face.tick(problem);
		});
		this.exchange = new Exchange(this.original, port, this.countdown, {
			begins: () => face.begins(),
			takes: (judged, round) => face.takes(judged, round),
			beginsAnew: () => face.beginsAnew(),
			ends: (reply, answer) => face.ends(reply, answer),
			changed: () => this.render(),
		});
		this.render();
		face.open();
		window.setTimeout(() => readAhead(this.original), readAheadAfter);
	}

	/** The exchange with the models as it stands. */
	get asked(): ExchangeState {
		return this.exchange.state;
	}

	/** Whether nothing was adopted yet. */
	get isUntouched(): boolean {
		return this.adopted.length === 0;
	}

	/** Where the passage stands now; null when its text is gone. */
	passageNow(): Range | null {
		return passageOf(this.view.state, trackId);
	}

	/** Changes of the original passage as they apply to the note now; null when the writer changed the same words. */
	changesNow<C extends Change>(changes: readonly C[]): readonly C[] | null {
		const passage = this.passageNow();
		if (passage === null) return null;
		const mine = this.view.state.sliceDoc(passage.from, passage.to);
		const rebased = rebase(this.original.sentence, mine, changes);
		return "conflict" in rebased ? null : rebased.changes.map((change) => movedBy(change, passage.from));
	}

	/** Shows in the note what it would say. @param asked the words asked about, in the note; null for none */
	preview(asked: Range | null, changes: readonly PreviewChange[]): void {
		this.view.dispatch({ effects: setPreview.of(new Preview(asked, changes)) });
	}

	/** Tells the writer something; null takes it back. */
	say(problem: string | null): void {
		this.exchange.say(problem);
	}

	/** Shows what is known of the last failure; of an answer that could not be read, all that came. */
	showDetails(): void {
		const { failed, answers } = this.asked;
		const last = answers[answers.length - 1];
		if (failed !== null) this.port.showDetails(failed);
		else if (last !== undefined) this.port.showReply([{ label: "", text: last.text }]);
	}

	/** Shows rows as the friend wrote them, to be read: why they can't be used, or what was put right. */
	showRows(unusable: readonly { readonly reason: Reason; readonly text: string }[], shown: readonly Candidate[]): void {
		const { showReply, strings } = this.port;
		const { reasons, mends } = strings.words;
		showReply([
			...unusable.map(({ reason, text }) => ({ label: reasons[reason](1), text })),
			...shown.flatMap(({ mended }) =>
				mended === undefined ? [] : [{ label: mended.mends.map((one) => mends[one]).join("; "), text: mended.row }],
			),
		]);
	}

	/** Stops the friend; what came stays. */
	cancel(): void {
		this.exchange.cancel();
	}

	/** Asks and, when the answer has ended, keeps what came so far for the journal. See `Exchange.ask`. */
	async ask(change: AskChange, answerer: WordsAnswer["answerer"] = null): Promise<WordsAnswer | null> {
		const answer = await this.exchange.ask(change, answerer);
		if (answer === null) return null;
		if (!this.surface.isClosed) this.port.progress(this.summary("gone"));
		else if (this.kind.hearsOut && !this.isUntouched) this.port.closed(this.summary("done"));
		return answer;
	}

	/**
	 * Writes words and their record into the note, as one step.
	 * @returns what stood in the way, in words, with nothing written; null when it is done
	 */
	adopt({ changes, round, own, cursorAfter, announcement }: Adopting): string | null {
		const { view, port } = this;
		const { words: strings } = port.strings;
		const passage = this.passageNow();
		const answer = this.asked.answers[round];
		if (passage === null || answer === undefined) return strings.passageGone;
		const before = view.state.sliceDoc(passage.from, passage.to);
		const adopted = {
			adoptions: adoptionsOf(before, passage.from, changes, own),
			answer,
			earlier: this.adopted.filter((one) => one.round === round).flatMap((one) => one.adoptions.filter(isOfModel))
				.length,
			round,
		};
		const changed = {
			from: Math.min(passage.to, ...changes.map(({ from }) => from)),
			to: Math.max(passage.from, ...changes.map(({ to }) => to)),
		};
		const record = port.record(view, changed, adopted);
		// In a table that is drawn as one, the cursor is the cell's.
		const cursor = drawnCellAt(view, passage.from) === null ? cursorAfter : null;
		if (!write(view, adoptionSpec(view.state, { changes, record, cursorAfter: cursor, announcement })))
			return strings.refused;
		this.adopted = [...this.adopted, adopted];
		return null;
	}

	/** Keeps for the journal what was adopted so far: the face knows of it now. */
	keepAdopted(): void {
		this.port.progress(this.summary("done"));
	}

	/** Draws everything anew. */
	render(): void {
		if (this.surface.isClosed) return;
		this.face.render(this.asked);
		this.surface.place();
	}

	private closed(reason: CloseReason): void {
		if (this.view.dom.isConnected) this.view.dispatch({ effects: [setPreview.of(null), forgetPassages.of([trackId])] });
		this.countdown.stop();
		if (this.exchange.isRunning && this.kind.hearsOut && !this.isUntouched) return;
		this.exchange.cancel();
		this.port.closed(this.summary(reason));
	}

	private summary(reason: CloseReason): WordsSummary {
		const { adopted, original, asked, port } = this;
		return {
			...this.face.outcome(asked, !this.isUntouched),
			asked: asked.answers.length > (port.recalled?.answers.length ?? 0),
			reason,
			before: original.sentence,
			adopted,
			answers: asked.answers,
		};
	}
}

/** A place of the passage as one of the note. @param offset where the passage begins */
export function movedBy<R extends Range>(range: R, offset: number): R {
	return { ...range, from: range.from + offset, to: range.to + offset };
}
