import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acknowledged } from "../../../src/core/disclosure/acknowledgement";
import { pageBody, pageWords } from "../../../src/core/disclosure/page";
import { quotationsIn } from "../../../src/core/disclosure/quotations";
import { factsOf, parseEntries, printEntry } from "../../../src/core/journal/entry";
import { readMonth } from "../../../src/core/journal/read-month";
import { findCallouts } from "../../../src/core/markdown/callouts";
import { recordLabels } from "../../../src/core/record/labels";
import type { ConsultationRecord } from "../../../src/core/record/model";
import { normalRecord, toldIdentity } from "../../../src/core/record/normal";
import { findRecords } from "../../../src/core/record/parse";
import { printRecord, recordFormNames } from "../../../src/core/record/print";
import { withoutRecords } from "../../../src/core/record/strip";
import { groupOf, toldIn } from "../../../src/core/statistics/groups";
import { Adder } from "../../../src/core/statistics/sums";
import { entry } from "../journal/arbitrary";
import { gatherFrom } from "../disclosure/gathering";
import { adoption, anyText, runs } from "./arbitrary";

const { en, fr } = recordLabels;

const told: ConsultationRecord = {
	modelName: "Claude Opus 4.1",
	objective: "Elsewhere",
	date: "2026-11-21",
	adoptions: [],
	kept: {
		question: "Why would a surveyor write standing up?",
		answer: "The pencil is not humility, it is speed.",
		incomplete: false,
	},
	identity: toldIdentity("Claude Opus 4.1", "claude.ai"),
};

describe("a record that the writer told", () => {
	it("says so on its identity line, and makes up neither tokens nor a cost nor an exact id", () => {
		expect(printRecord(told, en).split("\n")).toEqual([
			"> [!ai]- Claude Opus 4.1 · Elsewhere · 2026-11-21",
			"> **Asked:** Why would a surveyor write standing up?",
			">",
			"> The pencil is not humility, it is speed.",
			">",
			"> `Claude-Opus-4.1` via claude\\.ai · told by the writer",
		]);
		expect(printRecord(told, fr).split("\n").pop()).toBe("> `Claude-Opus-4.1` via claude\\.ai · indiqué à la main");
	});

	it("is read as told in each form, in either language, whatever the answer and the names are", () => {
		fc.assert(
			fc.property(
				anyText,
				anyText,
				anyText.filter((text) => text.trim() !== ""),
				anyText,
				fc.constantFrom(...recordFormNames),
				fc.constantFrom(en, fr),
				(answer, question, model, via, form, labels) => {
					const record = {
						...told,
						modelName: model,
						kept: { question, answer, incomplete: false },
						identity: toldIdentity(model, via),
					};
					const note = `Before.\n\n${printRecord(record, labels, form)}\n\nAfter.\n`;
					const [found, ...others] = findRecords(note);
					expect(others).toEqual([]);
					expect(found?.record).toEqual(normalRecord(record, labels));
					expect(found?.record.identity.told).toBe(true);
					expect(withoutRecords(note)).toBe("Before.\n\nAfter.\n");
				},
			),
			{ numRuns: runs },
		);
	});

	it("stays told, and nothing measured, whatever a hand adds to its line", () => {
		for (const form of recordFormNames) {
			const text = printRecord(told, en, form).replace(
				"claude\\.ai",
				"claude.ai (Anthropic) · 812 + 64 tokens · $0.0034",
			);
			expect(findRecords(text)[0]?.record.identity).toEqual(toldIdentity("Claude-Opus-4.1", "claude.ai"));
		}
	});

	it("is a record for readers that know no such line: an id, an endpoint, and something behind a dot", () => {
		// As earlier versions looked for it.
		const identity = /(?:^|\n)[ \t]*`[^`\s]+`\s+via\s+\S(?:(?!\n[ \t]*\n)[^]){0,600}?\s·\s/;
		for (const form of recordFormNames)
			for (const labels of [en, fr]) expect(printRecord(told, labels, form).replace(/^> ?/gm, "")).toMatch(identity);
		expect(findCallouts(printRecord(told, en, "signed"))).toHaveLength(1);
	});

	it("is an entry of the journal that took nothing, and is counted as told", () => {
		const { identity } = normalRecord(told, en);
		const given = {
			...entry,
			outcome: "kept" as const,
			endpoint: null,
			place: null,
			seconds: null,
			unknown: 0,
			proposals: [],
			record: { ...told, identity },
		};
		const text = printEntry(given, { labels: en });
		expect(text).toContain("[told:: true]");
		expect(parseEntries(text)[0]?.record.identity).toEqual(identity);
		const [facts] = readMonth(text).facts;
		expect(facts).toEqual(factsOf(given));
		const sums = new Adder();
		if (facts !== undefined) sums.add(facts);
		const { consultations, kept, told: count, withoutTokens, unknownCosts, withoutCarbon, tokens } = sums;
		expect({ consultations, kept, count, withoutTokens, unknownCosts, withoutCarbon, tokens }).toEqual({
			consultations: 1,
			kept: 1,
			count: 1,
			withoutTokens: 0,
			unknownCosts: 0,
			withoutCarbon: 0,
			tokens: 0,
		});
		const groups = { opennessOf: () => "unknown" as const, endpointName: () => null };
		if (facts === undefined) return;
		expect(toldIn(groupOf(facts, "model", groups))).toBe("Claude-Opus-4.1");
		expect(toldIn(groupOf(facts, "provider", groups))).toBe("claude.ai");
		expect(toldIn(groupOf(facts, "objective", groups))).toBeNull();
	});

	it("is told on the AI page as asked elsewhere, beside no figure of what was measured", () => {
		const [found] = findRecords(printRecord(told, en));
		if (found === undefined) throw new Error("No record.");
		const facts = factsOf({
			...entry,
			outcome: "kept",
			unknown: 0,
			record: { ...told, identity: found.record.identity },
		});
		const gathered = gatherFrom({
			notes: [{ path: "A.md", quotations: quotationsIn(printRecord(told, en), []) }],
			facts: [facts],
			proposes: () => null,
			nameOf: (id) => id,
			opennessOf: () => "closed",
		});
		expect(gathered.sums.consultations).toBe(0);
		expect(gathered.models).toEqual([
			{ name: "Claude Opus 4.1", maker: "Anthropic", openness: "closed", place: "told", quotations: 1 },
		]);
		for (const [language, says] of [
			["en", "I asked it on another site; its name is the one I was shown there."],
			["fr", "Je l’ai interrogé sur un autre site\u202f; son nom est celui qui s’y affichait."],
		] as const) {
			const words = pageWords[language];
			const style = { words, sentences: [], numbers: true, today: "2026-11-30", link: () => "A" };
			expect(pageBody(gathered, style)).toContain(says);
		}
	});

	it("is acknowledged with its site, unless the model was asked here too", () => {
		expect(acknowledged([told])).toEqual(["Claude Opus 4.1 (claude.ai)"]);
		const here = adoption("a", "b");
		expect(acknowledged([here, told, { ...told, modelName: here.modelName }])).toEqual([
			"Claude Sonnet 4",
			"Claude Opus 4.1 (claude.ai)",
		]);
	});
});
