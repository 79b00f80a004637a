// Counting past use in an archive of 500 MB: the longest task, what is held meanwhile, and how long all of it takes.
import { load } from "./bundle.mjs";
import { percentile } from "./measure.mjs";
import { bounded, time } from "./table.mjs";

const size = 500e6;
const piece = 1 << 14;
/** As the plugin reads: so long in one go, in milliseconds, and then the writer's keys are heard. */
const goesOn = 30;

export async function run() {
	const { PastReader, makePast } = await load(`
		export { PastReader } from "./src/core/past/past-reader";
		export { makePast } from "./tests/generator/past";
	`);
	// A few megabytes of conversations, over and over: made once, so that only reading is measured.
	const made = makePast({ kind: "chatgpt", seed: 1, conversations: 400, length: 20, escaped: true });
	const text = [...made.pieces].join("").slice(1, -1);
	const chunk = Buffer.from(`${text},`);
	const answers = [...made.used.values()].reduce((sum, one) => sum + one.answers, 0);
	const times = Math.ceil(size / chunk.length);
	const reader = new PastReader((at) => new Date(at).toISOString().slice(0, 7));
	globalThis.gc?.();
	const before = process.memoryUsage();
	let most = 0;
	const tasks = [];
	const start = performance.now();
	let since = start;
	reader.write(Buffer.from("["));
	for (let n = 0; n < times; n++) {
		for (let at = 0; at < chunk.length; at += piece) {
			reader.write(chunk.subarray(at, at + piece));
			const now = performance.now();
			if (now - since < goesOn) continue;
			tasks.push(now - since);
			await new Promise((resolve) => setImmediate(resolve));
			since = performance.now();
		}
		const { heapUsed, arrayBuffers } = process.memoryUsage();
		most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
	}
	const took = performance.now() - start;
	reader.write(chunk.subarray(0, text.length));
	reader.write(Buffer.from("]"));
	const { rows } = reader.end();
	const counted = rows.reduce((sum, row) => sum + row.answers, 0);
	if (counted !== answers * (times + 1)) throw new Error("Not every answer is counted.");
	const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
	const read = megabytes(times * chunk.length);
	return [
		bounded(`past use, growth of the heap over ${read}, at most`, most, "<=", 64e6, megabytes),
		bounded("past use, longest task (all but one in a thousand)", percentile(tasks, 0.999), "<=", 100, time),
		bounded(`past use, reading ${read} (${answers * times} answers)`, took, "<=", 60_000, time),
	];
}
