import { carbonMethod, carbonOf, timesAsMuch, type Carbon, type CarbonMethod } from "./carbon";
import { listCost, type Price } from "./money";

/** A model that could be asked, as far as it is known. */
export interface AskableModel {
	/** Its most exact id. */
	readonly model: string;
	/** Null when unknown, which is not free. */
	readonly price: Price | null;
	/** Whether it runs at home: its cost is none, and its carbon a matter of how long it works. */
	readonly isFree: boolean;
	/** Kilograms of CO2 equivalent per kWh where it runs; null when unknown. */
	readonly grid: number | null;
}

export interface RequestTokens {
	readonly promptTokens: number;
	readonly completionTokens: number;
}

/** What a request would take. */
export interface RequestEstimate {
	/** Null when unknown. */
	readonly cost: { readonly amount: number; readonly currency: string } | null;
	/** Null when unknown. */
	readonly carbon: Carbon | null;
	/** What the carbon rests on. */
	readonly method: CarbonMethod;
}

/** Requests of three sizes by which models can be judged: so many tokens in, and as many out. */
export const anchors = [100, 1000, 10_000] as const;

/**
 * What a request to a model would take. @param time milliseconds since the epoch, for prices that depend on the hour
 */
export function estimateOf(asked: AskableModel, tokens: RequestTokens, time: number): RequestEstimate {
	const { model, price, isFree, grid } = asked;
	const outputPrice = price?.currency === "USD" ? price.output : null;
	if (isFree) return { cost: { amount: 0, currency: "" }, carbon: null, method: "device" };
	return {
		cost:
			price === null
				? null
				: { amount: listCost(price, { ...tokens, cachedTokens: 0 }, time), currency: price.currency },
		carbon: carbonOf({ ...tokens, cachedTokens: 0, model, outputPrice, localSeconds: null, grid }),
		method: carbonMethod({ model, outputPrice, localSeconds: null }),
	};
}

/**
 * How many times as much a request would take as another; null where one of them is nothing, unknown, or in another
 * money.
 */
export function timesBetween(
	one: RequestEstimate,
	other: RequestEstimate,
): { readonly cost: number | null; readonly carbon: number | null } {
	return {
		cost:
			one.cost === null || other.cost === null || one.cost.currency !== other.cost.currency
				? null
				: timesAsMuch(one.cost.amount, other.cost.amount),
		carbon: one.carbon === null || other.carbon === null ? null : timesAsMuch(one.carbon.central, other.carbon.central),
	};
}
