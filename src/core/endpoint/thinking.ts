/** What is wanted of a model that can think before it answers. */
export const thinkingWishes = ["off", "on"] as const;
export type ThinkingWish = (typeof thinkingWishes)[number];

/** Fields of a request that say so, each as one kind of endpoint has it. */
export interface ThinkingFields {
	readonly reasoning?: { readonly enabled: boolean };
	readonly reasoning_effort?: "none" | "medium";
	readonly chat_template_kwargs?: { readonly enable_thinking: boolean };
}
