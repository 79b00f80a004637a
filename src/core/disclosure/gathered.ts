import type { Openness } from "../endpoint/openness";
import type { Facts } from "../journal/facts";
import { Adder, type Sums } from "../statistics/sums";
import { makerOf } from "./makers";
import { purposes, purposesByName, type Purpose } from "./purposes";
import type { Quotation, QuotingNote } from "./quotations";

/** What the page is made from. Of published notes only: nothing of another is in it, not even its number. */
export interface Sources {
	readonly notes: readonly QuotingNote[];
	/** Consultations about published notes, each once. */
	readonly facts: readonly Facts[];
	/** Whether an objective proposes words; null where it is not known any more. */
	readonly proposes: (objective: string) => boolean | null;
	/** A model's name by its exact id, for one that no note quotes. */
	readonly nameOf: (id: string) => string;
	readonly opennessOf: (id: string) => Openness;
}

/** A model as the page names it. */
export interface PageModel {
	readonly name: string;
	/** Null where nobody knows. */
	readonly maker: string | null;
	readonly openness: Openness;
	/**
	 * Where it ran each time, as far as that is known: on the writer's device, in their network; `told` where it was
	 * asked on other sites only, as the writer tells it.
	 */
	readonly place: "device" | "network" | "told" | null;
	/** Records that name it. 0 for one that was asked and never quoted. */
	readonly quotations: number;
}

/** A note as the page names it. */
export interface PageNote {
	readonly path: string;
	/** In the order of the page. */
	readonly models: readonly string[];
	readonly purposes: readonly Purpose[];
}

/** All that the page says that can be counted. */
export interface Gathered {
	/** Month of the first consultation, `YYYY-MM`; null where no date is known. */
	readonly since: string | null;
	/** How often each was asked for; what was never is not in it. */
	readonly purposes: ReadonlyMap<Purpose, number>;
	/** Whether fewer than half of the lists of words that were dealt with ended with words of a model's. */
	readonly keepsOwn: boolean;
	/** What quotes a model, the latest quotation first. */
	readonly notes: readonly PageNote[];
	/** The most quoted first. */
	readonly models: readonly PageModel[];
	/** Of the journal, without what was quoted from elsewhere: nothing of it was measured. */
	readonly sums: Sums;
}

/**
 * Counts what the page says. A model goes by the name that the latest record gives its id; ids of the same name are one
 * model. Where journal and records differ on how often something was asked for, the larger number holds: a journal may
 * have been turned off, and what was let go is in no note.
 */
