import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { JsonError, JsonReader, type JsonListener } from "../../../src/core/past/json-reader";
import { readPastNote, withPastRows, type PastNoteWords } from "../../../src/core/past/past-note";
import { PastReader, type PastUse } from "../../../src/core/past/past-reader";
import { makePast, type MadePast, type PastKind, type PastWish } from "../../generator/past";
import { sampleSize } from "../../sampling";

const kinds: readonly PastKind[] = ["openrouter", "open-webui", "chatgpt", "claude"];
const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);

function read(bytes: Uint8Array, piece = 1 << 14): PastUse {
	const reader = new PastReader(monthOf);
	for (let at = 0; at < bytes.length && reader.write(bytes.subarray(at, at + piece)); at += piece);
	return reader.end();
}

function bytesOf(made: MadePast): Uint8Array {
	return new TextEncoder().encode([...made.pieces].join(""));
}

/** What was read, in the form in which the generator tells it. */
function usedIn({ rows }: PastUse): ReadonlyMap<string, object> {
	return new Map(
		rows.map(({ month, model, answers, tokensIn, tokensOut, cost }) => [
			`${month} ${model}`,
			{ answers, tokensIn, tokensOut, cost: Number((cost ?? 0).toFixed(6)) },
		]),
	);
}

function expected(made: MadePast): ReadonlyMap<string, object> {
	return new Map([...made.used].map(([key, use]) => [key, { ...use, cost: Number(use.cost.toFixed(6)) }]));
}

const words: PastNoteWords = {
	title: "Imported",
	about: "Counts.",
	columns: {
		source: "From",
		month: "Month",
		model: "Model",
		answers: "Answers",
		tokensIn: "In",
		tokensOut: "Out",
		cost: "Cost",
	},
};

const wish = fc.record({
	kind: fc.constantFrom(...kinds),
	seed: fc.nat(1e6),
	conversations: fc.integer({ min: 1, max: 12 }),
	hostile: fc.boolean(),
	escaped: fc.boolean(),
});

