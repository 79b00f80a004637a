import type { Anchor } from "./anchor";
import { failureKinds, type Answerer, type Failure, type Turn, type Usage } from "../chat/chat";
import type { AnswerStatus } from "./answer";
import type { Consultation } from "./consultation";
import { preferences, type ComparisonFact } from "../journal/facts";
import type { ContextScope } from "../prompts/objective";
import type { Selected } from "../prompts/selected";

const statuses: readonly AnswerStatus[] = [
	"running",
	"waiting",
	"done",
	"partial",
	"failed",
	"cancelled",
	"interrupted",
];
const scopes: readonly ContextScope[] = ["note", "section", "passage"];

/**
 * Consultations from whatever a device kept: another version may have kept it, or a part may be damaged. Never throws.
 * What is missing takes the least that can be said, so that no answer is lost for a figure that can't be read; only
 * what has neither an answer nor a question is left out.
 */
export function parseConsultations(stored: unknown): readonly Consultation[] {
	return Array.isArray(stored) ? stored.flatMap(parseConsultation) : [];
}

function parseConsultation(value: unknown): Consultation[] {
	const given = fieldsOf(value);
	const id = text(given["id"]);
	const asked = text(given["asked"]) || text(given["question"]);
	const answer = text(given["text"]);
	if (id === "" || (asked === "" && answer === "")) return [];
	const endpoint = fieldsOf(given["endpoint"]);
	const model = text(given["model"]);
	const startedAt = amount(given["startedAt"]) ?? 0;
	return [
		{
			id,
			path: text(given["path"]),
			anchor: parseAnchor(given["anchor"]),
			lost: given["lost"] === true,
			objective: text(given["objective"]) || asked,
			asked,
			icon: text(given["icon"]) || "message-square-quote",
			question: text(given["question"]) || asked,
			selected: parseSelected(given["selected"]),
			context: scopes.find((one) => one === given["context"]) ?? "note",
			again: text(given["again"]) || null,
			comparison: text(given["comparison"]) || null,
			endpoint: { id: text(endpoint["id"]), name: text(endpoint["name"]) },
			model,
			modelName: text(given["modelName"]) || model,
			startedAt,
			endedAt: amount(given["endedAt"]),
			status: statuses.find((one) => one === given["status"]) ?? "interrupted",
			text: answer,
			thinking: given["thinking"] === true,
			failure: parseFailure(given["failure"]),
			retryAt: amount(given["retryAt"]),
			usage: parseUsage(given["usage"]),
			answerer: parseAnswerer(given["answerer"]),
			streamed: given["streamed"] !== false,
			compared: parseCompared(given["compared"]),
			thread: Array.isArray(given["thread"]) ? given["thread"].flatMap(parseTurn) : [],
		},
	];
}

function parseAnchor(value: unknown): Anchor {
	const given = fieldsOf(value);
	const count = (key: string): number => Math.round(amount(given[key]) ?? 0);
	return {
		quote: text(given["quote"]),
		prefix: text(given["prefix"]),
		suffix: text(given["suffix"]),
		from: count("from"),
		others: count("others"),
		alike: count("alike"),
	};
}

function parseSelected(value: unknown): Selected | null {
	const given = fieldsOf(value);
	const words = text(given["words"]);
	const nth = Math.max(1, Math.round(amount(given["nth"]) ?? 1));
	return words === "" ? null : { words, nth, of: Math.max(nth, Math.round(amount(given["of"]) ?? 1)) };
}

function parseFailure(value: unknown): Failure | null {
	const given = fieldsOf(value);
	const kind = failureKinds.find((one) => one === given["kind"]);
	return kind === undefined
		? null
		: { kind, status: amount(given["status"]), detail: text(given["detail"]), retryAfter: amount(given["retryAfter"]) };
}

function parseUsage(value: unknown): Usage | null {
	const given = fieldsOf(value);
	const [promptTokens, completionTokens] = [amount(given["promptTokens"]), amount(given["completionTokens"])];
	if (promptTokens === null || completionTokens === null) return null;
	const carbon = fieldsOf(given["carbon"]);
	const [low, high] = [amount(carbon["low"]), amount(carbon["high"])];
	const currency = text(given["currency"]);
	return {
		promptTokens,
		completionTokens,
		cachedTokens: amount(given["cachedTokens"]) ?? 0,
		reasoningTokens: amount(given["reasoningTokens"]) ?? 0,
		// An amount of what is not known is no amount.
		cost: /^[A-Z]{3}$/.test(currency) ? amount(given["cost"]) : null,
		currency: /^[A-Z]{3}$/.test(currency) ? currency : "USD",
		carbon: low === null || high === null ? null : { low, high },
		...parseMetered(given),
	};
}

function parseMetered(given: Readonly<Record<string, unknown>>): Pick<Usage, "seconds" | "listed"> {
	const seconds = amount(given["seconds"]);
	const listed = fieldsOf(given["listed"]);
	const price = amount(listed["amount"]);
	const [currency, date] = [text(listed["currency"]), text(listed["date"])];
	return {
		...(seconds === null ? {} : { seconds }),
		...(price === null || currency === "" || date === "" ? {} : { listed: { amount: price, currency, date } }),
	};
}

function parseCompared(value: unknown): ComparisonFact | null {
	const given = fieldsOf(value);
	const preference = preferences.find((one) => one === given["preference"]);
	return preference === undefined || text(given["id"]) === ""
		? null
		: { id: text(given["id"]), preference, ...(given["blind"] === true ? { blind: true } : {}) };
}

function parseAnswerer(value: unknown): Answerer | null {
	const given = fieldsOf(value);
	const model = text(given["model"]);
	const version = text(given["version"]);
	return model === ""
		? null
		: { model, provider: text(given["provider"]) || null, ...(version === "" ? {} : { version }) };
}

function parseTurn(value: unknown): Turn[] {
	const { role, text: said } = fieldsOf(value);
	return (role === "user" || role === "assistant") && typeof said === "string" ? [{ role, text: said }] : [];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
	return typeof value === "string" ? value : "";
}

/** A number that counts or measures something; null for all else. */
function amount(value: unknown): number | null {
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
