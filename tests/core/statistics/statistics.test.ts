import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Facts } from "../../../src/core/journal/facts";
import { readMonth } from "../../../src/core/journal/read-month";
import { factsOf } from "../../../src/core/journal/entry";
import { csvOf, exportOf, type Export } from "../../../src/core/statistics/export";
import { groupings, importedIn, type Grouping, type GroupSources } from "../../../src/core/statistics/groups";
import { Ledger, units } from "../../../src/core/statistics/ledger";
import { paceOf } from "../../../src/core/statistics/pace";
import type { PastRow, PastSource } from "../../../src/core/past/past-use";
import { linesUpTo } from "../../../src/core/statistics/scale";
import { metrics, unknownIn, valueOf, type Metric } from "../../../src/core/statistics/sums";
import {
	cumulative,
	spanAround,
	spanBeside,
	statisticsTable,
	type Span,
	type StatisticsTable,
} from "../../../src/core/statistics/table";
import { makeJournal, type MadeEntry, type MadeJournal } from "../../generator/journal";
import { seedOf, sampleSize } from "../../sampling";
import { entry } from "../journal/arbitrary";

const sources: GroupSources = {
	opennessOf: (model) => (/llama|gpt-oss|qwen|mistral-small|deepseek/.test(model) ? "open weights" : "unknown"),
	endpointName: (id) => ({ openrouter: "OpenRouter", mistral: "Mistral" })[id] ?? null,
};

function ledgerOf(files: Iterable<readonly [string, string]>): Ledger {
	const ledger = new Ledger(sources);
	for (const [path, text] of files) ledger.set(path, readMonth(text));
	return ledger;
}

/** What was put into the journal, counted by hand: nothing of the statistics' own is used. */
function naive(grouping: Grouping, metric: Metric, currency: string) {
	const group = ({ entry: { record, endpoint, note, place }, earlier }: MadeEntry): string => {
		const { model, via, provider } = record.identity;
		if (grouping === "provider")
			return earlier ? (sources.endpointName(endpoint ?? "") ?? endpoint ?? "") : (provider ?? via);
		if (grouping === "place") return earlier ? "" : (place ?? "");
		if (grouping === "endpoint") return endpoint ?? "";
		return { model, objective: record.objective, note, openness: sources.opennessOf(model) }[grouping];
	};
	const value = ({ entry: { record, outcome }, earlier, words }: MadeEntry): number => {
		const { tokens, cost, carbon } = record.identity;
		if (metric === "consultations") return 1;
		if (metric === "tokens") return tokens === null ? 0 : tokens.prompt + tokens.completion;
		if (metric === "cost") return cost?.currency === currency ? cost.amount : 0;
		if (metric === "carbon") return carbon?.central ?? 0;
		if (metric === "words") return earlier ? 0 : words;
		return outcome === metric ? 1 : 0;
	};
	return { group, value };
}

function sumOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}

