import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeTex } from "../../../src/core/disclosure/bibtex";
import { citation, citationStyles, citationText, type CitationStyle } from "../../../src/core/disclosure/citation";
import { isAddressPattern, publishedAddress } from "../../../src/core/disclosure/published-address";
import type { ConsultationRecord } from "../../../src/core/record/model";
import { toldIdentity } from "../../../src/core/record/normal";
import { adoption, anyRecord, anyText, runs } from "../record/arbitrary";

const address = "https://garden.example/on-keeping-a-notebook";
const noteTitle = "On keeping a notebook";

/** An answer of a known maker. */
const known: ConsultationRecord = {
	...adoption("", ""),
	modelName: "Mistral Medium 3.1",
	objective: "What does it evoke?",
	date: "2026-11-22",
	adoptions: [],
	kept: {
		question: "What does it evoke? “He said that ink made people careful.”",
		answer: "A craft.",
		incomplete: false,
	},
	identity: { ...adoption("", "").identity, model: "mistralai/mistral-medium-3.1", provider: "Mistral" },
};
/** Words that were adopted, of a model at home whose maker nobody knows. */
const home: ConsultationRecord = {
	...adoption("a", "b"),
	modelName: "my-own_model",
	objective: "Other words",
	identity: { ...adoption("", "").identity, model: "my-own_model:7b", via: "Home server", provider: null },
};
const told: ConsultationRecord = {
	...known,
	modelName: "Claude Opus 4.1",
	objective: "Elsewhere",
	date: "2026-11-01",
	kept: { question: "Why would a surveyor write standing up?", answer: "Speed.", incomplete: false },
	identity: toldIdentity("Claude Opus 4.1", "claude.ai"),
};
const undated: ConsultationRecord = { ...known, date: "", kept: null, objective: "" };

const cite = (style: CitationStyle, record: ConsultationRecord, language: "en" | "fr", at: string | null): string =>
	citationText(citation(style, { record, noteTitle, address: at }, language));

describe("a citation in APA 7", () => {
	it.each([
		["en", known, address, `Mistral AI. (2026, November 22). Mistral Medium 3.1 [Large language model]. ${address}`],
		["fr", known, address, `Mistral AI. (2026, 22 novembre). Mistral Medium 3.1 [Grand modèle de langage]. ${address}`],
		[
			"en",
			known,
			null,
			`Mistral AI. (2026, November 22). Mistral Medium 3.1 [Large language model]. Quoted in “${noteTitle}”.`,
		],
		["en", home, address, `my-own_model [Large language model]. (2026, November 23). ${address}`],
		[
			"fr",
			home,
			null,
			`my-own_model [Grand modèle de langage]. (2026, 23 novembre). Cité dans «\u00a0${noteTitle}\u00a0».`,
		],
		[
			"en",
			told,
			address,
			"Anthropic. (2026, November 1). Why would a surveyor write standing up? [Generative AI chat]. Claude " +
				`Opus 4.1. ${address}`,
		],
		[
			"fr",
			told,
			address,
			"Anthropic. (2026, 1er novembre). Why would a surveyor write standing up? [Conversation avec une IA " +
				`générative]. Claude Opus 4.1. ${address}`,
		],
		["en", undated, address, `Mistral AI. (n.d.). Mistral Medium 3.1 [Large language model]. ${address}`],
		["fr", undated, address, `Mistral AI. (s.\u00a0d.). Mistral Medium 3.1 [Grand modèle de langage]. ${address}`],
	] as const)("in %s", (language, record, at, text) => {
		expect(cite("apa", record, language, at)).toBe(text);
	});

	it("has the title in italics", () => {
		const parts = citation("apa", { record: known, noteTitle, address }, "en");
		expect(parts.filter(({ italic }) => italic).map(({ text }) => text)).toEqual(["Mistral Medium 3.1"]);
	});
});

