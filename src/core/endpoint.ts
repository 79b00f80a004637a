/** The endpoints the plugin knows by name; `custom` is any other that speaks OpenAI's chat completions. */
export type PresetId = "openrouter" | "openai" | "mistral" | "anthropic" | "scaleway" | "ollama" | "lmstudio" | "llamacpp" | "custom";

/** An endpoint as the writer set it up. Never holds a key: `secret` is the name under which the device keeps it. */
export interface Endpoint {
	readonly id: string;
	readonly preset: PresetId;
	/** As shown and recorded, for example `OpenRouter`. */
	readonly name: string;
	/** Up to and without `/chat/completions`, for example `https://openrouter.ai/api/v1`. */
	readonly baseUrl: string;
	/** Name of the secret in Obsidian's keychain; empty when the endpoint needs no key. */
	readonly secret: string;
}
