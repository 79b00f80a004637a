// Decoding a streamed reply: the plugin's whole try of a request against eventsource-parser with JSON.parse, and the
// openai client.
import { load } from "./bundle.mjs";
import { withPage } from "./page.mjs";
import { row, time } from "./table.mjs";

const events = 2000;
const source = 'export { measure } from "./tests/bench/stream-page.mjs"';

export async function run() {
	const rows = [];
	const take = (where, { times, toParser, toClient }) =>
		rows.push(
			row(
				`stream, ${events} events, ${where}, against eventsource-parser`,
				time(times.ours),
				time(times.parser),
				toParser,
				1.5,
			),
			row(
				`stream, ${events} events, ${where}, against the openai client`,
				time(times.ours),
				time(times.client),
				toClient,
			),
		);
	await withPage(source, async (page) => {
		for (const together of [1, 50]) {
			take(
				`${together} a chunk, Chromium`,
				await page.evaluate(([all, some]) => globalThis.bench.measure(all, some), [events, together]),
			);
		}
	});
	const { measure } = await load(source);
	take("1 a chunk, Node", await measure(events, 1));
	return rows;
}
