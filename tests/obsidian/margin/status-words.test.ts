import { describe, expect, it } from "vitest";
import type { Usage } from "../../../src/core/chat/chat";
import { begun, type Consultation } from "../../../src/core/consultation/consultation";
import { en } from "../../../src/core/i18n/en";
import { fr } from "../../../src/core/i18n/fr";
import { statusWords } from "../../../src/obsidian/margin/status-words";

const usage: Usage = {
	promptTokens: 2050,
	completionTokens: 12,
	cachedTokens: 0,
	reasoningTokens: 0,
	cost: null,
	currency: "USD",
	carbon: null,
};

const answered = (more: Partial<Consultation>): Consultation => ({
	...begun(
		{
			id: "1",
			path: "A.md",
			anchor: { quote: "A", prefix: "", suffix: "", from: 0, others: 0, alike: 0 },
			lost: false,
			objective: "Is it clear?",
			asked: "Is it clear?",
			icon: "x",
			question: "Is it clear?",
			selected: null,
			context: "note",
			again: null,
			comparison: null,
			endpoint: { id: "demo", name: "Demo" },
			model: "m",
			modelName: "M",
			thread: [],
		},
		0,
	),
	status: "done",
	text: "Yes.",
	...more,
});

describe("what a card tells of an answer", () => {
	it.each([
		["English", en, "2,050"],
		["French", fr, "2\u202f050"],
	] as const)("is that only a part of the note was read, in %s", (_language, strings, read) => {
		const told = statusWords(strings, answered({ usage: { ...usage, sentTokens: 17_234 } }), 0, "ollama");
		expect(told).toBe(
			strings.margin.partRead(read, (17_000).toLocaleString(strings.locale), strings.margin.moreRoom.ollama),
		);
		expect(told).toContain("num_ctx");
	});

	it("is nothing when all is well, and while it is on its way", () => {
		expect(statusWords(en, answered({ usage }), 0)).toBe("");
		expect(statusWords(en, answered({ usage: { ...usage, sentTokens: 17_234 }, status: "running" }), 0)).toBe("");
	});
});
