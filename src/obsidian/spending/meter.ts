import { mayHaveCost } from "../../core/budget";
import type { Chat, ChatRequest, Outcome } from "../../core/chat";
import { promptTokens } from "../../core/estimate/tokens";
import type { Budgets } from "./budgets";
import type { Measures } from "../storage/measures";
import type { Models } from "../models/models";
import type { Spendings } from "./spendings";

export interface MeterPort {
	readonly chat: Chat;
	readonly models: Models;
	readonly measures: Measures;
	readonly spendings: Spendings;
	readonly budgets: Budgets;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
}

/** Stands between everything that asks and the models: no request goes out unasked beyond a budget, and none goes uncounted. */
export class Meter {
	constructor(private readonly port: MeterPort) {}

	/** The way to the models for one consultation. @param id under which its cost is counted */
	chat(id: string): Chat {
		return (request, signal) => this.ask(id, request, signal);
	}

	private async *ask(id: string, request: ChatRequest, signal: AbortSignal): ReturnType<Chat> {
		const allowed = await this.port.budgets.allow(id, request.endpoint);
		if (!allowed || signal.aborted) {
			yield { type: "end", outcome: { ...unsent, ...(signal.aborted ? { state: "cancelled" } : { state: "failed", failure: { kind: "budget", status: null, detail: "", retryAfter: null } }) } };
			return;
		}
		let outcome: Outcome | null = null;
		// While a refused request waits to be tried again nothing is on its way.
		let idleUntil = 0;
		try {
			for await (const event of this.port.chat(request, signal)) {
				// Counted before anyone acts on it.
				if (event.type === "waiting") idleUntil = this.port.now() + event.seconds * 1000;
				if (event.type === "end") {
					({ outcome } = event);
					if (outcome.state !== "cancelled" || this.port.now() >= idleUntil) this.count(id, request, outcome);
				}
				yield event;
			}
		} finally {
			// Whoever asked went away before the end.
			if (outcome === null && this.port.now() >= idleUntil) this.count(id, request, { ...unsent, state: "cancelled" });
		}
	}

	private count(id: string, request: ChatRequest, outcome: Outcome): void {
		const { models, measures, spendings, budgets } = this.port;
		const { endpoint, model, prompt } = request;
		const { usage, state, failure, answerer } = outcome;
		if (usage !== null) {
			measures.add(endpoint.id, model, promptTokens(prompt), usage.promptTokens, usage.completionTokens);
		}
		const friend = models.friend(endpoint, model);
		const cost = models.identityOf(friend, answerer, usage).cost;
		if (cost === null && (models.isFree(friend) || (state === "failed" && !mayHaveCost(failure?.kind ?? null, answerer !== null)))) return;
		spendings.add(id, endpoint.id, cost);
		void budgets.warn(endpoint);
	}
}

/** The outcome of a request that brought nothing. */
const unsent: Outcome = { state: "failed", failure: null, usage: null, answerer: null, streamed: true };
