import type { Preference } from "../journal/facts";
import type { Anchor } from "./anchor";

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
	/**
	 * The id of the preferred one; `none` for no preference, `revealed` when the writer looked without choosing; null
	 * while it is open.
	 */
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

/** What a member of a comparison said. */
export interface ComparedAnswer {
	readonly id: string;
	readonly text: string;
}

/** Whether two answers say the same: they are shown as one that names both. */
export function sayTheSame(one: ComparedAnswer, other: ComparedAnswer): boolean {
	return one.text.trim() !== "" && one.text.trim() === other.text.trim();
}

/**
 * How the members fared, by their ids: those that answered, since one that failed has lost nothing. Whoever said the
 * same as the preferred one did as well. Empty while nothing was chosen, when the writer looked first, and with no two
 * answers to compare.
 */
export function preferencesFor(
	choice: string | null,
	answers: readonly ComparedAnswer[],
): ReadonlyMap<string, Preference> {
	const members = answers.filter(({ text }) => text.trim() !== "");
	const ids = members.map(({ id }) => id);
	if (choice === "none") return preferencesAmong(ids, ids);
	const chosen = members.find(({ id }) => id === choice);
	return chosen === undefined
		? new Map()
		: preferencesAmong(
				ids,
				members.filter((one) => sayTheSame(one, chosen)).map(({ id }) => id),
			);
}

/**
 * How models that proposed something fared once the writer picked a proposal: those that made it won, and where all
 * made it none did. Empty while there is no one to compare with, or nothing was picked.
 */
export function preferencesAmong(
	members: readonly string[],
	picked: readonly string[],
): ReadonlyMap<string, Preference> {
	const winners = members.filter((member) => picked.includes(member));
	if (members.length < 2 || winners.length === 0) return new Map();
	return new Map(
		members.map((member) => [
			member,
			winners.length === members.length ? "tie" : winners.includes(member) ? "won" : "lost",
		]),
	);
}

/**
 * Items in another order, each order as likely as any other (Fisher and Yates).
 * @param random gives numbers from 0 to 1, 1 excluded
 */
export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
	const result = [...items];
	for (let at = result.length - 1; at > 0; at--) {
		const other = Math.floor(random() * (at + 1));
		[result[at], result[other]] = [result[other] as T, result[at] as T];
	}
	return result;
}
