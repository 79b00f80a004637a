import type { Candidate, Mend } from "../core/wording/candidate";
import { endOf, reasonOf, type WordsEnd } from "../core/wording/ends";
import { startOf, wordsOf, type ChangeGroup } from "../core/wording/change-group";
import { changeGroups, overlap } from "../core/wording/groups";
import { reasonFor } from "../core/wording/reasons";
import type { Unusable } from "../core/wording/proposals";
import { ChangesList, type ChangesListModel, type StepState } from "./changes-list";
import { endModel } from "./end-view";
import type { AskChange, ExchangeState } from "./exchange";
import { costOfOthers, offerModels } from "./other-models";
import type { PreviewChange } from "./preview";
import type { FaceKind, RewordingFace, RewordingSession } from "./rewording-session";
import { beforeAndAfter } from "./row";
import type { Surface } from "./surface";
import type { WordsAnswer, WordsOutcome, WordsPort } from "./words-port";

/** What became of one proposed change. */
interface Step {
	readonly group: ChangeGroup;
	readonly gloss: string;
	readonly state: Exclude<StepState, "current">;
}

interface ChangesState {
	readonly steps: readonly Step[];
	readonly current: number | null;
	readonly unusable: readonly Unusable[];
	/** What was put right in the rows that brought changes, each once. */
	readonly mends: readonly Mend[];
	/** How many rows could not even be read. */
	readonly unreadable: number;
	/** How the last answer ended, where it left nothing to choose from. */
	readonly end: WordsEnd | null;
}

/** Rows read of an answer: the first that can be used is the proposal, the others are for when it breaks something. */
const request: AskChange = { rows: 3 };

/** About how many units of a sentence the card shows of a change: a line of the note at its usual width. */
const room = 60;

/** Rewordings of whole sentences as separate small changes, each previewed, adopted or skipped by itself. */
export const changesKind: FaceKind = {
	className: "expert-friend-changes",
	fullWidth: true,
	whole: true,
	hearsOut: false,
	create: (session, surface, port) => new ChangesFace(session, surface, port),
};

class ChangesFace implements RewordingFace {
	private readonly list: ChangesList;
	private state: ChangesState = { steps: [], current: null, unusable: [], mends: [], unreadable: 0, end: null };
	/** Whether the answer under way gave the passage back as it is. */
	private isSame = false;
	/** What an answer that begins anew goes back to. */
	private before = this.state;

	constructor(
		private readonly session: RewordingSession,
		private readonly surface: Surface,
		private readonly port: WordsPort,
	) {
		this.list = new ChangesList(
			surface,
			port.strings.words,
			{
				show: (index) => this.show(index),
				adopt: () => this.adoptCurrent(),
				skip: () => this.skip(),
				adoptAll: () => this.adoptRest(),
				again: () => this.ask(),
				others: (button) => offerModels(button, port, session, () => request, null),
				details: () => session.showDetails(),
				unusable: () =>
					session.showRows(
						this.state.unusable.map(({ broken, text }) => ({ reason: reasonOf(broken), text })),
						[],
					),
				cancel: () => session.cancel(),
				close: () => surface.close("escape"),
			},
			port.drawIcon,
		);
	}

	open(): void {
		this.list.focus();
		this.ask();
	}

	begins(): void {
		this.state = { ...this.state, end: null };
		this.before = this.state;
		this.isSame = false;
	}

	// The first row that can be used is the proposal; a later one adds only changes of words that no other change
	// touches.
	takes(judged: Candidate | Unusable): void {
		const { steps, current, unusable } = this.state;
		if ("broken" in judged) {
			if (judged.broken === "identical") this.isSame = true;
			else this.set({ unusable: [...unusable, judged] });
			return;
		}
		const groups = changeGroups(this.session.original, judged).filter(
			(group) => !steps.some((step) => overlap(step.group, group)),
		);
		const all = [
			...steps,
			...groups.map((group): Step => {
				const reason = reasonFor(this.session.original.sentence, group, judged.reasons ?? []);
				return { group, gloss: reason ?? judged.gloss, state: "open" };
			}),
		].sort((a, b) => startOf(a.group) - startOf(b.group));
		const put = groups.length === 0 ? [] : (judged.mended?.mends ?? []);
		const mends = [...new Set([...this.state.mends, ...put])];
		this.set({ steps: all, current: current ?? (all.length > 0 ? 0 : null), mends });
	}

	beginsAnew(): void {
		if (this.session.isUntouched) this.set(this.before);
	}

	ends(reply: Parameters<RewordingFace["ends"]>[0], { status }: WordsAnswer): string | null {
		const { unusable, steps } = this.state;
		const unreadable = this.state.unreadable + reply.unreadable;
		const saysNothing = reply.saysNothing || this.isSame;
		const isEmpty = steps.length === 0 && status !== "cancelled";
		this.state = {
			...this.state,
			unreadable,
			end: isEmpty ? endOf({ held: 0, unusable, unreadable, saysNothing }) : null,
		};
		return null;
	}

	render(exchange: ExchangeState): void {
		this.list.render(this.model(exchange));
		this.showPreview();
	}

