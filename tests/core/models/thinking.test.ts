import { describe, expect, it } from "vitest";
import type { PresetId } from "../../../src/core/endpoint/endpoint";
import type { ModelInfo } from "../../../src/core/models/model-target";
import type { ThinkingFields } from "../../../src/core/endpoint/thinking";
import { thinkingFields } from "../../../src/core/models/thinking";

const info = (thinking: ModelInfo["thinking"]): ModelInfo => ({
	id: "m",
	name: "M",
	canonicalId: null,
	context: null,
	price: null,
	openness: "unknown",
	opennessSource: "",
	version: null,
	passedOn: false,
	until: null,
	...(thinking === undefined ? {} : { thinking }),
});
const off = (
	preset: PresetId,
	baseUrl: string,
	model: string,
	thinking?: ModelInfo["thinking"],
): ThinkingFields | null =>
	thinkingFields({ endpoint: { id: "e", preset, name: "E", baseUrl, secret: "" }, model, info: info(thinking) }, "off");
const router = "https://openrouter.ai/api/v1";

describe("turning thinking off", () => {
	it("is said in the words of each kind of endpoint, where its list or documentation has any", () => {
		expect(off("openrouter", router, "a/b", "optional")).toEqual({ reasoning: { enabled: false } });
		// By its address, whatever the settings call it.
		expect(off("custom", router, "a/b", "optional")).toEqual({ reasoning: { enabled: false } });
		expect(off("openai", "https://api.openai.com/v1", "gpt-5.4-mini")).toEqual({ reasoning_effort: "none" });
		expect(off("ollama", "http://localhost:11434/v1", "qwen3:8b")).toEqual({ reasoning_effort: "none" });
		for (const preset of ["vllm", "llamacpp"] as const)
			expect(off(preset, "http://localhost:8000/v1", "qwen3")).toEqual({
				chat_template_kwargs: { enable_thinking: false },
			});
	});

	it("is left alone where it can't be, is needless or nothing is known", () => {
		for (const thinking of ["always", "never", null, undefined] as const)
			expect(off("openrouter", router, "a/b", thinking)).toBeNull();
		for (const model of ["gpt-5", "gpt-4o", "o3", "gpt-5.1-chat-latest", "gpt-5.3-codex", "gpt-5.2-pro"])
			expect(off("openai", "https://api.openai.com/v1", model), model).toBeNull();
		for (const preset of ["mistral", "anthropic", "scaleway", "albert", "lmstudio", "litellm", "custom"] as const)
			expect(off(preset, "https://api.example/v1", "m"), preset).toBeNull();
	});

	it("is nothing where nothing is wished, and can be asked for", () => {
		const endpoint = { id: "e", preset: "openrouter" as const, name: "E", baseUrl: router, secret: "" };
		const target = { endpoint, model: "a/b", info: info("optional") };
		expect(thinkingFields(target, null)).toBeNull();
		expect(thinkingFields(target, "on")).toEqual({ reasoning: { enabled: true } });
	});
});
