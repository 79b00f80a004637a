import { latest, type Facts } from "./facts";

/** Blind comparisons of two models below which nothing is suggested. */
export const minBlindRounds = 10;

/** A model that did as well as another, by the writer's own choices, and takes less. */
export interface Frugal {
	readonly objective: string;
	readonly model: string;
	/** The other. */
	readonly than: string;
	/** Blind comparisons in which both took part. */
	readonly rounds: number;
	/** Of those: in how many it was preferred, and in how many the other. */
	readonly won: number;
	readonly lost: number;
}

/**
 * Models that did at least as well as the model asked now in the writer's own blind comparisons, ten of them at least,
 * and of which less is known to be taken: by objective, for each the one that takes least. Comparisons in which names
 * were seen say nothing here.
 * @param takes what a model takes, in any one unit; null when unknown
 */
export function frugalModels(
	facts: readonly Facts[],
	current: string,
	takes: (model: string) => number | null,
): readonly Frugal[] {
	const rounds = new Map<string, Map<string, Facts>>();
	for (const one of latest(facts)) {
		if (one.comparison?.blind !== true) continue;
		const key = JSON.stringify([one.objective, one.comparison.id]);
		const members = rounds.get(key) ?? new Map<string, Facts>();
		rounds.set(key, members.set(one.model, one));
	}
	const scores = new Map<string, Frugal>();
	for (const members of rounds.values()) {
		const own = members.get(current);
		if (own === undefined) continue;
		for (const [model, { objective, comparison }] of members) {
			if (model === current) continue;
			const key = JSON.stringify([objective, model]);
			const before = scores.get(key) ?? { objective, model, than: current, rounds: 0, won: 0, lost: 0 };
			scores.set(key, {
				...before,
				rounds: before.rounds + 1,
				won: before.won + (comparison?.preference === "won" ? 1 : 0),
				lost: before.lost + (own.comparison?.preference === "won" ? 1 : 0),
			});
		}
	}
	const taken = takes(current);
	const best = new Map<string, Frugal>();
	for (const score of scores.values()) {
		const its = takes(score.model);
		if (taken === null || its === null || its >= taken || score.rounds < minBlindRounds || score.won < score.lost)
			continue;
		const known = best.get(score.objective);
		if (known === undefined || its < (takes(known.model) ?? Infinity)) best.set(score.objective, score);
	}
	return [...best.values()].sort((a, b) => (a.objective < b.objective ? -1 : 1));
}
