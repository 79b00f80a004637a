import { anyOf } from "./patterns";

// What models and their chat templates write beside their words. Servers should take it out, and many don't.

/** A pair of marks between which a model thinks aloud. */
interface ThinkingMarks {
	/** In small letters. */
	readonly open: string;
	readonly close: RegExp;
	/** Most characters of the closing mark. */
	readonly closeLength: number;
}

/**
 * Names of tags in which models think: one of these words, with what vendors put before it (`seed:`, `inner_`) and
 * behind it (`_process`).
 */
const thought = [
	"(?:ant|(?:[a-z]{1,20}[:_-]){0,2})",
	"(?:think(?:ing)?|thoughts?|reasoning|reflections?|analysis|scratchpad|monologue|cot)",
	"(?:[:_-][a-z_]{1,30})?",
].join("");
/** The same as an opening tag; Open WebUI folds thinking into `details`. */
const thoughtTag = [
	`<(?:(${thought})(?:\\s[^<>\\n]{0,80})?`,
	"|(details)\\s[^<>\\n]{0,60}\\b(?:reasoning|thinking|thoughts?)\\b[^<>\\n]{0,60})>",
].join("");
const tagAtStart = new RegExp(`^${thoughtTag}`, "i");

/** Names in marks of vertical bars: OpenThinker's, Cohere's, Solar's. */
const barred: readonly (readonly [open: string, close: string])[] = [
	["begin_of_thought", "end_of_thought"],
	["begin_of_thinking", "end_of_thinking"],
	["begin_thinking", "end_thinking"],
	["begin_thought", "end_thought"],
	["start_of_thought", "end_of_thought"],
	["start_of_thinking", "end_of_thinking"],
	["start_thinking", "end_thinking"],
	["thinking_start", "thinking_end"],
	["think_start", "think_end"],
	["inner_prefix", "inner_suffix"],
	["think", "/think"],
	["thinking", "/thinking"],
	["thought", "/thought"],
	["reasoning", "/reasoning"],
];

/** Channels of gpt-oss's harmony format (https://github.com/openai/harmony) and Gemma's that hold no answer. */
const channels = ["analysis", "commentary", "thought", "thinking", "reasoning"];

function literal(text: string): string {
	return text.replace(/[[\]|/\\^$.*+?(){}]/g, "\\$&");
}

function between(open: string, close: string): ThinkingMarks {
	return { open, close: new RegExp(literal(close), "i"), closeLength: close.length };
}

/** Where harmony's answer begins. */
const harmonyFinal = /<\|channel\|>\s*final[^<]{0,20}(?:<\|constrain\|>[^<]{0,20})?<\|message\|>/;

const thinking: readonly ThinkingMarks[] = [
	// Mistral's.
	...["think", "thinking", "thought", "reasoning"].map((name) => between(`[${name}]`, `[/${name}]`)),
	// Kimi's.
	...["think", "thinking"].map((name) => between(`◁${name}▷`, `◁/${name}▷`)),
	// MedGemma's.
	between("<unused94>", "<unused95>"),
	...barred.map(([open, close]) => ({
		open: `<|${open}|>`,
		close: new RegExp(literal(`<|${close}|>`).replace(/\\\|/g, "[|｜]").replace(/_/g, "[_▁]"), "i"),
		closeLength: close.length + 4,
	})),
	// The answer comes in a channel of its own.
	...channels.map((name) => ({
		open: `<|channel|>${name}`,
		close: new RegExp(`${harmonyFinal.source}|<\\|start\\|>assistant<\\|message\\|>|<\\|end\\|>\\s*(?=[^\\s<])`, "i"),
		closeLength: 80,
	})),
	...channels.map((name) => between(`<|channel>${name}`, "<channel|>")),
];

