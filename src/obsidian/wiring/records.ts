import { Notice, setIcon } from "obsidian";
import type { Chat } from "../../core/chat/chat";
import { storedComparisons, storedConsultations } from "../../core/consultation/stored-consultations";
import { readableDate, readableMoment } from "../../core/i18n/readable-date";
import { refreshAdopted, type AdoptedPort } from "../../editor/adopted";
import { pathOf } from "../consultations/views";
import { Comparisons } from "../consultations/comparisons";
import { Consultations } from "../consultations/consultations";
import { NoteReadings } from "../consultations/note-readings";
import { Journal } from "../record/journal";
import { JournalRecords } from "../record/journal-records";
import { RecordService } from "../record/record-service";
import { Budgets } from "../spending/budgets";
import { Meter } from "../spending/meter";
import { Spendings } from "../spending/spendings";
import { Statistics } from "../statistics/statistics";
import type { Base } from "./base";
import type { ModelParts } from "./models";

/** What is counted and written down: money, the journal, records, and the consultations they are about. */
export interface RecordParts {
	readonly journal: Journal;
	readonly spendings: Spendings;
	readonly budgets: Budgets;
	readonly meter: Meter;
	/** The way to the models on which nothing goes uncounted: under which id, and for which consultation. */
	readonly countedChat: (id: string, about?: string) => Chat;
	readonly statistics: Statistics;
	readonly records: RecordService;
	readonly journalRecords: JournalRecords;
	/** What the marks of adopted words need. */
	readonly adopted: AdoptedPort;
	readonly comparisons: Comparisons;
	readonly consultations: Consultations;
	readonly noteReadings: NoteReadings;
}

export function buildRecords(base: Base, parts: ModelParts): RecordParts {
	const { app, events, settings, device, views, language, strings, now, elapsed } = base;
	const { models, measures, usageReport, notes } = parts;
	const journal = new Journal({
		app,
		device,
		enabled: () => settings.value.journal,
		links: () => settings.value.journalLinks,
		folder: () => notes.folder.root,
		language,
		entered: (note) => events.emit("entered", note),
		failedWords: () => strings().journal.failed,
		mergedWords: (name) => strings().journal.merged(name),
	});
	const spendings = new Spendings({ device, monthOfJournal: (month) => journal.month(month), now });
	const budgets = new Budgets({ app, device, settings, spendings, models, strings });
	const meter = new Meter({ chat: parts.chat, models, usageReport, measures, spendings, budgets, elapsed });
	const records = new RecordService({
		settings,
		models,
		usageReport,
		unknownOf: (id) => meter.unknownOf(id),
		journal,
		language,
		heading: () => strings().journal.heading,
		quoted: (text) => strings().quoted(text),
		now,
	});
	const journalRecords = new JournalRecords({
		app,
		journal,
		views,
		records,
		refresh: (view) => events.emit("recordsFound", view),
	});
	events.on("entered", (note) => journalRecords.entered(note));
	const countedChat = (id: string, about = id): Chat => meter.chat(id, about);
	return {
		journal,
		spendings,
		budgets,
		meter,
		countedChat,
		records,
		journalRecords,
		statistics: buildStatistics(base, parts, { journal, budgets, spendings }),
		adopted: joinMarks(base, { journal, records, journalRecords }),
		...buildConsultations(base, countedChat, records),
	};
}

function buildStatistics(
	{ app, strings, settings, now, elapsed, newId }: Base,
	{ models, notes }: ModelParts,
	counted: Pick<RecordParts, "journal" | "budgets" | "spendings">,
): Statistics {
	return new Statistics({
		...counted,
		app,
		strings,
		settings: () => settings.value,
		onSettings: (listener) => settings.onChange(listener),
		save: (change) => settings.set(change),
		models,
		folder: () => notes.folder.root,
		now,
		elapsed,
		newId,
	});
}

/** The marks of adopted words, found anew whenever what they are found by may have changed. */
function joinMarks(
	base: Base,
	{ journal, records, journalRecords }: Pick<RecordParts, "journal" | "records" | "journalRecords">,
): AdoptedPort {
	const { events, settings, strings, views } = base;
	const port: AdoptedPort = {
		enabled: (view) => settings.value.marks && pathOf(view) !== null,
		ownLabels: () => records.ownLabels,
		strings: () => strings().adopted,
		drawIcon: setIcon,
		date: (date) => readableDate(date, strings().locale),
		moment: async (view, { record: { record }, adoption: at }) => {
			const adoption = record.adoptions[at];
			const path = pathOf(view);
			if (adoption === undefined || path === null) return null;
			const time = await journal.adoptedAt(path, record, adoption, records.ownLabels);
			return time === null ? null : readableMoment(time, strings().locale);
		},
		cite: {
			label: () => strings().elsewhere.cite.button,
			open: (view, record) => events.emit("cite", { view, record }),
		},
		refused: () => void new Notice(strings().adopted.refused),
		changed: () => void new Notice(strings().adopted.changed),
		takenBack: (text, span) => records.takenBack(text, span),
		elsewhere: journalRecords.marks,
	};
	events.on("recordsFound", (view) => refreshAdopted(view, port));
	settings.onChange(() => {
		for (const view of views.all) refreshAdopted(view, port);
	});
	return port;
}

/** Consultations that wait, and the comparisons that they are part of. */
function buildConsultations(
	{ app, views, device, settings, now, elapsed, newId }: Base,
	chat: (id: string) => Chat,
	records: RecordService,
): Pick<RecordParts, "comparisons" | "consultations" | "noteReadings"> {
	const comparisons = new Comparisons({
		load: () => device.read("comparisons", storedComparisons, []),
		save: (all) => device.save("comparisons", all),
	});
	const consultations: Consultations = new Consultations({
		chat,
		most: () => settings.value.concurrent,
		now,
		elapsed,
		load: () => device.read("consultations", storedConsultations, []),
		save: (all) => device.save("consultations", all),
		ended: (consultation) => {
			// An answer with words is entered when the writer has dealt with it; without words nothing more can happen to it.
			// One of those whose names are hidden waits for that too: the journal may be open beside it.
			if (consultation.text.trim() === "" && !comparisons.isHidden(consultation.comparison))
				records.unkept(consultation);
			else if (consultation.reading !== undefined) void noteReadings.ended(consultation);
		},
	});
	const noteReadings: NoteReadings = new NoteReadings({
		consultations,
		textOf: async (path) => {
			const file = app.vault.getFileByPath(path);
			return file === null ? null : (views.toWrite(path)?.state.doc.toString() ?? (await app.vault.cachedRead(file)));
		},
		settled: (reading, outcome) => records.settled(reading, outcome),
		newId,
	});
	return { comparisons, consultations, noteReadings };
}
