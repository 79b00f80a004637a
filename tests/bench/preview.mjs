// From showing an alternative in a 1 MB note to its being drawn, against the 16 ms of a frame.
import { withPage } from "./page.mjs";
import { bounded, row, time } from "./table.mjs";
import { note, random } from "./text.mjs";

const frame = 16;

export async function run() {
	const doc = note(random(31), 1_000_000);
	const { ours, bare, dispatched } = await withPage('export { preview } from "./tests/bench/editor-page.mjs"', (page) =>
		page.evaluate(([text, times]) => globalThis.bench.preview(text, times), [doc, 300]),
	);
	return [
		bounded(
			"preview until drawn, 1 MB, median, and an empty effect",
			ours.median,
			"<=",
			frame,
			time,
			time(bare.median),
		),
		bounded("preview until drawn, 1 MB, p95, and an empty effect", ours.p95, "<=", frame, time, time(bare.p95)),
		row(
			"preview, the dispatch alone against an empty effect until drawn",
			time(dispatched.median),
			time(bare.median),
			dispatched.median / bare.median,
		),
	];
}
