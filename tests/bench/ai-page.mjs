// Making the AI page of a vault of 10,000 notes and 100,000 consultations, and refreshing it after one note changed:
// all but reading the disk and writing the page.
import { load } from "./bundle.mjs";
import { bounded, time } from "./table.mjs";

const notes = 10_000;
const consultations = 100_000;

export async function run() {
	const {
		makeVault,
		keptFolder,
		findRecords,
		quotationOf,
		gather,
		pageBody,
		pageWords,
		isPublished,
		Ledger,
		readMonth,
	} = await load(`
		export { makeVault, keptFolder } from "./tests/generator/vault";
		export { findRecords } from "./src/core/record/parse";
		export { gather, quotationOf } from "./src/core/disclosure/gathered";
		export { pageBody, pageWords } from "./src/core/disclosure/page";
		export { isPublished } from "./src/core/disclosure/published";
		export { Ledger } from "./src/core/statistics/ledger";
		export { readMonth } from "./src/core/journal/read-month";
	`);
	const made = makeVault({ seed: 1, notes, consultations });
	// Flat, as they are when read from disk.
	const flat = (files) => [...files].map(([path, text]) => [path, Buffer.from(text).toString("utf8")]);
	const texts = flat(made.files);
	const months = flat(made.journal.files);
	// Obsidian has read the properties already.
	const kept = new Set(made.notes.filter(({ publishing }) => publishing === "kept").map(({ path }) => path));
	const paths = new Set(made.files.keys());
	const published = (path) =>
		paths.has(path) && isPublished(path, { publish: !kept.has(path) }, { by: "default", keptBack: [keptFolder] });
	const ledger = new Ledger({ opennessOf: () => "unknown", endpointName: (id) => id });
	const known = new Map();
	const take = ([path, text]) => {
		if (/` \S+ /.test(text)) known.set(path, findRecords(text).map(quotationOf));
	};
	let longest = 0;
	const task = (work) => {
		const start = performance.now();
		work();
		longest = Math.max(longest, performance.now() - start);
	};
	const page = () => {
		const isNamed = new Map();
		const named = (path) => {
			if (!isNamed.has(path)) isNamed.set(path, published(path));
			return isNamed.get(path);
		};
		const gathered = gather({
			notes: [...known].map(([path, quotations]) => ({ path, quotations })).filter(({ path }) => named(path)),
			facts: [...ledger.facts()].filter(({ note }) => named(note)),
			proposes: () => null,
			nameOf: (id) => id,
			opennessOf: () => "unknown",
		});
		return pageBody(gathered, {
			words: pageWords.en,
			sentences: ["friend", "decide"],
			numbers: true,
			today: "2026-11-29",
			link: (path) => `[[${path}]]`,
		});
	};
	const timed = (work) => {
		const start = performance.now();
		work();
		return performance.now() - start;
	};
	const first = timed(() => {
		for (const [path, text] of months) task(() => ledger.set(path, readMonth(text)));
		for (const one of texts) task(() => take(one));
		task(page);
	});
	const [changed] = texts.filter(([path]) => published(path));
	const again = Array.from({ length: 9 }, () =>
		timed(() => {
			take([changed[0], `${changed[1]}\nMore.\n`]);
			page();
		}),
	).sort((a, b) => a - b);
	return [
		bounded(`AI page, first, ${notes.toLocaleString("en")} notes`, first, "<=", 2000, time),
		bounded("AI page, longest task of it", longest, "<=", 100, time),
		bounded("AI page, after one note changed", again[4], "<=", 100, time),
	];
}
