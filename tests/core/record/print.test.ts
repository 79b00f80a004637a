import { describe, expect, it } from "vitest";
import {
	formatCarbon,
	formatCost,
	parseCarbon,
	parseCost,
	roundedCost,
	roundedGrams,
} from "../../../src/core/record/amounts";
import { recordLabels } from "../../../src/core/record/labels";
import type { ConsultationRecord } from "../../../src/core/record/model";
import { decodeId, encodeId } from "../../../src/core/record/model-id";
import { changedWords } from "../../../src/core/record/normal";
import { printRecord } from "../../../src/core/record/print";

const { en, fr } = recordLabels;

const record: ConsultationRecord = {
	modelName: "Claude Sonnet 4",
	objective: "Other words",
	date: "2026-11-23",
	adoptions: [
		{
			before: "Le chat rapide dort.",
			adopted: "Le chat vif dort.",
			changedBefore: [{ from: 8, to: 14 }],
			changedAdopted: [{ from: 8, to: 11 }],
			takenBack: null,
		},
	],
	kept: null,
	identity: {
		model: "anthropic/claude-4-sonnet-20250522",
		via: "OpenRouter",
		provider: "Anthropic",
		tokens: { prompt: 812, completion: 64 },
		cost: { amount: 0.0034, currency: "USD", listed: null },
		carbon: { central: 0.13, low: 0.0097, high: 0.31 },
	},
};

const sentence = (text: string, change: readonly [number, number]): string => {
	const adoption = {
		before: text,
		adopted: text,
		changedBefore: [{ from: change[0], to: change[1] }],
		changedAdopted: [],
		takenBack: null,
	};
	return printRecord({ ...record, adoptions: [adoption] }, en).split("\n")[1] ?? "";
};

describe("a printed record", () => {
	it("has the one form every renderer knows", () => {
		expect(printRecord(record, en)).toBe(
			[
				"> [!ai]- Claude Sonnet 4 · Other words · 2026-11-23",
				"> **Before:** Le chat *rapide* dort.",
				"> **Adopted:** Le chat *vif* dort.",
				">",
				"> `anthropic/claude-4-sonnet-20250522` via OpenRouter (Anthropic) · 812 + 64 tokens · $0.0034 · " +
					"about 0.1 g CO2e (0.01-0.3)",
			].join("\n"),
		);
	});

	it("speaks French where the interface does", () => {
		expect(printRecord({ ...record, objective: "Autres mots" }, fr).split("\n")).toEqual([
			"> [!ai]- Claude Sonnet 4 · Autres mots · 2026-11-23",
			"> **Avant\u00a0:** Le chat *rapide* dort.",
			"> **Adopté\u00a0:** Le chat *vif* dort.",
			">",
			"> `anthropic/claude-4-sonnet-20250522` via OpenRouter (Anthropic) · 812 + 64 jetons · 0,0034\u00a0$ · " +
				"environ 0,1 g CO2e (0,01-0,3)",
		]);
	});

	it("quotes a kept answer below its question, and says when it is not whole", () => {
		const kept = { question: "Is it clear?", answer: "Yes. But:\n- **shorter**\n- one image", incomplete: true };
		expect(printRecord({ ...record, objective: "Is it clear?", adoptions: [], kept }, en).split("\n")).toEqual([
			"> [!ai]- Claude Sonnet 4 · Is it clear? · 2026-11-23",
			"> **Asked:** Is it clear?",
			">",
			"> Yes. But:",
			">",
			"> - **shorter**",
			"> - one image",
			">",
			"> `anthropic/claude-4-sonnet-20250522` via OpenRouter (Anthropic) · 812 + 64 tokens · $0.0034 · about " +
				"0.1 g CO2e (0.01-0.3) · incomplete answer",
		]);
	});

	it("leaves out what is unknown, says that the cost is, and marks a list price", () => {
		const last = (identity: ConsultationRecord["identity"]): string =>
			printRecord({ ...record, identity }, en)
				.split("\n")
				.pop() ?? "";
		expect(last({ model: "llama3.2:1b", via: "Ollama", provider: null, tokens: null, cost: null, carbon: null })).toBe(
			"> `llama3.2:1b` via Ollama · cost unknown",
		);
		expect(
			last({ ...record.identity, carbon: null, cost: { amount: 0.0034, currency: "USD", listed: "2026-11-01" } }),
		).toContain("$0.0034 (list price of 2026-11-01)");
		expect(last({ ...record.identity, cost: { amount: Number.NaN, currency: "USD", listed: null } })).toContain(
			"cost unknown",
		);
	});

	it("shows the writer's own Markdown as source, so that nothing is there twice", () => {
		expect(sentence("Voir [[Kerouzic|la maison]] #lieu, *vite*.[^1] ^fin", [0, 4])).toBe(
			"> **Before:** *Voir* \\[\u00a0\\[Kerouzic\\|la maison\\]\\] \\#\u00a0lieu, \\*vite\\*.\\[\\^1\\] " +
				"\\^\u00a0fin",
		);
		expect(sentence("a *bold word* b", [3, 7])).toBe("> **Before:** a \\**bold* word\\* b");
		expect(sentence("line one\n> line two", [0, 4])).toBe("> **Before:** *line* one line two");
	});

	it("never fails to emphasise: from letter to letter, and whole words where only signs changed", () => {
		expect(changedWords("un mot, deux", [{ from: 2, to: 7 }])).toEqual([{ from: 3, to: 6 }]);
		expect(changedWords("un mot, deux", [{ from: 6, to: 7 }])).toEqual([{ from: 3, to: 6 }]);
		expect(
			changedWords("un deux", [
				{ from: 0, to: 2 },
				{ from: 2, to: 7 },
			]),
		).toEqual([{ from: 0, to: 7 }]);
		expect(
			changedWords("rapide", [
				{ from: 0, to: 3 },
				{ from: 3, to: 6 },
			]),
		).toEqual([{ from: 0, to: 6 }]);
		expect(changedWords("a , b", [{ from: 2, to: 3 }])).toEqual([]);
	});
});

