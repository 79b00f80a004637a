import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChatEvent, Failure, Outcome, Usage } from "../../src/core/chat/chat";
import { isActive } from "../../src/core/consultation/answer";
import { en } from "../../src/core/i18n/en";
import type { ModelTarget } from "../../src/core/models/model-target";
import type { Broken, Candidate } from "../../src/core/wording/candidate";
import { Exchange, type AskChange, type ExchangeState } from "../../src/editor/exchange";
import type { WordsAsk } from "../../src/editor/words-port";
import { sampleSize } from "../sampling";

const target = (model: string): ModelTarget => ({
	endpoint: { id: "e", preset: "custom", name: "E", baseUrl: "https://a.example", secret: "" },
	model,
	name: model,
	info: null,
	price: null,
});
const original = { sentence: "The small cat sleeps on the `mat`.", selection: { from: 4, to: 9 }, language: "en" };
const rowOf = (word: string): string => `{"text": "The ${word} cat sleeps on the ⟦1⟧.", "gloss": "size"}\n`;
const failure: Failure = { kind: "rate", status: 429, detail: "later", retryAfter: 3 };
const end = (state: Outcome["state"], why: Failure | null = null): ChatEvent => ({
	type: "end",
	outcome: { state, failure: why, usage: null, answerer: null, streamed: true },
});

/** Everything that an exchange with a scripted model says, in order. */
function exchangeWith(
	answers: (ask: WordsAsk, signal: AbortSignal) => AsyncIterable<ChatEvent>,
	shows: () => void = () => undefined,
): {
	readonly exchange: Exchange;
	readonly rows: (Candidate | Broken)[];
	readonly states: ExchangeState[];
	readonly asked: { readonly target: ModelTarget; readonly ask: WordsAsk }[];
	readonly ends: number[];
} {
	const rows: (Candidate | Broken)[] = [];
	const states: ExchangeState[] = [];
	const asked: { target: ModelTarget; ask: WordsAsk }[] = [];
	const ends: number[] = [];
	let isWaiting = false;
	let before: readonly (Candidate | Broken)[] = [];
	const exchange: Exchange = new Exchange(
		original,
		{
			target: target("one"),
			recalled: null,
			strings: en,
			now: () => 5000,
			failure: ({ failure: why }) => `failed: ${why?.kind}`,
			partRead: ({ usage }) => (usage?.sentTokens === undefined ? "" : "A part was read."),
			ask: (whom, ask, signal) => {
				asked.push({ target: whom, ask });
				return answers(ask, signal);
			},
		},
		{
			begin: ({ seconds }) => {
				isWaiting = true;
				return `in ${seconds} s`;
			},
			stop: () => {
				const was = isWaiting;
				isWaiting = false;
				return was;
			},
		},
		{
			begins: () => {
				before = [...rows];
			},
			takes: (judged) => {
				shows();
				rows.push(judged);
			},
			beginsAnew: () => void rows.splice(0, rows.length, ...before),
			ends: ({ unreadable }) => {
				ends.push(unreadable);
				return "nothing";
			},
			changed: () => states.push(exchange.state),
		},
	);
	return { exchange, rows, states, asked, ends };
}

async function* stream(...events: readonly ChatEvent[]): AsyncIterable<ChatEvent> {
	for (const event of events) {
		await Promise.resolve();
		yield event;
	}
}
const usual: AskChange = { rows: 5 };
const textsOf = (rows: readonly (Candidate | Broken)[]): readonly string[] =>
	rows.map((row) => ("broken" in row ? row.broken : row.replacement));

