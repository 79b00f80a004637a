import type { EditorView } from "@codemirror/view";
import { failureOf, newAnswer, receive } from "../core/consultation/answer";
import type { Passage } from "../core/markdown/passage";
import type { ModelTarget } from "../core/models/model-target";
import { adoptionsOf, isOfModel } from "../core/record/adoptions";
import type { Range } from "../core/text/text";
import { judge, type Candidate, type Original } from "../core/wording/candidate";
import { freezeSentence } from "../core/wording/freeze";
import { changeGroups, overlap, startOf, wordsOf, type ChangeGroup } from "../core/wording/groups";
import { RowReader } from "../core/wording/reply-reader";
import { rebase } from "../core/wording/three-way";
import { adoptionSpec } from "./adopt";
import { Countdown } from "./countdown";
import { ChangesList, type ChangesListModel, type StepState } from "./changes-list";
import { forgetPassages, passageOf, trackPassages } from "./passages";
import { Preview, setPreview, type PreviewChange } from "./preview";
import { beforeAndAfter } from "./row";
import { Surface, type CloseReason } from "./surface";
import type { AdoptedWords, WordsAnswer, WordsPort, WordsSummary } from "./words-port";

/** What became of one proposed change. */
interface Step {
	readonly group: ChangeGroup;
	readonly gloss: string;
	readonly state: Exclude<StepState, "current">;
}

interface ChangesState {
	readonly original: Original;
	readonly steps: readonly Step[];
	readonly current: number | null;
	readonly busy: boolean;
	readonly problem: string | null;
	/** The last answer, if it failed or stopped early. */
	readonly failed: WordsAnswer | null;
	readonly answers: readonly WordsAnswer[];
	readonly leftOut: number;
	readonly target: ModelTarget;
}

/** The id under which the passage is tracked while the card is open. */
const trackId = "changes";

/** About how many units of a sentence the card shows of a change: a line of the note at its usual width. */
const room = 60;

/** Rewordings of whole sentences as separate small changes, each previewed, adopted or skipped by itself. */
export class ChangesSession {
	readonly surface: Surface;
	private readonly list: ChangesList;
	private readonly countdown: Countdown;
	private state: ChangesState;
	private running: AbortController | null = null;
	private cancelled = false;
	private adopted: readonly AdoptedWords[] = [];
	/** How many adoptions from the present answer were recorded. */
	private recorded = 0;

	constructor(
		private readonly view: EditorView,
		passage: Passage,
		private readonly port: WordsPort,
	) {
		const { from, to } = passage.sentence;
		this.state = {
			original: {
				sentence: view.state.sliceDoc(from, to),
				selection: { from: 0, to: to - from },
				language: port.language,
			},
			steps: [],
			current: null,
			busy: false,
			problem: null,
			failed: null,
			answers: [],
			leftOut: 0,
			target: port.target,
		};
		view.dispatch({ effects: [trackPassages.of([{ id: trackId, from, to, look: null }]), setPreview.of(null)] });
		this.surface = new Surface(view, {
			className: "expert-friend-changes",
			clear: () => this.sentenceNow() ?? passage.sentence,
			at: () => this.sentenceNow()?.from ?? from,
			fullWidth: true,
			onClose: (reason) => this.closed(reason),
		});
		this.list = new ChangesList(
			this.surface,
			port.strings.words,
			{
				show: (index) => this.show(index),
				adopt: () => this.adoptCurrent(),
				skip: () => this.skip(),
				adoptAll: () => this.adoptRest(),
				again: () => void this.ask(),
				nextModel: () => void this.ask(port.next(this.state.target) ?? undefined),
				details: () => this.state.failed !== null && port.showDetails(this.state.failed),
				cancel: () => this.cancel(),
				close: () => this.surface.close("escape"),
			},
			port.drawIcon,
		);
		this.countdown = new Countdown(view.dom.ownerDocument.defaultView ?? window, port, (problem) => {
			this.state = { ...this.state, problem };
			this.list.tick(problem);
		});
		this.render();
		this.list.focus();
		void this.ask();
	}

	private sentenceNow(): Range | null {
		return passageOf(this.view.state, trackId);
	}

	private set(change: Partial<ChangesState>): void {
		this.state = { ...this.state, ...change };
		this.render();
	}

