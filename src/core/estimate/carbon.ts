import { grids } from "./grids";
import { bitsOf, sizeIn, type Size } from "./size";

/** Grams of CO2 equivalent of one answer: an order of magnitude. */
export interface Carbon {
	readonly central: number;
	readonly low: number;
	readonly high: number;
}

/** What is known of the machine that answered. */
export interface CarbonBasis {
	readonly promptTokens: number;
	readonly cachedTokens: number;
	/** Reasoning tokens included. */
	readonly completionTokens: number;
	/** Id of the model, which may tell its size. */
	readonly model: string;
	/** List price per million tokens of output, in dollars; null when unknown. */
	readonly outputPrice: number | null;
	/** Seconds the writer's own device worked; null when it was not that. */
	readonly localSeconds: number | null;
	/** Kilograms of CO2 equivalent per kWh where the machine stands; null when unknown. */
	readonly grid: number | null;
}

/** Market-based lower bound of a large provider, kg per kWh: 0.03 g for 0.24 Wh (Google, arXiv 2508.15734). */
const lowestGrid = 0.125;

/** Making of the machines, g per Wh used (EcoLogits 0.9.1: 0.16 g for 1.93 Wh). */
const embodied = 0.083;

/**
 * Watts of a laptop that runs a model, at rest in between, and of a desktop computer with a graphics card: which of
 * them it is, is not known.
 */
const localWatts = { low: 30, central: 60, high: 250 };

/** Wh per 1,000 tokens of output where nothing else is known. */
const unknownIntensity = 1.5;

/**
 * What an estimate of an answer's carbon rests on, the best first: the time the writer's own device worked,
 * measurements of this very model, the size of its open weights, its price, or nothing but what models take in general.
 */
export type CarbonMethod = "device" | "measured" | "size" | "price" | "general";

/** Wh per 1,000 tokens of output, the factors by which it may be less or more, and what it rests on. */
interface Intensity {
	readonly perThousand: number;
	readonly below: number;
	readonly above: number;
	readonly method: Exclude<CarbonMethod, "device">;
}

/**
 * How far the real figure may lie from an estimate, by what that rests on. Published estimates of closed models are 4
 * to 20 times too high (Oviedo et al., arXiv 2509.20241). Open weights: InferenceMAX measures 0.34 Wh where the size
 * gives 1.99 (DeepSeek on cards of 2025 at 4 bits).
 */
const spreads: Readonly<Record<Intensity["method"], Pick<Intensity, "below" | "above">>> = {
	measured: { below: 4, above: 1.5 },
	size: { below: 8, above: 2 },
	price: { below: 5, above: 5 },
	general: { below: 6, above: 6 },
};

/**
 * Wh per 1,000 tokens of output of models that were measured: c of a fit of E = a + b x input + c x output on Jegham et
 * al., arXiv 2505.09598 v6, snapshot of October 2025; of two deployments of the same weights the usual one. Those that
 * think before they answer are left out where the snapshot knows only their visible tokens. It holds no model of 2026.
 * The first that fits counts.
 */
const measured: readonly (readonly [name: RegExp, wattHours: number])[] = [
	[/claude-3-5-haiku/, 4.823],
	[/claude-3-haiku/, 1.834],
	[/claude-3-opus/, 9.359],
	[/claude-3-5-sonnet/, 3.464],
	[/claude-3-7-sonnet/, 2.723],
	[/claude-(sonnet-4|4-sonnet)(?!-\d(?!\d))/, 4.275],
	[/claude-(opus-4|4-opus)(?!-\d(?!\d))/, 4.947],
	[/gpt-4o-mini/, 1.847],
	[/gpt-4o/, 1.641],
	[/gpt-4-1-mini/, 1.595],
	[/gpt-4-1-nano/, 0.527],
	[/gpt-4-1(?!\d)/, 3.266],
	[/gpt-4-turbo/, 5.918],
	[/gpt-5-mini/, 1.937],
	[/gpt-5-nano/, 0.373],
	[/gpt-5(?!-\d(?!\d)|-pro|-codex|-chat|-image)/, 1.362],
	[/gemini-2-5-flash(?!-lite)/, 1.095],
	[/mistral-medium-(2505|3(?!-\d))/, 4.275],
	[/mistral-large-24\d\d$/, 5.312],
	[/mistral-small-2402$/, 0.808],
	[/mistral-nemo/, 0.615],
];

/**
 * The same of open weights, where a measurement beats what their size would tell. Distilled and tuned models bear the
 * name of what they were made from in another place.
 */
const measuredWeights: readonly (readonly [name: RegExp, wattHours: number])[] = [
	[/(^|\/)((us-|eu-)?meta-)?llama-?4-maverick/, 0.158],
	[/(^|\/)((us-|eu-)?meta-)?llama-?4-scout/, 0.143],
	[/(^|\/)((us-|eu-)?meta-)?llama-?3-3[-:]70b\b/, 0.698],
	[/(^|\/)((us-|eu-)?meta-)?llama-?3-2[-:]90b\b/, 4.719],
	[/(^|\/)((us-|eu-)?meta-)?llama-?3-2[-:]11b\b/, 0.123],
	[/(^|\/)((us-|eu-)?meta-)?llama-?3-2[-:]3b\b/, 0.481],
	[/(^|\/)((us-|eu-)?meta-)?llama-?3-2[-:]1b\b/, 0.325],
	[/(^|\/)((us-|eu-)?meta-)?llama-?3-1[-:]405b\b/, 8.001],
	[/(^|\/)((us-|eu-)?meta-)?llama-?3-1[-:]70b\b/, 2.75],
	[/(^|\/)((us-|eu-)?meta-)?llama-?3-1[-:]8b\b/, 0.144],
	[/(^|\/)deepseek-(chat-)?v3(?!-\d(?!\d))/, 1.954],
];

