import { failureKinds, failureSubjects, type Answerer, type Failure, type Turn, type Usage } from "../chat/chat";
import type { AnswerStatus } from "./answer";
import { currencyFrom } from "../estimate/money";
import { storedComparisonFact } from "../journal/stored-entries";
import { thinkingWishes } from "../endpoint/thinking";
import { iconNamed, type ContextScope } from "../prompts/objective";
import type { Selected } from "../prompts/selected";
import {
	amount,
	flag,
	list,
	mapped,
	nullable,
	object,
	oneOf,
	optional,
	or,
	required,
	someText,
	text,
	unreadable,
	type Schema,
} from "../stored/schema";
import { nowhere, type Anchor } from "./anchor";
import type { Comparison } from "./comparison";
import type { EarlierRemark, Remark } from "../prompts/remarks-question";
import type { Reading, RemarkOf } from "./reading";
import type { Consultation, Further } from "./consultation";

const statuses: readonly AnswerStatus[] = [
	"running",
	"waiting",
	"done",
	"partial",
	"failed",
	"cancelled",
	"interrupted",
];
const scopes: readonly ContextScope[] = ["note", "section", "passage"];

const count = mapped(amount, Math.round);
const currency = mapped(text, (word) => currencyFrom(word) ?? unreadable);

const anchor: Schema<Anchor> = object<Anchor>({
	quote: or(text, ""),
	prefix: or(text, ""),
	suffix: or(text, ""),
	from: or(count, 0),
	others: or(count, 0),
	alike: or(count, 0),
});

const selected: Schema<Selected> = mapped(
	object<Selected>({ words: required(someText), nth: or(count, 1), of: or(count, 1) }),
	(found) => {
		const nth = Math.max(1, found.nth);
		return { ...found, nth, of: Math.max(nth, found.of) };
	},
);

const failure: Schema<Failure> = object<Failure>({
	kind: required(oneOf(failureKinds)),
	status: or(nullable(amount), null),
	detail: or(text, ""),
	retryAfter: or(nullable(amount), null),
	about: optional(oneOf(failureSubjects)),
	said: optional(someText),
});

const usage: Schema<Usage> = mapped(
	object<Omit<Usage, "currency"> & { readonly currency: string | null }>({
		promptTokens: required(amount),
		completionTokens: required(amount),
		cachedTokens: or(amount, 0),
		cacheWriteTokens: optional(amount),
		reasoningTokens: or(amount, 0),
		cost: or(nullable(amount), null),
		currency: or(currency, null),
		carbon: or(nullable(object<NonNullable<Usage["carbon"]>>({ low: required(amount), high: required(amount) })), null),
		seconds: optional(amount),
		sentTokens: optional(amount),
		listed: optional(
			object<NonNullable<Usage["listed"]>>({
				amount: required(amount),
				currency: required(currency),
				date: required(someText),
			}),
		),
	}),
	// An amount of what is not known is no amount.
	(found) => ({ ...found, cost: found.currency === null ? null : found.cost, currency: found.currency ?? "USD" }),
);

const answerer: Schema<Answerer> = object<Answerer>({
	model: required(someText),
	provider: or(nullable(someText), null),
	version: optional(someText),
});

const turn: Schema<Turn> = object<Turn>({ role: required(oneOf(["user", "assistant"])), text: required(text) });

const remark = { quotation: or(text, ""), text: or(text, "") };
const reading: Schema<Reading> = object<Reading>({
	nth: or(count, 1),
	earlier: or(list(object<EarlierRemark>({ ...remark, number: required(count) })), []),
	dropped: or(list(object<Remark>(remark)), []),
	isRead: or(flag, false),
	isKept: or(flag, false),
});
const remarkOf: Schema<RemarkOf> = object<RemarkOf>({
	reading: required(someText),
	number: or(count, 1),
	quotation: or(text, ""),
	isTicked: or(flag, false),
	settled: or(nullable(text), null),
});

const consultation: Schema<Consultation> = mapped(
	object<Consultation>({
		id: required(someText),
		path: or(text, ""),
		anchor: or(anchor, nowhere),
		lost: or(flag, false),
		objective: or(text, ""),
		asked: or(text, ""),
		icon: or(mapped(someText, iconNamed), "message-square-quote"),
		question: or(text, ""),
		selected: or(nullable(selected), null),
		context: or(oneOf(scopes), "note"),
		reading: optional(reading),
		remark: optional(remarkOf),
		thinks: optional(oneOf(thinkingWishes)),
		prompt: optional(someText),
		again: or(nullable(someText), null),
		comparison: or(nullable(someText), null),
		endpoint: or(object<Consultation["endpoint"]>({ id: or(text, ""), name: or(text, "") }), { id: "", name: "" }),
		model: or(text, ""),
		modelName: or(text, ""),
		startedAt: or(amount, 0),
		endedAt: or(nullable(amount), null),
		status: or(oneOf(statuses), "interrupted"),
		text: or(text, ""),
		thinking: or(flag, false),
		failure: or(nullable(failure), null),
		retryAt: or(nullable(amount), null),
		usage: or(nullable(usage), null),
		answerer: or(nullable(answerer), null),
		streamed: or(flag, true),
		notes: optional(list(someText)),
		compared: or(nullable(storedComparisonFact), null),
		further: optional(object<Further>({ id: required(someText), asked: required(text) })),
		thread: or(list(turn), []),
	}),
	(found) => {
		const asked = found.asked || found.question;
		if (asked === "" && found.text === "") return unreadable;
		return {
			...found,
			asked,
			objective: found.objective || asked,
			question: found.question || asked,
			modelName: found.modelName || found.model,
		};
	},
);

/**
 * Consultations as a device kept them. What is missing takes the least that can be said, so that no answer is lost for
 * a figure that can't be read; only what has neither an answer nor a question is left out.
 */
export const storedConsultations: Schema<readonly Consultation[]> = list(consultation);

/** Comparisons as a device kept them. One that names no members compares nothing, and is left out. */
export const storedComparisons: Schema<readonly Comparison[]> = list(
	object<Comparison>({
		id: required(someText),
		path: or(text, ""),
		anchor: or(anchor, nowhere),
		objective: or(text, ""),
		asked: or(text, ""),
		icon: or(mapped(someText, iconNamed), "columns-3"),
		members: required(list(someText)),
		// Names that may have been hidden stay so until the writer chooses.
		blind: or(flag, true),
		choice: or(nullable(someText), null),
	}),
);
