import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureKinds } from "../../../src/core/chat/chat";
import type { Consultation } from "../../../src/core/consultation/consultation";
import { storedConsultations } from "../../../src/core/consultation/stored-consultations";
import { read, toStore } from "../../../src/core/stored/schema";
import { sampleSize } from "../../sampling";

const runs = sampleSize(200);
const parseConsultations = (stored: unknown): readonly Consultation[] => read(storedConsultations, stored, []);

const word = fc.string({ minLength: 1, maxLength: 12 });
const count = fc.nat();
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const consultation: fc.Arbitrary<Consultation> = fc.record({
	id: word,
	path: word,
	anchor: fc.record({
		quote: word,
		prefix: fc.string(),
		suffix: fc.string(),
		from: count,
		others: count,
		alike: count,
	}),
	lost: fc.boolean(),
	objective: word,
	asked: word,
	icon: word,
	question: word,
	selected: orNull(fc.record({ words: word, nth: fc.integer({ min: 1, max: 3 }), of: fc.integer({ min: 3, max: 5 }) })),
	context: fc.constantFrom("note", "section", "passage"),
	again: orNull(word),
	comparison: orNull(word),
	endpoint: fc.record({ id: word, name: word }),
	model: word,
	modelName: word,
	startedAt: count,
	endedAt: orNull(count),
	status: fc.constantFrom("running", "waiting", "done", "partial", "failed", "cancelled", "interrupted"),
	text: fc.string(),
	thinking: fc.boolean(),
	failure: orNull(
		fc.record({
			kind: fc.constantFrom(...failureKinds),
			status: orNull(count),
			detail: fc.string(),
			retryAfter: orNull(count),
		}),
	),
	retryAt: orNull(count),
	usage: orNull(
		fc.record(
			{
				promptTokens: count,
				completionTokens: count,
				cachedTokens: count,
				reasoningTokens: count,
				cost: orNull(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
				currency: fc.constantFrom("USD", "EUR"),
				carbon: orNull(fc.record({ low: count, high: count })),
				seconds: count,
				listed: fc.record({ amount: count, currency: fc.constantFrom("USD", "EUR"), date: fc.constant("2026-11-23") }),
			},
			{
				requiredKeys: [
					"promptTokens",
					"completionTokens",
					"cachedTokens",
					"reasoningTokens",
					"cost",
					"currency",
					"carbon",
				],
			},
		),
	),
	answerer: orNull(
		fc.oneof(
			fc.record({ model: word, provider: orNull(word) }),
			fc.record({ model: word, provider: orNull(word), version: word }),
		),
	),
	streamed: fc.boolean(),
	compared: orNull(fc.record({ id: word, preference: fc.constantFrom("won", "lost", "tie") })),
	thread: fc.array(fc.record({ role: fc.constantFrom("user", "assistant"), text: fc.string() }), { maxLength: 3 }),
});

const parsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("stored consultations", () => {
	it("come back as they were saved", () => {
		fc.assert(
			fc.property(fc.array(consultation, { maxLength: 3 }), (list) => {
				const saved = JSON.parse(JSON.stringify(list)) as unknown;
				expect(parseConsultations(saved)).toEqual(saved);
			}),
			{ numRuns: runs },
		);
	});

	it("are read whatever a device kept, and never lose an answer for what is damaged beside it", () => {
		const damaged = fc
			.tuple(consultation, fc.array(fc.tuple(fc.nat(), fc.anything()), { maxLength: 8 }))
			.map(([whole, damages]) => {
				const keys = Object.keys(whole).filter((key) => key !== "id" && key !== "text");
				return {
					id: whole.id,
					text: whole.text,
					stored: { ...whole, ...Object.fromEntries(damages.map(([at, value]) => [keys[at % keys.length]!, value])) },
				};
			});
		fc.assert(
			fc.property(damaged, fc.anything(), ({ id, text, stored }, other) => {
				const read = parseConsultations([other, stored]).find((one) => one.id === id);
				if (text !== "") expect(read).toMatchObject({ id, text });
				// What is read can be saved and read again.
				const all = parseConsultations([other, stored]);
				expect(parsed(parseConsultations(JSON.parse(JSON.stringify(toStore(all)))))).toEqual(parsed(all));
			}),
			{ numRuns: runs },
		);
		for (const nothing of [null, undefined, "x", 3, {}, [null, {}, [], "", { id: "1" }]])
			expect(parseConsultations(nothing)).toEqual([]);
	});

	it("of an earlier version take what they lack from what they have", () => {
		const [read] = parseConsultations([
			{
				id: "1",
				path: "A.md",
				anchor: { quote: "Words." },
				asked: "Is it clear?",
				model: "m",
				status: "sleeping",
				text: "Yes.",
				thread: [],
			},
		]);
		expect(read).toMatchObject({
			objective: "Is it clear?",
			question: "Is it clear?",
			context: "note",
			modelName: "m",
			status: "interrupted",
			usage: null,
			selected: null,
			again: null,
			comparison: null,
			anchor: { quote: "Words.", others: 0 },
		});
	});
});
