import { describe, expect, it } from "vitest";
import { readableName, withoutVersion } from "../../../src/core/models/model-name";

describe("a model's id as a name", () => {
	it.each([
		["anthropic/claude-4-sonnet-20250522", "Claude 4 Sonnet (2025-05-22)"],
		["claude-3-7-sonnet-20250219", "Claude 3.7 Sonnet (2025-02-19)"],
		["anthropic/claude-3.7-sonnet", "Claude 3.7 Sonnet"],
		["gpt-5-mini-2025-08-07", "GPT-5 mini (2025-08-07)"],
		["openai/gpt-oss-120b", "GPT-OSS 120B"],
		["gpt-4o", "GPT-4o"],
		["chatgpt-4o-latest", "ChatGPT-4o latest"],
		["deepseek/deepseek-chat-v3-0324", "DeepSeek Chat V3 0324"],
		["google/gemini-2.5-flash", "Gemini 2.5 Flash"],
		["gemma3:27b", "Gemma 3 27B"],
		["gemma3n:e4b", "Gemma 3n E4B"],
		["qwen2.5vl:7b", "Qwen2.5vl 7B"],
		["meta-llama/llama-3.3-70b-instruct", "Llama 3.3 70B Instruct"],
		["mistral-small-2506", "Mistral Small 2506"],
		["mistral-small3.2:24b", "Mistral Small 3.2 24B"],
		["mixtral-8x7b-instruct-v0.1", "Mixtral 8x7B Instruct v0.1"],
		["allenai/olmo-3-32b-think", "OLMo 3 32B Think"],
		["qwen3:14b", "Qwen3 14B"],
		["Qwen/Qwen2.5-72B-Instruct", "Qwen2.5 72B Instruct"],
		["moonshotai/kimi-k2-0905", "Kimi K2 0905"],
		["z-ai/glm-4.6", "GLM-4.6"],
		["MiniMax-M2", "MiniMax M2"],
	])("is as its makers write it, with its date behind: %s", (id, name) => {
		expect(readableName(id)).toBe(name);
	});

	it.each([
		["plume-1", "plume 1"],
		["someone/my-model_v2", "my model v2"],
		["o4-mini", "o4 mini"],
		["gptzero-5", "gptzero 5"],
		["constructor-5", "constructor 5"],
		["", ""],
	])("keeps the letters of what is of no known family: %s", (id, name) => {
		expect(readableName(id)).toBe(name);
	});

	it("is the same with and without the version of its weights", () => {
		expect(withoutVersion("maker/model@v2.1")).toBe("maker/model");
		expect(withoutVersion("maker@home/model")).toBe("maker@home/model");
	});
});
