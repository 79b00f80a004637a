import type { Answerer, Failure, FailureKind, Usage } from "../core/chat/chat";
import { jsonFrom, mostAnswer } from "./bounds";
import { errorIn, plainFailure, replyFailure } from "./failure";
import { redact } from "./redact";
import { ThinkingFilter } from "./thinking";

/**
 * How endpoints say that an answer reached its limit: OpenAI's word, Mistral's, Anthropic's, and those that gateways
 * pass through.
 */
const atLimit: readonly string[] = [
	"length",
	"model_length",
	"max_tokens",
	"max_output_tokens",
	"model_context_window_exceeded",
];

/** How endpoints say that they gave up before the end: OpenRouter's word, DeepSeek's, vLLM's, Zhipu's. */
const brokenOff: readonly string[] = ["error", "insufficient_system_resource", "abort", "network_error"];

/** How endpoints say that they, or the model, would not go on: OpenAI's word, Anthropic's, Google's, Zhipu's. */
const refuses: readonly string[] = [
	"content_filter",
	"refusal",
	"safety",
	"recitation",
	"prohibited_content",
	"blocklist",
	"sensitive",
];

/** How endpoints say that a model stopped to have a tool used; none is offered to it, so it stopped in the middle. */
const callsTools: readonly string[] = ["tool_calls", "function_call", "tool_use"];

/** Most characters of what can't be read that are looked through for keys. */
const mostShown = 20_000;

/** What one piece of a reply brought. */
export interface Piece {
	readonly text: string;
	/** Whether the text stands instead of all that came before, which was thinking. */
	readonly replaces: boolean;
	/** A sign of life that is not content: thinking. */
	readonly thinking: boolean;
}

const nothing: Piece = { text: "", replaces: false, thinking: false };

/**
 * Gathers a reply from its pieces: the frames of a stream, or one whole body. Reads what endpoints really send, so
 * nothing about a piece's shape is taken for granted.
 */
export class Reading {
	usage: Usage | null = null;
	/** Set when the reply itself tells that it failed. */
	failure: Failure | null = null;
	private model: string | null = null;
	private provider: string | null = null;
	private finish: string | null = null;
	private index: unknown = null;
	private ended = false;
	private inOnePiece = false;
	private refused = "";
	private calledTools = false;
	private length = 0;
	private readonly filter = new ThinkingFilter();

	/** @param currency ISO 4217 of a cost that names none */
	constructor(
		private readonly secrets: readonly string[],
		private readonly currency = "USD",
	) {}

	/**
	 * Takes the data of one frame of a stream.
	 * @param open whether the stream ended before it did: what can't be read then was cut
	 */
	frame(data: string, open = false): Piece {
		if (data.trim() === "[DONE]") {
			this.ended = true;
			return nothing;
		}
		const value = jsonFrom(data);
		if (value !== undefined) return this.take(value);
		if (!open) this.failure = plainFailure("format", `Not JSON: ${this.shown(data, 300)}`);
		return nothing;
	}

	/** Takes the data of a frame that says it is an error. */
	error(data: string): Piece {
		// Where it is no JSON, it is a sentence.
		const value = jsonFrom(data) ?? data;
		this.failure ??= replyFailure(errorIn(value) ?? value, this.secrets);
		return nothing;
	}

	/** Takes a whole body that came in one piece, from a gateway that does not stream. */
	whole(body: string): Piece {
		const value = jsonFrom(body);
		if (value === undefined) {
			this.failure = plainFailure("format", body.trim() === "" ? "The body is empty." : this.shown(body, 1000));
			return nothing;
		}
		this.inOnePiece = true;
		return this.take(value);
	}

	/** What was held back until the end. */
	end(): Piece {
		return this.counted({ ...this.filter.end(), thinking: false });
	}

	/** Who answered, as far as the reply says; the last one named, since routers name themselves first. */
	get answerer(): Answerer | null {
		return this.model === null ? null : { model: this.model, provider: this.provider };
	}

