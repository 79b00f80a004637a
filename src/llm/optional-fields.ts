import type { Failure } from "../core/chat/chat";
import { anyOf, inTurn } from "../core/text/patterns";

/**
 * What a request can do without, in the order in which refusals are looked through. `stream_options` asks for the usage
 * at the end, `cache_control` marks what an endpoint may keep, `thinking` says whether to think before the answer,
 * `stream` asks for words as they come, `system` gives the rules a turn of their own. What the writer set for their
 * privacy is none of them.
 */
export const optionalFields = ["stream_options", "cache_control", "thinking", "stream", "system"] as const;
export type OptionalField = (typeof optionalFields)[number];

/** Statuses of a refusal before anything began: templates of chats fail with 500. */
const statuses: readonly (number | null)[] = [null, 400, 403, 404, 405, 415, 422, 500, 501];

const no = /not|n.t|never|cannot|unable to|no longer|un/;
const can = /supported?|allowed?|available|enabled?|permitted|implemented|accepted|recogni[sz]ed|valid/;

function near(one: RegExp, other: RegExp): RegExp {
	const between = /[^]{0,80}/;
	return anyOf([inTurn([one, between, other]), inTurn([other, between, one])]);
}

/**
 * What endpoints say of a field they don't take: OpenAI's words, Pydantic's, those of vLLM, SGLang, Google and
 * gateways.
 */
const words: Readonly<Record<OptionalField, RegExp>> = {
	stream_options: /stream_options|include_usage/i,
	cache_control: /cache_control/i,
	thinking: anyOf(
		[
			/reasoning_?effort|reasoning\.(?:enabled|effort)|chat_template_kwargs|enable_thinking/,
			/"param"\s*:\s*"reasoning/,
			/"loc"\s*:\s*\[[^\]]*"(?:think|thinking|reasoning|enable_thinking)"/,
			/does not support thinking/,
			inTurn([
				/\b(?:reasoning|thinking)\b[^.]{0,60}\b/,
				/(?:mandatory|required|cannot|can.t|not|unsupported|disabled?|unknown|invalid)\b/,
			]),
			inTurn([
				/\b(?:not|cannot|unsupported|unknown|unrecogni[sz]ed|unexpected|invalid|disable)\b/,
				/[^.]{0,40}\b(?:reasoning|thinking)\b/,
			]),
		],
		"i",
	),
	stream: anyOf(
		[
			/"param"\s*:\s*"stream"/,
			/"loc"\s*:\s*\[[^\]]*"stream"\s*\]/,
			/verif(?:ied|y)\b[^.]{0,40}\bto stream/,
			inTurn([/\bstream(?:ing|ed)?\b["'`]?[^.]{0,60}\b/, no, /\b ?[^.]{0,20}\b/, can]),
			inTurn([/\b/, no, /\b[^.]{0,20}\b/, anyOf([can, /do|handle|/]), /\b[^.]{0,20}\bstream(?:ing|ed)?\b/]),
			inTurn([
				/\b(?:unsupported|unknown|unrecogni[sz]ed|unexpected|invalid|extra|disabled?)\b/,
				/[^.]{0,40}\bstream(?:ing)?\b/,
			]),
			/\bstream(?:ing)?\b[^.]{0,30}\b(?:unsupported|disabled|must be (?:set to )?false|only false)/,
		],
		"i",
	),
	system: anyOf(
		[
			near(
				/(?:system|developer)[ _-]?(?:role|message|prompt|instruction|turn)s?\b|["'`](?:system|developer)["'`]/,
				/\bnot\b|n.t\b|\bcannot\b|\bunable\b|unsupported|invalid|unexpected|unknown|unrecogni[sz]ed|disabled/,
			),
			/"loc"\s*:\s*\[[^\]]*"messages"[^\]]*"role"|messages(?:\[0\]|\.0)\.role/,
			/roles must alternate|first message must be (?:from )?(?:the |a )?["'`]?user/,
			/only ["'`]?user["'`]? and ["'`]?(?:assistant|model)/,
		],
		"i",
	),
};

/**
 * The field of a request that a failure names as the reason; null when it names none of those that were sent. Only a
 * request that was refused before it began is sent again: `came` tells whether words had come.
 */
export function refusedField(
	failure: Failure | null,
	came: boolean,
	left: ReadonlySet<OptionalField>,
): OptionalField | null {
	if (failure === null || came || !statuses.includes(failure.status)) return null;
	if (failure.kind === "auth" || failure.kind === "credit" || failure.kind === "network") return null;
	if (failure.about === "model" || failure.about === "memory") return null;
	return optionalFields.find((field) => !left.has(field) && words[field].test(failure.detail)) ?? null;
}

/** How endpoints say of a field that they do not take it. */
const unwanted = anyOf(
	[/unknown|unrecogni[sz]ed|unexpected|unsupported|extra|additional|invalid/, /not (?:supported|allowed|permitted)/],
	"i",
);

/**
 * A refusal that names what the writer set for their privacy, as one that is about it: the question is not asked
 * without.
 */
export function ofPrivacy(failure: Failure, body: string): Failure {
	const named =
		(failure.status === 400 || failure.status === 422) &&
		failure.kind !== "context" &&
		/\b(?:provider|data_collection|zdr)\b["'`]?(?!_)/.test(failure.detail) &&
		unwanted.test(failure.detail);
	return named && body.includes('"provider":{') ? { ...failure, kind: "request", about: "privacy" } : failure;
}
