import type { Facts } from "../journal/facts";
import type { PastRow } from "../past/past-use";

/** What consultations took and what came of them, added up. What is unknown is counted beside, never taken for 0. */
export interface Sums {
	readonly consultations: number;
	/** Of prompts and answers, reasoning included. */
	readonly tokens: number;
	/** Consultations whose tokens nobody told. */
	readonly withoutTokens: number;
	/** By currency, never converted. What is known to be free is in none of them. */
	readonly costs: ReadonlyMap<string, number>;
	/** The part of `costs` that is by list prices, since the endpoint did not say what it charged. */
	readonly listed: ReadonlyMap<string, number>;
	/** Requests whose cost nobody told. */
	readonly unknownCosts: number;
	/** Grams of CO2 equivalent. The bounds are those of all added up: as wide as if all erred the same way. */
	readonly carbon: { readonly central: number; readonly low: number; readonly high: number };
	/** Consultations of unknown carbon. */
	readonly withoutCarbon: number;
	readonly adopted: number;
	readonly kept: number;
	/** Read and let go. Neither what was cancelled nor what failed is in here. */
	readonly dismissed: number;
	/** Words adopted, as far as they were counted. */
	readonly words: number;
	/** Adoptions of earlier versions, whose words were not counted. */
	readonly withoutWords: number;
	/** Of the consultations, answers got elsewhere that were imported. */
	readonly imported: number;
	/** Of the consultations, answers got elsewhere that were quoted: they took nothing that was measured. */
	readonly told: number;
	/** Of the tokens, those of sources that tell none: estimated by the length of texts. */
	readonly estimatedTokens: number;
}

/** What can be shown of `Sums`, one at a time. */
export const metrics = ["consultations", "cost", "tokens", "carbon", "adopted", "kept", "dismissed", "words"] as const;
export type Metric = (typeof metrics)[number];

/**
 * The figure of a metric.
 * @param currency of costs: those in other currencies are not in it
 */
export function valueOf(sums: Sums, metric: Metric, currency: string): number {
	switch (metric) {
		case "cost":
			return sums.costs.get(currency) ?? 0;
		case "carbon":
			return sums.carbon.central;
		default:
			return sums[metric];
	}
}

/** How many are not in the figure of a metric, since nobody told: requests for costs, consultations for the others. */
export function unknownIn(sums: Sums, metric: Metric): number {
	switch (metric) {
		case "cost":
			return sums.unknownCosts;
		case "tokens":
			return sums.withoutTokens;
		case "carbon":
			return sums.withoutCarbon;
		case "words":
			return sums.withoutWords;
		default:
			return 0;
	}
}

/** No amounts: most sums of a large table hold none, and a map for each would be most of its cost. */
const none: Map<string, number> = new Map();

function increased(amounts: Map<string, number>, currency: string, by: number): Map<string, number> {
	const own = amounts === none ? new Map<string, number>() : amounts;
	return own.set(currency, (own.get(currency) ?? 0) + by);
}

/** Adds up consultations, and sums of them. */
export class Adder implements Sums {
	consultations = 0;
	tokens = 0;
	withoutTokens = 0;
	costs = none;
	listed = none;
	unknownCosts = 0;
	readonly carbon = { central: 0, low: 0, high: 0 };
	withoutCarbon = 0;
	adopted = 0;
	kept = 0;
	dismissed = 0;
	words = 0;
	withoutWords = 0;
	imported = 0;
	told = 0;
	estimatedTokens = 0;

	/** Adds a count from elsewhere, whose outcomes and carbon nobody told. */
	addPast({ answers, tokensIn, tokensOut, estimated, cost }: PastRow): void {
		this.consultations += answers;
		this.imported += answers;
		this.tokens += tokensIn + tokensOut;
		if (estimated) this.estimatedTokens += tokensIn + tokensOut;
		if (cost === null) this.unknownCosts += answers;
		else if (cost > 0) this.costs = increased(this.costs, "USD", cost);
		this.withoutCarbon += answers;
	}

	add(facts: Facts): void {
		this.consultations++;
		// Nothing of it is unknown either: it was no request.
		if (facts.told === true) this.told++;
		else this.addTaken(facts);
		const { outcome, adoptedWords } = facts;
		if (outcome === "adopted") {
			this.adopted++;
			if (adoptedWords === null) this.withoutWords++;
		} else if (outcome === "kept" || outcome === "dismissed") this[outcome]++;
		this.words += adoptedWords ?? 0;
	}

	private addTaken({ tokens, cost, unknown, carbon }: Facts): void {
		if (tokens === null) this.withoutTokens++;
		else this.tokens += tokens.prompt + tokens.completion;
		this.unknownCosts += unknown;
		if (cost !== null && cost.amount > 0) {
			this.costs = increased(this.costs, cost.currency, cost.amount);
			if (cost.listed !== null) this.listed = increased(this.listed, cost.currency, cost.amount);
		}
		// From 0 to 0 says nothing: some endpoints report it for what they did not measure.
		if (carbon === null || carbon.high <= 0) this.withoutCarbon++;
		else this.addCarbon(carbon);
	}

	addSums(sums: Sums): void {
		this.consultations += sums.consultations;
		this.tokens += sums.tokens;
		this.withoutTokens += sums.withoutTokens;
		for (const [currency, amount] of sums.costs) this.costs = increased(this.costs, currency, amount);
		for (const [currency, amount] of sums.listed) this.listed = increased(this.listed, currency, amount);
		this.unknownCosts += sums.unknownCosts;
		this.addCarbon(sums.carbon);
		this.withoutCarbon += sums.withoutCarbon;
		this.adopted += sums.adopted;
		this.kept += sums.kept;
		this.dismissed += sums.dismissed;
		this.words += sums.words;
		this.withoutWords += sums.withoutWords;
		this.imported += sums.imported;
		this.told += sums.told;
		this.estimatedTokens += sums.estimatedTokens;
	}

	private addCarbon({ central, low, high }: Sums["carbon"]): void {
		this.carbon.central += central;
		this.carbon.low += low;
		this.carbon.high += high;
	}
}
