import { describe, expect, it } from "vitest";
import { en } from "../../../src/core/i18n/en";
import { fr } from "../../../src/core/i18n/fr";
import type { KeyInfo } from "../../../src/llm/openrouter";
import { creditText } from "../../../src/obsidian/endpoints/key-credit";

const limited = (renewed: "daily" | "weekly" | "monthly" | "never"): KeyInfo => ({
	limit: { amount: 5, remaining: 3.2, renewed },
	spent: 7.4,
	freeTier: false,
	currency: "USD",
});
const unlimited: KeyInfo = { limit: null, spent: 1.8, freeTier: false, currency: "USD" };

describe("what a key may still spend, in words", () => {
	it("says what is left of what, and until when", () => {
		expect(
			(["daily", "weekly", "monthly", "never"] as const).map((renewed) => creditText(limited(renewed), en)),
		).toEqual([
			"$3.20 of $5.00 left today.",
			"$3.20 of $5.00 left this week.",
			"$3.20 of $5.00 left this month.",
			"$3.20 of $5.00 left.",
		]);
		expect(creditText(limited("monthly"), fr).replace(/\s/g, " ")).toBe("Il reste 3,20 $ sur 5,00 $ ce mois-ci.");
	});

	it("says that there is no limit, and what was spent where that is known", () => {
		expect(creditText(unlimited, en)).toBe("No limit is set for this key; $1.80 spent with it so far.");
		expect(creditText({ ...unlimited, spent: null }, en)).toBe("No limit is set for this key.");
		expect(creditText({ ...unlimited, freeTier: true }, en)).toBe(
			`No limit is set for this key; $1.80 spent with it so far. ${en.settings.credit.freeTier}`,
		);
	});

	it("says when it is not known", () => {
		expect([creditText("refused", en), creditText("unread", fr)]).toEqual([
			en.settings.credit.refused,
			fr.settings.credit.unread,
		]);
	});
});
