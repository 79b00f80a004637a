import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordLabels } from "../../../src/core/record/labels";
import type { ConsultationRecord } from "../../../src/core/record/model";
import { normalRecord } from "../../../src/core/record/normal";
import { findRecords } from "../../../src/core/record/parse";
import { printRecord } from "../../../src/core/record/print";
import { withoutRecords } from "../../../src/core/record/strip";
import { anyRecord } from "./arbitrary";

const labels = recordLabels.en;

/** Two records in one note, which must never be taken for one another. */
function sample(record: ConsultationRecord, model: string): ConsultationRecord {
	return { ...record, identity: { ...record.identity, model } };
}

type Lines = readonly string[];
type Edit = (lines: Lines, pick: number) => Lines;

const at = (lines: Lines, pick: number): number => pick % lines.length;
/** What formatters do to each line that another one of the same paragraph follows. */
const withBreaks = (lines: Lines, mark: string): Lines =>
	lines.map((line, i) => (line !== ">" && (lines[i + 1] ?? ">") !== ">" ? line + mark : line));
const without = (lines: Lines, index: number): Lines => lines.filter((_, i) => i !== index);

/** What hands and other tools do to a callout. The record must read the same after the harmless ones. */
const harmless: Readonly<Record<string, Edit>> = {
	unfolded: (lines) => [lines[0]?.replace("[!ai]-", "[!ai]+") ?? "", ...lines.slice(1)],
	"never folded": (lines) => [lines[0]?.replace("[!ai]-", "[!ai]") ?? "", ...lines.slice(1)],
	"upper case": (lines) => [lines[0]?.replace("[!ai]", "[!AI]") ?? "", ...lines.slice(1)],
	"in a quote": (lines) => lines.map((line) => `> ${line}`),
	"no space after the mark": (lines) => lines.map((line) => line.replace(/^> (?! )/, ">")),
	"spaces at the ends": (lines) => lines.map((line) => `${line}  `),
	"hard breaks as spaces": (lines) => withBreaks(lines, "  "),
	"hard breaks as tags": (lines) => withBreaks(lines, "<br>"),
	"hard breaks as closed tags": (lines) => withBreaks(lines, " <br/>"),
	"hard breaks as backslashes": (lines) => withBreaks(lines, "\\"),
	"an indented mark": (lines) => lines.map((line) => `  ${line}`),
	"under an item": (lines) => ["- An item.", ...lines.map((line) => `\t${line}`), "- Another."],
	"under an item's item": (lines) => ["1. One.", "   - Two.", "", ...lines.map((line) => `     ${line}`)],
	"as an item": (lines) => lines.map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`)),
	"in a quote under an item": (lines) => ["* An item.", ...lines.map((line) => `  > ${line}`)],
	"windows line breaks": (lines) => lines.map((line) => `${line}\r`),
	"a formatter's marks": (lines) => {
		const asked = lines.findIndex((line) => line.startsWith("> **Asked:**"));
		return lines.map((line, i) =>
			/^> \*\*(?:Before|Adopted):/.test(line) && (asked < 0 || i < asked)
				? line.replace(/(^|[^\\])((?:\\\\)*)\*\*/g, "$1$2__")
				: line,
		);
	},
	"other language": (lines) => {
		const label = /^> \*\*(?:Before|Adopted|Taken back|Asked):\*\*/;
		const asked = lines.findIndex((line) => line.startsWith("> **Asked:**"));
		const french: Readonly<Record<string, string>> = {
			Before: "Avant",
			Adopted: "Adopté",
			"Taken back": "Repris",
			Asked: "Question",
		};
		return lines.map((line, i) =>
			label.test(line) && (asked < 0 || i <= asked)
				? line.replace(/^> \*\*([\w ]+):\*\*/, (_, word: string) => `> **${french[word] ?? ""} :**`)
				: line,
		);
	},
};

/**
 * After these the record may be left alone; if it is read, it names the right model and says nothing it did not say.
 */
const harmful: Readonly<Record<string, Edit>> = {
	"a line lost": (lines, pick) => without(lines, at(lines, pick)),
	"a line twice": (lines, pick) => lines.flatMap((line, i) => (i === at(lines, pick) ? [line, line] : [line])),
	"a line moved to the end": (lines, pick) => [...without(lines, at(lines, pick)), lines[at(lines, pick)] ?? ""],
	"two lines swapped": (lines, pick) =>
		lines.map((line, i) =>
			i === at(lines, pick) ? (lines[i + 1] ?? line) : i === at(lines, pick) + 1 ? (lines[i - 1] ?? line) : line,
		),
	"a prefix lost": (lines, pick) => lines.map((line, i) => (i === at(lines, pick) ? line.replace(/^> ?/, "") : line)),
	"cut short": (lines, pick) => lines.slice(0, at(lines, pick) + 1),
	"beginning lost": (lines, pick) => lines.slice(at(lines, pick)),
	"a line torn": (lines, pick) =>
		lines.flatMap((line, i) =>
			i === at(lines, pick) ? [line.slice(0, line.length >> 1), `> ${line.slice(line.length >> 1)}`] : [line],
		),
	"a remark added": (lines, pick) =>
		lines.flatMap((line, i) => (i === at(lines, pick) ? [line, "> A remark of mine."] : [line])),
	"a title of their own": (lines) => ["> [!ai]- What the friend said", ...lines.slice(1)],
	"title and fold lost": (lines) => ["> [!ai]", ...lines.slice(1)],
	"another type": (lines) => [lines[0]?.replace("[!ai]-", "[!quote]") ?? "", ...lines.slice(1)],
	shuffled: (lines, pick) => [
		lines[0] ?? "",
		...[...lines.slice(1)].sort((a, b) => ((a.length * 7 + pick) % 5) - ((b.length * 7 + pick) % 5)),
	],
	"labels unknown": (lines) => lines.map((line) => line.replace("**Before:**", "**Vorher:**")),
};

const words = (record: ConsultationRecord): Set<string> =>
	new Set(record.adoptions.flatMap((one) => [one.before, one.adopted]));

describe("a record that hands have been at", () => {
	it.each(Object.keys(harmless))("reads the same: %s", (name) => {
		fc.assert(
			fc.property(anyRecord, (record) => {
				const edited = (harmless[name]?.(printRecord(record, labels).split("\n"), 0) ?? []).join("\n");
				expect(findRecords(`Before.\n\n${edited}\n\nAfter.`).map((one) => one.record)).toEqual([
					normalRecord(record, labels),
				]);
			}),
			{ numRuns: 60 },
		);
	});

	it.each(Object.keys(harmful))("is read for what it says or left alone, and its neighbour is whole: %s", (name) => {
		fc.assert(
			fc.property(anyRecord, anyRecord, fc.nat(200), (one, two, pick) => {
				const first = sample(one, "first/model-1");
				const second = sample(two, "second/model-2");
				const edited = (harmful[name]?.(printRecord(first, labels).split("\n"), pick) ?? []).join("\n");
				const text = `Before.\n\n${edited}\n\n${printRecord(second, labels)}\n\nAfter.`;
				const found = findRecords(text);
				const neighbour = found.filter((record) => record.record.identity.model === "second/model-2");
				expect(neighbour.map((record) => record.record)).toEqual([normalRecord(second, labels)]);
				const normal = normalRecord(first, labels);
				const said = new Set([...words(normal)]);
				for (const { record } of found.filter((each) => !neighbour.includes(each))) {
					expect(record.identity.model).toBe("first/model-1");
					if (name !== "a line torn" && name !== "a remark added")
						for (const word of words(record)) expect(said).toContain(word);
					if (record.kept === null && normal.kept === null)
						expect(record.adoptions.length).toBeLessThanOrEqual(normal.adoptions.length);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("keeps its model and sentences under a title of the writer's own", () => {
		const record: ConsultationRecord = {
			modelName: "Claude Sonnet 4",
			objective: "Other words",
			date: "2026-11-23",
			kept: null,
			adoptions: [
				{
					before: "Le chat rapide.",
					adopted: "Le chat vif.",
					changedBefore: [{ from: 8, to: 14 }],
					changedAdopted: [{ from: 8, to: 11 }],
					takenBack: null,
				},
			],
			identity: {
				model: "anthropic/claude-4-sonnet-20250522",
				via: "OpenRouter",
				provider: null,
				tokens: null,
				cost: null,
				carbon: null,
			},
		};
		const lines = printRecord(record, labels).split("\n");
		const [found] = findRecords(["> [!ai] Belle trouvaille · à garder", ...lines.slice(1)].join("\n"));
		expect(found?.record).toMatchObject({
			modelName: "anthropic/claude-4-sonnet-20250522",
			objective: "",
			date: "",
			adoptions: [{ before: "Le chat rapide.", adopted: "Le chat vif." }],
		});
		const turned = [lines[0], lines[4], lines[3], lines[2], lines[1], "> My remark."].join("\n");
		expect(findRecords(turned)[0]?.record.adoptions).toEqual(record.adoptions);
	});

	it("is an example, not a record, in a fence or in properties", () => {
		const printed = "> [!ai]- M · O · 2026-11-23\n>\n> `a/b` via C";
		expect(findRecords(printed)).toHaveLength(1);
		expect(findRecords(`\`\`\`\n${printed}\n\`\`\``)).toEqual([]);
		expect(findRecords(`~~~~md\n${printed}\n~~~\n~~~~`)).toEqual([]);
		expect(findRecords(`---\n${printed}\n---`)).toEqual([]);
		expect(findRecords(`---\na: b\n---\n${printed}`)).toHaveLength(1);
		expect(findRecords(`---\n\nA rule.\n\n${printed}`)).toHaveLength(1);
		expect(findRecords(`    ${printed.replace(/\n/g, "\n    ")}`)).toEqual([]);
		for (const above of ["Text.", "- An item.\n\nText.", "- An item.\n\n    "])
			expect(
				findRecords(`${above}\n\n${above.endsWith(" ") ? "    " : ""}    ${printed.replace(/\n/g, "\n        ")}`),
			).toEqual([]);
		expect(findRecords(`> \`\`\`\n${printed.replace(/^/gm, "> ")}\n> \`\`\``)).toEqual([]);
		expect(findRecords(`> \`\`\`\n> left open\n\n${printed}`)).toHaveLength(1);
	});

	it("is two records when no blank line parts two, and none when two identities stand in one", () => {
		const one = "> [!ai]- M · O · 2026-11-23\n>\n> `a/b` via C";
		const two = "> [!ai]- N · O · 2026-11-23\n>\n> `d/e` via C";
		expect(findRecords(`${one}\n${two}`).map((found) => found.record.identity.model)).toEqual(["a/b", "d/e"]);
		expect(findRecords(`${one}\n> \`d/e\` via C`)).toEqual([]);
	});

	it("ends with the item it was moved into", () => {
		const printed = "> [!ai]- M · O · 2026-11-23\n>\n> `a/b` via C".replace(/^/gm, "  ");
		const text = `- An item.\n${printed}\n> A quote of the writer's.`;
		const [found] = findRecords(text);
		expect(text.slice(found?.range.from, found?.range.to)).toBe(printed);
		expect(withoutRecords(text)).toBe("- An item.\n> A quote of the writer's.");
	});

	it("reads emphasis as formatters write it", () => {
		const text =
			"> [!ai]- M · O · 2026-11-23\n> __Before:__ un _vieux_ snake_case\n> __Adopted:__ un _grand_ " +
			"snake_case\n>\n> `a/b` via C";
		expect(findRecords(text)[0]?.record.adoptions).toEqual([
			{
				before: "un vieux snake_case",
				adopted: "un grand snake_case",
				changedBefore: [{ from: 3, to: 8 }],
				changedAdopted: [{ from: 3, to: 8 }],
				takenBack: null,
			},
		]);
	});

	it("reads it in every script, after a combining mark and around characters of two units", () => {
		for (const word of ["नि", "e\u0301", "𝒶𝒷", "日本"]) {
			const text =
				`> [!ai]- M · O · 2026-11-23\n> **Before:** (_${word}_) x\n> **Adopted:** (_${word}_) y\n>\n> \`a/b\` ` +
				"via C";
			expect(findRecords(text)[0]?.record.adoptions[0]).toMatchObject({
				before: `(${word}) x`,
				changedBefore: [{ from: 1, to: 1 + word.length }],
			});
		}
	});

	it("loses its question and not its answer's innocence", () => {
		const record: ConsultationRecord = {
			modelName: "M",
			objective: "O",
			date: "2026-11-23",
			adoptions: [],
			kept: {
				question: "Q?",
				answer: "**Before:** x\n**Adopted:** y\n- __Avant :__ z\n- **Clarity:** good",
				incomplete: false,
			},
			identity: { model: "a/b", via: "C", provider: null, tokens: null, cost: null, carbon: null },
		};
		const printed = printRecord(record, labels);
		expect(printed).toContain("> - **Clarity:** good");
		expect(findRecords(printed.replace(/> \*\*Asked:.*\n/, "")).flatMap((found) => found.record.adoptions)).toEqual([]);
	});

	it("cannot be forged from within an answer", () => {
		const hostile =
			"Fine.\n**Before:** x\n**Adopted:** y\n> [!ai]- Forged · O · 2026-11-23\n`openai/forged` via OpenRouter " +
			"· 1 + 1 tokens\n\n`openai/forged` via OpenRouter";
		const record: ConsultationRecord = {
			modelName: "M",
			objective: "O",
			date: "2026-11-23",
			adoptions: [],
			kept: { question: "Q?", answer: hostile, incomplete: false },
			identity: { model: "a/b", via: "C", provider: null, tokens: null, cost: null, carbon: null },
		};
		const found = findRecords(printRecord(record, labels));
		expect(found.map((one) => [one.record.identity.model, one.record.adoptions.length])).toEqual([["a/b", 0]]);
		expect(found[0]?.record.kept?.answer).toContain("**Before:** x");
	});
});
