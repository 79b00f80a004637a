import type { Answerer, Usage } from "../core/chat";
import type { Consultation } from "../core/consultation";
import { recordLabels } from "../core/record/labels";
import type { Adoption, ConsultationRecord } from "../core/record/model";
import { mergeRecord, placeAtEnd, placeRecord } from "../core/record/place";
import { printRecord } from "../core/record/print";
import type { Change, TextSource } from "../core/text";
import type { Friend, Models } from "./models";
import type { SettingsStore } from "./settings-store";

/** What was adopted, from whom. */
export interface AdoptedFrom {
	readonly objective: string;
	readonly adoptions: readonly Adoption[];
	readonly friend: Friend;
	readonly answerer: Answerer | null;
	/** What the answer took; null when unknown, or when a record of the same answer counts it already. */
	readonly usage: Usage | null;
}

/** Makes records and says where they go, by the writer's settings. Writes nothing itself. */
export class Records {
	constructor(private readonly settings: SettingsStore, private readonly models: Models, private readonly language: () => "en" | "fr", private readonly now: () => number) {}

	/** Whether records stand in notes at all. */
	get inNotes(): boolean {
		return this.settings.value.recordPlace !== "journal";
	}

	/** The change that records an adoption after the block ending at `at`; null when records go to the journal only. */
	adoption(doc: TextSource, at: number, from: AdoptedFrom): Change | null {
		const record = this.record(from.friend, from.objective, from.answerer, from.usage, { adoptions: from.adoptions, kept: null });
		const { recordPlace } = this.settings.value;
		if (recordPlace === "journal") return null;
		if (recordPlace === "end") return placeAtEnd(doc, printRecord(record, this.labels), this.heading);
		return mergeRecord(doc, at, record, this.labels);
	}

	/** The change that quotes an answer after the block ending at `at`. */
	keptAnswer(doc: TextSource, at: number, consultation: Consultation, friend: Friend, answer: string): Change {
		const record = this.record(friend, consultation.objective, consultation.answerer, consultation.usage, {
			adoptions: [],
			kept: { question: consultation.question, answer, incomplete: consultation.status !== "done" || answer !== consultation.text },
		});
		const text = printRecord(record, this.labels);
		return this.settings.value.recordPlace === "end" ? placeAtEnd(doc, text, this.heading) : placeRecord(doc, at, text);
	}

	private get labels() {
		return recordLabels[this.language()];
	}

	private get heading(): string {
		return "## Consultations";
	}

	private record(friend: Friend, objective: string, answerer: Answerer | null, usage: Usage | null, what: Pick<ConsultationRecord, "adoptions" | "kept">): ConsultationRecord {
		return {
			modelName: this.models.nameOf(friend, answerer),
			objective,
			date: localDate(this.now()),
			...what,
			identity: this.models.identityOf(friend, answerer, usage),
		};
	}
}

/** The day of a moment where the writer is, as `YYYY-MM-DD`. */
function localDate(milliseconds: number): string {
	const date = new Date(milliseconds);
	const two = (number: number): string => String(number).padStart(2, "0");
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
