import { describe, expect, it } from "vitest";
import type { Candidate, Original } from "../../../src/core/wording/candidate";
import { judge } from "../../../src/core/wording/judge";
import { changeGroups } from "../../../src/core/wording/groups";
import { reasonFor } from "../../../src/core/wording/reasons";
import { RowReader } from "../../../src/core/wording/reply-reader";

const sentence = "Les lettre que tu m’as envoyé sont là, je ne sait plus quoi en pensé.";
const mended = "Les lettres que tu m’as envoyées sont là, je ne sais plus quoi en penser.";
const original: Original = { sentence, selection: { from: 0, to: sentence.length }, language: "fr" };

/** The reason told beside each change, by the words it brings. */
function told(reply: string): readonly (readonly [string, string | null])[] {
	const reader = new RowReader({ original: sentence, asked: 1 });
	const [row] = [...reader.push(reply), ...reader.end()];
	const judged = judge(original, row?.text ?? "") as Candidate;
	return changeGroups(original, judged).map((group) => [
		group.changes.map(({ insert }) => insert.trim()).join(" "),
		reasonFor(sentence, group, row?.reasons ?? []),
	]);
}

describe("each change of a passage", () => {
	it("has its own reason, however the reply names it", () => {
		const reasons = ["pluriel", "accord", "première personne", "infinitif"];
		for (const why of [
			{ lettres: "pluriel", envoyées: "accord", sais: "première personne", penser: "infinitif" },
			{
				"Les lettres": "pluriel",
				"m'as envoyées": "accord",
				"je ne sais plus": "première personne",
				PENSER: "infinitif",
			},
			{ lettre: "pluriel", envoyé: "accord", "ne sait": "première personne", "en pensé.": "infinitif" },
			[{ lettres: "pluriel", envoyées: "accord" }, { sais: "première personne" }, { penser: "infinitif" }],
		])
			expect(told(JSON.stringify({ text: mended, why })).map(([, reason]) => reason)).toEqual(reasons);
	});

	it("has none where none was told of it, and none that is about other words", () => {
		expect(told(JSON.stringify({ text: mended, why: { sais: "personne", ais: "?", "": "vide", sonnet: 3 } }))).toEqual([
			["lettres", null],
			["envoyées", null],
			["sais", "personne"],
			["penser", null],
		]);
		expect(told(JSON.stringify({ text: mended, gloss: "accords" })).every(([, reason]) => reason === null)).toBe(true);
	});

	it("takes the reason that names most of it", () => {
		const why = { lettres: "one", "les lettres que tu m’as envoyées": "two" };
		expect(told(JSON.stringify({ text: mended, why }))[0]).toEqual(["lettres", "one"]);
	});
});
