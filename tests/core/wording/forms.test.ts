import { describe, expect, it } from "vitest";
import { common } from "../../../scripts/forms/common.mjs";
import { sources } from "../../../scripts/forms/sources.mjs";
import { conjugation } from "../../../src/core/wording/agreement/forms";
import { everyNth } from "../../sampling";

/** Dictionaries that nobody here wrote: the table in the plugin is derived from them, much shortened. */
const languages = ["fr", "de", "it", "es"] as const;

/** How many words further down the alphabet two verbs are neighbours. */
const near = 5;

describe.each(languages)("persons of a verb's tense in %s", (language) => {
	const { verb: tenses } = sources[language]();
	const knows = conjugation(language);
	const misses: string[] = [];
	let pairs = 0;
	const ofCommon: string[] = [];
	const frequent = new Set(common[language].split(" "));
	for (const { word, forms } of [...everyNth(tenses, 7), ...tenses.filter((one) => frequent.has(one.word))]) {
		for (const [index, one] of forms.entries()) {
			for (const other of forms.slice(index + 1)) {
				pairs++;
				if (knows(one.toLowerCase(), other.toLowerCase())) continue;
				misses.push(`${one}/${other}`);
				if (frequent.has(word)) ofCommon.push(`${one}/${other}`);
			}
		}
	}

	it("are known in at least 99 of 100, and of the hundred commonest verbs all", () => {
		console.log(`${language}: ${misses.length} of ${pairs} unknown, as ${misses.slice(0, 8).join(", ")}`);
		expect(ofCommon).toEqual([]);
		expect(misses.length / pairs).toBeLessThanOrEqual(0.01);
	});

	it("are not taken for another verb's, but for one in a thousand", () => {
		const words = new Map<string, Set<string>>();
		for (const { word, forms } of tenses)
			for (const form of forms) words.set(form.toLowerCase(), (words.get(form.toLowerCase()) ?? new Set()).add(word));
		const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
		const taken: string[] = [];
		let neighbours = 0;
		for (const index of everyNth([...sorted.keys()], 4)) {
			const [one, of] = sorted[index] ?? ["", new Set<string>()];
			for (const [other, others] of sorted.slice(index + 1, index + 1 + near)) {
				if ([...of].some((word) => others.has(word))) continue;
				neighbours++;
				if (knows(one, other)) taken.push(`${one}/${other}`);
			}
		}
		console.log(
			`${language}: ${taken.length} of ${neighbours} neighbours taken for one verb, as ` +
				`${taken.slice(0, 8).join(", ")}`,
		);
		expect(neighbours).toBeGreaterThan(900);
		expect(taken.length / neighbours).toBeLessThanOrEqual(0.001);
	});
});
