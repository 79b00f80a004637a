import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings, unreadFolders } from "../../../src/core/settings/settings";
import { SettingsFile } from "../../../src/obsidian/storage/settings-file";
import { SettingsStore, type UnreadSettings } from "../../../src/obsidian/storage/settings-store";
import { sampleSize } from "../../sampling";

const folder = ".obsidian/plugins/expert-friend";
const place = `${folder}/data.json`;

/** A plugin's folder on a disk that may refuse, and the app's way to its file. */
function disk(text: string | null) {
	const files = new Map<string, string>(text === null ? [] : [[place, text]]);
	const told: UnreadSettings[] = [];
	const state = { isFull: false, unwritten: 0 };
	const write = async (path: string, data: string): Promise<void> => {
		if (state.isFull) throw new Error("ENOSPC");
		files.set(path, data);
	};
	let reading = Promise.resolve();
	const pauseReading = (): (() => void) => {
		let goOn = (): void => undefined;
		reading = new Promise<void>((resolve) => (goOn = resolve));
		return goOn;
	};
	const read = async (path: string): Promise<string> => {
		const found = files.get(path);
		if (found === undefined) throw new Error("ENOENT");
		return found;
	};
	const open = async (): Promise<SettingsStore> => {
		const file = new SettingsFile({
			adapter: { exists: async (path) => files.has(path), read, write },
			folder,
			load: async () => {
				if (!files.has(place)) return null;
				const text = await read(place);
				await reading;
				return JSON.parse(text) as unknown;
			},
			save: (data) => write(place, JSON.stringify(data, null, 2)),
		});
		const store = new SettingsStore(
			file,
			(what) => told.push(what),
			() => state.unwritten++,
		);
		await store.load();
		return store;
	};
	const copies = (): readonly string[] => [...files].filter(([path]) => path !== place).map(([, copied]) => copied);
	const now = (): unknown => JSON.parse(files.get(place) ?? "null");
	return { files, told, state, open, copies, now, pauseReading };
}

const good = {
	endpoints: [{ id: "a", preset: "openai", name: "A", baseUrl: "https://x.example/v1", secret: "s" }],
	model: { endpoint: "a", model: "m" },
	privateFolders: ["Secret"],
	chip: false,
};
const whole = JSON.stringify(good, null, 2);

