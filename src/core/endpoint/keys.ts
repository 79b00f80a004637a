import { checkBaseUrl, originOf, type Endpoint } from "./endpoint";

/** What is kept of an endpoint's key: nothing, one that may not go to the present address, or one that may. */
export type KeptKey = { readonly state: "none" | "unconfirmed" } | { readonly state: "usable"; readonly key: string };

/** The key to send, if any. */
export function keyToSend(kept: KeptKey): string | null {
	return kept.state === "usable" ? kept.key : null;
}

/**
 * Whether an endpoint's key may go to its present address. A key is bound, on this device, to the origin it was entered
 * for: settings may be synchronised or changed by others, and a changed address would hand the key to a stranger.
 * @param boundTo the origin the key was entered for, or null when this device has not seen it entered.
 */
export function mayUseKey(endpoint: Endpoint, boundTo: string | null): boolean {
	return boundTo !== null && boundTo === originOf(endpoint.baseUrl) && checkBaseUrl(endpoint.baseUrl) === null;
}

/**
 * A key as it was copied, without what came along: spaces, line breaks, invisible characters, quotation marks, what
 * stands before it in a header or a file of settings.
 */
export function plainKey(copied: string): string {
	return copied
		.replace(/^\s*(?:export\s+)?(?:\w+_(?:KEY|TOKEN)|authorization|(?:x-)?api-key)\s*[:=]\s*/i, "")
		.replace(/^\s*["'`]?\s*bearer\s+/i, "")
		.replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
		.replace(/^["'`“”«]+|["'`“”»]+$/g, "");
}

/**
 * Whether a text can be a key at all: what else it holds no header can carry, such as the dots of a key that is
 * hidden or its end left out.
 */
export function canBeKey(text: string): boolean {
	return /^[\x21-\x7e]+$/.test(text);
}
