import type { Openness } from "../endpoint/openness";
import type { Purpose } from "./purposes";

/** Sentences that only the writer can vouch for, in the order of the page. */
export const sentences = ["first", "ghost", "summary", "images", "friend", "decide", "reread"] as const;
export type Sentence = (typeof sentences)[number];

/** What the page says until the writer chooses: what consulting here is like, and no more. */
export const usualSentences: readonly Sentence[] = ["friend", "decide"];

/** The page in one language. A language of the interface is a row of `pageWords` in page.ts. */
export interface PageWords {
	/** BCP 47 tag for dates and numbers. */
	readonly locale: string;
	/** What a new page is called, and its title. */
	readonly title: string;
	/** A day for reading, from an ISO date. */
	readonly day: (date: string) => string;
	/** A month for reading, from `YYYY-MM`. */
	readonly month: (month: string) => string;

	readonly doNotTitle: string;
	readonly askTitle: string;
	readonly notesTitle: string;
	readonly modelsTitle: string;
	/** What the writer may say, as they would. */
	readonly doNot: Readonly<Record<Exclude<Sentence, "friend" | "decide">, string>>;
	/** Since when and how the writer consults. @param since month for reading, null when nobody knows */
	readonly consult: (since: string | null, asFriend: boolean) => string;
	/** What is asked, for the most part if one is more than half of all. */
	readonly words: (mostly: boolean) => string;
	readonly spelling: (mostly: boolean) => string;
	/** @param what clauses for questions, joined; null for questions that have no name */
	readonly questions: (what: string | null, mostly: boolean) => string;
	/** A question, as it follows `questions`; another where a passage was spoken of already. */
	readonly clauses: Readonly<Record<Exclude<Purpose, "words" | "spelling" | "question">, readonly [string, string]>>;
	readonly somethingElse: string;
	/** Before what is asked now and then. */
	readonly sometimes: (what: string) => string;
	readonly between: string;
	readonly decide: (keepsOwn: boolean) => string;
	readonly keepsOwn: string;
	/** Joins clauses: any of them. */
	readonly or: (clauses: readonly string[]) => string;

	readonly quoted: string;
	readonly noQuotation: string;
	readonly notListed: string;
	/** What a note was helped with. */
	readonly purposes: Readonly<Record<Purpose, string>>;
	readonly note: (link: string, models: string, what: string) => string;

	readonly madeBy: (name: string, maker: string) => string;
	/** @param before whether a model above is as open */
	readonly openness: Readonly<Record<Openness, (before: boolean) => string>>;
	readonly model: (name: string, openness: string) => string;
	readonly places: { readonly device: string; readonly network: string; readonly told: string };

	readonly nothing: string;
	/** How it was counted. @param journal whether something of it is in no quotation */
	readonly gathered: (day: string, journal: boolean, models: boolean) => string;
	readonly gatheredNothing: (day: string) => string;

	readonly numbers: string;
	readonly modelColumn: string;
	readonly quotationsColumn: string;
	readonly sums: (sums: NumbersInWords) => string;
	readonly carbon: (central: string, low: string, high: string, without: string | null) => string;
	readonly grams: (grams: string) => string;
	readonly kilograms: (kilograms: string) => string;
}

/** Figures for reading. Null for what is not known, or not worth a word. */
export interface NumbersInWords {
	readonly since: string | null;
	readonly consultations: number;
	readonly kept: number;
	readonly number: (value: number) => string;
	readonly cost: string | null;
	/** Requests whose cost nobody told. */
	readonly unknown: number;
}