	tick(problem: string): void {
		this.list.tick(problem);
	}

	outcome({ answers }: ExchangeState, isAdopted: boolean): WordsOutcome {
		const proposals = this.state.steps.map((step) => wordsOf(this.session.original.sentence, step.group));
		const present = [answers.length - 1];
		return {
			recall: null,
			proposals,
			sources: new Map(proposals.map((text) => [text, present])),
			picked: isAdopted ? present : [],
		};
	}

	private set(change: Partial<ChangesState>): void {
		this.state = { ...this.state, ...change };
		this.session.render();
	}

	// What one model proposed is never recorded under another's name: another is asked only while nothing has come.
	private ask(): void {
		const { answers } = this.session.asked;
		const answerer = this.state.steps.length === 0 ? null : (answers[answers.length - 1]?.answerer ?? null);
		void this.session.ask(request, answerer);
	}

	private show(index: number): void {
		if (index < 0 || index >= this.state.steps.length) return;
		this.set({ current: index });
		this.session.say(null);
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
		const changes = this.session.changesNow(indices.flatMap((index) => this.state.steps[index]?.group.changes ?? []));
		return changes === null ? null : changes.map((change) => ({ ...change, role: "picked" }));
	}

	private adopt(indices: readonly number[]): void {
		const { session } = this;
		const { words: strings } = this.port.strings;
		// Where the writer changed the same words meanwhile, only that change stays open.
		const now = indices.map((index) => ({ index, changes: this.changesNow([index]) }));
		const fitting = now.filter((one) => one.changes !== null && one.changes.length > 0).map(({ index }) => index);
		const already = now.filter((one) => one.changes?.length === 0).map(({ index }) => index);
		const problem =
			session.passageNow() === null
				? strings.passageGone
				: fitting.length + already.length < indices.length
					? strings.conflict
					: fitting.length === 0
						? strings.already
						: null;
		const changes = fitting.length === 0 ? null : this.changesNow(fitting);
		const refused =
			changes === null
				? null
				: session.adopt({
						changes,
						round: session.asked.answers.length - 1,
						own: null,
						cursorAfter: changes[changes.length - 1]?.to ?? null,
						announcement: strings.adoptedMany(fitting.length),
					});
		if (changes !== null && refused === null) session.keepAdopted();
		this.settle(refused === null ? fitting : [], already, refused ?? problem);
	}

	private settle(done: readonly number[], skipped: readonly number[], problem: string | null = null): void {
		const steps = this.state.steps.map((step, index): Step => ({
			...step,
			state: done.includes(index) ? "done" : skipped.includes(index) ? "skipped" : step.state,
		}));
		const from = Math.max((this.state.current ?? 0) - 1, ...done, ...skipped);
		const next = steps.findIndex((step, index) => index > from && step.state === "open");
		const current = next >= 0 ? next : steps.findIndex((step) => step.state === "open");
		this.set({ steps, current: current >= 0 ? current : null });
		this.session.say(problem);
		if (current < 0 && this.session.asked.asking === null && problem === null) this.surface.close("done");
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
		this.session.preview(
			steps.length === 0 ? this.session.passageNow() : null,
			changes.sort((a, b) => a.from - b.from),
		);
	}

	private model({ answers, target, asking, failed, problem }: ExchangeState): ChangesListModel {
		const { state, port } = this;
		const { words: strings } = port.strings;
		const { steps } = state;
		const step = state.current === null ? null : (steps[state.current] ?? null);
		const open = steps.filter((one) => one.state === "open").length;
		const isBusy = asking !== null;
		const last = answers[answers.length - 1];
		const isCancelled = last?.status === "cancelled";
		const end =
			state.end === null || last === undefined || isBusy || failed !== null
				? null
				: endModel(state.end, last, port.strings, true);
		const isUnread = end?.kind === "unreadable";
		const leftOut = end === null ? state.unusable.length + state.unreadable : 0;
		return {
			steps: steps.map((one, index) => (index === state.current ? "current" : one.state)),
			title:
				steps.length === 0
					? strings.headPassage
					: state.current === null
						? strings.finished(steps.filter((one) => one.state === "done").length, steps.length)
						: strings.change(state.current + 1, steps.length),
			change: step?.state === "open" ? beforeAndAfter(this.session.original.sentence, step.group.changes, room) : null,
			gloss: step?.gloss ?? "",
			adoptAll: open === 0 ? null : open === steps.length ? strings.adoptAll(open) : strings.adoptRest(open),
			busy: isBusy,
			problem,
			canRetry: !isBusy && (failed !== null || isUnread || (isCancelled && steps.length === 0)),
			end,
			othersCost: !isBusy && steps.length === 0 ? costOfOthers(port, this.session) : null,
			details: (failed?.failure?.detail ?? "") !== "" || isUnread,
			note: [...(leftOut > 0 ? [strings.leftOut(leftOut)] : []), ...state.mends.map((one) => strings.mends[one])].join(
				" · ",
			),
			modelName: target.name,
			cost: port.cost(answers),
		};
	}
}
