import { recastsKept, ownWordKept, type Unusable } from "../core/wording/proposals";
import type { Candidate } from "../core/wording/candidate";
import { endOf, reasonOf } from "../core/wording/ends";
import type { ModelTarget } from "../core/models/model-target";
import type { AskChange, ExchangeState } from "./exchange";
import { offerModels } from "./other-models";
import { movedBy, type FaceKind, type RewordingFace, type RewordingSession } from "./rewording-session";
import type { Surface } from "./surface";
import { WordsList } from "./words-list";
import type { WordsAnswer, WordsOutcome, WordsPort } from "./words-port";
import { activeRow, listModel, openingState, ownPreview, rowsIn, wordAlone, type WordsState } from "./words-state";

/** Rows read of an answer that makes the sentence agree with the writer's own word: one is enough. */
const agreementRows = 3;

/** Other words for a part of one sentence, as a list. */
export const wordsKind: FaceKind = {
	className: "expert-friend-words",
	// The head, five rows, the own word and the foot.
	least: 26,
	fullWidth: false,
	whole: false,
	hearsOut: true,
	create: (session, surface, port) => new WordsFace(session, surface, port),
};

/** What the writer wants: by default other proposals than those there, from the model that was asked last. */
interface Wanted {
	readonly target?: ModelTarget;
	/** The writer's own word, with which the sentence is to agree. */
	readonly own?: string;
	/** Whether it is asked as if nothing were there yet. */
	readonly afresh?: boolean;
}

class WordsFace implements RewordingFace {
	private readonly list: WordsList;
	private state: WordsState;
	/** Whether the answer under way gave the sentence back as it is. */
	private isSame = false;
	/** What an answer that begins anew goes back to. */
	private before: Pick<WordsState, "proposals" | "sources" | "active">;
	/** The answers that proposed what was adopted. */
	private picked: readonly number[] = [];

	constructor(
		private readonly session: RewordingSession,
		surface: Surface,
		private readonly port: WordsPort,
	) {
		this.state = openingState(port.recalled);
		this.before = this.state;
		this.list = new WordsList(
			surface,
			port.strings.words,
			{
				activate: (index) => this.activate(index),
				enter: () => this.enter(),
				own: (word) => this.typeOwn(word),
				more: () => void this.ask({}),
				loosen: () => this.loosen(),
				others: (button) =>
					offerModels(
						button,
						port,
						session,
						() => this.request({}),
						() => void this.askOthers(),
					),
				cancel: () => session.cancel(),
				again: () => void this.ask({}),
				details: () => session.showDetails(),
				unusable: () => this.showUnusable(),
				close: () => surface.close("escape"),
			},
			port,
		);
	}

	open(): void {
		this.list.focus();
		if (this.state.proposals.all.length === 0) void this.begin();
	}

	begins(): void {
		const { proposals, sources, active } = this.state;
		this.before = { proposals, sources, active };
		this.isSame = false;
		this.set({ end: null });
	}

	takes(judged: Candidate | Unusable, round: number): void {
		const { state, port } = this;
		const row =
			!("broken" in judged) && recastsKept(judged, port.kept)
				? { broken: "outside" as const, text: judged.text }
				: judged;
		if ("broken" in row) this.isSame ||= row.broken === "identical";
		else
			this.set({ sources: new Map([...state.sources, [row.text, [...(state.sources.get(row.text) ?? []), round]]]) });
		const ownWord = this.session.asked.asking?.ownWord ?? null;
		if (ownWord !== null) {
			if (!("broken" in row)) this.agree(row, ownWord, round);
			return;
		}
		const proposals = state.proposals.add(row);
		this.set({ proposals, active: state.active ?? (proposals.visible.length > 0 ? 0 : null) });
		this.session.render();
	}

	beginsAnew(): void {
		const { own } = this.state;
		this.set({ ...this.before, ...(own === null ? {} : { active: 0, own: { ...own, agreed: null } }) });
		this.session.render();
	}

	ends(reply: Parameters<RewordingFace["ends"]>[0], { status }: WordsAnswer): string | null {
		const { state } = this;
		const rounds = state.rounds + 1;
		if (this.session.asked.asking?.ownWord != null) {
			this.set({ rounds });
			return this.unagreed(status);
		}
		const proposals = state.proposals.withUnreadable(reply.unreadable);
		const saysNothing = reply.saysNothing || this.isSame;
		const end = status === "cancelled" ? null : endOf({ ...proposals.tally, saysNothing });
		this.set({ proposals, rounds, end });
		return null;
	}

	render(exchange: ExchangeState): void {
		const { session, state, port } = this;
		const { original } = session;
		this.list.render(listModel(original, state, exchange, port));
		const passage = session.passageNow();
		if (passage === null) return;
		const { row, candidate } = activeRow(state);
		const changes =
			candidate !== null
				? (session.changesNow(candidate.changes) ?? [])
				: row === "own"
					? ownPreview(original, state).map((change) => movedBy(change, passage.from))
					: [];
		session.preview(movedBy(original.selection, passage.from), changes);
	}

	tick(problem: string): void {
		this.list.tick(problem);
	}

	outcome({ answers, target }: ExchangeState, isAdopted: boolean): WordsOutcome {
		const { proposals, sources } = this.state;
		const id = this.port.recalled?.id ?? this.port.id;
		return {
			recall: isAdopted ? null : { id, proposals, answers, sources, target },
			proposals: proposals.shownTexts,
			sources,
			picked: this.picked,
		};
	}

