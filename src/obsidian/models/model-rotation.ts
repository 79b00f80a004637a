import type { ModelTarget } from "./models";

/**
 * Who is asked for one list of words, by steps from the usual model to the next. Who was asked stays who they are,
 * whatever is listed, starred or chosen meanwhile: what they proposed bears their name.
 */
export class ModelRotation {
	private readonly asked = new Map<number, ModelTarget>();

	/**
	 * @param id names the list's consultation in the journal
	 * @param rotation the models that can be asked now, the usual one first; never empty
	 */
	constructor(
		readonly id: string,
		private readonly rotation: () => readonly [ModelTarget, ...ModelTarget[]],
	) {}

	/** Who was, or would be, asked at a step. */
	at(step: number): ModelTarget {
		const targets = this.rotation();
		return this.asked.get(step) ?? targets[step % targets.length] ?? targets[0];
	}

	/** Who is asked at a step, from now on for good. */
	ask(step: number): ModelTarget {
		const target = this.at(step);
		this.asked.set(step, target);
		return target;
	}

	/** Whether there is another model to ask. */
	get hasNext(): boolean {
		return this.rotation().length > 1;
	}

	/** Steps at which models can be asked that were not asked yet, each once. */
	unasked(): readonly number[] {
		const targets = this.rotation();
		return targets.flatMap((target, index) => {
			if ([...this.asked.values()].some((one) => sameTarget(one, target))) return [];
			let step = index;
			while (this.asked.has(step)) step += targets.length;
			return [step];
		});
	}

	/**
	 * Names what the model at a step was asked in the journal: the list's own id for the first, since each model has an
	 * entry.
	 */
	entry(step: number): string {
		const target = this.at(step);
		const models = [...this.asked.values()].filter(
			(one, index, all) => all.findIndex((other) => sameTarget(one, other)) === index,
		);
		const at = models.findIndex((one) => sameTarget(one, target));
		return at <= 0 ? this.id : `${this.id}-${at + 1}`;
	}
}

function sameTarget(one: ModelTarget, other: ModelTarget): boolean {
	return one.endpoint.id === other.endpoint.id && one.model === other.model;
}
