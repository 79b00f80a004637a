import { describe, expect, it } from "vitest";
import type { Gathered } from "../../../src/core/disclosure/gathered";
import { pageBody, pageWords } from "../../../src/core/disclosure/page";
import { quotationsIn } from "../../../src/core/disclosure/quotations";
import { Tallies } from "../../../src/core/disclosure/tallies";
import { usualSentences } from "../../../src/core/disclosure/page-words";
import { isPublished, type PublishedBy } from "../../../src/core/disclosure/published";
import type { Purpose } from "../../../src/core/disclosure/purposes";
import { readMonth } from "../../../src/core/journal/read-month";
import type { ConsultationRecord } from "../../../src/core/record/model";
import { Ledger } from "../../../src/core/statistics/ledger";
import { keptFolder, makeVault, type MadeNote, type MadeVault } from "../../generator/vault";
import { getFrontMatterInfo, parseYaml } from "../../host/frontmatter";
import { exploring } from "../../sampling";
import { gatherAtOnce } from "./gathering";

/** What the page is made from, read from the files as the plugin reads them. */
function read({ files, journal }: MadeVault, by: PublishedBy): Gathered {
	const published = (path: string): boolean => {
		const text = files.get(path);
		if (text === undefined) return false;
		const info = getFrontMatterInfo(text);
		const properties = info.exists ? (parseYaml(info.frontmatter) as Record<string, unknown>) : {};
		return isPublished(path, properties, { by, keptBack: [keptFolder] });
	};
	const ledger = new Ledger({ opennessOf: () => "unknown", endpointName: (id) => id });
	for (const [path, text] of journal.files) ledger.set(path, readMonth(text));
	const tallies = new Tallies();
	const quoted = new Map([...files].map(([path, text]) => [path, quotationsIn(text, [])]));
	expect([...tallies.update(ledger, quoted)].length).toBeGreaterThan(0);
	return gatherAtOnce({
		notes: [...tallies.all].filter(([path]) => published(path)),
		proposes: () => null,
		nameOf: (id) => `name of ${id}`,
		opennessOf: (id) => (id.startsWith("anthropic/") ? "closed" : "unknown"),
	});
}

const seededNames: Readonly<Record<string, Purpose>> = {
	"Other words": "words",
	"Is it clear?": "clear",
	"Est-ce clair ?": "clear",
	"What could be better?": "better",
	"Que pourrait-on améliorer ?": "question",
	"Second pass": "second",
	"Seconde lecture": "second",
};

const labelsEn: Readonly<Record<string, string>> = {
	words: "words",
	clear: "a question of clarity",
	better: "what could be better",
	second: "a second reading",
	question: "a question",
};

const titleOf = (path: string): string => path.replace(/^.*\//, "").replace(/\.md$/, "");
const tally = (values: Iterable<string>): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
};

/** All that the page should say, counted from what was put in: nothing of the plugin's is used. */
function counted(vault: MadeVault, by: PublishedBy) {
	const isNamed = ({ publishing }: MadeNote): boolean =>
		by === "property" ? publishing === "taken" : publishing !== "kept";
	const notes = vault.notes.filter(isNamed);
	const paths = new Set(notes.map(({ path }) => path));
	const entries = vault.journal.entries.map(({ entry }) => entry).filter(({ note }) => paths.has(note));
	const records = notes.flatMap((note) => note.records);
	const proposing = new Set([
		...entries.filter(({ outcome }) => outcome === "adopted").map(({ record }) => record.objective),
		...records.filter(({ adoptions }) => adoptions.length > 0).map(({ objective }) => objective),
	]);
	const purposeOf = (objective: string): string =>
		seededNames[objective] === undefined || seededNames[objective] === "question"
			? proposing.has(objective)
				? "words"
				: "question"
			: seededNames[objective];
	const purposeIn = ({ adoptions, objective }: ConsultationRecord): string =>
		adoptions.length > 0 ? "words" : purposeOf(objective);
	const asked = tally(entries.map(({ record }) => purposeOf(record.objective)));
	const quoted = tally(records.map(purposeIn));
	const purposes = new Map<string, number>();
	for (const purpose of new Set([...asked.keys(), ...quoted.keys()]))
		purposes.set(purpose, Math.max(asked.get(purpose) ?? 0, quoted.get(purpose) ?? 0));
	const wordLists = entries.filter(({ record }) => purposeOf(record.objective) === "words");
	const costs = new Map<string, number>();
	for (const { record } of entries) {
		const { cost } = record.identity;
		if (cost !== null && cost.amount > 0) costs.set(cost.currency, (costs.get(cost.currency) ?? 0) + cost.amount);
	}
	const dates = [...entries.map(({ time }) => time.slice(0, 10)), ...records.map(({ date }) => date)].sort();
	return {
		notes: notes
			.filter((note) => note.records.length > 0)
			.map((note) => ({
				title: titleOf(note.path),
				models: new Set(note.records.map(({ modelName }) => modelName)),
				purposes: new Set(note.records.map((record) => labelsEn[purposeIn(record)] ?? "?")),
			})),
		unnamed: vault.notes.filter((note) => !isNamed(note)).map(({ path }) => titleOf(path)),
		quotations: tally(records.map(({ modelName }) => modelName)),
		asked: new Set(
			entries
				.filter(({ outcome }) => outcome !== "failed" && outcome !== "cancelled")
				.map(({ record }) => record.identity.model),
		),
		purposes,
		keepsOwn:
			wordLists.filter(({ outcome }) => outcome === "adopted").length <
			wordLists.filter(({ outcome }) => outcome === "dismissed").length,
		since: dates[0]?.slice(0, 7) ?? "",
		consultations: entries.length,
		kept: entries.filter(({ outcome }) => outcome === "adopted" || outcome === "kept").length,
		unknown: entries.reduce((sum, { unknown }) => sum + unknown, 0),
		costs,
		grams: entries.reduce((sum, { record }) => sum + (record.identity.carbon?.central ?? 0), 0),
		unweighed: entries.filter(({ record: { identity } }) => !((identity.carbon?.high ?? 0) > 0)).length,
	};
}

