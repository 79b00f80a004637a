import { describe, expect, it } from "vitest";
import type { Price } from "../../../src/core/estimate/money";
import { en } from "../../../src/core/i18n/en";
import { fr } from "../../../src/core/i18n/fr";
import type { InterfaceStrings } from "../../../src/core/i18n/en";
import { ModelFactsWriter } from "../../../src/obsidian/models/model-facts";

const price: Price = { input: 1.25, output: 10, cachedInput: null, currency: "USD", listed: "2026-11-01" };
const endpoint = { id: "e", preset: "custom", name: "E", baseUrl: "https://models.example/v1", secret: "" } as const;
const info = {
	id: "m",
	name: "M",
	canonicalId: null,
	context: null,
	openness: "unknown",
	opennessSource: "",
	version: null,
	passedOn: false,
	until: null,
} as const;
const line = (of: Price | null, strings: InterfaceStrings = en): string =>
	new ModelFactsWriter(strings, "2026-11-24")
		.of({ endpoint, info: { ...info, price: of } }, false, "2026-11-01")
		.line.replace(/[\u00a0\u202f]/g, " ");

describe("what the picker says of a price", () => {
	it("is what a million tokens cost, and what else it depends on", () => {
		expect(line(price)).toBe("$1.25 in, $10.00 out per million tokens · openness unknown · remote");
		expect(
			line({
				...price,
				request: 0.005,
				overrides: [
					{ above: 500_000, rates: { input: 5 } },
					{ above: 200_000, rates: { input: 2.5 } },
					{ hours: { from: 1630, to: 30 }, rates: { input: 1 } },
				],
			}),
		).toBe(
			"$1.25 in, $10.00 out per million tokens · $0.005 per request · other prices above 200,000 tokens · " +
				"other prices at some hours · openness unknown · remote",
		);
		expect(line({ ...price, overrides: [{ above: 200_000, rates: {} }] }, fr)).toContain(
			"par million de jetons · autres prix au-delà de 200 000 jetons",
		);
	});

	it("is that it is unknown, never nothing", () => {
		expect(line(null)).toBe("price unknown · openness unknown · remote");
	});
});
