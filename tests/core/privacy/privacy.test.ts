import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldersAfterRename, headOf, isInFolder, propertiesVerdict } from "../../../src/core/privacy/privacy";
import { parseYaml } from "../../host/frontmatter";

const verdict = (properties: string): string => propertiesVerdict(properties, parseYaml);

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
		"ai: [[never]]",
		"ai: [assisted, [[[never]]]]",
		'ai: "[[never]]"',
		"ai: Never.",
		"ai: |\n  never",
		"ai:\tnever",
		"{title: x, ai: never}",
		"ai : never\r\ntitle: x",
		"title: x\rai: never\rtags: a",
		"ai:\u00a0never",
		"title: x\nai:\u202fnever",
		"ai:\u3000never",
		"a\u200bi: ne\u200dver",
		"\u2060ai\ufeff: never\u200e",
		"ai： never",
		// Letters of other alphabets that look the same.
		"аi: never",
		"aі: never",
		"αι: never",
		"АІ: NEVER",
		"aı: never",
		"ai: nеver",
		"ai: neνeг",
		'["аi"]: x\nаі: ոеѵег',
		"ａｉ: ｎｅｖｅｒ",
		// With signs around the name.
		"“ai”: never",
		"« ai » : never",
		"A.I.: never",
		"ai?: never",
		"ai_: never",
	])("say that it is never sent: %j", (properties) => {
		expect(verdict(properties)).toBe("never");
	});

	it.each([
		// Nothing can be read here, and it speaks of `ai`.
		'title: "open\nai: never',
		"a: b: c\nai: yes",
		"ai:never",
		"ai: **never**",
		"title: x\nai:never",
		"AI:Never",
		"ai=never",
		"ai;never",
		"ai→ never",
		'title = "x"\nai = "never"',
		"ai never",
		"- ai: never",
		"title: x\n\tai: never\n  b",
		// It is understood, and what is meant by it is not.
		"ai: false",
		"ai: no",
		"ai: 0",
		"ai: jamais",
		"ai: n",
		"ai: nunca",
		"ai: Niemals",
		"ai: nevr",
		"ai: nerver",
		"ai: neevr",
		"ai: [claude, nver]",
		"ai: never ever",
		"ai: { never: true }",
		"ai:\n  never: yes",
		"ai: not yet, please",
		"*ai*: never",
		"`ai`: never\ntitle: [",
		"ai: 🚫",
		'ai: "—"',
		"ai - never",
		"no-ai: true",
		"noai: true",
		"ai.never: true",
		"ai_never:",
	])("that speak of it and can't be understood count as private: %j", (properties) => {
		expect(verdict(properties)).toBe("unclear");
	});

	it.each([
		"",
		"title: x",
		"ai: sometimes",
		"ai: true",
		"ai:",
		"ai: notes",
		"ai: [assisted, claude]",
		"ai: 2026-11-29",
		"ai-disclosure: never",
		"email: never",
		"text: ai never",
		"parent:\n  ai: never",
		"description: |\n  ai: never is a film",
		"ai-notes: never",
		"mai: true",
		"ai-model: none",
		'ai: ""',
		"tags: [ai, never]",
		"title: J’ai dit : rien: jamais",
		"title: J'ai: never",
		"aim: never",
		"title: ai：never",
		"title: what： not\nai: yes",
		"аі: да",
		"заглавие: никогда не говори никогда",
		"τίτλος: ποτέ",
	])("say nothing of the kind: %j", (properties) => {
		expect(verdict(properties)).toBe("open");
	});

	it.each([
		"---\nai: never\n---\nThe note.",
		"\ufeff---\nai: never\n---\nThe note.",
		"\n\n---\nai: never\n---\nThe note.",
		" \u200b---\nai: never\n---\nThe note.",
		"---  \r\nai: never\r\n---\r\nThe note.",
		"---\rai: never\r---\rThe note.",
		"---\u2028ai: never\u2028---\u2028The note.",
		"---\nai: never\n...\nThe note.",
		"---\nai: never\n\u200b--- \nThe note.",
		"---# properties\nai: never\n---",
		"--- # properties\nai: never\n---\nThe note.",
		"---\nai: never\n--- # that was it\nThe note.",
		"<!-- from the web -->\n---\nai: never\n---\nThe note.",
		"<!-- one --><!-- two\n\nlines -->\n\n---\nai: never\n---\nThe note.",
		"%% mine %%\n---\nai: never\n---\nThe note.",
		"\ufeff<!-- x -->\r\n---\r\nаі: nеver\r\n---\r\nThe note.",
		// A keyboard made two dashes one.
		"—-\nai: never\n—-\nThe note.",
		"–––\nai: never\n–––\nThe note.",
		"---yaml\nai: never\n---\nThe note.",
		// They count while they are written.
		"---\ntitle: x\nai: never\n\nThe note.",
		"---\nai: never",
	])("are found at the head as a reader sees it: %j", (text) => {
		expect(verdict(headOf(text))).toBe("never");
	});

	it("are found as TOML between plus signs, which can't be understood here", () => {
		expect(verdict(headOf('+++\ntitle = "x"\nai = "never"\n+++\nThe note.'))).toBe("unclear");
		expect(verdict(headOf('+++\ntitle = "x"\n+++\nai = "never"'))).toBe("open");
	});

	it.each([
		"",
		"The note.\n---\nai: never\n",
		"---\n\nai: never is what I wrote.",
		"--- ai: never",
		"— ai: never, he said.",
		"- ai: never",
		"----\nai: never\n----",
		"<!-- ---\nai: never\n--- -->\nThe note.",
		"<!-- never closed\n---\nai: never\n---",
	])("are not what else a note begins with: %j", (text) => {
		expect(verdict(headOf(text))).toBe("open");
	});

	it("are judged whatever they are, and never by what hides in them", () => {
		const hidden = fc.constantFrom("", "\u200b", "\u00ad", "\u2060", "\ufeff");
		const spaces = fc.constantFrom(" ", "  ", "\u00a0", "\u2009", "\t");
		const word = fc.constantFrom("never", "Never", "NEVER", '"never"', "[never]", "never # so");
		const name = fc.constantFrom("ai", "AI", "Ai", '"ai"', "'ai'");
		fc.assert(
			fc.property(name, hidden, spaces, hidden, word, (key, a, space, b, value) => {
				expect(verdict(`title: x\n${a}${key}:${space}${b}${value}\ntags: [y]`)).not.toBe("open");
			}),
		);
		fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void verdict(headOf(`---\n${text}`))));
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

	it.each([
		["Secret", "Secret", "Hidden", ["Hidden"]],
		["Secret/", "Secret", "Box/Hidden", ["Box/Hidden"]],
		["Secret/Deep", "Secret", "Hidden", ["Hidden/Deep"]],
		["./Secret\\Deep", "Secret/Deep", "Deep", ["Deep"]],
		["Carnets/Intime/Lettres", "Carnets/Intime", "Archives", ["Archives/Lettres"]],
		// It may be another folder, or a note beside one.
		["secret", "Secret", "Hidden", ["secret", "Hidden"]],
		["Letters/To Jo", "Letters/To Jo.md", "To Jo.md", ["Letters/To Jo", "To Jo.md"]],
		["Letters/To Jo.md", "Letters/To Jo.md", "To Jo.md", ["To Jo.md"]],
		["Secret", "Secret/A.md", "A.md", ["Secret"]],
		["Secret", "Secrets", "Hidden", ["Secret"]],
		["Notes/Secret", "Secret", "Hidden", ["Notes/Secret"]],
		["/", "Secret", "Hidden", ["/"]],
		[" ", "Secret", "Hidden", [" "]],
	])("follows a rename: %j, %s to %s", (folder, before, after, now) => {
		expect(foldersAfterRename(["Other", folder], before, after)).toEqual(["Other", ...now]);
	});

	it("is the whole vault as a slash, and nothing as nothing", () => {
		expect(isInFolder("A.md", "/")).toBe(true);
		expect(isInFolder("A.md", "  ")).toBe(false);
	});
});