function expectClose(found: number, expected: number): void {
	expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

const spans: readonly Span[] = [
	{ unit: "day", of: "2026-11" },
	{ unit: "day", of: "2025-02" },
	{ unit: "month", of: "2026" },
	{ unit: "month", of: "2023" },
	{ unit: "year", of: "" },
];

/** Every figure of a table against the count by hand. */
function expectTable(made: MadeJournal, ledger: Ledger, span: Span, grouping: Grouping, metric: Metric): void {
	const table = statisticsTable(ledger, { span, grouping, metric, currency: "", today: "2026-11-23" });
	const { group, value } = naive(grouping, metric, table.currency);
	const inSpan = made.entries.filter(({ entry: { time } }) => time.startsWith(span.of));
	const byGroup = new Map<string, MadeEntry[]>();
	for (const one of inSpan) byGroup.set(group(one), [...(byGroup.get(group(one)) ?? []), one]);
	const named = table.series.filter((series) => series.group !== null);
	expect(named).toHaveLength(Math.min(8, byGroup.size));
	expect(table.series.length).toBe(Math.min(9, byGroup.size));
	for (const series of table.series) {
		const own =
			series.group === null
				? inSpan.filter((one) => !named.some((other) => other.group === group(one)))
				: (byGroup.get(series.group) ?? []);
		expect(series.sums.consultations).toBe(own.length);
		expectClose(valueOf(series.sums, metric, table.currency), sumOf(own.map(value)));
		table.periods.forEach((period, at) => {
			const then = own.filter(({ entry: { time } }) => time.slice(0, units[span.unit]) === period);
			expectClose(valueOf(series.periods[at]!, metric, table.currency), sumOf(then.map(value)));
			expect(series.periods[at]!.consultations).toBe(then.length);
		});
	}
	// None of those beyond is larger than one that is named.
	const totals = named.map((series) => valueOf(series.sums, metric, table.currency));
	expect([...totals].sort((a, b) => b - a)).toEqual(totals);
	for (const [name, own] of byGroup)
		if (!named.some((series) => series.group === name))
			expect(sumOf(own.map(value))).toBeLessThanOrEqual((totals[totals.length - 1] ?? 0) + 1e-9);
	expectClose(valueOf(table.total.sums, metric, table.currency), sumOf(inSpan.map(value)));
	expect(table.total.groups).toBe(byGroup.size);
	expect(sumOf(table.total.periods.map(({ consultations }) => consultations))).toBe(inSpan.length);
}

const made = makeJournal({ seed: 5, consultations: 1500 });

describe("the statistics", () => {
	const ledger = ledgerOf(made.files);

	it("agree with a count that read no file, over every metric, grouping and span", () => {
		expect(ledger.size).toBe(made.entries.length);
		for (const span of spans)
			for (const grouping of groupings) for (const metric of metrics) expectTable(made, ledger, span, grouping, metric);
	});

	it("count what is damaged, and say where", () => {
		expect(made.damaged).toBeGreaterThan(5);
		const lines = ledger.damage.flatMap(({ path, lines: at }) =>
			at.map((line) => made.files.get(path)?.split("\n")[line]),
		);
		expect(lines).toHaveLength(made.damaged);
		for (const line of lines) expect(line).toMatch(/^> \[!ai\]-/);
	});

	it("agree over generated journals, whatever the order of the files", () => {
		fc.assert(
			fc.property(
				fc.nat(),
				fc.integer({ min: 0, max: 120 }),
				fc.constantFrom(...spans),
				fc.constantFrom(...groupings),
				fc.constantFrom(...metrics),
				fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
				(seed, consultations, span, grouping, metric, order) => {
					const one = makeJournal({ seed, consultations, from: "2026-10-01" });
					const files = [...one.files].map((file) => [order.next().value, file] as const).sort((a, b) => a[0] - b[0]);
					const shuffled = ledgerOf(files.map(([, file]) => file));
					expectTable(one, shuffled, span, grouping, metric);
					expect(sumOf(shuffled.damage.map(({ lines }) => lines.length))).toBe(one.damaged);
				},
			),
			{ numRuns: sampleSize(60), ...seedOf(3) },
		);
	});

	it("say the same after any file was written again, went or came back, as if they had read all anew", () => {
		fc.assert(
			fc.property(
				fc.nat(),
				fc.array(fc.tuple(fc.nat(), fc.constantFrom("gone", "cut", "whole")), { maxLength: 12 }),
				(seed, steps) => {
					const one = makeJournal({ seed, consultations: 60, from: "2026-06-01" });
					const paths = [...one.files.keys()];
					const files = new Map(one.files);
					const followed = ledgerOf(files);
					for (const [at, step] of steps) {
						const path = paths[at % paths.length]!;
						const text = one.files.get(path)!;
						if (step === "gone") {
							files.delete(path);
							followed.delete(path);
						} else {
							files.set(path, step === "cut" ? text.slice(0, Math.floor(text.length / 2)) : text);
							followed.set(path, readMonth(files.get(path)!));
						}
						const query = {
							span: { unit: "month", of: "2026" },
							grouping: "model",
							metric: "cost",
							currency: "USD",
							today: "2026-11-23",
						} as const;
						const anew = ledgerOf([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
						expect(figures(statisticsTable(followed, query))).toEqual(figures(statisticsTable(anew, query)));
						expect(followed.size).toBe(anew.size);
						expect(followed.damage).toEqual(anew.damage);
					}
				},
			),
			{ numRuns: sampleSize(40), ...seedOf(4) },
		);
	});

	it("look at no file that holds nothing of the span", () => {
		const followed = ledgerOf(made.files);
		const all = followed.cells("model", "month").length;
		expect(followed.cells("model", "month", "2026").length).toBeLessThan(all / 2);
		expect(followed.cells("model", "day", "2026-11")).toHaveLength(
			[...made.files].filter(([, text]) => readMonth(text).facts.some(({ time }) => time.startsWith("2026-11"))).length,
		);
		expect(followed.cells("model", "day", "1999-01")).toEqual([]);
		expect(followed.firstDay).toBe(made.entries.map(({ entry: { time } }) => time.slice(0, 10)).sort()[0]);
		expect(new Ledger(sources).firstDay).toBe("");
	});

	it("look only at the file that a new entry is in", () => {
		const followed = ledgerOf(made.files);
		const query = {
			span: { unit: "year", of: "" },
			grouping: "model",
			metric: "cost",
			currency: "USD",
			today: "2026-11-23",
		} as const;
		statisticsTable(followed, query);
		const before = followed.cells("model", "year");
		const path = "Expert friend/Journal/2026-11.md";
		const added = { ...factsOf(entry), id: "new", time: "2026-11-23T23:00:00+01:00" };
		const { facts, damaged } = readMonth(made.files.get(path)!);
		followed.set(path, { facts: [...facts, added], damaged });
		expect(followed.cells("model", "year").filter((cells, at) => cells !== before[at])).toHaveLength(1);
		expect(statisticsTable(followed, query).total.sums.consultations).toBe(made.entries.length + 1);
	});
});

describe("an export of the statistics", () => {
	const ledger = ledgerOf(made.files);
	const exported = (span: Span, grouping: Grouping): Export =>
		exportOf(ledger, { span, grouping, today: "2026-11-23", nameOf: (group) => group.toUpperCase() });

	it("agrees with a count that read no file, row by row, and as CSV", () => {
		for (const span of spans)
			for (const grouping of groupings) {
				const out = exported(span, grouping);
				const { group } = naive(grouping, "consultations", "");
				const inSpan = made.entries.filter(({ entry: { time } }) => time.startsWith(span.of));
				expect(sumOf(out.rows.map(({ consultations }) => consultations))).toBe(inSpan.length);
				const lines = readCsv(csvOf(out));
				const titles = lines[0]!;
				expect(lines).toHaveLength(out.rows.length + 1);
				out.rows.forEach((row, at) => {
					const own = inSpan.filter(
						(one) => group(one) === row.group && one.entry.time.slice(0, units[span.unit]) === row.period,
					);
					const line = new Map(lines[at + 1]!.map((cell, column) => [titles[column], cell]));
					expect(line.get("period")).toBe(row.period);
					expect(line.get("name")).toBe(row.group.toUpperCase());
					const count = (metric: Metric, currency = ""): number =>
						sumOf(own.map(naive(grouping, metric, currency).value));
					for (const [title, value, expected] of [
						["consultations", row.consultations, own.length],
						["tokens", row.tokens, count("tokens")],
						["words adopted", row.wordsAdopted, count("words")],
						["kept", row.kept, count("kept")],
						["g CO2e", row.carbon, Number(count("carbon").toPrecision(6))],
						["cost USD", row.cost["USD"] ?? 0, Number(count("cost", "USD").toPrecision(6))],
						["cost EUR", row.cost["EUR"] ?? 0, Number(count("cost", "EUR").toPrecision(6))],
					] as const) {
						expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-5 * Math.abs(expected));
						if (titles.includes(title)) expect(Number(line.get(title))).toBe(value);
						else expect(value).toBe(0);
					}
				});
				expect(sumOf(out.damaged.map(({ lines: at }) => at.length))).toBe(made.damaged);
				expect(JSON.parse(JSON.stringify(out))).toEqual(out);
			}
	});

	it("keeps any name whole, and lets a spreadsheet take none for a formula", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (note) => {
				const one = new Ledger(sources);
				one.set("a", { facts: [{ ...factsOf(entry), note }], damaged: [] });
				const csv = csvOf(
					exportOf(one, {
						span: { unit: "year", of: "" },
						grouping: "note",
						today: "2026-11-23",
						nameOf: (name) => name,
					}),
				);
				const [, line] = readCsv(csv);
				expect(line![1]!.replace(/^'(?=[=+\-@\t\r])/, "")).toBe(note);
				expect(line![1]).not.toMatch(/^[=+\-@\t\r]/);
			}),
			{ numRuns: sampleSize(200), ...seedOf(6) },
		);
		expect(readCsv(csvOf(exported({ unit: "day", of: "1999-01" }, "model")))).toHaveLength(1);
	});
});

/** RFC 4180, read by its grammar. */
function readCsv(text: string): readonly (readonly string[])[] {
	const lines: string[][] = [];
	let line: string[] = [];
	for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
		line.push(quoted?.replace(/""/g, '"') ?? bare ?? "");
		if (end === ",") continue;
		lines.push(line);
		line = [];
	}
	return lines;
}

