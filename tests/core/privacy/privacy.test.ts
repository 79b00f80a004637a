import { describe, expect, it } from "vitest";
import { isInFolder, saysNever, unendedProperties } from "../../../src/core/privacy/privacy";
import { parseYaml } from "../../host/frontmatter";

describe("a note's properties", () => {
	it.each([
		"ai: never",
		"ai: Never ",
		"AI: never",
		'"ai": never',
		"'ai' : \"never\"",
		"title: x\nai: never # for good\ntags: [a]",
		"ai:\n  - never",
		"ai: [never]",
		"{title: x, ai: never}",
		"ai : never\r\ntitle: x",
		// Nothing can be read here, and it speaks of `ai`.
		'title: "open\nai: never',
		"a: b: c\nai: yes",
	])("say that it is never sent: %j", (properties) => {
		expect(saysNever(properties, parseYaml)).toBe(true);
	});

	it.each([
		"",
		"title: x",
		"ai: sometimes",
		"ai: true",
		"ai:",
		"ai-disclosure: never",
		"email: never",
		"text: ai never",
		"parent:\n  ai: never",
		"tags: [ai, never]",
		"ai never",
		"title: J’ai dit : rien: jamais",
	])("say nothing of the kind: %j", (properties) => {
		expect(saysNever(properties, parseYaml)).toBe(false);
	});

	it("count while they are written", () => {
		expect(saysNever(unendedProperties("---\ntitle: x\nai: never\n\nThe note."), parseYaml)).toBe(true);
		expect(saysNever(unendedProperties("---\n\nai: never is what I wrote."), parseYaml)).toBe(false);
		expect(unendedProperties("The note.\n---\nai: never\n")).toBe("");
	});
});

describe("a private folder", () => {
	it.each(["Private", "Private/", "/Private", " private ", "./Private", "PRIVATE", "Private\\"])(
		"holds its notes however it is typed: %j",
		(folder) => {
			expect(isInFolder("Private/A.md", folder)).toBe(true);
			expect(isInFolder("Private/Deep/A.md", folder)).toBe(true);
			expect(isInFolder("Privately/A.md", folder)).toBe(false);
			expect(isInFolder("Notes/Private/A.md", folder)).toBe(false);
		},
	);

	it("may lie in another, be written with the other kind of accents, or be one note", () => {
		expect(isInFolder("Carnets/Intime/A.md", "Carnets/Intime")).toBe(true);
		expect(isInFolder("Carnets/A.md", "Carnets/Intime")).toBe(false);
		expect(isInFolder("Prive\u0301/A.md", "Privé")).toBe(true);
		expect(isInFolder("Letters/To Jo.md", "Letters/To Jo")).toBe(true);
		expect(isInFolder("Letters/To Jo.md", "Letters/To Jo.md")).toBe(true);
	});

	it("is the whole vault as a slash, and nothing as nothing", () => {
		expect(isInFolder("A.md", "/")).toBe(true);
		expect(isInFolder("A.md", "  ")).toBe(false);
	});
});
