import type { Usage } from "../chat/chat";
import { amount, list, object, or, record, required, type Schema } from "../stored/schema";
import type { AnswerLength } from "./money";
import { tokenSpread } from "./tokens";

/** What the last answers of one model took. */
export interface Measured {
	/** Tokens of each prompt as the endpoint counted them, divided by those estimated; the latest last. */
	readonly ratios: readonly number[];
	/** Tokens of each answer, reasoning included; the latest last. */
	readonly answers: readonly number[];
	/** Shares of each prompt that the endpoint read from its cache, 0 to 1; the latest last. */
	readonly cached: readonly number[];
}

/** Measures as a device kept them, by endpoint and model. */
export const storedMeasures: Schema<Readonly<Record<string, Measured>>> = record(
	object<Measured>({
		ratios: required(list(amount)),
		answers: required(list(amount)),
		// What an earlier version did not measure.
		cached: or(list(amount), []),
	}),
);

/** What is known of a model that has not answered yet. */
export const nothingMeasured: Measured = { ratios: [], answers: [], cached: [] };

/** Answers that are remembered: enough for a range, few enough to follow a model that changes. */
const maxSamples = 12;

/** Answers from which on the measure is trusted. */
const enough = 3;

/** How far the next prompt may lie beyond those measured. */
const margin = 0.03;

/**
 * Tokens of a prompt divided by those estimated that a tokenizer can account for. Beyond that the endpoint read
 * something else than what was sent, or counts otherwise.
 */
const minRatio = 0.7;
const maxRatio = 3;

/** Least tokens that are missed: in short prompts an estimate is wrong by as much. */
const minMissed = 500;

/** Least tokens that are read of a longer prompt: no server gives less room. Fewer are a count of something else. */
const minRead = 256;

/**
 * Whether an endpoint that counted so many tokens read a part only of what was sent: servers cut what is longer than
 * the room they were given, and say nothing. @param estimated tokens of the whole prompt
 */
export function isPartRead(estimated: number, promptTokens: number): boolean {
	return promptTokens >= minRead && promptTokens < estimated * minRatio && estimated - promptTokens >= minMissed;
}

/** The measure after one more answer. @param estimated tokens of the whole prompt, more than 0 */
export function measuredWith(
	before: Measured,
	estimated: number,
	{ promptTokens, completionTokens, cachedTokens }: Pick<Usage, "promptTokens" | "completionTokens" | "cachedTokens">,
): Measured {
	if (estimated <= 0 || promptTokens <= 0) return before;
	const ratio = promptTokens / estimated;
	const isPlausible = ratio >= minRatio && ratio <= maxRatio;
	const joined = (known: readonly number[], one: number): readonly number[] => [...known, one].slice(-maxSamples);
	return {
		ratios: isPlausible ? joined(before.ratios, Number(ratio.toPrecision(4))) : before.ratios,
		answers: joined(before.answers, completionTokens),
		cached: joined(before.cached, Number((cachedTokens / promptTokens).toPrecision(3))),
	};
}

/** Factors for estimated tokens of a prompt: those this model showed, else those of tokenizers in general. */
export function promptSpread({ ratios }: Measured): { readonly low: number; readonly high: number } {
	return ratios.length < enough
		? tokenSpread
		: { low: Math.min(...ratios) * (1 - margin), high: Math.max(...ratios) * (1 + margin) };
}

/** How long answers of this model are: as measured, else as expected. */
export function answerSpread({ answers }: Measured, expected: AnswerLength): AnswerLength {
	return answers.length < enough ? expected : { low: Math.min(...answers), high: Math.max(...answers) };
}

/**
 * The largest share of a prompt that the endpoint read from its cache lately, 0 to 1. A question about another note
 * may find nothing there.
 */
export function cachedShare({ cached }: Measured): number {
	return Math.max(0, ...cached);
}
