import { wordsOf } from "./tokens";

const label = /^(?:\*\*)?(?:original|version|versions?|option|alternative|proposition|proposal|variante?|suggestion|phrase|sentence|satz|frase|text|reformulation|rewrite)(?:e?s?)?\s*(?:n[°o]\s*)?\d*\s*(?:\*\*)?\s*[:.)–-]\s*(?:\*\*)?/i;
const stops = /[.!?…。！？:;»”"’)\]]$/u;
const pairs: readonly (readonly [string, string])[] = [["\"", "\""], ["“", "”"], ["«", "»"], ["'", "'"], ["‘", "’"], ["„", "“"], ["**", "**"], ["__", "__"], ["*", "*"], ["`", "`"]];

/**
 * Sentences in a reply without any structure: one a line, in a list, a table, tags. What is not like the original is prose
 * around them and left out.
 * @param final whether the last line has come to its end.
 */
export function plainRows(reply: string, original: string, final: boolean): readonly string[] {
	const tagged = [...reply.matchAll(/<([a-z]+\d*)>([^]*?)<\/\1>/gi)].map((match) => match[2] ?? "");
	const lines = tagged.length > 0 ? tagged : reply.split("\n").slice(0, final ? undefined : -1);
	return lines.flatMap((line) => {
		const text = bare(line, original);
		return text !== null && isVersion(text, original) ? [text] : [];
	});
}

function bare(line: string, original: string): string | null {
	let text = line.trim();
	if (/^\|/.test(text)) {
		if (/^[|\s:-]+$/.test(text)) return null;
		text = text.split("|")[1]?.trim() ?? "";
	}
	if (!/^>/.test(original)) text = text.replace(/^(?:>\s?)+/, "");
	text = text.replace(/^(?:[-*•–—▪◦]\s+|\(?\d{1,2}[.)]\s+|[a-e][.)]\s+)/, "");
	text = text.replace(label, "");
	text = withoutPair(text, original);
	if (!/\)\s*$/.test(original)) text = text.replace(/([.!?…»”"])\s+\([^()]*\)$/u, "$1");
	if (!/\s[—–]\s/.test(original)) text = text.replace(/([.!?…»”"])\s+[—–]\s.*$/u, "$1");
	return withoutPair(text.trim(), original).trim();
}

// Quotes and emphasis around a whole row are the model's, unless the original wears them too.
function withoutPair(text: string, original: string): string {
	for (const [open, close] of pairs) {
		if (!text.startsWith(open) || !text.endsWith(close) || text.length < open.length + close.length + 1) continue;
		if (original.startsWith(open) && original.endsWith(close)) continue;
		const inner = text.slice(open.length, text.length - close.length);
		// An opening mark that is closed before the end belongs to the sentence.
		if (inner.includes(open) || (open !== close && inner.includes(close))) continue;
		return inner.trim();
	}
	return text;
}

/** Whether a line can be a version of the original: ends as it does, is about as long, and shares enough of its words. */
function isVersion(text: string, original: string): boolean {
	if (text === "" || (stops.test(original.trim()) && !stops.test(text))) return false;
	const own = wordsOf(original.toLowerCase());
	const words = wordsOf(text.toLowerCase());
	if (own.length === 0 || words.length === 0 || words.length > own.length * 2 + 4) return false;
	const left = [...words];
	const shared = own.filter((word) => {
		const at = left.indexOf(word);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	}).length;
	return shared / own.length >= (own.length <= 3 ? 0.3 : 0.4);
}
