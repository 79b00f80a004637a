import { record } from "./bounds";

/**
 * How a reply says that it ended. `complete`: the model was done. `limit`: at its length. `refused`: the model, or who
 * runs it, would not go on. `filtered`: the endpoint's filter. `broken`: it was given up. `tools`: the model stopped to
 * have a tool used; none is offered, so it stopped in the middle. `unknown`: by a word that is none of these.
 */
export type End = "complete" | "limit" | "refused" | "filtered" | "broken" | "tools" | "unknown";

/**
 * Words by which an answer is whole: OpenAI's, Anthropic's, Cohere's, Google's, xAI's, TGI's, llama.cpp's, LM Studio's,
 * and those of gateways. One of these, and beside it nothing but words of the second kind.
 */
const complete =
	/^(?:stop(?:s|ped)?|end(?:s|ed|of(?:text|turn|sequence|stream|sentence))?|eo[stgdm]|completed?|done|finish(?:ed)?|success(?:ful)?|succeeded|normal|natural|word)$/;
const beside =
	/^(?:reason|finish|of|turn|text|sequences?|sentence|message|stream|output|response|answer|tokens?|words?|strings?|str|criteria|found|hit|reached|matched|match|by|on|at|the|a|model)$/;

/** Parts of the words by which it is not, the most telling first. */
const parts: readonly (readonly [RegExp, End])[] = [
	[/tool|function/, "tools"],
	[
		/filter|safety|guard|block|prohibit|refus|recitation|copyright|sensitive|moderat|spii|policy|harm|violat|inappropriate|toxic/,
		"refused",
	],
	[
		/error|abort|cancel|time_?d?_?out|fail|network|unavailable|overload|disconnect|interrupt|insufficient|lost|killed|exception|crash|user|preempt|unload|evict|clos(?:ed|ing)|shut_?down|forced/,
		"broken",
	],
	[
		/length|limit|max_?(?:imum)?(?:_?\w{1,12})?_?(?:tokens?|output|context|len)|out_of_tokens|token_?budget|context_?window|truncat|budget/,
		"limit",
	],
];

/** Where endpoints say it: OpenAI's name, Google's, Anthropic's, Ollama's. */
const fields: ReadonlySet<string> = new Set([
	"finish_reason",
	"finishReason",
	"stop_reason",
	"stopReason",
	"done_reason",
	"finish_details",
]);

/** What a choice, or a body, says of the end: the word for it, and what it means. */
export interface Ended {
	readonly word: string;
	readonly end: End;
}

/**
 * The end a frame tells, and the word for it; null while it tells none. It stands in the choice, in what the choice
 * brings, or beside the choices.
 */
export function endIn(body: Record<string, unknown>, choice: Record<string, unknown>): Ended | null {
	return (
		endSaid(choice) ??
		(choice["delta"] == null ? null : endSaid(record(choice["delta"]))) ??
		(body === choice ? null : endSaid(body)) ??
		// Ollama's own last line.
		(body["done"] === true ? { word: "done", end: "complete" } : null)
	);
}

/** What a gateway calls an end is looked at together with what its provider called it. */
function endSaid(value: Record<string, unknown>): Ended | null {
	let said: string | null = null;
	// Most frames have few fields, and none of these.
	for (const name in value) if (fields.has(name)) said ??= wordIn(value[name]);
	const native = wordIn(value["native_finish_reason"]);
	if (said === null) return native === null ? null : { word: native, end: endOf(native) };
	const end = endOf(said);
	const below = native === null ? "unknown" : endOf(native);
	return end === "complete" && below !== "unknown" && below !== "tools"
		? { word: below === end ? said : `${said}, ${native}`, end: below }
		: { word: said, end };
}

function wordIn(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	const word = typeof value === "object" ? (record(value)["type"] ?? record(value)["reason"]) : value;
	// Alibaba's own form says "null" in each frame before the last.
	return typeof word === "string" && !/^\s*(?:null|none|undefined)?\s*$/i.test(word) ? word.trim() : null;
}

function endOf(word: string): End {
	const plain = word
		.replace(/([a-z])(?=[A-Z])/g, "$1_")
		.toLowerCase()
		.replace(/[\s-]+/g, "_")
		.replace(/^(?:finish_)?reason_/, "");
	// OpenAI's own word for its filter, and Azure's; what others mean by theirs is not said.
	if (plain === "content_filter") return "filtered";
	const words = plain.split("_");
	if (words.some((one) => complete.test(one)) && words.every((one) => complete.test(one) || beside.test(one)))
		return "complete";
	return parts.find(([part]) => part.test(plain))?.[1] ?? "unknown";
}
