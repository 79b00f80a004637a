import { describe, expect, it } from "vitest";
import { mentions } from "../../../src/core/consultation/mentions";

describe("the notes that an answer mentions", () => {
	it("are found as whole words, whatever their case and apostrophes, in the order of the text", () => {
		const names = ["Elorn", "Joan Didion", "L’art de marcher", "Art", "Part", "Nowhere"];
		expect(mentions("Joan didion, and the ELORN; l'art de marcher too. Not apart.", names)).toEqual([
			"Joan Didion",
			"Elorn",
			"L’art de marcher",
		]);
	});

	it("are none in an answer that names none, and at most five", () => {
		expect(mentions("Nothing of the kind.", ["Elorn"])).toEqual([]);
		const names = ["Alpha", "Bravo", "Charlie", "Delta", "Foxtrot", "Golf course"];
		expect(mentions(names.join(", "), names)).toHaveLength(5);
	});
});
