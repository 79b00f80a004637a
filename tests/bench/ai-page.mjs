// Making the AI page of a vault of 10,000 notes and 100,000 consultations, and refreshing it after one note changed:
// all but reading the disk and writing the page.
import { load } from "./bundle.mjs";
import { bounded, time } from "./table.mjs";

const notes = 10_000;
const consultations = 100_000;

/** How long the page goes on before it hears the writer's keys again, in milliseconds: as in the plugin. */
const maxTask = 40;

/** Milliseconds that all threads of this process have worked, whatever else the machine does. */
const worked = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

const timed = (work) => {
	const [start, before] = [performance.now(), worked()];
	work();
	return { took: performance.now() - start, worked: worked() - before };
};

function* each(list, work) {
	for (const one of list) yield work(one);
}

export async function run() {
	const {
		makeVault,
		keptFolder,
		quotationsIn,
		Tallies,
		gather,
		pageBody,
		pageWords,
		isPublished,
		Ledger,
		keptTexts,
		readMonth,
	} = await load(`
		export { makeVault, keptFolder } from "./tests/generator/vault";
		export { quotationsIn } from "./src/core/disclosure/quotations";
		export { Tallies } from "./src/core/disclosure/tallies";
		export { gather } from "./src/core/disclosure/gathered";
		export { pageBody, pageWords } from "./src/core/disclosure/page";
		export { isPublished } from "./src/core/disclosure/published";
		export { Ledger } from "./src/core/statistics/ledger";
		export { keptTexts, readMonth } from "./src/core/journal/read-month";
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
	const names = keptTexts();
	const tallies = new Tallies();
	const known = new Map();
	const take = ([path, text]) => {
		const found = quotationsIn(text, []);
		if (found.length > 0) known.set(path, found);
	};
	let gathered;
	const links = new Map();
	/** Gathers what the page says in the steps of the plugin: between two of them it may hear keys. */
	function* gathering() {
		const counted = [];
		for (const one of tallies.all) {
			if (published(one[0])) counted.push(one);
			yield;
		}
		gathered = yield* gather({ notes: counted, proposes: () => null, nameOf: (id) => id, opennessOf: () => "unknown" });
		links.clear();
		for (const { path } of gathered.notes) {
			links.set(path, `[[${path}]]`);
			yield;
		}
	}
	/** Writes the page, in a task of its own. */
	function* writing() {
		yield pageBody(gathered, {
			words: pageWords.en,
			sentences: ["friend", "decide"],
			numbers: true,
			today: "2026-11-29",
			link: (path) => links.get(path),
		});
	}
	let longest = { took: 0, worked: 0 };
	/** Steps in tasks as the plugin takes them: it goes on until its time is over. */
	const inTasks = (steps) => {
		for (let done = false; !done;) {
			const task = timed(() => {
				const start = performance.now();
				while (!done && performance.now() - start < maxTask) done = steps.next().done === true;
			});
			if (task.took > longest.took) longest = task;
		}
	};
	const first = timed(() => {
		inTasks(each(months, ([path, text]) => ledger.set(path, readMonth(text, names))));
		inTasks(each(texts, take));
		inTasks(tallies.update(ledger, known));
		inTasks(gathering());
		inTasks(writing());
	});
	const [changed] = texts.filter(([path]) => published(path));
	const again = Array.from({ length: 9 }, () =>
		timed(() => {
			take([changed[0], `${changed[1]}\nMore.\n`]);
			inTasks(tallies.update(ledger, known));
			inTasks(gathering());
			inTasks(writing());
		}),
	).sort((a, b) => a.took - b.took);
	const row = (what, { took, worked: work }, goal) => bounded(what, took, "<=", goal, time, `worked ${time(work)}`);
	return [
		row(`AI page, first, ${notes.toLocaleString("en")} notes`, first, 2000),
		row("AI page, longest task of it", longest, 100),
		row("AI page, after one note changed", again[4], 100),
	];
}
