import { describe, expect, it } from "vitest";
import { mentions } from "../../../src/core/consultation/mentions";

describe("the notes that an answer mentions", () => {
	it("are found as whole words, in the order of the text, those of several words whatever their case", () => {
		const names = ["Elorn", "Joan Didion", "L’art de marcher", "Art", "Part", "Nowhere"];
		expect(mentions("Joan didion, and the Elorn; l'art de marcher too. Not apart.", names)).toEqual([
			"Joan Didion",
			"Elorn",
			"L’art de marcher",
		]);
	});

	it("are none in an answer that names none, and at most five", () => {
		expect(mentions("Nothing of the kind.", ["Elorn"])).toEqual([]);
		expect(mentions("It is long. Long ago it was Longer.", ["Long"])).toEqual([]);
		expect(mentions("It speaks of attention, *attention*, ATTENTION.", ["attention", "Attention"])).toEqual([]);
		expect(mentions("- Style counts\n> Style\n\n**Style**\n“Style”, it is said: Style", ["Style"])).toEqual([]);
		const names = ["Alpha", "Bravo", "Charlie", "Delta", "Foxtrot", "Golf course"];
		expect(mentions(`See ${names.join(", ")}`, names)).toHaveLength(5);
	});

	it.each([
		["What the Elorn says", "Elorn"],
		["Long as it is, see Long on this", "Long"],
		["OpenAI says so", "OpenAI"],
		["GPT-5 says so", "GPT-5"],
		["Voir « l’Elorn »", "Elorn"],
	])("are of one word where that is no common word: %s", (text, name) => {
		expect(mentions(text, [name])).toEqual([name]);
	});
});
