import { describe, expect, it } from "vitest";
import { opennessOf, type OpennessSigns } from "../../../src/core/endpoint/openness";

const signs = (id: string, change: Partial<OpennessSigns> = {}): OpennessSigns => ({
	id,
	huggingFace: null,
	weightsAt: null,
	...change,
});
const said = (id: string, change: Partial<OpennessSigns> = {}): string => opennessOf(signs(id, change)).openness;

describe("openness", () => {
	it("is open weights, no more, where an endpoint names the weights", () => {
		expect(
			opennessOf(signs("meta-llama/llama-3.3-70b-instruct", { huggingFace: "meta-llama/Llama-3.3-70B-Instruct" })),
		).toEqual({ openness: "open weights", source: "huggingface.co/meta-llama/Llama-3.3-70B-Instruct" });
		expect(opennessOf(signs("qwen3:8b", { weightsAt: "Ollama" }))).toEqual({
			openness: "open weights",
			source: "Ollama",
		});
		expect(said("open-source/best-model", { huggingFace: "open-source/best-model" })).toBe("open weights");
		// Published by a maker whose other models are closed.
		expect(said("openai/gpt-oss-120b", { huggingFace: "openai/gpt-oss-120b" })).toBe("open weights");
		expect(said("google/gemma-4-26b-a4b-it", { huggingFace: "google/gemma-4-26B-A4B-it" })).toBe("open weights");
	});

	it("is open source only for families that someone rated so, under their makers' names, with source and date", () => {
		expect(opennessOf(signs("allenai/olmo-3-32b-think", { huggingFace: "allenai/Olmo-3-32B-Think" }))).toEqual({
			openness: "open source",
			source: "osai-index.eu, 2026-06",
		});
		expect(said("swiss-ai/apertus-70b-instruct", {})).toBe("open source");
		expect(said("olmo2:13b", { weightsAt: "Ollama" })).toBe("open source");
		expect(said("hf.co/HuggingFaceTB/SmolLM2-1.7B-Instruct-GGUF:Q4_K_M", { weightsAt: "Ollama" })).toBe("open source");
		// Another maker's tune of it, a version not rated, another model of the same house, a bare name from anywhere.
		expect(said("someone/OLMo-2-tuned", { huggingFace: "someone/OLMo-2-tuned" })).toBe("open weights");
		expect(said("allenai/olmo-3.1-32b-instruct", { huggingFace: "allenai/Olmo-3.1-32B-Instruct" })).toBe(
			"open weights",
		);
		expect(said("allenai/molmo-2-8b", { huggingFace: "allenai/Molmo2-8B" })).toBe("open weights");
		expect(said("olmo-2")).toBe("unknown");
	});

	it("is closed for families whose makers publish no weights, by either kind of id, with source and date", () => {
		expect(opennessOf(signs("gpt-4o-2024-08-06"))).toEqual({ openness: "closed", source: "models.dev, 2026-07" });
		for (const id of [
			"openai/gpt-5.6",
			"o3",
			"openai/o4-mini:high",
			"chatgpt-4o-latest",
			"claude-sonnet-4-20250514",
			"~anthropic/claude-sonnet-latest",
			"google/gemini-2.5-pro:free",
			"mistral-medium-2508",
			"qwen/qwen3-max",
			"qwen-plus-2025-07-28",
			"x-ai/grok-4-fast",
			"perplexity/sonar-pro",
		])
			expect(said(id), id).toBe("closed");
	});

	it("is open weights for models whose makers publish them, though no list of the writer's has them any more", () => {
		expect(opennessOf(signs("openai/gpt-oss-20b"))).toEqual({
			openness: "open weights",
			source: "models.dev, 2026-07",
		});
		for (const id of [
			"meta-llama/llama-3.3-70b-instruct",
			"llama3.2:3b",
			"google/gemma-3-27b-it:free",
			"deepseek/deepseek-chat-v3-0324",
			"deepseek-r1:14b",
			"mistral-small-2506",
			"mistral-small3.2:24b",
			"mistralai/Mistral-Large-2411",
			"qwen3:14b",
			"qwen/qwen3-235b-a22b-2507",
			"Qwen/Qwen2.5-72B-Instruct",
			"moonshotai/kimi-k2-0905",
			"z-ai/glm-4.6",
			"phi4",
			"command-r-plus-08-2024",
		])
			expect(said(id), id).toBe("open weights");
	});

	it("is unknown, not closed, where nothing is known", () => {
		for (const id of [
			"gpt-2",
			"someone/qwen3-14b-tuned",
			"qwen/qwen4-14b",
			"mistral-small-latest",
			"google/gemma-9",
			"llama-30b",
			"o1ympus",
			"someone/claude-alike",
			"someone/gpt-4o",
		])
			expect(said(id), id).toBe("unknown");
		expect(opennessOf(signs(""))).toEqual({ openness: "unknown", source: "" });
	});
});
