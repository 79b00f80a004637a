import { lazy } from "../cache/lazy";
import { sentencesIn } from "../markdown/sentences";
import { anyOf, inTurn } from "../text/patterns";
import { wordsOf } from "../text/tokens";
import { cutAtOwnEnd } from "./own-end";
import { rowWords } from "./reply-words";

/** What a row is called before it, with its number or letter: Version 2:, **Opción b)**, Vorschlag n° 3 —. */
const label = lazy(
	() =>
		new RegExp(
			String.raw`^(?:\*\*)?(?:original|${rowWords().join("|")})(?:e?s|en)?\s*(?:n[°o]\s*)?(?:\d*|[a-e])\s*(?:\*\*)?` +
				String.raw`\s*[:.)=–—-]\s*(?:\*\*)?`,
			"iu",
		),
);
const stops = /[.!?…。！？:;»”"’)\]]$/u;
const pairs: readonly (readonly [string, string])[] = [
	['"', '"'],
	["“", "”"],
	["«", "»"],
	["'", "'"],
	["‘", "’"],
	["„", "“"],
	["„", "”"],
	["»", "«"],
	["‹", "›"],
	["›", "‹"],
	["‚", "‘"],
	["「", "」"],
	["『", "』"],
	["**", "**"],
	["__", "__"],
	["*", "*"],
	["`", "`"],
];

/** A number or a letter that counts rows, with or without a box around it. */
const ordinal = String.raw`(?:(?:n[°ºo.]\s*|#)?\d{1,2}|[a-hA-H]|[ivxIVX]{1,4})`;

/** What a list's rows begin with: a bullet, a box, a dash, a number or letter, in emphasis or not, a sign. */
const itemMark = new RegExp(
	[
		String.raw`[-*+•–—▪◦]\s+(?:\[[ xX]\]\s+)?`,
		// Circled figures, and what East Asian lists begin with, need no space.
		String.raw`[\u2460-\u249b\u24b6-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf・●○■□◆▶►▸‣]\s*`,
		String.raw`(\*\*|__|[*_\x60])[(\[]?${ordinal}(?:\s?[.):/\]]\1|\1\s?[.):/]|\1)\s+`,
		String.raw`[(\[]?${ordinal}(?:[.):/\]°]|\s+[-–—:])\s+`,
		String.raw`(?:(?:n[°ºo.]\s*|#)\d{1,2}|[\d０-９]{1,2}[\t、．：）])\s*`,
		String.raw`\d{1,2}\ufe0f?\u20e3\s*`,
		// A sign, unless it dates what stands after it.
		String.raw`(?!\p{Extended_Pictographic}\ufe0f?\s*\d{4}-)[^\p{L}\p{N}\s"'“«„‘([*_\x60⟦—–¿¡-]+\s+`,
	]
		.map((one) => `^(?:${one})`)
		.join("|"),
	"iu",
);

/** A bullet, a box, a number: more of them no row has. */
const maxMarks = 3;

/** A comment on a row whose sentence has no stop, or has what looks like one: in brackets, behind a dash or a colon. */
const remarks: readonly { readonly mark: RegExp; readonly own: RegExp }[] = [
	{ mark: /([.!?…»”"][*_]*)\s+[*_]*\([^()]*\)[*_]*$/u, own: /\)\s*$/ },
	{ mark: /([.!?…»”"][*_]*)\s+\[[^[\]]*\]$/u, own: /\]\s*$/ },
	{ mark: /([.!?…»”"][*_]*)\s+[—–]\s.*$/u, own: /\s[—–]\s/ },
	{ mark: /([.!?…][\s\u00a0\u202f]*[»”"“«]?[*_]*)\s*:\s.*$/u, own: /[.!?…][\s\u00a0\u202f]*[»”"“«]?\s*:/ },
];

/** What stands between several rows of one line. */
const betweenRows = /^[\s/|;,]+/;

/** A line longer than so many times the original, and some letters, is neither a version of it nor several. */
const maxRepeats = 12;
const someLetters = 1_000;

/**
 * Sentences in a reply without any structure: one a line, in a list, a table, tags. What is not like the original is
 * prose around them and left out.
 * @param final whether the last line has come to its end.
 */
export function plainRows(reply: string, original: string, final: boolean): readonly string[] {
	const tagged = [...reply.matchAll(/<([a-z]+\d*)(?:\s[^<>]*)?>((?:(?!<\/?[a-z])[^])*)<\/\1>/gi)].map(
		(match) => match[2] ?? "",
	);
	const lines =
		tagged.length > 0
			? tagged.flatMap((text) => text.split("\n"))
			: reply
					.replace(/<br ?\/?>/gi, "\n")
					.replace(/([.!?…]["”»]?);[ \t]*(?=["“«]?\p{L})/gu, "$1\n")
					.split("\n")
					.slice(0, final ? undefined : -1);
	const isOne = sentencesIn(original).length <= 1;
	return lines
		.map((line) => line.trim())
		.filter((line) => line !== "" && line.length <= original.length * maxRepeats + someLetters)
		.flatMap((line) => sentencesOf(line, original, isOne));
}

/** The lines between rows of another form that are each a version of the original, and nothing else. */
export function wholeLines(text: string, original: string, final: boolean): readonly string[] {
	return (
		text
			.split("\n")
			.slice(0, final ? undefined : -1)
			// or "…"
			.map((line) => line.replace(/^\s*\p{Ll}{1,4}\s+(?=["“])/u, ""))
			.filter((line) => !/^\s*[{[]/.test(line) && line.length <= original.length * maxRepeats + someLetters)
			.map((line) => cutAtOwnEnd(original, unadorned(line, original))?.head ?? unadorned(line, original))
			.filter((line) => isWhole(line, original))
	);
}

/** @param isOne whether the original is one sentence */
function sentencesOf(line: string, original: string, isOne: boolean): readonly string[] {
	if (line.startsWith("|")) {
		const cells = line
			.split("|")
			.map((cell) => unadorned(cell, original))
			.filter((cell) => cell !== original.trim() && isVersion(cell, original));
		return cells.slice(0, 1);
	}
	const text = unadorned(line, original);
	// You could write: "…" or "…".
	const quoted = Array.from(text.matchAll(/["“«]([^"“”«»]+)["”»]/g), (match) => (match[1] ?? "").trim());
	if (isOne && quoted.length > 1 && quoted.every((one) => isWhole(one, original)) && !/["“«]/.test(original))
		return quoted;
	// Words before the sentence, or another one beside it.
	const rest = original.includes(":") ? undefined : /^[^:]{2,80}:\s+(.+)$/u.exec(text)?.[1];
	if (rest !== undefined && isWhole(withoutPair(rest, original), original)) return [withoutPair(rest, original)];
	const parts = isOne ? sentencesIn(text).map(({ from, to }) => unadorned(text.slice(from, to), original)) : [];
	if (
		parts.length > 1 &&
		parts.some((part) => isWhole(part, original)) &&
		parts.every((part) => isWhole(part, original) || !isVersion(part, original))
	)
		return parts.filter((part) => isWhole(part, original));
	const cut = isOne && !text.endsWith(":") ? cutAtOwnEnd(original, text) : null;
	if (cut !== null && isWhole(cut.head, original))
		return [cut.head, ...sentencesOf(cut.rest.replace(betweenRows, ""), original, isOne)];
	return isVersion(text, original) ? [text] : [];
}

/** A row without what models write around it: a bullet, a label, quotes or emphasis about it all, a remark after it. */
export function unadorned(line: string, original: string): string {
	let text = line.replace(unseen, "").trim();
	if (!original.startsWith(">")) text = text.replace(/^(?:>\s?)+/, "");
	const own = itemMark.exec(original)?.[0];
	for (let at = 0; at < maxMarks; at++) {
		const unmarked = text.replace(itemMark, "");
		// A dash or a letter with which the sentence itself begins is no bullet.
		if (unmarked === text || (own !== undefined && !unmarked.startsWith(own) && text.startsWith(own))) break;
		text = unmarked;
	}
	text = withoutPair(withoutNamedLabel(text.replace(label(), ""), original), original);
	for (const { mark, own: has } of remarks) if (!has.test(original)) text = text.replace(mark, "$1");
	return withoutPair(text.trim(), original).trim();
}

/** What shows nothing at either end of a line. */
const unseen = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g;

/** A label in emphasis with a colon or a dash: a register, a tone. */
const namedLabel = inTurn([
	/^/,
	anyOf([
		/(\*{1,3}|_{1,3})[^*_\n]{1,40}(?:[\s\u00a0\u202f]?:\1|\1[\s\u00a0\u202f]*(?:[:–—→-]|[-=]>))/,
		/\([^()\n]{1,40}\)[\s\u00a0\u202f]*[:–—-]/,
	]),
	/\s+/,
]);

// **Formal:** She shut the door.
function withoutNamedLabel(text: string, original: string): string {
	const rest = text.replace(namedLabel, "");
	return rest !== text && !namedLabel.test(original) && isWhole(withoutPair(rest, original), original) ? rest : text;
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

/**
 * Whether a line can be a version of the original: ends as it does, is about as long, and shares enough of its words.
 */
export function isVersion(text: string, original: string): boolean {
	const own = wordsOf(original.toLowerCase());
	const words = wordsOf(text.toLowerCase());
	// Without its stop a sentence is known by its last word.
	const isEnded =
		stops.test(text) ||
		!stops.test(original.trim()) ||
		(/[\p{L}\p{N}]$/u.test(text) && words[words.length - 1] === own[own.length - 1]);
	if (text === "" || !isEnded || (text.endsWith(":") && !original.trim().endsWith(":"))) return false;
	if (own.length === 0 || words.length === 0 || words.length > own.length * 2 + 4) return false;
	const left = [...words];
	const shared = own.filter((word) => {
		const at = left.indexOf(word);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	}).length;
	return shared / own.length >= (own.length <= 3 ? 0.3 : 0.4);
}

// A part of a line that is a version by itself, and no piece of one.
function isWhole(text: string, original: string): boolean {
	return isVersion(text, original) && wordsOf(text).length >= wordsOf(original).length * 0.7;
}
