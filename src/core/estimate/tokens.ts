import { estimateTokenCount } from "tokenx";
import type { Prompt } from "../chat/chat";

/**
 * Tokens of a text, without any model's tokenizer: tokenx, calibrated on o200k. Against it: English +3 %, French +4 %,
 * German +7 %, Chinese +12 %; Arabic, Hindi, Hebrew and Thai are corrected here by characters per token, since tokenx
 * documents -30 % to -60 % for them. Other tokenizers give up to twice as many: show a range.
 */
export function estimateTokens(text: string): number {
	return estimateTokenCount(text, {
		languageConfigs: [
			{ pattern: /[\u0600-\u06ff]/, averageCharsPerToken: 3.4 },
			{ pattern: /[\u0900-\u097f]/, averageCharsPerToken: 3 },
			{ pattern: /[\u0590-\u05ff]/, averageCharsPerToken: 2.2 },
			{ pattern: /[\u0e00-\u0e7f]/, averageCharsPerToken: 1.8 },
		],
	});
}

/** Units of a text of which a sample tells the tokens, and of the sample. */
const block = 4_000;
const sample = 250;

/**
 * About as many as `estimateTokens` gives, in a small part of its time where a text is long: for figures that are
 * shown again and again while it grows.
 */
export function roughTokens(text: string): number {
	let tokens = 0;
	let from = 0;
	for (; text.length - from > block; from += block)
		tokens += (estimateTokens(text.slice(from, from + sample)) * block) / sample;
	return Math.round(tokens) + estimateTokens(text.slice(from));
}

/** Tokens of all that is sent: what forecasts are made from, and what answers are measured against. */
export function promptTokens({ system, note, question, thread }: Prompt): number {
	return estimateTokens([system, note, question, ...thread.map((turn) => turn.text)].join("\n"));
}

/** Factors by which a text's real tokens may differ from the estimate, over tokenizers in use: about 0.9 to 1.35. */
export const tokenSpread = { low: 0.9, high: 1.35 } as const;
