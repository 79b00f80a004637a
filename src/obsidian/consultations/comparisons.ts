import { choose, isRevealed, type Comparison } from "../../core/consultation/comparison";
import { renamedPath } from "./subject";

export interface ComparisonsPort {
	/** What `save` was last given on this device. */
	readonly load: () => readonly Comparison[];
	readonly save: (comparisons: readonly Comparison[]) => void;
}

/** The comparisons that wait for the writer. Their answers are consultations and live with those. */
export class Comparisons {
	private readonly all = new Map<string, Comparison>();
	private readonly listeners = new Set<() => void>();

	constructor(private readonly port: ComparisonsPort) {
		for (const one of port.load()) this.all.set(one.id, one);
	}

	get list(): readonly Comparison[] {
		return [...this.all.values()];
	}

	get(id: string): Comparison | null {
		return this.all.get(id) ?? null;
	}

	add(comparison: Comparison): void {
		this.change(() => this.all.set(comparison.id, comparison));
	}

	/** Takes the writer's choice: a member's id, `none` or `revealed`. */
	choose(id: string, choice: string): void {
		const before = this.get(id);
		if (before !== null) this.change(() => this.all.set(id, choose(before, choice)));
	}

	remove(id: string): void {
		this.change(() => this.all.delete(id));
	}

	renamed(before: string, after: string): void {
		for (const one of this.list) {
			const path = renamedPath(one.path, before, after);
			if (path !== one.path) this.change(() => this.all.set(one.id, { ...one, path }));
		}
	}

	/** Whether it may not be told yet which model answered what. */
	isHidden(id: string | null): boolean {
		const comparison = id === null ? null : this.get(id);
		return comparison !== null && !isRevealed(comparison);
	}

	/** Calls back after every change. Returns the way to stop. */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	private change(act: () => void): void {
		act();
		this.port.save(this.list);
		for (const listener of [...this.listeners]) listener();
	}
}