describe("past use", () => {
	it("is counted as it was put in, in pieces of any size, hostile texts among it, and none of them is kept", () => {
		fc.assert(
			fc.property(wish, fc.integer({ min: 1, max: 5000 }), (one: PastWish, piece) => {
				const made = makePast(one);
				const use = read(bytesOf(made), piece);
				expect(usedIn(use)).toEqual(expected(made));
				expect(use).toMatchObject({ source: one.kind, leftOut: 0, broken: false });
				const note = withPastRows(null, one.kind, use.rows, words);
				for (const secret of made.secrets) expect(note).not.toContain(secret);
				expect(note).not.toMatch(/forged|javascript|<b>|\[\[|Ignore/);
				const plain = { ...use.rows[0], cost: null };
				expect(readPastNote(note).map((row) => ({ ...row, cost: null }))[0]).toEqual(
					use.rows.length === 0 ? undefined : plain,
				);
				expect(readPastNote(note)).toHaveLength(use.rows.length);
			}),
			{ numRuns: sampleSize(120) },
		);
	});

	it("is counted in the archive as it is downloaded, in one file of conversations or in several", () => {
		for (const kind of ["chatgpt", "claude"] as const) {
			const [one, other] = [
				makePast({ kind, seed: 1, conversations: 30 }),
				makePast({ kind, seed: 2, conversations: 20 }),
			];
			const files = {
				"user.json": new TextEncoder().encode('{"email": "someone@example.org"}'),
				"export/conversations-000.json": bytesOf(one),
				"export/conversations-001.json": bytesOf(other),
				"shared_conversations.json": new TextEncoder().encode('[{"mapping": 1}]'),
				"chat.html": new TextEncoder().encode("<html>[{</html>".repeat(1000)),
			};
			for (const level of [0, 6] as const) {
				const use = read(zipSync(files, { level }));
				const answers = [...one.used.values(), ...other.used.values()].reduce((sum, made) => sum + made.answers, 0);
				expect(use).toMatchObject({ source: kind, broken: false });
				expect(use.rows.reduce((sum, row) => sum + row.answers, 0)).toBe(answers);
			}
			const cut = zipSync(files, { level: 6 });
			expect(read(cut.subarray(0, Math.floor(cut.length / 3))).broken).toBe(true);
		}
	});

	it("counts what came before a file breaks off, and says that it does", () => {
		fc.assert(
			fc.property(wish, fc.double({ min: 0.3, max: 0.95, noNaN: true }), fc.boolean(), (one: PastWish, share, cut) => {
				const made = makePast({ ...one, conversations: 12 });
				const whole = bytesOf(made);
				const at = Math.floor(whole.length * share);
				const broken = whole.slice(0, cut ? at : whole.length);
				if (!cut) broken.fill(0x7d, at, at + 40);
				const use = read(broken);
				// A line of a table that is cut or overwritten is one that can't be read; the others stand.
				if (one.kind !== "openrouter" && cut) expect(use.broken).toBe(true);
				const counted = usedIn(use);
				for (const [key, found] of counted) {
					const put = made.used.get(key);
					if (put !== undefined) expect((found as { answers: number }).answers).toBeLessThanOrEqual(put.answers);
				}
			}),
			{ numRuns: sampleSize(60) },
		);
	});

	it("is nothing in a file that is none of them", () => {
		const others = [
			"",
			" ",
			"hello",
			"a,b\n1,2\n",
			"{}",
			"[]",
			"null",
			"[1, 2]",
			'{"a": {"b": []}}',
			"%PDF-1.7",
			"PK\u0003\u0004junk",
			"<html>",
			'[{"title": "x", "messages": []}]',
			"date,model\n2026-01-01,x\n",
			'"text"',
			"\u00ef\u00bb\u00bf[]",
		];
		for (const text of others) expect(read(new TextEncoder().encode(text)).source, text).toBeNull();
	});

	it("leaves out, and counts, answers of which nobody tells when they were", () => {
		const answer = (more: object): object => ({
			mapping: {
				a: { message: { author: { role: "assistant" }, content: { content_type: "text", parts: ["Yes."] }, ...more } },
			},
		});
		const file = [
			answer({}),
			answer({ create_time: 1e300 }),
			answer({ create_time: -5 }),
			answer({ create_time: 1_750_000_000 }),
		];
		const use = read(new TextEncoder().encode(JSON.stringify(file)));
		expect(use.leftOut).toBe(3);
		expect(use.rows).toMatchObject([{ month: "2025-06", model: "", answers: 1, estimated: true, cost: null }]);
	});

	it("reads a single conversation, an object around them, and one after the other", () => {
		const made = (): unknown[] =>
			JSON.parse([...makePast({ kind: "claude", seed: 4, conversations: 3 }).pieces].join("")) as unknown[];
		const all = read(new TextEncoder().encode(JSON.stringify(made())));
		for (const text of [
			JSON.stringify({ conversations: made() }),
			made()
				.map((one) => JSON.stringify(one))
				.join("\n"),
		])
			expect(usedIn(read(new TextEncoder().encode(text)))).toEqual(usedIn(all));
	});

	it("holds no more months and models than anyone has, whatever a file says", () => {
		const messages = Array.from({ length: 5000 }, (_, n) => ({
			role: "assistant",
			content: "x",
			model: `model-${n}`,
			timestamp: Date.UTC(1900 + n, 1, 1) / 1000,
		}));
		const use = read(new TextEncoder().encode(JSON.stringify([{ chat: { history: { messages } } }])));
		expect(use.rows.length).toBeLessThan(100);
		expect(use.leftOut + use.rows.reduce((sum, row) => sum + row.answers, 0)).toBe(5000);
	});
});

describe("the note of past use", () => {
	it("takes a source's rows in the place of those it had, and keeps what a hand wrote", () => {
		const rows = (seed: number, kind: PastKind): PastUse["rows"] =>
			read(bytesOf(makePast({ kind, seed, conversations: 5 }))).rows;
		const first = withPastRows(null, "claude", rows(1, "claude"), words);
		expect(first).toMatch(/^---\npublish: false\ndg-publish: false\ndraft: true\n/);
		const both = withPastRows(`${first}\nMy own words.\n`, "chatgpt", rows(2, "chatgpt"), words);
		const padded = both.replace(/ \| /g, "   |   ").replaceAll("\n", "\r\n");
		const again = withPastRows(padded, "claude", rows(3, "claude"), words);
		expect(readPastNote(again)).toEqual([...rows(2, "chatgpt"), ...rows(3, "claude")]);
		expect(again).toContain("\r\nMy own words.\r\n");
		expect(withPastRows(again, "claude", rows(3, "claude"), words)).toBe(again);
		expect(readPastNote(withPastRows(withPastRows(again, "claude", [], words), "chatgpt", [], words))).toEqual([]);
		expect(readPastNote(withPastRows("Only my words.", "claude", rows(3, "claude"), words))).toEqual(rows(3, "claude"));
	});
});

/** Puts together what a reader tells. */
class Builder implements JsonListener {
	private readonly stack: { value: unknown[] }[] = [{ value: [] }];
	readonly told: string[] = [];

	open(key: string | null): void {
		this.told.push(`${key ?? ""}{`);
		this.stack.push({ value: [] });
	}
	close(): void {
		this.told.push("}");
		this.stack.pop();
	}
	text(key: string | null, bytes: number, value: () => string | null): void {
		this.told.push(`${key ?? ""}=${bytes}:${value() ?? "long"}`);
	}
	number(key: string | null, value: number): void {
		this.told.push(`${key ?? ""}=${value}`);
	}
	flag(key: string | null, value: boolean): void {
		this.told.push(`${key ?? ""}=${value}`);
	}
}

function tell(value: unknown, key: string | null, into: string[]): string[] {
	if (Array.isArray(value) || (typeof value === "object" && value !== null)) {
		into.push(`${key ?? ""}{`);
		for (const [name, one] of Object.entries(value)) tell(one, Array.isArray(value) ? null : name, into);
		into.push("}");
	} else if (typeof value === "string") {
		const written = Buffer.byteLength(JSON.stringify(value)) - 2;
		into.push(`${key ?? ""}=${Buffer.byteLength(value)}:${written > 300 ? "long" : value}`);
	} else if (typeof value === "number" || typeof value === "boolean") into.push(`${key ?? ""}=${value}`);
	return into;
}

describe("reading JSON in pieces", () => {
	const wellFormed = fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

	it("tells what JSON.parse finds, in pieces of any size", () => {
		fc.assert(
			fc.property(
				wellFormed,
				fc.integer({ min: 1, max: 40 }),
				fc.constantFrom(undefined, "\t"),
				(value, size, indent) => {
					const text = JSON.stringify(value, null, indent);
					// A text that is no text in UTF-8, or a name longer than any, is told as it can be.
					fc.pre(!/\\ud[89a-f]/i.test(text) && !/"[^"]{250,}"/.test(text) && !text.includes("-0"));
					const builder = new Builder();
					const reader = new JsonReader(builder);
					const bytes = new TextEncoder().encode(text);
					for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
					reader.end();
					expect(builder.told).toEqual(tell(value, null, []));
				},
			),
			{ numRuns: sampleSize(300) },
		);
	});

	it("refuses what is no JSON, and what is not whole", () => {
		const attempt = (text: string): void => {
			const reader = new JsonReader(new Builder());
			reader.write(new TextEncoder().encode(text));
			reader.end();
		};
		for (const text of [
			"{",
			"[1,",
			'{"a"}',
			'{"a":1,}',
			"[1 2]",
			"]",
			"{]",
			'"open',
			"tru",
			"nul",
			"[}",
			"{1:2}",
			"[,]",
			"a",
			"--1",
			"[".repeat(300),
		])
			expect(() => attempt(text), text).toThrow(JsonError);
		for (const text of ["[]", "{}", " 1 ", '{"a":[{},[],null,true]}', '"x"', "1 2", "-1.5e+3"]) attempt(text);
	});
});
