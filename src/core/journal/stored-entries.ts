import { failureKinds } from "../chat/chat";
import { isCurrency } from "../record/amounts";
import type { Adoption, ConsultationRecord, Identity, KeptAnswer } from "../record/model";
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
import type { Range } from "../text/text";
import type { JournalEntry } from "./entry";
import { outcomes, places, preferences, type ComparisonFact } from "./facts";

const count = mapped(amount, Math.round);
const range: Schema<Range> = mapped(object<Range>({ from: required(count), to: required(count) }), (found) =>
	found.from <= found.to ? found : unreadable,
);
const within = (ranges: readonly Range[], words: string): readonly Range[] =>
	ranges.filter(({ to }) => to <= words.length);

const adoption: Schema<Adoption> = mapped(
	object<Adoption>({
		before: required(text),
		adopted: required(text),
		changedBefore: or(list(range), []),
		changedAdopted: or(list(range), []),
		takenBack: or(nullable(text), null),
	}),
	(found) => ({
		...found,
		changedBefore: within(found.changedBefore, found.before),
		changedAdopted: within(found.changedAdopted, found.adopted),
	}),
);

const identity: Schema<Identity> = object<Identity>({
	model: required(someText),
	via: or(text, ""),
	provider: or(nullable(text), null),
	tokens: or(
		nullable(object<NonNullable<Identity["tokens"]>>({ prompt: required(amount), completion: required(amount) })),
		null,
	),
	// An amount of what is not known is no amount.
	cost: or(
		nullable(
			object<NonNullable<Identity["cost"]>>({
				amount: required(amount),
				currency: required(mapped(text, (code) => (isCurrency(code) ? code : unreadable))),
				listed: or(nullable(text), null),
			}),
		),
		null,
	),
	carbon: or(
		nullable(
			object<NonNullable<Identity["carbon"]>>({
				central: required(amount),
				low: required(amount),
				high: required(amount),
			}),
		),
		null,
	),
	told: optional(mapped(flag, (told) => (told ? true : unreadable))),
});

const record: Schema<ConsultationRecord> = object<ConsultationRecord>({
	modelName: required(text),
	objective: or(text, ""),
	date: or(text, ""),
	adoptions: or(list(adoption), []),
	kept: or(
		nullable(object<KeptAnswer>({ question: or(text, ""), answer: required(text), incomplete: or(flag, true) })),
		null,
	),
	identity: required(identity),
});

/** One model's part in a comparison, as a device kept it. */
export const storedComparisonFact: Schema<ComparisonFact> = object<ComparisonFact>({
	id: required(someText),
	preference: required(oneOf(preferences)),
	blind: optional(flag),
});

/**
 * Entries as a device kept them until they stand in the journal. A figure that can't be read is unknown; only what has
 * no id, time, outcome or model is no entry.
 */
export const storedEntries: Schema<readonly JournalEntry[]> = list(
	mapped(
		object<Omit<JournalEntry, "unknown"> & { readonly unknown: number | null }>({
			id: required(someText),
			time: required(mapped(text, (time) => (/^\d{4}-\d{2}-\d{2}T/.test(time) ? time : unreadable))),
			note: or(text, ""),
			outcome: required(oneOf(outcomes)),
			failure: or(nullable(oneOf(failureKinds)), null),
			proposals: or(list(text), []),
			endpoint: or(nullable(text), null),
			unknown: or(nullable(count), null),
			record: required(record),
			place: or(nullable(oneOf(places)), null),
			seconds: or(nullable(amount), null),
			comparison: or(nullable(storedComparisonFact), null),
		}),
		// What an earlier version did not keep.
		(found) => ({ ...found, unknown: found.unknown ?? usuallyUnknown(found.record.identity) }),
	),
);

function usuallyUnknown({ cost, told }: Identity): number {
	return cost === null && told !== true ? 1 : 0;
}
