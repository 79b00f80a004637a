import { record } from "./bounds";

/**
 * How a reply says that it ended. `complete`: the model was done. `limit`: at its length. `refused`: the model, or who
 * runs it, would not go on. `filtered`: the endpoint's filter. `broken`: it was given up. `tools`: the model stopped to
 * have a tool used; none is offered, so it stopped in the middle. `unknown`: by a word that is none of these.
 */
export type End = "complete" | "limit" | "refused" | "filtered" | "broken" | "tools" | "unknown";

/**
 * Words by which an answer is whole, without what parts them: OpenAI's and most others', Anthropic's, Cohere's,
 * Amazon's, Google's, xAI's, Baidu's, Aleph Alpha's, Yandex's, TGI's, TensorRT-LLM's, llama.cpp's, LM Studio's, and
 * those of gateways. Whatever is not among them leaves an answer partial.
 */
const complete: ReadonlySet<string> = new Set(
	(
		"stop end ended done complete completed finish finished final success successful succeeded normal natural " +
		"naturalstop word eos eot eog eom eod endturn endofturn endoftext endofsequence endofsentence endofmessage " +
		"endid messagestop eostoken eottoken eosfound eosreached stoppedeos stoppedbyeos stoptoken stoptokens " +
		"stopsequence stopsequences stopsequencefound stopsequencereached stopcriteria stopcriteriamet stopstring " +
		"stopstr stopstringfound stopword stopwords stoppedword stoppedbyword"
	).split(" "),
);

/** Words that tell, wherever they stand in an end that is none of these, why it is none; the most telling first. */
const telling: readonly (readonly [RegExp, End])[] = [
	[wordOf("tool(?:s|calls?|use)?", "functions?", "functioncalls?"), "tools"],
	[
		wordOf(
			"(?:content)?filter(?:ed|s)?|(?:black|block)list(?:ed)?|block(?:ed)?|guard(?:ed|rails?)?|armor|prohibited",
			"(?:un)?safe(?:ty)?|sensitive|s?pii|harm(?:ful)?|toxic(?:ity)?|inappropriate|moderat(?:ed|ion)|flagged",
			"refus(?:al|ed)|recitation|copyright|polic(?:y|ies)|violat(?:ed|es|ion)|forbidden|disallowed|censored",
		),
		"refused",
	],
	[
		wordOf(
			"errors?|fail(?:ed|ure)?|exception|crash(?:ed)?|invalid|malformed|killed|lost|insufficient|repetition",
			"abort(?:ed)?|cancel(?:l?ed)?|interrupt(?:ed|ion)?|preempt(?:ed|ion)?|forced|user(?:stopped)?|clos(?:ed|ing)",
			"time(?:d?out|d)?|network(?:error)?|disconnect(?:ed|ion)?|unavailable|overload(?:ed)?|shut(?:down)?|rate",
			"(?:un)?load(?:ed)?|evict(?:ed|ion)?|memory|quota",
		),
		"broken",
	],
	[
		wordOf("max(?:imum|tokens|length|len)?|len(?:gth)?|limit(?:s|ed)?|tokens|budget|window|context|truncat(?:ed|ion)"),
		"limit",
	],
];

function wordOf(...words: readonly string[]): RegExp {
	return new RegExp(`^(?:${words.join("|")})$`);
}

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
	const tellsMore = (end === "complete" || end === "unknown") && below !== "complete" && below !== "unknown";
	return tellsMore ? { word: `${said}, ${native}`, end: below } : { word: said, end };
}

function wordIn(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	const word = typeof value === "object" ? (record(value)["type"] ?? record(value)["reason"]) : value;
	// Alibaba's own form says "null" in each frame before the last.
	return typeof word === "string" && !/^\s*(?:null|none|undefined)?\s*$/i.test(word) ? word.trim() : null;
}

function endOf(said: string): End {
	const words = said
		.replace(/([a-z])(?=[A-Z])/g, "$1_")
		.toLowerCase()
		.replace(/^(?:finish[\s_-]*reason|reason|alternative[\s_-]*status)[\s_-]+/, "")
		.split(/[^a-z\d]+/)
		.filter((word) => word !== "");
	const whole = words.join("");
	if (complete.has(whole)) return "complete";
	// OpenAI's own word for its filter, and Azure's; what others mean by theirs is not said.
	if (whole === "contentfilter") return "filtered";
	return telling.find(([word]) => words.some((one) => word.test(one)))?.[1] ?? "unknown";
}