/** Figures rounded, for sums that were added up in another order. */
function figures({ periods, series, total }: StatisticsTable): unknown {
	const round = (value: number): number => Number(value.toPrecision(9));
	return [
		periods,
		...[...series, total].map(({ group, groups, sums, periods: parts }) => [
			group,
			groups,
			...[sums, ...parts].map((one) => metrics.map((metric) => round(valueOf(one, metric, "USD")))),
		]),
	];
}

describe("a consultation in the statistics", () => {
	const facts = (change: Partial<Facts> = {}): Facts => ({ ...factsOf(entry), ...change });
	const tableOf = (...all: readonly Facts[]): StatisticsTable => {
		const ledger = new Ledger(sources);
		ledger.set("a", { facts: all, damaged: [] });
		return statisticsTable(ledger, {
			span: spanAround("day", "2026-11-23"),
			grouping: "model",
			metric: "cost",
			currency: "",
			today: "2026-11-25",
		});
	};

	it("is never taken for free, or for nothing, where something is unknown", () => {
		const { sums } = tableOf(
			facts(),
			facts({ id: "2", cost: null, unknown: 1, tokens: null, carbon: null }),
			facts({ id: "3", carbon: { central: 0, low: 0, high: 0 }, adoptedWords: null }),
			facts({ id: "4", cost: { amount: 0, currency: "USD", listed: null } }),
		).total;
		expect(metrics.map((metric) => unknownIn(sums, metric))).toEqual([0, 1, 1, 2, 0, 0, 0, 1]);
		expect([...sums.costs.keys()]).toEqual(["USD"]);
		expect(sums.consultations).toBe(4);
	});

	it("keeps currencies apart, and what is by list price", () => {
		const table = tableOf(
			facts({ cost: { amount: 1, currency: "USD", listed: null } }),
			facts({ id: "2", cost: { amount: 2, currency: "EUR", listed: "2026-11-01" } }),
			facts({ id: "3", cost: { amount: 4, currency: "EUR", listed: null } }),
		);
		expect(table.currencies).toEqual(["EUR", "USD"]);
		expect(table.currency).toBe("EUR");
		expect(Object.fromEntries(table.total.sums.costs)).toEqual({ USD: 1, EUR: 6 });
		expect(Object.fromEntries(table.total.sums.listed)).toEqual({ EUR: 2 });
	});

	it("counts once, by the latest entry, in whichever file that is", () => {
		const ledger = new Ledger(sources);
		const early = facts({ outcome: "dismissed" });
		const late = facts({ outcome: "kept", time: "2026-12-01T00:10:00+01:00" });
		const outcomes = (): readonly string[] => [...ledger.facts()].map(({ outcome }) => outcome);
		ledger.set("2026-12.md", { facts: [late], damaged: [] });
		ledger.set("2026-11.md", { facts: [early], damaged: [] });
		expect(outcomes()).toEqual(["kept"]);
		ledger.set("2026-12.md", { facts: [], damaged: [] });
		expect(outcomes()).toEqual(["dismissed"]);
		ledger.set("2026-12.md", { facts: [late], damaged: [] });
		expect(outcomes()).toEqual(["kept"]);
		ledger.delete("2026-11.md");
		ledger.delete("2026-12.md");
		expect([outcomes(), ledger.size, ledger.paths]).toEqual([[], 0, []]);
	});

	it("stands in periods without gaps, until today, and beyond only where something is", () => {
		expect(tableOf(facts()).periods).toHaveLength(25);
		expect(tableOf(facts({ time: "2026-11-28T10:00:00+01:00" })).periods).toHaveLength(30);
		expect(tableOf().periods).toEqual([]);
		const ledger = new Ledger(sources);
		ledger.set("a", { facts: [facts({ time: "2023-02-01T10:00:00+01:00" }), facts({ id: "2" })], damaged: [] });
		const periods = (span: Span): readonly string[] =>
			statisticsTable(ledger, { span, grouping: "model", metric: "cost", currency: "", today: "2026-11-25" }).periods;
		expect(periods({ unit: "year", of: "" })).toEqual(["2023", "2024", "2025", "2026"]);
		expect(periods({ unit: "month", of: "2023" })).toHaveLength(12);
		expect(periods({ unit: "month", of: "2026" })).toHaveLength(11);
		// A clock that was wrong once.
		ledger.set("b", { facts: [facts({ id: "3", time: "9026-02-01T10:00:00+01:00" })], damaged: [] });
		expect(periods({ unit: "year", of: "" })).toEqual(["2023", "2026", "9026"]);
	});

	it("adds up when asked to", () => {
		const { total, currency } = tableOf(facts(), facts({ id: "2", time: "2026-11-24T10:00:00+01:00" }));
		const days = cumulative(total).periods.map((sums) => sums.consultations);
		expect(days.slice(-4)).toEqual([0, 1, 2, 2]);
		expectClose(valueOf(cumulative(total).periods[24]!, "cost", currency), valueOf(total.sums, "cost", currency));
	});

	it("moves from span to span", () => {
		expect(spanBeside({ unit: "day", of: "2026-01" }, -1)).toEqual({ unit: "day", of: "2025-12" });
		expect(spanBeside({ unit: "day", of: "2025-12" }, 1)).toEqual({ unit: "day", of: "2026-01" });
		expect(spanBeside({ unit: "month", of: "2026" }, -1)).toEqual({ unit: "month", of: "2025" });
		expect(spanAround("year", "2026-11-23")).toEqual({ unit: "year", of: "" });
	});
});

