import type { Anchor } from "./anchor";

/** How a member of a comparison fared: chosen, not chosen, or no preference among all. */
export type Preference = "won" | "lost" | "tie";

/** The same question put to several models about one passage. The answers are consultations of their own. */
export interface Comparison {
	readonly id: string;
	readonly path: string;
	readonly anchor: Anchor;
	/** Name of the objective, or what free questions are called. */
	readonly objective: string;
	/** What was asked in short. */
	readonly asked: string;
	readonly icon: string;
	/** Ids of the consultations, in the order in which they are shown. */
	readonly members: readonly string[];
	/** Whether names are hidden until the writer has chosen. */
	readonly blind: boolean;
	/** The id of the preferred one; `none` for no preference, `revealed` when the writer looked without choosing; null while it is open. */
	readonly choice: string | null;
}

/** Whether names and figures may be seen. */
export function isRevealed(comparison: Comparison): boolean {
	return !comparison.blind || comparison.choice !== null;
}

/** The comparison with the writer's choice. The first choice counts; one made after looking does not. */
export function choose(comparison: Comparison, choice: string): Comparison {
	return comparison.choice === null ? { ...comparison, choice } : comparison;
}

/** How a member fared; null while nothing was chosen, and when the writer looked first. */
export function preferenceOf(comparison: Comparison, member: string): Preference | null {
	const { choice } = comparison;
	if (choice === null || choice === "revealed") return null;
	return choice === "none" ? "tie" : choice === member ? "won" : "lost";
}

/** Items in another order, each order as likely as any other (Fisher and Yates). @param random gives numbers from 0 to 1, 1 excluded */
export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
	const result = [...items];
	for (let at = result.length - 1; at > 0; at--) {
		const other = Math.floor(random() * (at + 1));
		[result[at], result[other]] = [result[other] as T, result[at] as T];
	}
	return result;
}
