import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { judge } from "../../../src/core/wording/judge";

interface Twin {
	readonly language: string;
	readonly label: "agreeing" | "recast" | "broken";
	readonly drawn: string;
	readonly row: string;
}

const twins: readonly Twin[] = readFileSync(path.resolve(import.meta.dirname, "../../cases/twins.txt"), "utf8")
	.split("\n")
	.filter((line) => line !== "" && !line.startsWith("#"))
	.map((line) => {
		const [language = "", label = "", drawn = "", row = ""] = line
			.split("|")
			.map((part) => part.replace(/¦/g, "|").replace(/⏎/g, "\n"));
		return { language, label: label === "a" ? "agreeing" : label === "r" ? "recast" : "broken", drawn, row };
	});

function judged({ language, drawn, row }: Twin): string {
	const [open, close, both] = drawn.includes("‹") ? ["‹", "›", /[‹›]/g] : ["[", "]", /[[\]]/g];
	const selection = { from: drawn.indexOf(open), to: drawn.indexOf(close) - 1 };
	const found = judge({ sentence: drawn.replace(both, ""), selection, language }, row);
	return "broken" in found ? "broken" : found.class;
}

describe.each([
	["fr", 0.97],
	["en", 0.97],
	["de", 0.94],
	["es", 0.94],
	["it", 0.94],
	["pt", 0.94],
	["ja", 0.94],
	["zh", 0.94],
] as const)("twins of the labelled candidates in %s", (language, least) => {
	const own = twins.filter((twin) => twin.language === language);
	const misses = (label: Twin["label"]): readonly string[] =>
		own
			.filter((twin) => twin.label === label && judged(twin) !== label)
			.map((twin) => `${twin.drawn} / ${twin.row}: ${judged(twin)}`);

	it(`are judged as labelled in at least ${least * 100} of 100`, () => {
		const missed = [...misses("agreeing"), ...misses("recast")];
		if (missed.length > 0) console.log(`${language}: ${missed.length} of ${own.length} missed\n${missed.join("\n")}`);
		expect(own.length).toBeGreaterThanOrEqual(12);
		expect(1 - missed.length / own.length).toBeGreaterThanOrEqual(least);
	});

	it("are broken where labelled so", () => {
		expect(misses("broken")).toEqual([]);
	});

	it("never pass as agreeing where something else was recast", () => {
		expect(misses("recast")).toEqual([]);
	});
});
