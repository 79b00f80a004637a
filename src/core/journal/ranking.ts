import { latest, type Facts } from "./facts";

/** How a model fared in the writer's comparisons for one objective. */
export interface Ranked {
	readonly model: string;
	readonly wins: number;
	readonly ties: number;
	/** Comparisons it took part in and that ended with a choice or with no preference. */
	readonly rounds: number;
	/**
	 * Share of rounds won, a tie as half, with the 95 % Wilson score interval (Wilson, 1927); null below `fewest`
	 * rounds.
	 */
	readonly share: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** Rounds below which a share would only be noise. */
export const minRounds = 8;

/**
 * The writer's own ranking of models for an objective: by share where there are enough rounds, else by wins. Of
 * entries with the same id the latest counts.
 */
export function ranking(facts: readonly Facts[], objective: string): readonly Ranked[] {
	const models = new Map<string, { wins: number; ties: number; rounds: number }>();
	for (const { objective: asked, comparison, model } of latest(facts)) {
		if (asked !== objective || comparison === null) continue;
		const seen = models.get(model) ?? { wins: 0, ties: 0, rounds: 0 };
		models.set(model, {
			wins: seen.wins + (comparison.preference === "won" ? 1 : 0),
			ties: seen.ties + (comparison.preference === "tie" ? 1 : 0),
			rounds: seen.rounds + 1,
		});
	}
	return [...models]
		.map(([model, seen]): Ranked => ({
			model,
			...seen,
			share: seen.rounds < minRounds ? null : wilson(seen.wins + seen.ties / 2, seen.rounds),
		}))
		.sort(
			(a, b) =>
				(b.share?.value ?? 0) - (a.share?.value ?? 0) ||
				b.wins - a.wins ||
				a.rounds - b.rounds ||
				a.model.localeCompare(b.model),
		);
}

function wilson(wins: number, rounds: number): NonNullable<Ranked["share"]> {
	const z = 1.96;
	const value = wins / rounds;
	const middle = value + (z * z) / (2 * rounds);
	const spread = z * Math.sqrt((value * (1 - value)) / rounds + (z * z) / (4 * rounds * rounds));
	const scale = 1 + (z * z) / rounds;
	return { value, low: (middle - spread) / scale, high: (middle + spread) / scale };
}
