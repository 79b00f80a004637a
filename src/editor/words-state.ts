import type { Candidate, Original } from "../core/wording/candidate";
import { endOf, type WordsEnd } from "../core/wording/ends";
import { distinctModels } from "../core/models/model-target";
import { shortNames } from "../core/models/short-names";
import { Proposals } from "../core/wording/proposals";
import { endModel, type EndModel } from "./end-view";
import type { ExchangeState } from "./exchange";
import { costOfOthers } from "./other-models";
import type { PreviewChange } from "./preview";
import { adaptedParts, phraseAround, rowOf } from "./row";
import type { WordsAnswer, WordsPort, WordsRecall } from "./words-port";
import type { WordsListModel } from "./words-list";

/** What the list of other words knows beside the exchange. A value: every event and every key gives a new one. */
export interface WordsState {
	readonly proposals: Proposals;
	/** With which answers each sentence came, by their places among all: with several when models agree. */
	readonly sources: ReadonlyMap<string, readonly number[]>;
	/** The writer's own word as typed, and the sentence that agrees with it once the friend gave it. */
	readonly own: { readonly word: string; readonly agreed: Candidate | null } | null;
	readonly active: number | null;
	/** How the last answer ended, where it left nothing to choose from. */
	readonly end: WordsEnd | null;
	/** How many times proposals were asked for and came to an end. */
	readonly rounds: number;
}

/** A list that opens: empty, or with what came when it was open before. */
export function openingState(recalled: WordsRecall | null): WordsState {
	const proposals = recalled?.proposals ?? Proposals.none;
	return {
		proposals,
		sources: recalled?.sources ?? new Map(),
		own: null,
		active: proposals.visible.length > 0 ? 0 : null,
		end:
			proposals.hidden > 0 && proposals.visible.length === 0 ? endOf({ ...proposals.tally, saysNothing: false }) : null,
		rounds: recalled === null ? 0 : 1,
	};
}

/** Rows as listed: the writer's own word first, then the proposals. */
export function rowsIn({ own, proposals }: WordsState): readonly (Candidate | "own")[] {
	return own === null ? proposals.visible : ["own", ...proposals.visible];
}

/** The row in focus and the sentence it stands for, where there is one yet. */
export function activeRow(state: WordsState): {
	readonly row: Candidate | "own" | undefined;
	readonly candidate: Candidate | null;
} {
	const row = state.active === null ? undefined : rowsIn(state)[state.active];
	return { row, candidate: row === "own" ? (state.own?.agreed ?? null) : (row ?? null) };
}

/** The word in focus with which the sentence does not agree yet: the writer's own, or one that came alone. */
export function wordAlone(state: WordsState): string | null {
	const { row, candidate } = activeRow(state);
	return row === "own" && candidate === null ? (state.own?.word ?? null) : (candidate?.bare ?? null);
}

/** What the writer's own word would look like before the sentence agrees with it. */
export function ownPreview(
	{ selection }: Original,
	{ own }: WordsState,
): readonly (PreviewChange & { readonly role: "picked" })[] {
	return own === null ? [] : [{ ...selection, insert: own.word, role: "picked" }];
}

/** About how many units of the sentence stand on one line of a phone. */
const lineLength = 44;

/** All that the list shows. */
export function listModel(
	original: Original,
	state: WordsState,
	exchange: ExchangeState,
	port: WordsPort,
): WordsListModel {
	const { words: strings } = port.strings;
	const { own, proposals } = state;
	const { answers, asking, failed, target } = exchange;
	const { row, candidate } = activeRow(state);
	const end = endNow(state, exchange, port);
	const isUnread = end?.kind === "unreadable";
	const seen = proposals.unusable.length + proposals.mended.length;
	return {
		selection: original.sentence.slice(original.selection.from, original.selection.to),
		rows: rowModels(original, state, answers, strings),
		active: state.active,
		counts: candidate !== null ? countsOf(candidate) : row === "own" ? { picked: 1, agreeing: 0 } : null,
		awaited: asking === null ? 0 : asking.ownWord === null ? Math.max(1, port.rows - proposals.visible.length) : 1,
		reserved: port.rows,
		busy: asking !== null,
		own: own !== null,
		// What is told at length is not told in small print too.
		note: end === null ? noteOf(proposals, strings) : "",
		see: end === null && seen > 0 ? strings.see(seen) : null,
		problem: exchange.problem,
		failed: failed !== null || isUnread,
		end,
		details: (failed?.failure?.detail ?? "") !== "" || isUnread,
		modelNames: distinctModels([...answers.map((answer) => answer.target), target])
			.map(({ name }) => name)
			.join(", "),
		cost: port.cost(answers),
		loosened: proposals.loosened,
		othersCost: costOfOthers(port, { asked: exchange }),
		sentence: {
			original: phraseAround(original.sentence, original.selection, lineLength),
			adapted: adaptedParts(
				original.sentence,
				candidate?.changes ?? (row === "own" ? ownPreview(original, state) : []),
			),
		},
		enter: row === undefined ? null : wordAlone(state) === null ? "adopt" : asking === null ? "agree" : null,
	};
}

function rowModels(
	original: Original,
	state: WordsState,
	answers: readonly WordsAnswer[],
	strings: WordsPort["strings"]["words"],
): readonly WordsListModel["rows"][number][] {
	const { own, sources } = state;
	const asked = distinctModels(answers.map(({ target }) => target));
	const tags = shortNames(asked.map(({ name }) => name));
	const by = (rounds: readonly number[]): WordsListModel["rows"][number]["by"] => {
		const names = distinctModels(rounds.flatMap((round) => answers[round]?.target ?? [])).map(({ name }) => name);
		return asked.length < 2 || names.length === 0
			? null
			: { short: names.map((name) => tags.get(name) ?? name).join(", "), whole: names.join(", ") };
	};
	return rowsIn(state).map((one) =>
		one === "own"
			? { phrase: [{ text: own?.word ?? "", differs: true }], gloss: own?.agreed?.gloss ?? "", by: null }
			: {
					phrase: rowOf(original, one),
					gloss: one.gloss || (one.bare === undefined ? "" : strings.alone),
					by: by(sources.get(one.text) ?? []),
				},
	);
}

function countsOf({ changes }: Candidate): NonNullable<WordsListModel["counts"]> {
	const count = (role: "picked" | "agreeing"): number => changes.filter((change) => change.role === role).length;
	return { picked: count("picked"), agreeing: count("agreeing") };
}

/** How the list ended, while there is nothing to choose from and nothing on its way. */
function endNow(
	state: WordsState,
	{ answers, asking, failed }: ExchangeState,
	{ strings }: WordsPort,
): EndModel | null {
	const last = answers[answers.length - 1];
	const isOver = asking === null && failed === null && rowsIn(state).length === 0;
	return state.end === null || last === undefined || !isOver
		? null
		: endModel(state.end, last, strings, state.rounds <= 1);
}

function noteOf(proposals: Proposals, strings: WordsPort["strings"]["words"]): string {
	return [
		proposals.leftOut > 0 ? strings.leftOut(proposals.leftOut) : "",
		proposals.mended.length > 0 ? strings.mended(proposals.mended.length) : "",
		!proposals.loosened && proposals.hidden > 0 ? strings.hidden(proposals.hidden) : "",
	]
		.filter((note) => note !== "")
		.join(" · ");
}