export function gather(sources: Sources): Gathered {
	const { notes, facts } = sources;
	const purposeOf = purposesByName((objective) => sources.proposes(objective) ?? learnt.get(objective) ?? null);
	const learnt = proposing(facts, notes);
	const names = namesOf(sources);
	const sums = new Adder();
	const asked = new Map<Purpose, number>();
	const words = { adopted: 0, dismissed: 0 };
	let first = "";
	const seen = (date: string): void => {
		if (date !== "" && (first === "" || date < first)) first = date;
	};
	for (const one of facts) {
		if (one.told !== true) sums.add(one);
		seen(one.time.slice(0, 10));
		const purpose = purposeOf(one.objective);
		asked.set(purpose, (asked.get(purpose) ?? 0) + 1);
		if ((purpose === "words" || purpose === "spelling") && (one.outcome === "adopted" || one.outcome === "dismissed"))
			words[one.outcome]++;
	}
	const quoted = new Map<Purpose, number>();
	for (const { quotations } of notes)
		for (const quotation of quotations) {
			seen(quotation.date);
			const purpose = purposeIn(quotation, purposeOf);
			quoted.set(purpose, (quoted.get(purpose) ?? 0) + 1);
		}
	const models = modelsOf(sources, names);
	const order = new Map(models.map(({ name }, index) => [name, index]));
	return {
		since: first === "" ? null : first.slice(0, 7),
		purposes: new Map(
			purposes.flatMap((purpose) => {
				const count = Math.max(asked.get(purpose) ?? 0, quoted.get(purpose) ?? 0);
				return count === 0 ? [] : [[purpose, count] as const];
			}),
		),
		keepsOwn: words.adopted < words.dismissed,
		notes: latestFirst(notes).map(({ path, quotations }) => ({
			path,
			models: [...new Set(quotations.map(({ model }) => names.get(model) ?? model))].sort(
				(a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
			),
			purposes: purposes.filter((purpose) => quotations.some((one) => purposeIn(one, purposeOf) === purpose)),
		})),
		models,
		sums,
	};
}

/** Words that were adopted were asked for as words, whatever their objective is called. */
function purposeIn({ adopted, objective }: Quotation, purposeOf: (objective: string) => Purpose): Purpose {
	const purpose = purposeOf(objective);
	return adopted && purpose !== "spelling" ? "words" : purpose;
}

/** Objectives that are seen to propose words: some were adopted from them. */
function proposing(facts: readonly Facts[], notes: readonly QuotingNote[]): ReadonlyMap<string, boolean> {
	const found = new Map<string, boolean>();
	for (const { outcome, objective } of facts) if (outcome === "adopted") found.set(objective, true);
	for (const { quotations } of notes)
		for (const { adopted, objective } of quotations) if (adopted) found.set(objective, true);
	return found;
}

function namesOf({ notes, facts, nameOf }: Sources): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	const dates = new Map<string, string>();
	for (const { quotations } of notes)
		for (const { model, name, date } of quotations) {
			if ((dates.get(model) ?? "") > date || (dates.get(model) === date && (names.get(model) ?? "") <= name)) continue;
			dates.set(model, date);
			names.set(model, name);
		}
	for (const { model } of facts) if (!names.has(model)) names.set(model, nameOf(model));
	return names;
}

interface Counted {
	/** One that a reply told, before one that the writer did. */
	id: string;
	isTold: boolean;
	quotations: number;
	asked: number;
	device: number;
	network: number;
}

function modelsOf({ notes, facts, opennessOf }: Sources, names: ReadonlyMap<string, string>): readonly PageModel[] {
	const counts = new Map<string, Counted>();
	const count = (id: string, isTold: boolean): Counted => {
		const name = names.get(id) ?? id;
		const known = counts.get(name) ?? { id, isTold, quotations: 0, asked: 0, device: 0, network: 0 };
		if (known.isTold && !isTold) Object.assign(known, { id, isTold });
		counts.set(name, known);
		return known;
	};
	for (const { quotations } of notes)
		for (const { model, told } of quotations) count(model, told === true).quotations++;
	for (const { model, place, outcome, told } of facts) {
		// What failed or was cancelled told nothing, of no model.
		if (outcome === "failed" || outcome === "cancelled") continue;
		const known = count(model, told === true);
		if (told === true) continue;
		known.asked++;
		if (place === "device" || place === "network") known[place]++;
	}
	return [...counts]
		.map(([name, { id, isTold, quotations, asked, device, network }]) => ({
			name,
			maker: makerOf(id),
			openness: opennessOf(id),
			place: isTold
				? ("told" as const)
				: asked > 0 && device === asked
					? ("device" as const)
					: asked > 0 && network === asked
						? ("network" as const)
						: null,
			quotations,
		}))
		.sort((a, b) => b.quotations - a.quotations || (a.name < b.name ? -1 : 1));
}

function latestFirst(notes: readonly QuotingNote[]): readonly QuotingNote[] {
	return notes
		.filter(({ quotations }) => quotations.length > 0)
		.map((note) => ({ note, date: note.quotations.reduce((last, { date }) => (date > last ? date : last), "") }))
		.sort((a, b) => (a.date === b.date ? (a.note.path < b.note.path ? -1 : 1) : a.date > b.date ? -1 : 1))
		.map(({ note }) => note);
}
