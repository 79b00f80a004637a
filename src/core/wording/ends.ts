import type { SpanKind } from "../markdown/inline";
import type { BrokenKind } from "./candidate";
import type { Unusable } from "./proposals";

/** Why a proposal can't be used, as a writer is told it. */
export const reasons = [
	"recast",
	"link",
	"code",
	"sign",
	"emphasis",
	"spaces",
	"marks",
	"layout",
	"language",
	"outside",
	"unrelated",
	"unread",
] as const;
export type Reason = (typeof reasons)[number];

const ofSpans: Readonly<Partial<Record<SpanKind, Reason>>> = {
	link: "link",
	wikilink: "link",
	embed: "link",
	image: "link",
	url: "link",
	code: "code",
	math: "code",
	template: "code",
	marker: "emphasis",
	layout: "layout",
};

const ofRows: Readonly<Record<Exclude<BrokenKind, SpanKind>, Reason>> = {
	identical: "unrelated",
	language: "language",
	outside: "outside",
	nbsp: "spaces",
	quotes: "marks",
	marks: "marks",
	unrelated: "unrelated",
	format: "unread",
};

/** Why a row can't be used. Spans of other kinds are signs of the note: tags, footnotes, comments. */
export function reasonOf(broken: BrokenKind): Reason {
	return ofRows[broken as keyof typeof ofRows] ?? ofSpans[broken as SpanKind] ?? "sign";
}

/** What came of an answer, as far as it tells how a list without a row to show ended. */
export interface Came {
	/** Rows that recast the sentence and are held back. */
	readonly held: number;
	readonly unusable: readonly Unusable[];
	/** Rows that could not be read, beside others that could. */
	readonly unreadable: number;
	/** Whether the last answer said that there is nothing to propose. */
	readonly saysNothing: boolean;
}

/**
 * How an answer ended that left nothing to choose from: nothing is better; there were proposals and none can be used,
 * counted by their reasons, the most frequent first; or nothing in it could be read.
 */
export type WordsEnd =
	| { readonly kind: "nothing" | "unreadable" }
	| {
			readonly kind: "unusable";
			readonly count: number;
			readonly why: readonly { readonly reason: Reason; readonly count: number }[];
	  };

/** Tells the three ends of a list apart. */
export function endOf({ held, unusable, unreadable, saysNothing }: Came): WordsEnd {
	if (held + unusable.length === 0) return { kind: saysNothing ? "nothing" : "unreadable" };
	const counts = new Map<Reason, number>();
	const count = (reason: Reason, many: number): void => {
		if (many > 0) counts.set(reason, (counts.get(reason) ?? 0) + many);
	};
	count("recast", held);
	for (const { broken } of unusable) count(reasonOf(broken), 1);
	count("unread", unreadable);
	return {
		kind: "unusable",
		count: held + unusable.length + unreadable,
		why: [...counts]
			.map(([reason, many]) => ({ reason, count: many }))
			.sort((a, b) => b.count - a.count || reasons.indexOf(a.reason) - reasons.indexOf(b.reason)),
	};
}
