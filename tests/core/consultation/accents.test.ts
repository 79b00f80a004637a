import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { anchorOf } from "../../../src/core/consultation/anchor";
import { selectedNow, settledBy } from "../../../src/core/consultation/consultation";

const quote = "La forêt brûla déjà.";
const anchor = (words: string) => anchorOf(Text.of([words]), { from: 0, to: words.length });

describe("a passage whose accents were written anew", () => {
	it("leaves its remark open", () => {
		const remark = { reading: "r", number: 1, quotation: quote.normalize("NFC"), isTicked: false, settled: null };
		expect(settledBy({ remark, lost: false, anchor: anchor(quote.normalize("NFD")) })).toBeNull();
		expect(settledBy({ remark, lost: false, anchor: anchor("La foret brula deja.") })).toBe("gone");
	});

	it("still has the words that are meant, as they are written now", () => {
		const selected = { words: "brûla".normalize("NFC"), nth: 1, of: 1 };
		const now = selectedNow({ anchor: anchor(quote.normalize("NFD")), selected });
		expect(now).toEqual({ ...selected, words: "brûla".normalize("NFD") });
		expect(selectedNow({ anchor: anchor("La forêt brula."), selected })).toBeNull();
	});
});
