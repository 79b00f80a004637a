// Typing a character: an editor with the plugin's state and drawing against a bare one, in turn in the same page.
import { withPage } from "./page.mjs";
import { row, time } from "./table.mjs";
import { note, random } from "./text.mjs";

const sizes = { "100 kB": { size: 100_000, keys: 60, rounds: 9 }, "1 MB": { size: 1_000_000, keys: 40, rounds: 9 } };
const variants = [
	{ what: "bare against bare (noise)", marks: null, goal: null },
	{ what: "no passages", marks: 0, goal: null },
	{ what: "the folded prompt zone", marks: null, goal: 1.05, kind: "zone" },
	{ what: "100 passages", marks: 100, goal: 1.05 },
	{ what: "1,000 passages", marks: 1000, goal: 1.1 },
	{ what: "100 adopted words", marks: 100, goal: 1.05, kind: "adopted" },
	{ what: "1,000 adopted words", marks: 1000, goal: 1.1, kind: "adopted" },
];

export async function run() {
	const rows = [];
	for (const [name, { size, keys, rounds }] of Object.entries(sizes)) {
		const doc = note(random(37), size);
		for (const { what, marks, goal, kind } of variants) {
			const { ours, bare, ratio, ours95, bare95, ratio95 } = await withPage(
				'export { type } from "./tests/bench/editor-page.mjs"',
				(page) => page.evaluate((args) => globalThis.bench.type(...args), [doc, marks, keys, rounds, kind]),
			);
			rows.push(row(`keystroke, ${name}, ${what}, median`, time(ours), time(bare), ratio, goal));
			if (marks === 100) rows.push(row(`keystroke, ${name}, ${what}, p95`, time(ours95), time(bare95), ratio95));
		}
	}
	return rows;
}
