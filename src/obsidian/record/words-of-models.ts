import { failureOf } from "../../core/consultation/answer";
import { preferencesAmong } from "../../core/consultation/comparison";
import type { Preference } from "../../core/journal/facts";
import type { JournalOutcome } from "../../core/journal/facts";
import { isOfModel } from "../../core/record/adoptions";
import type { Adoption } from "../../core/record/model";
import type { WordsAnswer, WordsSummary } from "../../editor/words-port";
import type { ModelRotation } from "../models/model-rotation";

/** What one model has to do with a list of words: the journal has an entry for each. */
export interface WordsOfModel {
	/** Names the entry. */
	readonly entry: string;
	/** In the order in which they were asked for; never empty. */
	readonly answers: readonly WordsAnswer[];
	readonly last: WordsAnswer;
	/** The sentences it proposed, alone or as others did. */
	readonly proposals: readonly string[];
	/** What was adopted of its words. What the writer typed and nothing had to agree with is no adoption. */
	readonly adoptions: readonly Adoption[];
	/** How it fared beside others that proposed something; null when there was no one else, or nothing was picked. */
	readonly preference: Preference | null;
	readonly outcome: JournalOutcome;
}

/** A list of words by the models that were asked. Empty when nothing was sent. */
export function wordsOfModels(
	rotation: Pick<ModelRotation, "entry">,
	{ asked, answers, adopted, proposals, sources, picked }: WordsSummary,
): readonly WordsOfModel[] {
	if (!asked && adopted.length === 0) return [];
	const entryOf = (round: number): string | null => {
		const answer = answers[round];
		return answer === undefined ? null : rotation.entry(answer.target);
	};
	const entries = [...new Set(answers.map(({ target }) => rotation.entry(target)))];
	const proposed = new Map(
		entries.map((entry) => [
			entry,
			proposals.filter((text) => sources.get(text)?.some((round) => entryOf(round) === entry)),
		]),
	);
	const preferences = preferencesAmong(
		entries.filter((entry) => (proposed.get(entry) ?? []).length > 0),
		picked.map(entryOf).filter((entry) => entry !== null),
	);
	return entries.flatMap((entry) => {
		const own = answers.filter(({ target }) => rotation.entry(target) === entry);
		const last = own[own.length - 1];
		if (last === undefined) return [];
		const adoptions = adopted
			.filter(({ answer }) => rotation.entry(answer.target) === entry)
			.flatMap((one) => one.adoptions)
			.filter(isOfModel);
		const ofOwn = proposed.get(entry) ?? [];
		return [
			{
				entry,
				answers: own,
				last,
				proposals: ofOwn,
				adoptions,
				preference: preferences.get(entry) ?? null,
				outcome: outcomeOf(adoptions.length, ofOwn.length, last),
			},
		];
	});
}

/** What became of it: one that is still under way counts as cancelled, for nobody may see its end. */
function outcomeOf(adoptions: number, proposals: number, last: WordsAnswer): JournalOutcome {
	if (adoptions > 0) return "adopted";
	if (proposals > 0) return "dismissed";
	if (failureOf(last) !== null) return "failed";
	return last.status === "done" ? "dismissed" : "cancelled";
}