	private async ask(target = this.state.target): Promise<void> {
		if (this.running !== null) return;
		const controller = new AbortController();
		this.running = controller;
		this.recorded = 0;
		// What one model proposed is never recorded under another's name: another is asked only while nothing has come.
		const { answers: earlier } = this.state;
		const answerer = this.state.steps.length === 0 ? null : (earlier[earlier.length - 1]?.answerer ?? null);
		let answer: WordsAnswer = { ...newAnswer(this.port.now()), answerer, target };
		this.set({ busy: true, problem: null, failed: null, target, answers: [...earlier, answer] });
		const { original } = this.state;
		const frozen = freezeSentence(original.sentence, original.selection);
		const reader = new RowReader({ original: frozen.shown, asked: 3 });
		const take = (rows: readonly { readonly text: string; readonly gloss: string }[]): void => {
			for (const row of rows) {
				const judged = judge(original, row.text, frozen);
				if ("broken" in judged) this.set({ leftOut: this.state.leftOut + (judged.broken === "identical" ? 0 : 1) });
				else this.propose({ ...judged, gloss: row.gloss });
			}
		};
		const { steps, current, leftOut } = this.state;
		const before = { steps, current, leftOut };
		const ask = {
			sentence: original.sentence,
			selection: original.selection,
			frozen,
			shown: [],
			ownWord: null,
			kept: [],
			loosened: false,
		};
		for await (const event of this.port.ask(target, ask, controller.signal)) {
			answer = receive(answer, event, this.port.now());
			this.state = { ...this.state, answers: [...earlier, answer] };
			if (event.type !== "waiting" && this.countdown.stop()) this.set({ problem: null });
			if (event.type === "text" && event.replaces === true) {
				reader.restart();
				if (this.adopted.length === 0) this.set(before);
			}
			if (event.type === "text") take(reader.push(event.text));
			if (event.type === "resent") this.set({ problem: this.port.strings.margin.resent });
			if (event.type === "waiting") this.set({ problem: this.countdown.begin(event) });
			if (event.type !== "end") continue;
			take(reader.end());
			this.running = null;
			const { words: strings } = this.port.strings;
			const failed = failureOf(answer) === null ? null : answer;
			this.set({
				busy: false,
				failed,
				problem:
					failed !== null
						? this.port.failure(failed)
						: this.state.steps.length === 0 && answer.status !== "cancelled"
							? strings.nothingBetter
							: null,
				leftOut: this.state.leftOut + reader.unreadable,
			});
			if (!this.surface.isClosed) this.port.progress(this.summary("gone"));
		}
	}

	// The first row that can be used is the proposal; a later one adds only changes of words that no other change
	// touches.
	private propose(candidate: Candidate): void {
		const groups = changeGroups(this.state.original, candidate).filter(
			(group) => !this.state.steps.some((step) => overlap(step.group, group)),
		);
		const steps = [
			...this.state.steps,
			...groups.map((group): Step => ({ group, gloss: candidate.gloss, state: "open" })),
		].sort((a, b) => startOf(a.group) - startOf(b.group));
		this.set({ steps, current: this.state.current ?? (steps.length > 0 ? 0 : null) });
	}

	private cancel(): void {
		this.cancelled = this.running !== null;
		this.running?.abort();
	}

	private show(index: number): void {
		if (index >= 0 && index < this.state.steps.length) this.set({ current: index, problem: null });
	}

	private skip(): void {
		const { current, steps } = this.state;
		if (current === null || steps[current]?.state !== "open") return;
		this.settle([], [current]);
	}

	private adoptCurrent(): void {
		const { current, steps } = this.state;
		if (current !== null && steps[current]?.state === "open") this.adopt([current]);
	}

	private adoptRest(): void {
		const open = this.state.steps.flatMap((step, index) => (step.state === "open" ? [index] : []));
		if (open.length > 0) this.adopt(open);
	}

	private changesNow(indices: readonly number[]): readonly PreviewChange[] | null {
		const sentence = this.sentenceNow();
		if (sentence === null) return null;
		const mine = this.view.state.sliceDoc(sentence.from, sentence.to);
		const changes = indices.flatMap((index) => this.state.steps[index]?.group.changes ?? []);
		const rebased = rebase(this.state.original.sentence, mine, changes);
		if ("conflict" in rebased) return null;
		return rebased.changes.map((change) => ({
			...change,
			role: "picked",
			from: change.from + sentence.from,
			to: change.to + sentence.from,
		}));
	}

