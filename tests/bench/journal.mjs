// Appending an entry to a full month of the journal against a nearly empty one, and reading 100,000 entries' facts.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { load } from "./bundle.mjs";
import { sideBySide } from "./measure.mjs";
import { bounded, row, time } from "./table.mjs";
import { paragraph, random, sentence } from "./text.mjs";

const entries = 10_000;
const next = random(9);

function entryOf(n) {
	const before = sentence(next);
	const at = before.indexOf(" ") + 1;
	const to = before.indexOf(" ", at);
	const day = String(1 + Math.floor((n / entries) * 30)).padStart(2, "0");
	const answered = n % 2 === 0;
	return {
		id: `entry-${n}`,
		time: `2026-11-${day}T10:42:05+01:00`,
		note: `Essays/${n % 40}.md`,
		outcome: answered ? "kept" : "adopted",
		failure: null,
		endpoint: "openrouter",
		comparison: null,
		place: null,
		seconds: 12.5,
		unknown: 0,
		proposals: answered ? [] : [before, before],
		record: {
			modelName: "A Model",
			objective: answered ? "Is this clear?" : "Other words",
			date: `2026-11-${day}`,
			adoptions: answered
				? []
				: [
						{
							before,
							adopted: `${before.slice(0, at)}other${before.slice(to)}`,
							changedBefore: [{ from: at, to }],
							changedAdopted: [{ from: at, to: at + 5 }],
						},
					],
			kept: answered ? { question: "Is this clear?", answer: paragraph(next), incomplete: false } : null,
			identity: {
				model: "vendor/a-model-4",
				via: "Endpoint",
				provider: null,
				tokens: { prompt: 1200 + n, completion: 150 },
				cost: { amount: 0.0012, currency: "USD", listed: null },
				carbon: { central: 0.3, low: 0.1, high: 0.9 },
			},
		},
	};
}

export async function run() {
	const { entryChange, withEntry, monthFacts, recordLabels } = await load(`
		export { entryChange, withEntry } from "./src/core/journal/month";
		export { monthFacts } from "./src/core/journal/read-month";
		export { recordLabels } from "./src/core/record/labels";
	`);
	const style = { labels: recordLabels.en };
	const empty = withEntry(null, entryOf(0), style);
	const parts = [empty];
	for (let n = 1; n < entries; n++) parts.push(entryChange(parts[n - 1], entryOf(n), style).insert);
	// Flat, as it is when read from disk.
	const full = Buffer.from(parts.join("")).toString("utf8");
	if (monthFacts(full).length !== entries) throw new Error("Not every entry of the month can be read again.");

	const entry = entryOf(entries);
	const suffix = await sideBySide({
		full: () => entryChange(full, entry, style),
		empty: () => entryChange(empty, entry, style),
	});
	const whole = await sideBySide({
		full: () => withEntry(full, entry, style),
		empty: () => withEntry(empty, entry, style),
	});
	const facts = await sideBySide({ all: () => Array.from({ length: 10 }, () => monthFacts(full)) }, { rounds: 5 });
	const size = `${entries} entries (${(full.length / 1e6).toFixed(1)} MB)`;
	return [
		row(
			`journal, what is added to ${size}, against 1 entry`,
			time(suffix.times.full),
			time(suffix.times.empty),
			suffix.ratio("full", "empty"),
			1.5,
		),
		row(
			`journal, the month with it, ${size}, against 1 entry`,
			time(whole.times.full),
			time(whole.times.empty),
			whole.ratio("full", "empty"),
			1.5,
		),
		await onDisk(full, empty, (text) => withEntry(text, entry, style)),
		bounded("journal, facts of 100,000 entries for the statistics", facts.times.all, "<=", 1000, time),
	];
}

/** The whole file read and written, as Obsidian's `vault.process` does: for comparison, out of the journal's hands. */
async function onDisk(full, empty, append) {
	const folder = await mkdtemp(path.join(os.tmpdir(), "expert-friend-bench-"));
	try {
		const process = (text, name) => async () => {
			const file = path.join(folder, name);
			await writeFile(file, append(await readFile(file, "utf8").catch(() => text)));
		};
		const { times, ratio } = await sideBySide(
			{ full: process(full, "full.md"), empty: process(empty, "empty.md") },
			{ rounds: 9, slice: 10 },
		);
		return row(
			"journal, the file read and written whole, against 1 entry",
			time(times.full),
			time(times.empty),
			ratio("full", "empty"),
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
