import { mayHaveCost } from "../../core/chat/charged";
import type { Answerer, Failure } from "../../core/chat/chat";
import { failureOf } from "../../core/consultation/answer";
import { selectedNow, type Consultation } from "../../core/consultation/consultation";
import { placeOf } from "../../core/endpoint/endpoint";
import type { JournalEntry } from "../../core/journal/entry";
import type { JournalOutcome, JournalPlace } from "../../core/journal/facts";
import { quotedLength } from "../../core/prompts/earlier";
import type { InterfaceLanguage } from "../../core/languages/interface-language";
import { recordLabels, type RecordLabels } from "../../core/record/labels";
import { recordPlaceAfter } from "../../core/markdown/passage";
import { replacedByRecord } from "../../core/record/elsewhere";
import { withOwnWords } from "../../core/record/own-labels";
import type { AdoptedSpan } from "../../core/record/marks";
import type { Adoption, ConsultationRecord } from "../../core/record/model";
import { placements, type Placement, type Placing } from "../../core/record/placement";
import { printRecord } from "../../core/record/print";
import { takenBack } from "../../core/record/taken-back";
import { recordPlaceOf } from "../../core/settings/settings";
import { excerpt, type Change, type Range, type TextSource } from "../../core/text/text";
import type { WordsSummary } from "../../editor/words-port";
import type { Journal } from "./journal";
import { localTime } from "./local-time";
import { wordsOfModels } from "./words-of-models";
import type { ModelRotation } from "../models/model-rotation";
import type { Answered, UsageReport } from "../models/usage-report";
import type { ModelTarget } from "../../core/models/model-target";
import type { Models } from "../models/models";
import type { SettingsStore } from "../storage/settings-store";

/** What was adopted, from whom. */
export interface AdoptedFrom extends Answered {
	readonly objective: string;
	readonly adoptions: readonly Adoption[];
	/** How many adoptions from the same answer were recorded already. */
	readonly earlier: number;
}

export interface RecordsPort {
	readonly settings: SettingsStore;
	readonly models: Models;
	readonly usageReport: UsageReport;
	readonly journal: Journal;
	readonly language: () => InterfaceLanguage;
	readonly quoted: (text: string) => string;
	/** The heading under which records stand at the end of a note. */
	readonly heading: () => string;
	readonly now: () => number;
	/** Requests of a consultation whose cost nobody told; null when none of its requests was counted on this device. */
	readonly unknownOf: (id: string) => number | null;
}

/** Makes records, says where they go in a note, and tells the journal. Notes themselves are written by others. */
export class RecordService {
	constructor(private readonly port: RecordsPort) {}

	/** Whether records stand in notes at all. */
	get inNotes(): boolean {
		return this.placement.inNotes;
	}

	/** The change that records an adoption after the block ending at `at`; null when records go to the journal only. */
	adoption(doc: TextSource, at: number, from: AdoptedFrom): Change | null {
		this.rememberWords();
		const record = this.record(from, from.objective, { adoptions: from.adoptions, kept: null });
		return this.placement.adoption(this.placing(doc, at, record), from.earlier);
	}

	/** The change that quotes an answer after the block ending at `at`. */
	keptAnswer(doc: TextSource, at: number, consultation: Consultation, answer: string): Change {
		this.rememberWords();
		return this.placement.answer(this.placing(doc, at, this.answerRecord(consultation, answer)));
	}

	/** An answer from elsewhere as it would stand in a note, with the form and the words of a record that hold now. */
	printed(record: ConsultationRecord): string {
		return printRecord(record, this.labels, this.port.settings.value.recordForm);
	}

	/** Whether a record that is not about a passage goes to the end of the note. */
	get isApart(): boolean {
		return this.placement.apart;
	}

	/** The change that puts an answer from elsewhere after the block at a place. */
	told(doc: TextSource, at: number, record: ConsultationRecord): Change {
		this.rememberWords();
		return this.placement.answer(this.placing(doc, recordPlaceAfter(doc, at), record));
	}

