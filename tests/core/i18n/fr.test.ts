import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { frStatistics } from "../../../src/core/i18n/fr-statistics";
import { readableDate, readableMoment } from "../../../src/core/i18n/readable-date";
import { de, que } from "../../../src/core/wording/agreement/sounds";
import { seedsOf } from "../../../src/core/prompts/seeds";
import { interfaceLanguage } from "../../../src/core/languages/interface-language";

/** String literals of the French words, without template holes. */
const room = path.resolve(import.meta.dirname, "../../../src/core/i18n");
const source = readdirSync(room)
	.filter((name) => /^fr\b/.test(name))
	.map((name) => readFileSync(path.join(room, name), "utf8"))
	.join("\n")
	.replace(/\/\*\*[\s\S]*?\*\//g, "");
const literals = [...source.matchAll(/"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map((match) =>
	(match[1] ?? match[2] ?? "").replace(/\$\{[^}]*\}/g, "x"),
);

/** Narrow before ; ! ? and wide before : and inside guillemets, none of them a plain space. */
const misspaced = (text: string): boolean => /[ \u00a0][;!?]|[ \u202f](?::|»)|«(?!\u00a0)/.test(text);

describe("the French words", () => {
	it(
		"never break a line before a double punctuation mark or inside guillemets, and set a narrow space where " +
			"French does",
		() => {
			expect(literals.length).toBeGreaterThan(150);
			expect(literals.filter(misspaced)).toEqual([]);
		},
	);

	it("never part a number from its unit", () => {
		expect(literals.filter((text) => /x (?:s|g|%)(?![\p{L}\d])/u.test(text))).toEqual([]);
	});

	it("elide before a name as it is spoken", () => {
		expect(["Ollama", "Élan", "Hugging Face", "Mistral", "IBM", "avril 2026", "Z.ai"].map(de)).toEqual([
			"d’Ollama",
			"d’Élan",
			"de Hugging Face",
			"de Mistral",
			"d’IBM",
			"d’avril 2026",
			"de Z.ai",
		]);
		expect(["Opus", "Sonnet"].map(que)).toEqual(["qu’Opus", "que Sonnet"]);
		// What a number stands in has its own words before it, or is read out behind them.
		const numbers = "count|fewest|answers|named|tokens|kilometres|low";
		const bare = new RegExp(
			`(?<![\\p{L}’])(?:de|que|jusque) "?\\s*\\+?\\s*\\x60?\\$\\{(?!(?:${numbers})\\})[^}]*\\}?`,
			"giu",
		);
		const page = readFileSync(path.resolve(room, "../disclosure/page-words-fr.ts"), "utf8");
		expect((source + page).match(bare) ?? []).toEqual([]);
	});

	it("call the first of a month so, wherever a day is told", () => {
		expect(readableDate("2026-12-01", "fr")).toBe("1er déc. 2026");
		expect(readableDate("2026-12-11", "fr")).toBe("11 déc. 2026");
		expect(readableDate("2026-12-01", "en")).toBe("Dec 1, 2026");
		expect(readableMoment("2026-12-01T10:42:05+01:00", "fr")).toMatch(/^1er déc\. 2026/);
		const { until, since, part } = frStatistics.against;
		expect([until("mars", "1"), since("mars", "2"), part("mars", "1", "21")]).toEqual([
			"mars, jusqu’au 1er",
			"mars, à partir du 2",
			"mars, du 1er au 21",
		]);
		const files = readdirSync(path.resolve(room, "../.."), { recursive: true, encoding: "utf8" });
		const own = files
			.filter((file) => file.endsWith(".ts"))
			.filter((file) =>
				/DateTimeFormat\(|toLocaleDateString/.test(readFileSync(path.resolve(room, "../..", file), "utf8")),
			);
		// Citations have their own days, and the English page its own order.
		expect(own.map((file) => path.basename(file)).sort()).toEqual([
			"citation-words.ts",
			"date-in-words.ts",
			"page-words-en.ts",
		]);
	});

	it("use the typographic apostrophe", () => {
		expect(literals.filter((text) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
	});
});

describe("the French seeds", () => {
	it("are set as French is, and have file names that every system can hold", () => {
		for (const { name, properties, body } of [seedsOf.fr.style, ...seedsOf.fr.objectives]) {
			for (const text of [String(properties["title"] ?? name), body]) {
				expect(text).not.toMatch(/\p{L}'\p{L}/u);
				expect(misspaced(text), text).toBe(false);
			}
			expect(name).not.toMatch(/[*"\\/<>:|?#^[\]]/);
		}
	});
});

describe("the interface language", () => {
	it("follows Obsidian unless it is set", () => {
		expect(interfaceLanguage("auto", "fr-CA")).toBe("fr");
		expect(interfaceLanguage("auto", "pt-BR")).toBe("en");
		expect(interfaceLanguage("en", "fr")).toBe("en");
	});
});
