import { gather, type Gathered, type Sources } from "../../../src/core/disclosure/gathered";
import type { Quotation } from "../../../src/core/disclosure/quotations";
import { tallyOf } from "../../../src/core/disclosure/tally";
import type { Facts } from "../../../src/core/journal/facts";

/** What a page is made from, as lists. */
export interface Given extends Omit<Sources, "notes"> {
	readonly notes: readonly { readonly path: string; readonly quotations: readonly Quotation[] }[];
	readonly facts: readonly Facts[];
}

/** What a page says, without a pause. */
export function gatherAtOnce(sources: Sources): Gathered {
	for (const steps = gather(sources); ;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/** What a page says of notes and consultations that are given as lists. */
export function gatherFrom({ notes, facts, ...more }: Given): Gathered {
	const quotations = new Map(notes.map((note) => [note.path, note.quotations]));
	const paths = new Set([...quotations.keys(), ...facts.map(({ note }) => note)]);
	const tally = (path: string) =>
		tallyOf(
			quotations.get(path) ?? [],
			facts.filter(({ note }) => note === path),
		);
	return gatherAtOnce({ ...more, notes: [...paths].map((path) => [path, tally(path)] as const) });
}
