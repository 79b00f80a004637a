import type { EditorView } from "@codemirror/view";
import { failureOf, newAnswer, receive } from "../core/consultation/answer";
import type { Passage } from "../core/markdown/passage";
import type { ModelTarget } from "../core/models/model-target";
import { adoptionsOf } from "../core/record/adoptions";
import type { Range } from "../core/text/text";
import { judge, type Candidate } from "../core/wording/candidate";
import { ownWordKept, recastsKept } from "../core/wording/proposals";
import { freezeSentence } from "../core/wording/freeze";
import { RowReader } from "../core/wording/reply-reader";
import { rebase } from "../core/wording/three-way";
import { adoptionSpec } from "./adopt";
import { Countdown } from "./countdown";
import { passageOf, trackPassages, forgetPassages } from "./passages";
import { Preview, setPreview } from "./preview";
import { Surface, type CloseReason } from "./surface";
import type { AdoptedWords, WordsAnswer, WordsPort, WordsSummary } from "./words-port";
import { WordsList } from "./words-list";
import { activeRow, listModel, openingState, ownPreview, rowsIn, type WordsState } from "./words-state";

/** The id under which the passage is tracked while the list is open. */
const trackId = "other-words";

/** Other words for a part of one sentence: asks, lists, previews, and adopts what the writer picks. */
export class WordsSession {
	readonly surface: Surface;
	private readonly list: WordsList;
	private readonly countdown: Countdown;
	private state: WordsState;
	private running: AbortController | null = null;
	private cancelled = false;
	private adopted: readonly AdoptedWords[] = [];
	/** The answers that proposed what was adopted. */
	private picked: readonly number[] = [];

	constructor(
		private readonly view: EditorView,
		passage: Passage,
		private readonly port: WordsPort,
	) {
		const { from, to } = passage.sentence;
		const sentence = view.state.sliceDoc(from, to);
		const original = {
			sentence,
			selection: { from: passage.selection.from - from, to: passage.selection.to - from },
			language: port.language,
		};
		this.state = openingState(original, port);
		view.dispatch({
			effects: [
				trackPassages.of([{ id: trackId, from, to, look: null }]),
				setPreview.of(new Preview(passage.selection, [])),
			],
		});
		this.surface = new Surface(view, {
			className: "expert-friend-words",
			clear: () => this.sentenceNow() ?? passage.sentence,
			at: () => this.sentenceNow()?.from ?? passage.selection.from,
			onClose: (reason) => this.closed(reason),
		});
		this.list = new WordsList(
			this.surface,
			port.strings.words,
			{
				activate: (index) => this.activate(index),
				enter: () => this.enter(),
				own: (word) => this.typeOwn(word),
				more: () => void this.ask({}),
				loosen: () => this.loosen(),
				nextModel: () => this.askNext(),
				others: () => void this.askOthers(),
				cancel: () => this.cancel(),
				again: () => void this.ask({}),
				details: () => this.state.failed !== null && port.showDetails(this.state.failed),
				close: () => this.surface.close("escape"),
			},
			port,
		);
		this.countdown = new Countdown(view.dom.ownerDocument.defaultView ?? window, port, (problem) => {
			this.state = { ...this.state, problem };
			this.list.tick(problem);
		});
		this.render();
		this.list.focus();
		if (this.state.proposals.all.length === 0) void this.begin();
	}

	private async begin(): Promise<void> {
		await this.ask({});
		if (this.port.together && !this.cancelled) await this.askOthers();
	}

	private sentenceNow(): Range | null {
		return passageOf(this.view.state, trackId);
	}

	private set(change: Partial<WordsState>): void {
		this.state = { ...this.state, ...change };
		this.render();
	}

	private askNext(): void {
		const target = this.port.next(this.state.target);
		if (target !== null) void this.ask({ target });
	}

	/**
	 * Asks the models that were not asked yet the same, one after another: what several of them propose is one row that
	 * names them.
	 */
	private async askOthers(): Promise<void> {
		this.cancelled = false;
		for (const target of this.port.unasked().targets) {
			if (!this.cancelled && !this.surface.isClosed) await this.ask({ target, afresh: true });
		}
	}