const size = exploring ? { notes: 10_000, consultations: 100_000 } : { notes: 400, consultations: 3_000 };

describe.each(["default", "property"] as const)("a page over a whole vault, published by %s", (by) => {
	const vault = makeVault({ seed: 5, ...size });
	const truth = counted(vault, by);
	const body = pageBody(read(vault, by), {
		words: pageWords.en,
		sentences: usualSentences,
		numbers: true,
		today: "2026-11-29",
		link: (path) => `[[${titleOf(path)}]]`,
	});
	const lines = body.split("\n");

	it("lists each note that quotes a model, with whom and what for", () => {
		const listed = lines.flatMap((line) => {
			const found = /^- \[\[(.*?)\]\], (.*): (.*)$/.exec(line);
			if (found === null) return [];
			const models = (found[2] ?? "").replace(/\\/g, "").split(/, (?:and )?| and /);
			return [{ title: found[1] ?? "", models: new Set(models), purposes: new Set((found[3] ?? "").split(", ")) }];
		});
		const byTitle = (a: { readonly title: string }, b: { readonly title: string }): number =>
			a.title < b.title ? -1 : 1;
		expect(truth.notes.length).toBeGreaterThan(20);
		expect([...listed].sort(byTitle)).toEqual([...truth.notes].sort(byTitle));
	});

	it("names no note that is not published", () => {
		expect(truth.unnamed.length).toBeGreaterThan(50);
		for (const title of truth.unnamed) expect(body).not.toContain(`${title}]]`);
		expect(body).not.toMatch(/Private|Renamed/);
	});

	it("names each model once, with its quotations", () => {
		const rows = lines.flatMap((line) => {
			const found = /^\| (.+) \| ([\d,]+) \|$/.exec(line);
			return found === null
				? []
				: [[(found[1] ?? "").replace(/\\/g, ""), Number((found[2] ?? "").replace(/,/g, ""))] as const];
		});
		const quoted = rows.filter(([, count]) => count > 0);
		expect(new Map(quoted)).toEqual(truth.quotations);
		expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
		const named = lines.filter((line) => /: (?:closed|open|I do not know)/.test(line));
		expect(named).toHaveLength(rows.length);
		expect(named.filter((line) => line.includes("by Anthropic: closed"))).toHaveLength(
			[...truth.quotations.keys()].filter((name) => name.startsWith("Claude")).length,
		);
	});

	it("says what is asked as often as it is", () => {
		const { words } = { words: truth.purposes.get("words") ?? 0 };
		const all = [...truth.purposes.values()].reduce((sum, count) => sum + count, 0);
		expect(body.includes("Most often I am looking for a word;")).toBe(words * 2 > all);
		expect(body.includes("whether a passage is clear")).toBe(truth.purposes.has("clear"));
		expect(body.includes("for a second reading")).toBe(truth.purposes.has("second"));
		expect(body.includes("something else")).toBe(truth.purposes.has("question"));
		expect(body.includes("often I keep my own words")).toBe(truth.keepsOwn);
	});

	it("says since when, how many, for how much", () => {
		const month = new Date(`${truth.since}-01T00:00:00Z`).toLocaleDateString("en-GB", {
			month: "long",
			year: "numeric",
			timeZone: "UTC",
		});
		expect(body).toContain(`Since ${month}, when a sentence`);
		const line = lines.find((one) => one.includes(" consultations, ")) ?? "";
		const number = (value: number): string => value.toLocaleString("en");
		expect(line).toContain(
			`Since ${month}, ${number(truth.consultations)} consultations, ${number(truth.kept)} kept, `,
		);
		for (const [currency, sum] of truth.costs)
			expect(line).toContain(
				(currency === "USD" ? "$" : "€") +
					sum.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
			);
		expect(line).toContain(`, not counting ${number(truth.unknown)} requests whose cost is not known.`);
		const [unit, name] = truth.grams >= 1000 ? [1000, "kg"] : [1, "g"];
		expect(line).toContain(`About ${number(Number((truth.grams / unit).toPrecision(1)))} ${name} CO₂e`);
		expect(line).toContain(`, not counting ${number(truth.unweighed)} consultations.`);
	});
});