/**
 * An answer's carbon with its range.
 *
 * On the writer's own device: the watts of such a device over the time it worked.
 *
 * Elsewhere the energy is c / 1000 x (output + 0.05 x fresh input + 0.005 x cached input) in Wh, c being Wh per 1,000
 * tokens of output: as `measured` says of models that were measured, for other open weights whose size the id tells by
 * EcoLogits' fit (https://ecologits.ai, batch 64, H100) with weights of as many bits as their family has, else from the
 * output price (1.0 x price^0.44, fitted on the same measurements), else 1.5. No provider tells these figures for an
 * answer; a few publish a median.
 */
export function carbonOf(basis: CarbonBasis): Carbon {
	const { localSeconds } = basis;
	const grid = basis.grid ?? grids.world;
	if (localSeconds !== null) {
		const grams = (watts: number, by: number): number => ((watts * localSeconds) / 3600) * by;
		// Where that is unknown it may be where electricity is cleanest.
		return {
			central: grams(localWatts.central, grid),
			low: grams(localWatts.low, basis.grid ?? grids.NO),
			high: grams(localWatts.high, grid),
		};
	}
	const { perThousand, below, above } = intensity(basis);
	const fresh = Math.max(0, basis.promptTokens - basis.cachedTokens);
	const wattHours = (perThousand / 1000) * (basis.completionTokens + 0.05 * fresh + 0.005 * basis.cachedTokens);
	return {
		central: wattHours * (grid + embodied),
		low: (wattHours / below) * Math.min(grid, lowestGrid),
		high: wattHours * above * (Math.max(grid, grids.world) + embodied),
	};
}

/** What `carbonOf` rests on. */
export function carbonMethod(basis: Pick<CarbonBasis, "model" | "outputPrice" | "localSeconds">): CarbonMethod {
	return basis.localSeconds !== null ? "device" : intensity(basis).method;
}

/**
 * What an endpoint says that an answer took, in grams; null when that says nothing: from 0 to 0, less than nothing, or
 * bounds the wrong way round. An answer that took nothing there is none.
 */
export function reportedCarbon(reported: { readonly low: number; readonly high: number } | null): Carbon | null {
	if (reported === null) return null;
	const { low, high } = reported;
	return low >= 0 && high > 0 && low <= high && high < Infinity ? { low, high, central: (low + high) / 2 } : null;
}

function intensity({ model, outputPrice }: Pick<CarbonBasis, "model" | "outputPrice">): Intensity {
	const of = (method: Intensity["method"], perThousand: number): Intensity => ({
		perThousand,
		method,
		...spreads[method],
	});
	const name = model.toLowerCase().replace(/\./g, "-");
	const weights = measuredWeights.find(([one]) => one.test(name));
	// What is known of weights holds for what others run too, at fewer bits: as far as for those that were not measured.
	if (weights !== undefined) return { ...of("measured", weights[1]), below: spreads.size.below };
	const size = sizeIn(model);
	if (size !== null) return of("size", openWeights(size, bitsOf(model)));
	const known = measured.find(([one]) => one.test(name));
	if (known !== undefined) return of("measured", known[1]);
	return outputPrice !== null && outputPrice > 0 ? of("price", outputPrice ** 0.44) : of("general", unknownIntensity);
}

// EcoLogits 0.9.1: energy per output token and GPU, f_E(P, B) = alpha e^(beta B) P + gamma; as many GPUs as hold the
// weights.
function openWeights({ active, total }: Size, bits: number): number {
	const perToken = 1.1665273170451914e-6 * Math.exp(-0.011205921025579175 * 64) * active + 4.052928146734005e-5;
	const memory = (1.2 * total * bits) / 8;
	const gpus = 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(memory / 80))));
	const seconds = 0.0006785088094353663 * active + 0.0003119310311688259 * 64 + 0.019473717579473387;
	const server = ((seconds / 3600) * 1200 * (gpus / 8)) / 64;
	return 1.2 * 1000 * (server + gpus * perToken);
}

/**
 * How far a car goes for so many grams. For a month or more: a single answer is metres, which says nothing.
 * @param perKilometre grams of CO2 equivalent per kilometre, of the car in question; more than 0
 */
export function kilometresOf(grams: number, perKilometre: number): number {
	return grams / perKilometre;
}

/**
 * How many times as much one takes as another, with two significant digits: of estimates by one method the ratio is
 * surer than either. Null where one of them is nothing or unknown.
 */
export function timesAsMuch(one: number, other: number): number | null {
	return one > 0 && other > 0 && one < Infinity ? Number((one / other).toPrecision(2)) : null;
}