	private async ask(change: {
		readonly target?: ModelTarget;
		readonly own?: string;
		readonly afresh?: boolean;
	}): Promise<void> {
		if (this.running !== null) return;
		const controller = new AbortController();
		this.running = controller;
		const ownWord = change.own ?? null;
		const target = change.target ?? this.state.target;
		this.set({ busy: ownWord === null ? "proposals" : "agreement", failed: null, problem: null, target });
		const { original } = this.state;
		const frozen = freezeSentence(original.sentence, original.selection);
		const reader = new RowReader({
			original: frozen.shown,
			asked: ownWord === null ? this.port.rows : 3,
		});
		const round = this.state.answers.length;
		let answer: WordsAnswer = { ...newAnswer(this.port.now()), target };
		this.state = { ...this.state, answers: [...this.state.answers, answer] };
		const around = original.sentence.slice(0, original.selection.from) + original.sentence.slice(original.selection.to);
		const take = (texts: readonly { readonly text: string; readonly gloss: string }[]): void => {
			for (const row of texts) {
				const judged = judge(original, row.text, frozen);
				const candidate =
					"broken" in judged
						? judged
						: recastsKept(judged, this.port.kept)
							? { broken: "outside" as const }
							: { ...judged, gloss: row.gloss };
				if (!("broken" in candidate))
					this.state = {
						...this.state,
						sources: new Map([
							...this.state.sources,
							[candidate.text, [...(this.state.sources.get(candidate.text) ?? []), round]],
						]),
					};
				if (ownWord !== null) {
					if (!("broken" in candidate) && ownWordKept(candidate, around, ownWord)) this.agreed(ownWord, candidate);
					continue;
				}
				const proposals = this.state.proposals.add(candidate);
				this.set({ proposals, active: this.state.active ?? (proposals.visible.length > 0 ? 0 : null) });
			}
		};
		const { proposals, sources, active } = this.state;
		const before = { proposals, sources, active };
		const events = this.port.ask(
			target,
			{
				sentence: original.sentence,
				selection: original.selection,
				frozen,
				shown: ownWord === null && change.afresh !== true ? this.state.proposals.shownTexts : [],
				ownWord,
				kept: this.port.kept.map((range) => original.sentence.slice(range.from, range.to)),
				loosened: this.state.proposals.loosened,
			},
			controller.signal,
		);
		for await (const event of events) {
			answer = receive(answer, event, this.port.now());
			this.state = { ...this.state, answers: this.state.answers.map((one, at) => (at === round ? answer : one)) };
			if (event.type !== "waiting" && this.countdown.stop()) this.set({ problem: null });
			if (event.type === "text" && event.replaces === true) {
				reader.restart();
				const { own } = this.state;
				this.set({ ...before, ...(own === null ? {} : { active: 0, own: { ...own, agreed: null } }) });
			}
			if (event.type === "text") take(reader.push(event.text));
			if (event.type === "resent") this.set({ problem: this.port.strings.margin.resent });
			if (event.type === "waiting") this.set({ problem: this.countdown.begin(event) });
			if (event.type !== "end") continue;
			take(reader.end());
			const unreadable =
				ownWord === null ? this.state.proposals.withUnreadable(reader.unreadable) : this.state.proposals;
			const failed = failureOf(answer) === null ? null : answer;
			this.running = null;
			this.set({
				busy: null,
				proposals: unreadable,
				failed,
				problem:
					failed !== null
						? this.port.failure(failed)
						: answer.status === "cancelled"
							? null
							: this.emptyHanded(ownWord),
				rounds: this.state.rounds + 1,
			});
			if (!this.surface.isClosed) this.port.progress(this.summary("gone"));
		}
		if (this.surface.isClosed && this.adopted.length > 0) this.report("done");
	}

	private emptyHanded(ownWord: string | null): string | null {
		const { words: strings } = this.port.strings;
		if (ownWord !== null) return this.state.own?.agreed == null ? strings.ownUnagreed : null;
		if (this.state.proposals.visible.length > 0) return null;
		return this.state.rounds === 0 ? strings.nothingBetter : strings.nothingMore;
	}

	private cancel(): void {
		this.cancelled = this.running !== null;
		this.running?.abort();
	}

	private loosen(): void {
		const proposals = this.state.proposals.loosen();
		const hadHidden = proposals.visible.length > this.state.proposals.visible.length;
		this.set({ proposals, problem: null, active: this.state.active ?? (proposals.visible.length > 0 ? 0 : null) });
		if (!hadHidden) void this.ask({});
	}

	private activate(index: number): void {
		if (index < 0 || index >= rowsIn(this.state).length) return;
		this.set({ active: index, problem: this.state.failed === null ? null : this.state.problem });
	}