	/** The changes that put it in the place of words of the note. */
	toldInPlace(doc: TextSource, range: Range, record: ConsultationRecord): ReturnType<typeof replacedByRecord> {
		this.rememberWords();
		return replacedByRecord(doc, range, this.printed(record));
	}

	/** Writes into the journal what became of such an answer. Nothing of it was measured, and nothing is unknown. */
	toldSettled(id: string, note: string, outcome: "kept" | "dismissed", record: ConsultationRecord): void {
		const unmeasured = { failure: null, endpoint: null, place: null, seconds: null, proposals: [], comparison: null };
		this.port.journal.add(this.entry({ ...unmeasured, id, note, outcome, unknown: 0, record }));
	}

	private get placement(): Placement {
		return placements[recordPlaceOf(this.port.settings.value)];
	}

	private placing(doc: TextSource, at: number, record: ConsultationRecord): Placing {
		const form = this.port.settings.value.recordForm;
		return { doc, at, record, labels: this.labels, form, heading: this.port.heading() };
	}

	/** The change that notes in a record that the writer went back to their own words today. */
	takenBack(text: string, span: AdoptedSpan): Change {
		return takenBack(text, span.record, span.adoption, localTime(this.port.now()).slice(0, 10), this.labels);
	}

	/**
	 * Writes into the journal that an answer was asked for and nothing of it kept: it failed, was stopped before it
	 * said anything, or has been read.
	 */
	unkept(consultation: Consultation): void {
		const { text, status } = consultation;
		this.settled(
			consultation,
			text.trim() !== ""
				? "dismissed"
				: status === "failed" || status === "done" || status === "partial"
					? "failed"
					: "cancelled",
		);
	}

	/** Writes into the journal what became of an answer. */
	settled(consultation: Consultation, outcome: JournalOutcome): void {
		const { id, path, failure, status, text } = consultation;
		const answered = this.answeredBy(consultation);
		// What this device did not count: of before, or stopped in the middle with the app itself.
		const guess =
			status === "failed" ? mayHaveCost(failure?.kind ?? null, text !== "") : status !== "cancelled" || text !== "";
		this.port.journal.add(
			this.entry({
				id,
				note: path,
				outcome,
				failure,
				endpoint: consultation.endpoint.id,
				place: placeOfModel(answered.target),
				seconds: answered.usage?.seconds ?? null,
				proposals: [],
				record: this.answerRecord(consultation, text),
				unknown:
					this.port.usageReport.costOf(answered) !== null ? 0 : Math.min(1, this.port.unknownOf(id) ?? Number(guess)),
				comparison: consultation.compared,
			}),
		);
	}

	/**
	 * Writes into the journal what became of a list of words: an entry for each model that was asked. Nothing is
	 * written when nothing was sent; the entries of a list opened again take the places of its earlier ones.
	 */
	wordsClosed(path: string, objective: string, rotation: ModelRotation, summary: WordsSummary): void {
		for (const entry of this.wordsEntries(path, objective, rotation, summary)) this.port.journal.add(entry);
	}

	/** Keeps for the journal what came of a list that is still open, in case the app goes away. */
	wordsSoFar(path: string, objective: string, rotation: ModelRotation, summary: WordsSummary): void {
		for (const entry of this.wordsEntries(path, objective, rotation, summary)) this.port.journal.hold(entry);
	}

	private wordsEntries(
		path: string,
		objective: string,
		rotation: ModelRotation,
		summary: WordsSummary,
	): readonly JournalEntry[] {
		const { usageReport, unknownOf } = this.port;
		return wordsOfModels(rotation, summary).flatMap((one) => {
			const { entry, answers, last, proposals, adoptions, preference, outcome } = one;
			const identity = usageReport.together(answers);
			if (identity === null) return [];
			const { target } = last;
			const kept = adoptions.length > 0 ? null : { question: summary.before, answer: "", incomplete: false };
			const answerer = answers.reduce<Answerer | null>((named, answer) => answer.answerer ?? named, null);
			return [
				this.entry({
					id: entry,
					note: path,
					outcome,
					failure: failureOf(last),
					endpoint: target.endpoint.id,
					place: placeOfModel(target),
					seconds: secondsOf(answers),
					proposals,
					record: { ...this.head(target, objective, answerer), adoptions, kept, identity },
					unknown: Math.min(
						unknownOf(entry) ?? 0,
						answers.filter((answer) => usageReport.costOf(answer) === null).length,
					),
					comparison: preference === null ? null : { id: rotation.id, preference },
				}),
			];
		});
	}

