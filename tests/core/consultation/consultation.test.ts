import { describe, expect, it } from "vitest";
import type { ChatEvent } from "../../../src/core/chat/chat";
import { isActive, receive, stopped } from "../../../src/core/consultation/answer";
import { canKeep, type Consultation } from "../../../src/core/consultation/consultation";

const asked: Consultation = {
	id: "1",
	path: "Note.md",
	anchor: { quote: "A sentence.", prefix: "", suffix: "", from: 0, others: 0, alike: 0 },
	lost: false,
	objective: "Is it clear?",
	asked: "Is it clear?",
	icon: "x",
	selected: null,
	question: "Is it?",
	context: "note",
	again: null,
	comparison: null,
	endpoint: { id: "e", name: "E" },
	model: "m",
	modelName: "M",
	startedAt: 1000,
	endedAt: null,
	status: "running",
	text: "",
	thinking: false,
	failure: null,
	retryAt: null,
	usage: null,
	answerer: null,
	streamed: true,
	thread: [],
	compared: null,
};
const rate = { kind: "rate" as const, status: 429, detail: "", retryAfter: 5 };
const end = (state: "done" | "partial" | "failed" | "cancelled", failure: typeof rate | null = null): ChatEvent => ({
	type: "end",
	outcome: { state, failure, usage: null, answerer: { model: "m-2026", provider: null }, streamed: true },
});
const after = (events: readonly ChatEvent[]): Consultation =>
	events.reduce((one, event) => receive(one, event, 9000), asked);

describe("a consultation", () => {
	it("gathers its text and ends with who answered", () => {
		const done = after([
			{ type: "thinking" },
			{ type: "text", text: "It " },
			{ type: "text", text: "is." },
			end("done"),
		]);
		expect(done).toMatchObject({
			text: "It is.",
			status: "done",
			thinking: false,
			endedAt: 9000,
			answerer: { model: "m-2026" },
		});
		expect(canKeep(done)).toBe(true);
	});

	it("says when it is tried again, and forgets the failure once words come", () => {
		const waiting = after([{ type: "waiting", failure: rate, seconds: 5 }]);
		expect(waiting).toMatchObject({ status: "waiting", retryAt: 14_000, failure: rate });
		expect(isActive(waiting)).toBe(true);
		expect(receive(waiting, { type: "text", text: "Yes." }, 14_000)).toMatchObject({
			status: "running",
			retryAt: null,
			failure: null,
		});
	});

	it("keeps what had come when it is cancelled, fails, or the app closes", () => {
		expect(after([{ type: "text", text: "Half" }, end("cancelled")])).toMatchObject({
			status: "cancelled",
			text: "Half",
		});
		expect(after([{ type: "text", text: "Half" }, end("partial", rate)])).toMatchObject({
			status: "partial",
			text: "Half",
			failure: rate,
		});
		const closed = stopped(after([{ type: "text", text: "Half" }]), "interrupted", 20_000);
		expect(closed).toMatchObject({ status: "interrupted", text: "Half", endedAt: 20_000 });
		expect(canKeep(closed)).toBe(true);
	});

	it("can't be kept while words come, nor when none came", () => {
		expect(canKeep(after([{ type: "text", text: "So far" }]))).toBe(false);
		expect(canKeep(after([end("failed", rate)]))).toBe(false);
	});

	it("leaves an ended one alone after a restart", () => {
		const done = after([{ type: "text", text: "All." }, end("done")]);
		expect(stopped(done, "interrupted", 99_000)).toBe(done);
	});
});
