import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChatEvent, Failure, Outcome } from "../../../src/core/chat/chat";
import { failureKinds } from "../../../src/core/chat/chat";
import {
	broken,
	failureOf,
	isActive,
	newAnswer,
	receive,
	stopped,
	type Answer,
} from "../../../src/core/consultation/answer";
import { sampleSize } from "../../sampling";

const failure: fc.Arbitrary<Failure> = fc.record({
	kind: fc.constantFrom(...failureKinds),
	status: fc.constantFrom(null, 429, 503),
	detail: fc.string(),
	retryAfter: fc.constantFrom(null, 3),
});
const answerer = fc.record({ model: fc.string({ minLength: 1 }), provider: fc.constantFrom(null, "P") });
const event: fc.Arbitrary<ChatEvent> = fc.oneof(
	fc.record({ type: fc.constant("text" as const), text: fc.string() }),
	fc.record({ type: fc.constant("text" as const), text: fc.string(), replaces: fc.constant(true as const) }),
	fc.record({ type: fc.constant("thinking" as const) }),
	fc.record({ type: fc.constant("resent" as const) }),
	fc.record({ type: fc.constant("answerer" as const), answerer }),
	fc.record({ type: fc.constant("waiting" as const), failure, seconds: fc.nat(60) }),
);
const usage = {
	promptTokens: 1,
	completionTokens: 2,
	cachedTokens: 0,
	reasoningTokens: 0,
	cost: null,
	currency: "USD",
	carbon: null,
};
const outcome: fc.Arbitrary<Outcome> = fc.record({
	state: fc.constantFrom<Outcome["state"]>("done", "partial", "failed", "cancelled"),
	failure: fc.option(failure),
	usage: fc.constantFrom(null, usage),
	answerer: fc.option(answerer),
	streamed: fc.boolean(),
});
const events = fc.array(event, { maxLength: 12 });
const fold = (given: readonly ChatEvent[], from: Answer = newAnswer(1000)): Answer =>
	given.reduce((answer, one, index) => receive(answer, one, 2000 + index), from);
const sample = { numRuns: sampleSize(300) };

/** What the words of a stream say, by their definition: those since the last that replaced all before. */
function textOf(given: readonly ChatEvent[]): string {
	const texts = given.filter((one) => one.type === "text");
	const begin = Math.max(
		0,
		texts.findLastIndex(({ replaces }) => replaces === true),
	);
	return texts
		.slice(begin)
		.map(({ text }) => text)
		.join("");
}

describe("an answer", () => {
	it("holds the words of its stream, is active until the end, and says which request is tried again when", () => {
		fc.assert(
			fc.property(events, (given) => {
				const answer = fold(given);
				expect(answer.text).toBe(textOf(given));
				expect(isActive(answer)).toBe(true);
				expect(failureOf(answer)).toBeNull();
				expect(answer.startedAt).toBe(1000);
				expect(answer.endedAt).toBeNull();
				expect(answer.retryAt === null).toBe(answer.status === "running");
				expect(answer.failure === null).toBe(answer.status === "running");
				if (answer.thinking) expect(answer.status).toBe("running");
			}),
			sample,
		);
	});

	it("ends as its outcome says, with all that had come, and never changes again", () => {
		fc.assert(
			fc.property(events, outcome, events, (before, end, later) => {
				const ended = fold([...before, { type: "end", outcome: end }]);
				expect(ended).toMatchObject({
					status: end.state,
					failure: end.failure,
					usage: end.usage,
					streamed: end.streamed,
					retryAt: null,
					thinking: false,
					text: textOf(before),
					endedAt: 2000 + before.length,
				});
				expect(failureOf(ended)).toBe(end.failure);
				expect(ended.answerer).toEqual(end.answerer ?? fold(before).answerer);
				expect(fold(later, ended)).toBe(ended);
				expect(stopped(ended, "cancelled", 9000)).toBe(ended);
				expect(broken(ended, "late", 9000)).toBe(ended);
			}),
			sample,
		);
	});

	it("keeps what it belongs to, and what had come when nobody waits for it or no end comes", () => {
		fc.assert(
			fc.property(events, fc.constantFrom<"cancelled" | "interrupted">("cancelled", "interrupted"), (given, how) => {
				const own = { ...fold(given), own: "kept" };
				const left = stopped(own, how, 9000);
				expect(left).toMatchObject({ own: "kept", text: own.text, status: how, endedAt: 9000, failure: null });
				const cut = broken(own, "No end came.", 9000);
				expect(cut).toMatchObject({ own: "kept", text: own.text, status: own.text === "" ? "failed" : "partial" });
				expect(failureOf(cut)).toMatchObject({ kind: "unavailable", detail: "No end came." });
				expect(isActive(left) || isActive(cut)).toBe(false);
			}),
			sample,
		);
	});
});