	private adopt(indices: readonly number[]): void {
		const { view, port } = this;
		const { words: strings } = port.strings;
		const sentence = this.sentenceNow();
		// Where the writer changed the same words meanwhile, only that change stays open.
		const now = indices.map((index) => ({ index, changes: this.changesNow([index]) }));
		const fitting = now.filter((one) => one.changes !== null && one.changes.length > 0).map(({ index }) => index);
		const already = now.filter((one) => one.changes?.length === 0).map(({ index }) => index);
		const problem =
			sentence === null
				? strings.passageGone
				: fitting.length + already.length < indices.length
					? strings.conflict
					: fitting.length === 0
						? strings.already
						: null;
		const changes = this.changesNow(fitting);
		const answer = this.state.answers[this.state.answers.length - 1];
		if (sentence === null || changes === null || fitting.length === 0 || answer === undefined) {
			this.settle([], already, problem);
			return;
		}
		const before = view.state.sliceDoc(sentence.from, sentence.to);
		const adopted = {
			adoptions: adoptionsOf(before, sentence.from, changes),
			answer,
			earlier: this.recorded,
		};
		this.adopted = [...this.adopted, adopted];
		this.recorded += adopted.adoptions.filter(isOfModel).length;
		const record = port.record(view, sentence, adopted);
		view.dispatch(
			adoptionSpec(view.state, {
				changes,
				record,
				cursorAfter: changes[changes.length - 1]?.to ?? null,
				announcement: strings.adoptedMany(fitting.length),
			}),
		);
		port.progress(this.summary("done"));
		this.settle(fitting, already, problem);
	}

	private settle(done: readonly number[], skipped: readonly number[], problem: string | null = null): void {
		const steps = this.state.steps.map((step, index): Step => ({
			...step,
			state: done.includes(index) ? "done" : skipped.includes(index) ? "skipped" : step.state,
		}));
		const from = Math.max((this.state.current ?? 0) - 1, ...done, ...skipped);
		const next = steps.findIndex((step, index) => index > from && step.state === "open");
		const current = next >= 0 ? next : steps.findIndex((step) => step.state === "open");
		this.set({ steps, current: current >= 0 ? current : null, problem });
		if (current < 0 && !this.state.busy && problem === null) this.surface.close("done");
	}

	private closed(reason: CloseReason): void {
		this.countdown.stop();
		this.cancelled ||= this.running !== null;
		this.running?.abort();
		if (this.view.dom.isConnected) this.view.dispatch({ effects: [setPreview.of(null), forgetPassages.of([trackId])] });
		this.port.closed(this.summary(reason));
	}

	private summary(reason: CloseReason): WordsSummary {
		const { original, steps, answers } = this.state;
		const proposals = steps.map((step) => wordsOf(original.sentence, step.group));
		const present = [answers.length - 1];
		return {
			asked: true,
			recall: null,
			reason,
			before: original.sentence,
			proposals,
			adopted: this.adopted,
			answers,
			sources: new Map(proposals.map((text) => [text, present])),
			picked: this.adopted.length > 0 ? present : [],
		};
	}

	private render(): void {
		if (this.surface === undefined || this.list === undefined || this.surface.isClosed) return;
		this.list.render(this.model());
		this.showPreview();
		this.surface.place();
	}

	// The change in focus is previewed; the words of the others are only underlaid, and the whole passage while none
	// has come.
	private showPreview(): void {
		const { steps, current } = this.state;
		const changes: PreviewChange[] = [];
		steps.forEach((step, index) => {
			if (step.state !== "open") return;
			for (const change of this.changesNow([index]) ?? [])
				changes.push(index === current ? change : { ...change, role: "pending" });
		});
		const asked = steps.length === 0 ? this.sentenceNow() : null;
		this.view.dispatch({
			effects: setPreview.of(
				new Preview(
					asked,
					changes.sort((a, b) => a.from - b.from),
				),
			),
		});
	}

	private model(): ChangesListModel {
		const { state, port } = this;
		const { words: strings } = port.strings;
		const step = state.current === null ? null : (state.steps[state.current] ?? null);
		const open = state.steps.filter((one) => one.state === "open").length;
		return {
			steps: state.steps.map((one, index) => (index === state.current ? "current" : one.state)),
			title:
				state.steps.length === 0
					? strings.headPassage
					: state.current === null
						? strings.finished(state.steps.filter((one) => one.state === "done").length, state.steps.length)
						: strings.change(state.current + 1, state.steps.length),
			change: step?.state === "open" ? beforeAndAfter(state.original.sentence, step.group.changes, room) : null,
			gloss: step?.gloss ?? "",
			adoptAll: open === 0 ? null : open === state.steps.length ? strings.adoptAll(open) : strings.adoptRest(open),
			busy: state.busy,
			problem: state.problem,
			canRetry: !state.busy && (state.failed !== null || (this.cancelled && state.steps.length === 0)),
			hasNextModel: !state.busy && state.steps.length === 0 && port.next(state.target) !== null,
			details: !state.busy && (state.failed?.failure?.detail ?? "") !== "",
			note: state.leftOut > 0 ? strings.leftOut(state.leftOut) : "",
			modelName: state.target.name,
			cost: port.cost(state.answers),
		};
	}
}