describe("a citation in MLA 9", () => {
	const asked = "What does it evoke? ‘He said that ink made people careful.’";
	it.each([
		[
			"en",
			known,
			address,
			`“${asked}” prompt. Mistral, version Medium 3.1, Mistral AI, 22 Nov. 2026, ` +
				"garden.example/on-keeping-a-notebook.",
		],
		[
			"en",
			home,
			address,
			"“Other words” prompt. my-own_model, version my-own_model:7b, 23 Nov. 2026, " +
				"garden.example/on-keeping-a-notebook.",
		],
		[
			"en",
			home,
			null,
			`“Other words” prompt. my-own_model, version my-own_model:7b, 23 Nov. 2026, quoted in “${noteTitle}”.`,
		],
		[
			"en",
			told,
			address,
			"“Why would a surveyor write standing up?” prompt. claude.ai, version Claude Opus 4.1, Anthropic, 1 " +
				"Nov. 2026, garden.example/on-keeping-a-notebook.",
		],
		[
			"fr",
			told,
			address,
			"«\u00a0Why would a surveyor write standing up?\u00a0», invite. claude.ai, version Claude Opus 4.1, " +
				"Anthropic, 1er nov. 2026, garden.example/on-keeping-a-notebook.",
		],
		[
			"en",
			undated,
			address,
			"Text generated from a prompt. Mistral, version Medium 3.1, Mistral AI, " +
				"garden.example/on-keeping-a-notebook.",
		],
		[
			"fr",
			undated,
			null,
			"Texte produit par une invite. Mistral, version Medium 3.1, Mistral AI, cité dans " +
				`«\u00a0${noteTitle}\u00a0».`,
		],
	] as const)("in %s", (language, record, at, text) => {
		expect(cite("mla", record, language, at)).toBe(text);
	});
});

describe("a citation in Chicago 17 and 18", () => {
	const asked = "What does it evoke? ‘He said that ink made people careful.’";
	it.each([
		[
			"en",
			known,
			address,
			`Mistral Medium 3.1, response to “${asked},” Mistral AI, November 22, 2026, quoted in ` +
				`“${noteTitle},” ${address}.`,
		],
		[
			"en",
			known,
			null,
			`Mistral Medium 3.1, response to “${asked},” Mistral AI, November 22, 2026, quoted in “${noteTitle}.”`,
		],
		["en", home, null, `my-own_model, response to “Other words,” November 23, 2026, quoted in “${noteTitle}.”`],
		[
			"en",
			told,
			address,
			"Claude Opus 4.1, response to “Why would a surveyor write standing up?,” Anthropic, claude.ai, " +
				`November 1, 2026, quoted in “${noteTitle},” ${address}.`,
		],
		[
			"fr",
			told,
			address,
			"Claude Opus 4.1, réponse à «\u00a0Why would a surveyor write standing up?\u00a0», Anthropic, " +
				`claude.ai, 1er novembre 2026, cité dans «\u00a0${noteTitle}\u00a0», ${address}.`,
		],
		["en", undated, address, `Text generated by Mistral Medium 3.1, Mistral AI, quoted in “${noteTitle},” ${address}.`],
		["fr", undated, null, `Texte produit par Mistral Medium 3.1, Mistral AI, cité dans «\u00a0${noteTitle}\u00a0».`],
	] as const)("in %s", (language, record, at, text) => {
		expect(cite("chicago", record, language, at)).toBe(text);
	});
});

