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
	/** List price per million tokens of output, in dollars; null when unknown. */
	readonly outputPrice: number | null;
	/** Billions of parameters active for a token, when the weights are known; null otherwise. */
	readonly activeParameters: number | null;
	/** Seconds the writer's own device worked; null when it was not that. */
	readonly localSeconds: number | null;
	/** Kilograms of CO2 equivalent per kWh where the machine stands; null when unknown. */
	readonly grid: number | null;
}

/** Version of the method, named beside its results. */
export const carbonMethod = "2026-11";

/** World average of electricity, kg CO2e per kWh (Our World in Data, as EcoLogits 0.9.1 lists it). */
const worldGrid = 0.473;

/** Market-based lower bound of a large provider, kg per kWh: 0.03 g for 0.24 Wh (Google, arXiv 2508.15734). */
const lowestGrid = 0.125;

/** Making of the machines, g per Wh used (EcoLogits 0.9.1: 0.16 g for 1.93 Wh). */
const embodied = 0.083;

/** Watts of a laptop that runs a model: a guess the writer may correct one day. */
const localWatts = 60;

/**
 * Energy of a remote answer is c / 1000 x (output + 0.05 x fresh input + 0.005 x cached input) in Wh, c being Wh per
 * 1,000 tokens of output. c from the size of open weights by EcoLogits' fit (https://ecologits.ai, batch 64, H100), else
 * from the output price (1.0 x price^0.44, fitted on Jegham et al., arXiv 2505.09598 v6), else 1.5. The range follows what
 * others measured: Oviedo et al. (arXiv 2509.20241) find published estimates 4 to 20 times too high.
 */
export function carbonOf(basis: CarbonBasis): Carbon {
	if (basis.localSeconds !== null) {
		const wattHours = (localWatts * basis.localSeconds) / 3600;
		const grams = wattHours * (basis.grid ?? worldGrid);
		return { central: grams, low: grams / 2, high: grams * 4 };
	}
	const { perThousand, below, above } = intensity(basis);
	const fresh = Math.max(0, basis.promptTokens - basis.cachedTokens);
	const wattHours = (perThousand / 1000) * (basis.completionTokens + 0.05 * fresh + 0.005 * basis.cachedTokens);
	const grid = basis.grid ?? worldGrid;
	return {
		central: wattHours * (grid + embodied),
		low: (wattHours / below) * Math.min(grid, lowestGrid),
		high: wattHours * above * (Math.max(grid, worldGrid) + embodied),
	};
}

function intensity(basis: CarbonBasis): { readonly perThousand: number; readonly below: number; readonly above: number } {
	if (basis.activeParameters !== null) return { perThousand: openWeights(basis.activeParameters), below: 2, above: 2 };
	if (basis.outputPrice !== null && basis.outputPrice > 0) return { perThousand: basis.outputPrice ** 0.44, below: 5, above: 5 };
	return { perThousand: 1.5, below: 6, above: 6 };
}

// EcoLogits 0.9.1: energy per output token and GPU, f_E(P, B) = alpha e^(beta B) P + gamma; as many GPUs as hold the weights.
function openWeights(billions: number): number {
	const perToken = 1.1665273170451914e-6 * Math.exp(-0.011205921025579175 * 64) * billions + 4.052928146734005e-5;
	const memory = (1.2 * billions * 16) / 8;
	const gpus = 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(memory / 80))));
	const seconds = 0.0006785088094353663 * billions + 0.0003119310311688259 * 64 + 0.019473717579473387;
	const server = ((seconds / 3600) * 1200 * (gpus / 8)) / 64;
	return 1.2 * 1000 * (server + gpus * perToken);
}

/** Active billions of parameters as a model's id names them (`70b`, `30b-a3b`); null when it does not. */
export function parametersIn(id: string): number | null {
	const active = /(?:^|[-_:/])a(\d+(?:\.\d+)?)b\b/i.exec(id)?.[1];
	const total = /(?:^|[-_:/])(\d+(?:\.\d+)?)b\b/i.exec(id)?.[1];
	const found = active ?? total;
	return found === undefined ? null : Number(found);
}
