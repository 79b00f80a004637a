import type { Change, TextSource } from "../text/text";
import type { RecordLabels } from "./labels";
import { afterRecords, mergeAtEnd, mergeRecord } from "./merge";
import type { ConsultationRecord } from "./model";
import { placeAtEnd, placeRecord } from "./place";
import { printRecord, type RecordForm } from "./print";

/** A record on its way into a note. */
export interface Placing {
	readonly doc: TextSource;
	/** End of the outermost block of its passage. */
	readonly at: number;
	readonly record: ConsultationRecord;
	readonly labels: RecordLabels;
	/** Of a record that is written; one that stands there keeps its own. */
	readonly form: RecordForm;
	/** The heading under which records stand at the end of a note. */
	readonly heading: string;
}

/** Where records go: what a record changes in its note there. */
export interface Placement {
	/** Whether records stand in notes. */
	readonly inNotes: boolean;
	/** Whether they stand apart from their passages, in a section of their own. */
	readonly apart: boolean;
	/**
	 * The change that records an adoption, in the callout of its own kind where there is one; null for none.
	 * @param earlier how many adoptions from the same answer were recorded already
	 */
	readonly adoption: (placing: Placing, earlier: number) => Change | null;
	/** The change that quotes an answer. */
	readonly answer: (placing: Placing) => Change;
}

const printed = ({ record, labels, form }: Placing): string => printRecord(record, labels, form);

const afterPassage: Placement = {
	inNotes: true,
	apart: false,
	adoption: ({ doc, at, record, labels, form }, earlier) => mergeRecord(doc, at, record, labels, { earlier, form }),
	answer: (placing) => placeRecord(placing.doc, afterRecords(placing.doc, placing.at), printed(placing)),
};

/** The placements that a writer can choose, by the name under which the settings keep them. */
export const placements = {
	/** After the passage, or rather its outermost block. */
	passage: afterPassage,
	/** At the end of the note, under a heading of their own. */
	end: {
		inNotes: true,
		apart: true,
		adoption: ({ doc, record, labels, heading, form }, earlier) =>
			mergeAtEnd(doc, record, labels, heading, { earlier, form }),
		answer: (placing) => placeAtEnd(placing.doc, printed(placing), placing.heading),
	},
	/** In the journal alone. An answer that is to stand in a note all the same stands after its passage. */
	journal: { inNotes: false, apart: false, adoption: () => null, answer: afterPassage.answer },
} as const satisfies Readonly<Record<string, Placement>>;

/** Where the record of an adoption or of a kept answer goes. */
export type RecordPlace = keyof typeof placements;

/** All of them, in the order in which they are offered. */
export const recordPlaces = Object.keys(placements) as readonly RecordPlace[];