describe("amounts", () => {
	it("are written as money is, in either notation, and read back", () => {
		const written = [
			[0.0034, "USD"],
			[0.5, "USD"],
			[12, "EUR"],
			[1234.5, "CHF"],
			[0, "USD"],
			[0.00000012, "USD"],
		] as const;
		expect(written.map(([amount, currency]) => formatCost({ amount, currency }, en))).toEqual([
			"$0.0034",
			"$0.50",
			"€12.00",
			"CHF 1234.50",
			"$0",
			"$0.00000012",
		]);
		expect(written.map(([amount, currency]) => formatCost({ amount, currency }, fr))).toEqual([
			"0,0034\u00a0$",
			"0,50\u00a0$",
			"12,00\u00a0€",
			"1234,50\u00a0CHF",
			"0\u00a0$",
			"0,00000012\u00a0$",
		]);
		for (const [amount, currency] of written)
			for (const labels of [en, fr])
				expect(parseCost(formatCost({ amount, currency }, labels))).toEqual({ amount, currency });
		expect(["12", "$", "$1.2.3", "$1 $", "tokens"].map(parseCost)).toEqual([null, null, null, null, null]);
	});

	it("are rounded to what is known of them", () => {
		expect([0.0034123, 0.12345, 12.345678, 1234.567].map(roundedCost)).toEqual([0.00341, 0.123, 12.35, 1234.57]);
		expect([0.13, 0.0097, 2.47, 13.38].map(roundedGrams)).toEqual([0.1, 0.01, 2, 10]);
		expect([roundedCost(-1), roundedCost(Infinity), roundedGrams(Number.NaN)]).toEqual([null, null, null]);
		const carbon = { central: 0.1, low: 0.01, high: 0.3 };
		expect(parseCarbon(formatCarbon(carbon, fr))).toEqual(carbon);
		expect(parseCarbon("about 1 g")).toBeNull();
	});
});

describe("a model's id", () => {
	it("stands as it is when it is like those in use", () => {
		for (const id of [
			"anthropic/claude-4-sonnet-20250522",
			"llama3.2:1b",
			"hf.co/org/Model-GGUF:Q4_K_M",
			"gpt-4o~x",
			"~anthropic/x",
			"@cf/meta/llama",
		])
			expect(encodeId(id)).toBe(id);
	});

	it("is encoded where a plugin or a garden would act, and read back", () => {
		for (const id of [
			"button-approve",
			"= this",
			"a`b",
			"a::b",
			"<% x %>",
			"{{x}}",
			"https://x",
			"INPUT[x]",
			"100%",
			"a b",
			"日本",
		]) {
			const encoded = encodeId(id);
			expect(encoded).not.toMatch(/^button|[`<>{}[\]= ]|::|\/\//);
			expect(decodeId(encoded)).toBe(id);
		}
	});
});
