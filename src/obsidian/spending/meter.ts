import { mayHaveCost } from "../../core/chat/charged";
import type { Chat, ChatRequest, Outcome, Usage } from "../../core/chat/chat";
import { isPartRead } from "../../core/estimate/measured";
import { promptTokens } from "../../core/estimate/tokens";
import { isFree } from "../../core/models/model-target";
import type { Budgets } from "./budgets";
import { recordable, type UsageReport } from "../models/usage-report";
import type { Models } from "../models/models";
import type { Measures } from "../storage/measures";
import type { Spendings } from "./spendings";

export interface MeterPort {
	readonly chat: Chat;
	readonly models: Models;
	readonly usageReport: UsageReport;
	readonly measures: Measures;
	readonly spendings: Spendings;
	readonly budgets: Budgets;
	/** Milliseconds from some moment on, never set back. */
	readonly elapsed: () => number;
}

/** A request on its way. */
interface UnderWay {
	readonly id: string;
	readonly request: ChatRequest;
	/** When it went out, by `elapsed`; to come while a refused request waits to be tried again. */
	since: number;
}

/**
 * Stands between everything that asks and the models: no request goes out unasked beyond a budget, and none goes
 * uncounted.
 */
export class Meter {
	private readonly underWay = new Set<UnderWay>();

	constructor(private readonly port: MeterPort) {}

	/**
	 * The way to the models for one consultation.
	 * @param id under which its cost is counted
	 * @param about the consultation for which the writer is asked whether it may go beyond a budget: once for all its
	 * models
	 */
	chat(id: string, about = id): Chat {
		return (request, signal) => this.ask(id, about, request, signal);
	}

	/**
	 * Requests of a consultation whose cost nobody told, those on their way included; null when none of its requests
	 * was counted.
	 */
	unknownOf(id: string): number | null {
		const counted = this.port.spendings.unknownOf(id);
		const open = [...this.underWay].filter((one) => one.id === id && this.isOut(one)).length;
		return counted === null && open === 0 ? null : (counted ?? 0) + open;
	}

	/** Counts what is on its way, now: nobody may be there any more when it ends. */
	close(): void {
		for (const one of this.underWay) this.leave(one);
	}

	private async *ask(id: string, about: string, request: ChatRequest, signal: AbortSignal): ReturnType<Chat> {
		const allowed = await this.port.budgets.allow(about, request.endpoint);
		if (!allowed || signal.aborted) {
			yield {
				type: "end",
				outcome: {
					...unsent,
					...(signal.aborted
						? { state: "cancelled" }
						: { state: "failed", failure: { kind: "budget", status: null, detail: "", retryAfter: null } }),
				},
			};
			return;
		}
		const one: UnderWay = { id, request, since: this.port.elapsed() };
		this.underWay.add(one);
		try {
			for await (const event of this.port.chat(request, signal)) {
				if (event.type === "waiting") one.since = this.port.elapsed() + event.seconds * 1000;
				// Counted before anyone acts on it.
				yield event.type === "end" ? { type: "end", outcome: this.ended(one, event.outcome) } : event;
			}
		} finally {
			// Whoever asked went away before the end.
			this.leave(one);
		}
	}

	private isOut({ since }: UnderWay): boolean {
		return this.port.elapsed() >= since;
	}

	private leave(one: UnderWay): void {
		if (this.underWay.has(one)) this.ended(one, { ...unsent, state: "cancelled" });
	}

	/** Counts a request and tells what it took. */
	private ended(one: UnderWay, outcome: Outcome): Outcome {
		const { models, usageReport, measures } = this.port;
		const { endpoint, model, prompt } = one.request;
		const wasUnderWay = this.underWay.delete(one);
		const target = models.targetOf(endpoint, model);
		const sent = promptTokens(prompt);
		const usage =
			outcome.usage === null
				? null
				: usageReport.metered(
						{ target, answerer: outcome.answerer, usage: readOf(outcome.usage, sent) },
						Math.max(0, this.port.elapsed() - one.since) / 1000,
					);
		const metered = { ...outcome, usage };
		// Counted already, as far as it was known.
		if (!wasUnderWay) return metered;
		if (usage !== null) measures.add(endpoint.id, model, sent, usage);
		if (outcome.state !== "cancelled" || this.isOut(one)) this.count(one, metered);
		return metered;
	}

	private count({ id, request: { endpoint, model } }: UnderWay, { usage, state, failure, answerer }: Outcome): void {
		const { models, usageReport, spendings, budgets } = this.port;
		const target = models.targetOf(endpoint, model);
		if (isFree(target)) return;
		const cost = usageReport.costOf({ target, answerer, usage });
		if (cost === null && state === "failed" && !mayHaveCost(failure?.kind ?? null, answerer !== null)) return;
		spendings.add(id, endpoint.id, recordable(cost));
		void budgets.warn(endpoint);
	}
}

/** The outcome of a request that brought nothing. */
const unsent: Outcome = { state: "failed", failure: null, usage: null, answerer: null, streamed: true };

/** The usage with what was sent, where the endpoint read a part of it only. @param sent estimated tokens */
function readOf(usage: Usage, sent: number): Usage {
	return isPartRead(sent, usage.promptTokens) ? { ...usage, sentTokens: sent } : usage;
}
