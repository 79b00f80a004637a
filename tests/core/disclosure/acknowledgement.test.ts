import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acknowledged as namesIn, acknowledgement, acknowledging } from "../../../src/core/disclosure/acknowledgement";
import type { ConsultationRecord } from "../../../src/core/record/model";
import { applyChanges } from "../../../src/core/text/text";
import { sampleSize, seedOf } from "../../sampling";
import { adoption } from "../record/arbitrary";

const doc = (text: string): Text => Text.of(text.split("\n"));
const names = ["Claude Sonnet 4", "Mistral Medium 3.1", "Qwen3 14B"];
const one = names.slice(0, 1);

/** The note as it acknowledges its models; what keeps it from doing so otherwise. */
function acknowledged(
	text: string,
	of: readonly string[],
	cursor: number | null = null,
	language: "en" | "fr" = "fr",
): string {
	const found = acknowledging(doc(text), of, language, cursor);
	return found.state === "write" ? applyChanges(text, [found.change]) : found.state;
}

describe("the acknowledgement", () => {
	it.each([
		["fr", 1, "Pour cette note, j’ai consulté Claude Sonnet 4."],
		["fr", 2, "Pour cette note, j’ai consulté Claude Sonnet 4 et Mistral Medium 3.1."],
		["fr", 3, "Pour cette note, j’ai consulté Claude Sonnet 4, Mistral Medium 3.1 et Qwen3 14B."],
		["en", 2, "For this note I consulted Claude Sonnet 4 and Mistral Medium 3.1."],
		["en", 3, "For this note I consulted Claude Sonnet 4, Mistral Medium 3.1, and Qwen3 14B."],
		["en", 0, ""],
	] as const)("in %s of %i models is %j", (language, count, sentence) => {
		expect(acknowledgement(names.slice(0, count), language)).toBe(sentence);
	});

	it("goes to the cursor's blank line, or else to the note's end", () => {
		const sentence = acknowledgement(one, "fr");
		expect(acknowledged("A.\n\nB.\n", one)).toBe(`A.\n\nB.\n\n${sentence}\n`);
		expect(acknowledged("A.\n\nB.\n", one, 3)).toBe(`A.\n\n${sentence}\n\nB.\n`);
		expect(acknowledged("A.\n\nB.\n", one, 0)).toBe(`A.\n\nB.\n\n${sentence}\n`);
		expect(acknowledged("", one, 0)).toBe(sentence);
		expect(acknowledged("```\nopen\n\ncode", one, 9)).toBe(`${sentence}\n\n\`\`\`\nopen\n\ncode`);
	});

	it("names a model once, without the maker that a router puts before its name", () => {
		const record = (modelName: string, model: string): ConsultationRecord => {
			const made = adoption("La mer.", "L’eau.");
			return { ...made, modelName, identity: { ...made.identity, model } };
		};
		const records = [
			record("Anthropic: Claude Opus 4.1", "anthropic/claude-opus-4.1"),
			record("Claude Opus 4.1", "anthropic/claude-opus-4.1"),
			record("Qwen3 14B", "qwen3:14b"),
		];
		expect(namesIn(records)).toEqual(["Claude Opus 4.1", "Qwen3 14B"]);
	});

	it("is written once, and follows the records in whichever language it stands", () => {
		const first = acknowledged("A.\n", one);
		expect(acknowledged(first, one)).toBe("stands");
		expect(acknowledged(first, names)).toBe(`A.\n\n${acknowledgement(names, "fr")}\n`);
		expect(acknowledged(acknowledged(first, names), one, null, "en")).toBe("edited");
		expect(acknowledged(first, names.slice(0, 2), null, "en")).toBe(
			`A.\n\n${acknowledgement(names.slice(0, 2), "en")}\n`,
		);
	});

	it("is the writer's once it was edited, or names what the note does not quote", () => {
		for (const edited of [
			"Pour cette note, j’ai consulté Claude Sonnet 4, merci.",
			"Pour cette note, j’ai consulté Claude Sonnet 4 et mon voisin.",
			"Pour cette note, j’ai consulté mon voisin.",
			"Pour cette note, j’ai consulté  Claude Sonnet 4.",
			"Pour cette note, j’ai consulté Claude Sonnet 4 et Claude Sonnet 4.",
		]) {
			const found = acknowledging(doc(`A.\n\n${edited}\n`), names, "fr", null);
			expect(found).toMatchObject({ state: "edited", sentence: edited });
		}
	});

	it("is not what stands in code or within a paragraph", () => {
		const sentence = acknowledgement(one, "fr");
		expect(acknowledged(`\`\`\`\n\n${sentence}\n\n\`\`\`\n`, one)).toContain(`\`\`\`\n\n${sentence}\n`);
		expect(acknowledged(`A.\n${sentence}\n`, one)).toBe(`A.\n${sentence}\n\n${sentence}\n`);
	});

	it("has nothing to say without records", () => {
		expect(acknowledged(`A.\n\n${acknowledgement(one, "fr")}\n`, [])).toBe("nothing");
	});

	it("quotes names, and knows them again", () => {
		const odd = ["a et b", "[[x]]", "c, d", "A"];
		const text = acknowledged("A.\n", odd);
		expect(text).not.toContain("[[x]]");
		expect(acknowledged(text, odd)).toBe("stands");
		expect(acknowledged(text, [...odd, "e"])).toContain("\ne.\n".replace("\n", " et "));
	});

	it("leaves every other byte through a hundred changes of records and text", () => {
		const line = fc.constantFrom("Un mot.", "", "> cité", "- un", "| a | b |", "é  ", "\t");
		const step = fc.record({ count: fc.integer({ min: 1, max: 3 }), at: fc.nat(), insert: line });
		fc.assert(
			fc.property(
				fc.array(line, { maxLength: 8 }),
				fc.array(step, { minLength: 100, maxLength: 100 }),
				(lines, steps) => {
					let own = ["Début.", ...lines].join("\n");
					let text = own;
					for (const { count, at, insert } of steps) {
						const found = acknowledging(doc(text), names.slice(0, count), "fr", null);
						// A sentence that names what is not quoted any more is asked about: the writer says yes.
						if (found.state === "write" || found.state === "edited") {
							const { from, to } = found.change;
							const was = text.slice(from, to);
							text = applyChanges(text, [found.change]);
							// What it takes the place of is its own earlier self; else nothing goes.
							expect(was === "" || was.startsWith("Pour cette note")).toBe(true);
							if (was === "") expect(text.slice(0, from) + text.slice(from + found.change.insert.length)).toBe(own);
						}
						const sentence = acknowledgement(names.slice(0, count), "fr");
						expect(text.split(sentence)).toHaveLength(2);
						// The writer goes on above it.
						const end = text.indexOf(sentence);
						const cut = at % 6;
						const edited = `${text.slice(0, cut)}${insert}\n\n${text.slice(cut)}`;
						expect(end).toBeGreaterThan(cut);
						text = edited;
						own = text;
					}
				},
			),
			{ numRuns: sampleSize(5), endOnFailure: true, ...seedOf(7) },
		);
	});
});
