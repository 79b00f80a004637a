import type { StreamCase } from "./serve-streams.mjs";

export const model = "openai/gpt-4o-2024-08-06";
export const usage = { prompt_tokens: 812, completion_tokens: 64, total_tokens: 876 };

/** A part of a reply as the network brings it. */
export type Part = string | Buffer | StreamCase["chunks"][number];

export interface More {
	readonly headers?: Readonly<Record<string, string>>;
	readonly end?: StreamCase["end"];
	readonly status?: number;
}

/** Takes a case: why it is one, what is sent, and what has to come of it. */
export type Add = (why: string, parts: readonly Part[], expect: Partial<StreamCase["expect"]>, more?: More) => void;

/** Cases in the form of streams.jsonl, numbered behind a prefix; `expect` is what each says beyond `usual`. */
export function casesOf(
	prefix: string,
	usual: Partial<StreamCase["expect"]>,
	write: (add: Add) => void,
): ReadonlyMap<string, StreamCase> {
	const all = new Map<string, StreamCase>();
	write(
		(why, parts, expect, { headers = { "Content-Type": "text/event-stream" }, end = "close", status = 200 } = {}) => {
			const id = `${prefix}-${String(all.size + 1).padStart(2, "0")}`;
			const chunks = parts.map((part) =>
				typeof part === "string"
					? { data: part }
					: Buffer.isBuffer(part)
						? { data_b64: part.toString("base64") }
						: part,
			);
			all.set(id, { id, why, http: { status, headers }, chunks, end, expect: { ...usual, ...expect } });
		},
	);
	return all;
}

export const chunk = (choices: unknown, more: object = {}): object => ({
	id: "gen-1",
	object: "chat.completion.chunk",
	created: 1763856000,
	model,
	choices,
	...more,
});
export const delta = (content: unknown, finish: unknown = null, more: object = {}): object =>
	chunk([{ index: 0, delta: content, finish_reason: finish }], more);
export const frame = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
export const words = (...pieces: readonly string[]): string[] => pieces.map((content) => frame(delta({ content })));
