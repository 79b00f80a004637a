import { presets, routes, type ThinkingWay } from "../endpoint/endpoint";
import type { ThinkingFields, ThinkingWish } from "../endpoint/thinking";
import type { ModelTarget } from "./model-target";

type Way = (target: Pick<ModelTarget, "model" | "info">, wish: ThinkingWish) => ThinkingFields | null;

const effort = (wish: ThinkingWish): ThinkingFields => ({ reasoning_effort: wish === "off" ? "none" : "medium" });

/**
 * Models of OpenAI's whose thinking can be turned off: from GPT-5.1 on, not those made for one thing
 * (https://developers.openai.com/api/reference/resources/chat, `reasoning_effort`).
 */
const canStopThinking = /^gpt-(?:5\.[1-9]|[6-9])(?!.*(?:chat|codex|pro))/;

const ways: Readonly<Record<ThinkingWay, Way>> = {
	none: () => null,
	// https://openrouter.ai/docs/guides/best-practices/reasoning-tokens: as the list says of each model.
	listed: ({ info }, wish) => (info?.thinking === "optional" ? { reasoning: { enabled: wish === "on" } } : null),
	newer: ({ model }, wish) => (canStopThinking.test(model) ? effort(wish) : null),
	// https://docs.ollama.com/api/openai-compatibility: what can't think takes "none" too.
	effort: (_target, wish) => effort(wish),
	// https://docs.vllm.ai/en/latest/features/reasoning_outputs, and the README of llama.cpp's server: a template that
	// does not know the word leaves it alone.
	template: (_target, wish) => ({ chat_template_kwargs: { enable_thinking: wish === "on" } }),
};

/**
 * The fields by which an endpoint is told whether to think; null where neither its list nor its documentation has any.
 */
export function thinkingFields(
	{ endpoint, model, info }: Pick<ModelTarget, "endpoint" | "model" | "info">,
	wish: ThinkingWish | null,
): ThinkingFields | null {
	if (wish === null) return null;
	return ways[routes(endpoint) ? "listed" : presets[endpoint.preset].thinking]({ model, info }, wish);
}
