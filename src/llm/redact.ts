import { inTurn } from "../core/text/patterns";

/** What stands where a key stood. */
const gone = "[key]";

/**
 * The shapes of keys that say what they are: OpenAI's and those made after it, Groq, Hugging Face, GitHub, Google,
 * signed tokens.
 */
const shapes: readonly RegExp[] = [
	/\b(?:sk|pk|rk|or|gsk|xai|key)-[\w-]{8,}/gi,
	/\b(?:gsk|hf|gh[opsu]|nvapi|pplx)[_-][\w-]{12,}/gi,
	/\bAIza[\w-]{20,}/g,
	/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g,
];

/**
 * A key as endpoints echo it, its middle left out: `sk-proj-****abcd`, `abcd••••`, `sk-ab...yz`. The mask alone is no
 * proof where it is made of dots, which sentences hold too.
 */
const masked = /[\w-]{0,80}(\*{3,}|•{3,}|\.{3}|…)[\w-]{0,80}/g;
const keyLike = /^(?:sk|pk|rk|or|gsk|xai|key|hf)[-_]/i;

/** A field or header that holds a key, whatever the key looks like. */
const named = inTurn(
	[
		/(["']?(?:x-)?(?:api[-_]?key|authorization|(?:access|auth)[-_]?token|secret[-_]?key)["']?\s*[:=]\s*["']?)/,
		/(?=[^\s"'&,;}<]*\d)[^\s"'&,;}<]{8,}/,
	],
	"gi",
);

/**
 * Text without keys: the ones given, whole, encoded for an address, or a beginning or an end of one that stands alone;
 * bearer tokens, anything that looks like a key or is called one, and credentials in addresses.
 */
export function redact(text: string, secrets: readonly string[]): string {
	const known = secrets.filter(({ length }) => length > 3);
	let clean = text;
	for (const secret of known)
		for (const form of [secret, encodeURIComponent(secret)]) clean = clean.split(form).join(gone);
	clean = clean.replace(masked, (echo, mask: string) => {
		const [head = "", tail = ""] = echo.split(mask);
		if (head + tail === "") return echo;
		const certain =
			/[*•]/.test(mask) ||
			keyLike.test(head) ||
			known.some(
				(secret) => (head.length > 1 && secret.startsWith(head)) || (tail.length > 1 && secret.endsWith(tail)),
			);
		return certain ? gone : echo;
	});
	for (const shape of shapes) clean = clean.replace(shape, gone);
	clean = clean
		.replace(/\b(bearer\s+)[\w.~+/=-]+/gi, `$1${gone}`)
		.replace(named, `$1${gone}`)
		.replace(/([?&](?:api[_-]?key|key|token|access_token)=)[^&\s"']+/gi, `$1${gone}`)
		.replace(/(\/\/)[^/\s@"']+@/g, `$1${gone}@`);
	// Dummies such as `ollama` are words; parts of them would be too.
	const long = known.filter(({ length }) => length >= 16);
	return long.length === 0
		? clean
		: clean.replace(/[\w-]{4,}/g, (part) =>
				long.some((secret) => secret.endsWith(part) || (part.length > 5 && secret.startsWith(part))) ? gone : part,
			);
}
