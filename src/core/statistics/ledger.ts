import { madeIn } from "../cache/made-in";
import { latest, latestById, type Facts } from "../journal/facts";
import { type MonthFacts } from "../journal/read-month";
import type { PastRow } from "../past/past-use";
import { groupOf, pastGroup, type Grouping, type GroupSources } from "./groups";
import { Adder, type Sums } from "./sums";

/** Lengths of a time's beginning that name its day, its month and its year. */
export const units = { day: 10, month: 7, year: 4 } as const;
export type Unit = keyof typeof units;

/** Sums by group and period: `2026-11-23`, `2026-11` or `2026`, where the writer was then. */
export type Cells = ReadonlyMap<string, ReadonlyMap<string, Sums>>;

/** Entries that can't be counted. */
export interface Damage {
	/** Path of the month. */
	readonly path: string;
	/** Lines at which they begin, from 0. */
	readonly lines: readonly number[];
}

/** One file of the journal. */
interface Source {
	readonly facts: ReadonlyMap<string, Facts>;
	readonly damaged: readonly number[];
	/** The days of its first and its last consultation; empty without any. */
	readonly first: string;
	readonly last: string;
	/** Sums that were asked for, until something changes. */
	cells: Map<string, Cells>;
	/** Those of its consultations that count here, once that was asked for, until one of them counts elsewhere. */
	counted: readonly Facts[] | null;
}

/**
 * The consultations of a journal, file by file, and their sums. A consultation that several entries tell of counts
 * once, by the latest, whichever files they are in. A file that changed costs as much as it holds: the others are not
 * looked at.
 */
export class Ledger {
	private readonly sources = new Map<string, Source>();
	/** The file whose entry counts, by consultation. */
	private readonly owners = new Map<string, string>();
	/** All files with an entry, where there are several. */
	private readonly shared = new Map<string, Set<string>>();
	private pastRows: readonly PastRow[] = [];

	constructor(private readonly groups: GroupSources) {}

	/** Takes what a file holds now, in the place of what it held. */
	set(path: string, { facts, damaged }: MonthFacts): void {
		const before = this.sources.get(path);
		let [first, last] = ["", ""];
		for (const { time } of facts) {
			if (first === "" || time < first) first = time;
			if (time > last) last = time;
		}
		const now: Source = {
			facts: latestById(facts),
			damaged,
			first: first.slice(0, units.day),
			last: last.slice(0, units.day),
			cells: new Map(),
			counted: null,
		};
		this.sources.set(path, now);
		for (const id of before?.facts.keys() ?? []) if (!now.facts.has(id)) this.leave(id, path);
		for (const id of now.facts.keys()) this.claim(id, path);
	}

	/** Takes what was counted elsewhere, in the place of what it took before. */
	setPast(rows: readonly PastRow[]): void {
		this.pastRows = rows;
	}

	/** What was counted elsewhere: by month, so that it is on no day. */
	get past(): readonly PastRow[] {
		return this.pastRows;
	}

	/** Forgets a file that is gone. */
	delete(path: string): void {
		if (!this.sources.has(path)) return;
		this.set(path, { facts: [], damaged: [] });
		this.sources.delete(path);
	}

	/** Forgets the sums: what is known outside of the journal may have changed. */
	regroup(): void {
		for (const source of this.sources.values()) source.cells.clear();
	}

	get paths(): readonly string[] {
		return [...this.sources.keys()];
	}

	get size(): number {
		return this.owners.size;
	}

	get damage(): readonly Damage[] {
		return [...this.sources]
			.filter(([, { damaged }]) => damaged.length > 0)
			.map(([path, { damaged }]) => ({ path, lines: damaged }))
			.sort((a, b) => (a.path < b.path ? -1 : 1));
	}

	/** Each consultation once, in no particular order. */
	*facts(): Generator<Facts> {
		for (const [path, { facts }] of this.sources)
			for (const one of facts.values()) if (this.owners.get(one.id) === path) yield one;
	}

	/** The consultations that count in a file. The same array until one of them changes. */
	countedIn(path: string): readonly Facts[] {
		const source = this.sources.get(path);
		if (source === undefined) return [];
		return (source.counted ??= [...source.facts.values()].filter(({ id }) => this.owners.get(id) === path));
	}

	/** The day of the first consultation, ISO; empty without any. */
	get firstDay(): string {
		let first = "";
		for (const source of this.sources.values())
			if (source.first !== "" && (first === "" || source.first < first)) first = source.first;
		return first;
	}

	/**
	 * Sums of each file that holds something of a span: the others are not looked at.
	 * @param of how the periods that matter begin, `2026-11` or `2026`. Defaults to all
	 */
	cells(grouping: Grouping, unit: Unit, of = ""): readonly Cells[] {
		const within = ({ first, last }: Source): boolean =>
			first !== "" && first.slice(0, of.length) <= of && last.slice(0, of.length) >= of;
		return [...this.sources].flatMap(([path, source]) => {
			if (!within(source)) return [];
			const key = `${grouping} ${unit}`;
			const cells = source.cells.get(key) ?? this.sum(path, source, grouping, units[unit]);
			source.cells.set(key, cells);
			return [cells];
		});
	}

	/** Sums of what was counted elsewhere; by day there are none. */
	pastCells(grouping: Grouping, unit: Unit): Cells {
		const cells = new Map<string, Map<string, Adder>>();
		for (const row of unit === "day" ? [] : this.pastRows)
			adderIn(cells, row.month.slice(0, units[unit]), pastGroup(row, grouping)).addPast(row);
		return cells;
	}

	private sum(path: string, { facts }: Source, grouping: Grouping, length: number): Cells {
		const cells = new Map<string, Map<string, Adder>>();
		for (const one of facts.values()) {
			if (this.owners.get(one.id) !== path) continue;
			adderIn(cells, one.time.slice(0, length), groupOf(one, grouping, this.groups)).add(one);
		}
		return cells;
	}

	private claim(id: string, path: string): void {
		const owner = this.owners.get(id);
		if (owner === undefined) this.owners.set(id, path);
		else if (owner !== path || this.shared.has(id)) {
			const holders = this.shared.get(id) ?? new Set([owner]);
			this.shared.set(id, holders.add(path));
			this.own(id, holders);
		}
	}

	private leave(id: string, path: string): void {
		const holders = this.shared.get(id);
		if (holders === undefined) {
			this.owners.delete(id);
			return;
		}
		holders.delete(path);
		if (holders.size === 1) this.shared.delete(id);
		this.own(id, holders);
	}

	/** Gives a consultation to the file with its latest entry; of the same time to the last by path. */
	private own(id: string, holders: ReadonlySet<string>): void {
		const entries = [...holders].sort().flatMap((path) => {
			const facts = this.sources.get(path)?.facts.get(id);
			return facts === undefined ? [] : [{ id, time: facts.time, path }];
		});
		const [last] = latest(entries);
		const before = this.owners.get(id);
		if (last === undefined || last.path === before) return;
		this.owners.set(id, last.path);
		for (const path of [before, last.path]) {
			const source = this.sources.get(path ?? "");
			if (source === undefined) continue;
			source.cells.clear();
			source.counted = null;
		}
	}
}

function adderIn(cells: Map<string, Map<string, Adder>>, period: string, group: string): Adder {
	const groups = madeIn(cells, period, () => new Map<string, Adder>());
	return madeIn(groups, group, () => new Adder());
}