/** The same with its marks left out: the names of the channels alone stay, glued to the words. */
const bareHarmony = { open: /^\s*analysis(?=\p{Lu}|["'“«¿¡])/u, begins: "analysis", close: "assistantfinal" };

/** Tags around an answer, after thinking. */
const answerTags = ["answer", "final_answer", "response", "final_response", "solution"];

/** Tokens at the end of a turn, and around it. */
const otherTokens = [
	"</s>",
	"<eos>",
	"<bos>",
	"<pad>",
	"<end_of_turn>",
	"<start_of_turn>",
	"<end_of_utterance>",
	"<turn|>",
	"<channel|>",
	"[end of text]",
	"[/inst]",
	"[inst]",
	"[eos]",
	"[bos]",
	"[eot]",
	"[e~[",
	"</eos>",
	"<eod>",
	"<eot>",
	"<eom>",
	"<end>",
	"<unk>",
	"</assistant>",
	"[end final response]",
	...answerTags.map((name) => `</${name}>`),
];
/**
 * ChatML's, Llama's, harmony's, Phi's, Cohere's, DeepSeek's, Exaone's: whatever stands in bars; numbered ones, such as
 * T5's, and single bytes.
 */
const barredToken = anyOf([
	/<[|｜][^|｜<>\n]{1,40}[|｜]>|\[\|[^|[\]\n]{1,40}\|\]/,
	/<(?:extra_id|reserved|unused)_?\d{1,4}>|<0x[\da-f]{2}>/,
]);
/** The beginning of one. */
const barredBegins = /^(?:<(?:[|｜](?:[^|｜<>\n]*[|｜]?)?)?|\[(?:\|(?:[^|[\]\n]*\|?)?)?|<[a-z\d_]{1,14})$/;
const token = new RegExp(`(?:${barredToken.source}|${otherTokens.map(literal).join("|")})`, "i");
/** Fits any token. */
const maxTokenLength = 46;
const trailingTokens = new RegExp(`(?:\\s*${token.source})+\\s*$`, "i");
const answerBegins = /\[begin final response\]/;
const leadingTokens = anyOf([
	/<\|channel\|?>\s*(?:final|answer|response)(?:<\|message\|>)?/,
	token,
	/<\|turn>|<s>(?=[\s<[])/,
	new RegExp(`<(?:${answerTags.join("|")})>`),
	answerBegins,
]);
const leadingToken = new RegExp(`^\\s*(?:${leadingTokens.source})`, "i");
/** Whose turn it is, right after a token. */
const roles = ["assistant", "model"];
const turnEnds =
	/<\|(?:im_end|eot_id|end|endoftext|end_of_text|end_of_turn_token|eom_id)\|>|<end_of_turn>|<\/s>|<turn\|>/;
const turnBegins = anyOf([
	/<\|(?:im_start|start_header_id|start|user|system|start_of_turn_token)\|>|<\|turn>|<start_of_turn>/,
	/\[INST\]|<s>/,
]);
/** Ends of turns after which the model goes on as someone else. */
const nextTurn = new RegExp(`(?:${turnEnds.source})\\s*(?:${turnBegins.source})`, "i");

// DeepSeek writes its bars and spaces with signs of their own.
function plain(text: string): string {
	return text.toLowerCase().replace(/｜/g, "|").replace(/▁/g, "_");
}

/** Where thinking begins at the start of a text, and what ends it; null where the text begins otherwise. */
export function thinkingAt(
	text: string,
): { readonly length: number; readonly close: RegExp; readonly closeLength: number } | null {
	const begun = text.trimStart();
	const small = plain(begun.slice(0, maxTokenLength));
	const marks = thinking.find(({ open }) => small.startsWith(open));
	const before = text.length - begun.length;
	if (marks !== undefined) return { ...marks, length: before + marks.open.length };
	const tag = tagAtStart.exec(begun);
	const name = tag?.[1] ?? tag?.[2];
	if (tag !== null && name !== undefined)
		return {
			length: before + tag[0].length,
			close: new RegExp(`</${literal(name)}\\s{0,3}>`, "i"),
			closeLength: name.length + 6,
		};
	const bare = bareHarmony.open.exec(text);
	return bare === null
		? null
		: { length: bare[0].length, close: /assistantfinal/, closeLength: bareHarmony.close.length };
}

/** Whether a text, which may be at its very beginning, may still turn out to begin with a mark. */
export function mayBegin(text: string): boolean {
	const begun = plain(text.trimStart());
	if (begun === "") return true;
	if (/^<[a-z][\w:-]{0,45}(?:\s[^<>\n]{0,120})?$/.test(begun)) return true;
	if (begun.length > maxTokenLength) return false;
	return (
		thinking.some(({ open }) => open.startsWith(begun)) ||
		otherTokens.some((one) => one.startsWith(begun)) ||
		"<|channel|>final<|message|>".startsWith(begun) ||
		["<s>", "[begin final response]"].some((one) => one.startsWith(begun)) ||
		bareHarmony.begins.startsWith(begun) ||
		barredBegins.test(begun) ||
		// Whose turn it is, or a sentence that speaks of the token, may follow.
		mayGoOn(begun)
	);
}

function mayGoOn(begun: string): boolean {
	const found = leadingToken.exec(begun);
	if (found === null) return false;
	const rest = begun.slice(found[0].length);
	return rest === " " || roles.some((role) => role.startsWith(rest));
}

/** The length of a template's token at the start of a text; 0 where there is none. */
export function tokenAt(text: string): number {
	const found = leadingToken.exec(text);
	if (found === null) return 0;
	const rest = text.slice(found[0].length);
	if (/^ \p{Ll}/u.test(rest)) return 0;
	const role = /^(?:assistant|model)(?![a-z])/i.exec(rest);
	return found[0].length + (role?.[0].length ?? 0);
}

/** Closing marks of thinking, also where no opening one came: templates put that into the prompt. */
export const closingMark = anyOf(
	[
		new RegExp(`</${thought}\\s{0,3}>`),
		...thinking.filter(({ open }) => !open.startsWith("<|channel|>")).map(({ close }) => close),
		// Apriel's, whose thinking has no marks of its own.
		answerBegins,
	],
	"i",
);

/** Any opening mark of thinking. */
export const openingMark = new RegExp([thoughtTag, ...thinking.map(({ open }) => literal(open))].join("|"), "i");

/** Fits any closing mark. */
export const maxClosingLength = Math.max(90, ...thinking.map(({ closeLength }) => closeLength));

/**
 * Where the end of a text may be tokens of a template, or the beginning of one: all from there on is known only when
 * more comes, or the end.
 */
export function uncertainFrom(text: string): number {
	const tail = text.length - Math.max(trailingPart(text), lineEnds(text));
	const open = Math.max(text.lastIndexOf("<"), text.lastIndexOf("["), text.lastIndexOf("◁"));
	if (open < 0 || text.length - open > maxTokenLength) return tail;
	const begun = text.slice(open).toLowerCase();
	const unfinished = otherTokens.some((one) => one.startsWith(begun)) || barredBegins.test(begun);
	if (!unfinished) return tail;
	// What stands right before it may belong to the same end.
	const before = text.slice(0, open);
	return Math.min(tail, before.length - trailingPart(before), before.trimEnd().length);
}

/** A text without the tokens at its end, and without what a model says as someone else after it. */
export function withoutTokens(text: string): string {
	const over = outsideFences(text, nextTurn);
	const answer = over === null ? text : text.slice(0, over);
	return answer.slice(0, answer.length - trailingPart(answer));
}

/** Where the next turn begins in a text; null where it does not. */
export function turnIn(text: string): number | null {
	return outsideFences(text, nextTurn);
}

// A token that a sentence speaks of stands after a space and within it; one that leaked stands at its end.
function trailingPart(text: string): number {
	if (!/[>\][]/.test(text.trimEnd().slice(-1))) return 0;
	const found = trailingTokens.exec(text.slice(-maxTokenLength * 4));
	if (found === null) return 0;
	const before = text.slice(0, text.length - found[0].length);
	if (/[`"'“‘«]$/.test(before)) return 0;
	if (/^[ \t]/.test(found[0]) && /[\p{L}\p{N},;:]$/u.test(before)) return 0;
	const tag = /<\/(s|[a-z_]{3,20})>/i.exec(found[0])?.[1];
	if (tag !== undefined && before.toLowerCase().includes(`<${tag.toLowerCase()}>`)) return 0;
	return found[0].length;
}

function outsideFences(text: string, mark: RegExp): number | null {
	if (!/[>\]]/.test(text)) return null;
	const found = mark.exec(text);
	if (found === null) return null;
	const before = text.slice(0, found.index);
	return (before.match(/^[ \t]*(?:```|~~~)/gm) ?? []).length % 2 === 1 || /`[^`\n]*$/.test(before) ? null : found.index;
}

function lineEnds(text: string): number {
	let from = text.length;
	while (text[from - 1] === "\n") from--;
	return text.length - from;
}

const lastThought = new RegExp(`(?:${closingMark.source}|${harmonyFinal.source})`, "gi");
const anyToken = new RegExp(`(?:${token.source}|</?s>|<\\|turn>)(?:assistant|model|user)?`, "gi");

/** The text after all thinking, without tokens of templates; null while the model is still thinking. */
export function answerAlone(text: string): string | null {
	let from = 0;
	for (const found of text.matchAll(lastThought)) from = found.index + found[0].length;
	return from === 0 && thinkingAt(text) !== null ? null : text.slice(from).replace(anyToken, "");
}

/** A name without tokens of templates, also those that others stood within. */
export function nameAlone(name: string): string {
	const alone = name.replace(anyToken, "");
	return alone === name ? name : nameAlone(alone);
}
