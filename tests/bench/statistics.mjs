// Opening the statistics of 100,000 consultations, five years of them, and following one new entry: all but the
// drawing.
import { load } from "./bundle.mjs";
import { sideBySide } from "./measure.mjs";
import { bounded, time } from "./table.mjs";

const consultations = 100_000;

export async function run() {
	const { makeJournal, keptTexts, readMonth, Ledger, statisticsTable, entryChange, recordLabels } = await load(`
		export { makeJournal } from "./tests/generator/journal";
		export { keptTexts, readMonth } from "./src/core/journal/read-month";
		export { entryChange } from "./src/core/journal/month";
		export { recordLabels } from "./src/core/record/labels";
		export { Ledger } from "./src/core/statistics/ledger";
		export { statisticsTable } from "./src/core/statistics/table";
	`);
	const made = makeJournal({ seed: 1, consultations });
	// Flat, as they are when read from disk.
	const files = [...made.files].map(([path, text]) => [path, Buffer.from(text).toString("utf8")]);
	const sources = { opennessOf: () => "unknown", endpointName: (id) => id };
	const query = (unit, of) => ({
		span: { unit, of },
		grouping: "model",
		metric: "cost",
		currency: "",
		today: "2026-11-23",
	});
	const open = () => {
		const ledger = new Ledger(sources);
		const texts = keptTexts();
		for (const [path, text] of files) ledger.set(path, readMonth(text, texts));
		statisticsTable(ledger, query("month", "2026"));
		return ledger;
	};
	const ledger = open();
	const other = open();
	if (ledger.size !== consultations) throw new Error("Not every consultation is counted.");

	const { entry } = made.entries[made.entries.length - 1];
	const [path, month] = files.find(([name]) => name.endsWith(`/${entry.time.slice(0, 7)}.md`));
	let n = 0;
	const added = () => {
		const { insert } = entryChange(month, { ...entry, id: `new-${n++}` }, { labels: recordLabels.en });
		ledger.set(path, readMonth(month + insert));
		statisticsTable(ledger, query("month", "2026"));
	};
	const regrouped = () => {
		other.regroup();
		statisticsTable(other, { ...query("year", ""), grouping: "note" });
	};
	const { times } = await sideBySide({ open, added, regrouped }, { rounds: 5, slice: 10 });
	const size =
		`${consultations.toLocaleString("en")} consultations ` +
		`(${(files.reduce((sum, [, text]) => sum + text.length, 0) / 1e6).toFixed(0)} MB, ${files.length} files)`;
	return [
		bounded(`statistics, opening ${size}`, times.open, "<=", 1000, time),
		bounded(
			`statistics, one new entry (its month holds ${(month.length / 1e6).toFixed(1)} MB)`,
			times.added,
			"<=",
			50,
			time,
		),
		bounded("statistics, all of it by note, for the first time", times.regrouped, "<=", 1000, time),
	];
}