	private typeOwn(word: string): void {
		const typed = word.trim();
		const had = this.state.own !== null;
		if (typed === "") this.set({ own: null, active: this.state.proposals.visible.length > 0 ? 0 : null });
		else this.set({ own: { word: typed, agreed: null }, active: 0, problem: null });
		if (had !== (typed !== "")) this.surface.place();
	}

	private agreed(word: string, candidate: Candidate): void {
		if (this.state.own?.word === word) this.set({ own: { word, agreed: candidate } });
	}

	private enter(): void {
		const { row, candidate } = activeRow(this.state);
		if (candidate !== null) this.adopt(candidate);
		else if (row === "own" && this.state.own !== null && this.state.busy === null)
			void this.ask({ own: this.state.own.word });
	}

	/**
	 * The changes of a candidate as they apply to the note now; null when the writer changed the same words meanwhile.
	 */
	private changesNow(candidate: Candidate): readonly Candidate["changes"][number][] | null {
		const sentence = this.sentenceNow();
		if (sentence === null) return null;
		const mine = this.view.state.sliceDoc(sentence.from, sentence.to);
		const rebased = rebase(this.state.original.sentence, mine, candidate.changes);
		if ("conflict" in rebased) return null;
		return rebased.changes.map((change) => ({
			...change,
			from: change.from + sentence.from,
			to: change.to + sentence.from,
		}));
	}

	private adopt(candidate: Candidate): void {
		const { view, port } = this;
		const sentence = this.sentenceNow();
		const changes = this.changesNow(candidate);
		if (sentence === null || changes === null || changes.length === 0) {
			const { words: strings } = port.strings;
			this.set({
				problem: sentence === null ? strings.passageGone : changes === null ? strings.conflict : strings.already,
			});
			return;
		}
		const sources = this.state.sources.get(candidate.text) ?? [];
		// A row is there because some answer brought it.
		const answer = this.state.answers[sources[0] ?? this.state.answers.length - 1];
		if (answer === undefined) return;
		this.picked = activeRow(this.state).row === "own" ? [] : sources;
		const before = view.state.sliceDoc(sentence.from, sentence.to);
		const { own } = this.state;
		const picked = changes.filter((change) => change.role === "picked");
		const last = picked[picked.length - 1] ?? changes[changes.length - 1];
		const adopted = {
			adoptions: adoptionsOf(before, sentence.from, changes, own?.agreed === candidate ? own.word : null),
			answer,
			earlier: 0,
		};
		this.adopted = [adopted];
		const record = port.record(view, sentence, adopted);
		view.dispatch(
			adoptionSpec(view.state, {
				changes,
				record,
				cursorAfter: last?.to ?? null,
				announcement: port.strings.words.adopted(candidate.replacement),
			}),
		);
		port.progress(this.summary("done"));
		this.surface.close("done");
	}

	private closed(reason: CloseReason): void {
		if (this.view.dom.isConnected) this.view.dispatch({ effects: [setPreview.of(null), forgetPassages.of([trackId])] });
		this.countdown.stop();
		// Adopted before the end: what is still to come is little, and says what all of it cost.
		if (this.running !== null && this.adopted.length > 0) return;
		this.cancelled ||= this.running !== null;
		this.running?.abort();
		this.report(reason);
	}

	private report(reason: CloseReason): void {
		this.port.closed(this.summary(reason));
	}

	private summary(reason: CloseReason): WordsSummary {
		const { id, original, proposals, target, answers, sources } = this.state;
		return {
			asked: answers.length > (this.port.recalled?.answers.length ?? 0),
			recall: this.adopted.length > 0 ? null : { id, proposals, answers, sources, target },
			reason,
			before: original.sentence,
			proposals: proposals.shownTexts,
			adopted: this.adopted,
			answers,
			sources,
			picked: this.picked,
		};
	}

	private render(): void {
		if (this.surface === undefined || this.surface.isClosed) return;
		this.list.render(listModel(this.state, this.port));
		this.showPreview();
		this.surface.place();
	}

	private showPreview(): void {
		const { state } = this;
		const sentence = this.sentenceNow();
		if (sentence === null) return;
		const moved = <R extends Range>(range: R): R => ({
			...range,
			from: range.from + sentence.from,
			to: range.to + sentence.from,
		});
		const { row, candidate } = activeRow(state);
		const changes =
			candidate !== null ? (this.changesNow(candidate) ?? []) : row === "own" ? ownPreview(state).map(moved) : [];
		this.view.dispatch({ effects: setPreview.of(new Preview(moved(state.original.selection), changes)) });
	}
}
