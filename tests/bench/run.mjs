// Measures the figures the design promises, side by side in one run, and prints them as a table. Asserts nothing.
//   npm run bench                     all
//   npm run bench -- diff sentence    only these
import { closeBrowser } from "./page.mjs";
import { printTable } from "./table.mjs";

const names = [
	"diff",
	"sentence",
	"journal",
	"statistics",
	"ai-page",
	"past",
	"prefix",
	"stream",
	"freeze",
	"at-work",
	"size",
	"preview",
	"first-row",
	"keystroke",
	"opening",
	"picker",
];
const wanted = process.argv.slice(2).filter((name) => name !== "--");
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
	console.error(`Not measured here: ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
	process.exit(1);
}

const rows = [];
try {
	for (const name of names) {
		if (wanted.length > 0 && !wanted.includes(name)) continue;
		const start = performance.now();
		console.error(`${name} ...`);
		const { run } = await import(`./${name}.mjs`);
		rows.push(...(await run()));
		console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
	}
} finally {
	await closeBrowser();
	if (rows.length > 0) printTable(rows);
}
