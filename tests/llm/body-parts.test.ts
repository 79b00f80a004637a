import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BodyParts } from "../../src/llm/body-parts";
import { Reading } from "../../src/llm/reading";
import { ownStreams } from "../cases/own-streams";
import { load } from "../cases/serve-streams.mjs";

/** The bytes of every case that holds some and is not packed. */
const bodies = [...load().values(), ...ownStreams.values()]
	.filter(({ http }) => http.status === 200 && !("Content-Encoding" in http.headers))
	.map(({ chunks }) =>
		Buffer.concat(
			chunks.map(({ data, data_b64 }) =>
				data === undefined ? Buffer.from(data_b64 ?? "", "base64") : Buffer.from(data),
			),
		),
	)
	// One long frame tells nothing more of cuts than a short one.
	.filter(({ length }) => length > 0 && length < 10_000);

/** What is read of a body that comes in these parts. */
async function read(parts: readonly Uint8Array[]): Promise<unknown> {
	const reading = new Reading([]);
	const body = new BodyParts(reading);
	let text = "";
	for (const part of [...parts, null]) {
		if (body.ended || reading.failure !== null) break;
		const piece = await body.take(part ?? new Uint8Array(), part === null);
		if (piece !== null) text = piece.replaces ? piece.text : text + piece.text;
	}
	const end = reading.end();
	text = end.replaces ? end.text : text + end.text;
	return { text, ...reading.conclusion(false), answerer: reading.answerer, usage: reading.usage };
}

describe("a body in parts", () => {
	it("reads the same wherever the network cuts it", async () => {
		expect(bodies.length).toBeGreaterThan(100);
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...bodies),
				fc.array(fc.nat(10_000), { maxLength: 12 }),
				async (body, places) => {
					const cuts = [...new Set(places.map((place) => place % body.length))].sort((one, other) => one - other);
					const parts = [0, ...cuts].map((from, index) => body.subarray(from, cuts[index] ?? body.length));
					expect(await read(parts)).toEqual(await read([body]));
				},
			),
			{ numRuns: 2000 },
		);
	});

	it("reads the same byte by byte", async () => {
		for (const body of bodies) {
			const bytes = [...body].map((byte) => Uint8Array.of(byte));
			expect(await read(bytes), body.toString().slice(0, 200)).toEqual(await read([body]));
		}
	});
});
