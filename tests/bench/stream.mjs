// Decoding a streamed reply: the plugin's whole try of a request against the openai client, and what it takes of a
// core.
import { load } from "./bundle.mjs";
import { withPage } from "./page.mjs";
import { bounded, row, time } from "./table.mjs";

const events = 2000;
/** Events a second of the fastest models. */
const fastest = 250;
const percent = (share) => `${(share * 100).toFixed(2)} %`;
const source = 'export { measure } from "./tests/bench/stream-page.mjs"';

export async function run() {
	const rows = [];
	const take = (where, { times, toClient, share }) =>
		rows.push(
			row(
				`stream, ${events} events, ${where}, against the openai client`,
				time(times.ours),
				time(times.client),
				toClient,
				1,
			),
			bounded(`stream, share of a core at ${fastest} events a second, ${where}`, share, "<=", 0.005, percent),
		);
	await withPage(source, async (page) => {
		for (const together of [1, 50]) {
			take(
				`${together} a chunk, Chromium`,
				await page.evaluate((args) => globalThis.bench.measure(...args), [events, together, fastest]),
			);
		}
	});
	const { measure } = await load(source);
	take("1 a chunk, Node", await measure(events, 1, fastest));
	return rows;
}
