import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownStreams } from "../cases/own-streams";
import { vendorStreams } from "../cases/vendor-streams";
import { load, reported, serve } from "../cases/serve-streams.mjs";
import { endpointAt, listen, nodeDeps, requestTo } from "./support";

const cases = [...load().values(), ...load(reported).values(), ...ownStreams.values(), ...vendorStreams.values()];

describe("a stream from a real server", () => {
	let server: Awaited<ReturnType<typeof serve>>;
	beforeAll(async () => {
		server = await serve({ cases: new Map(cases.map((one) => [one.id, one])) });
	});
	afterAll(() => server.close());

	it.concurrent.each(cases.map((one) => [one.id, one.why, one] as const))(
		"%s: %s",
		async (id, _why, { expect: wanted }) => {
			// Retries would only repeat the case: the first waiting event tells the same failure.
			const { text, outcome, events } = await listen(
				requestTo(endpointAt(`${server.url}/${id}/v1`)),
				nodeDeps({ after: quick }),
			);
			const first = events.find((event) => event.type === "waiting");
			const found = {
				text,
				outcome: outcome.state,
				kind: outcome.failure?.kind ?? "none",
				retry_after_s: first?.failure.retryAfter ?? outcome.failure?.retryAfter ?? null,
				model: outcome.answerer?.model ?? null,
			};
			const { retry_after_s: wait, usage, ...rest } = wanted;
			expect(found).toMatchObject(rest);
			if (wait === null) expect(outcome.failure?.retryAfter ?? null).toBeNull();
			else if (wait !== undefined) expect(Math.abs((found.retry_after_s ?? NaN) - wait)).toBeLessThanOrEqual(2);
			if (usage === null) expect(outcome.usage).toBeNull();
			else if (usage !== undefined)
				expect(outcome.usage).toMatchObject({
					promptTokens: usage["prompt_tokens"],
					completionTokens: usage["completion_tokens"],
					cost: usage["cost"] ?? null,
					...(usage["cached_tokens"] === undefined ? {} : { cachedTokens: usage["cached_tokens"] }),
					...(usage["cache_write_tokens"] === undefined ? {} : { cacheWriteTokens: usage["cache_write_tokens"] }),
				});
		},
	);
});

/** Waits between tries, which are whole seconds, pass at once; time-outs, which here are not, hold. */
function quick(milliseconds: number, call: () => void): () => void {
	const timer = setTimeout(call, milliseconds % 1000 === 0 ? 10 : milliseconds);
	return () => clearTimeout(timer);
}
