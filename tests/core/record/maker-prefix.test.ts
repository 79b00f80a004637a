import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutMaker } from "../../../src/core/record/maker-prefix";

it("leaves out the maker that a router puts before a name, and nothing else", () => {
	const named = (name: string, id: string): string => withoutMaker(name, id);
	expect(named("Anthropic: Claude Opus 4.1", "anthropic/claude-4.1-opus-20250805")).toBe("Claude Opus 4.1");
	expect(named("Z.AI: GLM 4.6", "z-ai/glm-4.6")).toBe("GLM 4.6");
	expect(named("Meta: Llama 3.3 70B", "meta-llama/llama-3.3-70b")).toBe("Llama 3.3 70B");
	expect(named("LiquidAI: LFM2 8B", "liquid/lfm2-8b")).toBe("LFM2 8B");
	expect(named("ByteDance Seed: Seed 1.6", "bytedance-seed/seed-1.6")).toBe("Seed 1.6");
	expect(named("Mistral: Mistral Small 3.2", "openrouter.ai/mistralai/mistral-small")).toBe("Mistral Small 3.2");
	for (const [name, id] of [
		["Groq: Llama 4", "meta-llama/llama-4"],
		["Claude Opus 4.1", "anthropic/claude-opus-4.1"],
		["qwen3:14b", "qwen/qwen3:14b"],
		["Anthropic:", "anthropic/x"],
		["Anthropic: Claude", "claude"],
	] as const)
		expect(named(name, id)).toBe(name);
});

it("takes nothing from what it left", () => {
	const word = fc.constantFrom("Meta", "meta", ": ", ":", "/", " ", "x", "é", "\n");
	const text = fc.array(word, { maxLength: 8 }).map((parts) => parts.join(""));
	fc.assert(fc.property(text, text, (name, id) => name.endsWith(withoutMaker(name, id))));
});