describe("the pace of a month", () => {
	it("goes on as until today", () => {
		// $19.40 in 23 days of November.
		expect(paceOf(19.4, "2026-11-23", "2025-01-01")).toBeCloseTo(25.3, 2);
		expect(paceOf(19.4, "2026-11-30", "2025-01-01")).toBe(19.4);
	});

	it("needs a week, of the month or of what was begun within it", () => {
		expect(paceOf(3, "2026-11-06", "2025-01-01")).toBeNull();
		expect(paceOf(3, "2026-11-07", "2025-01-01")).toBeCloseTo((3 / 7) * 30, 10);
		expect(paceOf(3, "2026-11-20", "2026-11-15")).toBeNull();
		expect(paceOf(3, "2026-11-21", "2026-11-15")).toBeCloseTo(3 + (3 / 7) * 9, 10);
	});
});

describe("past use beside one's own", () => {
	const row = (source: PastSource, month: string, model: string, more: Partial<PastRow> = {}): PastRow => ({
		source,
		month,
		model,
		answers: 10,
		tokensIn: 100,
		tokensOut: 50,
		estimated: true,
		cost: null,
		...more,
	});
	const rows = [
		row("chatgpt", "2026-03", "gpt-4o"),
		row("claude", "2026-03", ""),
		row("openrouter", "2026-04", "anthropic/claude-4-sonnet-20250522", { estimated: false, cost: 1.25 }),
	];
	const made = makeJournal({ seed: 3, consultations: 40, from: "2026-02-01", to: "2026-05-31", flawed: false });
	const ledger = ledgerOf(made.files);
	ledger.setPast(rows);
	const ask = (span: Span, grouping: Grouping, past = true): StatisticsTable =>
		statisticsTable(ledger, {
			span,
			grouping,
			metric: "consultations",
			currency: "",
			today: "2026-05-31",
			most: 100,
			past,
		});

	it("is in series of its own, by month and year, and on no day", () => {
		const year = ask({ unit: "month", of: "2026" }, "model");
		expect(year.total.sums).toMatchObject({ consultations: 70, imported: 30, estimatedTokens: 300 });
		expect(
			year.series
				.filter(({ group }) => group?.startsWith("imported:"))
				.map(({ group, sums }) => [group, sums.consultations]),
		).toEqual(
			expect.arrayContaining([
				["imported:chatgpt:gpt-4o", 10],
				["imported:claude:", 10],
				["imported:openrouter:anthropic/claude-4-sonnet-20250522", 10],
			]),
		);
		expect(importedIn("imported:openrouter:a/b:c")).toEqual({ source: "openrouter", model: "a/b:c" });
		expect([importedIn("imported:x"), importedIn("gpt-4o"), importedIn("imported")]).toEqual([null, null, null]);
		for (const grouping of groupings) {
			const all = ask({ unit: "year", of: "" }, grouping);
			expect(all.total.sums.consultations).toBe(70);
			expect(all.total.sums.adopted).toBe(ask({ unit: "year", of: "" }, grouping, false).total.sums.adopted);
		}
		expect(ask({ unit: "month", of: "2026" }, "model", false).total.sums).toMatchObject({
			consultations: 40,
			imported: 0,
		});
		expect(ask({ unit: "day", of: "2026-03" }, "model").total.sums.imported).toBe(0);
		expect(ask({ unit: "month", of: "2025" }, "model").total.sums.consultations).toBe(0);
	});

	it("goes into exports with its mark", () => {
		const exported = exportOf(ledger, {
			span: { unit: "month", of: "2026" },
			grouping: "provider",
			today: "2026-05-31",
			nameOf: (name) => name,
		});
		expect(
			exported.rows
				.filter(({ imported }) => imported > 0)
				.map(({ period, group, imported, consultations, cost }) => [period, group, imported, consultations, cost]),
		).toEqual([
			["2026-03", "imported:chatgpt", 10, 10, {}],
			["2026-03", "imported:claude", 10, 10, {}],
			["2026-04", "imported:openrouter", 10, 10, { USD: 1.25 }],
		]);
	});
});

describe("the lines of a chart", () => {
	it("are round, from 0 to the highest or just beyond, and few", () => {
		expect(linesUpTo(30.3, 4)).toEqual([0, 10, 20, 30, 40]);
		expect(linesUpTo(0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
		expect(linesUpTo(1, 4)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
		expect(linesUpTo(1, 4, true)).toEqual([0, 1]);
		expect(linesUpTo(3, 4, true)).toEqual([0, 1, 2, 3]);
		fc.assert(
			fc.property(
				fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
				fc.integer({ min: 2, max: 8 }),
				(highest, about) => {
					const lines = linesUpTo(highest, about);
					expect(lines[0]).toBe(0);
					expect(lines[lines.length - 1]).toBeGreaterThanOrEqual(highest * (1 - 1e-6));
					expect(lines[lines.length - 2]).toBeLessThan(highest * (1 + 1e-6));
					expect(lines.length).toBeLessThanOrEqual(2 * about + 1);
					expect(lines.length).toBeGreaterThanOrEqual(2);
				},
			),
			{ numRuns: sampleSize(300), ...seedOf(5) },
		);
	});
});
