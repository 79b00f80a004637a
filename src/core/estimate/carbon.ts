import { grids } from "./grids";
import { sizeIn, type Size } from "./size";

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
 * Wh per 1,000 tokens of output of models that were measured: c of a fit of E = a + b x input + c x output on Jegham et
 * al., arXiv 2505.09598 v6, snapshot of October 2025. Those that think before they answer are left out where the
 * snapshot knows only their visible tokens. The first that fits counts.
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
	[/gpt-5(?!-\d(?!\d)|-pro)/, 1.362],
	[/gemini-2-5-flash(?!-lite)/, 1.095],
	[/mistral-medium/, 4.275],
	[/mistral-large(-24\d\d)?$/, 5.312],
	[/mistral-small/, 0.808],
	[/mistral-nemo/, 0.615],
];

/**
 * An answer's carbon with its range.
 *
 * On the writer's own device: the watts of such a device over the time it worked.
 *
 * Elsewhere the energy is c / 1000 x (output + 0.05 x fresh input + 0.005 x cached input) in Wh, c being Wh per 1,000
 * tokens of output: for open weights whose size the id tells by EcoLogits' fit (https://ecologits.ai, batch 64, H100),
 * for models that were measured as `measured` says, else from the output price (1.0 x price^0.44, fitted on the same
 * measurements), else 1.5. The ranges follow what others found: Oviedo et al. (arXiv 2509.20241) find published
 * estimates 4 to 20 times too high. No provider publishes these figures.
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

function intensity({ model, outputPrice }: CarbonBasis): {
	readonly perThousand: number;
	readonly below: number;
	readonly above: number;
} {
	const size = sizeIn(model);
	if (size !== null) return { perThousand: openWeights(size), below: 2, above: 2 };
	const name = model.toLowerCase().replace(/\./g, "-");
	const known = measured.find(([one]) => one.test(name));
	if (known !== undefined) return { perThousand: known[1], below: 4, above: 1.5 };
	if (outputPrice !== null && outputPrice > 0) return { perThousand: outputPrice ** 0.44, below: 5, above: 5 };
	return { perThousand: unknownIntensity, below: 6, above: 6 };
}

// EcoLogits 0.9.1: energy per output token and GPU, f_E(P, B) = alpha e^(beta B) P + gamma; as many GPUs as hold the
// weights.
function openWeights({ active, total }: Size): number {
	const perToken = 1.1665273170451914e-6 * Math.exp(-0.011205921025579175 * 64) * active + 4.052928146734005e-5;
	const memory = (1.2 * total * 16) / 8;
	const gpus = 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(memory / 80))));
	const seconds = 0.0006785088094353663 * active + 0.0003119310311688259 * 64 + 0.019473717579473387;
	const server = ((seconds / 3600) * 1200 * (gpus / 8)) / 64;
	return 1.2 * 1000 * (server + gpus * perToken);
}
