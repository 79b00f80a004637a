import { record } from "./bounds";

/**
 * How a reply says that it ended. `complete`: the model was done. `limit`: at its length. `refused`: the model, or who
 * runs it, would not go on. `filtered`: the endpoint's filter. `broken`: it was given up. `tools`: the model stopped to
 * have a tool used; none is offered, so it stopped in the middle. `unknown`: by a word that is none of these.
 */
export type End = "complete" | "limit" | "refused" | "filtered" | "broken" | "tools" | "unknown";

/** Words by which an answer is whole: OpenAI's, Anthropic's, Cohere's, Google's, TGI's, and those of gateways. */
const complete =
	/^(?:stop(?:ped)?|stop_?(?:sequence|token|word|string|criteria)s?|end|end_?(?:turn|of_?(?:turn|text|sequence|stream|message))|eo[st](?:_?token)?|completed?|done|finish(?:ed)?|success(?:ful)?|succeeded|normal|natural)$/;

/** Parts of the words by which it is not, the most telling first. */
const parts: readonly (readonly [RegExp, End])[] = [
	[/tool|function/, "tools"],
	[
		/filter|safety|guard|block|prohibit|refus|recitation|sensitive|moderat|spii|policy|harm|violat|inappropriate|toxic/,
		"refused",
	],
	[
		/error|abort|cancel|time_?d?_?out|fail|network|unavailable|overload|disconnect|interrupt|insufficient|lost|killed|exception|crash/,
		"broken",
	],
	[/length|limit|max_?(?:output_?|new_?|completion_?)?tokens?|token_?budget|context_?window|truncat|budget/, "limit"],
];

/** Where endpoints say it: OpenAI's name, Google's, Anthropic's, Ollama's. */
const fields = ["finish_reason", "finishReason", "stop_reason", "stopReason", "done_reason"];

/**
 * The end a choice or a body tells, and the word for it; null while it tells none. What a gateway calls an end is
 * looked at together with what its provider called it.
 */
export function endSaid(value: Record<string, unknown>): { readonly word: string; readonly end: End } | null {
	const native = wordIn(value["native_finish_reason"]);
	let said: string | null = null;
	for (const field of fields) said ??= wordIn(value[field]);
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
		.toLowerCase()
		.replace(/[\s-]+/g, "_")
		.replace(/^finish_reason_/, "");
	// OpenAI's own word for its filter, and Azure's; what others mean by theirs is not said.
	if (plain === "content_filter") return "filtered";
	if (complete.test(plain)) return "complete";
	return parts.find(([part]) => part.test(plain))?.[1] ?? "unknown";
}
