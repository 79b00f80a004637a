import type { Consultation } from "../../core/consultation/consultation";

/** What the margin shows of a consultation. Its parts stay the same elements while it changes. */
export interface Card {
	readonly dom: HTMLElement;
	readonly id: string;
	/** What was shown last; null before anything was. */
	readonly consultation: Consultation | null;
	/** Shows the consultation as it is at `now`, in milliseconds since the epoch. */
	update(consultation: Consultation, now: number): void;
	/** Seconds and countdowns go on without any event from the friend. */
	tick(now: number): void;
}

/** What can be done with readings of whole notes and their remarks, by the ids of their consultations. */
export interface ReadingActions {
	/** The remarks of a reading, by their numbers. */
	remarksOf(id: string): readonly Consultation[];
	/** Ticks a remark off, or takes the tick off again. */
	tick(id: string): void;
	/** Reads the note again: what is settled is told, and what is new is added. */
	readAgain(id: string): void;
	/** What reading again would cost, in words; empty where nobody knows. */
	forecastOf(id: string): string;
	/** Shows the remarks that are tied to nothing in the note, or all of a reply that could not be read. */
	showDropped(id: string): void;
}
