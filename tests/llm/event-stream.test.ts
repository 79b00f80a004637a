import fc from "fast-check";
import { _iterSSEMessages } from "openai/core/streaming";
import { describe, expect, it } from "vitest";
import { maxEventBytes } from "../../src/llm/bounds";
import { EventStream } from "../../src/llm/event-stream";
import { sampleSize } from "../sampling";

type Event = readonly [event: string | null, data: string];

/** What a text holds, read line by line as https://html.spec.whatwg.org/multipage/server-sent-events.html says. */
function reference(text: string): readonly Event[] {
	const events: Event[] = [];
	let name: string | null = null;
	let data: string[] = [];
	for (const line of text.split(/\r\n|\r|\n/)) {
		const [, field = line, value = ""] = /^([^:]*):? ?(.*)$/su.exec(line) ?? [];
		if (line === "") {
			if (data.length > 0) events.push([name === "" ? null : name, data.join("\n")]);
			name = null;
			data = [];
		} else if (field === "event") name = value;
		else if (field === "data") data.push(value);
	}
	return events;
}

async function read(bytes: Uint8Array, cuts: readonly number[]): Promise<readonly Event[]> {
	const stream = new EventStream();
	const found: Event[] = [];
	const take = (events: Awaited<ReturnType<EventStream["end"]>>): void => {
		for (const { event, data } of events) if (data !== "") found.push([event === "" ? null : event, data]);
	};
	const places = [0, ...[...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((one, other) => one - other)];
	for (const [index, from] of places.entries())
		take(await stream.take(bytes.subarray(from, places[index + 1] ?? bytes.length)));
	take(await stream.end());
	return found;
}

describe("the decoder of the openai package", () => {
	it("is there under its name, and gives events as they are", async () => {
		const body = 'data: {"error":{}}\n\nevent: ping\ndata: {"no json\n\nerror: x\n\ndata: [DONE]\n\n';
		const found = [];
		for await (const { event, data, raw } of _iterSSEMessages(new Response(body), new AbortController()))
			found.push([event, data, raw.length]);
		expect(found).toEqual([
			[null, '{"error":{}}', 1],
			["ping", '{"no json', 2],
			[null, "[DONE]", 2],
		]);
	});
});

describe("a stream of events", () => {
	const words = fc.constantFrom("", " ", "mot", "é…🙂", "a: b", '{"a":1}');
	const line = fc.oneof(
		fc.tuple(fc.constantFrom("data: ", "data:", "event: ", ": ", "id: ", "junk"), words).map((parts) => parts.join("")),
		fc.constant(""),
	);
	const text = fc
		.array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r")), { maxLength: 30 })
		.map((lines) => lines.flat().join(""));

	it("holds what its lines say, whatever ends them and wherever the network cuts it", async () => {
		await fc.assert(
			fc.asyncProperty(text, fc.array(fc.nat(500), { maxLength: 6 }), async (written, cuts) => {
				// A reply that is cut in its last event still tells it.
				const wanted = reference(`${written}\n\n`).filter(([, data]) => data !== "");
				expect(await read(new TextEncoder().encode(written), cuts)).toEqual(wanted);
			}),
			{ numRuns: sampleSize(300) },
		);
	});

	it("gives an event as soon as it is whole", async () => {
		const stream = new EventStream();
		const data = async (part: string): Promise<string[]> =>
			(await stream.take(new TextEncoder().encode(part))).map((event) => event.data);
		expect(await data("data: one\n")).toEqual([]);
		expect(await data("\ndata: tw")).toEqual(["one"]);
		expect(await data("o\r")).toEqual([]);
		expect(await data("\n\r\n")).toEqual(["two"]);
	});

	it("is refused where one event of it has no end", async () => {
		const stream = new EventStream();
		const part = new Uint8Array(maxEventBytes / 4).fill(0x78);
		for (let n = 0; n < 4; n++) await stream.take(part);
		expect(stream.isTooLong).toBe(false);
		await stream.take(part);
		expect(stream.isTooLong).toBe(true);
	});
});
