/**
 * Most bytes of one reply that are read, its frames and its thinking included: a hundred thousand tokens, each in a
 * frame of its own, are 40 MB.
 */
export const maxReplyBytes = 64_000_000;

/** Most bytes of one event, and of a reply in one piece: 4 MB of text are longer than any answer. */
export const maxEventBytes = 4_000_000;

/** Most characters of an answer that are taken: 50,000 tokens or more, where one about a passage has a thousand. */
export const maxAnswerLength = 200_000;

/** Most models of a list that are taken, a score of times those of OpenRouter; the others can be asked by their ids. */
export const maxModels = 10_000;

/** Most characters of a model's id. */
export const maxModelId = 300;

/** Most bytes of a refusal that are read. */
export const maxRefusalBytes = 100_000;

/** Milliseconds of reading after which the page gets its turn, however fast a reply comes. */
export const maxTurnMs = 25;

/** How deep JSON from outside may be nested: what reads it goes down as deep. */
const maxDepth = 60;

/** Fewest characters that can be nested too deep for the stack; less need not be looked through. */
const minDeepText = 1000;

/** A parsed JSON text from outside; undefined where it is none, or nested deeper than any answer is. */
export function jsonFrom(text: string): unknown {
	if (text.length > minDeepText && isDeep(text)) return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function isDeep(text: string): boolean {
	let depth = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (quoted) {
			if (code === 0x5c) at++;
			else if (code === 0x22) quoted = false;
		} else if (code === 0x22) quoted = true;
		else if (code === 0x5b || code === 0x7b) {
			if (++depth > maxDepth) return true;
		} else if (code === 0x5d || code === 0x7d) depth--;
	}
	return false;
}

/** The fields of an object from outside; none where it is no object. */
export function record(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
