import { groupings, type Grouping } from "../../core/statistics/groups";
import { metrics, type Metric } from "../../core/statistics/sums";
import { spanAround, type Span } from "../../core/statistics/table";

/** What is looked at; kept with the workspace. */
export interface Looking {
	readonly span: Span;
	readonly metric: Metric;
	readonly grouping: Grouping;
	/** Empty takes the one in which most was paid. */
	readonly currency: string;
	readonly cumulative: boolean;
	/** Whether what was counted elsewhere is shown too. */
	readonly past: boolean;
}

/** What is looked at first. @param today ISO date */
export function firstLooking(today: string): Looking {
	return {
		span: spanAround("month", today),
		metric: "consultations",
		grouping: "model",
		currency: "",
		cumulative: false,
		past: true,
	};
}

/** What was looked at, from a stored state that nobody trusts. @param before stands for what it does not hold */
export function storedLooking(state: unknown, before: Looking): Looking {
	const given = typeof state === "object" && state !== null ? (state as Record<string, unknown>) : {};
	return {
		span: storedSpan(given["span"]) ?? before.span,
		metric: metrics.find((one) => one === given["metric"]) ?? before.metric,
		grouping: groupings.find((one) => one === given["grouping"]) ?? before.grouping,
		currency: typeof given["currency"] === "string" ? given["currency"] : before.currency,
		cumulative: typeof given["cumulative"] === "boolean" ? given["cumulative"] : before.cumulative,
		past: typeof given["past"] === "boolean" ? given["past"] : before.past,
	};
}

function storedSpan(value: unknown): Span | null {
	const { unit, of } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
	const pattern = { day: /^\d{4}-(0[1-9]|1[0-2])$/, month: /^\d{4}$/, year: /^$/ };
	return (unit === "day" || unit === "month" || unit === "year") && typeof of === "string" && pattern[unit].test(of)
		? spanAround(unit, of)
		: null;
}
