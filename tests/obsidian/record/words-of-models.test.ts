import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newAnswer, stopped, unreadable } from "../../../src/core/consultation/answer";
import type { ModelTarget } from "../../../src/core/models/model-target";
import type { WordsAnswer, WordsSummary } from "../../../src/editor/words-port";
import { ModelRotation } from "../../../src/obsidian/models/model-rotation";
import { wordsOfModels } from "../../../src/obsidian/record/words-of-models";
import { sampleSize } from "../../sampling";

const targetOf = (model: string): ModelTarget => ({
	endpoint: { id: "e", preset: "custom", name: "E", baseUrl: "https://a.example", secret: "" },
	model,
	name: model,
	info: null,
	price: null,
});
const models = ["one", "two", "three"].map(targetOf);
const answerOf = (target: ModelTarget, state: "done" | "failed" | "cancelled" | "running"): WordsAnswer => {
	const begun = { ...newAnswer(1000), target };
	if (state === "done") return { ...begun, status: "done", endedAt: 2000 };
	if (state === "failed") return unreadable(begun, "", 2000);
	return state === "cancelled" ? stopped(begun, "cancelled", 2000) : begun;
};
const adoption = {
	before: "a",
	adopted: "b",
	changedBefore: [{ from: 0, to: 1 }],
	changedAdopted: [{ from: 0, to: 1 }],
	takenBack: null,
};
const summaryOf = (summary: Partial<WordsSummary>): WordsSummary => ({
	asked: true,
	recall: null,
	reason: "escape",
	before: "a",
	proposals: [],
	adopted: [],
	answers: [],
	sources: new Map(),
	picked: [],
	...summary,
});
const rotation = (): ModelRotation => new ModelRotation("list", () => [models[0]!, ...models.slice(1)]);

describe("a list of words by its models", () => {
	it("is nothing while nothing was sent", () => {
		expect(wordsOfModels(rotation(), summaryOf({ asked: false, answers: [answerOf(models[0]!, "done")] }))).toEqual([]);
	});

	it("says of each model what became of its words, and how they fared beside those of others", () => {
		const answers = [answerOf(models[0]!, "done"), answerOf(models[1]!, "done"), answerOf(models[2]!, "failed")];
		const found = wordsOfModels(
			rotation(),
			summaryOf({
				answers,
				proposals: ["x", "y"],
				sources: new Map([
					["x", [0, 1]],
					["y", [1]],
				]),
				picked: [1],
				adopted: [{ adoptions: [adoption], answer: answers[1]!, earlier: 0 }],
			}),
		);
		expect(found.map(({ entry, outcome, preference, proposals }) => [entry, outcome, preference, proposals])).toEqual([
			["list", "dismissed", "lost", ["x"]],
			["list-2", "adopted", "won", ["x", "y"]],
			["list-3", "failed", null, []],
		]);
	});

	it("takes what the writer typed, and nothing had to agree with, for no adoption", () => {
		const answer = answerOf(models[0]!, "done");
		const own = { ...adoption, changedBefore: [], changedAdopted: [] };
		const [found] = wordsOfModels(
			rotation(),
			summaryOf({ answers: [answer], adopted: [{ adoptions: [own], answer, earlier: 0 }] }),
		);
		expect(found).toMatchObject({ adoptions: [], outcome: "dismissed" });
	});

	it("counts each answer and each adoption once", () => {
		const states = fc.constantFrom("done" as const, "failed" as const, "cancelled" as const, "running" as const);
		const asked = fc.array(fc.tuple(fc.nat(2), states, fc.boolean()), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(asked, (rounds) => {
				const answers = rounds.map(([model, state]) => answerOf(models[model]!, state));
				const adopted = rounds.flatMap(([, , isAdopted], round) =>
					isAdopted ? [{ adoptions: [adoption], answer: answers[round]!, earlier: 0 }] : [],
				);
				const found = wordsOfModels(rotation(), summaryOf({ answers, adopted }));
				expect(found.flatMap((one) => one.answers)).toHaveLength(answers.length);
				expect(found.flatMap((one) => one.adoptions)).toHaveLength(adopted.length);
				expect(new Set(found.map(({ entry }) => entry)).size).toBe(found.length);
				for (const { answers: own, last, outcome, adoptions } of found) {
					expect(own.at(-1)).toBe(last);
					expect(new Set(own.map(({ target }) => target.model)).size).toBe(1);
					expect(outcome === "adopted").toBe(adoptions.length > 0);
				}
			}),
			{ numRuns: sampleSize(200) },
		);
	});
});
