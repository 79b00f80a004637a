/** The endpoints the plugin knows by name; `custom` is any other that speaks OpenAI's chat completions. */
export type PresetId =
	| "openrouter"
	| "openai"
	| "mistral"
	| "anthropic"
	| "scaleway"
	| "albert"
	| "ollama"
	| "lmstudio"
	| "llamacpp"
	| "vllm"
	| "litellm"
	| "custom";

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
	/** What it may cost in a month, in the currency of its price list; absent when no budget is set. */
	readonly budget?: number;
	/** ISO 4217 of its price list, where its kind does not tell; absent for the kind's own. */
	readonly currency?: string;
}

/** A program that serves models, by which the settings know what to advise; `other` for all else. */
export type ServerProgram = "ollama" | "lmstudio" | "llamacpp" | "other";

/**
 * How an endpoint is told whether a model thinks before it answers. `listed`: as its list says of the model; `newer`:
 * its newer models take an effort; `effort`: all take one; `template`: by a word for the chat's template; `none`:
 * nothing is known of it.
 */
export type ThinkingWay = "listed" | "newer" | "effort" | "template" | "none";

/** What is known of an endpoint before it is set up. */
export interface Preset {
	readonly name: string;
	readonly baseUrl: string;
	readonly needsKey: boolean;
	/** Runs on the writer's own device or network. */
	readonly local: boolean;
	/** Where a key is to be had; empty when none is needed. */
	readonly keyPage: string;
	/** ISO 4217 of its price list. */
	readonly currency: string;
	/** Whether the weights of all that it offers are open. */
	readonly openWeights: boolean;
	/**
	 * Where its server lists its models with more than OpenAI's list knows, from its origin on; null where it has no such
	 * list.
	 */
	readonly ownModels: string | null;
	/** Where its server tells the exact versions of its models, from its origin on; null where it does not. */
	readonly versions: string | null;
	readonly program: ServerProgram;
	readonly thinking: ThinkingWay;
	/** The tag for which a model's name without one stands; empty where names are whole. */
	readonly defaultTag: string;
	/** Whether its kind names it; one that is not is called by its host, and asked for its address and currency. */
	readonly isKnown: boolean;
}

/** What holds of most endpoints. */
const usual = {
	currency: "USD",
	openWeights: false,
	ownModels: null,
	versions: null,
	program: "other",
	thinking: "none",
	defaultTag: "",
	isKnown: true,
} as const;

/** A server on this computer that runs open weights and asks for no key. */
function atHome(name: string, port: number): Preset {
	return {
		...usual,
		name,
		baseUrl: `http://localhost:${port}/v1`,
		needsKey: false,
		local: true,
		keyPage: "",
		openWeights: true,
	};
}

/**
 * Presets by id, in the order they are offered: local ones cost nothing and stay at home, so `custom` alone comes
 * after them.
 */
export const presets: Readonly<Record<PresetId, Preset>> = {
	openrouter: {
		...usual,
		name: "OpenRouter",
		baseUrl: "https://openrouter.ai/api/v1",
		needsKey: true,
		local: false,
		keyPage: "https://openrouter.ai/settings/keys",
		thinking: "listed",
	},
	openai: {
		...usual,
		name: "OpenAI",
		baseUrl: "https://api.openai.com/v1",
		needsKey: true,
		local: false,
		keyPage: "https://platform.openai.com/api-keys",
		thinking: "newer",
	},
	mistral: {
		...usual,
		name: "Mistral",
		baseUrl: "https://api.mistral.ai/v1",
		needsKey: true,
		local: false,
		keyPage: "https://console.mistral.ai/api-keys",
	},
	anthropic: {
		...usual,
		name: "Anthropic",
		baseUrl: "https://api.anthropic.com/v1",
		needsKey: true,
		local: false,
		keyPage: "https://console.anthropic.com/settings/keys",
	},
	scaleway: {
		...usual,
		name: "Scaleway",
		baseUrl: "https://api.scaleway.ai/v1",
		needsKey: true,
		local: false,
		keyPage: "https://console.scaleway.com/iam/api-keys",
		currency: "EUR",
		openWeights: true,
	},
	// OpenGateLLM of the French administration (https://github.com/etalab-ia/OpenGateLLM).
	albert: {
		...usual,
		name: "Albert",
		baseUrl: "https://albert.api.etalab.gouv.fr/v1",
		needsKey: true,
		local: false,
		keyPage: "",
		currency: "EUR",
		openWeights: true,
	},
	// https://github.com/ollama/ollama/blob/main/docs/api.md: the digest is the exact version of a tag.
	ollama: {
		...atHome("Ollama", 11434),
		versions: "/api/tags",
		program: "ollama",
		thinking: "effort",
		defaultTag: "latest",
	},
	// https://lmstudio.ai/docs/api/rest-api: its own list knows context and quantization. Versions before 0.3.6 have
	// none.
	lmstudio: { ...atHome("LM Studio", 1234), ownModels: "/api/v0/models", program: "lmstudio" },
	llamacpp: { ...atHome("llama.cpp", 8080), program: "llamacpp", thinking: "template" },
	vllm: { ...atHome("vLLM", 8000), thinking: "template" },
	// It stands on this computer and asks others, for money: its own list tells for how much
	// (https://docs.litellm.ai/docs/proxy/model_management).
	litellm: {
		...usual,
		ownModels: "/model/info",
		name: "LiteLLM",
		baseUrl: "http://localhost:4000/v1",
		needsKey: true,
		local: false,
		keyPage: "",
	},
	custom: { ...usual, name: "Custom", baseUrl: "https://", needsKey: true, local: false, keyPage: "", isKnown: false },
};

