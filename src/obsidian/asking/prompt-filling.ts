import { dateInWords } from "../../core/languages/date-in-words";
import type { InterfaceStrings } from "../../core/i18n/en";
import { earlierText, isAbout } from "../../core/prompts/earlier";
import { fillVariables } from "../../core/prompts/objective";
import { findRecords, type FoundRecord } from "../../core/record/parse";
import { placements } from "../../core/record/placement";
import { withoutRecords } from "../../core/record/strip";
import type { Settings } from "../../core/settings/settings";
import { titleOf, type Subject } from "../consultations/subject";
import type { JournalRecords } from "../record/journal-records";
import type { RecordService } from "../record/record-service";

export interface PromptFillingPort {
	readonly settings: () => Settings;
	readonly strings: () => InterfaceStrings;
	readonly records: RecordService;
	readonly journalRecords: JournalRecords;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
}

/** Fills the variables of prompts with what they stand for beside a passage. */
export class PromptFilling {
	constructor(private readonly port: PromptFillingPort) {}

	/** @param asked the line that the writer filled in; empty where none was asked for, or before it is */
	fill(body: string, subject: Subject, asked = ""): string {
		const strings = this.port.strings();
		const passage = withoutRecords(subject.quote).trim();
		return fillVariables(body, {
			passage,
			selection: subject.selected?.words ?? passage,
			title: titleOf(subject.note.path),
			language:
				subject.language === null
					? ""
					: (new Intl.DisplayNames([strings.locale], { type: "language" }).of(subject.language) ?? ""),
			date: dateInWords(this.port.now(), strings.locale, { dateStyle: "long" }),
			earlier: this.earlier(subject, passage),
			asked,
		});
	}

	// What is earlier: the records that stand in the passage, and those after it with nothing in between but others;
	// where records stand at the end of notes or in the journal, those that quote it.
	private earlier({ note, passage, text }: Subject, present: string): string {
		const follows = ({ range }: FoundRecord): boolean =>
			(range.from > passage.sentence.from && range.from < passage.recordAt) ||
			(range.from >= passage.recordAt &&
				text
					.slice(passage.recordAt, range.from)
					.split("\n")
					.every((line) => /^\s*(?:>|$)/.test(line)));
		const { apart } = placements[this.port.settings().recordPlace];
		const records = findRecords(text, this.port.records.ownLabels).filter(
			(found) => follows(found) || (apart && isAbout(found.record, present)),
		);
		const elsewhere = this.port.journalRecords.of(note.path).filter(({ record }) => isAbout(record, present));
		return earlierText([...elsewhere, ...records], present, this.port.strings().earlier);
	}
}
