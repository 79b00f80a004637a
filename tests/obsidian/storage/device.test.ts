import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storedDrafts } from "../../../src/core/draft/stored-drafts";
import { storedZone } from "../../../src/core/prompts/zone-state";
import { storedComparisons, storedConsultations } from "../../../src/core/consultation/stored-consultations";
import { storedSignIn } from "../../../src/core/endpoint/sign-in";
import { storedSpendings } from "../../../src/core/estimate/budget";
import { storedMeasures } from "../../../src/core/estimate/measured";
import { storedEntries } from "../../../src/core/journal/stored-entries";
import { storedTold } from "../../../src/obsidian/storage/last-told";
import { storedLines } from "../../../src/obsidian/storage/recent-lines";
import { storedChoices } from "../../../src/core/settings/settings";
import { amount, list, nullable, record, text, type Schema } from "../../../src/core/stored/schema";
import { devicePlaces, type DevicePlace } from "../../../src/core/stored/places";
import { storedLists } from "../../../src/llm/stored-models";
import { Device } from "../../../src/obsidian/storage/device";
import { entry } from "../../core/journal/arbitrary";
import { sampleSize } from "../../sampling";

/** Storage as Obsidian keeps it: as text, which a disk may have damaged, in room that may be full. */
function storage(texts: Readonly<Record<string, string>> = {}) {
	const kept = new Map(Object.entries(texts));
	const told: string[] = [];
	const state = { room: Infinity, full: 0 };
	const app = {
		loadLocalStorage: (key: string): unknown => {
			const found = kept.get(key);
			return found === undefined ? null : JSON.parse(found);
		},
		saveLocalStorage: (key: string, data: unknown): void => {
			if (data === null) {
				kept.delete(key);
				return;
			}
			const written = JSON.stringify(data);
			if (written.length > state.room) throw new DOMException("Full", "QuotaExceededError");
			kept.set(key, written);
		},
	};
	const open = (): Device => new Device({ app, full: () => state.full++, unread: (place) => told.push(place) });
	return { kept, told, state, open };
}

const anchor = { quote: "Words.", prefix: "", suffix: "", from: 0, others: 0, alike: 0 };

/** Of each place the schema, what stands for nothing, and a piece as it is when all is well. */
const places: Readonly<Record<DevicePlace, { schema: Schema<unknown>; nothing: unknown; whole: readonly unknown[] }>> =
	{
		consultations: {
			schema: storedConsultations,
			nothing: [],
			whole: [{ id: "1", path: "A.md", anchor, asked: "Is it clear?", model: "m", text: "Yes.", status: "done" }],
		},
		comparisons: {
			schema: storedComparisons,
			nothing: [],
			whole: [{ id: "1", path: "A.md", anchor, members: ["1", "2"], blind: true, choice: null }],
		},
		"journal-queue": { schema: storedEntries, nothing: [], whole: [entry] },
		spendings: {
			schema: storedSpendings,
			nothing: [],
			whole: [{ id: "1", month: "2026-11", endpoint: "e", amounts: { USD: 1 }, unknown: 0 }],
		},
		"budget-warned": { schema: list(text), nothing: [], whole: ["2026-11 near e 5 USD"] },
		"recent-models": { schema: storedChoices, nothing: [], whole: [{ endpoint: "e", model: "m" }] },
		"recent-questions": { schema: list(text), nothing: [], whole: ["Why?"] },
		"recent-lines": { schema: storedLines, nothing: [], whole: [{ of: "Overview.md", line: "the Stoics" }] },
		"told-last": {
			schema: nullable(storedTold),
			nothing: null,
			whole: [{ model: "m", where: "w", date: "2026-11-21", question: "q", on: "2026-11-30" }],
		},
		"key-origins": { schema: record(text), nothing: {}, whole: ["https://x.example"] },
		measures: { schema: storedMeasures, nothing: {}, whole: [{ ratios: [1.1], answers: [64], cached: [0] }] },
		"refused-fields": { schema: record(record(amount)), nothing: {}, whole: [{ stream: 1_000 }] },
		"unstreamed-hosts": { schema: record(amount), nothing: {}, whole: [1_000] },
		"model-lists": {
			schema: storedLists,
			nothing: {},
			whole: [{ date: "2026-11-23", baseUrl: "https://x.example/v1", models: [{ id: "a" }, { id: "b" }] }],
		},
		"sign-in": {
			schema: nullable(storedSignIn),
			nothing: null,
			whole: [{ endpoint: "e", origin: "o", verifier: "v", challenge: "c", state: "s", begun: 1 }],
		},
		zone: { schema: nullable(storedZone), nothing: null, whole: [{ isOpen: true, objective: "a.md", isAsked: true }] },
		"prompt-drafts": { schema: storedDrafts, nothing: [], whole: [{ path: "a.md", base: "b", here: "c" }] },
		making: { schema: nullable(text), nothing: null, whole: ["Expert friend"] },
	};

/** What was put aside, read. */
const asideOf = (device: Device): readonly unknown[] =>
	device.aside.map(({ json }) => (json === "" ? "" : (JSON.parse(json) as unknown)));

