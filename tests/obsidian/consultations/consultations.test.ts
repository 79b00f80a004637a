import { describe, expect, it } from "vitest";
import type { Chat, ChatEvent, ChatRequest } from "../../../src/core/chat/chat";
import { begun, type Consultation } from "../../../src/core/consultation/consultation";
import { storedConsultations } from "../../../src/core/consultation/stored-consultations";
import { read } from "../../../src/core/stored/schema";
import { Consultations } from "../../../src/obsidian/consultations/consultations";

const request: ChatRequest = {
	note: null,
	sources: [],
	endpoint: { id: "e", preset: "custom", name: "E", baseUrl: "http://localhost/v1", secret: "" },
	model: "m",
	prompt: { system: "", note: "", question: "", thread: [] },
};
const asked = (id: string): Consultation =>
	begun(
		{
			id,
			path: "A.md",
			anchor: { quote: "Words.", prefix: "", suffix: "", from: 0, others: 0, alike: 0 },
			lost: false,
			objective: "o",
			asked: "o",
			icon: "x",
			question: "q",
			selected: null,
			context: "note",
			again: null,
			comparison: null,
			endpoint: { id: "e", name: "E" },
			model: "m",
			modelName: "M",
			thread: [],
		},
		1000,
	);
const end = (state: "done" | "cancelled"): ChatEvent => ({
	type: "end",
	outcome: { state, failure: null, usage: null, answerer: null, streamed: true },
});

/** Says one word, then waits to be stopped, as `Chat` promises. */
const patient: Chat = async function* (_request, signal) {
	yield { type: "text", text: "Half" };
	if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
	// What was under way arrives a little later.
	await Promise.resolve();
	yield end("cancelled");
};

function store(chat: Chat, stored: unknown = null, now = (): number => 5000, elapsed = (): number => 5000) {
	const saved: unknown[] = [stored];
	const ended: Consultation[] = [];
	const consultations = new Consultations({
		chat: () => chat,
		most: () => 2,
		now,
		elapsed,
		load: () => read(storedConsultations, saved.at(-1), []),
		save: (list) => saved.push(list),
		ended: (one) => ended.push(one),
	});
	return { consultations, ended, saved: () => JSON.parse(JSON.stringify(saved.at(-1))) as readonly Consultation[] };
}
/** Lets all that waits go on. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("consultations that run", () => {
	it("are no more than may be, and one that is cancelled makes room at once", async () => {
		const { consultations } = store(patient);
		const runs = [consultations.start(asked("a"), request), consultations.start(asked("b"), request)];
		expect(consultations.hasRoom).toBe(false);
		consultations.cancel("a");
		expect(consultations.hasRoom).toBe(true);
		await settled();
		expect([consultations.get("a")!.status, consultations.get("b")!.status, consultations.activeCount]).toEqual([
			"cancelled",
			"running",
			1,
		]);
		consultations.cancel("b");
		await Promise.all(runs);
		expect(consultations.list.map(({ text }) => text)).toEqual(["Half", "Half"]);
	});

	it("come back stopped, with what had come, when they were dismissed and are wanted again", async () => {
		const { consultations, ended } = store(patient);
		const run = consultations.start(asked("a"), request);
		await settled();
		const dismissed = consultations.dismiss("a")!;
		consultations.restore(dismissed);
		await run;
		expect(consultations.get("a")).toMatchObject({ status: "cancelled", text: "Half", endedAt: 5000 });
		// Who dismisses it says so.
		expect(ended).toEqual([]);
	});

	it("fail with what went wrong, and keep what had come, where the way to the model breaks its promise", async () => {
		for (const [chat, detail] of [
			[
				async function* () {
					yield { type: "text", text: "Half" };
					throw new Error("Out of order.");
				},
				"Out of order.",
			],
			[
				async function* () {
					yield { type: "text", text: "Half" };
				},
				"No end came.",
			],
		] as const satisfies readonly (readonly [Chat, string])[]) {
			const { consultations, ended, saved } = store(chat);
			await consultations.start(asked("a"), request);
			expect(consultations.get("a")).toMatchObject({
				status: "partial",
				text: "Half",
				failure: { kind: "unavailable", detail },
			});
			expect([ended.length, consultations.activeCount, saved()[0]!.status]).toEqual([1, 0, "partial"]);
		}
	});

	it("are not stopped by a view that fails", async () => {
		const { consultations } = store(async function* () {
			yield { type: "text", text: "All." };
			yield end("done");
		});
		const errors: unknown[] = [];
		const caught = (error: unknown): void => void errors.push(error);
		// The one way to hear of it: nothing in the plugin catches it.
		const others = process.listeners("uncaughtException");
		process.removeAllListeners("uncaughtException").on("uncaughtException", caught);
		try {
			consultations.onChange(() => {
				throw new Error("A view fell over.");
			});
			await consultations.start(asked("a"), request);
			await settled();
		} finally {
			process.removeListener("uncaughtException", caught);
			for (const listener of others) process.on("uncaughtException", listener);
		}
		expect(consultations.get("a")).toMatchObject({ status: "done", text: "All." });
		expect(errors.length).toBeGreaterThan(0);
	});
});

describe("consultations that are stored", () => {
	it("are saved while they stream, though the clock is set back", async () => {
		let [time, elapsed] = [10_000_000, 0];
		let go = (): void => undefined;
		const chat: Chat = async function* () {
			yield { type: "text", text: "One" };
			await new Promise<void>((resolve) => (go = resolve));
			yield { type: "text", text: " two" };
			await new Promise<void>((resolve) => (go = resolve));
			yield end("done");
		};
		const { consultations, saved } = store(
			chat,
			null,
			() => time,
			() => elapsed,
		);
		const run = consultations.start(asked("a"), request);
		await settled();
		time -= 3_600_000;
		elapsed += 2000;
		go();
		await settled();
		expect(saved()).toMatchObject([{ text: "One two" }]);
		go();
		await run;
	});

	it("are saved at once when asked for, and when the app is about to close with what had come", async () => {
		const { consultations, saved } = store(patient);
		void consultations.start(asked("a"), request);
		expect(saved()).toMatchObject([{ id: "a", status: "running", text: "" }]);
		await settled();
		consultations.flush();
		expect(saved()).toMatchObject([{ id: "a", status: "running", text: "Half" }]);
		consultations.close();
		await settled();
		expect(saved()).toMatchObject([{ id: "a", status: "interrupted", text: "Half" }]);
	});

	it("run no more after a restart", () => {
		const { consultations } = store(patient, [{ ...asked("a"), text: "Half" }]);
		expect(consultations.get("a")).toMatchObject({ status: "interrupted", text: "Half" });
		expect(consultations.activeCount).toBe(0);
	});
});