	/** Whether the reply said that its words are at their end; its usage may still come. */
	get finished(): boolean {
		return this.ended || this.finish !== null;
	}

	/** How the reply ended, once no more comes. `cut`: the connection broke off. */
	conclusion(cut: boolean): { readonly state: "done" | "partial" | "failed"; readonly failure: Failure | null } {
		const failed = (kind: FailureKind, detail: string) => this.failed(plainFailure(kind, detail, this.secrets));
		const finish = this.finish?.toLowerCase() ?? "";
		const said = finish === "" ? "" : ` (finish_reason: ${finish})`;
		if (this.failure !== null) return this.failed(this.failure);
		if (this.refused !== "") return failed("refused", this.refused);
		if (brokenOff.includes(finish)) return failed("unavailable", `The reply was given up${said}.`);
		if (refuses.includes(finish)) return failed("refused", `The reply was refused${said}.`);
		if (!this.finished && cut) return failed("network", "The connection broke off.");
		if (this.calledTools && !this.anyText) return failed("format", "The reply calls tools instead of answering.");
		if (!this.finished && !this.inOnePiece) return failed("network", "The stream ended without saying so.");
		if (!this.anyText) return failed("format", `The reply holds no answer${said}.`);
		if (atLimit.includes(finish)) return { state: "partial", failure: null };
		if (callsTools.includes(finish)) return failed("format", "The reply calls tools instead of going on.");
		return this.finished
			? { state: "done", failure: null }
			: failed("format", "The reply does not say that it is at its end.");
	}

	private failed(failure: Failure): { readonly state: "partial" | "failed"; readonly failure: Failure } {
		return { state: this.anyText ? "partial" : "failed", failure };
	}

	// Keys are taken out before the text is cut: half a key is known by nothing, and still half a key.
	private shown(text: string, most: number): string {
		return redact(text.slice(0, mostShown), this.secrets).slice(0, most);
	}

	private take(value: unknown): Piece {
		const body = record(value);
		if (typeof body["model"] === "string" && body["model"] !== "") this.model = body["model"];
		if (typeof body["provider"] === "string" && body["provider"] !== "") this.provider = body["provider"];
		this.usage = usageOf(body["usage"], this.currency) ?? this.usage;
		const error = errorIn(value);
		if (error !== null) this.failure = replyFailure(error, this.secrets);
		const choice = this.choiceOf(body["choices"]);
		const choiceError = errorIn(choice);
		if (choiceError !== null && this.failure === null) this.failure = replyFailure(choiceError, this.secrets);
		if (typeof choice["finish_reason"] === "string" && choice["finish_reason"] !== "")
			this.finish = choice["finish_reason"];
		const delta = record(choice["delta"] ?? choice["message"]);
		if (typeof delta["refusal"] === "string") this.refused += delta["refusal"];
		if ((Array.isArray(delta["tool_calls"]) && delta["tool_calls"].length > 0) || delta["function_call"] != null)
			this.calledTools = true;
		const content = delta["content"] ?? (typeof choice["text"] === "string" ? choice["text"] : "");
		const { text, replaces } = this.filter.push(contentText(content));
		const thinking =
			text === "" && (this.filter.thinking || hasThinking(delta) || (typeof content === "object" && content !== null));
		return this.counted({ text, replaces, thinking });
	}

	// One answer is asked for; where more come, the first is followed.
	private choiceOf(choices: unknown): Record<string, unknown> {
		if (!Array.isArray(choices)) return {};
		this.index ??= record(choices[0])["index"] ?? null;
		return record(choices.find((choice) => (record(choice)["index"] ?? this.index) === this.index));
	}

	/** Ends a reply that is longer than any answer. What came before is kept. */
	tooLong(): void {
		this.failure ??= plainFailure("format", "The reply is longer than answers are. It was not read to its end.");
	}

	private get anyText(): boolean {
		return this.length > 0;
	}

