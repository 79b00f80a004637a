import { getCompleteList } from "french-h-muet-aspire";
import { describe, expect, it } from "vitest";
import { elidesFrench, takesAn } from "../../../../src/core/wording/agreement/sounds";

const words = (text: string): readonly string[] => text.split(" ");

describe("what French elides before a word", () => {
	it("is nothing before an aspirate h, by the list of a dictionary", () => {
		// But names, and what is said both ways.
		const known = getCompleteList().filter((word) => /^h/.test(word) && !/^(?:hier|henr[iy]|huis)/.test(word));
		expect(known.length).toBeGreaterThan(600);
		expect(known.filter(elidesFrench)).toEqual([]);
	});

	it.each(
		words(
			"habile habit habitude haleine hallucination haltère hameçon harmonie harmonieux hebdomadaire " +
				"hécatombe hélice hélicoptère hémisphère hémorragie herbe hérédité hérésie héritage héritier héroïne " +
				"héroïque héroïsme hésitation heure heureux hexagone hibernation hilare hippocampe hippopotame " +
				"hirondelle histoire historien hiver hommage homme homogène honnête honneur honorable hôpital " +
				"horaire horizon horloge horoscope horreur hospice hospitalité hostile hôte hôtel hôtesse huile " +
				"huissier huître humain humanité humble humeur humide humilité humour hydre hygiène hymne hypocrite " +
				"hypothèse hystérie abri école île orme usine œuvre œil yeux âme eau été ombre oubli",
		),
	)("is something before %s", (word) => {
		expect(elidesFrench(word)).toBe(true);
	});

	it.each(words("onze onzième oui ouistiti yaourt yacht yoga yéti uhlan chêne maison héros hache honte hibou haut"))(
		"is nothing before %s",
		(word) => {
			expect(elidesFrench(word)).toBe(false);
		},
	);
});

describe("the English article", () => {
	it.each(
		words(
			"hour hours hourly heir heiress honest honour honorable apple elm idea oak umbrella uncle " +
				"unimportant unintended unidentified unimaginable unaware usher utter urban urgent urn urge onerous " +
				"only ear eight 8-year-old 11 18th X-ray awning island otter undertow",
		),
	)("is an before %s", (word) => {
		expect(takesAn(word)).toBe(true);
	});

	it.each(
		words(
			"unit unique universe union uniform unicorn unified unilateral unisex united unanimous use useful " +
				"user usage usual usurper utensil utility utopia uterus uranium urine ukulele UV-lamp European " +
				"eulogy ewe one-off once-famous house hotel historic humble tree year yew 1 110 180 ubiquitous " +
				"B-side U-turn",
		),
	)("is a before %s", (word) => {
		expect(takesAn(word)).toBe(false);
	});
});
