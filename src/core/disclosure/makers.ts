/** Who makes a family of models, by the maker in its id or by how its bare name begins. */
interface Maker {
	readonly name: string;
	/** As it calls itself where it is cited, if that is another name. */
	readonly company?: string;
	/** As ids call it, in small letters. */
	readonly ids: readonly string[];
	/** Families that go by their bare names in a local server's library. */
	readonly families?: RegExp;
}

/** From the names that OpenRouter and Hugging Face give makers, as of November 2026. */
const makers: readonly Maker[] = [
	{ name: "Anthropic", ids: ["anthropic"], families: /^claude/ },
	{ name: "OpenAI", ids: ["openai"], families: /^(?:chatgpt|gpt|o[1-9](?:$|-))/ },
	{ name: "Google", ids: ["google"], families: /^gemm?[ai]/ },
	{
		name: "Mistral",
		company: "Mistral AI",
		ids: ["mistralai", "mistral"],
		families: /^(?:mi[sx]tral|ministral|magistral|devstral|pixtral)/,
	},
	{ name: "Alibaba", ids: ["qwen", "alibaba"], families: /^qw(?:en|q)/ },
	{ name: "Meta", ids: ["meta-llama", "meta"], families: /^llama/ },
	{ name: "DeepSeek", ids: ["deepseek", "deepseek-ai"], families: /^deepseek/ },
	{ name: "Microsoft", ids: ["microsoft"], families: /^phi/ },
	{ name: "Moonshot AI", ids: ["moonshotai"], families: /^kimi/ },
	{ name: "Z.ai", ids: ["z-ai", "zai-org", "thudm"], families: /^glm/ },
	{ name: "xAI", ids: ["x-ai", "xai"], families: /^grok/ },
	{ name: "Cohere", ids: ["cohere", "coherelabs"], families: /^(?:command|aya)/ },
	{ name: "NVIDIA", ids: ["nvidia"], families: /^nemotron/ },
	{ name: "Ai2", ids: ["allenai"], families: /^(?:olmo|tulu)/ },
	{ name: "Swiss AI", ids: ["swiss-ai"], families: /^apertus/ },
	{ name: "Hugging Face", ids: ["huggingfacetb"], families: /^smollm/ },
	{ name: "IBM", ids: ["ibm-granite", "ibm"], families: /^granite/ },
	{ name: "MiniMax", ids: ["minimax", "minimaxai"], families: /^minimax/ },
	{ name: "Amazon", ids: ["amazon"], families: /^nova/ },
];

/** Who makes a model, by its exact id; null where the id does not tell. */
export function makerOf(id: string): string | null {
	return makerIn(id)?.name ?? null;
}

/** The company that makes a model, as citations name it; null where the id does not tell. */
export function companyOf(id: string): string | null {
	const maker = makerIn(id);
	return maker?.company ?? maker?.name ?? null;
}

function makerIn(id: string): Maker | undefined {
	const parts = id
		.toLowerCase()
		.replace(/^~/, "")
		.replace(/^models\//, "")
		.split("/");
	const maker = parts.length > 1 ? (parts[parts.length - 2] ?? "") : "";
	const name = parts[parts.length - 1] ?? "";
	return (
		makers.find(({ ids }) => ids.includes(maker)) ??
		(maker === "" ? makers.find((one) => one.families?.test(name)) : undefined)
	);
}
