import type { ChatRequest, Failure } from "../core/chat/chat";
import { addressOf, checkBaseUrl, isOpenRouter, type AddressProblem, type Endpoint } from "../core/endpoint/endpoint";
import { keyToSend, type KeptKey } from "../core/endpoint/keys";
import { plainFailure, responseFailure } from "./failure";
import { headersFor } from "./headers";
import { modelEntries, type ReadOnce } from "./models";
import { keyInfo } from "./openrouter";
import { attempt } from "./attempt";
import { pointsElsewhere } from "./connection";
import type { TransportDeps } from "./transport";

/** What a test of an endpoint found. */
export type Check =
	/**
	 * `whole`: it works, but pages may not read it while it streams (CORS). `key-wanted`: it asks for a key and none is
	 * set up.
	 */
	| {
			readonly result:
				| AddressProblem
				| "ok"
				| "whole"
				| "key-missing"
				| "key-unconfirmed"
				| "key-refused"
				| "key-wanted"
				| "no-credit"
				| "no-server"
				| "not-an-endpoint"
				| "no-such-model"
				| "no-models"
				| "timeout"
				| "cancelled";
	  }
	/**
	 * It answers and offers so many models; none is chosen yet, so none was asked. `keyUntested`: lists are often
	 * public, so that says nothing of the key.
	 */
	| {
			readonly result: "choose-model";
			readonly count: number;
			readonly streams: boolean;
			readonly keyUntested: boolean;
	  }
	/** It works and has had enough for now. Seconds to wait, where it says so. */
	| { readonly result: "rate"; readonly retryAfter: number | null }
	/** Anything else. */
	| { readonly result: "failed"; readonly failure: Failure };

/** What a test is doing, as it goes on. */
export type CheckStep = "listing" | "asking";

export interface CheckDeps extends TransportDeps {
	readonly read: ReadOnce;
	/** Called when another step begins. */
	readonly onStep: (step: CheckStep) => void;
}

/**
 * Finds what is wrong with an endpoint by doing what a consultation does, for the price of a word: only a real request
 * tells whether the key, the model and the credit are good. It hangs up at the first sign of an answer. Without a model
 * it reads the list only. A host that streams is no longer remembered as one that does not. Never throws, and never
 * takes longer than the time-out for the first words.
 */
export async function checkEndpoint(
	endpoint: Endpoint,
	kept: KeptKey,
	model: string | null,
	deps: CheckDeps,
	outer: AbortSignal,
): Promise<Check> {
	const problem = checkBaseUrl(endpoint.baseUrl);
	if (problem !== null) return { result: problem };
	if (kept.state === "unconfirmed") return { result: "key-unconfirmed" };
	if (kept.state === "none" && endpoint.secret !== "") return { result: "key-missing" };
	const controller = new AbortController();
	const stop = (): void => controller.abort();
	if (outer.aborted) stop();
	outer.addEventListener("abort", stop, { once: true });
	const cancel = deps.after(deps.timeouts().firstToken, stop);
	const run = new Run(endpoint, keyToSend(kept), deps, controller);
	try {
		const found = await (model === null ? run.list() : run.ask(model));
		return controller.signal.aborted && found.result === "cancelled" && !outer.aborted ? { result: "timeout" } : found;
	} finally {
		cancel();
		outer.removeEventListener("abort", stop);
		// What is still on its way is of no use any more.
		stop();
	}
}

class Run {
	constructor(
		private readonly endpoint: Endpoint,
		private readonly key: string | null,
		private readonly deps: CheckDeps,
		private readonly controller: AbortController,
	) {}

	/** Reads the list of models. */
	async list(): Promise<Check> {
		const listed = await this.models();
		if ("result" in listed) return listed;
		if (listed.ids.length === 0) return { result: "no-models" };
		const page = await this.deps
			.fetch(addressOf(this.endpoint.baseUrl, "/models"), {
				headers: headersFor(this.endpoint, this.key),
				redirect: "manual",
				signal: this.controller.signal,
			})
			.catch(() => null);
		page?.body?.cancel().catch(() => undefined);
		if (page !== null && pointsElsewhere(page))
			return { result: "failed", failure: plainFailure("address", "The address points to another one.") };
		const key = await this.keyState();
		if (this.controller.signal.aborted) return { result: "cancelled" };
		return key === "refused"
			? { result: "key-refused" }
			: { result: "choose-model", count: listed.ids.length, streams: page !== null, keyUntested: key === "untested" };
	}

