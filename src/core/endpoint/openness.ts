/** How open a model is, as far as it is known. Open source means data and training code too, by someone who looked. */
export type Openness = "open source" | "open weights" | "closed" | "unknown";

/** A statement about openness with what it rests on; the source is empty when nothing is known. */
export interface OpennessClaim {
	readonly openness: Openness;
	/** An address or a name, with its date where it has one. The same in every language. */
	readonly source: string;
}

/** What there is to go by. */
export interface OpennessSigns {
	/** The model's id at its endpoint. */
	readonly id: string;
	/** Its page on Hugging Face as the endpoint names it, `maker/model`; null when it names none. */
	readonly huggingFace: string | null;
	/**
	 * Who else vouches for the weights: the program that holds them here, or a catalogue of open weights. Null for
	 * none.
	 */
	readonly weightsAt: string | null;
}

/**
 * Families whose data, training code, weights and licences are all open: those with `open` in all of these fields of
 * the European Open Source AI Index (https://osai-index.eu, CC BY 4.0, Liesenfeld & Dingemanse 2024), as of June 2026.
 * Neighbours of a family that the index has not rated are left out: a new version counts once someone has looked at it.
 */
const openSource: readonly { readonly makers: readonly string[]; readonly name: RegExp }[] = [
	{ makers: ["allenai"], name: /^olmo-?[23](?![.\d])/ },
	{ makers: ["amd"], name: /^amd-olmo/ },
	{ makers: ["swiss-ai"], name: /^apertus-(8b|70b)/ },
	{ makers: ["togethercomputer"], name: /^pythia-chat-base/ },
	{ makers: ["llm360"], name: /^amber/ },
	{ makers: ["huggingfacetb"], name: /^smollm[23]?(?![.\d])/ },
	{ makers: ["yulan-team"], name: /^yulan-mini/ },
];
const openSourceFrom = "osai-index.eu, 2026-06";

/**
 * Families whose makers publish the weights: `open_weights = true` in the models of https://models.dev, as of July
 * 2026. Of houses that publish some of their models, only what the list has as such.
 */
const openWeights: typeof openSource = [
	{ makers: ["openai"], name: /^gpt-oss[-:]/ },
	{ makers: ["meta", "meta-llama"], name: /^(meta-)?llama-?[34](?!\d)/ },
	{ makers: ["google"], name: /^gemma-?[34](?!\d)/ },
	{ makers: ["deepseek", "deepseek-ai"], name: /^deepseek-(chat|reasoner|r1|v[34])(?!\d)/ },
	{ makers: ["mistral", "mistralai"], name: /^mistral-(nemo|small-?(3|2[56]\d\d)|large-(2411|2512)|medium-2604)/ },
	{ makers: ["mistral", "mistralai"], name: /^(devstral-(small|2512)|pixtral-(12b|large))/ },
	{ makers: ["qwen", "alibaba"], name: /^qwen(2[.-]5|3(\.\d)?)(?!\d).*[-:]\d+b(?![a-z])/ },
	{ makers: ["moonshotai"], name: /^kimi-k2/ },
	{ makers: ["minimax", "minimaxai"], name: /^minimax-m[123](?!\d)/ },
	{ makers: ["z-ai", "zai-org", "zhipuai"], name: /^glm-(4\.[5-7](-air|v)?|4\.7-flash|5(\.[12])?)$/ },
	{ makers: ["nvidia"], name: /nemotron/ },
	{ makers: ["microsoft"], name: /^phi-?[34](?!\d)/ },
	{ makers: ["cohere", "coherelabs"], name: /^command-(a|r|r7b|r-plus)(-|$)/ },
];

/** Families whose makers publish no weights: `open_weights = false` in the same list. */
const closed: typeof openSource = [
	{ makers: ["openai"], name: /^(chatgpt-|gpt-(3\.5|[4-9])|o[1-9]($|-))/ },
	{ makers: ["anthropic"], name: /^claude-/ },
	{ makers: ["google"], name: /^gemini-/ },
	{ makers: ["mistral", "mistralai"], name: /^(mistral-medium-25|magistral-medium|devstral-medium-2507)/ },
	{ makers: ["qwen", "alibaba"], name: /^qwen[\d.]*-(vl-)?(max|plus|turbo|flash)(-|$)/ },
	{ makers: ["xai", "x-ai"], name: /^grok-[34](?!\d)/ },
	{ makers: ["perplexity"], name: /^sonar(-|$)/ },
];
const makersFrom = "models.dev, 2026-07";

/**
 * How open a model is, and who says so. Never open source on an endpoint's word: that an endpoint names weights makes
 * them open weights, no more. What nothing is known of is unknown, not closed.
 */
export function opennessOf({ id, huggingFace, weightsAt }: OpennessSigns): OpennessClaim {
	const known = nameOf(huggingFace ?? id);
	// In a local server's own library families go by their bare names; elsewhere a bare name could be anyone's.
	const of = (families: typeof openSource, bare: boolean): boolean =>
		families.some(
			({ makers, name }) => name.test(known.name) && (makers.includes(known.maker) || (bare && known.maker === "")),
		);
	if (of(openSource, weightsAt !== null)) return { openness: "open source", source: openSourceFrom };
	if (huggingFace !== null) return { openness: "open weights", source: `huggingface.co/${huggingFace}` };
	if (weightsAt !== null) return { openness: "open weights", source: weightsAt };
	if (of(openWeights, true)) return { openness: "open weights", source: makersFrom };
	if (of(closed, true)) return { openness: "closed", source: makersFrom };
	return { openness: "unknown", source: "" };
}

// `~maker/name:variant` (OpenRouter), `name:tag` (Ollama), `hf.co/maker/name:quantization` (Ollama).
function nameOf(id: string): { readonly maker: string; readonly name: string } {
	const parts = id.toLowerCase().replace(/^~/, "").split("/");
	// A tag that is a size is part of the name, others are not.
	const name = (parts[parts.length - 1] ?? "").replace(/:(?!\d+b).*$/, "");
	return { maker: parts[parts.length - 2] ?? "", name };
}
