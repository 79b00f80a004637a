import type { Candidate, Original } from "../core/wording/candidate";
import { distinctModels } from "../core/models/model-target";
import { Proposals } from "../core/wording/proposals";
import type { PreviewChange } from "./preview";
import { adaptedParts, phraseAround, rowOf } from "./row";
import type { WordsAnswer, WordsPort, WordsRecall } from "./words-port";
import type { WordsListModel } from "./words-list";

/** Everything the list of other words knows. A value: every event and every key gives a new one. */
export interface WordsState extends WordsRecall {
	readonly original: Original;
	/** The writer's own word as typed, and the sentence that agrees with it once the friend gave it. */
	readonly own: { readonly word: string; readonly agreed: Candidate | null } | null;
	readonly active: number | null;
	readonly busy: "proposals" | "agreement" | null;
	/** The last answer, if it failed or stopped early. */
	readonly failed: WordsAnswer | null;
	readonly problem: string | null;
	/** How many times proposals were asked for and came to an end. */
	readonly rounds: number;
}

/** A list that opens: empty, or with what came when it was open before. */
export function openingState(
	original: Original,
	{ id, recalled, target }: Pick<WordsPort, "id" | "recalled" | "target">,
): WordsState {
	const proposals = recalled?.proposals ?? Proposals.none;
	return {
		id: recalled?.id ?? id,
		original,
		proposals,
		answers: recalled?.answers ?? [],
		sources: recalled?.sources ?? new Map(),
		target: recalled?.target ?? target,
		own: null,
		active: proposals.visible.length > 0 ? 0 : null,
		busy: null,
		failed: null,
		problem: null,
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

/** What the writer's own word would look like before the sentence agrees with it. */
export function ownPreview({ original, own }: WordsState): readonly (PreviewChange & { readonly role: "picked" })[] {
	return own === null ? [] : [{ ...original.selection, insert: own.word, role: "picked" }];
}

/** About how many units of the sentence stand on one line of a phone. */
const lineLength = 44;

/** All that the list shows. */
export function listModel(state: WordsState, port: WordsPort): WordsListModel {
	const { words: strings } = port.strings;
	const { own, proposals, original } = state;
	const { row, candidate } = activeRow(state);
	const count = (role: "picked" | "agreeing"): number =>
		candidate?.changes.filter((change) => change.role === role).length ?? 0;
	const unasked = port.unasked();
	const notes = [
		proposals.leftOut > 0 ? strings.leftOut(proposals.leftOut) : "",
		!proposals.loosened && proposals.hidden > 0 ? strings.hidden(proposals.hidden) : "",
	];
	return {
		selection: original.sentence.slice(original.selection.from, original.selection.to),
		rows: rowsIn(state).map((one) =>
			one === "own"
				? { phrase: [{ text: own?.word ?? "", differs: true }], gloss: own?.agreed?.gloss ?? "" }
				: {
						phrase: rowOf(original, one),
						gloss: [one.gloss, namesOf(state, one.text)].filter((part) => part !== "").join(" · "),
					},
		),
		active: state.active,
		counts:
			candidate !== null
				? { picked: count("picked"), agreeing: count("agreeing") }
				: row === "own"
					? { picked: 1, agreeing: 0 }
					: null,
		awaited:
			state.busy === "proposals"
				? Math.max(1, port.rows - proposals.visible.length)
				: state.busy === "agreement"
					? 1
					: 0,
		reserved: port.rows,
		busy: state.busy !== null,
		own: own !== null,
		note: notes.filter((note) => note !== "").join(" · "),
		problem: state.problem,
		failed: state.failed !== null,
		details: (state.failed?.failure?.detail ?? "") !== "",
		modelName: state.target.name,
		cost: port.cost(state.answers),
		loosened: proposals.loosened,
		hasNextModel: port.next(state.target) !== null,
		others: unasked.targets.length === 0 ? null : strings.others(unasked.targets.length, unasked.forecast()),
		sentence: {
			original: phraseAround(original.sentence, original.selection, lineLength),
			adapted: adaptedParts(original.sentence, candidate?.changes ?? (row === "own" ? ownPreview(state) : [])),
		},
		enter:
			row === undefined
				? null
				: row === "own" && own?.agreed == null
					? state.busy === null
						? "agree"
						: null
					: "adopt",
	};
}

// Who proposed a sentence: said once several models were asked.
function namesOf({ answers, sources }: WordsState, text: string): string {
	if (distinctModels(answers.map(({ target }) => target)).length < 2) return "";
	const by = (sources.get(text) ?? []).flatMap((round) => answers[round]?.target ?? []);
	return distinctModels(by)
		.map(({ name }) => name)
		.join(", ");
}
