import { describe, expect, it } from "vitest";
import { endpointAt, listen, nodeDeps, requestTo } from "./support";

/** A network on which every connection hangs, and a clock that is moved by hand. */
function hanging(): { readonly deps: ReturnType<typeof nodeDeps>; pass(milliseconds: number): Promise<void> } {
	let now = 0;
	const timers = new Set<{ readonly at: number; readonly call: () => void }>();
	const deps = nodeDeps({
		fetch: (_url, init) =>
			new Promise((_resolve, reject) =>
				init.signal?.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError"))),
			),
		timeouts: () => ({ firstToken: 120_000, betweenTokens: 60_000 }),
		now: () => now,
		after: (milliseconds, call) => {
			const timer = { at: now + milliseconds, call };
			timers.add(timer);
			return () => timers.delete(timer);
		},
	});
	return {
		deps,
		async pass(milliseconds) {
			// What has been asked is on its way before time passes.
			await new Promise((resolve) => setImmediate(resolve));
			now += milliseconds;
			for (const timer of [...timers]) {
				if (timer.at > now) continue;
				timers.delete(timer);
				timer.call();
			}
			await new Promise((resolve) => setImmediate(resolve));
		},
	};
}

describe("a connection that hangs", () => {
	it.each([
		["a server elsewhere, which may send its first line with the whole answer", "https://models.example/v1"],
		["a server at home, which loads its model before it says anything", "http://localhost:11434/v1"],
		["one in the network at home", "http://192.168.1.20:8080/v1"],
	])("is given up after the time for first words: %s", async (_what, url) => {
		const limit = 120_000;
		const { deps, pass } = hanging();
		let ended = false;
		const heard = listen(requestTo(endpointAt(url)), deps).finally(() => (ended = true));
		await pass(limit - 1);
		expect(ended).toBe(false);
		await pass(1);
		expect((await heard).outcome).toMatchObject({ state: "failed", failure: { kind: "timeout" } });
	});

	it("is no reason to send the note once more the other way", async () => {
		const { deps, pass } = hanging();
		let once = 0;
		const heard = listen(requestTo(endpointAt("https://models.example/v1")), {
			...deps,
			requestOnce: () => Promise.reject(new Error(String(++once))),
		});
		await pass(120_000);
		await heard;
		expect(once).toBe(0);
	});
});

describe("an answer that said it is at its end", () => {
	it("waits for its usage as long as that may take, and no longer for a connection that stays", async () => {
		const { deps, pass } = hanging();
		const frame = new TextEncoder().encode(
			"data: " +
				`${JSON.stringify({ model: "one", choices: [{ delta: { content: "Yes." }, finish_reason: "stop" }] })}\n\n`,
		);
		const body = (signal: AbortSignal) =>
			new ReadableStream<Uint8Array>({
				start(controller) {
					controller.enqueue(frame);
					signal.addEventListener("abort", () => controller.error(new DOMException("Aborted", "AbortError")));
				},
			});
		let ended = false;
		const heard = listen(requestTo(endpointAt("https://models.example/v1")), {
			...deps,
			fetch: (_url, { signal }) => Promise.resolve(new Response(body(signal!))),
		}).finally(() => (ended = true));
		await pass(0);
		await pass(9_999);
		expect(ended).toBe(false);
		await pass(1);
		expect(await heard).toMatchObject({ text: "Yes.", outcome: { state: "done", failure: null } });
	});
});

describe("an address that can't be used", () => {
	it("is told as such, and nothing is sent", async () => {
		for (const url of ["http://models.example/v1", "models"]) {
			const { outcome } = await listen(
				requestTo(endpointAt(url)),
				nodeDeps({ fetch: () => Promise.reject(new Error("asked")) }),
			);
			expect(outcome).toMatchObject({ state: "failed", failure: { kind: "address" } });
		}
	});
});
