import type { Anchor } from "./anchor";
import type { ThinkingWish } from "../endpoint/thinking";
import type { ContextScope } from "../prompts/objective";
import type { ComparisonFact } from "../journal/facts";
import type { Selected } from "../prompts/selected";
import { sameText } from "../text/composed";
import type { Turn } from "../chat/chat";
import type { Reading, RemarkOf } from "./reading";
import { isActive, newAnswer, type Answer } from "./answer";

/** One question about one passage, and its answer. A value: every event gives a new one. */
export interface Consultation extends Answer {
	readonly id: string;
	/** Path of the note the passage is in. */
	readonly path: string;
	readonly anchor: Anchor;
	/** Whether the note no longer holds the passage. The answer stays all the same. */
	readonly lost: boolean;
	/** Name of the objective, or what free questions are called. */
	readonly objective: string;
	/** What was asked in short: the objective's title, or the writer's own question. */
	readonly asked: string;
	readonly icon: string;
	/** What was asked at length, as it was sent. */
	readonly question: string;
	/** Path of the note that the question was made from, for it may have become private; absent where there was none. */
	readonly prompt?: string;
	/** The words of the passage that are meant above all; null when all of it is. */
	readonly selected: Selected | null;
	/** How much of the note went along. */
	readonly context: ContextScope;
	/** Whether the friend was to think before the answer; absent where that was left to the endpoint. */
	readonly thinks?: ThinkingWish;
	/**
	 * The consultation this one reads the passage again for, without having seen its answer; null for a first reading.
	 */
	readonly again: string | null;
	/** The comparison it is part of; null when one model was asked alone. */
	readonly comparison: string | null;
	/** Name of the endpoint and id of the model that were asked. */
	readonly endpoint: { readonly id: string; readonly name: string };
	readonly model: string;
	/** The model's name for readers. */
	readonly modelName: string;
	/** The consultation this one asks further about, and what was asked there; absent for a question of its own. */
	readonly further?: Further;
	/** What was said before the present answer: for *Ask further*. */
	readonly thread: readonly Turn[];
	/** What is known of it where it is a reading of a whole note; absent otherwise. */
	readonly reading?: Reading;
	/** The reading it is a remark of; absent for what was asked by itself. */
	readonly remark?: RemarkOf;
	/**
	 * How the model fared beside others that were asked the same; null when it was asked alone, and while nothing was
	 * chosen.
	 */
	readonly compared: ComparisonFact | null;
}

/** Where a question goes on from: the answer may be settled by now. */
export interface Further {
	readonly id: string;
	readonly asked: string;
}

/**
 * Consultations in the order of a comparison, those that ask further right after what they go on from, in the order in
 * which they were asked.
 * @param compare orders those that go on from none that is there
 */
export function threaded(
	all: readonly Consultation[],
	compare: (a: Consultation, b: Consultation) => number,
): readonly Consultation[] {
	const ids = new Set(all.map(({ id }) => id));
	const after = new Map<string | null, Consultation[]>();
	for (const one of all) {
		const parent = one.further !== undefined && ids.has(one.further.id) ? one.further.id : null;
		after.set(parent, [...(after.get(parent) ?? []), one]);
	}
	const walk = (one: Consultation): readonly Consultation[] => [
		one,
		...(after.get(one.id) ?? []).sort((a, b) => a.startedAt - b.startedAt).flatMap(walk),
	];
	return (after.get(null) ?? []).sort(compare).flatMap(walk);
}

/**
 * The words that are meant above all, as long as they stand in the passage: the writer may have changed them since.
 * Null when all of it is meant.
 */
export function selectedNow({ anchor, selected }: Pick<Consultation, "anchor" | "selected">): Selected | null {
	if (selected === null) return null;
	const { words } = selected;
	const now = [words, words.normalize("NFC"), words.normalize("NFD")].find((one) => anchor.quote.includes(one));
	return now === undefined ? null : { ...selected, words: now };
}

/** A consultation that begins at `now`, in milliseconds since the epoch: nothing has come yet. */
export function begun(asked: Omit<Consultation, keyof Answer | "compared">, now: number): Consultation {
	return { ...asked, ...newAnswer(now), compared: null };
}

/** Whether there is something that can be kept: words came, and nothing more will. Of a reading its remarks are. */
export function canKeep(consultation: Consultation): boolean {
	return !isActive(consultation) && consultation.reading === undefined && consultation.text.trim() !== "";
}

/**
 * What settled a remark: the writer's tick, the words it quotes being gone, or a later reading. Null while it is open,
 * and of what is no remark.
 */
export function settledBy({
	remark,
	lost,
	anchor,
}: Pick<Consultation, "remark" | "lost" | "anchor">): "tick" | "gone" | "reading" | null {
	if (remark === undefined) return null;
	if (remark.isTicked) return "tick";
	if (lost || !sameText(anchor.quote, remark.quotation)) return "gone";
	return remark.settled === null ? null : "reading";
}
