import fc from "fast-check";
import type { App, TFile } from "obsidian";
import { describe, expect, it, vi } from "vitest";
import { sampleSize } from "../../sampling";

vi.mock("obsidian", () => ({
	getFrontMatterInfo: (text: string) => ({ contentStart: /^---\n[^]*?\n---\n/.exec(text)?.[0].length ?? 0 }),
}));

const { Device } = await import("../../../src/obsidian/storage/device");
const { PromptDrafts } = await import("../../../src/obsidian/zone/prompt-drafts");
type Drafts = InstanceType<typeof PromptDrafts>;

const path = "Expert friend/Style.md";
const head = "---\na:  1\n---\n\n";

/** A vault with other writers, and a device that outlives the app. */
class World {
	readonly files = new Map<string, string>();
	readonly kept = new Map<string, string>();
	readonly failed: string[] = [];
	/** Whether the disk takes anything. */
	isWritable = true;
	writes = 0;
	private timers = new Map<number, () => void>();
	private heard: ((file: { path: string }) => void)[] = [];

	constructor(body: string | null) {
		if (body !== null) this.files.set(path, `${head}${body}\n`);
	}

	start(): Drafts {
		this.timers = new Map();
		this.heard = [];
		const file = (at: string): TFile | null => (this.files.has(at) ? ({ path: at } as TFile) : null);
		const vault = {
			getFileByPath: file,
			getFolderByPath: () => null,
			createFolder: () => Promise.resolve(),
			read: async ({ path: at }: TFile) => this.files.get(at) ?? "",
			process: async ({ path: at }: TFile, change: (text: string) => string) => {
				await Promise.resolve();
				const text = change(this.files.get(at) ?? "");
				if (!this.isWritable) throw new Error("The disk is full.");
				this.write(at, text);
				return text;
			},
			create: async (at: string, text: string) => {
				if (!this.isWritable) throw new Error("The disk is full.");
				this.write(at, text);
			},
			on: (name: string, listener: (file: { path: string }) => void) => {
				if (name === "modify") this.heard.push(listener);
				return {};
			},
		};
		const app = {
			vault,
			loadLocalStorage: (key: string) => JSON.parse(this.kept.get(key) ?? "null") as unknown,
			saveLocalStorage: (key: string, data: unknown) => this.kept.set(key, JSON.stringify(data)),
		};
		const drafts = new PromptDrafts({
			app: app as unknown as App,
			device: new Device({ app: app, full: () => undefined, unread: () => undefined }),
			made: (_path, body) => `${body}\n`,
			wasMade: () => Promise.resolve(),
			after: (_milliseconds, call) => {
				const id = this.timers.size + Math.random();
				this.timers.set(id, call);
				return () => this.timers.delete(id);
			},
			now: () => 0,
			failed: (at) => this.failed.push(at),
		});
		drafts.watch();
		return drafts;
	}

	/** Half a second goes by. */
	async rest(): Promise<void> {
		const due = [...this.timers.values()];
		this.timers.clear();
		for (const call of due) call();
		await this.calm();
	}

	async calm(): Promise<void> {
		for (let turn = 0; turn < 20; turn++) await Promise.resolve();
	}

	/** Another program writes. */
	write(at: string, text: string): void {
		this.writes++;
		this.files.set(at, text);
		for (const listener of this.heard) listener({ path: at });
	}

	get body(): string {
		return (this.files.get(path) ?? "").replace(head, "").trimEnd();
	}
}

describe("a note in a field", () => {
	it("is written once typing rests, and not before", async () => {
		const world = new World("one\ntwo");
		const drafts = world.start();
		await drafts.open(path);
		drafts.edit(path, null, "one\ntwo\nth");
		drafts.edit(path, null, "one\ntwo\nthree");
		await world.calm();
		expect([world.body, drafts.of(path)?.draft.isUnsaved]).toEqual(["one\ntwo", true]);
		expect(drafts.textOf(path, `${head}one\ntwo\n`)).toBe(`${head}one\ntwo\nthree\n`);
		await world.rest();
		expect(world.files.get(path)).toBe(`${head}one\ntwo\nthree\n`);
		await world.rest();
		expect(world.writes).toBe(1);
	});

	it("is made by the first words", async () => {
		const world = new World(null);
		const drafts = world.start();
		await drafts.open(path);
		expect(drafts.of(path)?.exists).toBe(false);
		await world.rest();
		expect(world.files.size).toBe(0);
		drafts.edit(path, null, "Be brief.");
		await world.rest();
		expect([world.files.get(path), drafts.of(path)?.exists]).toEqual(["Be brief.\n", true]);
	});

	it("keeps what was typed where the disk takes nothing, and says so", async () => {
		const world = new World("one");
		const drafts = world.start();
		await drafts.open(path);
		drafts.edit(path, null, "one, typed");
		world.isWritable = false;
		await world.rest();
		expect([world.body, world.failed, drafts.of(path)?.draft.here]).toEqual(["one", [path], "one, typed"]);
		const again = world.start();
		world.isWritable = true;
		await again.start();
		await world.rest();
		expect(world.body).toBe("one, typed");
	});

	it("loses no line of anybody's, through other writers, restarts and choices", async () => {
		const step = fc.oneof(
			fc.record({ kind: fc.constant("type" as const), line: fc.nat(9) }),
			fc.record({ kind: fc.constant("elsewhere" as const), line: fc.nat(9) }),
			fc.record({
				kind: fc.constantFrom("rest" as const, "restart" as const, "settle" as const),
				line: fc.constant(0),
			}),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
				const world = new World("a\nb\nc\nd\ne");
				let drafts = world.start();
				await drafts.open(path);
				/** Lines that were put in and that nobody took out again. */
				const alive = new Set<string>();
				const change = (text: string, line: number, word: string): string => {
					const lines = text.split("\n");
					const at = line % lines.length;
					alive.delete(lines[at] ?? "");
					lines[at] = word;
					alive.add(word);
					return lines.join("\n");
				};
				for (const [n, { kind, line }] of steps.entries()) {
					const field = drafts.of(path)!;
					if (kind === "type") {
						const before = field.draft;
						drafts.edit(path, null, change(before.here, line, `here ${n}`));
					} else if (kind === "elsewhere") world.write(path, `${head}${change(world.body, line, `else ${n}`)}\n`);
					else if (kind === "rest") await world.rest();
					else if (kind === "settle") await drafts.settle();
					else {
						drafts.flush();
						drafts = world.start();
						await drafts.start();
						await drafts.open(path);
					}
					await world.calm();
					const { draft } = drafts.of(path)!;
					expect(draft.disk).toBe(world.body);
					const seen = [...draft.here.split("\n"), ...world.body.split("\n")];
					for (const word of alive) expect(seen).toContain(word);
					expect(world.files.get(path)!.startsWith(head)).toBe(true);
				}
				await world.rest();
				const { draft } = drafts.of(path)!;
				expect(draft.isUnsaved).toBe(draft.clashes > 0);
			}),
			{ numRuns: sampleSize(150) },
		);
	});
});
