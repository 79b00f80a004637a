import type { Reason } from "./candidate";

/** One proposal as the model sent it: a whole sentence or passage, and what it brings. */
export interface Row {
	readonly text: string;
	/** What the model says of it; "" where it says nothing. */
	readonly gloss: string;
	/** Why some of its words changed, each for itself; absent where it does not say. */
	readonly reasons?: readonly Reason[];
}

/** A row of which the model said nothing. */
export function withoutGloss(text: string): Row {
	return { text, gloss: "" };
}
