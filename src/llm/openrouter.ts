import type { Endpoint } from "../core/endpoint/endpoint";
import { errorIn } from "./failure";
import { headersFor } from "./headers";
import type { ReadOnce } from "./models";
import type { WholeResponse } from "./transport";

/** The action of the `obsidian://` address that OpenRouter sends the browser to. */
export const signInAction = "expert-friend-openrouter";

/**
 * A code's fate. `refused`: used already, mistyped, or of another sign-in; `unavailable`: not now; `format`: no key
 * in the answer.
 */
export type Exchange =
	| { readonly state: "key"; readonly key: string }
	| { readonly state: "refused" | "expired" | "unreachable" | "unavailable" | "format" };

/** What a key may spend and has spent. Amounts in `currency`. */
export interface KeyInfo {
	/** Null when the key has no limit of its own. */
	readonly limit: {
		readonly amount: number;
		readonly remaining: number;
		readonly renewed: "daily" | "weekly" | "monthly" | "never";
	} | null;
	/** Since the key was made; null when not said. */
	readonly spent: number | null;
	/** Whether no credit was ever bought for the account: only free models answer. */
	readonly freeTier: boolean;
	readonly currency: "USD";
}

/** Bytes in the alphabet of addresses, without padding (RFC 4648 section 5). */
export function base64Url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replace(/\+/g, "-")
		.replace(/\//g, "_")
		.replace(/=+$/, "");
}

/** The S256 challenge of a verifier (RFC 7636 section 4.2). */
export async function challengeOf(verifier: string, subtle: SubtleCrypto): Promise<string> {
	return base64Url(new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
}

/**
 * The pages where the writer allows access: one that comes back by itself, and one that shows the code instead. Both
 * end in a code for the same verifier. https://openrouter.ai/docs/guides/overview/auth/oauth; that custom schemes may
 * be called back is not documented there (docs/decisions/0006).
 */
export function signInPages(
	origin: string,
	challenge: string,
	state: string,
): { readonly back: string; readonly code: string } {
	const proof = { code_challenge: challenge, code_challenge_method: "S256" };
	const page = (more: Readonly<Record<string, string>>): string =>
		`${origin}/auth?${new URLSearchParams({ ...more, ...proof }).toString()}`;
	return {
		back: page({ callback_url: `obsidian://${signInAction}?state=${state}` }),
		code: page({ key_label: "Expert Friend" }),
	};
}

/** Turns a code into a key. Never throws; nothing secret is in its result but the key. */
export async function exchangeCode(
	endpoint: Endpoint,
	code: string,
	verifier: string,
	read: ReadOnce,
): Promise<Exchange> {
	let response: WholeResponse;
	try {
		response = await read(`${endpoint.baseUrl}/auth/keys`, {
			method: "POST",
			headers: headersFor(endpoint, null),
			body: JSON.stringify({ code, code_verifier: verifier, code_challenge_method: "S256" }),
		});
	} catch {
		return { state: "unreachable" };
	}
	const body = parsed(response.text);
	const status = statusOf(response, body);
	if (status === 400 || status === 401 || status === 403)
		return { state: /expired/i.test(response.text) ? "expired" : "refused" };
	if (status >= 400) return { state: "unavailable" };
	const key = body["key"];
	return typeof key === "string" && /^[\x21-\x7e]{8,512}$/.test(key) ? { state: "key", key } : { state: "format" };
}

/**
 * What a key may still spend (https://openrouter.ai/docs/api_reference/limits). The account's credit needs another kind
 * of key, so it is not asked for. Never throws; what is not said in so many words is `unread`, never "no limit".
 */
export async function keyInfo(
	endpoint: Endpoint,
	key: string,
	read: ReadOnce,
): Promise<KeyInfo | "refused" | "unread"> {
	let response: WholeResponse;
	try {
		response = await read(`${endpoint.baseUrl}/key`, { headers: headersFor(endpoint, key) });
	} catch {
		return "unread";
	}
	const body = parsed(response.text);
	const status = statusOf(response, body);
	if (status === 401 || status === 403) return "refused";
	const { limit, limit_remaining: remaining, limit_reset: reset, usage, is_free_tier: free } = record(body["data"]);
	if (status >= 400 || (limit !== null && (!isAmount(limit) || limit < 0 || !isAmount(remaining)))) return "unread";
	return {
		limit:
			limit === null || !isAmount(remaining)
				? null
				: {
						amount: limit,
						remaining: Math.max(0, remaining),
						renewed: reset === "daily" || reset === "weekly" || reset === "monthly" ? reset : "never",
					},
		spent: isAmount(usage) ? usage : null,
		freeTier: free === true,
		currency: "USD",
	};
}

// A request that got as far as a worker fails with status 200 and an error inside.
function statusOf(response: WholeResponse, body: Record<string, unknown>): number {
	if (response.status >= 400) return response.status;
	const error = errorIn(body);
	return error === null ? response.status : Number(record(error)["code"]) || 500;
}

function parsed(text: string): Record<string, unknown> {
	try {
		return record(JSON.parse(text));
	} catch {
		return {};
	}
}

function record(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function isAmount(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value);
}
