import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { en, type InterfaceStrings } from "../../src/core/i18n/en";
import { pseudo, pseudoText } from "./pseudo";

const leaves = (value: unknown, path: string): readonly string[] =>
	typeof value === "string"
		? [`${path}: ${value}`]
		: typeof value === "object" && value !== null
			? Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${key}`))
			: [];

describe("the pseudo-language", () => {
	it("leaves nothing in English, is a third longer, and keeps what strings are given", () => {
		const strings: InterfaceStrings = pseudo(en, "latin");
		const same = leaves(strings, "").filter(
			(leaf) => /: .*[a-z]{3}/i.test(leaf.replace(/^[^:]*: (?=⟦)/, ": ")) && !leaf.includes("⟦"),
		);
		expect(same.filter((leaf) => !/^\.(?:locale|languageName|languages|earlier)/.test(leaf))).toEqual([]);
		expect(strings.margin.keep.length).toBeGreaterThanOrEqual(Math.ceil(en.margin.keep.length * 1.3));
		expect(strings.words.head("tree")).toMatch(/^⟦[^a-z]*tree[^a-z]*⟧$/);
		expect(strings.words.adoptAll(3)).toContain("3");
		expect(strings.locale).toBe("en");
		expect(pseudo(en, "hebrew").margin.keep).toMatch(/^⟦[\u05d0-\u05ea ]+⟧$/);
	});

	it("gives any text back between its brackets when all of it was given", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(pseudoText(text, "latin").startsWith("⟦")).toBe(/[a-z]{2}/i.test(text));
			}),
		);
	});
});
