import { distinctModels, isSameModel, type ModelTarget } from "../../core/models/model-target";

/**
 * Who can be asked for one list of words, and who was: the usual model first, then any others.
 */
export class ModelRotation {
	/** Each model once, in the order in which they were asked first. */
	private asked: readonly ModelTarget[] = [];

	/**
	 * @param id names the list's consultation in the journal
	 * @param rotation the models that can be asked now, the usual one first; never empty
	 */
	constructor(
		readonly id: string,
		private readonly rotation: () => readonly [ModelTarget, ...ModelTarget[]],
	) {}

	/** The usual model. */
	get first(): ModelTarget {
		return this.rotation()[0];
	}

	/** The models that can be asked beside one. */
	others(target: ModelTarget): readonly ModelTarget[] {
		return distinctModels(this.rotation()).filter((one) => !isSameModel(one, target));
	}

	/** The models that can be asked and were not yet. */
	get unasked(): readonly ModelTarget[] {
		return distinctModels(this.rotation()).filter((target) => !this.asked.some((one) => isSameModel(one, target)));
	}

	/**
	 * Counts a model among those that were asked, and names what it was asked in the journal: the list's own id for the
	 * first, since each model has an entry.
	 */
	entry(target: ModelTarget): string {
		this.asked = distinctModels([...this.asked, target]);
		const at = this.asked.findIndex((one) => isSameModel(one, target));
		return at === 0 ? this.id : `${this.id}-${at + 1}`;
	}
}
