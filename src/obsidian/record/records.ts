import type { Answerer, Failure, Usage } from "../../core/chat";
import type { Consultation } from "../../core/consultation";
import type { ComparisonFact, JournalOutcome } from "../../core/journal/facts";
import { isOfModel } from "../../core/record/adoptions";
import { recordLabels, type RecordLabels } from "../../core/record/labels";
import { withOwnWords } from "../../core/record/own-labels";
import type { AdoptedSpan } from "../../core/record/marks";
import type { Adoption, ConsultationRecord } from "../../core/record/model";
import { afterRecords, mergeRecord, placeAtEnd, placeRecord } from "../../core/record/place";
import { printRecord } from "../../core/record/print";
import { takenBack } from "../../core/record/taken-back";
import { recordPlaceOf } from "../../core/settings";
import { excerpt, type Change, type TextSource } from "../../core/text";
import type { WordsSummary } from "../../editor/words-port";
import type { Journal } from "./journal";
import { localTime } from "./local-time";
import type { Friend, Models } from "../models/models";
import type { SettingsStore } from "../storage/settings-store";

/** What was adopted, from whom. */
export interface AdoptedFrom {
	readonly objective: string;
	readonly adoptions: readonly Adoption[];
	readonly friend: Friend;
	readonly answerer: Answerer | null;
	/** What the answer took; null when unknown. */
	readonly usage: Usage | null;
	/** Whether an earlier adoption from the same answer was recorded with what it took. */
	readonly counted: boolean;
}

export interface RecordsPort {
	readonly settings: SettingsStore;
	readonly models: Models;
	readonly journal: Journal;
	readonly language: () => "en" | "fr";
	readonly quoted: (text: string) => string;
	/** The heading under which records stand at the end of a note. */
	readonly heading: () => string;
	readonly now: () => number;
	/** How a consultation fared beside others, for the journal. */
	readonly comparisonOf: (consultation: Consultation) => ComparisonFact | null;
}

/** Makes records, says where they go in a note, and tells the journal. Notes themselves are written by others. */
export class Records {
	constructor(private readonly port: RecordsPort) {}

	/** Whether records stand in notes at all. */
	get inNotes(): boolean {
		return recordPlaceOf(this.port.settings.value) !== "journal";
	}

	/** The change that records an adoption after the block ending at `at`; null when records go to the journal only. */
	adoption(doc: TextSource, at: number, from: AdoptedFrom): Change | null {
		this.rememberWords();
		const record = this.record(from.friend, from.objective, from.answerer, from.usage, { adoptions: from.adoptions, kept: null });
		const recordPlace = recordPlaceOf(this.port.settings.value);
		if (recordPlace === "journal") return null;
		if (recordPlace === "end") return placeAtEnd(doc, printRecord(record, this.labels), this.port.heading());
		return mergeRecord(doc, at, record, this.labels, "\n", from.counted);
	}

	/** The change that quotes an answer after the block ending at `at`. */
	keptAnswer(doc: TextSource, at: number, consultation: Consultation, answer: string): Change {
		this.rememberWords();
		const text = printRecord(this.answerRecord(consultation, answer), this.labels);
		return recordPlaceOf(this.port.settings.value) === "end" ? placeAtEnd(doc, text, this.port.heading()) : placeRecord(doc, afterRecords(doc, at), text);
	}

	/** The change that notes in a record that the writer went back to their own words today. */
	takenBack(text: string, span: AdoptedSpan): Change {
		return takenBack(text, span.record, span.adoption, localTime(this.port.now()).slice(0, 10), this.labels);
	}

	/** Writes into the journal what became of an answer. */
	settled(consultation: Consultation, outcome: JournalOutcome): void {
		this.enter(consultation.id, consultation.path, outcome, consultation.failure, [], this.answerRecord(consultation, consultation.text), consultation.endpoint.id, this.port.comparisonOf(consultation));
	}