	/** Labels by which records of this vault can be read, beside those of the interface languages. */
	get ownLabels(): readonly RecordLabels[] {
		const { recordWords, recordWordsUsed } = this.port.settings.value;
		return [recordWords, ...recordWordsUsed]
			.filter((own) => Object.keys(own).length > 0)
			.flatMap((own) => Object.values(recordLabels).map((labels) => withOwnWords(labels, own)));
	}

	private get labels(): RecordLabels {
		return withOwnWords(recordLabels[this.port.language()], this.port.settings.value.recordWords);
	}

	// Own words in a note can be read for good, whatever the writer sets later.
	private rememberWords(): void {
		const { recordWords, recordWordsUsed } = this.port.settings.value;
		const known = recordWordsUsed.some((used) => JSON.stringify(used) === JSON.stringify(recordWords));
		if (!known && Object.keys(recordWords).length > 0)
			void this.port.settings.set({ recordWordsUsed: [...recordWordsUsed, recordWords] });
	}

	private entry({
		outcome,
		failure,
		...entry
	}: Omit<JournalEntry, "time" | "failure"> & { readonly failure: Failure | null }): JournalEntry {
		return {
			...entry,
			time: localTime(this.port.now()),
			outcome,
			failure: outcome === "failed" ? (failure?.kind ?? null) : null,
		};
	}

	private answeredBy(consultation: Consultation): Answered {
		const { models } = this.port;
		const { answerer, usage } = consultation;
		return { target: models.targetOf(models.endpointOf(consultation), consultation.model), answerer, usage };
	}

	private answerRecord(consultation: Consultation, answer: string): ConsultationRecord {
		return this.record(this.answeredBy(consultation), consultation.objective, {
			adoptions: [],
			kept: {
				question: this.questionOf(consultation),
				answer,
				incomplete: consultation.status !== "done" || answer !== consultation.text,
			},
		});
	}

	// With the words it is about, unless it is about the note as a whole.
	private questionOf(consultation: Consultation): string {
		const words = selectedNow(consultation)?.words ?? consultation.anchor.quote;
		return words === ""
			? consultation.asked
			: `${consultation.asked} ${this.port.quoted(excerpt(words, quotedLength))}`;
	}

	private record(
		answered: Answered,
		objective: string,
		what: Pick<ConsultationRecord, "adoptions" | "kept">,
	): ConsultationRecord {
		return {
			...this.head(answered.target, objective, answered.answerer),
			...what,
			identity: this.port.usageReport.identityOf(answered),
		};
	}

	private head(
		target: ModelTarget,
		objective: string,
		answerer: Answerer | null,
	): Pick<ConsultationRecord, "modelName" | "objective" | "date"> {
		return {
			modelName: this.port.models.nameOf(target, answerer),
			objective,
			date: localTime(this.port.now()).slice(0, 10),
		};
	}
}

/** Where a model runs, as far as that is known of its endpoint. */
function placeOfModel({ endpoint, info }: ModelTarget): JournalPlace | null {
	if (endpoint.baseUrl === "") return null;
	return info?.passedOn === true ? "remote" : placeOf(endpoint.baseUrl);
}

/** What requests took together; null when none was measured. */
function secondsOf(answers: readonly Answered[]): number | null {
	const measured = answers.flatMap(({ usage }) => usage?.seconds ?? []);
	return measured.length === 0 ? null : measured.reduce((sum, seconds) => sum + seconds, 0);
}
