import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { adoptionsOf } from "../../../src/core/record/adoptions";
import { applyChanges } from "../../../src/core/text/text";
import { judge } from "../../../src/core/wording/judge";

interface WordingCase {
	readonly id: string;
	readonly lang: string;
	readonly note: string;
	readonly selection: string;
	readonly selection_offset: number;
	readonly selection_grown?: string;
	readonly sentence: string;
	readonly sentence_offset: number;
	readonly candidates: readonly {
		readonly sentence: string;
		readonly class: "agreeing" | "recast" | "broken";
		readonly kind?: string;
		readonly picked: readonly string[];
		readonly why: string;
	}[];
}
const load = (file: string): WordingCase[] =>
	readFileSync(path.resolve(import.meta.dirname, "../../cases", file), "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as WordingCase);
const cases = ["wording.jsonl", "wording-2.jsonl", "more-wording.jsonl", "kept-wording.jsonl"].flatMap(load);

const judged = cases.flatMap((one) => {
	const words = one.selection_grown ?? one.selection;
	const from = one.note.indexOf(words, Math.max(0, one.selection_offset - words.length)) - one.sentence_offset;
	const original = { sentence: one.sentence, selection: { from, to: from + words.length }, language: one.lang };
	return one.candidates.map((candidate) => ({ one, candidate, original, result: judge(original, candidate.sentence) }));
});

describe("labelled candidates", () => {
	it("that are broken are always told from the rest", () => {
		const wrong = judged
			.filter(({ candidate, result }) => (candidate.class === "broken") !== "broken" in result)
			.map(
				({ one, candidate, result }) =>
					`${one.id} ${candidate.class} ${candidate.kind ?? ""} judged ` +
					`${"broken" in result ? result.broken : result.class}: ${candidate.sentence}`,
			);
		expect(wrong).toEqual([]);
	});

	it("that agree are told from those that recast the sentence: in 97 of 100, all but one in other languages", () => {
		const told = judged.filter(({ candidate, result }) => candidate.class !== "broken" && !("broken" in result));
		const wrong = told.filter(({ candidate, result }) => !("broken" in result) && result.class !== candidate.class);
		const misses = wrong.flatMap(({ one, candidate, result }) =>
			"broken" in result
				? []
				: [
						`${one.id}: ${candidate.class} judged ${result.class}: ${candidate.sentence} ` +
							`(${candidate.why}) ` +
							`${JSON.stringify(result.roles.map((pair) => [pair.before, pair.after, pair.role]))}`,
					],
		);
		if (misses.length > 0)
			console.log(`Agreeing against recast: ${misses.length} of ${told.length} missed\n${misses.join("\n")}`);
		expect(misses.length / told.length).toBeLessThanOrEqual(0.03);
		for (const lang of new Set(told.map(({ one }) => one.lang))) {
			const many = told.filter(({ one }) => one.lang === lang).length;
			const missed = wrong.filter(({ one }) => one.lang === lang).length;
			expect(missed, lang).toBeLessThanOrEqual(/^(?:fr|en)$/.test(lang) ? many * 0.03 : 1);
		}
	});

	it("give changes that make exactly the candidate, and leave all else byte for byte", () => {
		for (const { original, result, candidate } of judged) {
			if ("broken" in result) continue;
			expect(applyChanges(original.sentence, result.changes)).toBe(result.text);
			expect(result.text.replace(/’/g, "'")).toBe(candidate.sentence.replace(/’/g, "'"));
		}
	});

	it("paint, count, set off and record each word by the one role that it has", () => {
		let words = 0;
		for (const { original, result } of judged) {
			if ("broken" in result) continue;
			const { changes, roles, text } = result;
			const astray = roles.filter(
				({ at, after, role }) =>
					!changes.some(
						(change) =>
							change.role === role &&
							change.from <= at.from &&
							change.to >= at.to &&
							(after === "" || change.insert.includes(after)),
					),
			);
			expect(astray, text).toEqual([]);
			words += roles.length;
			const recorded = adoptionsOf(original.sentence, 0, changes).flatMap(({ adopted, changedAdopted }) =>
				changedAdopted.map(({ from, to }) => adopted.slice(from, to)),
			);
			if (!/[[\]\n]/.test(original.sentence))
				expect(recorded.join("")).toBe(changes.map(({ insert }) => insert).join(""));
		}
		expect(words).toBeGreaterThan(1000);
	});

	it("name the picked words as labelled, in most cases", () => {
		const plain = (words: readonly string[]): string =>
			[...words]
				.map((word) => word.replace(/’/g, "'").toLowerCase())
				.sort()
				.join(" ");
		const compared = judged.flatMap(({ candidate, result, one }) =>
			"broken" in result || result.roles.length === 0 || candidate.class !== "agreeing"
				? []
				: [
						{
							id: one.id,
							wanted: plain(candidate.picked),
							found: plain(
								result.roles
									.filter((pair) => pair.role === "picked" && pair.after !== "" && /[\p{L}\p{N}]/u.test(pair.after))
									.map((pair) => pair.after),
							),
						},
					],
		);
		const misses = compared.filter(({ wanted, found }) => wanted !== found);
		if (misses.length > 0)
			console.log(
				`Picked words: ${misses.length} of ${compared.length} ` +
					`differ\n${misses.map((miss) => `${miss.id}: ${miss.wanted} / ${miss.found}`).join("\n")}`,
			);
		expect(misses.length / compared.length).toBeLessThan(0.1);
	});
});