describe("what a device keeps", () => {
	it.each(devicePlaces)("of %s is read whatever it is, and nothing is lost without a copy", (place) => {
		const { schema, nothing, whole } = places[place];
		const fallback = nothing;
		fc.assert(
			fc.property(
				fc.array(fc.jsonValue(), { maxLength: 3 }),
				fc.jsonValue(),
				fc.boolean(),
				(others, other, isOther) => {
					const many = [...others, ...whole];
					const stored = isOther
						? other
						: Array.isArray(nothing)
							? many
							: nothing === null
								? whole[0]
								: Object.fromEntries(many.map((one, at) => [`k${at}`, one]));
					const { kept, told, open } = storage({ [`expert-friend-${place}`]: JSON.stringify(stored) });
					const given = JSON.parse(JSON.stringify(stored)) as unknown;
					const device = open();
					const found = device.read(place, schema, fallback);
					// Its neighbours are intact.
					if (!isOther) {
						const alone = storage({
							[`expert-friend-${place}`]: JSON.stringify(
								Array.isArray(nothing) ? whole : nothing === null ? whole[0] : { [`k${others.length}`]: whole[0] },
							),
						});
						const [right] = piecesOf(alone.open().read(place, schema, fallback));
						expect(piecesOf(found)).toContainEqual(right);
						expect(alone.told).toEqual([]);
					}
					device.save(place, found);
					// A second start is told nothing new, and reads the same.
					const told1 = told.length;
					expect(JSON.stringify(open().read(place, schema, fallback))).toBe(JSON.stringify(found));
					expect(told.length).toBe(told1);
					// What could not be used as a whole is there still: in its place or aside.
					const written = kept.get(`expert-friend-${place}`);
					const after = [
						...piecesOf(written === undefined ? null : (JSON.parse(written) as unknown)),
						...asideOf(device),
					];
					if (found === fallback && given !== null && JSON.stringify(given) !== JSON.stringify(fallback))
						expect(after).toContainEqual(given);
					else if (!isOther)
						for (const one of partsOf(given)) if (!isUsed(place, one)) expect(after).toContainEqual(one);
				},
			),
			{ numRuns: sampleSize(60) },
		);
	});

	it("of spending holds good, and counts on, beside a piece that is none", () => {
		const good = { id: "1", month: "2026-11", endpoint: "e", amounts: { USD: 1 }, unknown: 0 };
		const { told, open, kept } = storage({ "expert-friend-spendings": JSON.stringify([null, good]) });
		const device = open();
		expect(device.read("spendings", storedSpendings, [])).toEqual([good]);
		device.read("spendings", storedSpendings, []);
		expect([told, asideOf(device)]).toEqual([["spendings"], [null]]);
		device.clearAside();
		expect(kept.has("expert-friend-aside")).toBe(false);
	});

	it("stays where it is when it is no JSON; what comes after goes beside it", () => {
		const { kept, told, open } = storage({ "expert-friend-making": "{no", "expert-friend-making-2": "\0" });
		const device = open();
		expect(device.read("making", nullable(text), null)).toBeNull();
		device.save("making", "folder");
		expect(open().read("making", nullable(text), null)).toBe("folder");
		expect([kept.get("expert-friend-making"), kept.get("expert-friend-making-2"), told]).toEqual([
			"{no",
			"\0",
			["making"],
		]);
	});

	it("is not written over while there is no room to put it aside", () => {
		const { kept, state, open } = storage({ "expert-friend-recent-questions": JSON.stringify([3, "Why?"]) });
		state.room = 5;
		const device = open();
		expect(device.read("recent-questions", list(text), [])).toEqual(["Why?"]);
		state.room = Infinity;
		device.save("recent-questions", ["How?"]);
		expect(device.read("recent-questions", list(text), [])).toEqual(["How?"]);
		expect(kept.get("expert-friend-recent-questions")).toBe('[3,"Why?"]');
		expect(state.full).toBe(1);
		// After the next start there is.
		expect(open().read("recent-questions", list(text), [])).toEqual(["Why?"]);
		expect(kept.has("expert-friend-aside")).toBe(true);
	});

	it("holds until the app closes where there is no room, and says so once", () => {
		const { kept, state, open } = storage();
		const device = open();
		const now = (place: DevicePlace): unknown => device.read(place, text, "");
		state.room = 4;
		device.save("making", "ab");
		device.save("making", "abc");
		device.save("sign-in", "abcd");
		expect([now("making"), now("sign-in"), kept.get("expert-friend-making"), state.full]).toEqual([
			"abc",
			"abcd",
			'"ab"',
			1,
		]);
		state.room = 6;
		device.save("making", "abc");
		device.save("sign-in", "abcd");
		expect([kept.get("expert-friend-making"), kept.get("expert-friend-sign-in"), state.full]).toEqual([
			'"abc"',
			'"abcd"',
			1,
		]);
		device.save("sign-in", "abcde");
		expect(state.full).toBe(2);
	});
});

/** The parts of a place: items, or values by key. */
function partsOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : typeof value === "object" ? Object.values(value ?? {}) : [value];
}

/** The pieces of a place: items, values by key, or itself. */
function piecesOf(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	return typeof value === "object" && value !== null ? [...(Object.values(value) as unknown[]), value] : [value];
}

/** Whether a piece by itself can be read at all: then the place holds what was made of it. */
function isUsed(place: DevicePlace, piece: unknown): boolean {
	const { schema, nothing } = places[place];
	const alone = Array.isArray(nothing) ? [piece] : { k: piece };
	const { open } = storage({ [`expert-friend-${place}`]: JSON.stringify(alone) });
	const found = open().read(place, schema, nothing);
	return piecesOf(found).length > (Array.isArray(nothing) ? 0 : 1);
}