describe("an entry of BibTeX", () => {
	it("tells company, model, exact id, day, address and where it is quoted", () => {
		expect(cite("bibtex", known, "en", address).split("\n")).toEqual([
			"@software{mistral-medium-3.1-2026-11-22,",
			"  author = {{Mistral AI}},",
			"  title = {Mistral Medium 3.1},",
			"  version = {mistralai/mistral-medium-3.1},",
			"  date = {2026-11-22},",
			`  url = {${address}},`,
			"  note = {Quoted in ``On keeping a notebook''}",
			"}",
		]);
	});

	it("leaves out what is not known, and names the site of what the writer told", () => {
		expect(cite("bibtex", home, "fr", null).split("\n")).toEqual([
			"@software{my-own-model-2026-11-23,",
			"  title = {my-own\\_model},",
			"  version = {my-own\\_model:7b},",
			"  date = {2026-11-23},",
			"  note = {Quoted in ``On keeping a notebook''}",
			"}",
		]);
		const entry = cite("bibtex", told, "en", null);
		expect(entry).toContain("  organization = {claude.ai},");
		expect(entry).not.toContain("version");
		expect(cite("bibtex", undated, "en", null)).toMatch(/^@software\{mistral-medium-3\.1,\n/);
	});

	it("is one entry whose braces match and whose fields end where they do, whatever the names are", () => {
		fc.assert(
			fc.property(anyRecord, anyText, fc.option(fc.webUrl()), (record, title, at) => {
				const entry = citationText(citation("bibtex", { record, noteTitle: title, address: at }, "en"));
				let depth = 0;
				for (const sign of entry) {
					if (sign === "{") depth++;
					if (sign === "}") depth--;
					expect(depth).toBeGreaterThanOrEqual(0);
				}
				expect(depth).toBe(0);
				expect(entry.match(/^@software\{[a-z0-9.-]+,$/gm)).toHaveLength(1);
				for (const line of entry.split("\n").slice(1, -1)) {
					const field = /^ {2}([a-z]+) = \{(.*)\},?$/.exec(line);
					expect(field).not.toBeNull();
					if (field?.[1] !== "url") expect(field?.[2]).not.toMatch(/(?:^|[^\\])[#$%&_~^]/);
				}
			}),
			{ numRuns: runs },
		);
	});

	it("escapes what TeX acts upon, and joins lines", () => {
		expect(escapeTex("50 % of $x_1 & #2\n{a}~^\\")).toBe(
			"50 \\% of \\$x\\_1 \\& \\#2 " +
				"\\textbraceleft{}a\\textbraceright{}\\textasciitilde{}\\textasciicircum{}\\textbackslash{}",
		);
	});
});

describe("a citation that is pasted into a note", () => {
	it("does nothing there, whatever the record holds", () => {
		fc.assert(
			fc.property(
				anyRecord,
				anyText,
				fc.constantFrom(...citationStyles),
				fc.constantFrom("en", "fr"),
				(record, title, style, language) => {
					const text = citationText(citation(style, { record, noteTitle: title, address: null }, language));
					expect(text.replace(/``/g, "")).not.toMatch(/`|\[\[|!\[\[|<%|<script|%%|\]\(/);
				},
			),
			{ numRuns: runs },
		);
	});
});

describe("the address of a published note", () => {
	it.each([
		[
			"Essays/On keeping a notebook.md",
			undefined,
			"https://g.example/{slug}",
			"https://g.example/essays/on-keeping-a-notebook",
		],
		["Essays/Écrire à la main.md", undefined, "https://g.example/{name}/", "https://g.example/ecrire-a-la-main/"],
		["Essays/On keeping.md", undefined, "https://g.example/{path}", "https://g.example/Essays/On%20keeping"],
		["A.md", "notes/a", "https://g.example/{slug}", "https://g.example/notes/a"],
		["A.md", "https://other.example/a", "", "https://other.example/a"],
		["A.md", "/a", "", null],
		["A.md", undefined, "https://g.example", null],
		["A.md", undefined, "javascript:alert(1)//{slug}", null],
		["A.md", "javascript:alert(1)", "https://g.example/{slug}", "https://g.example/javascript%3Aalert(1)"],
		["A.md", 3, "", null],
	] as const)("of %s with permalink %s by %s is %s", (path, permalink, pattern, expected) => {
		expect(publishedAddress(path, permalink, pattern)).toBe(expected);
	});

	it("is set as an address of the web", () => {
		expect(isAddressPattern("https://g.example/{slug}")).toBe(true);
		for (const bad of ["", "g.example", "ftp://g.example", "https://", "https://g.example/ a", "https://g.example/<b>"])
			expect(isAddressPattern(bad)).toBe(false);
	});
});