	private counted(piece: Piece): Piece {
		const before = piece.replaces ? 0 : this.length;
		const text = piece.text.slice(0, mostAnswer - before);
		this.length = before + text.length;
		if (text.length === piece.text.length) return piece;
		this.tooLong();
		return { ...piece, text };
	}
}

function contentText(content: unknown): string {
	if (typeof content === "string") return content;
	if (Array.isArray(content)) return content.map(contentText).join("");
	const { type, text } = record(content);
	return typeof text === "string" && (type === undefined || type === "text" || type === "output_text") ? text : "";
}

function hasThinking(delta: Record<string, unknown>): boolean {
	return (
		["reasoning", "reasoning_content", "thinking"].some((key) => typeof delta[key] === "string" && delta[key] !== "") ||
		(Array.isArray(delta["reasoning_details"]) && delta["reasoning_details"].length > 0)
	);
}

function usageOf(value: unknown, currency: string): Usage | null {
	if (value == null) return null;
	const usage = record(value);
	const prompt = promptOf(usage);
	const said = count(usage["completion_tokens"] ?? usage["output_tokens"]);
	const cost = costOf(usage);
	if (prompt === null && said === null && cost === null) return null;
	// Some count reasoning in the total alone; it is billed all the same.
	const completion = Math.max(said ?? 0, prompt === null ? 0 : (count(usage["total_tokens"]) ?? 0) - prompt);
	const thought = record(usage["completion_tokens_details"] ?? usage["output_tokens_details"]);
	// By the names of OpenAI, DeepSeek, Moonshot and Anthropic.
	const cached =
		[
			record(usage["prompt_tokens_details"] ?? usage["input_tokens_details"])["cached_tokens"],
			usage["prompt_cache_hit_tokens"],
			usage["cached_tokens"],
			usage["cache_read_input_tokens"],
		]
			.map(count)
			.find((one) => one !== null) ?? 0;
	const carbon = record(record(usage["carbon"])["kgCO2eq"]);
	const low = carbon["min"];
	const high = carbon["max"];
	return {
		promptTokens: prompt ?? 0,
		completionTokens: completion,
		cachedTokens: Math.min(cached, prompt ?? 0),
		reasoningTokens: count(thought["reasoning_tokens"]) ?? 0,
		cost,
		currency:
			typeof usage["currency"] === "string" && /^[A-Z]{3}$/.test(usage["currency"]) ? usage["currency"] : currency,
		// OpenGateLLM reports kilograms.
		carbon: typeof low === "number" && typeof high === "number" ? { low: low * 1000, high: high * 1000 } : null,
	};
}

// Anthropic counts what is read from its cache and written into it beside the rest of the prompt.
function promptOf(usage: Record<string, unknown>): number | null {
	const all = count(usage["prompt_tokens"]);
	const rest = count(usage["input_tokens"]);
	return (
		all ??
		(rest === null
			? null
			: rest + (count(usage["cache_read_input_tokens"]) ?? 0) + (count(usage["cache_creation_input_tokens"]) ?? 0))
	);
}

// With a key of the writer's own behind OpenRouter, `cost` is its fee only: the rest is on the provider's bill.
function costOf(usage: Record<string, unknown>): number | null {
	// Perplexity tells its parts too.
	const cost = amount(record(usage["cost"])["total_cost"] ?? usage["cost"]);
	if (usage["is_byok"] !== true) return cost;
	const upstream = amount(record(usage["cost_details"])["upstream_inference_cost"]);
	return cost === null || upstream === null ? null : cost + upstream;
}

// Some gateways write numbers as strings.
function amount(value: unknown): number | null {
	const number = typeof value === "string" && /^\d+(\.\d+)?(e-?\d+)?$/i.test(value) ? Number(value) : value;
	return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}

function count(value: unknown): number | null {
	const number = amount(value);
	return number === null ? null : Math.round(number);
}

function record(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
