// Signing in as OpenRouter has it: a page that asks, codes that are good once, and a challenge that must fit.
// https://openrouter.ai/docs/guides/overview/auth/oauth. Nothing is remembered beyond this process.
import { createHash, randomBytes } from "node:crypto";

/** Milliseconds a code is good for. */
const codeLife = 600_000;

/**
 * One account with its codes and keys.
 * @param now milliseconds since the epoch
 * @returns how the friend answers `/auth`, `/v1/auth/keys` and `/v1/key`; each `{ status, body }`, a body of text
 * being a page
 */
export function account(now = () => Date.now()) {
	const codes = new Map();
	const keys = new Map();

	function allowed(query, late) {
		const code = `auth_${randomBytes(18).toString("base64url")}`;
		codes.set(code, { challenge: query.get("code_challenge"), until: now() + (late ? -1 : codeLife) });
		return code;
	}

	return {
		/** The page that asks, and what its buttons lead to. `answer`: null at first, then `allow`, `late` or `deny`. */
		page(query, answer) {
			const callback = query.get("callback_url");
			const challenge = query.get("code_challenge");
			if (
				query.get("code_challenge_method") !== "S256" ||
				!/^[\w-]{43}$/.test(challenge ?? "") ||
				(callback !== null && !URL.canParse(callback))
			)
				return page(400, "<h1>This address asks for nothing that can be allowed.</h1>");
			if (answer === null) {
				return page(
					200,
					`<h1>Allow an app to use your account?</h1>
<p>This is the scripted friend's page, in OpenRouter's place.</p>
<form method="post">
<button name="answer" value="allow">Allow</button>
<button name="answer" value="late">Allow, with a code that has expired</button>
<button name="answer" value="deny">Do not allow</button>
</form>`,
				);
			}
			const given = answer === "deny" ? { error: "access_denied" } : { code: allowed(query, answer === "late") };
			if (callback === null)
				return page(
					200,
					given.code === undefined
						? "<h1>Not allowed.</h1>"
						: `<h1>Your code</h1><p><code id="code">${given.code}</code></p><p>Copy it, and paste ` +
								"it into the app.</p>",
				);
			const address = new URL(callback);
			for (const [name, value] of Object.entries(given)) address.searchParams.set(name, value);
			// The system would hand this address to Obsidian. The stand-in is a page of this origin, and hears it so.
			return page(
				200,
				`<h1>Back to the app</h1><p>You can close this page.</p>
<p><code id="address">${escaped(address.href)}</code></p>
<script>new BroadcastChannel("obsidian").postMessage(document.getElementById("address").textContent);</script>`,
			);
		},

		/** Turns a code into a key, once, for whoever holds the verifier of its challenge. */
		exchange({ code, code_verifier: verifier, code_challenge_method: method }) {
			if (method !== "S256") return failed(400, "Invalid code_challenge_method");
			const known = codes.get(code);
			const fits =
				known !== undefined &&
				typeof verifier === "string" &&
				createHash("sha256").update(verifier).digest("base64url") === known.challenge;
			if (!fits) return failed(403, "Invalid code or code_verifier");
			codes.delete(code);
			if (known.until < now()) return failed(403, "Authorization code expired");
			const key = `sk-or-v1-${randomBytes(24).toString("hex")}`;
			keys.set(key, {
				label: "sk-or-v1-...",
				limit: 5,
				limit_reset: "monthly",
				limit_remaining: 3.2,
				include_byok_in_limit: false,
				usage: 7.4,
				usage_daily: 0.1,
				usage_weekly: 0.9,
				usage_monthly: 1.8,
				is_free_tier: false,
			});
			return { status: 200, body: { key, user_id: "scripted" } };
		},

		/** What a key may spend. */
		key(authorization) {
			const data = keys.get((authorization ?? "").replace(/^Bearer /, ""));
			return data === undefined ? failed(401, "User not found.") : { status: 200, body: { data } };
		},
	};
}

function failed(code, message) {
	return { status: code, body: { error: { code, message } } };
}

function page(status, html) {
	return {
		status,
		body:
			`<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Scripted ` +
			"friend</title><style>body{font:16px/1.5 system-ui;max-width:36em;margin:3em auto;padding:0 " +
			`1em}code{user-select:all;word-break:break-all}</style>${html}`,
	};
}

function escaped(text) {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
