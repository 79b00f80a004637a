import {
	anchors,
	estimateOf,
	timesBetween,
	type AskableModel,
	type RequestEstimate,
} from "../../core/estimate/request-estimate";
import { gridOf } from "../../core/estimate/grids";
import type { InterfaceStrings } from "../../core/i18n/en";
import { isFree, type ModelTarget } from "../../core/models/model-target";

export interface ModelEstimatesPort {
	readonly strings: InterfaceStrings;
	/** The model asked now; null when none is chosen. */
	readonly current: ModelTarget | null;
	readonly exactId: (target: ModelTarget) => string;
	/** A model by its exact id; null where no list has it. */
	readonly ofId: (id: string) => ModelTarget | null;
	/** Estimated tokens of a question about the note at hand. */
	readonly promptTokens: number;
	/** Milliseconds since the epoch. */
	readonly time: number;
}

/** Tokens of a usual answer, for comparing: the ratio of two models hardly depends on it. */
const answerTokens = 300;

/**
 * What models would take, beside the one asked now: how many times as much for a question about this very note, and the
 * carbon of questions of three sizes.
 */
export class ModelEstimates {
	private readonly current: RequestEstimate | null;

	constructor(private readonly port: ModelEstimatesPort) {
		this.current = port.current === null ? null : this.ofNote(port.current);
	}

	/** `3.4x the cost, 2x the carbon`, of the model asked now; empty where nothing can be compared. */
	times(target: ModelTarget): string {
		const { current, strings } = this.port;
		if (this.current === null || current === null) return "";
		if (current.endpoint.id === target.endpoint.id && current.model === target.model) return "";
		const { cost, carbon } = timesBetween(this.ofNote(target), this.current);
		return timesWords(cost, carbon, strings);
	}

	/** The carbon of questions of three sizes, each with its range, and what that rests on; why not, at home. */
	detail(target: ModelTarget): string {
		const { models, carbon: carbonWords, margin, locale } = this.port.strings;
		const grams = (value: number): string => value.toLocaleString(locale, { maximumSignificantDigits: 1 });
		const estimates = anchors.map((tokens) => this.of(target, tokens, tokens));
		const parts = estimates.flatMap(({ carbon }, at) =>
			carbon === null
				? []
				: [
						models.anchor(
							(anchors[at] ?? 0).toLocaleString(locale),
							margin.carbon(grams(carbon.central), grams(carbon.low), grams(carbon.high)),
						),
					],
		);
		if (parts.length === 0) return models.carbonAtHome;
		const method = estimates[0]?.method;
		const basis = method === "price" ? carbonWords.byPrice : method === "general" ? carbonWords.general : "";
		return models.anchors(target.name, parts) + basis;
	}

	/**
	 * Grams of a question about this note to a model that is known by its exact id only; null at home, and when unknown.
	 */
	carbonOfId(id: string): number | null {
		const target = this.port.ofId(id);
		return target === null ? null : (this.ofNote(target).carbon?.central ?? null);
	}

	private ofNote(target: ModelTarget): RequestEstimate {
		return this.of(target, this.port.promptTokens, answerTokens);
	}

	private of(target: ModelTarget, promptTokens: number, completionTokens: number): RequestEstimate {
		return estimateOf(this.askable(target), { promptTokens, completionTokens }, this.port.time);
	}

	private askable(target: ModelTarget): AskableModel {
		const { preset, name } = target.endpoint;
		return {
			model: this.port.exactId(target),
			price: target.price,
			isFree: isFree(target),
			grid: gridOf([preset, name]),
		};
	}
}

/** How many times as much, in words; empty where neither is known. */
export function timesWords(cost: number | null, carbon: number | null, { models, locale }: InterfaceStrings): string {
	const number = (value: number): string => value.toLocaleString(locale, { maximumSignificantDigits: 2 });
	return [
		cost === null ? "" : models.timesCost(number(cost)),
		carbon === null ? "" : models.timesCarbon(number(carbon)),
	]
		.filter((part) => part !== "")
		.join(", ");
}
