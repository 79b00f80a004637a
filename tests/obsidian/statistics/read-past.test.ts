import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readPast } from "../../../src/obsidian/statistics/read-past";
import { makePast } from "../../generator/past";

const made = makePast({ kind: "claude", seed: 7, conversations: 1200 });
const file = new Blob([...made.pieces]);
const answers = [...made.used.values()].reduce((sum, one) => sum + one.answers, 0);

/** A clock by which each look at it is so much later. */
const clock = (step: number): (() => number) => {
	let looks = 0;
	return () => step * looks++;
};

beforeEach(() => void vi.stubGlobal("window", { setTimeout }));
afterEach(() => void vi.unstubAllGlobals());

describe("reading past use", () => {
	it("tells how far it is: always more, all in the end; counts the same whatever the pauses", async () => {
		const told: number[] = [];
		const { signal } = new AbortController();
		const found = await readPast(file, { stopped: signal, elapsed: clock(100), progress: (share) => told.push(share) });
		expect(file.size).toBeGreaterThan(1 << 20);
		expect(told.length).toBe(Math.ceil((1 << 20) / (1 << 14)) + Math.ceil((file.size - (1 << 20)) / (1 << 14)));
		expect([...told].sort((a, b) => a - b)).toEqual(told);
		expect(told[0]).toBeGreaterThan(0);
		expect(told[told.length - 1]).toBe(1);
		const at = (use: typeof found): number | undefined => use?.use.rows.reduce((sum, row) => sum + row.answers, 0);
		expect(at(found)).toBe(answers);
		const without = await readPast(file, { stopped: signal, elapsed: () => 0, progress: (share) => told.push(-share) });
		expect(without?.use).toEqual(found?.use);
		// Nobody waits: nothing is told.
		expect(told.some((share) => share < 0)).toBe(false);
	});

	it("stops where it is told to, at the next pause, and gives nothing", async () => {
		const stop = new AbortController();
		const told: number[] = [];
		const found = await readPast(file, {
			stopped: stop.signal,
			elapsed: clock(100),
			progress: (share) => {
				told.push(share);
				if (told.length === 3) stop.abort();
			},
		});
		expect(found).toBeNull();
		expect(told).toHaveLength(3);
	});

	it("lets a disk that fails be told", async () => {
		const broken = new Blob(["["]);
		broken.slice = () => ({ arrayBuffer: () => Promise.reject(new Error("No disk.")) }) as unknown as Blob;
		const reading = { stopped: new AbortController().signal, elapsed: () => 0, progress: () => undefined };
		await expect(readPast(broken, reading)).rejects.toThrow("No disk.");
	});
});
