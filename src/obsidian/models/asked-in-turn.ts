import type { Friend } from "./models";

/**
 * Who is asked for one list of words, by steps from the usual model to the next. Who was asked stays who they are,
 * whatever is listed, starred or chosen meanwhile: what they proposed bears their name.
 */
export class AskedInTurn {
	private readonly asked = new Map<number, Friend>();

	/**
	 * @param id names the list's consultation in the journal
	 * @param rotation the models that can be asked now, the usual one first; never empty
	 */
	constructor(
		readonly id: string,
		private readonly rotation: () => readonly [Friend, ...Friend[]],
	) {}

	/** Who was, or would be, asked at a step. */
	at(step: number): Friend {
		const friends = this.rotation();
		return this.asked.get(step) ?? friends[step % friends.length] ?? friends[0];
	}

	/** Who is asked at a step, from now on for good. */
	ask(step: number): Friend {
		const friend = this.at(step);
		this.asked.set(step, friend);
		return friend;
	}

	/** Whether there is another model to ask. */
	get hasNext(): boolean {
		return this.rotation().length > 1;
	}

	/** Steps at which models can be asked that were not asked yet, each once. */
	unasked(): readonly number[] {
		const friends = this.rotation();
		return friends.flatMap((friend, index) => {
			if ([...this.asked.values()].some((one) => sameFriend(one, friend))) return [];
			let step = index;
			while (this.asked.has(step)) step += friends.length;
			return [step];
		});
	}

	/**
	 * Names what the model at a step was asked in the journal: the list's own id for the first, since each model has an
	 * entry.
	 */
	entry(step: number): string {
		const friend = this.at(step);
		const models = [...this.asked.values()].filter(
			(one, index, all) => all.findIndex((other) => sameFriend(one, other)) === index,
		);
		const at = models.findIndex((one) => sameFriend(one, friend));
		return at <= 0 ? this.id : `${this.id}-${at + 1}`;
	}
}

function sameFriend(one: Friend, other: Friend): boolean {
	return one.endpoint.id === other.endpoint.id && one.model === other.model;
}
