/** Families that are written with capitals of their own, or that are words; what follows them is read as a name. */
const families: Readonly<Record<string, string>> = {
	apertus: "Apertus",
	chatgpt: "ChatGPT",
	claude: "Claude",
	codestral: "Codestral",
	command: "Command",
	deepseek: "DeepSeek",
	devstral: "Devstral",
	ernie: "ERNIE",
	gemini: "Gemini",
	gemma: "Gemma",
	glm: "GLM",
	gpt: "GPT",
	granite: "Granite",
	grok: "Grok",
	hermes: "Hermes",
	jamba: "Jamba",
	kimi: "Kimi",
	llama: "Llama",
	magistral: "Magistral",
	medgemma: "MedGemma",
	mimo: "MiMo",
	minimax: "MiniMax",
	ministral: "Ministral",
	mistral: "Mistral",
	mixtral: "Mixtral",
	nemotron: "Nemotron",
	nova: "Nova",
	olmo: "OLMo",
	phi: "Phi",
	pixtral: "Pixtral",
	qwen: "Qwen",
	qwq: "QwQ",
	smollm: "SmolLM",
	sonar: "Sonar",
	yi: "Yi",
};

/** Families whose makers write the version with a hyphen: GPT-5, GLM-4.6. */
const hyphenated: readonly string[] = ["GPT", "ChatGPT", "GLM"];

/** Families whose makers write it without a space: Qwen3, SmolLM2. */
const joined: readonly string[] = ["Qwen", "SmolLM"];

/** Words that are written otherwise than with a capital. */
const spelt: Readonly<Record<string, string>> = { oss: "OSS", it: "it", moe: "MoE", vl: "VL", latest: "latest" };

/** An exact id without the version of its weights. */
export function withoutVersion(id: string): string {
	return id.replace(/@[^/@]*$/, "");
}

/**
 * A model's id as a name, where no list has one: without its maker, words with spaces between. Of families that are
 * known as their makers write them, dates behind them in brackets: `claude-3-7-sonnet-20250219` is Claude 3.7 Sonnet
 * (2025-02-19). Any other keeps its letters as they are.
 */
export function readableName(id: string): string {
	const plain = id.replace(/^.*\//, "");
	const [, family = "", version = ""] = /^([a-z]+)(\d[\d.]*[a-z]{0,2}|)(?=[-_:]|$)/i.exec(plain) ?? [];
	const known = Object.hasOwn(families, family.toLowerCase()) ? families[family.toLowerCase()] : undefined;
	if (known === undefined) return plain.replace(/[-_]+/g, " ");
	const { words, date } = dated(plain.slice(family.length + version.length));
	const rest = words
		.replace(/([a-z]{3})(?=\d)/g, "$1 ")
		.split(/[-_:\s]+/)
		.filter((word) => word !== "")
		.map((word) => (known === "GPT" && /^(?:mini|nano|turbo|codex)$/.test(word) ? word : spelled(word)));
	const name = [...(version === "" || joined.includes(known) ? [known + version] : [known, version]), ...rest]
		.join(" ")
		.replace(/(\d) (?=\d(?: |$))/, "$1.")
		.replace(/ (?=\d|OSS)/, hyphenated.includes(known) ? "-" : " ");
	return date === "" ? name : `${name} (${date})`;
}

/** What stands before a date of a day, and the date. */
function dated(words: string): { readonly words: string; readonly date: string } {
	const found = /[-_](20\d\d)-?([01]\d)-?([0-3]\d)(?=[-_:]|$)/.exec(words);
	if (found === null) return { words, date: "" };
	const [whole, year = "", month = "", day = ""] = found;
	return { words: words.replace(whole, ""), date: `${year}-${month}-${day}` };
}

/** Sizes and versions in capitals (70B, 8x7B, A3B, K2), other words with one; what has capitals keeps them. */
function spelled(word: string): string {
	if (/[A-Z]|^(?:v0)?\.?\d+[a-z.\d]*$/.test(word))
		return word.replace(/(\d)([bm])$/, (_end, digit: string, unit: string) => digit + unit.toUpperCase());
	if (/^[a-z]\d+(?:\.\d+)?b?$/.test(word)) return word.toUpperCase();
	return spelt[word] ?? word.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
