import { Text } from "@codemirror/state";
import { anchorOf } from "../../core/consultation/anchor";
import { settledBy, type Consultation } from "../../core/consultation/consultation";
import { readingOf, remarksText, type Reading } from "../../core/consultation/reading";
import type { EarlierRemark } from "../../core/prompts/remarks-question";
import type { JournalOutcome } from "../../core/journal/facts";
import type { Consultations } from "./consultations";

export interface NoteReadingsPort {
	readonly consultations: Consultations;
	/** The whole text of a note as it is now; null when it is gone. */
	readonly textOf: (path: string) => Promise<string | null>;
	/** Writes into the journal what became of a reading. */
	readonly settled: (reading: Consultation, outcome: JournalOutcome) => void;
	readonly newId: () => string;
}

/** A first reading of a note. */
export const firstReading: Reading = { nth: 1, earlier: [], dropped: [], isRead: false, isKept: false };

/**
 * Readings of whole notes: takes a reply apart into remarks, each a card of its own beside its words, and keeps these
 * and their reading together. All of it is one consultation in the journal.
 */
export class NoteReadings {
	constructor(private readonly port: NoteReadingsPort) {}

	/** The remarks of a reading, by their numbers. */
	remarksOf(id: string): readonly Consultation[] {
		return this.port.consultations.list
			.filter(({ remark }) => remark?.reading === id)
			.sort((one, other) => (one.remark?.number ?? 0) - (other.remark?.number ?? 0));
	}

	/** The reading that a note's next one is told of: what is open in it. */
	next(reading: Consultation): Reading {
		const earlier = this.remarksOf(reading.id).flatMap((one): readonly EarlierRemark[] =>
			one.remark === undefined || settledBy(one) !== null
				? []
				: [{ number: one.remark.number, quotation: one.remark.quotation, text: one.text }],
		);
		return { ...firstReading, nth: (reading.reading?.nth ?? 1) + 1, earlier };
	}

	/**
	 * A reading has come to its end: its remarks become cards. Those of the reading before stay, the settled ones told.
	 * Where nothing could be read of the reply, nothing changes.
	 */
	async ended(reading: Consultation): Promise<void> {
		const { consultations, textOf, newId, settled } = this.port;
		const text = await textOf(reading.path);
		const known = consultations.get(reading.id);
		if (text === null || known?.reading === undefined) return;
		const reply = readingOf(reading.text, text);
		if (!reply.isRead) return;
		const doc = Text.of(text.split("\n"));
		const before = reading.again === null ? null : consultations.get(reading.again);
		const earlier = before === null ? [] : this.remarksOf(before.id);
		for (const { id } of earlier)
			consultations.update(id, (one) =>
				one.remark === undefined
					? one
					: {
							...one,
							remark: {
								...one.remark,
								reading: reading.id,
								settled: reply.settled.get(one.remark.number) ?? one.remark.settled,
							},
						},
			);
		const last = Math.max(0, ...earlier.map(({ remark }) => remark?.number ?? 0));
		const { reading: _reading, ...like } = known;
		reply.remarks.forEach(({ range, text: said }, index) => {
			const anchor = anchorOf(doc, range, text);
			const number = last + index + 1;
			const remark = { reading: reading.id, number, quotation: anchor.quote, isTicked: false, settled: null };
			consultations.restore({
				...like,
				id: newId(),
				again: null,
				anchor,
				lost: false,
				text: said,
				status: "done",
				remark,
			});
		});
		consultations.update(reading.id, (one) => ({
			...one,
			text: remarksText([...reply.remarks, ...reply.dropped]),
			reading: { ...(one.reading ?? firstReading), dropped: reply.dropped, isRead: true },
		}));
		if (before !== null) {
			consultations.dismiss(before.id);
			settled(before, outcomeOf(before));
		}
	}

	/** The writer ticks a remark, or takes the tick off. */
	tick(id: string): void {
		this.port.consultations.update(id, (one) =>
			one.remark === undefined ? one : { ...one, remark: { ...one.remark, isTicked: !one.remark.isTicked } },
		);
	}

	/** One of its remarks stands in the note now: the reading counts as kept. */
	kept(remark: Consultation): void {
		const { consultations, settled } = this.port;
		const id = remark.remark?.reading ?? "";
		consultations.update(id, (one) =>
			one.reading === undefined ? one : { ...one, reading: { ...one.reading, isKept: true } },
		);
		const reading = consultations.get(id);
		if (reading !== null) settled(reading, "kept");
	}

	/** Takes a reading off with all its remarks. @returns the way back, or null where there is none */
	dismiss(id: string): (() => void) | null {
		const { consultations, settled } = this.port;
		const remarks = this.remarksOf(id).flatMap((one) => consultations.dismiss(one.id) ?? []);
		const reading = consultations.dismiss(id);
		if (reading === null) return null;
		settled(reading, outcomeOf(reading));
		return () => {
			for (const one of [reading, ...remarks]) consultations.restore(one);
		};
	}
}

function outcomeOf({ reading, text, status }: Consultation): JournalOutcome {
	if (reading?.isKept === true) return "kept";
	return text.trim() !== "" ? "dismissed" : status === "cancelled" || status === "interrupted" ? "cancelled" : "failed";
}
