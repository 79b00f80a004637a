import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { newPage, pageBody, type PageStyle, pageWords } from "../../../src/core/disclosure/page";
import { sentences, usualSentences } from "../../../src/core/disclosure/page-words";
import type { Quotation } from "../../../src/core/disclosure/quotations";
import { marks, wholeSection } from "../../../src/core/disclosure/section";
import type { Facts } from "../../../src/core/journal/facts";
import type { InterfaceLanguage } from "../../../src/core/languages/interface-language";
import { gatherFrom, type Given } from "./gathering";

const page = (name: string): string => readFileSync(path.join(import.meta.dirname, "pages", `${name}.md`), "utf8");

const claude = "anthropic/claude-4-sonnet-20250522";
const mistral = "mistralai/mistral-medium-3.1";
const qwen = "qwen3:14b";
const names: Readonly<Record<string, string>> = {
	[claude]: "Claude Sonnet 4",
	[mistral]: "Mistral Medium 3.1",
	[qwen]: "Qwen3 14B",
};

function fact(change: Partial<Facts>): Facts {
	return {
		id: "1",
		time: "2026-11-01T10:00:00+01:00",
		note: "A.md",
		outcome: "dismissed",
		failure: null,
		objective: "Other words",
		model: claude,
		endpoint: "openrouter",
		provider: null,
		place: "remote",
		seconds: 2,
		adoptedWords: 0,
		tokens: { prompt: 100, completion: 10 },
		cost: null,
		unknown: 0,
		carbon: null,
		comparison: null,
		...change,
	};
}

function quotation(model: string, objective: string, date: string): Quotation {
	return { model, name: names[model] ?? model, objective, adopted: /words|mots/.test(objective), date };
}

/** The example: three notes, seven quotations, 46 consultations. */
function example(language: InterfaceLanguage): Given {
	const [house, tides, notebook] =
		language === "fr"
			? ["La maison de Kerouzic.md", "Marées.md", "Tenir un carnet.md"]
			: ["The house at Kerouzic.md", "Tides.md", "On keeping a notebook.md"];
	const [words, clear, evoke] =
		language === "fr"
			? ["Autres mots", "Est-ce clair ?", "Qu’est-ce que ça évoque ?"]
			: ["Other words", "Is it clear?", "What does it evoke?"];
	const facts = Array.from({ length: 46 }, (_, n) => {
		const objective = n < 30 ? words : n < 38 ? clear : evoke;
		const kept = n < 4 ? "adopted" : n === 30 || n === 38 || n === 39 ? "kept" : "dismissed";
		const model = n >= 38 ? mistral : n >= 30 ? qwen : claude;
		return fact({
			id: String(n),
			time: n === 45 ? "2026-03-02T08:00:00+01:00" : "2026-11-20T08:00:00+01:00",
			objective,
			outcome: kept,
			model,
			place: model === qwen ? "device" : "remote",
			cost: n < 30 ? { amount: 0.007, currency: "USD", listed: null } : null,
			carbon: { central: 9 / 46, low: 1 / 46, high: 40 / 46 },
		});
	});
	return {
		notes: [
			{
				path: notebook,
				quotations: [quotation(mistral, evoke, "2026-09-01"), quotation(mistral, evoke, "2026-09-02")],
			},
			{ path: tides, quotations: [quotation(qwen, clear, "2026-10-01"), quotation(claude, words, "2026-10-02")] },
			{ path: house, quotations: [1, 2, 3].map((day) => quotation(claude, words, `2026-11-0${day}`)) },
		],
		facts,
		proposes: () => null,
		nameOf: (id) => names[id] ?? id,
		opennessOf: (id) => (id === qwen ? "open weights" : "closed"),
	};
}

function style(language: InterfaceLanguage, change: Partial<PageStyle> = {}): PageStyle {
	return {
		words: pageWords[language],
		sentences: usualSentences,
		numbers: false,
		today: "2026-11-29",
		link: (of) => `[[${of.replace(/\.md$/, "")}]]`,
		...change,
	};
}

describe.each(["fr", "en"] as const)("the page in %s", (language) => {
	const written = page(language);
	const section = written.slice(written.indexOf(marks.start)).trimEnd();

	it("is the example to the letter", () => {
		expect(wholeSection(pageBody(gatherFrom(example(language)), style(language)))).toBe(section);
	});

	it("tells numbers where the writer wants them", () => {
		const body = pageBody(gatherFrom(example(language)), style(language, { numbers: true }));
		expect(wholeSection(body)).toBe(section.replace(marks.end, `${page(`numbers.${language}`)}\n${marks.end}`));
	});

	it("begins with its title where there is none yet", () => {
		expect(newPage("section", pageWords[language].title)).toBe(
			`${written.slice(0, written.indexOf("\n\n"))}\n\nsection\n`,
		);
	});

	it("says all that the writer vouches for, and nothing that they do not", () => {
		const { words } = style(language);
		const all = pageBody(gatherFrom(example(language)), style(language, { sentences }));
		const none = pageBody(gatherFrom(example(language)), style(language, { sentences: [] }));
		for (const said of [...Object.values(words.doNot), words.decide(true), words.consult("X", true).slice(-60)]) {
			expect(all).toContain(said);
			expect(none).not.toContain(said);
		}
		expect(none).toContain(words.consult(words.month("2026-03"), false));
	});

	it("says that nothing is recorded", () => {
		const nothing = { ...example(language), notes: [], facts: [] };
		const body = pageBody(gatherFrom(nothing), style(language, { numbers: true }));
		expect(body).toContain(pageWords[language].nothing);
		expect(body).not.toMatch(/Claude|\d{4}-\d\d|<details>/);
		expect(body.split("\n\n")).toHaveLength(3);
	});

	it("says of what was asked and never quoted that the journal tells it", () => {
		const body = pageBody(gatherFrom({ ...example(language), notes: [] }), style(language));
		expect(body).toContain(pageWords[language].noQuotation);
		expect(body).toContain(pageWords[language].gathered(pageWords[language].day("2026-11-29"), true, true));
		expect(body).toContain("Qwen3 14B");
	});

	it("does without the journal where it was turned off", () => {
		const body = pageBody(gatherFrom({ ...example(language), facts: [] }), style(language, { numbers: true }));
		const { words } = style(language);
		expect(body).toContain(words.month("2026-09"));
		expect(body).not.toContain(words.decide(true));
		expect(body).toContain(words.decide(false));
		expect(body).toContain(words.quotationsColumn);
		expect(body).not.toContain("CO₂e");
	});
});