	private showUnusable(): void {
		const { held, unusable, mended } = this.state.proposals;
		this.session.showRows(
			[
				...held.map(({ text }) => ({ reason: "recast" as const, text })),
				...unusable.map(({ broken, text }) => ({ reason: reasonOf(broken), text })),
			],
			mended,
		);
	}

	private set(change: Partial<WordsState>): void {
		this.state = { ...this.state, ...change };
	}

	private async begin(): Promise<void> {
		const answer = await this.ask({});
		if (this.port.together && answer?.status !== "cancelled") await this.askOthers();
	}

	private ask(change: Wanted): Promise<WordsAnswer | null> {
		return this.session.ask(this.request(change));
	}

	private request(change: Wanted): AskChange {
		const { proposals } = this.state;
		const { kept, rows } = this.port;
		const { sentence } = this.session.original;
		return {
			target: change.target,
			rows: change.own === undefined ? rows : agreementRows,
			shown: change.own === undefined && change.afresh !== true ? proposals.shownWords : [],
			ownWord: change.own ?? null,
			kept: kept.map(({ from, to }) => sentence.slice(from, to)),
			loosened: proposals.loosened,
		};
	}

	/**
	 * Asks the models that were not asked yet the same, one after another: what several of them propose is one row that
	 * names them.
	 */
	private async askOthers(): Promise<void> {
		for (const target of this.port.models.unasked()) {
			if (this.session.surface.isClosed) return;
			const answer = await this.ask({ target, afresh: true });
			if (answer?.status === "cancelled") return;
		}
	}

	private loosen(): void {
		const proposals = this.state.proposals.loosen();
		const hadHidden = proposals.visible.length > this.state.proposals.visible.length;
		this.set({ proposals, active: this.state.active ?? (proposals.visible.length > 0 ? 0 : null) });
		this.session.say(null);
		if (!hadHidden) void this.ask({});
	}

	private activate(index: number): void {
		if (index < 0 || index >= rowsIn(this.state).length) return;
		this.set({ active: index });
		const { failed, problem } = this.session.asked;
		this.session.say(failed === null ? null : problem);
	}

	private typeOwn(word: string): void {
		const typed = word.trim();
		const had = this.state.own !== null;
		if (typed === "") {
			this.set({ own: null, active: this.state.proposals.visible.length > 0 ? 0 : null });
			this.session.render();
		} else {
			this.set({ own: { word: typed, agreed: null }, active: 0 });
			this.session.say(null);
		}
		if (had !== (typed !== "")) this.session.surface.place();
	}

	// The first row that holds the word counts, and none once the writer has typed another.
	private agree(candidate: Candidate, word: string, round: number): void {
		const { sentence, selection } = this.session.original;
		const { own, proposals, sources } = this.state;
		const around = sentence.slice(0, selection.from) + sentence.slice(selection.to);
		if (candidate.bare !== undefined || !ownWordKept(candidate, around, word)) return;
		const alone = proposals.bareOf(word);
		if (own?.word === word) this.set({ own: { word, agreed: candidate } });
		else if (own === null && alone !== undefined) {
			// Who proposed the word is told with the sentence.
			const rounds = [...(sources.get(candidate.text) ?? []), ...(sources.get(alone.text) ?? []), round];
			this.set({
				proposals: proposals.replace(alone, candidate),
				sources: new Map([...sources, [candidate.text, [...new Set(rounds)]]]),
			});
		} else return;
		this.session.render();
	}

	/** What is told when the sentence was to agree with a word and does not; null where it does. */
	private unagreed(status: WordsAnswer["status"]): string | null {
		const { words: strings } = this.port.strings;
		const { own, proposals } = this.state;
		if (own !== null) return own.agreed === null ? strings.ownUnagreed : null;
		const word = this.session.asked.asking?.ownWord ?? "";
		const alone = proposals.bareOf(word);
		if (alone === undefined || status !== "done") return null;
		// Asked for in vain: it can be adopted as it stands.
		const { bare: _word, ...asItIs } = alone;
		this.set({ proposals: proposals.replace(alone, asItIs) });
		return strings.aloneUnagreed;
	}

	private enter(): void {
		const { candidate } = activeRow(this.state);
		const alone = wordAlone(this.state);
		if (alone === null) {
			if (candidate !== null) this.adopt(candidate);
		} else if (this.session.asked.asking === null) void this.ask({ own: alone });
	}

	private adopt(candidate: Candidate): void {
		const { session, state } = this;
		const { words: strings } = this.port.strings;
		const changes = session.changesNow(candidate.changes);
		if (changes === null || changes.length === 0) {
			session.say(
				session.passageNow() === null ? strings.passageGone : changes === null ? strings.conflict : strings.already,
			);
			return;
		}
		const rounds = state.sources.get(candidate.text) ?? [];
		const last = changes.filter((change) => change.role === "picked").pop() ?? changes[changes.length - 1];
		const problem = session.adopt({
			changes,
			round: rounds[0] ?? session.asked.answers.length - 1,
			own: state.own?.agreed === candidate ? state.own.word : null,
			cursorAfter: last?.to ?? null,
			announcement: strings.adopted(candidate.replacement),
		});
		if (problem !== null) {
			session.say(problem);
			return;
		}
		this.picked = activeRow(state).row === "own" ? [] : rounds;
		session.keepAdopted();
		session.surface.close("done");
	}
}