describe("a file of settings", () => {
	it.each([
		["cut short", whole.slice(0, -40)],
		["empty", ""],
		["of zeros", "\0".repeat(300)],
		["with both sides of a conflict", `<<<<<<< HEAD\n${whole}\n=======\n{}\n>>>>>>> other\n`],
		["too deep", `{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
		["that is a list", "[1]"],
		["that is a text", '"Secret"'],
		["of another program", "SQLite format 3\0"],
	])(
		"%s loads, is kept as it was, and lets nothing be sent until the writer says what is private",
		async (_kind, text) => {
			const { told, open, copies, now } = disk(text);
			const store = await open();
			expect({ ...store.value }).toMatchObject({ ...defaultSettings });
			expect(unreadFolders(store.value)).not.toBeNull();
			expect([copies(), told]).toMatchObject([[text], [{ keys: [] }]]);
			await store.set({ chip: false });
			const again = await open();
			expect([again.value.chip, unreadFolders(again.value)]).toEqual([false, "null"]);
			await again.set({ privateFolders: [...again.value.privateFolders] });
			expect([unreadFolders((await open()).value), now()]).toEqual([null, { chip: false }]);
			expect(copies()).toContain(text);
		},
	);

	it.each([
		["with a mark at its head", `\uFEFF${whole}`],
		["with zeros at its end", `${whole}${"\0".repeat(100)}`],
	])("%s is read as it was meant", async (_kind, text) => {
		const { told, open, copies } = disk(text);
		expect((await open()).value).toMatchObject(good);
		expect([told, copies()]).toEqual([[], []]);
	});

	it("that is not there says nothing", async () => {
		const { told, open, copies } = disk(null);
		const store = await open();
		expect([store.value, told, copies()]).toEqual([defaultSettings, [], []]);
	});

	it("is told once for each state, restarts included", async () => {
		const { told, open, files } = disk("{");
		await open();
		await open();
		expect(told).toHaveLength(1);
		files.set(place, "{{");
		await open();
		expect(told.map(({ copy }) => files.get(copy ?? ""))).toEqual(["{", "{{"]);
	});

	it("damaged while the app runs changes nothing, and is kept when the next change is written", async () => {
		const { told, open, files, copies, now } = disk(whole);
		const store = await open();
		files.set(place, whole.slice(0, 30));
		await store.load();
		expect(store.value).toMatchObject(good);
		await store.set({ marks: false });
		expect([now(), copies(), told]).toMatchObject([{ ...good, marks: false }, [whole.slice(0, 30)], [{ keys: [] }]]);
		expect(unreadFolders(store.value)).toBeNull();
	});

	it("is not written over when it can't be copied", async () => {
		const { told, open, files, state } = disk("{");
		state.isFull = true;
		const store = await open();
		state.isFull = false;
		await store.set({ chip: false });
		expect([store.value.chip, files.get(place), told]).toEqual([false, "{", [{ keys: [], copy: null }]]);
	});

	it("keeps what it does not understand when something else is changed", async () => {
		const newer = {
			...good,
			language: "de",
			endpoints: [
				{ ...good.endpoints[0], preset: "newer", region: "eu", budget: "five" },
				{ id: "b", baseUrl: "" },
				"c",
			],
			favourites: "m",
			sparkles: { on: true },
		};
		const { told, open, now } = disk(JSON.stringify(newer));
		const store = await open();
		expect(store.value).toMatchObject({ language: "auto", chip: false, endpoints: [{ id: "a", preset: "custom" }] });
		expect([...(told[0]?.keys ?? [])].sort()).toEqual(["endpoints", "favourites", "language"]);
		const endpoints = store.value.endpoints.map((one) => ({ ...one, name: "B" }));
		await store.set({ marks: false, endpoints });
		expect(now()).toEqual({
			...newer,
			marks: false,
			endpoints: [{ ...(newer.endpoints[0] as object), name: "B" }, ...newer.endpoints.slice(1)],
		});
	});

	it.each([["Secret"], [["Secret", 3]], [{ 0: "Secret" }], [null], [true]])(
		"whose private folders are %j lets nothing be sent until the writer names them",
		async (privateFolders) => {
			const { open, now } = disk(JSON.stringify({ ...good, privateFolders }));
			const store = await open();
			expect(unreadFolders(store.value)).toBe(JSON.stringify(privateFolders));
			await store.set({ chip: true });
			expect(now()).toMatchObject({ privateFolders });
			expect(unreadFolders((await open()).value)).toBe(JSON.stringify(privateFolders));
			await store.set({ privateFolders: ["Secret"] });
			expect([unreadFolders((await open()).value), now()]).toMatchObject([null, { privateFolders: ["Secret"] }]);
		},
	);

	it("takes what can't be read of the data policy for the stricter", async () => {
		const { open } = disk(JSON.stringify({ noTraining: "no", zeroRetention: "yes" }));
		expect((await open()).value).toMatchObject({ noTraining: true, zeroRetention: true });
	});

	it("always loads, costs a broken piece and no other, and loses nothing without a copy", async () => {
		const keys = Object.keys(defaultSettings);
		const change = fc.oneof(
			fc.record({ key: fc.constantFrom(...keys, "later"), value: fc.jsonValue() }),
			fc.record({ cut: fc.nat(whole.length), insert: fc.string({ unit: "binary", maxLength: 3 }) }),
		);
		await fc.assert(
			fc.asyncProperty(change, async (how) => {
				const text =
					"cut" in how
						? whole.slice(0, how.cut) + how.insert + whole.slice(how.cut + how.insert.length)
						: JSON.stringify({ ...good, [how.key]: how.value });
				const { open, copies, files } = disk(text);
				const store = await open();
				if ("key" in how) {
					const { [how.key as "chip"]: _changed, ...others } = good;
					expect(store.value).toMatchObject(others);
				}
				await store.set({ marks: false });
				if (copies().length === 0) {
					const before = JSON.parse(text.replace(/^\uFEFF/, "").replace(/\0+$/, "")) as object;
					const after = JSON.parse(files.get(place) ?? "") as Record<string, unknown>;
					// A key that says the default is not written; all else is, as it was or as it is read.
					for (const key of Object.keys(before)) if (!keys.includes(key)) expect(after).toHaveProperty([key]);
				} else expect(copies()).toEqual([text]);
				expect(JSON.parse(JSON.stringify((await open()).value))).toEqual(JSON.parse(JSON.stringify(store.value)));
			}),
			{ numRuns: sampleSize(400) },
		);
	});
});

describe("a change of settings", () => {
	it("is not taken back by a reading that began before it, and is written", async () => {
		const { open, now, pauseReading } = disk(whole);
		const store = await open();
		const goOn = pauseReading();
		// Another device changed the file; while it is read, the writer changes something here.
		const reading = store.load();
		const queued = store.load();
		const saved = store.set({ folder: "My friend" });
		expect(store.value.folder).toBe("My friend");
		goOn();
		await Promise.all([reading, queued, saved]);
		expect(store.value.folder).toBe("My friend");
		expect(now()).toMatchObject({ ...good, folder: "My friend" });
	});

	it("keeps what another device wrote, when something is changed before the app told of it", async () => {
		const { open, files, now, told } = disk(whole);
		const store = await open();
		files.set(place, JSON.stringify({ ...good, chip: true, later: [1], privateFolders: ["Secret", "Diary"] }));
		await Promise.all([store.set({ marks: false }), store.set({ promptZone: false })]);
		const after = { ...good, later: [1], privateFolders: ["Secret", "Diary"], marks: false, promptZone: false };
		const { chip: _usual, ...written } = after;
		expect(now()).toEqual(written);
		expect(store.value).toMatchObject({ chip: true, marks: false, promptZone: false });
		expect(told).toEqual([]);
		// Damaged meanwhile it is copied first, and not written over where it can't be.
		files.set(place, whole.slice(0, 40));
		await store.set({ marks: true });
		expect([...files.values()]).toContain(whole.slice(0, 40));
		expect(told).toHaveLength(1);
		expect(now()).toMatchObject({ promptZone: false, privateFolders: ["Secret", "Diary"] });
	});

	it("gives way to what is read after it was written", async () => {
		const { open, files } = disk(whole);
		const store = await open();
		await store.set({ folder: "My friend" });
		files.set(place, JSON.stringify({ ...good, folder: "Elsewhere" }));
		await store.load();
		expect(store.value.folder).toBe("Elsewhere");
	});

	it("that a full disk refuses holds, is told once, and is written with the next one", async () => {
		const place = disk(whole);
		const store = await place.open();
		place.state.isFull = true;
		await store.set({ chip: true });
		await store.set({ marks: false });
		expect(store.value).toMatchObject({ chip: true, marks: false });
		expect(place.now()).toEqual(good);
		expect(place.state.unwritten).toBe(1);
		place.state.isFull = false;
		await store.set({ privateFolders: ["Secret", "Diary"] });
		const { chip, ...others } = good;
		expect(chip).toBe(false);
		expect(place.now()).toEqual({ ...others, marks: false, privateFolders: ["Secret", "Diary"] });
		place.state.isFull = true;
		await store.set({ chip: false });
		expect(place.state.unwritten).toBe(2);
	});
});
