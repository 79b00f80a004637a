/** Billions of parameters of a model whose weights are known. */
export interface Size {
	/** That work on a token. */
	readonly active: number;
	/** That must be held in memory. */
	readonly total: number;
}

/** A family of open weights, as its makers publish it. */
interface Family {
	readonly name: RegExp;
	/** Where ids tell less than the makers do; null where the id tells it. */
	readonly size: Size | null;
	/** Bits of a weight, where they are fewer than 16. */
	readonly bits?: number;
}

/** The first that fits counts. A model distilled from another is of the size that its own name tells. */
const families: readonly Family[] = [
	// The card of https://huggingface.co/openai/gpt-oss-120b: MXFP4 from the training on.
	{ name: /gpt-oss-120b/, size: { active: 5.1, total: 117 }, bits: 4 },
	{ name: /gpt-oss-20b/, size: { active: 3.6, total: 21 }, bits: 4 },
	// https://huggingface.co/mistralai, and EcoLogits 0.9.1.
	{ name: /mixtral-8x22b/, size: { active: 39.1, total: 140.6 } },
	{ name: /mixtral-8x7b/, size: { active: 12.9, total: 46.7 } },
	// The card in https://github.com/meta-llama/llama-models: Maverick at 16 and 8 bits, Scout at 16.
	{ name: /llama-?4-maverick/, size: { active: 17, total: 400 }, bits: 8 },
	{ name: /llama-?4-scout/, size: { active: 17, total: 109 } },
	// https://github.com/deepseek-ai/DeepSeek-V3: trained and published at 8 bits.
	{ name: /deepseek-(chat|reasoner|v3|r1(?!-distill))(?!.*\d+b\b)/, size: { active: 37, total: 671 }, bits: 8 },
	{ name: /deepseek-(v3|r1)[^/]*\b671b/, size: { active: 37, total: 671 }, bits: 8 },
	// Moonshot's own engineers (Shaowei Liu, November 2025): K2 Thinking is trained for 4 bits, K2 before it takes about
	// 1 TB, which is 8 bits of its 10^12 weights.
	{ name: /kimi-k2([-.]thinking|[-.]5)/, size: { active: 32, total: 1000 }, bits: 4 },
	{ name: /kimi-k2/, size: { active: 32, total: 1000 }, bits: 8 },
	// 8 bits: `quantization_config` of https://huggingface.co/MiniMaxAI/MiniMax-M2/blob/main/config.json; its makers say
	// in discussion 14 there that it was trained with them.
	{ name: /minimax-m2/, size: { active: 10, total: 230 }, bits: 8 },
	// The table of https://github.com/zai-org/GLM-4.5: 16 bits, and 8 under names that say so (GLM-4.5-FP8).
	{ name: /glm-4\.[56]-air/, size: { active: 12, total: 106 } },
	{ name: /glm-4\.[5-7](?![-.]?(v|flash))/, size: { active: 32, total: 355 } },
];

/** The size of a model as its id names it (`70b`, `30b-a3b`), or its family; null when neither does. */
export function sizeIn(id: string): Size | null {
	const name = id.toLowerCase();
	const known = familyOf(name)?.size ?? null;
	if (known !== null) return known;
	const active = /(?:^|[-_:/])a(\d+(?:\.\d+)?)b\b/.exec(name)?.[1];
	const total = /(?:^|[-_:/])(\d+(?:\.\d+)?)b\b/.exec(name)?.[1];
	if (total === undefined && active === undefined) return null;
	return { active: Number(active ?? total), total: Number(total ?? active) };
}

/** How ids name the bits of weights: `fp8`, `q4_K_M`, `int4`, `nvfp4`, `8bit`, `bf16`, `awq`. */
const namedBits =
	/(?:^|[-_:/@.])(?:(?:bf|f|fp|int|i?q|mxfp|nvfp|w)(16|8|6|5|4|3|2)(?=$|[-_:/@.a])|(16|8|6|5|4|3|2)-?bit|(awq|gptq))/;

/** Bits of a weight of a model: as its id names them, as its family has them, else 16. */
export function bitsOf(id: string): number {
	const name = id.toLowerCase();
	const named = namedBits.exec(name);
	if (named !== null) return named[3] !== undefined ? 4 : Number(named[1] ?? named[2]);
	return familyOf(name)?.bits ?? 16;
}

function familyOf(name: string): Family | undefined {
	return families.find((family) => family.name.test(name));
}
