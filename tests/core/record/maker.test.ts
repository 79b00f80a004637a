import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutMaker } from "../../../src/core/record/model-id";

it("leaves out the maker that a router puts before a name, and nothing else", () => {
	const named = (name: string, id: string): string => withoutMaker(name, id);
	expect(named("Anthropic: Claude Opus 4.1", "anthropic/claude-4.1-opus-20250805")).toBe("Claude Opus 4.1");
	expect(named("Z.AI: GLM 4.6", "z-ai/glm-4.6")).toBe("GLM 4.6");
	expect(named("Meta: Llama 3.3 70B", "meta-llama/llama-3.3-70b")).toBe("Llama 3.3 70B");
	expect(named("LiquidAI: LFM2 8B", "liquid/lfm2-8b")).toBe("LFM2 8B");
	expect(named("ByteDance Seed: Seed 1.6", "bytedance-seed/seed-1.6")).toBe("Seed 1.6");
	expect(named("Mistral: Mistral Small 3.2", "openrouter.ai/mistralai/mistral-small")).toBe("Mistral Small 3.2");
	// Whose own id begins with the maker is not called without it.
	expect(named("DeepSeek: R1 0528", "deepseek/deepseek-r1-0528:free")).toBe("DeepSeek R1 0528");
	expect(named("DeepSeek: DeepSeek V3.1", "deepseek/deepseek-chat-v3.1")).toBe("DeepSeek V3.1");
	expect(named("OpenAI: o3", "openai/o3")).toBe("o3");
	expect(named("xAI: Grok 4", "x-ai/grok-4")).toBe("Grok 4");
	for (const [name, id] of [
		["Groq: Llama 4", "meta-llama/llama-4"],
		["Claude Opus 4.1", "anthropic/claude-opus-4.1"],
		["qwen3:14b", "qwen/qwen3:14b"],
		["Anthropic:", "anthropic/x"],
		["Anthropic: Claude", "claude"],
	] as const)
		expect(named(name, id)).toBe(name);
});

it("leaves an end of a name, whatever both are", () => {
	const word = fc.constantFrom("Meta", "meta", ": ", ":", "/", " ", "x", "é", "\n");
	const text = fc.array(word, { maxLength: 8 }).map((parts) => parts.join(""));
	const signs = (of: string): string => of.replace(/[:\s]/g, "");
	fc.assert(fc.property(text, text, (name, id) => signs(name).endsWith(signs(withoutMaker(name, id)))));
});
