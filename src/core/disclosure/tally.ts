import { madeIn } from "../cache/made-in";
import type { Facts } from "../journal/facts";
import { Adder, type Sums } from "../statistics/sums";
import type { Quotation } from "./quotations";

/** How often something was asked about a note, and what of it the note quotes. */
export interface ObjectiveCount {
	/** Consultations that the journal tells of. */
	asked: number;
	/** Of these, lists of words that ended with the model's, and that were let go. */
	adopted: number;
	dismissed: number;
	/** Records of adopted words, and of answers. */
	quotedWords: number;
	quotedAnswers: number;
}

/** A model in a note and in what the journal tells of it. */
export interface ModelCount {
	/** As the latest record calls it, and the date of that; null where no record names it. */
	named: { readonly name: string; readonly date: string } | null;
	quotations: number;
	/** Consultations that came to something. */
	asked: number;
	/** Of these, on the writer's device and in their network. */
	device: number;
	network: number;
	/** Whether only the writer's word says which model it was, each time; null where nothing came of any. */
	told: boolean | null;
}

/** What is counted of one note. It is not changed once it is made. */
export interface NoteTally {
	/** Dates of the first consultation or record, and of the latest record; empty without one. */
	readonly first: string;
	readonly last: string;
	readonly objectives: ReadonlyMap<string, Readonly<ObjectiveCount>>;
	/** By exact id. */
	readonly models: ReadonlyMap<string, Readonly<ModelCount>>;
	/** Of the journal, without what was quoted from elsewhere: nothing of it was measured. */
	readonly sums: Sums;
	/** Records in the note. */
	readonly quotations: number;
}

/** Counts a note: what it quotes, and the consultations about it, each once. */
export function tallyOf(quotations: readonly Quotation[], facts: readonly Facts[]): NoteTally {
	const objectives = new Map<string, ObjectiveCount>();
	const models = new Map<string, ModelCount>();
	const sums = new Adder();
	let [earliest, last] = ["", ""];
	for (const one of facts) {
		const { model, outcome, place } = one;
		const isTold = one.told === true;
		if (!isTold) sums.add(one);
		if (earliest === "" || one.time < earliest) earliest = one.time;
		const objective = madeIn(objectives, one.objective, noObjective);
		objective.asked++;
		if (outcome === "adopted" || outcome === "dismissed") objective[outcome]++;
		const count = madeIn(models, model, noModel);
		// What failed or was cancelled told nothing, of no model.
		if (outcome === "failed" || outcome === "cancelled") continue;
		count.told = (count.told ?? true) && isTold;
		if (isTold) continue;
		count.asked++;
		if (place === "device" || place === "network") count[place]++;
	}
	let first = earliest.slice(0, 10);
	for (const { model, name, objective, adopted, date, told: byHand } of quotations) {
		if (date !== "" && (first === "" || date < first)) first = date;
		if (date > last) last = date;
		madeIn(objectives, objective, noObjective)[adopted ? "quotedWords" : "quotedAnswers"]++;
		const count = madeIn(models, model, noModel);
		count.quotations++;
		count.told = (count.told ?? true) && byHand === true;
		count.named = later(count.named, { name, date });
	}
	return { first, last, objectives, models, sums, quotations: quotations.length };
}

/** What is counted of several notes together. */
export interface Total {
	readonly first: string;
	readonly objectives: ReadonlyMap<string, Readonly<ObjectiveCount>>;
	readonly ids: ReadonlyMap<string, Readonly<ModelCount>>;
	readonly sums: Sums;
}

/** Tallies that are added up between two yields. */
const atOnce = 500;

/** Adds up the tallies of notes. Yields often, so that the writer's keys can be heard in between. */
export function* totalOf(tallies: Iterable<NoteTally>): Generator<void, Total> {
	const objectives = new Map<string, ObjectiveCount>();
	const ids = new Map<string, ModelCount>();
	const sums = new Adder();
	let first = "";
	let done = 0;
	for (const tally of tallies) {
		if (++done % atOnce === 0) yield;
		if (tally.first !== "" && (first === "" || tally.first < first)) first = tally.first;
		sums.addSums(tally.sums);
		for (const [name, count] of tally.objectives) {
			const sum = madeIn(objectives, name, noObjective);
			sum.asked += count.asked;
			sum.adopted += count.adopted;
			sum.dismissed += count.dismissed;
			sum.quotedWords += count.quotedWords;
			sum.quotedAnswers += count.quotedAnswers;
		}
		for (const [id, count] of tally.models) {
			const sum = madeIn(ids, id, noModel);
			sum.quotations += count.quotations;
			sum.asked += count.asked;
			sum.device += count.device;
			sum.network += count.network;
			sum.named = later(sum.named, count.named);
			if (count.told !== null) sum.told = (sum.told ?? true) && count.told;
		}
	}
	return { first, objectives, ids, sums };
}

/** The name of the latest of two records; of the same date, the first by its letters. */
function later(one: ModelCount["named"], other: ModelCount["named"]): ModelCount["named"] {
	if (one === null || other === null) return one ?? other;
	if (one.date !== other.date) return one.date > other.date ? one : other;
	return one.name <= other.name ? one : other;
}

function noObjective(): ObjectiveCount {
	return { asked: 0, adopted: 0, dismissed: 0, quotedWords: 0, quotedAnswers: 0 };
}

function noModel(): ModelCount {
	return { named: null, quotations: 0, asked: 0, device: 0, network: 0, told: null };
}