	// Only OpenRouter tells of a key without being asked for an answer; its list is public.
	private async keyState(): Promise<"none" | "good" | "refused" | "untested"> {
		const { endpoint, key, deps } = this;
		if (key === null) return "none";
		if (!isOpenRouter(endpoint)) return "untested";
		const info = await this.unlessAborted(keyInfo(endpoint, key, deps.read));
		return info === "refused" ? "refused" : info === null || info === "unread" ? "untested" : "good";
	}

	/** Asks a model for a word. */
	async ask(model: string): Promise<Check> {
		const { endpoint, deps } = this;
		deps.onStep("asking");
		const request: ChatRequest = {
			note: null,
			sources: [],
			endpoint,
			model,
			prompt: { system: "Answer with one word.", note: "", question: "Are you there?", thread: [] },
		};
		let refusesPages = false;
		const unstreamed: TransportDeps["unstreamed"] = {
			has: () => false,
			add: (host) => {
				refusesPages = true;
				deps.unstreamed.add(host);
			},
			forget: (host) => deps.unstreamed.forget(host),
		};
		deps.refused.forget(new URL(endpoint.baseUrl).host, model);
		let works = false;
		let resent = false;
		for await (const event of attempt(request, this.key, this.controller.signal, { ...deps, unstreamed })) {
			if (event.type === "resent") resent = true;
			if (event.type === "text" || event.type === "thinking") {
				works = true;
				// What came in one piece is over already; whether its host lets pages read is told at its end.
				if (!resent) this.controller.abort();
			}
			if (event.type !== "end" || works) continue;
			const { state, failure } = event.outcome;
			if (state === "cancelled") return { result: "cancelled" };
			if (failure !== null) return this.onStep(failure, model);
		}
		if (refusesPages) return { result: "whole" };
		deps.unstreamed.forget(new URL(endpoint.baseUrl).host);
		return { result: "ok" };
	}

	private async onStep(failure: Failure, model: string): Promise<Check> {
		const plain = this.plain(failure);
		if (plain !== null) return plain;
		if (failure.kind !== "unavailable" && failure.kind !== "format") return { result: "failed", failure };
		// A server says "not found" of a model and of a page alike: its list tells them apart.
		const listed = await this.models();
		if (this.controller.signal.aborted) return { result: "cancelled" };
		if ("ids" in listed)
			return listed.ids.includes(model)
				? { result: "failed", failure }
				: listed.ids.length === 0
					? { result: "no-models" }
					: { result: "no-such-model" };
		if (failure.status !== null && failure.status < 500 && /\bmodel/i.test(failure.detail))
			return { result: "no-such-model" };
		const noPage = failure.kind === "format" || failure.status === 404 || failure.status === 405;
		return noPage && listed.result === "not-an-endpoint" ? listed : { result: "failed", failure };
	}

	private plain({ kind, retryAfter }: Failure): Check | null {
		switch (kind) {
			case "network":
				return { result: "no-server" };
			case "timeout":
				return { result: "timeout" };
			case "auth":
				return { result: this.key === null ? "key-wanted" : "key-refused" };
			case "credit":
				return { result: "no-credit" };
			case "rate":
				return { result: "rate", retryAfter };
			default:
				return null;
		}
	}

	/** The ids an endpoint lists, or why there is no list. */
	private async models(): Promise<{ readonly ids: readonly string[] } | Check> {
		const { endpoint, key, deps } = this;
		deps.onStep("listing");
		const response = await this.unlessAborted(
			deps
				.read(addressOf(endpoint.baseUrl, "/models"), { headers: headersFor(endpoint, key) })
				.catch(() => "none" as const),
		);
		if (response === null) return { result: "cancelled" };
		if (response === "none") return { result: "no-server" };
		if (response.status >= 400) {
			const failure = responseFailure(
				response.status,
				response.text,
				() => null,
				deps.now(),
				key === null ? [] : [key],
			);
			return (
				this.plain(failure) ??
				(response.status === 404 || response.status === 405
					? { result: "not-an-endpoint" }
					: { result: "failed", failure })
			);
		}
		const entries = modelEntries(response.text);
		return entries === null ? { result: "not-an-endpoint" } : { ids: entries.map(({ id }) => id) };
	}

	/** Null once the test is cancelled: what can't be is let go. */
	private unlessAborted<T>(answer: Promise<T>): Promise<T | null> {
		const { signal } = this.controller;
		return Promise.race([
			answer,
			new Promise<null>((resolve) =>
				signal.aborted ? resolve(null) : signal.addEventListener("abort", () => resolve(null), { once: true }),
			),
		]);
	}
}