describe("what the page claims", () => {
	const said = (facts: readonly Facts[]): string =>
		pageBody(gatherFrom({ ...example("en"), notes: [], facts }), style("en", { numbers: true }));
	const times = (count: number, change: Partial<Facts>): Facts[] =>
		Array.from({ length: count }, (_, n) => fact({ id: `${n}${JSON.stringify(change)}`, ...change }));

	it("is 'often I keep my own words' only where fewer than half were adopted", () => {
		const adopted = { outcome: "adopted" } as const;
		expect(said([...times(4, adopted), ...times(5, {})])).toContain("often I keep my own words");
		expect(said([...times(5, adopted), ...times(5, {})])).not.toContain("often");
		// What was cancelled or failed shows nothing of what the writer prefers, nor does an answer that was read.
		const others = [
			...times(9, { outcome: "cancelled" }),
			...times(9, { outcome: "failed" }),
			...times(9, { objective: "Is it clear?" }),
		];
		expect(said([...times(5, adopted), ...times(5, {}), ...others])).not.toContain("often I keep");
	});

	it("is 'most often' only of more than half", () => {
		const clear = { objective: "Est-ce clair ?" };
		expect(said([...times(3, {}), ...times(2, clear)])).toContain(
			"Most often I am looking for a word; sometimes I ask",
		);
		expect(said([...times(2, {}), ...times(2, clear)])).not.toMatch(/most often/i);
		expect(said([...times(2, {}), ...times(3, clear)])).toContain(
			"Most often I ask whether a passage is clear; sometimes I am looking for a word.",
		);
		expect(said(times(2, {}))).toContain("I am looking for a word. The decision");
		expect(said(times(2, { objective: "Of my own" }))).toContain("I ask a question.");
		expect(said([...times(2, { objective: "Of my own" }), ...times(1, clear)])).toContain(
			"I ask whether a passage is clear, or something else.",
		);
	});

	it("takes an objective of the writer's own for what it is seen to do", () => {
		const own = { objective: "Mon objectif" };
		expect(said([...times(1, { ...own, outcome: "adopted" }), ...times(1, own)])).toContain("I am looking for a word.");
		expect(said([...times(1, { ...own, outcome: "kept" }), ...times(1, own)])).toContain("I ask a question.");
	});

	it("is 'on my own computer' only where it always ran there", () => {
		const local = { model: qwen, place: "device" } as const;
		expect(said(times(2, local))).toContain("It runs on my own computer.");
		expect(said([...times(2, local), ...times(1, { ...local, place: "remote" })])).not.toContain("It runs");
		expect(said([...times(2, local), ...times(1, { ...local, place: null })])).not.toContain("It runs");
		expect(said(times(2, { ...local, place: "network" }))).toContain("It runs on a machine in my own network.");
	});

	it("leaves nothing unknown out of a sum without saying so", () => {
		const body = said([
			...times(1, { cost: { amount: 0.5, currency: "USD", listed: null } }),
			...times(2, { cost: { amount: 2, currency: "EUR", listed: null } }),
			...times(3, { unknown: 1 }),
			...times(1, { carbon: { central: 2000, low: 300, high: 9000 } }),
		]);
		expect(body).toContain("7 consultations, 0 kept, €4.00 + $0.50, not counting 3 requests whose cost is not known.");
		expect(body).toContain("About 2 kg CO₂e, an order of magnitude (0.3 to 9), not counting 6 consultations.");
	});

	it("names no maker and no openness that nobody told", () => {
		const body = pageBody(
			gatherFrom({ ...example("en"), notes: [], facts: times(1, { model: "x/y" }), opennessOf: () => "unknown" }),
			style("en"),
		);
		expect(body).toContain("- x/y: I do not know what of it is published.");
	});

	it("quotes names that come from elsewhere", () => {
		const name = "[[x]] | <b> `rm` #tag";
		const body = pageBody(
			gatherFrom({
				...example("en"),
				notes: [{ path: "A.md", quotations: [{ ...quotation(claude, "x", ""), name }] }],
			}),
			style("en", { numbers: true }),
		);
		expect(body).not.toMatch(/(?<!\\)(?:\[\[x|<b>|`rm`| \| <| #tag)/);
		expect(body).toContain("\\[");
	});
});
