/**
 * Electricity by country (ISO 3166), kg CO2e per kWh: Our World in Data, as EcoLogits 0.9.1 lists it. `world` is the
 * average.
 */
export const grids = {
	AU: 0.55159,
	AT: 0.10262,
	BE: 0.11758,
	BR: 0.10321,
	CA: 0.17481,
	CH: 0.0366,
	CN: 0.55955,
	DE: 0.34414,
	DK: 0.1433,
	ES: 0.14615,
	FI: 0.07225,
	FR: 0.04418,
	GB: 0.21089,
	IN: 0.70832,
	IE: 0.2797,
	IT: 0.28753,
	JP: 0.48232,
	KR: 0.41427,
	NL: 0.25331,
	NO: 0.03075,
	PL: 0.61498,
	PT: 0.11229,
	SE: 0.03582,
	US: 0.38355,
	world: 0.47301,
} as const;

/** A country whose electricity is known. */
export type Country = Exclude<keyof typeof grids, "world">;

/** All countries whose electricity is known. */
export const countries = Object.keys(grids).filter((key): key is Country => key !== "world");

/**
 * Electricity where those who answer have their machines, as EcoLogits 0.9.1 assumes it for them: Mistral Sweden, the
 * large American companies the United States; Scaleway says it is France. Null for all others.
 * @param names of the endpoint and of the company that ran the model, as far as they are known
 */
export function gridOf(names: readonly string[]): number | null {
	const companies: readonly (readonly [RegExp, Country])[] = [
		[/mistral/i, "SE"],
		[/scaleway|albert|etalab/i, "FR"],
		[/openai|anthropic|google|azure|amazon|cohere/i, "US"],
	];
	for (const name of names) for (const [company, country] of companies) if (company.test(name)) return grids[country];
	return null;
}