/** ISO 4217 of an endpoint's price list. */
export function currencyOf({ preset, currency }: Pick<Endpoint, "preset" | "currency">): string {
	return currency ?? presets[preset].currency;
}

/**
 * What an endpoint is called until the writer says otherwise: its kind, or its host where the kind says nothing; with a
 * number where that name is taken.
 */
export function defaultName(preset: PresetId, baseUrl: string, taken: readonly string[]): string {
	const { name: known, isKnown } = presets[preset];
	const name = isKnown ? known : parseUrl(baseUrl)?.host || known;
	let numbered = name;
	for (let n = 2; taken.includes(numbered); n++) numbered = `${name} ${n}`;
	return numbered;
}

/**
 * The only part of a query that an address keeps: Azure and gateways like it answer to no address without their
 * version. Others may be keys, which settings never hold.
 */
const versionOfApi = /[?&](api-version=[\w.-]+)/i;

/** A base URL as it is kept: without spaces, trailing slash or the path of a request; of a query its API's version. */
export function normaliseBaseUrl(text: string): string {
	const version = versionOfApi.exec(text)?.[1];
	const base = text
		.trim()
		.replace(/[?#].*$/, "")
		.replace(/\/+$/, "")
		.replace(/\/(?:chat\/completions|models)$/, "")
		.replace(/\/+$/, "");
	return version === undefined ? base : `${base}?${version}`;
}

/** The address of a request, such as `/models`, at a base URL as it is kept. */
export function addressOf(baseUrl: string, path: string): string {
	const query = baseUrl.indexOf("?");
	return query < 0 ? `${baseUrl}${path}` : `${baseUrl.slice(0, query)}${path}${baseUrl.slice(query)}`;
}

/** Scheme, host and port of a URL; null when it is none. */
export function originOf(url: string): string | null {
	return parseUrl(url)?.origin ?? null;
}

/**
 * Whether a URL leads to this device or the private network around it: RFC 1918, RFC 4193, link-local, the shared space
 * of RFC 6598 that private overlay networks use, and names that no public host can have.
 */
export function isLocal(url: string): boolean {
	const host = parseUrl(url)
		?.hostname.replace(/^\[|\]$/g, "")
		.toLowerCase();
	if (host === undefined || host === "") return false;
	return (
		/^[a-z0-9-]+$/.test(host) ||
		/\.(?:localhost|local|lan|internal|home\.arpa)$/.test(host) ||
		host === "::1" ||
		host === "0.0.0.0" ||
		/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/.test(host) ||
		/^127\.\d+\.\d+\.\d+$/.test(host) ||
		/^10\.\d+\.\d+\.\d+$/.test(host) ||
		/^192\.168\.\d+\.\d+$/.test(host) ||
		/^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host) ||
		/^169\.254\.\d+\.\d+$/.test(host) ||
		/^f[cd][0-9a-f]{2}:/.test(host) ||
		/^fe80:/.test(host)
	);
}

/** Where a URL leads: this very device, the private network around it, or beyond. */
export function placeOf(url: string): "device" | "network" | "remote" {
	const host =
		parseUrl(url)
			?.hostname.replace(/^\[|\]$/g, "")
			.toLowerCase() ?? "";
	if (
		host === "localhost" ||
		host.endsWith(".localhost") ||
		host === "::1" ||
		host === "0.0.0.0" ||
		/^127\.\d+\.\d+\.\d+$/.test(host)
	)
		return "device";
	return isLocal(url) ? "network" : "remote";
}

/** Whether what is sent to a URL can be read on its way: over plain `http:` beyond this device. */
export function isReadable(url: string): boolean {
	return parseUrl(url)?.protocol === "http:" && placeOf(url) !== "device";
}

/**
 * Whether an endpoint is OpenRouter, by its address: settings come from outside, so the preset's name alone says
 * nothing. On this device's own loopback the name is believed, for stand-ins.
 */
export function isOpenRouter({ preset, baseUrl }: Endpoint): boolean {
	const origin = originOf(baseUrl);
	if (origin === null) return false;
	return (
		origin === originOf(presets.openrouter.baseUrl) ||
		(preset === "openrouter" && /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin))
	);
}

/**
 * Whether an endpoint takes OpenRouter's own fields. By its address, whatever the settings call it: what the writer
 * wants of their data holds there. By its name too: something of the writer's may stand before it.
 */
export function routes(endpoint: Endpoint): boolean {
	return endpoint.preset === "openrouter" || isOpenRouter(endpoint);
}

/** Why an address can't be used. */
export type AddressProblem = "not-a-url" | "needs-https" | "has-password";

/** What is wrong with a base URL: notes and keys travel encrypted, except at home. Null when nothing is. */
export function checkBaseUrl(text: string): AddressProblem | null {
	const url = parseUrl(normaliseBaseUrl(text));
	if (url === null || url.hostname === "" || (url.protocol !== "https:" && url.protocol !== "http:"))
		return "not-a-url";
	if (url.username !== "" || url.password !== "") return "has-password";
	return url.protocol === "https:" || isLocal(url.href) ? null : "needs-https";
}

function parseUrl(text: string): URL | null {
	try {
		return new URL(text);
	} catch {
		return null;
	}
}
