import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownStreams } from "../cases/own-streams";
import { load, serve } from "../cases/serve-streams.mjs";
import { endpointAt, listen, nodeDeps, requestTo } from "./support";

const cases = [...load().values(), ...ownStreams.values()];

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
			expect(text).toBe(wanted.text);
			expect(outcome.state).toBe(wanted.outcome);
			expect(outcome.failure?.kind ?? "none").toBe(wanted.kind);
			if (wanted.retry_after_s === null) expect(outcome.failure?.retryAfter ?? null).toBeNull();
			else
				expect(
					Math.abs((first?.failure.retryAfter ?? outcome.failure?.retryAfter ?? NaN) - wanted.retry_after_s),
				).toBeLessThanOrEqual(2);
			expect(outcome.answerer?.model ?? null).toBe(wanted.model);
			if (wanted.usage === null) expect(outcome.usage).toBeNull();
			else {
				expect(outcome.usage?.promptTokens).toBe(wanted.usage["prompt_tokens"]);
				expect(outcome.usage?.completionTokens).toBe(wanted.usage["completion_tokens"]);
				expect(outcome.usage?.cost ?? null).toBe(wanted.usage["cost"] ?? null);
			}
		},
	);
});

/** Waits between tries, which are whole seconds, pass at once; time-outs, which here are not, hold. */
function quick(milliseconds: number, call: () => void): () => void {
	const timer = setTimeout(call, milliseconds % 1000 === 0 ? 10 : milliseconds);
	return () => clearTimeout(timer);
}