	/** Writes into the journal what became of a list of words. Nothing is written when nothing was sent; a list opened again replaces its entry. */
	wordsClosed(path: string, objective: string, friend: Friend, summary: WordsSummary): void {
		if (!summary.asked && summary.adopted.length === 0) return;
		// What the writer typed and nothing had to agree with is no adoption.
		const adoptions = summary.adopted.flatMap((adopted) => adopted.adoptions).filter(isOfModel);
		const outcome = adoptions.length > 0 ? "adopted" : summary.failure !== null && summary.proposals.length === 0 ? "failed" : summary.cancelled && summary.proposals.length === 0 ? "cancelled" : "dismissed";
		const kept = adoptions.length > 0 ? null : { question: summary.before, answer: "", incomplete: false };
		this.enter(summary.id, path, outcome, summary.failure, summary.proposals, this.record(friend, objective, summary.answerer, total(summary.usages), { adoptions, kept }), friend.endpoint.id);
	}

	/** Labels by which records of this vault can be read, beside those of the interface languages. */
	get ownLabels(): readonly RecordLabels[] {
		const { recordWords, recordWordsUsed } = this.port.settings.value;
		return [recordWords, ...recordWordsUsed].filter((own) => Object.keys(own).length > 0)
			.flatMap((own) => [withOwnWords(recordLabels.en, own), withOwnWords(recordLabels.fr, own)]);
	}

	private get labels(): RecordLabels {
		return withOwnWords(recordLabels[this.port.language()], this.port.settings.value.recordWords);
	}

	// Own words in a note can be read for good, whatever the writer sets later.
	private rememberWords(): void {
		const { recordWords, recordWordsUsed } = this.port.settings.value;
		const known = recordWordsUsed.some((used) => JSON.stringify(used) === JSON.stringify(recordWords));
		if (!known && Object.keys(recordWords).length > 0) void this.port.settings.set({ recordWordsUsed: [...recordWordsUsed, recordWords] });
	}

	private enter(id: string, note: string, outcome: JournalOutcome, failure: Failure | null, proposals: readonly string[], record: ConsultationRecord, endpoint: string, comparison: ComparisonFact | null = null): void {
		this.port.journal.add({ id, time: localTime(this.port.now()), note, outcome, failure: outcome === "failed" ? failure?.kind ?? null : null, endpoint, proposals, record, comparison });
	}

	private answerRecord(consultation: Consultation, answer: string): ConsultationRecord {
		const { models } = this.port;
		return this.record(models.friend(models.endpointOf(consultation), consultation.model), consultation.objective, consultation.answerer, consultation.usage, {
			adoptions: [],
			kept: { question: `${consultation.asked} ${this.port.quoted(excerpt(consultation.anchor.quote, 160))}`, answer, incomplete: consultation.status !== "done" || answer !== consultation.text },
		});
	}

	private record(friend: Friend, objective: string, answerer: Answerer | null, usage: Usage | null, what: Pick<ConsultationRecord, "adoptions" | "kept">): ConsultationRecord {
		const { models, now } = this.port;
		return { modelName: models.nameOf(friend, answerer), objective, date: localTime(now()).slice(0, 10), ...what, identity: models.identityOf(friend, answerer, usage) };
	}
}

/** Several answers as one amount; null when nothing is known, and no cost when one of them has none. */
function total(usages: readonly Usage[]): Usage | null {
	return usages.reduce<Usage | null>((sum, usage) => (sum === null ? usage : {
		promptTokens: sum.promptTokens + usage.promptTokens,
		completionTokens: sum.completionTokens + usage.completionTokens,
		cachedTokens: sum.cachedTokens + usage.cachedTokens,
		reasoningTokens: sum.reasoningTokens + usage.reasoningTokens,
		cost: sum.cost === null || usage.cost === null || sum.currency !== usage.currency ? null : sum.cost + usage.cost,
		currency: sum.currency,
		carbon: sum.carbon === null || usage.carbon === null ? null : { low: sum.carbon.low + usage.carbon.low, high: sum.carbon.high + usage.carbon.high },
	}), null);
}
