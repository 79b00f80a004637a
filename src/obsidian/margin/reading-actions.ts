import type { App } from "obsidian";
import type { Consultation } from "../../core/consultation/consultation";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { NoteReadings } from "../consultations/note-readings";
import type { Consultations } from "../consultations/consultations";
import { ReplyModal } from "../dialogs/reply-modal";
import type { Models } from "../models/models";
import type { UsageForecast } from "../models/usage-forecast";
import type { ReadingActions } from "./card";

export interface NoteReadingActionsPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly consultations: Consultations;
	readonly noteReadings: NoteReadings;
	readonly models: Models;
	readonly usageForecast: UsageForecast;
	/** Asks anew what a consultation asked, of the note as it is now. */
	readonly restart: (like: Consultation) => void;
}

/** What the writer does with readings of whole notes. */
export class NoteReadingActions implements ReadingActions {
	constructor(private readonly port: NoteReadingActionsPort) {}

	remarksOf(id: string): readonly Consultation[] {
		return this.port.noteReadings.remarksOf(id);
	}

	tick(id: string): void {
		this.port.noteReadings.tick(id);
	}

	readAgain(id: string): void {
		const { consultations, noteReadings, restart } = this.port;
		const before = consultations.get(id);
		if (before !== null) restart({ ...before, reading: noteReadings.next(before), again: id });
	}

	forecastOf(id: string): string {
		const { consultations, models, usageForecast } = this.port;
		const before = consultations.get(id);
		if (before === null || (before.usage?.promptTokens ?? 0) === 0) return "";
		const target = models.targetOf(models.endpointOf(before), before.model);
		return usageForecast.of(target, before.usage?.promptTokens ?? 0);
	}

	showDropped(id: string): void {
		const { app, consultations, strings } = this.port;
		const found = consultations.get(id);
		if (found?.reading === undefined) return;
		const { words, quoted } = strings();
		const parts = found.reading.isRead
			? found.reading.dropped.map(({ quotation, text }) => ({ label: quoted(quotation), text }))
			: [{ label: "", text: found.text }];
		new ReplyModal(app, words, parts).open();
	}
}
