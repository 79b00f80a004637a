import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	amount,
	list,
	nullable,
	object,
	optional,
	or,
	read,
	record,
	required,
	someText,
	text,
	toStore,
	unreadOf,
	wholeList,
} from "../../../src/core/stored/schema";
import { sampleSize } from "../../sampling";

interface Item {
	readonly id: string;
	readonly size: number;
	readonly note?: string;
}
interface Box {
	readonly name: string | null;
	readonly items: readonly Item[];
	readonly prices: Readonly<Record<string, number>>;
	readonly tags: readonly string[];
}
const box = object<Box>({
	name: or(nullable(text), null),
	items: or(list(object<Item>({ id: required(someText), size: or(amount, 1, 2), note: optional(text) })), []),
	prices: or(
		record(amount, (key) => /^[A-Z]+$/.test(key)),
		{},
	),
	tags: or(wholeList(text), []),
});
const empty: Box = { name: null, items: [], prices: {}, tags: [] };

/** A box as it is read, with the places of what could not be. */
function unpack(value: unknown): { readonly found: Box; readonly faults: readonly string[] } {
	const faults: string[] = [];
	return { found: read(box, value, empty, (path) => faults.push(path.join("."))), faults };
}
/** Without what stands beside a value. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("what was stored", () => {
	it("costs a broken piece and no more, and tells where it stood", () => {
		const stored = {
			name: 3,
			items: [null, { id: "a", size: "big", note: [] }, { size: 1 }, { id: "b", size: 5, note: "x" }],
			prices: { EUR: 1, "€": 2, USD: -1 },
			tags: ["one", 2],
		};
		const { found, faults } = unpack(stored);
		expect(plain(found)).toEqual({
			name: null,
			items: [
				{ id: "a", size: 2 },
				{ id: "b", size: 5, note: "x" },
			],
			prices: { EUR: 1 },
			tags: [],
		});
		expect([...faults].sort()).toEqual(
			["items.0", "items.1.note", "items.1.size", "items.2", "name", "prices.USD", "prices.€", "tags"].sort(),
		);
		expect(unpack([]).found).toBe(empty);
		expect(unpack([]).faults).toEqual([""]);
	});

	it("takes what is missing for its default, in silence", () => {
		expect(unpack({ items: [{ id: "a" }] })).toEqual({
			found: { ...empty, items: [{ id: "a", size: 1 }] },
			faults: [],
		});
	});

	it("comes back whole when it is stored again, unless it was given another value since", () => {
		const stored = {
			name: 3,
			items: [null, { id: "a", size: "big", colour: "red" }],
			prices: { "€": 2 },
			tags: ["one", 2],
			later: { version: 9 },
		};
		const { found } = unpack(stored);
		expect(toStore(found)).toEqual({ ...stored, items: [stored.items[1], null] });
		expect([unreadOf(found, "name"), unreadOf(found, "tags"), unreadOf(found, "prices")]).toMatchObject([
			{ raw: 3 },
			{ raw: ["one", 2] },
			null,
		]);
		const changed: Box = {
			...found,
			name: "Box",
			tags: [],
			items: [...found.items, { id: "b", size: 1 }].map((item) => ({ ...item, size: item.size + 1 })),
		};
		expect(toStore(changed)).toEqual({
			...stored,
			name: "Box",
			tags: [],
			items: [{ id: "a", size: 3, colour: "red" }, { id: "b", size: 2 }, null],
		});
		expect([unreadOf(changed, "name"), unreadOf(changed, "tags")]).toEqual([null, null]);
	});

	it("is read whatever it is, loses nothing, and is the same when it is read again", () => {
		const item = fc.oneof(
			fc.record(
				{ id: fc.string(), size: fc.oneof(fc.nat(), fc.jsonValue()), note: fc.jsonValue() },
				{ requiredKeys: [] },
			),
			fc.jsonValue(),
		);
		const any = fc.oneof(
			fc.record(
				{
					name: fc.jsonValue(),
					items: fc.oneof(fc.array(item), fc.jsonValue()),
					prices: fc.oneof(fc.dictionary(fc.constantFrom("EUR", "€", "__proto__"), fc.jsonValue()), fc.jsonValue()),
					tags: fc.oneof(fc.array(fc.oneof(fc.string(), fc.jsonValue())), fc.jsonValue()),
					other: fc.jsonValue(),
				},
				{ requiredKeys: [] },
			),
			fc.jsonValue(),
		);
		fc.assert(
			fc.property(any, (given) => {
				const stored = plain(given);
				const faults: unknown[] = [];
				const found = read(box, stored, empty, (_path, piece) => faults.push(piece));
				if (found === empty) expect(faults).toEqual([stored]);
				else {
					const again = plain(toStore(found));
					expect(plain(read(box, again, empty))).toEqual(plain(found));
					// Each value that was stored is there still, in its place but for lists' items.
					const { items, ...others } = stored as Record<string, unknown>;
					expect(again).toMatchObject(others);
					if (Array.isArray(items))
						expect((again as { items: unknown[] }).items).toEqual(
							expect.arrayContaining(
								items.map((one: unknown): unknown => (isItem(one) ? expect.objectContaining(one) : one)),
							),
						);
				}
			}),
			{ numRuns: sampleSize(500) },
		);
	});
});

function isItem(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && typeof (value as { id?: unknown }).id === "string";
}
