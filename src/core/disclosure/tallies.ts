import { madeIn } from "../cache/made-in";
import type { Facts } from "../journal/facts";
import type { Ledger } from "../statistics/ledger";
import type { Quotation } from "./quotations";
import { tallyOf, type NoteTally } from "./tally";

type ByNote<T> = ReadonlyMap<string, readonly T[]>;

/** Notes that are counted between two yields. */
const atOnce = 50;

/**
 * What is counted of each note of a vault. Only notes of which something changed are counted again: those whose
 * quotations were read again, and those that a changed file of the journal tells of.
 */
export class Tallies {
	private readonly known = new Map<string, NoteTally>();
	private readonly stale = new Set<string>();
	private readonly files = new Map<string, readonly Facts[]>();
	/** By note, what the files of the journal tell of it. */
	private readonly told = new Map<string, Facts[]>();
	private quoted: ByNote<Quotation> = new Map();

	/** By path of the note, as they were last counted. */
	get all(): ReadonlyMap<string, NoteTally> {
		return this.known;
	}

	/**
	 * Takes what the journal and the notes say now. Yields often, so that the writer's keys can be heard in between; what
	 * was not taken when it is left is taken the next time.
	 * @param quoted quotations by note; an array that is the same is taken to hold the same
	 */
	*update(ledger: Pick<Ledger, "paths" | "countedIn">, quoted: ByNote<Quotation>): Generator<void> {
		const paths = new Set(ledger.paths);
		for (const path of [...this.files.keys()]) {
			if (paths.has(path)) continue;
			this.takeFile(path, []);
			this.files.delete(path);
		}
		for (const path of paths) {
			if (this.takeFile(path, ledger.countedIn(path))) yield;
		}
		for (const path of this.quoted.keys()) if (!quoted.has(path)) this.stale.add(path);
		for (const [path, quotations] of quoted) if (this.quoted.get(path) !== quotations) this.stale.add(path);
		this.quoted = new Map(quoted);
		let done = 0;
		for (const path of this.stale) {
			this.count(path);
			this.stale.delete(path);
			if (++done % atOnce === 0) yield;
		}
	}

	private takeFile(path: string, now: readonly Facts[]): boolean {
		const before = this.files.get(path);
		if (before === now) return false;
		const gone = new Set(before);
		for (const note of new Set(before?.map((one) => one.note))) {
			this.told.set(note, this.told.get(note)?.filter((one) => !gone.has(one)) ?? []);
			this.stale.add(note);
		}
		for (const one of now) {
			madeIn(this.told, one.note, (): Facts[] => []).push(one);
			this.stale.add(one.note);
		}
		this.files.set(path, now);
		return true;
	}

	private count(path: string): void {
		const told = this.told.get(path) ?? [];
		const quotations = this.quoted.get(path) ?? [];
		if (told.length === 0 && quotations.length === 0) this.known.delete(path);
		else this.known.set(path, tallyOf(quotations, told));
	}
}
