import { isLocal, presets, type Endpoint } from "../endpoint/endpoint";
import type { Openness } from "../endpoint/openness";
import type { Price } from "../estimate/money";

/** What an endpoint's list says of a model's thinking. */
export const modelThinking = ["never", "optional", "always"] as const;
export type ModelThinking = (typeof modelThinking)[number];

/** A model as an endpoint lists it. */
export interface ModelInfo {
	readonly id: string;
	readonly name: string;
	/** The dated id behind an alias, where the endpoint tells it; null otherwise. Never changes what it names. */
	readonly canonicalId: string | null;
	/** Tokens of context; null when unknown. */
	readonly context: number | null;
	/** Null when unknown, which is not free. */
	readonly price: Price | null;
	readonly openness: Openness;
	/** Where the claim about openness is from; empty when unknown. */
	readonly opennessSource: string;
	/**
	 * Exact version of a local model: `sha256:…` (Ollama), or its quantization (LM Studio). Null when the endpoint has
	 * none.
	 */
	readonly version: string | null;
	/** Whether a local server passes what it is sent on to others, as Ollama does for its cloud models. */
	readonly passedOn: boolean;
	/**
	 * Whether it thinks before it answers: never, as one wishes, or always. Null, and absent in lists of before, when the
	 * endpoint does not say.
	 */
	readonly thinking?: ModelThinking | null;
	/** ISO date until which the endpoint offers it; null when no end is announced. */
	readonly until: string | null;
}

/** A model at an endpoint, ready to be asked. */
export interface ModelTarget {
	readonly endpoint: Endpoint;
	readonly model: string;
	/** The model's name for readers. */
	readonly name: string;
	/** What the endpoint's list says of it; null when it is not in the list, or there is none. */
	readonly info: ModelInfo | null;
	/** By the endpoint's list, else as the writer entered it; null when unknown, which is not free. */
	readonly price: Price | null;
}

/** Whether two targets are one model at one endpoint, whatever is known of it. */
export function isSameModel(one: ModelTarget, other: ModelTarget): boolean {
	return one.endpoint.id === other.endpoint.id && one.model === other.model;
}

/** The targets without those of a model that an earlier one stands for, in their order. */
export function distinctModels(targets: readonly ModelTarget[]): readonly ModelTarget[] {
	return targets.filter((target, index) => targets.findIndex((other) => isSameModel(target, other)) === index);
}

/** Whether asking costs nothing but electricity: a model at home that has no price and is not passed on. */
export function isFree({ endpoint, info, price }: ModelTarget): boolean {
	// A gateway at home may ask others, for money: only servers known by their kind are free.
	return presets[endpoint.preset].local && isLocal(endpoint.baseUrl) && price === null && info?.passedOn !== true;
}
