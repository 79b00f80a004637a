import { amount, mapped, object, required, someText, type Schema } from "../stored/schema";

/** A sign-in that waits for its code. Kept on this device only, and only until it is done, cancelled or too old. */
export interface PendingSignIn {
	/** Id of the endpoint the key is for. */
	readonly endpoint: string;
	/** Where the key may go: the endpoint's origin when the sign-in began. */
	readonly origin: string;
	/** The secret that turns the code into a key (RFC 7636 section 4.1). */
	readonly verifier: string;
	/** Its SHA-256, which the endpoint is shown. */
	readonly challenge: string;
	/** What a code that comes by itself must bring along, so that nobody can slip in a code of theirs. */
	readonly state: string;
	/** Milliseconds since the epoch. */
	readonly begun: number;
}

/**
 * Milliseconds a sign-in waits: an hour. The code itself is good for ten minutes, but an account may have to be made
 * first.
 */
export const longestSignIn = 3_600_000;

/** Why a text holds no code that may be used. `denied`: access was not allowed; `key`: it looks like a key. */
export type CodeProblem = "none" | "key" | "denied" | "other";

/** A sign-in as a device kept it, and nothing that may have come with it. */
export const storedSignIn: Schema<PendingSignIn> = mapped(
	object<PendingSignIn>({
		endpoint: required(someText),
		origin: required(someText),
		verifier: required(someText),
		challenge: required(someText),
		state: required(someText),
		begun: required(amount),
	}),
	({ endpoint, origin, verifier, challenge, state, begun }) => ({
		endpoint,
		origin,
		verifier,
		challenge,
		state,
		begun,
	}),
);

/** Whether a sign-in that began can still come to its end. @param now milliseconds since the epoch */
export function isStillWaiting({ begun }: Pick<PendingSignIn, "begun">, now: number): boolean {
	// The clock may have been set back since.
	return Math.abs(now - begun) <= longestSignIn;
}

/**
 * The code in what the writer pasted: the code alone, or the address the browser came to. An address that names another
 * sign-in than `state` is refused.
 */
export function pastedCode(text: string, state: string): { readonly code: string } | { readonly problem: CodeProblem } {
	const bare = text.trim().replace(/^["'`«“]\s*|\s*["'`»”]$/g, "");
	const query = /(?:^|[?&#])((?:code|error|state)=.*)$/.exec(bare)?.[1];
	if (query !== undefined)
		return givenCode(Object.fromEntries(new URLSearchParams(query.replace(/#/g, "&"))), state, false);
	if (/^sk-/.test(bare)) return { problem: "key" };
	return /^[\x21-\x7e]{4,512}$/.test(bare) && !bare.includes("://") ? { code: bare } : { problem: "none" };
}

/** The code in the parameters of an address. `strict`: it came by itself, so it must name this sign-in. */
export function givenCode(
	given: Readonly<Record<string, string>>,
	state: string,
	strict = true,
): { readonly code: string } | { readonly problem: CodeProblem } {
	if (given["state"] === undefined ? strict : given["state"] !== state) return { problem: "other" };
	if (given["error"] !== undefined) return { problem: "denied" };
	const code = given["code"] ?? "";
	return code === "" || code.length > 512 ? { problem: "none" } : { code };
}
