import { madeIn } from "../cache/made-in";
import type { Openness } from "../endpoint/openness";
import type { Sums } from "../statistics/sums";
import { makerOf } from "./makers";
import { purposes, purposesByName, type Purpose } from "./purposes";
import { totalOf, type ModelCount, type NoteTally } from "./tally";

/** What the page is made from. Of published notes only: nothing of another is in it, not even its number. */
export interface Sources {
	/** By path. */
	readonly notes: Iterable<readonly [string, NoteTally]>;
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

/** Notes that are looked at between two yields. */
const atOnce = 500;

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
 * have been turned off, and what was let go is in no note. Yields often, so that the writer's keys can be heard in
 * between.
 */
export function* gather(sources: Sources): Generator<void, Gathered> {
	const notes = [...sources.notes];
	const { objectives, ids, sums, first } = yield* totalOf(notes.map(([, tally]) => tally));
	yield;
	const learnt = (objective: string): true | null => {
		const count = objectives.get(objective);
		return count !== undefined && count.adopted + count.quotedWords > 0 ? true : null;
	};
	const purposeOf = purposesByName((objective) => sources.proposes(objective) ?? learnt(objective));
	const asked = new Map<Purpose, number>();
	const quoted = new Map<Purpose, number>();
	const add = (counts: Map<Purpose, number>, purpose: Purpose, by: number): void =>
		void counts.set(purpose, (counts.get(purpose) ?? 0) + by);
	const words = { adopted: 0, dismissed: 0 };
	for (const [objective, count] of objectives) {
		const purpose = purposeOf(objective);
		add(asked, purpose, count.asked);
		add(quoted, purpose, count.quotedAnswers);
		add(quoted, wordsOf(purpose), count.quotedWords);
		if (purpose !== "words" && purpose !== "spelling") continue;
		words.adopted += count.adopted;
		words.dismissed += count.dismissed;
	}
	const names = new Map([...ids].map(([id, { named }]) => [id, named?.name ?? sources.nameOf(id)]));
	const models = modelsOf(ids, names, sources.opennessOf);
	const places = new Map(models.map(({ name }, index) => [name, index]));
	const order = new Map([...names].map(([id, name]) => [id, places.get(name) ?? 0]));
	const [sharedNames, sharedPurposes] = [new Map<string, string[]>(), new Map<string, Purpose[]>()];
	const latest = latestFirst(notes);
	yield;
	const named: PageNote[] = [];
	for (const [path, tally] of latest) {
		named.push({
			path,
			models: shared(models, modelsIn(tally, order), sharedNames, ({ name }) => name),
			purposes: shared(purposes, purposesIn(tally, purposeOf), sharedPurposes, (purpose) => purpose),
		});
		if (named.length % atOnce === 0) yield;
	}
	return {
		since: first === "" ? null : first.slice(0, 7),
		purposes: new Map(
			purposes.flatMap((purpose) => {
				const count = Math.max(asked.get(purpose) ?? 0, quoted.get(purpose) ?? 0);
				return count === 0 ? [] : [[purpose, count] as const];
			}),
		),
		keepsOwn: words.adopted < words.dismissed,
		notes: named,
		models,
		sums,
	};
}

/** Words that were adopted were asked for as words, whatever their objective is called. */
function wordsOf(purpose: Purpose): Purpose {
	return purpose === "spelling" ? purpose : "words";
}

/** Which models a note quotes, by their places in the order of the page. */
function modelsIn({ models }: NoteTally, order: ReadonlyMap<string, number>): readonly number[] {
	const found: number[] = [];
	for (const [id, { quotations }] of models) if (quotations > 0) found.push(order.get(id) ?? 0);
	return found;
}

/** What a note was helped with, by the places in `purposes`. */
function purposesIn({ objectives }: NoteTally, purposeOf: (objective: string) => Purpose): readonly number[] {
	const found: number[] = [];
	for (const [objective, { quotedAnswers, quotedWords }] of objectives) {
		if (quotedAnswers > 0) found.push(purposes.indexOf(purposeOf(objective)));
		if (quotedWords > 0) found.push(purposes.indexOf(wordsOf(purposeOf(objective))));
	}
	return found;
}

/** Some of a list, in its order. The same few come together in thousands of notes: they get the same array. */
function shared<T, R>(all: readonly T[], at: readonly number[], known: Map<string, R[]>, of: (one: T) => R): R[] {
	const bits = all.length <= 31 ? at.reduce((sum, index) => sum | (1 << index), 0) : null;
	const key = bits === null ? [...new Set(at)].sort((a, b) => a - b).join(" ") : String(bits);
	return madeIn(known, key, () => all.filter((_, index) => at.includes(index)).map(of));
}

interface Counted {
	/** One that a reply told, before one that the writer did; else the first by its letters. */
	readonly id: string;
	readonly told: boolean;
	readonly quotations: number;
	readonly asked: number;
	readonly device: number;
	readonly network: number;
}

function modelsOf(
	ids: ReadonlyMap<string, Readonly<ModelCount>>,
	names: ReadonlyMap<string, string>,
	opennessOf: Sources["opennessOf"],
): readonly PageModel[] {
	const counts = new Map<string, Counted>();
	for (const [id, { told, quotations, asked, device, network }] of ids) {
		// Nothing came of it.
		if (told === null) continue;
		const name = names.get(id) ?? id;
		const known = counts.get(name);
		const better = known === undefined || (known.told === told ? id < known.id : known.told);
		counts.set(name, {
			id: better ? id : known.id,
			told: better ? told : known.told,
			quotations: quotations + (known?.quotations ?? 0),
			asked: asked + (known?.asked ?? 0),
			device: device + (known?.device ?? 0),
			network: network + (known?.network ?? 0),
		});
	}
	return [...counts]
		.map(([name, counted]) => ({
			name,
			maker: makerOf(counted.id),
			openness: opennessOf(counted.id),
			place: placeOf(counted),
			quotations: counted.quotations,
		}))
		.sort((a, b) => b.quotations - a.quotations || (a.name < b.name ? -1 : 1));
}

function placeOf({ told, asked, device, network }: Counted): PageModel["place"] {
	if (told) return "told";
	if (asked === 0) return null;
	return device === asked ? "device" : network === asked ? "network" : null;
}

function latestFirst(notes: readonly (readonly [string, NoteTally])[]): readonly (readonly [string, NoteTally])[] {
	return notes
		.filter(([, { quotations }]) => quotations > 0)
		.sort(([a, one], [b, other]) => (one.last === other.last ? (a < b ? -1 : 1) : one.last > other.last ? -1 : 1));
}
