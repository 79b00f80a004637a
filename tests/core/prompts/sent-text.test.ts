import { describe, expect, it } from "vitest";
import { seedsOf } from "../../../src/core/prompts/seeds";
import { sentText } from "../../../src/core/prompts/sent-text";

/** The first paragraphs of the style notes that 0.1.0 made. */
const former = [
	"This note tells your friend how to talk to you. It goes with every question. Change it as you like; links " +
		"and embeds of other notes are followed one level.",
	"Cette note dit à votre ami comment vous parler. Elle accompagne chaque question. Changez-la à votre guise ; " +
		"les liens et les notes intégrées sont suivis sur un niveau.",
];

describe("what is sent of a note with a prompt", () => {
	it.each(Object.entries(seedsOf))(
		"holds nothing of the first style note that speaks to the writer (%s)",
		(_, seeds) => {
			const sent = sentText(seeds.style.body);
			expect(sent).toMatch(/^- /);
			expect(sent).not.toMatch(/%%|this note|cette note|percent|pour cent/i);
			expect(sent.split("\n").every((line) => line.startsWith("- "))).toBe(true);
		},
	);

	it.each(former)("leaves out what 0.1.0 wrote to the writer: %j", (introduction) => {
		expect(sentText(`${introduction}\n\n- Be brief.\n`)).toBe("- Be brief.");
		expect(sentText(introduction)).toBe("");
		// Words of the writer's own are theirs.
		expect(sentText(`Mine first.\n\n${introduction}`)).toBe(`Mine first.\n\n${introduction}`);
	});

	it("leaves out comments and records", () => {
		expect(sentText("%% for me %%\n\nBe brief.\n\n> [!ai]- Model · Words · 2026-11-23\n> **Before:** a\n")).toBe(
			"Be brief.",
		);
	});
});
