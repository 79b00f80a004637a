import { describe, expect, it } from "vitest";
import { recordLabels } from "../../../src/core/record/labels";
import { areReadable } from "../../../src/core/record/own-labels";
import { findRecords } from "../../../src/core/record/parse";

const { en, fr } = recordLabels;

describe("the writer's own words for the record", () => {
	it("are readable in the languages of the interface, and in another", () => {
		expect(areReadable(en)).toBe(true);
		expect(areReadable(fr)).toBe(true);
		expect(
			areReadable({
				...en,
				before: "Vorher",
				adopted: "Übernommen",
				asked: "Gefragt",
				via: "über",
				tokens: "Token",
				costUnknown: "Kosten unbekannt",
				listPrice: "Listenpreis vom {date}",
				about: "etwa",
				carbon: "g CO2e",
				incomplete: "unvollständige Antwort",
				decimal: ",",
			}),
		).toBe(true);
	});

	it.each([
		["two words alike", { before: "Adopted" }],
		["a word that says something else in another language", { before: "Adopté" }],
		["a word that says something else in another language, in capitals", { takenBack: "AVANT" }],
		["nothing", { asked: "" }],
		["a mark", { adopted: "Adopted*" }],
		["a separator", { incomplete: "in · complete" }],
		["a list price without its day", { listPrice: "list price" }],
		["two words between id and endpoint", { via: "by way of" }],
		["carbon without its name", { carbon: "grams" }],
		["digits for tokens", { tokens: "tokens (12)" }],
	])("are refused with %s", (_, change) => {
		expect(areReadable({ ...en, ...change })).toBe(false);
	});

	it("are known beside the others when records are read", () => {
		const own = { ...en, before: "Vorher", adopted: "Nachher", via: "über" };
		const text = "> [!ai]- M · O · 2026-01-02\n> **Vorher:** a\n> **Nachher:** b\n>\n> `a/b` über C";
		expect(findRecords(text)).toEqual([]);
		expect(findRecords(text, [own])[0]?.record.adoptions[0]?.adopted).toBe("b");
	});
});