describe("an exchange with a model", () => {
	it("shows the model stand-ins, and gives each row as soon as it is there, judged and whole", async () => {
		const { exchange, rows, asked, ends } = exchangeWith(() =>
			stream(
				{ type: "text", text: rowOf("little") + rowOf("tiny").slice(0, 20) },
				{ type: "text", text: rowOf("tiny").slice(20) },
				{ type: "text", text: rowOf("big").replace("⟦1⟧", "⟦2⟧") },
				end("done"),
			),
		);
		const answer = await exchange.ask(usual);
		expect(asked[0]?.ask.frozen.shown).toBe("The small cat sleeps on the ⟦1⟧.");
		expect(textsOf(rows)).toEqual(["little", "tiny", "format"]);
		expect(rows[0]).toMatchObject({ gloss: "size", text: "The little cat sleeps on the `mat`." });
		expect(answer?.status).toBe("done");
		expect(ends).toEqual([0]);
		expect(exchange.state).toMatchObject({ asking: null, failed: null, problem: "nothing" });
	});

	it("says that a part only was read of what it asked", async () => {
		const usage: Usage = {
			promptTokens: 100,
			completionTokens: 5,
			cachedTokens: 0,
			reasoningTokens: 0,
			cost: null,
			currency: "USD",
			carbon: null,
			sentTokens: 9000,
		};
		const done = end("done");
		const { exchange } = exchangeWith(() =>
			stream(
				{ type: "text", text: rowOf("little") },
				done.type === "end" ? { ...done, outcome: { ...done.outcome, usage } } : done,
			),
		);
		await exchange.ask(usual);
		expect(exchange.state.problem).toBe("nothing A part was read.");
	});

	it("says why it waits and then why it failed, and is ready for another request", async () => {
		const { exchange, states } = exchangeWith(({ shown }) =>
			shown.length > 0
				? stream({ type: "text", text: rowOf("tiny") }, end("done"))
				: stream({ type: "waiting", failure, seconds: 3 }, { type: "thinking" }, end("failed", failure)),
		);
		await exchange.ask(usual);
		expect(states.map(({ problem }) => problem)).toEqual([null, "in 3 s", null, "failed: rate"]);
		expect(exchange.state.failed?.failure).toEqual(failure);
		await exchange.ask({ ...usual, target: target("two"), shown: ["x"] });
		expect(exchange.state).toMatchObject({ failed: null, target: { model: "two" } });
		expect(exchange.state.answers.map((one) => [one.target.model, one.status])).toEqual([
			["one", "failed"],
			["two", "done"],
		]);
	});

	it("asks one thing at a time, and keeps what came when it is cancelled", async () => {
		const { exchange, rows, asked } = exchangeWith(async function* (_ask, signal) {
			yield { type: "text", text: rowOf("little") };
			await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
			yield end("cancelled");
		});
		const first = exchange.ask(usual);
		expect(await exchange.ask(usual)).toBeNull();
		expect(asked).toHaveLength(1);
		await expect.poll(() => rows.length).toBe(1);
		expect(exchange.isRunning).toBe(true);
		exchange.cancel();
		expect((await first)?.status).toBe("cancelled");
		expect(exchange.state).toMatchObject({ asking: null, problem: null, failed: null });
		expect(textsOf(rows)).toEqual(["little"]);
	});

	it("goes back to what it had when what came was the model thinking aloud", async () => {
		const { exchange, rows } = exchangeWith(() =>
			stream(
				{ type: "text", text: rowOf("little") },
				{ type: "text", text: rowOf("tiny"), replaces: true },
				end("done"),
			),
		);
		await exchange.ask(usual);
		expect(textsOf(rows)).toEqual(["tiny"]);
		expect(exchange.state.answers[0]?.text).toBe(rowOf("tiny"));
	});

	it("ends, says so and can ask again, whatever goes wrong while an answer comes", async () => {
		const faults: readonly (readonly [string, () => AsyncIterable<ChatEvent>])[] = [
			["a list that can't show a row", () => stream({ type: "text", text: rowOf("little") }, end("done"))],
			[
				"a model that goes away",
				async function* () {
					yield { type: "thinking" };
					throw new Error("Gone.");
				},
			],
			["an answer without an end", () => stream({ type: "text", text: "Half" })],
		];
		for (const [what, answers] of faults) {
			let isBad = true;
			const { exchange, rows } = exchangeWith(
				() => (isBad ? answers() : stream({ type: "text", text: rowOf("tiny") }, end("done"))),
				() => {
					if (isBad && what.startsWith("a list")) throw new RangeError("Maximum call stack size exceeded");
				},
			);
			const answer = await exchange.ask(usual);
			expect(answer, what).not.toBeNull();
			expect(exchange.isRunning, what).toBe(false);
			expect(exchange.state, what).toMatchObject({ asking: null, failed: answer });
			expect(exchange.state.problem, what).toMatch(/^failed: /);
			isBad = false;
			expect((await exchange.ask(usual))?.status, what).toBe("done");
			expect(textsOf(rows), what).toEqual(["tiny"]);
		}
	});

	it("stops a reply that can't be read, and hears what it cost", async () => {
		const usage = {
			promptTokens: 1,
			completionTokens: 2,
			cachedTokens: 0,
			reasoningTokens: 0,
			cost: 0.5,
			currency: "USD",
			carbon: null,
		};
		let isAborted = false;
		const { exchange } = exchangeWith(
			async function* (_ask, signal) {
				yield { type: "text", text: rowOf("little") };
				isAborted = signal.aborted;
				yield { type: "text", text: rowOf("tiny") };
				const outcome = { state: "cancelled", failure: null, usage, answerer: null, streamed: true } as const;
				yield { type: "end", outcome };
			},
			() => {
				throw new Error("Not this one.");
			},
		);
		const answer = await exchange.ask(usual);
		expect(isAborted).toBe(true);
		expect(answer).toMatchObject({ status: "partial", usage, failure: { kind: "format", detail: "Not this one." } });
	});

	it("comes to its end once for each request, whatever comes and in whatever pieces", async () => {
		const word = fc.constantFrom("little", "tiny", "wee", "petite", "mini");
		const piece = fc.oneof(word.map(rowOf), fc.string({ unit: "binary", maxLength: 20 }), fc.constant("{["));
		const event: fc.Arbitrary<ChatEvent> = fc.oneof(
			{ weight: 6, arbitrary: piece.map((text): ChatEvent => ({ type: "text", text })) },
			piece.map((text): ChatEvent => ({ type: "text", text, replaces: true })),
			fc.constant<ChatEvent>({ type: "thinking" }),
			fc.constant<ChatEvent>({ type: "resent" }),
			fc.constant<ChatEvent>({ type: "waiting", failure, seconds: 1 }),
		);
		const ending = fc.constantFrom(end("done"), end("cancelled"), end("failed", failure), end("partial", failure));
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(fc.array(event, { maxLength: 8 }), ending), { maxLength: 3 }), async (all) => {
				const left = [...all];
				const { exchange, rows, ends } = exchangeWith(() => {
					const [events, last] = left.shift() ?? [[], end("done")];
					return stream(...events, last);
				});
				for (const [, last] of all) {
					const answer = await exchange.ask(usual);
					expect(answer?.status).toBe(last.type === "end" ? last.outcome.state : "");
					expect(exchange.isRunning).toBe(false);
					expect(exchange.state.asking).toBeNull();
					expect(exchange.state.failed !== null).toBe(last.type === "end" && last.outcome.failure !== null);
				}
				expect(ends).toHaveLength(all.length);
				expect(exchange.state.answers).toHaveLength(all.length);
				expect(exchange.state.answers.some(isActive)).toBe(false);
				for (const row of rows) if (!("broken" in row)) expect(row.text).toMatch(/^The .* cat sleeps on the `mat`\.$/);
			}),
			{ numRuns: sampleSize(40) },
		);
	});
});
