import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasFrenchSpaces, spacesHeld } from "../../../src/core/consultation/reply-spaces";

describe("the spaces of an answer as it is shown", () => {
	it("are French ones where it is French, or too short to tell", () => {
		for (const text of ["", "Oui !", "« Bâtiment » : le mot est juste.", "Pourquoi ce mot ? Il est trop fort ici."])
			expect(hasFrenchSpaces(text), text).toBe(true);
		for (const text of [
			"Is it so : the word is too strong here ?",
			"La palabra « fuerte » no es la que se usa : es otra.",
		])
			expect(hasFrenchSpaces(text), text).toBe(false);
	});

	it("hold a sign with its word, and nothing else", () => {
		expect(spacesHeld("« Est-ce clair ? » Oui ; à 90 % : bien ! Il dit ‹ non › pour 12 €.")).toBe(
			"«_Est-ce clair_?_» Oui_; à 90_%_: bien_! Il dit ‹_non_› pour 12_€.".replaceAll("_", "\u00a0"),
		);
		for (const text of ["Trop fort ; ", "un mot, puis un autre. Et 3 mots", "déjà\u202f! tenu\u00a0:"])
			expect(spacesHeld(text).length).toBe(text.length);
		expect(spacesHeld("un mot, puis un autre. Et 3 mots")).toBe("un mot, puis un autre. Et 3 mots");
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("a", "3", " ", ":", "?", "»", "«", "%", "\u202f") }), (text) => {
				expect(spacesHeld(text).replace(/\u00a0/g, " ")).toBe(text);
				expect(spacesHeld(text)).not.toMatch(/ [:;?!»]|« /);
			}),
		);
	});
});
