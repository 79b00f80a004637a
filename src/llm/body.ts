import type {
	ChatCompletionContentPartText,
	ChatCompletionCreateParams,
	ChatCompletionMessageParam,
} from "openai/resources/chat/completions";
import type { ChatRequest } from "../core/chat/chat";
import { routes } from "../core/endpoint/endpoint";
import type { ThinkingFields } from "../core/endpoint/thinking";
import type { OptionalField } from "./optional-fields";

/** What a writer may ask of an endpoint that passes requests on to others. */
export interface DataPolicy {
	/** Only providers that do not train on what is sent. */
	readonly noTraining: boolean;
	/** Only providers that keep nothing. */
	readonly zeroRetention: boolean;
}

/** OpenRouter's own fields (https://openrouter.ai/docs/guides/routing/provider-selection). */
interface Routed {
	provider?: { data_collection?: "deny"; zdr?: true };
}

type CachedPart = ChatCompletionContentPartText & { cache_control?: { type: "ephemeral" } };

/**
 * The exact JSON text that goes on the wire. System, then note, then question: two questions on an unchanged note share
 * their bytes up to the question, so that endpoints can reuse what they have read.
 * @param left fields that this endpoint refuses
 */
export function requestBody(
	request: ChatRequest,
	policy: DataPolicy,
	left: ReadonlySet<OptionalField> = new Set(),
): string {
	const { prompt, endpoint } = request;
	const first = firstTurn(request, left);
	const messages: ChatCompletionMessageParam[] = [
		...(left.has("system") ? [] : [{ role: "system" as const, content: prompt.system }]),
		{ role: "user", content: left.has("system") ? withRules(prompt.system, first) : first },
		...prompt.thread.map(({ role, text }): ChatCompletionMessageParam => ({ role, content: text })),
	];
	const streams = !left.has("stream");
	const { thinking } = request;
	const body: Omit<ChatCompletionCreateParams, keyof ThinkingFields> & Routed & ThinkingFields = {
		model: request.model,
		messages,
		...(streams ? { stream: true } : {}),
		...(streams && !left.has("stream_options") ? { stream_options: { include_usage: true } } : {}),
		...(left.has("thinking") ? {} : thinking),
	};
	if (routes(endpoint) && (policy.noTraining || policy.zeroRetention)) {
		body.provider = {
			...(policy.noTraining ? { data_collection: "deny" } : {}),
			...(policy.zeroRetention ? { zdr: true } : {}),
		};
	}
	return JSON.stringify(body);
}

// One user message: some chat templates refuse two in a row. Parts only where a cache breakpoint is understood, since
// strict gateways take nothing but a string.
function firstTurn({ prompt, endpoint, model }: ChatRequest, left: ReadonlySet<OptionalField>): string | CachedPart[] {
	if (prompt.note === "") return prompt.question;
	const cached = routes(endpoint) && /^~?(anthropic|qwen|alibaba)\//.test(model) && !left.has("cache_control");
	if (!cached) return `${prompt.note}\n\n${prompt.question}`;
	return [
		{ type: "text", text: `${prompt.note}\n\n`, cache_control: { type: "ephemeral" } },
		{ type: "text", text: prompt.question },
	];
}

// Templates of Gemma and others know no system turn: the rules stand at the beginning all the same.
function withRules(rules: string, turn: string | CachedPart[]): string | CachedPart[] {
	return typeof turn === "string" ? `${rules}\n\n${turn}` : [{ type: "text", text: `${rules}\n\n` }, ...turn];
}
