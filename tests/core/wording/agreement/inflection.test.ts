import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { inflectionOf } from "../../../../src/core/wording/agreement/inflection";

/** By verb: its pasts and participles. */
const irregular = JSON.parse(
	readFileSync(createRequire(import.meta.url).resolve("english-verbs-irregular/dist/verbs.json"), "utf8"),
) as Readonly<Record<string, readonly (readonly [string, string])[]>>;

describe("English verbs", () => {
	it("look finite in their pasts, whatever stands before them", () => {
		const { looksFinite } = inflectionOf("en");
		const pasts = [...new Set(Object.values(irregular).flatMap((forms) => forms.map(([past]) => past)))];
		expect(pasts.length).toBeGreaterThan(250);
		expect(pasts.filter((past) => !looksFinite(past))).toEqual([]);
	});

	it("do not look finite where a word is none", () => {
		const { looksFinite } = inflectionOf("en");
		for (const word of "tree road small morning without today over return internet resort invest quick".split(" "))
			expect(looksFinite(word), word).toBe(false);
	});
});

describe("English nouns", () => {
	it("may be he or she where they name people or animals, whose names no list has", () => {
		const { looksLiving } = inflectionOf("en");
		const living =
			"landlady great-uncle schoolgirl housewife grandson classmate mother-in-law ex-husband girlfriend toddler " +
			"nanny butler cobbler architect surgeon midwife traveller killer victim beggar bridesmaid acquaintance " +
			"citizen veteran opponent blacksmith king witness audience spaniel hen";
		expect(living.split(" ").filter((noun) => !looksLiving(noun))).toEqual([]);
	});

	it("are things where they name things, qualities and doings", () => {
		const { looksLiving } = inflectionOf("en");
		const things =
			"letters novels clocks houses leaves rain kindness decision movement painting culture patience month";
		expect(things.split(" ").filter(looksLiving)).toEqual([]);
	});
});
