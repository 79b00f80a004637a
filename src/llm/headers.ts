import type { Endpoint } from "../core/endpoint/endpoint";
import { originOf } from "../core/endpoint/endpoint";

/** Where the plugin is at home: told to OpenRouter, which shows it in the writer's own usage. */
const home = "https://github.com/expert-friend/expert-friend";

/**
 * The headers of a request. Authorization and content type only: any other must be allowed by the server's CORS
 * preflight, and strict ones (Mistral) refuse the whole request. More goes only to hosts known to take it.
 */
export function headersFor(endpoint: Endpoint, key: string | null): Record<string, string> {
	const headers: Record<string, string> = { "Content-Type": "application/json" };
	if (key !== null) headers["Authorization"] = `Bearer ${key}`;
	const origin = originOf(endpoint.baseUrl);
	if (origin === "https://openrouter.ai") {
		headers["HTTP-Referer"] = home;
		headers["X-Title"] = "Expert Friend";
	}
	// https://docs.anthropic.com: without it the compatible endpoint sends no CORS headers.
	if (origin === "https://api.anthropic.com") headers["anthropic-dangerous-direct-browser-access"] = "true";
	return headers;
}
