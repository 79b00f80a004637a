import fc from "fast-check";
import type { App } from "obsidian";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { JournalEntry } from "../../../src/core/journal/entry";
import { latest } from "../../../src/core/journal/facts";
import { monthFacts } from "../../../src/core/journal/read-month";
import { entry } from "../../core/journal/arbitrary";
import { sampleSize } from "../../sampling";

const { TFile, TFolder, notices } = vi.hoisted(() => {
	class TFile {
		constructor(
			readonly path: string,
			readonly parent: TFolder,
		) {}
		get name(): string {
			return this.path.replace(/^.*\//, "");
		}
	}
	class TFolder {
		readonly children: TFile[] = [];
		constructor(readonly path: string) {}
	}
	return { TFile, TFolder, notices: [] as string[] };
});
vi.mock("obsidian", () => ({
	TFile,
	TFolder,
	Notice: class {
		constructor(text: string) {
			notices.push(text);
		}
	},
}));

const { Device: DeviceStorage } = await import("../../../src/obsidian/storage/device");
const { Journal } = await import("../../../src/obsidian/record/journal");

/** A vault and a device's storage that outlive the app, and a disk that may be full or lose the last word. */
class Device {
	readonly files = new Map<string, string>();
	readonly folders = new Map<string, InstanceType<typeof TFolder>>();
	stored: string | null = null;
	/** What could not be read of it. */
	aside: string | null = null;
	/** What becomes of the next writes: written, refused, or written without anyone being told. */
	fate: "written" | "full" | "untold" = "written";
	storageFull = false;

	readonly app = {
		loadLocalStorage: (key: string) => {
			const stored = key === "expert-friend-journal-queue" ? this.stored : this.aside;
			return stored === null ? null : (JSON.parse(stored) as unknown);
		},
		saveLocalStorage: (key: string, value: unknown) => {
			if (this.storageFull) throw new DOMException("Full", "QuotaExceededError");
			if (key !== "expert-friend-journal-queue") this.aside = JSON.stringify(value);
			else this.stored = value === null ? null : JSON.stringify(value);
		},
		vault: {
			getFolderByPath: (path: string) => this.folders.get(path) ?? null,
			getFileByPath: (path: string) =>
				this.files.has(path) ? new TFile(path, this.folders.get(path.replace(/\/[^/]*$/, ""))!) : null,
			createFolder: async (path: string) => void this.folders.set(path, new TFolder(path)),
			create: (path: string, data: string) => this.write(path, () => data),
			process: (file: InstanceType<typeof TFile>, change: (data: string) => string) => this.write(file.path, change),
			cachedRead: async (file: InstanceType<typeof TFile>) => this.files.get(file.path)!,
		},
	} as unknown as App;

	private async write(path: string, change: (data: string) => string): Promise<void> {
		await Promise.resolve();
		if (this.fate === "full") throw new Error("ENOSPC");
		const folder = this.folders.get(path.replace(/\/[^/]*$/, ""))!;
		if (!this.files.has(path)) folder.children.push(new TFile(path, folder));
		this.files.set(path, change(this.files.get(path) ?? ""));
		if (this.fate === "untold") throw new Error("EIO");
	}

	start(enabled = true): InstanceType<typeof Journal> {
		const journal = new Journal({
			app: this.app,
			device: new DeviceStorage({ app: this.app, full: () => undefined, unread: (place) => notices.push(place) }),
			enabled: () => enabled,
			links: () => false,
			folder: () => "Friend",
			language: () => "en",
			entered: () => undefined,
			failedWords: () => "failed",
			mergedWords: (name) => name,
		});
		journal.flush();
		return journal;
	}

	get text(): string {
		return [...this.files.values()].join("\n");
	}
}

beforeEach(() => {
	notices.length = 0;
	vi.stubGlobal("window", { setTimeout: () => 0, clearTimeout: () => undefined });
});

const twoDigits = (number: number): string => String(number).padStart(2, "0");
const numbered = (number: number, second: number, outcome: JournalEntry["outcome"]): JournalEntry => ({
	...entry,
	id: `n${number}`,
	outcome,
	time: `2026-11-23T10:${twoDigits(Math.floor(second / 60))}:${twoDigits(second % 60)}+01:00`,
});
const settled = async (): Promise<void> => {
	for (let n = 0; n < 200; n++) await Promise.resolve();
};

describe("the journal on a device", () => {
	it("holds each consultation once, with what became of it last, whatever fails, whenever the app ends", async () => {
		const step = fc.oneof(
			{
				weight: 5,
				arbitrary: fc.record({
					kind: fc.constant("add" as const),
					id: fc.nat(6),
					outcome: fc.constantFrom("adopted" as const, "kept" as const, "dismissed" as const),
				}),
			},
			{
				weight: 3,
				arbitrary: fc.record({
					kind: fc.constant("hold" as const),
					id: fc.nat(6),
					outcome: fc.constantFrom("adopted" as const, "dismissed" as const),
				}),
			},
			{
				weight: 2,
				arbitrary: fc.record({ kind: fc.constantFrom("written" as const, "full" as const, "untold" as const) }),
			},
			{ weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), turns: fc.nat(6) }) },
			{ weight: 2, arbitrary: fc.record({ kind: fc.constant("crash" as const) }) },
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
				const device = new Device();
				let journal = device.start();
				const known = new Map<string, JournalEntry>();
				const held = new Map<string, JournalEntry>();
				for (const [at, one] of steps.entries()) {
					if (one.kind === "add" || one.kind === "hold") {
						const made = numbered(one.id, at, one.outcome);
						(one.kind === "add" ? known : held).set(made.id, made);
						if (one.kind === "add") held.delete(made.id);
						journal[one.kind](made);
					} else if (one.kind === "wait") {
						for (let n = 0; n < one.turns; n++) await Promise.resolve();
					} else if (one.kind === "crash") {
						// What was under way is not heard of any more; what was held counts.
						journal.close();
						for (const [id, made] of held) known.set(id, made);
						held.clear();
						await settled();
						journal = device.start();
					} else {
						device.fate = one.kind;
						journal.flush();
					}
				}
				device.fate = "written";
				journal.flush();
				await settled();
				const facts = monthFacts(device.text);
				expect(facts.map((one) => [one.id, one.outcome, one.time]).sort()).toEqual(
					[...known.values()].map((one) => [one.id, one.outcome, one.time]).sort(),
				);
				expect([...(await journal.facts())].map((one) => one.id).sort()).toEqual([...known.keys()].sort());
				expect(JSON.parse(device.stored ?? "[]")).toHaveLength(held.size);
			}),
			{ numRuns: sampleSize(300) },
		);
	});

	it("says once that it could not be written, and counts what waits", async () => {
		const device = new Device();
		device.fate = "full";
		const journal = device.start();
		journal.add(numbered(1, 1, "adopted"));
		journal.add(numbered(2, 2, "kept"));
		await settled();
		expect(notices).toEqual(["failed"]);
		expect((await journal.month("2026-11")).map((one) => one.id)).toEqual(["n1", "n2"]);
		expect(await journal.month("2026-12")).toEqual([]);
	});

	it("puts aside what waits and is no entry, keeps what is of one with a damaged figure, and goes on", async () => {
		const device = new Device();
		const waiting = [1, 2, 3].map((n) => numbered(n, n, "kept"));
		const { record } = waiting[1]!;
		const cost = { amount: 1, currency: "€", listed: null };
		const damaged = { ...waiting[1]!, record: { ...record, identity: { ...record.identity, cost } } };
		const pieces = [null, {}, { ...entry, time: "../x" }, [], "x", { ...entry, record: { ...record, identity: null } }];
		device.stored = JSON.stringify([pieces[0], waiting[0], pieces[1], damaged, ...pieces.slice(2), waiting[2]]);
		device.start();
		await settled();
		expect(monthFacts(device.text).map(({ id, cost }) => [id, cost?.currency ?? null])).toEqual([
			["n1", "USD"],
			["n2", null],
			["n3", "USD"],
		]);
		expect(device.stored).toBeNull();
		const aside = (JSON.parse(device.aside ?? "[]") as { json: string }[]).map(
			({ json }) => JSON.parse(json) as unknown,
		);
		expect(aside).toEqual(expect.arrayContaining([...pieces, cost]));
		expect(notices).toEqual(["journal-queue"]);
	});

	it("is held up by no entry that can't be printed", async () => {
		const device = new Device();
		const journal = device.start();
		journal.add({ ...numbered(1, 1, "kept"), proposals: [null as unknown as string] });
		journal.add(numbered(2, 2, "kept"));
		await settled();
		expect(monthFacts(device.text).map(({ id }) => id)).toEqual(["n2"]);
		expect([device.stored, JSON.parse(device.aside ?? "[]")]).toMatchObject([null, [{ place: "journal-queue" }]]);
	});

	it("writes without room in the device's storage; keeps what it cannot write as long as the app lives", async () => {
		const device = new Device();
		device.storageFull = true;
		device.fate = "full";
		const journal = device.start();
		journal.add(numbered(1, 1, "adopted"));
		await settled();
		device.fate = "written";
		journal.flush();
		await settled();
		expect(monthFacts(device.text).map((one) => one.id)).toEqual(["n1"]);
	});

	it("is not written while it is turned off, but for what waits from before", async () => {
		const device = new Device();
		device.fate = "full";
		device.start().add(numbered(1, 1, "adopted"));
		await settled();
		device.fate = "written";
		const off = device.start(false);
		off.hold(numbered(2, 2, "adopted"));
		off.add(numbered(2, 2, "adopted"));
		await settled();
		expect(latest(monthFacts(device.text)).map((one) => one.id)).toEqual(["n1"]);
		expect(device.stored).toBe(null);
	});

	it("counts copies of a month once with it", async () => {
		const device = new Device();
		const journal = device.start();
		journal.add(numbered(1, 1, "adopted"));
		await settled();
		const folder = device.folders.get("Friend/Journal")!;
		const copy = "Friend/Journal/2026-11 (conflicted copy 2026-11-23).md";
		folder.children.push(new TFile(copy, folder));
		device.files.set(copy, device.text.replace("[id:: n1]", "[id:: n9]") + device.text);
		expect((await journal.month("2026-11")).map((one) => one.id).sort()).toEqual(["n1", "n9"]);
	});
});
